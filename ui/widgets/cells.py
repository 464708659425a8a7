"""A plain table: each cell an icon and words, painted from the look; for lists of a few hundred rows at most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.theme.metrics import TABLE_ROW
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent

    from ui.theme.look import Look

CellRole: Final = Qt.ItemDataRole.UserRole + 1
MEASURED: Final = 60
"""Rows looked at for the widths of columns."""
LEAST: Final = 84
"""A column that gives way is hidden rather than made narrower than this, or than its head, in pixels at 100 %."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: words in a colour role and weight, an icon in its own colour role. ``right`` aligns figures."""

    text: str
    icon: str = ""
    icon_color: str = "text-muted"
    color: str = "text"
    weight: int = 400
    filled: bool = False  # the icon's heavy form, for states
    right: bool = False


class CellModel(QAbstractTableModel):
    """Rows of cells with heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: list[tuple[Cell, ...]] = []

    def set_rows(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show these; the same number of rows and columns repaints in place, so that the current row stays."""
        fresh = [tuple(row) for row in rows]
        if len(fresh) == len(self._rows) and len(heads) == len(self._heads):
            self._heads, self._rows = tuple(heads), fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(heads) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(heads) - 1, 0))
            return
        self.beginResetModel()
        self._heads, self._rows = tuple(heads), fresh
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as heads."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell for the delegate, its words for everything else."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        cell = row[index.column()] if index.column() < len(row) else Cell("")
        if role == CellRole:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.text)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(one.text for one in row if one.text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heads, whole in their tooltips where a column is too narrow."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and shown:
            return self._heads[section] if section < len(self._heads) else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class CellDelegate(QStyledItemDelegate):
    """Paints icon and words; the row's ring only while the table has the focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """34 px at 100 %."""
        del option, index
        return QSize(self.look.px(60), row_height(self.look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar, ring, icon, words."""
        look, px = self.look, self.look.px
        cell = index.data(CellRole)
        if not isinstance(cell, Cell):
            return
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        view = option.widget
        painter.save()
        if selected or (hovered and isinstance(view, CellTable) and view.chooses):
            painter.fillRect(rect, look.color("selected" if selected else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.color("border"))
        if selected and isinstance(view, QTableView):
            paint_row_edges(painter, rect, index.column(), view, look)
        middle = rect.y() + rect.height() / 2
        x = rect.x() + px(8)
        if cell.icon:
            weight = "fill" if cell.filled else None
            x += draw_icon(painter, x, middle, cell.icon, cell.icon_color, look, 16, weight) + px(7)
        place = QRect(x, rect.y(), rect.right() - x - px(6), rect.height())
        draw_text(
            painter, place, cell.text, look.font("body", cell.weight), look, cell.color, right=cell.right
        )
        painter.restore()


def paint_row_edges(painter: QPainter, rect: QRect, column: int, view: QTableView, look: Look) -> None:
    """The bar of a selected row, and its focus ring while ``view`` has the focus: one ring for the whole row."""
    px = look.px
    shown = [one for one in range(view.model().columnCount()) if not view.isColumnHidden(one)]
    first, last = column == shown[0], column == shown[-1]
    if view.hasFocus():
        ring, thick = look.color("focus"), px(2)
        painter.fillRect(rect.x(), rect.y(), rect.width(), thick, ring)
        painter.fillRect(rect.x(), rect.bottom() - thick + 1, rect.width(), thick, ring)
        if first:
            painter.fillRect(rect.x(), rect.y(), thick, rect.height(), ring)
        if last:
            painter.fillRect(rect.right() - thick + 1, rect.y(), thick, rect.height(), ring)
    if first:
        painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), look.color("accent"))


def row_height(look: Look) -> int:
    """Height of a table row in pixels."""
    return max(look.px(TABLE_ROW), look.metrics.line_px("body") + 8)


def narrowed(needed: Sequence[int], room: int) -> list[int]:
    """Widths that sum to ``room`` at most: the widest columns give way, narrow ones keep what they need."""
    left, order = room, sorted(range(len(needed)), key=lambda column: needed[column])
    widths = [0] * len(needed)
    for place, column in enumerate(order):
        widths[column] = min(needed[column], left // (len(order) - place))
        left -= widths[column]
    return widths


class CellTable(QTableView):
    """``shares`` divides the width among the columns. ``moved`` follows the current row, ``entered`` is Enter on it.

    ``yields`` names columns that give way first where there is no room for all, and go where nothing is left for them.
    With ``chooses`` False it is read, not chosen from: Tab passes over it only when it has nothing to scroll.
    """

    moved = Signal(int)
    entered = Signal(int)

    def __init__(
        self,
        look: Look,
        shares: Sequence[float],
        *,
        chooses: bool = True,
        yields: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.chooses = chooses
        self._shares = tuple(shares)
        self._yields = tuple(yields)
        self.cells = CellModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(CellDelegate(look, self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setMinimumSectionSize(0)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.activated.connect(lambda index: self.entered.emit(index.row()))
        look.changed.connect(self._restyle)
        self._restyle()

    def set_rows(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows."""
        self.cells.set_rows(heads, rows)
        self.arrange()

    def fit_height(self, most: int = 1000) -> None:
        """As high as its rows, at most ``most`` of them: for tables inside a page that scrolls."""
        rows = min(self.cells.rowCount(), most)
        self.setFixedHeight(row_height(self.look) * (rows + 1) + 2)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.look))
        self.horizontalHeader().setFixedHeight(row_height(self.look))
        self.arrange()
        self.viewport().update()

    def arrange(self) -> None:
        """Give each column what its words need; what is left goes by the shares, what lacks is taken from the widest."""
        room = self.viewport().width()
        needed = [self._needed(column) for column in range(self.cells.columnCount())]
        if not needed or room <= 0:
            return
        gone = self._make_room(needed, room)
        spare = room - sum(needed)
        if spare >= 0:
            shares = [*self._shares, *([1.0] * len(needed))][: len(needed)]
            shares = [0.0 if column in gone else share for column, share in enumerate(shares)]
            widths = [
                width + round(spare * share / sum(shares))
                for width, share in zip(needed, shares, strict=True)
            ]
        else:
            widths = narrowed(needed, room)
        last = max(column for column in range(len(widths)) if column not in gone)
        widths[last] += room - sum(widths)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column in gone)
            self.setColumnWidth(column, max(width, 0))

    def _make_room(self, needed: list[int], room: int) -> set[int]:
        """Take from ``needed`` what lacks, of the columns that give way alone; those that are to go."""
        gone: set[int] = set()
        for column in self._yields:
            lacks = sum(needed) - room
            if lacks <= 0:
                break
            left = needed[column] - lacks
            if left < max(self.look.px(LEAST), self._head_needs(column)):
                gone.add(column)
                left = 0
            needed[column] = left
        return gone

    def _needed(self, column: int) -> int:
        """Width of the head and of the widest cell among the first rows, in pixels."""
        px = self.look.px
        widest = self._head_needs(column)
        for row in range(min(self.cells.rowCount(), MEASURED)):
            cell = self.cells.index(row, column).data(CellRole)
            if isinstance(cell, Cell):
                icon = px(16 + 7) if cell.icon else 0
                widest = max(
                    widest, text_width(self.look.font("body", cell.weight), cell.text) + icon + px(18)
                )
        return widest

    def _head_needs(self, column: int) -> int:
        head = str(self.cells.headerData(column, Qt.Orientation.Horizontal) or "")
        return text_width(self.look.font("body", 600), head) + self.look.px(20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        self.arrange()

    def choose(self, row: int) -> None:
        """Make a row the current and chosen one, and tell."""
        self.selectRow(row)
        if self.current_row() == row:
            self.moved.emit(row)

    def current_row(self) -> int:
        """The current row, -1 when there is none."""
        return self.currentIndex().row()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by Tab lands on a row."""
        super().focusInEvent(event)
        # Qt makes the first row current on its own, but without choosing it.
        if not self.selectionModel().hasSelection() and self.cells.rowCount():
            self.choose(max(self.current_row(), 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        if not self.chooses:
            self.clearSelection()
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, never a search."""

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        self.viewport().update()
        if current.isValid():
            self.moved.emit(current.row())
