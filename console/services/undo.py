"""Taking back: cancel what is still queued, compensate what was sent, and close what waits for a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from console.connectors import registry
from console.domain.decision import (
    ActionResult,
    Decision,
    DecisionOutcome,
    OutboxRow,
    Proposal,
    Reason,
    Refusal,
)
from console.domain.errors import DomainError, NotFound, Stale
from console.domain.vocabulary import (
    COMPENSATION,
    PROGRAM,
    ROLE_RANK,
    STRIKE_ACTIONS,
    ActionKind,
    CommentState,
    OutboxState,
    Role,
)
from console.policy import Policy, allowed, may, refuse
from console.services import breaker
from console.services.answers import dispatch_entry, settle_done
from console.services.entries import draft
from console.services.recording import DecisionAsk
from console.services.reviewing import Reviewing
from console.services.roles import Actor, same_person
from console.services.standing import after_undo, stand
from console.services.taking_back import back_with
from console.services.ways_back import (
    CANCELLABLE,
    changed_nothing,
    in_flight,
    no_way_back,
    own_row,
    shown_again,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.comment import Comment
    from console.store import AutomaticHide, Tx


def _permission(row: OutboxRow) -> str:
    """What a person needs to say that an intent was carried out, or to send it again: the right to its action."""
    return "undo" if row.undoes is not None else row.action.value


class Undo(Reviewing):
    """The use cases that follow a decision. Nothing is ever removed from the log."""

    def undo(self, decision_id: int | None, actor: Actor) -> DecisionOutcome:
        """Undo a decision (None: the actor's own last one). What cannot be undone comes back as a refusal."""
        self._policies.warm()
        return self._store.write(lambda tx: self._undo(tx, decision_id, actor)).result()

    def confirm(self, outbox_id: int, done: bool, actor: Actor) -> DecisionOutcome:
        """A person says whether an action by hand was done; ``done=False`` means it was not and will not be."""

        def work(tx: Tx) -> DecisionOutcome:
            outcome = self._confirm(tx, outbox_id, done, actor)
            return self._with_rest(tx, outcome, actor, self._policies.current(tx))

        self._policies.warm()
        return self._store.write(work).result()

    def retry(self, outbox_id: int, actor: Actor) -> DecisionOutcome:
        """Queue a failed intent again; its key stays, so a platform that knows it will not act twice.

        What the policy forbids by now comes back as a refusal.
        """
        self._policies.warm()
        return self._store.write(lambda tx: self._retry(tx, outbox_id, actor)).result()

    # ------------------------------------------------------------------ undo

    def _undo(self, tx: Tx, decision_id: int | None, actor: Actor) -> DecisionOutcome:
        actor.need("undo", tx)
        decision = (
            tx.decisions.last_undoable(actor.name) if decision_id is None else tx.decisions.get(decision_id)
        )
        if decision is None:
            raise NotFound("nothing_to_undo" if decision_id is None else "decision_not_found", id=decision_id)
        comment = tx.comments.get(decision.comment_id)
        assert comment is not None
        others = self._not_theirs(tx, decision, actor)
        for one in self._confirmations(tx, decision):
            others = others or self._not_theirs(tx, one, actor)
        if others is not None:
            return self._no(tx, decision, comment, actor, others.code, others)
        return self._take_back(tx, decision, comment, actor)

    def _take_back(self, tx: Tx, decision: Decision, comment: Comment, actor: Actor) -> DecisionOutcome:
        row = own_row(tx, decision)
        shown = shown_again(tx, decision)
        why = no_way_back(decision, comment, row) or in_flight(shown)
        if why:
            return self._no(tx, decision, comment, actor, why)
        if shown is not None:
            return self._hide_again(tx, decision, comment, actor, shown)
        alone = None if isinstance(actor, breaker.Machine) else tx.automation.get(decision.id)
        for one in self._confirmations(tx, decision):  # taken back with the hide that they let stand
            self._log_undo(tx, one, comment, actor, "done")
        if row is None or row.state in CANCELLABLE:
            outcome = self._cancel(tx, decision, comment, actor, row)
        elif changed_nothing(tx, decision, row):
            outcome = self._cancel(tx, decision, comment, actor, None)
        else:
            outcome = self._compensate(tx, decision, comment, actor, row)
        if alone is not None:
            self._judge(tx, alone, breaker.OVERTURNED, actor, self._policies.current(tx))
        back_with(tx, self._policies.current(tx), decision.id, actor)
        return outcome

    def _not_theirs(self, tx: Tx, decision: Decision, actor: Actor) -> Refusal | None:
        """A decision of somebody higher up is taken back only by who may judge it: whoever has the task ``review``.

        Colleagues of the same role mend each other's slips: a wrong hide must not wait for the next shift's lead.
        """
        if decision.actor == PROGRAM or same_person(tx, decision.actor, actor.name):
            return None
        permissions = self._policies.current(tx).permissions
        role = actor.today(tx).role.value
        if ROLE_RANK[Role(role)] >= ROLE_RANK[Role(decision.role)] or may(permissions, role, "review"):
            return None
        roles = allowed(permissions, "review")
        why = Reason("refuse.undo_other", {"by": decision.actor, "who": roles, "role": role})
        return Refusal("refuse.undo_other", "permissions.review", why, tuple(f"ask:{one}" for one in roles))

    def _cancel(
        self, tx: Tx, decision: Decision, comment: Comment, actor: Actor, row: OutboxRow | None
    ) -> DecisionOutcome:
        if row is not None:
            tx.outbox.move(row.id, OutboxState.CANCELLED, tx.now)
            tx.changed("outbox", (int(comment.id),))
        if decision.state == "waiting_review":
            for review in tx.decisions.reviews():
                if review.decision_id == decision.id:
                    tx.decisions.answer_review(review.id, "cancelled", actor.name, tx.now)
        undo_id = self._log_undo(tx, decision, comment, actor, "done")
        self._restore(tx, decision, comment)
        return DecisionOutcome(
            undo_id, comment.id, decision.action.value, "done", None if row is None else row.id
        )

    def _compensate(
        self,
        tx: Tx,
        decision: Decision,
        comment: Comment,
        actor: Actor,
        row: OutboxRow,
        done: ActionKind | None = None,
    ) -> DecisionOutcome:
        """``done`` is what ``row`` carried out where that is not the decision's own action."""
        spec = registry.spec(comment.kind)
        action = done or decision.action
        capability = spec.capability(action.value, dict(comment.facts), comment.ours)
        opposite = COMPENSATION[action]
        by_hand = capability.mode == "link"
        undo_id = self._log_undo(tx, decision, comment, actor, "waiting_person" if by_hand else "queued")
        outbox_id = self._enqueue(
            tx,
            undo_id,
            comment,
            DecisionAsk(comment.id, opposite),
            tx.now,
            by_hand=by_hand,
            undo_of=dict(row.result or {}),
            undoes=row.id,
        )
        tx.decisions.set(undo_id, outbox_id=outbox_id)
        stand(tx, comment.id, CommentState.WAITING if by_hand else CommentState.PENDING)
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))
        state = "waiting_person" if by_hand else "queued"
        return DecisionOutcome(
            undo_id, comment.id, opposite.value, state, outbox_id, None if by_hand else tx.now
        )

    def _hide_again(
        self, tx: Tx, decision: Decision, comment: Comment, actor: Actor, shown: OutboxRow
    ) -> DecisionOutcome:
        """A keep that showed again what the console hid: hidden as before it, and waiting for an answer as before it."""
        hide = tx.decisions.get(int(tx.decisions.params(decision.id)["answers"]))
        assert hide is not None
        if shown.state is OutboxState.DONE:
            outcome = self._compensate(tx, decision, comment, actor, shown, ActionKind.UNHIDE)
        else:  # still here: it does not leave
            tx.outbox.move(shown.id, OutboxState.CANCELLED, tx.now)
            undo_id = self._log_undo(tx, decision, comment, actor, "done")
            outcome = DecisionOutcome(undo_id, comment.id, decision.action.value, "done", shown.id)
        tx.decisions.set(hide.id, undone_by=None, state="done")
        stand(tx, comment.id, CommentState.DONE)
        tx.changed("automation", (int(comment.id),))
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))
        return outcome

    def _log_undo(self, tx: Tx, decision: Decision, comment: Comment, actor: Actor, state: str) -> int:
        policy = self._policies.current(tx)
        ask = DecisionAsk(comment.id, decision.action, shown_revision=comment.revision)
        undo_id = self._record(
            tx,
            comment,
            ask,
            actor,
            policy,
            self._proposal(tx, comment, policy),
            state,
            undoes=decision.id,
            event="undo",
        )
        tx.decisions.set(decision.id, undone_by=undo_id, state="undone")
        violations = [name for name, one in policy.categories.items() if one.violation]
        tx.decisions.revoke_strikes(decision.id, tx.now, violations)
        tx.feedback.undo(decision.id)
        tx.replies.undo_use(decision.id)
        self._give_back(tx, decision)
        answered = tx.decisions.params(decision.id).get("answers")
        if isinstance(answered, int):
            breaker.withdraw(tx, answered, decision.actor)
        return undo_id

    def _restore(self, tx: Tx, decision: Decision, comment: Comment) -> None:
        before: Mapping[str, Any] = tx.decisions.before(decision.id)
        if comment.state in (CommentState.OURS, CommentState.GONE):
            return
        given = tx.decisions.params(decision.id).get("to", "lead")
        if (
            decision.action is ActionKind.ESCALATE and comment.assignee == given
        ):  # else somebody assigned it since
            tx.comments.set_flags(comment.id, assignee=before.get("assignee"))
        until = before.get("snoozed_until") or 0
        if before.get("state") == CommentState.SNOOZED and until > tx.now:
            tx.comments.set_flags(comment.id, snoozed_until=until)
            tx.comments.set_flags(comment.id, state=int(CommentState.SNOOZED))
        else:
            stand(tx, comment.id, after_undo(tx, comment, decision.id))
        tx.changed("comments", (int(comment.id),))

    # ------------------------------------------------------------------ what the console hid alone

    def _stuck(self, tx: Tx, alone: AutomaticHide, comment: Comment) -> str:
        decision = tx.decisions.get(alone.decision_id)
        assert decision is not None
        row = own_row(tx, decision)
        return no_way_back(decision, comment, row)

    @staticmethod
    def _confirmations(tx: Tx, decision: Decision) -> list[Decision]:
        """The standing decisions that did nothing but let an automatic hide stand."""
        if tx.automation.get(decision.id) is None:
            return []
        return [
            one
            for one in tx.decisions.of_comment(decision.comment_id)
            if one.action is ActionKind.HIDE
            and one.undone_by is None
            and one.undoes is None
            and own_row(tx, one) is None
            and tx.decisions.params(one.id).get("answers") == decision.id
        ]

    def _answer_for(
        self,
        tx: Tx,
        alone: AutomaticHide,
        comment: Comment,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        proposal: Proposal,
    ) -> DecisionOutcome:
        """Hide: it stays hidden, by this person's decision, and nothing is sent again. Unhide: open work once more.

        Keep: shown again and done, since that person has decided.
        """
        hide = tx.decisions.get(alone.decision_id)
        assert hide is not None
        if ask.action is ActionKind.UNHIDE:
            return self._take_back(tx, hide, comment, actor)
        tx.shared.release(comment.id, actor.name)
        decision_id = self._record(tx, comment, ask, actor, policy, proposal, "done")
        if ask.action is ActionKind.HIDE:
            # It is done as far as the console's own hide is: a refusal of the platform makes it no step of the ladder.
            tx.decisions.set(decision_id, outbox_id=hide.outbox_id)
            stand(tx, comment.id, CommentState.DONE)
            tx.changed("comments", (int(comment.id),))
            return DecisionOutcome(decision_id, comment.id, ask.action.value, "done")
        shown = self._take_back(tx, hide, comment, actor)
        return replace(shown, decision_id=decision_id, action=ask.action.value, not_before=None)

    def _judge(self, tx: Tx, alone: AutomaticHide, answer: str, actor: Actor, policy: Policy) -> None:
        """Keep the answer; where it trips the rule's breaker, what the rule has queued does not leave."""
        breaker.judge(tx, alone, answer, actor.name)
        if breaker.tripped(tx, policy, alone.rule, actor.os_user):
            self._call_off(tx, tx.automation.queued(alone.rule), actor.os_user)

    def _spare(self, tx: Tx, comment: Comment, actor: Actor) -> Comment:
        """A person took the comment up otherwise while the console's hide waited: what they said of it stands."""
        alone = tx.automation.unanswered(comment.id)
        decision = None if alone is None else tx.decisions.get(alone.decision_id)
        row = None if decision is None else own_row(tx, decision)
        if alone is None or row is None or row.state is not OutboxState.QUEUED:
            return comment
        self._call_off(tx, [alone], actor.os_user)
        return tx.comments.get(comment.id) or comment

    def _call_off(self, tx: Tx, hides: Sequence[AutomaticHide], os_user: str) -> None:
        """The console cancels queued hides of its own: nobody has judged them, their comments are open again."""
        machine = breaker.Machine(PROGRAM, Role.MODERATOR, os_user)
        for hide in hides:
            decision, comment = tx.decisions.get(hide.decision_id), tx.comments.get(hide.comment_id)
            row = None if decision is None else own_row(tx, decision)
            if decision is not None and comment is not None and row is not None:
                self._cancel(tx, decision, comment, machine, row)

    def _no(
        self,
        tx: Tx,
        decision: Decision,
        comment: Comment,
        actor: Actor,
        code: str,
        refusal: Refusal | None = None,
    ) -> DecisionOutcome:
        if refusal is None:
            refusal = Refusal(
                code, "", Reason(code, {"action": decision.action.value, "decision_id": decision.id})
            )
        tx.log(
            draft(
                "refusal", actor, comment, action=decision.action.value, outcome="refused", error=code,
                undoes=decision.id, clause=refusal.clause or None,
            )
        )  # fmt: skip
        return DecisionOutcome(
            None, comment.id, decision.action.value, "refused", decision.outbox_id, None, refusal
        )

    # ------------------------------------------------------------------ by hand

    def _confirm(self, tx: Tx, outbox_id: int, done: bool, actor: Actor) -> DecisionOutcome:
        row = tx.outbox.get(outbox_id)
        if row is None:
            raise NotFound("outbox_not_found", id=outbox_id)
        actor.need(_permission(row), tx)
        if row.state is not OutboxState.WAITING_PERSON:
            raise DomainError("not_waiting_person", id=outbox_id, state=row.state.value)
        comment = tx.comments.get(row.comment_id)
        decision = tx.decisions.get(row.decision_id)
        assert comment is not None
        assert decision is not None
        if done:
            settle_done(
                tx,
                actor,
                row.id,
                comment.id,
                decision.id,
                ActionResult(code="by_hand"),
                "confirmed_by_person",
            )
            return DecisionOutcome(decision.id, comment.id, row.action.value, "done", row.id)
        moved = tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error={"code": "not_done", "params": {}})
        tx.decisions.set(decision.id, state="failed")
        tx.decisions.revoke_strikes(decision.id, tx.now)
        stand(tx, comment.id, CommentState.OPEN)
        tx.log(dispatch_entry(tx, actor, comment, decision, moved, outcome="not_done", code="by_hand"))
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))
        return DecisionOutcome(decision.id, comment.id, row.action.value, "failed", row.id)

    def _barred(
        self, tx: Tx, decision: Decision, comment: Comment, policy: Policy, actor: Actor
    ) -> DecisionOutcome | None:
        """The refusal of what was decided once and is forbidden by now: another policy, or a category put right."""
        proposal = self._proposal(tx, comment, policy)
        stop = refuse(
            policy, decision.action.value, self._facts(tx, comment), proposal, role=actor.today(tx).role.value,
            actor=actor.name, capability=self._capability(comment, decision.action), now=tx.now, reason=decision.reason,
        )  # fmt: skip
        if not isinstance(stop, Refusal):
            return (
                None  # where a second person is asked for, one has agreed before it was sent the first time
            )
        return self._refused(tx, comment, DecisionAsk(comment.id, decision.action), actor, proposal, stop)

    def _retry(self, tx: Tx, outbox_id: int, actor: Actor) -> DecisionOutcome:
        row = tx.outbox.get(outbox_id)
        if row is None:
            raise NotFound("outbox_not_found", id=outbox_id)
        actor.need("dispatch", tx)
        actor.need(_permission(row), tx)
        if row.state is not OutboxState.FAILED:
            raise DomainError("not_failed", id=outbox_id, state=row.state.value)
        decision = tx.decisions.get(row.decision_id)
        comment = tx.comments.get(row.comment_id)
        assert decision is not None
        assert comment is not None
        if decision.undone_by is not None:
            raise DomainError("decision_undone", id=decision.id)
        if row.undoes is None and decision.shown_revision != comment.revision:
            raise Stale("stale_revision", id=comment.id, shown=decision.shown_revision, now=comment.revision)
        policy = self._policies.current(tx)
        if row.undoes is None:
            barred = self._barred(tx, decision, comment, policy, actor)
            if barred is not None:
                return barred
        tx.outbox.move(row.id, OutboxState.QUEUED, tx.now, not_before=tx.now)
        by_hand = self._capability(comment, row.action).mode == "link"
        if by_hand:
            tx.outbox.move(row.id, OutboxState.WAITING_PERSON, tx.now)
        state = "waiting_person" if by_hand else "queued"
        tx.decisions.set(decision.id, state=state)
        known = policy.categories.get(comment.category)
        if row.undoes is None and decision.actor != PROGRAM and decision.action in STRIKE_ACTIONS:
            if known is not None and known.violation:  # the failure had taken it back
                tx.decisions.add_strike(comment.author_id, comment.id, decision.id, comment.category, tx.now)
        stand(tx, comment.id, CommentState.WAITING if by_hand else CommentState.PENDING)
        tx.log(draft("retry", actor, comment, action=row.action.value, decision=decision.id, outbox=row.id))
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))
        return DecisionOutcome(
            decision.id, comment.id, row.action.value, state, row.id, None if by_hand else tx.now
        )
