"""The queue: id vectors, pages, counts and search, each over a named index."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from console.store.sqlite.codec import Part
from console.store.sqlite.queue_filter import Conditions, conditions
from console.store.sqlite.search import HITS, TEXT, Found, Search, within

if TYPE_CHECKING:
    import sqlite3

    from console.store.filters import QueueFilter

_ORDERS: Final = {
    "severity": "c.qkey, c.id",
    "newest": "c.posted_at DESC, c.id DESC",
    "oldest": "c.posted_at, c.id",
    "reach": "a.followers IS NULL, a.followers DESC, c.qkey, c.id",
}


class Queues(Part):
    """Reads of whole views; nothing here changes a row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._search = Search(connection)

    def ids(self, wanted: QueueFilter, limit: int | None = None) -> array[int]:
        """The ids of a view in order, as ``array('q')``: 8 bytes a row, a million in a third of a second."""
        few = limit if limit is not None and wanted.order == "newest" else HITS
        return self._vector(wanted, self._asked(wanted, few), limit)

    def _vector(self, wanted: QueueFilter, asked: Conditions, limit: int | None) -> array[int]:
        join = " CROSS JOIN authors a ON a.id = c.author_id" if wanted.order == "reach" else ""
        sql = f"SELECT c.id FROM {asked.source}{join} WHERE {asked.where} ORDER BY {_ORDERS[wanted.order]}"
        if limit is not None:
            sql += f" LIMIT {int(limit)}"
        found: array[int] = array("q")
        cursor = self._db.execute(sql, asked.values)
        while rows := cursor.fetchmany(8192):
            found.extend([row[0] for row in rows])
        return found

    def page(
        self, wanted: QueueFilter, after: tuple[int, int] | None, limit: int = 200
    ) -> list[tuple[int, int]]:
        """The next ``limit`` (qkey, id) pairs behind ``after`` in severity order: one index range."""
        asked = self._asked(wanted)
        where, values = asked.where, asked.values
        if after is not None:
            where += " AND (c.qkey, c.id) > (?, ?)"
            values = (*values, *after)
        return [
            (row[0], row[1])
            for row in self._db.execute(
                f"SELECT c.qkey, c.id FROM {asked.source} WHERE {where} ORDER BY c.qkey, c.id LIMIT ?",
                (*values, limit),
            )
        ]

    def counts(self) -> dict[tuple[int, str], int]:
        """Kept by triggers: (state, category) -> comments, over all channels."""
        return {
            (row[0], row[1]): row[2]
            for row in self._db.execute(
                "SELECT state, category, sum(n) FROM counters GROUP BY state, category"
            )
            if row[2]
        }

    def count(self, wanted: QueueFilter) -> int:
        """An exact count where no counter is kept (mentions, mine, due soon): a covering index range."""
        asked = self._asked(wanted)
        sql = f"SELECT count(*) FROM {asked.source} WHERE {asked.where}"
        return int(self._db.execute(sql, asked.values).fetchone()[0])

    def search(self, wanted: QueueFilter, limit: int = HITS) -> Found:
        """Comments that hold the words of ``wanted.text``, in its order, and where the words stood."""
        hits, cut = self._search.hits(wanted, limit)
        places = {one: place for one, place in hits.items() if place != TEXT}
        return Found(self._vector(wanted, conditions(wanted, within(hits)), None), places, cut)

    def _asked(self, wanted: QueueFilter, limit: int = HITS) -> Conditions:
        if not wanted.text:
            return conditions(wanted)
        return conditions(wanted, within(self._search.hits(wanted, limit)[0]))

    def next_due(self, now: int) -> int | None:
        """The earliest due time of open comments after ``now``."""
        row = self._db.execute(
            "SELECT min(due_at) FROM comments INDEXED BY comments_due"
            " WHERE state = 0 AND due_at < 1099511627775 AND due_at > ?",
            (now,),
        ).fetchone()
        return None if row is None else row[0]
