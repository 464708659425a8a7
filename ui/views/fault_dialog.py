"""Something nobody foresaw happened: say so without stopping the person, with details to pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.i18n.mark import translate
from ui.views.text_dialog import TextDialog
from ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.i18n.messages import ErrorText
    from ui.theme.look import Look


class FaultDialog(TextDialog):
    """The three sentences of an error, and its details to copy."""

    def __init__(self, look: Look, text: ErrorText, details: str, parent: QWidget | None = None) -> None:
        line = " ".join(part for part in (text.became, text.step) if part)
        super().__init__(look, text.what, line, details, parent=parent)
        self.report = ActionButton(look, "file-text", translate("Report", "Report for the help desk"), ("R",))
        self.row.insertWidget(1, self.report)
        self.resize(look.px(600), look.px(360))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R makes the report, from wherever the focus is."""
        if event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.report.click()
            return
        super().keyPressEvent(event)
