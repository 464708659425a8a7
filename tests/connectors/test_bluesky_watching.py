"""Watch terms on Bluesky: what is found and as what, where a search goes on, what a server may refuse."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from console.connectors.bluesky import connect
from console.connectors.bluesky.connector import BlueskyConnector
from console.connectors.bluesky.cursor import Search, Watched, parse
from console.connectors.bluesky.watching import MAX_PAGES, Page, Term, Watching, terms_of
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.errors import Invalid
from tests.support.bluesky_server import (
    EPOCH,
    FAN,
    ME,
    PASSWORD,
    FakeBluesky,
    at,
    fake_bluesky,
    refuse,
)
from tests.support.desk import FixedClock, codes, drain, ids, using
from tests.support.faultserver import Answer

T = TypeVar("T")
SEARCH = "/xrpc/app.bsky.feed.searchPosts"
KETTLE = {"kind": "keyword", "text": "kettle"}


@pytest.fixture
def fake() -> Iterator[FakeBluesky]:
    with fake_bluesky() as running:
        yield running


def run(
    fake: FakeBluesky,
    use: Callable[[BlueskyConnector], Awaitable[T]],
    *watches: dict[str, str],
    clock: FixedClock | None = None,
) -> T:
    options = {"watches": list(watches or (KETTLE,))}
    channel = Channel(
        ChannelId(1), "bluesky", "b", server=fake.server.url, handle="brand.test", options=options
    )
    made = clock or FixedClock()
    return using(lambda: connect(channel, PASSWORD, MemorySessionStore(), made), use)


def by_id(comments: list[IncomingComment]) -> dict[str, IncomingComment]:
    found = {one.remote_id: one for one in comments}
    assert len(found) == len(comments)  # nothing is told twice
    return found


def asked(fake: FakeBluesky) -> list[dict[str, str]]:
    return [{name: values[0] for name, values in seen.query.items()} for seen in fake.server.requests(SEARCH)]


def test_words_hashtags_and_accounts(fake: FakeBluesky) -> None:
    word = fake.post(FAN, "my Kettle leaks")
    tag = fake.post(FAN, "morning #tea")
    hers = fake.post("did:plc:joe", "nothing of interest")
    fake.post("did:plc:other", "not looked for")
    watches = (KETTLE, {"kind": "hashtag", "text": "#tea"}, {"kind": "account", "text": "@joe.test"})

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        found = by_id(comments)
        assert {one: (found[one].relation, found[one].facts.get("watch")) for one in found} == {
            word: ("mention", "kettle"), tag: ("mention", "#tea"), hers: ("mention", "@joe.test"),
        }  # fmt: skip
        assert found[word].author.followers == 7
        assert found[word].post is None
        later = fake.post(FAN, "another kettle")
        again, _, _ = await drain(connector, cursor)
        assert ids(again) == [later]

    run(fake, use, *watches)
    first = asked(fake)[:3]
    assert [one["q"] for one in first] == ["kettle", "#tea", "from:joe.test"]
    assert (first[1]["tag"], first[2]["author"]) == ("tea", "joe.test")
    assert all(one["limit"] == "100" for one in first)


def test_a_hit_that_concerns_us_anyway_is_what_it_would_be_without_the_term(fake: FakeBluesky) -> None:
    root = fake.post(ME, "Our kettle is out")
    reply = fake.post(FAN, "this kettle leaks", parent=root, notify="reply")
    unnotified = fake.post(FAN, "kettle, never notified", parent=reply)
    embed = {"$type": "app.bsky.embed.record", "record": {"uri": root, "cid": "c"}}
    quote = fake.post(FAN, "look, a kettle", embed=embed)
    facet = {"features": [{"$type": "app.bsky.richtext.facet#mention", "did": ME}]}
    called = fake.post(FAN, "@brand.test your kettle", facets=[facet])
    elsewhere = fake.post(FAN, "weather")
    ours = fake.post(ME, "we say kettle there", parent=elsewhere)
    below = fake.post(FAN, "a kettle indeed", parent=ours)
    beside = fake.post(FAN, "kettle talk", parent=elsewhere)

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        found = by_id(comments)
        assert {one: (found[one].relation, found[one].facts.get("watch")) for one in found} == {
            reply: ("comment", None), unnotified: ("comment", None), quote: ("quote", None),
            called: ("mention", None), below: ("comment", None), beside: ("mention", "kettle"),
        }  # fmt: skip
        assert found[reply].hidden is False  # the sweep's view of it, which knows more than the search's
        post = found[quote].post
        assert post is not None
        assert post.title == "Our kettle is out"
        assert (await drain(connector, cursor))[0] == []

    run(fake, use)
    # A new process reads the overlap again and says the same of each.
    comments, cursor, _ = run(fake, drain)
    again = by_id(run(fake, lambda c: drain(c, cursor))[0])
    told = by_id(comments)
    assert {one: (again[one].relation, again[one].facts.get("watch")) for one in again} == {
        one: (told[one].relation, told[one].facts.get("watch")) for one in again
    }


def test_our_own_posts_are_no_work(fake: FakeBluesky) -> None:
    fake.post(ME, "our kettle")
    assert run(fake, drain)[0] == []


def test_a_first_search_is_one_page_and_later_ones_reach_down_to_the_mark(fake: FakeBluesky) -> None:
    fake.page_size = 10
    made = [fake.post(FAN, f"kettle {number}") for number in range(35)]

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert ids(comments) == made[-10:]
        later = [fake.post(FAN, f"kettle again {number}") for number in range(215)]
        comments, cursor, pages = await drain(connector, cursor)
        assert len(pages) > 1
        assert set(later) <= set(by_id(comments))
        assert not set(made[:20]) & set(by_id(comments))
        assert (await drain(connector, cursor))[0] == []

    run(fake, use)


@pytest.mark.parametrize("way", ["whole", "plain", "forgetful", "looping"])
def test_however_a_search_pages_nothing_new_is_passed_over(fake: FakeBluesky, way: str) -> None:
    first = fake.post(FAN, "kettle")
    _, cursor, _ = run(fake, drain)
    fake.search, fake.page_size = way, 7
    made = {fake.post(FAN, f"kettle {number}") for number in range(40)}
    if way == "looping":
        fake.page_size = 100
        made |= {fake.post(FAN, f"kettle {number}") for number in range(300)}
    comments, cursor, pages = run(fake, lambda c: drain(c, cursor))
    assert made <= set(by_id(comments)) <= made | {first}
    assert codes(pages) == []
    mark = parse(cursor).marks["keyword:kettle"].mark
    assert mark.at == (EPOCH + fake._serial - 1) * 1000


def test_late_ones_come_within_the_overlap_and_hourly_from_far_behind(fake: FakeBluesky) -> None:
    clock = FixedClock()
    early = fake.post(FAN, "kettle one")
    hidden = fake.post(FAN, "kettle late")
    far = fake.post(FAN, "kettle far")
    fake.records[far]["value"]["createdAt"] = at(EPOCH - 40_000)
    fake.unfound = {hidden, far}
    newest = fake.post(FAN, "kettle newest")

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert set(ids(comments)) == {early, newest}
        fake.unfound = {far}
        comments, cursor, _ = await drain(connector, cursor)
        assert ids(comments) == [hidden]
        fake.unfound = set()
        comments, cursor, _ = await drain(connector, cursor)
        assert ids(comments) == []
        clock.ahead = 3700
        comments, cursor, _ = await drain(connector, cursor)
        assert ids(comments) == [far]

    run(fake, use, clock=clock)


def test_a_first_hit_that_was_written_long_ago(fake: FakeBluesky) -> None:
    """Nothing was found so far: then nothing says from when on to look."""

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert comments == []
        old = fake.post(FAN, "kettle")  # hours before the first search
        comments, _, _ = await drain(connector, cursor)
        assert ids(comments) == [old]

    run(fake, use)


def test_what_was_there_before_the_first_page_stays_out_of_the_hourly_search(fake: FakeBluesky) -> None:
    clock = FixedClock()
    fake.page_size = 5
    made = [fake.post(FAN, f"kettle {number}") for number in range(12)]

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert ids(comments) == made[-5:]
        clock.ahead = 3700
        assert (await drain(connector, cursor))[0] == []

    run(fake, use, clock=clock)


@pytest.mark.parametrize(
    "answer",
    [
        refuse("MethodNotImplemented", "Method Not Implemented", 501),
        refuse("XRPCNotSupported", "XRPCNotSupported", 404),
        refuse("InvalidRequest", "No service configured for app.bsky.feed.searchPosts"),
        Answer(status=404, body=b"Cannot GET"),
    ],
)
def test_a_server_without_a_search_is_said_once_and_the_comments_come(
    fake: FakeBluesky, answer: Answer
) -> None:
    root = fake.post(ME, "Our kettle is out")
    reply = fake.post(FAN, "it leaks", parent=root, notify="reply")
    fake.server.inject(SEARCH, answer)
    tea = {"kind": "hashtag", "text": "tea"}

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, pages = await drain(connector)
        assert ids(comments) == [reply]
        assert codes(pages) == ["bluesky_watch_away"]
        hit = fake.post(FAN, "kettle")  # the search is there later on
        comments, _, pages = await drain(connector, cursor)
        assert (ids(comments), codes(pages)) == ([hit], [])

    run(fake, use, KETTLE, tea)


def test_a_refused_term_keeps_back_neither_the_comments_nor_the_others(fake: FakeBluesky) -> None:
    root = fake.post(ME, "hello")
    reply = fake.post(FAN, "it leaks", parent=root, notify="reply")
    tea = fake.post(FAN, "a cup of tea")
    fake.server.inject(SEARCH, refuse("BadQueryString", "cannot parse"))
    both = (KETTLE, {"kind": "keyword", "text": "tea"})
    comments, _, pages = run(fake, drain, *both)
    assert set(ids(comments)) == {reply, tea}
    assert [dict(one) for page in pages for one in page.warnings] == [
        {"code": "bluesky_watch_refused", "watch": "kettle"}
    ]


def test_an_account_that_is_gone_stops_no_other_term(fake: FakeBluesky) -> None:
    """It is no sign of a server without a search."""
    tea = fake.post(FAN, "a cup of tea")
    fake.server.inject(SEARCH, refuse("NotFound", "could not find user"))
    terms = ({"kind": "account", "text": "@left.test"}, {"kind": "keyword", "text": "tea"})
    comments, _, pages = run(fake, drain, *terms)
    assert ids(comments) == [tea]
    assert [dict(one) for page in pages for one in page.warnings] == [
        {"code": "bluesky_watch_refused", "watch": "@left.test"}
    ]


@pytest.mark.parametrize(
    "trouble",
    [
        Answer(status=429, headers={"retry-after": "60"}, body={"error": "RateLimitExceeded"}),
        Answer(status=502, body={"error": "UpstreamFailure"}),
        Answer(body={"posts": []}, cut=4),
        Answer(body={"posts": [{"uri": "nonsense"}]}),
        Answer(reset=True),
    ],
)
def test_trouble_with_the_search_leaves_the_mark_where_it_was(fake: FakeBluesky, trouble: Answer) -> None:
    fake.post(FAN, "kettle")
    _, cursor, _ = run(fake, drain)
    before = parse(cursor).marks
    root = fake.post(ME, "hello")
    reply = fake.post(FAN, "it leaks", parent=root, notify="reply")
    hit = fake.post(FAN, "another kettle")
    fake.server.inject(SEARCH, trouble)
    comments, cursor, pages = run(fake, lambda c: drain(c, cursor))
    assert ids(comments) == [reply]
    assert codes(pages) == ["bluesky_watch_refused"]
    assert parse(cursor).marks == before
    assert hit in ids(run(fake, lambda c: drain(c, cursor))[0])


def test_an_account_whose_name_the_index_ignores(fake: FakeBluesky) -> None:
    """Answers that take no heed of the question bring nobody else's posts in."""
    mine, other = fake.post("did:plc:joe", "hello"), fake.post(FAN, "hello")
    fake.server.inject(SEARCH, Answer(body={"posts": [fake._view(one) for one in (other, mine)]}))
    assert ids(run(fake, drain, {"kind": "account", "text": "@Joe.test"})[0]) == [mine]


def test_hits_are_looked_at_again_by_id(fake: FakeBluesky) -> None:
    hit, gone = fake.post(FAN, "kettle"), fake.post(FAN, "kettle too")

    async def use(connector: BlueskyConnector) -> None:
        await drain(connector)
        del fake.records[gone]
        fake.put(hit, {**fake.records[hit]["value"], "text": "edited"})
        again = await connector.recheck([hit, gone])
        assert again[gone] is None
        edited = again[hit]
        assert edited is not None
        assert (edited.text, edited.relation) == ("edited", "mention")

    run(fake, use)


def test_a_term_that_is_taken_off_leaves_no_mark(fake: FakeBluesky) -> None:
    fake.post(FAN, "kettle")
    _, cursor, _ = run(fake, drain, KETTLE, {"kind": "keyword", "text": "tea"})
    assert set(parse(cursor).marks) == {"keyword:kettle", "keyword:tea"}
    _, cursor, _ = run(fake, lambda c: drain(c, cursor))
    assert set(parse(cursor).marks) == {"keyword:kettle"}
    half = json.loads(cursor) | {"terms": ["keyword:tea", "keyword:kettle"]}
    comments, cursor, _ = run(fake, lambda c: drain(c, json.dumps(half)))
    assert parse(cursor).over
    assert len(comments) <= 1


def test_cursors_of_before_there_were_watch_terms_keep_their_place(fake: FakeBluesky) -> None:
    mention = fake.post(FAN, "@brand.test hi", notify="mention")
    _, cursor, _ = run(fake, drain)
    old = {
        name: value for name, value in json.loads(cursor).items() if name not in ("terms", "search", "marks")
    }
    assert set(old) == {"v", "n", "at", "uris", "deep", "walk", "sweeping", "todo", "rotation"}
    held = parse(json.dumps(old))
    assert (held.mark_uris, held.terms, held.search, dict(held.marks)) == ((mention,), (), None, {})
    hit = fake.post(FAN, "kettle")
    comments, _, _ = run(fake, lambda c: drain(c, json.dumps(old)))
    assert ids(comments) == [hit]


@pytest.mark.parametrize(
    "change",
    [
        {"terms": 3}, {"marks": []}, {"marks": {"keyword:kettle": [1]}}, {"search": [1, 2]},
        {"marks": {"keyword:kettle": ["x", [], 0, 0]}},
    ],
)  # fmt: skip
def test_a_damaged_cursor_is_refused(fake: FakeBluesky, change: dict[str, Any]) -> None:
    _, cursor, _ = run(fake, drain)
    with pytest.raises(Invalid, match="bad_cursor"):
        parse(json.dumps(json.loads(cursor) | change))


def test_terms_as_people_write_them() -> None:
    raw = [
        {"kind": "keyword", "text": ' late  "parcel" '}, {"kind": "hashtag", "text": "#Tea"},
        {"kind": "account", "text": "@Joe"}, {"kind": "account", "text": "did:plc:Abc"},
        {"kind": "keyword", "text": "LATE parcel"}, {"kind": "hashtag", "text": "two words"},
        {"kind": "place", "text": "here"}, {"kind": "keyword", "text": ' "" '}, "nonsense",
        {"kind": "keyword", "text": "from:me"}, {"kind": "keyword", "text": "t-shirt"},
    ]  # fmt: skip
    terms = terms_of(raw)
    assert [one.shown for one in terms] == [
        "late parcel", "#Tea", "@joe.bsky.social", "@did:plc:Abc", "from:me", "t-shirt",
    ]  # fmt: skip
    assert [one.query[0][1] for one in terms] == [
        '"late parcel"', "#Tea", "from:joe.bsky.social", "from:did:plc:Abc", '"from:me"', "t-shirt",
    ]  # fmt: skip
    assert terms_of(None) == ()


def test_a_search_without_end_is_given_up_and_said(
    fake: FakeBluesky, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.connectors.bluesky.watching.MAX_PAGES", 6)
    assert MAX_PAGES > 6
    fake.post(FAN, "kettle")
    _, cursor, _ = run(fake, drain)
    fake.page_size = 5
    for number in range(60):
        fake.post(FAN, f"kettle {number}")
    comments, cursor, pages = run(fake, lambda c: drain(c, cursor))
    assert len(comments) == 30
    assert codes(pages) == ["bluesky_watch_cut"]
    assert parse(cursor).over


def test_empty_pages_that_lead_on_are_followed_for_a_while(fake: FakeBluesky) -> None:
    fake.post(FAN, "kettle")
    _, cursor, _ = run(fake, drain)
    hit = fake.post(FAN, "another kettle")
    blank = [Answer(body={"posts": [], "cursor": "0"}), Answer(body={"posts": [], "cursor": "00"})]
    fake.server.inject(SEARCH, *blank)
    comments, cursor, _ = run(fake, lambda c: drain(c, cursor))
    assert hit in ids(comments)
    before = len(asked(fake))
    fake.server.inject(SEARCH, *[Answer(body={"posts": [], "cursor": f"a{n}"}) for n in range(50)])
    run(fake, lambda c: drain(c, cursor))
    assert len(asked(fake)) - before == 6


def test_a_search_stands_in_the_cursor() -> None:
    term = Term("keyword", "x")
    assert term.key == "keyword:x"
    search = Search(floor=1, near=2, low=3, server_cursor="c", until=4, pages=5, blanks=1, deep=True)
    assert Search.parse(json.loads(json.dumps(search.dump()))) == search
    held = Watched(search.top.raised([(9, "a"), (9, "b")]), 3, 4)
    assert Watched.parse(json.loads(json.dumps(held.dump()))) == held
    assert Watching.seen(search, Page(("a",), (2,), (), "")).low == 2
