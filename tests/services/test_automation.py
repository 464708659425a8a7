"""Automatic hiding on a real network: what it hides, what it leaves, its cap, and what people say of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from console.audit.statements import statements
from console.domain.comment import Comment
from console.domain.decision import DecisionOutcome
from console.domain.vocabulary import ActionKind, CommentState, Role
from console.services.automation import Automation
from console.services.roles import Actor
from tests.support.automatic import House, policy
from tests.support.bench import ANA, BO, LEA
from tests.support.workspaces import open_store

Make = Callable[..., House]
AN = Actor("an", Role.MODERATOR, "tester")


# ---------------------------------------------------------------------- hiding


def test_the_console_hides_after_the_undo_window_and_says_that_it_was_alone(house: House) -> None:
    bench = house.bench
    one = house.comment()
    assert house.run(one) == 1
    (decision,) = bench.store.read(lambda r: r.decisions.of_comment(one.id))
    assert (decision.actor, decision.role, decision.action, decision.state, decision.reason) == (
        "console",
        "automation",
        ActionKind.HIDE,
        "queued",
        "R-INS-01",
    )
    row = bench.store.read(lambda r: r.outbox.get(decision.outbox_id or 0))
    assert row is not None
    assert row.not_before == bench.clock.now() + 20  # quiet hours hold words, not hiding
    assert bench.state(one) is CommentState.PENDING
    assert bench.log() == []
    assert bench.strikes(one) == []
    entry = bench.entries(one)[-1]
    assert (entry["event"], entry["actor"], entry["role"], entry["auto_decision"]) == (
        "decision",
        "console",
        "automation",
        "fully",
    )
    assert (entry["rules"], entry["reason"], entry["outcome"]) == (["R-INS-01"], "R-INS-01", "queued")
    assert house.view() == [one.id]
    assert bench.dispatch() == 1
    assert [said["action"] for said in bench.log()] == ["hide"]
    assert bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE
    assert house.view() == [one.id]


def test_running_it_again_here_or_in_another_process_hides_once(house: House) -> None:
    one = house.comment()
    other = Automation(open_second(house), house.bench.policies, house.bench.clock, "tester")
    try:
        assert house.run(one) == 1
        assert house.run(one) == 0
        assert other.run([int(one.id)]) == 0
    finally:
        assert other._store.close()
    house.bench.dispatch()
    assert house.run(one) == 0
    assert len(house.bench.log("hide")) == 1


def open_second(house: House) -> Any:
    """The same workspace as another process sees it."""
    return open_store(house.bench.path, house.bench.clock, session="two")


def test_only_the_holder_of_the_lease_hides(house: House) -> None:
    one = house.comment()
    store = house.bench.store
    now = house.bench.clock.now()
    store.write(lambda tx: tx.shared.take_lease("elsewhere", "two", 1, now, 20)).result()
    assert house.run(one) == 0
    house.bench.clock.turn(21)  # it ended without giving the lease back
    assert house.run(one) == 1


def test_the_statement_of_reasons_says_fully_automated(house: House) -> None:
    house.hidden()
    rows = house.bench.store.read(lambda r: list(r.audit.rows()))
    (said,) = list(statements((row.hash, json.loads(row.entry)) for row in rows))
    assert said["automated_decision"] == "AUTOMATED_DECISION_FULLY"
    assert said["incompatible_content_ground"] == "2.1"


LEFT: dict[str, Callable[[House, Comment], Any]] = {
    "kept by a person": lambda h, c: h.bench.decide(c, "keep"),
    "kept, then undone": lambda h, c: h.bench.undo(h.bench.decide(c, "keep")),
    "categorised": lambda h, c: h.bench.moderation.categorise(int(c.id), "spam", "", ANA),
    "categorised as what it is": lambda h, c: h.bench.store.write(
        lambda tx: tx.comments.set_flags(c.id, category_by="ana")
    ).result(),
    "claimed": lambda h, c: h.bench.store.write(
        lambda tx: tx.shared.claim(c.id, "ana", "one", tx.now, 600)
    ).result(),
    "drafted": lambda h, c: h.bench.store.write(
        lambda tx: tx.shared.keep_draft(c.id, "ana", "Dear", tx.now)
    ).result(),
    "noted": lambda h, c: h.bench.store.write(
        lambda tx: tx.shared.add_note("ana", "I know them", tx.now, comment_id=int(c.id), author_id=None)
    ).result(),
    "assigned": lambda h, c: h.bench.decide(c, "escalate"),
    "snoozed": lambda h, c: h.bench.decide(c, "snooze"),
    "waiting for a second person": lambda h, c: h.bench.decide(c, "delete"),
    "hidden on the site": lambda h, c: h.bench.store.write(
        lambda tx: tx.comments.set_flags(c.id, hidden=1)
    ).result(),
    "on a paused channel": lambda h, c: h.bench.store.write(
        lambda tx: tx.channels.set(c.channel_id, paused=1)
    ).result(),
}


@pytest.mark.parametrize("what", LEFT)
def test_what_a_person_had_to_do_with_is_left_to_people(house: House, what: str) -> None:
    one = house.comment()
    LEFT[what](house, one)
    assert house.run(one) == 0
    house.bench.clock.turn(7200)
    house.bench.store.write(lambda tx: tx.comments.wake_snoozed(tx.now)).result()
    if what not in ("claimed",):  # a claim runs out, and nobody did anything
        assert house.run(one) == 0
    assert house.bench.log("hide") == []


def test_what_we_answered_elsewhere_is_left_to_people(house: House) -> None:
    one = house.comment()
    other = house.comment("hello there", "second")
    house.bench.decide(one, "reply", "We hear you.", actor=LEA, reason="asked")
    house.bench.clock.turn(90_000)
    house.bench.dispatch()
    house.bench.pull()
    # The decision itself is forgotten, as in a workspace that has only seen our reply on the site.
    house.bench.store.write(lambda tx: tx._db.execute("DELETE FROM decisions")).result()
    house.bench.store.write(lambda tx: tx._db.execute("DELETE FROM outbox")).result()
    house.bench.store.write(lambda tx: tx.comments.set_flags(one.id, state=0)).result()
    assert house.run(one, other) == 0


def test_what_the_policy_shields_is_never_hidden_alone(make: Make) -> None:
    house = make(friend="FRIEND")
    criticism = house.comment("late again, you idiot")
    assert criticism.category == "constructive_criticism"
    assert house.run(criticism) == 0
    plain = house.comment("what a day", "second")
    assert house.run(plain) == 0
    friend = house.comment("you idiot", "third")
    house.activate(policy(friend=friend.author_remote_id))
    assert house.run(friend) == 0
    assert house.run(house.comment("you idiot", "fourth")) == 1


def test_imported_comments_have_nowhere_to_be_hidden(house: House) -> None:
    one = house.comment()
    house.bench.store.write(
        lambda tx: tx._db.execute("UPDATE comments SET imported = 1 WHERE id = ?", (one.id,))
    ).result()
    assert house.run(one) == 0


def test_a_platform_that_cannot_take_it_back_is_left_to_people(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from console.connectors import registry

    one = house.comment()
    spec = registry.spec("practice")
    for change in ({"reversible": False}, {"mode": "link"}, {"mode": "none"}):
        fewer = tuple(
            replace(item, **change) if item.action == "hide" else item for item in spec.capabilities
        )
        monkeypatch.setattr("console.connectors.practice.SPEC", replace(spec, capabilities=fewer))
        assert house.run(one) == 0
    monkeypatch.setattr("console.connectors.practice.SPEC", spec)
    assert house.run(one) == 1


def test_an_edited_text_is_not_hidden_by_the_old_texts_proposal(house: House) -> None:
    one = house.comment()
    house.bench.store.write(
        lambda tx: tx._db.execute(
            "UPDATE comments SET revision = 2, text = 'you are right', verdict_id = NULL WHERE id = ?",
            (one.id,),
        )
    ).result()
    assert house.run(one) == 0


def test_a_policy_without_automation_hides_nothing_and_calls_off_what_is_queued(house: House) -> None:
    bench = house.bench
    one = house.hidden(sent=False)
    house.activate(policy(auto="none"))
    assert house.automation.sweep() == 1
    assert house.automation.sweep() == 0
    assert bench.state(one) is CommentState.OPEN
    assert bench.dispatch() == 0
    assert bench.log() == []
    assert house.view() == []
    undone = bench.entries(one)[-1]
    assert (undone["event"], undone["actor"], undone["role"]) == ("undo", "console", "automation")
    assert house.run(house.comment("you idiot", "second")) == 0


def test_a_channel_with_auto_none_hides_nothing(house: House) -> None:
    one = house.hidden(sent=False)
    house.activate(policy(more='[channel."practice:demo"]\nauto = "none"\n'))
    assert house.automation.sweep() == 1
    assert house.bench.state(one) is CommentState.OPEN
    assert house.run(house.comment("you idiot", "second")) == 0


def test_another_policy_that_means_the_same_calls_nothing_off(house: House) -> None:
    house.hidden(sent=False)
    house.activate(policy(per_hour=2))
    assert house.automation.sweep() == 0
    assert house.bench.dispatch() == 1


# ---------------------------------------------------------------------- the cap


def test_the_cap_holds_over_a_rolling_hour_and_over_processes(house: House) -> None:
    comments = [house.comment(f"you idiot {number}", f"s{number}") for number in range(5)]
    second = Automation(open_second(house), house.bench.policies, house.bench.clock, "tester")
    try:
        assert house.run(*comments[:2]) == 2
        house.bench.clock.turn(1800)
        assert second.run([int(one.id) for one in comments]) == 1
        assert house.run(*comments) == 0
        assert (house.rule().state, house.rule().hidden_last_hour) == ("cap", 3)
        assert [house.bench.state(one) for one in comments[3:]] == [CommentState.OPEN] * 2
        # Another rule has its own cap.
        assert house.run(house.comment("casino", "spammer")) == 1
        house.bench.clock.turn(1800)
        assert house.rule().hidden_last_hour == 1
        assert house.run(*comments) == 2
    finally:
        assert second._store.close()


def test_a_cap_keeps_counting_by_rule_under_another_policy(house: House) -> None:
    assert house.run(*(house.comment(f"you idiot {n}", f"s{n}") for n in range(3))) == 3
    house.activate(policy(per_hour=4))
    more = [house.comment(f"you idiot {n}", f"s{n}") for n in range(3, 6)]
    assert house.run(*more) == 1


def test_hides_that_were_called_off_count_too(make: Make) -> None:
    house = make(pct=100)
    for number in range(3):
        one = house.hidden(f"you idiot {number}", f"s{number}", sent=False)
        house.bench.undo(house.row(one).decision_id)
    assert house.run(house.comment("you idiot", "last")) == 0


# ---------------------------------------------------------------------- people


def test_hide_lets_it_stand_sends_nothing_again_and_counts_as_a_strike(house: House) -> None:
    bench = house.bench
    one = house.hidden()
    result = bench.decide(one, "hide")
    assert (result.state, result.outbox_id, result.action) == ("done", None, "hide")
    assert house.answer(one) == "confirmed"
    assert house.row(one).answered_by == "ana"
    assert bench.strikes(one) == ["insult"]
    assert house.view() == []
    assert bench.dispatch() == 0
    assert len(bench.log("hide")) == 1
    assert bench.state(one) is CommentState.DONE
    entry = bench.entries(one)[-1]
    assert (entry["actor"], entry["role"], entry["auto_decision"]) == ("ana", "moderator", "no")
    assert entry["params"] == {"answers": house.row(one).decision_id}
    # Taken back: it waits for an answer again, still hidden.
    bench.undo(result)
    assert house.answer(one) is None
    assert bench.strikes(one) == []
    assert house.view() == [one.id]
    assert bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE


def test_hide_within_the_undo_window_lets_it_leave_once(house: House) -> None:
    one = house.hidden(sent=False)
    assert house.bench.decide(one, "hide").state == "done"
    assert house.bench.state(one) is CommentState.PENDING
    assert steps(house, one) == []  # not before the platform has it
    assert house.bench.dispatch() == 1
    assert len(house.bench.log("hide")) == 1
    assert house.bench.state(one) is CommentState.DONE
    assert steps(house, one) == ["hide"]


def steps(house: House, comment: Comment) -> list[str]:
    """The actions that count as steps of the ladder against the author."""
    history = house.bench.store.read(lambda r: r.decisions.history(comment.author_id))
    return [action for action, _ in history.actions_done]


def test_a_confirmed_hide_that_never_arrived_is_no_step(house: House) -> None:
    one = house.hidden(sent=False)
    confirmed = house.bench.decide(one, "hide")
    house.bench.store.write(
        lambda tx: tx._db.execute("UPDATE comments SET revision = 2 WHERE id = ?", (one.id,))
    ).result()
    house.bench.dispatch()
    assert house.bench.state(one) is CommentState.OPEN
    assert steps(house, one) == []
    undone = house.bench.undo(confirmed)
    assert undone.state == "done"
    assert house.bench.log() == []


@pytest.mark.parametrize("sent", [True, False])
def test_keep_shows_it_again_and_stands_as_the_persons_decision(house: House, sent: bool) -> None:
    bench = house.bench
    one = house.hidden(sent=sent)
    result = bench.decide(one, "keep")
    assert (result.action, result.state) == ("keep", "queued" if sent else "done")
    assert house.answer(one) == "overturned"
    assert house.view() == []
    assert bench.dispatch() == int(sent)
    assert [said["action"] for said in bench.log()] == (["hide", "unhide"] if sent else [])
    assert not bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE
    assert bench.strikes(one) == []
    back = bench.undo(result)
    assert house.answer(one) is None
    assert house.run(one) == 0
    if not sent:  # it never left: open work, and nothing is hidden by a machine that a person has seen
        assert bench.state(one) is CommentState.OPEN
        return
    # What was taken back was showing it again: hidden as before, and waiting for an answer as before.
    assert (back.action, back.state) == ("hide", "queued")
    bench.dispatch()
    assert [said["action"] for said in bench.log()] == ["hide", "unhide", "hide"]
    assert bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE
    assert house.view() == [one.id]
    assert bench.decide(one, "unhide").state == "queued"
    bench.dispatch()
    assert not bench.again(one).hidden
    assert bench.holds()


def test_a_keep_taken_back_before_it_was_shown_again_sends_nothing(house: House) -> None:
    """G then U within the second: the hide stands as it stood."""
    bench = house.bench
    one = house.hidden(sent=True)
    kept = bench.decide(one, "keep")
    assert bench.undo(kept).state == "done"
    assert bench.dispatch() == 0
    assert [said["action"] for said in bench.log()] == ["hide"]
    assert bench.again(one).hidden
    assert (bench.state(one), house.view()) == (CommentState.DONE, [one.id])
    assert house.answer(one) is None


def test_a_keep_whose_showing_is_on_its_way_is_not_taken_back_just_now(house: House) -> None:
    bench = house.bench
    one = house.hidden(sent=True)
    kept = bench.decide(one, "keep")
    bench.store.write(lambda tx: tx.outbox.claim_ready(tx.now, [bench.channel_id])).result()
    refused = bench.undo(kept)
    assert refused.refusal is not None
    assert refused.refusal.code == "undo_in_flight"


@pytest.mark.parametrize("how", ["unhide", "undo"])
@pytest.mark.parametrize("sent", [True, False])
def test_unhide_and_undo_show_it_again_and_leave_it_to_be_decided(house: House, how: str, sent: bool) -> None:
    bench = house.bench
    one = house.hidden(sent=sent)
    number = house.row(one).decision_id
    result: DecisionOutcome = bench.decide(one, "unhide") if how == "unhide" else bench.undo(number)
    assert result.state == ("queued" if sent else "done")
    assert house.answer(one) == "overturned"
    bench.dispatch()
    assert not bench.again(one).hidden
    assert bench.state(one) is CommentState.OPEN
    assert house.view() == []
    assert house.run(one) == 0
    # A person who then hides it decides anew.
    assert bench.decide(one, "hide").state == "queued"
    bench.dispatch()
    assert bench.again(one).hidden


def test_what_is_being_sent_cannot_be_shown_again_yet(house: House) -> None:
    bench = house.bench
    one = house.hidden(sent=False)
    bench.clock.turn(21)
    bench.store.write(lambda tx: tx.outbox.claim_ready(tx.now, [bench.channel_id])).result()
    for action in ("keep", "unhide"):
        refused = bench.decide(one, action)
        assert refused.refusal is not None
        assert refused.refusal.code == "undo_in_flight"
    assert house.answer(one) is None
    assert bench.entries(one)[-1]["event"] == "refusal"


def test_undoing_a_confirmed_hide_takes_the_confirmation_back_too(house: House) -> None:
    bench = house.bench
    one = house.hidden()
    confirmed = bench.decide(one, "hide", actor=BO)
    refused = bench.undo(house.row(one).decision_id, actor=AN)
    assert refused.refusal is not None  # a reviewer's word is for a reviewer to take back
    result = bench.undo(house.row(one).decision_id, actor=BO)
    assert result.state == "queued"
    assert bench.decision(confirmed).state == "undone"
    assert bench.strikes(one) == []
    assert house.answer(one) == "overturned"
    bench.dispatch()
    assert bench.state(one) is CommentState.OPEN


def test_a_report_or_a_deletion_says_that_the_hide_was_right(house: House) -> None:
    one = house.hidden()
    assert house.bench.decide(one, "mute").state == "queued"
    assert house.answer(one) == "confirmed"
    assert house.bench.strikes(one) == ["insult"]


def test_looking_later_or_handing_over_is_no_answer(house: House) -> None:
    one = house.hidden()
    house.bench.decide(one, "snooze")
    assert house.answer(one) is None
    assert house.view() == []
    house.bench.clock.turn(7200)
    house.bench.store.write(lambda tx: tx.comments.wake_snoozed(tx.now)).result()
    assert house.view() == [one.id]
    house.bench.decide(one, "hide")
    assert house.bench.state(one) is CommentState.DONE


def test_a_text_that_changed_before_it_left_is_work_again(house: House) -> None:
    one = house.hidden(sent=False)
    house.bench.store.write(
        lambda tx: tx._db.execute("UPDATE comments SET revision = 2 WHERE id = ?", (one.id,))
    ).result()
    house.bench.dispatch()
    assert house.bench.log("hide") == []
    assert house.bench.state(one) is CommentState.OPEN
    assert house.view() == []
    assert house.run(one) == 0
    assert house.bench.decide(one, "keep").state == "done"
    assert house.rule().judged == 0


def test_the_ladder_and_the_feedback_know_nothing_of_what_no_person_decided(house: House) -> None:
    bench = house.bench
    one = house.hidden()
    history = bench.store.read(lambda r: r.decisions.history(one.author_id))
    assert history.actions_done == ()
    assert history.strikes == ()
    refused = bench.decide(house.comment("you idiot twice"), "block", reason="insults")
    assert refused.refusal is not None
    assert refused.refusal.code == "refuse.block"
    assert bench.store.read(lambda r: r.feedback.recent()) == []
    assert bench.store.read(lambda r: r.feedback.decided(["hide"], not_by="console")) == []
    assert bench.store.read(lambda r: r.decisions.count_since(0)) == 0
    bench.decide(one, "hide")
    history = bench.store.read(lambda r: r.decisions.history(one.author_id))
    assert [action for action, _ in history.actions_done] == ["hide"]
    assert [
        row.action for row in bench.store.read(lambda r: r.feedback.decided(["hide"], not_by="console"))
    ] == ["hide"]


@pytest.mark.parametrize("how", ["categorised", "categorised and snoozed", "answered", "liked"])
def test_what_a_person_takes_up_within_the_undo_window_does_not_leave(house: House, how: str) -> None:
    bench = house.bench
    one = house.hidden(sent=False)
    if how == "categorised":
        bench.moderation.categorise(int(one.id), "constructive_criticism", "", ANA)
    elif how == "categorised and snoozed":
        bench.decide(one, "snooze", category="constructive_criticism")
    elif how == "answered":
        bench.decide(one, "reply", "Why would you say so?")
    else:
        bench.decide(one, "like")
    assert house.view() == []
    assert house.answer(one) is None  # nobody said whether the rule was right
    bench.dispatch()
    assert bench.log("hide") == []
    assert not bench.again(one).hidden
    assert house.run(one) == 0
    assert bench.strikes(one) == []


def test_what_a_person_hands_over_or_snoozes_leaves_all_the_same(house: House) -> None:
    one = house.hidden(sent=False)
    house.bench.decide(one, "escalate")
    house.bench.dispatch()
    assert house.bench.again(one).hidden
    assert house.view() == [one.id]


def test_an_act_that_a_second_person_agreed_to_says_that_the_hide_was_right(house: House) -> None:
    bench = house.bench
    one = house.hidden()
    asked = bench.decide(one, "delete")
    assert asked.state == "waiting_review"
    assert house.answer(one) is None
    (review,) = bench.store.read(lambda r: r.decisions.reviews())
    assert bench.moderation.answer_review(review.id, True, BO).state == "queued"
    assert (house.answer(one), house.row(one).answered_by) == ("confirmed", "ana")
    bench.undo(asked)
    assert house.answer(one) is None


def test_a_request_that_is_taken_back_takes_nobody_elses_answer_back(house: House) -> None:
    bench = house.bench
    one = house.hidden()
    asked = bench.decide(one, "delete")
    assert bench.decide(one, "hide", actor=BO).state == "done"
    bench.undo(asked)
    assert (house.answer(one), house.row(one).answered_by) == ("confirmed", "bo")
