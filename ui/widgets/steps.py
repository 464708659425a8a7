"""Pages of which one is shown: only that one takes room, so that a short page does not scroll like the longest."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Steps(QWidget):
    """Like a QStackedWidget whose height follows the page shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> None:
        """Another page at the end; the first one is shown."""
        # First into the layout: a page shown without a parent would be a window of its own.
        self._column.addWidget(page)
        page.setVisible(not self._pages)
        self._pages.append(page)

    def currentIndex(self) -> int:
        """Which page is shown, from 0."""
        return self._current

    def setCurrentIndex(self, place: int) -> None:
        """Show another page."""
        self._current = place
        for number, page in enumerate(self._pages):
            if number != place:
                page.hide()
        self._pages[place].show()

    def currentWidget(self) -> QWidget:
        """The page shown."""
        return self._pages[self._current]
