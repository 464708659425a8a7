"""The whole life of every action on the practice network: decided, carried out, seen there, logged, taken back."""

from __future__ import annotations

import pytest

from console.domain.vocabulary import CommentState, OutboxState
from tests.support.bench import ANA, BO, LEA, Bench


def test_keep_is_done_at_once_and_never_leaves_the_machine(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    result = bench.decide(one, "keep")
    assert (result.state, result.outbox_id, result.not_before) == ("done", None, None)
    assert bench.state(one) is CommentState.DONE
    assert bench.dispatch() == 0
    assert bench.log() == []
    undone = bench.undo(result)
    assert (undone.state, undone.action) == ("done", "keep")
    assert bench.state(one) is CommentState.OPEN
    assert bench.outcomes(one) == [("decision", "keep", "done"), ("undo", "keep", "done")]


def test_a_reply_leaves_after_the_undo_window_and_stands_there_once(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    result = bench.decide(one, "reply", "Yes, we do — in two days. 🇧🇪")
    assert result.state == "queued"
    assert result.not_before == bench.clock.now() + 20
    assert bench.state(one) is CommentState.PENDING
    assert bench.dispatch(wait=False) == 0
    assert bench.log() == []
    assert bench.dispatch() == 1
    (sent,) = bench.log("reply")
    assert (sent["target"], sent["text"]) == (one.remote_id, "Yes, we do — in two days. 🇧🇪")
    assert bench.outbox(result) is OutboxState.DONE
    assert bench.decision(result).state == "done"
    assert bench.state(one) is CommentState.DONE
    assert (bench.row(result).result or {})["remote_id"] == sent["remote_id"]
    assert bench.outcomes(one) == [("decision", "reply", "queued"), ("dispatch", "reply", "done")]
    bench.pull()  # our own reply comes back as context
    ours = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, sent["remote_id"]))
    assert ours is not None
    assert ours.ours
    assert bench.dispatch() == 0
    assert len(bench.log("reply")) == 1


def test_our_own_reply_that_is_deleted_is_said_no_more(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    bench.decide(one, "reply", "Yes")
    bench.dispatch()
    (sent,) = bench.log("reply")
    bench.pull()
    ours = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, sent["remote_id"]))
    assert ours is not None
    result = bench.decide(ours, "delete")
    for review in bench.store.read(lambda r: r.decisions.reviews()):
        result = bench.moderation.answer_review(review.id, True, BO)
    assert result.state == "queued"
    bench.dispatch()
    assert [entry["target"] for entry in bench.log("delete")] == [sent["remote_id"]]
    ours = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, sent["remote_id"]))
    assert ours is not None
    assert (ours.state, ours.ours) == (CommentState.GONE, True)


def test_a_reply_undone_while_queued_never_leaves(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    result = bench.decide(one, "reply", "Yes")
    undone = bench.undo(result)
    assert undone.state == "done"
    assert bench.outbox(result) is OutboxState.CANCELLED
    assert bench.decision(result).state == "undone"
    assert bench.state(one) is CommentState.OPEN
    assert bench.dispatch() == 0
    assert bench.log() == []


def test_a_reply_undone_after_it_was_sent_is_deleted_there(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    result = bench.decide(one, "reply", "Yes")
    bench.dispatch()
    (sent,) = bench.log("reply")
    bench.pull()  # it comes back as context
    undone = bench.undo(result)
    assert (undone.state, undone.action) == ("queued", "delete")
    assert bench.dispatch(wait=False) == 1
    assert [entry["target"] for entry in bench.log("delete")] == [sent["remote_id"]]
    assert bench.state(one) is CommentState.OPEN
    assert bench.decision(result).state == "undone"
    ours = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, sent["remote_id"]))
    assert ours is not None
    assert ours.state is CommentState.GONE  # and is said no more
    assert (
        bench.store.read(lambda r: r.decisions.history(one.author_id, one.post_id)).replies_by_us_in_thread
        == 0
    )
    # The stranger's comment itself is untouched.
    listed = bench.ask("GET", "/_practice/log")["entries"]
    assert not [entry for entry in listed if entry["action"] == "delete" and entry["target"] == one.remote_id]
    assert [entry[:1] + entry[2:] for entry in bench.outcomes(one)] == [
        ("decision", "queued"),
        ("dispatch", "done"),
        ("undo", "queued"),
        ("dispatch", "done"),
    ]


@pytest.mark.parametrize(
    ("action", "opposite", "flag"),
    [("hide", "unhide", "hidden"), ("mute", "unmute", "muted"), ("like", "unlike", None)],
)
def test_there_and_back(bench: Bench, action: str, opposite: str, flag: str | None) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, action)
    assert bench.dispatch() == 1
    assert [entry["action"] for entry in bench.log()] == [action]

    def flagged() -> bool:
        if flag == "hidden":
            return bench.again(one).hidden
        author = bench.store.read(lambda r: r.comments.author(one.author_id))
        return bool(getattr(author, flag or "", False))

    assert flag is None or flagged()
    assert bench.state(one) is CommentState.DONE
    undone = bench.undo(result)
    assert (undone.state, undone.action) == ("queued", opposite)
    assert bench.state(one) is CommentState.PENDING
    assert bench.dispatch(wait=False) == 1
    assert [entry["action"] for entry in bench.log()] == [action, opposite]
    assert not flagged()
    assert bench.state(one) is CommentState.OPEN


def test_hide_then_unhide_as_decisions_of_their_own(bench: Bench) -> None:
    one = bench.comment("you idiot")
    bench.decide(one, "hide")
    bench.dispatch()
    shown = bench.decide(one, "unhide")
    assert bench.dispatch() == 1
    assert not bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE
    undone = bench.undo(shown)
    assert undone.action == "hide"
    bench.dispatch()
    assert bench.again(one).hidden
    # It was decided before the unhide, and that decision stands again.
    assert bench.state(one) is CommentState.DONE


def test_report_carries_the_category_and_cannot_be_undone(bench: Bench) -> None:
    one = bench.comment("you vermin")
    result = bench.decide(one, "report")
    if result.state == "waiting_review":
        waiting = bench.store.read(lambda r: r.decisions.reviews())
        result = bench.moderation.answer_review(waiting[0].id, True, BO)
    assert bench.dispatch() == 1
    (sent,) = bench.log("report")
    assert sent["reason"] == "hate"
    undone = bench.undo(result)
    assert undone.state == "refused"
    assert undone.refusal is not None
    assert undone.refusal.code == "undo_none"
    assert bench.decision(result).state == "done"
    assert bench.outcomes(one)[-1] == ("refusal", "report", "refused")


def test_delete_waits_for_a_second_person_and_cannot_be_undone(bench: Bench) -> None:
    one = bench.comment("buy at the casino")
    result = bench.decide(one, "delete")
    assert (result.state, result.outbox_id) == ("waiting_review", None)
    assert bench.state(one) is CommentState.WAITING
    assert bench.strikes(one) == []
    assert bench.dispatch() == 0
    (review,) = bench.store.read(lambda r: r.decisions.reviews())
    agreed = bench.moderation.answer_review(review.id, True, BO)
    assert agreed.state == "queued"
    assert bench.strikes(one) == ["spam"]
    assert bench.dispatch() == 1
    assert [entry["target"] for entry in bench.log("delete")] == [one.remote_id]
    assert bench.state(one) is CommentState.GONE
    undone = bench.undo(result)
    assert undone.refusal is not None
    assert undone.refusal.code == "undo_none"
    assert bench.strikes(one) == ["spam"]


def test_warn_is_a_reply_that_counts_as_a_step(bench: Bench) -> None:
    one = bench.comment("you idiot")
    bench.decide(one, "warn", "Please stay polite.")
    assert bench.dispatch() == 1
    assert [entry["text"] for entry in bench.log("reply")] == ["Please stay polite."]
    history = bench.store.read(lambda r: r.decisions.history(one.author_id))
    assert [action for action, _ in history.actions_done] == ["warn"]
    assert bench.strikes(one) == ["insult"]


def test_block_only_after_the_ladder_with_a_reason_and_a_second_person(bench: Bench) -> None:
    first = bench.comment("you idiot")
    refused = bench.decide(first, "block", reason="insults")
    assert refused.state == "refused"
    assert refused.refusal is not None
    assert refused.refusal.code == "refuse.block"
    assert bench.strikes(first) == []
    for number, (action, text) in enumerate(
        [("warn", "Please stay polite."), ("hide", None), ("report", None)]
    ):
        one = bench.comment(f"you idiot, again {number}")
        result = bench.decide(one, action, text)
        if result.state == "waiting_review":
            (review,) = bench.store.read(lambda r: r.decisions.reviews())
            bench.moderation.answer_review(review.id, True, BO)
        assert bench.dispatch() == 1
        bench.clock.turn(60)
    last = bench.comment("you idiot, for the last time")
    unreasoned = bench.decide(last, "block")
    assert unreasoned.refusal is not None
    assert unreasoned.refusal.why.code == "refuse.block_reason"
    result = bench.decide(last, "block", reason="insults")
    assert result.state == "waiting_review"
    (review,) = bench.store.read(lambda r: r.decisions.reviews())
    agreed = bench.moderation.answer_review(review.id, True, LEA)
    assert agreed.state == "queued"
    assert bench.dispatch() == 1
    assert [entry["target"] for entry in bench.log("block")] == [last.author_remote_id]
    author = bench.store.read(lambda r: r.comments.author(last.author_id))
    assert author is not None
    assert author.blocked
    undone = bench.undo(result, actor=LEA)
    assert (undone.state, undone.action) == ("queued", "unblock")
    assert bench.dispatch(wait=False) == 1
    author = bench.store.read(lambda r: r.comments.author(last.author_id))
    assert author is not None
    assert not author.blocked


def test_snooze_wakes(bench: Bench) -> None:
    one = bench.comment("hello")
    bench.decide(one, "snooze", until=bench.clock.now() + 600)
    assert bench.state(one) is CommentState.SNOOZED
    assert bench.store.read(lambda r: r.comments.next_wake()) == bench.clock.now() + 600
    bench.clock.turn(599)
    assert bench.store.write(lambda tx: tx.comments.wake_snoozed(tx.now)).result() == []
    bench.clock.turn(1)
    assert bench.store.write(lambda tx: tx.comments.wake_snoozed(tx.now)).result() == [one.id]
    assert bench.state(one) is CommentState.OPEN
    assert bench.store.read(lambda r: r.comments.next_wake()) is None


def test_snooze_undone(bench: Bench) -> None:
    one = bench.comment("hello")
    result = bench.decide(one, "snooze")
    bench.undo(result)
    again = bench.again(one)
    assert (again.state, again.snoozed_until) == (CommentState.OPEN, None)


def test_escalate_hands_over_and_comes_back_on_undo(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "escalate", params={"to": "legal"})
    again = bench.again(one)
    assert (again.state, again.assignee) == (CommentState.WAITING, "legal")
    bench.undo(result)
    again = bench.again(one)
    assert (again.state, again.assignee) == (CommentState.OPEN, None)


def test_an_action_by_hand_waits_for_a_person_and_is_confirmed(bench: Bench) -> None:
    from tests.support.workspaces import add_channel, comment, take_in

    channel = add_channel(bench.store, "file", "export")
    (number,) = take_in(bench.store, channel, comment(1, "you idiot"), kind="file")
    from tests.support.bench import read_texts

    bench.triage.run(read_texts)
    one = bench.store.read(lambda r: r.comments.get(number))
    assert one is not None
    result = bench.decide(one, "hide")
    assert (result.state, result.not_before) == ("waiting_person", None)
    assert bench.state(one) is CommentState.WAITING
    assert bench.dispatch() == 0
    assert bench.outbox(result) is OutboxState.WAITING_PERSON
    done = bench.moderation.confirm(result.outbox_id or 0, True, ANA)
    assert done.state == "done"
    assert bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE
    assert bench.outcomes(one)[-1] == ("dispatch", "hide", "confirmed_by_person")
    second = bench.decide(one, "unhide")
    bench.moderation.confirm(second.outbox_id or 0, False, ANA)
    assert bench.outbox(second) is OutboxState.FAILED
    assert bench.again(one).hidden


def test_strikes_come_with_a_decision_and_go_with_its_undo(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    assert bench.strikes(one) == ["insult"]
    muted = bench.decide(one, "mute")  # a second measure against the same comment is no second strike
    assert bench.strikes(one) == ["insult"]
    bench.undo(result)
    assert bench.strikes(one) == ["insult"]  # the mute stands, and so does what it was for
    bench.undo(muted)
    assert bench.strikes(one) == []


def test_a_strike_stays_while_another_measure_stands_whatever_becomes_of_the_first(bench: Bench) -> None:
    one = bench.comment("you idiot")
    bench.decide(one, "hide")
    bench.moderation.categorise(int(one.id), "hate", "", ANA)
    bench.decide(bench.again(one), "mute", shown_revision=bench.again(one).revision)
    bench.moderation.undo(bench.store.read(lambda r: r.decisions.of_comment(one.id))[0].id, ANA)
    assert bench.strikes(one) == ["hate"]  # as the mute saw it
    bench.dispatch()
    two = bench.comment("what an idiot", "another")
    failed = bench.decide(two, "mute")
    bench.decide(two, "hide")
    bench.fault("gone", path="/mute")
    bench.dispatch()
    assert bench.outbox(failed) is OutboxState.FAILED
    assert bench.strikes(two) == ["insult"]  # for the hide


def test_a_reply_is_no_strike(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    bench.decide(one, "reply", "Yes")
    assert bench.strikes(one) == []


# ---------------------------------------------------------------------- two actions on one comment


def test_two_actions_on_one_comment_leave_in_order_and_the_comment_waits_for_both(bench: Bench) -> None:
    one = bench.comment("you idiot")
    first = bench.decide(one, "hide")
    bench.clock.turn(10)
    second = bench.decide(one, "mute")
    bench.clock.turn(11)
    assert bench.dispatch(wait=False) == 1
    assert (bench.outbox(first), bench.outbox(second)) == (OutboxState.DONE, OutboxState.QUEUED)
    assert bench.state(one) is CommentState.PENDING
    assert bench.dispatch() == 1
    assert bench.state(one) is CommentState.DONE
    assert [entry["action"] for entry in bench.log()] == ["hide", "mute"]


@pytest.mark.parametrize("order", [("hide", "mute"), ("mute", "hide")])
def test_one_of_two_that_fails_brings_the_comment_back(bench: Bench, order: tuple[str, str]) -> None:
    one = bench.comment("you idiot")
    results = {action: bench.decide(one, action) for action in order}
    bench.fault("gone", path="/mute")  # the account is gone, the comment is not
    assert bench.dispatch() == 2
    assert bench.outbox(results["hide"]) is OutboxState.DONE
    assert bench.outbox(results["mute"]) is OutboxState.FAILED
    assert bench.decision(results["mute"]).state == "failed"
    assert bench.again(one).hidden
    assert bench.state(one) is CommentState.OPEN
    bench.decide(one, "keep")
    assert bench.state(one) is CommentState.DONE


def test_undoing_one_of_two_leaves_the_other_on_its_way(bench: Bench) -> None:
    one = bench.comment("you idiot")
    first = bench.decide(one, "hide")
    second = bench.decide(one, "mute")
    bench.undo(second)
    assert bench.state(one) is CommentState.PENDING
    assert bench.dispatch() == 1
    assert bench.outbox(first) is OutboxState.DONE
    assert bench.state(one) is CommentState.DONE


def test_an_action_never_overtakes_an_earlier_one_on_the_same_comment(bench: Bench) -> None:
    one = bench.comment("you idiot")
    hide = bench.decide(one, "hide")
    shown = bench.decide(one, "unhide", at_once=True)
    assert shown.not_before == bench.clock.now()
    row = shown.outbox_id
    assert bench.run(lambda d: d.run_due(only=row)) == 0
    assert bench.outbox(shown) is OutboxState.QUEUED
    assert bench.dispatch() == 2
    assert [entry["action"] for entry in bench.log()] == ["hide", "unhide"]
    assert bench.outbox(hide) is OutboxState.DONE
    assert not bench.again(one).hidden


def test_an_unmute_from_another_comment_does_not_overtake_the_mute(bench: Bench) -> None:
    first = bench.comment("you idiot")
    other = bench.comment("hello again")
    assert first.author_id == other.author_id
    bench.decide(first, "mute")
    bench.decide(other, "unmute", at_once=True)
    assert bench.dispatch(wait=False) == 0
    assert bench.dispatch() == 2
    assert [entry["action"] for entry in bench.log()] == ["mute", "unmute"]
    author = bench.store.read(lambda r: r.comments.author(first.author_id))
    assert author is not None
    assert not author.muted
