"""Automatic hides and their circuit breakers: what the console hid alone, and what people said of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

# A hide whose decision is in one of these states was carried out, or will be.
_STANDS = "d.undone_by IS NULL AND d.state IN ('queued', 'done', 'waiting_person')"
_COLUMNS = (
    "h.decision_id, h.comment_id, h.rule, h.policy_id, h.created_at, h.answer, h.answered_at, h.answered_by"
)

#: Ids of comments that the console hid and nobody has answered for yet. ``created_at > 0`` makes it an index range.
UNANSWERED = f"""SELECT h.comment_id FROM automatic_hides h INDEXED BY automatic_hides_open
  CROSS JOIN decisions d ON d.id = h.decision_id WHERE h.answer IS NULL AND h.created_at > 0 AND {_STANDS}"""


@dataclass(frozen=True, slots=True)
class AutomaticHide:
    """One hide that no person asked for. ``answer`` is confirmed, overturned or None; times are UTC seconds."""

    decision_id: int
    comment_id: int
    rule: str
    policy_id: str
    created_at: int
    answer: str | None = None
    answered_at: int | None = None
    answered_by: str | None = None


@dataclass(frozen=True, slots=True)
class Breaker:
    """A rule's circuit breaker as it last tripped, with the figures of that moment; times are UTC seconds."""

    rule: str
    policy_id: str
    judged: int
    overturned: int
    tripped_at: int
    rearmed_at: int | None = None
    rearmed_by: str | None = None

    @property
    def stopped(self) -> bool:
        """Whether the rule may not hide alone until a lead switches it on again."""
        return self.rearmed_at is None


class AutomaticHides(Part):
    """One row per automatic hide and one per breaker; rules are told apart by their ids, across policies."""

    def add(self, decision_id: int, comment_id: int, rule: str, policy_id: str, now: int) -> None:
        """Remember that ``decision_id`` was the console's own."""
        self._db.execute(
            "INSERT INTO automatic_hides (decision_id, comment_id, rule, policy_id, created_at) VALUES (?, ?, ?, ?, ?)",
            (decision_id, comment_id, rule, policy_id, now),
        )

    def get(self, decision_id: int) -> AutomaticHide | None:
        """The automatic hide behind a decision; None for a person's."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM automatic_hides h WHERE h.decision_id = ?", (decision_id,)
        ).fetchone()
        return None if row is None else AutomaticHide(*row)

    def unanswered(self, comment_id: int) -> AutomaticHide | None:
        """The standing automatic hide of a comment that nobody has answered for, if there is one."""
        row = self._db.execute(
            f"""SELECT {_COLUMNS} FROM automatic_hides h INDEXED BY automatic_hides_comment
                JOIN decisions d ON d.id = h.decision_id
                WHERE h.comment_id = ? AND h.answer IS NULL AND {_STANDS} ORDER BY h.decision_id DESC LIMIT 1""",
            (comment_id,),
        ).fetchone()
        return None if row is None else AutomaticHide(*row)

    def rules_of(self, ids: Sequence[int]) -> dict[int, str]:
        """comment id -> the rule that hid it, for those of ``ids`` that nobody has answered for."""
        found: dict[int, str] = {}
        for start in range(0, len(ids), 400):
            marks = ",".join(str(int(one)) for one in ids[start : start + 400])
            for row in self._db.execute(
                f"""SELECT h.comment_id, h.rule FROM automatic_hides h INDEXED BY automatic_hides_comment
                    JOIN decisions d ON d.id = h.decision_id
                    WHERE h.comment_id IN ({marks}) AND h.answer IS NULL AND {_STANDS} ORDER BY h.decision_id"""
            ):
                found[row[0]] = row[1]
        return found

    def touched(self, comment_id: int, now: int) -> bool:
        """Whether anybody decided, drafted, noted, claimed or answered anything here, or something is on its way.

        Undone and failed decisions, categories and notes count too: what a person took back is not done again by a machine.
        """
        row = self._db.execute(
            """SELECT EXISTS (SELECT 1 FROM decisions WHERE comment_id = ?1)
                 OR EXISTS (SELECT 1 FROM outbox WHERE comment_id = ?1)
                 OR EXISTS (SELECT 1 FROM drafts WHERE comment_id = ?1)
                 OR EXISTS (SELECT 1 FROM notes WHERE comment_id = ?1)
                 OR EXISTS (SELECT 1 FROM deeds INDEXED BY deeds_comment WHERE comment_id = ?1)
                 OR EXISTS (SELECT 1 FROM claims WHERE comment_id = ?1 AND expires_at > ?2)
                 OR EXISTS (SELECT 1 FROM comments WHERE parent_id = ?1 AND state = 6)""",
            (comment_id, now),
        ).fetchone()
        return bool(row[0])

    def answer(self, decision_id: int, answer: str | None, now: int, by: str | None) -> None:
        """What a person said of an automatic hide: ``confirmed`` or ``overturned``; None takes it back."""
        self._db.execute(
            "UPDATE automatic_hides SET answer = ?, answered_at = ?, answered_by = ? WHERE decision_id = ?",
            (answer, None if answer is None else now, None if answer is None else by, decision_id),
        )

    def made_since(self, rule: str, since: int) -> int:
        """How many hides a rule made after ``since`` (UTC seconds), undone ones included."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM automatic_hides INDEXED BY automatic_hides_rule WHERE rule = ? AND created_at > ?",
                (rule, since),
            ).fetchone()[0]
        )

    def judged(self, rule: str, since: int) -> tuple[int, int]:
        """(answered, overturned) of the hides a rule made after ``since`` (UTC seconds)."""
        row = self._db.execute(
            """SELECT count(*), coalesce(sum(answer = 'overturned'), 0)
               FROM automatic_hides INDEXED BY automatic_hides_rule
               WHERE rule = ? AND created_at > ? AND answer IS NOT NULL""",
            (rule, since),
        ).fetchone()
        return int(row[0]), int(row[1])

    def queued(self, rule: str | None = None) -> list[AutomaticHide]:
        """Automatic hides that have not left the machine yet, oldest first (of one rule, if given)."""
        return [
            AutomaticHide(*row)
            for row in self._db.execute(
                f"""SELECT {_COLUMNS} FROM outbox o INDEXED BY outbox_ready
                    CROSS JOIN automatic_hides h ON h.decision_id = o.decision_id
                    WHERE o.state = 'queued' AND (?1 IS NULL OR h.rule = ?1) ORDER BY h.decision_id""",
                (rule,),
            )
        ]

    # ------------------------------------------------------------------ breakers

    def breaker(self, rule: str) -> Breaker | None:
        """A rule's breaker; None when it never tripped."""
        row = self._db.execute(
            "SELECT rule, policy_id, judged, overturned, tripped_at, rearmed_at, rearmed_by FROM breakers WHERE rule = ?",
            (rule,),
        ).fetchone()
        return None if row is None else Breaker(*row)

    def stopped(self) -> list[Breaker]:
        """Breakers that are tripped now, by rule."""
        return [
            Breaker(*row)
            for row in self._db.execute(
                """SELECT rule, policy_id, judged, overturned, tripped_at, rearmed_at, rearmed_by FROM breakers
                   WHERE rearmed_at IS NULL ORDER BY rule"""
            )
        ]

    def trip(self, rule: str, policy_id: str, judged: int, overturned: int, now: int) -> None:
        """Switch a rule's automatic hiding off, with the figures that did it."""
        self._db.execute(
            """INSERT INTO breakers (rule, policy_id, judged, overturned, tripped_at) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (rule) DO UPDATE SET policy_id = excluded.policy_id, judged = excluded.judged,
                 overturned = excluded.overturned, tripped_at = excluded.tripped_at, rearmed_at = NULL,
                 rearmed_by = NULL""",
            (rule, policy_id, judged, overturned, now),
        )

    def rearm(self, rule: str, by: str, now: int) -> bool:
        """Switch it on again; False when it was not tripped."""
        changed = self._db.execute(
            "UPDATE breakers SET rearmed_at = ?, rearmed_by = ? WHERE rule = ? AND rearmed_at IS NULL",
            (now, by, rule),
        )
        return bool(changed.rowcount)
