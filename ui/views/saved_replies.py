"""The page of saved replies and statements: leads write them, everybody reads them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import actions
from ui.i18n import format as say
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.i18n.reply_counted import reply_counted
from ui.models.reply_words import error_words, made_for, origin_word
from ui.views.palette_find import folded
from ui.views.saved_reply_form import ReplyDraft, ReplyForm, draft_of
from ui.views.statements_tab import StatementsTab
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.cells import Cell, CellTable
from ui.widgets.empty import EmptyState
from ui.widgets.fields import SearchField
from ui.widgets.form import give_form_room
from ui.widgets.header import PaneHeader, Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.events import Changed
    from console.policy import Policy
    from console.policy.replies import SavedReply
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

SHARES: Final = (34, 30, 8, 14, 14)
NEW: Final = ""


class SavedRepliesView(Pane):
    """``spoke`` is a sentence for the status strip. What is typed and not saved stays while the window is open."""

    spoke = Signal(str)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._policy: Policy | None = None
        self._all: dict[str, SavedReply] = {}
        self._shown: list[str] = []
        self._unsaved: dict[str, ReplyDraft] = {}
        self._current = NEW
        self._wanted = ""
        self.head = PaneHeader(look)
        self.tabs = Segments(look, (("replies", ""), ("statements", "")))
        self.new = ActionButton(look, "plus")
        self.search = SearchField(look)
        self.table = CellTable(look, SHARES, yields=(3, 1))
        self.empty = EmptyState(look)
        self.form = ReplyForm(look, actor.may("replies"))
        self.area = QScrollArea()
        self.statements = StatementsTab(console, bridge, actor, look, clock)
        self.stack = QStackedWidget()
        self._build()
        self.tabs.chosen.connect(self.show_tab)
        self.new.clicked.connect(lambda _checked=False: self.start_new())
        self.new.asked_why.connect(self.spoke)
        self.search.textChanged.connect(lambda _text: self._show())
        self.table.moved.connect(self._moved)
        self.table.entered.connect(lambda _row: self.form.titles["fr"].setFocus())
        self.form.edited.connect(self._edited)
        self.form.saved.connect(self._save)
        self.form.removed.connect(lambda: self._run(lambda c, name: c.replies.remove(name, actor), "removed"))
        self.form.restored.connect(lambda: self._run(lambda c, name: c.replies.restore(name, actor), "back"))
        self.form.original.connect(
            lambda: self._run(lambda c, name: c.replies.restore(name, actor, original=True), "original")
        )
        self.statements.spoke.connect(self.spoke)
        self.statements.counted.connect(lambda _n: self._say_head())
        bridge.changed.connect(self._on_changed)
        self.tabs.set_current("replies")
        self.retranslate()
        self.read()
        self.setFocusProxy(self.table)
        save = actions.make_action("policy.save", look, self, self.save)
        self.addAction(save)

    def save(self) -> None:
        """Ctrl+S: what the button does, and why not where it does nothing."""
        button = self.statements.add if self.tabs.current() == "statements" else self.form.save
        if button.reason:
            button.asked_why.emit(button.reason)
        else:
            button.click()

    def _build(self) -> None:
        px = self.look.px
        self.head.add(self.tabs)
        self.head.add(self.new)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(12), px(10), px(8), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        inner = Pane(self.look, "window", "l")
        around = QVBoxLayout(inner)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.form)
        self.area.setProperty("ground", "window")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 5)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.area, 1)
        beside.addWidget(self.form.foot)
        row.addWidget(side, 4)
        self.stack.addWidget(page)
        self.stack.addWidget(self.statements)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)
        self.empty.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form beside the list is never cut: the list gives way to it."""
        super().resizeEvent(event)
        give_form_room(self.area, self.width())

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read replies and register off this thread."""
        future = self._console.background(lambda c: (c.replies.listed(removed=True), c.policy()))
        self._bridge.watch(future, self, self._arrived)
        self.statements.read()

    def _arrived(self, read: tuple[tuple[SavedReply, ...], Policy]) -> None:
        self._all = {one.id: one for one in read[0]}
        self._policy = read[1]
        self._show()

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        whats = {change.what for change in changes}
        if whats & {"replies", "statements", "policy"} or ("decisions" in whats and self.isVisible()):
            self.read()

    def show_tab(self, tab: str) -> None:
        """Saved replies, or the register."""
        inside = self.stack.isAncestorOf(self.focusWidget())
        self.tabs.set_current(tab)
        first: QWidget = self.statements if tab == "statements" else self.table
        self.setFocusProxy(first)
        if inside:  # what is hidden cannot keep the focus, and Qt would give it to the rail
            self.tabs.setFocus()
        self.stack.setCurrentIndex(1 if tab == "statements" else 0)
        if inside:
            first.setFocus()
        self._say_head()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        wanted = folded(self.search.text()).split()
        shown = language()
        self._shown = []
        rows = []
        for one in self._all.values():
            texts = " ".join(f"{each.title} {each.text}" for each in one.variants.values())
            if not all(word in folded(f"{one.id} {texts}") for word in wanted):
                continue
            self._shown.append(one.id)
            color = "text-muted" if one.removed else "text"
            state = self.tr("not saved") if one.id in self._unsaved else origin_word(one)
            used = reply_counted.times(one.uses) if one.uses else ""
            rows.append(
                (
                    Cell(one.title(shown), color=color, weight=600),
                    Cell(made_for(one, self._policy), color="text-muted"),
                    Cell(" ".join(sorted(each.upper() for each in one.variants)), color="text-muted"),
                    Cell(used, color="text-muted"),
                    Cell(state, color="warning" if one.id in self._unsaved else "text-muted"),
                )
            )
        heads = (
            self.tr("Title"), self.tr("Made for"), self.tr("In"), self.tr("Used"), self.tr("State"),
        )  # fmt: skip
        self.table.set_rows(heads, rows)
        nothing = bool(self._all) and not rows  # before the first answer the table keeps the focus
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if nothing:
            self.empty.show_state("magnifying-glass", self.tr("No saved reply holds these words."), "")
        self._say_head()
        if self._wanted in self._all:
            self._current, self._wanted = self._wanted, ""
        if self._current in self._shown:
            self.table.selectRow(self._shown.index(self._current))
            self._show_form()
        elif self._shown and (self._current != NEW or NEW not in self._unsaved):
            self.table.choose(0)

    def _moved(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        name = self._shown[row]
        if name != self._current:
            self._current = name
            self._show_form()

    def _show_form(self) -> None:
        reply = self._all.get(self._current)
        draft = self._unsaved.get(self._current) or draft_of(reply)
        self.form.show_reply(reply, draft, self._policy)
        self.area.verticalScrollBar().setValue(0)

    def start_new(self) -> None:
        """A form for a reply, or a statement, that is not there yet."""
        if self.tabs.current() == "statements":
            self.statements.start_new()
            return
        self._current = NEW
        self.table.clearSelection()
        self._show_form()
        self.form.id.setFocus()

    # ------------------------------------------------------------------ changing

    def _edited(self) -> None:
        draft = self.form.draft
        if draft == draft_of(self._all.get(self._current)):
            self._unsaved.pop(self._current, None)
        else:
            self._unsaved[self._current] = draft

    def _save(self) -> None:
        draft, was, actor = self.form.draft, self._current, self._actor
        future = self._console.background(
            lambda c: c.replies.save(
                draft.id,
                draft.written,
                actor,
                categories=draft.categories,
                rules=draft.rules,
                drop=draft.dropped,
            )
        )
        self._bridge.watch(future, self, lambda one: self._done(one, was, "saved"), self._failed)

    def _run(self, work: Callable[[Console, str], SavedReply], done: str) -> None:
        name = self._current
        future = self._console.background(lambda c: work(c, name))
        self._bridge.watch(future, self, lambda one: self._done(one, name, done), self._failed)

    def _done(self, one: SavedReply, was: str, done: str) -> None:
        self._unsaved.pop(was, None)
        self._wanted = one.id
        self.form.notice.hide()
        self.spoke.emit(
            {
                "saved": self.tr("Saved: {title}"),
                "removed": self.tr("Removed: {title}. It can be brought back."),
                "back": self.tr("Back again: {title}"),
                "original": self.tr("As it came with Vigie: {title}"),
            }[done].format(title=one.title(language()))
        )
        self.read()

    def _failed(self, error: Exception) -> None:
        self.form.tell(*error_words(error))
        self.area.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.tabs.set_words((("replies", self.tr("Saved replies")), ("statements", self.tr("Statements"))))
        self.search.setPlaceholderText(self.tr("Search title or text"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.table.setAccessibleName(self.tr("Saved replies"))
        self.form.retranslate()
        self.statements.retranslate()
        self._say_head()
        self._show()

    def _say_head(self) -> None:
        statements = self.tabs.current() == "statements"
        self.head.title.set_text(self.tr("Statements") if statements else self.tr("Saved replies"))
        standing = len([one for one in self._all.values() if not one.removed])
        self.head.count.set_text(self.statements.summary if statements else say.number(standing))
        self.new.set_face("plus", self.tr("New statement") if statements else self.tr("New reply"))
        may = self._actor.may("statement" if statements else "replies")
        needs = (
            translate("StatementsTab", "This needs a lead or a spokesperson.")
            if statements
            else translate("ReplyForm", "This needs a lead.")
        )
        self.new.set_inert("" if may else needs)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.form.notice.hide()
            self.retranslate()
        super().changeEvent(event)
