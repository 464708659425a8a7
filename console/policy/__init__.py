"""Policy file to proposal with reasons: the room's public names.

Each name is loaded when it is first asked for: the window's first paint needs few of them (PEP 562). No name may be
that of a module in here, which would take its place: hence ``propose.propose`` and ``differences.differences``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.policy.advice import advise
    from console.policy.differences import Difference
    from console.policy.differences.words import say_difference, section_title
    from console.policy.enforce import ReviewNeeded, contradicts, not_before, refuse
    from console.policy.errors import PolicyError
    from console.policy.facts import Facts, ThreadFacts, facts_of
    from console.policy.ladder import LadderView, ladder_view
    from console.policy.load import PolicyLoad, load_policy
    from console.policy.model import Policy
    from console.policy.phrases import error_dict, refusal_dict, say, say_reason
    from console.policy.propose import deadlines, due_at
    from console.policy.replies import ReplyTemplate, fill, load_replies
    from console.policy.ruletests import RuleTestResult, run_tests
    from console.policy.sections_permissions import (
        Permissions,
        allowed,
        fills,
        forbid,
        is_reason,
        may,
        person_key,
    )

_WHERE = {
    "advise": ("console.policy.advice", "advise"),
    "Difference": ("console.policy.differences", "Difference"),
    "say_difference": ("console.policy.differences.words", "say_difference"),
    "section_title": ("console.policy.differences.words", "section_title"),
    "ReviewNeeded": ("console.policy.enforce", "ReviewNeeded"),
    "contradicts": ("console.policy.enforce", "contradicts"),
    "not_before": ("console.policy.enforce", "not_before"),
    "refuse": ("console.policy.enforce", "refuse"),
    "PolicyError": ("console.policy.errors", "PolicyError"),
    "Facts": ("console.policy.facts", "Facts"),
    "ThreadFacts": ("console.policy.facts", "ThreadFacts"),
    "facts_of": ("console.policy.facts", "facts_of"),
    "LadderView": ("console.policy.ladder", "LadderView"),
    "ladder_view": ("console.policy.ladder", "ladder_view"),
    "PolicyLoad": ("console.policy.load", "PolicyLoad"),
    "load_policy": ("console.policy.load", "load_policy"),
    "Policy": ("console.policy.model", "Policy"),
    "error_dict": ("console.policy.phrases", "error_dict"),
    "refusal_dict": ("console.policy.phrases", "refusal_dict"),
    "say": ("console.policy.phrases", "say"),
    "say_reason": ("console.policy.phrases", "say_reason"),
    "deadlines": ("console.policy.propose", "deadlines"),
    "due_at": ("console.policy.propose", "due_at"),
    "ReplyTemplate": ("console.policy.replies", "ReplyTemplate"),
    "fill": ("console.policy.replies", "fill"),
    "load_replies": ("console.policy.replies", "load_replies"),
    "RuleTestResult": ("console.policy.ruletests", "RuleTestResult"),
    "run_tests": ("console.policy.ruletests", "run_tests"),
    "Permissions": ("console.policy.sections_permissions", "Permissions"),
    "allowed": ("console.policy.sections_permissions", "allowed"),
    "fills": ("console.policy.sections_permissions", "fills"),
    "forbid": ("console.policy.sections_permissions", "forbid"),
    "is_reason": ("console.policy.sections_permissions", "is_reason"),
    "may": ("console.policy.sections_permissions", "may"),
    "person_key": ("console.policy.sections_permissions", "person_key"),
}


def __getattr__(name: str) -> object:
    """Load the module behind a public name, once."""
    where = _WHERE.get(name)
    if where is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(where[0]), where[1])
    return found


__all__ = [
    "advise",
    "allowed",
    "Difference",
    "Facts",
    "LadderView",
    "Permissions",
    "Policy",
    "PolicyError",
    "PolicyLoad",
    "ReplyTemplate",
    "ReviewNeeded",
    "RuleTestResult",
    "ThreadFacts",
    "contradicts",
    "deadlines",
    "due_at",
    "facts_of",
    "error_dict",
    "fill",
    "fills",
    "forbid",
    "is_reason",
    "ladder_view",
    "load_policy",
    "load_replies",
    "may",
    "not_before",
    "person_key",
    "refusal_dict",
    "refuse",
    "run_tests",
    "say",
    "say_difference",
    "say_reason",
    "section_title",
]
