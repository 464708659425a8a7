"""Looking again at what is kept: in rounds, and right before an action leaves; what is gone or edited is not acted on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from console.connectors import registry
from console.domain.comment import IncomingAuthor, IncomingComment
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import Transient
from console.domain.ports import Recheck
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.dispatch import Dispatcher
from console.services.rechecking import Rechecks
from console.services.recording import DecisionAsk
from console.store import Tx

AUTHOR = IncomingAuthor("a1", "ana")


def comment(number: int, text: str = "hello", **more: object) -> IncomingComment:
    made = IncomingComment(f"c{number}", text, AUTHOR, 1_795_000_000 + number)
    return replace(made, **more)  # type: ignore[arg-type]


class Site:
    """A platform that knows the present state of some comments and counts what is asked of it."""

    def __init__(self) -> None:
        self.now: dict[str, IncomingComment | None] = {}
        self.asked: list[list[str]] = []
        self.done: list[ActionRequest] = []
        self.error: Exception | None = None
        self.meanwhile: Callable[[], object] = lambda: None

    async def get(self, _channel: object) -> Site:
        return self

    async def forget(self, _channel: int) -> None: ...

    async def recheck(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        self.asked.append(list(ids))
        self.meanwhile()
        if self.error is not None:
            raise self.error
        return {one: self.now[one] for one in ids if one in self.now}

    async def perform(self, request: ActionRequest) -> ActionResult:
        self.done.append(request)
        return ActionResult()


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Console]:
    spec = replace(registry.spec("bluesky"), recheck=Recheck(batch=4, every=3600, days=30))
    monkeypatch.setattr("console.connectors.bluesky.SPEC", spec)
    made = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    yield made
    made.close()


def filled(console: Console, count: int) -> list[int]:
    actor = console.actor()
    channel = console.add_channel("bluesky", "brand", actor, handle="brand.example")
    items = [comment(number) for number in range(count)]
    result = console.store.write(lambda tx: tx.comments.upsert(channel.id, "bluesky", items, tx.now)).result(
        10
    )
    return list(result.new_ids)


def test_a_round_goes_on_where_it_stopped_and_begins_anew_in_time(console: Console) -> None:
    ids = filled(console, 10)
    site = Site()
    site.now = {f"c{n}": comment(n) for n in range(10)} | {"c2": None, "c5": comment(5, "edited")}
    del site.now["c7"]  # the platform does not say
    rechecks = Rechecks(console.store, console.clock)

    def part() -> int:
        (channel,) = console.store.read(lambda r: r.channels.all())
        return asyncio.run(rechecks.part_of_round(channel, site))  # type: ignore[arg-type]

    assert part() == 0  # what was pulled just now needs no second look
    console.store.write(lambda tx: tx.channels.set(1, recheck_round_at=console.clock.now() - 3601)).result(10)
    assert [part(), part(), part()] == [4, 4, 2]
    assert [len(one) for one in site.asked] == [4, 4, 2]
    assert [one for part in site.asked for one in part] == [f"c{n}" for n in range(10)]
    states = console.store.read(lambda r: [r.comments.get(one) for one in ids])
    assert [one.remote_id for one in states if one is not None and one.state is CommentState.GONE] == ["c2"]
    assert [one.remote_id for one in states if one is not None and one.revision > 1] == ["c5"]
    assert part() == 0  # the round is over


def test_trouble_leaves_the_round_where_it_is(console: Console) -> None:
    filled(console, 6)
    site = Site()
    site.error = Transient("offline")
    console.store.write(lambda tx: tx.channels.set(1, recheck_round_at=1)).result(10)
    (channel,) = console.store.read(lambda r: r.channels.all())
    with pytest.raises(Transient):
        asyncio.run(Rechecks(console.store, console.clock).part_of_round(channel, site))  # type: ignore[arg-type]
    (after,) = console.store.read(lambda r: r.channels.all())
    assert (after.rechecked_to, after.recheck_round_at) == (0, 1)


def test_what_is_gone_or_edited_meanwhile_is_not_acted_on(console: Console) -> None:
    ids = filled(console, 4)
    actor = console.actor()
    for one in ids:
        console.decide(DecisionAsk(one, ActionKind.HIDE, reason="x"), actor).result(10)
    site = Site()
    site.now = {"c0": comment(0), "c1": None, "c2": comment(2, "something else"), "c3": comment(3)}
    dispatcher = Dispatcher(console.store, site, console.clock, "me", lambda _tries: 1)  # type: ignore[arg-type]
    console.send_now(actor).result(10)

    async def go() -> None:
        (channel,) = console.store.read(lambda r: r.channels.all())
        await dispatcher.run_channel(channel)

    asyncio.run(go())
    assert [one.target for one in site.done] == ["c0", "c3"]
    states = [one.state for one in console.store.read(lambda r: r.comments.rows(ids))]
    assert states[1] is CommentState.GONE
    assert states[2] is CommentState.OPEN  # a person looks at the new words


SENDING, UNKNOWN, QUEUED, DONE = (
    OutboxState.SENDING,
    OutboxState.UNKNOWN,
    OutboxState.QUEUED,
    OutboxState.DONE,
)


@pytest.mark.parametrize("error", [None, Transient("offline")])
@pytest.mark.parametrize("seen", [comment(0), comment(0, "something else"), None])
@pytest.mark.parametrize("moves", [(), (UNKNOWN,), (UNKNOWN, QUEUED, SENDING), (UNKNOWN, DONE)])
def test_a_row_that_another_process_took_meanwhile_is_its_own(
    console: Console,
    moves: tuple[OutboxState, ...],
    seen: IncomingComment | None,
    error: Exception | None,
) -> None:
    """This machine slept while the platform was asked: the lease went, and its new holder settles what was on its way."""
    (one,) = filled(console, 1)
    outcome = console.decide(DecisionAsk(one, ActionKind.HIDE, reason="x"), console.actor()).result(10)
    console.send_now(console.actor()).result(10)
    number = outcome.outbox_id
    assert number is not None

    def taken(tx: Tx) -> None:
        tx.shared.take_lease("other", "another session", 1, tx.now, 600)
        for state in moves:
            tx.outbox.move(number, state, tx.now, tried=state is SENDING)

    site = Site()
    site.now, site.error = {"c0": seen}, error
    site.meanwhile = lambda: console.store.write(taken).result(10)
    dispatcher = Dispatcher(console.store, site, console.clock, "me", lambda _tries: 1)  # type: ignore[arg-type]
    (channel,) = console.store.read(lambda r: r.channels.all())
    asyncio.run(dispatcher.run_channel(channel))
    assert site.asked == [["c0"]]
    assert site.done == []
    row = console.store.read(lambda r: r.outbox.get(number))
    assert row is not None
    assert row.state is ([SENDING, *moves][-1])
