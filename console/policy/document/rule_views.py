"""Rules, conditions and rule tests of a policy document as plain views, whatever errors they may have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from console.policy.conditions import KINDS
from console.policy.document.base import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One condition as plain data. ``rich`` ones combine others (all, any, not): shown, never changed by a form."""

    data: Mapping[str, Any]
    rich: bool
    source: str = ""

    @property
    def kind(self) -> str:
        """What it looks at; empty when that is not clear."""
        kinds = [key for key in self.data if key in KINDS]
        if "strikes" in kinds:
            return "strikes"
        return kinds[0] if len(kinds) == 1 else ""


@dataclass(frozen=True, slots=True)
class RuleTestView:
    """One rule test."""

    text: str
    expect: bool
    language: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule as it is written. ``mode``: any, all, or ``rich`` when its top is neither."""

    index: int
    id: str
    note: str
    category: str
    mode: str
    when: tuple[ConditionView, ...]
    unless: tuple[ConditionView, ...]
    propose: tuple[str, ...]
    auto: str
    per_hour: int
    stop_pct: int
    tests: tuple[RuleTestView, ...]


def test_view(test: Any) -> RuleTestView:
    table = test if isinstance(test, dict) else {}
    given = table.get("given")
    return RuleTestView(
        text_of(table.get("text")),
        table.get("expect") != "no_match",
        text_of(table.get("language")),
        given if isinstance(given, dict) else {},
    )
