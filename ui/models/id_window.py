"""A list of ids with rows fetched by page and kept: how a view scrolls over a million comments without Qt knowing."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")
Fetch = Callable[[Sequence[int]], Mapping[int, Row]]

PAGE = 100
"""Rows per page; at most 200, the largest read the interface thread may make."""
PAGES_KEPT = 50


class IdWindow(Generic[Row]):
    """Ids in view order, rows by page on demand, the last 50 pages kept.

    ``fetch`` takes ids and answers a mapping; an id it leaves out is a comment that is gone and stays None.
    """

    def __init__(self, fetch: Fetch[Row], page: int = PAGE, keep: int = PAGES_KEPT) -> None:
        """``page`` is the number of rows read at once (1 to 200), ``keep`` the number of pages kept."""
        if not 1 <= page <= 200:
            raise ValueError(f"page of {page} rows outside 1-200")
        self._fetch = fetch
        self._page = page
        self._keep = keep
        self._ids: array[int] = array("q")
        self._where: dict[int, int] | None = None
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> array[int]:
        """The ids in view order; not to be changed by the caller."""
        return self._ids

    def swap(self, ids: Iterable[int]) -> None:
        """Replace the whole list, as after a filter; rows are read anew."""
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._where = None
        self._pages.clear()

    def id_at(self, index: int) -> int:
        """The id at ``index``. IndexError outside the list."""
        return self._ids[index]

    def index_of(self, wanted: int) -> int:
        """The index of an id, -1 when it is not in the list. The first call after a change builds the map."""
        if self._where is None:
            self._where = {known: index for index, known in enumerate(self._ids)}
        return self._where.get(wanted, -1)

    def row(self, index: int) -> Row | None:
        """The row at ``index``, read with its page when it is not kept; None when the comment is gone."""
        number = index // self._page
        rows = self._pages.get(number)
        if rows is None:
            start = number * self._page
            wanted = self._ids[start : start + self._page]
            rows = dict(self._fetch(wanted)) if wanted else {}
            self._pages[number] = rows
            if len(self._pages) > self._keep:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return rows.get(self._ids[index])

    def has(self, index: int) -> bool:
        """Whether the row at ``index`` can be had without a read."""
        return index // self._page in self._pages

    def forget(self, ids: Iterable[int]) -> list[int]:
        """Drop the kept pages that hold any of ``ids``; return the indexes that must be painted again."""
        touched = sorted(index for index in map(self.index_of, ids) if index >= 0)
        for number in {index // self._page for index in touched}:
            self._pages.pop(number, None)
        return touched

    def forget_all(self) -> None:
        """Drop every kept page; the ids stay."""
        self._pages.clear()

    def remove(self, index: int) -> int:
        """Take one id out of the list and return it; later indexes move up by one."""
        gone = self._ids.pop(index)
        self._where = None
        for number in [n for n in self._pages if n >= index // self._page]:
            del self._pages[number]
        return gone

    def insert(self, index: int, new: int) -> None:
        """Put an id back at ``index``, as after an undo."""
        self._ids.insert(index, new)
        self._where = None
        for number in [n for n in self._pages if n >= index // self._page]:
            del self._pages[number]
