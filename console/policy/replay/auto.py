"""What automatic hiding would have done: candidates in time order against the per-hour cap and the circuit breaker."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.policy.model import Policy

HOUR: Final = 3_600
MIN_JUDGED: Final = 10  # answers below which a share says nothing; the running console counts the same way
WINDOW: Final = 30 * 86_400  # answers on older hides no longer count


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


def automatic(policy: Policy, candidates: Iterable[Candidate]) -> dict[str, Automatic]:
    """What each rule would have hidden alone, by rule id.

    At most ``per_hour`` within any hour. Once more than the stated share of the last 30 days' judged hides (counted
    as ``MIN_JUDGED`` where fewer were) is overturned, the rule stays off to the end: nobody switches it on again in a
    replay.
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
            sums.stopped = lane.stopped(one.at, limits.stop_if_overturned_pct)
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
        self._coming: list[
            tuple[int, int, bool]
        ] = []  # a heap of answers to come: (when, hidden at, overturned)
        self._answered: list[tuple[int, bool]] = []  # a heap of those given: (hidden at, overturned)
        self._overturned = 0

    def room(self, at: int, per_hour: int) -> bool:
        while self._recent and at - self._recent[0] >= HOUR:
            self._recent.popleft()
        return len(self._recent) < per_hour

    def hide(self, one: Candidate) -> None:
        self._recent.append(one.at)
        if one.answered_at is not None:
            heappush(self._coming, (one.answered_at, one.at, one.overturned))

    def stopped(self, at: int, percent: int) -> bool:
        """Whether the breaker has opened by ``at``: answers are taken in the order in which they came."""
        while self._coming and self._coming[0][0] <= at:
            when, hidden_at, overturned = heappop(self._coming)
            heappush(self._answered, (hidden_at, overturned))
            self._overturned += overturned
            while self._answered and self._answered[0][0] < when - WINDOW:
                self._overturned -= heappop(self._answered)[1]
            if self._overturned * 100 > percent * max(len(self._answered), MIN_JUDGED):
                return True
        return False
