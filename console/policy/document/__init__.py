"""Editing a policy text in small named steps, everything else left byte for byte."""

from __future__ import annotations

from console.policy.document.document import (
    CategoryView,
    ChannelView,
    ConditionView,
    DocumentError,
    LadderView,
    ListView,
    PolicyDocument,
    RuleTestView,
    RuleView,
    StepView,
    WatchView,
)

__all__ = [
    "CategoryView",
    "ChannelView",
    "ConditionView",
    "DocumentError",
    "LadderView",
    "ListView",
    "PolicyDocument",
    "RuleTestView",
    "RuleView",
    "StepView",
    "WatchView",
]
