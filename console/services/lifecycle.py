"""The life of a policy: in shadow, signed, active, retired. Each step is one transaction with its audit entry.

A *version* is a text that passed the static check. A refusal is logged in the transaction that refuses. What people type
(the reason of a waiver) stays out of the chain.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from console import managed
from console.domain.errors import DomainError, EnvironmentFailure, NotAllowed, NotFound, Stale, UsageError
from console.domain.vocabulary import Role
from console.policy import PolicyLoad, fills, is_reason, load_policy
from console.policy.differences import codes
from console.services import gate as gates
from console.services.company import need_unlocked
from console.services.entries import draft
from console.services.gate import GateNotMet
from console.services.policies import Policies, invalid
from console.services.roles import Actor, same_person
from console.services.shadow import Settling, Shadow
from console.services.trials import Backtest, Trials
from console.services.versions import PolicyVersion, find

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.ports import Clock
    from console.services.triage import BatchClassifier, Triage
    from console.store import Store, Tx

MAX_REASON: Final = 2_000


class Lifecycle(Trials):
    """The use cases. All methods block; call them in the background."""

    def __init__(
        self,
        store: Store,
        policies: Policies,
        triage: Triage,
        clock: Clock,
        classify: BatchClassifier | None = None,
        backtest: Backtest | None = None,
    ) -> None:
        super().__init__(store, policies, clock, classify, backtest)
        self._shadow = Shadow(store)
        self._settling = Settling(store, policies, triage)

    # ------------------------------------------------------------------ shadow

    def shadow_report(self, policy_id: str) -> dict[str, Any]:
        """What a version proposed in its last shadow, beside the active one (see ``Shadow.report``)."""
        version = self.version(policy_id)
        return self._shadow.report(version, self._store.read(self._in_force))

    def start_shadow(self, policy_id: str, actor: Actor) -> PolicyVersion:
        """Put a version into shadow, then go through the open comments with it (``settle`` does so in the background).

        DomainError ``shadow_taken`` while another is in shadow, ``shadow_running`` for this one, ``policy_is_active``.
        """

        def work(tx: Tx, actor: Actor) -> PolicyVersion:
            held = find(tx, policy_id)
            self.policy(held)
            if held.state == "active":
                raise DomainError("policy_is_active", version=f"v{held.number}")
            if held.state == "shadow":
                raise DomainError("shadow_running", version=f"v{held.number}")
            other = tx.policies.shadow()
            if other is not None:
                raise DomainError("shadow_taken", version=f"v{other.number}")
            tx.policies.start_shadow(held.id, tx.now)
            self._settling.begin(tx)
            self._shadowed(tx, held, actor, "started")
            return find(tx, held.id)

        return self._do(actor, "shadow", policy_id, "policy", work)

    def stop_shadow(self, actor: Actor) -> PolicyVersion:
        """End the shadow; what it recorded stays to be read. DomainError ``shadow_none``."""

        def work(tx: Tx, actor: Actor) -> PolicyVersion:
            shadow = tx.policies.shadow()
            if shadow is None:
                raise DomainError("shadow_none")
            held = find(tx, shadow.id)
            self._end_shadow(tx, held, actor, "stopped")
            return find(tx, held.id)

        return self._do(actor, "shadow", "", "policy", work)

    def _end_shadow(self, tx: Tx, held: PolicyVersion, actor: Actor, why: str) -> None:
        tx.policies.end_shadow(held.id)
        self._shadowed(tx, held, actor, why)

    def _shadowed(self, tx: Tx, held: PolicyVersion, actor: Actor, outcome: str) -> None:
        self._step(tx, held.id, "shadow", actor, body={"what": outcome})
        tx.log(draft("policy_shadowed", actor, policy=held.id, policy_number=held.number, outcome=outcome))
        tx.changed("policy", policy=held.id)

    # ------------------------------------------------------------------ signing, activating, retiring

    def sign(self, policy_id: str, actor: Actor) -> PolicyVersion:
        """A second person agrees to a version before it goes live.

        DomainError ``policy_same_person`` for who submitted it, ``policy_signed_already``, ``policy_is_active``;
        NotAllowed for another role than the policies ask for.
        """

        def work(tx: Tx, actor: Actor) -> PolicyVersion:
            held = find(tx, policy_id)
            asked = gates.demands(self._in_force(tx), self.policy(held)).signature
            wanted = Role.LEAD if asked is None else asked
            if not fills(actor.role, wanted):
                raise NotAllowed(
                    "refuse.role", role=actor.role.value, needed=(wanted.value,), actor=actor.name,
                    what="sign", who=(wanted.value,), clause="approval.activation", instead=(f"ask:{wanted.value}",),
                )  # fmt: skip
            if held.state == "active":
                raise DomainError("policy_is_active", version=f"v{held.number}")

            def same(one: str, other: str) -> bool:
                return same_person(tx, one, other)

            if any(same(one.actor, actor.name) for one in held.steps if one.kind == "check"):
                raise DomainError("policy_same_person", version=f"v{held.number}", actor=actor.name)
            if any(same(one.actor, actor.name) for one in gates.signatures(held.steps, wanted, same)):
                raise DomainError("policy_signed_already", version=f"v{held.number}", actor=actor.name)
            self._step(tx, held.id, "sign", actor)
            tx.log(draft("policy_signed", actor, policy=held.id, policy_number=held.number))
            tx.changed("policy", policy=held.id)
            return find(tx, held.id)

        return self._do(actor, "sign", policy_id, None, work)

    def may_take_over(self, policy_id: str, actor: Actor) -> None:
        """NotAllowed ``company_locked``, logged, where the company decides the policy and this is not the one in force.

        For whoever would store, test and replay a text first: a version of this id need not be there yet.
        """
        if managed.current().locks("policy"):
            self._do(actor, "activate", policy_id, "activation", lambda tx, _: self._need_free(tx, policy_id))

    @staticmethod
    def _need_free(tx: Tx, policy_id: str) -> None:
        mark = tx.policies.mark("active")
        if mark is None or policy_id != mark[0]:
            need_unlocked("policy")

    def activate(
        self,
        policy_id: str,
        actor: Actor,
        waive: str = "",
        *,
        classify: BatchClassifier | None = None,
        later_due: bool = False,
    ) -> PolicyVersion:
        """Make a version the active one: its check, its rule tests, the gate, the second signature, in this order.

        Rule tests are run where something can read (``classify``, or the workspace's reader), and a backtest where the
        gate needs one and no recorded one counts. ``waive`` is a lead's reason for going on although the gate is not
        met; it stays out of the audit chain. ``later_due`` lets due times get later too. Open comments are proposed for
        again by ``settle``, which a process with the engine lease does by itself.

        The active version itself is returned as it is. NotAllowed; UsageError ``waive_reason`` for a blank or endless
        reason, ``policy_invalid``; GateNotMet with its points; Stale ``policy_stale`` when another one was activated
        meanwhile, ``policy_text_stale`` when its text was replaced.
        """
        if waive and (not is_reason(waive) or len(waive) > MAX_REASON):
            raise UsageError("waive_reason", longest=MAX_REASON)

        today = self._today(policy_id)

        def allowed(tx: Tx, actor: Actor) -> tuple[PolicyVersion, str | None]:
            held = find(tx, policy_id)
            self.policy(held)
            mark = tx.policies.mark("active")
            self._need_free(tx, held.id)
            if today is not None and today.policy is None and (mark is None or held.id != mark[0]):
                raise invalid(today, f"v{held.number}")
            return held, None if mark is None else mark[0]

        version, base = self._do(actor, "activate", policy_id, "activation", allowed)
        if version.id == base:
            return version
        if classify is not None or self._classify is not None:
            self.test(version.id, actor, classify)
        self._try_if_needed(version, base, actor, waived=bool(waive))

        def work(tx: Tx, actor: Actor) -> PolicyVersion:
            return self._activated(tx, version, base, actor, waive.strip(), later_due)

        return self._do(actor, "activate", version.id, "activation", work)

    def _try_if_needed(self, version: PolicyVersion, base: str | None, actor: Actor, *, waived: bool) -> None:
        """Run the backtest that the gate needs, where no recorded one counts."""
        point = self.gate(version.id, actor).point("backtest")
        if point is None or point.ok or self._backtest is None:
            return
        try:
            report = self._backtest(version, int(point.wanted), base)
        except EnvironmentFailure:
            if not waived:
                raise
            return  # a lead must get out of what nothing can be compared with; the point stays unmet, and waived
        self.record_backtest(version.id, report, actor)

    def _today(self, policy_id: str) -> PolicyLoad | None:
        """A version by the check of this program: read as it was admitted once, it is not put in force once more."""
        with contextlib.suppress(NotFound):  # told, and logged, where the step itself looks
            held = self._store.read(lambda r: find(r, policy_id))
            return load_policy(held.source, name=f"v{held.number}", files=held.files)
        return None

    def _activated(
        self, tx: Tx, seen: PolicyVersion, base: str | None, actor: Actor, waive: str, later_due: bool
    ) -> PolicyVersion:
        before = tx.policies.active()
        if (None if before is None else before.id) != base:
            raise Stale("policy_stale", version=f"v{before.number}" if before else "-")
        held = find(tx, seen.id)
        if held.source != seen.source:
            raise Stale("policy_text_stale", version=f"v{held.number}")
        old, new = self._in_force(tx), self.policy(held)
        report = self._gate(tx, held, actor, tx.now)
        if report.unmet and not (waive and all(one.waivable for one in report.unmet)):
            raise GateNotMet(report)
        waived = sorted({one.code for one in report.unmet})
        if waived:
            self._step(tx, held.id, "waive", actor, reason=waive, body={"points": waived})
        if held.state == "shadow":
            self._end_shadow(tx, held, actor, "activated")
        signed = report.point("second_signature")
        tx.policies.activate(held.id, actor.name, tx.now)
        changes = () if old is None else codes(old, new)
        details = {"before": base or "", "changes": list(changes), "waived": waived}
        self._step(tx, held.id, "activate", actor, body=details)
        tx.log(
            draft(
                "policy_activated", actor, policy=held.id, policy_number=held.number, before=base, changes=changes,
                outcome="waived" if waived else "met", reasons=waived or None, reason="given" if waived else None,
                second=signed.value[0] if signed is not None else None,
            )
        )  # fmt: skip
        if before is not None:
            self._step(tx, before.id, "retire", actor, body={"by": held.id})
            tx.log(
                draft(
                    "policy_retired", actor, policy=before.id, policy_number=before.number, outcome="replaced"
                )
            )
        self._settling.begin(tx, held.id if later_due else "")
        tx.changed("policy", policy=held.id)
        return find(tx, held.id)

    def retire(self, policy_id: str, actor: Actor) -> PolicyVersion:
        """Set a version aside. DomainError ``policy_in_force`` (another must take its place), ``policy_is_retired``."""

        def work(tx: Tx, actor: Actor) -> PolicyVersion:
            held = find(tx, policy_id)
            if held.state == "active":
                raise DomainError("policy_in_force", version=f"v{held.number}")
            if held.state == "retired":
                raise DomainError("policy_is_retired", version=f"v{held.number}")
            if held.state == "shadow":
                self._end_shadow(tx, held, actor, "retired")
            tx.policies.retire(held.id, actor.name, tx.now)
            self._step(tx, held.id, "retire", actor)
            tx.log(draft("policy_retired", actor, policy=held.id, policy_number=held.number, outcome="done"))
            tx.changed("policy", policy=held.id)
            return find(tx, held.id)

        return self._do(actor, "retire", policy_id, "policy", work)

    def settle(
        self, progress: Callable[[int, int], None] | None = None, stop: Callable[[], bool] | None = None
    ) -> int:
        """Bring open comments in line with the active version and the shadow, in batches; returns how many changed."""
        return self._settling.run(progress, stop)
