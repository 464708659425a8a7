"""Policy file to proposal with reasons: the room's public names."""

from __future__ import annotations

from console.policy.advice import advise
from console.policy.enforce import ReviewNeeded, not_before, refuse, refuse_approval
from console.policy.errors import PolicyError
from console.policy.facts import Facts, ThreadFacts, facts_of
from console.policy.ladder import LadderView, ladder_view
from console.policy.load import PolicyLoad, load_policy
from console.policy.model import Policy
from console.policy.phrases import error_dict, refusal_dict, say, say_reason
from console.policy.propose import deadlines, due_at, propose
from console.policy.replies import ReplyTemplate, fill, load_replies, suggest
from console.policy.ruletests import RuleTestResult, run_tests

__all__ = [
    "advise",
    "Facts",
    "LadderView",
    "Policy",
    "PolicyError",
    "PolicyLoad",
    "ReplyTemplate",
    "ReviewNeeded",
    "RuleTestResult",
    "ThreadFacts",
    "deadlines",
    "due_at",
    "facts_of",
    "error_dict",
    "fill",
    "ladder_view",
    "load_policy",
    "load_replies",
    "not_before",
    "propose",
    "refusal_dict",
    "refuse",
    "refuse_approval",
    "run_tests",
    "say",
    "say_reason",
    "suggest",
]
