"""A list to read: texts in full, each with a line of small words under it, headings between; Enter opens an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import make_visible
from ui.models.masking import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

ItemRole: Final = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words on the small line, with an icon where given."""

    text: str
    icon: str = ""
    color: str = "text-muted"
    weight: int = 400


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One entry. ``key`` is what ``opened`` carries (0: opens nothing); a heading is passed over by the keys."""

    text: str
    key: int = 0
    icon: str = ""
    icon_color: str = "text-muted"
    color: str = "text"
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    tail: str = ""  # at the right end of the first line
    heading: bool = False

    @property
    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        small = ", ".join(
            word for word in (*(piece.text for piece in (*self.left, *self.right)), self.tail) if word
        )
        text = in_words(self.text)
        return f"{text}. {small}" if small else text


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[ReadItem, ...] = ()

    def show(self, items: Sequence[ReadItem]) -> None:
        """Show these."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """All entries."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry for the delegate, its words for everything else."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == ItemRole:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return in_words(item.text)
        return item.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and index.row() < len(self.items) and self.items[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class _Delegate(QStyledItemDelegate):
    """Lays out once for a width and keeps it: a few dozen entries at most."""

    def __init__(self, look: Look, view: ReadingList) -> None:
        super().__init__(view)
        self.look, self._view = look, view
        self._blocks: dict[tuple[str, int, bool], TextBlock] = {}

    def forget(self) -> None:
        """Lay out afresh."""
        self._blocks.clear()

    def _indent(self, item: ReadItem) -> int:
        return self.look.px(10 + 16 + 8 if item.icon else 12)

    def _block(self, item: ReadItem, width: int) -> TextBlock:
        key = item.text, width, item.heading
        found = self._blocks.get(key)
        if found is None:
            role = "small" if item.heading else "body"
            found = self._blocks[key] = TextBlock(
                make_visible(item.text, one_line=True),
                self.look.font(role, 600 if item.heading else 400),
                max(width, 40),
                self.look.metrics.line_px(role),
                0,
                self.look.font("caption"),
            )
        return found

    def _piece_width(self, piece: Piece) -> int:
        px = self.look.px
        return text_width(self.look.font("small", piece.weight), piece.text) + (
            px(14 + 4) if piece.icon else 0
        )

    def _widths(self, pieces: Sequence[Piece]) -> int:
        gap = self.look.px(9)
        return sum(self._piece_width(piece) + gap for piece in pieces) - (gap if pieces else 0)

    def _tail(self, item: ReadItem) -> int:
        """Room that the tail takes from the text, in pixels."""
        return text_width(self.look.font("small"), item.tail) + self.look.px(14) if item.tail else 0

    def _small_lines(self, item: ReadItem, room: int) -> list[tuple[Piece, ...]]:
        """The small pieces in lines: all in one where they fit, else what is left, then the others as they fit."""
        gap = self.look.px(14) if item.left and item.right else 0
        if self._widths(item.left) + gap + self._widths(item.right) <= room:
            return [(*item.left, *item.right)] if item.left or item.right else []
        lines = [item.left] if item.left else []
        packed: tuple[Piece, ...] = ()
        for piece in item.right:
            if packed and self._widths((*packed, piece)) > room:
                lines.append(packed)
                packed = ()
            packed = (*packed, piece)
        return [*lines, packed] if packed else lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The text in full and its small lines at the view's width."""
        del option
        item = index.data(ItemRole)
        width = self._view.viewport().width()
        if not isinstance(item, ReadItem):
            return QSize(width, self.look.px(34))
        px = self.look.px
        room = width - self._indent(item) - px(12)
        small = len(self._small_lines(item, room)) * self.look.metrics.line_px("small")
        high = (
            round(self._block(item, room - self._tail(item)).height)
            + small
            + px(14 if not item.heading else 10)
        )
        return QSize(width, max(high + (px(2) if small else 0), px(28)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar, ring; icon and text; the small words."""
        item = index.data(ItemRole)
        if not isinstance(item, ReadItem):
            return
        look, px = self.look, self.look.px
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not item.heading
        painter.save()
        if item.heading:
            painter.fillRect(rect, look.color("window"))
        elif selected or hovered:
            painter.fillRect(rect, look.color("selected" if selected else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.color("border"))
        if selected:
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), look.color("accent"))
            if self._view.hasFocus():
                painter.setPen(QPen(look.color("focus"), px(2)))
                painter.drawRect(rect.adjusted(1, 1, -1, -2))
        indent = self._indent(item)
        room = rect.width() - indent - px(12)
        block = self._block(item, room - self._tail(item))
        y = rect.y() + px(5 if item.heading else 7)
        if item.icon:
            draw_icon(
                painter, rect.x() + px(10), y + block.line_height / 2, item.icon, item.icon_color, look, 16
            )
        block.paint(
            painter, QPointF(rect.x() + indent, y), look, "text-muted" if item.heading else item.color
        )
        if item.tail:
            place = QRect(rect.x() + indent, y, room, round(block.line_height))
            draw_text(painter, place, item.tail, look.font("small"), look, "text-muted", right=True)
        self._small(painter, item, QRect(rect.x() + indent, round(y + block.height) + px(2), room, 0))
        painter.restore()

    def _small(self, painter: QPainter, item: ReadItem, rect: QRect) -> None:
        line = self.look.metrics.line_px("small")
        lines = self._small_lines(item, rect.width())
        if len(lines) == 1 and item.left and item.right:
            self._pieces(painter, item.left, rect.x(), rect.y(), rect.width(), line)
            wide = self._widths(item.right)
            self._pieces(painter, item.right, rect.x() + rect.width() - wide, rect.y(), wide + 2, line)
            return
        for place, pieces in enumerate(lines):
            self._pieces(painter, pieces, rect.x(), rect.y() + place * line, rect.width(), line)

    def _pieces(
        self, painter: QPainter, pieces: Sequence[Piece], x: int, y: int, room: int, line: int
    ) -> None:
        look, px = self.look, self.look.px
        end = x + room
        for piece in pieces:
            if piece.icon:
                x += draw_icon(painter, x, y + line / 2, piece.icon, piece.color, look, 14) + px(4)
            font = look.font("small", piece.weight)
            place = QRect(x, y, min(text_width(font, piece.text) + 2, max(end - x, 0)), line)
            x += draw_text(painter, place, piece.text, font, look, piece.color) + px(9)


class ReadingList(QListView):
    """``opened`` carries the key of the entry that Enter or a double click chose."""

    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._whole = False
        self.entries = _Model(self)
        self.setModel(self.entries)
        self._painter = _Delegate(look, self)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.activated.connect(self._enter)
        look.changed.connect(self._restyle)

    def show_items(self, items: Sequence[ReadItem]) -> None:
        """Show these; the entry that was current stays current where it still is."""
        before = self.current()
        self.entries.show(items)
        self._painter.forget()
        if before is not None:
            for row, item in enumerate(self.entries.items):
                if (item.key, item.text) == (before.key, before.text):
                    self.setCurrentIndex(self.entries.index(row, 0))
                    break
        self._fit()

    def show_whole(self, whole: bool = True) -> None:
        """Be as high as all entries, for lists inside a page that scrolls; or scroll by itself, as at first."""
        self._whole = whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded)
        if not whole:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)
        self._fit()

    def current(self) -> ReadItem | None:
        """The current entry."""
        item = self.currentIndex().data(ItemRole)
        return item if isinstance(item, ReadItem) else None

    def _enter(self, index: QModelIndex) -> None:
        item = index.data(ItemRole)
        if isinstance(item, ReadItem) and item.key and not item.heading:
            self.opened.emit(item.key)

    def _fit(self) -> None:
        if not self._whole:
            return
        rows = range(self.entries.rowCount())
        high = sum(self.sizeHintForIndex(self.entries.index(row, 0)).height() for row in rows)
        self.setFixedHeight(max(high, self.look.px(34)) + 2 * self.frameWidth())

    def _restyle(self) -> None:
        self._painter.forget()
        self.scheduleDelayedItemsLayout()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by Tab lands on an entry that can be chosen."""
        super().focusInEvent(event)
        item = self.current()
        if item is None or item.heading or not self.selectionModel().hasSelection():
            rows = range(max(self.currentIndex().row(), 0), self.entries.rowCount())
            first = next((row for row in rows if not self.entries.items[row].heading), None)
            if first is not None:
                self.setCurrentIndex(self.entries.index(first, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, never a search."""
