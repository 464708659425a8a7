"""The queue as a Qt model: ids in view order, cards by page, placeholders for what has not been read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.delegates.card_words import accessible_sentence
from ui.delegates.comment_card import CARD_ROLE
from ui.i18n.mark import translate
from ui.models.id_window import IdWindow

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ui.models.card_data import CardData

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class QueueModel(QAbstractTableModel):
    """One column of cards. ``fetch`` reads at most 200 rows by id: the one read the GUI thread makes itself."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Mapping[int, CardData]],
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window: IdWindow[CardData] = IdWindow(fetch)
        self._clock = clock
        self.marked: Callable[[int], bool] = lambda _comment: False

    def set_fetch(self, fetch: Callable[[Sequence[int]], Mapping[int, CardData]]) -> None:
        """Read cards in another way from now on; what is kept was read in the old one and stays."""
        self._window.set_fetch(fetch)

    def rowCount(self, parent: Index = _NONE) -> int:
        """All comments of the view."""
        return 0 if parent.isValid() else len(self._window)

    def columnCount(self, parent: Index = _NONE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The card, or the sentence a screen reader says for it."""
        if role == int(Qt.ItemDataRole.CheckStateRole) and index.isValid():
            return Qt.CheckState.Checked if self.marked(self.id_at(index.row())) else None
        if not index.isValid() or role not in (
            CARD_ROLE,
            int(Qt.ItemDataRole.AccessibleTextRole),
            int(Qt.ItemDataRole.AccessibleDescriptionRole),
        ):
            return None
        card = self.card_at(index.row())
        if role == CARD_ROLE or card is None:
            return card
        said = accessible_sentence(card, int(self._clock()))
        return f"{translate('Bulk', 'Marked.')} {said}" if self.marked(card.id) else said

    def card_at(self, row: int) -> CardData | None:
        """The card of a row, read with its page; None outside or when the comment is gone."""
        return self._window.row(row) if 0 <= row < len(self._window) else None

    def id_at(self, row: int) -> int:
        """The comment of a row, 0 outside."""
        return self._window.id_at(row) if 0 <= row < len(self._window) else 0

    def row_of(self, comment: int) -> int:
        """The row of a comment, -1 when it is not in this view."""
        return self._window.index_of(comment)

    def ids(self) -> array[int]:
        """All ids, in order; not to be changed."""
        return self._window.ids

    def lend_ids(self) -> array[int]:
        """All ids for another thread: that array stays as it is, whatever becomes of the list."""
        return self._window.lend()

    def set_ids(self, ids: array[int]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._window.swap(ids)
        self.endResetModel()

    def refresh(self, comments: Iterable[int]) -> None:
        """Read these comments again and repaint them, where they are in this view."""
        for row in self._window.forget(comments):
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)

    def refresh_all(self) -> None:
        """Read everything in sight again, as after a change of language or policy."""
        self._window.forget_all()
        if len(self._window):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._window) - 1, 0))

    def put(self, row: int, comment: int) -> None:
        """Put a comment into the list at ``row``."""
        self.beginInsertRows(_NONE, row, row)
        self._window.insert(row, comment)
        self.endInsertRows()

    def take(self, comment: int) -> int:
        """Take a comment out of the list; returns the row it had, -1 when it was not there."""
        row = self._window.index_of(comment)
        if row >= 0:
            self.beginRemoveRows(_NONE, row, row)
            self._window.remove(row)
            self.endRemoveRows()
        return row
