"""Verdicts beside the one that a comment is shown with: earlier engines', second opinions, and who still lacks one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import CommentState
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from console.domain.verdict import Verdict

CHUNK: Final = 400  # ids in one IN list
#: Nobody has decided about these yet, so a newer verdict may take the place of the one they are shown with.
UNDECIDED: Final = (CommentState.OPEN, CommentState.SNOOZED)
_UNDECIDED: Final = ", ".join(str(int(one)) for one in UNDECIDED)
_COLUMNS: Final = ", ".join(f"v.{name.strip()}" for name in codec.VERDICT_COLUMNS.split(","))


@dataclass(frozen=True, slots=True)
class Opinion:
    """One engine's verdict on a comment's present text. ``active``: it is the one the comment is shown with.

    ``own`` is False for a verdict that the workspace's calibration layer made of the engine's. ``at`` in UTC seconds.
    """

    verdict: Verdict
    active: bool
    own: bool
    at: int


class Opinions(Part):
    """All verdicts, and the walk over a workspace that is read again."""

    def of_comment(self, comment_id: int) -> list[Opinion]:
        """Every verdict on the comment's present text: the active one, then newest first."""
        rows = self._db.execute(
            f"""SELECT v.id = c.verdict_id, v.base_id IS NULL, v.created_at, {_COLUMNS}
                FROM comments c JOIN verdicts v ON v.comment_id = c.id AND v.revision = c.revision
                WHERE c.id = ? ORDER BY v.id IS c.verdict_id DESC, v.id DESC""",
            (comment_id,),
        )
        return [Opinion(codec.verdict(row[3:]), bool(row[0]), bool(row[1]), row[2]) for row in rows]

    def count(self, *, undecided: bool = False) -> int:
        """How many comments there are to read again: those with a verdict, all or only the undecided ones."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM comments WHERE verdict_id IS NOT NULL"
                + (f" AND state IN ({_UNDECIDED})" if undecided else "")
            ).fetchone()[0]
        )

    def ids_after(self, after_id: int, limit: int, *, undecided: bool = False) -> list[int]:
        """The next comments with a verdict, by id."""
        return [
            row[0]
            for row in self._db.execute(
                "SELECT id FROM comments NOT INDEXED WHERE id > ? AND verdict_id IS NOT NULL"
                + (f" AND state IN ({_UNDECIDED})" if undecided else "")
                + " ORDER BY id LIMIT ?",
                (after_id, limit),
            )
        ]

    def known(
        self, ids: Sequence[int], engine: str, version: str | None
    ) -> dict[int, tuple[int, int, Verdict]]:
        """comment id -> (verdict id, revision, verdict) of what this version of the engine said of its present text.

        Verdicts that failed, or that a calibration layer changed, are not what the engine said.
        """
        found: dict[int, tuple[int, int, Verdict]] = {}
        for start in range(0, len(ids), CHUNK):
            part = ",".join(str(int(one)) for one in ids[start : start + CHUNK])
            for row in self._db.execute(
                f"""SELECT c.id, v.id, v.revision, {_COLUMNS}
                    FROM comments c JOIN verdicts v ON v.comment_id = c.id AND v.revision = c.revision
                    WHERE c.id IN ({part}) AND v.engine = ?1 AND (?2 IS NULL OR v.engine_version = ?2)
                      AND v.failed = 0 AND v.base_id IS NULL ORDER BY v.id""",
                (engine, version),
            ):
                found[row[0]] = (row[1], row[2], codec.verdict(row[3:]))
        return found

    def differs(self, engine: str, version: str) -> bool:
        """Whether any undecided comment is shown with a verdict of another engine or version that this one could replace.

        It cannot where it failed on the text already. Looks until it finds one.
        """
        row = self._db.execute(
            f"""SELECT 1 FROM comments c JOIN verdicts v ON v.id = c.verdict_id
                LEFT JOIN verdicts b ON b.id = v.base_id
                WHERE c.state IN ({_UNDECIDED}) AND v.failed = 0
                  AND (v.engine <> ?1 OR coalesce(b.engine_version, v.engine_version) <> ?2)
                  AND NOT EXISTS (SELECT 1 FROM verdicts f WHERE f.comment_id = c.id AND f.revision = c.revision
                    AND f.engine = ?1 AND f.engine_version = ?2 AND f.failed = 1) LIMIT 1""",
            (engine, version),
        ).fetchone()
        return row is not None

    def lacks(self, engine: str, version: str) -> bool:
        """Whether any undecided comment that was read has no verdict of this version of the engine."""
        row = self._db.execute(
            f"""SELECT 1 FROM comments c WHERE c.state IN ({_UNDECIDED}) AND c.verdict_id IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.comment_id = c.id AND v.revision = c.revision
                    AND v.engine = ? AND v.engine_version = ?) LIMIT 1""",
            (engine, version),
        ).fetchone()
        return row is not None

    def keep_beside(self, items: Iterable[tuple[int, int, Verdict]], now: int) -> None:
        """Store verdicts (comment id, revision, verdict) without showing the comments with them."""
        self._db.executemany(
            f"INSERT INTO verdicts (comment_id, revision, created_at, {codec.VERDICT_COLUMNS})"
            f" VALUES (?,?,?{',?' * len(codec.VERDICT_COLUMNS.split(','))})",
            [
                (comment_id, revision, now, *codec.verdict_values(verdict))
                for comment_id, revision, verdict in items
            ],
        )
