"""The queue card: platform, author, post and clock; the text with its highlights; category, proposal, state or age."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.delegates.card_words import CardWords, card_words
from ui.delegates.paint import chip_width, draw_chip, draw_disc, draw_icon, draw_text, initials, text_width
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import make_visible
from ui.models.card_data import CardData
from ui.theme.icon_names import CLOCKS, SIGNALS, category_color, platform_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look

CARD_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Model role that answers a CardData, or None for a row not read yet."""

_LAYOUTS_KEPT: Final = 512
_LETTERS_LAID_OUT: Final = 600
"""No card shows more than three lines; the rest of a 50,000-letter comment is not laid out."""

_LEFT, _RIGHT, _TOP, _BOTTOM, _LINE = 20, 16, 10, 7, 20
BAR: Final = 3


@dataclass(slots=True)
class _Kept:
    block: TextBlock
    revision: int
    masked: bool


class CommentCardDelegate(QStyledItemDelegate):
    """Paints one CardData per row; all rows are equally high, so a million of them cost nothing to lay out."""

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        """``clock`` answers UTC epoch seconds; tests and pictures pass a fixed one."""
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.marked: Callable[[int], bool] = lambda _comment: False
        self._blocks: OrderedDict[tuple[int, int], _Kept] = OrderedDict()
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._blocks.clear()

    def row_height(self) -> int:
        """Height of every card at the present density and text size, in pixels."""
        if self._look.density.name == "compact":
            return self._look.px(62)
        text = self._look.density.lines * self._look.metrics.line_px("card")
        return text + 2 * self._look.px(_LINE) + self._look.px(_TOP + _BOTTOM) + self._look.px(2)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Width as given, height as every card."""
        return QSize(_rect(option).width(), self.row_height())

    def block_for(self, card: CardData, width: int) -> TextBlock:
        """The laid-out text of a card, kept by (id, width) while its revision and masking stay."""
        key = (card.id, width)
        kept = self._blocks.get(key)
        if kept is not None and kept.revision == card.revision and kept.masked == card.masked:
            self._blocks.move_to_end(key)
            return kept.block
        text = card.text[:_LETTERS_LAID_OUT].strip()
        lead = len(card.text[:_LETTERS_LAID_OUT]) - len(card.text[:_LETTERS_LAID_OUT].lstrip())
        spans = [type(s)(s.start - lead, s.end - lead, s.label) for s in card.spans] if lead else card.spans
        block = TextBlock(
            make_visible(text, spans, masked=card.masked, one_line=True),
            self._look.font("body"),
            width,
            self._look.metrics.line_px("card"),
            self._look.density.lines,
            self._look.font("caption"),
        )
        self._blocks[key] = _Kept(block, card.revision, card.masked)
        if len(self._blocks) > _LAYOUTS_KEPT:
            self._blocks.popitem(last=False)
        return block

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the card, or two plain bars while its row has not been read."""
        rect = _rect(option)
        state = _state(option)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        card = index.data(CARD_ROLE)
        painter.save()
        painter.setClipRect(rect)
        ground = "selected" if selected else "hover" if hovered else "surface"
        painter.fillRect(rect, self._look.color(ground))
        if isinstance(card, CardData):
            if self.marked(card.id):
                self._paint_mark(painter, rect, selected)
            self._paint_edges(painter, rect, card, selected, focused)
            if self._look.density.name == "compact":
                self._paint_compact(painter, rect, card)
            else:
                self._paint_card(painter, rect, card)
        else:
            self._paint_placeholder(painter, rect)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, selected: bool) -> None:
        """A check in the gutter, and a ground of its own where the card is not the current one."""
        look, px = self._look, self._look.px
        if not selected:
            painter.fillRect(rect, look.color("accent-tint"))
        at = rect.top() + px(_TOP) + px(_LINE) / 2
        draw_icon(painter, rect.left() + px(4), at, "check-square", "accent", look, 14, "fill")

    def _paint_placeholder(self, painter: QPainter, rect: QRect) -> None:
        px = self._look.px
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color("border"))
        for number, share in enumerate((0.35, 0.8)):
            bar = QRect(
                rect.left() + px(_LEFT), rect.top() + px(14 + 24 * number), int(rect.width() * share), px(10)
            )
            painter.fillRect(bar, self._look.color("sunken"))

    def _paint_edges(
        self, painter: QPainter, rect: QRect, card: CardData, selected: bool, focused: bool
    ) -> None:
        look = self._look
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border"))
        if card.alike > 1:
            painter.fillRect(
                rect.left(), rect.bottom() - look.px(4), rect.width(), look.px(4), look.color("sunken")
            )
            painter.fillRect(rect.left(), rect.bottom() - look.px(5), rect.width(), 1, look.color("border"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border"))
        bar = QRect(rect.left(), rect.top(), look.px(BAR), rect.height() - 1)
        if card.severity >= 2 and card.category not in SIGNALS:
            painter.fillRect(bar, look.color(category_color(card.category)))
        elif selected:
            painter.fillRect(bar, look.color("accent"))
        if look.theme.high_contrast:
            painter.setPen(QPen(look.color(category_color(card.category)), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("focus"), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(look.px(6), look.px(3), -look.px(4), -look.px(4))
            painter.drawRoundedRect(ring, look.px(4), look.px(4))

    def _paint_head(
        self, painter: QPainter, line: QRect, card: CardData, words: CardWords, muted: bool
    ) -> None:
        look = self._look
        right = line.right() + 1 - self._paint_clock(painter, line, words)
        x = line.left()
        x += draw_icon(
            painter, x, line.top() + line.height() / 2, platform_icon(card.platform), "text-muted", look, 14
        )
        x += look.px(6)
        name = look.font("body", 600)
        width = min(text_width(name, words.author), max(right - x - look.px(12), look.px(40)))
        draw_text(
            painter,
            QRect(x, line.top(), width, line.height()),
            words.author,
            name,
            look,
            "text-muted" if muted else "text",
        )
        x += width + look.px(7)
        for icon, word in words.tags:
            wide = look.px(14 + 3 + 8) + text_width(look.font("small", 600), word)
            if x + wide > right - look.px(12):
                break
            x += draw_icon(painter, x, line.top() + line.height() / 2, icon, "text", look, 14) + look.px(3)
            place = QRect(x, line.top(), wide, line.height())
            x += draw_text(painter, place, word, look.font("small", 600), look, "text") + look.px(8)
        room = QRect(x, line.top(), right - x - look.px(10), line.height())
        draw_text(painter, room, words.context, look.font("small"), look, "text-muted")

    def _paint_clock(self, painter: QPainter, line: QRect, words: CardWords) -> int:
        """Paint the clock at the right end of ``line``; return the width taken."""
        look = self._look
        if words.clock_state == "none" or not words.clock:
            return 0
        late, soon = words.clock_state == "late", words.clock_state == "soon"
        font = look.font("small", 600 if late or soon else 500)
        width = text_width(font, words.clock)
        icon = CLOCKS[words.clock_state]
        middle = line.top() + line.height() / 2
        if late:
            total = width + look.px(14 + 5 + 12)
            height = look.px(19)
            box = QRectF(line.right() + 1 - total, middle - height / 2, total, height)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("danger"))
            painter.drawRoundedRect(box, look.px(3), look.px(3))
            draw_icon(painter, box.left() + look.px(6), middle, icon, "text-on-accent", look, 13, "fill")
            place = QRect(int(box.left()) + look.px(6 + 13 + 5), line.top(), width + 2, line.height())
            draw_text(painter, place, words.clock, font, look, "text-on-accent")
            return total
        role = "warning" if soon else "text-muted"
        total = width + look.px(14 + 5)
        left = line.right() + 1 - total
        draw_icon(painter, left, middle, icon, role, look, 14, "fill" if soon else None)
        place = QRect(left + look.px(14 + 5), line.top(), width + 2, line.height())
        draw_text(painter, place, words.clock, font, look, role)
        return total

    def _paint_card(self, painter: QPainter, rect: QRect, card: CardData) -> None:
        look = self._look
        words = card_words(card, int(self._clock()))
        muted = bool(card.claimed_by)
        inner = rect.adjusted(look.px(_LEFT), look.px(_TOP), -look.px(_RIGHT), 0)
        head = QRect(inner.left(), inner.top(), inner.width(), look.px(_LINE))
        self._paint_head(painter, head, card, words, muted)
        block = self.block_for(card, inner.width())
        text_top = head.bottom() + 1
        block.paint(painter, QPointF(inner.left(), text_top), look, "text-muted" if muted else "text")
        lines = look.density.lines * look.metrics.line_px("card")
        foot = QRect(inner.left(), text_top + lines + look.px(2), inner.width(), look.px(_LINE))
        self._paint_foot(painter, foot, card, words)

    def _paint_compact(self, painter: QPainter, rect: QRect, card: CardData) -> None:
        """Two rows: author, text and clock; chip, state and age keep their words."""
        look = self._look
        words = card_words(card, int(self._clock()))
        muted = bool(card.claimed_by)
        inner = rect.adjusted(look.px(_LEFT), look.px(9), -look.px(_RIGHT), 0)
        line = QRect(inner.left(), inner.top(), inner.width(), look.px(_LINE))
        right = line.right() + 1 - self._paint_clock(painter, line, words) - look.px(10)
        x = line.left()
        x += draw_icon(
            painter, x, line.top() + line.height() / 2, platform_icon(card.platform), "text-muted", look, 14
        )
        x += look.px(6)
        name = look.font("body", 600)
        width = min(text_width(name, words.author), line.width() // 3)
        role = "text-muted" if muted else "text"
        draw_text(painter, QRect(x, line.top(), width, line.height()), words.author, name, look, role)
        x += width + look.px(8)
        block = self.block_for(card, max(right - x, look.px(40)))
        top = line.top() + (line.height() - look.metrics.line_px("card")) / 2
        block.paint(painter, QPointF(x, top), look, role)
        foot = QRect(inner.left(), line.bottom() + look.px(3), inner.width(), look.px(_LINE))
        self._paint_foot(painter, foot, card, words)

    def _paint_foot(self, painter: QPainter, line: QRect, card: CardData, words: CardWords) -> None:
        look = self._look
        x, middle = line.left(), line.top() + line.height() / 2
        if words.category:
            # The category keeps its word whatever the text size; state or age yield first, then the notes.
            chip = QRect(line.left(), line.top(), line.width(), line.height())
            wide = chip_width(words.category, card.severity, look)
            x += draw_chip(
                painter, x, middle, card.category, words.category, card.severity, look, chip.width()
            )
            x += look.px(10)
            line = line.adjusted(min(wide + look.px(8), line.width()), 0, 0, 0)
        right = line.right() + 1 - self._paint_right(painter, line, card, words)
        for icon, note in words.notes:
            if icon:
                if x + look.px(18) > right:
                    break
                x += draw_icon(painter, x, middle, icon, "text-muted", look, 14) + look.px(4)
            room = QRect(x, line.top(), right - x - look.px(8), line.height())
            font = look.font("small")
            if (
                text_width(font, note) > room.width()
            ):  # the state without its key is a word, a cut key is none
                note = note.partition(" · ")[0]
            x += draw_text(painter, room, note, font, look, "text-muted") + look.px(10)

    def _paint_right(self, painter: QPainter, line: QRect, card: CardData, words: CardWords) -> int:
        look = self._look
        font = look.font("small", 500 if words.right_strong else 400)
        width = text_width(font, words.right)
        if width + look.px(24 if words.right_icon else 0) > line.width():
            return 0
        role = "text" if words.right_strong else "text-muted"
        place = QRect(line.right() + 1 - width, line.top(), width, line.height())
        draw_text(painter, place, words.right, font, look, role)
        middle = line.top() + line.height() / 2
        if words.right_icon == "claimed":
            edge = look.px(16)
            disc = QRectF(place.left() - look.px(6) - edge, middle - edge / 2, edge, edge)
            draw_disc(painter, disc, initials(card.claimed_by), look)
            return width + look.px(6 + 16)
        if words.right_icon:
            draw_icon(painter, place.left() - look.px(5 + 14), middle, words.right_icon, role, look, 14)
            return width + look.px(5 + 14)
        return width


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state
