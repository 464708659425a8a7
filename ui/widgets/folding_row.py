"""A row with a left and a right group; where both do not fit side by side, the right one goes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class FoldingRow(QWidget):
    """Nothing in it is shortened before it has been given a line of its own."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], gap: int, parent: QWidget | None = None
    ) -> None:
        """``gap`` in pixels between widgets."""
        super().__init__(parent)
        self._gap = gap
        self._groups = (self._group(left), self._group(right))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        self._line.addWidget(self._groups[0])
        self._line.addStretch(1)
        self._line.addWidget(self._groups[1])
        for widget in (*left, *right):
            widget.installEventFilter(self)

    def _group(self, widgets: Sequence[QWidget]) -> QWidget:
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        for widget in widgets:
            row.addWidget(widget)
        group.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return group

    @property
    def folded(self) -> bool:
        """Whether the right group stands below."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def fold(self) -> None:
        """Choose one line or two for the present width and words."""
        wanted = sum(group.sizeHint().width() for group in self._groups) + self._gap
        down = QBoxLayout.Direction.TopToBottom
        direction = down if wanted > self.width() else QBoxLayout.Direction.LeftToRight
        if direction != self._line.direction():
            self._line.setDirection(direction)
            folded = direction == down
            self._line.setSpacing(2 if folded else self._gap)
            place = Qt.AlignmentFlag.AlignLeft if folded else Qt.AlignmentFlag(0)
            for group in self._groups:
                self._line.setAlignment(group, place)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another shape."""
        super().resizeEvent(event)
        self.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget that became wider, narrower, shown or hidden may need another shape."""
        del watched
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest):
            self.fold()
        return False

    def event(self, event: QEvent) -> bool:
        """Words changed inside."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fold()
        return super().event(event)
