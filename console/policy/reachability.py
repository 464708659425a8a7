"""Whether one rule can still decide anything beside another: conditions in one normal form, and what implies what.

Only what is evident from the text is claimed: ``covers`` may answer False for rules that do cover each other, never
True for rules that do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import LABELS
from console.policy.conditions import implies
from console.policy.model import CategoryDef, Condition, Rule
from console.policy.ways import (
    MAX_WAYS,
    Among,
    Key,
    Span,
    TooMany,
    Wanted,
    Way,
    alternatives,
    both,
    denials,
    escapes,
    inside,
    known_facts,
    spelt,
    ways,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

MAX_PAIRS: Final = 400_000  # rules compared with each other; more would keep a person waiting


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


@dataclass(frozen=True, slots=True)
class Shape:
    """What a rule matches, written in one way: ``ways`` (None: too many to judge) and the exceptions beside them.

    Exceptions that look only at facts every comment has are part of the ways; the others stay exceptions, since one
    that rests on an unknown fact lets the rule match.
    """

    when: Condition
    ways: tuple[Way, ...] | None
    unless: tuple[Condition, ...]

    @property
    def key(self) -> Hashable:
        """Equal for rules that match exactly the same comments, as far as that is evident."""
        matched = _spelt(self.when) if self.ways is None else frozenset(map(spelt, self.ways))
        return matched, frozenset(map(_spelt, self.unless))


def shape(rule: Rule, lists: Mapping[str, str] | None = None) -> Shape:
    """The shape of a rule; ``lists`` gives word lists of the same content one name."""
    exceptions = alternatives(rule.unless)
    plain = tuple(normal(one) for one in exceptions)
    try:
        found = ways(rule.when, lists)
        for one in filter(known_facts, exceptions):
            denied = denials(one, lists)
            found = [met for mine in found for other in denied if (met := both(mine, other)) is not None]
            if len(found) > MAX_WAYS:
                raise TooMany
    except TooMany:
        return Shape(normal(rule.when), None, plain)
    left = tuple(normal(one) for one in exceptions if not known_facts(one))
    return Shape(normal(rule.when), _widest(found), left)


def _widest(found: Sequence[Way]) -> tuple[Way, ...]:
    """The ways that lie in no other one."""
    unique = list({spelt(way): way for way in found}.values())
    return tuple(
        way for way in unique if not any(way is not other and inside(way, other) for other in unique)
    )


def covers(strong: Shape, weak: Shape) -> bool:
    """Whether every comment that ``weak`` matches is evidently matched by ``strong`` too."""
    if strong.ways is not None and weak.ways is not None:
        if not all(any(inside(way, wide) for wide in strong.ways) for way in weak.ways):
            return False
    elif not entails(weak.when, strong.when):
        return False
    # What ``strong`` lets go by its exceptions must be let go by ``weak`` as well.
    return all(any(entails(exception, own) for own in weak.unless) for exception in strong.unless)


def never_matches(rule: Rule, lists: Mapping[str, str] | None = None) -> str | None:
    """Why no comment can evidently meet the rule: ``never``, ``only_allowed``, ``unless_always``; else None."""
    try:
        found = ways(rule.when, lists)
        if not found:
            return "never"
        if all(way.get(("author", "allow")) is True for way in found):
            return "only_allowed"
        exceptions = alternatives(rule.unless)
        if exceptions and not any(escapes(way, exceptions, lists) for way in found):
            return "unless_always"
    except TooMany:
        pass
    return None


def always_matches(when: Condition) -> bool:
    """Whether the condition evidently holds for every comment that was read."""
    try:
        return not denials(when)
    except TooMany:
        return False


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


EVIDENCE: Final = frozenset({"list", "flagged"})
ACCUSING: Final = frozenset(
    {"self_harm_incitement", "factual_accusation", "reply_bait", "flood", "repeat", "copy_paste", "pile_on"}
)  # shouting, quoting and a new account are no offence
LEAST_SCORE: Final = 1_000  # below one in ten, a score x 10,000 says nothing against a comment


def blames(when: Condition, categories: Mapping[str, CategoryDef]) -> str | None:
    """The protected category that some way of meeting ``when`` rests on alone; None when there is other evidence.

    A rule may look at criticism that also threatens; one that needs nothing but the criticism is after the critics.
    Evidence is what speaks against a comment: its length, its language, praise or a low score do not.
    """
    protected = {name for name, known in categories.items() if known.protected}
    try:
        found = ways(when)
    except TooMany:
        return _blames_plainly(when, protected)
    for way in found:
        named = [
            key[1]
            for key, wanted in way.items()
            if key[1:] and key[1] in protected
            if (key[0] == "category" and wanted is True)
            or (key[0] == "score" and isinstance(wanted, Span) and wanted.low > 0)
        ]
        if named and not any(_accuses(key, wanted, categories) for key, wanted in way.items()):
            return named[0]
    return None


def _blames_plainly(when: Condition, protected: Collection[str]) -> str | None:
    """The same for a condition of too many ways: only an alternative that is the protected category itself."""
    plain = normal(when)
    for item in plain.items if plain.kind == "any" else (plain,):
        if item.kind in {"category", "score"}:
            name = str(item.params.get("category") or item.params.get("label"))
            if name in protected and (item.kind == "category" or item.params["low"] > 0):
                return name
    return None


def _accuses(key: Key, wanted: Wanted, categories: Mapping[str, CategoryDef]) -> bool:
    kind, name = key[0], key[1] if len(key) > 1 else ""
    if kind == "strikes":
        return isinstance(wanted, Span) and wanted.low > 0
    if kind == "target":
        return isinstance(wanted, Among) and wanted.some is not None and wanted.some <= {"person", "group"}
    if kind == "score":
        return isinstance(wanted, Span) and wanted.low >= LEAST_SCORE and _offends(name, categories)
    if wanted is not True:
        return False
    if kind == "category":
        return _offends(name, categories)
    return kind in EVIDENCE or (kind == "signal" and name in ACCUSING) or key == ("author", "watch")


def _offends(name: str, categories: Mapping[str, CategoryDef]) -> bool:
    """Whether a label or category speaks against a comment."""
    known = categories.get(name)
    if known is not None:
        return not known.protected and (known.violation or known.severity > 0)
    return name in LABELS


def stronger(rules: list[Rule], categories: Mapping[str, CategoryDef], strong: int, weak: int) -> bool:
    """Whether the rule at place ``strong`` decides wherever it and the one at ``weak`` both match."""
    one, other = categories.get(rules[strong].category), categories.get(rules[weak].category)
    if one is None or other is None:
        return False
    if one.protected != other.protected:
        return one.protected
    return (-one.severity, strong) < (-other.severity, weak)


def overruled(
    rules: list[Rule],
    categories: Mapping[str, CategoryDef],
    adjusted: Collection[str],
    lists: Mapping[str, str] | None = None,
) -> list[tuple[int, int]]:
    """Places of rules that can never decide, each with the place of the rule that always does instead.

    ``adjusted`` are rules that some channel switches off or gives other thresholds: nothing is said about them, since
    what holds everywhere else may not hold there. In a policy of very many rules the last ones are not compared.
    """
    found = []
    shapes = [shape(rule, lists) for rule in rules]
    keys = [one.key for one in shapes]
    left = MAX_PAIRS
    for weak, rule in enumerate(rules):
        left -= len(rules)
        if left < 0:
            break
        if rule.id in adjusted:
            continue
        for strong, other in enumerate(rules):
            if strong == weak or other.id in adjusted or not stronger(rules, categories, strong, weak):
                continue
            if keys[strong] != keys[weak] and covers(shapes[strong], shapes[weak]):
                found.append((weak, strong))
                break
    return found
