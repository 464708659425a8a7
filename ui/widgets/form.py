"""A form: labels over fields, with a line of help under each; the label names the field for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.base import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


def give_form_room(area: QScrollArea, whole: int) -> None:
    """Make ``area`` wide enough for the form in it, beside a list: at most two thirds of ``whole`` pixels."""
    inner = area.widget()
    if inner is not None:
        needed = inner.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(min(needed, whole * 2 // 3))


def capped(widget: QWidget, most: int) -> QHBoxLayout:
    """A row in which ``widget`` is at most ``most`` pixels wide.

    Not the widget's own affair alone: a column asks for the height at its whole width, so that wrapped text in a
    narrower widget would be cut below.
    """
    widget.setMaximumWidth(most)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


class SameWidth(QObject):
    """Keeps controls of one column as wide as the widest of them, so that what stands beside them lines up."""

    def __init__(self, look: Look, controls: Sequence[QWidget], most: int) -> None:
        """``most``: no wider than so, in pixels at 100 %. Lives as long as the first control."""
        super().__init__(controls[0])
        self._look, self._controls, self._most = look, tuple(controls), most
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        widest = min(max(one.sizeHint().width() for one in self._controls), self._look.px(self._most))
        for one in self._controls:
            one.setMinimumWidth(widest)


class Field(QWidget):
    """A label, the field, a line of help or of what is wrong with it."""

    def __init__(self, look: Look, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Text(look, "body", "text", 600)
        self.help = Text(look, "small", "text-muted", wrap=True)
        self.label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(3))
        for widget in (self.label, field, self.help):
            column.addWidget(widget)
        self.help.hide()

    def put_beside(self, button: QWidget) -> None:
        """Put a button beside the field, on its line: help and label stay over and under both."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(button)
        column.insertLayout(1, row)

    def set_words(self, label: str, help_: str = "") -> None:
        """The label, and help where there is some to give."""
        self.label.setText(label)
        self.help.set_color("text-muted")
        self.help.setText(help_)
        self.help.setVisible(bool(help_))
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(help_)

    def set_wrong(self, words: str, *, unfinished: bool = False) -> None:
        """Say what is wrong, in place of the help; what is only not written yet is no alarm."""
        self.help.set_color("text-muted" if unfinished else "danger")
        self.help.setText(words)
        self.help.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
