"""The closed vocabulary of rule conditions: reading one from TOML, and telling whether it can ever hold."""

from __future__ import annotations

import dataclasses
import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import LABELS, Category, Kind
from console.policy.errors import Errors, did_you_mean
from console.policy.model import Condition
from console.policy.reader import Table, dotted, kind_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from console.policy.lines import Path

COMBINE: Final = ("all", "any", "not")
COUNTS: Final = ("author_age_days", "followers", "strikes", "text_length", "thread_replies_by_us")
FLAGS: Final = ("has_link", "flagged")
SETS: Final = ("language", "channel", "relation")
KINDS: Final = (*COMBINE, "score", "category", "list", "target", "signal", "author", *COUNTS, *FLAGS, *SETS)
OPERATORS: Final = ("at_least", "more_than", "at_most", "less_than")
# What text rules and behaviour rules may report; a signal that nothing gives would make a rule that never fires.
SIGNALS: Final = (
    "reply_bait",
    "self_harm_incitement",
    "factual_accusation",
    "shouting",
    "quotation",
    "flood",
    "repeat",
    "copy_paste",
    "pile_on",
    "new_account",
)
TARGETS: Final = ("person", "group", "brand", "product", "nobody")
RELATIONS: Final = ("comment", "mention", "quote")
SCORES: Final = tuple(sorted({*LABELS, *(str(category) for category in Category), "positive", "negative"}))
TOP: Final = 2**53  # the open end of a range
MAX_DEPTH: Final = 12
SCORE_TOP: Final = 10_000

_KIND: Final = re.compile(r"[a-z][a-z0-9_]{0,30}")


@dataclass(frozen=True, slots=True)
class Names:
    """What conditions may refer to."""

    categories: Collection[str]
    lists: Collection[str]


def read_condition(raw: Any, path: Path, errors: Errors, names: Names, depth: int = 0) -> Condition | None:
    """One condition, or None with the fault recorded."""
    if not isinstance(raw, dict):
        errors.add(path, "policy.type", key=dotted(path[-1:]), expected="table", got=kind_of(raw))
        return None
    kinds = [key for key in raw if key in KINDS]
    if "strikes" in kinds and "category" in kinds:
        kinds.remove("category")  # there it narrows which strikes count
    if len(kinds) != 1:
        if kinds:
            errors.add(path, "condition.several", kinds=tuple(kinds))
        else:
            key = next(iter(raw), "")
            where = (*path, key) if key else path
            errors.add(where, "condition.unknown", did_you_mean(key, KINDS), key=str(key)[:80])
        return None
    if depth > MAX_DEPTH:
        errors.add(path, "condition.deep", limit=MAX_DEPTH)
        return None
    kind = kinds[0]
    table = Table(raw, path, errors)
    if kind in COMBINE:
        found = _combined(kind, table.take(kind), (*path, kind), errors, names, depth)
    else:
        before = len(errors.items)
        params = _LEAVES[kind](table, names)
        found = Condition(kind, params) if len(errors.items) == before else None
    table.close()
    return found


def _combined(kind: str, raw: Any, path: Path, errors: Errors, names: Names, depth: int) -> Condition | None:
    if kind == "not":
        inner = read_condition(raw, path, errors, names, depth + 1)
        return None if inner is None else Condition("not", items=(inner,))
    items = read_conditions(raw, path, errors, names, depth + 1)
    if items is None:
        return None
    return Condition(kind, items=items)


def read_conditions(
    raw: Any, path: Path, errors: Errors, names: Names, depth: int = 0
) -> tuple[Condition, ...] | None:
    """A non-empty array of conditions, or None with the faults recorded."""
    if not isinstance(raw, list):
        errors.add(path, "policy.type", key=dotted(path[-1:]), expected="array", got=kind_of(raw))
        return None
    if not raw:
        errors.add(path, "condition.empty", key=str(path[-1]))
        return None
    found = [read_condition(item, (*path, index), errors, names, depth) for index, item in enumerate(raw)]
    kept = tuple(item for item in found if item is not None)
    return kept if len(kept) == len(found) else None


def _bounds(table: Table, key: str, top: int, *, scaled: bool = False) -> dict[str, Any]:
    """The inclusive range [low, high] that a table's operators describe."""
    low, high = 0, top
    for operator in OPERATORS:
        if operator not in table:
            continue
        value = table.number(operator) if scaled else table.integer(operator, None, 0, TOP - 1)
        if value is None:
            continue
        if operator == "at_least":
            low = max(low, value)
        elif operator == "more_than":
            low = max(low, value + 1)
        elif operator == "at_most":
            high = min(high, value)
        else:
            high = min(high, value - 1)
    if not any(operator in table for operator in OPERATORS):
        table.error(key, "condition.no_bound", key=key)
    elif low > high:
        table.error(None, "condition.never_range", key=key)
    return {"low": low, "high": high}


def _score(table: Table, names: Names) -> dict[str, Any]:
    label = table.choice("score", {*SCORES, *names.categories}, "")
    return {"label": label, **_bounds(table, "score", SCORE_TOP, scaled=True)}


def _category(table: Table, names: Names) -> dict[str, Any]:
    category = _reference(table, "category", names.categories, "policy.unknown_category")
    low = table.number("at_least") if "at_least" in table else None
    return {"category": category, "low": 0 if low is None else low}


def _list(table: Table, names: Names) -> dict[str, Any]:
    return {"list": _reference(table, "list", names.lists, "policy.unknown_list")}


def _reference(table: Table, key: str, known: Collection[str], code: str) -> str:
    name = table.text(key, required=True)
    if name and name not in known:
        table.errors.add((*table.path, key), code, did_you_mean(name, known), name=name[:80])
    return name


def _target(table: Table, names: Names) -> dict[str, Any]:
    return {"target": table.choice("target", TARGETS, "")}


def _signal(table: Table, names: Names) -> dict[str, Any]:
    return {"signal": table.choice("signal", SIGNALS, "")}


def _author(table: Table, names: Names) -> dict[str, Any]:
    return {"is": table.choice("author", ("allow", "watch"), "")}


def _count(kind: str, table: Table) -> dict[str, Any]:
    sub = table.table(kind)
    if sub is None:
        return {}
    params = _bounds(sub, kind, TOP)
    sub.close()
    return params


def _strikes(table: Table, names: Names) -> dict[str, Any]:
    params: dict[str, Any] = _count("strikes", table)
    category = (
        _reference(table, "category", names.categories, "policy.unknown_category")
        if "category" in table
        else ""
    )
    return {**params, "category": category, "within": table.duration("within") or 0}


def _flag(kind: str, table: Table) -> dict[str, Any]:
    return {"is": table.boolean(kind, True)}


def _set(kind: str, table: Table, allowed: Collection[str] | None) -> dict[str, Any]:
    value = table.data.get(kind)
    raw = Table({kind: [value] if isinstance(value, str) else value}, table.path, table.errors)
    table.known.add(kind)
    found = raw.texts(kind) if allowed is None else raw.choices(kind, allowed)
    if not found and isinstance(value, list):
        table.error(kind, "condition.empty", key=kind)
    if kind == "channel":
        for key in found:
            if not is_channel_key(key):
                table.errors.add(
                    (*table.path, kind), "policy.channel_key", did_you_mean(key.split(":")[0], Kind), key=key
                )
    return {"any": tuple(sorted(found))}


def is_channel_key(key: str) -> bool:
    """Whether ``key`` is ``kind:name`` or ``kind:*``; a kind that only resembles a known one is a slip."""
    kind, colon, name = key.partition(":")
    return bool(colon and name.strip()) and is_kind(kind)


def is_kind(kind: str) -> bool:
    """Whether ``kind`` is a platform kind. One that this version has no connector for is let through."""
    known = [str(each) for each in Kind]
    return kind in known or (
        bool(_KIND.fullmatch(kind)) and not difflib.get_close_matches(kind, known, n=1, cutoff=0.75)
    )


_LEAVES: Final[dict[str, Any]] = {
    "score": _score,
    "category": _category,
    "list": _list,
    "target": _target,
    "signal": _signal,
    "author": _author,
    "strikes": _strikes,
    **{kind: (lambda table, names, kind=kind: _count(kind, table)) for kind in COUNTS if kind != "strikes"},
    **{kind: (lambda table, names, kind=kind: _flag(kind, table)) for kind in FLAGS},
    "language": lambda table, names: _set("language", table, None),
    "channel": lambda table, names: _set("channel", table, None),
    "relation": lambda table, names: _set("relation", table, RELATIONS),
}


def leaves(condition: Condition) -> Iterable[Condition]:
    """Every leaf below a condition, negated ones included."""
    if not condition.items:
        yield condition
    for item in condition.items:
        yield from leaves(item)


def with_thresholds(condition: Condition, thresholds: Mapping[str, int]) -> Condition:
    """The condition with other lower bounds for some scores; ``unless`` keeps its own."""
    if not any(leaf.kind == "score" for leaf in leaves(condition)):
        return condition
    if condition.kind == "score":
        low = thresholds.get(condition.params["label"], condition.params["low"])
        return dataclasses.replace(condition, params={**condition.params, "low": low})
    return dataclasses.replace(
        condition, items=tuple(with_thresholds(item, thresholds) for item in condition.items)
    )


def conjuncts(condition: Condition) -> list[Condition]:
    """What must hold together for ``condition`` to hold: nested ``all`` flattened."""
    if condition.kind != "all":
        return [condition]
    return [part for item in condition.items for part in conjuncts(item)]


def never(condition: Condition) -> bool:
    """Whether the condition can be seen to hold for no comment at all; False when that is not evident."""
    if condition.kind == "any":
        return all(never(item) for item in condition.items)
    if condition.kind == "not":
        return always(condition.items[0])
    if condition.kind != "all":
        return _empty(condition.params)
    parts = conjuncts(condition)
    if any(never(part) for part in parts if part.kind != "all"):
        return True
    denied = [part.items[0] for part in parts if part.kind == "not"]
    if any(implies(part, other) for part in parts for other in denied):
        return True
    ranges: dict[tuple[Any, ...], tuple[int, int]] = {}
    chosen: dict[tuple[Any, ...], set[Any]] = {}
    for part in parts:
        key = (part.kind, part.params.get("label"), part.params.get("category"), part.params.get("within"))
        if "low" in part.params:
            low, high = ranges.get(key, (0, TOP))
            ranges[key] = max(low, part.params["low"]), min(high, part.params.get("high", TOP))
        elif part.kind == "relation":  # names of languages and channels may lie in each other
            values = set(part.params["any"])
            chosen[key] = chosen[key] & values if key in chosen else values
        elif part.kind in FLAGS:
            values = {part.params["is"]}
            chosen[key] = chosen[key] & values if key in chosen else values
    return any(low > high for low, high in ranges.values()) or any(not values for values in chosen.values())


def implies(one: Condition, other: Condition) -> bool:
    """Whether ``other`` evidently holds wherever ``one`` does: equal, or the same fact in a narrower range or set."""
    if one == other:
        return True
    if one.kind != other.kind or one.items or other.items:
        return False
    bounds = {"low", "high", "any"}
    if {k: v for k, v in one.params.items() if k not in bounds} != {
        k: v for k, v in other.params.items() if k not in bounds
    }:
        return False
    if "any" in one.params:
        return one.kind != "channel" and set(one.params["any"]) <= set(other.params["any"])
    if "low" not in one.params:
        return False
    return bool(
        other.params["low"] <= one.params["low"]
        and one.params.get("high", TOP) <= other.params.get("high", TOP)
    )


def excluded(when: Condition, unless: tuple[Condition, ...]) -> bool:
    """Whether the exceptions evidently cover everything that ``when`` lets in."""
    if when.kind == "any":
        return all(excluded(item, unless) for item in when.items)
    return any(implies(part, exception) for part in (when, *conjuncts(when)) for exception in unless)


def always(condition: Condition) -> bool:
    """Whether the condition evidently holds for every comment."""
    if condition.kind == "all":
        return all(always(item) for item in condition.items)
    if condition.kind == "any":
        items = condition.items
        return any(always(item) for item in items) or any(
            item.kind == "not" and item.items[0] in items for item in items
        )
    if condition.kind == "not":
        return never(condition.items[0])
    if condition.kind in {"score", "text_length", "thread_replies_by_us"}:
        top = SCORE_TOP if condition.kind == "score" else TOP
        return bool(condition.params.get("low") == 0 and condition.params.get("high") == top)
    return False


def _empty(params: Mapping[str, Any]) -> bool:
    return "low" in params and params["low"] > params.get("high", TOP)
