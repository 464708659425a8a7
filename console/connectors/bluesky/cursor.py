"""The cursor of a pull: a watermark with the ids at it, and what a half-done walk or sweep still has to do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.domain.errors import Invalid

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
class Cursor:
    """Where a channel's pull stands. ``number`` makes every cursor unique, so that we recognise our own.

    ``mark`` (UTC ms, 0 = never pulled) and ``mark_uris`` are the newest notification seen and all ids of that instant;
    ``deep_at`` (UTC s) is when the last walk far behind the mark ended; ``todo`` are root posts whose threads this
    round still has to sweep; ``rotation`` is the last root that the slow rotation took.
    """

    number: int = 0
    mark: int = 0
    mark_uris: tuple[str, ...] = ()
    deep_at: int = 0
    walk: Walk | None = None
    sweeping: bool = False
    todo: tuple[str, ...] = ()
    rotation: str = ""

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
        )
    except (ValueError, KeyError, TypeError):
        raise Invalid("bad_cursor") from None
