"""A paragraph of foreign words laid out by QTextLayout: highlights, boxes and masks painted under the glyphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.delegates.visible_text import ADDED, BOX, CHANGES, MASK, REMOVED, SPAN, Mark, VisibleText
from ui.theme.icon_names import SIGNALS, category_color

if TYPE_CHECKING:
    from ui.theme.look import Look

ELLIPSIS: Final = "…"


class TextBlock:
    """Laid-out text: made once for a width, painted many times. Not for more than a screenful or two of text."""

    def __init__(
        self,
        shown: VisibleText,
        font: QFont,
        width: float,
        line_height: float,
        max_lines: int = 0,
        small_font: QFont | None = None,
    ) -> None:
        """Lay ``shown`` out in ``width`` pixels; with ``max_lines`` > 0 the last line ends in an ellipsis."""
        self.marks: tuple[Mark, ...] = shown.marks
        self._right_to_left = shown.right_to_left
        self.width = width
        self.line_height = line_height
        self._font = font
        self._small = small_font or font
        self.elided = False
        text = shown.text
        self.layout = self._lay_out(text, max_lines)
        if max_lines and self._rest_after(text) > 0:
            self.elided = True
            self.layout = self._elide(text, max_lines)
        self.lines = self.layout.lineCount()
        self.height = self.lines * line_height

    def _lay_out(self, text: str, max_lines: int) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        formats: list[QTextLayout.FormatRange] = []
        for mark in self.marks:
            if mark.kind == BOX:
                style = QTextCharFormat()
                style.setFont(self._small)
                reach = QTextLayout.FormatRange()
                reach.start, reach.length, reach.format = mark.start, mark.length, style
                formats.append(reach)
        if formats:
            layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while not max_lines or layout.lineCount() < max_lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0.0, y + (self.line_height - line.height()) / 2))
            y += self.line_height
        layout.endLayout()
        return layout

    def _end(self) -> int:
        if not self.layout.lineCount():
            return 0
        last = self.layout.lineAt(self.layout.lineCount() - 1)
        return last.textStart() + last.textLength()

    def _rest_after(self, text: str) -> int:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        return units - self._end()

    def _elide(self, text: str, max_lines: int) -> QTextLayout:
        """Cut at the end of the last line, then shorten until the ellipsis fits on it."""
        raw = text.encode("utf-16-le", "surrogatepass")
        end = self._end()
        room = self.width - QFontMetricsF(self._font).horizontalAdvance(ELLIPSIS)
        last = self.layout.lineAt(max_lines - 1)
        if last.naturalTextWidth() > room:
            cut = last.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
            end = min(end, cut)
        kept = raw[: 2 * end].decode("utf-16-le", "ignore").rstrip(" \u2028\u00a0,;:.")
        return self._lay_out(kept + ELLIPSIS, max_lines)

    def rects(self, mark: Mark) -> list[QRectF]:
        """The rectangles of a mark, one or more per line, relative to the block; right for mixed directions too."""
        found: list[QRectF] = []
        for number in range(self.lines):
            line = self.layout.lineAt(number)
            first = max(mark.start, line.textStart())
            end = min(mark.start + mark.length, line.textStart() + line.textLength())
            if end <= first:
                continue
            top = number * self.line_height
            # Boxes of the glyphs themselves: where directions meet, a cursor has two places.
            runs = [run.boundingRect() for run in line.glyphRuns(first, end - first)]
            left: float | None = None
            right = 0.0
            for low, high in sorted((one.left(), one.left() + one.width()) for one in runs):
                if left is not None and low <= right + 0.5:
                    right = max(right, high)
                    continue
                if left is not None and right > left:
                    found.append(QRectF(left, top, right - left, self.line_height))
                left, right = low, high
            if left is not None and right > left:
                found.append(QRectF(left, top, right - left, self.line_height))
        return found

    def paint(self, painter: QPainter, at: QPointF, look: Look, role: str = "text") -> None:
        """Paint highlights, then the glyphs in the colour of ``role``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        glyph = QFontMetricsF(self._font)
        for mark in sorted(
            self.marks, key=lambda one: one.kind != SPAN
        ):  # boxes stand on what is highlighted
            for rect in self.rects(mark):
                self._paint_mark(painter, mark, rect.translated(at), look, glyph.ascent() + glyph.descent())
        painter.setPen(look.color(role))
        self.layout.draw(painter, at)
        for mark in self.marks:
            if mark.kind == REMOVED:  # over the glyphs, which it strikes out
                painter.setPen(QPen(look.color("danger"), look.px(2)))
                for rect in self.rects(mark):
                    struck = rect.translated(at)
                    y = struck.center().y()
                    painter.drawLine(QLineF(struck.left(), y, struck.right(), y))

    def _paint_mark(self, painter: QPainter, mark: Mark, rect: QRectF, look: Look, tall: float) -> None:
        inner = QRectF(rect.x(), rect.center().y() - tall / 2, rect.width(), tall)
        radius = look.px(3)
        if mark.kind == SPAN:
            inner.adjust(-look.px(1), 0, look.px(1), look.px(1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("span"))
            painter.drawRoundedRect(inner, radius, radius)
            pen = QPen(look.color(category_color(mark.label)), look.px(2))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if mark.label in SIGNALS:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            y = inner.bottom() - look.px(1)
            painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
        elif mark.kind in CHANGES:
            if mark.kind != REMOVED:
                added = mark.kind == ADDED
                style = Qt.PenStyle.SolidLine if added else Qt.PenStyle.DotLine
                painter.setPen(QPen(look.color("ok" if added else "accent"), look.px(2), style))
                y = inner.bottom() + look.px(1)
                painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
        elif mark.kind == MASK:
            inner.adjust(0.5, 1.5, -0.5, -0.5)
            pen = QPen(look.color("border-strong"), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(QBrush(look.color("sunken")))
            painter.drawRoundedRect(inner, radius, radius)
        else:
            inner.adjust(1.0, 1.5, -1.0, -1.5)
            painter.setPen(QPen(look.color("border-strong"), 1))
            painter.setBrush(QBrush(look.color("sunken")))
            painter.drawRoundedRect(inner, radius, radius)
