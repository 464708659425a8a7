"""What is allowed in a policy but probably not meant: remarks with their line, beside the errors and never instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import LABELS, Category
from console.policy.conditions import leaves
from console.policy.errors import PolicyError
from console.policy.lines import Path, line_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from console.policy.load import PolicyLoad
    from console.policy.model import Condition, Policy

# What the engines publish beside the six labels; a score that nothing gives makes no condition true.
_PUBLISHED: Final = frozenset(
    {*LABELS, Category.CRITICISM, Category.QUESTION, Category.PRAISE, "positive", "negative"}
)
_NAMED: Final = frozenset(Category)


def advise(load: PolicyLoad, file: str = "policy.toml") -> tuple[PolicyError, ...]:
    """Remarks on a sound policy in the order of its text; none on one that has errors, which come first."""
    if load.policy is None:
        return ()
    lines = line_map(load.text)
    found = [
        PolicyError(file, lines.line(path), code, params) for path, code, params in _remarks(load.policy)
    ]
    return tuple(sorted(found, key=lambda one: (one.line, one.code)))


def _remarks(policy: Policy) -> Iterator[tuple[Path, str, dict[str, object]]]:
    used: set[str] = set()
    for index, rule in enumerate(policy.rules):
        where: Path = ("rule", index)
        for condition in (rule.when, *rule.unless):
            used.update(str(leaf.params["list"]) for leaf in leaves(condition) if leaf.kind == "list")
            for name in sorted({unread for leaf in leaves(condition) if (unread := _unread(leaf))}):
                yield where, "advice.never_read", {"id": rule.id, "name": name}
        expected = {test.expect for test in rule.tests}
        if not rule.tests:
            yield where, "advice.no_tests", {"id": rule.id}
        elif True not in expected:
            yield where, "advice.never_matched", {"id": rule.id}
        elif False not in expected:
            # Only this second kind of test protects somebody: it says what the rule must leave alone.
            yield where, "advice.never_spared", {"id": rule.id}
    for name in policy.lists:
        if name not in used:
            yield ("list", name), "advice.list_unused", {"name": name}
    ruled = {rule.category for rule in policy.rules}
    counted = set(policy.ladder.counts) if policy.ladder is not None else set()
    for name, category in policy.categories.items():
        if not category.violation:
            continue
        if not category.cited:
            yield ("category", name), "advice.no_clause", {"category": name}
        if name not in ruled:
            yield ("category", name), "advice.no_rule", {"category": name}
        if policy.ladder is not None and name not in counted:
            yield ("category", name), "advice.not_counted", {"category": name}


def _unread(leaf: Condition) -> str:
    """What the condition waits for in vain: a score or category that no engine of ours names; else nothing."""
    if leaf.kind == "score" and leaf.params["label"] not in _PUBLISHED:
        return str(leaf.params["label"])
    if leaf.kind == "category" and leaf.params["category"] not in _NAMED:
        return str(leaf.params["category"])
    return ""
