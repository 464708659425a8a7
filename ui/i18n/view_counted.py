"""Counted phrases of filters and search; see ``counted``."""

from __future__ import annotations

from ui.i18n.mark import translate


class ViewCounted:
    """Phrases with ``%n``, in the plural form of the language."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``ViewCounted``, as lupdate files it."""
        return translate("ViewCounted", source, disambiguation, n)

    def newest_of_more(self, n: int) -> str:
        """The search gave no more than these."""
        return self.tr("The newest %n of more", "", n)

    def in_notes(self, n: int) -> str:
        """Hits in notes."""
        return self.tr("%n found in a note", "", n)

    def in_replies(self, n: int) -> str:
        """Hits in our replies."""
        return self.tr("%n found in our replies", "", n)

    def by_author(self, n: int) -> str:
        """Hits in authors' names."""
        return self.tr("%n found by author", "", n)


view_counted = ViewCounted()
