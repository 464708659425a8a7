"""The action bar: one-key decisions above, two-key ones below, each saying beforehand what it does here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import actions
from ui.i18n.words import action_word
from ui.models.detail_data import ActionFace, DetailData
from ui.theme.icon_names import ACTIONS
from ui.views.strip_page import StripAsk, StripPage
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look

FIRST_ROW: Final = ("keep", "reply", "hide", "snooze", "watch", "escalate")
SECOND_ROW: Final = ("report", "block", "delete")
#: What H and B mean on a comment that is hidden, or an author who is blocked.
REVERSED: Final = {"hide": "unhide", "block": "unblock"}


def meant_by(action: str, data: DetailData) -> str:
    """What a key does on this comment. What the console hid alone waits for an answer: H lets it stand."""
    if (action == "hide" and data.hidden and not data.automatic) or (action == "block" and data.blocked):
        return REVERSED[action]
    return action


class Buttons(Pane):
    """The two rows."""

    chosen = Signal(str, int)
    asked_why = Signal(str, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self.by_action: dict[str, ActionButton] = {}
        self._shown = self._pressed_on = 0
        self._said = ""
        self._first, self._second = FlowLayout(), FlowLayout()
        self.hint = IconText(look, role="small")
        for row, names, kind in (
            (self._first, FIRST_ROW, Kind.NORMAL),
            (self._second, SECOND_ROW, Kind.QUIET),
        ):
            for name in names:
                button = ActionButton(look, kind=kind)
                button.pressed.connect(self._arm)
                button.clicked.connect(
                    lambda _checked=False, picked=name: self.chosen.emit(picked, self._pressed_on)
                )
                button.asked_why.connect(
                    lambda _reason, picked=name: self.asked_why.emit(picked, self._shown)
                )
                self.by_action[name] = button
                row.addWidget(button)
        holder = QWidget()
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(look.px(6), 0, 0, 0)
        inner.addWidget(self.hint)
        self._hint_holder = holder
        self._second.addWidget(holder)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)
        self._column.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _restyle(self) -> None:
        px = self.look.px
        room = px(RING_ROOM)
        self._column.setContentsMargins(px(16) - room, px(9) - room, px(8) - room, px(8) - room)
        self._column.setSpacing(0)
        self._hint_holder.setFixedHeight(self.by_action["report"].sizeHint().height())

    def say(self, words: str, icon: str = "", color: str = "text-muted") -> None:
        """What the keys act on, after the buttons; empty: what two keys mean, where that takes no row of its own."""
        self._said = words
        self.hint.set_text(words or self.tr("Two keys: the effect first"), icon, color)
        self._fit_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A hint that would take a row for itself gives way to the comment; what the keys act on never does."""
        super().resizeEvent(event)
        self._fit_hint()

    def _fit_hint(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._hint_holder.sizeHint().width()
        fits = sum(self.by_action[one].sizeHint().width() for one in SECOND_ROW) <= room
        self._hint_holder.setVisible(fits or bool(self._said))

    def _arm(self) -> None:
        """A button goes down: what it says is about the comment shown now, whatever is shown when it comes up."""
        self._pressed_on = self._shown

    def retranslate(self) -> None:
        """Words and keycaps in the language shown."""
        self.say("")
        for name, button in self.by_action.items():
            button.set_face(ACTIONS[name], action_word(name), actions.keycaps(f"decide.{name}"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_faces(self, data: DetailData | None) -> None:
        """Show what each action would do: the proposed one filled, those that cannot act muted with their reason."""
        self._shown = data.card.id if data is not None else 0
        for name, button in self.by_action.items():
            shown = name if data is None else meant_by(name, data)
            word = action_word(shown)
            icon = ACTIONS[shown]
            if data is not None and data.automatic and shown == "hide":
                word = self.tr("Leave hidden")
            elif data is not None and data.automatic and shown == "keep":
                word, icon = self.tr("Show again"), ACTIONS["unhide"]
            button.set_face(icon, word, actions.keycaps(f"decide.{name}"))
            face = data.faces.get(shown, ActionFace(shown)) if data is not None else ActionFace(shown)
            quiet = Kind.QUIET if name in SECOND_ROW else Kind.NORMAL
            proposed = data is not None and data.proposed == shown and not face.refusal
            button.set_kind(Kind.PRIMARY if proposed else quiet)
            button.set_inert(face.refusal)
            if not face.refusal:
                button.setToolTip(face.effect)
            button.setEnabled(data is not None)


class ActionBar(QStackedWidget):
    """Either the buttons or a strip in their place; as high as what it shows."""

    chosen = Signal(str, int)
    asked_why = Signal(str, int)
    answered = Signal(str, str, str)
    left = Signal()
    capturing = Signal(bool)

    def __init__(
        self, look: Look, may_focus: Callable[[], bool] = lambda: True, parent: QWidget | None = None
    ) -> None:
        """``may_focus`` answers whether a question nobody asked for just now may take the focus."""
        super().__init__(parent)
        self.look = look
        self._may_focus = may_focus
        self.buttons = Buttons(look)
        self.strip = StripPage(look)
        for page in (self.buttons, self.strip):
            self.addWidget(page)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.buttons.chosen.connect(self.chosen)
        self.buttons.asked_why.connect(self.asked_why)
        self.strip.answered.connect(self._on_answer)
        self.strip.left.connect(self.left)
        look.changed.connect(self._fit)
        self._fit()

    def _on_answer(self, choice: str, text: str) -> None:
        if self.strip.ask is not None:
            self.answered.emit(self.strip.ask.kind, choice, text)

    @property
    def asking(self) -> str:
        """The kind of question shown, empty while the buttons are."""
        return (
            self.strip.ask.kind if self.currentWidget() is self.strip and self.strip.ask is not None else ""
        )

    def show_ask(self, ask: StripAsk, *, late: bool = False) -> None:
        """Put a question in place of the buttons; a ``late`` one takes the focus from nobody who types meanwhile."""
        take = not late or self._may_focus()
        self.strip.show_ask(ask)
        self.setCurrentWidget(self.strip)
        self._fit()
        self.capturing.emit(ask.captures_keys or bool(ask.field))
        if take:
            self.strip.take_focus()

    def show_buttons(self) -> None:
        """Bring the buttons back."""
        self.capturing.emit(False)
        self.setCurrentWidget(self.buttons)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Another width may need another number of rows."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other words on the buttons may need another number of rows, at the same width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        if layout is None:
            return
        width = max(self.width(), self.look.px(200))
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def focus_first(self) -> None:
        """Focus the proposed button, else the first."""
        first = self.buttons.by_action["keep"]
        for button in self.buttons.by_action.values():
            if button.kind is Kind.PRIMARY:
                first = button
                break
        first.setFocus(Qt.FocusReason.TabFocusReason)
