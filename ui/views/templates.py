"""Saved replies beside the editor: searched, grouped by what the guard allows, in the comment's language or the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.services.replies import Offer, Offered
from ui import actions
from ui.i18n.mark import translate
from ui.i18n.reply_counted import reply_counted
from ui.models.field_words import field_word, readable
from ui.models.reply_search import NONE, Searched, score
from ui.models.reply_words import because_words, group_word, language_word, made_for, why_words
from ui.views.template_list import Row, TemplateList
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import BarLink, Keycap
from ui.widgets.fields import SearchField
from ui.widgets.header import Segment, Segments

if TYPE_CHECKING:
    from console.policy import Policy
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

_OWN_KEYS: Final = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down}
)


class TemplatePanel(Pane):
    """``picked`` carries an Offered that may be taken; ``said`` a sentence about one that may not.

    ``offered`` comes with each Offer read; ``left`` when the focus goes back to the editor; ``wants_book`` asks for the
    page where replies are written.
    """

    picked = Signal(object)
    offered = Signal(object)
    said = Signal(str)
    left = Signal()
    wants_book = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "window", "l", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._comment = 0
        self._language: str | None = None
        self._policy: Policy | None = None
        self._offer: Offer | None = None
        self._reading = 0
        self.title = Text(look, "body", "text-muted", 600)
        self.cap = Keycap(look)
        self.book = BarLink(look, "gear-six")
        self.search = SearchField(look)
        self.list = TemplateList(look)
        self.nothing = Text(look, "body", "text-muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        self.because = IconText(look, "translate", "")
        self.languages = Segments(look, (("fr", "FR"), ("en", "EN")))
        self._build()
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.list.picked.connect(self._pick)
        self.list.moved.connect(self._moved)
        self.list.escaped.connect(self.left)
        self.list.typed.connect(self._typed)
        self.book.clicked.connect(lambda _checked=False: self.wants_book.emit())
        self.languages.chosen.connect(self._choose_language)
        bridge.changed.connect(self._on_changed)
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.book)
        self._head.addWidget(self.cap)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.nothing)
        self._foot.addWidget(self.because, 1)
        self._foot.addWidget(self.languages)
        self._column.addLayout(self._head)
        self._column.addWidget(self.search)
        self._column.addWidget(self.stack, 1)
        self._column.addLayout(self._foot)

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(12), 0, 0, 0)
        self._column.setSpacing(px(6))
        self._foot.setSpacing(px(8))
        self.setMinimumWidth(px(250))

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.title.setText(actions.word("reply.templates"))
        caps = actions.keycaps("reply.templates")
        self.cap.set_text(" ".join(caps))
        self.book.set_face("gear-six", "", (), self.tr("Write and change saved replies"))
        self.list.setAccessibleName(actions.word("reply.templates"))
        for segment in self.languages.findChildren(Segment):
            segment.setAccessibleName(language_word(segment.key))
            segment.setToolTip(language_word(segment.key))
        self.languages.setAccessibleName(self.tr("Language of the templates"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------------ reading

    @property
    def offer(self) -> Offer | None:
        """What was read last for the comment at hand; None while it is read."""
        return self._offer

    def load(self, comment: int) -> None:
        """Read what is offered for a comment, off this thread; 0 forgets."""
        if comment != self._comment:
            self._language = None
            self._offer = None
            self.search.clear()
        self._comment = comment
        if comment:
            self._read()
        self._show()

    def _read(self) -> None:
        comment, language, actor = self._comment, self._language, self._actor
        self._reading += 1
        mine = self._reading
        future = self._console.background(lambda c: (c.replies.offer(comment, actor, language), c.policy()))
        self._bridge.watch(future, self, lambda read: self._arrived(mine, read), self._not_read)

    def _arrived(self, mine: int, read: tuple[Offer, Policy]) -> None:
        if mine != self._reading or read[0].comment_id != self._comment:
            return
        self._offer, self._policy = read
        self._show()
        self.offered.emit(self._offer)

    def _not_read(self, error: Exception) -> None:
        self.said.emit(self.tr("The saved replies could not be read."))
        self._bridge.tasks.failed.emit(error)

    def _on_changed(self, changes: tuple[object, ...]) -> None:
        whats = {getattr(change, "what", "") for change in changes}
        if self._comment and self.isVisible() and whats & {"replies", "policy"}:
            self._read()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        offer = self._offer
        items = offer.items if offer is not None else ()
        self.search.setPlaceholderText(reply_counted.search_templates(len(items)))
        self.search.setAccessibleName(self.search.placeholderText())
        rows: list[Row] = []
        for one in self._found(items):
            if offer is not None and (not rows or self._group_of(rows) != one.group):
                rows.append(Row(head=group_word(one.group, offer)))
            rows.append(self._row(one))
        if offer is not None and not rows:
            self.nothing.setText(
                self.tr("No template holds these words.")
                if items
                else self.tr("No saved reply yet. A lead writes them: the wheel above opens the page.")
            )
        self.list.show_rows(rows)
        self.stack.setCurrentWidget(self.list if rows or offer is None else self.nothing)
        self._moved(self.list.current())

    def _found(self, items: tuple[Offered, ...]) -> list[Offered]:
        """Those that answer what is typed: groups in their order, in each the best first, else as they were ranked."""
        typed = self.search.text()
        if not typed.strip():
            return list(items)
        order = list(dict.fromkeys(one.group for one in items))
        rated = [(score(typed, self._searched(one)), place, one) for place, one in enumerate(items)]
        rated = [one for one in rated if one[0] != NONE]
        rated.sort(key=lambda one: (order.index(one[2].group), one[0], one[1]))
        return [one for _, _, one in rated]

    def _searched(self, one: Offered) -> Searched:
        filled = one.filled
        named = " ".join(field_word(name) for name in filled.open)  # by what is read, and by what is kept
        made = made_for(one.reply, self._policy)
        return Searched(filled.title, one.reply.id, f"{filled.text} {named}", made)

    @staticmethod
    def _group_of(rows: list[Row]) -> str:
        item = rows[-1].item
        return "" if item is None else item.group

    def _row(self, one: Offered) -> Row:
        uses = reply_counted.times(one.reply.uses) if one.reply.uses else ""
        mark = made_for(one.reply, self._policy) if one.group == "other" and one.reply.categories else uses
        return Row(
            item=one,
            title=one.filled.title,
            text=readable(" ".join(one.filled.text.split())),
            mark=mark,
            why=why_words(one, self._policy),
        )

    def _moved(self, one: object) -> None:
        shown = isinstance(one, Offered)
        self.because.setVisible(shown)
        self.languages.setVisible(isinstance(one, Offered) and bool(one.filled.others))
        if isinstance(one, Offered):
            self.because.set_text(because_words(one.filled))
            self.because.setToolTip(self.because.text)
            if one.filled.language in ("fr", "en"):
                self.languages.set_current(one.filled.language)

    def _choose_language(self, language: str) -> None:
        self._language = language
        self._read()

    # ------------------------------------------------------------------ taking

    def start(self) -> None:
        """Ctrl+T: into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _typed(self, text: str) -> None:
        """A letter typed in the list belongs to the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(text)

    def _pick(self, one: object) -> None:
        if not isinstance(one, Offered):
            return
        if one.locked:
            self.said.emit(
                why_words(one, self._policy) or translate("Reply", "This one may not be sent here.")
            )
            return
        self.picked.emit(one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field the arrows move in the list, Enter takes, Esc goes back to the editor."""
        if watched is not self.search or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()  # Enter and the arrows mean something else in the queue
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.list.pick_current()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
