"""Phrases that count decisions in the history and the outbox."""

from __future__ import annotations

from ui import actions
from ui.i18n.mark import translate


class History:
    """Phrases with ``%n``."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``History``, as lupdate files it."""
        return translate("History", source, disambiguation, n)

    def comments(self, n: int) -> str:
        """A batch: so many comments."""
        return self.tr("%n comment(s) together", "", n)

    def standing(self, n: int) -> str:
        """Of a batch, those not taken back."""
        return self.tr("%n stand(s)", "", n)

    def takes_back(self, n: int) -> str:
        """The way back of a batch."""
        return self.tr("Takes back all %n that can be", "", n)

    def decisions(self, n: int) -> str:
        """How many lines the history has."""
        return self.tr("%n decision(s)", "", n)

    def undoing(self, n: int) -> str:
        """Before a batch is taken back."""
        words = self.tr("{key} once more takes %n decision(s) back together.", "", n)
        return words.format(key=actions.keycap("history.undo"))

    def undone(self, n: int) -> str:
        """After a batch was taken back."""
        return self.tr("%n decision(s) taken back.", "", n)

    def waiting(self, n: int) -> str:
        """How many lines the outbox has."""
        return self.tr("%n action(s)", "", n)

    def wait_here(self, n: int) -> str:
        """Banner: actions that wait for the network or a limit."""
        return self.tr("%n action(s) wait here and leave when it is back.", "", n)

    def wait(self, n: int) -> str:
        """Banner: actions that wait."""
        return self.tr("%n action(s) wait.", "", n)


history = History()
