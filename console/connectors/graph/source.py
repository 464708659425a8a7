"""What the walk asks of one platform of Meta: its posts, and pages of comments, replies and mentions. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import IncomingComment, IncomingPost

#: The kinds of ``Target``.
COMMENTS, REPLIES, MENTIONS = "c", "r", "m"


@dataclass(frozen=True, slots=True)
class Target:
    """Something to read: the comments of a post, the replies of a comment, or a list of mentions by its name.

    ``floor`` is UTC seconds down to which a walk goes, 0 for the whole.
    """

    kind: str
    id: str
    post: str = ""
    floor: int = 0

    @property
    def key(self) -> str:
        """What it is known by."""
        return self.id if self.kind == COMMENTS else f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Post:
    """A post of ours. ``count`` is the platform's own count of its comments, None where it says nothing.

    ``quiet`` says that there is certainly nothing to read under it.
    """

    incoming: IncomingPost
    count: int | None = None
    quiet: bool = False
    embedded: tuple[IncomingComment, ...] = ()  # comments that came with the post itself


@dataclass(frozen=True, slots=True)
class PostPage:
    """One page of our posts, newest first; ``following`` asks for the next one, empty where there is none."""

    posts: tuple[Post, ...]
    following: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of what a ``Target`` holds.

    ``rows`` are the times (UTC s) of what the page itself lists, in its order; ``comments`` may hold more (replies
    that came with their comment). ``bare`` are comments that neither count replies nor came with any. ``said`` is the platform's count of the whole target. ``promised`` says that the
    platform named a next page; without it ``following`` is worth a request only where the count says that more is
    missing. ``pending`` are replies that have to be asked for.
    """

    comments: tuple[IncomingComment, ...]
    rows: tuple[int, ...]
    following: str = ""
    promised: bool = False
    said: int | None = None
    pending: tuple[Target, ...] = ()
    bare: tuple[str, ...] = ()


class Source(Protocol):
    """One account as the walk reads it. Every method raises ConnectorError."""

    kind: str
    #: Whether the platform leaves out what is older than ``floor``, so that a walk with one never sees the whole.
    filters: bool
    #: Whether replies that a comment counts and the walk did not bring can be asked for by its id.
    expands: bool
    #: Lists of mentions that many accounts do not have, so that their absence is nothing to tell.
    optional: frozenset[str]

    async def begin(self) -> None:
        """Know whose account this is."""
        ...

    def lists(self) -> Sequence[str]:
        """The lists of mentions to read in a round, watch terms among them."""
        ...

    async def posts(self, following: str) -> PostPage:
        """Our posts, newest first."""
        ...

    async def post(self, remote_id: str) -> IncomingPost:
        """One post by id; with empty fields where it cannot be read."""
        ...

    async def read(self, target: Target, following: str, post: IncomingPost | None) -> Slice:
        """One page of a target, newest first where the platform lets us."""
        ...

    async def by_id(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        """Comments as they are now; None for those that are gone, those that nobody can tell of left out."""
        ...
