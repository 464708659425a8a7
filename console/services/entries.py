"""What an audit entry says of a comment, its verdict and its proposal: one place, so that every entry agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from console.domain.audit import AuditDraft
from console.domain.chain import score_to_int

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Comment
    from console.domain.decision import Proposal
    from console.domain.verdict import Verdict
    from console.services.roles import Actor


def comment_fields(comment: Comment, verdict: Verdict | None, proposal: Proposal | None) -> dict[str, Any]:
    """The facts about one comment that enter the chain: no free text, no floats."""
    fields: dict[str, Any] = {
        "channel": comment.channel_key,
        "posted_at": comment.posted_at,
        "first_seen_at": comment.first_seen_at,
        "revision": comment.revision,
        "category": comment.category,
        "severity": comment.severity,
    }
    if comment.language:
        fields["language"] = comment.language
    if verdict is not None:
        fields["engine"] = verdict.engine
        fields["engine_version"] = verdict.engine_version
        fields["scores"] = {label: score_to_int(score) for label, score in verdict.labels.items()}
        fields["threshold"] = {label: score_to_int(score) for label, score in verdict.thresholds.items()}
        fields["spans"] = [[span.start, span.end, span.label] for span in verdict.spans]
        fields["auto_detection"] = verdict.flagged
    if proposal is not None:
        fields["policy"] = proposal.policy_id
        fields["rules"] = list(proposal.rules)
        fields["proposed"] = list(proposal.actions)
        if proposal.protected:
            fields["protected"] = True
        if proposal.ground:
            fields["ground"] = proposal.ground
        if proposal.clause:
            fields["clause"] = proposal.clause
    return fields


def private_values(comment: Comment) -> dict[str, str]:
    """What is only committed to: who wrote what, where."""
    values = {
        "remote_id": comment.remote_id,
        "author": f"{comment.kind}:{comment.author_remote_id}",
        "text": comment.text,
    }
    if comment.permalink:
        values["permalink"] = comment.permalink
    return values


def draft(
    event: str,
    actor: Actor,
    comment: Comment | None = None,
    verdict: Verdict | None = None,
    proposal: Proposal | None = None,
    **fields: Any,
) -> AuditDraft:
    """An audit draft; ``fields`` set to None are left out."""
    body: dict[str, Any] = {} if comment is None else comment_fields(comment, verdict, proposal)
    body.update({name: value for name, value in fields.items() if value is not None})
    private: Mapping[str, str] = {} if comment is None else private_values(comment)
    return AuditDraft(
        event=event,
        actor=actor.name,
        role=actor.role.value,
        fields=body,
        private=private,
        comment_id=None if comment is None else int(comment.id),
        author_id=None if comment is None else int(comment.author_id),
    )
