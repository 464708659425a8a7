"""The field a reply is written in: plain text, open fields marked, Tab from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from console.policy.replies import FIELD
from ui.text_offsets import to_utf16
from ui.theme.look import Look


class Fields(QSyntaxHighlighter):
    """Open fields like ``{name}`` are tinted with a dashed underline."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look

    def highlightBlock(self, text: str) -> None:
        """Mark the open fields of one line."""
        style = QTextCharFormat()
        style.setBackground(QColor(self._look.hex("warning-tint")))
        style.setForeground(self._look.color("warning"))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        for start, end in _fields(text):
            self.setFormat(start, end - start, style)


def _fields(text: str) -> list[tuple[int, int]]:
    """Start and end of each open field, in Qt's units."""
    found = [place for match in FIELD.finditer(text) for place in match.span()]
    places = to_utf16(text, found)
    return list(zip(places[::2], places[1::2], strict=True))


class Editor(QPlainTextEdit):
    """Plain text only; Tab goes to the next open field while there is one."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, never format."""
        if source.hasText():
            self.insertPlainText(source.text())

    def open_fields(self) -> list[tuple[int, int]]:
        """Start and end of each open field, in the document."""
        return _fields(self.toPlainText())

    def next_field(self) -> bool:
        """Select the next open field after the cursor, or the first; False when there is none."""
        fields = self.open_fields()
        if not fields:
            return False
        at = self.textCursor().selectionEnd()
        start, end = next((field for field in fields if field[0] >= at), fields[0])
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True
