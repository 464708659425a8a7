"""The editor of policy text: line numbers, changed lines, errors underlined in place, results of tests at their line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from ui.delegates.paint import draw_icon
from ui.models.policy.changes import LineChanges
from ui.widgets.base import Pane
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.theme.look import Look

INDENT: Final = "  "
MOST_UNDERLINED: Final = 300
"""Faults underlined at most: a file that is wrong on every line needs no more than that."""


@dataclass(frozen=True, slots=True)
class LineMark:
    """What stands at one line: an icon with its colour role, and words for the tooltip."""

    icon: str
    color: str
    words: str


class _Edge(QWidget):
    """A strip beside the text that the editor paints."""

    def __init__(self, editor: PolicyEditor, side: str) -> None:
        super().__init__(editor)
        self._editor, self._side = editor, side
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        return QSize(self._editor.edge_width(self._side), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Left: bars, marks, numbers. Right: results of tests."""
        self._editor.paint_edge(self, self._side, event.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the line."""
        line = self._editor.line_at(event.position().toPoint().y())
        if line >= 0:
            self._editor.go_to(line + 1)

    def event(self, event: QEvent) -> bool:
        """What a mark means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._editor.words_at(self._editor.line_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)


class PolicyEditor(QPlainTextEdit):
    """Plain text in the fixed font. Lines count from 0 inside, from 1 in ``go_to`` and on the screen."""

    line_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._changes = LineChanges()
        self._faults: dict[int, LineMark] = {}
        self._results: dict[int, LineMark] = {}
        self._line = 0
        self._blocks = 1
        self.document().contentsChange.connect(self._edited)
        self._left, self._right = _Edge(self, "left"), _Edge(self, "right")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(False)
        self.setCornerWidget(Pane(look, "code"))
        self.blockCountChanged.connect(lambda _count: self._room())
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._moved)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.setFont(self.look.fixed_font())
        self.document().setDefaultFont(self.look.fixed_font())
        ground, ring, edge = self.look.hex("code"), self.look.hex("focus"), px(2)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; border: {edge}px solid {ground}; border-radius: 0; padding: 0; }}"
            f"QPlainTextEdit:focus {{ border: {edge}px solid {ring}; padding: 0; }}"
        )
        self.setCursorWidth(max(px(1.5), 1))
        self._room()
        self._underline()

    def use_document(self, document: QTextDocument) -> None:
        """Edit another document; each keeps its own undo history."""
        self.document().contentsChange.disconnect(self._edited)
        document.setDefaultFont(self.look.fixed_font())
        self.setDocument(document)
        self._blocks = document.blockCount()
        document.contentsChange.connect(self._edited)
        self._room()
        self._underline()

    # ------------------------------------------------------------------ what stands beside the lines

    def set_changes(self, changes: LineChanges) -> None:
        """Mark lines that differ from the active text."""
        if changes != self._changes:
            self._changes = changes
            self._left.update()
            self.viewport().update()

    def set_faults(self, faults: Mapping[int, str]) -> None:
        """Underline these lines (from 0) and say why."""
        self._faults = {line: LineMark("x-circle", "danger", words) for line, words in faults.items()}
        self._underline()
        self._left.update()

    def set_results(self, results: Mapping[int, LineMark]) -> None:
        """Show these marks at the right of their lines (from 0)."""
        if results != self._results:
            self._results = dict(results)
            self._right.update()

    def _edited(self, position: int, _removed: int, _added: int) -> None:
        """Lines came or went: what stands beside those below moves along until the next check says it anew."""
        count = self.document().blockCount()
        by, self._blocks = count - self._blocks, count
        if not by:
            return
        block = self.document().findBlock(position)
        line = block.blockNumber() + (0 if position == block.position() else 1)

        def moved(one: int) -> int:
            return max(one + by, line) if one >= line else one

        self._faults = {moved(one): mark for one, mark in self._faults.items()}
        self._results = {moved(one): mark for one, mark in self._results.items()}
        self._changes = LineChanges(
            frozenset(moved(one) for one in self._changes.added),
            frozenset(moved(one) for one in self._changes.changed),
            frozenset(moved(one) for one in self._changes.removed),
            self._changes.count,
        )
        self._left.update()
        self._right.update()

    def words_at(self, line: int) -> str:
        """What the marks of a line say."""
        marks = (self._faults.get(line), self._results.get(line))
        return "\n".join(mark.words for mark in marks if mark is not None)

    def _underline(self) -> None:
        chosen: list[QTextEdit.ExtraSelection] = []
        document = self.document()
        for line in sorted(self._faults)[:MOST_UNDERLINED]:
            block = document.findBlockByNumber(line)
            if not block.isValid():
                continue
            words = block.text()
            lead = len(words) - len(words.lstrip())
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, lead)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            marked = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(self.look.color("danger"))
            marked.cursor, marked.format = cursor, style
            chosen.append(marked)
        self.setExtraSelections(chosen)

    def _moved(self) -> None:
        line = self.textCursor().blockNumber()
        if line != self._line:
            self._line = line
            self.viewport().update()
            self._left.update()
            self._right.update()
            self.line_changed.emit(line + 1)

    # ------------------------------------------------------------------ places

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of a line (from 1) and bring it into the middle."""
        block = self.document().findBlockByNumber(min(max(line, 1), self.blockCount()) - 1)
        cursor = QTextCursor(block)
        words = block.text()
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, len(words) - len(words.lstrip())
        )
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def line_at(self, y: int) -> int:
        """The line (from 0) painted at ``y``; -1 below the last."""
        for block, top, bottom in self._shown():
            if top <= y < bottom:
                return block.blockNumber()
        return -1

    def _shown(self) -> list[tuple[QTextBlock, int, int]]:
        found = []
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        top = self.blockBoundingGeometry(block).translated(offset).top() if block.isValid() else 0.0
        while block.isValid() and top <= self.viewport().height():
            bottom = top + self.blockBoundingRect(block).height()
            if block.isVisible():
                found.append((block, round(top), round(bottom)))
            block, top = block.next(), bottom
        return found

    # ------------------------------------------------------------------ the edges

    def edge_width(self, side: str) -> int:
        """Width of a strip in pixels."""
        px = self.look.px
        if side == "right":
            return px(24)
        digits = max(len(str(self.blockCount())), 3)
        return px(4) + px(18) + self.fontMetrics().horizontalAdvance("9") * digits + px(10)

    def _room(self) -> None:
        self.setViewportMargins(self.edge_width("left"), 0, self.edge_width("right"), 0)
        self._place()

    def _place(self) -> None:
        inside = self.contentsRect()
        left, right = self.edge_width("left"), self.edge_width("right")
        bar = self.verticalScrollBar().width() if self.verticalScrollBar().isVisible() else 0
        across = self.horizontalScrollBar()
        height = inside.height() - (across.height() if across.isVisible() else 0)
        self._left.setGeometry(QRect(inside.left(), inside.top(), left, height))
        self._right.setGeometry(QRect(inside.right() - bar - right + 1, inside.top(), right, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strips at the edges."""
        super().resizeEvent(event)
        self._place()

    def _scrolled(self, rect: QRect, dy: int) -> None:
        for edge in (self._left, self._right):
            if dy:
                edge.scroll(0, dy)
            else:
                edge.update(0, rect.y(), edge.width(), rect.height())
        if rect.contains(self.viewport().rect()):
            self._place()

    def paint_edge(self, edge: QWidget, side: str, rect: QRect) -> None:
        """Paint one strip."""
        look, px = self.look, self.look.px
        painter = QPainter(edge)
        painter.fillRect(rect, look.color("code"))
        font = look.fixed_font()
        current = self._line
        for block, top, bottom in self._shown():
            if bottom < rect.top() or top > rect.bottom():
                continue
            line = block.blockNumber()
            role = self._role_of(line)
            if role:
                painter.fillRect(0, top, edge.width(), bottom - top, look.color(f"{role}-tint"))
            middle = (top + bottom) / 2
            if side == "right":
                mark = self._results.get(line)
                if mark is not None:
                    draw_icon(painter, px(4), middle, mark.icon, mark.color, look, 14, "fill")
                continue
            if role:
                painter.fillRect(0, top, px(3), bottom - top, look.color(role))
            if line in self._changes.removed:
                painter.fillRect(0, top - px(1), px(10), px(2), look.color("danger"))
            fault = self._faults.get(line)
            if fault is not None:
                draw_icon(painter, px(6), middle, fault.icon, fault.color, look, 14, "fill")
            painter.setFont(font)
            painter.setPen(look.color("text" if line == current else "text-muted"))
            place = QRectF(0, top, edge.width() - px(10), bottom - top)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(line + 1)
            )

    def _role_of(self, line: int) -> str:
        if line in self._changes.added:
            return "ok"
        return "warning" if line in self._changes.changed else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint of changed lines, then the text; the ring while this has the focus."""
        painter = QPainter(self.viewport())
        current = self._line if self.hasFocus() and not self.isReadOnly() else -1
        for block, top, bottom in self._shown():
            role = self._role_of(block.blockNumber())
            ground = f"{role}-tint" if role else "hover" if block.blockNumber() == current else ""
            if ground:
                painter.fillRect(0, top, self.viewport().width(), bottom - top, self.look.color(ground))
        painter.end()
        super().paintEvent(event)

    # ------------------------------------------------------------------ typing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab inserts two spaces, Shift+Tab takes two away, Enter keeps the indent; Ctrl+Tab leaves."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        leaves = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if leaves and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # Past QPlainTextEdit's own answer, which keeps the focus wherever Tab is a character.
            QWidget.focusNextPrevChild(self, event.key() == Qt.Key.Key_Tab)
        elif event.key() == Qt.Key.Key_Tab and plain and not self.isReadOnly():
            self._indent()
        elif event.key() == Qt.Key.Key_Backtab and not self.isReadOnly():
            self._outdent()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not self.isReadOnly():
            words = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
            self.textCursor().insertText("\n" + words[: len(words) - len(words.lstrip())])
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _lines(self) -> Sequence[QTextBlock]:
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = (
            self.document().findBlock(max(cursor.selectionEnd() - 1, cursor.selectionStart())).blockNumber()
        )
        found = []
        while block.isValid() and block.blockNumber() <= last:
            found.append(block)
            block = block.next()
        return found

    def _indent(self) -> None:
        cursor = self.textCursor()
        lines = self._lines()
        if len(lines) < 2:
            cursor.insertText(INDENT)
            return
        cursor.beginEditBlock()
        for block in lines:
            QTextCursor(block).insertText(INDENT)
        cursor.endEditBlock()

    def _outdent(self) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._lines():
            words = block.text()
            spaces = min(len(words) - len(words.lstrip(" ")), len(INDENT))
            if spaces:
                take = QTextCursor(block)
                take.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, spaces)
                take.removeSelectedText()
        cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy with no-break spaces as they are.

        The data is Qt's own object, changed: the clipboard outlives the interpreter, and one made here would be
        destroyed by Python when there is none any more.
        """
        data = super().createMimeDataFromSelection()
        data.text()  # asking makes Qt fill it, and what is set afterwards stays
        for name in data.formats():
            data.removeFormat(name)
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the line of the cursor."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the line of the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()
