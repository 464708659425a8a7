"""Phrases that count what retention takes and leaves; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class RetentionCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``RetentionCounted``, as lupdate files it."""
        return translate("RetentionCounted", source, disambiguation, n)

    def untouched(self, n: int) -> str:
        """Comments nobody did anything about."""
        return self.tr("%n untouched comment(s)", "", n)

    def decided(self, n: int) -> str:
        """Comments somebody dealt with."""
        return self.tr("%n decided comment(s)", "", n)

    def authors(self, n: int) -> str:
        """Authors of whom nothing is left."""
        return self.tr("%n author(s) without comments", "", n)

    def held(self, n: int) -> str:
        """Kept by hand."""
        return self.tr("%n kept as evidence", "", n)

    def pending(self, n: int) -> str:
        """Old enough, but something about them is open."""
        return self.tr("%n still under way", "", n)

    def authors_kept(self, n: int) -> str:
        """Authors that a block or a hold keeps."""
        return self.tr("%n author(s) blocked or kept", "", n)

    def gone(self, n: int) -> str:
        """In all."""
        return self.tr("%n comment(s) gone in all; how many of which day stays.", "", n)

    def looked(self, n: int) -> str:
        """A run under way."""
        return self.tr("Erasing now: %n comment(s) gone so far.", "", n)


retention_counted = RetentionCounted()
