"""Reading a whole workspace again in the background: how far each run came, so that a restart goes on from there."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from console.domain.errors import DomainError, NotFound
from console.store.sqlite.codec import Part

PURPOSES: Final = ("switch", "second_opinion", "calibration")
# From which state a run may come to which; a finished run stays as it ended.
MOVES: Final = {
    "running": {"paused", "cancelled", "done"},
    "paused": {"running", "cancelled", "done"},
    "cancelled": set(),
    "done": set(),
}
COLUMNS: Final = """id, engine, engine_version, purpose, state, after_id, total, done, failed, started_at,
  updated_at, started_by"""


@dataclass(frozen=True, slots=True)
class Reclassification:
    """One run over the workspace. ``after_id`` is the cursor: comments up to it were read. Times are UTC seconds."""

    id: int
    engine: str
    engine_version: str
    purpose: str  # switch | second_opinion | calibration
    state: str  # running | paused | cancelled | done
    after_id: int
    total: int  # how many comments there were to read when it started
    done: int
    failed: int
    started_at: int
    updated_at: int
    started_by: str

    @property
    def under_way(self) -> bool:
        """Whether it will go on: running or paused."""
        return bool(MOVES[self.state])


class Reclassifications(Part):
    """The runs, at most one of them under way (running or paused) in a workspace."""

    def create(
        self, engine: str, engine_version: str, purpose: str, total: int, started_by: str, now: int
    ) -> int:
        """Start a run; returns its id. Raises DomainError ``reclassification_under_way`` while one is, and ValueError."""
        if purpose not in PURPOSES or total < 0:
            raise ValueError(f"no run of this kind: {purpose} of {total}")
        try:
            cursor = self._db.execute(
                """INSERT INTO reclassifications
                     (engine, engine_version, purpose, state, total, started_at, updated_at, started_by)
                   VALUES (?, ?, ?, 'running', ?, ?, ?, ?)""",
                (engine, engine_version, purpose, total, now, now, started_by),
            )
        except sqlite3.IntegrityError as error:
            held = self.current()
            params = {} if held is None else {"id": held.id, "engine": held.engine, "state": held.state}
            raise DomainError("reclassification_under_way", **params) from error
        return int(cursor.lastrowid or 0)

    def progress(self, run_id: int, after_id: int, done: int, failed: int, now: int) -> Reclassification:
        """Add a batch: the cursor moves to ``after_id`` (never back), ``done`` and ``failed`` are added. Returns the run.

        A paused or cancelled run takes the batch too: it was under way when somebody stopped it, and it is stored.
        The caller reads ``state`` of the answer to learn whether to go on.
        """
        if done < 0 or failed < 0:
            raise ValueError("a run never takes back what it read")
        self._db.execute(
            """UPDATE reclassifications SET after_id = max(after_id, ?), done = done + ?, failed = failed + ?,
                 updated_at = ? WHERE id = ?""",
            (after_id, done, failed, now, run_id),
        )
        return self._need(run_id)

    def set_state(self, run_id: int, state: str, now: int) -> Reclassification:
        """Pause, go on, cancel or finish. Setting the same state again is no error; leaving an end is a DomainError."""
        if state not in MOVES:
            raise ValueError(f"no state of a run: {state}")
        held = self._need(run_id)
        if held.state == state:
            return held
        if state not in MOVES[held.state]:
            raise DomainError("reclassification_over", id=run_id, state=held.state)
        self._db.execute(
            "UPDATE reclassifications SET state = ?, updated_at = ? WHERE id = ?", (state, now, run_id)
        )
        return self._need(run_id)

    def get(self, run_id: int) -> Reclassification | None:
        """One run."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM reclassifications WHERE id = ?", (run_id,)).fetchone()
        return None if row is None else Reclassification(*row)

    def current(self) -> Reclassification | None:
        """The run under way (running or paused), if any."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM reclassifications WHERE state IN ('running', 'paused')"
        ).fetchone()
        return None if row is None else Reclassification(*row)

    def recent(self, limit: int = 20) -> list[Reclassification]:
        """The newest runs, newest first."""
        return [
            Reclassification(*row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM reclassifications ORDER BY id DESC LIMIT ?", (limit,)
            )
        ]

    def _need(self, run_id: int) -> Reclassification:
        held = self.get(run_id)
        if held is None:
            raise NotFound("reclassification_not_found", id=run_id)
        return held
