"""The history of what people did: newest first, each with what became of it and how it still comes back."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import PROGRAM, ROLE_RANK, OutboxState, Role
from console.policy import may
from console.services import taking_back
from console.services.deeds import ASSIGN, CATEGORY
from console.services.ways_back import Way, own_row, way_back
from console.store import DEED_LINES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from console.domain.comment import Comment
    from console.domain.decision import Decision, DecisionOutcome, OutboxRow
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.services.taking_back import TakingBack
    from console.services.undo import Undo
    from console.store import Deed, Reading, Store

STEPS_BACK: Final = 200
"""How many of one's own decisions and deeds are looked through for the next one to undo."""
ASKED: Final = 200
"""Of what was given to many together, so many are asked whether they still come back."""


@dataclass(frozen=True, slots=True)
class PastDecision:
    """One line of the history. ``state`` is leaving (its undo window runs), queued, sending, unknown, done, failed,
    waiting_person, waiting_review, closed or undone; ``error`` the platform's code where it failed.

    A batch is one line with ``count`` decisions, of which ``standing`` were not taken back; it speaks of its newest one.
    ``action`` is the decision's, or what else was done: category, assign, tag, untag or note (``deed``); then ``former``
    and ``given`` are what stood before and what was given: a category, a name (empty: nobody), a tag. ``of_author``: it
    is about the author, shown with their newest comment. Times are UTC seconds.
    """

    id: int
    at: int
    action: str
    actor: str
    comment: Comment
    state: str
    way: Way
    leaves_at: int | None = None
    error: str = ""
    undone_by: str = ""
    answers: bool = False  # it only let stand, or took back, what the console had hidden alone
    batch: str = ""
    count: int = 1
    standing: int = 1
    former: str = ""
    given: str = ""
    of_author: bool = False

    @property
    def deed(self) -> bool:
        """Whether it is a category, an assignment, a tag or a note, and no decision."""
        return self.id > DEED_LINES


class Past:
    """Reads; every method blocks for a read, so it belongs on a reader thread."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store, self._policies = store, policies

    def ids(self, actor: str | None = None, since: int = 0) -> array[int]:
        """Lines of the history, newest first: a decision's id, a deed's plus ``DEED_LINES``, of a batch minus its newest.

        ``actor`` None: everybody's; ``since`` in UTC seconds. 100,000 decisions take a fifth of a second.
        """
        return self._store.read(lambda r: r.deeds.history(actor, since))

    def of_batch(self, line: int) -> array[int]:
        """The lines of the batch whose line this is, newest first."""

        def read(reading: Reading) -> array[int]:
            number = abs(line)
            if number < DEED_LINES:
                return reading.decisions.batch_of(number)
            deed = reading.deeds.get(number - DEED_LINES)
            inside = () if deed is None or deed.batch is None else reading.deeds.of_batch(deed.batch)
            return array("q", [one + DEED_LINES for one in inside])

        return self._store.read(read)

    def lines(self, ids: Sequence[int], viewer: Actor) -> dict[int, PastDecision]:
        """The lines of at most 200 ids, as ``viewer`` may take them back."""
        return self._store.snapshot(lambda r: self._lines(r, ids, viewer))

    def line(self, number: int, viewer: Actor) -> PastDecision | None:
        """One line; None where there is none (any more)."""
        return self.lines([number], viewer).get(number)

    def next_to_undo(self, viewer: Actor, passed: Collection[int] = ()) -> PastDecision | None:
        """The last thing the person did that still stands, leaving out ``passed``: what Ctrl+Z is about.

        Decisions come one by one, also those of a batch; a category that many were given together is one.
        """

        def read(reading: Reading) -> PastDecision | None:
            own = [
                (one.audit_sequence, one.id) for one in reading.decisions.standing_of(viewer.name, STEPS_BACK)
            ]
            for deed in reading.deeds.standing_of(viewer.name, STEPS_BACK):
                number = deed.id + DEED_LINES
                own.append((deed.sequence, -number if deed.batch else number))
            for _, number in sorted(own, reverse=True):
                if abs(number) not in passed:
                    found = self._lines(reading, (number,), viewer).get(number)
                    if found is not None:
                        return found
            return None

        return self._store.snapshot(read)

    @staticmethod
    def take_back(
        line: PastDecision, actor: Actor, moderation: Undo, deeds: TakingBack
    ) -> DecisionOutcome | None:
        """Take a line back; None where it cannot come back, as the line says. Raises as the use cases do."""
        if not line.way.open:
            return None
        if not line.deed:
            return moderation.undo(line.id, actor)
        if line.batch:
            return deeds.take_back_batch(line.batch, actor)[1]
        return deeds.take_back(line.id - DEED_LINES, actor)

    # ------------------------------------------------------------------ one line

    def _lines(self, reading: Reading, ids: Sequence[int], viewer: Actor) -> dict[int, PastDecision]:
        done = [int(one) for one in ids if abs(int(one)) > DEED_LINES]
        ids = [int(one) for one in ids if abs(int(one)) < DEED_LINES]
        decisions = {one.id: one for one in reading.decisions.many([abs(one) for one in ids])}
        comments = {
            int(one.id): one
            for one in reading.comments.rows(sorted({int(d.comment_id) for d in decisions.values()}))
        }
        batches = reading.decisions.batches_of([abs(one) for one in ids if one < 0])
        undoers = {
            one.id: one.actor
            for one in reading.decisions.many([d.undone_by for d in decisions.values() if d.undone_by])
        }
        found: dict[int, PastDecision] = {}
        for line in ids:
            decision = decisions.get(abs(int(line)))
            comment = None if decision is None else comments.get(int(decision.comment_id))
            if decision is not None and comment is not None:
                batch = batches.get(decision.id) if line < 0 else None
                found[int(line)] = self._line(reading, decision, comment, viewer, undoers, batch)
        held = {one.id: one for one in reading.deeds.many([abs(one) - DEED_LINES for one in done])}
        for line in done:
            deed = held.get(abs(line) - DEED_LINES)
            made = None if deed is None else self._deed(reading, deed, viewer, together=line < 0)
            if made is not None:
                found[line] = made
        return found

    def _deed(self, reading: Reading, deed: Deed, viewer: Actor, *, together: bool) -> PastDecision | None:
        comment = reading.comments.get(taking_back.about(reading, deed))
        if comment is None:
            return None
        count, standing = (1, 1) if not together else reading.deeds.batch_counts(deed.batch or "")
        way = taking_back.way_back(reading, deed)
        if together and not way.open and standing:  # the newest cannot; one of the others may
            some = reading.deeds.of_batch(deed.batch or "", standing=True)[:ASKED]
            ways = (taking_back.way_back(reading, one) for one in reading.deeds.many(some))
            way = next((one for one in ways if one.open), way)
        if way.open and not taking_back.theirs(reading, self._policies, deed, viewer):
            way = Way("undo_other")
        undone = not standing if together else deed.undone_by is not None
        former, given = _values(deed)
        return PastDecision(
            deed.id + DEED_LINES,
            deed.created_at,
            deed.kind,
            deed.actor,
            comment,
            "undone" if undone else "done",
            way,
            undone_by=deed.undone_by or "",
            batch=(deed.batch or "") if together else "",
            count=count,
            standing=standing,
            former=former,
            given=given,
            of_author=deed.comment_id is None,
        )

    def _line(
        self,
        reading: Reading,
        decision: Decision,
        comment: Comment,
        viewer: Actor,
        undoers: Mapping[int, str],
        batch: tuple[str, int, int] | None,
    ) -> PastDecision:
        row = own_row(reading, decision)
        way = way_back(reading, decision, comment, row)
        if way.open and not self._theirs(reading, decision, viewer):
            way = Way("undo_other")
        answers = reading.decisions.params(decision.id).get("answers") is not None
        return PastDecision(
            decision.id,
            decision.created_at,
            decision.action.value,
            decision.actor,
            comment,
            _state(decision, row),
            way,
            row.not_before if row is not None and row.state is OutboxState.QUEUED else None,
            str((row.error or {}).get("code", "")) if row is not None else "",
            undoers.get(decision.undone_by or 0, ""),
            answers,
            *(batch or ()),
        )

    def _theirs(self, reading: Reading, decision: Decision, viewer: Actor) -> bool:
        """Whether ``viewer`` may take it back: one's own, a colleague's of no higher role, or with the task review."""
        if not viewer.may("undo"):
            return False
        if decision.actor in (viewer.name, PROGRAM):
            return True
        permissions = self._policies.current(reading).permissions
        higher = ROLE_RANK[Role(decision.role)] > ROLE_RANK[viewer.role]
        return not higher or may(permissions, viewer.role.value, "review")


def _values(deed: Deed) -> tuple[str, str]:
    """What stood before a deed, and what it gave."""
    if deed.kind == CATEGORY:
        return str(deed.before["category"]), str(deed.after["category"])
    if deed.kind == ASSIGN:
        return str(deed.before["who"] or ""), str(deed.after["who"] or "")
    return "", str(deed.after.get("tag", ""))


def _state(decision: Decision, row: OutboxRow | None) -> str:
    if decision.undone_by is not None:
        return "undone"
    if row is None:
        return decision.state if decision.state in ("waiting_review", "done", "failed") else "closed"
    if row.state is OutboxState.QUEUED:
        return "leaving" if row.error is None else "queued"
    return "closed" if row.state is OutboxState.CANCELLED else row.state.value
