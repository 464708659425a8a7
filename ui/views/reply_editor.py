"""The field a reply is written in: plain text; fields, spelling and what is too long marked; Tab from field to field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit

from console.policy.replies import FIELD
from ui.text_offsets import to_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

Span = tuple[int, int]


class Marks(QSyntaxHighlighter):
    """What is marked in a reply, besides its open fields: all in code points of the text that was shown last."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self._text = ""
        self.filled: list[Span] = []  # what the console put in for a field
        self.misspelt: list[Span] = []
        self.over_from = -1  # from here on it is too long for the site; -1: nowhere
        self._units: list[tuple[str, int, int]] = []

    def follow(self, text: str) -> None:
        """The text has changed: what lies behind the change moves with it, what was touched is marked no more."""
        before, self._text = self._text, text
        start = _alike(before, text)
        room = min(len(before), len(text)) - start
        tail = _alike(before[::-1][:room], text[::-1][:room])
        end, by = len(before) - tail, len(text) - len(before)
        self.filled = _moved(self.filled, start, end, by, touched=False)
        self.misspelt = _moved(self.misspelt, start, end, by, touched=True)
        self.show()

    def show(self) -> None:
        """Paint the marks as they are now."""
        spans = [("filled", *span) for span in self.filled] + [("misspelt", *span) for span in self.misspelt]
        if self.over_from >= 0:
            spans.append(("over", self.over_from, len(self._text)))
        places = to_utf16(self._text, [place for _, *span in spans for place in span])
        self._units = [
            (kind, *pair)
            for (kind, _, _), pair in zip(spans, zip(places[::2], places[1::2], strict=True), strict=True)
        ]
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        look = self._look
        at = self.currentBlock().position()
        for kind in ("filled", "over"):
            style = QTextCharFormat()
            style.setBackground(QColor(look.hex("accent-tint" if kind == "filled" else "danger-tint")))
            if kind == "over":
                style.setForeground(look.color("danger"))
            for start, end in self._inside(kind, at, len(text)):
                self.setFormat(start, end - start, style)
        style = QTextCharFormat()
        style.setBackground(QColor(look.hex("warning-tint")))
        style.setForeground(look.color("warning"))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        for start, end in _fields(text):
            self.setFormat(start, end - start, style)
        for start, end in self._inside("misspelt", at, len(text)):
            for place in range(start, end):
                one = self.format(place)
                one.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                one.setUnderlineColor(look.color("warning"))
                self.setFormat(place, 1, one)

    def _inside(self, kind: str, at: int, length: int) -> list[Span]:
        found = []
        for name, start, end in self._units:
            first, last = max(start - at, 0), min(end - at, length)
            if name == kind and first < last:
                found.append((first, last))
        return found


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _moved(spans: Sequence[Span], start: int, end: int, by: int, *, touched: bool) -> list[Span]:
    """Spans after ``[start, end)`` was replaced by something ``by`` longer; those it reached are left out.

    With ``touched`` also those it only touched: a letter at the end of a word makes another word of it.
    """
    room = 1 if touched else 0
    kept = []
    for first, last in spans:
        if last + room <= start:
            kept.append((first, last))
        elif first >= end + room:
            kept.append((first + by, last + by))
    return kept


def _fields(text: str) -> list[Span]:
    """Start and end of each open field, in Qt's units."""
    found = [place for match in FIELD.finditer(text) for place in match.span()]
    places = to_utf16(text, found)
    return list(zip(places[::2], places[1::2], strict=True))


class Editor(QPlainTextEdit):
    """Plain text only; Tab goes to the next open field while there is one. ``wants_menu`` carries a place on screen."""

    wants_menu = Signal(object)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, never format."""
        if source.hasText():
            self.insertPlainText(source.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is made where the words for a misspelling are known."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.wants_menu.emit(event.globalPos())
        event.accept()

    def open_fields(self) -> list[Span]:
        """Start and end of each open field, in the document."""
        return _fields(self.toPlainText())

    def next_field(self) -> bool:
        """Select the next open field after the cursor, or the first; False when there is none."""
        fields = self.open_fields()
        if not fields:
            return False
        at = self.textCursor().selectionEnd()
        start, end = next((field for field in fields if field[0] >= at), fields[0])
        self.select(start, end)
        return True

    def select(self, start: int, end: int) -> None:
        """Select a stretch, in Qt's units."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
