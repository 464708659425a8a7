"""The parts of a pull's cursor: a watermark with the ids at it, the stored form, and a guard against endless pages. Pure.

Platforms' times have ties (Meta, YouTube and LinkedIn write whole seconds), so a watermark alone either loses what
came in the same instant or brings it twice: the ids seen at that instant go with it. Every walk also reaches back
behind the watermark, because indexes fill out of order; bringing a comment twice does no harm, the intake knows it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from console.domain.errors import Invalid


@dataclass(frozen=True, slots=True)
class Watermark:
    """The newest instant seen (UTC ms, 0 = nothing yet) and all ids of that instant."""

    at: int = 0
    ids: frozenset[str] = frozenset()

    def passed(self, at: int, one: str) -> bool:
        """Whether an item of that time was seen before the mark was set here."""
        return at < self.at or (at == self.at and one in self.ids)

    def raised(self, items: Iterable[tuple[int, str]]) -> Watermark:
        """The mark after these (time in ms, id) too; in any order, as often as one likes."""
        at, ids = self.at, self.ids
        for when, one in items:
            if when > at:
                at, ids = when, frozenset({one})
            elif when == at:
                ids |= {one}
        return Watermark(at, ids)

    def dump(self) -> list[Any]:
        """The stored form."""
        return [self.at, sorted(self.ids)]

    @classmethod
    def parse(cls, raw: Any) -> Watermark:
        """From the stored form. ValueError, TypeError or KeyError for anything else."""
        at, ids = raw
        return cls(int(at), frozenset(map(str, ids)))


class LoopGuard:
    """Notices a server that hands out the same page again and again (Meta has; it ends no list by itself)."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def fresh(self, ids: Iterable[str]) -> bool:
        """Whether a page brings an id that none before it brought. An empty page does not."""
        new = set(ids) - self._seen
        self._seen |= new
        return bool(new)


def dump(kind: str, version: int, fields: Mapping[str, Any]) -> str:
    """The stored form of a cursor: one line of JSON that names its platform and version."""
    return json.dumps({"k": kind, "v": version, **fields}, separators=(",", ":"), sort_keys=True)


def load(text: str | None, kind: str, version: int) -> Mapping[str, Any] | None:
    """The fields of a stored cursor; None starts from the beginning.

    Raises Invalid ``bad_cursor`` for anything else than a cursor of this platform and version: guessing could skip
    comments.
    """
    if text is None:
        return None
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raise Invalid("bad_cursor") from None
    if not isinstance(raw, dict) or raw.get("k") != kind or raw.get("v") != version:
        raise Invalid("bad_cursor")
    return raw
