"""Automatic hiding: carried out under a cap and a circuit breaker, looked at and switched on again by people.

Only hiding can be automatic, only where the platform's interface both hides and shows again, and never on a comment
that a person has touched. The console's decision asks for the same refusals as anybody's and gives no strike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from console.domain.errors import DomainError, NotFound
from console.domain.vocabulary import PROGRAM, ActionKind, CommentState, Role
from console.policy import Policy, refuse
from console.services import breaker
from console.services.breaker import HOUR, Machine
from console.services.entries import draft
from console.services.recording import DecisionAsk
from console.services.undo import Undo
from console.services.views import view_filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Comment
    from console.domain.decision import Proposal
    from console.domain.ports import Clock
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import AutomaticHide, Reading, Store, Tx
    from console.store import Breaker as StoredBreaker

DONE: Final = "hidden"
CAP: Final = "cap"
STOPPED: Final = "stopped"
LEFT: Final = "left"


@dataclass(frozen=True, slots=True)
class RuleAutomation:
    """One rule that may hide alone. ``state`` is on, cap (enough for this hour) or stopped (its breaker tripped).

    ``hidden_last_hour`` counts towards ``per_hour``; ``judged`` and ``overturned`` are people's answers in the last 30
    days and since the rule was last switched on, or those that tripped the breaker; ``stop_pct`` is the limit in
    percent; ``stopped_at`` is in UTC seconds.
    """

    rule: str
    hidden_last_hour: int
    per_hour: int
    judged: int
    overturned: int
    stop_pct: int
    state: str
    stopped_at: int | None = None


@dataclass(frozen=True, slots=True)
class AutomationStatus:
    """All rules that may hide alone under the active policy, and how many hides nobody has looked at."""

    rules: tuple[RuleAutomation, ...]
    waiting: int

    @property
    def stopped(self) -> tuple[str, ...]:
        """The rules whose breaker is tripped."""
        return tuple(one.rule for one in self.rules if one.state == STOPPED)


class _Hand(Undo):
    """One transaction's part: the console decides as a person does, through the same checks."""

    def __init__(self, store: Store, policies: Policies, clock: Clock, os_user: str) -> None:
        super().__init__(store, policies, clock)
        self._machine = Machine(PROGRAM, Role.LEAD, os_user)

    def hide(self, tx: Tx, comment_id: int) -> str:
        """Hide one comment if everything stands for it: ``hidden``, ``cap``, ``stopped`` or ``left`` to people."""
        lease = tx.shared.lease()
        if lease is not None and lease.session != self._store.session and lease.expires_at > tx.now:
            return LEFT
        comment = tx.comments.get(comment_id)
        if comment is None or not self._untouched(tx, comment):
            return LEFT
        policy = self._policies.current(tx)
        proposal = self._proposal(tx, comment, policy)
        if not proposal.auto_hide or proposal.revision != comment.revision:
            return LEFT
        rule = breaker.automatic_rule(policy, proposal.rules[0])
        if rule is None or not self._possible(tx, comment, policy, proposal):
            return LEFT
        # A stricter limit of a new policy counts from the first moment.
        if breaker.stopped(tx, rule.id) or self._trips(tx, policy, rule.id):
            return STOPPED
        if tx.automation.made_since(rule.id, tx.now - HOUR) >= rule.auto_limits.per_hour:
            return CAP
        ask = DecisionAsk(comment.id, ActionKind.HIDE, reason=rule.id, shown_revision=comment.revision)
        capability = self._capability(comment, ActionKind.HIDE)
        decision_id = self._record(tx, comment, ask, self._machine, policy, proposal, "queued")
        self._carry(tx, decision_id, comment, ask, self._machine, policy, proposal, capability)
        tx.automation.add(decision_id, int(comment.id), rule.id, policy.id, tx.now)
        tx.changed("automation", (int(comment.id),), rule=rule.id)
        return DONE

    def _trips(self, tx: Tx, policy: Policy, rule: str) -> bool:
        if not breaker.tripped(tx, policy, rule, self._machine.os_user):
            return False
        self._call_off(tx, tx.automation.queued(rule), self._machine.os_user)
        return True

    @staticmethod
    def _untouched(tx: Tx, comment: Comment) -> bool:
        """Whether nobody has had anything to do with it, so that no person is contradicted."""
        return (
            comment.state is CommentState.OPEN
            and not comment.ours
            and not comment.imported
            and not comment.hidden
            and comment.category_by is None
            and comment.assignee is None
            and not tx.automation.touched(comment.id, tx.now)
        )

    def _possible(self, tx: Tx, comment: Comment, policy: Policy, proposal: Proposal) -> bool:
        """Whether the platform hides this comment by itself and shows it again, and nothing in the policy refuses."""
        channel = tx.channels.get(comment.channel_id)
        if channel is None or channel.paused:
            return False
        hide = self._capability(comment, ActionKind.HIDE)
        back = self._capability(comment, ActionKind.UNHIDE)
        if hide.mode != "api" or not hide.reversible or back.mode != "api":
            return False
        stop = refuse(
            policy,
            ActionKind.HIDE.value,
            self._facts(tx, comment),
            proposal,
            role=Role.LEAD.value,  # permissions are people's; whatever else stands against hiding stands here too
            actor=PROGRAM,
            capability=hide,
            now=tx.now,
        )
        return stop is None

    def sweep(self, tx: Tx) -> int:
        """Cancel what is queued and no longer meant; returns how many."""
        policy = self._policies.current(tx)
        gone = [one for one in tx.automation.queued() if not self._still_meant(tx, one, policy)]
        self._call_off(tx, gone, self._machine.os_user)
        return len(gone)

    def _still_meant(self, tx: Tx, hide: AutomaticHide, policy: Policy) -> bool:
        comment = tx.comments.get(hide.comment_id)
        if comment is None or breaker.stopped(tx, hide.rule):
            return False
        if hide.policy_id == policy.id:
            return True
        proposal = self._proposal(tx, comment, policy)
        return proposal.auto_hide and proposal.rules[:1] == (hide.rule,)


class Automation:
    """What the console does alone, and what people do about it. All methods block: never on the GUI thread."""

    def __init__(self, store: Store, policies: Policies, clock: Clock, os_user: str) -> None:
        self._store = store
        self._policies = policies
        self._clock = clock
        self._hand = _Hand(store, policies, clock, os_user)

    # ------------------------------------------------------------------ the console
    def run(self, ids: Sequence[int]) -> int:
        """Hide what the policy lets the console hide among comments that were just read; returns how many.

        One transaction each, the most severe first. Only while no other process holds the engine lease. Running it
        again, here or elsewhere, hides nothing twice: whatever has a decision is left alone.
        """
        policy = self._policies.active()
        if not any(rule.auto == "hide" for rule in policy.rules):
            return 0
        found = self._store.read(lambda r: r.comments.proposals(ids))
        wanted = sorted(
            (one for one in ids if one in found and found[one].auto_hide),
            key=lambda one: (-found[one].severity, found[one].due_at, one),
        )
        over: set[str] = set()
        done = 0
        for one in wanted:
            rule = found[one].rules[0]
            if rule in over:
                continue
            result = self._store.write(partial(self._hand.hide, comment_id=one)).result()
            if result in (CAP, STOPPED):
                over.add(rule)
            done += result == DONE
        return done

    def sweep(self) -> int:
        """Cancel queued automatic hides that the policy of today would not make; returns how many.

        A policy that was activated without them, a channel switched to ``auto = "none"`` or a rule that stopped
        takes effect at once, also on what still waits for its undo window.
        """
        if not self._store.read(lambda r: r.automation.queued()):
            return 0
        active = self._policies.active().id
        stale = self._store.read(
            lambda r: [
                one
                for one in r.automation.queued()
                if one.policy_id != active or breaker.stopped(r, one.rule)
            ]
        )
        return self._store.write(self._hand.sweep).result() if stale else 0

    # ------------------------------------------------------------------ people

    def rearm(self, rule: str, actor: Actor) -> None:
        """A lead lets a stopped rule hide alone again; answers given before no longer count.

        Raises NotAllowed (logged) for anybody else, NotFound ``automation_unknown_rule`` and DomainError
        ``automation_not_stopped``.
        """
        policy = self._policies.active()

        def work(tx: Tx) -> None:
            actor.need("activation", tx)
            held = tx.automation.breaker(rule)
            if held is None and breaker.automatic_rule(policy, rule) is None:
                raise NotFound("automation_unknown_rule", rule=rule)
            if not tx.automation.rearm(rule, actor.name, tx.now):
                raise DomainError("automation_not_stopped", rule=rule)
            tx.log(draft("automation_rearmed", actor, rules=[rule], policy=policy.id))
            tx.changed("automation", rule=rule, state="on")

        self._store.write(work).result()

    def status(self) -> AutomationStatus:
        """What may hide alone now, how much of it did in the last hour, and what people said of it."""
        policy = self._policies.active()
        return self._store.snapshot(lambda r: status_of(r, policy, self._clock.now()))


def status_of(reading: Reading, policy: Policy, now: int) -> AutomationStatus:
    """``Automation.status`` inside a caller's own read."""
    held: dict[str, StoredBreaker] = {one.rule: one for one in reading.automation.stopped()}
    rules = []
    for rule in policy.rules:
        if rule.auto != "hide":
            continue
        said = breaker.figures(reading, rule.id, now)
        made = reading.automation.made_since(rule.id, now - HOUR)
        limits = rule.auto_limits
        off = held.get(rule.id)
        state = STOPPED if off is not None else CAP if made >= limits.per_hour else "on"
        rules.append(
            RuleAutomation(
                rule.id,
                made,
                limits.per_hour,
                said.judged,
                said.overturned,
                limits.stop_if_overturned_pct,
                state,
                None if off is None else off.tripped_at,
            )
        )
    return AutomationStatus(tuple(rules), reading.queues.count(view_filter("automatic", "", now)))
