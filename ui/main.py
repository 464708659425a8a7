"""The window's composition root: the only place that builds everything, in order, and takes it apart again.

Paths, log, application, preferences; then the workspace is opened on a thread of its own while the window is being
prepared; the engine starts after the first paint, so that no pull and no child process delays what a person sees.
"""

from __future__ import annotations

import gc
import logging
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from console import logs, paths
from console.domain.errors import EnvironmentFailure, VigieError
from console.domain.events import Changed
from ui import parking, settings_file
from ui.app import Preferences, make_application
from ui.application import FilesAsked, file_at_start
from ui.bridge import Bridge
from ui.entry import OpenRequest, workspace_of
from ui.faults import Faults
from ui.retiring import retire
from ui.signals import EndSignals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.classify.supervisor import ClassifierState
    from console.runtime.app import Console
    from console.runtime.reader import EngineReader
    from console.services.roles import Actor
    from console.store import Member
    from ui.reporting import Reporting
    from ui.views.main_window import MainWindow
    from ui.views.team_pages import TeamPages

log = logging.getLogger(__name__)

WAIT_WORDS_MS: Final = 400
"""Opening that takes longer than this says so."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the opening thread hands over; without an actor one of ``members`` must be chosen first."""

    console: Console
    actor: Actor | None
    members: tuple[Member, ...] = ()


def open_workspace(request: OpenRequest, bridge: Bridge, language: str, name: str) -> Opened:
    """Open the workspace, with the classifier's reader, for whoever acts. Blocks: never called in the GUI thread.

    ``name`` is who acted last: they are asked again as soon as more than one member is listed, unless ``--as`` says it.
    Raises VigieError, with everything closed again.
    """
    from console.runtime.app import Console

    def heard(state: ClassifierState, detail: Mapping[str, str]) -> None:
        bridge.publish((Changed("classifier", extra={"state": state.value, **detail}),))

    def make_reader() -> EngineReader:
        from console.runtime.reader import EngineReader

        return EngineReader(on_state=heard)

    console = Console.open(workspace_of(request), make_reader=make_reader, language=language)
    try:
        members = tuple(console.store.read(lambda r: r.members.present()))
        ask = not request.name and len(members) > 1
        actor = None if ask else console.actor(request.name or name or None, permissions=False)
        if request.demo and actor is not None:
            console.ensure_practice(actor)
        console.store.close_reader()
    except BaseException:
        console.close()
        raise
    return Opened(console, actor, members)


class Startup(QObject):
    """Opens the workspace without blocking the window's thread and shows the window, or what stands in the way."""

    shown = Signal()
    #: How a workspace is opened; the bench opens one in which no classifier works beside what is measured.
    opens = staticmethod(open_workspace)

    def __init__(
        self,
        request: OpenRequest,
        bridge: Bridge,
        preferences: Preferences,
        version: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._request = request
        self._bridge = bridge
        self._preferences = preferences
        self._version = version
        self._path = workspace_of(request)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._opening: Future[Opened] | None = None
        self._starting: Future[None] | None = None
        self._front: QWidget | None = None  # the waiting or the problem window
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(WAIT_WORDS_MS)
        self._patience.timeout.connect(self._say_waiting)
        self.console: Console | None = None
        self.window: MainWindow | None = None
        self.pages: TeamPages | None = None
        self._reporting: Reporting | None = None
        self.exit_code = 0

    @Slot()
    def begin(self) -> None:
        """Start opening."""
        name = self._preferences.settings.name
        self._opening = self._executor.submit(
            self.opens, self._request, self._bridge, self._preferences.language, name
        )
        self._bridge.watch(self._opening, self, self._opened, self._failed)
        self._patience.start()
        # Loading the views takes as long as opening a workspace: both at once.
        import ui.views.main_window  # noqa: F401

    @Slot()
    def come_forward(self) -> None:
        """Somebody started the program again on this workspace."""
        window = self.window or self._front
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    def end_now(self) -> None:
        """A signal asks for the end: nobody can be asked, so what is queued is kept for the next start."""
        if self.pages is not None:
            self.pages.keep_queued()
        if self.window is not None:
            self.window.close()  # gives claims back and keeps the layout
        app = QApplication.instance()
        if app is not None:
            app.exit(0)

    @Slot()
    def leave(self) -> None:
        """The desktop asks for the end: what there is to ask is asked, and no window stays hidden in the tray."""
        if self.pages is not None:
            self.pages.leave()

    def close(self) -> bool:
        """Stop everything in order; True when it all ended in its time. Safe to call at any stage."""
        self._patience.stop()
        if self.pages is not None:
            self.pages.shut_down()
        self._bridge.close()
        if self._opening is not None and self.console is None:
            # Closed while it was still opening: what comes out of it must be closed too.
            self._opening.add_done_callback(_close_unused)
        self._executor.shutdown(wait=True)
        ended = True
        if self._starting is not None and self.console is not None:
            self._starting.exception(timeout=15)
        if self.console is not None:
            ended = self.console.close()
        for widget in (self.window, self._front):
            if widget is not None:
                retire(widget)
        self.window, self._front, self.console = None, None, None
        parking.clear()  # no worker is left
        return ended

    @Slot()
    def _say_waiting(self) -> None:
        from ui.views.problem_window import WaitingWindow

        self._put_in_front(WaitingWindow(self._preferences.look, str(self._path)))

    def _put_in_front(self, widget: QWidget | None) -> None:
        before, self._front = self._front, widget
        if widget is not None:
            widget.show()
        if before is not None:
            retire(before)
            before.hide()

    def _opened(self, opened: Opened) -> None:
        self._patience.stop()
        if not gc.get_freeze_count():
            # What was loaded until here stays: ``ui.garbage`` need not look at it, 20 ms before the paint. Once: what an
            # earlier window left behind must still be found.
            gc.freeze()
        self.console = opened.console
        opened.console.handed = parking.keep
        opened.console.subscribe(self._bridge.publish)
        self._bridge.changed.connect(self._on_changed)
        if opened.actor is not None:
            self._enter(opened.actor)
            return
        from ui.views.who_acts import WhoActsWindow

        last = self._preferences.settings.name or opened.console.os_user
        question = WhoActsWindow(self._preferences.look, str(self._path), opened.members, last)
        question.chosen.connect(self._act_as)
        self._put_in_front(question)

    @Slot(str)
    def _act_as(self, name: str) -> None:
        """Somebody said who they are: at the start, or in place of who sat here before."""
        console = self.console
        if console is None:
            return
        demo = self._request.demo

        def find(console: Console) -> Actor:
            actor = console.actor(name)
            if demo and actor.may("import"):
                console.ensure_practice(actor)
            return actor

        self._bridge.watch(console.background(find), self, self._chosen, self._not_entered)

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        """Whoever sits here may have another role now, or be off the team: the window must not say otherwise."""
        console, window = self.console, self.window
        if console is None or window is None or all(one.what != "members" for one in changes):
            return
        name = window.actor.name
        self._bridge.watch(console.background(lambda c: c.standing(name)), self, self._stands)

    def _stands(self, actor: Actor | None) -> None:
        if actor is not None:
            self._enter(actor)
        elif self.pages is not None:
            self.pages.open_act_as(always=True)

    def _chosen(self, actor: Actor) -> None:
        self._preferences.change(name=actor.name)  # chosen beforehand the next time
        self._enter(actor)

    def _not_entered(self, error: Exception) -> None:
        if self.window is not None:
            self._bridge.tasks.failed.emit(error)
        else:
            self._failed(error)

    def _enter(self, actor: Actor) -> None:
        """Show the window for ``actor``. A new one in place of another's: nothing in it can act under the old name."""
        from ui.i18n.mark import translate
        from ui.i18n.words import role_word
        from ui.views.main_window import MainWindow

        console, before = self.console, self.window
        if console is None or (before is not None and before.actor == actor):
            return
        place = ""
        if before is not None and self.pages is not None:
            place = before.place()
            self.pages.shut_down()
            before.retire()
        window = MainWindow(console, self._bridge, actor, self._preferences)
        settings = self._preferences.settings
        window.restore_layout(_bytes(settings.geometry), _bytes(settings.splitter))
        self.pages = None
        self.window = window
        window.front.seen.connect(self._first_seen)
        window.show()
        self._put_in_front(None)
        if before is None:
            return
        self._join(window)
        before.hide()
        retire(before)
        if place:
            window.show_place(place)
        words = translate("Team", "You act as {name}, {role}.")
        window.status.say(words.format(name=actor.name, role=role_word(actor.role.value)))

    def _join(self, window: MainWindow) -> TeamPages:
        """The rooms beside the queue."""
        from ui.views.team_pages import TeamPages

        assert self.console is not None
        pages = TeamPages(window, self.console, self._bridge, window.actor, self._preferences, self._version)
        pages.act_as.connect(self._act_as)
        self.pages = pages
        return pages

    @Slot()
    def _first_seen(self) -> None:
        """The list is painted: whatever else there is may take its time now."""
        window, console = self.window, self.console
        if window is None or console is None or window.closed_already:
            return
        window.complete()
        pages = self.pages or self._join(window)
        pages.guide.begin()
        pages.updates.begin()
        self._watch_for_upgrade(window)
        self._start_engine()
        if console.store.upgrade_backup is not None:
            from ui.i18n.mark import translate

            words = translate(
                "Errors",
                "This workspace now has the form of this version; as it was, it is kept beside it: {file}. Earlier versions no longer open it.",
            )
            window.status.say(words.format(file=console.store.upgrade_backup.name))
        self.shown.emit()

    @Slot()
    def tell_fall(self) -> None:
        """An earlier run fell: said once, in the strip, in nobody's way."""
        from ui.i18n.mark import translate

        if self.window is not None:
            self.window.status.say(
                translate(
                    "Report",
                    "Vigie ended abruptly last time; what was decided is kept. The traces: command “Report for the help desk”.",
                )
            )

    def _watch_for_upgrade(self, window: MainWindow) -> None:
        from ui.renewal import Renewal

        Renewal(window.status, window)

    def _start_engine(self) -> None:
        if self.console is None or self._starting is not None:
            return
        self._starting = self.console.background(_go)
        self._bridge.watch(self._starting, self, None, self._engine_failed)

    def _engine_failed(self, error: Exception) -> None:
        log.error("the engine did not start: %s", type(error).__name__)

    def _failed(self, error: Exception) -> None:
        from ui.errors import describe, details
        from ui.views.problem_window import ProblemWindow

        self._patience.stop()
        known = error if isinstance(error, VigieError) else EnvironmentFailure("unexpected")
        self.exit_code = known.exit_code
        log.warning("workspace not opened: %s", known.code)
        problem = ProblemWindow(
            self._preferences.look,
            describe(error),
            details(error, self._version, self._path),
            str(self._path),
        )
        problem.retry.connect(self._again)
        problem.report.connect(lambda: self.open_report(known.code))
        self._put_in_front(problem)
        if not isinstance(error, (VigieError, OSError)):
            # Told in the window like any other; the log keeps the trace of the bug.
            log.error("opening failed", exc_info=error)

    def open_report(self, code: str = "") -> None:
        """The report for the help desk, with a workspace open or (``code``) without."""
        if self.pages is not None:
            self.pages.open_report()
            return
        from ui.reporting import Reporting

        if self._reporting is None:
            self._reporting = Reporting(
                self._bridge, self._preferences.look, self._version, self._executor.submit, self
            )
        self._reporting.open(self.console, self._front, code)

    @Slot()
    def _again(self) -> None:
        self.exit_code = 0
        self._say_waiting()
        self.begin()


def _go(console: Console) -> None:
    """What waited for the first paint: who may do what by the policy in force, then pulls and dispatches."""
    with suppress(EnvironmentFailure):
        console.store.read(console.house.permissions)
    console.engine.start()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def _close_unused(opening: Future[Opened]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().console.close()


def run(request: OpenRequest) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    from console.runtime.app import version as version_of_program
    from ui.single import SingleWindow

    with ExitStack() as stack:
        version = version_of_program()
        app = make_application(sys.argv[:1], version)
        try:
            folder = paths.log_folder()
            stack.callback(logs.stop, logs.start(folder, "window.log"))
            settings = settings_file.settings_path()
        except OSError as error:
            return _no_folder(app, error, request, version)
        faults = stack.enter_context(Faults(folder, version))
        clicked = file_at_start(app, request.workspace is not None or request.demo)
        request = replace(request, workspace=clicked) if clicked is not None else request
        path = workspace_of(request)
        single = SingleWindow(path)
        if not request.new_window:
            if single.raise_other():
                return 0
            single.listen()
            stack.callback(single.close)
        preferences = Preferences(app, settings, request.language)
        bridge = Bridge()
        startup = Startup(request, bridge, preferences, version)
        if faults.crashed_before:
            startup.shown.connect(startup.tell_fall, Qt.ConnectionType.SingleShotConnection)
        stack.callback(startup.close)
        single.asked.connect(startup.come_forward)
        files = FilesAsked(path, startup.come_forward)
        app.file_asked.connect(files.heard)
        app.leaving.connect(startup.leave)
        app.commitDataRequest.connect(startup.end_now)
        faults.raised.connect(_Teller(startup, preferences, version).tell, Qt.ConnectionType.QueuedConnection)
        stack.enter_context(EndSignals(startup.end_now))
        QTimer.singleShot(0, startup, startup.begin)
        code = app.exec()
        return code or startup.exit_code


class _Teller(QObject):
    """Tells the person of an exception that nobody caught, once at a time, without stopping them."""

    def __init__(self, startup: Startup, preferences: Preferences, version: str) -> None:
        super().__init__(startup)
        self._startup, self._preferences, self._version = startup, preferences, version
        self._told: QWidget | None = None

    @Slot(object)
    def tell(self, error: object) -> None:
        """Show the notice, unless one is on the screen already."""
        if not isinstance(error, BaseException) or self._told is not None:
            return
        from ui.errors import describe, details
        from ui.views.fault_dialog import FaultDialog

        console = self._startup.console
        workspace = None if console is None else console.store.path
        dialog = FaultDialog(
            self._preferences.look,
            describe(error),
            details(error, self._version, workspace),
            self._startup.window,
        )
        dialog.report.clicked.connect(lambda _checked=False: self._startup.open_report())
        dialog.finished.connect(self._forget)
        self._told = dialog
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        if self._told is not None:
            retire(self._told)
            self._told = None


def _no_folder(app: QApplication, error: OSError, request: OpenRequest, version: str) -> int:
    """There is no place for log and settings: say so in a window that needs neither."""
    del request
    import tempfile

    from ui.errors import describe, details
    from ui.views.problem_window import ProblemWindow

    known = EnvironmentFailure(
        "folder_unreachable", path=str(error.filename or ""), detail=error.strerror or ""
    )
    with tempfile.TemporaryDirectory(prefix="vigie-") as folder:
        preferences = Preferences(app, Path(folder) / "settings.toml")
        problem = ProblemWindow(
            preferences.look,
            describe(known),
            details(known, version),
            str(error.filename or ""),
            can_retry=False,
        )
        problem.show()
        app.exec()
    return known.exit_code
