"""Documents of plain text for the policy editor: nothing is lost on the way in or out, undo survives a change from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from ui.text_offsets import utf16_length

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def new_document(font: QFont, text: str, parent: QObject) -> QTextDocument:
    """A document of plain text with an undo history of its own."""
    made = QTextDocument(parent)
    made.setDocumentLayout(QPlainTextDocumentLayout(made))
    made.setDefaultFont(font)
    made.setPlainText(text)
    made.clearUndoRedoStacks()
    return made


def raw_text(document: QTextDocument) -> str:
    """The text as it was typed. ``toPlainText`` would turn no-break spaces, which French needs, into plain ones."""
    return document.toRawText().replace("\u2029", "\n")


def replace_text(document: QTextDocument, text: str) -> None:
    """Make the document say ``text``, touching only what differs, as one step that can be undone."""
    old = raw_text(document)
    if old == text:
        return
    head = 0
    while head < min(len(old), len(text)) and old[head] == text[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(text)) - head and old[-1 - tail] == text[-1 - tail]:
        tail += 1
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(utf16_length(old[:head]))
    cursor.setPosition(utf16_length(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[head : len(text) - tail])
    cursor.endEditBlock()
