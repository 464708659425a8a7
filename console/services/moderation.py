"""Decisions: one key press becomes one transaction of decision, intent, comment state and audit entry.

Everything that may refuse is asked inside that transaction, on what the database says then: the claim, the revision
that was on the screen, the role, the platform's capability, the policy. A refusal is a result and is logged too.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from console.connectors import registry
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
    STRIKE_ACTIONS,
    UNFINISHED,
    ActionKind,
    CommentState,
    Role,
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
from console.services import deeds, feedback
from console.services.being_erased import being_erased
from console.services.claiming import ended
from console.services.entries import draft
from console.services.recording import TEXT_ACTIONS, DecisionAsk, Recording, reason_code
from console.services.remaining import ENDING, plain, remaining
from console.services.saying import findings, open_field
from console.services.triage import proposal_for
from console.services.ways_back import ERASED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Comment
    from console.services.roles import Actor
    from console.store import AutomaticHide, Tx

#: What answers for a hide of the console's own instead of acting anew: it stays hidden, or is shown again.
ANSWERS: Final = frozenset({ActionKind.HIDE, ActionKind.KEEP, ActionKind.UNHIDE})
#: What can be decided about a comment that is gone: its author is still there.
AFTER_IT_IS_GONE: Final = frozenset({*LOCAL_ACTIONS, ActionKind.BLOCK, ActionKind.MUTE})
#: What leaves nothing to offer: another answer than acting, or one for later.
WHOLE: Final = ENDING | {ActionKind.SNOOZE, ActionKind.WATCH, ActionKind.LIKE}
#: Who answers or likes a comment leaves it standing: a hide of the console's that has not left yet does not leave.
LEAVING: Final = frozenset({ActionKind.REPLY, ActionKind.LIKE})


class Moderation(Recording):
    """The use cases around one decision."""

    def decide(self, ask: DecisionAsk, actor: Actor) -> DecisionOutcome:
        """Record one decision; blocks for one transaction, so never call it on the GUI thread.

        Raises NotFound, Stale and UsageError; what the role or the policy forbids comes back as a refusal.
        """
        self._policies.warm()

        def work(tx: Tx) -> DecisionOutcome:
            policy = self._policies.current(tx)
            return self._with_rest(tx, self._decide(tx, ask, actor, policy), actor, policy)

        return self._store.write(work).result()

    def _with_rest(self, tx: Tx, outcome: DecisionOutcome, actor: Actor, policy: Policy) -> DecisionOutcome:
        """The outcome with what the policy proposes besides, as far as this person may do it here."""
        if outcome.refusal is not None or outcome.state == "failed" or outcome.action in WHOLE:
            return outcome
        comment = tx.comments.get(outcome.comment_id)
        if comment is None or comment.state is CommentState.GONE:
            return outcome
        proposal = self._proposal(tx, comment, policy)
        left = remaining(proposal, tx.decisions.of_comment(comment.id), comment)
        found = []
        for one in left:
            action = ActionKind(plain(one))
            # With a text in it only the editor can say whether it may stand.
            next_ask = DecisionAsk(int(comment.id), action, text="-" if action in TEXT_ACTIONS else None)
            if not isinstance(self._weigh(tx, comment, next_ask, actor, policy)[3], Refusal):
                found.append(one)
        return replace(outcome, remaining=tuple(found))

    def categorise(
        self,
        comment_id: int,
        category: str,
        reason: str,
        actor: Actor,
        *,
        shown_revision: int | None = None,
        batch: str | None = None,
    ) -> Refusal | None:
        """Set the category that a person sees in a comment; logged. The refusal where another one holds it.

        ``shown_revision`` is what was on the screen (None: not looked at), ``batch`` names what was set together.
        Raises NotFound, NotAllowed, Stale as ``decide`` does, and UsageError ``reason_needed`` where a protected category
        is left without one (``decide`` refuses it).
        """
        self._policies.warm()
        ask = DecisionAsk(
            comment_id,
            ActionKind.KEEP,
            category=category,
            reason=reason,
            shown_revision=shown_revision,
            batch=batch,
        )
        return self._store.write(lambda tx: self._categorise(tx, ask, actor)).result()

    def categorise_some(
        self, ids: Sequence[int], category: str, reason: str, actor: Actor, batch: str | None = None
    ) -> int:
        """The same for a few dozen, in one transaction; to how many.

        Passed over are those that are gone, that another person holds, and whose text changed since it was found alike.
        Raises as ``categorise`` does, and then none of these is set.
        """
        self._policies.warm()

        def work(tx: Tx) -> int:
            actor.need("decide", tx)
            done = 0
            placed = tx.likeness.rows(ids)
            for one in (found.id for found in tx.comments.rows(ids) if found.state is not CommentState.GONE):
                seen = placed.get(int(one))
                ask = DecisionAsk(
                    one, ActionKind.KEEP, category=category, reason=reason, batch=batch,
                    shown_revision=None if seen is None else seen.revision,
                )  # fmt: skip
                with contextlib.suppress(Stale):
                    done += self._categorise(tx, ask, actor) is None
            return done

        return self._store.write(work).result()

    def _categorise(self, tx: Tx, ask: DecisionAsk, actor: Actor) -> Refusal | None:
        actor.need("decide", tx)
        comment = tx.comments.get(ask.comment_id)
        if comment is None:
            raise NotFound("comment_not_found", id=ask.comment_id)
        self._seen(comment, ask, actor, "category")
        policy = self._policies.current(tx)
        held = self._held(tx, comment, actor)
        if held is not None:
            tx.log(
                draft(
                    "refusal", actor, comment, tx.comments.verdict(comment.id), self._proposal(tx, comment, policy),
                    asked="category", outcome="refused", error=held.code, batch=ask.batch,
                )
            )  # fmt: skip
            return held
        after = self._recategorise(tx, comment, ask, actor, policy)
        if after is not comment:
            feedback.after_category(tx, after)
            self._spare(tx, after, actor)
        return None

    @staticmethod
    def _seen(comment: Comment, ask: DecisionAsk, actor: Actor, asked: str | None = None) -> None:
        """Raise Stale, logged, where another text was on the screen than stands there now."""
        if ask.shown_revision is None or ask.shown_revision == comment.revision:
            return
        stale = Stale(
            "stale_revision", id=comment.id, shown=ask.shown_revision, now=comment.revision, clause="revision",
            instead=("look_again",),
        )  # fmt: skip
        what = {"asked": asked} if asked else {"action": ask.action.value}
        actor.refused(stale, comment.id, revision=comment.revision, **what)
        raise stale

    @staticmethod
    def _held(tx: Tx, comment: Comment, actor: Actor) -> Refusal | None:
        """The refusal of what another person holds just now."""
        claim = tx.shared.claim_of(int(comment.id))
        others = claim is not None and claim.holder != actor.name and claim.expires_at > tx.now
        if claim is None or not others or ended(claim.session):
            return None
        return Refusal("claimed", "", Reason("claimed", {"holder": claim.holder, "until": claim.expires_at}))

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
        self._seen(comment, ask, actor)
        if ask.shown_policy is not None and ask.shown_policy != policy.id:
            raise Stale("stale_policy", id=comment.id)
        if ask.action in TEXT_ACTIONS and not (ask.text or "").strip():
            raise UsageError("reply_empty", action=ask.action.value)
        if ask.action is ActionKind.WATCH and ask.until is not None and ask.until <= tx.now:
            raise UsageError("watch_past", until=ask.until)
        mark = tx.mark()
        before = comment
        if ask.category is not None:
            unsaid = self._unsaid(comment, ask, policy)
            if unsaid is not None:
                return self._refused(tx, comment, ask, actor, self._proposal(tx, comment, policy), unsaid)
            comment = self._recategorise(tx, comment, ask, actor, policy, deeds.ON_THE_WAY)
        proposal, capability, alone, refusal = self._weigh(tx, comment, ask, actor, policy)
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
        if ask.action is ActionKind.ESCALATE and "to" not in ask.params:
            ask = replace(ask, params={**ask.params, "to": _handed_to(tx, proposal)})
        state = (
            "done"
            if ask.action in LOCAL_ACTIONS
            else "waiting_person"
            if capability.mode == "link"
            else "queued"
        )
        decision_id = self._record(tx, comment, ask, actor, policy, proposal, state)
        if ask.action in TEXT_ACTIONS:
            tx.shared.keep_draft(comment.id, actor.name, "", tx.now)
        return self._carry(tx, decision_id, comment, ask, actor, policy, proposal, capability)

    def _weigh(
        self, tx: Tx, comment: Comment, ask: DecisionAsk, actor: Actor, policy: Policy
    ) -> tuple[Proposal, Capability, AutomaticHide | None, Refusal | ReviewNeeded | None]:
        """All that is asked of one comment before a decision stands; writes nothing, so a preview asks it too."""
        proposal = self._proposal(tx, comment, policy)
        capability = self._capability(comment, ask.action)
        alone = tx.automation.unanswered(comment.id) if ask.action in ANSWERS else None
        refusal = self._refusal(tx, comment, ask, actor, policy, proposal, capability, alone)
        return proposal, capability, alone, refusal

    @staticmethod
    def _unsaid(comment: Comment, ask: DecisionAsk, policy: Policy) -> Refusal | None:
        """A protected category is left for another one only with a reason."""
        shield = policy.categories.get(comment.category)
        leaves = shield is not None and shield.protected and ask.category in policy.categories
        if not leaves or ask.category == comment.category or is_reason(ask.reason):
            return None
        return Refusal(
            "refuse.protected", f"category.{comment.category}.protected",
            Reason("refuse.protected_reason", {"category": comment.category}), ("reply", "keep"),
        )  # fmt: skip

    def _recategorise(
        self,
        tx: Tx,
        comment: Comment,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        decision_id: int | None = None,
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
        sequence = tx.log(
            draft(
                "categorised", actor, comment, tx.comments.verdict(comment.id), tx.comments.proposal(comment.id),
                params={"before": comment.category, "after": category}, reason=reason_code(ask.reason, policy),
                batch=ask.batch,
            )
        )  # fmt: skip
        deeds.keep(
            tx, deeds.CATEGORY, actor, sequence, comment.author_id, int(comment.id),
            batch=ask.batch if decision_id is None else None, decision_id=decision_id, after={"category": category}, before={
                "category": comment.category, "by": comment.category_by, "severity": comment.severity,
                "due_at": comment.due_at,
            },
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
        held = self._held(tx, comment, actor)
        if held is not None:
            return held
        meanwhile = (
            None
            if ask.shown_decision is None
            else tx.decisions.newest_standing(int(comment.id), ask.shown_decision)
        )
        if meanwhile is not None:
            why = Reason("decided_meanwhile", {"by": meanwhile.actor, "action": meanwhile.action.value})
            return Refusal("decided_meanwhile", "", why)
        acts = LOCAL_ACTIONS if comment.remote_id.startswith(ERASED) else AFTER_IT_IS_GONE
        if being_erased(tx, comment.channel_id) or (comment.ours and comment.remote_id.startswith(ERASED)):
            return Refusal("gone", "", Reason("gone"))
        if comment.state is CommentState.GONE and ask.action not in acts:
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
            measure = registry.spec(comment.kind).measured(ask.text or "", comment.facts)
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
        if ask.action in TEXT_ACTIONS:
            tx.shared.keep_draft(comment.id, actor.name, "", tx.now)
        tx.comments.set_flags(comment.id, state=int(CommentState.WAITING))
        tx.changed("comments", (int(comment.id),))
        return DecisionOutcome(decision_id, comment.id, ask.action.value, "waiting_review")


def _handed_to(tx: Tx, proposal: Proposal) -> str:
    """To whom an escalation goes: the member or held role that the policy names, else the leads."""
    members = tx.settings.members()
    for one in proposal.actions:
        named = one.partition(":")[2]
        if plain(one) == ActionKind.ESCALATE and (named in members or named in members.values()):
            return named
    return Role.LEAD.value
