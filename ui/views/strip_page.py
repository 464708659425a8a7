"""A strip in place of the action bar: a confirmation, a refusal, a choice or a line to type; nothing modal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.held_key import OnceAction
from ui.retiring import empty, retire
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.empty import Glyph
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class StripChoice:
    """One button of a strip. ``key`` is a portable sequence that works while the strip has the focus."""

    id: str
    icon: str
    word: str
    caps: tuple[str, ...] = ()
    key: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class StripAsk:
    """What a strip asks. ``kind`` tells the owner what the answer is about; ``field`` is a placeholder or empty.

    With ``typed`` the field is one way to answer beside the choices: a digit goes to it, and a letter that
    is no choice, so that the rest of such a word is neither answer nor key of the next comment; Enter there gives this answer.
    """

    kind: str
    icon: str
    title: str
    line: str = ""
    choices: tuple[StripChoice, ...] = ()
    field: str = ""
    tone: str = "text-muted"
    captures_keys: bool = False  # letters belong to the choices, not to decisions
    typed: str = ""
    text: str = ""  # in the field from the start
    enter: str = ""  # the choice that Enter takes; else the first


class StripPage(Pane):
    """Shows one StripAsk. ``answered`` carries (choice id, typed text); ``left`` means Esc.

    An answer counts only once the strip has been painted: a second key that was already on its way does nothing.
    """

    answered = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self.ask: StripAsk | None = None
        self._painted = False
        self._glyph = Glyph(look, "hand-palm", 18)
        self.title = Text(look, "body", "text", 600, wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self.buttons: list[ActionButton] = []
        self._lettered: list[ActionButton] = []  # whose letter works only outside the field
        self._keys: list[QAction] = []
        self._flow = FlowLayout()
        head = QHBoxLayout()
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.line)
        head.addLayout(words, 1)
        self._head, self._words = head, words
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.field)
        self._column.addLayout(self._flow)
        self._column.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(10), px(12), px(8))
        self._column.setSpacing(px(6))
        self._head.setSpacing(px(10))
        self._words.setSpacing(px(1))
        self._flow.setContentsMargins(px(28 - RING_ROOM), 0, 0, 0)

    @property
    def armed(self) -> bool:
        """Whether the strip has been seen, so that an answer may count."""
        return self._painted

    def show_ask(self, ask: StripAsk) -> None:
        """Show another question and take the focus."""
        self.ask = ask
        self._painted = False
        self._glyph.set_glyph(ask.icon, ask.tone, "fill" if ask.tone != "text-muted" else None)
        self.title.setText(ask.title)
        self.line.setText(ask.line)
        self.line.setVisible(bool(ask.line))
        self.field.setVisible(bool(ask.field))
        self.field.setText(ask.text)
        self.field.setPlaceholderText(ask.field)
        self.field.setAccessibleName(ask.field)
        self.setAccessibleName(f"{ask.title} {ask.line}".strip())
        self._clear()
        for choice in ask.choices:
            kind = Kind.PRIMARY if choice.primary else Kind.NORMAL
            button = ActionButton(self.look, choice.icon, choice.word, choice.caps, kind)
            button.clicked.connect(lambda _checked=False, picked=choice.id: self.answer(picked))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
            if choice.key:
                self._lettered.append(button)
                button.show_caps(not (ask.typed and self.field.hasFocus()))
                self._add_key(choice)
        self._place_field(ask)
        self.update()

    def _place_field(self, ask: StripAsk) -> None:
        """One way to answer stands behind the choices; a line that belongs to all of them above."""
        if ask.typed:
            self._column.removeWidget(self.field)
            self._flow.addWidget(self.field)
            words = self.field.fontMetrics().horizontalAdvance(ask.field)
            self.field.setMinimumWidth(words + self.look.px(24))
        elif self._column.indexOf(self.field) < 0:
            self.field.setMinimumWidth(0)
            self._column.insertWidget(1, self.field)

    def take_focus(self) -> None:
        """Focus the field, else the first button."""
        if self.ask is not None and self.ask.field and (not self.ask.typed or self.ask.text):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.ask is not None and self.buttons:
            wanted = [place for place, one in enumerate(self.ask.choices) if one.id == self.ask.enter]
            self.buttons[wanted[0] if wanted else 0].setFocus(Qt.FocusReason.TabFocusReason)

    def answer(self, choice: str) -> None:
        """Give an answer, if the strip has been painted."""
        if self._painted and self.ask is not None:
            self.answered.emit(choice, self.field.text().strip())

    def _add_key(self, choice: StripChoice) -> None:
        action = OnceAction(self)
        action.setShortcut(QKeySequence(choice.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False, picked=choice.id: self.answer(picked))
        self.addAction(action)
        self._keys.append(action)

    def _clear(self) -> None:
        for action in self._keys:
            self.removeAction(action)
            retire(action)
        self._keys, self._lettered = [], []
        empty(self._flow, self.field)
        self.buttons = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """From now on an answer counts."""
        super().paintEvent(event)
        self._painted = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Left and Right walk the buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.buttons:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            focused = next((i for i, button in enumerate(self.buttons) if button.hasFocus()), 0)
            self.buttons[(focused + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        if self.ask is not None and self.ask.typed and _written(event):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(event.text())
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Enter gives what was typed or the first choice, Esc leaves; letters are no keys there."""
        if watched is self.field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            if self.ask is not None and self.ask.typed:
                for button in self._lettered:
                    button.show_caps(event.type() == QEvent.Type.FocusOut)
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
        ):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                event.accept()
                return True
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.ask is not None and self.ask.typed and not event.isAutoRepeat():
                    if self.field.text().strip():
                        self.answer(self.ask.typed)
                elif self.ask is not None and self.ask.choices and not event.isAutoRepeat():
                    self.answer(self.ask.choices[0].id)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _written(event: QKeyEvent) -> bool:
    """A digit or letter, without Ctrl or Alt."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and event.text().isalnum()
