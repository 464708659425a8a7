"""Erasing a channel while others work on it: a late answer, a second process, a sender in the middle of its round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from console.connectors import registry
from console.domain.comment import Channel, Comment, IncomingAuthor, IncomingComment
from console.domain.decision import Reconciled
from console.domain.vocabulary import OutboxState
from console.services import erasing_channel
from console.services.erasing_channel import ErasingChannel
from console.services.rechecking import Rechecks
from console.services.rereading import SWITCH, Rereading
from console.store import INDEXES
from tests.support.bench import LEA, Bench, read_texts
from tests.support.workspaces import comment, take_in


class Late:
    """A connector whose answer comes when the channel has been erased."""

    def __init__(self, bench: Bench, answer: Any) -> None:
        self.bench, self.answer = bench, answer

    async def get(self, channel: Channel) -> Late:
        del channel
        return self

    async def forget(self, channel_id: int) -> None: ...

    async def close(self) -> None: ...

    def erase(self) -> None:
        erasing = ErasingChannel(self.bench.store)
        erasing.begin(int(self.bench.channel_id), LEA, call_off=9)
        assert erasing.work(int(self.bench.channel_id)).done

    async def recheck(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        self.erase()
        return dict.fromkeys(ids, self.answer)

    async def reconcile(self, request: Any) -> Reconciled:
        del request
        self.erase()
        return Reconciled(self.answer)


@pytest.mark.parametrize("gone", [True, False])
def test_what_is_looked_at_again_and_answered_late_is_not_kept(bench: Bench, gone: bool) -> None:
    one = bench.comment("zebraquagga hello", "only1")
    answer = (
        None
        if gone
        else IncomingComment(one.remote_id, "zebraquagga edited", IncomingAuthor("o", "only1"), 1)
    )
    late = Late(bench, answer)
    rechecks = Rechecks(bench.store, bench.clock)

    async def work(dispatcher: Any) -> None:
        del dispatcher
        how = registry.spec("practice").recheck
        assert how is not None
        await rechecks._keep(bench.channel, [one], await late.recheck([one.remote_id]))

    bench.run(work)
    assert bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, one.remote_id)) is None
    assert (
        bench.store.read(
            lambda r: r._db.execute("SELECT count(*) FROM authors WHERE handle <> ''").fetchone()[0]
        )
        == 0
    )


@pytest.mark.parametrize("answer", ["done", "not_done", "cannot_tell"])
def test_an_action_called_off_while_it_is_asked_about_stays_so(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr("console.services.reading_back.RECONCILE_PAUSES", (0.0,))
    rows = [_unknown(bench, bench.comment(f"you idiot {n}", f"only{n}")) for n in range(2)]
    monkeypatch.setattr(bench, "get", Late(bench, answer).get)
    channel = bench.channel
    bench.run(lambda d: d.run_channel(channel))
    found = bench.store.read(lambda r: r.outbox.many(rows))
    assert {one.state for one in found} <= {OutboxState.CANCELLED}
    assert bench.holds()
    assert [one["outcome"] for one in bench.entries() if one["event"] == "dispatch"] == ["cannot_tell"] * 2


def _unknown(bench: Bench, about: Comment) -> int:
    row = bench.decide(about, "hide", reason="x").outbox_id
    assert row is not None
    bench.store.write(
        lambda tx: (
            tx.outbox.move(row, OutboxState.SENDING, tx.now),
            tx.outbox.move(row, OutboxState.UNKNOWN, tx.now),
        )
    ).result()
    return row


@pytest.mark.parametrize("how", ["removed", "paused"])
def test_a_sender_in_the_middle_of_its_round_stops_when_the_channel_does(bench: Bench, how: str) -> None:
    rows = [bench.decide(bench.comment(f"you idiot {n}", f"only{n}"), "hide", reason="x") for n in range(3)]
    bench.clock.turn(60)
    before = bench.channel
    bench.store.write(lambda tx: tx.channels.set(bench.channel_id, **{how: True})).result()
    assert bench.run(lambda d: d.run_channel(before)) == 0
    assert {bench.outbox(one) for one in rows} == {OutboxState.QUEUED}
    assert bench.log("hide") == []


def test_a_batch_of_any_size_goes_with_its_comments(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing_channel, "MOST", 3)
    ids = [int(bench.comment(f"hello {n}", f"only{n}").id) for n in range(6)]

    def batch(tx: Any) -> None:
        tx._db.execute(
            """INSERT INTO batches (id, actor, role, action, request, state, total, created_at, updated_at)
               VALUES ('b', 'lea', 'lead', 'hide', '{"reason": "murmeltier"}', 'done', 6, 1, 1)"""
        )
        for place, one in enumerate(ids):
            tx._db.execute(
                "INSERT INTO batch_items (batch, position, comment_id, revision) VALUES ('b', ?, ?, 1)",
                (place, one),
            )

    bench.store.write(batch).result()
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA)
    assert erasing.work(int(bench.channel_id)).done
    left = bench.store.read(lambda r: r._db.execute("SELECT count(*) FROM batches").fetchone()[0])
    assert left == 0


def test_two_processes_at_one_erasure_leave_out_no_stage(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(bench.store, bench.channel_id, *(comment(f"m{n}", f"zebraquagga {n}") for n in range(30)))
    channel = int(bench.channel_id)
    ErasingChannel(bench.store).begin(channel, LEA)
    settled: list[str] = []
    real = erasing_channel._Run._words

    def words(run: Any, tx: Any, state: Any) -> None:
        settled.append(INDEXES[run._index])
        real(run, tx, state)

    monkeypatch.setattr(erasing_channel._Run, "_words", words)

    def run() -> Any:
        return erasing_channel._Run(bench.store, channel, lambda: False, lambda _now: None)

    first, second = run(), run()
    while first.now.stage != "rest":
        first.step()
    while second.now.stage != "words":
        second.step()
    while not first.over:  # it still believes that the rest is to be done
        first.step()
    while not second.over:
        second.step()
    assert set(settled) == set(INDEXES)
    entries = [one["event"] for one in bench.entries()]
    assert entries.count("channel_erased") == 1


def test_what_an_earlier_erasure_emptied_is_not_counted_at_the_next_beginning(bench: Bench) -> None:
    erasing, channel = ErasingChannel(bench.store), int(bench.channel_id)
    bench.decide(bench.comment("you idiot", "only1"), "hide", reason="x")
    bench.dispatch()
    for wanted in (1, 1):
        assert erasing.preview(channel, LEA).counts["comments"] == wanted
        erasing.begin(channel, LEA)
        (now,) = erasing.under_way()
        assert now.total == wanted
        assert erasing.work(channel).done
        bench.store.write(lambda tx: tx.channels.set(channel, removed=False)).result()
        take_in(bench.store, bench.channel_id, comment("again", "hello"))
    begun = [one for one in bench.entries() if one["event"] == "channel_erasing"]
    assert [one["counts"]["comments"] for one in begun] == [1, 1]


def test_a_verdict_that_comes_late_is_kept_for_nobody(bench: Bench) -> None:
    names = [comment(f"m{n}", f"zebraquagga number {n} is here", author=f"m{n}") for n in range(3)]
    take_in(bench.store, bench.channel_id, *names)
    batch = bench.triage.next_batch()
    assert len(batch) == 3
    bench.decide(batch[0], "keep")  # the log names it: an emptied row stays
    verdicts = read_texts(bench.triage.items(batch))
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA)
    assert erasing.work(int(bench.channel_id)).done
    assert bench.triage.store(batch, verdicts) == []
    for table in ("verdicts", "proposals", "likeness"):
        query = f"SELECT count(*) FROM {table}"
        assert bench.store.read(lambda r, query=query: r._db.execute(query).fetchone()[0]) == 0, table


def test_a_second_reading_that_comes_late_is_kept_for_nobody(bench: Bench) -> None:
    one = bench.comment("you idiot", "only1")
    bench.decide(one, "keep")
    rereading = Rereading(bench.store, bench.triage)
    batch = rereading.next_batch(rereading.begin("test", "2", SWITCH, LEA))
    assert [int(other.id) for other in batch.unread] == [int(one.id)]
    verdicts = [replace(read, engine_version="2") for read in read_texts(bench.triage.items(batch.unread))]
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA)
    assert erasing.work(int(bench.channel_id)).done
    rereading.store(batch, verdicts)
    assert bench.store.read(lambda r: r._db.execute("SELECT count(*) FROM verdicts").fetchone()[0]) == 0
