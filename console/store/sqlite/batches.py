"""Bulk decisions: what was asked of many comments at once, and comment by comment what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from console.domain.vocabulary import AUTOMATION
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

COLUMNS = "id, actor, role, action, request, state, total, created_at, updated_at"


@dataclass(frozen=True, slots=True)
class Batch:
    """One decision about many. ``state`` is running, paused, stopped, done or undone; times are UTC seconds.

    ``request`` holds what is asked of every comment (reason, until, category), and the session that works it off.
    """

    id: str
    actor: str
    role: str
    action: str
    request: Mapping[str, Any]
    state: str
    total: int
    created_at: int
    updated_at: int


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One comment of a batch, in the text (``revision``) that was previewed.

    ``state`` is open, done, review (waits for a second person), refused (``code`` says why), undone or kept
    (``code`` says why it could not be undone).
    """

    position: int
    comment_id: int
    revision: int
    state: str
    code: str
    decision_id: int | None


def _batch(row: tuple[Any, ...]) -> Batch:
    return Batch(row[0], row[1], row[2], row[3], codec.loads(row[4]), row[5], row[6], row[7], row[8])


class Batches(Part):
    """Batches and their items."""

    def add(
        self,
        batch: str,
        *,
        actor: str,
        role: str,
        action: str,
        request: Mapping[str, Any],
        items: Sequence[tuple[int, int]],
        now: int,
    ) -> None:
        """Store a running batch with all its (comment id, revision) pairs, in the order of work."""
        self._db.execute(
            f"INSERT INTO batches ({COLUMNS}) VALUES (?, ?, ?, ?, ?, 'running', ?, ?, ?)",
            (batch, actor, role, action, codec.dumps(dict(request)), len(items), now, now),
        )
        self._db.executemany(
            "INSERT INTO batch_items (batch, position, comment_id, revision) VALUES (?, ?, ?, ?)",
            ((batch, position, comment, revision) for position, (comment, revision) in enumerate(items)),
        )

    def get(self, batch: str) -> Batch | None:
        """One batch."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM batches WHERE id = ?", (batch,)).fetchone()
        return None if row is None else _batch(row)

    def recent(self, limit: int = 50) -> list[Batch]:
        """The newest batches, newest first."""
        return [
            _batch(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM batches ORDER BY created_at DESC, id LIMIT ?", (limit,)
            )
        ]

    def unfinished(self) -> list[Batch]:
        """Batches that are not at their end (running or paused), oldest first."""
        return [
            _batch(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM batches WHERE state IN ('running', 'paused') ORDER BY created_at, id"
            )
        ]

    def set(self, batch: str, now: int, *, state: str = "", request: Mapping[str, Any] | None = None) -> None:
        """Set the state or who works it off; always the time."""
        if state:
            self._db.execute("UPDATE batches SET state = ? WHERE id = ?", (state, batch))
        if request is not None:
            self._db.execute(
                "UPDATE batches SET request = ? WHERE id = ?", (codec.dumps(dict(request)), batch)
            )
        self._db.execute("UPDATE batches SET updated_at = ? WHERE id = ?", (now, batch))

    def items(
        self, batch: str, states: Sequence[str], limit: int | None = None, after: int = -1
    ) -> list[BatchItem]:
        """Items in one of these states behind position ``after``, in the order of work."""
        marks = ",".join("?" * len(states))
        return [
            BatchItem(*row)
            for row in self._db.execute(
                f"""SELECT position, comment_id, revision, state, code, decision_id FROM batch_items
                    WHERE batch = ? AND position > ? AND state IN ({marks}) ORDER BY position LIMIT ?""",
                (batch, after, *states, -1 if limit is None else limit),
            )
        ]

    def settle(self, batch: str, results: Iterable[tuple[int, str, str, int | None]]) -> None:
        """What became of items: (position, state, code, decision id or None to leave it)."""
        self._db.executemany(
            """UPDATE batch_items SET state = ?, code = ?, decision_id = coalesce(?, decision_id)
               WHERE batch = ? AND position = ?""",
            [(state, code, decision, batch, position) for position, state, code, decision in results],
        )

    def counts(self, batch: str) -> dict[tuple[str, str], int]:
        """(state, code) -> items."""
        return {
            (row[0], row[1]): row[2]
            for row in self._db.execute(
                "SELECT state, code, count(*) FROM batch_items WHERE batch = ? GROUP BY state, code", (batch,)
            )
        }

    def of_decision(self, decision_id: int) -> str | None:
        """The batch that a decision belongs to, None for one made alone."""
        row = self._db.execute("SELECT batch FROM decisions WHERE id = ?", (decision_id,)).fetchone()
        return None if row is None else row[0]


def struck(connection: sqlite3.Connection, ids: Sequence[int]) -> set[int]:
    """Of these comments, those whose author has a strike for them already."""
    found: set[int] = set()
    for start in range(0, len(ids), 400):
        marks = ",".join(str(int(one)) for one in ids[start : start + 400])
        found.update(
            row[0]
            for row in connection.execute(
                "SELECT s.comment_id FROM strikes s JOIN comments c ON c.author_id = s.author_id"
                f" AND c.id = s.comment_id WHERE c.id IN ({marks}) AND s.revoked_at IS NULL"
            )
        )
    return found


def decided(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, set[str]]:
    """Of these comments, the actions that people's standing decisions on the present text took; passing ones left out."""
    found: dict[int, set[str]] = {}
    for start in range(0, len(ids), 400):
        marks = ",".join(str(int(one)) for one in ids[start : start + 400])
        for comment, action in connection.execute(
            f"""SELECT d.comment_id, d.action FROM decisions d INDEXED BY decisions_comment
                JOIN comments c ON c.id = d.comment_id
                WHERE d.comment_id IN ({marks}) AND d.undone_by IS NULL AND d.undoes IS NULL
                  AND d.role <> '{AUTOMATION}' AND d.shown_revision = c.revision
                  AND d.state IN ('queued', 'done', 'waiting_person', 'waiting_review')
                  AND d.action NOT IN ('snooze', 'watch', 'escalate')"""
        ):
            found.setdefault(comment, set()).add(action)
    return found
