"""Where a comment stands once something about it ended: what is still on its way decides, then what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.services.remaining import escalated

if TYPE_CHECKING:
    from console.domain.comment import Comment
    from console.store import Tx

ON_ITS_WAY: Final = frozenset({OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNKNOWN})
PASSING: Final = frozenset({ActionKind.SNOOZE, ActionKind.WATCH, ActionKind.ESCALATE})


def stand(tx: Tx, comment_id: int, otherwise: CommentState) -> None:
    """Set a comment's state: pending or waiting while anything about it is unfinished, else ``otherwise``.

    Two actions on one comment end one after the other; the first end must not hide the second one's failure.
    """
    comment = tx.comments.get(comment_id)
    if comment is None or comment.state in (CommentState.GONE, CommentState.OURS):
        return
    states = {row.state for row in tx.outbox.of_comment(comment_id)}
    if states & ON_ITS_WAY:
        state = CommentState.PENDING
    elif OutboxState.WAITING_PERSON in states or tx.decisions.waits_for_review(comment_id):
        state = CommentState.WAITING
    else:
        state = otherwise
    flags: dict[str, int | str | None] = {"state": int(state)}
    if state is not CommentState.SNOOZED:
        flags["snoozed_until"] = None
    tx.comments.set_flags(comment_id, **flags)


def after_success(tx: Tx, comment: Comment, since: int) -> CommentState:
    """Done, unless another action on the comment failed while this one (asked for at ``since``) was on its way.

    Hidden and escalated, it waits for the lead, whichever of the two was asked for first.
    """
    for row in tx.outbox.of_comment(comment.id):
        if row.state is OutboxState.FAILED and row.updated_at >= since:
            decision = tx.decisions.get(row.decision_id)
            if decision is not None and decision.undone_by is None:
                return CommentState.OPEN
    return CommentState.WAITING if escalated(tx, comment) else CommentState.DONE


def after_undo(tx: Tx, comment: Comment, undone: int) -> CommentState:
    """Work again, unless another decision about the same text still stands."""
    if escalated(tx, comment, undone):
        return CommentState.WAITING
    for decision in tx.decisions.of_comment(comment.id):
        if (
            decision.id != undone
            and decision.state == "done"
            and decision.undone_by is None
            and decision.undoes is None
            and decision.action not in PASSING
            and decision.shown_revision == comment.revision
        ):
            return CommentState.DONE
    return CommentState.OPEN
