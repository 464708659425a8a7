"""What the policy room does: it keeps the working draft, knows the versions and the gate, and moves a version along its life.

Everything that reads or writes runs on a reader thread; the services decide who may do what, this only asks.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.errors import VigieError
from console.services.gate import GateNotMet, GateReport
from console.services.versions import PolicyVersion
from ui.apart import apart
from ui.models.policy.files import from_disk, to_disk
from ui.models.policy.reads import Opening, Standing, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.store import WorkingDraft
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.test_run import RuleTests

log = logging.getLogger(__name__)
T = TypeVar("T")

KEEP_MS: Final = 1_500
"""After the last change the working draft is kept within two seconds."""


class PolicyDesk(QObject):
    """``opened`` once the draft holds its first text; ``changed`` when versions, gate or what is kept are others.

    ``overtaken`` carries the number of a version that went into force while this person has a draft.
    """

    opened = Signal()
    changed = Signal()
    kept = Signal()
    overtaken = Signal(int)
    failed = Signal(object)
    done = Signal(str, object)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        draft: PolicyDraft,
        tests: RuleTests,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self.actor = console, bridge, actor
        self._draft, self._tests = draft, tests
        self.versions: tuple[PolicyVersion, ...] = ()
        self.gate: GateReport | None = None
        self.open_comments = 0
        self.working: WorkingDraft | None = None
        self.based_on: str | None = None
        self.kept_at = 0
        self.busy = ""
        self.ready = False
        self._dirty = False
        self._keeping: Future[None] | None = None
        self._reading = False
        self._again = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)
        draft.changed.connect(self._draft_changed)
        draft.checked.connect(self._match)
        tests.finished.connect(lambda _run: self._note_tests())
        bridge.changed.connect(self._on_changed)

    # ------------------------------------------------------------------ opening

    def open(self) -> None:
        """Read this person's working draft and the versions; the draft holds a text when ``opened`` comes."""
        actor = self.actor
        self._draft.active_changed.connect(self._first_active)
        future = self._console.background(
            lambda c: Opening(c.lifecycle.working(actor), tuple(c.lifecycle.versions()))
        )
        self._bridge.watch(future, self, self._opened, self.failed.emit)

    def _opened(self, found: Opening) -> None:
        self.working, self.versions = found.working, found.versions
        self._draft.read_active()

    def _first_active(self) -> None:
        if self.ready:
            self._follow()
            self._match()
            self.reload()
            return
        self.ready = True
        active = self._draft.active_text
        working = self.working
        if working is not None and (working.text, dict(working.files)) == (active.text, active.files or {}):
            self.working = working = None  # it is in force by now: no draft any more
            self._console.background(lambda c: c.lifecycle.drop_working(self.actor))
        if working is not None:
            self.based_on, self.kept_at = working.based_on, working.updated_at
            self._draft.file_name = working.name or self._draft.file_name
            self._draft.set_all(working.text, working.files, "kept")
        else:
            held = self.active_version()
            self.based_on = None if held is None else held.id
            self._draft.set_all(active.text, active.files or {}, "version")
        self._timer.stop()
        self._dirty = False
        self._draft.check_now()
        self.opened.emit()
        self.reload()

    @property
    def untouched(self) -> bool:
        """Whether this person has no draft: the text shown is the one in force."""
        return not self._dirty and not self.kept_at

    def _follow(self) -> None:
        """Another version is in force: who has changed nothing sees it, who has a draft is told."""
        active = self._draft.active_text
        if self.untouched:
            self.based_on = None if self._draft.active is None else self._draft.active.id
            self._draft.set_all(active.text, active.files or {}, "version")
        elif self._draft.differs:
            self.overtaken.emit(active.number)

    # ------------------------------------------------------------------ versions and the gate

    def active_version(self) -> PolicyVersion | None:
        """The version in force, as far as the list is read."""
        return next((one for one in self.versions if one.state == "active"), None)

    def shadow_version(self) -> PolicyVersion | None:
        """The version in shadow."""
        return next((one for one in self.versions if one.state == "shadow"), None)

    def by_id(self, version_id: str | None) -> PolicyVersion | None:
        """A version by its id."""
        return next((one for one in self.versions if one.id == version_id), None)

    @property
    def stored(self) -> bool:
        """Whether the draft is word for word a stored version."""
        version = self._draft.version
        return version is not None and version.source.replace("\r\n", "\n") == self._draft.text

    def _match(self) -> None:
        """Which stored version the draft is, by what it means."""
        policy = self._draft.policy
        if policy is not None:
            before = self._draft.version
            self._draft.set_version(self.by_id(policy.id))
            if (before and before.id) != (self._draft.version and self._draft.version.id):
                self.gate = None
                self.reload()
        elif self._draft.fresh:
            self._draft.set_version(None)
            self.gate = None
        self.changed.emit()

    def reload(self) -> None:
        """Read versions and gate again; asked twice meanwhile, once more."""
        if self._closed or not self.ready:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        actor, version = self.actor, self._draft.version
        wanted = "" if version is None else version.id
        future = self._console.background(lambda c: standing(c, actor, wanted))
        self._bridge.watch(future, self, self._reloaded, self._not_reloaded)

    def _reloaded(self, found: Standing) -> None:
        self._reading = False
        self.versions, self.open_comments = found.versions, found.open_comments
        policy = self._draft.policy
        if policy is not None:
            self._draft.set_version(self.by_id(policy.id))
        current = self._draft.version
        self.gate = found.gate if current is not None and current.id == found.gate_of else None
        self.changed.emit()
        if self._again or (current is not None and self.gate is None and current.id != found.gate_of):
            self._again = False
            self.reload()
        self._note_tests()

    def _not_reloaded(self, error: Exception) -> None:
        self._reading, self._again = False, False
        self.failed.emit(error)

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        whats = {change.what for change in changes}
        if "policy" in whats and self.ready:
            self._draft.read_active()
            self.reload()

    # ------------------------------------------------------------------ the working draft

    def _draft_changed(self, origin: str) -> None:
        keeps = self.actor.may("decide")  # who only reads may try a text, and leaves nothing behind
        if keeps and self.ready and origin not in ("kept", "version"):
            self._dirty = True
            self._timer.start()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._dirty

    @Slot()
    def keep(self) -> None:
        """Keep the working draft now."""
        self._timer.stop()
        if self._closed or not self.ready or not self._dirty:
            return
        if self._keeping is not None and not self._keeping.done():
            self._timer.start()
            return
        self._keeping = self._console.background(self._kept_by())
        self._bridge.watch(self._keeping, self, lambda _done: self._was_kept(), self._not_kept)

    def _kept_by(self) -> Callable[[Console], None]:
        """What keeps the draft as it is at this moment."""
        self._dirty = False
        text, files, based_on, actor = self._draft.text, self._draft.files, self.based_on, self.actor
        name = self._draft.file_name
        return lambda c: c.lifecycle.keep_working(text, files, based_on, actor, name)

    def _was_kept(self) -> None:
        self.kept_at = self._console.clock.now()
        self.kept.emit()
        self.changed.emit()

    def _not_kept(self, error: Exception) -> None:
        self._dirty = True
        self.failed.emit(error)

    def discard(self) -> None:
        """Forget the working draft; the active text takes its place."""
        self._timer.stop()
        self._dirty = False
        actor = self.actor

        def work(console: Console) -> None:
            console.lifecycle.drop_working(actor)

        held = self.active_version()
        self.based_on, self.kept_at, self.working = (None if held is None else held.id), 0, None
        active = self._draft.active_text
        self._draft.set_all(active.text, active.files or {}, "discard")
        self._timer.stop()
        self._dirty = False
        self._bridge.watch(
            self._console.background(work), self, lambda _done: self.changed.emit(), self._not_kept
        )

    def use_version(self, version: PolicyVersion) -> None:
        """Take a version's text as the draft, kept like anything typed."""
        self.based_on = version.id
        self._draft.set_all(version.source, version.files, "restore")
        self._dirty = True
        self._timer.start()

    # ------------------------------------------------------------------ a version's life

    def submit(self) -> None:
        """Store the draft as a version, with the results of its tests where they are known. ``done("submit", version)``."""
        text, files, actor = self._draft.text, self._draft.files, self.actor
        run = self._tests.run if self._tests.fresh else None

        def work(console: Console) -> PolicyVersion:
            version = console.lifecycle.submit(text, files, actor)
            if run is not None and run.policy_id == version.id:
                console.lifecycle.record_tests(version.id, run.results, actor, version.source)
                version = console.lifecycle.version(version.id)
            return version

        self._do("submit", work)

    def record_tests(self) -> None:
        """Note the newest results beside the stored version they belong to."""
        run, version, actor = self._tests.run, self._draft.version, self.actor
        if run is None or version is None or run.policy_id != version.id or not self.stored:
            return
        text = version.source
        self._do("tests", lambda c: c.lifecycle.record_tests(version.id, run.results, actor, text))

    def _note_tests(self) -> None:
        """Tests of a stored version that nobody ran yet are noted without being asked for."""
        version = self._draft.version
        point = None if self.gate is None else self.gate.point("rule_tests")
        if version is None or version.state == "active" or point is None or point.value is not None:
            return
        if self.stored and self._tests.fresh and not self.busy and self.actor.may("policy"):
            self.record_tests()

    def start_shadow(self) -> None:
        """Put the draft's version into shadow."""
        version, actor = self._draft.version, self.actor
        if version is not None:
            self._do("shadow", lambda c: c.lifecycle.start_shadow(version.id, actor))

    def stop_shadow(self) -> None:
        """End the shadow."""
        actor = self.actor
        self._do("unshadow", lambda c: c.lifecycle.stop_shadow(actor))

    def activate(self, waive: str = "") -> None:
        """Make the draft's version the active one; its person's working draft is then done with."""
        version, actor = self._draft.version, self.actor
        if version is None:
            return

        def work(console: Console) -> PolicyVersion:
            active = console.lifecycle.activate(version.id, actor, waive)
            console.lifecycle.drop_working(actor)
            return active

        self._timer.stop()
        self._dirty = False
        self._do("activate", work, long=True)  # it may replay the past first

    def sign(self, version: PolicyVersion, name: str) -> None:
        """Another person signs: ``name`` acts for this one step."""
        self._do("sign", lambda c: c.lifecycle.sign(version.id, c.actor(name)))

    def _do(self, what: str, work: Callable[[Console], T], *, long: bool = False) -> None:
        if self.busy:
            return
        self.busy = what
        self.changed.emit()
        future = apart(self._console, work) if long else self._console.background(work)
        self._bridge.watch(future, self, lambda found: self._did(what, found), self._did_not)

    def _did(self, what: str, found: Any) -> None:
        self.busy = ""
        if isinstance(found, PolicyVersion) and what in ("submit", "activate"):
            self.based_on = found.id
        if what == "activate":
            self.kept_at, self.working = 0, None
        self.done.emit(what, found)
        self._draft.read_active()
        self.reload()
        self.changed.emit()

    def _did_not(self, error: Exception) -> None:
        self.busy = ""
        if isinstance(error, GateNotMet):
            self.gate = error.report
        self.failed.emit(error)
        self.reload()
        self.changed.emit()

    # ------------------------------------------------------------------ files outside

    def read_file(self, path: Path) -> None:
        """Take a policy file with the lists beside it as the draft."""

        def read(console: Console) -> tuple[str, dict[str, bytes]]:
            console.store.keep_off(path)
            return from_disk(path)

        future = self._console.background(read)
        self._bridge.watch(future, self, lambda found: self._read(path, *found), self.failed.emit)

    def _read(self, path: Path, text: str, files: Mapping[str, bytes]) -> None:
        self.based_on = None
        self._draft.file_name = path.name
        self._draft.set_all(text, files, "file")
        self._dirty = True
        self._timer.start()
        self.done.emit("import", path.name)

    def write_file(self, path: Path) -> None:
        """Write the draft to a file, its lists beside it."""
        text, files = self._draft.text, self._draft.files

        def write(console: Console) -> None:
            console.store.keep_off(path)
            to_disk(path, text, files)

        future = self._console.background(write)
        self._bridge.watch(future, self, lambda _done: self.done.emit("export", path.name), self.failed.emit)

    # ------------------------------------------------------------------ the end

    def shut_down(self) -> None:
        """Keep what was typed last, here and now because nothing comes after; read nothing more."""
        self._timer.stop()
        if self._dirty and self.ready and not self._closed:
            try:
                self._kept_by()(self._console)
            except VigieError as error:
                log.warning("working draft not kept: %s", error.code)
        self._closed = True
