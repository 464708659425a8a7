"""The mark of a watch term on Bluesky: nothing lost, nothing twice, whatever order, pages, ties, cursors and crashes."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.connectors.bluesky import pull
from console.connectors.bluesky.cursor import parse
from console.connectors.bluesky.lookup import Lookup
from console.connectors.bluesky.pull import Puller
from console.connectors.bluesky.session import Session
from console.connectors.bluesky.watching import terms_of
from console.domain.errors import Invalid
from tests.support.bluesky_server import EPOCH, FAN, ME, at
from tests.support.desk import FixedClock

TERMS = terms_of([{"kind": "keyword", "text": "kettle"}])
KEY = TERMS[0].key


def uri(number: int) -> str:
    """The address of a hit."""
    return f"at://{FAN}/app.bsky.feed.post/3k{number:011d}"


class Line:
    """A Session whose search keeps hits in memory and pages through them, as reliably as ``way`` says."""

    def __init__(self, size: int, way: str, seconds: float) -> None:
        self.size, self.way, self.seconds = size, way, seconds
        self.shown: dict[int, str] = {}
        self.asked = 0

    def show(self, number: int) -> None:
        """Hit ``number`` is indexed: from now on it can be found."""
        self.shown[number] = at(EPOCH + int(number * self.seconds))

    async def tokens(self) -> Any:
        """Who we are."""
        return SimpleNamespace(did=ME)

    async def query(self, nsid: str, params: Any = None) -> dict[str, Any]:
        """Nothing but hits is there."""
        if not nsid.endswith("searchPosts"):
            return {"notifications": [], "records": [], "posts": [], "profiles": []}
        asked = dict(params)
        self.asked += 1
        rows = sorted(((when, number) for number, when in self.shown.items()), reverse=True)
        if self.way != "plain":
            rows = [row for row in rows if asked["since"] <= row[0] < asked.get("until", "9")]
        start = 0
        if "cursor" in asked and self.way != "looping":
            if self.way == "forgetful":
                raise Invalid(platform_code="InvalidRequest")
            # A cursor names the last hit, as that of a real index does: what is indexed meanwhile moves nothing.
            when, _, number = asked["cursor"].partition("|")
            start = sum(row >= (when, int(number)) for row in rows)
        page = rows[start : start + self.size]
        last = f"{page[-1][0]}|{page[-1][1]}" if start + self.size < len(rows) else ""
        more = {"cursor": f"{self.asked}" if self.way == "looping" else last} if last else {}
        return {"posts": [self._view(number, when) for when, number in page], **more}

    @staticmethod
    def _view(number: int, when: str) -> dict[str, Any]:
        return {
            "uri": uri(number), "cid": f"c{number}", "indexedAt": when,
            "author": {"did": FAN, "handle": "fan.test"},
            "record": {"text": f"kettle {number}", "createdAt": when},
        }  # fmt: skip


class Life:
    """A workspace that pulls from ``line``: what it stored, and how often it was told of each."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.clock = FixedClock(EPOCH + 200)
        self.stored: list[str] = []
        self.cursor: str | None = None
        self.calm = True  # no crash and no restart so far
        self.restart()

    def restart(self) -> None:
        """A new process."""
        session = cast("Session", self.line)
        lookup = Lookup(session, self.clock, "https://x.test")
        self.puller = Puller(session, lookup, self.clock, history=86_400, sweep=86_400, terms=TERMS)

    async def pull(self, *, lost: bool = False) -> bool:
        """One page; ``lost`` is killed before it was stored. Whether there is more."""
        page = await self.puller.pull(self.cursor)
        told = [one.remote_id for one in page.comments]
        assert len(set(told)) == len(told)
        assert [dict(one) for one in page.warnings] == []
        assert page.cursor is not None
        parse(page.cursor)
        if not lost:
            self.stored += told
            self.cursor = page.cursor
        return page.more

    async def drain(self) -> None:
        """A whole round."""
        for _ in range(600):
            if not await self.pull():
                return
        raise AssertionError("the pull never ends")


async def live(line: Line, steps: list[tuple[str, int]], late: frozenset[int], count: int) -> Life:
    """What a workspace holds in the end."""
    life = Life(line)
    held: list[int] = []
    following = 1
    for step, number in [*steps, ("show", count)]:
        if step == "show":
            for one in range(following, min(following + number, count + 1)):
                if one in late:
                    held.append(one)
                else:
                    line.show(one)
                following = one + 1
        elif step == "index":
            while held:
                line.show(held.pop())
        elif step == "hour":
            life.clock.ahead += 3700
        elif step == "restart":
            life.calm = False
            life.restart()
        else:
            life.calm = life.calm and step != "lost"
            await life.pull(lost=step == "lost")
    await life.drain()
    for one in held:
        line.show(one)  # behind the mark
    for _ in range(2):
        await life.drain()
    return life


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_nothing_is_lost_whatever_happens(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 130))
    way = data.draw(st.sampled_from(["whole", "whole", "plain", "forgetful", "looping"]))
    # Only a cursor tells many hits of one instant apart: where it cannot be used, they are fewer than a page.
    alone = way in ("forgetful", "looping")
    size = data.draw(st.integers(4 if alone else 1, 9) | st.integers(4, 100))
    line = Line(size, way, data.draw(st.sampled_from([0.5, 1.0] if alone else [0.1, 0.5, 1.0])))
    late = data.draw(st.frozensets(st.integers(1, count), max_size=6))
    step = st.one_of(
        st.tuples(st.just("show"), st.integers(1, 40)),
        st.tuples(st.sampled_from(["pull", "pull", "lost", "restart", "index", "hour"]), st.just(0)),
    )
    steps = data.draw(st.lists(step, max_size=25))
    parts = data.draw(st.integers(2, 9) | st.just(200))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pull, "PAGE", parts)  # what was read is handed out in parts, too
        patch.setattr("console.connectors.bluesky.watching._LIMIT", size)
        life = asyncio.run(live(line, steps, late, count))
    start = parse(life.cursor).marks[KEY].start
    wanted = {uri(one) for one in line.shown if (EPOCH + int(one * line.seconds)) * 1000 >= start}
    assert wanted <= set(life.stored) <= {uri(one) for one in line.shown}
    if life.calm:
        assert len(set(life.stored)) == len(life.stored)
