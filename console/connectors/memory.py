"""What a pull remembers between pages: only what the workspace has surely stored, told by the cursor it hands back."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from console.domain.comment import IncomingAuthor, IncomingComment

#: Comments whose state is remembered, so that a sweep reports changes and not everything again.
MAX_PRINTS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of a delivered reply, enough to report later that it is gone."""

    author: IncomingAuthor
    posted_at: int


@dataclass(slots=True)
class Learned:
    """What one page learned; it counts once the page is stored."""

    prints: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    threads: dict[str, dict[str, Trace]] = field(default_factory=dict)
    walked: set[str] = field(default_factory=set)


class Memory:
    """``begin`` with each cursor, ``offer`` with each page. A cursor that is not the last one handed out means that
    the page was not stored, or that another process pulled in between: then everything is forgotten and read again.
    """

    def __init__(self) -> None:
        self._handed_out: str | None = None
        self._offered = Learned()
        self._prints: OrderedDict[str, int] = OrderedDict()
        self.counts: dict[str, int] = {}
        self.threads: dict[str, dict[str, Trace]] = {}
        self.walked: set[str] = set()
        self.backlog: list[IncomingComment] = []
        self.after_backlog: str = ""

    def begin(self, cursor: str | None) -> None:
        """Take over what the last page learned if ``cursor`` proves that it was stored, else forget."""
        offered, self._offered = self._offered, Learned()
        if cursor is None or cursor != self._handed_out:
            self._prints.clear()
            self.counts.clear()
            self.threads.clear()
            self.walked.clear()
            self.backlog = []
            return
        for uri, value in offered.prints.items():
            self._prints[uri] = value
            self._prints.move_to_end(uri)
        while len(self._prints) > MAX_PRINTS:
            self._prints.popitem(last=False)
        self.counts.update(offered.counts)
        self.threads.update(offered.threads)
        self.walked |= offered.walked

    def offer(self, cursor: str, learned: Learned) -> None:
        """A page goes out with ``cursor``; ``learned`` counts when that cursor comes back."""
        self._handed_out = cursor
        self._offered = learned

    def knows(self, uri: str) -> bool:
        """Whether this comment was delivered and stored."""
        return uri in self._prints

    def same(self, uri: str, fingerprint: int) -> bool:
        """Whether it was delivered in exactly this state."""
        return self._prints.get(uri) == fingerprint


def fingerprint(comment: IncomingComment) -> int:
    """Changes when something about the comment does that is worth storing."""
    return hash(
        (
            comment.text,
            comment.edited_at,
            comment.facts.get("cid"),
            comment.likes,
            comment.replies,
            bool(
                comment.hidden
            ),  # a notification does not say, and the network keeps back those of hidden replies
            comment.gone,
            comment.relation,
            comment.facts.get("like"),
            comment.author.handle,
        )
    )
