"""The outbox: intents on their way to a platform, and the only place that changes their state."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from console.domain.errors import IllegalTransition
from console.domain.vocabulary import OUTBOX_TRANSITIONS, OutboxState
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.decision import OutboxRow

ON_AUTHORS = "('block', 'unblock', 'mute', 'unmute')"


def _lane(table: str) -> str:
    """SQL for what a row's action changes; rows of one lane keep their order."""
    return f"""CASE
      WHEN {table}.action IN ('hide', 'unhide') OR ({table}.action = 'delete' AND {table}.undoes IS NULL) THEN 'shown'
      WHEN {table}.action IN ('reply', 'warn', 'delete') THEN 'said'
      WHEN {table}.action IN ('block', 'unblock') THEN 'blocked'
      WHEN {table}.action IN ('mute', 'unmute') THEN 'muted'
      WHEN {table}.action IN ('like', 'unlike') THEN 'liked'
      ELSE {table}.action END"""


class Outbox(Part):
    """Rows move only along OUTBOX_TRANSITIONS; every move is checked against the state in the database."""

    def add(
        self,
        *,
        key: str,
        decision_id: int,
        comment_id: int,
        author_id: int,
        channel_id: int,
        action: str,
        not_before: int,
        now: int,
        request: Mapping[str, Any],
        state: OutboxState = OutboxState.QUEUED,
        undoes: int | None = None,
    ) -> int:
        """Insert an intent; its key must be new."""
        cursor = self._db.execute(
            """INSERT INTO outbox (key, decision_id, comment_id, author_id, channel_id, action, state, not_before,
                 created_at, updated_at, request, undoes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""",
            (key, decision_id, comment_id, author_id, channel_id, action, state.value, not_before, now, now,
             codec.dumps(dict(request)), undoes),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def get(self, outbox_id: int) -> OutboxRow | None:
        """One row."""
        row = self._db.execute(
            f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox WHERE id = ?", (outbox_id,)
        ).fetchone()
        return None if row is None else codec.outbox_row(row)

    def move(
        self,
        outbox_id: int,
        state: OutboxState,
        now: int,
        *,
        error: Mapping[str, Any] | None = None,
        result: Mapping[str, Any] | None = None,
        not_before: int | None = None,
        tried: bool = False,
    ) -> OutboxRow:
        """Change the state of a row; raises IllegalTransition when the house forbids that step."""
        row = self.get(outbox_id)
        if row is None or state not in OUTBOX_TRANSITIONS[row.state]:
            raise IllegalTransition(
                "outbox_transition",
                outbox_id=outbox_id,
                found=None if row is None else row.state.value,
                asked=state.value,
            )
        self._db.execute(
            """UPDATE outbox SET state = ?, updated_at = ?, error = ?, result = coalesce(?, result),
                 not_before = coalesce(?, not_before), tries = tries + ? WHERE id = ?""",
            (
                state.value,
                now,
                None if error is None else codec.dumps(dict(error)),
                None if result is None else codec.dumps(dict(result)),
                not_before,
                int(tried),
                outbox_id,
            ),
        )
        moved = self.get(outbox_id)
        assert moved is not None
        return moved

    def claim_ready(
        self,
        now: int,
        channel_ids: list[int],
        limit: int = 1,
        only: int | None = None,
        *,
        action: str = "",
        fits: Callable[[OutboxRow], bool] = lambda _row: True,
    ) -> list[OutboxRow]:
        """Move due rows of these channels (or ``only`` this one) to ``sending`` and return them, oldest first.

        With ``action`` only rows of that one; of the ``limit`` oldest those that ``fits`` takes.

        A row waits behind an earlier unfinished one of its lane: an unhide must not overtake its hide, nor an unblock
        its block from another comment. A reply held by quiet hours holds up no hiding.
        """
        marks = ",".join(str(int(one)) for one in channel_ids) or "NULL"
        ids = [
            row[0]
            for row in self._db.execute(
                f"""SELECT o.id FROM outbox o INDEXED BY outbox_ready WHERE o.state = 'queued' AND o.not_before <= ?1
                    AND o.channel_id IN ({marks}) AND (?3 IS NULL OR o.id = ?3) AND (?4 = '' OR o.action = ?4)
                    AND NOT EXISTS (SELECT 1 FROM outbox e
                      WHERE e.comment_id = o.comment_id AND e.id < o.id
                        AND e.state IN ('queued', 'sending', 'unknown') AND {_lane("e")} = {_lane("o")})
                    AND NOT (o.action IN {ON_AUTHORS} AND EXISTS (SELECT 1 FROM outbox e
                      WHERE e.author_id = o.author_id AND e.action IN {ON_AUTHORS} AND e.id < o.id
                        AND e.state IN ('queued', 'sending', 'unknown') AND {_lane("e")} = {_lane("o")}))
                    ORDER BY o.not_before, o.id LIMIT ?2""",
                (now, limit, only, action),
            )
        ]
        ready = sorted(self.many(ids), key=lambda row: ids.index(row.id))
        return [self.move(row.id, OutboxState.SENDING, now, tried=True) for row in ready if fits(row)]

    def hurry(self, now: int) -> int:
        """Make rows that wait after trouble of their own due at once; a platform's own waiting time stands."""
        changed = self._db.execute(
            """UPDATE outbox SET not_before = ?1 WHERE state = 'queued' AND not_before > ?1 AND error IS NOT NULL
               AND json_extract(error, '$.params.retry_at') IS NULL""",
            (now,),
        )
        return changed.rowcount

    def end_undo_windows(self, now: int, undo_window: int) -> int:
        """End the undo windows that still run: those rows may leave now. Rows that wait for another reason stay."""
        changed = self._db.execute(
            """UPDATE outbox SET not_before = ?, updated_at = ? WHERE state = 'queued' AND error IS NULL
                 AND not_before > ? AND not_before <= created_at + ?""",
            (now, now, now, undo_window),
        )
        return int(changed.rowcount)

    def in_states(self, *states: OutboxState, channel_ids: list[int] | None = None) -> list[OutboxRow]:
        """Rows in any of these states, oldest first."""
        marks = ",".join("?" * len(states))
        only = (
            ""
            if channel_ids is None
            else f" AND channel_id IN ({','.join(str(int(x)) for x in channel_ids) or 'NULL'})"
        )
        return [
            codec.outbox_row(row)
            for row in self._db.execute(
                f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox WHERE state IN ({marks}){only} ORDER BY id",
                tuple(one.value for one in states),
            )
        ]

    def open_ids(self, first: Sequence[OutboxState], then: Sequence[OutboxState]) -> array[int]:
        """Ids of rows in the states ``first``, then of those in ``then``, newest first in each."""
        found = array("q")
        for states in (first, then):
            marks = ",".join("?" * len(states))
            rows = self._db.execute(
                f"SELECT id FROM outbox INDEXED BY outbox_ready WHERE state IN ({marks}) ORDER BY id DESC",
                tuple(one.value for one in states),
            )
            found.extend(row[0] for row in rows)
        return found

    def many(self, ids: Sequence[int]) -> list[OutboxRow]:
        """Rows by id; unknown ids are left out."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return [
            codec.outbox_row(row)
            for row in self._db.execute(f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox WHERE id IN ({marks})")
        ]

    def newest(self, limit: int = 500) -> list[OutboxRow]:
        """The newest rows."""
        return [
            codec.outbox_row(row)
            for row in self._db.execute(
                f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox ORDER BY id DESC LIMIT ?", (limit,)
            )
        ]

    def of_comment(self, comment_id: int) -> list[OutboxRow]:
        """Rows about one comment, oldest first."""
        return [
            codec.outbox_row(row)
            for row in self._db.execute(
                f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox WHERE comment_id = ? ORDER BY id", (comment_id,)
            )
        ]

    def newest_of(self, ids: Sequence[int]) -> dict[int, OutboxRow]:
        """comment id -> its newest row."""
        found: dict[int, OutboxRow] = {}
        for start in range(0, len(ids), 400):
            marks = ",".join(str(int(one)) for one in ids[start : start + 400])
            for row in self._db.execute(
                f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox INDEXED BY outbox_comment"
                f" WHERE comment_id IN ({marks}) ORDER BY id"
            ):
                found[row[3]] = codec.outbox_row(row)
        return found

    def counts(self) -> dict[str, int]:
        """state -> rows, for the status strip."""
        return dict(self._db.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall())

    def waiting_by_channel(self) -> dict[int, int]:
        """Channel -> rows that will leave by themselves once it lets them."""
        return dict(
            self._db.execute(
                """SELECT channel_id, count(*) FROM outbox INDEXED BY outbox_ready
                   WHERE state IN ('queued', 'sending', 'unknown') GROUP BY channel_id"""
            ).fetchall()
        )

    def next_due(self) -> int | None:
        """The earliest ``not_before`` of queued rows."""
        row = self._db.execute("SELECT min(not_before) FROM outbox WHERE state = 'queued'").fetchone()
        return None if row is None else row[0]
