"""From a card that the console reads to the one that the list paints: all that the first paint needs of wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from ui.models.card_data import CardData, CardSpan
from ui.models.masking import masked_now, shown, unread_spans
from ui.theme.icon_names import CATEGORY_COLORS

if TYPE_CHECKING:
    from console.services.desk import Card


def comment_state(card: Card) -> str:
    """The state word of a card: an outbox row that waits or failed says more than ``pending``."""
    comment, row = card.comment, card.outbox
    if row is not None and comment.state in (CommentState.PENDING, CommentState.WAITING):
        if row.state is OutboxState.WAITING_PERSON:
            return "waiting_person"
        if row.state in (OutboxState.FAILED, OutboxState.UNKNOWN):
            return row.state.value
        if row.action in (ActionKind.REPLY, ActionKind.WARN) and row.state is OutboxState.QUEUED:
            return "reply_queued"
    if comment.state is CommentState.WAITING and row is None and comment.assignee:
        return "escalated"
    if comment.state is CommentState.WAITING:
        return "waiting_review" if row is None else "waiting"
    if comment.state is CommentState.SNOOZED and card.watch is not None:
        return "watched"
    if comment.state is CommentState.DONE and comment.hidden:
        return "hidden"
    return comment.state.word


def shown_spans(card: Card) -> tuple[CardSpan, ...]:
    """The verdict's spans as the card shows them."""
    if card.verdict is None:
        return ()
    own = card.comment.category
    return tuple(
        CardSpan(span.start, span.end, span.label if span.label in CATEGORY_COLORS else own)
        for span in card.verdict.spans
    )


def card_of(
    card: Card, me: str, now: int, revealed: frozenset[int] = frozenset(), mask_all: bool = False
) -> CardData:
    """One queue card. ``me`` is the person at the window, whose own claim is not shown."""
    comment, proposal = card.comment, card.proposal
    held = comment.claimed_by or ""
    claimed = held if held and held != me and (comment.claim_expires_at or 0) > now else ""
    masked = masked_now(comment, mask_all, revealed)
    spans = shown_spans(card) or (unread_spans(comment) if masked else ())
    version = hash((comment.revision, comment.category, comment.verdict_id, masked)) & 0xFFFFFFFF
    return CardData(
        id=int(comment.id),
        revision=version,
        platform=comment.kind,
        author=comment.author_name or comment.author_handle,
        text=shown(comment.text, spans, masked=masked),
        posted_at=comment.posted_at,
        post_title=comment.post_title,
        category=comment.category,
        severity=comment.severity,
        spans=() if masked else spans,
        due_at=comment.due_at,
        clock_from=comment.first_seen_at if comment.imported else comment.posted_at,
        proposal=proposal.actions if proposal is not None else (),
        reply=proposal.reply if proposal is not None else "",
        answered=card.answered,
        protected=bool(proposal is not None and proposal.protected),
        state=comment_state(card),
        draft=card.has_draft,
        masked=masked,
        claimed_by=claimed,
        ours=comment.ours,
        watch=card.watch,
        automatic=card.automatic,
        tags=card.tags,
    )
