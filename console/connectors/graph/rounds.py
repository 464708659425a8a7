"""The cursor of a pull on Meta's platforms: what is known of each post, and what a round still has to read. Pure.

A round lists our newest posts, and of the older ones a page in turn; it reads those whose count of comments moved,
and, slowly and in turn, all of them as a whole: replies under old comments, edits and deletions move no count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from console.connectors.cursors import dump, load
from console.connectors.graph.source import COMMENTS, MENTIONS, Post, Target
from console.domain.errors import Invalid

VERSION: Final = 1
#: Posts remembered; further ones are read as if new when their turn comes.
MAX_KNOWN: Final = 1000
#: How far a walk reaches behind its mark, in seconds: lists fill out of order, and times are whole seconds.
OVERLAP: Final = 15 * 60
#: Posts without a count that are looked at in every round.
HOT: Final = 15
#: Posts read as a whole per round, and how long one that was is left alone (seconds).
_TURN: Final = 2
_WHOLE_EVERY: Final = 3600
#: A list that this account may not read is asked for again after this long, in seconds.
_REFUSED_FOR: Final = 6 * 3600
#: Added to ``whole_at`` of a post whose older comments are not wanted: it is never read as a whole.
NEVER: Final = 2**40
#: The count of a list that was refused.
REFUSED: Final = -1


@dataclass(frozen=True, slots=True)
class Known:
    """What the last reading of a target found.

    ``count`` is what the list of posts said then (change means: read again), ``said`` what the platform says there is,
    ``got`` what we have; ``mark`` is the time of the newest seen, ``whole_at`` when it was last read as a whole (UTC s).
    What was written before ``since`` (UTC s) is not wanted.
    """

    count: int | None = None
    mark: int = 0
    got: int = 0
    said: int | None = None
    whole_at: int = 0
    since: int = 0

    def dump(self) -> list[Any]:
        """The stored form."""
        return [self.count, self.mark, self.got, self.said, self.whole_at, self.since]

    @classmethod
    def parse(cls, raw: Any) -> Known:
        """From the stored form. ValueError or TypeError for anything else."""
        count, mark, got, said, whole_at, since = raw
        return cls(_or_none(count), int(mark), int(got), _or_none(said), int(whole_at), int(since))


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through the first target of ``todo`` that goes on with the next page: how to ask, and what it found."""

    following: str
    pages: int = 1
    top: int = 0
    got: int = 0
    fresh: int = 0
    said: int | None = None

    def dump(self) -> list[Any]:
        """The stored form."""
        return [self.following, self.pages, self.top, self.got, self.fresh, self.said]

    @classmethod
    def parse(cls, raw: Any) -> Walk:
        """From the stored form. ValueError or TypeError for anything else."""
        following, pages, top, got, fresh, said = raw
        return cls(str(following), int(pages), int(top), int(got), int(fresh), _or_none(said))


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a channel's pull stands. ``number`` makes every cursor unique, so that we recognise our own.

    ``running`` is True within a round; ``chain`` asks for the page of older posts that this round still lists,
    ``older`` for the one whose turn comes in the next. ``listed`` counts posts from the newest on to ``chain``,
    ``depth`` to ``older``.
    """

    number: int = 0
    known: Mapping[str, Known] = field(default_factory=dict)
    todo: tuple[Target, ...] = ()
    walk: Walk | None = None
    running: bool = False
    chain: str = ""
    older: str = ""
    listed: int = 0
    depth: int = 0

    def learned(self, key: str, known: Known) -> Cursor:
        """The cursor that knows this too; the least lately read post makes way when there are too many, never a list."""
        kept = {**self.known, key: known}
        if len(kept) > MAX_KNOWN:
            del kept[min(kept, key=lambda one: (":" in one, kept[one].whole_at, one))]
        return replace(self, known=kept)

    def dump(self, kind: str) -> str:
        """The stored form."""
        return dump(
            kind,
            VERSION,
            {
                "n": self.number,
                "known": {key: one.dump() for key, one in self.known.items()},
                "todo": [[one.kind, one.id, one.post, one.floor] for one in self.todo],
                "walk": self.walk and self.walk.dump(),
                "running": self.running,
                "chain": self.chain,
                "older": self.older,
                "listed": self.listed,
                "depth": self.depth,
            },
        )


def parse(text: str | None, kind: str) -> Cursor:
    """The cursor from its stored form; None starts from the beginning. Raises Invalid ``bad_cursor``."""
    raw = load(text, kind, VERSION)
    if raw is None:
        return Cursor()
    try:
        return Cursor(
            number=int(raw["n"]),
            known={str(key): Known.parse(one) for key, one in raw["known"].items()},
            todo=tuple(Target(str(k), str(i), str(p), int(f)) for k, i, p, f in raw["todo"]),
            walk=raw["walk"] and Walk.parse(raw["walk"]),
            running=bool(raw["running"]),
            chain=str(raw["chain"]),
            older=str(raw["older"]),
            listed=int(raw["listed"]),
            depth=int(raw["depth"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Invalid("bad_cursor") from None


def todo_of_posts(known: Mapping[str, Known], posts: Sequence[Post], *, newest: bool) -> list[Target]:
    """The posts of one page of the list whose comments have to be read; ``newest`` says that it is the first page."""
    wanted = []
    for place, post in enumerate(posts):
        one = post.incoming.remote_id
        held = known.get(one)
        if post.quiet:
            continue
        if held is None or (post.count is None and held.count == 0):
            wanted.append(Target(COMMENTS, one))  # never read, or nothing to read there until now
        elif post.count is None:
            if newest and place < HOT:
                wanted.append(Target(COMMENTS, one, floor=floor_of(held)))
        elif post.count != held.count:
            # Fewer than before: something was deleted, and only a walk through all can tell what.
            fewer = held.count is not None and post.count < held.count
            wanted.append(Target(COMMENTS, one, floor=0 if fewer else floor_of(held)))
    return wanted


def from_now_on(post: Post, now: int) -> Known:
    """A post that is older than what is imported: what stands there counts as had, what comes later is read."""
    return Known(post.count, now, post.count or 0, post.count, NEVER, since=max(now - OVERLAP, 0))


def todo_in_turn(known: Mapping[str, Known], now: int) -> list[Target]:
    """The posts whose turn it is to be read as a whole, or, where older comments are not wanted, for what is new.

    The latter only where no count says that something is.
    """
    waiting = [
        (held.whole_at, key)
        for key, held in known.items()
        if ":" not in key
        and now - held.whole_at >= _WHOLE_EVERY
        and (held.count != 0 or held.got or held.said)
    ]
    later = [
        (held.whole_at, key)
        for key, held in known.items()
        if held.whole_at >= NEVER and held.count is None and now - (held.whole_at - NEVER) >= _WHOLE_EVERY
    ]
    return [
        *(Target(COMMENTS, key) for _, key in sorted(waiting)[:_TURN]),
        *(Target(COMMENTS, key, floor=floor_of(known[key])) for _, key in sorted(later)[:_TURN]),
    ]


def todo_of_lists(known: Mapping[str, Known], names: Iterable[str], now: int) -> list[Target]:
    """The lists of mentions to read in this round: all but those that were refused lately."""
    wanted = []
    for name in names:
        target = Target(MENTIONS, name)
        held = known.get(target.key, Known())
        if held.count == REFUSED and now - held.whole_at < _REFUSED_FOR:
            continue
        wanted.append(replace(target, floor=floor_of(held)))
    return wanted


def floor_of(held: Known) -> int:
    """How far down a walk has to go that follows this reading, in UTC seconds."""
    return max(held.mark - OVERLAP, 0)


def short_of(known: Mapping[str, Known], limit: int) -> list[dict[str, Any]]:
    """Warnings for the posts of which the platform counts more comments than we got, the largest gaps first."""
    gaps = [
        (held.said - held.got, key, held)
        for key, held in known.items()
        if ":" not in key and held.said is not None and held.got < held.said
    ]
    return [
        {"code": "incomplete", "said": held.said, "got": held.got, "post": key}
        for _, key, held in sorted(gaps, key=lambda one: (-one[0], one[1]))[:limit]
    ]


def _or_none(value: Any) -> int | None:
    return None if value is None else int(value)
