"""The cursor of a Mastodon pull: nothing is lost and nothing comes twice, whatever the order, the pages and the crashes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.connectors.mastodon import pull
from console.connectors.mastodon.cursor import TRAIL, Cursor, parse
from console.connectors.mastodon.names import earlier, newer, newest, oldest
from console.connectors.mastodon.pull import Habits, Puller
from console.connectors.mastodon.session import Session
from console.connectors.mastodon.threads import Threads
from console.domain.errors import Transient
from tests.support.desk import FixedClock
from tests.support.mastodon_server import EPOCH, at

NUMBERS = st.integers(1, 10**20).map(str)


class Line:
    """A Session that keeps one line of notifications in memory and pages through it as the server does."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.shown: dict[int, dict[str, Any]] = {}
        self.good: int | None = None  # pages until one is not answered; None: all are

    def show(self, number: int) -> None:
        """Notification ``number`` is committed: from now on it can be seen. Ten come in the same second."""
        moment = at(EPOCH + number // 10)
        account = {"id": "2", "acct": "fan", "uri": "https://h.example/users/fan"}
        status = {
            "id": str(9000 + number),
            "created_at": moment,
            "account": account,
            "content": f"<p>{number}</p>",
        }
        self.shown[number] = {"id": str(number), "type": "mention", "created_at": moment, "status": status}

    async def many(self, path: str, params: Any = None) -> list[dict[str, Any]]:
        """A page of notifications; we have posted nothing ourselves."""
        if path != "/api/v1/notifications":
            return []
        if self.good is not None:
            self.good -= 1
            if self.good < 0:
                self.good = None
                raise Transient("server_error")
        asked = dict(params)
        known = sorted(self.shown)
        if "max_id" in asked:
            known = [one for one in known if one < int(asked["max_id"])]
        if "min_id" in asked:
            known = [one for one in known if one > int(asked["min_id"])][: self.page]
        return [self.shown[one] for one in reversed(known[-self.page :])]

    def budget(self) -> None:
        """Nothing is counted here."""


def made(line: Line, history: int) -> Puller:
    """A connector's pull as a new process has it."""
    session = cast("Session", line)
    habits = Habits(history=history, sweep=1000, longest=500, mention_all=False, terms=())
    return Puller(session, Threads(session, FixedClock(), "1"), FixedClock(), habits)


async def live(
    line: Line, steps: list[tuple[str, int]], late: frozenset[int], count: int
) -> Mapping[str, int]:
    """What a workspace holds in the end: remote id to how often it was new to the queue."""
    stored: dict[str, int] = {}
    cursor: str | None = None
    puller = made(line, 10**7)
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
                if held and following - held[0] >= TRAIL - len(late):
                    line.show(held.pop(0))  # a server's transactions are no longer than that
        elif step == "commit":
            while held:
                line.show(held.pop())
        elif step == "restart":
            puller = made(line, 10**7)
        elif step == "fail":
            line.good = number
        else:
            try:
                page = await puller.pull(cursor)
            except Transient:
                continue
            ids = [one.remote_id for one in page.comments]
            assert len(set(ids)) == len(ids)
            if step == "lost":
                continue  # killed before the page was stored: its cursor is not stored either
            for one in ids:
                stored.setdefault(one, 0)
                stored[one] += 1
            cursor = page.cursor
    line.good = None
    cursor = await drained(puller, cursor, stored)
    for one in held:
        line.show(one)
    for _ in range(3):
        cursor = await drained(puller, cursor, stored)
    return stored


async def drained(puller: Puller, cursor: str | None, stored: dict[str, int]) -> str | None:
    """A whole round, stored page by page."""
    for _ in range(400):
        page = await puller.pull(cursor)
        for comment in page.comments:
            stored[comment.remote_id] = stored.get(comment.remote_id, 0) + 1
        cursor = page.cursor
        if not page.more:
            return cursor
    raise AssertionError("the pull never ends")


@settings(max_examples=120)
@given(data=st.data())
def test_nothing_is_lost_whatever_happens(data: st.DataObject) -> None:
    # Small pages and many notifications too: a first walk into the past that takes several pulls.
    count = data.draw(st.integers(1, 130) | st.integers(120, 200))
    line = Line(data.draw(st.integers(3, 8) | st.integers(1, 80)))
    late = data.draw(st.frozensets(st.integers(1, count), max_size=6))
    step = st.one_of(
        st.tuples(st.just("show"), st.integers(1, TRAIL // 2)),
        st.tuples(st.just("fail"), st.integers(0, 7)),
        st.tuples(st.sampled_from(["pull", "pull", "lost", "restart", "commit"]), st.just(0)),
    )
    page = data.draw(st.integers(2, 9) | st.just(200))
    there = ("show", data.draw(st.sampled_from([0, count // 2, count])))
    steps = [there, *data.draw(st.lists(step, max_size=25))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pull, "PAGE", page)  # what was read is handed out in parts, too
        stored = asyncio.run(live(line, steps, late, count))
    assert sorted(stored, key=int) == [str(9000 + one) for one in range(1, count + 1)]


@pytest.mark.parametrize("good", [1, None], ids=["failed", "not stored"])
def test_what_came_before_a_failure_is_gone_over_again(good: int | None) -> None:
    """In the midst of the first walk into the past: pages that are read again are no loop and no end."""

    async def go() -> None:
        line, stored = Line(5), dict[str, int]()
        for number in range(130):
            line.show(number + 1)
        puller = made(line, 10**7)
        page = await puller.pull(None)
        stored.update((one.remote_id, 1) for one in page.comments)
        line.good = good
        try:
            await puller.pull(page.cursor)
        except Transient:
            pass
        await drained(puller, page.cursor, stored)
        assert len(stored) == 130

    asyncio.run(go())


def test_a_crash_between_two_parts_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts that were not handed out are read again, however far they lie behind the trail."""
    monkeypatch.setattr(pull, "PAGE", 20)
    line, stored = Line(80), dict[str, int]()
    for number in range(80):
        line.show(number + 1)

    async def go() -> None:
        page = await made(line, 10**7).pull(None)
        stored.update((one.remote_id, 1) for one in page.comments)
        assert len(stored) == 20
        await drained(made(line, 10**7), page.cursor, stored)
        assert len(stored) == 80

    asyncio.run(go())


@given(st.lists(NUMBERS, max_size=60))
def test_the_trail_keeps_the_newest_in_any_order(ids: list[str]) -> None:
    expected = sorted(set(ids), key=int)[-TRAIL:]
    assert list(Cursor().seen(ids).trail) == expected
    assert list(Cursor().seen(reversed(ids)).seen(ids).trail) == expected


@given(st.lists(NUMBERS, min_size=1))
def test_ids_are_ordered_as_numbers_of_any_length(ids: list[str]) -> None:
    assert newest(ids) == str(max(map(int, ids)))
    assert oldest(ids) == str(min(map(int, ids)))


def test_ids_that_are_no_numbers_sort_as_text() -> None:
    assert newer("01HZZ", "01HAA")
    assert not newer("01HAA", "01HAA")
    assert newest([]) == oldest([]) == ""


@given(st.integers(EPOCH, EPOCH + 10**8), st.integers(0, 86_400))
def test_an_earlier_id_is_that_of_an_earlier_moment(seconds: int, back: int) -> None:
    one = str((seconds * 1000 << 16) + 77)
    assert int(earlier(one, back)) >> 16 == (seconds - back) * 1000
    assert earlier("12345", back) == "12345"
    assert earlier("01HZZ", back) == "01HZZ"


@given(
    st.builds(
        Cursor,
        number=st.integers(0, 10**6),
        trail=st.lists(NUMBERS).map(tuple),
        forward=NUMBERS,
        back=NUMBERS,
        pages=st.integers(0, 500),
        sweeping=st.booleans(),
        todo=st.lists(NUMBERS).map(tuple),
        terms=st.lists(st.text(st.characters(codec="utf-8"))).map(tuple),
        ahead=NUMBERS,
        rotation=NUMBERS,
        marks=st.dictionaries(st.text(st.characters(codec="utf-8")), NUMBERS),
    )
)
def test_a_cursor_comes_back_as_it_was(cursor: Cursor) -> None:
    assert parse(cursor.dump()) == cursor
