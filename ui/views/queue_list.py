"""The list pane: title with count, filter and order, the bar of new arrivals, the cards, the undo notice over its foot."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import actions
from ui.delegates.comment_card import CommentCardDelegate
from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width, text_width
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.widgets.base import Pane
from ui.widgets.buttons import BarLink
from ui.widgets.empty import EmptyState
from ui.widgets.header import PaneHeader
from ui.widgets.plain_rows import PlainRows
from ui.widgets.state_bar import StateBar
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.queue_model import QueueModel
    from ui.theme.look import Look


class NewBar(QAbstractButton):
    """28 px: so many have arrived; nothing moves until the person asks for them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.hide()

    def set_count(self, count: int) -> None:
        """Show how many wait; none hides the bar."""
        self._count = count
        self.setAccessibleName(counted.new(count))
        self.setVisible(count > 0)
        self.update()

    @property
    def count(self) -> int:
        """How many wait."""
        return self._count

    def sizeHint(self) -> QSize:
        """28 px high."""
        return QSize(self.look.px(120), self.look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caret, words, keycap, in the middle."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("accent-tint" if not self.underMouse() else "selected"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("border"))
        words = counted.new(self._count)
        cap = " ".join(actions.keycaps("move.new"))
        font = look.font("body", 500)
        width = px(14 + 7) + text_width(font, words) + px(9) + keycap_width(cap, look)
        x, middle = (self.width() - width) // 2, (self.height() - 1) / 2
        x += draw_icon(painter, x, middle, "caret-up", "accent", look, 14) + px(7)
        place = self.rect().adjusted(x, 0, 0, -1)
        x += draw_text(painter, place, words, font, look, "accent") + px(9)
        draw_keycap(painter, x, middle, cap, look)


class CardTable(QTableView):
    """The cards: one column, fixed height, letters left to the actions. ``marking`` carries (row, whether a range)."""

    marking = Signal(int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyboardSearch(self, search: str) -> None:
        """Letters decide; they never search."""
        del search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and paging belong to the table; Home, End, Space and Enter to the actions."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                super().keyPressEvent(event)
                return
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl a click marks a card, with Shift all up to it; the current one stays what is looked at."""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if held and event.button() == Qt.MouseButton.LeftButton:
            row = self.rowAt(int(event.position().y()))
            if row >= 0:
                self.marking.emit(row, bool(held & Qt.KeyboardModifier.ShiftModifier))
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging over cards selects nothing."""
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)


class QueueList(Pane):
    """Everything of the list; ``opened`` carries the comment that became current (0 for none)."""

    opened = Signal(int)
    wants_new = Signal()
    wants_filter = Signal()
    wants_order = Signal()
    wants_left_out = Signal()

    def __init__(
        self,
        look: Look,
        model: QueueModel,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self.model = model
        self.header = PaneHeader(look)
        self.filter_link = BarLink(look, role="small")
        self.order_link = BarLink(look, role="small")
        self.header.add(self.filter_link)
        self.header.add(self.order_link)
        self.left_out = BarLink(look, "eye-closed", role="small")
        self.left_out.hide()
        self.state_bar = StateBar(look)
        self.new_bar = NewBar(look)
        self.table = CardTable(look)
        self.delegate = CommentCardDelegate(look, clock, self.table)
        self.table.setItemDelegate(self.delegate)
        self.table.setModel(model)
        self.plain_rows = PlainRows(look, self.table, self.delegate.row_height)
        self.empty = EmptyState(look)
        self.toast = Toast(look, clock, self)
        self._host: QWidget = self  # over whose foot the notice stands
        self._silent = False
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.left_out)
        column.addWidget(self.state_bar)
        column.addWidget(self.new_bar)
        column.addWidget(stack, 1)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.installEventFilter(self)
        self.new_bar.clicked.connect(self.wants_new)
        self.left_out.clicked.connect(self.wants_left_out)
        self.filter_link.clicked.connect(self.wants_filter)
        self.order_link.clicked.connect(self.wants_order)
        self.toast.reworded.connect(self._place_toast)
        look.changed.connect(self._restyle)
        self._restyle()

    def put_on_top(self, widget: QWidget) -> None:
        """Put something above the cards; who puts it there takes it away."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, widget)

    def _restyle(self) -> None:
        header = self.table.verticalHeader()
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(self.delegate.row_height())
        self.table.viewport().update()
        self._place_toast()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The notice stays over the foot of the list."""
        super().resizeEvent(event)
        self._place_toast()

    def seat_toast(self, host: QWidget) -> None:
        """The notice over the foot of ``host``: of the list, or of what stands in the list's place."""
        if host is self._host:
            return
        self._host = host
        shown = not self.toast.isHidden()
        host.installEventFilter(self)
        self.toast.setParent(host)
        self._place_toast()
        if shown:
            self.toast.show()
            self.toast.raise_()

    def _place_toast(self) -> None:
        px, host = self.look.px, self._host
        width = host.width() - px(26) if host is self else min(host.width() - px(26), px(430))
        height = self.toast.height_for(width)
        self.toast.setGeometry(px(14), host.height() - height - px(9), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring follows the focus, the notice the foot of what it stands over."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place_toast()
        if watched is self.table and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.table.viewport().update()
        return super().eventFilter(watched, event)

    def set_title(self, title: str, count: int | None) -> None:
        """The view's name and how many it holds."""
        self.header.title.set_text(title)
        self.header.count.set_text("" if count is None else say.number(count))
        self.table.setAccessibleName(title)

    def set_left_out(self, words: str) -> None:
        """Say how many comments of this view the person does not want to see; empty for none."""
        self.left_out.set_face("eye-closed", words)
        self.left_out.setVisible(bool(words))

    def show_list(self, shown: bool) -> None:
        """The cards, or the empty state in their place."""
        self._stack.setCurrentWidget(self.table if shown else self.empty)

    @property
    def showing_list(self) -> bool:
        """Whether the cards are shown."""
        return self._stack.currentWidget() is self.table

    def current(self) -> int:
        """The current comment, 0 for none."""
        index = self.table.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else 0

    def make_current(self, comment: int, fallback_row: int = 0) -> int:
        """Make a comment current, or the row where it would be; returns what is current now."""
        count = self.model.rowCount()
        row = self.model.row_of(comment) if comment else -1
        if row < 0:
            row = min(max(fallback_row, 0), count - 1)
        if row < 0:
            self.table.setCurrentIndex(QModelIndex())
            return 0
        index = self.model.index(row, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        return self.model.id_at(row)

    def step(self, by: int) -> None:
        """Next or previous card."""
        count = self.model.rowCount()
        if count:
            row = min(max(self.table.currentIndex().row() + by, 0), count - 1)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def silently(self, work: Callable[[], object]) -> None:
        """Change the list without telling anyone which card is current meanwhile."""
        self._silent = True
        try:
            work()
        finally:
            self._silent = False

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if not self._silent:
            self.opened.emit(self.model.id_at(current.row()) if current.isValid() else 0)
