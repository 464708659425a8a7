"""Something nobody foresaw happened: say so without stopping the person, with details to pass on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.i18n.messages import ErrorText
from ui.theme.look import Look
from ui.views.text_dialog import TextDialog


class FaultDialog(TextDialog):
    """The three sentences of an error, and its details to copy."""

    def __init__(self, look: Look, text: ErrorText, details: str, parent: QWidget | None = None) -> None:
        line = " ".join(part for part in (text.became, text.step) if part)
        super().__init__(look, text.what, line, details, parent=parent)
        self.resize(look.px(600), look.px(360))
