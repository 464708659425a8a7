"""The audit page's table view: rows painted from the look, one column of words and icons each, keys for J and K."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.delegates.paint import draw_disc, draw_icon, draw_text, initials, text_width
from ui.i18n import format as say
from ui.models.audit_line import AuditLine
from ui.models.audit_model import AuditModel, Column, LineRole
from ui.models.audit_words import actor_words, on_words, outcome_face, what_face
from ui.theme.icon_names import platform_icon
from ui.widgets.cells import narrowed, paint_row_edges, row_height

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent

    from ui.theme.look import Look

MEASURED: Final = 40
"""Entries looked at for the widths of columns."""
SPARE: Final = (0.04, 0.06, 0.16, 0.28, 0.18, 0.16, 0.12)
"""How room to spare is divided among the columns."""


class AuditDelegate(QStyledItemDelegate):
    """Paints one cell; the bar of the selected row belongs to the first column, the focus ring to the whole row."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """34 px at 100 %."""
        return QSize(self.look.px(80), row_height(self.look))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, bar and ring of the row, then the cell."""
        look, px = self.look, self.look.px
        model = index.model()
        line = index.data(LineRole)
        if not isinstance(line, AuditLine) or not isinstance(model, AuditModel):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if selected or hovered:
            painter.fillRect(rect, look.color("selected" if selected else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.color("border"))
        view = option.widget
        if selected and isinstance(view, QTableView):
            paint_row_edges(painter, rect, index.column(), view, look)
        self._cell(painter, rect.adjusted(px(8), 0, -px(4), 0), line, index.column(), model, selected)
        painter.restore()

    def _cell(
        self, painter: QPainter, rect: QRect, line: AuditLine, column: int, model: AuditModel, selected: bool
    ) -> None:
        look, px = self.look, self.look.px
        middle = rect.y() + rect.height() / 2
        body = look.font("body")
        if column == Column.NUMBER:
            draw_text(
                painter,
                rect,
                say.number(line.sequence),
                look.font("body", 600 if selected else 400),
                look,
                "text" if selected else "text-muted",
            )
        elif column == Column.TIME:
            draw_text(painter, rect, model.time_words(line), body, look, "text-muted")
        elif column == Column.WHO:
            name = actor_words(line)
            if line.by_machine:
                draw_icon(painter, rect.x(), middle, "monitor", "text-muted", look, 16)
            elif name:
                edge = px(16)
                disc = QRectF(rect.x(), round(middle - edge / 2), edge, edge)
                draw_disc(painter, disc, initials(name), look)
            draw_text(
                painter,
                rect.adjusted(px(22), 0, 0, 0),
                name,
                body,
                look,
                "text-muted" if line.by_machine else "text",
            )
        elif column == Column.WHAT:
            face = what_face(line)
            role = "danger" if face.color == "danger" else "text"
            draw_icon(painter, rect.x(), middle, face.icon, role, look, 16)
            draw_text(painter, rect.adjusted(px(23), 0, 0, 0), face.word, body, look, role)
        elif column == Column.ON:
            if line.kind:
                draw_icon(painter, rect.x(), middle, platform_icon(line.kind), "text-muted", look, 16)
            draw_text(painter, rect.adjusted(px(24), 0, 0, 0), on_words(line), body, look, "text")
        elif column == Column.RULE:
            draw_text(painter, rect, line.rule, body, look, "text-muted")
        else:
            outcome = outcome_face(line.outcome)
            if outcome is not None:
                weight = None if outcome.color == "text-muted" else "fill"
                draw_icon(painter, rect.x(), middle, outcome.icon, outcome.color, look, 15, weight)
                draw_text(painter, rect.adjusted(px(20), 0, 0, 0), outcome.word, body, look, "text")


class AuditTable(QTableView):
    """Shows an AuditModel. ``entered`` asks for the detail of the current entry, ``moved`` follows the current one."""

    entered = Signal(int)
    moved = Signal(int)

    def __init__(self, look: Look, model: AuditModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(AuditDelegate(look, self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setMinimumSectionSize(0)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.entered.emit(model.sequence_at(index.row())))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.look))
        self.horizontalHeader().setFixedHeight(row_height(self.look))
        self.arrange()
        self.viewport().update()

    def arrange(self) -> None:
        """Give each column what the newest entries need; where room lacks, the rule goes first, then the widest yield."""
        room = self.viewport().width()
        if room <= 0:
            return
        needed = [self._needed(column) for column in Column]
        hidden = sum(needed) > room
        self.setColumnHidden(Column.RULE, hidden)
        if hidden:
            needed[Column.RULE] = 0
        spare = room - sum(needed)
        if spare >= 0:
            widths = [width + round(spare * share) for width, share in zip(needed, SPARE, strict=True)]
        else:
            widths = narrowed(needed, room)
        widths[Column.OUTCOME] += room - sum(widths)
        for column, width in zip(Column, widths, strict=True):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, width)

    def _needed(self, column: Column) -> int:
        """Width in pixels of the head and of the widest cell among the newest entries."""
        px = self.look.px
        icon = {Column.WHO: 22, Column.WHAT: 23, Column.ON: 24, Column.OUTCOME: 20}.get(column, 0)
        font = self.look.font("body", 600 if column is Column.NUMBER else 400)
        head = str(self._lines.headerData(column, Qt.Orientation.Horizontal) or "")
        widest = text_width(self.look.font("body", 600), head) + px(20)
        for row in range(min(self._lines.rowCount(), MEASURED)):
            words = self._lines.words(self._lines.line(row), column)
            if words:
                widest = max(widest, text_width(font, words) + px(icon + 16))
        return min(widest, px(260))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def current_sequence(self) -> int:
        """The sequence number of the current row, 0 when there is none."""
        return self._lines.sequence_at(self.currentIndex().row())

    def go_to(self, sequence: int) -> bool:
        """Make the entry with this number the current one; False when it is not shown."""
        row = self._lines.row_of(sequence)
        if row < 0:
            return False
        self.go_to_row(row)
        return True

    def go_to_row(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self._lines.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Move down or up by rows."""
        if self._lines.rowCount():
            row = self.currentIndex().row()
            self.go_to_row(min(max(row + by, 0), self._lines.rowCount() - 1))

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, never a search."""

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        # The ring and the bar span all columns: repaint the whole rows, not the one cell Qt thinks of.
        self.viewport().update()
        if current.isValid():
            self.moved.emit(self._lines.sequence_at(current.row()))
