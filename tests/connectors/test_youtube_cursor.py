"""Properties of a whole pull into a real queue: any order of arrival, ties, page sizes, crashes, nonsense in answers."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.connectors.cursors import Watermark
from console.connectors.sessions import MemorySessionStore
from console.connectors.youtube import connect, pull
from console.connectors.youtube.connector import YoutubeConnector
from console.connectors.youtube.cursor import Cursor, Todo, Walk, parse
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.errors import Transient
from tests.support.damaged import spoil, survive
from tests.support.desk import FixedClock
from tests.support.faultserver import Answer, Seen, TestClock, serving
from tests.support.youtube_server import EPOCH, FAN, ME, TROLL, VIDEO, FakeYoutube, fake_youtube


@dataclass
class Queue:
    """What a workspace keeps: comments by id, and the cursor that was stored with the last page."""

    comments: dict[str, IncomingComment] = field(default_factory=dict)
    cursor: str | None = None
    told: list[str] = field(default_factory=list)

    def store(self, page: Any) -> None:
        for one in page.comments:
            self.comments[one.remote_id] = one
            self.told.append(one.remote_id)
        self.cursor = page.cursor


@dataclass(frozen=True)
class Step:
    """Something that happens between two pages: comments arrive, or this process ends, or the answer is lost."""

    arrive: tuple[tuple[int, bool, int], ...] = ()  # (how far back, held, which thread gets a reply or -1)
    crash: bool = False
    lose: bool = False


STEPS = st.lists(
    st.builds(
        Step,
        arrive=st.lists(
            st.tuples(st.integers(0, 30), st.booleans(), st.integers(-1, 12)), max_size=4
        ).map(tuple),
        crash=st.booleans(),
        lose=st.booleans(),
    ),
    max_size=6,
)  # fmt: skip


class Wire:
    """The fake's answers without a socket, so that hypothesis can try many lives; ``lose`` drops one answer."""

    def __init__(self, fake: FakeYoutube) -> None:
        self.fake, self.lose, self.requests = fake, False, 0

    async def read(self, name: str, params: dict[str, Any]) -> dict[str, Any]:
        self.requests += 1
        query = {key: [str(value)] for key, value in params.items() if value != ""}
        seen = Seen("GET", f"/youtube/v3/{name}", query, {"authorization": f"Bearer {self.fake.access}"}, b"")
        answer = self.fake.handle(seen)
        assert answer.status == 200, answer
        if self.lose:
            self.lose = False
            raise Transient()
        return json.loads(json.dumps(answer.body))  # type: ignore[no-any-return]


def connector_on(wire: Wire, clock: TestClock) -> YoutubeConnector:
    channel = Channel(ChannelId(1), "youtube", "y", server="http://127.0.0.1:9", handle=ME)
    made = connect(channel, "word", MemorySessionStore(), clock)
    made._session.read = wire.read  # type: ignore[method-assign, assignment]
    return made


def arrive(
    fake: FakeYoutube, tops: list[str], what: tuple[tuple[int, bool, int], ...], newest: int, unit: int
) -> None:
    """New comments, up to 30 ``unit`` seconds behind ``newest``: filters let some through late, under their own time."""
    for back, held, thread in what:
        status = "heldForReview" if held else "published"
        if 0 <= thread < len(tops):
            fake.comment("r", parent=tops[thread], status=status, when=newest)
        else:
            tops.append(fake.comment("t", status=status, when=newest - back * unit))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    first=st.lists(st.tuples(st.integers(0, 30), st.booleans(), st.integers(-1, 12)), max_size=25),
    steps=STEPS,
    page_size=st.integers(1, 7),
    page=st.integers(2, 9),
    sample=st.integers(0, 3),
)
def test_nothing_is_lost_and_nothing_is_doubled(
    first: list[tuple[int, bool, int]], steps: list[Step], page_size: int, page: int, sample: int
) -> None:
    fake, clock, queue, tops = FakeYoutube(), FixedClock(), Queue(), []  # type: ignore[var-annotated]
    fake.page_size, fake.sample = page_size, sample
    wire = Wire(fake)
    arrive(fake, tops, tuple(first), EPOCH, 20_000)  # a week, most of it far behind what every round reads

    async def life() -> None:
        connector = connector_on(wire, clock)
        for number, step in enumerate([*steps, Step(), Step()]):
            # Some pages of a round, or what is left of it; then something happens.
            for _ in range(2 if step.crash or step.lose else 400):
                wire.lose = step.lose and not wire.lose
                try:
                    answer = await connector.pull(queue.cursor)
                except Transient:
                    continue
                assert len(answer.comments) <= page
                if step.crash and number % 2:
                    break  # it ended before the page was stored
                queue.store(answer)
                if not answer.more:
                    break
            wire.lose = False
            if step.crash:
                connector = connector_on(wire, clock)
            arrive(fake, tops, step.arrive, EPOCH + 1800 * (number + 1), 113)
        # Everything has arrived: two rounds bring what is new; old threads are looked at in turn.
        rounds = 3 + 3 * (len(tops) // page_size + 1)
        for _ in range(rounds):
            for _ in range(400):
                answer = await connector.pull(queue.cursor)
                queue.store(answer)
                if not answer.more:
                    break
            else:
                raise AssertionError("the round never ends")
        quiet = len(queue.told)
        for _ in range(3):
            answer = await connector.pull(queue.cursor)
            while answer.more:
                queue.store(answer)
                answer = await connector.pull(queue.cursor)
            queue.store(answer)
        assert len(queue.told) == quiet  # nothing is told again that did not change

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pull, "PAGE", page)
        asyncio.run(life())
    assert set(queue.comments) == set(fake.comments)
    for name, one in queue.comments.items():
        assert one.hidden is (fake.status(name) != "published")
        assert one.parent_remote_id == fake.comments[name].get("parentId")
        assert one.text == fake.comments[name]["textOriginal"]
    # The cursor stays small, and whoever reads it again gets the same one.
    assert queue.cursor is not None
    assert parse(queue.cursor).dump() == queue.cursor


async def round_of(connector: YoutubeConnector, queue: Queue) -> None:
    """All pages of one round."""
    for _ in range(400):
        answer = await connector.pull(queue.cursor)
        queue.store(answer)
        if not answer.more:
            return
    raise AssertionError("the round never ends")


def test_what_appears_late_is_found_in_the_next_round() -> None:
    """Behind the mark, and behind a page of newer ones; older threads would bring it much later."""
    fake, clock, queue = FakeYoutube(page_size=2), FixedClock(), Queue()
    for hours in range(40):
        fake.comment("t", when=EPOCH - 3600 * hours)
        fake.comment("u", when=EPOCH - 60 * hours)

    async def go() -> None:
        connector = connector_on(Wire(fake), clock)
        await round_of(connector, queue)
        for number in range(7):
            fake.comment("new", when=EPOCH + number)
        late = fake.comment("late", when=EPOCH - 3000)
        tied = fake.comment("tied", when=EPOCH)
        await round_of(connector, queue)
        assert {late, tied} <= set(queue.comments)
        assert set(queue.comments) == set(fake.comments)

    asyncio.run(go())


def test_a_crash_between_two_parts_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "PAGE", 20)
    fake, clock, queue = FakeYoutube(page_size=50), FixedClock(), Queue()
    for hours in range(80):
        fake.comment("t", when=EPOCH - 3600 * hours)

    async def go() -> None:
        queue.store(await connector_on(Wire(fake), clock).pull(None))
        assert len(queue.comments) == 20
        await round_of(connector_on(Wire(fake), clock), queue)
        assert set(queue.comments) == set(fake.comments)

    asyncio.run(go())


def test_a_page_that_was_not_stored_comes_again() -> None:
    fake, clock, queue = FakeYoutube(page_size=3), FixedClock(), Queue()
    for hours in range(12):
        fake.comment("t", when=EPOCH - 3600 * hours)

    async def go() -> None:
        connector = connector_on(Wire(fake), clock)
        queue.store(await connector.pull(None))
        fake.comment("new", when=EPOCH + 5)
        lost = await connector.pull(queue.cursor)  # the disk was full
        again = await connector.pull(queue.cursor)
        assert {one.remote_id for one in lost.comments} <= {one.remote_id for one in again.comments}
        queue.store(again)
        await round_of(connector, queue)
        assert set(queue.comments) == set(fake.comments)

    asyncio.run(go())


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
MARKS = st.builds(Watermark, st.integers(0, 2**53), st.frozensets(NAMES, max_size=3))


@given(
    st.builds(
        Cursor,
        number=st.integers(0, 2**40),
        marks=st.dictionaries(NAMES, MARKS, max_size=3),
        plan=st.lists(NAMES, max_size=4).map(tuple),
        walk=st.none() | st.builds(Walk, NAMES, MARKS, st.integers(0, 2**53), st.integers(1, 300)),
        turning=st.booleans(),
        turn=st.integers(0, 9999),
        turns=st.dictionaries(NAMES, NAMES, max_size=3),
        todo=st.lists(
            st.builds(
                Todo, NAMES, NAMES, NAMES, st.integers(0, 999), st.integers(0, 9), NAMES, st.integers(0, 99)
            ),
            max_size=3,
        ).map(tuple),
        counts=st.dictionaries(NAMES, st.integers(0, 999), max_size=5),
        shut=st.dictionaries(NAMES, st.integers(0, 2**40), max_size=2),
    )
)
def test_a_cursor_survives_being_stored(cursor: Cursor) -> None:
    assert parse(cursor.dump()) == cursor


@pytest.mark.parametrize("seed", range(4))
def test_damaged_answers(seed: int) -> None:
    """Valid JSON and nonsense: nothing but ConnectorError may come out, and whatever comes can be stored."""
    chance = random.Random(seed)
    with fake_youtube() as fake:
        top = fake.comment("one")
        reply = fake.comment("two", parent=top, imageUrl="https://x.example/y")
        fake.comment("three", author=TROLL, status="likelySpam")
        fake.sample = 0
        clock = FixedClock()
        spoil(chance, fake.server)
        channel = Channel(ChannelId(1), "youtube", "y", server=fake.server.url, handle=ME)
        survive(
            chance,
            lambda: connect(channel, fake.access, MemorySessionStore(), clock),
            clock,
            known=[top, reply],
            target=reply,
            author=FAN,
            facts={"video": VIDEO},
            rounds=12,
        )


def test_a_slow_body_ends() -> None:
    """An answer that drips is cut off by the client, not waited for."""
    with serving(lambda seen: Answer(body={"items": []}, drip=0.2)) as server:
        channel = Channel(ChannelId(1), "youtube", "y", server=server.url, handle=ME)

        async def go() -> None:
            connector = connect(channel, "word", MemorySessionStore(), FixedClock())
            connector._session._api._timeout = 0.1
            try:
                with pytest.raises(Transient) as caught:
                    await connector.pull(None)
                assert caught.value.code == "timeout"
            finally:
                await connector.close()

        asyncio.run(go())
