"""The cursor of an X pull: nothing lost, nothing twice, whatever order, pages and crashes; damaged answers do no harm."""

from __future__ import annotations

import asyncio
import random
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.connectors.sessions import MemorySessionStore
from console.connectors.x import actions, connect, pull
from console.connectors.x.cursor import Cursor, parse
from console.connectors.x.lookup import Lookup
from console.connectors.x.money import Money
from console.connectors.x.names import earlier, moment, newest
from console.connectors.x.posts import Answer
from console.connectors.x.pull import Puller
from console.connectors.x.session import Session
from console.domain.comment import Channel, ChannelId
from tests.support.damaged import spoil, survive
from tests.support.desk import FixedClock
from tests.support.x_channel import channel
from tests.support.x_server import EPOCH, FAN, ME, TROLL, at, fake_x, snowflake

NUMBERS = st.integers(1, 10**20).map(str)


class Line:
    """A Session that keeps one list of mentions in memory and pages through it as X does."""

    server = "http://127.0.0.1:1"

    def __init__(self, size: int, seconds: float = 0.1) -> None:
        self.size = size
        self.seconds = seconds  # between two posts
        self.money = Money(FixedClock(), 10**9, owned=False)
        self.shown: dict[int, dict[str, Any]] = {}

    def show(self, number: int) -> None:
        """Post ``number`` is indexed: from now on it can be seen."""
        when = EPOCH + int(number * self.seconds)
        one = snowflake(when, number)
        self.shown[int(one)] = {
            "id": one, "text": f"@b {number}", "author_id": "5", "created_at": at(when),
            "conversation_id": one,
        }  # fmt: skip

    async def read(self, path: str, params: dict[str, Any], *, bucket: str) -> dict[str, Any]:
        """A page of mentions."""
        assert path.endswith("/mentions")
        assert bucket
        known = sorted((one for one in self.shown if one > int(params["since_id"] or 0)), reverse=True)
        if params["pagination_token"]:
            known = [one for one in known if one < int(params["pagination_token"])]
        page = known[: self.size]
        more = {"next_token": str(page[-1])} if len(known) > self.size else {}
        return {"data": [self.shown[one] for one in page], "meta": {"result_count": len(page), **more}}


def made(line: Line) -> Puller:
    """A connector's pull as a new process has it."""
    session = cast("Session", line)
    channel = Channel(ChannelId(1), "x", "b", handle="b", remote_id=ME)
    lookup = Lookup(channel, session, FixedClock())
    return Puller(session, lookup, FixedClock(), terms=(), replies_call=False)


async def drained(puller: Puller, cursor: str | None, stored: set[str]) -> str | None:
    """A whole round, stored page by page."""
    for _ in range(400):
        page = await puller.pull(cursor)
        stored.update(one.remote_id for one in page.comments)
        cursor = page.cursor
        if not page.more:
            return cursor
    raise AssertionError("the pull never ends")


async def live(line: Line, steps: list[tuple[str, int]], late: frozenset[int], count: int) -> set[str]:
    """What a workspace holds in the end."""
    stored: set[str] = set()
    cursor: str | None = None
    puller = made(line)
    held: list[int] = []
    following = 1
    for step, number in [*steps, ("show", count)]:
        if step == "show":
            for _ in range(number):
                if following > count:
                    break
                if following in late:
                    held.append(following)
                else:
                    line.show(following)
                following += 1
        elif step == "index":
            while held:
                line.show(held.pop())
        elif step == "restart":
            puller = made(line)
        else:
            page = await puller.pull(cursor)
            ids = [one.remote_id for one in page.comments]
            assert len(set(ids)) == len(ids)
            if step == "lost":
                continue  # killed before the page was stored: its cursor is not stored either
            stored.update(ids)
            cursor = page.cursor
    cursor = await drained(puller, cursor, stored)
    for one in held:
        line.show(one)  # behind the mark
    for _ in range(3):
        cursor = await drained(puller, cursor, stored)
    return stored


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_nothing_is_lost_whatever_happens(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 130))
    line = Line(data.draw(st.integers(1, 8) | st.integers(1, 100)))
    page = data.draw(st.integers(2, 9) | st.just(200))
    late = data.draw(st.frozensets(st.integers(1, count), max_size=6))
    step = st.one_of(
        st.tuples(st.just("show"), st.integers(1, 40)),
        st.tuples(st.sampled_from(["pull", "pull", "lost", "restart", "index"]), st.just(0)),
    )
    steps = data.draw(st.lists(step, max_size=25))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pull, "PAGE", page)  # what was read is handed out in parts, too
        stored = asyncio.run(live(line, steps, late, count))
    assert stored == {str(one) for one in line.shown}
    assert len(stored) == count


def test_a_crash_between_two_parts_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts that were not handed out are read again, however far they lie behind the newest."""
    monkeypatch.setattr(pull, "PAGE", 20)
    line = Line(100, seconds=120)
    for number in range(80):
        line.show(number + 1)

    async def go() -> None:
        page = await made(line).pull(None)
        stored = {one.remote_id for one in page.comments}
        assert len(stored) == 20
        await drained(made(line), page.cursor, stored)
        assert len(stored) == 80

    asyncio.run(go())


def test_one_process_brings_nothing_twice() -> None:
    async def go() -> None:
        line, cursor = Line(7), None
        puller = made(line)
        seen: list[str] = []
        for number in range(1, 90):
            line.show(number)
            if number % 9 == 0:
                page = await puller.pull(cursor)
                seen += [one.remote_id for one in page.comments]
                cursor = page.cursor
        while True:
            page = await puller.pull(cursor)
            seen += [one.remote_id for one in page.comments]
            cursor = page.cursor
            if not page.more:
                break
        assert len(set(seen)) == len(seen)

    asyncio.run(go())


@given(st.lists(NUMBERS, min_size=1))
def test_ids_are_ordered_as_numbers_of_any_length(ids: list[str]) -> None:
    assert newest(*ids) == str(max(map(int, ids)))


@given(st.integers(EPOCH, EPOCH + 10**8), st.integers(0, 86_400))
def test_ids_hold_their_time(seconds: int, back: int) -> None:
    one = snowflake(seconds, 7)
    assert moment(one) == seconds * 1000
    assert moment(earlier(one, back)) == (seconds - back) * 1000
    assert earlier("12345", back) == "12345"
    assert moment("12345") is None
    assert newest() == ""


@given(
    st.builds(
        Cursor,
        number=st.integers(0, 10**6),
        marks=st.dictionaries(st.text(st.characters(codec="utf-8")), NUMBERS),
        plan=st.lists(st.text(st.characters(codec="utf-8"))).map(tuple),
        token=st.text(st.characters(codec="utf-8")),
        top=NUMBERS,
        pages=st.integers(0, 500),
        got=st.integers(0, 500),
        stale=st.integers(0, 3),
        roots=st.dictionaries(NUMBERS, st.booleans()),
        firsts=st.dictionaries(NUMBERS, NUMBERS),
        money=st.fixed_dictionaries({"used": st.integers(0, 10**6), "paid": st.text("0123456789abcdef")}),
    )
)
def test_a_cursor_comes_back_as_it_was(cursor: Cursor) -> None:
    assert parse(cursor.dump()) == cursor


def test_money_is_counted_on_from_what_is_stored() -> None:
    clock = FixedClock()
    first = Money(clock, 100_000, owned=True)
    first.posts(["1", "2", "1"], own=True)
    first.users(["1"])
    first.spend(7)
    assert first.budget()["used"] == 2 * 10 + 100 + 7
    second = Money(clock, 100_000, owned=True)
    second.take(first.dump())
    second.posts(["2", "3"], own=True)
    assert second.budget()["used"] == 137
    clock.ahead = 40 * 86_400
    assert second.budget()["used"] == 0
    third = Money(clock, 100_000, owned=True)
    third.take({"period": "2001-01", "used": 5, "day": 7, "paid": None})
    assert third.budget()["used"] == 0


def test_an_answer_of_one_post_and_of_none() -> None:
    bodies: tuple[dict[str, Any], ...] = ({"data": {"id": "5"}}, {"data": []}, {"data": None})
    assert [len(Answer.of(one).posts) for one in bodies] == [1, 0, 0]
    bodies = ({}, {"data": []}, {"meta": {"result_count": 0}})
    assert [Answer.of(one).whole for one in bodies] == [False, True, True]


@pytest.mark.parametrize("seed", range(6))
def test_damaged_answers(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Valid JSON and nonsense: nothing but ConnectorError may come out."""
    chance = random.Random(seed)
    clock = FixedClock()
    with fake_x() as fake:
        root = fake.post("Kettle", ME)
        fake.media["7_1"] = {"media_key": "7_1", "type": "photo", "alt_text": "a", "width": 9}
        reply = fake.post("@brand one", parent=root, attachments={"media_keys": ["7_1"]})
        nested = fake.post("@fan @brand two kettle", TROLL, reply, note_tweet={"text": "x &amp; y"})
        quote = fake.post(
            "@brand hi", quotes=root, entities={"urls": [{"expanded_url": "https://a.example"}]}
        )
        fake.edit(quote, "@brand hello")
        spoil(chance, fake.server)
        monkeypatch.setattr(actions, "READ_BACK", (0.0,))
        there = channel(fake, watches=[{"kind": "keyword", "text": "kettle"}])
        survive(
            chance,
            lambda: connect(there, "access-0", MemorySessionStore(), clock),
            clock,
            known=[reply, nested, quote],
            target=reply,
            author=FAN,
            facts={"account_id": FAN, "on_ours": True, "can_reply": True, "id": reply},
            rounds=12,
        )
