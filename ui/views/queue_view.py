"""The queue page: list, detail and author side by side; reads off the GUI thread, decisions by key."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.connectors import registry
from console.domain.events import Changed
from console.policy import Policy
from console.runtime.app import Console
from console.services.desk import Detail
from console.services.replies import Offer
from console.services.roles import Actor
from ui import actions
from ui.bridge import Bridge
from ui.i18n.mark import translate
from ui.models.adapters import card_of, detail_of
from ui.models.card_data import CardData
from ui.models.detail_data import DetailData
from ui.models.queue_model import QueueModel
from ui.models.reply_data import ReplyTo
from ui.models.reply_words import error_words
from ui.models.wording import clause_words
from ui.theme.look import Look
from ui.theme.metrics import LIST_EM
from ui.views import asks
from ui.views.action_bar import ActionBar
from ui.views.author_panel import AuthorPanel
from ui.views.claims import Claims
from ui.views.decisions import Decisions
from ui.views.detail_view import DetailView
from ui.views.queue_feed import QueueFeed
from ui.views.queue_keys import make_actions, show_menu
from ui.views.queue_list import QueueList
from ui.views.reply_box import ReplyBox
from ui.views.reply_watch import ReplyWatch
from ui.views.templates import TemplatePanel
from ui.widgets.base import Pane


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
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor, self._clock = console, bridge, actor, clock
        self._revealed: set[int] = set()
        self._wanted = 0
        self._loading = 0
        self._painted = 0
        self._zen = False
        self._single = False
        self._inside = False
        self._page_opened = 0
        self._closed = False
        self._policy: Policy | None = None
        self.detail_data: DetailData | None = None
        self.model = QueueModel(self._fetch, clock, self)
        self.list = QueueList(look, self.model, clock)
        self.detail = DetailView(look, clock)
        self.author = AuthorPanel(look, clock)
        self.bar = ActionBar(look)
        self.reply = ReplyBox(look, lambda kind, text: registry.spec(kind).measure(text))
        self.decisions = Decisions(
            console, bridge, lambda: self._actor, self.bar, self.list.toast, self.armed, clock, self
        )
        self.feed = QueueFeed(console, bridge, actor, self.list, self)
        self.templates = TemplatePanel(console, bridge, actor, look)
        self.reply.set_side(self.templates)
        self.watch = ReplyWatch(console, bridge, actor, self.reply, self)
        self.claims = Claims(console, bridge, actor, self.armed, self)
        self._build()
        self._connect()
        self.actions_by_id = make_actions(self)
        self.retranslate()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._foot = QStackedWidget()
        self.right = QWidget()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.detail, 1)
        row.addWidget(self.author)
        self._vertical = QSplitter(Qt.Orientation.Vertical)
        self._vertical.setHandleWidth(1)
        self._vertical.setChildrenCollapsible(False)
        column = QVBoxLayout(self.right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.detail.head)
        self._vertical.addWidget(middle)
        self._vertical.addWidget(self.reply)
        column.addWidget(self._vertical, 1)
        column.addWidget(self.bar)
        self.reply.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self._sized = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        self.list.opened.connect(self._open)
        self.list.wants_new.connect(self.feed.show_new)
        self.list.wants_filter.connect(self.feed.choose_channel)
        self.list.wants_order.connect(self.feed.choose_order)
        self.feed.loaded.connect(self._on_loaded)
        self.detail.open_site.connect(self.open_site)
        self.detail.painted.connect(self._on_painted)
        self.author.opened.connect(self.toggle_author)
        self.bar.capturing.connect(self._lend_keys)
        self.decisions.decided.connect(self._on_decided)
        self.decisions.undone.connect(self._on_undone)
        self.decisions.reload.connect(self._reload)
        self.decisions.spoke.connect(self.spoke)
        self.decisions.wants_reply.connect(self.open_reply)
        self.decisions.wants_pane.connect(self._bring_up)
        self.decisions.wants_page.connect(self._page_and_ask)
        self.decisions.settled.connect(self.focus_list)
        self.list.toast.clicked.connect(self.decisions.undo)
        self.reply.send.connect(self._send_reply)
        self.reply.draft.connect(self._keep_draft)
        self.reply.closed.connect(self._close_reply)
        self.reply.wants_templates.connect(self.show_templates)
        self.reply.guard_answer.connect(self._guard_answer)
        self.decisions.reply_refused.connect(self._reply_refused)
        self.templates.picked.connect(self.reply.insert)
        self.templates.offered.connect(self._offered)
        self.templates.said.connect(self.spoke)
        self.templates.left.connect(self._back_to_editor)
        self.templates.wants_book.connect(self.wants_book)
        self.list.table.customContextMenuRequested.connect(lambda at: show_menu(self, at))

    def _lend_keys(self, lent: bool) -> None:
        """While a choice is open its letters belong to it; Esc stays."""
        for name, action in self.actions_by_id.items():
            if name != "move.back":
                action.setEnabled(not lent)

    def retranslate(self) -> None:
        """Words in the language shown; the open comment is worded again."""
        for action in self.actions_by_id.values():
            actions.retranslate(action)
        if self._closed:
            return
        self.feed.retranslate()
        self.model.refresh_all()
        if self.detail_data is not None:
            self._reload(self.detail_data.card.id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------------ reading

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, CardData]:
        now = int(self._clock())
        shown = frozenset(self._revealed)
        return {
            int(c.comment.id): card_of(c, self._actor.name, now, shown)
            for c in self._console.cards(list(ids))
        }

    def show_view(self, view: str) -> None:
        """Show a view of the queue."""
        self._close_reply()
        self.feed.show_view(view)
        self.view_changed.emit(view)

    def search(self, text: str) -> None:
        """Narrow the view to what a person typed; empty shows all of it again."""
        self.feed.search(text)

    def _on_loaded(self, keep: int, row: int) -> None:
        """Another list is in place: stay on the same comment, or near it."""
        current = self.list.make_current(keep, row)
        if not current:
            self._open(0)

    def _open(self, comment: int) -> None:
        """Another comment became current: read it off this thread, show it when it is still the one wanted."""
        if comment == self._wanted and comment:
            return
        self._forget_reveal()
        self.claims.release()
        self._wanted = comment
        self.bar.show_buttons()
        if not comment:
            self._show(None)
        elif not self._loading:
            self._load(comment)

    def _load(self, comment: int) -> None:
        if self._closed:
            return
        self._loading = comment
        future = self._console.background(lambda console: (console.detail(comment), console.policy()))
        self._bridge.watch(future, self, self._arrived, self._not_read)

    def _arrived(self, read: tuple[Detail | None, Policy]) -> None:
        """What was asked for has been read; meanwhile another may be wanted."""
        asked, self._loading = self._loading, 0
        if self._wanted and self._wanted != asked:
            self._open_wanted()
        elif self._wanted:
            self._policy = read[1]
            self._show(read[0])

    def _open_wanted(self) -> None:
        if self._wanted > 0:
            self._load(self._wanted)

    def _not_read(self, error: Exception) -> None:
        self._loading = 0
        self._bridge.tasks.failed.emit(error)

    def _show(self, detail: Detail | None) -> None:
        comment = int(detail.comment.id) if detail is not None else 0
        card = self.model.card_at(self.model.row_of(comment)) if comment else None
        if comment and card is None:
            card = self._fetch([comment]).get(comment)
        if detail is None or card is None or self._policy is None:
            self.detail_data = None
            self._painted = 0
        else:
            self.detail_data = detail_of(detail, card, self._policy, self._actor, int(self._clock()))
        self.detail.show_detail(self.detail_data)
        self.author.show_author(self.detail_data.author if self.detail_data is not None else None)
        replying = not self.reply.isHidden()
        self.author.setVisible(self.detail_data is not None and not self._zen and not replying)
        self.bar.setVisible(self.detail_data is not None and not replying)
        self.bar.buttons.show_faces(self.detail_data)
        data = self.detail_data
        self._ask_person(data)
        self.claims.consider(data)

    def _ask_person(self, data: DetailData | None) -> None:
        """Ask what only a person can answer: was it done on the site, do you agree to another's request."""
        if data is None or self.bar.asking:
            return
        if data.waiting_person and data.card.state == "waiting_person":
            ask = asks.was_it_done(data.waiting_action)
        elif data.review and data.review_by != self._actor.name and self._actor.may("review"):
            ask = asks.second_person(data.review_action, data.review_by)
        else:
            return
        mine, self._page_opened = self._page_opened == data.card.id, 0
        if mine:
            self._bring_up()
        self.decisions.put(data, ask)
        if not mine:
            self.focus_list()

    def _on_painted(self, comment: int) -> None:
        if comment != self._painted:
            self._painted = comment
            self.decisions.shown()

    def armed(self) -> DetailData | None:
        """The comment that is current, read and painted: the only one a key may decide."""
        data = self.detail_data
        if data is None or data.card.id != self._wanted or self._painted != data.card.id:
            return None
        return data

    def _reload(self, comment: int) -> None:
        self.model.refresh([comment])
        if comment == self._wanted and not self._loading:
            self._load(comment)

    # ------------------------------------------------------------------ changes from elsewhere

    def on_changed(self, changes: tuple[Changed, ...]) -> None:
        """What the engine, this window or another process changed."""
        touched: set[int] = set()
        order = False
        for change in changes:
            if change.what in (
                "comments",
                "verdicts",
                "proposals",
                "decisions",
                "outbox",
                "claims",
                "drafts",
                "notes",
                "automation",
            ):
                touched.update(change.ids)
                if not change.ids:
                    self.model.refresh_all()
            order = order or change.what in (
                "comments_new",
                "comments",
                "verdicts",
                "proposals",
                "policy",
                "automation",
            )
            if change.what == "outbox":
                self.decisions.outbox_changed(change.ids)
        if touched:
            self.model.refresh(touched)
            if self._wanted in touched and not self._loading and self.reply.isHidden():
                self._load(self._wanted)
        if order:
            self.feed.look_again()

    def tick(self) -> None:
        """A minute has passed: clocks and ages in sight."""
        self.list.table.viewport().update()
        self.detail.tick()

    def take_over(self) -> None:
        """A: hold the comment although another person does."""
        self.claims.take_over(self._reload)

    def leave(self) -> None:
        """The window closes: give the claim back, keep the draft."""
        if not self.reply.isHidden():
            self.reply.leave()
        self.claims.release()
        self.feed.stop()
        self._wanted, self._closed = 0, True

    # ------------------------------------------------------------------ after a decision

    def _on_decided(self, comment: int) -> None:
        """The comment leaves the list; the focus goes to the next open one."""
        self.claims.settled(comment)
        self._close_reply()
        if comment == self._wanted:
            self._wanted = -1  # whatever becomes current now is new
        row = -1

        def take() -> None:
            nonlocal row
            row = self.model.take(comment)

        self.list.silently(take)
        self.feed.taken(comment)
        self.list.make_current(0, max(row, 0))
        self._open(self.list.current())
        self.focus_list()
        self.counts_changed.emit()

    def _on_undone(self, comment: int) -> None:
        self.feed.reload(keep=comment)
        self.counts_changed.emit()

    # ------------------------------------------------------------------ replies

    def open_reply(self, from_template: bool = False) -> None:
        """R: the editor in place of the action bar."""
        data = self.armed()
        if data is None:
            return
        self._bring_up()
        self.reply.show()
        self.bar.hide()
        self.author.hide()
        self._vertical.setSizes([self.height() // 2, self.height() // 2])
        face = data.faces.get("reply")
        line = data.guard_line
        if face is not None and data.guard_title and not line:
            line = translate("Decide", "By {clause}.").format(clause=clause_words(face.clause))
        self.reply.start(ReplyTo(data.card.id, data.card.platform, data.draft, data.guard_title, line))
        QTimer.singleShot(0, self.detail, self.detail.show_focus)
        self.templates.load(data.card.id)
        if from_template:
            self.show_templates()

    def show_templates(self) -> None:
        """Ctrl+T: into the saved replies for this comment, or back to the editor."""
        if self.reply.isHidden():
            return
        if self.templates.isAncestorOf(self.focusWidget()):
            self._back_to_editor()
            return
        self.reply.show_side(True)
        self.templates.start()

    def _back_to_editor(self) -> None:
        self.reply.show_side(False)
        self.reply.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self, offer: Offer) -> None:
        if offer.comment_id == self.reply.comment_id:
            self.reply.grant(offer.leave)

    def _send_reply(self, comment: int, text: str) -> None:
        self.decisions.reply(comment, text, self.reply.written)

    def _reply_refused(self, comment: int, words: str) -> None:
        """The policy refused it: the text stays in the editor, with the reason beside it."""
        self.spoke.emit(words)
        if comment == self.reply.comment_id:
            self.reply.why_not.set_text(words)
            self.watch.look(comment, self.reply.text())

    def _keep_draft(self, comment: int, text: str) -> None:
        self._bridge.watch(self._console.keep_draft(comment, text, self._actor), self)
        self.model.refresh([comment])

    def _close_reply(self) -> None:
        if not self.reply.isHidden():
            self.reply.hide()
            self.author.setVisible(self.detail_data is not None and not self._zen)
            self.bar.setVisible(self.detail_data is not None)
            self.focus_list()
            if self._wanted > 0:
                self._reload(self._wanted)

    def _guard_answer(self, answer: str) -> None:
        self.reply.leave()
        if answer == "category":
            self.decisions.categorise()
        else:
            self.decisions.choose(answer)

    # ------------------------------------------------------------------ looking

    def focus_list(self) -> None:
        """Keys work in the list again."""
        if self._single and self._inside:
            self.detail.area.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.showing_list:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def into_detail(self) -> None:
        """Enter: keys scroll the thread; in a narrow window the comment takes the list's place."""
        self._bring_up()
        self.detail.area.setFocus(Qt.FocusReason.TabFocusReason)

    def _bring_up(self) -> None:
        """In a narrow window the comment takes the list's place."""
        if self._single and not self._inside:
            self._inside = True
            self._arrange()

    def back(self) -> None:
        """Esc: out of what is open, at last to the list."""
        if not self.reply.isHidden():
            self.reply.leave()
        elif self.bar.asking:
            self.decisions.stay()
        elif self._zen:
            self.toggle_zen()
        elif self._single and self._inside:
            self._inside = False
            self._arrange()
            self.focus_list()
        else:
            self.spoke.emit("")
            self.focus_list()

    def reveal(self) -> None:
        """V: show this comment's words until it is left."""
        if self._wanted > 0:
            self._revealed.symmetric_difference_update({self._wanted})
            self._reload(self._wanted)

    def _forget_reveal(self) -> None:
        if self._revealed:
            before, self._revealed = self._revealed, set()
            self.model.refresh(before)

    def open_site(self) -> None:
        """O: the comment's own page."""
        if self.detail_data is not None and self.detail_data.permalink:
            QDesktopServices.openUrl(QUrl(self.detail_data.permalink))

    def _page_and_ask(self) -> None:
        self._page_opened = self._wanted
        self.open_site()

    def toggle_author(self) -> None:
        """I: fold the author away, or open it."""
        self.author.set_folded(not self.author.folded)

    def toggle_zen(self) -> None:
        """Z: one comment, nothing beside it."""
        self._zen = not self._zen
        self._arrange()
        self.author.setVisible(not self._zen and self.detail_data is not None)
        self.zen_changed.emit(self._zen)
        if self._zen:
            self.detail.area.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_list()

    def copy_text(self) -> None:
        """Ctrl+C: the comment's own words, as the author wrote them."""
        data = self.detail_data
        if data is not None and not data.card.masked:
            QGuiApplication.clipboard().setText(data.card.text)
            self.spoke.emit(translate("Queue", "Text copied."))

    def copy_link(self) -> None:
        """Ctrl+Shift+C: the comment's address."""
        if self.detail_data is not None and self.detail_data.permalink:
            QGuiApplication.clipboard().setText(self.detail_data.permalink)
            self.spoke.emit(translate("Queue", "Link copied."))

    def show_log(self) -> None:
        """Shift+F7: the comment's entries in the audit log."""
        if self.detail_data is not None:
            self.wants_log.emit(int(self.detail_data.card.id))

    def keep_statement(self) -> None:
        """The reply that we sent under this comment becomes a statement; or this comment, where it is ours."""
        if self.detail_data is None:
            return
        comment, actor = self.detail_data.card.id, self._actor
        future = self._console.background(lambda c: c.replies.add_statement("", actor, comment_id=comment))
        kept = translate(
            "Queue", "Our reply is kept as a statement. Its topic can be found under Saved replies."
        )
        self._bridge.watch(
            future,
            self,
            lambda _one: self.spoke.emit(kept),
            lambda error: self.spoke.emit(error_words(error)[0]),
        )

    def one_pane(self, single: bool) -> None:
        """In a narrow window one pane at a time: Enter opens the comment, Esc returns to the list."""
        if single != self._single:
            self._single = single
            self._inside = False
            self._arrange()

    def _arrange(self) -> None:
        self.list.setVisible(not self._zen and not (self._single and self._inside))
        self.right.setVisible(self._zen or not self._single or self._inside)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list its drawn width, unless a person has moved the divider before."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            wide = round(LIST_EM * self.look.metrics.em)
            self.splitter.setSizes([wide, max(self.width() - wide, wide)])

    def restore_splitter(self, state: QByteArray) -> None:
        """Put the divider where a person left it."""
        self._sized = self.splitter.restoreState(state)

    def set_typing(self, typing: bool) -> None:
        """While letters go into a field, no key of a single letter is shown."""
        for button in (*self.bar.buttons.by_action.values(), *self.reply.guard.buttons):
            button.show_caps(not typing)

    def fold_author(self, folded: bool) -> None:
        """The window is too narrow for three panes, or wide enough again."""
        if folded != self.author.folded:
            self.author.set_folded(folded)
