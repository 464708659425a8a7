"""The cursor of a pull: the newest post seen, the walk that is under way, and where the slow turn stands."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any, Final

from console.connectors import cursors
from console.domain.errors import Invalid

_KIND: Final = "discourse"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through the posts, highest id first. ``before`` is what is asked for next (0: the newest), ``top`` the first
    id of the walk, ``last`` the lowest so far, ``floor`` where it may stop.

    ``windowed``: this forum looks at fifty numbers at a time, so that a page without posts is no end; ``bare`` counts
    such pages in a row.
    """

    before: int = 0
    top: int = 0
    last: int = 0
    floor: int = 0
    windowed: bool = False
    bare: int = 0


@dataclass(frozen=True, slots=True)
class Cursor:
    """``number`` makes every cursor unique. ``mark`` is the newest post of the last walk, ``notified`` the newest
    notification read, ``turn`` the post before which the slow reading of everything goes on (0: from the newest).
    """

    number: int = 0
    mark: int = 0
    walk: Walk | None = None
    notified: int = 0
    turn: int = 0

    def dump(self) -> str:
        """The stored form."""
        fields: dict[str, Any] = {
            "n": self.number,
            "mark": self.mark,
            "walk": self.walk and list(astuple(self.walk)),
            "notified": self.notified,
            "turn": self.turn,
        }
        return cursors.dump(_KIND, _VERSION, fields)


def parse(text: str | None) -> Cursor:
    """The cursor from its stored form; None starts from the beginning. Raises Invalid ``bad_cursor``."""
    raw = cursors.load(text, _KIND, _VERSION)
    if raw is None:
        return Cursor()
    try:
        walk = None
        if raw["walk"]:
            before, top, last, floor, windowed, bare = raw["walk"]
            walk = Walk(int(before), int(top), int(last), int(floor), bool(windowed), int(bare))
        return Cursor(int(raw["n"]), int(raw["mark"]), walk, int(raw["notified"]), int(raw["turn"]))
    except (ValueError, KeyError, TypeError):
        raise Invalid("bad_cursor") from None
