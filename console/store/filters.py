"""What a queue view asks of the store: a filter without SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from console.domain.vocabulary import CommentState

ORDERS: Final = ("severity", "newest", "oldest", "reach")
"""Every order a queue can be read in."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which comments, in which order. Empty tuples and None mean "any"; all conditions must hold.

    ``order`` is ``severity`` (severity descending, due ascending, id ascending), ``newest`` or ``oldest`` (by the time
    of posting) or ``reach`` (followers of the author descending, unknown last, then as ``severity``).
    ``text`` is what a person typed into the search field: words, prefixes of the last one, accents folded, parts of
    words. ``assignee`` may be one name or several; the empty name means "nobody's". Times are UTC seconds,
    ``since <= posted_at < until``. ``severity_min`` and ``severity_max`` count 0 to 5 and include both ends.
    """

    states: tuple[CommentState, ...] = (CommentState.OPEN,)
    categories: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # categories left out: a person opted out of reading them
    channel_id: int | None = None
    author_id: int | None = None
    authors: tuple[int, ...] = ()
    channels: tuple[int, ...] = ()
    post_id: int | None = None
    assignee: str | tuple[str, ...] | None = None
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()  # of the author; any of them
    severity_min: int | None = None
    severity_max: int | None = None
    followers_min: int | None = None
    since: int | None = None
    until: int | None = None
    batch: str | None = None  # what one decision about many touched
    group: int | None = None  # comments.alike_id: one group of near-duplicates
    draft_by: str = ""  # somebody's begun replies
    mentions_only: bool = False
    flagged_only: bool = False
    due_before: int | None = None
    by_hand: bool | None = None  # whether a person must still act on the site and say so
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
