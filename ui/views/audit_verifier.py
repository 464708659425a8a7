"""Verification for the audit page: on a reader thread, with progress, stoppable, and its tail again as entries come in."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.errors import VigieError
from console.services import audit_desk
from ui.apart import apart
from ui.errors import describe, paragraph
from ui.views.audit_head import Chain

if TYPE_CHECKING:
    from console.audit.verify import Verification
    from console.runtime.app import Console
    from console.services.audit_desk import Acknowledged, LogState
    from console.services.roles import Actor
    from ui.bridge import Bridge

PROGRESS_MS: Final = 200


class Verifier(QObject):
    """``changed`` carries the Chain as it is known now; ``spoke`` a sentence when it could not be checked."""

    changed = Signal(object)
    spoke = Signal(str)

    def __init__(self, console: Console, bridge: Bridge, actor: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self.chain = Chain("unknown")
        # Written by a reader thread, looked at by the timer here.
        self._stop = threading.Event()
        self._read = 0
        self._running = False
        self._sound: Verification | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(PROGRESS_MS)
        self._poll.timeout.connect(self._show_progress)

    def verify(self) -> None:
        """Check the whole chain."""
        self._start(None)

    def verify_tail(self) -> None:
        """Check what was appended since the last sound result; a broken log is checked again only when asked."""
        if self._sound is not None and not self._running:
            self._start(self._sound)

    def shut_down(self) -> None:
        """Stop a pass that still runs; nothing starts any more."""
        self._stop.set()
        self._poll.stop()

    def acknowledge(self, reason: str) -> None:
        """Somebody has seen the broken place and says why work goes on."""
        fault = self.chain.fault
        if fault is None:
            return
        try:
            future = audit_desk.acknowledge(self._console.store, self._actor, fault, reason)
        except VigieError as error:
            self.spoke.emit(paragraph(describe(error)))
            return
        self._bridge.watch(future, self, self._acknowledged)

    def set_chain(self, chain: Chain) -> None:
        """Know this from now on, and tell."""
        self.chain = chain
        self.changed.emit(chain)

    def _start(self, after: Verification | None) -> None:
        if self._running or self._stop.is_set():
            return
        self._running = True
        self._read = 0
        stop = self._stop

        def progress(read: int) -> None:
            self._read = read

        def work(console: Console) -> tuple[LogState, Acknowledged | None]:
            state = audit_desk.verify_log(
                console.store, console.clock.now, progress=progress, stop=stop.is_set, after=after
            )
            return state, console.store.read(audit_desk.acknowledged)

        if after is None:
            self.set_chain(Chain("checking"))
            self._poll.start()
        self._bridge.watch(apart(self._console, work), self, self._verified, self._not_verified)

    def _show_progress(self) -> None:
        if self._running:
            self.set_chain(Chain("checking", entries=self._read))

    def _verified(self, answer: tuple[LogState, Acknowledged | None]) -> None:
        self._running = False
        self._poll.stop()
        state, seen = answer
        found = state.verification
        if found.ok:
            self._sound = found
            self.set_chain(Chain("ok", found.entries, found.head, state.checked_at, last=found.checked_until))
        elif found.complete and found.first_bad is not None:
            self._sound = None
            # The place counts: once an entry is appended behind a cut, the same place reads as a deletion.
            place = found.first_bad.sequence
            known = seen if seen is not None and seen.fault.sequence == place else None
            self.set_chain(
                Chain("broken", found.entries, found.head, state.checked_at, found.first_bad, known)
            )

    def _not_verified(self, error: Exception) -> None:
        self._running = False
        self._poll.stop()
        self.set_chain(Chain("unknown"))
        if isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    def _acknowledged(self, seen: Acknowledged) -> None:
        chain = self.chain
        self.set_chain(Chain("broken", chain.entries, chain.anchor, chain.at, chain.fault, seen))
