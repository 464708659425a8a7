"""Hold and watch as a decision: stored, logged, over at its time with what came since, and taken back."""

from __future__ import annotations

import pytest

from console.domain.errors import UsageError
from console.domain.vocabulary import CommentState
from console.services import desk, watching
from console.services.watching import Watch, wake
from tests.support.bench import Bench


def card(bench: Bench, comment_id: int) -> desk.Card:
    return bench.store.read(lambda r: desk.cards(r, [comment_id]))[0]


def woken(bench: Bench) -> tuple[int, ...]:
    return bench.store.write(wake).result()


def test_a_watch_is_a_decision_of_its_own_and_stands_in_the_log_with_its_time(bench: Bench) -> None:
    one = bench.comment("hello")
    until = bench.clock.now() + 600
    result = bench.decide(one, "watch", until=until)
    assert (result.action, result.state) == ("watch", "done")
    again = bench.again(one)
    assert (again.state, again.snoozed_until) == (CommentState.SNOOZED, until)
    assert bench.decision(result).action.value == "watch"
    entry = bench.entries(one)[-1]
    assert (entry["event"], entry["action"], entry["snoozed_until"]) == ("decision", "watch", until)
    assert card(bench, one.id).watch == Watch(result.decision_id or 0, "ana", bench.clock.now(), until, False)


def test_when_its_time_comes_it_is_work_again_and_says_what_came_in_the_thread(bench: Bench) -> None:
    one = bench.comment("hello")
    other = bench.comment("a thread of its own", "other")
    bench.decide(one, "watch", until=bench.clock.now() + 600)
    bench.decide(other, "snooze", until=bench.clock.now() + 600)
    bench.clock.turn(30)
    bench.write("I agree", "second", parent=one.remote_id)
    bench.write("me too", "third", parent=one.remote_id)
    bench.write("elsewhere", "third", parent=other.remote_id)
    bench.pull()
    assert woken(bench) == ()
    bench.clock.turn(570)
    assert set(woken(bench)) == {one.id, other.id}
    assert bench.state(one) is CommentState.OPEN
    watch = card(bench, one.id).watch
    assert watch is not None
    assert (watch.over, watch.comments, watch.likes) == (True, 2, 0)
    assert card(bench, other.id).watch is None  # put off, not watched
    entry = bench.entries(one)[-1]
    assert (entry["event"], entry["actor"], entry["member"]) == ("watch_over", "console", "ana")
    assert entry["counts"] == {"comments": 2, "likes": 0}
    assert [row["event"] for row in bench.entries(other)] == ["decision"]
    bench.decide(one, "keep")
    assert card(bench, one.id).watch is None  # decided: nothing to look at again


def test_a_watch_taken_back_is_open_work_without_a_mark(bench: Bench) -> None:
    one = bench.comment("hello")
    result = bench.decide(one, "watch", until=bench.clock.now() + 600)
    undone = bench.undo(result)
    assert (undone.state, undone.action) == ("done", "watch")
    again = bench.again(one)
    assert (again.state, again.snoozed_until) == (CommentState.OPEN, None)
    assert card(bench, one.id).watch is None
    bench.clock.turn(601)
    assert woken(bench) == ()
    assert bench.outcomes(one) == [("decision", "watch", "done"), ("undo", "watch", "done")]


def test_without_a_time_it_is_an_hour_and_a_time_gone_by_is_refused(bench: Bench) -> None:
    one = bench.comment("hello")
    with pytest.raises(UsageError) as caught:
        bench.decide(one, "watch", until=bench.clock.now())
    assert caught.value.code == "watch_past"
    assert bench.state(one) is CommentState.OPEN
    bench.decide(one, "watch")
    assert bench.again(one).snoozed_until == bench.clock.now() + 3600


def test_many_whose_time_has_come_are_woken_in_parts_so_that_others_write_between(bench: Bench) -> None:
    until = bench.clock.now() + 600
    ids = {int(bench.comment(f"hello {number}").id) for number in range(3)}
    for number in ids:
        bench.store.write(
            lambda tx, number=number: tx.comments.set_flags(  # type: ignore[misc]
                number, state=int(CommentState.SNOOZED), snoozed_until=until
            )
        ).result()
    bench.clock.turn(600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watching, "AT_ONCE", 2)
        parts = [woken(bench), woken(bench), woken(bench)]
    assert [len(part) for part in parts] == [2, 1, 0]
    assert {one for part in parts for one in part} == ids
