"""A window with text to read and copy: a statement of reasons, licences, the details of a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton, Kind

if TYPE_CHECKING:
    from ui.theme.look import Look


class TextDialog(QDialog):
    """Title, an introducing line, the text, Copy and Close."""

    def __init__(
        self,
        look: Look,
        title: str,
        line: str,
        text: str,
        *,
        fixed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``fixed`` shows the text in the fixed-pitch font."""
        super().__init__(parent)
        px = look.px
        self.title = Text(look, "page", wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.text = QPlainTextEdit()
        self.copy = ActionButton(look, "copy")
        self.shut = ActionButton(look, "", kind=Kind.PRIMARY)
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(text)
        self.text.setAccessibleName(title)
        if fixed:
            self.text.setFont(look.fixed_font())
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(self.text, 1)
        row = self.row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.shut)
        column.addLayout(row)
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.shut.clicked.connect(lambda _checked=False: self.accept())
        self.resize(px(680), px(460))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the buttons."""
        self.copy.set_face("copy", translate("Dialog", "Copy"))
        self.shut.set_face("", translate("Dialog", "Close"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.set_face("check", translate("Dialog", "Copied"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
