"""What decisions say of verdicts: kept contradictions, every decided comment with its verdict, and their erasure."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from console.domain.verdict import Verdict

CHUNK: Final = 400
# A decision in one of these states stands; a refused, undone or not agreed one never did.
STANDING: Final = ("queued", "done", "waiting_person", "failed")
COLUMNS: Final = """id, decision_id, comment_id, revision, engine, engine_version, language, categories, flagged,
  labels, category, abusive, kind, practice, created_at, undone"""


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """One decision that contradicts the verdict it was made on. ``decision_id`` is None for a change of category alone."""

    id: int
    decision_id: int | None
    comment_id: int
    revision: int
    engine: str
    engine_version: str
    language: str
    categories: tuple[str, ...]  # what the engine said
    flagged: bool
    labels: Mapping[str, float]
    category: str  # what the person said; "" where they only said that it is no abuse
    abusive: bool
    kind: str  # false_alarm | missed | other_category
    practice: bool
    created_at: int
    undone: bool


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One comment with its last standing decision, or (``action`` "") with nothing but a category that a person chose.

    ``person_category`` is the category that a person set on the revision decided about, None where nobody did.
    """

    comment_id: int
    author_id: int
    revision: int
    action: str
    category: str
    person_category: str | None
    params: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    practice: bool = False
    at: int = 0  # UTC seconds


@dataclass(frozen=True, slots=True)
class Pair:
    """A stored verdict and the engine's own behind it (the same where no calibration layer was between them)."""

    verdict_id: int
    verdict: Verdict
    base_id: int
    base: Verdict


def _row(row: tuple[Any, ...]) -> FeedbackRow:
    values = [*row]
    values[7], values[9] = tuple(json.loads(row[7])), json.loads(row[9])
    for column in (8, 11, 13, 15):
        values[column] = bool(row[column])
    return FeedbackRow(*values)


class Feedback(Part):
    """Contradictions, and the decided comments that figures and calibration are made of."""

    def keep(
        self,
        comment_id: int,
        revision: int,
        verdict: Verdict,
        *,
        decision_id: int | None,
        category: str,
        abusive: bool,
        kind: str,
        practice: bool,
        now: int,
    ) -> None:
        """Keep what the engine said beside what the person said; both stay as they were."""
        self._db.execute(
            """INSERT INTO feedback (decision_id, comment_id, revision, verdict_id, engine, engine_version, language,
                 categories, flagged, labels, category, abusive, kind, practice, created_at)
               SELECT ?, id, ?, coalesce(verdict_id, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM comments WHERE id = ?""",
            (
                decision_id,
                revision,
                verdict.engine,
                verdict.engine_version,
                verdict.language,
                codec.dumps(verdict.categories),
                int(verdict.flagged),
                codec.dumps({label: round(score, 4) for label, score in verdict.labels.items()}),
                category,
                int(abusive),
                kind,
                int(practice),
                now,
                comment_id,
            ),
        )

    def undo(self, decision_id: int) -> None:
        """The decision was undone: what it taught no longer counts."""
        self._db.execute("UPDATE feedback SET undone = 1 WHERE decision_id = ?", (decision_id,))

    def supersede(self, comment_id: int) -> None:
        """A person chose another category: what the earlier choice taught no longer counts."""
        self._db.execute(
            "UPDATE feedback SET undone = 1 WHERE comment_id = ? AND decision_id IS NULL AND undone = 0",
            (comment_id,),
        )

    def of_comment(self, comment_id: int) -> list[FeedbackRow]:
        """All rows about one comment, undone ones too, oldest first."""
        return [
            _row(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM feedback WHERE comment_id = ? ORDER BY id", (comment_id,)
            )
        ]

    def recent(self, limit: int = 200) -> list[FeedbackRow]:
        """The newest contradictions that stand, newest first."""
        return [
            _row(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM feedback WHERE undone = 0 ORDER BY id DESC LIMIT ?", (limit,)
            )
        ]

    def erase(self, comment_ids: Sequence[int]) -> int:
        """Forget everything about these comments (erasure of a comment or an author); how many rows went."""
        gone = 0
        for start in range(0, len(comment_ids), CHUNK):
            part = [int(one) for one in comment_ids[start : start + CHUNK]]
            marks = ",".join("?" * len(part))
            gone += self._db.execute(f"DELETE FROM feedback WHERE comment_id IN ({marks})", part).rowcount
        return gone

    # ------------------------------------------------------------------ decided comments

    def decided(self, actions: Sequence[str], *, not_by: str) -> list[DecidedRow]:
        """Every comment that people decided about, once, by the last standing decision of these ``actions``.

        Also those with nothing but a category that a person chose. A comment all of whose decisions were undone is
        left out. ``not_by`` is the name under which the program itself acts.
        """
        marks = ",".join("?" * len(actions))
        states = ",".join("?" * len(STANDING))
        found: dict[int, DecidedRow] = {}
        for row in self._db.execute(
            f"""SELECT d.comment_id, c.author_id, d.shown_revision, d.action, d.category,
                  CASE WHEN c.category_by IS NOT NULL AND c.revision = d.shown_revision THEN c.category END,
                  d.params, c.text, ch.kind = 'practice', d.created_at
                FROM decisions d JOIN comments c ON c.id = d.comment_id JOIN channels ch ON ch.id = c.channel_id
                WHERE d.undoes IS NULL AND d.undone_by IS NULL AND d.state IN ({states})
                  AND d.action IN ({marks}) AND d.actor <> ? ORDER BY d.id""",
            (*STANDING, *actions, not_by),
        ):
            found[row[0]] = self._decided(row)
        for row in self._db.execute(
            f"""SELECT c.id, c.author_id, c.revision, '', c.category, c.category, '{{}}', c.text,
                  ch.kind = 'practice', c.first_seen_at
                FROM comments c JOIN channels ch ON ch.id = c.channel_id
                WHERE c.id IN (SELECT comment FROM audit INDEXED BY audit_event WHERE event = 'categorised')
                  AND c.category_by IS NOT NULL AND c.category_by <> ?
                  AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.comment_id = c.id AND d.action IN ({marks})
                    AND d.actor <> ?)""",
            (not_by, *actions, not_by),
        ):
            found[row[0]] = self._decided(row)
        return list(found.values())

    @staticmethod
    def _decided(row: tuple[Any, ...]) -> DecidedRow:
        values = [*row]
        values[6], values[8] = json.loads(row[6]), bool(row[8])
        return DecidedRow(*values)

    def present_engine(self, chosen: str | None = None) -> tuple[str, str] | None:
        """(name, version) of the engine whose verdicts are current: ``chosen`` if it has any, else of the newest one.

        The newest alone would be wrong: who goes back to an engine is shown its earlier verdicts again.
        """
        query = """SELECT v.engine, coalesce(b.engine_version, v.engine_version) FROM verdicts v
               JOIN comments c ON c.id = v.comment_id AND c.verdict_id = v.id
               LEFT JOIN verdicts b ON b.id = v.base_id
               WHERE v.failed = 0 AND (?1 IS NULL OR v.engine = ?1) ORDER BY v.id DESC LIMIT 1"""
        row = None if chosen is None else self._db.execute(query, (chosen,)).fetchone()
        row = row or self._db.execute(query, (None,)).fetchone()
        return None if row is None else (row[0], row[1])

    def newest_version(self, engine: str) -> str | None:
        """The version of the newest verdict that ``engine`` itself gave."""
        row = self._db.execute(
            """SELECT engine_version FROM verdicts WHERE engine = ? AND base_id IS NULL AND failed = 0
               ORDER BY id DESC LIMIT 1""",
            (engine,),
        ).fetchone()
        return None if row is None else str(row[0])

    def verdicts_of(self, engine: str, revisions: Mapping[int, int]) -> dict[int, Pair]:
        """comment id -> one engine's verdict on that revision: the current one, else its newest."""
        found: dict[int, Pair] = {}
        for ids in _chunks(list(revisions)):
            rows: dict[int, Verdict] = {}
            current: dict[int, tuple[int, int | None, bool]] = {}
            for row in self._db.execute(
                f"""SELECT v.id, v.base_id, v.comment_id, v.revision, c.verdict_id, {_of("v")}
                    FROM verdicts v JOIN comments c ON c.id = v.comment_id
                    WHERE v.comment_id IN ({ids}) AND v.engine = ? AND v.failed = 0 ORDER BY v.id""",
                (engine,),
            ):
                if row[3] != revisions[row[2]]:
                    continue
                rows[row[0]] = codec.verdict(row[5:])
                held = current.get(row[2])
                if held is None or not held[2]:
                    current[row[2]] = (row[0], row[1], row[0] == row[4])
            for comment_id, (verdict_id, base_id, _) in current.items():
                base = rows.get(base_id or verdict_id)
                if base is not None:
                    found[comment_id] = Pair(verdict_id, rows[verdict_id], base_id or verdict_id, base)
        return found

    def current(self, ids: Sequence[int]) -> dict[int, Pair]:
        """comment id -> the verdict that is current and the engine's own behind it."""
        found: dict[int, Pair] = {}
        size = len(codec.VERDICT_COLUMNS.split(","))
        for part in _chunks(ids):
            for row in self._db.execute(
                f"""SELECT c.id, v.id, v.base_id, {_of("v")}, {_of("b")} FROM comments c
                    JOIN verdicts v ON v.id = c.verdict_id LEFT JOIN verdicts b ON b.id = v.base_id
                    WHERE c.id IN ({part})"""
            ):
                verdict = codec.verdict(row[3 : 3 + size])
                base = verdict if row[2] is None else codec.verdict(row[3 + size :])
                found[row[0]] = Pair(row[1], verdict, row[2] or row[1], base)
        return found


def _of(table: str) -> str:
    return ", ".join(f"{table}.{name.strip()}" for name in codec.VERDICT_COLUMNS.split(","))


def _chunks(ids: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(ids), CHUNK):
        yield ",".join(str(int(one)) for one in ids[start : start + CHUNK])
