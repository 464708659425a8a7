"""Whether one rule can still decide anything beside another: conditions in one normal form, and what implies what.

Only what is evident from the text is claimed: ``covers`` may answer False for rules that do cover each other, never
True for rules that do not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from console.policy.conditions import implies
from console.policy.model import CategoryDef, Condition, Rule


def normal(condition: Condition) -> Condition:
    """The same condition in one spelling: nested ``all`` and ``any`` flattened, items sorted, doubles dropped."""
    if not condition.items:
        return condition
    if condition.kind == "not":
        inner = normal(condition.items[0])
        return inner.items[0] if inner.kind == "not" else Condition("not", items=(inner,))
    items: dict[str, Condition] = {}
    for item in condition.items:
        plain = normal(item)
        for part in plain.items if plain.kind == condition.kind else (plain,):
            items[_spelt(part)] = part
    if len(items) == 1:
        return next(iter(items.values()))
    return Condition(condition.kind, items=tuple(items[key] for key in sorted(items)))


def _spelt(condition: Condition) -> str:
    inner = ",".join(_spelt(item) for item in condition.items)
    return f"{condition.kind}{sorted(condition.params.items())}({inner})"


def same(one: Rule, other: Rule) -> bool:
    """Whether two rules match exactly the same comments, however they are written."""
    return normal(one.when) == normal(other.when) and _exceptions(one) == _exceptions(other)


def _exceptions(rule: Rule) -> Condition | None:
    return normal(Condition("any", items=rule.unless)) if rule.unless else None


def covers(strong: Rule, weak: Rule) -> bool:
    """Whether every comment that ``weak`` matches is evidently matched by ``strong`` too."""
    if not entails(normal(weak.when), normal(strong.when)):
        return False
    # What ``strong`` lets go by its exceptions must be let go by ``weak`` as well.
    return all(
        any(entails(normal(exception), normal(own)) for own in weak.unless) for exception in strong.unless
    )


def entails(one: Condition, other: Condition) -> bool:
    """Whether ``other`` evidently holds wherever ``one`` does; both in normal form."""
    if one == other:
        return True
    if one.kind == "any":
        return all(entails(item, other) for item in one.items)
    if other.kind == "all":
        return all(entails(one, item) for item in other.items)
    if other.kind == "any":
        if any(entails(one, item) for item in other.items):
            return True
    if one.kind == "all":
        return any(entails(item, other) for item in one.items)
    if one.kind == other.kind == "not":
        return entails(other.items[0], one.items[0])
    return implies(one, other)


EVIDENCE = frozenset({"score", "list", "signal", "flagged", "target", "strikes", "author"})
"""Conditions that say something against a comment or its author, beside the category it was read as."""


def blames(when: Condition, protected: Collection[str]) -> str | None:
    """The protected category that some way of meeting ``when`` rests on alone; None when there is other evidence.

    A rule may look at criticism that also threatens; one that needs nothing but the criticism is after the critics.
    """
    plain = normal(when)
    for way in plain.items if plain.kind == "any" else (plain,):
        parts = way.items if way.kind == "all" else (way,)
        named = [
            str(part.params["category"])
            for part in parts
            if part.kind == "category" and part.params.get("category") in protected
        ]
        if named and not any(_accuses(part, protected) for part in parts):
            return named[0]
    return None


def _accuses(part: Condition, protected: Collection[str]) -> bool:
    if part.kind == "category":
        return part.params.get("category") not in protected
    if part.kind == "not":
        return False
    return part.kind in EVIDENCE or any(_accuses(item, protected) for item in part.items)


def stronger(rules: list[Rule], categories: Mapping[str, CategoryDef], strong: int, weak: int) -> bool:
    """Whether the rule at place ``strong`` decides wherever it and the one at ``weak`` both match."""
    one, other = categories.get(rules[strong].category), categories.get(rules[weak].category)
    if one is None or other is None:
        return False
    if one.protected != other.protected:
        return one.protected
    return (-one.severity, strong) < (-other.severity, weak)


def overruled(
    rules: list[Rule], categories: Mapping[str, CategoryDef], adjusted: Collection[str]
) -> list[tuple[int, int]]:
    """Places of rules that can never decide, each with the place of the rule that always does instead.

    ``adjusted`` are rules that some channel switches off or gives other thresholds: nothing is said about them, since
    what holds everywhere else may not hold there.
    """
    found = []
    for weak, rule in enumerate(rules):
        if rule.id in adjusted:
            continue
        for strong, other in enumerate(rules):
            if strong == weak or other.id in adjusted or not stronger(rules, categories, strong, weak):
                continue
            if covers(other, rule) and not same(other, rule):
                found.append((weak, strong))
                break
    return found
