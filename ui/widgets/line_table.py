"""A table over ids: rows of cells are read by page when they come into sight, so that 100,000 of them cost nothing."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt

from ui.models.id_window import IdWindow
from ui.widgets.cells import Cell, CellModel, CellRole, CellTable, Index
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

PAGE: Final = 60
Cells = tuple[Cell, ...]


class LineModel(CellModel):
    """``fetch`` answers the cells of at most 60 ids; it runs on the GUI thread, so it reads by primary key alone."""

    def __init__(
        self, fetch: Callable[[Sequence[int]], Mapping[int, Cells]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._window: IdWindow[Cells] = IdWindow(fetch, PAGE)

    @property
    def ids(self) -> array[int]:
        """The ids in order; not to be changed by the caller."""
        return self._window.ids

    def show_ids(self, heads: Sequence[str], ids: Iterable[int]) -> None:
        """Another list."""
        self.beginResetModel()
        self._heads = tuple(heads)
        self._window.swap(ids)
        self.endResetModel()

    def id_at(self, row: int) -> int:
        """The id of a row, 0 outside the list."""
        return self._window.id_at(row) if 0 <= row < len(self._window) else 0

    def row_of(self, number: int) -> int:
        """The row of an id, -1 when it is not listed."""
        return self._window.index_of(number)

    def unfold(self, row: int, ids: Iterable[int]) -> None:
        """Put ``ids`` under a row."""
        fresh = array("q", ids)
        if fresh:
            self.beginInsertRows(QModelIndex(), row + 1, row + len(fresh))
            self._window.swap(self.ids[: row + 1] + fresh + self.ids[row + 1 :])
            self.endInsertRows()

    def fold(self, row: int, count: int) -> None:
        """Take the ``count`` rows under a row away."""
        if count:
            self.beginRemoveRows(QModelIndex(), row + 1, row + count)
            self._window.swap(self.ids[: row + 1] + self.ids[row + 1 + count :])
            self.endRemoveRows()

    def look_again(self, first: int = 0, last: int = -1) -> None:
        """Read anew what is shown (all, or the rows ``first`` to ``last``)."""
        count = len(self._window)
        if not count:
            return
        last = count - 1 if last < 0 else min(last, count - 1)
        if last - first >= count - 1:
            self._window.forget_all()
        else:
            self._window.forget(self.ids[first : last + 1])
        self.dataChanged.emit(self.index(first, 0), self.index(last, max(self.columnCount() - 1, 0)))

    def rowCount(self, parent: Index | None = None) -> int:
        """All ids."""
        return 0 if parent is not None and parent.isValid() else len(self._window)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell for the delegate, its words for everything else; what is gone has empty cells."""
        if not index.isValid() or index.row() >= len(self._window):
            return None
        row = self._window.row(index.row()) or ()
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


class LineTable(CellTable):
    """A CellTable over a LineModel; the widths follow the rows in sight when they were last arranged."""

    def __init__(
        self, look: Look, shares: Sequence[float], fetch: Callable[[Sequence[int]], Mapping[int, Cells]]
    ) -> None:
        super().__init__(look, shares)
        self.lines = LineModel(fetch, self)
        self.cells = self.lines
        self.setModel(self.lines)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def show_ids(self, heads: Sequence[str], ids: Iterable[int], keep: int = 0) -> None:
        """Another list, staying on ``keep`` where it is still there, else near its row."""
        before = max(self.current_row(), 0)
        self.lines.show_ids(heads, ids)
        self.arrange()
        row = self.lines.row_of(keep) if keep else -1
        count = self.lines.rowCount()
        if count:
            self.go_to(row if row >= 0 else min(before, count - 1) if keep else 0)

    def current_id(self) -> int:
        """The id of the current row, 0 for none."""
        return self.lines.id_at(self.current_row())

    def go_to(self, row: int) -> None:
        """Make a row current and bring it into view."""
        self.choose(row)
        self.scrollTo(self.lines.index(row, 0))

    def step(self, by: int) -> None:
        """Next or previous row."""
        count = self.lines.rowCount()
        if count:
            self.go_to(min(max(self.current_row() + by, 0), count - 1))

    def in_sight(self) -> tuple[int, int]:
        """First and last row in sight; (0, -1) for none."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        count = self.lines.rowCount()
        return (0, -1) if first < 0 else (first, last if last >= 0 else count - 1)
