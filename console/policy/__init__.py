"""Policy file to proposal with reasons: the room's public names."""

from __future__ import annotations

from console.policy.advice import advise
from console.policy.differences import Difference, differences
from console.policy.differences.words import say_difference, section_title
from console.policy.enforce import ReviewNeeded, contradicts, not_before, refuse
from console.policy.errors import PolicyError
from console.policy.facts import Facts, ThreadFacts, facts_of
from console.policy.ladder import LadderView, ladder_view
from console.policy.load import PolicyLoad, load_policy
from console.policy.model import Policy
from console.policy.phrases import error_dict, refusal_dict, say, say_reason
from console.policy.propose import deadlines, due_at, propose
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

__all__ = [
    "advise",
    "allowed",
    "Difference",
    "differences",
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
    "propose",
    "refusal_dict",
    "refuse",
    "run_tests",
    "say",
    "say_difference",
    "say_reason",
    "section_title",
]
