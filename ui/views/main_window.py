"""The window: top bar, rail, pages, status strip; rooms are added from outside, commands are found by name."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console import managed
from ui import actions
from ui.i18n.key_counted import key_counted
from ui.i18n.mark import translate
from ui.i18n.words import role_word, view_word
from ui.retiring import retire
from ui.theme.icon_names import VIEWS
from ui.theme.metrics import FOLD_AUTHOR_EM, FOLD_RAIL_EM, MINIMUM_WINDOW, ONE_PANE_EM
from ui.views.queue_front import QueueFront
from ui.views.top_bar import TopBar
from ui.widgets import tab_order
from ui.widgets.base import Pane
from ui.widgets.rail import Rail, RailItem
from ui.widgets.strip import StatusStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.views.cheat_sheet import CheatSheet
    from ui.views.palette import Palette
    from ui.views.palette_find import Command
    from ui.views.palette_source import PaletteSource
    from ui.views.queue_empty import DayFacts
    from ui.views.queue_view import QueueView
    from ui.views.saved_rail import SavedRail
    from ui.views.status import Status

QUEUE_VIEWS: Final = (
    "inbox", "due_soon", "illegal", "toxic", "spam", "criticism", "questions", "praise", "mentions", "mine",
    "drafts", "review", "by_hand", "automatic", "snoozed", "sending", "done",
)  # fmt: skip
WORKED: Final = QUEUE_VIEWS.index("mine") + 1
"""The first of them are where the work is: in a low window they leave the rail last, the team's rooms first."""
COUNTS_MS: Final = 500
FRAME: Final = 40
"""Pixels left for the title bar of a window manager at the first start."""
QUEUE: Final = "queue"
REARM: Final = "rearm."


class MainWindow(QMainWindow):
    """One window on one workspace. It shows the list first; ``complete`` brings everything else, once that was painted.

    ``add_room`` puts a page into the rail's second section; ``on_command`` gives a table action its meaning.
    ``may_close`` is asked before the window goes (None: nothing stands against it).
    """

    room_changed = Signal(str)
    closed = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        preferences: Preferences,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self.console, self.bridge, self.actor, self.preferences = console, bridge, actor, preferences
        self.look = preferences.look
        self._clock = clock
        self._closed = False
        self.may_close: Callable[[], bool] | None = None
        self._rooms: dict[str, Callable[[], QWidget]] = {}
        self._apart: set[str] = set()  # rooms without a line in the rail
        self._made: dict[str, QWidget] = {}
        self._commands: dict[str, Callable[[], object]] = {}
        self._actions: dict[str, QAction] = {}
        self.top = TopBar(self.look, console.store.path.stem, actor.name)
        self.rail = Rail(self.look)
        self.pages = QStackedWidget()
        self.strip = StatusStrip(self.look)
        folded = preferences.settings.group_alike
        self.front = QueueFront(console, bridge, actor, self.look, clock, folded=folded)
        self.pages.addWidget(self.front)
        self._queue: QueueView | None = None
        self._status: Status | None = None
        self.palette_box: Palette
        self.palette_source: PaletteSource
        self.cheat_sheet: CheatSheet
        self._build()
        self._counts_timer = QTimer(self)
        self._counts_timer.setSingleShot(True)
        self._counts_timer.setInterval(COUNTS_MS)
        self._counts_timer.timeout.connect(self._read_counts)
        self.saved: SavedRail | None = None
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tick)
        self._minute.start(20_000)
        self.retranslate()
        self.setMinimumSize(*MINIMUM_WINDOW)
        self.resize(1440, 900)
        self.rail.set_current("inbox")
        self.front.feed.show_view("inbox")
        self._read_counts()
        self.front.seen.connect(self.complete)

    @property
    def queue(self) -> QueueView:
        """The page of the queue; whoever asks for it before the list was painted brings it about."""
        self.complete()
        assert self._queue is not None
        return self._queue

    @property
    def status(self) -> Status:
        """What speaks in the strip."""
        self.complete()
        assert self._status is not None
        return self._status

    def complete(self) -> None:
        """Everything beside the list: detail, keys, palette, strip. Loading it takes as long as all before together."""
        if self._queue is not None:
            return
        from ui.views.cheat_sheet import CheatSheet
        from ui.views.palette import Palette
        from ui.views.palette_source import PaletteSource
        from ui.views.queue_view import QueueView
        from ui.views.saved_rail import SavedRail
        from ui.views.status import Status

        at = self.pages.currentWidget()
        self._queue = QueueView(
            self.console, self.bridge, self.actor, self.look, self._clock, front=self.front
        )
        self.pages.insertWidget(0, self._queue)
        if at is self.front:
            self.pages.setCurrentWidget(self._queue)
        self._status = Status(self.console, self.bridge, self.look, self._clock, self.strip)
        self.palette_box = Palette(self.look, self)
        self.palette_source = PaletteSource(self)
        self.cheat_sheet = CheatSheet(self.look, self)
        self._connect()
        self._standard_commands()
        self.saved = SavedRail(self)
        self._status.read()
        if self.preferences.refused_keys:
            self._status.say(key_counted.refused(len(self.preferences.refused_keys)))
        self._fit()
        self._queue.focus_list()
        QTimer.singleShot(0, self, self._queue.focus_list)
        self.front.feed.look_again()  # what changed meanwhile was told to nobody
        self._counts_soon()

    @property
    def closed_already(self) -> bool:
        """Whether this window is at its end."""
        return self._closed

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        body = Pane(self.look, "window")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.pages, 1)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.bridge.tasks.failed.connect(self.status.tell_error)
        self.rail.chosen.connect(self.show_place)
        self.queue.spoke.connect(self.status.say)
        self.queue.counts_changed.connect(self._counts_soon)
        self.queue.view_changed.connect(self.rail.set_current)
        self.queue.zen_changed.connect(self._zen)
        self.queue.feed.asks.connect(self.run)
        self.queue.feed.day = self._day
        self.queue.groups.follow(self.preferences)
        self.top.searched.connect(self._search)
        self.queue.feed.left_out.connect(self._counts_soon)
        self.queue.feed.words_dropped.connect(self.top.search.clear)
        self.queue.feed.words_now.connect(self.top.search.setText)
        self.top.left_search.connect(self.queue.focus_list)
        self.top.commands.clicked.connect(lambda: self.run("app.palette"))
        self.top.keys.clicked.connect(lambda: self.run("app.keys"))
        self.top.me.clicked.connect(lambda: self.run("app.act_as"))
        self.strip.activated.connect(self._strip_clicked)
        self.cheat_sheet.wants_change.connect(lambda: self.run("app.change_keys"))
        self.palette_box.picked.connect(self.palette_source.run)
        self.look.changed.connect(self._fit)
        QGuiApplication.instance().focusObjectChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _standard_commands(self) -> None:
        from ui.views import panes

        self.on_command("app.palette", self.open_palette)
        self.on_command("app.search", self._to_search)
        self.on_command("app.keys", self.open_keys)
        self.on_command("app.queue", lambda: self.show_place(self.queue.feed.view))
        self.on_command("app.refresh", self.pull_now)
        self.on_command("app.next_pane", lambda: panes.step(self, 1))
        self.on_command("app.previous_pane", lambda: panes.step(self, -1))
        self.on_command("app.next_view", lambda: self._step_view(1))
        self.on_command("app.previous_view", lambda: self._step_view(-1))
        self.on_command("app.undo", self.queue.bulk.undo)
        self.queue.undoing.named.connect(self._actions["app.undo"].setToolTip)
        self.on_command("app.larger", lambda: self._text_size(10))
        self.on_command("app.smaller", lambda: self._text_size(-10))
        self.on_command("app.full_screen", self._full_screen)
        self.on_command("app.theme", lambda: self._next_setting("theme", ("light", "dark", "contrast")))
        self.on_command("app.density", lambda: self._next_setting("density", ("roomy", "normal", "compact")))
        self.on_command("app.language", lambda: self._next_setting("language", ("fr", "en")))
        self.on_command("app.quit", self.close)

    def on_command(self, action: str, run: Callable[[], object], *, keyed: bool = True) -> None:
        """Give an action of the table its meaning; its key works from now on, the palette and F1 list it.

        ``keyed`` False: a command of the palette alone, which is in no table and has no key.
        """
        self._commands[action] = run
        if keyed and action not in self._actions:
            made = actions.make_action(action, self.look, self, lambda: self.run(action))
            self.addAction(made)
            self._actions[action] = made

    def run(self, action: str, about: int = 0) -> None:
        """Run a command: one given with ``on_command``, an action of the queue page, ``view.NAME``, ``rearm.RULE``.

        ``about``: the comment that it was chosen for; what is done to a comment is done to that one or to none.
        """
        if action.startswith("view."):
            self.show_place(action.removeprefix("view."))
            return
        if action.startswith(REARM):
            self._rearm(action.removeprefix(REARM))
            return
        command = self._commands.get(action)
        if command is not None:
            command()
            return
        here = self.actions_here().get(action)
        if here is not None:
            here.trigger()
            return
        if action in self.queue.actions_by_id:
            if self.pages.currentWidget() is not self.queue:
                self.show_place(self.queue.feed.view)
            self.queue.run_action(action, about)

    def actions_here(self) -> Mapping[str, QAction]:
        """The room's own actions, where a room is shown that has some."""
        found: Mapping[str, QAction] = getattr(self.pages.currentWidget(), "actions_by_id", {})
        return {} if self.pages.currentWidget() is self.queue else found

    def knows(self, action: str) -> bool:
        """Whether an action of the table was given a meaning with ``on_command``."""
        return action in self._commands

    def is_room(self, place: str) -> bool:
        """Whether a line of the rail is a room and no view of the queue."""
        return place in self._rooms

    def show_author(self, author: int, name: str) -> None:
        """Everything kept of one author as a list."""
        self.pages.setCurrentWidget(self.queue)
        self.top.search.clear()
        self.queue.show_author(author, name)
        self.queue.focus_list()

    def add_room(self, room: str, make: Callable[[], QWidget], *, in_rail: bool = True) -> None:
        """Put a page into the rail under ``room`` (a name of the view table); made when first shown.

        One that is not ``in_rail`` is reached by its action and from the strip.
        """
        self._rooms[room] = make
        if not in_rail:
            self._apart.add(room)
        self.fill_rail()
        key = f"app.{room}"
        if any(row.id == key for row in actions.all_rows()):
            self.on_command(key, lambda: self.show_place(room))

    def room(self, room: str) -> QWidget | None:
        """The page of a room, None before it was shown for the first time."""
        return self._made.get(room)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words in the language shown."""
        person = f"{self.actor.name}, {role_word(self.actor.role.value)}"
        self.top.me.set_face("", person, (), actions.word("app.act_as"))
        title = translate("Window", "{workspace} · Vigie").format(workspace=self.console.store.path.stem)
        self.setWindowTitle(title)
        for action in self._actions.values():
            actions.retranslate(action)
        self.fill_rail()
        if self._status is not None:
            self._status.read()

    def _sections(self) -> list[tuple[str, list[RailItem]]]:
        queue = [
            RailItem(
                view,
                VIEWS[view],
                view_word(view, short=True),
                None,
                view == "illegal",
                3 if at < WORKED else 1,
            )
            for at, view in enumerate(QUEUE_VIEWS)
        ]
        rooms = [
            RailItem(room, VIEWS[room], view_word(room)) for room in self._rooms if room not in self._apart
        ]
        sections = [(translate("Window", "Queue"), queue), *(self.saved.section() if self.saved else ())]
        if rooms:
            sections.append((translate("Window", "Team"), rooms))
        return sections

    def fill_rail(self) -> None:
        """The rail's lines anew, in the language shown."""
        sections = self._sections()
        wanted = [item.id for _, items in sections for item in items]
        if self.rail.ids() == wanted:
            self.rail.set_words(sections)
        else:
            self.rail.set_sections(sections)
            if self.saved:
                self.saved.dress()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab follow what is read, also into pages made later."""
        return tab_order.step(self, self.focusWidget(), forward)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------------ places

    def show_place(self, place: str) -> None:
        """Show a view of the queue or a room."""
        if place in self._rooms:
            page = self._made.get(place)
            if page is None:
                page = self._made[place] = self._rooms[place]()
                self.pages.addWidget(page)
            self.pages.setCurrentWidget(page)
            page.setFocus()
            self.queue.leave_zen()
        else:
            self.pages.setCurrentWidget(self.queue)
            # Back from a room to the same view: where one was, with what was marked, written and narrowed.
            if self.queue.feed.view != place or self.queue.feed.text:
                self.top.search.clear()
                self.queue.feed.text = ""
                self.queue.show_view(place)
            self.queue.focus_list()
        self.rail.set_current(place)
        self.room_changed.emit(place)

    def place(self) -> str:
        """The room shown, or the view of the queue."""
        current = self.pages.currentWidget()
        return next((room for room, page in self._made.items() if page is current), self.queue.feed.view)

    def _search(self, text: str) -> None:
        if text and self.pages.currentWidget() is not self.queue:
            self.show_place(self.queue.feed.view)
        self.queue.search(text)

    def _step_view(self, step: int) -> None:
        order = self.rail.ids()
        here = self.place()
        self.show_place(order[(order.index(here) + step) % len(order)] if here in order else order[0])

    # ------------------------------------------------------------------ state

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if self._closed:
            return
        self.queue.on_changed(changes)
        whats = {change.what for change in changes}
        if whats & {"comments_new", "comments", "proposals", "decisions", "drafts", "policy", "automation"}:
            self._counts_soon()
        if "views" in whats and self.saved:
            self.saved.read()
        self.status.on_changed(changes)

    def _day(self) -> DayFacts:
        """For the list with nothing in it: the day so far, and how many were put off."""
        return {"day": self.status.day(), "put_off": self.rail.button("snoozed").item.count or 0}

    def _counts_soon(self) -> None:
        if not self._counts_timer.isActive():
            self._counts_timer.start()
        if self.saved:
            self.saved.count_soon()

    def _read_counts(self) -> None:
        if self._closed:
            return
        actor, without = self.actor, self.front.feed.without
        future = self.console.background(lambda console: console.counts(actor, without))
        self.bridge.watch(future, self, self.rail.set_counts)

    def _tick(self) -> None:
        if self._queue is not None:
            self._queue.tick()
            self.status.read()

    def pull_now(self) -> None:
        """F5: ask every channel for new comments."""
        actor = self.actor
        if not actor.may("pull"):
            self.status.say(translate("Team", "Your role does not fetch comments."))
            return
        self.bridge.watch(self.console.background(lambda console: console.pull_soon(actor)), self)
        self.status.say(translate("Window", "Asking every channel for new comments"))

    def _strip_clicked(self, item: str) -> None:
        target = {
            "outbox": "outbox",
            "log": "audit",
            "channels": "channels",
            "today": "history",
            "policy": "policy",
        }.get(item, "")
        if item == "automation":
            menu = self.automation_menu()
            menu.aboutToHide.connect(lambda one=menu: retire(one))
            corner = QPoint(self.look.px(16), -menu.sizeHint().height())
            menu.popup(self.status.strip.mapToGlobal(corner))
        if target in self.rail.ids() or target in self._apart:
            self.show_place(target)

    # ------------------------------------------------------------------ palette and keys

    def automation_menu(self) -> QMenu:
        """A rule no longer hides by itself: what can be done about it, by whoever may."""
        menu = QMenu(self)
        for rule in self.status.stopped:
            again = menu.addAction(translate("Palette", "Let {rule} hide by itself again").format(rule=rule))
            again.setEnabled(self.actor.may("activation"))
            again.triggered.connect(partial(self.run, f"{REARM}{rule}"))
        if not self.actor.may("activation"):
            menu.addAction(translate("Palette", "A lead decides this.")).setEnabled(False)
        menu.addSeparator()
        hidden = menu.addAction(translate("Window", "See what the console hid"))
        hidden.triggered.connect(partial(self.run, "view.automatic"))
        policy = menu.addAction(actions.word("app.policy"))
        policy.triggered.connect(partial(self.run, "app.policy"))
        return menu

    def _rearm(self, rule: str) -> None:
        """A lead lets a stopped rule hide by itself again."""
        actor = self.actor
        future = self.console.background(lambda console: console.automation.rearm(rule, actor))
        words = translate("Window", "{rule} hides by itself again").format(rule=rule)
        self.bridge.watch(future, self, lambda _none: self.status.say(words), self.status.tell_error)

    def commands(self) -> list[Command]:
        """What the palette offers now."""
        return self.palette_source.commands()

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.palette_source.open()

    def open_keys(self) -> None:
        """F1: the keys that work here."""
        from ui.views import keys_here

        self.cheat_sheet.open_with(keys_here.works_now(self), keys_here.contexts(self))

    # ------------------------------------------------------------------ settings by key

    def _on_focus(self, now: QObject | None) -> None:
        if not self._closed:
            self.queue.set_typing(isinstance(now, (QLineEdit, QPlainTextEdit)))

    def _text_size(self, by: int) -> None:
        wanted = min(max(self.preferences.settings.text_size + by, 80), 200)
        self.preferences.change(text_size=wanted)

    def _next_setting(self, name: str, values: tuple[str, ...]) -> None:
        if managed.current().locks(name):
            self.status.say(translate("Messages", "This is set by your company."))
            return
        current = (
            self.preferences.language if name == "language" else getattr(self.preferences.settings, name)
        )
        place = values.index(current) if current in values else -1
        self.preferences.change(**{name: values[(place + 1) % len(values)]})

    def _full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _to_search(self) -> None:
        self.queue.leave_zen()  # the field is not there meanwhile
        self.top.take_focus()

    def _zen(self, zen: bool) -> None:
        self.rail.setVisible(not zen)
        self.top.setVisible(not zen)

    # ------------------------------------------------------------------ size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ems = self.width() / self.look.metrics.em
        self.rail.set_folded(ems < FOLD_RAIL_EM)
        self.top.set_narrow(ems < FOLD_RAIL_EM)
        if self._queue is not None:
            self._queue.fold_author(ems < FOLD_AUTHOR_EM)
            self._queue.one_pane(ems < ONE_PANE_EM)

    def layout_state(self) -> tuple[QByteArray, QByteArray]:
        """Geometry and splitter, to be kept for the next start."""
        return self.saveGeometry(), self.front.splitter.saveState()

    def restore_layout(self, geometry: QByteArray, splitter: QByteArray) -> None:
        """Take up geometry and splitter of the last time; the first time no more than the screen has beside a frame."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        else:
            room = self.screen().availableGeometry().size()
            self.resize(min(self.width(), room.width()), min(self.height(), room.height() - FRAME))
        if not splitter.isEmpty():
            self.front.restore_splitter(splitter)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where something is still queued; then give claims back."""
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        self.retire()
        event.accept()

    def retire(self) -> None:
        """The end of this window, asked for or because somebody else sits down: claims are given back, drafts kept."""
        if self._closed:
            return
        self._minute.stop()
        self._counts_timer.stop()
        if self.saved:
            self.saved.stop()
        self._closed = True
        self.front.feed.stop()
        if self._queue is not None:
            self.status.stop()
            self._queue.leave()
        self.closed.emit()
