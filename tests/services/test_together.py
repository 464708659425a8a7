"""Many changes of status in one call of YouTube's: what it costs, whom a refusal is about, and nothing done twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.domain.comment import Comment
from console.domain.decision import DecisionOutcome
from console.domain.errors import WorkspaceLocked
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.services import answers, outcomes
from console.services.bulk import Foresight
from tests.support.bench import LEA
from tests.support.faultserver import Answer, Seen
from tests.support.youtube_bench import COMMENTS, STATUS, YoutubeBench
from tests.support.youtube_server import ME, fake_youtube, refuse

DONE, QUEUED, UNKNOWN, FAILED = OutboxState.DONE, OutboxState.QUEUED, OutboxState.UNKNOWN, OutboxState.FAILED


@pytest.fixture
def tube(tmp_path: Path) -> Iterator[YoutubeBench]:
    """A workspace on a YouTube channel; its chain must hold at the end."""
    with fake_youtube() as fake:
        made = YoutubeBench(tmp_path, fake)
        try:
            yield made
            assert made.holds()
        finally:
            made.close()


def states(tube: YoutubeBench, decided: list[DecisionOutcome]) -> Counter[OutboxState]:
    return Counter(tube.outbox(one) for one in decided)


def hidden(tube: YoutubeBench, comments: list[Comment]) -> list[bool]:
    return [tube.fake.status(one.remote_id) == "heldForReview" for one in comments]


def ready_for(tube: YoutubeBench, comments: list[Comment], action: str) -> int:
    """What the policy wants before ``action``; how many calls it took."""
    if action == "block":
        assert states(tube, tube.all(comments, "hide")) == {QUEUED: len(comments)}
        tube.dispatch()
    return len(tube.calls())


def test_a_hundred_and_twenty_hides_cost_three_calls(tube: YoutubeBench) -> None:
    comments = tube.comments_of(120)
    decided = tube.all(comments, "hide")
    before = tube.fake.units
    tube.dispatch()
    assert [len(one) for one in tube.calls()] == [50, 50, 20]
    assert tube.fake.units - before < 3 * 50 + 40  # and each was looked at again before
    assert states(tube, decided) == {DONE: 120}
    assert all(hidden(tube, comments))
    for one in (comments[0], comments[77]):
        assert tube.state(one) is CommentState.DONE
        assert tube.outcomes(one)[-1] == ("dispatch", "hide", "done")
    assert {tube.row(one).tries for one in decided} == {1}
    # Each comes back by itself.
    back = tube.undo(decided[3], LEA)
    tube.dispatch()
    assert tube.outbox(back) is DONE
    assert hidden(tube, comments) == [place != 3 for place in range(120)]
    assert tube.calls()[-1] == [comments[3].remote_id]


def test_each_kind_has_its_own_call(tube: YoutubeBench) -> None:
    comments = tube.comments_of(8)
    mine = tube.comments_of(1, author=ME, text="ours")
    shown = tube.all(comments[:2], "hide")
    tube.dispatch()
    assert ready_for(tube, comments[6:8], "block") == 2
    kinds = {"hide": comments[2:4], "delete": comments[4:6], "block": comments[6:8]}
    for action, some in kinds.items():
        tube.all(some, action)
    for one in shown:
        tube.undo(one, LEA)
    (own,) = tube.all(mine, "delete")
    tube.dispatch()
    seen = tube.fake.server.requests(STATUS)[2:]
    assert sorted((one.query["moderationStatus"][0], "banAuthor" in one.query) for one in seen) == [
        ("heldForReview", False), ("published", False), ("rejected", False), ("rejected", True),
    ]  # fmt: skip
    assert [len(one) for one in tube.calls()] == [2] * 6
    assert tube.fake.banned == {one.author_remote_id for one in kinds["block"]}
    assert [tube.fake.status(one.remote_id) for one in comments[4:6]] == ["rejected"] * 2
    assert tube.outbox(own) is DONE
    assert mine[0].remote_id not in tube.fake.comments  # what we wrote is deleted, not rejected


def test_what_is_due_goes_and_waits_for_nothing(tube: YoutubeBench) -> None:
    comments = tube.comments_of(8)
    first = tube.all(comments[:3], "hide")
    tube.clock.turn(10)
    later = tube.all(comments[3:], "hide")
    tube.clock.turn(11)
    tube.dispatch(wait=False)
    assert [len(one) for one in tube.calls()] == [3]
    assert (states(tube, first), states(tube, later)) == ({DONE: 3}, {QUEUED: 5})
    assert tube.undo(later[0], LEA).refusal is None
    tube.dispatch()
    assert [len(one) for one in tube.calls()] == [3, 4]


def test_what_went_or_was_edited_meanwhile_is_not_among_them(tube: YoutubeBench) -> None:
    comments = tube.comments_of(9)
    decided = tube.all(comments, "hide")
    del tube.fake.comments[comments[2].remote_id]
    tube.fake.edit(comments[5].remote_id, "something else", tube.clock.at)
    reads = len(tube.fake.server.requests(COMMENTS))
    tube.dispatch()
    assert [len(one) for one in tube.calls()] == [7]
    assert (
        len(tube.fake.server.requests(COMMENTS)) - reads <= 2
    )  # all looked at in one read, the missing one again
    assert tube.state(comments[2]) is CommentState.GONE
    assert tube.state(comments[5]) is CommentState.OPEN
    assert states(tube, decided) == {DONE: 7, FAILED: 2}


@pytest.mark.parametrize("action", ["hide", "delete", "block"])
def test_one_that_goes_at_the_last_moment_costs_the_others_nothing(tube: YoutubeBench, action: str) -> None:
    comments = tube.comments_of(50)
    before = ready_for(tube, comments, action)
    decided = tube.all(comments, action)
    lost = comments[17]

    def deleted(seen: Seen) -> None:
        del seen, tube.fake.comments[lost.remote_id]

    tube.at_the_first(deleted)
    tube.dispatch()
    assert [len(one) for one in tube.calls()][before:] == [50, 49]
    if action == "delete":
        assert states(tube, decided) == {DONE: 50}  # gone is as good as deleted
    else:
        assert states(tube, decided) == {DONE: 49, FAILED: 1}
        assert (tube.row(decided[17]).error or {})["code"] == "gone"


@pytest.mark.parametrize("places", [(0,), (49,), (23,), (3, 40)])
def test_one_that_is_refused_is_found_and_the_others_are_done(
    tube: YoutubeBench, places: tuple[int, ...]
) -> None:
    comments = tube.comments_of(50)
    decided = tube.all(comments, "hide")
    tube.fake.stuck = {comments[place].remote_id for place in places}
    tube.dispatch()
    for place, one in enumerate(decided):
        assert tube.outbox(one) is (FAILED if place in places else DONE)
    (error,) = {str(tube.row(decided[place]).error) for place in places}
    assert "processingFailure" in error
    assert hidden(tube, comments) == [place not in places for place in range(50)]
    if len(places) == 1:
        assert len(tube.calls()) <= 14
    for place in places:
        assert tube.state(comments[place]) is CommentState.OPEN
        assert tube.outcomes(comments[place])[-1] == ("dispatch", "hide", "refused_by_platform")


def test_where_all_are_refused_it_costs_little_more_than_alone(tube: YoutubeBench) -> None:
    comments = tube.comments_of(50)
    decided = tube.all(comments, "hide")
    tube.fake.stuck = {one.remote_id for one in comments}
    tube.dispatch()
    assert states(tube, decided) == {FAILED: 50}
    assert len(tube.calls()) <= 50 + 15
    asked = Counter(one[0] for one in tube.calls() if len(one) == 1)
    assert set(asked.values()) == {1}  # each got one answer of its own


def test_a_lost_answer_is_read_back_for_all_and_sent_no_more(tube: YoutubeBench) -> None:
    comments = tube.comments_of(50)
    decided = tube.all(comments, "hide")
    real = tube.fake.handle

    def done_and_lost(seen: Seen) -> Answer:
        assert real(seen).status == 204
        return Answer(reset=True)

    tube.at_the_first(done_and_lost)
    before = len(tube.fake.server.seen)
    tube.dispatch()
    assert states(tube, decided) == {DONE: 50}
    assert len(tube.calls()) == 1
    assert len(tube.fake.server.seen) - before < 12  # not one read a comment
    assert tube.outcomes(comments[9])[-1] == ("dispatch", "hide", "done")


@pytest.mark.parametrize("action", ["hide", "delete", "block"])
def test_what_never_arrived_is_sent_once_more_together(tube: YoutubeBench, action: str) -> None:
    comments = tube.comments_of(30)
    before = ready_for(tube, comments, action)
    decided = tube.all(comments, action)
    tube.at_the_first(lambda _: Answer(reset=True))
    tube.dispatch()
    tube.clock.turn(600)
    tube.dispatch()
    assert states(tube, decided) == {DONE: 30}
    assert [len(one) for one in tube.calls()][before:] == [30, 30]
    assert {tube.row(one).tries for one in decided} == {2}


def test_a_refusal_and_then_silence_leaves_nobody_in_doubt(tube: YoutubeBench) -> None:
    comments = tube.comments_of(50)
    decided = tube.all(comments, "hide")
    tube.fake.stuck = {comments[0].remote_id}
    real, seen_calls = tube.fake.server.handle, [0]

    def handle(seen: Seen) -> Answer:
        if seen.path == STATUS:
            seen_calls[0] += 1
            if seen_calls[0] == 3:  # the second half of the first half, say
                return Answer(reset=True)
        return real(seen)

    tube.fake.server.handle = handle
    tube.dispatch()
    for _ in range(3):
        tube.clock.turn(600)
        tube.dispatch()
    assert states(tube, decided) == {DONE: 49, FAILED: 1}
    assert tube.outbox(decided[0]) is FAILED


def test_the_quota_ends_in_the_middle(tube: YoutubeBench) -> None:
    comments = tube.comments_of(120)
    decided = tube.all(comments, "hide")
    tube.fake.quota = tube.fake.units + 60  # one call and a few reads
    tube.dispatch()
    assert states(tube, decided) == {DONE: 50, QUEUED: 70}
    assert tube.channel.state == "limited"
    waiting = tube.row(next(one for one in decided if tube.outbox(one) is QUEUED))
    assert (waiting.error or {})["code"] == "quota_exhausted"
    calls = len(tube.calls())
    tube.dispatch()
    assert len(tube.calls()) - calls <= 1
    tube.fake.quota = 10**6
    tube.clock.turn(max(0, waiting.not_before - tube.clock.at))
    tube.dispatch()
    assert states(tube, decided) == {DONE: 120}
    done = Counter(
        one for call in tube.fake.server.requests(STATUS) for one in call.query["id"][0].split(",")
    )
    assert len(done) == 120
    assert tube.channel.state == "ok"


def test_the_quota_ends_while_the_refused_one_is_looked_for(tube: YoutubeBench) -> None:
    comments = tube.comments_of(50)
    decided = tube.all(comments, "hide")
    tube.fake.stuck = {comments[49].remote_id}
    tube.fake.quota = tube.fake.units + 130
    tube.dispatch()
    # Whether the refused call left them alone is not known: nobody says that it did, nobody sends them blind.
    assert set(states(tube, decided)) <= {DONE, UNKNOWN, QUEUED}
    tube.fake.quota = 10**6
    for _ in range(3):
        tube.clock.turn(86_400)
        tube.dispatch()
    assert states(tube, decided) == {DONE: 49, FAILED: 1}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (refuse(401, "authError"), "auth"),
        (refuse(403, "insufficientPermissions"), "auth"),
        (Answer(429, None, {"retry-after": "30"}), "limited"),
    ],
)
def test_what_concerns_the_account_is_about_all_of_them(
    tube: YoutubeBench, answer: Answer, state: str
) -> None:
    decided = tube.all(tube.comments_of(60), "hide")
    tube.fake.server.inject(STATUS, answer, answer)
    tube.dispatch()
    assert states(tube, decided) == {QUEUED: 60}
    assert tube.channel.state == state
    assert len(tube.forgotten) == (state == "auth")
    tube.fake.server._faults.clear()
    tube.clock.turn(600)
    tube.dispatch()
    assert states(tube, decided) == {DONE: 60}
    assert [len(one) for one in tube.calls()][-2:] == [50, 10]


def test_a_process_that_ends_in_between_leaves_all_to_be_read_back(tube: YoutubeBench) -> None:
    comments = tube.comments_of(50)
    decided = tube.all(comments, "hide")
    tube.clock.turn(21)

    async def stopped(d: Any) -> None:
        running = asyncio.create_task(d.run_due())
        while not tube.calls():
            await asyncio.sleep(0.005)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    real = tube.fake.handle

    def slow(seen: Seen) -> Answer:
        return Answer(real(seen).status, delay=5.0)

    tube.at_the_first(slow)
    tube.run(stopped)
    assert states(tube, decided) == {UNKNOWN: 50}
    assert all(hidden(tube, comments))
    assert tube.recover() == 50
    tube.dispatch()
    assert states(tube, decided) == {DONE: 50}
    assert len(tube.calls()) == 1


def test_an_answer_that_cannot_be_written_down_is_written_for_none(
    tube: YoutubeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = tube.all(tube.comments_of(50), "hide")
    tube.clock.turn(21)
    written = [0]

    def full(*arguments: Any, **more: Any) -> None:
        written[0] += 1
        if written[0] == 20:
            raise WorkspaceLocked(path="x")
        answers.settle_done(*arguments, **more)

    monkeypatch.setattr(outcomes, "settle_done", full)

    async def rounds(d: Any) -> None:
        with pytest.raises(WorkspaceLocked):
            await d.run_due()
        assert states(tube, decided) == {OutboxState.SENDING: 50}
        await d.run_due()

    tube.run(rounds)
    assert states(tube, decided) == {DONE: 50}
    assert len(tube.calls()) == 1


def test_rows_that_another_process_settled_meanwhile_keep_its_word(tube: YoutubeBench) -> None:
    decided = tube.all(tube.comments_of(6), "hide")
    taken = [tube.row(one).id for one in decided[:2]]

    def meanwhile(seen: Seen) -> None:
        del seen

        def work(tx: Any) -> None:
            for one in taken:
                tx.outbox.move(one, UNKNOWN, tx.now)
                tx.outbox.move(one, QUEUED, tx.now, not_before=tx.now + 3600)

        tube.store.write(work).result()

    tube.at_the_first(meanwhile)
    tube.dispatch()
    assert [tube.outbox(one) for one in decided] == [QUEUED] * 2 + [DONE] * 4


@pytest.mark.parametrize("last", [1, 6])
def test_a_row_taken_elsewhere_leaves_none_of_the_others_behind(tube: YoutubeBench, last: int) -> None:
    decided = tube.all(tube.comments_of(6), "hide")
    taken = [tube.row(one).id for one in decided[:last]]

    def meanwhile(seen: Seen) -> Answer:
        del seen

        def work(tx: Any) -> None:
            for one in taken:
                tx.outbox.move(one, UNKNOWN, tx.now)
                tx.outbox.move(one, FAILED, tx.now)

        tube.store.write(work).result()
        return Answer(status=401) if last == 1 else refuse(403, "quotaExceeded")

    tube.at_the_first(meanwhile)
    tube.dispatch()
    assert [tube.outbox(one) for one in decided] == [FAILED] * last + [QUEUED] * (6 - last)


def test_a_process_that_lost_the_lease_marks_nothing_of_the_other(
    tube: YoutubeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = tube.all(tube.comments_of(3), "hide")
    tube.clock.turn(21)

    def full(*_arguments: Any, **_more: Any) -> None:
        raise WorkspaceLocked(path="x")

    monkeypatch.setattr(outcomes, "settle_done", full)

    async def rounds(d: Any) -> None:
        with pytest.raises(WorkspaceLocked):
            await d.run_due()
        # This machine sleeps; another one takes over, reads back and is just sending.
        tube.store.write(lambda tx: tx.shared.take_lease("x", "other", 1, tx.now, 60)).result()
        await d.run_due()

    tube.run(rounds)
    assert states(tube, decided) == {OutboxState.SENDING: 3}


def test_reading_back_does_not_take_a_row_from_who_sends_it(
    tube: YoutubeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.services.reading_back.RECONCILE_PAUSES", (0.0,))
    (decided,) = tube.all(tube.comments_of(1), "hide")
    row = tube.row(decided).id
    tube.store.write(
        lambda tx: (
            tx.outbox.move(row, OutboxState.SENDING, tx.now, tried=True),
            tx.outbox.move(row, UNKNOWN, tx.now),
        )
    ).result()
    real = tube.fake.server.handle

    def meanwhile(seen: Seen) -> Answer:
        if tube.row(decided).state is UNKNOWN:  # the other process has read it back, and sends it again

            def work(tx: Any) -> None:
                tx.outbox.move(row, QUEUED, tx.now)
                tx.outbox.move(row, OutboxState.SENDING, tx.now, tried=True)

            tube.store.write(work).result()
        return real(seen)

    tube.fake.server.handle = meanwhile
    tube.run(lambda d: d.run_due())
    assert tube.outbox(decided) is OutboxState.SENDING
    assert tube.calls() == []


def test_a_preview_says_what_many_cost(tube: YoutubeBench) -> None:
    ids = [int(one.id) for one in tube.comments_of(101)]
    look = Foresight(tube.store, tube.policies, tube.clock).look
    found = tube.store.snapshot(lambda r: look(r, ids, ActionKind.HIDE, LEA))
    assert (found.go, found.units) == (101, 150)
    reported = tube.store.snapshot(lambda r: look(r, ids, ActionKind.REPORT, LEA))
    assert reported.units == 0
