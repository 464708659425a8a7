"""A dialog as high as its words need at their size, with a body that scrolls where the screen has no room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.base import Pane

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from ui.theme.look import Look

ROOM: Final = 0.94
"""Of the screen's width and height, what a sheet may take."""


class Sheet(QDialog):
    """``body`` takes the content, ``foot`` the buttons. ``fit`` makes room after words or text size have changed."""

    def __init__(self, look: Look, drawn_width: int, parent: QWidget | None = None) -> None:
        """``drawn_width`` in pixels at 100 %."""
        super().__init__(parent)
        self.look = look
        self._drawn = drawn_width
        self.widest = 0  # pixels that a line of the body needs whatever the drawn width
        self._inner = Pane(look, "window")
        self.body = QVBoxLayout(self._inner)
        self.foot = QHBoxLayout()
        self._area = QScrollArea()
        self._area.setProperty("ground", "window")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addLayout(self.foot)
        self._column = column
        look.changed.connect(self._restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._restyle()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus now, also where it was given by the program: a question, a result."""
        if now is not None and self._inner.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, self.look.px(48))
            self._area.horizontalScrollBar().setValue(0)  # it has no bar to come back with

    def _restyle(self) -> None:
        px = self.look.px
        self.body.setContentsMargins(px(24), px(20), px(24), px(8))
        self.body.setSpacing(px(10))
        self.foot.setContentsMargins(px(21), px(4), px(21), px(14))
        self.foot.setSpacing(px(2))
        if self.isVisible():
            self.fit()

    def set_drawn_width(self, drawn_width: int) -> None:
        """Another width, in pixels at 100 %, for another content."""
        self._drawn = drawn_width
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """Take the width drawn for and the height that the words then need, as far as the screen goes."""
        screen = self.screen()
        room = screen.availableGeometry().size() * ROOM
        least = max(self.foot.minimumSize().width(), self.widest)
        width = min(max(self.look.px(self._drawn), least), room.width())
        self.body.activate()
        needed = (
            self.body.totalHeightForWidth(width)
            if self.body.hasHeightForWidth()
            else self.body.sizeHint().height()
        )
        height = needed + self.foot.sizeHint().height() + 2
        self.resize(width, min(height, room.height()))
        if self.isVisible():
            self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up and to the left where growing has pushed a part of it off the screen."""
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        x = max(min(frame.x(), screen.right() + 1 - frame.width()), screen.x())
        y = max(min(frame.y(), screen.bottom() + 1 - frame.height()), screen.y())
        if (x, y) != (frame.x(), frame.y()):
            self.move(x, y)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room before it is seen."""
        super().showEvent(event)
        self.fit()
