"""The audit page's table: sequence numbers in order, rows read by page; a million entries cost eight megabytes."""

from __future__ import annotations

from array import array
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.i18n import format as say
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.models.audit_line import AuditLine
from ui.models.audit_words import actor_words, on_words, outcome_face, what_face
from ui.models.id_window import IdWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, left to right."""

    NUMBER = 0
    TIME = 1
    WHO = 2
    WHAT = 3
    ON = 4
    RULE = 5
    OUTCOME = 6


HEADS: Final = (
    QT_TRANSLATE_NOOP("Audit", "No."),
    QT_TRANSLATE_NOOP("Audit", "Time"),
    QT_TRANSLATE_NOOP("Audit", "Who"),
    QT_TRANSLATE_NOOP("Audit", "What"),
    QT_TRANSLATE_NOOP("Audit", "On"),
    QT_TRANSLATE_NOOP("Audit", "Rule"),
    QT_TRANSLATE_NOOP("Audit", "Outcome"),
)

LineRole: Final = Qt.ItemDataRole.UserRole + 1


class AuditModel(QAbstractTableModel):
    """Rows are entries, newest first. ``fetch`` reads at most 200 rows by number, quickly enough for the GUI thread."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Mapping[int, AuditLine]],
        now: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window: IdWindow[AuditLine] = IdWindow(fetch)
        self._now = now
        self._one_day = False

    def show_ids(self, ids: array[int], *, one_day: bool) -> None:
        """Show these sequence numbers; ``one_day`` writes times without the day."""
        self.beginResetModel()
        self._window.swap(ids)
        self._one_day = one_day
        self.endResetModel()

    def add_newest(self, ids: Iterable[int]) -> None:
        """Put newer entries (newest first) above the others; the rows below keep their place in the view."""
        fresh = array("q", ids)
        if not fresh:
            return
        self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
        fresh.extend(self._window.ids)
        self._window.swap(fresh)
        self.endInsertRows()

    @property
    def newest(self) -> int:
        """The highest sequence number shown, 0 when there is none."""
        return self._window.id_at(0) if len(self._window) else 0

    def sequence_at(self, row: int) -> int:
        """The sequence number of a row; 0 outside the table."""
        return self._window.id_at(row) if 0 <= row < len(self._window) else 0

    def row_of(self, sequence: int) -> int:
        """The row of a sequence number, -1 when it is not shown."""
        return self._window.index_of(sequence)

    def line(self, row: int) -> AuditLine:
        """The line of a row, read with its page if need be."""
        found = self._window.row(row)
        return found if found is not None else AuditLine(self._window.id_at(row), damaged=True)

    def retranslate(self) -> None:
        """Ask the view to paint everything again, after a change of language."""
        if len(self._window):
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: Index | None = None) -> int:
        """All entries."""
        return 0 if parent is not None and parent.isValid() else len(self._window)

    def columnCount(self, parent: Index | None = None) -> int:
        """Seven."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself for the delegate, words for everything else."""
        if not index.isValid():
            return None
        if role == LineRole:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(self.line(index.row()), index.column())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.spoken(self.line(index.row()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Audit", HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def time_words(self, line: AuditLine) -> str:
        """18:02:11, with the day before it where the rows span several."""
        if not line.at:
            return ""
        if self._one_day:
            return say.clock_seconds(line.at)
        return f"{say.day(line.at, self._now())} {say.clock_time(line.at)}"

    def words(self, line: AuditLine, column: int) -> str:
        """The words of one cell."""
        if column == Column.NUMBER:
            return say.number(line.sequence)
        if column == Column.TIME:
            return self.time_words(line)
        if column == Column.WHO:
            return actor_words(line)
        if column == Column.WHAT:
            return what_face(line).word
        if column == Column.ON:
            return on_words(line)
        if column == Column.RULE:
            return line.rule
        face = outcome_face(line.outcome)
        return face.word if face is not None else ""

    def spoken(self, line: AuditLine) -> str:
        """The whole row as a screen reader says it."""
        cells = (self.words(line, column) for column in Column)
        return ", ".join(cell for cell in cells if cell)
