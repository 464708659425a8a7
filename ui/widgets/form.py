"""A form: labels over fields, with a line of help under each; the label names the field for screen readers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.look import Look
from ui.widgets.base import Text


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
