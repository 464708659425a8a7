"""Calibration layers of a workspace: proposed, active (at most one for an engine) and reverted ones; none is deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from console.domain.verdict import Verdict

COLUMNS: Final = """id, engine, engine_version, body, figures, state, created_at, created_by, activated_at,
  activated_by, reverted_at, reverted_by"""


@dataclass(frozen=True, slots=True)
class Calibration:
    """One layer as stored: ``body`` is the layer, ``figures`` what cross-validation said before and after."""

    id: int
    engine: str
    engine_version: str
    body: Mapping[str, Any]
    figures: Mapping[str, Any]
    state: str  # proposed | active | reverted
    created_at: int
    created_by: str
    activated_at: int | None
    activated_by: str | None
    reverted_at: int | None
    reverted_by: str | None


def _row(row: tuple[Any, ...]) -> Calibration:
    values = [*row]
    values[3], values[4] = json.loads(row[3]), json.loads(row[4])
    return Calibration(*values)


class Calibrations(Part):
    """The workspace's layers, and the verdicts that they changed."""

    def propose(
        self,
        engine: str,
        engine_version: str,
        body: Mapping[str, Any],
        figures: Mapping[str, Any],
        by: str,
        now: int,
    ) -> int:
        """Keep a layer for a lead to look at; returns its id."""
        cursor = self._db.execute(
            """INSERT INTO calibrations (engine, engine_version, body, figures, state, created_at, created_by)
               VALUES (?, ?, ?, ?, 'proposed', ?, ?)""",
            (engine, engine_version, codec.dumps(dict(body)), codec.dumps(dict(figures)), now, by),
        )
        return int(cursor.lastrowid or 0)

    def get(self, number: int) -> Calibration | None:
        """One layer."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM calibrations WHERE id = ?", (number,)).fetchone()
        return None if row is None else _row(row)

    def active(self, engine: str | None = None) -> list[Calibration]:
        """The active layers: of one engine (at most one), or all."""
        return [
            _row(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM calibrations WHERE state = 'active' AND (?1 IS NULL OR engine = ?1)",
                (engine,),
            )
        ]

    def history(self, limit: int = 100) -> list[Calibration]:
        """All layers, newest first."""
        return [
            _row(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM calibrations ORDER BY id DESC LIMIT ?", (limit,)
            )
        ]

    def activate(self, number: int, by: str, now: int) -> None:
        """Make a layer the active one of its engine; the one that was active is reverted in the same step."""
        self._db.execute(
            """UPDATE calibrations SET state = 'reverted', reverted_at = ?, reverted_by = ?
               WHERE state = 'active' AND engine = (SELECT engine FROM calibrations WHERE id = ?)""",
            (now, by, number),
        )
        self._db.execute(
            """UPDATE calibrations SET state = 'active', activated_at = ?, activated_by = ?, reverted_at = NULL,
                 reverted_by = NULL WHERE id = ?""",
            (now, by, number),
        )

    def revert(self, number: int, by: str, now: int) -> None:
        """Take an active layer off."""
        self._db.execute(
            """UPDATE calibrations SET state = 'reverted', reverted_at = ?, reverted_by = ?
               WHERE id = ? AND state = 'active'""",
            (now, by, number),
        )

    def change(self, items: Iterable[tuple[int, int, int, Verdict]], now: int) -> list[int]:
        """Make changed verdicts current: (comment id, revision, id of the engine's own verdict, verdict).

        A comment that was edited meanwhile keeps what it has. Returns the ids that were changed.
        """
        done: list[int] = []
        for comment_id, revision, base_id, verdict in items:
            cursor = self._db.execute(
                f"INSERT INTO verdicts (comment_id, revision, created_at, base_id, {codec.VERDICT_COLUMNS})"
                f" VALUES (?,?,?,?{',?' * len(codec.VERDICT_COLUMNS.split(','))})",
                (comment_id, revision, now, base_id, *codec.verdict_values(verdict)),
            )
            done += self._point(comment_id, revision, int(cursor.lastrowid or 0), verdict)
        return done

    def back(self, items: Iterable[tuple[int, int, int, Verdict]]) -> list[int]:
        """Make the engine's own verdicts current again: (comment id, revision, verdict id, verdict)."""
        done: list[int] = []
        for comment_id, revision, verdict_id, verdict in items:
            done += self._point(comment_id, revision, verdict_id, verdict)
        return done

    def _point(self, comment_id: int, revision: int, verdict_id: int, verdict: Verdict) -> list[int]:
        changed = self._db.execute(
            "UPDATE comments SET verdict_id = ?, flagged = ? WHERE id = ? AND revision = ?",
            (verdict_id, int(verdict.flagged), comment_id, revision),
        )
        return [comment_id] if changed.rowcount else []
