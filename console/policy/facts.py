"""What a proposal may know about a comment: text, verdict, author and thread, each possibly unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.domain.comment import Comment
    from console.domain.decision import AuthorHistory
    from console.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """The thread around a comment; None where nobody counted."""

    replies_by_us: int | None = None
    comments: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything ``propose`` and ``refuse`` look at; nothing else reaches them.

    Times are UTC epoch seconds. ``from_import`` starts SLA clocks at ``first_seen_at`` instead of ``posted_at``.
    ``person_category`` is the category a person chose for this comment, which no rule may contradict.
    """

    text: str
    channel_key: str = ""
    author_key: str = ""
    language: str | None = None
    relation: str = "comment"
    posted_at: int = 0
    first_seen_at: int = 0
    revision: int = 0
    from_import: bool = False
    ours: bool = False
    verdict: Verdict | None = None
    history: AuthorHistory | None = None
    thread: ThreadFacts = ThreadFacts()
    person_category: str | None = None

    @property
    def starts_at(self) -> int:
        """The second from which deadlines count."""
        return self.first_seen_at if self.from_import else self.posted_at

    @property
    def replies_by_us(self) -> int | None:
        """Public replies of ours in this thread, None when unknown."""
        if self.history is None:
            return self.thread.replies_by_us
        return max(self.history.replies_by_us_in_thread, self.thread.replies_by_us or 0)


def facts_of(
    comment: Comment,
    verdict: Verdict | None,
    history: AuthorHistory | None,
    *,
    from_import: bool = False,
    thread: ThreadFacts | None = None,
    person_category: str | None = None,
) -> Facts:
    """The facts of one stored comment."""
    return Facts(
        text=comment.text,
        channel_key=comment.channel_key,
        author_key=f"{comment.kind}:{comment.author_remote_id}",
        language=(verdict.language if verdict is not None and verdict.language else None) or comment.language,
        relation=comment.relation,
        posted_at=comment.posted_at,
        first_seen_at=comment.first_seen_at,
        revision=comment.revision,
        from_import=from_import,
        ours=comment.ours,
        verdict=verdict,
        history=history,
        thread=thread or ThreadFacts(),
        person_category=person_category,
    )
