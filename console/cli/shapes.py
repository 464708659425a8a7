"""The JSON that scripts rely on: fields may be added, none renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from console.domain.utc import utc
from console.domain.vocabulary import NO_DUE
from console.services.desk import Card, Detail
from console.services.phrases import sentence
from console.services.requests import request_of
from console.services.verdict_words import second_lines, verdict_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Comment
    from console.domain.decision import DecisionOutcome, OutboxRow, Proposal, Reason, Refusal
    from console.domain.verdict import Verdict
    from console.services.watching import Watch
    from console.store import Opinion


def moment(value: int | None) -> str | None:
    """UTC seconds as RFC 3339; None for none, and for "no deadline"."""
    if value is None or value == NO_DUE:
        return None
    return utc(value).strftime("%Y-%m-%dT%H:%M:%SZ")


def reason(one: Reason, language: str) -> dict[str, Any]:
    """A reason with its sentence in the caller's language."""
    return {"code": one.code, "params": dict(one.params), "text": sentence(one.code, one.params, language)}


def proposal(one: Proposal | None, language: str) -> dict[str, Any]:
    """The proposal part of a queue item."""
    if one is None:
        return {"actions": [], "rules": [], "reasons": [], "forbidden": []}
    return {
        "actions": list(one.actions),
        "rules": list(one.rules),
        "reasons": [reason(item, language) for item in one.reasons],
        "forbidden": [
            {
                "action": item.action,
                "clause": item.clause,
                "why": reason(item.why, language),
                "instead": list(item.instead),
            }
            for item in one.forbidden
        ],
        "policy": one.policy_id,
        "revision": one.revision,
        "protected": one.protected,
        "reply": one.reply,
        "clause": one.clause,
        "unknown": list(one.unknown),
    }


def item(card: Card, language: str) -> dict[str, Any]:
    """One item of ``queue list``."""
    comment, verdict = card.comment, card.verdict
    return {
        "id": str(comment.id),
        "channel": comment.channel_key,
        "remote_id": comment.remote_id,
        "permalink": comment.permalink,
        "parent_remote_id": comment.parent_remote_id,
        "author": {"id": _author(comment), "handle": comment.author_handle, "name": comment.author_name},
        "text": comment.text,
        "language": comment.language,
        "posted_at": moment(comment.posted_at),
        "first_seen_at": moment(comment.first_seen_at),
        "state": comment.state.word,
        "category": comment.category,
        "severity": comment.severity,
        "flagged": comment.flagged,
        "labels": labels(verdict),
        "due_at": moment(comment.due_at),
        "proposal": proposal(card.proposal, language),
        "hidden": comment.hidden,
        "relation": comment.relation,
        "revision": comment.revision,
        "post": comment.post_title,
        "spans": []
        if verdict is None
        else [{"start": s.start, "end": s.end, "label": s.label} for s in verdict.spans],
        "signals": [] if verdict is None else list(verdict.signals),
        "claimed_by": comment.claimed_by,
        "claimed_until": moment(comment.claim_expires_at),
        "writing": comment.claim_writing,
        "automatic": card.automatic or None,
        "watch": watch(card.watch),
    }


def watch(one: Watch | None) -> dict[str, Any] | None:
    """Hold and watch: until when, by whom, whether it is over, and what came since."""
    if one is None:
        return None
    return {
        "decision_id": str(one.decision_id),
        "by": one.by,
        "since": moment(one.since),
        "until": moment(one.until),
        "over": one.over,
        "comments_since": one.comments,
        "likes_since": one.likes,
    }


def detail(one: Detail, language: str) -> dict[str, Any]:
    """The object of ``queue show``."""
    card = Card(
        one.comment,
        one.verdict,
        one.proposal,
        one.outbox[-1] if one.outbox else None,
        bool(one.drafts),
        one.automatic,
        one.watch,
    )
    body = item(card, language)
    body["author"] |= {
        "comments": one.author_total,
        "strikes": len(one.history.strikes),
        "created_at": moment(one.author.created_at),
        "followers": one.author.followers,
        "blocked": one.author.blocked,
        "muted": one.author.muted,
    }
    body["thread"] = [
        {
            "id": str(two.id),
            "author": two.author_handle,
            "text": two.text,
            "posted_at": moment(two.posted_at),
            "ours": two.ours,
            "parent": None if two.parent_id is None else str(two.parent_id),
        }
        for two in one.thread
    ]
    body["decisions"] = [
        {
            "id": str(two.id),
            "action": two.action.value,
            "actor": two.actor,
            "role": two.role,
            "at": moment(two.created_at),
            "state": two.state,
            "undoes": None if two.undoes is None else str(two.undoes),
        }
        for two in one.decisions
    ]
    body["outbox"] = [outbox(two) for two in one.outbox]
    body["capabilities"] = {
        name: {"mode": cap.mode, "reversible": cap.reversible, "scope": cap.scope}
        for name, cap in one.capabilities.items()
    }
    body["revisions"] = [{"revision": number, "text": text} for number, text, _ in one.revisions]
    body["verdicts"] = [opinion(two) for two in one.opinions]
    said = (
        None
        if one.verdict is None
        else verdict_line(one.verdict, one.comment.text, language, chosen=one.comment.category)
    )
    body["why"] = "" if said is None else said.text
    body["second_opinions"] = [
        {"text": two.text, "disagrees": two.disagrees}
        for two in second_lines(one.verdict, one.opinions, language)
    ]
    body["drafts"] = [{"by": two.by, "text": two.text, "at": moment(two.at)} for two in one.drafts]
    body["read_as"] = None if one.verdict is None else one.verdict.read_as
    return body


def opinion(one: Opinion) -> dict[str, Any]:
    """One engine's verdict on a comment; ``active`` is the one that the comment is shown with."""
    verdict = one.verdict
    return {
        "engine": verdict.engine,
        "engine_version": verdict.engine_version,
        "active": one.active,
        "calibrated": not one.own,
        "at": moment(one.at),
        "language": verdict.language,
        "labels": labels(verdict),
        "categories": list(verdict.categories),
        "signals": list(verdict.signals),
        "severity": verdict.severity,
        "flagged": verdict.flagged,
        "spans": [{"start": s.start, "end": s.end, "label": s.label} for s in verdict.spans],
        "sentiment": verdict.sentiment,
        "target": verdict.target,
        "outside_training": verdict.outside_training,
        "failed": verdict.failed,
    }


def labels(verdict: Verdict | None) -> Mapping[str, float]:
    """Label scores, four decimals."""
    return {} if verdict is None else {name: round(value, 4) for name, value in verdict.labels.items()}


def refusal(one: Refusal | None, language: str) -> dict[str, Any] | None:
    """A refusal with its sentence."""
    if one is None:
        return None
    return {
        "code": one.code,
        "clause": one.clause,
        "why": reason(one.why, language),
        "instead": list(one.instead),
    }


def outcome(one: DecisionOutcome, language: str) -> dict[str, Any]:
    """The answer of ``decide``, ``undo`` and ``confirm``."""
    return {
        "decision_id": None if one.decision_id is None else str(one.decision_id),
        "comment_id": str(one.comment_id),
        "action": one.action,
        "state": one.state,
        "outbox_id": None if one.outbox_id is None else str(one.outbox_id),
        "not_before": moment(one.not_before),
        "refusal": refusal(one.refusal, language),
        "remaining": list(one.remaining),
    }


def outbox(row: OutboxRow) -> dict[str, Any]:
    """One item of ``outbox list``."""
    return {
        "id": str(row.id),
        "key": row.key,
        "comment_id": str(row.comment_id),
        "decision_id": str(row.decision_id),
        "action": row.action.value,
        "state": row.state.value,
        "tries": row.tries,
        "not_before": moment(row.not_before),
        "error": row.error,
        "result": row.result,
        "text": request_of(row.request).text or None,
    }


def _author(comment: Comment) -> str:
    return f"{comment.kind}:{comment.author_remote_id}"
