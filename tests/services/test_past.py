"""The history of decisions: newest first, what became of each, how it comes back, and what Ctrl+Z is about."""

from __future__ import annotations

from console.domain.decision import DecisionOutcome
from console.services.past import Past, PastDecision
from console.services.ways_back import Way
from tests.support.bench import ANA, BO, LEA, ZOE, Bench


def past(bench: Bench) -> Past:
    """The history of the bench's workspace."""
    return Past(bench.store, bench.policies)


def line(bench: Bench, outcome: DecisionOutcome) -> PastDecision:
    """The line of one decision as Ana sees it."""
    number = outcome.decision_id or 0
    return past(bench).lines([number], ANA)[number]


def test_newest_first_mine_or_everybodys_today_or_all(bench: Bench) -> None:
    first = bench.decide(bench.comment("hello"), "keep")
    bench.clock.turn(86_400)
    second = bench.decide(bench.comment("hello you"), "keep", actor=BO)
    third = bench.decide(bench.comment("hello all"), "snooze")
    bench.undo(third)
    made = [one.decision_id for one in (third, second, first)]
    assert list(past(bench).ids()) == made
    assert list(past(bench).ids("ana")) == [made[0], made[2]]
    assert list(past(bench).ids(None, bench.clock.now() - 60)) == made[:2]
    undone = line(bench, third)
    assert (undone.state, undone.undone_by, undone.way.code) == ("undone", "ana", "undo_already")


def test_the_way_back_changes_as_it_leaves(bench: Bench) -> None:
    one = bench.comment("you idiot")
    hide = bench.decide(one, "hide")
    found = line(bench, hide)
    assert (found.state, found.way) == ("leaving", Way("cancel", until=bench.clock.now() + 20))
    assert found.leaves_at == bench.clock.now() + 20
    bench.store.write(
        lambda tx: tx.outbox.claim_ready(tx.now + 60, [bench.channel_id]), durable=False
    ).result()
    assert (line(bench, hide).state, line(bench, hide).way.code) == ("sending", "undo_in_flight")
    bench.recover()
    bench.dispatch()
    assert (line(bench, hide).state, line(bench, hide).way) == ("done", Way("opposite", "unhide"))
    report = bench.decide(one, "report")
    bench.dispatch()
    assert (line(bench, report).state, line(bench, report).way.code) == ("done", "undo_none")
    later = bench.decide(bench.comment("hello"), "snooze")
    assert line(bench, later).way == Way("reopen", until=bench.clock.now() + 3600)
    waiting = bench.decide(bench.comment("hello you"), "delete")
    assert (line(bench, waiting).state, line(bench, waiting).way) == ("waiting_review", Way("reopen"))


def test_a_failed_one_says_with_what_and_can_be_closed(bench: Bench) -> None:
    one = bench.comment("you idiot")
    mute = bench.decide(one, "mute")
    bench.fault("gone", path="/mute")
    bench.dispatch()
    found = line(bench, mute)
    assert (found.state, found.way.code) == ("failed", "close")
    assert found.error


def test_what_was_never_carried_out_has_nothing_to_undo(bench: Bench) -> None:
    asked = bench.decide(bench.comment("hello"), "delete")
    (review,) = bench.store.read(lambda r: r.decisions.reviews())
    bench.moderation.answer_review(review.id, False, BO)
    assert (line(bench, asked).state, line(bench, asked).way.code) == ("closed", "undo_closed")
    refused = bench.undo(asked)
    assert refused.refusal is not None
    assert refused.refusal.code == "undo_closed"


def test_another_ones_decision_says_so_where_it_is_not_for_me_to_undo(bench: Bench) -> None:
    kept = bench.decide(bench.comment("hello"), "keep", actor=BO)
    number = kept.decision_id or 0
    assert past(bench).lines([number], ANA)[number].way.code == "undo_other"
    assert past(bench).lines([number], LEA)[number].way.code == "reopen"
    assert past(bench).lines([number], ZOE)[number].way.code == "undo_other"
    refused = bench.undo(kept)  # and the undo itself answers the same
    assert refused.refusal is not None


def test_ctrl_z_again_and_again_walks_back_through_ones_own(bench: Bench) -> None:
    one, two = bench.comment("you idiot"), bench.comment("hello")
    first = bench.decide(one, "hide")
    second = bench.decide(two, "keep")
    bench.decide(bench.comment("hello you"), "keep", actor=BO)
    named = past(bench).next_to_undo(ANA)
    assert named is not None
    assert (named.id, named.action, named.comment.text) == (second.decision_id, "keep", "hello")
    bench.undo(named.id)
    named = past(bench).next_to_undo(ANA)
    assert named is not None
    assert named.id == first.decision_id
    bench.undo(named.id)
    assert past(bench).next_to_undo(ANA) is None


def test_what_cannot_come_back_is_named_and_then_passed(bench: Bench) -> None:
    kept = bench.decide(bench.comment("hello"), "keep")
    report = bench.decide(bench.comment("you idiot"), "report")
    bench.dispatch()
    named = past(bench).next_to_undo(ANA)
    assert named is not None
    assert (named.id, named.way.code) == (report.decision_id, "undo_none")
    named = past(bench).next_to_undo(ANA, {report.decision_id or 0})
    assert named is not None
    assert named.id == kept.decision_id


def test_a_batch_is_one_line_that_opens(bench: Bench) -> None:
    bench.decide(bench.comment("alone"), "keep")
    made = [bench.decide(bench.comment(f"hello {n}"), "keep", batch="b1") for n in range(3)]
    alone = bench.decide(bench.comment("last"), "keep")
    newest = made[-1].decision_id or 0
    ids = past(bench).ids()
    assert len(ids) == 3
    assert list(ids)[:2] == [alone.decision_id, -newest]
    bench.undo(made[0])
    found = past(bench).lines(list(ids), ANA)[-newest]
    assert (found.batch, found.count, found.standing, found.action) == ("b1", 3, 2, "keep")
    assert list(past(bench).of_batch(-newest)) == [one.decision_id for one in reversed(made)]
    assert list(past(bench).of_batch(alone.decision_id or 0)) == []
