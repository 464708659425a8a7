"""The circuit breaker of automatic hiding: what people say of the console's hides, and when a rule has to stop.

Counts belong to the rule's id, whatever policy it stands in: a policy with other limits starts from what is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.audit import AuditDraft
from console.domain.vocabulary import AUTOMATION, PROGRAM
from console.services.roles import Actor

if TYPE_CHECKING:
    from console.policy import Policy
    from console.policy.model import Rule
    from console.store import AutomaticHide, Breaker, Reading, Tx

CONFIRMED: Final = "confirmed"
OVERTURNED: Final = "overturned"

MIN_JUDGED: Final = 10
"""Answers below which a share says nothing: at 10 the share moves in steps of ten points, about the width of the
limits people set (15 % by default). With fewer it still stops at once when the limit would be passed at ten answers
even if every further one confirmed the hide."""
WINDOW: Final = 30 * 86_400
"""Seconds: hides older than this say little of the rule and the classifier as they are today."""
HOUR: Final = 3600


@dataclass(frozen=True, slots=True)
class Machine(Actor):
    """The console itself where it decides without a person; logged under the role ``automation``."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What people said of one rule's automatic hides: answered ones, and how many of those were overturned."""

    judged: int
    overturned: int

    def exceed(self, limit_pct: int) -> bool:
        """Whether more than ``limit_pct`` percent were overturned, or will be at MIN_JUDGED answers, come what may."""
        return self.overturned * 100 > limit_pct * max(self.judged, MIN_JUDGED)


def figures(reading: Reading, rule: str, now: int) -> Figures:
    """The answers on hides made in the last 30 days and since the rule was last switched on again."""
    breaker = reading.automation.breaker(rule)
    if breaker is not None and breaker.stopped:
        return Figures(breaker.judged, breaker.overturned)
    rearmed = 0 if breaker is None or breaker.rearmed_at is None else breaker.rearmed_at
    return Figures(*reading.automation.judged(rule, max(rearmed, now - WINDOW)))


def automatic_rule(policy: Policy, rule: str) -> Rule | None:
    """The rule if this policy lets it hide alone."""
    found = policy.rule(rule)
    return found if found is not None and found.auto == "hide" else None


def tripped(tx: Tx, policy: Policy, rule: str, os_user: str) -> bool:
    """Trip the rule's breaker if its figures ask for it now; True when this call did. Writes the audit entry.

    The caller takes back what the rule has queued.
    """
    known = automatic_rule(policy, rule)
    if known is None or stopped(tx, rule):
        return False
    limit = known.auto_limits.stop_if_overturned_pct
    found = figures(tx, rule, tx.now)
    if not found.exceed(limit):
        return False
    tx.automation.trip(rule, policy.id, found.judged, found.overturned, tx.now)
    fields = {
        "rules": [rule],
        "policy": policy.id,
        "params": {"judged": found.judged, "overturned": found.overturned, "limit": limit},
        "auto_decision": "fully",
    }
    tx.log(AuditDraft("automation_stopped", PROGRAM, AUTOMATION, fields))
    tx.changed("automation", rule=rule, state="stopped")
    return True


def stopped(reading: Reading, rule: str) -> bool:
    """Whether the rule's breaker is tripped."""
    breaker: Breaker | None = reading.automation.breaker(rule)
    return breaker is not None and breaker.stopped


def judge(tx: Tx, hide: AutomaticHide, answer: str, by: str) -> None:
    """Keep what a person said of an automatic hide."""
    tx.automation.answer(hide.decision_id, answer, tx.now, by)
    tx.changed("automation", (hide.comment_id,), rule=hide.rule, answer=answer)


def withdraw(tx: Tx, decision_id: int, by: str) -> None:
    """An answer of ``by`` is taken back: the hide waits for one again. A breaker that tripped stays tripped."""
    hide = tx.automation.get(decision_id)
    if hide is not None and hide.answer is not None and hide.answered_by == by:
        tx.automation.answer(decision_id, None, tx.now, None)
        tx.changed("automation", (hide.comment_id,), rule=hide.rule, answer="")
