"""What the answer to an outbox row changes: row, decision, strikes, comment and audit entry, in the caller's transaction.

When a row is sent and asked about is in ``dispatch``; a person's own word about one that waits for them is in ``undo``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from console.domain.decision import ActionResult
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    KeyringUnavailable,
    QuotaExhausted,
    RateLimited,
    SecretMissing,
)
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.services.entries import draft
from console.services.standing import after_success, after_undo, stand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.audit import AuditDraft
    from console.domain.comment import Comment
    from console.domain.decision import Decision, OutboxRow
    from console.domain.errors import VigieError
    from console.services.roles import Actor
    from console.store import Tx


def settle_done(
    tx: Tx,
    who: Actor,
    outbox_id: int,
    comment_id: int,
    decision_id: int,
    result: ActionResult,
    outcome: str = "done",
) -> None:
    """Write down that an intent took effect: outbox, decision, comment and audit entry in the caller's transaction."""
    comment = tx.comments.get(comment_id)
    decision = tx.decisions.get(decision_id)
    assert comment is not None
    assert decision is not None
    row = tx.outbox.move(outbox_id, OutboxState.DONE, tx.now, result=asdict(result))
    tx.decisions.set(decision.id, state="done")
    apply_effect(tx, comment, decision, row.action, row.created_at)
    _withdraw(tx, row)
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome=outcome, code=result.code))
    _told(tx, comment)


def settle_gone(tx: Tx, who: Actor, row: OutboxRow, comment: Comment, decision: Decision) -> None:
    """The platform no longer has the comment: deleted it is as good as deleted, anything else can no longer be done."""
    if row.action is ActionKind.DELETE:
        settle_done(tx, who, row.id, comment.id, decision.id, ActionResult(already=True, code="gone"))
        return
    tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error={"code": "gone", "params": {}})
    tx.decisions.set(decision.id, state="failed")
    tx.comments.set_flags(comment.id, state=int(CommentState.GONE))
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome="gone", code="gone"))
    _told(tx, comment)


def settle_failed(
    tx: Tx,
    who: Actor,
    row: OutboxRow,
    comment: Comment,
    decision: Decision,
    error: Mapping[str, Any],
    outcome: str = "refused_by_platform",
) -> None:
    """It will not be done: no step of the ladder, and the comment is work again."""
    tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error=error)
    tx.decisions.set(decision.id, state="failed")
    tx.decisions.revoke_strikes(decision.id, tx.now)
    stand(tx, comment.id, CommentState.OPEN)
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome=outcome, code=str(error["code"])))
    _told(tx, comment)


def settle_later(tx: Tx, row: OutboxRow, error: Mapping[str, Any] | None, not_before: int) -> None:
    """It is queued again, to leave at ``not_before`` (UTC seconds) at the earliest."""
    tx.outbox.move(row.id, OutboxState.QUEUED, tx.now, error=error, not_before=not_before)
    tx.changed("outbox", (int(row.comment_id),))


def settle_unknown(tx: Tx, row: OutboxRow, code: str) -> None:
    """Nobody knows whether it left: it is read back. Nothing where the row was settled or marked already."""
    current = tx.outbox.get(row.id)
    if current is None or current.state is not OutboxState.SENDING:
        return
    tx.outbox.move(row.id, OutboxState.UNKNOWN, tx.now, error={"code": code, "params": {}})
    tx.changed("outbox", (int(row.comment_id),))


def ask_person(tx: Tx, who: Actor, row: OutboxRow, comment: Comment, decision: Decision) -> None:
    """The platform cannot tell whether it was done: a person looks."""
    tx.outbox.move(row.id, OutboxState.WAITING_PERSON, tx.now, error={"code": "cannot_tell", "params": {}})
    stand(tx, comment.id, CommentState.WAITING)
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome="cannot_tell", code="cannot_tell"))
    _told(tx, comment)


def _told(tx: Tx, comment: Comment) -> None:
    tx.changed("comments", (int(comment.id),))
    tx.changed("outbox", (int(comment.id),))


def _withdraw(tx: Tx, row: OutboxRow) -> None:
    """A reply taken back is said no more: its own row, if it was pulled back meanwhile, is gone like on the platform."""
    undone = None if row.undoes is None else tx.outbox.get(row.undoes)
    if undone is None or undone.action not in (ActionKind.REPLY, ActionKind.WARN):
        return
    remote_id = (undone.result or {}).get("remote_id")
    ours = tx.comments.by_remote(int(undone.channel_id), str(remote_id)) if remote_id else None
    if ours is not None and ours.ours:
        tx.comments.set_flags(ours.id, state=int(CommentState.GONE))
        tx.changed("comments", (int(ours.id),))


def apply_effect(tx: Tx, comment: Comment, decision: Decision, action: ActionKind, asked_at: int) -> None:
    """What a carried-out action changes in the workspace's picture of the platform."""
    if action in (ActionKind.HIDE, ActionKind.UNHIDE):
        tx.comments.set_flags(comment.id, hidden=int(action is ActionKind.HIDE))
    elif action in (ActionKind.BLOCK, ActionKind.UNBLOCK):
        tx.comments.set_author_flags(comment.author_id, blocked=int(action is ActionKind.BLOCK))
    elif action in (ActionKind.MUTE, ActionKind.UNMUTE):
        tx.comments.set_author_flags(comment.author_id, muted=int(action is ActionKind.MUTE))
    if decision.undoes is not None:
        undone = tx.decisions.get(decision.undoes)
        if undone is not None and undone.action is ActionKind.DELETE and comment.state is CommentState.GONE:
            back = CommentState.OURS if comment.ours else CommentState.OPEN
            tx.comments.set_flags(comment.id, state=int(back))  # the platform had kept it
        # Undone: the comment is work again, unless something else decided about it stands.
        stand(tx, comment.id, after_undo(tx, comment, decision.undoes))
    elif action is ActionKind.DELETE:
        tx.comments.set_flags(comment.id, state=int(CommentState.GONE))
    else:
        stand(tx, comment.id, after_success(tx, comment, asked_at))


def dispatch_entry(
    tx: Tx, who: Actor, comment: Comment, decision: Decision, row: OutboxRow, *, outcome: str, code: str
) -> AuditDraft:
    """The audit entry of an answer to one outbox row."""
    return draft(
        "dispatch",
        who,
        comment,
        tx.comments.verdict(comment.id),
        tx.comments.proposal(comment.id),
        action=row.action.value,
        decision=decision.id,
        outbox=row.id,
        outcome=outcome,
        answer=code,
        member=decision.actor,
        tries=row.tries,
        undoes=decision.undoes,
    )


def channel_state(error: VigieError) -> str:
    """What a channel shows after ``error``: auth (a person must sign in), limited, or error."""
    if isinstance(error, (AuthExpired, AuthMissingScope, SecretMissing, KeyringUnavailable)):
        return "auth"
    return "limited" if isinstance(error, (RateLimited, QuotaExhausted)) else "error"
