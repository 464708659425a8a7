"""The cursor of a pull: marks of the mentions and of each watch term, the walk under way, money, known conversations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from console.connectors import cursors
from console.domain.errors import Invalid

KIND: Final = "x"
VERSION: Final = 1
#: The listing of what mentions us; watch terms have keys of their own.
MENTIONS: Final = "mentions"
#: Conversations of which it is remembered whether they are ours; others are asked for again.
MAX_ROOTS: Final = 400
#: Later versions of edited posts that are remembered by their first.
MAX_FIRSTS: Final = 300


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a channel's pull stands. ``number`` makes every cursor unique, so that we recognise our own.

    ``marks`` is the newest id seen by listing; it moves when a walk is through. ``plan`` are the listings still to walk
    in this round, the first of them under way once ``pages`` is more than 0: ``token`` is its next page, ``top`` the
    newest id of the walk, ``got`` how many posts it brought, ``stale`` how many pages in a row brought none that was new.
    ``roots`` says of conversations whether we began them, ``firsts`` leads from a later
    version to the first. ``money`` is what was spent.
    """

    number: int = 0
    marks: Mapping[str, str] = field(default_factory=dict)
    plan: tuple[str, ...] = ()
    token: str = ""
    top: str = ""
    pages: int = 0
    got: int = 0
    stale: int = 0
    roots: Mapping[str, bool] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)
    money: Mapping[str, Any] = field(default_factory=dict)

    @property
    def idle(self) -> bool:
        """Whether the round is over."""
        return not self.plan

    def dump(self) -> str:
        """The stored form."""
        return cursors.dump(
            KIND,
            VERSION,
            {
                "n": self.number,
                "marks": dict(self.marks),
                "plan": self.plan,
                "token": self.token,
                "top": self.top,
                "pages": self.pages,
                "got": self.got,
                "stale": self.stale,
                # In the order of their coming: ids are numbers, but the oldest known goes first.
                "roots": [[one, int(ours)] for one, ours in self.roots.items()],
                "firsts": [[one, first] for one, first in self.firsts.items()],
                "money": dict(self.money),
            },
        )


def parse(text: str | None) -> Cursor:
    """The cursor from its stored form; None starts from the beginning. Raises Invalid ``bad_cursor``."""
    raw = cursors.load(text, KIND, VERSION)
    if raw is None:
        return Cursor()
    try:
        plan, money = raw["plan"], raw["money"]
        if not isinstance(plan, list) or not isinstance(money, dict):
            raise TypeError("list")
        return Cursor(
            number=int(raw["n"]),
            marks={str(key): str(value) for key, value in raw["marks"].items()},
            plan=tuple(map(str, plan)),
            token=str(raw["token"]),
            top=str(raw["top"]),
            pages=int(raw["pages"]),
            got=int(raw["got"]),
            stale=int(raw["stale"]),
            roots={str(one): bool(ours) for one, ours in raw["roots"]},
            firsts={str(one): str(first) for one, first in raw["firsts"]},
            money=money,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Invalid("bad_cursor") from None
