"""What automatic hiding would have done: candidates in time order against the per-hour cap and the circuit breaker."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from console.policy.model import Policy

HOUR = 3_600


class Candidate(NamedTuple):
    """A comment that a rule may hide alone. ``answered_at`` is when a person judged it (None: nobody did)."""

    at: int
    comment_id: int
    rule: str
    answered_at: int | None
    overturned: bool


@dataclass(slots=True)
class Automatic:
    """One rule's automatic hides over the replay: done, held back by the cap, and after the breaker had stopped it."""

    hidden: int = 0
    capped: int = 0
    after_stop: int = 0
    stopped: bool = False


def automatic(policy: Policy, candidates: Iterable[Candidate], judged_at_least: int) -> dict[str, Automatic]:
    """What each rule would have hidden alone, by rule id.

    At most ``per_hour`` within any hour. Once ``judged_at_least`` automatic hides were judged and more than the stated
    share of them overturned, the rule stays off to the end: nobody switches it on again in a replay.
    """
    found: dict[str, Automatic] = {}
    for rule in policy.rules:
        if rule.auto == "hide":
            found[rule.id] = Automatic()
    lanes = {rule_id: _Lane() for rule_id in found}
    for one in sorted(candidates, key=lambda candidate: (candidate.at, candidate.comment_id)):
        rule_ = policy.rule(one.rule)
        if rule_ is None or one.rule not in lanes:
            continue
        lane, sums = lanes[one.rule], found[one.rule]
        limits = rule_.auto_limits
        if not sums.stopped:
            sums.stopped = lane.stopped(one.at, limits.stop_if_overturned_pct, judged_at_least)
        if sums.stopped:
            sums.after_stop += 1
        elif not lane.room(one.at, limits.per_hour):
            sums.capped += 1
        else:
            sums.hidden += 1
            lane.hide(one)
    return found


class _Lane:
    """The running state of one rule."""

    def __init__(self) -> None:
        self._recent: deque[int] = deque()
        self._answers: list[tuple[int, bool]] = []  # a heap of those still to come: (when, overturned)
        self._judged = 0
        self._overturned = 0

    def room(self, at: int, per_hour: int) -> bool:
        while self._recent and at - self._recent[0] >= HOUR:
            self._recent.popleft()
        return len(self._recent) < per_hour

    def hide(self, one: Candidate) -> None:
        self._recent.append(one.at)
        if one.answered_at is not None:
            heappush(self._answers, (one.answered_at, one.overturned))

    def stopped(self, at: int, percent: int, judged_at_least: int) -> bool:
        """Whether the breaker has opened by ``at``: answers are taken in the order in which they came."""
        while self._answers and self._answers[0][0] <= at:
            self._judged += 1
            self._overturned += heappop(self._answers)[1]
            if self._judged >= judged_at_least and self._overturned * 100 > percent * self._judged:
                return True
        return False
