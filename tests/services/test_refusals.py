"""What may not be decided: refused inside the transaction, said why, logged, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.errors import DomainError, NotAllowed, NotFound, Stale, UsageError
from console.domain.vocabulary import CommentState, OutboxState, Role
from console.services import roles
from console.services.roles import Actor
from tests.policy.helpers import SMALL
from tests.support.bench import ANA, BO, LEA, ZOE, Bench


def refused(result: object) -> str:
    refusal = getattr(result, "refusal", None)
    assert getattr(result, "state", None) == "refused"
    assert refusal is not None
    return str(refusal.code)


def test_a_refusal_is_logged_and_leaves_everything_as_it_was(bench: Bench) -> None:
    one = bench.comment("my parcel is late again")
    assert one.category == "constructive_criticism"
    for action in ("hide", "delete", "block"):
        assert refused(bench.decide(one, action, reason="no")) == "refuse.protected"
    assert bench.again(one) == one
    assert bench.strikes(one) == []
    assert bench.store.read(lambda r: r.decisions.of_comment(one.id)) == []
    assert bench.outcomes(one) == [("refusal", name, "refused") for name in ("hide", "delete", "block")]
    assert [entry["clause"] for entry in bench.entries(one)] == [
        "category.constructive_criticism.protected"
    ] * 3


def test_leaving_a_protected_category_needs_a_reason(bench: Bench) -> None:
    one = bench.comment("my parcel is late again")
    for blank in ("", "  ", "\u200b", "..."):
        unsaid = bench.decide(one, "hide", category="insult", reason=blank)
        assert refused(unsaid) == "refuse.protected"
        assert unsaid.refusal is not None
        assert unsaid.refusal.clause == "category.constructive_criticism.protected"
        with pytest.raises(UsageError) as caught:
            bench.moderation.categorise(one.id, "insult", blank, ANA)
        assert caught.value.code == "reason_needed"
    assert bench.again(one) == one
    assert bench.decide(one, "hide", category="insult", reason="it_is_one").state == "queued"
    again = bench.again(one)
    assert (again.category, again.category_by, again.severity) == ("insult", "ana", 3)
    assert bench.strikes(one) == ["insult"]


def test_a_refused_decision_does_not_change_the_category_either(bench: Bench) -> None:
    one = bench.comment("hello")
    bench.store.write(lambda tx: tx.shared.claim(one.id, "bo", "other", tx.now, 600)).result()
    before = bench.again(one)
    assert refused(bench.decide(one, "hide", category="insult")) == "claimed"
    assert bench.again(one) == before
    assert bench.store.read(lambda r: r.comments.proposal(one.id)) == bench.store.read(
        lambda r: r.comments.proposal(before.id)
    )
    assert [event for event, _, _ in bench.outcomes(one)] == ["refusal"]
    two = bench.comment("hello you", handle="other")
    assert refused(bench.decide(two, "block", category="insult", reason="x")) == "refuse.block"
    assert bench.again(two) == two
    assert [event for event, _, _ in bench.outcomes(two)] == ["refusal"]


def test_what_was_on_the_screen_must_still_be_so(bench: Bench) -> None:
    one = bench.comment("hello")
    with pytest.raises(Stale) as caught:
        bench.decide(one, "keep", shown_revision=2)
    assert caught.value.code == "stale_revision"
    with pytest.raises(Stale) as caught:
        bench.decide(one, "keep", shown_policy="sha256:another")
    assert caught.value.code == "stale_policy"
    assert bench.state(one) is CommentState.OPEN
    assert (
        bench.decide(one, "keep", shown_revision=1, shown_policy=bench.policies.active().id).state == "done"
    )


def test_an_edit_before_it_is_sent_brings_the_decision_back(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")

    def edit(tx: object) -> None:
        from dataclasses import replace

        from console.domain.comment import IncomingAuthor, IncomingComment

        item = IncomingComment(
            one.remote_id,
            "I am sorry",
            IncomingAuthor(one.author_remote_id, one.author_handle),
            one.posted_at,
        )
        tx.comments.upsert(bench.channel_id, "practice", [replace(item)], tx.now)  # type: ignore[attr-defined]

    bench.store.write(edit).result()
    bench.dispatch()
    assert bench.log() == []
    assert bench.outbox(result) is OutboxState.FAILED
    assert (bench.row(result).error or {})["code"] == "stale"
    assert bench.decision(result).state == "failed"
    assert bench.state(one) is CommentState.OPEN
    assert bench.strikes(one) == []
    assert bench.outcomes(one)[-1] == ("dispatch", "hide", "stale")
    with pytest.raises(Stale):
        bench.moderation.retry(result.outbox_id or 0, ANA)


def test_the_same_thing_twice(bench: Bench) -> None:
    one = bench.comment("you idiot")
    bench.decide(one, "hide")
    assert refused(bench.decide(one, "hide", actor=BO)) == "already_queued"
    two = bench.comment("casino casino", handle="robot")
    assert bench.decide(two, "delete").state == "waiting_review"
    assert refused(bench.decide(two, "delete", actor=BO)) == "already_queued"
    assert len(bench.store.read(lambda r: r.decisions.reviews())) == 1


def test_a_claim_keeps_others_out_until_it_ends(bench: Bench) -> None:
    one = bench.comment("hello")
    bench.store.write(lambda tx: tx.shared.claim(one.id, "bo", "other", tx.now, 600)).result()
    assert refused(bench.decide(one, "keep")) == "claimed"
    assert bench.decide(one, "keep", actor=BO).state == "done"
    two = bench.comment("hello you")
    bench.store.write(lambda tx: tx.shared.claim(two.id, "bo", "other", tx.now, 600)).result()
    bench.clock.turn(601)
    assert bench.decide(two, "keep").state == "done"


def test_claims_one_holder_at_a_time(bench: Bench) -> None:
    one = bench.comment("hello")

    def claim(who: str, force: bool = False) -> str:
        return bench.store.write(
            lambda tx: tx.shared.claim(one.id, who, who, tx.now, 600, force=force)
        ).result()

    assert [claim("ana"), claim("bo"), claim("ana"), claim("bo", True), claim("ana")] == [
        "ana",
        "ana",
        "ana",
        "bo",
        "bo",
    ]
    bench.store.write(lambda tx: tx.shared.release(one.id, "ana")).result()
    assert claim("ana") == "bo"
    bench.store.write(lambda tx: tx.shared.release(one.id, "bo")).result()
    assert claim("ana") == "ana"


def test_the_reply_guard_stops_a_third_reply_in_a_thread_and_a_lead_may_override(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    for text in ("Yes", "In two days"):
        assert bench.decide(one, "reply", text).state == "queued"
        bench.dispatch()
        bench.pull()
    assert refused(bench.decide(one, "reply", "Really")) == "guard.cap"
    assert refused(bench.decide(one, "reply", "Really", actor=LEA)) == "guard.cap"
    assert bench.decide(one, "reply", "Really", actor=LEA, reason="a new question").state == "queued"


def test_trolls_are_not_fed(bench: Bench) -> None:
    one = bench.comment("cry more, stay mad")
    assert one.category == "troll"
    assert refused(bench.decide(one, "reply", "Well")) == "guard.troll"
    assert bench.decide(one, "keep").state == "done"


@pytest.mark.parametrize("text", [None, "", "  \n "])
def test_a_reply_needs_words(bench: Bench, text: str | None) -> None:
    one = bench.comment("hello")
    for action in ("reply", "warn"):
        with pytest.raises(UsageError) as caught:
            bench.decide(one, action, text)
        assert caught.value.code == "reply_empty"


def test_too_long_is_counted_as_the_platform_counts(bench: Bench) -> None:
    one = bench.comment("hello")
    family = "👩‍👩‍👧‍👦"
    assert refused(bench.decide(one, "reply", family * 501)) == "reply_too_long"
    result = bench.decide(one, "reply", family * 500)
    assert result.state == "queued"
    assert bench.dispatch() == 1
    assert bench.outbox(result) is OutboxState.DONE


def test_a_gone_comment(bench: Bench) -> None:
    one = bench.comment("you idiot")
    bench.store.write(lambda tx: tx.comments.set_flags(one.id, state=int(CommentState.GONE))).result()
    for action in ("hide", "report", "reply"):
        assert refused(bench.decide(one, action, "text")) == "gone"
    assert bench.decide(one, "mute").state == "queued"
    assert bench.state(one) is CommentState.GONE


def test_nothing_is_hidden_on_our_own_comment(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    result = bench.decide(one, "reply", "Yes")
    bench.dispatch()
    bench.pull()
    ours = bench.store.read(
        lambda r: r.comments.by_remote(bench.channel_id, str((bench.row(result).result or {})["remote_id"]))
    )
    assert ours is not None
    assert refused(bench.decide(ours, "hide")) == "refuse.unsupported"
    assert bench.decide(ours, "keep").state == "done"
    assert bench.state(ours) is CommentState.OURS


def test_unknown_ids(bench: Bench) -> None:
    one = bench.comment("hello")
    for ask in (
        lambda: bench.decide(one.__class__(**{**_fields(one), "id": 10**9}), "keep"),
        lambda: bench.undo(10**9),
        lambda: bench.undo(None),
        lambda: bench.moderation.confirm(10**9, True, ANA),
        lambda: bench.moderation.retry(10**9, ANA),
        lambda: bench.moderation.answer_review(10**9, True, BO),
    ):
        with pytest.raises(NotFound):
            ask()


def _fields(one: object) -> dict[str, object]:
    import dataclasses

    return {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}  # type: ignore[arg-type]


# ---------------------------------------------------------------------- undo


def test_undo_is_for_once_and_not_for_undos(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    undone = bench.undo(result)
    assert refused(bench.undo(result)) == "undo_already"
    assert refused(bench.undo(undone)) == "undo_already"
    with pytest.raises(NotFound):
        bench.undo(None)  # nothing of hers is left


def test_undo_last_is_the_actor_s_own(bench: Bench) -> None:
    one, two = bench.comment("you idiot"), bench.comment("hello")
    bench.decide(one, "hide")
    bench.decide(two, "keep", actor=BO)
    undone = bench.undo(None)
    assert undone.comment_id == one.id
    assert bench.state(two) is CommentState.DONE


def test_what_is_being_sent_cannot_be_undone_just_now(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide", at_once=True)
    bench.store.write(lambda tx: tx.outbox.claim_ready(tx.now, [int(bench.channel_id)])).result()
    assert refused(bench.undo(result)) == "undo_in_flight"
    bench.recover()
    assert refused(bench.undo(result)) == "undo_in_flight"
    bench.dispatch()
    assert bench.undo(result).state == "queued"


def test_undoing_keeps_what_else_was_decided(bench: Bench) -> None:
    one = bench.comment("you idiot")
    kept = bench.decide(one, "keep")
    hidden = bench.decide(one, "hide")
    assert bench.state(one) is CommentState.PENDING
    bench.undo(hidden)
    assert bench.state(one) is CommentState.DONE
    bench.undo(kept)
    assert bench.state(one) is CommentState.OPEN


def test_undo_of_an_undone_snooze_restores_nothing_odd(bench: Bench) -> None:
    one = bench.comment("hello")
    until = bench.clock.now() + 900
    bench.decide(one, "snooze", until=until)
    kept = bench.decide(one, "keep")
    assert (bench.state(one), bench.again(one).snoozed_until) == (CommentState.DONE, None)
    bench.undo(kept)
    again = bench.again(one)
    assert (again.state, again.snoozed_until) == (CommentState.SNOOZED, until)


# ---------------------------------------------------------------------- roles


def test_roles(bench: Bench) -> None:
    one = bench.comment("you idiot")
    refused = bench.decide(one, "keep", actor=ZOE)
    assert refused.refusal is not None
    assert (refused.state, refused.refusal.code, bench.state(one)) == (
        "refused",
        "refuse.role",
        CommentState.OPEN,
    )
    with pytest.raises(NotAllowed):
        bench.undo(None, actor=ZOE)
    with pytest.raises(NotAllowed):
        bench.moderation.categorise(one.id, "spam", "", ZOE)
    assert bench.outcomes(one) == [("refusal", "keep", "refused")]


def test_any_name_acts_until_members_are_listed_then_only_members(bench: Bench) -> None:
    def actor(name: str) -> Actor:
        return bench.store.read(lambda r: roles.actor(r, name, "tester"))

    def member(name: str, role: Role) -> None:
        bench.store.write(lambda tx: tx.settings.set_member(name, role, tx.now)).result()

    assert actor("anybody").role is Role.MODERATOR
    member("tester", Role.LEAD)
    assert actor("tester").role is Role.LEAD
    assert actor("anybody").role is Role.MODERATOR
    member("ana", Role.MODERATOR)
    assert actor("ana").role is Role.MODERATOR
    with pytest.raises(NotAllowed) as caught:
        actor("anybody")
    assert caught.value.code == "refuse.unknown_member"


# ---------------------------------------------------------------------- a second person


def waiting(bench: Bench) -> tuple[object, object, int]:
    one = bench.comment("buy at the casino", handle="robot")
    result = bench.decide(one, "delete")
    (review,) = bench.store.read(lambda r: r.decisions.reviews())
    return one, result, review.id


@pytest.mark.parametrize("name", ["ana", "Ana", " ANA "])
def test_never_the_same_person(bench: Bench, name: str) -> None:
    one, _, review = waiting(bench)
    with pytest.raises(NotAllowed) as caught:
        bench.moderation.answer_review(review, True, Actor(name, Role.LEAD, "tester"))
    assert caught.value.code == "review_same_person"
    assert bench.state(one) is CommentState.WAITING  # type: ignore[arg-type]


def test_never_a_moderator_without_the_right(bench: Bench) -> None:
    _, _, review = waiting(bench)
    with pytest.raises(NotAllowed):
        bench.moderation.answer_review(review, True, Actor("max", Role.MODERATOR, "tester"))


def test_rejected(bench: Bench) -> None:
    one, result, review = waiting(bench)
    answer = bench.moderation.answer_review(review, False, BO)
    assert answer.state == "rejected"
    assert bench.state(one) is CommentState.OPEN  # type: ignore[arg-type]
    assert bench.decision(result).state == "rejected"  # type: ignore[arg-type]
    with pytest.raises(DomainError) as caught:
        bench.moderation.answer_review(review, True, BO)
    assert caught.value.code == "review_closed"
    assert bench.dispatch() == 0


def test_expired_whether_somebody_keeps_house_or_not(bench: Bench) -> None:
    one, result, review = waiting(bench)
    bench.clock.turn(86_400)
    late = bench.moderation.answer_review(review, True, BO)
    assert late.state == "expired"
    assert bench.state(one) is CommentState.OPEN  # type: ignore[arg-type]
    assert bench.decision(result).state == "expired"  # type: ignore[arg-type]
    assert bench.strikes(one) == []  # type: ignore[arg-type]
    two = bench.comment("the casino again", handle="robot")
    bench.decide(two, "delete")
    assert bench.moderation.expire_reviews(bench.clock.now()) == 0
    bench.clock.turn(86_400)
    assert bench.moderation.expire_reviews(bench.clock.now()) == 1
    assert bench.state(two) is CommentState.OPEN
    assert bench.dispatch() == 0
    assert bench.outcomes(two)[-1] == ("review", "delete", "expired")


def test_what_nobody_answers_goes_to_a_lead_where_the_policy_says_so(tmp_path: Path) -> None:
    escalating = SMALL + '\n[approval]\nsecond_reviewer = { within = "1h", else = "escalate" }\n'
    bench = Bench(tmp_path, policy=escalating)
    try:
        one = bench.comment("buy at the casino", handle="robot")
        assert bench.decide(one, "delete").state == "waiting_review"
        bench.clock.turn(3600)
        assert bench.moderation.expire_reviews(bench.clock.now()) == 1
        again = bench.again(one)
        assert (again.state, again.assignee) == (CommentState.WAITING, "lead")
        assert bench.outcomes(one)[-1] == ("review", "delete", "expired")
        assert bench.entries(one)[-1]["asked"] == "escalate"
        assert bench.dispatch() == 0
    finally:
        bench.close()


def test_what_became_forbidden_meanwhile_is_not_carried_out(bench: Bench) -> None:
    one, result, review = waiting(bench)
    bench.moderation.categorise(one.id, "constructive_criticism", "it_is_one", ANA)  # type: ignore[attr-defined]
    answer = bench.moderation.answer_review(review, True, BO)
    assert (answer.state, answer.refusal and answer.refusal.code) == ("refused", "refuse.protected")
    assert bench.state(one) is CommentState.OPEN  # type: ignore[arg-type]
    assert bench.decision(result).state == "refused"  # type: ignore[arg-type]
    assert bench.strikes(one) == []  # type: ignore[arg-type]
    assert bench.dispatch() == 0


def test_undone_while_it_waits(bench: Bench) -> None:
    one, result, review = waiting(bench)
    bench.undo(result)  # type: ignore[arg-type]
    assert bench.state(one) is CommentState.OPEN  # type: ignore[arg-type]
    with pytest.raises(DomainError):
        bench.moderation.answer_review(review, True, BO)


def test_an_edit_meanwhile_is_looked_at_again(bench: Bench) -> None:
    from console.domain.comment import IncomingAuthor, IncomingComment

    one, _, review = waiting(bench)
    item = IncomingComment(
        one.remote_id,
        "Sorry, wrong page",
        IncomingAuthor(one.author_remote_id, "x"),
        one.posted_at,  # type: ignore[attr-defined]
    )
    bench.store.write(lambda tx: tx.comments.upsert(bench.channel_id, "practice", [item], tx.now)).result()
    with pytest.raises(Stale):
        bench.moderation.answer_review(review, True, BO)
    assert bench.moderation.answer_review(review, False, BO).state == "rejected"


def test_who_agreed_is_in_the_log(bench: Bench) -> None:
    one, _, review = waiting(bench)
    bench.moderation.answer_review(review, True, BO)
    bench.dispatch()
    entries = bench.entries(one)  # type: ignore[arg-type]
    assert [(entry["event"], entry["actor"], entry.get("outcome")) for entry in entries] == [
        ("decision", "ana", "waiting_review"),
        ("review", "bo", "approved"),
        ("dispatch", "console", "done"),
    ]
    assert entries[1]["second"] == "bo"
    assert entries[1]["member"] == "ana"
