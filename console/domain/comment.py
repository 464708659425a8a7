"""Comments, authors, posts and channels: as a connector delivers them and as the workspace keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NewType

from console.domain.vocabulary import NO_DUE, CommentState

if TYPE_CHECKING:
    from collections.abc import Mapping

CommentId = NewType("CommentId", int)
AuthorId = NewType("AuthorId", int)
ChannelId = NewType("ChannelId", int)
PostId = NewType("PostId", int)


#: Visibilities (``facts["visibility"]``) of what anybody may read; platforms without such a thing name none.
OPEN: Final = frozenset({"public", "unlisted"})
#: Facts that say how a comment came in. What a platform tells of it later knows nothing of that, so they stay.
CAME_IN: Final = ("watch",)


def is_private(facts: Mapping[str, Any]) -> bool:
    """Whether a comment with these facts was never meant for everybody: it is shown as such, and never exported."""
    return facts.get("visibility", "public") not in OPEN


@dataclass(frozen=True, slots=True)
class IncomingAuthor:
    """An author as a platform names them. Unknown facts are None, never a guess."""

    remote_id: str
    handle: str
    name: str = ""
    created_at: int | None = None  # UTC epoch seconds, age of the account
    followers: int | None = None


@dataclass(frozen=True, slots=True)
class IncomingPost:
    """The brand's post (or other root) under which a comment stands."""

    remote_id: str
    title: str = ""
    permalink: str = ""
    posted_at: int | None = None


@dataclass(frozen=True, slots=True)
class IncomingComment:
    """One comment as ``Connector.pull`` or an import hands it over.

    ``facts`` holds what the platform needs to act on it later (a cid, a root uri); it is stored as JSON beside
    the comment and handed back in ``ActionRequest.facts``. ``hidden`` and the counts are None when unknown.
    """

    remote_id: str
    text: str
    author: IncomingAuthor
    posted_at: int
    post: IncomingPost | None = None
    parent_remote_id: str | None = None
    permalink: str = ""
    language: str | None = None
    relation: str = "comment"  # comment | mention | quote
    ours: bool = False
    gone: bool = False
    hidden: bool | None = None
    edited_at: int | None = None
    likes: int | None = None
    replies: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PullPage:
    """One bounded page of a pull. ``cursor`` is opaque; ``more`` asks for another page at once.

    ``budget`` is what is left of the account's rate budget, as the channel's page shows it: ``unit``, ``used``,
    ``limit`` (0 where unknown) and ``resets_at`` (UTC seconds); None where the page learned nothing about it.
    """

    comments: tuple[IncomingComment, ...]
    cursor: str | None
    more: bool = False
    warnings: tuple[Mapping[str, Any], ...] = ()
    budget: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One account on one platform. ``key`` is ``kind:name``; ``state`` is ok, paused, limited, auth, error or new."""

    id: ChannelId
    kind: str
    name: str
    server: str = ""
    handle: str = ""
    remote_id: str = ""
    language: str | None = None
    state: str = "new"
    state_code: str | None = None
    state_params: Mapping[str, Any] = field(default_factory=dict)
    paused: bool = False
    cursor: str | None = None
    last_pull_at: int | None = None
    next_pull_at: int | None = None
    newest_at: int | None = None
    created_at: int = 0
    options: Mapping[str, Any] = field(default_factory=dict)
    budget: Mapping[str, Any] = field(default_factory=dict)  # as ``PullPage.budget``; empty: unknown
    account: Mapping[str, Any] = field(
        default_factory=dict
    )  # expires_at, lacking, warnings of the last sign-in
    rechecked_to: int = 0  # the last comment that the slow re-reading looked at in its present round
    recheck_round_at: int | None = None

    @property
    def key(self) -> str:
        """``kind:name``, unique in a workspace."""
        return f"{self.kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Author:
    """An author as known to this workspace, with what the ladder needs."""

    id: AuthorId
    kind: str
    remote_id: str
    handle: str
    name: str
    created_at: int | None
    followers: int | None
    first_seen_at: int
    blocked: bool = False
    muted: bool = False

    @property
    def key(self) -> str:
        """``kind:remote_id``, the author key of policies and the command line."""
        return f"{self.kind}:{self.remote_id}"


@dataclass(frozen=True, slots=True)
class Comment:
    """One stored comment with everything a list row or a decision needs."""

    id: CommentId
    channel_id: ChannelId
    channel_key: str
    kind: str
    remote_id: str
    author_id: AuthorId
    author_remote_id: str
    author_handle: str
    author_name: str
    post_id: PostId | None
    post_title: str
    parent_id: CommentId | None
    parent_remote_id: str | None
    text: str
    language: str | None
    posted_at: int
    first_seen_at: int
    edited_at: int | None
    revision: int
    relation: str
    ours: bool
    likes: int | None
    replies: int | None
    permalink: str
    state: CommentState
    category: str
    severity: int
    flagged: bool
    due_at: int = NO_DUE
    hidden: bool = False
    snoozed_until: int | None = None
    assignee: str | None = None
    claimed_by: str | None = None
    claim_expires_at: int | None = None
    claim_writing: bool = False  # the holder is writing a reply
    verdict_id: int | None = None
    proposal_id: int | None = None
    imported: bool = False  # clocks start when first seen, not when posted
    category_by: str | None = None  # the person who chose the category, if one did
    facts: Mapping[str, Any] = field(default_factory=dict)
