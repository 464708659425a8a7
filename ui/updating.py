"""Looking for versions in the window: consent, looks, downloads off its thread; at most one at a time, and it can be stopped."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from console.domain.errors import VigieError
from ui import parking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from console.services.updates import Found, Saved, Trust, Updates
    from console.update_state import State
    from ui.bridge import Bridge

log = logging.getLogger(__name__)
T = TypeVar("T")

EVERY_MS: Final = 3_600_000
"""How often it is asked whether a day has gone by."""
POLL_MS: Final = 200


@dataclass(frozen=True, slots=True)
class Stand:
    """How things stand: whom this copy believes, what is remembered, what the last list says."""

    trust: Trust
    state: State
    found: Found | None


def detached(work: Callable[[], T]) -> Future[T]:
    """Run ``work`` on a thread that the end of the program does not wait for: a server may take its time."""
    future: Future[T] = Future()

    def run() -> None:
        future.set_running_or_notify_cancel()
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - handed to who asked
            future.set_exception(error)
        else:
            future.set_result(result)

    parking.keep(future, work)
    threading.Thread(target=run, name="updates", daemon=True).start()
    return future


class Updating(QObject):
    """``state`` is idle, looking, downloading or stopping; ``changed`` follows each step.

    ``announced`` carries the number of a newer version that an unasked look found and nobody put off. Errors of unasked
    looks are written to the log alone.
    """

    changed = Signal()
    announced = Signal(str)

    def __init__(
        self, bridge: Bridge, updates: Updates, workspace: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self.updates, self._workspace = bridge, updates, workspace
        self.state = "idle"
        self.stand: Stand | None = None
        self.error: Exception | None = None
        self.saved: Saved | None = None
        self._progress = [0, 0]  # written by the thread that downloads, looked at by the timer
        self._stop = threading.Event()
        self._closed = False
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self.look_if_due)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.changed)

    @property
    def progress(self) -> tuple[int, int]:
        """Bytes so far, and in all."""
        return self._progress[0], self._progress[1]

    @property
    def newer(self) -> Found | None:
        """What was found last, where it is a newer version and its list is still good."""
        found = None if self.stand is None else self.stand.found
        return found if found is not None and found.offer is not None and not found.old else None

    def begin(self) -> None:
        """Look once a day from now on, where somebody agreed to it."""
        self._clock.start(EVERY_MS)
        self.look_if_due()

    @Slot()
    def look_if_due(self) -> None:
        """An unasked look: silent unless it finds a newer version."""
        if self.state != "idle" or self._closed:
            return
        updates = self.updates

        def work() -> Stand:
            if updates.due():
                updates.check()
            # Without consent the last list is not even read: that would load what verifies it.
            return _stand(updates, read=bool(updates.trust().consent))

        self._bridge.watch(detached(work), self, self._looked_unasked, self._failed_unasked)

    def refresh(self) -> None:
        """Read how things stand, asking nobody."""
        updates = self.updates
        self._bridge.watch(detached(lambda: _stand(updates)), self, self._took, self._failed)

    def switch(self, on: bool, server: str | None = None) -> None:
        """The person's consent, or its end; ``server`` where they give one."""
        updates = self.updates

        def work() -> Stand:
            updates.switch(on, server=server)
            return _stand(updates)

        self.error = None
        self._bridge.watch(detached(work), self, self._took, self._failed)

    def look(self) -> None:
        """Look now: somebody asked for it."""
        if self.state != "idle":
            return
        updates = self.updates

        def work() -> Stand:
            updates.check()
            return _stand(updates)

        self.error, self.saved = None, None
        self._set("looking")
        self._bridge.watch(detached(work), self, self._took, self._failed)

    def download(self, folder: Path) -> None:
        """Save the package of what was found into ``folder``."""
        found = self.newer
        if self.state != "idle" or found is None:
            return
        updates, stop, progress, workspace = self.updates, self._stop, self._progress, self._workspace
        stop.clear()
        progress[:] = [0, 0]

        def told(done: int, whole: int) -> None:
            progress[:] = [done, whole]

        def work() -> Saved:
            release, file = updates.choose(found)
            return updates.download(
                release, file, folder, told=told, cancelled=stop.is_set, workspace=workspace
            )

        self.error, self.saved = None, None
        self._set("downloading")
        self._poll.start()
        self._bridge.watch(detached(work), self, self._downloaded, self._failed)

    def cancel(self) -> None:
        """Stop the download; what arrived is kept for the next time."""
        if self.state == "downloading":
            self._stop.set()
            self._set("stopping")

    def put_off(self, version: str) -> None:
        """Do not announce this version again."""
        updates = self.updates
        self._bridge.watch(detached(lambda: updates.put_off(version)), self, None, self._failed_unasked)

    def shut_down(self) -> None:
        """The window closes: stop, and tell nobody."""
        self._closed = True
        self._stop.set()
        self._clock.stop()
        self._poll.stop()

    def _set(self, state: str) -> None:
        self.state = state
        if state not in ("downloading", "stopping"):
            self._poll.stop()
        self.changed.emit()

    def _took(self, stand: Stand) -> None:
        self.stand = stand
        self._set(self.state if self.state in ("downloading", "stopping") else "idle")

    def _looked_unasked(self, stand: Stand) -> None:
        self._took(stand)
        found = self.newer
        if found is None or found.offer is None or not stand.trust.consent:
            return
        version = found.offer.release.version
        if version != stand.state.announced:
            self.announced.emit(version)

    def _failed_unasked(self, error: Exception) -> None:
        log.info("updates: %s", error.code if isinstance(error, VigieError) else type(error).__name__)

    def _downloaded(self, saved: Saved) -> None:
        self.saved = saved
        self._set("idle")

    def _failed(self, error: Exception) -> None:
        self.error = error
        self._set("idle")


def _stand(updates: Updates, *, read: bool = True) -> Stand:
    trust: Any = updates.trust()
    return Stand(trust, updates.state, updates.known() if read else None)
