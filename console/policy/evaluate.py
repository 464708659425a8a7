"""Conditions compiled to closures over one comment's facts: true, false, or unknown, never an exception.

Unknown stays unknown through ``not``: a fact that nobody has can neither meet a condition nor its opposite. A rule
whose condition is unknown does not match, and the facts it lacked are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from console.policy import folding
from console.policy.folding import Folded
from console.policy.hours import Clockwork
from console.policy.lists import CompiledList, phrase_mask

if TYPE_CHECKING:
    from console.policy.facts import Facts
    from console.policy.model import Condition, Policy

SCALE: Final = 10_000
DAY: Final = 86_400
Fact = tuple[str, dict[str, Any]]
Test = Callable[["Look"], bool | None]
#: A text folded so far, by stages and allowed phrases: two policies that look at one comment may share it.
Folds = dict[tuple[frozenset[str], str], Folded]

_LINK: Final = re.compile(
    r"(?:https?://|www\.)([^\s/?#<>\"]{1,253})"
    r"|(?<![@\w.\-])((?:[a-z0-9\-]{1,63}\.){1,5}"
    r"(?:com|net|org|info|biz|shop|store|online|site|xyz|top|club|link|app|dev|io|co|me|tv|ly|gg|to|cc|ru|fr|eu|uk|be|ch|de))"
    r"(?![\w\-])",
    re.IGNORECASE,
)


class Look:
    """One look at one comment: its facts, what was folded for it, and what fired so far."""

    __slots__ = ("_folded", "_links", "engine", "facts", "fired", "now", "unknown")

    def __init__(self, engine: Engine, facts: Facts, now: int, folds: Folds | None = None) -> None:
        self.engine = engine
        self.facts = facts
        self.now = now
        self.fired: list[Fact] = []
        self.unknown: list[str] = []
        self._folded: Folds = {} if folds is None else folds
        self._links: bool | None = None

    def folded(self, stages: frozenset[str]) -> Folded:
        """The text folded by ``stages``, allowed phrases taken out."""
        mask = self.engine.mask(stages)
        key = (stages, "" if mask is None else mask.pattern)
        found = self._folded.get(key)
        if found is None:
            found = self._folded[key] = folding.fold(self.facts.text, stages, mask)
        return found

    def has_link(self) -> bool:
        """Whether the text holds a link to a host that the policy does not allow."""
        if self._links is None:
            text = self.facts.text
            self._links = ("." in text or "://" in text) and any(
                not self.engine.allows_host(found.group(1) or found.group(2))
                for found in _LINK.finditer(text)
            )
        return self._links

    def lacks(self, name: str) -> None:
        """Note a fact that nobody has."""
        self.unknown.append(name)

    def score(self, label: str) -> int | None:
        """A label's probability x 10,000; None when the verdict has none."""
        verdict = self.facts.verdict
        if verdict is None or verdict.failed:
            return None
        value = verdict.labels.get(label)
        if value is None or not isfinite(value):
            return None
        return round(min(max(value, 0.0), 1.0) * SCALE)

    def strikes(self, within: int, category: str) -> int | None:
        """Confirmed strikes in the last ``within`` seconds (0: ever); None when the history is unknown."""
        history = self.facts.history
        if history is None:
            return None
        since = self.now - within if within else -1
        return sum(1 for name, at in history.strikes if since < at <= self.now and category in {"", name})


class Engine:
    """What is compiled once for one policy and shared by all its rules."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.lists = {name: CompiledList(source) for name, source in policy.lists.items()}
        self.clock = Clockwork(policy.hours)
        self._masks: dict[frozenset[str], re.Pattern[str] | None] = {}
        self._domains = frozenset(policy.allow_domains)

    def mask(self, stages: frozenset[str]) -> re.Pattern[str] | None:
        """The pattern of allowed phrases for texts folded by ``stages``."""
        if stages not in self._masks:
            self._masks[stages] = phrase_mask(self.policy.allow_phrases, stages)
        return self._masks[stages]

    def allows_host(self, host: str) -> bool:
        """Whether ``host`` is an allowed domain or lies below one."""
        name = host.rpartition("@")[2].partition(":")[0].casefold().strip(".").removeprefix("www.")
        parts = name.split(".")
        return any(".".join(parts[index:]) in self._domains for index in range(len(parts)))

    def is_watched(self, author: str, now: int) -> bool:
        """Whether the author is on the watch list on the local day of ``now``."""
        entry = self.policy.watch.get(author)
        return entry is not None and (entry.until is None or self.clock.local_day(now) <= entry.until)


def compile_condition(condition: Condition) -> Test:
    """A closure that tests ``condition`` and records the facts that fired."""
    return _COMPILERS[condition.kind](condition)


def _all(condition: Condition) -> Test:
    tests = tuple(compile_condition(item) for item in condition.items)

    def test(look: Look) -> bool | None:
        fired, unknown = len(look.fired), len(look.unknown)
        result: bool | None = True
        for each in tests:
            one = each(look)
            if one is False:
                del look.fired[fired:]
                del look.unknown[unknown:]
                return False
            if one is None:
                result = None
        return result

    return test


def _any(condition: Condition) -> Test:
    tests = tuple(compile_condition(item) for item in condition.items)

    def test(look: Look) -> bool | None:
        unknown = len(look.unknown)
        result: bool | None = False
        for each in tests:
            one = each(look)
            if one is True:
                result = True
            elif one is None and result is False:
                result = None
        if result is True:
            del look.unknown[unknown:]
        return result

    return test


def _not(condition: Condition) -> Test:
    inner = compile_condition(condition.items[0])

    def test(look: Look) -> bool | None:
        fired = len(look.fired)
        result = inner(look)
        del look.fired[fired:]
        return None if result is None else not result

    return test


def _score(condition: Condition) -> Test:
    label, low, high = condition.params["label"], condition.params["low"], condition.params["high"]

    def test(look: Look) -> bool | None:
        score = look.score(label)
        if score is None:
            look.lacks(f"label:{label}")
            return None
        if low <= score <= high:
            look.fired.append(("fact.score", {"label": label, "score": score, "threshold": low}))
            return True
        return False

    return test


def _category(condition: Condition) -> Test:
    category, low = condition.params["category"], condition.params["low"]

    def test(look: Look) -> bool | None:
        verdict = look.facts.verdict
        if verdict is None or verdict.failed:
            look.lacks("verdict")
            return None
        score = look.score(category) if low else None
        # An engine that names the category without a score for it has said yes.
        if (score >= low) if score is not None else (category in verdict.categories):
            found = (
                {"category": category}
                if score is None
                else {"category": category, "score": score, "threshold": low}
            )
            look.fired.append(("fact.category", found))
            return True
        return False

    return test


def _list(condition: Condition) -> Test:
    name = condition.params["list"]

    def test(look: Look) -> bool | None:
        compiled = look.engine.lists[name]
        words = compiled.find(look.folded(compiled.stages))
        if words:
            look.fired.append(("fact.list", {"list": name, "words": words}))
            return True
        return False

    return test


def _target(condition: Condition) -> Test:
    target = condition.params["target"]

    def test(look: Look) -> bool | None:
        verdict = look.facts.verdict
        if verdict is None or verdict.failed or verdict.target is None:
            look.lacks("target")
            return None
        if verdict.target == target or (target == "product" and verdict.target == "brand"):
            look.fired.append(("fact.target", {"target": target}))
            return True
        return False

    return test


def _signal(condition: Condition) -> Test:
    signal = condition.params["signal"]

    def test(look: Look) -> bool | None:
        verdict = look.facts.verdict
        if verdict is None or verdict.failed:
            look.lacks("verdict")
            return None
        if signal in verdict.signals:
            look.fired.append(("fact.signal", {"signal": signal}))
            return True
        return False

    return test


def _author(condition: Condition) -> Test:
    allow = condition.params["is"] == "allow"

    def test(look: Look) -> bool | None:
        author = look.facts.author_key
        if not author:
            look.lacks("author")
            return None
        policy = look.engine.policy
        if author in policy.allow_authors if allow else look.engine.is_watched(author, look.now):
            look.fired.append(("fact.author_allow" if allow else "fact.author_watch", {}))
            return True
        return False

    return test


def _value(kind: str, params: Mapping[str, Any]) -> Callable[[Look], int | None]:
    """How to read one of the counted facts."""
    if kind == "text_length":
        return lambda look: len(look.facts.text)
    if kind == "thread_replies_by_us":
        return lambda look: look.facts.replies_by_us
    if kind == "followers":
        return lambda look: None if look.facts.history is None else look.facts.history.followers
    if kind == "strikes":
        within, category = params.get("within", 0), params.get("category", "")
        return lambda look: look.strikes(within, category)

    def age(look: Look) -> int | None:
        history = look.facts.history
        if history is None or history.account_created_at is None:
            return None
        return max(0, look.now - history.account_created_at) // DAY

    return age


def _count(condition: Condition) -> Test:
    kind, low, high = condition.kind, condition.params["low"], condition.params["high"]
    read = _value(kind, condition.params)

    def test(look: Look) -> bool | None:
        value = read(look)
        if value is None:
            look.lacks(kind)
            return None
        if low <= value <= high:
            look.fired.append((f"fact.{kind}", {"value": value}))
            return True
        return False

    return test


def _has_link(condition: Condition) -> Test:
    wanted = condition.params["is"]

    def test(look: Look) -> bool | None:
        if look.has_link() is not wanted:
            return False
        if wanted:
            look.fired.append(("fact.has_link", {}))
        return True

    return test


def _flagged(condition: Condition) -> Test:
    wanted = condition.params["is"]

    def test(look: Look) -> bool | None:
        verdict = look.facts.verdict
        if verdict is None or verdict.failed:
            look.lacks("verdict")
            return None
        if verdict.flagged is not wanted:
            return False
        if wanted:
            look.fired.append(("fact.flagged", {}))
        return True

    return test


def _set(condition: Condition) -> Test:
    kind = condition.kind
    wanted = frozenset(value.casefold() if kind == "language" else value for value in condition.params["any"])

    def test(look: Look) -> bool | None:
        facts = look.facts
        if kind == "language":
            value = (
                facts.language or (facts.verdict.language if facts.verdict is not None else "") or ""
            ).casefold()
            if value in {"", "und", "unknown"}:
                look.lacks("language")
                return None
            values = {value, value.partition("-")[0]}
        elif kind == "channel":
            value = facts.channel_key
            values = {value, value.partition(":")[0] + ":*"}
        else:
            value = facts.relation
            values = {value}
        if wanted.isdisjoint(values):
            return False
        look.fired.append((f"fact.{kind}", {kind: value}))
        return True

    return test


_COMPILERS: Final[dict[str, Callable[[Condition], Test]]] = {
    "all": _all,
    "any": _any,
    "not": _not,
    "score": _score,
    "category": _category,
    "list": _list,
    "target": _target,
    "signal": _signal,
    "author": _author,
    "author_age_days": _count,
    "followers": _count,
    "strikes": _count,
    "text_length": _count,
    "thread_replies_by_us": _count,
    "has_link": _has_link,
    "flagged": _flagged,
    "language": _set,
    "channel": _set,
    "relation": _set,
}
