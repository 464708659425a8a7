"""A policy made ready to run: rules as closures, one view per channel, kept with the policy itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.policy.conditions import with_thresholds
from console.policy.evaluate import Engine, Test, compile_condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.policy.model import CategoryDef, Policy, Rule

_KEY: Final = "compiled"


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """One rule ready to run; ``rank`` sorts strongest first: severity descending, then the order of the file."""

    rule: Rule
    category: CategoryDef
    rank: tuple[int, int]
    when: Test
    unless: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The rules as they hold on one channel. ``scale`` multiplies SLA times, x 10,000."""

    rules: tuple[CompiledRule, ...]
    ruled: frozenset[str]  # categories that some rule here assigns
    auto: bool
    scale: int


class Compiled:
    """Everything computed from one policy."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.engine = Engine(policy)
        self._views: dict[str, View] = {}
        self._plain: View | None = None
        self._keys = frozenset(policy.channels)

    def view(self, channel_key: str) -> View:
        """The rules for one channel; channels without overrides share one view."""
        found = self._views.get(channel_key)
        if found is None:
            keys = [key for key in (channel_key.partition(":")[0] + ":*", channel_key) if key in self._keys]
            if not keys:
                if self._plain is None:
                    self._plain = self._build([])
                found = self._plain
            else:
                found = self._build(keys)
            if len(self._views) < 10_000:
                self._views[channel_key] = found
        return found

    def _build(self, keys: list[str]) -> View:
        off: set[str] = set()
        thresholds: dict[str, dict[str, int]] = {}
        auto, scale = True, 10_000
        for key in keys:  # the kind's own entry first, the channel's over it
            change = self.policy.channels[key]
            off |= set(change.rules_off)
            for rule_id, values in change.thresholds.items():
                thresholds.setdefault(rule_id, {}).update(values)
            if change.auto is not None:
                auto = change.auto != "none"
            if change.sla_scale != 10_000:
                scale = change.sla_scale
        rules = tuple(
            self._compile(index, rule, thresholds.get(rule.id, {}))
            for index, rule in enumerate(self.policy.rules)
            if rule.id not in off
        )
        return View(rules, frozenset(rule.rule.category for rule in rules), auto, scale)

    def _compile(self, index: int, rule: Rule, thresholds: Mapping[str, int]) -> CompiledRule:
        category = self.policy.categories[rule.category]
        when = with_thresholds(rule.when, thresholds) if thresholds else rule.when
        unless = tuple(compile_condition(item) for item in rule.unless)
        return CompiledRule(rule, category, (-category.severity, index), compile_condition(when), unless)


def compiled(policy: Policy) -> Compiled:
    """The compiled form of ``policy``, made at first use."""
    found = policy.cache.get(_KEY)
    if not isinstance(found, Compiled) or found.policy is not policy:  # a replaced copy shares the cache
        found = policy.cache[_KEY] = Compiled(policy)
    return found
