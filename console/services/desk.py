"""What the window and the command line show of comments: cards for a list, everything for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.connectors import registry
from console.domain.audit import AuditRow
from console.domain.comment import Author, Channel, Comment
from console.domain.decision import AuthorHistory, Capability, Decision, OutboxRow, Proposal
from console.domain.verdict import Verdict
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind
from console.policy import LadderView, Policy, facts_of, ladder_view
from console.services.members import Answerers, answerers
from console.store import AuditFilter, Note, Opinion, Reading, Review


@dataclass(frozen=True, slots=True)
class Card:
    """One row of the list: enough to paint it. ``outbox`` is the newest row about the comment, if any.

    ``automatic`` is the rule by which the console hid it, while nobody has answered for that; else empty.
    """

    comment: Comment
    verdict: Verdict | None
    proposal: Proposal | None
    outbox: OutboxRow | None
    has_draft: bool
    automatic: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """The brand's post above a thread."""

    remote_id: str
    title: str
    permalink: str
    posted_at: int | None


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything about one comment that the detail pane shows, read in one snapshot.

    ``opinions`` are all engines' verdicts on the present text: the one it is shown with first, then newest first.
    """

    comment: Comment
    channel: Channel
    verdict: Verdict | None
    opinions: tuple[Opinion, ...]
    proposal: Proposal | None
    post: Post | None
    thread: tuple[Comment, ...]
    author: Author
    author_comments: tuple[Comment, ...]
    author_total: int
    author_kept: int
    history: AuthorHistory
    ladder: LadderView | None
    decisions: tuple[Decision, ...]
    outbox: tuple[OutboxRow, ...]
    reviews: tuple[Review, ...]
    entries: tuple[AuditRow, ...]
    revisions: tuple[tuple[int, str, int], ...]
    comment_notes: tuple[Note, ...]
    author_notes: tuple[Note, ...]
    draft: str | None
    capabilities: dict[str, Capability]
    automatic: str = ""  # as on the card
    answerers: Answerers | None = None  # who can agree, while a second person is waited for


def cards(reading: Reading, ids: Sequence[int]) -> list[Card]:
    """Cards by id, in the order asked for; at most 200 at a time on the GUI thread."""
    comments = reading.comments.rows(ids)
    verdicts = reading.comments.verdicts(ids)
    proposals = reading.comments.proposals(ids)
    newest = reading.outbox.newest_of(ids)
    drafts = reading.shared.with_draft(ids)
    alone = reading.automation.rules_of(ids)
    return [
        Card(
            one,
            verdicts.get(one.id),
            proposals.get(one.id),
            newest.get(one.id),
            one.id in drafts,
            alone.get(one.id, ""),
        )
        for one in comments
    ]


def capabilities(comment: Comment) -> dict[str, Capability]:
    """What each action does on this comment's platform; local ones are always possible and reversible."""
    spec = registry.spec(comment.kind)
    found = {
        action.value: Capability(action.value, "api", reversible=True)
        if action in LOCAL_ACTIONS
        else spec.capability(action.value, dict(comment.facts), comment.ours)
        for action in ActionKind
    }
    found[ActionKind.WARN.value] = found[ActionKind.REPLY.value]  # a warning is a reply from a template
    return found


def detail(reading: Reading, policy: Policy, comment_id: int, now: int) -> Detail | None:
    """Everything about one comment; None when it is not there (any more)."""
    comment = reading.comments.get(comment_id)
    if comment is None:
        return None
    channel = reading.channels.get(comment.channel_id)
    author = reading.comments.author(comment.author_id)
    assert channel is not None
    assert author is not None
    verdict = reading.comments.verdict(comment_id)
    history = reading.decisions.history(comment.author_id, comment.post_id)
    post = reading.comments.post_of(comment_id)
    facts = facts_of(comment, verdict, history, from_import=comment.imported)
    reviews = tuple(one for one in reading.decisions.reviews() if one.comment_id == comment_id)
    return Detail(
        comment=comment,
        channel=channel,
        verdict=verdict,
        opinions=tuple(reading.opinions.of_comment(comment_id)),
        proposal=reading.comments.proposal(comment_id),
        post=None if post is None else Post(*post),
        thread=tuple(reading.comments.thread(comment_id)),
        author=author,
        author_comments=tuple(reading.comments.by_author(comment.author_id, 12)),
        author_total=reading.comments.count_by_author(comment.author_id),
        author_kept=sum(1 for action, _ in history.actions_done if action in ("keep", "reply", "like")),
        history=history,
        ladder=ladder_view(policy, comment.category, facts.history, now),
        decisions=tuple(reading.decisions.of_comment(comment_id)),
        outbox=tuple(reading.outbox.of_comment(comment_id)),
        reviews=reviews,
        entries=tuple(reversed(reading.audit.find(AuditFilter(comment_id=comment_id), 100))),
        revisions=tuple(reading.comments.revisions(comment_id)),
        comment_notes=tuple(reading.shared.notes(comment_id=comment_id)),
        author_notes=tuple(reading.shared.notes(author_id=int(comment.author_id))),
        draft=reading.shared.draft(comment_id),
        capabilities=capabilities(comment),
        answerers=answerers(reading, reviews[0], policy.permissions) if reviews else None,
        automatic=reading.automation.rules_of([comment_id]).get(comment_id, ""),
    )
