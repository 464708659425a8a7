"""The window: top bar, rail, pages, status strip; rooms are added from outside, commands are found by name."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.domain.events import Changed
from console.runtime.app import Console
from console.services.roles import Actor
from ui import actions
from ui.app import Preferences
from ui.bridge import Bridge
from ui.i18n.mark import translate
from ui.i18n.words import role_word, view_word
from ui.theme.icon_names import VIEWS
from ui.theme.metrics import FOLD_AUTHOR_EM, FOLD_RAIL_EM, MINIMUM_WINDOW, ONE_PANE_EM
from ui.views.cheat_sheet import CheatSheet
from ui.views.palette import Command, Palette
from ui.views.queue_view import QueueView
from ui.views.status import Status
from ui.views.top_bar import TopBar
from ui.widgets import tab_order
from ui.widgets.base import Pane
from ui.widgets.rail import Rail, RailItem

QUEUE_VIEWS: Final = (
    "inbox", "due_soon", "illegal", "toxic", "spam", "criticism", "questions", "praise", "mine", "review",
    "automatic", "snoozed", "sending", "done",
)  # fmt: skip
COUNTS_MS: Final = 300
QUEUE: Final = "queue"
REARM: Final = "rearm."


class MainWindow(QMainWindow):
    """One window on one workspace.

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
        self._made: dict[str, QWidget] = {}
        self._commands: dict[str, Callable[[], object]] = {}
        self._actions: dict[str, QAction] = {}
        self.top = TopBar(self.look, console.store.path.stem, actor.name)
        self.rail = Rail(self.look)
        self.pages = QStackedWidget()
        self.queue = QueueView(console, bridge, actor, self.look, clock)
        self.pages.addWidget(self.queue)
        self.status = Status(console, bridge, self.look, clock)
        self.palette_box = Palette(self.look, self)
        self.cheat_sheet = CheatSheet(self.look, self)
        self._build()
        self._connect()
        self._standard_commands()
        self._counts_timer = QTimer(self)
        self._counts_timer.setSingleShot(True)
        self._counts_timer.setInterval(COUNTS_MS)
        self._counts_timer.timeout.connect(self._read_counts)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tick)
        self._minute.start(20_000)
        self.retranslate()
        self.setMinimumSize(*MINIMUM_WINDOW)
        self.resize(1440, 900)
        self.rail.set_current("inbox")
        self.queue.show_view("inbox")
        self._read_counts()
        self.status.read()
        QTimer.singleShot(0, self.queue.focus_list)

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
        column.addWidget(self.status.strip)
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
        self.top.searched.connect(self._search)
        self.top.left_search.connect(self.queue.focus_list)
        self.top.commands.clicked.connect(lambda: self.run("app.palette"))
        self.top.keys.clicked.connect(lambda: self.run("app.keys"))
        self.top.me.clicked.connect(lambda: self.run("app.act_as"))
        self.status.strip.activated.connect(self._strip_clicked)
        self.palette_box.picked.connect(self.run)
        self.look.changed.connect(self._fit)
        QGuiApplication.instance().focusObjectChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _standard_commands(self) -> None:
        self.on_command("app.palette", self.open_palette)
        self.on_command("app.search", self.top.take_focus)
        self.on_command("app.keys", self.open_keys)
        self.on_command("app.queue", lambda: self.show_place(self.queue.feed.view))
        self.on_command("app.refresh", self.pull_now)
        self.on_command("app.next_pane", lambda: self._step_pane(1))
        self.on_command("app.previous_pane", lambda: self._step_pane(-1))
        self.on_command("app.next_view", lambda: self._step_view(1))
        self.on_command("app.previous_view", lambda: self._step_view(-1))
        self.on_command("app.undo", self.queue.decisions.undo)
        self.on_command("app.larger", lambda: self._text_size(10))
        self.on_command("app.smaller", lambda: self._text_size(-10))
        self.on_command("app.full_screen", self._full_screen)
        self.on_command("app.theme", lambda: self._next_setting("theme", ("light", "dark", "contrast")))
        self.on_command("app.density", lambda: self._next_setting("density", ("roomy", "normal", "compact")))
        self.on_command("app.language", lambda: self._next_setting("language", ("fr", "en")))
        self.on_command("app.quit", self.close)

    def on_command(self, action: str, run: Callable[[], object]) -> None:
        """Give an action of the table its meaning; its key works from now on, the palette and F1 list it."""
        self._commands[action] = run
        if action not in self._actions:
            made = actions.make_action(action, self.look, self, lambda: self.run(action))
            self.addAction(made)
            self._actions[action] = made

    def run(self, action: str) -> None:
        """Run a command: one given with ``on_command``, an action of the queue page, ``view.NAME``, ``rearm.RULE``."""
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
        here = self._actions_here().get(action)
        if here is not None:
            here.trigger()
            return
        known = self.queue.actions_by_id.get(action)
        if known is not None:
            self.show_place(self.queue.feed.view)
            known.trigger()

    def _actions_here(self) -> Mapping[str, QAction]:
        """The room's own actions, where a room is shown that has some."""
        found: Mapping[str, QAction] = getattr(self.pages.currentWidget(), "actions_by_id", {})
        return {} if self.pages.currentWidget() is self.queue else found

    def add_room(self, room: str, make: Callable[[], QWidget]) -> None:
        """Put a page into the rail under ``room`` (a name of the view table); made when first shown."""
        self._rooms[room] = make
        self._fill_rail()
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
        self._fill_rail()
        self.status.read()

    def _sections(self) -> list[tuple[str, list[RailItem]]]:
        queue = [
            RailItem(view, VIEWS[view], view_word(view, short=True), None, view == "illegal")
            for view in QUEUE_VIEWS
        ]
        rooms = [RailItem(room, VIEWS[room], view_word(room)) for room in self._rooms]
        sections = [(translate("Window", "Queue"), queue)]
        if rooms:
            sections.append((translate("Window", "Team"), rooms))
        return sections

    def _fill_rail(self) -> None:
        sections = self._sections()
        wanted = [item.id for _, items in sections for item in items]
        if self.rail.ids() == wanted:
            self.rail.set_words(sections)
        else:
            self.rail.set_sections(sections)
            if hasattr(self, "_counts_timer"):
                self._read_counts()

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
        else:
            was_here = self.pages.currentWidget() is self.queue
            self.pages.setCurrentWidget(self.queue)
            if not was_here or self.queue.feed.view != place or self.queue.feed.text:
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

    def _step_pane(self, step: int) -> None:
        """F6: list, detail, action bar, rail, search, and round again."""
        if self.pages.currentWidget() is not self.queue:
            self.focusNextPrevChild(step > 0)
            return
        rail = self.rail.button(self.rail.current()) if self.rail.current() else self.rail
        stops: list[QWidget] = [
            self.queue.list.table,
            self.queue.detail.area,
            self.queue.bar,
            rail,
            self.top.search,
        ]
        focused = self.focusWidget()
        inside = [i for i, stop in enumerate(stops) if stop is focused or stop.isAncestorOf(focused)]
        here = inside[0] if inside else -1
        wanted = stops[(here + step) % len(stops)]
        if wanted is self.queue.bar:
            self.queue.bar.focus_first()
        else:
            wanted.setFocus()

    # ------------------------------------------------------------------ state

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if self._closed:
            return
        self.queue.on_changed(changes)
        whats = {change.what for change in changes}
        if whats & {"comments_new", "comments", "proposals", "decisions", "policy", "automation"}:
            self._counts_soon()
        self.status.on_changed(changes)

    def _counts_soon(self) -> None:
        if not self._counts_timer.isActive():
            self._counts_timer.start()

    def _read_counts(self) -> None:
        if self._closed:
            return
        name = self.actor.name
        future = self.console.background(lambda console: console.counts(name))
        self.bridge.watch(future, self, self.rail.set_counts)

    def _tick(self) -> None:
        self.queue.tick()
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
            "outbox": "sending",
            "log": "audit",
            "channels": "channels",
            "today": "done",
            "automation": "automatic",
            "policy": "policy",
        }.get(item, "")
        if target in self.rail.ids():
            self.show_place(target)

    # ------------------------------------------------------------------ palette and keys

    def commands(self) -> list[Command]:
        """Everything that can be done now: actions, views, rooms, with keycaps."""
        found = []
        data = self.queue.detail_data if self.pages.currentWidget() is self.queue else None
        of_room = self._actions_here()
        for row in actions.all_rows():
            known = row.id in self._commands or (row.id in of_room and row.context == "policy")
            if known and row.id != "app.palette":
                group = translate("Palette", "Actions")
                found.append(Command(row.id, group, row.icon, actions.word(row.id), actions.keycaps(row.id)))
            elif (
                row.id in self.queue.actions_by_id and row.context in ("decide", "look") and data is not None
            ):
                group = translate("Palette", "This comment")
                face = data.faces.get(row.id.removeprefix("decide."))
                reason = face.refusal if face is not None else ""
                found.append(
                    Command(row.id, group, row.icon, actions.word(row.id), actions.keycaps(row.id), reason)
                )
        for rule in self.status.stopped:
            words = translate("Palette", "Let {rule} hide by itself again").format(rule=rule)
            reason = "" if self.actor.may("activation") else translate("Palette", "A lead decides this.")
            found.append(
                Command(f"{REARM}{rule}", translate("Palette", "Actions"), "robot", words, (), reason)
            )
        for place in self.rail.ids():
            found.append(
                Command(f"view.{place}", translate("Palette", "Views"), VIEWS[place], view_word(place), ())
            )
        return found

    def _rearm(self, rule: str) -> None:
        """A lead lets a stopped rule hide by itself again."""
        actor = self.actor
        future = self.console.background(lambda console: console.automation.rearm(rule, actor))
        words = translate("Window", "{rule} hides by itself again").format(rule=rule)
        self.bridge.watch(future, self, lambda _none: self.status.say(words), self.status.tell_error)

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.palette_box.open_with(self.commands())

    def open_keys(self) -> None:
        """F1: the keys that work here."""
        here = {*self._commands, *self._actions_here()}
        if self.pages.currentWidget() is self.queue:
            here |= set(self.queue.actions_by_id)
        self.cheat_sheet.open_with(here)

    # ------------------------------------------------------------------ settings by key

    def _on_focus(self, now: QObject | None) -> None:
        if not self._closed:
            self.queue.set_typing(isinstance(now, (QLineEdit, QPlainTextEdit)))

    def _text_size(self, by: int) -> None:
        wanted = min(max(self.preferences.settings.text_size + by, 80), 200)
        self.preferences.change(text_size=wanted)

    def _next_setting(self, name: str, values: tuple[str, ...]) -> None:
        current = (
            self.preferences.language if name == "language" else getattr(self.preferences.settings, name)
        )
        place = values.index(current) if current in values else -1
        self.preferences.change(**{name: values[(place + 1) % len(values)]})

    def _full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

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
        self.queue.fold_author(ems < FOLD_AUTHOR_EM)
        self.queue.one_pane(ems < ONE_PANE_EM)

    def layout_state(self) -> tuple[QByteArray, QByteArray]:
        """Geometry and splitter, to be kept for the next start."""
        return self.saveGeometry(), self.queue.splitter.saveState()

    def restore_layout(self, geometry: QByteArray, splitter: QByteArray) -> None:
        """Take up geometry and splitter of the last time."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not splitter.isEmpty():
            self.queue.restore_splitter(splitter)

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
        self._closed = True
        self.status.stop()
        self.queue.leave()
        self.closed.emit()
