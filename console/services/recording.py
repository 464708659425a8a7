"""What a decision writes: its row, its strike, its audit entry, its effect or its intent, in the caller's transaction."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors import registry
from console.domain.decision import (
    ActionRequest,
    Capability,
    DecisionOutcome,
    Proposal,
    Refusal,
)
from console.domain.vocabulary import (
    AUTOMATION,
    LABELS,
    LOCAL_ACTIONS,
    STRIKE_ACTIONS,
    TIMED_ACTIONS,
    UNDO_WINDOW_SECONDS,
    ActionKind,
    Category,
    CommentState,
    OutboxState,
)
from console.policy import (
    Facts,
    Policy,
    facts_of,
    not_before,
)
from console.services import feedback
from console.services.breaker import CONFIRMED, Machine
from console.services.entries import draft
from console.services.requests import stored_request
from console.services.standing import stand
from console.services.triage import proposal_for
from console.services.watching import remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Comment
    from console.domain.ports import Clock
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import AutomaticHide, Store, Tx

TEXT_ACTIONS: Final = frozenset({ActionKind.REPLY, ActionKind.WARN})
SNOOZE_SECONDS: Final = 3600


@dataclass(frozen=True, slots=True)
class DecisionAsk:
    """What a person asks for. ``shown_revision`` and ``shown_policy`` are what was on the screen (None: not looked at)."""

    comment_id: int
    action: ActionKind
    text: str | None = None
    template: str | None = None
    category: str | None = None
    reason: str = ""
    shown_revision: int | None = None
    shown_policy: str | None = None
    shown_decision: int | None = None  # the newest decision on the screen, 0 for none; None: not looked at
    at_once: bool = False  # no undo window; never skips policy or review
    batch: str | None = None
    until: int | None = None  # snooze or watch until, UTC seconds
    seconds_open: int | None = None
    masked: bool | None = None
    params: Mapping[str, Any] = field(default_factory=dict)


class Recording:
    """What every use case around a decision writes; it asks nothing, the use cases have."""

    def __init__(self, store: Store, policies: Policies, clock: Clock) -> None:
        self._store = store
        self._policies = policies
        self._clock = clock

    def _proposal(self, tx: Tx, comment: Comment, policy: Policy) -> Proposal:
        # Made afresh: an author's strikes and our own replies may be newer than the stored proposal.
        return proposal_for(tx, policy, comment, tx.comments.verdict(comment.id), tx.now)

    @staticmethod
    def _capability(comment: Comment, action: ActionKind) -> Capability:
        if action in LOCAL_ACTIONS:
            return Capability(action.value, "api", reversible=True)
        asked = ActionKind.REPLY if action is ActionKind.WARN else action
        return registry.spec(comment.kind).capability(asked.value, dict(comment.facts), comment.ours)

    @staticmethod
    def _facts(tx: Tx, comment: Comment) -> Facts:
        return facts_of(
            comment,
            tx.comments.verdict(comment.id),
            tx.decisions.history(comment.author_id, comment.post_id),
            from_import=comment.imported,
            person_category=comment.category if comment.category_by else None,
        )

    def _judge(self, tx: Tx, alone: AutomaticHide, answer: str, actor: Actor, policy: Policy) -> None:
        """Count what a decision says of an automatic hide."""
        raise NotImplementedError

    def _refused(
        self, tx: Tx, comment: Comment, ask: DecisionAsk, actor: Actor, proposal: Proposal, refusal: Refusal
    ) -> DecisionOutcome:
        tx.log(
            draft(
                "refusal", actor, comment, tx.comments.verdict(comment.id), proposal,
                action=ask.action.value, outcome="refused", error=refusal.code, batch=ask.batch,
                **({"clause": refusal.clause} if refusal.clause else {}),
            )
        )  # fmt: skip
        return DecisionOutcome(None, comment.id, ask.action.value, "refused", refusal=refusal)

    def _record(
        self,
        tx: Tx,
        comment: Comment,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        proposal: Proposal,
        state: str,
        *,
        undoes: int | None = None,
        event: str = "decision",
        second: str | None = None,
    ) -> int:
        machine = isinstance(actor, Machine)
        standing = undoes is None and state != "waiting_review"
        alone = None
        answers = ask.action in STRIKE_ACTIONS or ask.action is ActionKind.KEEP
        if undoes is None and not machine and answers:
            alone = tx.automation.unanswered(comment.id)
        params = {
            **ask.params,
            "template": ask.template,
            "until": ends_at(ask, tx.now),
            "at_once": ask.at_once,
            "keep_proposed": feedback.keep_proposed(proposal),
        }
        if alone is not None:
            params["answers"] = alone.decision_id
        if ask.action is ActionKind.WATCH and undoes is None:
            params |= remembered(tx, comment)
        decision_id = tx.decisions.add(
            comment_id=comment.id,
            author_id=comment.author_id,
            action=ask.action.value,
            actor=actor.name,
            os_user=actor.os_user,
            role=AUTOMATION if machine else actor.role.value,
            created_at=tx.now,
            category=comment.category,
            severity=comment.severity,
            reason=ask.reason,
            policy_id=policy.id,
            rules=list(proposal.rules),
            shown_revision=ask.shown_revision or comment.revision,
            state=state,
            audit_sequence=0,
            undoes=undoes,
            batch=ask.batch,
            text=ask.text,
            params=params,
            before={
                "state": int(comment.state),
                "category": comment.category,
                "severity": comment.severity,
                "snoozed_until": comment.snoozed_until,
                "assignee": comment.assignee,
            },
        )
        known = policy.categories.get(comment.category)
        # A strike exists only after a person's decision.
        if standing and not machine and ask.action in STRIKE_ACTIONS and known and known.violation:
            tx.decisions.add_strike(comment.author_id, comment.id, decision_id, comment.category, tx.now)
        history = tx.decisions.history(comment.author_id, comment.post_id)
        entry = draft(
            event, actor, comment, tx.comments.verdict(comment.id), proposal,
            action=ask.action.value, decision=decision_id, auto_decision="fully" if machine else "no", second=second,
            outcome=state, strikes=len(history.strikes), template=ask.template,
            reason=reason_code(ask.reason, policy),
            seconds_open=ask.seconds_open, masked=ask.masked, undoes=undoes, batch=ask.batch,
            snoozed_until=ends_at(ask, tx.now) if undoes is None else None,
            params={"answers": alone.decision_id} if alone is not None and standing else None,
        )  # fmt: skip
        sequence = tx.log(replace(entry, role=AUTOMATION) if machine else entry)
        tx.decisions.set(decision_id, audit_sequence=sequence)
        if ask.category is not None and undoes is None:
            tx.deeds.belong(int(comment.id), decision_id)
        if ask.template and undoes is None:
            spoken = str(ask.params.get("template_language") or comment.language or "")
            tx.replies.use(decision_id, ask.template, spoken, tx.now)
        if standing and not machine:
            shown = ask.shown_revision or comment.revision
            feedback.after_decision(tx, decision_id, comment, shown, ask.action.value, params)
        tx.changed("decisions", (int(comment.id),), actor=actor.name, decision=decision_id)
        if alone is not None and standing and ask.action in STRIKE_ACTIONS:
            self._judge(tx, alone, CONFIRMED, actor, policy)
        return decision_id

    def _carry(
        self,
        tx: Tx,
        decision_id: int,
        comment: Comment,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        proposal: Proposal,
        capability: Capability,
    ) -> DecisionOutcome:
        """Turn a decision that may stand into its effect: at once for local ones, an outbox row for the others.

        Drafts stay as they are: one that was begun while a reply waited for its second person is another one.
        """
        tx.shared.release(comment.id, actor.name)
        if ask.action in LOCAL_ACTIONS:
            if ask.action is ActionKind.KEEP:
                stand(tx, comment.id, CommentState.DONE)
            else:
                tx.comments.set_flags(comment.id, **self._local_effect(ask, tx.now))
            tx.changed("comments", (int(comment.id),))
            return DecisionOutcome(decision_id, comment.id, ask.action.value, "done")
        by_hand = capability.mode == "link"
        wait = 0 if ask.at_once else max(policy.approval.undo_window, 0) or UNDO_WINDOW_SECONDS
        earliest = max(tx.now + wait, not_before(policy, ask.action.value, tx.now))
        if ask.at_once:
            earliest = max(tx.now, not_before(policy, ask.action.value, tx.now))
        outbox_id = self._enqueue(tx, decision_id, comment, ask, earliest, by_hand=by_hand)
        state = "waiting_person" if by_hand else "queued"
        tx.decisions.set(decision_id, state=state, outbox_id=outbox_id)
        waiting = CommentState.WAITING if by_hand else CommentState.PENDING
        stand(tx, comment.id, waiting)
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))
        return DecisionOutcome(
            decision_id, comment.id, ask.action.value, state, outbox_id, None if by_hand else earliest
        )

    def _enqueue(
        self,
        tx: Tx,
        decision_id: int,
        comment: Comment,
        ask: DecisionAsk,
        earliest: int,
        *,
        by_hand: bool,
        undo_of: Mapping[str, Any] | None = None,
        undoes: int | None = None,
    ) -> int:
        post = tx.comments.post_of(comment.id)
        key = uuid.uuid4().hex
        request = ActionRequest(
            key=key,
            action=ask.action,
            created_at_us=self._clock.now_us(),
            target=comment.remote_id,
            author_remote_id=comment.author_remote_id,
            text=ask.text or "",
            reason=ask.reason or comment.category,
            language=comment.language,
            post_remote_id=None if post is None else post[0],
            facts=comment.facts,
            undo_of=undo_of,
        )
        return tx.outbox.add(
            key=key,
            decision_id=decision_id,
            comment_id=comment.id,
            author_id=comment.author_id,
            channel_id=comment.channel_id,
            action=ask.action.value,
            not_before=earliest,
            now=tx.now,
            request=stored_request(request),
            state=OutboxState.WAITING_PERSON if by_hand else OutboxState.QUEUED,
            undoes=undoes,
        )

    @staticmethod
    def _local_effect(ask: DecisionAsk, now: int) -> dict[str, int | str | None]:
        until = ends_at(ask, now)
        if until is not None:
            return {"state": int(CommentState.SNOOZED), "snoozed_until": until}
        if ask.action is ActionKind.ESCALATE:
            return {"state": int(CommentState.WAITING), "assignee": str(ask.params.get("to", "lead"))}
        raise AssertionError(f"{ask.action} is no passing state")


def ends_at(ask: DecisionAsk, now: int) -> int | None:
    """When what was put off or is watched comes back, UTC seconds; None for every other action."""
    return (ask.until or now + SNOOZE_SECONDS) if ask.action in TIMED_ACTIONS else None


#: Reasons that are words of the house and not of a person.
REASONS: Final = frozenset(
    {
        *Category,
        *LABELS,
        "harassment",
        "terms",
        "illegal",
        "duplicate",
        "off_topic",
        "other",
        "sexual",
        "impersonation",
    }
)


def reason_code(reason: str, policy: Policy | None = None) -> str | None:
    """A reason as it may enter the chain: a word of the house, a category or rule of ``policy``, else only ``given``.

    What a person types may name somebody, and the chain forgets nothing.
    """
    text = reason.strip()
    if not text:
        return None
    if text in REASONS or (
        policy is not None and (text in policy.categories or any(one.id == text for one in policy.rules))
    ):
        return text
    return "given"
