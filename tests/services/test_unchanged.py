"""Undoing what changed nothing: what stood before stands again, so nothing is sent; what may be our own is taken back."""

from __future__ import annotations

import pytest

from console.domain.comment import Comment
from console.domain.decision import ActionRequest, DecisionOutcome
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.services.past import Past, PastDecision
from console.services.ways_back import Way
from tests.support.automatic import House
from tests.support.bench import LEA, Bench


def sent(bench: Bench) -> list[str]:
    """All that the network was asked, with what changed nothing there."""
    return [str(one["action"]) for one in bench.ask("GET", "/_practice/log")["entries"]]


def of(bench: Bench, outcome: DecisionOutcome) -> PastDecision:
    """The line of one decision as a lead sees it."""
    number = outcome.decision_id or 0
    return Past(bench.store, bench.policies).lines([number], LEA)[number]


def elsewhere(bench: Bench, one: Comment, action: str) -> None:
    """Somebody does it on the site itself, or with another tool."""

    async def work(_dispatcher: object) -> None:
        connector = await bench.get(bench.channel)
        key = f"{action}{one.id}".encode().hex()
        await connector.perform(
            ActionRequest(key, ActionKind(action), 0, one.remote_id, one.author_remote_id)
        )

    bench.run(work)


@pytest.mark.parametrize("action", ["unblock", "unmute", "unhide", "unlike"])
def test_what_changed_nothing_is_taken_back_here_alone(bench: Bench, action: str) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, action, actor=LEA)
    bench.dispatch()
    assert (bench.row(result).result or {})["unchanged"] is True
    before = sent(bench)
    assert of(bench, result).way == Way("reopen")
    undone = bench.undo(result, LEA)
    assert (undone.state, undone.action, undone.refusal) == ("done", action, None)
    assert bench.dispatch() == 0
    assert sent(bench) == before  # nobody is blocked whom nobody had blocked
    assert bench.outbox(result) is OutboxState.DONE
    assert bench.decision(result).state == "undone"
    assert bench.state(one) is CommentState.OPEN
    assert bench.outcomes(one)[-1] == ("undo", action, "done")
    assert of(bench, result).way.code == "undo_already"


def test_a_second_hide_is_taken_back_without_the_first(bench: Bench) -> None:
    one = bench.comment("you idiot")
    first = bench.decide(one, "hide")
    bench.dispatch()
    second = bench.decide(one, "hide")
    bench.dispatch()
    assert bench.undo(second).state == "done"
    bench.dispatch()
    assert bench.again(one).hidden
    assert bench.state(one) is CommentState.DONE  # the first decision stands
    assert of(bench, first).way == Way("opposite", "unhide")
    assert bench.undo(first).action == "unhide"
    bench.dispatch()
    assert not bench.again(one).hidden


@pytest.mark.parametrize("kind", ["server_error_after", "hang_up_after", "truncated", "cut_off"])
def test_our_own_hide_whose_answer_was_lost_is_taken_back_there(bench: Bench, kind: str) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    bench.fault(kind, path="/hide")
    bench.dispatch()
    assert bench.row(result).tries == 1  # read back, not sent again
    assert bench.undo(result).action == "unhide"
    bench.dispatch()
    assert bench.log("unhide", one.remote_id)


def test_a_later_try_that_finds_it_done_may_have_found_our_own(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    bench.fault("rate_limited", path="/hide", seconds=60)
    bench.dispatch()
    elsewhere(bench, one, "hide")  # nobody can tell it from a first try that arrived late
    bench.clock.turn(600)
    bench.dispatch()
    assert (bench.row(result).tries, (bench.row(result).result or {})["already"]) == (2, True)
    assert bench.undo(result).action == "unhide"


def test_somebody_elses_hide_stays_when_ours_is_undone(bench: Bench) -> None:
    one = bench.comment("you idiot")
    elsewhere(bench, one, "hide")
    result = bench.decide(one, "hide")
    bench.dispatch()
    assert bench.undo(result).state == "done"
    assert bench.dispatch() == 0
    assert not bench.log("unhide")


@pytest.mark.parametrize("answer", ["keep", "unhide", "undo"])
def test_what_the_console_found_hidden_is_shown_when_a_person_wants_it_seen(
    house: House, answer: str
) -> None:
    bench, one = house.bench, house.comment()
    elsewhere(bench, one, "hide")
    assert house.run(one) == 1
    bench.dispatch()
    hide = house.row(one).decision_id
    assert Past(bench.store, bench.policies).lines([hide], LEA)[hide].way == Way("opposite", "unhide")
    result = bench.undo(hide) if answer == "undo" else bench.decide(one, answer)
    assert result.state == "queued"
    bench.dispatch()
    assert bench.log("unhide", one.remote_id)
