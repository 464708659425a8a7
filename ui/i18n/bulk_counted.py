"""Phrases of bulk decisions that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class BulkCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``BulkCounted``, as lupdate files it."""
        return translate("BulkCounted", source, disambiguation, n)

    def marked(self, n: int) -> str:
        """The head of the list."""
        return self.tr("%n marked", "", n)

    def keys_act(self, n: int) -> str:
        """Beside the decisions, while some are marked."""
        return self.tr("Keys act on the %n marked", "", n)

    def title(self, n: int) -> str:
        """The end of the title: so many comments."""
        return self.tr("%n comment(s)", "title", n)

    def decided(self, n: int) -> str:
        """At the end: so many were decided, whatever is left of each to be sent."""
        return self.tr("%n comment(s) decided", "", n)

    def leave(self, n: int) -> str:
        """Under the first figure: on how many channels."""
        return self.tr("go, on %n channel(s)", "", n)

    def here(self, n: int) -> str:
        """The same for a decision of which the platforms hear nothing."""
        return self.tr("decided here alone, on %n channel(s)", "", n)

    def looked(self, n: int) -> str:
        """While the preview is made."""
        return self.tr("of %n comment(s) looked at", "", n)

    def review(self, n: int) -> str:
        """Second line: those for a second person."""
        return self.tr("%n need(s) a second person first", "", n)

    def by_hand(self, n: int) -> str:
        """Second line: those a person carries out on the site."""
        return self.tr("%n go(es) by hand, on the site", "", n)

    def reason(self, n: int) -> str:
        """Why a reason helps."""
        return self.tr("%n more would go with a reason", "", n)

    def strikes(self, n: int) -> str:
        """Under the last figure: strikes."""
        return self.tr("strike(s), for %n author(s)", "", n)

    def units(self, n: int) -> str:
        """What it costs of a platform's budget."""
        return self.tr("%n unit(s) of its budget", "", n)

    def to_read(self, n: int) -> str:
        """The head of the samples."""
        return self.tr("%n to read before", "", n)

    def staying(self, n: int) -> str:
        """The head of those that stay, while they are read."""
        return self.tr("%n that stay(s)", "", n)

    def refused(self, n: int) -> str:
        """The end: those that were refused."""
        return self.tr("%n refused when their turn came", "", n)

    def left(self, n: int) -> str:
        """The end: those not reached."""
        return self.tr("%n left as they are", "", n)

    def undone(self, n: int) -> str:
        """After an undo."""
        return self.tr("%n taken back", "", n)

    def kept(self, n: int) -> str:
        """After an undo: what has no way back."""
        return self.tr("%n could not be taken back", "", n)


bulk_counted = BulkCounted()
