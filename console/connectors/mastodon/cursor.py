"""The cursor of a pull: notifications seen last, marks of watch terms, and what a half-done round still has to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from console.connectors import cursors
from console.connectors.mastodon.names import newer
from console.domain.errors import Invalid

KIND: Final = "mastodon"
VERSION: Final = 1
#: How many of the notifications seen last are walked over again with the next round.
TRAIL: Final = 40


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a channel's pull stands. ``number`` makes every cursor unique, so that we recognise our own.

    ``trail`` are the ids of the notifications seen last, the oldest first: a round begins at its first, because the
    server commits notifications out of the order of their ids. ``forward`` is where a walk towards the newest goes on,
    ``back`` where the first walk into the past does (both notification ids; empty: no such walk is under way), and
    ``pages`` how many the present walk took. ``sweeping`` says that the walk of this round is over; ``todo`` are
    statuses of ours whose threads are still to be read, ``terms`` the watch terms still to be asked and ``ahead`` where
    the first of them goes on; ``rotation`` is the last status that the slow rotation took. ``marks`` is the newest
    status seen of each watch term.
    """

    number: int = 0
    trail: tuple[str, ...] = ()
    forward: str = ""
    back: str = ""
    pages: int = 0
    sweeping: bool = False
    todo: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    ahead: str = ""
    rotation: str = ""
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether this round has nothing left to do."""
        return self.sweeping and not self.todo and not self.terms

    def seen(self, ids: Iterable[str]) -> Cursor:
        """With these notifications on the trail: in any order, as often as one likes."""
        known = list(self.trail)
        for one in ids:
            if one in known:
                continue
            place = len(known)
            while place and newer(known[place - 1], one):
                place -= 1
            known.insert(place, one)
        return replace(self, trail=tuple(known[-TRAIL:]))

    def dump(self) -> str:
        """The stored form."""
        return cursors.dump(
            KIND,
            VERSION,
            {
                "n": self.number,
                "trail": self.trail,
                "forward": self.forward,
                "back": self.back,
                "pages": self.pages,
                "sweeping": self.sweeping,
                "todo": self.todo,
                "terms": self.terms,
                "ahead": self.ahead,
                "rotation": self.rotation,
                "marks": self.marks,
            },
        )


def parse(text: str | None) -> Cursor:
    """The cursor from its stored form; None starts from the beginning. Raises Invalid ``bad_cursor``."""
    raw = cursors.load(text, KIND, VERSION)
    if raw is None:
        return Cursor()
    try:
        return Cursor(
            number=int(raw["n"]),
            trail=_texts(raw["trail"]),
            forward=str(raw["forward"]),
            back=str(raw["back"]),
            pages=int(raw["pages"]),
            sweeping=bool(raw["sweeping"]),
            todo=_texts(raw["todo"]),
            terms=_texts(raw["terms"]),
            ahead=str(raw["ahead"]),
            rotation=str(raw["rotation"]),
            marks={str(key): str(value) for key, value in raw["marks"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Invalid("bad_cursor") from None


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise TypeError("list")
    return tuple(map(str, raw))
