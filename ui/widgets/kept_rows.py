"""Rows of a layout that are kept and given other words: what a person walks through builds and destroys none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout

Row = TypeVar("Row", bound=QWidget)


class KeptRows(Generic[Row]):
    """The first rows of ``layout`` are those shown; the others stand by, hidden and out of it."""

    def __init__(self, layout: QBoxLayout, make: Callable[[], Row]) -> None:
        self._layout, self._make = layout, make
        self._rows: list[Row] = []
        self._shown = 0

    def take(self, count: int) -> list[Row]:
        """``count`` rows to be given their words."""
        while self._shown > count:
            self._shown -= 1
            row = self._rows[self._shown]
            row.hide()
            self._layout.removeWidget(row)
        while self._shown < count:
            if self._shown == len(self._rows):
                self._rows.append(self._make())
            row = self._rows[self._shown]
            self._layout.insertWidget(self._shown, row)
            row.show()
            self._shown += 1
        return self._rows[:count]
