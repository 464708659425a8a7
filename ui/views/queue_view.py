"""The queue page: list, detail and author side by side; reads off the GUI thread, decisions by key."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui import actions
from ui.i18n.mark import translate
from ui.models.adapters import detail_of
from ui.retiring import retire
from ui.views.action_bar import ActionBar
from ui.views.announcing import Announcing
from ui.views.assign_ask import AssignAsk
from ui.views.author_panel import AuthorPanel
from ui.views.bulk import BulkWork
from ui.views.claims import Claims
from ui.views.decisions import Decisions
from ui.views.detail_view import DetailView
from ui.views.queue_asking import Asking
from ui.views.queue_detail import InDetail
from ui.views.queue_filter import Filters
from ui.views.queue_front import QueueFront
from ui.views.queue_groups import Groups
from ui.views.queue_keys import make_actions, run_action, show_menu
from ui.views.queue_looking import Looking
from ui.views.queue_marking import Marking
from ui.views.queue_opening import NOTHING, Opening, why_unshown
from ui.views.queue_replying import Replying
from ui.views.queue_zen import ZenColumn, ZenLine, alone
from ui.views.troubles import Troubles
from ui.views.undoing import Undoing
from ui.widgets.base import Pane
from ui.widgets.focus import may_take

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.desk import Detail
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.card_data import CardData
    from ui.models.detail_data import DetailData
    from ui.theme.look import Look

_TOUCHES: Final = (
    "comments", "verdicts", "proposals", "decisions", "outbox", "claims", "drafts", "notes", "tags", "automation",
)  # fmt: skip
_REORDERS: Final = (
    "comments_new", "comments", "verdicts", "proposals", "policy", "automation",
)  # fmt: skip


class QueueView(Pane):
    """One page for all views of the queue. ``spoke`` is a sentence for the status strip."""

    spoke = Signal(str)
    counts_changed = Signal()
    view_changed = Signal(str)
    zen_changed = Signal(bool)
    wants_log = Signal(int)
    wants_book = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
        front: QueueFront | None = None,
    ) -> None:
        """``front``: the list that stands on the screen already; this page takes it over as it is."""
        super().__init__(look, "surface", "", parent)
        front = front or QueueFront(console, bridge, actor, look, clock)
        self._console, self._bridge, self._actor, self._clock = console, bridge, actor, clock
        self._zen = False
        self._single = False
        self._inside = False
        self._closed = False
        self.author_put_away = False  # by the person, not for want of room
        self.detail_data: DetailData | None = None
        self.opening = Opening(console, bridge, lambda: self.detail_data, self)
        self.armed = self.opening.armed
        self.reload = self.opening.reload
        self.looking = Looking(self, console, bridge, actor)
        self.model, self.list, self.feed = front.model, front.list, front.feed
        self._front = front
        front.setParent(self)  # list and feed are its children
        front.hide()
        self.detail = DetailView(look, clock)
        self.author = AuthorPanel(look, clock)
        self.bar = ActionBar(look, lambda: may_take(self))
        self.replying = Replying(self, console, bridge, actor)
        self.reply, self.templates = self.replying.box, self.replying.templates
        self.decisions = Decisions(
            console, bridge, lambda: self._actor, self.bar, self.list.toast, self.armed, clock, self
        )
        self.undoing = Undoing(console, bridge, actor, self)
        self.troubles = Troubles(console, bridge, self.list.state_bar, self)
        self._asking = Asking(self, actor)
        self.claims = Claims(console, bridge, actor, self.armed, self, clock)
        self.marking = Marking(self)
        self.selection = self.marking.selection
        self.bulk = BulkWork(self, console, bridge, actor)
        self.decisions.instead = self.bulk.instead
        self.filters = Filters(self, console, bridge, actor)
        self.assigning = AssignAsk(self, console, bridge, actor)
        self.groups = Groups(self, console, bridge, actor)
        self.in_detail = InDetail(self, console, bridge, actor)
        self.announcing = Announcing(self)
        self._build(front)
        self._connect()
        self.in_detail.connect_view()
        self.runs_by_id: dict[str, Callable[[], object]] = {}
        self.actions_by_id = make_actions(self)
        for action in self.actions_by_id.values():
            action.triggered.connect(self.claims.alive)
        self.model.set_fetch(self.cards)
        self.retranslate()
        if self.feed.ready:  # the list was read before this page was there: everybody hears of it now
            self.feed.loaded.emit(self.list.current(), max(self.list.table.currentIndex().row(), 0))
            self.opening.open(self.list.current())

    # ------------------------------------------------------------------ building

    def _build(self, front: QueueFront) -> None:
        self.right = QStackedWidget()
        self._work = work = ZenColumn(self.look)
        self.zen_line = ZenLine(self.look, self.leave_zen)
        self.zen_line.hide()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.detail, 1)
        row.addWidget(self.author)
        self._vertical = QSplitter(Qt.Orientation.Vertical)
        self._vertical.setHandleWidth(1)
        self._vertical.setChildrenCollapsible(False)
        work.set_narrow(row, lambda: self.replying.open)
        column = work.column
        column.addWidget(self.zen_line)
        column.addWidget(self.detail.head)
        self._vertical.addWidget(middle)
        self._vertical.addWidget(self.reply)
        column.addWidget(self._vertical, 1)
        column.addWidget(self.bar)
        self.reply.hide()
        self.right.addWidget(work)
        self.splitter = front.hand_over()
        blank = self.splitter.replaceWidget(1, self.right)
        if blank is not None:
            retire(blank)
        self.splitter.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        self.list.opened.connect(self.opening.open)
        self.opening.read.connect(self._show)
        self.opening.left.connect(self._on_left)
        self.opening.first_painted.connect(self.decisions.shown)
        self.list.wants_new.connect(self.feed.show_new)
        self.list.wants_filter.connect(self.filters.open)
        self.list.wants_order.connect(self.feed.choose_order)
        self.feed.loaded.connect(self._on_loaded)
        self.detail.open_site.connect(self.looking.open_site)
        self.detail.painted.connect(self.opening.painted)
        self.author.opened.connect(self.toggle_author)
        self.bar.capturing.connect(self._lend_keys)
        self.right.currentChanged.connect(self._lend_page)
        self.decisions.decided.connect(self._on_decided)
        self.decisions.stays.connect(self._on_stays)
        self.undoing.undone.connect(self._on_undone)
        self.undoing.spoke.connect(self.spoke)
        self.undoing.named.connect(self._name_undo)
        self.decisions.reload.connect(self.reload)
        self.decisions.spoke.connect(self.spoke)
        self.decisions.wants_reply.connect(self.replying.start)
        self.decisions.wants_own_reply.connect(self.replying.start_with)
        self.decisions.wants_pane.connect(self.bring_up)
        self.decisions.settled.connect(self.focus_list)
        self.decisions.held = lambda: self.bulk.asking_undo or self.undoing.busy
        self.decisions.why_unshown = lambda: why_unshown(self)
        self.list.toast.clicked.connect(self.bulk.undo_told)
        self.decisions.reply_refused.connect(self.replying.refused)
        self.claims.spoke.connect(self.spoke)
        self.troubles.asks.connect(self.feed.asks)
        self.claims.stale.connect(self.reload)
        self.claims.follow(self.reply)
        self.list.table.customContextMenuRequested.connect(lambda at: show_menu(self, at))

    def run_action(self, action: str, about: int = 0) -> None:
        """Run an action of the table on this page; ``about``: only while that comment is still in front."""
        run_action(self, action, about)

    def _lend_keys(self, lent: bool) -> None:
        """While a choice is open its letters belong to it; Esc stays, unless a page covers the comment with its own."""
        page = self.covered and bool(getattr(self.right.currentWidget(), "takes_keys", False))
        for name, action in self.actions_by_id.items():
            action.setEnabled(not page and (not lent or name == "move.back"))

    def _lend_page(self, _row: int) -> None:
        """A page with keys of its own takes the whole width, and gives it back."""
        self._lend_keys(False)
        self._arrange()

    def _uncover_page(self) -> None:
        """Something else is asked for than a page over the whole width: the list again."""
        if getattr(self.right.currentWidget(), "takes_keys", False):
            self.uncover()

    def now(self) -> float:
        """UTC epoch seconds, as the page knows them."""
        return self._clock()

    def cards(self, ids: Sequence[int]) -> Mapping[int, CardData]:
        """Cards of at most 200 comments as they may be seen now, masks included."""
        return self._front.cards(ids, frozenset(self.looking.revealed))

    def retranslate(self) -> None:
        """Words in the language shown; the open comment is worded again."""
        for action in self.actions_by_id.values():
            actions.retranslate(action)
        if self._closed:
            return
        self.troubles.show()
        self.feed.retranslate()
        if self.bar.asking and not self.bar.strip.field.text():  # what is typed stays, in whatever language
            self.decisions.stay()
        self.model.refresh_all()
        if self.detail_data is not None:
            self.reload(self.detail_data.card.id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------------ reading

    def show_view(self, view: str) -> None:
        """Show a view of the queue."""
        self._leave_list()
        self.feed.show_view(view)
        self.view_changed.emit(view)

    def show_author(self, author: int, name: str) -> None:
        """Show everything kept of one author; no view of the rail is that."""
        self._leave_list()
        self.feed.show_author(author, name)
        self.view_changed.emit(self.feed.view)

    def _leave_list(self) -> None:
        """Another list is wanted: no mark, page or editor of this one stays over it."""
        self.selection.clear()
        self._uncover_page()
        self.replying.close()

    def search(self, text: str) -> None:
        """Narrow the view to what a person typed; empty shows all of it again."""
        self._uncover_page()
        self.feed.search(text)

    def _on_loaded(self, keep: int, row: int) -> None:
        """Another list is in place: stay on the same comment, or near it."""
        current = self.list.make_current(keep, row)
        if not current:
            self.opening.open(0)
        self._say_left()

    def _on_left(self) -> None:
        """Another comment is wanted: what belonged to the last one goes with it."""
        self.looking.forget()
        self.claims.release()
        self.decisions.withdraw()

    def _show(self, detail: Detail | None) -> None:
        comment = int(detail.comment.id) if detail is not None else 0
        card = self.model.card_at(self.model.row_of(comment)) if comment else None
        if comment and card is None:
            card = self.cards([comment]).get(comment)
        policy = self.opening.policy
        if detail is None or card is None or policy is None:
            self.detail_data = None
            self.opening.unpainted()
        else:
            self.detail_data = detail_of(
                detail,
                card,
                policy,
                self._actor,
                int(self._clock()),
                self.look.mask_all,
                frozenset(self.looking.revealed),
            )
        self._show_thread()
        self.author.show_author(self.detail_data.author if self.detail_data is not None else None)
        replying = self.replying.open
        self.author.setVisible(self.detail_data is not None and not self._zen and not replying)
        self.bar.setVisible(self.detail_data is not None and not replying)
        self.bar.buttons.show_faces(self.detail_data)
        data = self.detail_data
        self.groups.show_difference(data)
        self._asking.consider(data)
        self.claims.consider(data)

    # ------------------------------------------------------------------ changes from elsewhere

    def on_changed(self, changes: tuple[Changed, ...]) -> None:
        """What the engine, this window or another process changed."""
        self.troubles.on_changed(changes)
        touched: set[int] = set()
        order = False
        for change in changes:
            if change.what in _TOUCHES:
                touched.update(change.ids)
                if not change.ids:
                    self.model.refresh_all()
            order = order or change.what in _REORDERS
            if change.what == "claims":
                self.claims.on_changed(change)
            if change.what == "outbox":
                self.decisions.notice.outbox_changed(change.ids)
            if change.what in ("decisions", "outbox", "deeds"):
                self.undoing.look()
        if touched:
            self.model.refresh(touched)
            shown = self.detail_data.in_sight if self.detail_data is not None else frozenset()
            if not touched.isdisjoint({self.opening.wanted, *shown}) and not self.replying.open:
                self.reload(self.opening.wanted)
        if order:
            self.feed.look_again()

    def tick(self) -> None:
        """A minute has passed: clocks and ages in sight."""
        self.troubles.read()
        self.feed.read_missed()
        self.opening.read_missed()
        self.list.table.viewport().update()
        self.detail.tick()
        self.claims.tick()
        if self.detail_data is not None and self.detail_data.claim and not self.replying.open:
            self.reload(self.detail_data.card.id)  # the minutes of the hold

    def leave(self) -> None:
        """The window closes: give the claim back, keep the draft."""
        self.replying.leave()
        self.claims.release()
        self.undoing.stop()
        self.troubles.stop()
        self.bulk.stop()
        self.feed.stop()
        self.opening.stop()
        self._closed = True

    # ------------------------------------------------------------------ after a decision

    def _on_decided(self, comment: int) -> None:
        """The comment leaves the list; the next open one comes, unless the person has gone on to another already."""
        self.claims.settled(comment)
        self.selection.drop([comment])
        if self.replying.box.comment_id in (0, comment):
            self.replying.close()
        came_back = self.in_detail.settled(comment)
        in_front = not came_back and self.opening.wanted == comment
        if in_front:
            self.opening.wanted = NOTHING
        row = -1

        def take() -> None:
            nonlocal row
            row = self.model.take(comment)
            self.groups.heir(comment, row)

        self.list.silently(take)
        self.feed.taken(comment)
        if in_front:
            self.list.make_current(0, max(row, 0))
            self.opening.open(self.list.current())
            self.regain_focus()
        self._say_left()
        self.counts_changed.emit()
        self.list.table.viewport().repaint()  # before the next one's detail: the list is the answer to the key

    def _on_stays(self, comment: int) -> None:
        """The comment was decided and stays in front for the rest of its proposal: no read takes it away meanwhile."""
        self.claims.settled(comment)
        if self.replying.box.comment_id in (0, comment):
            self.replying.close()
        self.feed.settle()
        self.reload(comment)
        self.counts_changed.emit()

    def _name_undo(self, words: str) -> None:
        """The menu and the tooltip say what U takes back."""
        self.actions_by_id["look.undo"].setText(words)
        self.actions_by_id["look.undo"].setToolTip(words)

    def _on_undone(self, comment: int) -> None:
        self.decisions.taken_back()
        self.feed.reload(keep=comment)
        self.counts_changed.emit()

    # ------------------------------------------------------------------ what stands where

    def show_reply(self, shown: bool) -> None:
        """The reply editor in place of the action bar, or the bar again."""
        self.reply.setVisible(shown)
        if shown:
            self.bar.hide()
            self.author.hide()
            self.detail.setMinimumHeight(1)  # where both have no room, what is being written stands whole
            self._work.fit()
            self.replying.take_room(self._vertical)
            return
        self.detail.setMinimumHeight(0)
        self.author.setVisible(self.detail_data is not None and not self._zen)
        self.bar.setVisible(self.detail_data is not None)
        self._work.fit()
        self.focus_list()
        if self.opening.wanted > 0:
            self.reload(self.opening.wanted)

    def cover(self, page: QWidget) -> None:
        """Put a page (the preview of a bulk decision) in the place of the open comment, until ``uncover``."""
        if self.right.indexOf(page) < 0:
            self.right.addWidget(page)
        self.opening.unpainted()  # what is covered cannot be decided by a key
        self.right.setCurrentWidget(page)
        self.bring_up()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """The open comment again."""
        if self.covered:
            self.right.setCurrentIndex(0)
            self.detail.show_focus()  # read again before a key decides it, wherever the detail was scrolled to
            self.focus_list()

    @property
    def covered(self) -> bool:
        """Whether a page stands in the place of the open comment."""
        return self.right.currentIndex() > 0

    def focus_list(self) -> None:
        """Keys work in the list again, or on the page that stands over it."""
        page = self.right.currentWidget()
        if getattr(page, "takes_keys", False) and page is not None:
            getattr(page, "take_focus", page.setFocus)()
            return
        if self._zen or (self._single and self._inside):
            self.detail.area.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.showing_list:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def regain_focus(self) -> None:
        """The same after something came back from a thread, unless the person types or walks elsewhere meanwhile."""
        if may_take(self):
            self.focus_list()

    def into_detail(self) -> None:
        """Enter: keys scroll the thread; in a narrow window the comment takes the list's place. Of none there is nothing."""
        if not self.model.rowCount():
            return
        self.bring_up()
        self.detail.area.setFocus(Qt.FocusReason.TabFocusReason)

    def bring_up(self) -> None:
        """In a narrow window the comment takes the list's place."""
        if self._single and not self._inside:
            self._inside, held = True, self.list.isAncestorOf(self.focusWidget())
            self._arrange()
            if held:  # what is hidden cannot keep the focus, and Qt would give it to the strip
                self.detail.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """Esc: out of what is open, at last to the list."""
        if self.replying.open:
            self.replying.leave()
        elif self.covered:
            self.uncover()
        elif self.bar.asking:
            self.decisions.stay()
        elif self.in_detail.back():
            pass
        elif self.selection.count:
            self.marking.clear()
        elif self._zen:
            self.toggle_zen()
        elif self._single and self._inside:
            self._inside = False
            self._arrange()
            self.focus_list()
        elif not self.groups.leave() and not self.feed.leave_search():
            self.spoke.emit("")
            self.focus_list()

    def toggle_author(self) -> None:
        """I: fold the author away, or open it; in zen beside this comment alone."""
        if self._zen:
            self.author.setVisible(not self.author.isVisible() and self.detail_data is not None)
            self.author.set_folded(False)
            return
        self.author.set_folded(not self.author.folded)
        self.author_put_away = self.author.folded

    def toggle_zen(self) -> None:
        """Z: one comment, nothing beside it."""
        if not self._zen and not self.model.rowCount():
            self.spoke.emit(translate("Zen", "Nothing is left in this list."))
            return
        self._zen = not self._zen
        self.zen_line.setVisible(self._zen)
        self._work.set_zen(self._zen)
        self.detail.thread_column.set_quiet(self._zen)
        self._show_thread()
        self._say_left()
        self._arrange()
        self.author.setVisible(not self._zen and self.detail_data is not None)
        self.zen_changed.emit(self._zen)
        if self._zen:
            self.detail.area.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_list()

    @property
    def in_zen(self) -> bool:
        """Whether one comment stands alone."""
        return self._zen

    def leave_zen(self) -> None:
        """The list beside it again."""
        if self._zen:
            self.toggle_zen()

    def _show_thread(self) -> None:
        self.detail.show_detail(alone(self.detail_data) if self._zen else self.detail_data)

    def _say_left(self) -> None:
        left = self.feed.comments
        self.zen_line.set_count(left)
        if self._zen and not left:
            self.leave_zen()  # the empty list says what to do next

    def one_pane(self, single: bool) -> None:
        """In a narrow window one pane at a time: Enter opens the comment, Esc returns to the list."""
        if single != self._single:
            self._single = single
            self._inside = self.replying.open  # what is being written stays in sight
            self._arrange()

    def _arrange(self) -> None:
        if getattr(self.right.currentWidget(), "takes_keys", False):  # a page over the whole width
            self.list.hide()
            self.right.show()
            return
        self.list.setVisible(not self._zen and not (self._single and self._inside))
        self.right.setVisible(self._zen or not self._single or self._inside)
        self.list.seat_toast(self.detail if self.list.isHidden() else self.list)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list its drawn width, unless a person has moved the divider before."""
        super().showEvent(event)
        self._front.fit(self.width())

    def restore_splitter(self, state: QByteArray) -> None:
        """Put the divider where a person left it."""
        self._front.restore_splitter(state)

    def set_typing(self, typing: bool) -> None:
        """While letters go into a field, no key of a single letter is shown."""
        for button in (*self.bar.buttons.by_action.values(), *self.reply.guard.buttons):
            button.show_caps(not typing)

    def fold_author(self, folded: bool) -> None:
        """The window is too narrow for three panes, or wide enough again."""
        wanted = folded or self.author_put_away
        if wanted != self.author.folded:
            self.author.set_folded(wanted)
