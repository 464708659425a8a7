"""Installing an engine pack for the window: looked at, agreed to, carried out and stoppable off the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from console.classify.packs import Cancelled, Manifest
from console.services.packs import Packs
from ui.apart import apart

if TYPE_CHECKING:
    from console.classify.packinstall import Plan, Progress
    from console.runtime.app import Console
    from ui.bridge import Bridge

POLL_MS: Final = 200


class Installation(QObject):
    """At most one at a time; it outlives the dialog that shows it, and ends with the window.

    ``state`` is idle, looking, asking, running, stopping, done or failed. ``changed`` follows each step, ``finished``
    carries the name of an engine that was installed.
    """

    changed = Signal()
    finished = Signal(str)

    def __init__(
        self, console: Console, bridge: Bridge, packs: Packs | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge = console, bridge
        self.packs = packs or Packs()
        self.state = "idle"
        self.name = ""
        self.plan: Plan | None = None
        self.progress: Progress | None = None
        self.manifest: Manifest | None = None
        self.error: Exception | None = None
        self._stop = threading.Event()
        self._asked = 0
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.changed)

    @property
    def busy(self) -> bool:
        """Whether something is under way that another installation must wait for."""
        return self.state in ("looking", "running", "stopping")

    def look(self, name: str, source: str | None) -> None:
        """Find out what installing ``name`` would take. ``source`` is a file, a folder, an address or the publishers."""
        if self.busy:
            return
        self._asked += 1
        asked = self._asked
        self.name, self.plan, self.error, self.manifest, self.progress = name, None, None, None, None
        self._set("looking")
        future = apart(self._console, lambda _c: self.packs.plan(name, source))
        self._bridge.watch(
            future, self, lambda plan: self._looked(asked, plan), lambda error: self._failed(asked, error)
        )

    def start(self) -> None:
        """Carry out what was shown and agreed to."""
        plan = self.plan
        if plan is None or self.state != "asking":
            return
        asked = self._asked
        self._stop.clear()
        stop = self._stop

        def told(progress: Progress) -> None:
            self.progress = progress  # one reference, looked at by the timer

        self._set("running")
        self._poll.start()
        future = apart(self._console, lambda _c: self.packs.install(plan, told, stop.is_set))
        self._bridge.watch(future, self, self._installed, lambda error: self._failed(asked, error))

    def cancel(self) -> None:
        """Stop; what was downloaded is kept for the next time."""
        if self.state == "running":
            self._stop.set()
            self._set("stopping")

    def forget(self) -> None:
        """Back to nothing, once what came of it was read."""
        if not self.busy:
            self._asked += 1
            self.plan, self.error, self.manifest, self.progress = None, None, None, None
            self._set("idle")

    def shut_down(self) -> None:
        """The workspace closes: stop and tell nobody."""
        self._stop.set()
        self._poll.stop()

    def _set(self, state: str) -> None:
        self.state = state
        if state not in ("running", "stopping"):
            self._poll.stop()
        self.changed.emit()

    def _looked(self, asked: int, plan: Plan) -> None:
        if asked == self._asked:
            self.plan = plan
            self._set("asking")

    def _installed(self, manifest: Manifest) -> None:
        self.manifest = manifest
        self._set("done")
        self.finished.emit(manifest.name)

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self.error = error
            self._set("idle" if isinstance(error, Cancelled) and self.state == "idle" else "failed")
