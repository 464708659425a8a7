"""Trying one text: its verdict and both proposals, worked out off the window's thread, the newest text winning."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.errors import VigieError
from console.domain.verdict import ClassifyItem, Verdict
from console.services.trying import TrialFacts, Tried, calibrated, try_text

if TYPE_CHECKING:
    from console.policy import Policy
    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft

PAUSE_MS: Final = 180
"""A pause in typing this long starts the trial."""
LONGEST: Final = 20_000
"""Characters of a text that are tried: no engine reads further."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial. ``seconds`` is how long reading and proposing took; ``error`` a code when it failed."""

    tried: Tried | None = None
    seconds: float = 0.0
    error: Exception | None = None


class Trial(QObject):
    """Shared by the field under the text and the tab beside it. ``changed`` says that ``outcome`` is another one."""

    changed = Signal()
    text_changed = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, draft: PolicyDraft, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._draft = console, bridge, draft
        self.text = ""
        self.facts = TrialFacts()
        self.outcome: Outcome | None = None
        self._verdict: tuple[str, Verdict] | None = None
        self._running = False
        self._again = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.run)
        draft.checked.connect(self._policy_changed)
        draft.active_changed.connect(self._policy_changed)

    def set_text(self, text: str) -> None:
        """Try this text once the person pauses; empty ends the trial."""
        text = text[:LONGEST]
        if text == self.text:
            return
        self.text = text
        self.text_changed.emit()
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._show(None)

    def set_facts(self, facts: TrialFacts) -> None:
        """Suppose something of the author and the place."""
        if facts != self.facts:
            self.facts = facts
            if self.text.strip():
                self._timer.start()

    def forget_verdicts(self) -> None:
        """Another engine reads now: the text is read again."""
        self._verdict = None
        self._policy_changed()

    def _policy_changed(self) -> None:
        if self.text.strip() and not self._timer.isActive():
            self.run()

    @Slot()
    def run(self) -> None:
        """Try the text as it stands; while a trial runs, one more follows it."""
        self._timer.stop()
        active = self._draft.active
        if self._closed or not self.text.strip() or active is None:
            return
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        text, started = self.text, time.perf_counter()
        known = self._verdict
        if known is not None and known[0] == text:
            self._propose(text, known[1], started)
            return
        try:
            reading = self._console.engine.read([ClassifyItem("trial", text)])
        except VigieError as error:
            self._failed(error)
            return
        self._bridge.watch(reading, self, lambda found: self._read(text, found, started), self._failed)

    def _read(self, text: str, found: list[Verdict], started: float) -> None:
        self._propose(text, found[0], started, fresh=True)

    def _propose(self, text: str, verdict: Verdict, started: float, *, fresh: bool = False) -> None:
        draft, active, facts = self._draft.policy, self._draft.active, self.facts
        if active is None or self._closed:
            self._running = False
            return
        last = draft

        def work(console: Console) -> tuple[Verdict, Tried]:
            own = console.store.read(lambda r: calibrated(r, [verdict]))[0] if fresh else verdict
            return own, _try(console, text, own, facts, last, active)

        self._bridge.watch(
            self._console.background(work), self, lambda found: self._landed(found, started), self._failed
        )

    def _landed(self, found: tuple[Verdict, Tried], started: float) -> None:
        self._running = False
        verdict, tried = found
        self._verdict = (tried.text, verdict)
        if self._again or tried.text != self.text:
            self._again = False
            if not self._timer.isActive():
                self.run()
            if tried.text != self.text:
                return
        self._show(Outcome(tried, time.perf_counter() - started))

    def _failed(self, error: Exception) -> None:
        self._running, self._again = False, False
        self._show(Outcome(error=error))

    def _show(self, outcome: Outcome | None) -> None:
        self.outcome = outcome
        self.changed.emit()

    def shut_down(self) -> None:
        """Try nothing more."""
        self._closed = True
        self._timer.stop()


def _try(
    console: Console, text: str, verdict: Verdict, facts: TrialFacts, draft: Policy | None, active: Policy
) -> Tried:
    return try_text(text, verdict, facts, draft, active, console.clock.now())
