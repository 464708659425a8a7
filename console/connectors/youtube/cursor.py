"""The cursor of a pull: a watermark for each listing, the half-done walk, replies still to read, units spent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from console.connectors.cursors import Watermark, dump, load
from console.domain.errors import Invalid

KIND: Final = "youtube"
VERSION: Final = 1
#: Threads whose last count of replies is kept: those with more than an answer's sample, the newest ones.
MAX_COUNTS: Final = 500

#: What a listing can be asked for; ``published`` first, the others are the owner's alone.
STATUSES: Final = ("published", "heldForReview", "likelySpam")


def listing(video: str, status: str) -> str:
    """The key of a listing: of one video, or of the whole channel where ``video`` is empty."""
    return f"{status} {video}".rstrip()


def split(key: str) -> tuple[str, str]:
    """(video, status) of a listing's key."""
    status, _, video = key.partition(" ")
    return video, status


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through one listing, newest first. ``floor`` (UTC ms) is where it may stop, ``top`` the mark it sets."""

    token: str
    top: Watermark
    floor: int
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Todo:
    """A thread whose replies are still to be read: ``said`` by its count, ``sample`` came with it, ``got`` so far."""

    thread: str
    video: str
    channel: str
    said: int
    sample: int
    token: str = ""
    got: int = 0


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a channel's pull stands. ``number`` makes every cursor unique, so that we recognise our own.

    ``plan`` are the listings that this round still has to walk, the present one first; ``turning``: the round is at
    its last part, the look at older threads. ``turns`` hold where that look stands in each listing, ``turn`` counts
    rounds. ``shut`` are listings that the platform refused, until when (UTC s) they are left alone.
    """

    number: int = 0
    marks: dict[str, Watermark] = field(default_factory=dict)
    plan: tuple[str, ...] = ()
    walk: Walk | None = None
    turning: bool = False
    turn: int = 0
    turns: dict[str, str] = field(default_factory=dict)
    todo: tuple[Todo, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    shut: dict[str, int] = field(default_factory=dict)
    meter: dict[str, Any] = field(default_factory=dict)

    @property
    def idle(self) -> bool:
        """Whether the round is over."""
        return not self.plan and not self.turning and not self.todo

    def dump(self) -> str:
        """The stored form: one line of JSON."""
        walk = self.walk
        return dump(
            KIND,
            VERSION,
            {
                "n": self.number,
                "marks": {key: mark.dump() for key, mark in self.marks.items()},
                "plan": self.plan,
                "walk": walk and [walk.token, walk.top.dump(), walk.floor, walk.pages],
                "turning": self.turning,
                "turn": self.turn,
                "turns": self.turns,
                "todo": [
                    [one.thread, one.video, one.channel, one.said, one.sample, one.token, one.got]
                    for one in self.todo
                ],
                # Pairs and no object: what was counted last stands last, and the first make way.
                "counts": list(self.counts.items())[-MAX_COUNTS:],
                "shut": self.shut,
                "meter": self.meter,
            },
        )


def parse(text: str | None) -> Cursor:
    """The cursor from its stored form; None starts from the beginning. Raises Invalid ``bad_cursor``."""
    raw = load(text, KIND, VERSION)
    if raw is None:
        return Cursor()
    try:
        walk = raw["walk"]
        return Cursor(
            number=int(raw["n"]),
            marks={str(key): Watermark.parse(mark) for key, mark in raw["marks"].items()},
            plan=tuple(map(str, raw["plan"])),
            walk=None if walk is None else Walk(str(walk[0]), Watermark.parse(walk[1]), int(walk[2]), int(walk[3])),
            turning=bool(raw["turning"]),
            turn=int(raw["turn"]),
            turns={str(key): str(token) for key, token in raw["turns"].items()},
            todo=tuple(
                Todo(str(a), str(b), str(c), int(said), int(sample), str(token), int(got))
                for a, b, c, said, sample, token, got in raw["todo"]
            ),
            counts={str(thread): int(count) for thread, count in raw["counts"]},
            shut={str(key): int(until) for key, until in raw["shut"].items()},
            meter=dict(raw["meter"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise Invalid("bad_cursor") from None
