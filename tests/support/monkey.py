"""A seeded monkey at the real window: random keys, clicks, words, sizes and settings, while pulls and faults go on.

``python -m tests.support.monkey --minutes 60 --seed 7`` runs it for as long as wanted; tests/ui/test_monkey.py for some
seconds. It fails for an exception nobody caught, a warning of Qt's, a window that hangs for a minute, a thread or child
left behind, a gap in the audit log, a decision without its entry, an intent twice, or an action that the practice
network carried out more often than it was asked for.
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TextIO

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from console import paths
from console.audit.verify import verify
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.store import AuditFilter
from tests.support.monkey_world import World, compare
from ui import actions
from ui.app import Preferences, make_application
from ui.bridge import Bridge
from ui.entry import OpenRequest
from ui.main import Startup
from ui.tray import Tray

WORDS: Final = (
    "merci", "oursé", "il a raison", "\u05e9\u05dc\u05d5\u05dd abc", "\u202eevil", "🙂👍🏽", "é" * 40, "insult", "12:30", "lormel",
    "wait", "{", '"quoted', "a reason that is long enough",
)  # fmt: skip
NAVIGATION: Final = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
)  # fmt: skip
QUIET: Final = ("propagateSizeHints", "This plugin does not support", "QXcbClipboard", "libpng",
                "systemTrayWindowChanged", "Keyboard event not accepted")  # fmt: skip
"""What the platform plugin says of itself, and QTest of a key that nobody wanted."""
STEP_MS: Final = 12
HUNG: Final = 60
"""Seconds without a step after which the stacks of all threads are written and the run is aborted."""
PATIENCE: Final = 60
"""Seconds until the first comments of the practice network must be in the list."""
ROOMS: Final = ("audit", "policy", "replies", "channels", "team", "history", "outbox")
NOT_RUN: Final = ("app.quit",)
DIALOGS: Final = (
    "app.settings", "app.classifier", "app.change_keys", "app.about", "app.import", "app.wellbeing", "app.support",
    "app.keys", "app.help", "app.tour", "app.act_as", "look.filter", "look.statement",
)  # fmt: skip


class Monkey(QObject):
    """Acts every few milliseconds on whatever has the focus or lies under a random point."""

    def __init__(self, folder: Path, seed: int, seconds: float) -> None:
        super().__init__()
        self.draw = random.Random(seed)
        self.folder = folder
        self.path = paths.practice_workspace()
        self.faults: list[str] = []
        self.done: Counter[str] = Counter()
        self.windows = 0
        self.trace: TextIO | None = None
        self.slowest: list[tuple[float, str]] = []
        self._seconds = seconds
        self._began = False
        self._end = time.monotonic() + seconds + PATIENCE
        app = QApplication.instance()
        self.app = app if isinstance(app, QApplication) else make_application(["vigie"], "monkey")
        self.preferences = Preferences(self.app, folder / "settings.toml", "en")
        self._quit = {key for key in actions.row("app.quit").keys}
        self._startup: Startup | None = None
        self._bridge: Bridge | None = None
        self._going = False
        self._stepped = 0.0
        # Kept: thousands of QTimer.singleShot with a delay brought the process down in Shiboken (docs/adr/0012).
        self._stepper, self._again = self._timer(STEP_MS, self._step), self._timer(150, self._guarded_soon)
        self._tries = 0
        self._under: list[QWidget | None] = []  # the modal widget under each step that is still going on
        weights: tuple[tuple[int, Callable[[], None]], ...] = (
            (40, self._action_key), (16, self._navigate), (12, self._click), (7, self._type), (5, self._both_keys),
            (4, self._wheel), (2, self._resize), (2, self._setting), (2, self._palette), (3, self._escape),
            (14, self._work), (5, self._command), (2, self._dialog), (3, self._place), (8, self._control),
            (2, self._bulk), (2, self._filter), (2, self._group), (2, self._tray), (1, self._recall),
        )  # fmt: skip
        self._acts = [act for weight, act in weights for _ in range(weight)]

    def _timer(self, delay: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(act)
        return timer

    # ------------------------------------------------------------------ life

    def run(self) -> None:
        """Until the time is over; a window that was closed on the way is opened again."""
        hooks = sys.excepthook, threading.excepthook
        sys.excepthook = lambda kind, error, trace: self._caught(error)
        threading.excepthook = lambda told: self._caught(told.exc_value)
        before = qInstallMessageHandler(self._said)
        for scheme in ("http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "opened")
        watch = threading.Thread(target=self._watch, name="watch", daemon=True)
        watch.start()
        asks = QFileDialog.getOpenFileName, QFileDialog.getSaveFileName
        # In the real one files can be deleted and renamed, the workspace's own too.
        QFileDialog.getOpenFileName = QFileDialog.getSaveFileName = self._a_file  # type: ignore[method-assign,assignment]
        keep = QApplication.quitOnLastWindowClosed()
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            while time.monotonic() < self._end:
                self._one_window()
        finally:
            self._end = 0.0
            watch.join()
            QFileDialog.getOpenFileName, QFileDialog.getSaveFileName = asks  # type: ignore[method-assign]
            QApplication.setQuitOnLastWindowClosed(keep)
            for scheme in ("http", "https"):
                QDesktopServices.unsetUrlHandler(scheme)
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook = hooks

    def _watch(self) -> None:
        """A window that hangs is worth its stacks; a debugger sees where it was."""
        while self._end:
            time.sleep(1)
            if self._stepped and time.monotonic() - self._stepped > HUNG:
                faulthandler.dump_traceback(all_threads=True)
                os.abort()

    def _a_file(self, *_asked: object, **_named: object) -> tuple[str, str]:
        """What a person picks: nothing, something that fits or does not, now and then the workspace itself."""
        self.done["file"] += 1
        known = [str(one) for one in sorted(self.folder.glob("*.csv"))]
        mine = [str(self.path), f"{self.path}-wal", str(self.folder / "none" / "x.csv"), str(self.folder)]
        new = [
            str(self.folder / f"written{number}.{ending}")
            for number in range(3)
            for ending in ("csv", "toml")
        ]
        return self.draw.choice(["", *known, *mine, *new]), ""  # the workspace must be refused

    @Slot(QUrl)
    def opened(self, _url: QUrl) -> None:
        """A page of a platform would open in the browser."""
        self.done["url"] += 1

    def _one_window(self) -> None:
        self.windows += 1
        self._bridge = Bridge()
        request = OpenRequest(new_window=True, demo=True)
        self._startup = Startup(request, self._bridge, self.preferences, "monkey")
        self._startup.begin()
        self._loop = QEventLoop()
        self._seen_at = time.monotonic()
        self._bedtime = self._seen_at + self.draw.uniform(20, 120)
        self._going = True
        self._stepper.start()
        self._loop.exec()
        self._going = False
        for widget in QApplication.topLevelWidgets():
            if widget is not self._startup.window:
                widget.close()
        if not self._startup.close():
            self.faults.append("the workspace did not close in its time")
        self._startup = None
        self._stepped = 0.0

    @property
    def _window(self) -> Any:
        return None if self._startup is None else self._startup.window

    def _step(self) -> None:
        if not self._going:
            return
        # Started anew and not repeating: that would stand still inside a dialog with a loop of its own.
        self._stepper.start()
        modal = QApplication.activeModalWidget()
        if self._under and (modal is None or modal is self._under[-1]):
            return  # a step is going on, and no dialog came up in it
        self._stepped = time.monotonic()
        self._under.append(modal)
        try:
            self._one_step(modal)
        finally:
            self._under.pop()

    def _one_step(self, modal: QWidget | None) -> None:
        now, window = time.monotonic(), self._window
        if len(self._under) > 1 and modal is not None and (now > min(self._end, self._bedtime)):
            modal.close()  # or its loop would keep the window
            return
        if window is None:
            if any(one.isVisible() for one in QApplication.topLevelWidgets()):
                self._seen_at = now
                self._guarded(self.draw.choice((self._control, self._navigate, self._escape_words)))
            elif now > self._seen_at + 20:
                self._loop.quit()  # the question who acts was answered with the end
            if now > self._end:
                self._loop.quit()
            return
        if now > self._end or window._closed:
            self._loop.quit()
            return
        if not self._began:
            self._began = window._queue is not None and window.queue.armed() is not None
            self._end = now + self._seconds if self._began else self._end
            return
        if now > self._bedtime:
            self._bedtime += 5
            self._guarded(window.close)  # it may ask first, or hide beside the clock
            return
        if not window.isVisible():
            self._guarded(self._tray)
            return
        front = QApplication.activePopupWidget() or modal
        if front is None and QApplication.activeWindow() is not window and self.draw.random() < 0.5:
            window.activateWindow()  # what a window manager does when a menu or a dialog has closed
        if front is None and QApplication.focusWidget() is None:
            window.queue.focus_list()
        self._guarded(self.draw.choice(self._acts))

    def _guarded(self, act: Callable[[], object]) -> None:
        began = time.thread_time()  # what the machine has to do besides is no affair of the window
        self.done[act.__name__] += 1
        if self.trace is not None:
            front, focus = QApplication.activeWindow(), QApplication.focusWidget()
            names = type(front).__name__, type(focus).__name__
            print(f"{time.monotonic():.2f}", act.__name__, *names, file=self.trace, flush=True)
        try:
            act()
        except RuntimeError as error:
            # The widget that was aimed at is gone between aim and shot: the monkey's own affair.
            if "already deleted" not in str(error) or "override" in str(error):
                raise
        self.slowest = sorted([*self.slowest, (time.thread_time() - began, act.__name__)])[-5:]

    # ------------------------------------------------------------------ acts

    def _handle(self) -> QWindow | None:
        """Where the system would send a key now."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        found = QApplication.focusWindow() if top is None else top.windowHandle()
        if found is not None or self._window is None or not self._window.isVisible():
            return found  # no system gives a key to a window that is not on the screen
        return self._window.windowHandle()

    def _key(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = ""
    ) -> None:
        """Down and up; what is under the finger may have closed in between."""
        for stroke in (QTest.keyPress, QTest.keyRelease):
            # QTest lets events happen before it presses, and a window that is destroyed by them would get the key.
            QTest.qWait(0)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            # To a window it presses Shift or Ctrl first, and lets events happen before the key itself: to a widget not.
            target = self._handle() if held == Qt.KeyboardModifier.NoModifier else QApplication.focusWidget()
            if target is not None:
                stroke(target, text or key, held)

    def _words(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                self._key(Qt.Key.Key_unknown, text=letter)
                continue
            target = QApplication.focusWidget()
            if target is not None:  # no key makes this letter: it comes from an input method
                QApplication.sendEvent(target, QInputMethodEvent(letter, []))

    def _press(self, keys: str) -> None:
        if keys not in self._quit:
            combination = QKeySequence(keys)[0]
            self._key(combination.key(), combination.keyboardModifiers())

    def _action_key(self) -> None:
        rows = [row for row in actions.all_rows() if row.keys]
        self._press(self.draw.choice(self.draw.choice(rows).keys))

    def _work(self) -> None:
        """Now and then what a person does all day: back to the queue, a decision when a comment is in front."""
        window = self._window
        if window.pages.currentWidget() is not window.queue:
            self._press("F2")
        elif window.queue.armed() is not None:
            self._press(self.draw.choice("GHSWEMGHU"))
        else:
            self._press("Esc")

    def _both_keys(self) -> None:
        """The decisions that take two keys, at once."""
        self._press(self.draw.choice("PBD"))
        self._key(Qt.Key.Key_Return)

    def _navigate(self) -> None:
        held = self.draw.choice(
            (Qt.KeyboardModifier.NoModifier,) * 4
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        )
        self._key(self.draw.choice(NAVIGATION), held)

    def _escape(self) -> None:
        for _ in range(3):
            self._key(Qt.Key.Key_Escape)

    def _escape_words(self) -> None:
        """Who acts: the words are taken back, the one that stands ready is taken."""
        self._key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._key(Qt.Key.Key_Delete)
        self._key(Qt.Key.Key_Return)

    def _type(self) -> None:
        self._words(self.draw.choice(WORDS))

    def _click(self) -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        at = QPoint(self.draw.randrange(max(top.width(), 1)), self.draw.randrange(max(top.height(), 1)))
        hit = top.childAt(at) or top
        button = Qt.MouseButton.RightButton if self.draw.random() < 0.1 else Qt.MouseButton.LeftButton
        held = self.draw.choice(
            (Qt.KeyboardModifier.NoModifier,) * 8
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        )
        QTest.mouseClick(hit, button, held, hit.mapFrom(top, at))

    def _wheel(self) -> None:
        from ui.bench_drive import wheel

        wheel(self._window.queue.list.table.viewport(), self.draw.random() < 0.7)

    def _resize(self) -> None:
        self._window.resize(self.draw.randrange(960, 1500), self.draw.randrange(600, 950))

    def _setting(self) -> None:
        change: dict[str, Any] = self.draw.choice(
            (
                {"language": "fr"}, {"language": "en"}, {"theme": "dark"}, {"theme": "light"}, {"theme": "contrast"},
                {"density": "compact"}, {"density": "roomy"}, {"text_size": 100}, {"text_size": 150},
                {"group_alike": False}, {"group_alike": True}, {"mask_all": True}, {"mask_all": False}, {"tray": False},
                {"tray": True}, {"keep_in_tray": True}, {"keep_in_tray": False}, {"reduce_motion": True},
                {"text_size": 200}, {"notify": False}, {"quiet": True}, {"load_media": True}, {"blur_media": False},
            )
        )  # fmt: skip
        self.preferences.change(**change)

    def _palette(self) -> None:
        self._press("Ctrl+K")
        self._words(self.draw.choice(("hid", "mas", "rep", "view", "vue", "them", "lar", "aud")))
        words = getattr(self._window.palette_box, "isVisible", bool)()
        if words:
            self._key(Qt.Key.Key_Return)

    def _front(self) -> QWidget:
        found = (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or QApplication.activeWindow()
        )
        if found is None or self.draw.random() < 0.1:
            found = self.draw.choice([one for one in QApplication.topLevelWidgets() if one.isVisible()])
        return found

    def _control(self) -> None:
        """Something of the front window is pressed, chosen, ticked or written in, wherever it lies."""
        front = self._front()
        if isinstance(front, QMenu):
            chosen = [one for one in front.actions() if one.isEnabled() and not one.isSeparator()]
            if chosen:
                front.setActiveAction(self.draw.choice(chosen))
                self._key(Qt.Key.Key_Return)
            return
        kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QTabBar)
        found = [
            one for kind in kinds for one in front.findChildren(kind) if one.isVisible() and one.isEnabled()
        ]
        if not found:
            return
        chosen_one = self.draw.choice(found)
        if isinstance(chosen_one, QAbstractItemView):
            model = chosen_one.model()
            rows = model.rowCount() if model is not None else 0
            if rows:
                assert model is not None
                at = chosen_one.visualRect(model.index(self.draw.randrange(rows), 0)).center()
                QTest.mouseClick(chosen_one.viewport(), Qt.MouseButton.LeftButton, pos=at)
        elif isinstance(chosen_one, QComboBox):
            chosen_one.setFocus()
            self._key(self.draw.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_End)))
        elif isinstance(chosen_one, QTabBar):
            chosen_one.setCurrentIndex(self.draw.randrange(max(chosen_one.count(), 1)))
        elif isinstance(chosen_one, QAbstractButton):
            QTest.mouseClick(chosen_one, Qt.MouseButton.LeftButton)
        else:
            chosen_one.setFocus()
            self._words(self.draw.choice(WORDS))
            if self.draw.random() < 0.5:
                self._key(self.draw.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))

    def _command(self) -> None:
        """Whatever the palette could run."""
        rows = [row.id for row in actions.all_rows() if row.id not in NOT_RUN]
        if QApplication.activeModalWidget() is None:
            self._window.run(self.draw.choice(rows))

    def _dialog(self) -> None:
        if QApplication.activeModalWidget() is None:
            self._window.run(self.draw.choice(DIALOGS))

    def _place(self) -> None:
        """A line of the rail, saved views among them, or a room without one."""
        places = [*self._window.rail.ids(), *ROOMS]
        self._window.show_place(self.draw.choice(places))

    def _bulk(self) -> None:
        """Several are marked; one decision for them, looked at, and mostly carried out."""
        self._press("F2")
        self._press("X")
        for _ in range(self.draw.randrange(1, 12)):
            self._press("Shift+J")
        if self.draw.random() < 0.1:
            self._press("Ctrl+A")
        self._press(self.draw.choice("GHMSGHWEBD"))
        self._bulk_soon(8)

    def _bulk_soon(self, tries: int) -> None:
        """The preview takes a moment: then it is gone through, left, paused or taken back."""
        window = self._window
        if window is None or window._closed:
            return
        if window.queue.covered:
            keys = ("J", "K", "X", "Ctrl+Return", "Ctrl+Return", "Space", "U", "Esc")
            self._press(self.draw.choice(keys))
        if tries:
            self._tries = tries - 1
            self._again.start()

    def _guarded_soon(self) -> None:
        if self._window is not None and self._going:
            self._guarded(lambda: self._bulk_soon(self._tries))

    def _filter(self) -> None:
        """The filter's choices, by keys; and away with it."""
        self._press("F2")
        self._press("F")
        for _ in range(self.draw.randrange(1, 6)):
            self._key(self.draw.choice((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return)))
        if self.draw.random() < 0.3:
            self._window.queue.filters.clear()

    def _group(self) -> None:
        """Into a group of alike comments and out of it, deciding inside."""
        self._press("F2")
        for keys in self.draw.sample(("Right", "J", "H", "Left", "J", "G", "Right", "Z", "Esc"), 5):
            self._press(keys)

    def _recall(self) -> None:
        """The history, and something taken back from it."""
        self._press("Shift+U")
        for keys in self.draw.sample(("J", "J", "U", "Right", "O", "K", "Esc"), 4):
            self._press(keys)

    def _tray(self) -> None:
        """The icon beside the clock, where there is one."""
        pages = None if self._startup is None else self._startup.pages
        presence = None if pages is None else pages._outside.presence
        if presence is None or presence.tray is None:
            if not self._window.isVisible():
                self._window.show()
            return
        if not self._window.isVisible():
            names = ["open"]
        else:
            names = ["pause"] if presence.tray._paused else ["open", "open", "quiet", "pause"]
        presence.tray.actions[self.draw.choice(names)].trigger()

    # ------------------------------------------------------------------ what went wrong

    def _caught(self, error: BaseException | None) -> None:
        if error is not None:
            self._fault("".join(traceback.format_exception(error))[-6000:])

    def _said(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            if not any(one in message for one in QUIET):
                self._fault(f"Qt: {message}")

    def _fault(self, words: str) -> None:
        """Kept, and said at once: the process may not live to its end."""
        if words not in self.faults:
            print(words, file=sys.stderr, flush=True)
        self.faults.append(words)


def examine(path: Path) -> tuple[int, int, list[str]]:
    """How many decisions were taken, how many actions arrived, and what does not hold in the workspace that is left."""
    wrong: list[str] = []
    console = Console.open(path, secrets=memory_only())
    try:
        result = console.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head()))
        if not result.ok:
            wrong.append(f"the audit log does not verify: {result}")
        if console.store.integrity() != "ok":
            wrong.append("the database is damaged")
        decided = console.store.read(lambda r: r.decisions.recent(1_000_000))
        entries = console.store.read(lambda r: r.audit.find(AuditFilter(), None))
        logged = {one.sequence for one in entries}
        wrong += [f"decision {one.id} has no entry" for one in decided if one.audit_sequence not in logged]
        sent, twice = compare(console)
        wrong += twice
        keys = Counter(one.key for one in console.store.read(lambda r: r.outbox.newest(1_000_000)))
        wrong += [f"intent {key} stands {number} times" for key, number in keys.items() if number > 1]
    finally:
        console.close()
    return len(decided), sent, wrong


def main() -> int:
    """Run by hand."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--trace", help="a file that gets a line for each act, for the search after a crash")
    parser.add_argument("--alone", action="store_true", help="no strangers, faults and second processes")
    wanted = parser.parse_args()
    faulthandler.enable()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="vigie-monkey-") as name:
        os.environ.update(VIGIE_HOME=name, HOME=name)
        os.chdir(name)
        Tray.possible = staticmethod(lambda: True)  # type: ignore[method-assign]  # not every display has one
        monkey = Monkey(Path(name), wanted.seed, wanted.minutes * 60)
        monkey.trace = open(wanted.trace, "w", encoding="utf-8") if wanted.trace else None  # noqa: SIM115 - to its end
        world = World(monkey.path, Path(name), wanted.seed, min(25, wanted.minutes * 20))
        if not wanted.alone:
            world.start()
        try:
            monkey.run()
        finally:
            world.stop()
        decisions, sent, wrong = examine(monkey.path)
        wrong = monkey.faults + world.faults + wrong
        left = [one.name for one in threading.enumerate() if one is not threading.main_thread()]
    for one in wrong[:20]:
        print(one)
    print(
        f"{sum(monkey.done.values())} acts, {monkey.windows} windows, {decisions} decisions, {sent} actions arrived, "
        f"{len(wrong)} faults, threads left: {left}"
    )
    print(dict(monkey.done), dict(world.done))
    print(
        "slowest acts (processor time of the GUI thread):",
        ", ".join(f"{name} {seconds * 1000:.0f} ms" for seconds, name in monkey.slowest),
    )
    return 1 if wrong or left else 0


if __name__ == "__main__":
    raise SystemExit(main())
