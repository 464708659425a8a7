"""The second person: agreeing to what cannot be undone, or not, in time; and what happens when nobody answers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from console.domain.decision import Decision, DecisionOutcome, Reason, Refusal
from console.domain.errors import DomainError, NotAllowed, NotFound, Stale
from console.domain.vocabulary import PROGRAM, STRIKE_ACTIONS, CommentState, Role
from console.policy import fills, refuse
from console.services import feedback
from console.services.breaker import CONFIRMED
from console.services.entries import draft
from console.services.moderation import Moderation
from console.services.recording import DecisionAsk
from console.services.roles import Actor, same_person
from console.services.standing import stand

if TYPE_CHECKING:
    from console.store import Review, Tx


class Reviewing(Moderation):
    """The use cases of a review that a decision waits for."""

    def answer_review(self, review_id: int, agree: bool, actor: Actor, note: str = "") -> DecisionOutcome:
        """A second person agrees or not: never the one who decided, and in the role that was asked for, or a lead.

        Raises NotAllowed (logged), Stale, NotFound and DomainError ``review_closed``. One that is too late comes back
        as expired, with a refusal that says so. ``note`` is for the one who asked: kept beside the comment, outside
        the log. The words of a reply that nobody agreed to are their author's draft again.
        """
        self._policies.warm()
        return self._store.write(lambda tx: self._answer(tx, review_id, agree, actor, note)).result()

    def expire_reviews(self, now: int) -> int:
        """Close reviews whose time is over; their decisions are cancelled. Returns how many."""
        waiting = self._store.read(lambda r: [one for one in r.decisions.reviews() if one.expires_at <= now])
        for review in waiting:
            self._store.write(
                partial(self._close_review, review_id=review.id, state="expired", actor=None)
            ).result()
        return len(waiting)

    def _answer(self, tx: Tx, review_id: int, agree: bool, actor: Actor, note: str = "") -> DecisionOutcome:
        review = tx.decisions.review(review_id)
        if review is None:
            raise NotFound("review_not_found", id=review_id)
        if review.state != "waiting":
            raise DomainError("review_closed", id=review_id, state=review.state)
        if review.expires_at <= tx.now:
            late = self._close_review(tx, review_id, "expired", None)
            why = Reason("review.expired", {"action": late.action})
            return replace(late, refusal=Refusal("review.expired", review.clause, why, (late.action,)))
        actor.need("review", tx)
        actor = actor.today(tx)
        stop = self._no_second(tx, review, actor)
        if stop is not None:
            about = tx.decisions.get(review.decision_id)
            about_action = "" if about is None else about.action.value
            actor.refused(stop, int(review.comment_id), action=about_action, decision=review.decision_id)
            raise stop
        if note.strip():
            noted = tx.comments.get(review.comment_id)
            tx.shared.add_note(
                actor.name, note.strip(), tx.now, comment_id=int(review.comment_id), author_id=None
            )
            tx.log(draft("note", actor, noted, decision=review.decision_id))
            tx.changed("notes", (int(review.comment_id),))
        if not agree:
            return self._close_review(tx, review_id, "rejected", actor)
        decision = tx.decisions.get(review.decision_id)
        comment = tx.comments.get(review.comment_id)
        assert decision is not None
        assert comment is not None
        if decision.shown_revision != comment.revision:
            raise Stale("stale_revision", id=comment.id, shown=decision.shown_revision, now=comment.revision)
        policy = self._policies.current(tx)
        params = tx.decisions.params(decision.id)
        proposal = self._proposal(tx, comment, policy)
        capability = self._capability(comment, decision.action)
        # What was asked for may be forbidden by now: another policy, or a category that a person put right meanwhile.
        barred = refuse(
            policy, decision.action.value, self._facts(tx, comment), proposal, role=decision.role,
            actor=decision.actor, capability=capability, now=tx.now, reason=decision.reason,
        )  # fmt: skip
        if isinstance(barred, Refusal):
            closed = self._close_review(tx, review_id, "refused", actor)
            return replace(closed, refusal=barred)
        tx.decisions.answer_review(review_id, "approved", actor.name, tx.now)
        tx.decisions.set(decision.id, state="done")
        feedback.after_decision(
            tx, decision.id, comment, decision.shown_revision, decision.action.value, params
        )
        known = policy.categories.get(comment.category)
        if known is not None and known.violation and decision.action in STRIKE_ACTIONS:
            tx.decisions.add_strike(comment.author_id, comment.id, decision.id, comment.category, tx.now)
        tx.log(
            draft(
                "review", actor, comment, tx.comments.verdict(comment.id), tx.comments.proposal(comment.id),
                action=decision.action.value, decision=decision.id, outcome="approved", second=actor.name,
                member=decision.actor,
            )
        )  # fmt: skip
        ask = DecisionAsk(
            comment.id,
            decision.action,
            text=decision.text,
            reason=decision.reason,
            at_once=bool(params.get("at_once")),
        )
        first = replace(actor, name=decision.actor)
        alone = tx.automation.unanswered(comment.id)
        if alone is not None and params.get("answers") == alone.decision_id:
            self._judge(tx, alone, CONFIRMED, first, policy)
        return self._carry(tx, decision.id, comment, ask, first, policy, proposal, capability)

    @staticmethod
    def _give_back(tx: Tx, decision: Decision) -> None:
        """What somebody wrote and nobody sends, or was taken back, is their draft again, unless they have begun another."""
        comment = int(decision.comment_id)
        begun = any(one.by == decision.actor for one in tx.shared.drafts_of(comment))
        if decision.text and not begun:
            tx.shared.keep_draft(comment, decision.actor, decision.text, tx.now)
            tx.changed("drafts", (comment,))

    @staticmethod
    def _no_second(tx: Tx, review: Review, actor: Actor) -> NotAllowed | None:
        """Why ``actor`` is no second person for this request: the same person, or neither in its role nor a lead."""
        if same_person(tx, actor.name, review.asked_by):  # "Ana" is no second person to "ana"
            return NotAllowed(
                "review_same_person", actor=actor.name, clause=review.clause, instead=(f"ask:{review.role}",)
            )
        if fills(actor.role.value, review.role):
            return None
        return NotAllowed(
            "refuse.review_role", actor=actor.name, role=actor.role.value, needed=review.role,
            clause=review.clause, instead=(f"ask:{review.role}", "ask:lead"),
        )  # fmt: skip

    def _close_review(self, tx: Tx, review_id: int, state: str, actor: Actor | None) -> DecisionOutcome:
        review = tx.decisions.review(review_id)
        assert review is not None
        decision = tx.decisions.get(review.decision_id)
        comment = tx.comments.get(review.comment_id)
        assert decision is not None
        assert comment is not None
        who = actor or Actor(PROGRAM, Role.MODERATOR, PROGRAM)
        if tx.decisions.answer_review(review_id, state, None if actor is None else actor.name, tx.now):
            tx.decisions.set(decision.id, state=state)
            self._give_back(tx, decision)
            # ``second_reviewer.else``: what nobody answered in time is cancelled, or goes to a lead.
            otherwise = self._policies.current(tx).approval.second_reviewer.otherwise
            passed_on = state == "expired" and otherwise == "escalate"
            if comment.state is CommentState.WAITING:
                stand(tx, comment.id, CommentState.WAITING if passed_on else CommentState.OPEN)
                if passed_on:
                    tx.comments.set_flags(comment.id, assignee=Role.LEAD.value)
            tx.log(
                draft(
                    "review", who, comment, action=decision.action.value, decision=decision.id, outcome=state,
                    member=decision.actor, asked="escalate" if passed_on else None,
                )
            )  # fmt: skip
            tx.changed("comments", (int(comment.id),))
            tx.changed("decisions", (int(comment.id),))
        return DecisionOutcome(decision.id, comment.id, decision.action.value, state)
