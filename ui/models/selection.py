"""The comments a person marked: ids, never rows, so that what comes in or goes out of the list moves no mark."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Selection(QObject):
    """``changed`` fires once for each act. A million marks cost one byte an id and the list of them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: array[int] = array("q")
        self._flags = bytearray()
        self._count = 0
        self._anchor = 0
        self._range: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How many are marked."""
        return self._count

    def has(self, comment: int) -> bool:
        """Whether a comment is marked."""
        return 0 < comment < len(self._flags) and bool(self._flags[comment])

    def ids(self) -> array[int]:
        """The marked ones, each once, in the order in which they were marked."""
        flags = self._flags
        return array("q", dict.fromkeys(one for one in self._order if flags[one]))

    def only(self) -> int:
        """The one marked comment, 0 where there is none or there are more."""
        return next(iter(self.ids()), 0) if self._count == 1 else 0

    def toggle(self, comment: int) -> None:
        """X, Ctrl and a click: mark it, or not any more. The next range starts here."""
        if comment <= 0:
            return
        if self.has(comment):
            self._take([comment])
        else:
            self._put([comment])
        self._anchor, self._range = comment, frozenset()
        self.changed.emit()

    def extend(self, ids: Sequence[int], here: int, there: int) -> None:
        """Mark from where the range began to row ``there`` of ``ids``; it begins at row ``here`` where there is none.

        Coming back takes away what only this range had marked.
        """
        if not 0 <= there < len(ids):
            return
        start = _row(ids, self._anchor, here)
        if start < 0:
            start = there
        if self._anchor != ids[start]:
            self._anchor, self._range = ids[start], frozenset()
        low, high = sorted((start, there))
        wanted = frozenset(ids[low : high + 1])
        self._take(self._range - wanted)
        fresh = [one for one in ids[low : high + 1] if not self.has(one)]
        self._put(fresh)
        self._range = (self._range & wanted) | frozenset(fresh)
        self.changed.emit()

    def take_all(self, ids: Iterable[int]) -> None:
        """Ctrl+A: all of the view, and whatever was marked before."""
        self._put(ids)
        self._range = frozenset()
        self.changed.emit()

    def drop(self, ids: Iterable[int]) -> None:
        """These are decided, or taken out: they are no longer marked."""
        before = self._count
        self._take(ids)
        if self._count != before:
            self.changed.emit()

    def clear(self) -> None:
        """Esc: nothing is marked."""
        if self._count or self._order:
            self._order, self._flags, self._count = array("q"), bytearray(), 0
            self._anchor, self._range = 0, frozenset()
            self.changed.emit()

    def _put(self, ids: Iterable[int]) -> None:
        held = ids if isinstance(ids, (list, array)) else list(ids)
        longest = max(held, default=0)
        if longest >= len(self._flags):
            self._flags.extend(bytes(longest + 1 - len(self._flags)))
        flags = self._flags
        fresh = [one for one in held if one > 0 and not flags[one]]
        for one in fresh:
            flags[one] = 1
        self._order.extend(fresh)
        self._count = sum(flags) if len(fresh) > 1 else self._count + len(fresh)

    def _take(self, ids: Iterable[int]) -> None:
        for one in ids:
            if self.has(one):
                self._flags[one] = 0
                self._count -= 1


def _row(ids: Sequence[int], wanted: int, here: int) -> int:
    """The row of ``wanted``, looked for around ``here`` first; ``here`` where it is gone."""
    if not wanted:
        return here
    for distance in range(200):
        for row in (here - distance, here + distance):
            if 0 <= row < len(ids) and ids[row] == wanted:
                return row
    return here
