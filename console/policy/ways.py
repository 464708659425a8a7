"""The ways in which a condition can be met: alternatives of single facts, each narrowed to the values it may take.

A condition is true exactly when all facts of one of its ways are known and lie where the way wants them (Kleene's
three values distribute), so what no way allows can never happen. What would need too many ways is not judged at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from console.policy.model import Condition

MAX_WAYS: Final = 400
TOP: Final = 2**53  # the open end of a range
SCORE_TOP: Final = 10_000
#: Facts that every comment has, whatever is known of its author and whether or not anything has read it.
ALWAYS_KNOWN: Final = frozenset({"list", "has_link", "text_length", "channel", "relation"})
CLOSED: Final[Mapping[str, frozenset[str]]] = {
    "relation": frozenset({"comment", "mention", "quote"}),
    "target": frozenset({"person", "group", "brand", "product", "nobody"}),
}

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A number in [low, high]."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Among:
    """A name: one of ``some`` (None: any) and none of ``but``."""

    some: frozenset[str] | None
    but: frozenset[str]


Wanted = Span | Among | bool
Way = Mapping[Key, Wanted]


class TooMany(ValueError):
    """The condition has more ways than are worth looking at."""


def ways(condition: Condition, lists: Mapping[str, str] | None = None) -> list[Way]:
    """All ways to meet ``condition`` that do not contradict themselves; raises TooMany.

    ``lists`` gives word lists of the same content one name.
    """
    return _ways(condition, True, lists or {})


def denials(condition: Condition, lists: Mapping[str, str] | None = None) -> list[Way]:
    """All ways in which ``condition`` is known not to hold; raises TooMany."""
    return _ways(condition, False, lists or {})


def _ways(condition: Condition, holds: bool, lists: Mapping[str, str]) -> list[Way]:
    if condition.kind == "not":
        return _ways(condition.items[0], not holds, lists)
    if condition.items:
        parts = (_ways(item, holds, lists) for item in condition.items)
        if (condition.kind == "all") is holds:
            return _product(parts)
        return _distinct([way for part in parts for way in part])
    return _leaf(condition, holds, lists)


def _product(parts: Iterable[list[Way]]) -> list[Way]:
    found: list[Way] = [{}]
    for part in parts:
        if len(found) * len(part) > MAX_WAYS * 10:
            raise TooMany
        joined = (both(one, other) for one in found for other in part)
        found = _distinct([way for way in joined if way is not None])
    return found


def _distinct(found: list[Way]) -> list[Way]:
    unique = list({spelt(way): way for way in found}.values())
    if len(unique) > MAX_WAYS:
        raise TooMany
    return unique


def spelt(way: Way) -> frozenset[tuple[Key, Wanted]]:
    """A way as something that can be compared and hashed."""
    return frozenset(way.items())


def both(one: Way, other: Way) -> Way | None:
    """What meets both ways, None when nothing can."""
    found = dict(one)
    for key, wanted in other.items():
        met = _meet(key, found[key], wanted) if key in found else wanted
        if met is None:
            return None
        found[key] = met
    return None if _strikes_clash(found) else found


def _leaf(condition: Condition, holds: bool, lists: Mapping[str, str]) -> list[Way]:
    kind, params = condition.kind, condition.params
    if kind == "category":
        key: Key = (kind, str(params["category"]), str(params["low"]))
        return [{key: holds}]
    if kind == "list":
        name = str(params["list"])
        return [{(kind, lists.get(name, name)): holds}]
    if kind == "signal":
        return [{(kind, str(params["signal"])): holds}]
    if kind == "author":
        return [{(kind, str(params["is"])): holds}]
    if kind in {"has_link", "flagged"}:
        return [{(kind,): params["is"] is holds}]
    if kind == "target":
        # An engine that names the brand may mean its product, never the other way round.
        named = {"product", "brand"} if params["target"] == "product" else {str(params["target"])}
        return _names(kind, named, holds)
    if "any" in params:
        return _names(kind, {_case(kind, str(value)) for value in params["any"]}, holds)
    return _spans(condition, holds)


def _case(kind: str, value: str) -> str:
    return value.casefold() if kind == "language" else value


def _names(kind: str, named: Collection[str], holds: bool) -> list[Way]:
    if kind in CLOSED:
        kept = CLOSED[kind].intersection(named) if holds else CLOSED[kind].difference(named)
        return [{(kind,): Among(kept, frozenset())}] if kept else []
    return [{(kind,): Among(frozenset(named), frozenset()) if holds else Among(None, frozenset(named))}]


def _spans(condition: Condition, holds: bool) -> list[Way]:
    kind, params = condition.kind, condition.params
    top = SCORE_TOP if kind == "score" else TOP
    key: Key = (kind,)
    if kind == "score":
        key = (kind, str(params["label"]))
    elif kind == "strikes":
        key = (kind, str(params.get("category", "")), str(params.get("within", 0)))
    low, high = int(params["low"]), int(params["high"])
    wanted = [Span(low, high)] if holds else [Span(0, low - 1), Span(high + 1, top)]
    if kind in ALWAYS_KNOWN and Span(0, top) in wanted:
        return [{}]
    return [{key: span} for span in wanted if span.low <= span.high]


def _within(kind: str, one: str, other: str) -> bool:
    """Whether everything that the name ``one`` stands for is also meant by ``other``."""
    if one == other:
        return True
    if kind == "channel":
        return other == one.partition(":")[0] + ":*"
    return kind == "language" and one.partition("-")[0] == other


def _meet(key: Key, one: Wanted, other: Wanted) -> Wanted | None:
    if isinstance(one, Span) and isinstance(other, Span):
        low, high = max(one.low, other.low), min(one.high, other.high)
        return Span(low, high) if low <= high else None
    if isinstance(one, Among) and isinstance(other, Among):
        return _meet_names(key[0], one, other)
    return one if one == other else None


def _meet_names(kind: str, one: Among, other: Among) -> Among | None:
    but = one.but | other.but
    if one.some is None or other.some is None:
        some = one.some if other.some is None else other.some
    else:
        some = frozenset(
            narrow
            for a in one.some
            for b in other.some
            for narrow in ([a] if _within(kind, a, b) else [b] if _within(kind, b, a) else [])
        )
    if some is not None:
        some = frozenset(name for name in some if not any(_within(kind, name, out) for out in but))
        but = frozenset(out for out in but if any(_within(kind, out, name) for name in some))
        if not some:
            return None
    return Among(some, but)


def _strikes_clash(way: Way) -> bool:
    """Whether more strikes are wanted of one kind or span of time than are allowed of a wider one."""
    counted = [(key, span) for key, span in way.items() if key[0] == "strikes" and isinstance(span, Span)]
    return any(
        inner.low > outer.high and _counts_within(one, other)
        for one, inner in counted
        for other, outer in counted
    )


def _counts_within(one: Key, other: Key) -> bool:
    mine, theirs = int(one[2]), int(other[2])
    return other[1] in {"", one[1]} and (theirs == 0 or 0 < mine <= theirs)


def inside(one: Way, other: Way) -> bool:
    """Whether ``other`` evidently holds wherever ``one`` does."""
    for key, wanted in other.items():
        mine = one.get(key)
        if mine is None:
            if key[0] != "category" or not _surer(one, key, wanted):
                return False
            continue
        if mine != wanted and not _narrower(key, mine, wanted):
            return False
    return True


def _surer(way: Way, key: Key, wanted: Wanted) -> bool:
    """Whether the way names the same category with more certainty, or denies it with less."""
    return any(
        mine is wanted and name[0] == key[0] and name[1] == key[1]
        and (int(name[2]) >= int(key[2]) if wanted is True else int(name[2]) <= int(key[2]))
        for name, mine in way.items()
    )  # fmt: skip


def _narrower(key: Key, one: Wanted, other: Wanted) -> bool:
    if isinstance(one, Span) and isinstance(other, Span):
        return other.low <= one.low and one.high <= other.high
    if isinstance(one, Among) and isinstance(other, Among):
        kind = key[0]
        if other.some is not None and (
            one.some is None
            or not all(any(_within(kind, name, wide) for wide in other.some) for name in one.some)
        ):
            return False
        if one.some is not None and not any(
            _within(kind, out, name) for out in other.but for name in one.some
        ):
            return True
        return all(any(_within(kind, out, mine) for mine in one.but) for out in other.but)
    return False


def known_facts(condition: Condition) -> bool:
    """Whether the condition only looks at facts that every comment has."""
    if condition.items:
        return all(known_facts(item) for item in condition.items)
    return condition.kind in ALWAYS_KNOWN


def escapes(way: Way, unless: Iterable[Condition], lists: Mapping[str, str] | None = None) -> bool:
    """Whether a comment that meets ``way`` may be left by every exception; raises TooMany.

    An exception that rests on a fact nobody has lets the rule match, so only facts that the way itself demands, or
    that every comment has, can make it certain.
    """
    left: list[Way] = [way]
    for exception in unless:
        denied = _loose_denials(exception, way, lists or {})
        left = _distinct([met for mine in left for other in denied if (met := both(mine, other)) is not None])
        if not left:
            return False
    return True


def _loose_denials(exception: Condition, known: Collection[Key], lists: Mapping[str, str]) -> list[Way]:
    """How the exception can fail to hold: known not to, or resting on a fact that may be unknown."""
    rests = (key for one in ways(exception, lists) for key in one)
    if any(key[0] not in ALWAYS_KNOWN and key not in known for key in rests):
        return [{}]
    return denials(exception, lists)


def alternatives(unless: Iterable[Condition]) -> tuple[Condition, ...]:
    """Exceptions one by one: what stands in an ``any`` is an exception of its own."""
    found: list[Condition] = []
    for one in unless:
        found += alternatives(one.items) if one.kind == "any" else (one,)
    return tuple(found)


def same_lists(lists: Mapping[str, Any]) -> dict[str, str]:
    """Word lists that hold the same words in the same way, each by the name of the first of them."""
    first: dict[object, str] = {}
    return {
        name: first.setdefault((known.match, known.fold, frozenset(known.words)), name)
        for name, known in lists.items()
    }
