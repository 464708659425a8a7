"""What a policy proposed together with what was done, and nobody has done yet: hidden, but not reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import AUTOMATION, ActionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.domain.comment import Comment
    from console.domain.decision import Decision, Proposal
    from console.store import Tx

STANDS: Final = frozenset({"queued", "done", "waiting_person", "waiting_review"})
#: Who decided so has answered the whole proposal.
ENDING: Final = frozenset({ActionKind.KEEP, ActionKind.UNHIDE, ActionKind.DELETE})
FOLLOWS: Final = "follows"
"""Parameter of a decision that takes the next action of the same proposal: it answers no escalation before it."""


def plain(action: str) -> str:
    """``escalate:legal`` -> ``escalate``."""
    return action.partition(":")[0]


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that stand or are on their way, in the order given; undone ones and undoing ones are left out."""
    return [one for one in decisions if one.state in STANDS and one.undone_by is None and one.undoes is None]


def remaining(proposal: Proposal | None, decisions: Iterable[Decision], comment: Comment) -> tuple[str, ...]:
    """The proposed actions that are left once some of them were taken on the present text, in the policy's order.

    Empty while none of them was taken, and where somebody decided otherwise. Actions on an older text do not count; what
    they did does: what is hidden is not hidden again.
    """
    if proposal is None or len(proposal.actions) < 2:
        return ()
    taken = {one.action.value for one in standing(decisions) if one.shown_revision == comment.revision}
    wanted = {plain(one): one for one in proposal.actions}
    if not taken & wanted.keys() or taken & ENDING:
        return ()
    done = taken | {ActionKind.KEEP.value} | ({ActionKind.HIDE.value} if comment.hidden else set())
    return tuple(one for one in wanted if one not in done)


def escalated(tx: Tx, comment: Comment, undone: int = 0) -> bool:
    """Whether an escalation waits for its answer: nobody has decided since, but for the rest of the same proposal.

    ``undone`` is a decision that is being taken back just now.
    """
    for one in reversed(standing(tx.decisions.of_comment(comment.id))):
        if one.id == undone or one.role == AUTOMATION or one.shown_revision != comment.revision:
            continue
        if one.action is ActionKind.ESCALATE:
            return True
        if not tx.decisions.params(one.id).get(FOLLOWS):
            return False
    return False
