"""What changed in the rules: added, removed, moved, and inside one rule thresholds, conditions, proposals, automation."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from console.policy.conditions import COMBINE, TOP
from console.policy.differences.shape import Difference, changed
from console.policy.model import AutoLimits, Condition, Policy, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_BOUNDS: Final = frozenset({"low", "high", "any"})

# What a condition gained or lost means depends on the group that it stands in.
_WHEN: Final = {
    ("all", True): "rule.also_asks",
    ("all", False): "rule.no_longer_asks",
    ("any", True): "rule.also_matches",
    ("any", False): "rule.no_longer_matches",
}


def rule_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """Rules added and changed in the new order, then those removed, then those whose rank changed."""
    before = {rule.id: rule for rule in old.rules}
    after = {rule.id: rule for rule in new.rules}
    for rank, rule in enumerate(new.rules, 1):
        known = before.get(rule.id)
        if known is None:
            yield Difference("rule.added", {**_facts(rule), "rank": rank})
            continue
        one, other = replace(known, note="", tests=()), replace(rule, note="", tests=())
        if one != other:
            yield from list(_inside(one, other)) or [Difference("rule.other", {"rule": rule.id})]
    for rule in old.rules:
        if rule.id not in after:
            yield Difference("rule.removed", _facts(rule))
    yield from _moved([rule.id for rule in old.rules], [rule.id for rule in new.rules])


def _facts(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "names": rule.category,
        "when": plain_condition(rule.when),
        "unless": tuple(plain_condition(each) for each in rule.unless),
        "propose": rule.propose,
        "auto": rule.auto,
        "per_hour": rule.auto_limits.per_hour if rule.auto == "hide" else None,
        "stop": rule.auto_limits.stop_if_overturned_pct if rule.auto == "hide" else None,
    }


def _moved(old: list[str], new: list[str]) -> Iterator[Difference]:
    """The fewest rules that must be moved to get from one order to the other; ranks count from 1."""
    kept = set(old) & set(new)
    place = {rule: index for index, rule in enumerate(each for each in old if each in kept)}
    order = [rule for rule in new if rule in kept]
    still = _longest_rise([place[rule] for rule in order])
    for index, rule in enumerate(order):
        if index not in still:
            yield Difference(
                "rule.moved", {"rule": rule, "old": old.index(rule) + 1, "new": new.index(rule) + 1}
            )


def _longest_rise(values: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence of distinct values."""
    tails: list[int] = []
    at: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(values):
        length = bisect_left(tails, value)
        tails[length:] = [value, *tails[length + 1 :]]
        at[length:] = [index, *at[length + 1 :]]
        previous.append(at[length - 1] if length else -1)
    found: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        found.add(index)
        index = previous[index]
    return found


def _inside(old: Rule, new: Rule) -> Iterator[Difference]:
    who = {"rule": new.id}
    yield from changed("rule.category", old.category, new.category, **who)
    yield from _conditions(old.when, new.when, who)
    yield from _exceptions(old.unless, new.unless, who)
    yield from _proposals(old.propose, new.propose, who)
    yield from _automation(old, new, who)


def _proposals(old: tuple[str, ...], new: tuple[str, ...], who: Mapping[str, Any]) -> Iterator[Difference]:
    gained = tuple(word for word in new if word not in old)
    lost = tuple(word for word in old if word not in new)
    if gained:
        yield Difference("rule.proposes", {**who, "propose": gained})
    if lost:
        yield Difference("rule.no_longer_proposes", {**who, "propose": lost})
    if not gained and not lost:
        yield from changed("rule.propose_order", old, new, **who)


def _automation(old: Rule, new: Rule, who: Mapping[str, Any]) -> Iterator[Difference]:
    limits, before = new.auto_limits, old.auto_limits
    if old.auto != new.auto:
        if new.auto == "hide":
            figures = {"per_hour": limits.per_hour, "stop": limits.stop_if_overturned_pct}
            yield Difference("rule.auto_on", {**who, **figures})
            before = limits
        else:
            yield Difference("rule.auto_off", who)
            before = limits = AutoLimits()
    yield from changed("rule.auto_per_hour", before.per_hour, limits.per_hour, **who)
    yield from changed("rule.auto_stop", before.stop_if_overturned_pct, limits.stop_if_overturned_pct, **who)


# ------------------------------------------------------------------ conditions


def plain_condition(condition: Condition) -> dict[str, Any]:
    """A condition as plain data: ``{"kind", "params", "items"}``."""
    return {
        "kind": condition.kind,
        "params": {key: value for key, value in condition.params.items()},
        "items": tuple(plain_condition(item) for item in condition.items),
    }


def _conditions(old: Condition, new: Condition, who: Mapping[str, Any]) -> Iterator[Difference]:
    if old == new:
        return
    one, other = _group(old), _group(new)
    # Of a single condition, all and any ask the same: then the other side says what the group is.
    if len(one.items) == 1:
        one = replace(one, kind=other.kind)
    elif len(other.items) == 1:
        other = replace(other, kind=one.kind)
    if one.kind != other.kind:
        # What one condition more or less means depends on the group: both are told whole.
        yield Difference("rule.when", {**who, "before": plain_condition(old), "when": plain_condition(new)})
        return
    found = list(_items(one.items, other.items, other.kind, who, "when"))
    yield from found or [Difference("rule.rewritten", {**who, "when": plain_condition(new)})]


def _exceptions(
    old: tuple[Condition, ...], new: tuple[Condition, ...], who: Mapping[str, Any]
) -> Iterator[Difference]:
    if old != new:
        yield from list(_items(old, new, "any", who, "unless")) or [
            Difference("rule.exceptions_order", dict(who))
        ]


def _group(condition: Condition) -> Condition:
    return condition if condition.kind in {"all", "any"} else Condition("all", items=(condition,))


def _items(
    old: Iterable[Condition], new: Iterable[Condition], group: str, who: Mapping[str, Any], place: str
) -> Iterator[Difference]:
    """What two groups of conditions have not in common; nothing when only their order differs."""
    gone, come = _without_common(list(old), list(new))
    for after in list(come):
        before = next((each for each in gone if _comparable(each, after)), None)
        if before is None:
            continue
        gone.remove(before)
        come.remove(after)
        yield from _pair(before, after, who, place)
    for added, conditions in ((True, come), (False, gone)):
        for condition in conditions:
            code = _WHEN[group, added]
            if place == "unless":
                code = _IN_EXCEPTION[group, added]
            yield Difference(code, {**who, "condition": plain_condition(condition)})


# Inside an exception that is itself a group, asking more makes the exception narrower.
_IN_EXCEPTION: Final = {
    ("any", True): "rule.exception_added",
    ("any", False): "rule.exception_removed",
    ("all", True): "rule.exception_also_asks",
    ("all", False): "rule.exception_no_longer_asks",
}


def _without_common(old: list[Condition], new: list[Condition]) -> tuple[list[Condition], list[Condition]]:
    come = []
    for condition in new:
        if condition in old:
            old.remove(condition)
        else:
            come.append(condition)
    return old, come


def _comparable(one: Condition, other: Condition) -> bool:
    """Whether one condition became the other by a changed bound or by a change inside its group."""
    if one.kind != other.kind:
        return False
    if one.kind == "not":
        inner, outer = one.items[0], other.items[0]
        return inner.kind not in COMBINE and _comparable(inner, outer)
    if one.items:
        return bool({_about(item) for item in _leaves(one)} & {_about(item) for item in _leaves(other)})
    return _about(one) == _about(other) and one.params.keys() & _BOUNDS != frozenset()


def _leaves(condition: Condition) -> Iterator[Condition]:
    if not condition.items:
        yield condition
    for item in condition.items:
        yield from _leaves(item)


def _about(leaf: Condition) -> tuple[Any, ...]:
    """What a leaf looks at, without the value that it asks for."""
    return (leaf.kind, *sorted((key, str(value)) for key, value in leaf.params.items() if key not in _BOUNDS))


def _pair(old: Condition, new: Condition, who: Mapping[str, Any], place: str) -> Iterator[Difference]:
    if new.kind == "not":
        yield from _pair(old.items[0], new.items[0], who, "not" if place == "when" else "unless_not")
    elif new.items:
        found = list(_items(old.items, new.items, new.kind, who, place))
        yield from found or [Difference("rule.rewritten", {**who, "when": plain_condition(new)})]
    elif "any" in new.params:
        yield Difference("rule.set", {**who, "place": place, "kind": new.kind,
                                      "old": old.params["any"], "new": new.params["any"]})  # fmt: skip
    else:
        yield _bound(old, new, who, place)


def _bound(old: Condition, new: Condition, who: Mapping[str, Any], place: str) -> Difference:
    """One threshold: ``old`` and ``new`` are its values; both sides of a range are given as conditions."""
    low, high = int(old.params.get("low", 0)), int(old.params.get("high", TOP))
    new_low, new_high = int(new.params.get("low", 0)), int(new.params.get("high", TOP))
    about = {
        **who,
        "place": place,
        "kind": new.kind,
        "label": new.params.get("label") or new.params.get("category") or "",
        "before": plain_condition(old),
        "condition": plain_condition(new),
    }
    if high == new_high:
        code = "rule.threshold_up" if new_low > low else "rule.threshold_down"
        return Difference(code, {**about, "old": low, "new": new_low})
    if low == new_low:
        code = "rule.limit_up" if new_high > high else "rule.limit_down"
        return Difference(code, {**about, "old": high, "new": new_high})
    return Difference("rule.range", about)
