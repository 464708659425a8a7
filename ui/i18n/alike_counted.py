"""Phrases of near-duplicates that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class AlikeCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``AlikeCounted``, as lupdate files it."""
        return translate("AlikeCounted", source, disambiguation, n)

    def exact(self, n: int) -> str:
        """Comments with the commonest text."""
        return self.tr("%n exact", "", n)

    def link(self, n: int) -> str:
        """Comments where only links differ."""
        return self.tr("%n with another link", "", n)

    def reworded(self, n: int) -> str:
        """Comments where words differ."""
        return self.tr("%n reworded", "", n)

    def times(self, n: int) -> str:
        """How often one wording stands in a group."""
        return self.tr("%n time(s)", "", n)

    def more(self, n: int) -> str:
        """Wordings that are not shown at once."""
        return self.tr("Show %n more text(s)", "", n)

    def typical(self, n: int) -> str:
        """The comment in front has the commonest text."""
        return self.tr("Most typical of %n", "", n)

    def others_stay(self, n: int) -> str:
        """What a reply to one of a group leaves alone."""
        return self.tr("the %n other(s) stay", "", n)

    def all_categorised(self, n: int) -> str:
        """Before a category is chosen for a card that stands for many."""
        return self.tr("It is given to all %n alike, each logged by itself.", "", n)

    def categorised(self, n: int) -> str:
        """After that."""
        return self.tr("Category given to %n comment(s).", "", n)


alike_counted = AlikeCounted()
