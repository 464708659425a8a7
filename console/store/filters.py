"""What a queue view asks of the store: a filter without SQL."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.vocabulary import CommentState


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which comments, in which order. Empty tuples mean "any"; all conditions must hold.

    ``order`` is ``severity`` (severity descending, due ascending, id ascending), ``newest`` or ``oldest``.
    ``text`` is what a person typed into the search field: words, prefixes of the last one, accents folded.
    """

    states: tuple[CommentState, ...] = (CommentState.OPEN,)
    categories: tuple[str, ...] = ()
    channel_id: int | None = None
    author_id: int | None = None
    assignee: str | None = None
    language: str | None = None
    mentions_only: bool = False
    flagged_only: bool = False
    due_before: int | None = None
    automatic: bool = False  # hidden by the console, and nobody has looked at it yet
    text: str = ""
    order: str = "severity"


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which audit entries; times are UTC seconds, ``before_sequence`` pages backwards."""

    actor: str | None = None
    event: str | None = None
    action: str | None = None
    channel: str | None = None
    category: str | None = None
    outcome: str | None = None
    comment_id: int | None = None
    since: int | None = None
    until: int | None = None
