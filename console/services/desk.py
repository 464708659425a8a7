"""What the window and the command line show of comments: cards for a list, everything for one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.domain.decision import AuthorHistory, Capability, Decision, OutboxRow, Proposal
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind
from console.services.remaining import remaining
from console.services.tags import ON_CARD
from console.services.watching import Watch, watches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.audit import AuditRow
    from console.domain.comment import Author, Channel, Comment
    from console.domain.verdict import Verdict
    from console.policy import LadderView, Policy
    from console.services.members import Answerers
    from console.store import AuthorTag, KeptDraft, Note, Opinion, Reading, Review, ThreadSize, ThreadWindow


@dataclass(frozen=True, slots=True)
class Card:
    """One row of the list: enough to paint it. ``outbox`` is the newest row about the comment, if any.

    ``automatic`` is the rule by which the console hid it, while nobody has answered for that; else empty. ``watch`` is
    set while somebody holds and watches it, and after that until it is decided.
    """

    comment: Comment
    verdict: Verdict | None
    proposal: Proposal | None
    outbox: OutboxRow | None
    has_draft: bool
    automatic: str = ""
    watch: Watch | None = None
    tags: tuple[str, ...] = ()  # of the author: those a card shows
    answered: bool = False  # a reply was expected, and the site has one of ours that is newer


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
    window: ThreadWindow
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
    drafts: tuple[KeptDraft, ...]  # everybody's, newest first
    capabilities: dict[str, Capability]
    automatic: str = ""  # as on the card
    watch: Watch | None = None  # as on the card
    answerers: Answerers | None = None  # who can agree, while a second person is waited for
    tags: tuple[AuthorTag, ...] = ()
    answered: bool = False  # as on the card
    remaining: tuple[str, ...] = ()  # of the proposal, after a part of it was decided
    past_verdicts: tuple[tuple[int, int, Verdict], ...] = ()  # (revision, when, verdict), oldest first
    past_proposals: tuple[tuple[int, Proposal], ...] = ()  # (when, proposal), oldest first
    all_reviews: tuple[Review, ...] = ()  # answered ones too, oldest first
    # of the others in the thread and among the author's comments
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)

    @property
    def thread(self) -> tuple[Comment, ...]:
        """The window on the thread, oldest first."""
        return self.window.flat


def _answered(reading: Reading, proposals: Mapping[int, Proposal]) -> set[int]:
    """The comments whose expected reply stands on the site already: written there, or by another tool."""
    expecting = [int(one) for one, proposal in proposals.items() if proposal.reply == "expected"]
    return reading.threads.answered(expecting) if expecting else set()


def cards(reading: Reading, ids: Sequence[int]) -> list[Card]:
    """Cards by id, in the order asked for; at most 200 at a time on the GUI thread."""
    comments = reading.comments.rows(ids)
    verdicts = reading.comments.verdicts(ids)
    proposals = reading.comments.proposals(ids)
    answered = _answered(reading, proposals)
    newest = reading.outbox.newest_of(ids)
    drafts = reading.shared.with_draft(ids)
    alone = reading.automation.rules_of(ids)
    watched = watches(reading, comments)
    tags = reading.tags.of_authors([int(one.author_id) for one in comments])
    return [
        Card(
            one,
            verdicts.get(one.id),
            proposals.get(one.id),
            newest.get(one.id),
            one.id in drafts,
            alone.get(one.id, ""),
            watched.get(int(one.id)),
            tuple(tag for tag in ON_CARD if tag in tags.get(int(one.author_id), ())),
            int(one.id) in answered,
        )
        for one in comments
    ]


def capabilities(comment: Comment) -> dict[str, Capability]:
    """What each action does on this comment's platform; local ones are always possible and reversible."""
    from console.connectors import registry

    spec = registry.spec(comment.kind)
    found = {
        action.value: Capability(action.value, "api", reversible=True)
        if action in LOCAL_ACTIONS
        else spec.capability(action.value, dict(comment.facts), comment.ours)
        for action in ActionKind
    }
    found[ActionKind.WARN.value] = found[ActionKind.REPLY.value]  # a warning is a reply from a template
    return found


def detail(
    reading: Reading, policy: Policy, comment_id: int, now: int, size: ThreadSize | None = None
) -> Detail | None:
    """Everything about one comment; None when it is not there (any more). ``size`` is how much of its thread."""
    # Cards need none of these: the first paint does not wait for the policy to be loaded.
    from console.policy import facts_of, ladder_view
    from console.services.members import answerers
    from console.store import AuditFilter

    comment = reading.comments.get(comment_id)
    if comment is None:
        return None
    channel = reading.channels.get(comment.channel_id)
    author = reading.comments.author(comment.author_id)
    assert channel is not None
    assert author is not None
    verdict = reading.comments.verdict(comment_id)
    proposal = reading.comments.proposal(comment_id)
    decisions = tuple(reading.decisions.of_comment(comment_id))
    history = reading.decisions.history(comment.author_id, comment.post_id)
    post = reading.comments.post_of(comment_id)
    facts = facts_of(comment, verdict, history, from_import=comment.imported)
    asked = tuple(reading.decisions.reviews_of(comment_id))
    reviews = tuple(one for one in asked if one.state == "waiting")
    window = reading.threads.around(comment, size)
    by_author = tuple(reading.comments.by_author(comment.author_id, 12))
    beside = {int(one.id) for one in (*window.flat, *by_author)} - {comment_id}
    return Detail(
        comment=comment,
        channel=channel,
        verdict=verdict,
        opinions=tuple(reading.opinions.of_comment(comment_id)),
        proposal=proposal,
        post=None if post is None else Post(*post),
        window=window,
        author=author,
        author_comments=by_author,
        author_total=reading.comments.count_by_author(comment.author_id),
        author_kept=sum(1 for action, _ in history.actions_done if action in ("keep", "reply", "like")),
        history=history,
        ladder=ladder_view(policy, comment.category, facts.history, now),
        decisions=decisions,
        outbox=tuple(reading.outbox.of_comment(comment_id)),
        reviews=reviews,
        entries=tuple(reversed(reading.audit.find(AuditFilter(comment_id=comment_id), 100))),
        revisions=tuple(reading.comments.revisions(comment_id)),
        comment_notes=tuple(reading.shared.notes(comment_id=comment_id)),
        author_notes=tuple(reading.shared.notes(author_id=int(comment.author_id))),
        drafts=tuple(reading.shared.drafts_of(comment_id)),
        capabilities=capabilities(comment),
        answerers=answerers(reading, reviews[0], policy.permissions) if reviews else None,
        automatic=reading.automation.rules_of([comment_id]).get(comment_id, ""),
        watch=watches(reading, [comment]).get(comment_id),
        tags=tuple(reading.tags.of_author(int(comment.author_id))),
        answered=proposal is not None and bool(_answered(reading, {comment_id: proposal})),
        remaining=remaining(proposal, decisions, comment),
        past_verdicts=tuple(reading.comments.past_verdicts(comment_id)),
        past_proposals=tuple(reading.comments.past_proposals(comment_id)),
        all_reviews=asked,
        verdicts=reading.comments.verdicts(sorted(beside)),
    )
