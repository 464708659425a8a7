"""The cursor of a pull: the newest comment of each list, the walk that is under way, and where the slow turn stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Any, Final

from console.connectors import cursors
from console.domain.errors import Invalid

_KIND: Final = "wordpress"
_VERSION: Final = 1

#: The lists of a site by their ``status``: what is published or waits, what is spam, what was thrown away.
LISTS: Final = ("all", "spam", "trash")


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through one list, highest id first. ``last`` is the lowest id read so far, ``top`` the first one.

    It may stop at ``floor``. ``got`` counts what the list gave, ``said`` is what the site says is in it.
    """

    name: str
    offset: int = 0
    top: int = 0
    last: int = 0
    got: int = 0
    said: int = 0
    floor: int = 0


@dataclass(frozen=True, slots=True)
class Cursor:
    """``number`` makes every cursor unique. ``marks`` is the newest id of each list that was walked to its mark;
    ``todo`` the lists still to walk in this round; ``turn`` where the slow reading of everything goes on; ``totals``
    and ``short`` what the site said of each list, and where we got less than that.
    """

    number: int = 0
    marks: Mapping[str, int] = field(default_factory=dict)
    todo: tuple[str, ...] = ()
    walk: Walk | None = None
    turn: tuple[str, int] = (LISTS[0], 90)
    totals: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def dump(self) -> str:
        """The stored form."""
        walk = self.walk
        return cursors.dump(
            _KIND,
            _VERSION,
            {
                "n": self.number,
                "marks": dict(self.marks),
                "todo": list(self.todo),
                "walk": walk and list(astuple(walk)),
                "turn": list(self.turn),
                "totals": dict(self.totals),
                "short": {name: list(two) for name, two in self.short.items()},
            },
        )


def parse(text: str | None) -> Cursor:
    """The cursor from its stored form; None starts from the beginning. Raises Invalid ``bad_cursor``."""
    raw = cursors.load(text, _KIND, _VERSION)
    if raw is None:
        return Cursor()
    try:
        walk = raw["walk"]
        name, offset = raw["turn"]
        return Cursor(
            number=int(raw["n"]),
            marks=_numbers(raw["marks"]),
            todo=tuple(_list(one) for one in raw["todo"]),
            walk=Walk(_list(walk[0]), *(int(one) for one in walk[1:])) if walk else None,
            turn=(_list(name), int(offset)),
            totals=_numbers(raw["totals"]),
            short={_list(one): (int(two[0]), int(two[1])) for one, two in raw["short"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise Invalid("bad_cursor") from None


def _numbers(raw: Any) -> dict[str, int]:
    return {_list(name): int(value) for name, value in raw.items()}


def _list(name: Any) -> str:
    if name not in LISTS:
        raise ValueError(name)
    return str(name)
