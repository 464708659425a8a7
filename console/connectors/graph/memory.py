"""What one process remembers of a walk between two pages: enough to notice loops and deletions, never needed for a pull.

It belongs to one cursor. A page that was not stored, or another process in between, and it is dropped: a page read
again must look new, or a walk would end early and lose comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from console.connectors.cursors import LoopGuard
from console.connectors.graph.rounds import Cursor

if TYPE_CHECKING:
    from console.connectors.graph.source import Post
    from console.domain.comment import IncomingAuthor, IncomingComment

#: Comments remembered by author and time, over all posts: what vanishes later is told with them.
_MAX_TRACES: Final = 50_000
_MAX_POSTS: Final = 1_000
_MAX_BLANKS: Final = 5


@dataclass(frozen=True, slots=True)
class Trace:
    """What must be known of a comment to say that it is gone."""

    author: IncomingAuthor
    posted_at: int


@dataclass(slots=True)
class WalkMemory:
    """The comments of the present walk, from its first page on."""

    guard: LoopGuard = field(default_factory=LoopGuard)
    seen: dict[str, Trace] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)  # replies that a comment counts
    children: dict[str, int] = field(default_factory=dict)  # replies of it that came
    bare: list[str] = field(default_factory=list)  # comments of which nobody says whether they have replies
    blanks: int = 0  # pages running that held nothing and named a next one
    whole: bool = False  # it has been watched since its first page

    def take(self, comments: Iterable[IncomingComment]) -> set[str]:
        """Note these; returns the ids that are new in this walk."""
        new: set[str] = set()
        for one in comments:
            if one.remote_id in self.seen:
                continue
            new.add(one.remote_id)
            self.seen[one.remote_id] = Trace(one.author, one.posted_at)
            if one.replies:
                self.said[one.remote_id] = one.replies
            if one.parent_remote_id:
                self.children[one.parent_remote_id] = self.children.get(one.parent_remote_id, 0) + 1
        return new

    def goes_on(self, comments: Sequence[IncomingComment], promised: bool) -> bool:
        """Whether a page leads on: it brought something new, or what it held is kept from us and more is promised.

        A server may promise without end, so of the latter only some are borne running.
        """
        fresh = self.guard.fresh(one.remote_id for one in comments)
        self.blanks = self.blanks + 1 if promised and not comments else 0
        return fresh or 0 < self.blanks <= _MAX_BLANKS

    def short(self) -> dict[str, int]:
        """Comments that count more replies than came with this walk, and how many are missing."""
        gaps = {one: said - self.children.get(one, 0) for one, said in self.said.items()}
        return {one: gap for one, gap in gaps.items() if gap > 0}

    def missing_replies(self) -> int:
        """How many replies are counted by their comments and did not come."""
        return sum(self.short().values())


@dataclass(slots=True)
class Memory:
    """Of one account."""

    posts: dict[str, Post] = field(default_factory=dict)
    traces: dict[str, Mapping[str, Trace]] = field(default_factory=dict)  # by Target.key, of whole walks
    asked: set[str] = field(default_factory=set)  # targets whose bare comments were asked for replies
    failed: dict[str, int] = field(default_factory=dict)  # tries of a target running
    walk: WalkMemory = field(default_factory=WalkMemory)
    listed: LoopGuard = field(default_factory=LoopGuard)
    backlog: list[IncomingComment] = field(default_factory=list)
    after_backlog: Cursor = field(default_factory=Cursor)
    offered: str | None = None

    def begin(self, cursor: str | None) -> None:
        """A pull from ``cursor``: what belongs to another one is dropped."""
        if cursor is None or cursor != self.offered:
            self.walk, self.listed = WalkMemory(), LoopGuard()
            self.backlog = []
        self.offered = None  # until this pull has its answer: one that is cut short must not be gone on from

    def patient(self, key: str, tries: int) -> bool:
        """Count a failure of this target; False when it is the last one that is borne, and the count begins anew."""
        failed = self.failed[key] = self.failed.get(key, 0) + 1
        if failed < tries:
            return True
        del self.failed[key]
        return False

    def learn_post(self, post: Post) -> None:
        """Keep what the list said of a post."""
        self.posts[post.incoming.remote_id] = post
        while len(self.posts) > _MAX_POSTS:
            del self.posts[next(iter(self.posts))]

    def known_in(self, post: str) -> set[str]:
        """Ids under a post, from its walk and those of its comments' replies."""
        return {one for key, held in self.traces.items() if key.partition("@")[0] == post for one in held}

    def keep(self, key: str, traces: Mapping[str, Trace]) -> None:
        """The comments of a target as a whole walk found them."""
        self.traces.pop(key, None)
        self.traces[key] = traces
        size = sum(len(one) for one in self.traces.values())
        while size > _MAX_TRACES and len(self.traces) > 1:
            size -= len(self.traces.pop(next(iter(self.traces))))
