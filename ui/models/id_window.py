"""A list of ids with rows fetched by page and kept: how a view scrolls over a million comments without Qt knowing."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

Row = TypeVar("Row")
Fetch = Callable[[Sequence[int]], Mapping[int, Row]]

PAGE = 100
"""Rows per page; at most 200, the largest read the interface thread may make."""
PAGES_KEPT = 50
NEARBY: Final = 500
"""A row kept is looked for this far from where it was read before the whole list is gone through."""


class IdWindow(Generic[Row]):
    """Ids in view order, rows by page on demand, those of the last 50 pages kept.

    Rows are kept by id, not by place: when one is decided those below it move up, and reading a page of them again
    after every decision cost more than the decision. ``fetch`` takes ids and answers a mapping; an id it leaves out
    is a comment that is gone and stays None.
    """

    def __init__(self, fetch: Fetch[Row], page: int = PAGE, keep: int = PAGES_KEPT) -> None:
        """``page`` is the number of rows read at once (1 to 200), ``keep`` the number of pages kept."""
        if not 1 <= page <= 200:
            raise ValueError(f"page of {page} rows outside 1-200")
        self._fetch = fetch
        self._page = page
        self._keep = keep * page
        self._ids: array[int] = array("q")
        self._lent = False
        # Only of the kept rows: a map of a million ids would take 100 MB and be built anew after every decision.
        self._rows: OrderedDict[int, Row | None] = OrderedDict()
        self._read_at: dict[int, int] = {}  # where each kept row stood when it was read

    def set_fetch(self, fetch: Fetch[Row]) -> None:
        """Read rows in another way from now on."""
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> array[int]:
        """The ids in view order; not to be changed by the caller."""
        return self._ids

    def lend(self) -> array[int]:
        """The ids for another thread: this array is never changed again, the next change is made to a copy."""
        self._lent = True
        return self._ids

    def _own(self) -> array[int]:
        if self._lent:
            self._ids, self._lent = self._ids[:], False
        return self._ids

    def swap(self, ids: Iterable[int]) -> None:
        """Replace the whole list, as after a filter; rows are read anew."""
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._lent = False
        self.forget_all()

    def id_at(self, index: int) -> int:
        """The id at ``index``. IndexError outside the list."""
        return self._ids[index]

    def index_of(self, wanted: int) -> int:
        """The index of an id, -1 when it is not in the list. At once for kept rows, else one pass over the ids."""
        stood = self._read_at.get(wanted)
        if stood is not None:
            try:
                return self._ids.index(wanted, max(stood - NEARBY, 0), stood + NEARBY)
            except ValueError:
                pass  # more than that was taken out or put in above it
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def row(self, index: int) -> Row | None:
        """The row at ``index``, read with those of its page that are not kept; None when the comment is gone."""
        one = self._ids[index]
        if one in self._rows:
            self._rows.move_to_end(one)
        else:
            self._read(index)
        return self._rows[one]

    def _read(self, index: int) -> None:
        start = index - index % self._page
        places = {
            one: place
            for place, one in enumerate(self._ids[start : start + self._page], start)
            if one not in self._rows
        }
        found = self._fetch(array("q", places))
        for one in places:
            self._rows[one] = found.get(one)
        self._read_at.update(places)
        while len(self._rows) > self._keep:
            self._read_at.pop(self._rows.popitem(last=False)[0], None)

    def has(self, index: int) -> bool:
        """Whether the row at ``index`` can be had without a read."""
        return self._ids[index] in self._rows

    def forget(self, ids: Iterable[int]) -> list[int]:
        """Drop the kept rows of ``ids``; return the indexes that must be painted again.

        What is not kept was not painted of late either: a pull of thousands costs a look-up each.
        """
        touched = set(ids) & self._rows.keys()
        places = sorted(place for place in map(self.index_of, touched) if place >= 0)
        for one in touched:
            self._rows.pop(one)
            self._read_at.pop(one, None)
        return places

    def forget_all(self) -> None:
        """Drop every kept row; the ids stay."""
        self._rows.clear()
        self._read_at.clear()

    def remove(self, index: int) -> int:
        """Take one id out of the list and return it; later indexes move up by one."""
        one = self._own().pop(index)
        self._rows.pop(one, None)
        self._read_at.pop(one, None)
        return one

    def insert(self, index: int, new: int) -> None:
        """Put an id back at ``index``, as after an undo; its row is read anew."""
        self._own().insert(index, new)
        self._rows.pop(new, None)
        self._read_at.pop(new, None)
