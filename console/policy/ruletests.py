"""Running the tests that stand beside each rule, with any classifier."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.domain.decision import AuthorHistory
from console.domain.verdict import Verdict
from console.domain.vocabulary import LABELS
from console.policy.facts import Facts, ThreadFacts
from console.policy.propose import propose

if TYPE_CHECKING:
    from console.policy.model import Policy, Rule, RuleTest

Classify = Callable[[str, str | None], Verdict]

TEST_NOW: Final = 1_800_000_000  # 15 January 2027; a fixed moment keeps the results the same from run to run
DAY: Final = 86_400
_HISTORY: Final = frozenset({"author_age_days", "followers", "strikes", "thread_replies_by_us"})


@dataclass(frozen=True, slots=True)
class RuleTestResult:
    """One test and what came of it; ``expect`` and ``got`` are ``match`` or ``no_match``."""

    rule: str
    text: str
    expect: str
    got: str
    line: int

    @property
    def ok(self) -> bool:
        """Whether the rule did what its author expects."""
        return self.expect == self.got


def run_tests(policy: Policy, classify: Classify, now: int = TEST_NOW) -> tuple[RuleTestResult, ...]:
    """Run every rule test. ``classify`` reads a text in a language (None: unknown); its errors are not caught.

    A test with ``given.labels`` brings its own verdict, and the classifier is not asked.
    """
    return tuple(_run(policy, rule, test, classify, now) for rule in policy.rules for test in rule.tests)


def _run(policy: Policy, rule: Rule, test: RuleTest, classify: Classify, now: int) -> RuleTestResult:
    given = test.given
    verdict = _verdict(test, given, classify)
    facts = Facts(
        text=test.text,
        channel_key=str(given.get("channel", "")),
        author_key=_author(policy, str(given.get("author", "")), now),
        language=test.language or verdict.language or None,
        relation=str(given.get("relation", "comment")),
        posted_at=now,
        first_seen_at=now,
        verdict=verdict,
        history=_history(given, now),
        thread=ThreadFacts(),
    )
    matched = rule.id in propose(policy, facts, now).rules
    words = {True: "match", False: "no_match"}
    return RuleTestResult(rule.id, test.text, words[test.expect], words[matched], test.line)


def _verdict(test: RuleTest, given: Mapping[str, Any], classify: Classify) -> Verdict:
    if "labels" in given:
        labels = {label: 0.0 for label in LABELS} | {
            label: score / 10_000 for label, score in given["labels"].items()
        }
        verdict = Verdict("given", "1", test.language or "und", labels)
    else:
        verdict = classify(test.text, test.language)
    changes: dict[str, Any] = {key: tuple(given[key]) for key in ("categories", "signals") if key in given}
    if "flagged" in given:
        changes["flagged"] = bool(given["flagged"])
    return dataclasses.replace(verdict, **changes) if changes else verdict


def _author(policy: Policy, author: str, now: int) -> str:
    if author == "allow":
        return min(policy.allow_authors, default="")
    if author == "watch":
        return min((key for key, entry in policy.watch.items() if entry.until is None), default="")
    return author


def _history(given: Mapping[str, Any], now: int) -> AuthorHistory | None:
    if _HISTORY.isdisjoint(given):
        return None
    age = given.get("author_age_days")
    return AuthorHistory(
        author_key="",
        account_created_at=None if age is None else now - int(age) * DAY,
        followers=given.get("followers"),
        strikes=tuple((category, now - DAY) for category in given.get("strikes", ())),
        replies_by_us_in_thread=int(given.get("thread_replies_by_us", 0)),
    )
