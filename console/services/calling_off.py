"""Calling off what was decided in a channel that is being erased: nothing of it leaves, and the log says what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.vocabulary import OutboxState
from console.services.answers import dispatch_entry
from console.services.entries import draft

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import Tx


def call_off(tx: Tx, who: Actor, channel_id: int, limit: int) -> bool:
    """Call the next open actions off; False once there are none."""
    for review, decision in tx.channel_erasure.open_reviews(channel_id)[:limit]:
        _call_off_review(tx, who, review, decision)
    rows = tx.channel_erasure.open_rows(channel_id, limit)
    for row in rows:
        call_off_row(tx, who, row)
    return bool(rows or tx.channel_erasure.open_reviews(channel_id))


def _call_off_review(tx: Tx, who: Actor, review_id: int, decision_id: int) -> None:
    tx.decisions.answer_review(review_id, "cancelled", who.name, tx.now)
    tx.decisions.set(decision_id, state="cancelled")
    decision = tx.decisions.get(decision_id)
    comment = None if decision is None else tx.comments.get(decision.comment_id)
    if decision is not None:
        action = decision.action.value
        tx.log(draft("review", who, comment, action=action, decision=decision_id, outcome="cancelled"))


def call_off_row(tx: Tx, who: Actor, outbox_id: int) -> None:
    """Not sent: cancelled, and its strike with it. Perhaps sent: failed here, and the log says that it is not known."""
    row = tx.outbox.get(outbox_id)
    decision = None if row is None else tx.decisions.get(row.decision_id)
    comment = None if row is None else tx.comments.get(row.comment_id)
    if row is None or decision is None or comment is None:
        return
    on_its_way = row.state in (OutboxState.SENDING, OutboxState.UNKNOWN)
    unsure = on_its_way or (row.state is OutboxState.WAITING_PERSON and row.error is not None)
    if on_its_way:
        tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error={"code": "channel_erased", "params": {}})
    tx.outbox.move(row.id, OutboxState.CANCELLED, tx.now)
    tx.decisions.set(decision.id, state="failed" if unsure else "cancelled")
    if not unsure:
        tx.decisions.revoke_strikes(decision.id, tx.now)
    outcome = "cannot_tell" if unsure else "cancelled"
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome=outcome, code="channel_erased"))
