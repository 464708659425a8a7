"""The cursor of a pull: a watermark with the ids at it, one per watch term, and what a half-done round has still to do."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.connectors.cursors import Watermark
from console.domain.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through the notifications, newest first, that continues on the next page.

    ``floor`` (UTC ms) is where it may stop, ``top`` and ``top_uris`` are the watermark that holds once it is through.
    """

    server_cursor: str
    top: int
    top_uris: tuple[str, ...]
    floor: int
    pages: int = 1
    deep: bool = False


@dataclass(frozen=True, slots=True)
class Watched:
    """How far a watch term was searched: ``mark`` is its newest hit with all of that instant.

    ``start`` (UTC ms) is where watching began, nothing older is looked for; ``deep_at`` (UTC s) is when the last
    search far behind the mark ended.
    """

    mark: Watermark
    start: int
    deep_at: int

    def dump(self) -> list[Any]:
        """The stored form."""
        return [*self.mark.dump(), self.start, self.deep_at]

    @classmethod
    def parse(cls, raw: Any) -> Watched:
        """From the stored form. ValueError or TypeError for anything else."""
        at, ids, start, deep_at = raw
        return cls(Watermark.parse([at, ids]), int(start), int(deep_at))


@dataclass(frozen=True, slots=True)
class Search:
    """A search for the first of the cursor's ``terms``, newest hit first, that continues on the next page.

    Times are UTC ms. ``until`` asks for what is older (0: the newest), ``low`` is the oldest hit so far and ``top`` the
    newest. It may stop below ``floor``; where that lies deep behind the mark, the mark's surroundings end at ``near``.
    """

    floor: int
    near: int
    low: int
    top: Watermark = field(default_factory=Watermark)
    server_cursor: str = ""
    until: int = 0
    pages: int = 0
    blanks: int = 0  # empty pages running
    deep: bool = False

    def dump(self) -> list[Any]:
        """The stored form."""
        return [
            self.floor, self.near, self.low, self.top.dump(), self.server_cursor, self.until, self.pages,
            self.blanks, self.deep,
        ]  # fmt: skip

    @classmethod
    def parse(cls, raw: Any) -> Search:
        """From the stored form. ValueError or TypeError for anything else."""
        floor, near, low, top, server_cursor, until, pages, blanks, deep = raw
        return cls(
            int(floor),
            int(near),
            int(low),
            Watermark.parse(top),
            str(server_cursor),
            int(until),
            int(pages),
            int(blanks),
            bool(deep),
        )


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a channel's pull stands. ``number`` makes every cursor unique, so that we recognise our own.

    ``mark`` (UTC ms, 0 = never pulled) and ``mark_uris`` are the newest notification seen and all ids of that instant;
    ``deep_at`` (UTC s) is when the last walk far behind the mark ended; ``todo`` are root posts whose threads this
    round still has to sweep; ``rotation`` is the last root that the slow rotation took. ``terms`` are the watch terms
    that it still has to ask for, ``search`` the one for the first of them that is under way, ``marks`` where each stands.
    """

    number: int = 0
    mark: int = 0
    mark_uris: tuple[str, ...] = ()
    deep_at: int = 0
    walk: Walk | None = None
    sweeping: bool = False
    todo: tuple[str, ...] = ()
    rotation: str = ""
    terms: tuple[str, ...] = ()
    search: Search | None = None
    marks: Mapping[str, Watched] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether this round has nothing left to do."""
        return self.walk is None and not self.sweeping and not self.terms

    def dump(self) -> str:
        """The stored form: one line of JSON."""
        walk = self.walk
        return json.dumps(
            {
                "v": VERSION,
                "n": self.number,
                "at": self.mark,
                "uris": self.mark_uris,
                "deep": self.deep_at,
                "walk": walk
                and {
                    "cursor": walk.server_cursor,
                    "top": walk.top,
                    "uris": walk.top_uris,
                    "floor": walk.floor,
                    "pages": walk.pages,
                    "deep": walk.deep,
                },
                "sweeping": self.sweeping,
                "todo": self.todo,
                "rotation": self.rotation,
                "terms": self.terms,
                "search": self.search and self.search.dump(),
                "marks": {key: one.dump() for key, one in self.marks.items()},
            },
            separators=(",", ":"),
        )


def parse(text: str | None) -> Cursor:
    """The cursor from its stored form; None starts from the beginning.

    Raises Invalid ``bad_cursor`` for anything else than a cursor of ours: guessing could skip comments.
    """
    if text is None:
        return Cursor()
    try:
        raw: Mapping[str, Any] = json.loads(text)
        if raw["v"] != VERSION:
            raise ValueError("version")
        walk = raw["walk"]
        # A cursor of before there were watch terms has none of them, and every other place in it holds.
        terms, search, marks = raw.get("terms", []), raw.get("search"), raw.get("marks", {})
        return Cursor(
            number=int(raw["n"]),
            mark=int(raw["at"]),
            mark_uris=tuple(map(str, raw["uris"])),
            deep_at=int(raw["deep"]),
            walk=walk
            and Walk(
                server_cursor=str(walk["cursor"]),
                top=int(walk["top"]),
                top_uris=tuple(map(str, walk["uris"])),
                floor=int(walk["floor"]),
                pages=int(walk["pages"]),
                deep=bool(walk["deep"]),
            ),
            sweeping=bool(raw["sweeping"]),
            todo=tuple(map(str, raw["todo"])),
            rotation=str(raw["rotation"]),
            terms=tuple(map(str, terms)),
            search=Search.parse(search) if search else None,
            marks={str(key): Watched.parse(one) for key, one in marks.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise Invalid("bad_cursor") from None
