"""By what a person narrows a view: facets that a filter, a saved view and the command line share."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from console.domain.errors import UsageError
from console.store.filters import ORDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.store import QueueFilter

NOTHING: Final = "\0"
"""No category and nobody is called so: what two conditions leave when they exclude one another."""
_T = TypeVar("_T", int, str)
MAX_DAYS: Final = 3660
_LISTS: Final = ("categories", "languages", "tags")
_NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "channel": (1, 2**63 - 1),
    "post": (1, 2**63 - 1),
    "author": (1, 2**63 - 1),
    "severity_min": (0, 5),
    "severity_max": (0, 5),
    "followers_min": (0, 2**62),
    "days": (1, MAX_DAYS),
    "since": (0, 253_402_300_799),
    "until": (0, 253_402_300_799),
}
MAX_LIST: Final = 100
MAX_WORD: Final = 200


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Conditions on top of a view; what is empty or None narrows nothing.

    ``days`` counts local calendar days back, 1 being today: a saved "today" stays today. ``since`` and ``until`` are
    UTC seconds, ``since`` included. ``assignee`` empty text means "nobody's". ``order`` empty is the view's own.
    """

    channel: int | None = None
    categories: tuple[str, ...] = ()
    severity_min: int | None = None
    severity_max: int | None = None
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    post: int | None = None
    author: int | None = None
    followers_min: int | None = None
    days: int | None = None
    since: int | None = None
    until: int | None = None
    assignee: str | None = None
    text: str = ""
    order: str = ""

    @property
    def facets(self) -> tuple[str, ...]:
        """The names of the conditions that narrow, in a fixed order; words and order left out."""
        found = []
        for one in fields(self):
            if one.name in ("text", "order", "severity_max", "until"):
                continue
            if getattr(self, one.name) not in (None, ()):
                found.append(one.name)
            elif one.name == "severity_min" and self.severity_max is not None:
                found.append("severity_min")
            elif one.name == "since" and self.until is not None:
                found.append("since")
        return tuple(found)

    def dropping(self, facet: str) -> Narrowing:
        """Without one condition; ``severity_min`` and ``since`` stand for their whole range."""
        ranges = {"severity_min": ("severity_min", "severity_max"), "since": ("since", "until")}
        empty: dict[str, Any] = {one: () if one in _LISTS else None for one in ranges.get(facet, (facet,))}
        return replace(self, **empty)

    def as_dict(self) -> dict[str, Any]:
        """Names and plain values, empty ones left out: how it is stored."""
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in asdict(self).items()
            if value not in (None, (), "") or (key == "assignee" and value == "")
        }


def read_narrowing(given: Mapping[str, Any]) -> Narrowing:
    """From names and plain values. UsageError ``bad_filter`` names the first that makes no sense."""
    found: dict[str, Any] = {}
    for key, value in given.items():
        if key in _NUMBERS:
            low, high = _NUMBERS[key]
            if type(value) is not int or not low <= value <= high:
                raise UsageError("bad_filter", field=key, value=str(value)[:60], low=low, high=high)
        elif key in _LISTS:
            if not isinstance(value, (list, tuple)) or len(value) > MAX_LIST or not all(map(_word, value)):
                raise UsageError("bad_filter", field=key, value=str(value)[:60])
            value = tuple(dict.fromkeys(value))
        elif key == "order":
            if value not in ORDERS:
                raise UsageError("bad_filter", field=key, value=str(value)[:60], known=", ".join(ORDERS))
        elif key in ("assignee", "text"):
            if not isinstance(value, str) or len(value) > MAX_WORD:
                raise UsageError("bad_filter", field=key, value=str(value)[:60])
        else:
            raise UsageError("bad_filter", field=key[:60], value=str(value)[:60])
        found[key] = value
    least, most = found.get("severity_min", 0), found.get("severity_max", 5)
    if least > most:
        raise UsageError("bad_filter", field="severity_max", value=str(most))
    return Narrowing(**found)


def narrowed(wanted: QueueFilter, by: Narrowing, now: int) -> QueueFilter:
    """A view's filter with these conditions added; what the view asks for itself still holds."""
    since = _most(wanted.since, by.since)
    if by.days is not None:
        since = _most(since, day_start(now, by.days - 1))
    return replace(
        wanted,
        channel_id=wanted.channel_id if by.channel is None else by.channel,
        categories=both(wanted.categories, by.categories, NOTHING),
        severity_min=_most(wanted.severity_min, by.severity_min),
        severity_max=_least(wanted.severity_max, by.severity_max),
        languages=both(wanted.languages, by.languages, NOTHING),
        tags=by.tags or wanted.tags,
        post_id=wanted.post_id if by.post is None else by.post,
        author_id=wanted.author_id if by.author is None else by.author,
        followers_min=_most(wanted.followers_min, by.followers_min),
        since=since,
        until=_least(wanted.until, by.until),
        assignee=_assignee(wanted.assignee, by.assignee),
        # Who asks for a category by name wants to see it, whatever they opted out of.
        without=tuple(one for one in wanted.without if one not in by.categories),
        text=f"{wanted.text} {by.text}".strip(),
        order=by.order or wanted.order,
    )


def day_start(now: int, back: int = 0) -> int:
    """The first second of the local day ``back`` days before the one of ``now``, UTC seconds."""
    day = time.localtime(now)
    return int(time.mktime((day.tm_year, day.tm_mon, day.tm_mday - back, 0, 0, 0, 0, 0, -1)))


def _most(one: int | None, other: int | None) -> int | None:
    return max((each for each in (one, other) if each is not None), default=None)


def _least(one: int | None, other: int | None) -> int | None:
    return min((each for each in (one, other) if each is not None), default=None)


def both(one: tuple[_T, ...], other: tuple[_T, ...], nothing: _T) -> tuple[_T, ...]:
    """What two lists of conditions leave together: an empty one asks for nothing, ``nothing`` is what none has."""
    if not one or not other:
        return one or other
    return tuple(each for each in other if each in one) or (nothing,)


def _assignee(one: str | tuple[str, ...] | None, other: str | None) -> str | tuple[str, ...] | None:
    if one is None or other is None:
        return one if other is None else other
    held = (one,) if isinstance(one, str) else one
    return other if other in held else NOTHING


def _word(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MAX_WORD
