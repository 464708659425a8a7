"""A layout that fills rows from the left and wraps, so that large text never clips a button."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Rows of widgets at their preferred size, ``gap`` pixels apart both ways."""

    def __init__(self, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        # What the shown items ask for, until one of them changes: Qt asks for the height at each look at the window, and
        # items made in Python remember nothing (Qt's own do).
        self._asked: list[tuple[QLayoutItem, QSize, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self._taken: list[
            QLayoutItem
        ] = []  # Qt deletes what it takes out; a wrapper freed before would do it, too

    def set_gap(self, gap: int) -> None:
        """Another distance, in pixels."""
        self._gap = gap
        self.invalidate()

    def addWidget(self, widget: QWidget) -> None:
        """Append at the end, in an item made here: of the end of its own items Qt tells Python nothing."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Append at the end."""
        self._items.append(item)
        self._forget()

    def invalidate(self) -> None:
        """Something in it wants another size."""
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._asked = None
        self._heights.clear()

    def _shown(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        """The items that take room, each with the size it wants and the least it can be."""
        if self._asked is None:
            self._asked = [
                (item, item.sizeHint(), item.minimumSize()) for item in self._items if not item.isEmpty()
            ]
        return self._asked

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """One item; None outside, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Remove and return one item; None outside, as Qt asks."""
        if not 0 <= index < len(self._items):
            return None  # type: ignore[return-value]
        self._forget()
        self._taken = [one for one in self._taken if shiboken6.isValid(one)]
        self._taken.append(self._items.pop(index))
        return self._taken[-1]

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the rows at ``width``."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return found

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        margins = self.contentsMargins()
        shown = [wanted for _item, wanted, _least in self._shown()]
        width = sum(size.width() + self._gap for size in shown) - (self._gap if shown else 0)
        height = max((size.height() for size in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """The widest single item."""
        margins = self.contentsMargins()
        shown = [least for _item, _wanted, least in self._shown()]
        width = max((size.width() for size in shown), default=0)
        height = max((size.height() for size in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        left, right = rect.left() + margins.left(), rect.left() + rect.width() - margins.right()
        x, y, row = left, rect.top() + margins.top(), 0
        for item, size, least in self._shown():
            if x > left and x + size.width() > right:
                x, y, row = left, y + row + self._gap, 0
            width = min(size.width(), max(right - x, least.width()))
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            row = max(row, size.height())
        return y + row - rect.top() + margins.bottom()
