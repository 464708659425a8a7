"""Decisions: one key press becomes one transaction of decision, intent, comment state and audit entry.

Everything that may refuse is asked inside that transaction, on what the database says then: the claim, the revision
that was on the screen, the role, the platform's capability, the policy. A refusal is a result and is logged too.
"""

from __future__ import annotations

from typing import Final

from console.connectors import registry
from console.domain.comment import Comment
from console.domain.decision import (
    Capability,
    DecisionOutcome,
    Proposal,
    Reason,
    Refusal,
)
from console.domain.errors import NotAllowed, NotFound, Stale, UsageError
from console.domain.vocabulary import (
    LOCAL_ACTIONS,
    UNFINISHED,
    ActionKind,
    CommentState,
)
from console.policy import (
    Policy,
    ReviewNeeded,
    contradicts,
    forbid,
    is_reason,
    not_before,
    refuse,
)
from console.services import feedback
from console.services.entries import draft
from console.services.recording import STRIKE_ACTIONS, TEXT_ACTIONS, DecisionAsk, Recording, reason_code
from console.services.roles import Actor
from console.services.saying import findings, open_field
from console.services.triage import proposal_for
from console.store import AutomaticHide, Tx

#: What answers for a hide of the console's own instead of acting anew: it stays hidden, or is shown again.
ANSWERS: Final = frozenset({ActionKind.HIDE, ActionKind.KEEP, ActionKind.UNHIDE})
#: Who answers or likes a comment leaves it standing: a hide of the console's that has not left yet does not leave.
LEAVING: Final = frozenset({ActionKind.REPLY, ActionKind.LIKE})


class Moderation(Recording):
    """The use cases around one decision."""

    def decide(self, ask: DecisionAsk, actor: Actor) -> DecisionOutcome:
        """Record one decision; blocks for one transaction, so never call it on the GUI thread.

        Raises NotFound, Stale and UsageError; what the role or the policy forbids comes back as a refusal.
        """
        self._policies.warm()
        return self._store.write(lambda tx: self._decide(tx, ask, actor, self._policies.current(tx))).result()

    def categorise(self, comment_id: int, category: str, reason: str, actor: Actor) -> None:
        """Set the category that a person sees in a comment; logged.

        UsageError ``reason_needed`` where a protected category is left without one (``decide`` refuses it).
        """
        self._policies.warm()

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            comment = tx.comments.get(comment_id)
            if comment is None:
                raise NotFound("comment_not_found", id=comment_id)
            ask = DecisionAsk(comment_id, ActionKind.KEEP, category=category, reason=reason)
            after = self._recategorise(tx, comment, ask, actor, self._policies.current(tx))
            if after is not comment:
                feedback.after_category(tx, after)
                self._spare(tx, after, actor)

        self._store.write(work).result()

    def leaves_at(self, action: str, now: int) -> int:
        """The first second at which an action may leave: what is said to people waits for the end of quiet hours."""
        return not_before(self._policies.active(), action, now)

    # ------------------------------------------------------------------ deciding

    def _decide(self, tx: Tx, ask: DecisionAsk, actor: Actor, policy: Policy) -> DecisionOutcome:
        comment = tx.comments.get(ask.comment_id)
        if comment is None:
            raise NotFound("comment_not_found", id=ask.comment_id)
        try:
            actor = actor.today(tx)
        except NotAllowed as error:  # removed from the team while their window stayed open
            stranger = Refusal(
                error.code,
                str(error.params["clause"]),
                Reason(error.code, {"actor": actor.name}),
                tuple(error.params["instead"]),
            )
            return self._refused(tx, comment, ask, actor, self._proposal(tx, comment, policy), stranger)
        lacking = forbid(policy.permissions, actor.role.value, ask.action.value, actor.name)
        if lacking is not None:
            return self._refused(tx, comment, ask, actor, self._proposal(tx, comment, policy), lacking)
        if ask.shown_revision is not None and ask.shown_revision != comment.revision:
            stale = Stale(
                "stale_revision", id=comment.id, shown=ask.shown_revision, now=comment.revision,
                clause="revision", instead=("look_again",),
            )  # fmt: skip
            actor.refused(stale, comment.id, action=ask.action.value, revision=comment.revision)
            raise stale
        if ask.shown_policy is not None and ask.shown_policy != policy.id:
            raise Stale("stale_policy", id=comment.id)
        if ask.action in TEXT_ACTIONS and not (ask.text or "").strip():
            raise UsageError("reply_empty", action=ask.action.value)
        mark = tx.mark()
        before = comment
        if ask.category is not None:
            shield = policy.categories.get(comment.category)
            leaves = shield is not None and shield.protected and ask.category in policy.categories
            if leaves and ask.category != comment.category and not is_reason(ask.reason):
                unsaid = Refusal(
                    "refuse.protected", f"category.{comment.category}.protected",
                    Reason("refuse.protected_reason", {"category": comment.category}), ("reply", "keep"),
                )  # fmt: skip
                return self._refused(tx, comment, ask, actor, self._proposal(tx, comment, policy), unsaid)
            comment = self._recategorise(tx, comment, ask, actor, policy)
        proposal = self._proposal(tx, comment, policy)
        capability = self._capability(comment, ask.action)
        alone = tx.automation.unanswered(comment.id) if ask.action in ANSWERS else None
        refusal = self._refusal(tx, comment, ask, actor, policy, proposal, capability, alone)
        if isinstance(refusal, Refusal):
            if comment is not before:  # a refusal leaves the comment as it was, its category too
                tx.back_to(mark)
                comment, proposal = before, self._proposal(tx, before, policy)
            return self._refused(tx, comment, ask, actor, proposal, refusal)
        if isinstance(refusal, ReviewNeeded):
            return self._ask_review(tx, comment, ask, actor, policy, proposal, refusal)
        if alone is not None:
            return self._answer_for(tx, alone, comment, ask, actor, policy, proposal)
        said = comment is not before and ask.action not in STRIKE_ACTIONS
        if said or ask.action in LEAVING:
            comment = self._spare(tx, comment, actor)
        state = (
            "done"
            if ask.action in LOCAL_ACTIONS
            else "waiting_person"
            if capability.mode == "link"
            else "queued"
        )
        decision_id = self._record(tx, comment, ask, actor, policy, proposal, state)
        return self._carry(tx, decision_id, comment, ask, actor, policy, proposal, capability)

    def _recategorise(
        self, tx: Tx, comment: Comment, ask: DecisionAsk, actor: Actor, policy: Policy
    ) -> Comment:
        category = ask.category or ""
        if category not in policy.categories:
            raise UsageError("unknown_category", category=category, known=", ".join(policy.categories))
        if category == comment.category:
            return comment
        before = policy.categories.get(comment.category)
        if before is not None and before.protected and not is_reason(ask.reason):
            raise UsageError("reason_needed", category=comment.category)
        severity = policy.severity(category)
        tx.comments.set_flags(comment.id, category=category, category_by=actor.name, severity=severity)
        tx.log(
            draft(
                "categorised", actor, comment, tx.comments.verdict(comment.id), tx.comments.proposal(comment.id),
                params={"before": comment.category, "after": category}, reason=reason_code(ask.reason),
            )
        )  # fmt: skip
        tx.changed("comments", (int(comment.id),))
        fresh = tx.comments.get(comment.id)
        assert fresh is not None
        tx.comments.set_proposals(
            [(fresh.id, proposal_for(tx, policy, fresh, tx.comments.verdict(fresh.id), tx.now))], tx.now
        )
        again = tx.comments.get(comment.id)
        assert again is not None
        return again

    def _refusal(
        self,
        tx: Tx,
        comment: Comment,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        proposal: Proposal,
        capability: Capability,
        alone: AutomaticHide | None = None,
    ) -> Refusal | ReviewNeeded | None:
        holder = comment.claimed_by
        if holder and holder != actor.name and (comment.claim_expires_at or 0) > tx.now:
            return Refusal(
                "claimed", "", Reason("claimed", {"holder": holder, "until": comment.claim_expires_at})
            )
        if comment.state is CommentState.GONE and ask.action not in (
            *LOCAL_ACTIONS,
            ActionKind.BLOCK,
            ActionKind.MUTE,
        ):
            return Refusal("gone", "", Reason("gone"), ("keep",))
        stuck = "" if alone is None or ask.action is ActionKind.HIDE else self._stuck(tx, alone, comment)
        if stuck:
            return Refusal(stuck, "", Reason(stuck, {"action": ActionKind.HIDE.value}))
        if ask.action not in LOCAL_ACTIONS:
            for row in tx.outbox.of_comment(comment.id):
                if alone is not None and row.decision_id == alone.decision_id:
                    continue  # answering for it sends nothing
                if row.state in UNFINISHED and row.action is ask.action:
                    why = Reason("already_queued", {"outbox_id": row.id, "state": row.state.value})
                    return Refusal("already_queued", "", why)
            if tx.decisions.waits_for_review(comment.id, ask.action.value):
                return Refusal("already_queued", "", Reason("already_queued", {"state": "waiting_review"}))
        if ask.action in TEXT_ACTIONS:
            unfilled = open_field(ask.text or "")
            if unfilled is not None:
                return unfilled
            measure = registry.spec(comment.kind).measure(ask.text or "")
            if not measure.fits:
                params = {"used": measure.used, "limit": measure.limit, "unit": measure.unit}
                return Refusal("reply_too_long", "", Reason("reply_too_long", params))
        stop = refuse(
            policy,
            ask.action.value,
            self._facts(tx, comment),
            proposal,
            role=actor.role.value,
            actor=actor.name,
            capability=capability,
            now=tx.now,
            reason=ask.reason,  # a lead's reason overrides a guard; a block needs one in any case
        )
        if (
            isinstance(stop, Refusal)
            or ask.action not in TEXT_ACTIONS
            or policy.replies.contradictions != "refuse"
        ):
            return stop
        found = findings(tx, policy, comment, ask.text or "", tx.now)
        return contradicts(policy, ask.action.value, found, role=actor.role.value, reason=ask.reason) or stop

    def _stuck(self, tx: Tx, alone: AutomaticHide, comment: Comment) -> str:
        """Why an automatic hide cannot be taken back now; empty when it can."""
        raise NotImplementedError

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
        """A person decides about what the console hid: hidden it stays, or it is shown again."""
        raise NotImplementedError

    def _spare(self, tx: Tx, comment: Comment, actor: Actor) -> Comment:
        """Call off an automatic hide that has not left yet; the comment as it then is."""
        raise NotImplementedError

    def _ask_review(
        self,
        tx: Tx,
        comment: Comment,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        proposal: Proposal,
        needed: ReviewNeeded,
    ) -> DecisionOutcome:
        decision_id = self._record(tx, comment, ask, actor, policy, proposal, "waiting_review")
        tx.decisions.ask_review(
            decision_id,
            comment.id,
            actor.name,
            needed.from_role,
            needed.clause,
            tx.now,
            tx.now + needed.within_s,
        )
        tx.comments.set_flags(comment.id, state=int(CommentState.WAITING))
        tx.changed("comments", (int(comment.id),))
        return DecisionOutcome(decision_id, comment.id, ask.action.value, "waiting_review")
