"""Deeds: categories, assignments, tags and notes that people gave, each with what stood before it."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LINES: Final = 1 << 40
"""A deed's line in the history is this plus its id: no decision's id comes near."""
_COLUMNS: Final = """id, kind, actor, role, created_at, sequence, comment_id, author_id, batch, decision_id, before, after,
  undone_by"""
_ALONE: Final = "decision_id IS NULL"
_CHUNK: Final = 400


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person did that is no decision. ``kind`` is category, assign, tag, untag or note.

    ``comment_id`` is None for what is about an author. ``sequence`` is the number of its audit entry; times are UTC
    seconds. ``before`` and ``after`` hold what the kind needs to go back: the free words among them are erased with
    their author.
    """

    id: int
    kind: str
    actor: str
    role: str
    created_at: int
    sequence: int
    comment_id: int | None
    author_id: int
    batch: str | None
    decision_id: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    undone_by: str | None


def _deed(row: tuple[Any, ...]) -> Deed:
    values = [*row]
    values[10], values[11] = json.loads(row[10]), json.loads(row[11])
    return Deed(*values)


class Deeds(Part):
    """What can be taken back beside decisions."""

    def add(
        self,
        kind: str,
        *,
        actor: str,
        role: str,
        now: int,
        sequence: int,
        author_id: int,
        comment_id: int | None = None,
        batch: str | None = None,
        decision_id: int | None = None,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> int:
        """Keep one deed; returns its id."""
        cursor = self._db.execute(
            """INSERT INTO deeds (kind, actor, role, created_at, sequence, comment_id, author_id, batch, decision_id,
                 before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                kind, actor, role, now, sequence, comment_id, author_id, batch, decision_id,
                codec.dumps(dict(before or {})), codec.dumps(dict(after or {})),
            ),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def belong(self, comment_id: int, decision_id: int) -> None:
        """What was set on the way to a decision goes back with it from now on."""
        self._db.execute(
            "UPDATE deeds SET decision_id = ? WHERE comment_id = ? AND decision_id = 0",
            (decision_id, comment_id),
        )

    def undone(self, deed_id: int, by: str, now: int) -> None:
        """It was taken back."""
        self._db.execute(
            "UPDATE deeds SET undone_by = ?, undone_at = ? WHERE id = ? AND undone_by IS NULL",
            (by, now, deed_id),
        )

    # ------------------------------------------------------------------ reads

    def many(self, ids: Sequence[int]) -> list[Deed]:
        """Deeds by id; unknown ids are left out."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return [_deed(row) for row in self._db.execute(f"SELECT {_COLUMNS} FROM deeds WHERE id IN ({marks})")]

    def get(self, deed_id: int) -> Deed | None:
        """One deed."""
        return next(iter(self.many([deed_id])), None)

    def of_decision(self, decision_id: int) -> list[Deed]:
        """What came along with a decision and still stands."""
        return [
            _deed(row)
            for row in self._db.execute(
                f"SELECT {_COLUMNS} FROM deeds WHERE decision_id = ? AND undone_by IS NULL ORDER BY id DESC",
                (decision_id,),
            )
        ]

    def standing_of(self, actor: str, limit: int) -> list[Deed]:
        """The newest deeds of ``actor`` that stand, newest first; of a batch its newest one alone."""
        return [
            _deed(row)
            for row in self._db.execute(
                f"""SELECT {_COLUMNS} FROM deeds d INDEXED BY deeds_actor WHERE actor = ? AND {_ALONE}
                    AND undone_by IS NULL AND (batch IS NULL OR id = (SELECT max(n.id) FROM deeds n INDEXED BY deeds_batch
                      WHERE n.batch = d.batch AND n.undone_by IS NULL))
                    ORDER BY sequence DESC LIMIT ?""",
                (actor, limit),
            )
        ]

    def newest_about(self, kinds: Sequence[str], deed: Deed) -> Deed | None:
        """The newest standing deed of these kinds about the same comment, or the same author where there is none."""
        marks = ",".join("?" * len(kinds))
        whose = "comment_id = ?" if deed.comment_id is not None else "author_id = ? AND comment_id IS NULL"
        row = self._db.execute(
            f"""SELECT {_COLUMNS} FROM deeds WHERE {whose} AND kind IN ({marks}) AND undone_by IS NULL
                ORDER BY id DESC LIMIT 1""",
            (deed.comment_id if deed.comment_id is not None else deed.author_id, *kinds),
        ).fetchone()
        return None if row is None else _deed(row)

    def of_batch(self, batch: str, *, standing: bool = False) -> array[int]:
        """The ids of a batch, newest first."""
        more = " AND undone_by IS NULL" if standing else ""
        rows = self._db.execute(
            f"SELECT id FROM deeds INDEXED BY deeds_batch WHERE batch = ?{more} ORDER BY id DESC", (batch,)
        )
        return array("q", (row[0] for row in rows))

    def batch_counts(self, batch: str) -> tuple[int, int]:
        """(deeds in a batch, those not taken back)."""
        row = self._db.execute(
            "SELECT count(*), coalesce(sum(undone_by IS NULL), 0) FROM deeds INDEXED BY deeds_batch WHERE batch = ?",
            (batch,),
        ).fetchone()
        return int(row[0]), int(row[1])

    def history(self, actor: str | None, since: int) -> array[int]:
        """Lines of decisions and deeds of ``actor`` (None: everybody's) from ``since`` on (UTC seconds), newest first.

        A decision's id, a deed's id plus ``LINES``; all of one batch are one line, the negative of its newest. Undos
        are left out, and what came along with a decision.
        """
        whose = "1" if actor is None else "actor = ?2"
        rows = self._db.execute(
            f"""SELECT CASE WHEN batch IS NULL THEN id ELSE -max(id) END, max(audit_sequence) AS at, max(id) AS newest
                FROM decisions WHERE undoes IS NULL AND {whose} AND created_at >= ?1 GROUP BY coalesce(batch, id)
                UNION ALL
                SELECT CASE WHEN batch IS NULL THEN id + {LINES} ELSE -(max(id) + {LINES}) END, max(sequence), max(id)
                FROM deeds WHERE {_ALONE} AND {whose} AND created_at >= ?1 GROUP BY coalesce(batch, id)
                ORDER BY at DESC, newest DESC""",
            (since,) if actor is None else (since, actor),
        )
        return array("q", (row[0] for row in rows))

    # ------------------------------------------------------------------ erasure

    def drop(self, comment_ids: Sequence[int], author_id: int) -> None:
        """Forget what was done about an author and their comments: tags and former tags are words about a person."""
        self._db.execute("DELETE FROM deeds WHERE author_id = ?", (int(author_id),))
        for start in range(0, len(comment_ids), _CHUNK):
            marks = ",".join(str(int(one)) for one in comment_ids[start : start + _CHUNK])
            self._db.execute(f"DELETE FROM deeds WHERE comment_id IN ({marks})")
