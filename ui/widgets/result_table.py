"""A cell table for figures: the heads stand over their columns, and one column may hold shares with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ui.delegates.interval_bar import BAR, IntervalCell, IntervalDelegate
from ui.theme.metrics import TABLE_ROW_COMPACT
from ui.widgets.cells import MEASURED, CellModel, CellRole, CellTable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look


class _FigureModel(CellModel):
    """Heads of figure columns are right-aligned."""

    def __init__(self, figures: Collection[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = frozenset(figures)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heads, over their figures."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._figures:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return super().headerData(section, orientation, role)


class ResultTable(CellTable):
    """``figures`` are the columns of right-aligned numbers."""

    def __init__(
        self,
        look: Look,
        shares: Sequence[float],
        figures: Collection[int],
        *,
        chooses: bool = True,
        yields: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``yields`` are the columns that go, one after the other, where there is no room for all."""
        super().__init__(look, shares, chooses=chooses, yields=yields, parent=parent)
        self.cells = _FigureModel(figures, self)
        self.setModel(self.cells)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.setItemDelegate(IntervalDelegate(look, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    def _restyle(self) -> None:
        """Compact rows: there are as many as the policy has rules."""
        super()._restyle()
        high = max(self.look.px(TABLE_ROW_COMPACT), self.look.metrics.line_px("body") + 6)
        self.verticalHeader().setDefaultSectionSize(high)

    def fit_height(self, most: int = 1000) -> None:
        """As high as its rows."""
        rows = min(self.cells.rowCount(), most)
        head = self.horizontalHeader().height()
        self.setFixedHeight(self.verticalHeader().defaultSectionSize() * rows + head + 2)

    def _make_room(self, needed: list[int], room: int) -> set[int]:
        """Figures are not shortened: a column that gives way goes as a whole."""
        gone: set[int] = set()
        wanted = [self._wanted(column) for column in range(len(needed))]
        for column in self._yields:
            if column < len(needed) and sum(wanted) > room:
                gone.add(column)
                needed[column] = wanted[column] = 0
        return gone

    def _wanted(self, column: int) -> int:
        """What a column needs for its words, without a bar."""
        return super()._needed(column)

    def _needed(self, column: int) -> int:
        """Room for the bar too."""
        needed = super()._needed(column)
        shown = (
            self.cells.index(row, column).data(CellRole)
            for row in range(min(self.cells.rowCount(), MEASURED))
        )
        if any(isinstance(cell, IntervalCell) for cell in shown):
            needed += self.look.px(BAR + 8)
        return needed


__all__ = ["ResultTable"]
