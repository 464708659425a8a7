"""A policy's text under the pen: small changes named in the policy's words, everything else left byte for byte.

``PolicyDocument(text, files)`` reads a text that may have errors, gives it as plain views (``lists()``, ``rules()``,
``categories()``...) and changes one thing at a time. An operation raises DocumentError with a code and leaves text
and files as they were when it cannot be done; ``phrases_document.say_document`` has the sentence. Opposites undo each
other to the byte: add and remove a list, a word, a rule, a test, a condition, a category, a channel, a ladder step;
set a value and set it back, where it was written in the document's own style (double quotes, two decimals).
A last line without an end gets one when a
table is written behind it, and keeps it. What removing takes along: comments on the removed lines and, for a table, those right above it.
"""

from __future__ import annotations

from console.policy.document.channels import ChannelOps, ChannelView
from console.policy.document.lists import ListOps, ListView, WatchView
from console.policy.document.people import LadderView, PeopleOps, StepView
from console.policy.document.rule_views import ConditionView, RuleTestView, RuleView
from console.policy.document.rules import RuleOps
from console.policy.document.sections import CategoryView, SectionOps, Week
from console.policy.document.text import DocumentError

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
    "Week",
]


class PolicyDocument(ListOps, RuleOps, SectionOps, PeopleOps, ChannelOps):
    """The whole policy; see the module."""
