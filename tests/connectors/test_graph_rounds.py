"""The walk of Meta's platforms: whatever arrives in whatever order, however it is cut short, nothing is lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.connectors.graph import rounds
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import number_option, path_id, same_words, wanted_name
from console.connectors.graph.puller import GraphPuller
from console.connectors.graph.rounds import Cursor, Known, Walk
from console.connectors.graph.source import COMMENTS, MENTIONS, REPLIES, Post, PostPage, Slice, Target
from console.connectors.graph.usage import read, regain_minutes
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost
from console.domain.errors import Invalid, Transient
from tests.support.graph_desk import FixedClock
from tests.support.graph_server import EPOCH


@dataclass
class World:
    """A platform in memory: comments by post, in any order of time; it may filter by time, count, or do neither."""

    counts: bool
    filters: bool
    ordered: bool
    size: int
    posts: int
    comments: dict[str, tuple[str, int, str | None]] = field(default_factory=dict)
    failing: int = 0

    kind = "facebook"
    expands = True

    async def begin(self) -> None:
        """Known."""

    def lists(self) -> Sequence[str]:
        return ("tagged",)

    def _page(self, rows: list[Any], following: str) -> tuple[list[Any], str]:
        start = int(following or 0)
        rest = str(start + self.size) if start + self.size < len(rows) else ""
        return rows[start : start + self.size], rest

    async def posts_page(self, following: str) -> PostPage:
        rows, rest = self._page([f"p{n}" for n in reversed(range(self.posts))], following)
        made = []
        for one in rows:
            count = sum(post == one for post, _, _ in self.comments.values())
            made.append(Post(IncomingPost(one), count if self.counts else None))
        return PostPage(tuple(made), rest)

    async def post(self, remote_id: str) -> IncomingPost:
        return IncomingPost(remote_id)

    async def read(self, target: Target, following: str, post: IncomingPost | None) -> Slice:
        if self.failing:
            self.failing -= 1
            raise Transient("server_error")
        if target.kind == MENTIONS:
            wanted = {one: held for one, held in self.comments.items() if held[0] == "tagged"}
        elif target.kind == REPLIES:
            wanted = {one: held for one, held in self.comments.items() if held[2] == target.id}
        else:
            wanted = {one: held for one, held in self.comments.items() if held[0] == target.id}
        order = sorted(wanted, key=lambda one: (wanted[one][1], one), reverse=self.ordered)
        if self.filters:
            order = [one for one in order if wanted[one][1] >= target.floor]
        rows, rest = self._page(order, following)
        comments = tuple(
            IncomingComment(
                one,
                one,
                IncomingAuthor("a", "A"),
                wanted[one][1],
                IncomingPost(wanted[one][0]),
                parent_remote_id=wanted[one][2],
            )
            for one in rows
        )
        times = tuple(wanted[one][1] for one in rows)
        return Slice(comments, times, rest, bool(rest))

    async def by_id(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        author = IncomingAuthor("a", "A")
        return {one: IncomingComment(one, one, author, 0) if one in self.comments else None for one in ids}


class Source:
    """The world as the walk's protocol names it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.kind, self.expands, self.filters = world.kind, world.expands, world.filters
        self.begin, self.lists, self.post = world.begin, world.lists, world.post
        self.read, self.by_id, self.posts = world.read, world.by_id, world.posts_page
        self.optional: frozenset[str] = frozenset()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 3), st.integers(0, 40)),
        st.tuples(st.just("tie"), st.integers(0, 3), st.integers(2, 6)),
        st.tuples(st.just("mention"), st.just(0), st.integers(0, 40)),
        st.tuples(st.just("delete"), st.integers(0, 50), st.just(0)),
        st.tuples(st.just("pull"), st.integers(1, 6), st.just(0)),
        st.tuples(st.just("lost"), st.just(0), st.just(0)),  # a page that never reached the disk
        st.tuples(st.just("restart"), st.just(0), st.just(0)),
        st.tuples(st.just("fail"), st.integers(1, 3), st.just(0)),
        st.tuples(st.just("wait"), st.sampled_from([1, 700, 4000]), st.just(0)),
    ),
    max_size=25,
)


@settings(max_examples=120, deadline=None)
@given(STEPS, st.booleans(), st.booleans(), st.booleans(), st.integers(1, 5))
def test_nothing_is_lost(
    steps: list[tuple[str, int, int]], counts: bool, filters: bool, ordered: bool, size: int
) -> None:
    clock = FixedClock()
    world = World(counts, filters, ordered, size, 4)
    queue: dict[str, bool] = {}
    cursor: list[str | None] = [None]
    puller = [GraphPuller(Source(world), clock, lambda: None, posts=100)]

    async def pull(keep: bool = True) -> bool:
        try:
            page = await puller[0].pull(cursor[0])
        except Transient:
            return True
        json.loads(page.cursor or "")
        if keep:
            cursor[0] = page.cursor
            queue.update({one.remote_id: one.gone for one in page.comments})
        return page.more

    async def go() -> None:
        for what, one, other in steps:
            now = clock.now()
            if what in ("add", "mention"):
                post = f"p{one}" if what == "add" else "tagged"
                world.comments[f"c{len(world.comments)}-{len(queue)}-{now}"] = (post, now - other, None)
            elif what == "tie":
                for _ in range(other):
                    world.comments[f"t{len(world.comments)}-{len(queue)}-{now}"] = (f"p{one}", now, None)
            elif what == "delete" and world.comments:
                del world.comments[sorted(world.comments)[one % len(world.comments)]]
            elif what == "pull":
                for _ in range(one):
                    await pull()
            elif what == "lost":
                await pull(keep=False)
            elif what == "restart":
                puller[0] = GraphPuller(Source(world), clock, lambda: None, posts=100)
            elif what == "fail":
                world.failing = one
            clock.ahead += one if what == "wait" else 1
        world.failing = 0
        deleted = any(what == "delete" for what, _, _ in steps)
        for turn in range(6):  # rounds: news at once, everything else in turn
            for _ in range(200):
                if not await pull():
                    break
            else:
                raise AssertionError("the pull never ends")
            if turn == 1 and counts and not deleted and size >= world.posts:
                # A count that moved says where to look: no need to wait for anything's turn.
                assert set(world.comments) == set(queue)
            clock.ahead += 4000 if turn else 1
        missing = set(world.comments) - {one for one, gone in queue.items() if not gone}
        assert not missing
        assert not [one for one, gone in queue.items() if gone and one in world.comments]

    asyncio.run(go())


def known() -> st.SearchStrategy[Known]:
    number = st.integers(0, 2**40)
    return st.builds(Known, st.none() | number, number, number, st.none() | number, number, number)


@given(
    st.builds(
        Cursor,
        number=st.integers(0, 9),
        known=st.dictionaries(st.text(max_size=9), known(), max_size=4),
        todo=st.lists(
            st.builds(Target, st.sampled_from([COMMENTS, REPLIES, MENTIONS]), st.text(max_size=9)), max_size=3
        ).map(tuple),
        walk=st.none() | st.builds(Walk, st.text(max_size=9)),
        running=st.booleans(),
        chain=st.text(max_size=9),
        older=st.text(max_size=9),
        listed=st.integers(0, 9),
        depth=st.integers(0, 9),
    )
)
def test_a_cursor_comes_back_as_it_went(cursor: Cursor) -> None:
    assert rounds.parse(cursor.dump("threads"), "threads") == cursor
    with pytest.raises(Invalid):
        rounds.parse(cursor.dump("threads"), "facebook")


def test_a_list_of_mentions_never_makes_way_for_posts() -> None:
    """It is never read as a whole, so it was always the first to go: read from the start and warned of in each round."""
    held = Known(mark=1_000)
    cursor = Cursor().learned("m:tagged", held)
    for n in range(rounds.MAX_KNOWN + 5):
        cursor = cursor.learned(f"p{n}", Known(whole_at=1 + n))
    assert cursor.known["m:tagged"] == held
    assert len(cursor.known) == rounds.MAX_KNOWN
    assert "p0" not in cursor.known


def test_the_post_of_a_long_walk_is_asked_for_once() -> None:
    """Of a post that the list did not bring in this process, its title and address come from a request of their own."""
    clock = FixedClock()
    world = World(counts=True, filters=False, ordered=True, size=2, posts=1)
    world.comments = {f"c{n}": ("p0", EPOCH + n, None) for n in range(9)}
    asked: list[str] = []

    async def post(remote_id: str) -> IncomingPost:
        asked.append(remote_id)
        return IncomingPost(remote_id)

    async def go() -> None:
        source = Source(world)
        source.post = post
        puller = GraphPuller(source, clock, lambda: None, posts=100)
        cursor = Cursor(running=True, todo=(Target(COMMENTS, "p0"),)).dump("facebook")
        page = await puller.pull(cursor)
        assert len(page.comments) == 9

    asyncio.run(go())
    assert asked == ["p0"]


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda x: st.lists(x) | st.dictionaries(st.text(max_size=5), x)))  # fmt: skip
def test_no_other_cursor_is_believed(value: Any) -> None:
    text = json.dumps({"k": "facebook", "v": 1, "n": 1, "known": value, "todo": value, "walk": None})
    with pytest.raises(Invalid):
        rounds.parse(text, "facebook")


@pytest.mark.parametrize(
    ("paging", "following", "promised"),
    [
        (None, "", False),
        ({"cursors": {"after": "QV="}}, "after=QV%3D", False),
        ({"cursors": {"after": "a"}, "next": "https://elsewhere.example/x?access_token=S&after=b"}, "after=a", True),
        ({"next": "https://graph.facebook.com/x?access_token=S&after=b&limit=9"}, "after=b", True),
        ({"next": "https://graph.facebook.com/x?access_token=S&offset=25&__after_id=e"}, "offset=25&__after_id=e", True),
        ({"next": "https://graph.facebook.com/x?access_token=S"}, "", False),
        ({"next": "http://[broken"}, "", False),
        ({"next": 7, "cursors": 8}, "", False),
    ],
)  # fmt: skip
def test_only_the_cursor_of_a_next_page_is_taken(paging: Any, following: str, promised: bool) -> None:
    assert next_page({"data": [], "paging": paging}) == (following, promised)


def test_percents_of_the_budget() -> None:
    now = 1000
    app = {"x-app-usage": '{"call_count":28,"total_time":25,"total_cputime":40}'}
    told = read(app, now)
    assert told is not None
    assert told.remaining == 60
    case = {
        "x-business-use-case-usage": '{"1":[{"type":"pages","call_count":101,"estimated_time_to_regain_access":9}]}'
    }
    bucket = read(case, now)
    assert bucket is not None
    assert (bucket.remaining, bucket.reset_at, regain_minutes(case)) == (0, now + 540, 9)
    for nonsense in ("", "{", "[]", "7", '{"1":7}', '{"1":[7]}', '{"1":[{"call_count":"x"}]}'):
        assert read({"x-business-use-case-usage": nonsense}, now) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("@Brand", "Brand"),
        (" https://www.facebook.com/Brand/?ref=1 ", "Brand"),
        ("instagram.com/brand/", "brand"),
        ("https://www.threads.net/@brand", "brand"),
        ("Bakery & Co", "Bakery & Co"),
        ("", ""),
    ],
)
def test_typed_accounts(typed: str, name: str) -> None:
    assert wanted_name(typed) == name


def test_small_things() -> None:
    assert path_id("1_2") == "1_2"
    for bad in ("", "a/b", "..", "a?b", "a b", "é", "x" * 201):
        with pytest.raises(Invalid):
            path_id(bad)
    assert same_words("a  b\r\n", "a b")
    assert same_words("e\u0301", "\u00e9")
    assert not same_words("a", "b")
    given_options = {"n": "25", "m": True, "o": 900}
    assert [number_option(given_options, one, 7, 1, 500) for one in "nmox"] == [25, 7, 7, 7]
