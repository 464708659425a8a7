"""Taking back what people did beside decisions: a category, an assignment, a tag, a note.

By the numbers of their audit entries deeds and decisions stand in one order: what a person did last is what they undo
first. Each is taken back as its own entry, in the same transaction.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from console.domain.comment import CommentId
from console.domain.decision import DecisionOutcome, Reason, Refusal
from console.domain.errors import NotFound
from console.domain.vocabulary import AUTOMATION, ROLE_RANK, Role
from console.policy import may
from console.services import feedback
from console.services.deeds import ASSIGN, ASSIGNABLE, CATEGORY, MOST_TAGS, NOTE, TAG, UNTAG, log_of_author
from console.services.entries import draft
from console.services.roles import same_person
from console.services.standing import PASSING
from console.services.tags import tags_changed
from console.services.triage import proposal_for
from console.services.ways_back import CLOSED, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Comment
    from console.policy import Policy
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import Deed, Reading, Store, Tx

PART: Final = 25
"""So many in one transaction: some 40 ms of the writer, and a tenth of the commits."""


def way_back(reading: Reading, deed: Deed) -> Way:
    """How a deed comes back: ``back``, or why not (``undo_already``, ``undo_changed``, ``undo_rests``, ``undo_gone``).

    A category under which somebody decided afterwards goes back with that decision, not before it.
    """
    if deed.undone_by is not None:
        return Way("undo_already")
    comment = None if deed.comment_id is None else reading.comments.get(deed.comment_id)
    if deed.comment_id is not None and comment is None:
        return Way("undo_gone")
    if deed.kind in (CATEGORY, ASSIGN):
        assert comment is not None
        newest = reading.deeds.newest_about((deed.kind,), deed)
        stands = newest is not None and newest.id == deed.id and _stands(deed, comment)
        if not stands:
            return Way("undo_changed")
        return Way("undo_rests") if deed.kind == CATEGORY and _rests(reading, deed) else Way("back")
    if deed.kind == NOTE:
        return Way("back") if reading.shared.has_note(int(deed.after["note"])) else Way("undo_gone")
    tags = {one.tag: one for one in reading.tags.of_author(deed.author_id)}
    tag = str(deed.after.get("tag", ""))
    held = tags.get(tag)
    if deed.kind == TAG:
        theirs = held is not None and (held.added_by, held.added_at) == (deed.actor, deed.created_at)
        return Way("back" if theirs else "undo_changed")
    return Way("back" if held is None and len(tags) < MOST_TAGS else "undo_changed")


def _stands(deed: Deed, comment: Comment) -> bool:
    if deed.kind == CATEGORY:
        return (comment.category, comment.category_by) == (deed.after["category"], deed.actor)
    return comment.assignee == deed.after["who"] and comment.state in ASSIGNABLE


def _rests(reading: Reading, deed: Deed) -> bool:
    """Whether somebody decided on the ground of this category and that still stands."""
    assert deed.comment_id is not None
    return any(
        one.audit_sequence > deed.sequence
        and one.id != deed.decision_id
        and one.undone_by is None
        and one.undoes is None
        and one.role != AUTOMATION
        and one.state not in CLOSED
        and one.action not in PASSING
        for one in reading.decisions.of_comment(deed.comment_id)
    )


def theirs(reading: Reading, policies: Policies, deed: Deed, viewer: Actor) -> bool:
    """Whether ``viewer`` may take it back: one's own, or a colleague's of no higher role. A note is its writer's alone."""
    if not viewer.may("undo"):
        return False
    if same_person(reading, deed.actor, viewer.name):
        return True
    if deed.kind == NOTE:
        return False
    higher = ROLE_RANK[Role(deed.role)] > ROLE_RANK[viewer.role]
    return not higher or may(policies.current(reading).permissions, viewer.role.value, "review")


def category_back(tx: Tx, policy: Policy, deed: Deed, actor: Actor) -> None:
    """Give a comment the category again that stood before ``deed``: the classifier's, or the earlier person's.

    Proposal, severity and due time are worked out anew from it, as is what the classifier learns. A hide of the
    console's own that the category called off stays called off: a person has had the comment in hand.
    """
    assert deed.comment_id is not None
    comment = tx.comments.get(deed.comment_id)
    assert comment is not None
    before = deed.before
    person = before["by"] if before["category"] in policy.categories else None
    tx.comments.set_flags(
        comment.id, category=str(before["category"]), category_by=person, severity=int(before["severity"]),
        due_at=int(before["due_at"]),
    )  # fmt: skip
    verdict = tx.comments.verdict(comment.id)
    fresh = tx.comments.get(comment.id)
    assert fresh is not None
    tx.comments.set_proposals([(fresh.id, proposal_for(tx, policy, fresh, verdict, tx.now))], tx.now)
    again = tx.comments.get(comment.id)
    assert again is not None
    proposal = tx.comments.proposal(comment.id)
    params = {"before": comment.category, "after": again.category, "entry": deed.sequence}
    tx.log(draft("category_undone", actor, again, verdict, proposal, params=params, batch=deed.batch))
    tx.deeds.undone(deed.id, actor.name, tx.now)
    feedback.after_category(tx, again)
    tx.changed("comments", (int(comment.id),))
    tx.changed("deeds", (int(comment.id),), actor=deed.actor)


def back_with(tx: Tx, policy: Policy, decision_id: int, actor: Actor) -> None:
    """A decision was taken back: the category that was set on the way to it goes back too, where it still stands."""
    for deed in tx.deeds.of_decision(decision_id):
        if way_back(tx, deed).open:
            category_back(tx, policy, deed, actor)


class TakingBack:
    """Takes deeds back; its methods block, so the window calls them on the thread of commands."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store, self._policies = store, policies

    def take_back(self, deed_id: int, actor: Actor) -> DecisionOutcome:
        """One deed. What cannot be taken back comes back as a refusal, logged. NotFound ``deed_not_found``, NotAllowed."""
        self._policies.warm()
        return self._store.write(lambda tx: self._one(tx, deed_id, actor)).result()

    def take_back_batch(self, batch: str, actor: Actor) -> tuple[int, DecisionOutcome]:
        """All of a batch that still stand, each logged by itself; how many came back, and the newest one's outcome.

        Raises as ``take_back`` does; what was taken back before stays so.
        """
        self._policies.warm()
        ids = self._store.read(lambda r: r.deeds.of_batch(batch, standing=True))
        if not ids:
            raise NotFound("nothing_to_undo", id=batch)
        found: list[DecisionOutcome] = []
        for start in range(0, len(ids), PART):
            some = ids[start : start + PART]
            found += self._store.write(partial(self._some, ids=some, actor=actor)).result()
        done = [one for one in found if one.refusal is None]
        return len(done), (done or found)[0]

    # ------------------------------------------------------------------ one

    def _some(self, tx: Tx, ids: Sequence[int], actor: Actor) -> list[DecisionOutcome]:
        return [self._one(tx, one, actor) for one in ids]

    def _one(self, tx: Tx, deed_id: int, actor: Actor) -> DecisionOutcome:
        actor.need("undo", tx)
        deed = tx.deeds.get(deed_id)
        if deed is None:
            raise NotFound("deed_not_found", id=deed_id)
        number = about(tx, deed)
        if not theirs(tx, self._policies, deed, actor.today(tx)):
            return _refused(tx, deed, number, actor, "undo_other")
        way = way_back(tx, deed)
        if not way.open:
            return _refused(tx, deed, number, actor, way.code)
        if deed.kind == CATEGORY:
            category_back(tx, self._policies.current(tx), deed, actor)
        else:
            {ASSIGN: _assigned, TAG: _tagged, UNTAG: _tagged, NOTE: _noted}[deed.kind](tx, deed, actor)
            tx.deeds.undone(deed.id, actor.name, tx.now)
            tx.changed("deeds", () if deed.comment_id is None else (deed.comment_id,), actor=deed.actor)
        return DecisionOutcome(None, number, deed.kind, "done")


def about(reading: Reading, deed: Deed) -> CommentId:
    """The comment that a deed is shown with: its own, or the author's newest."""
    if deed.comment_id is not None:
        return CommentId(deed.comment_id)
    found = reading.comments.by_author(deed.author_id, 1)
    return found[0].id if found else CommentId(0)


def _refused(tx: Tx, deed: Deed, number: CommentId, actor: Actor, code: str) -> DecisionOutcome:
    comment = tx.comments.get(number)
    tx.log(
        draft(
            "refusal", actor, comment, asked="undo", outcome="refused", error=code,
            params={"kind": deed.kind, "entry": deed.sequence},
        )
    )  # fmt: skip
    refusal = Refusal(code, "", Reason(code, {"kind": deed.kind, "by": deed.actor}))
    return DecisionOutcome(None, number, deed.kind, "refused", refusal=refusal)


def _assigned(tx: Tx, deed: Deed, actor: Actor) -> None:
    assert deed.comment_id is not None
    who = deed.before["who"]
    tx.comments.set_flags(deed.comment_id, assignee=who)
    comment = tx.comments.get(deed.comment_id)
    tx.log(
        draft(
            "assignment_undone", actor, comment, member=who, former=deed.after["who"], params={"entry": deed.sequence}
        )
    )  # fmt: skip
    tx.changed("comments", (deed.comment_id,))


def _tagged(tx: Tx, deed: Deed, actor: Actor) -> None:
    tag, known = str(deed.after["tag"]), str(deed.after["code"])
    if deed.kind == TAG:
        tx.tags.remove(deed.author_id, tag)
    else:
        tx.tags.add(deed.author_id, tag, str(deed.before["by"]), int(deed.before["at"]))
    log_of_author(tx, "tag_undone", deed.author_id, actor, {"tag": known, "entry": deed.sequence})
    tags_changed(tx, deed.author_id)


def _noted(tx: Tx, deed: Deed, actor: Actor) -> None:
    tx.shared.drop_note(int(deed.after["note"]))
    params = {"entry": deed.sequence}
    if deed.comment_id is None:
        log_of_author(tx, "note_withdrawn", deed.author_id, actor, params)
    else:
        tx.log(draft("note_withdrawn", actor, tx.comments.get(deed.comment_id), params=params))
    tx.changed("notes", (int(about(tx, deed)),))
