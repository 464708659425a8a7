"""Phrases of the saved replies that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class ReplyCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``ReplyCounted``, as lupdate files it."""
        return translate("ReplyCounted", source, disambiguation, n)

    def search_templates(self, n: int) -> str:
        """The search field of the templates."""
        return self.tr("Search %n template(s)", "", n)

    def times(self, n: int) -> str:
        """How often a reply was used."""
        return self.tr("used %n time(s)", "", n)

    def comments(self, n: int) -> str:
        """Comments that came while something was watched."""
        return self.tr("%n comment(s)", "", n)

    def likes(self, n: int) -> str:
        """Likes that came while something was watched."""
        return self.tr("%n like(s)", "", n)

    def too_many(self, n: int) -> str:
        """By how much a reply is too long for its site."""
        return self.tr("%n too many", "", n)

    def to_check(self, n: int) -> str:
        """How many words of a reply no dictionary has."""
        return self.tr("%n word(s) to check", "", n)


reply_counted = ReplyCounted()
