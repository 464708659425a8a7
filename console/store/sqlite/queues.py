"""The queue: id vectors, pages, counts and search, each over a named index."""

from __future__ import annotations

import unicodedata
from array import array

from console.domain.vocabulary import CommentState
from console.store.filters import QueueFilter
from console.store.sqlite.automation import UNANSWERED
from console.store.sqlite.codec import Part

SEARCH_LIMIT = 5000
SEARCH_WORDS = 40  # more than anybody types; a pasted page must not become an expression of a thousand terms


class Queues(Part):
    """Reads of whole views; nothing here changes a row."""

    def ids(self, wanted: QueueFilter, limit: int | None = None) -> array[int]:
        """The ids of a view in order, as ``array('q')``: 8 bytes a row, a million in a third of a second."""
        where, values, index = _conditions(wanted)
        order = {
            "severity": "c.qkey, c.id",
            "newest": "c.posted_at DESC, c.id DESC",
            "oldest": "c.posted_at, c.id",
        }[wanted.order]
        source = f"comments c INDEXED BY {index}" if index else "comments c"
        sql = f"SELECT c.id FROM {source} WHERE {where} ORDER BY {order}"
        if limit is not None:
            sql += f" LIMIT {int(limit)}"
        found: array[int] = array("q")
        cursor = self._db.execute(sql, values)
        while rows := cursor.fetchmany(8192):
            found.extend([row[0] for row in rows])
        return found

    def page(
        self, wanted: QueueFilter, after: tuple[int, int] | None, limit: int = 200
    ) -> list[tuple[int, int]]:
        """The next ``limit`` (qkey, id) pairs behind ``after`` in severity order: one index range."""
        where, values, index = _conditions(wanted)
        if after is not None:
            where += " AND (c.qkey, c.id) > (?, ?)"
            values = [*values, *after]
        source = f"comments c INDEXED BY {index}" if index else "comments c"
        return [
            (row[0], row[1])
            for row in self._db.execute(
                f"SELECT c.qkey, c.id FROM {source} WHERE {where} ORDER BY c.qkey, c.id LIMIT ?",
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

    def counts_by_channel(self) -> dict[int, dict[int, int]]:
        """channel id -> state -> comments."""
        found: dict[int, dict[int, int]] = {}
        for channel, state, number in self._db.execute(
            "SELECT channel_id, state, sum(n) FROM counters GROUP BY channel_id, state"
        ):
            found.setdefault(channel, {})[state] = number
        return found

    def count(self, wanted: QueueFilter) -> int:
        """An exact count where no counter is kept (mentions, mine, due soon): a covering index range."""
        where, values, index = _conditions(wanted)
        source = f"comments c INDEXED BY {index}" if index else "comments c"
        return int(self._db.execute(f"SELECT count(*) FROM {source} WHERE {where}", values).fetchone()[0])

    def next_due(self, now: int) -> int | None:
        """The earliest due time of open comments after ``now``."""
        row = self._db.execute(
            "SELECT min(due_at) FROM comments INDEXED BY comments_due"
            " WHERE state = 0 AND due_at < 1099511627775 AND due_at > ?",
            (now,),
        ).fetchone()
        return None if row is None else row[0]


def match_expression(text: str) -> str:
    """An FTS5 expression for typed words: all must occur, the last one may be a beginning. Empty for no words."""
    # Letters, digits and their marks, as the index sees them: a combining accent is part of its word, nothing else is.
    kept = (one if one.isalnum() or unicodedata.category(one)[0] == "M" else " " for one in text)
    words = "".join(kept).split()[:SEARCH_WORDS]
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    quoted[-1] += "*"
    return " AND ".join(quoted)


def _conditions(wanted: QueueFilter) -> tuple[str, list[object], str]:
    """(WHERE text, values, index name). The planner errs by 20 to 2,000 times here, so the index is named."""
    where: list[str] = []
    values: list[object] = []
    states = wanted.states or tuple(CommentState)
    if len(states) == 1:
        where.append("c.state = ?")
        values.append(int(states[0]))
    else:
        where.append(f"c.state IN ({','.join(str(int(one)) for one in states)})")
    index = "comments_queue"
    if wanted.text:
        expression = match_expression(wanted.text)
        if not expression:
            return "0", [], ""
        where.append(
            "c.id IN (SELECT rowid FROM (SELECT rowid FROM comments_fts WHERE comments_fts MATCH ? ORDER BY rowid DESC"
            f" LIMIT {SEARCH_LIMIT}) UNION SELECT x.id FROM comments x INDEXED BY comments_author WHERE x.author_id IN"
            " (SELECT rowid FROM authors_fts WHERE authors_fts MATCH ? LIMIT 200))"
        )
        values += [expression, expression]
        index = ""
    if wanted.automatic:  # a handful of rows: from their own index to the comments by id
        where.append(f"c.id IN ({UNANSWERED})")
        index = ""
    if wanted.author_id is not None:
        where.append("c.author_id = ?")
        values.append(wanted.author_id)
        index = "" if wanted.text or wanted.automatic else "comments_author"
    if wanted.assignee is not None:
        where.append("c.assignee = ?")
        values.append(wanted.assignee)
        if index == "comments_queue":
            index = "comments_assignee"
    if wanted.mentions_only:
        where.append("c.relation <> 'comment'")
        if index == "comments_queue":
            index = "comments_mentions"
    if wanted.due_before is not None:
        where.append("c.due_at < 1099511627775 AND c.due_at <= ?")
        values.append(wanted.due_before)
        if index == "comments_queue" and states == (CommentState.OPEN,):
            # The partial index wants its own predicate word for word.
            where[0] = "c.state = 0"
            values.pop(0)
            index = "comments_due"
    if wanted.categories:
        marks = ",".join("?" * len(wanted.categories))
        where.append(f"c.category IN ({marks})")
        values += wanted.categories
        if index == "comments_queue":
            index = "comments_queue_category"
    if wanted.channel_id is not None:
        where.append("c.channel_id = ?")
        values.append(wanted.channel_id)
        if index == "comments_queue":
            index = "comments_queue_channel"
    if wanted.flagged_only:
        where.append("c.flagged = 1")
    if wanted.language is not None:
        where.append("c.language = ?")
        values.append(wanted.language)
    return " AND ".join(where), values, index
