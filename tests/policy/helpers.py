"""Policies, verdicts and facts that the policy tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from console.domain.decision import AuthorHistory, Capability
from console.domain.verdict import Verdict
from console.domain.vocabulary import LABELS
from console.policy import Facts, Policy, load_policy

ROOT = Path(__file__).resolve().parents[2]
POLICIES = ROOT / "resources" / "policies"
REPLIES = ROOT / "resources" / "replies"
NOW = 1_796_036_400  # Monday 30 November 2026, 12:00 in Paris
DAY = 86_400
AUTHOR = "practice:anna"

SMALL = """
schema = 1
name = "Small"
timezone = "Europe/Paris"

[hours]
open = { mon-fri = ["09:00-12:00", "14:00-18:00"] }
quiet = ["22:00-07:00"]
holidays = "FR"

[category.insult]
severity = 3
ground = "terms"
violation = true
clause = "2.1"
sla = { decision = "4h", clock = "hours" }

[category.threat]
severity = 4
ground = "terms"
violation = true
sla = { decision = "1h" }

[category.constructive_criticism]
severity = 0
protected = true
reply = "expected"
sla = { reply = "4h", clock = "hours" }

[category.troll]
severity = 2
reply = "forbidden"

[category.praise]
severity = 0

[list.bad]
fold = ["case", "accents", "repeats", "leet"]
words = ["connard", "sale con"]

[[rule]]
id = "R-INS"
category = "insult"
when.any = [{ list = "bad" }, { score = "insult", at_least = 0.8 }]
propose = ["hide"]
auto = "hide"

[[rule]]
id = "R-THR"
category = "threat"
when.all = [{ score = "threat", at_least = 0.6 }]
propose = ["hide", "report"]

[ladder.default]
counts = ["insult", "threat"]
window = "90d"
weights = { threat = 2 }
step = [
  { at = 1, action = "warn" },
  { at = 2, action = "hide" },
  { at = 3, action = "report" },
  { at = 4, action = "block", duration = "30d", requires = ["second_reviewer", "warned_before", "reason"] },
  { at = 6, action = "block", requires = ["second_reviewer:lead", "reason"] },
]
skip_to = [{ category = "threat", action = "report" }]

[replies]
forbid_when = ["category:troll", "author:on_watch", "thread_replies_by_us >= 2"]
override = { role = "lead", reason_required = true }
max_public_exchanges_per_author_per_day = 2

[watch]
authors = [{ id = "practice:raider", until = 2026-11-30 }]
"""


def policy(text: str = SMALL) -> Policy:
    """A policy that must be sound."""
    load = load_policy(text)
    assert load.policy is not None, load.errors
    return load.policy


def add(extra: str) -> Policy:
    """The small policy with more text at its end."""
    return policy(SMALL + extra)


def verdict(*categories: str, **changes: Any) -> Verdict:
    """A verdict with all labels near zero except those given as ``labels``."""
    labels = dict.fromkeys(LABELS, 0.01) | changes.pop("labels", {})
    return Verdict("test", "1", changes.pop("language", "fr"), labels, categories, **changes)


def history(**changes: Any) -> AuthorHistory:
    """An author's history."""
    return AuthorHistory(AUTHOR, **changes)


def facts(text: str = "bonjour", **changes: Any) -> Facts:
    """Facts of a comment pulled now, with an empty verdict and an empty history."""
    base: dict[str, Any] = {
        "channel_key": "practice:demo",
        "author_key": AUTHOR,
        "language": "fr",
        "posted_at": NOW,
        "first_seen_at": NOW,
        "revision": 1,
        "verdict": verdict("neutral"),
        "history": history(),
    }
    return Facts(text, **(base | changes))


def cap(action: str, mode: str = "api", reversible: bool = True) -> Capability:
    """What a platform offers."""
    return Capability(action, mode, reversible)
