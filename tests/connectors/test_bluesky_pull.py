"""Pulls: watermark and overlap, paging, the thread sweep, what is told again and what is not, failures in between."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TypeVar

import pytest

from console.connectors.bluesky import connect
from console.connectors.bluesky.connector import BlueskyConnector
from console.connectors.bluesky.cursor import parse
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId, IncomingComment, PullPage
from console.domain.errors import Invalid, RateLimited, Transient
from tests.support.bluesky_server import EPOCH, FAN, ME, PASSWORD, FakeBluesky, at, fake_bluesky
from tests.support.desk import FixedClock, drain, using
from tests.support.faultserver import Answer, TestClock

T = TypeVar("T")
THREAD = "/xrpc/app.bsky.feed.getPostThread"
NOTIFICATIONS = "/xrpc/app.bsky.notification.listNotifications"


@pytest.fixture
def fake() -> Iterator[FakeBluesky]:
    with fake_bluesky() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def run(fake: FakeBluesky, clock: TestClock, use: Callable[[BlueskyConnector], Awaitable[T]]) -> T:
    channel = Channel(ChannelId(1), "bluesky", "b", server=fake.server.url, handle="brand.test")
    return using(lambda: connect(channel, PASSWORD, MemorySessionStore(), clock), use)


def uris(comments: list[IncomingComment]) -> list[str]:
    return [c.remote_id for c in comments]


def test_everything_arrives_once(fake: FakeBluesky, clock: FixedClock) -> None:
    root = fake.post(ME, "Our kettle\nis out")
    reply = fake.post(FAN, "it leaks", parent=root, notify="reply")
    quiet = fake.post(FAN, "never notified", parent=reply)
    own = fake.post(ME, "sorry!", parent=reply)
    mention = fake.post(FAN, "@brand.test hi", notify="mention")
    embed = {"$type": "app.bsky.embed.record", "record": {"uri": root, "cid": "c"}}
    quote = fake.post(FAN, "look", notify="quote", embed=embed)

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        found = {c.remote_id: c for c in comments}
        assert uris(comments) == [reply, quiet, own, mention, quote]
        assert [found[u].relation for u in (reply, quiet, mention, quote)] == [
            "comment",
            "comment",
            "mention",
            "quote",
        ]
        assert [u for u in found if found[u].ours] == [own]
        assert found[quiet].parent_remote_id == reply
        for uri in (reply, quiet, own, quote):
            post = found[uri].post
            assert post is not None
            assert (post.remote_id, post.title, post.posted_at) == (root, "Our kettle is out", EPOCH + 1)
        assert found[mention].post is None
        assert found[quiet].author.followers == 7
        assert found[quiet].author.created_at == EPOCH - 1000
        assert [found[u].hidden for u in (reply, mention)] == [False, None]

        again, cursor, _ = await drain(connector, cursor)
        assert again == []
        late = fake.post(FAN, "late", parent=quiet)
        changed, cursor, _ = await drain(connector, cursor)
        assert uris(changed) == [quiet, late]  # the one answered shows its new count of replies

    run(fake, clock, use)


def test_a_restart_skips_what_the_cursor_names(fake: FakeBluesky, clock: FixedClock) -> None:
    mention = fake.post(FAN, "@brand.test hi", notify="mention")
    _, cursor, _ = run(fake, clock, drain)
    assert parse(cursor).mark_uris == (mention,)
    again, cursor, _ = run(fake, clock, lambda c: drain(c, cursor))
    assert again == []
    second = fake.post(FAN, "@brand.test ho", notify="mention")
    again, cursor, _ = run(fake, clock, lambda c: drain(c, cursor))
    assert uris(again) == [second]


def test_ties_and_late_ones_within_the_overlap_are_found(fake: FakeBluesky, clock: FixedClock) -> None:
    for _ in range(3):
        fake.post(FAN, "@brand.test", notify="mention")
    _, cursor, _ = run(fake, clock, drain)
    mark = parse(cursor).mark
    same = fake.post(FAN, "@brand.test same instant", notify="mention")
    late = fake.post(FAN, "@brand.test indexed late", notify="mention")
    for uri, seconds in ((same, 0), (late, 500)):
        for one in fake.notifications:
            if one["uri"] == uri:
                one["indexedAt"] = at(mark // 1000 - seconds)
    fake.notifications.sort(key=lambda n: str(n["indexedAt"]), reverse=True)
    found, cursor, _ = run(fake, clock, lambda c: drain(c, cursor))
    assert {same, late} <= set(uris(found))


def test_a_deep_walk_finds_backdated_mentions(fake: FakeBluesky, clock: FixedClock) -> None:
    first = fake.post(FAN, "@brand.test", notify="mention")

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert uris(comments) == [first]
        old = fake.post(FAN, "@brand.test from the past", notify="mention")
        fake.notifications[0]["indexedAt"] = at(EPOCH - 30_000)
        fake.notifications.reverse()
        assert uris((await drain(connector, cursor))[0]) == []
        clock.ahead = 3700
        assert uris((await drain(connector, cursor))[0]) == [old]

    run(fake, clock, use)


def test_history_is_bounded(fake: FakeBluesky, clock: FixedClock) -> None:
    old = fake.post(FAN, "@brand.test old", notify="mention")
    fake.notifications[0]["indexedAt"] = at(EPOCH - 40 * 86_400)
    new = fake.post(FAN, "@brand.test new", notify="mention")
    assert uris(run(fake, clock, drain)[0]) == [new]
    assert old not in uris(run(fake, clock, drain)[0])


def test_many_pages_are_bounded_and_complete(fake: FakeBluesky, clock: FixedClock) -> None:
    made = [fake.post(FAN, f"@brand.test {n}", notify="mention") for n in range(1130)]

    async def use(connector: BlueskyConnector) -> None:
        comments, _, pages = await drain(connector)
        assert sorted(uris(comments)) == sorted(made)
        assert max(len(page.comments) for page in pages) <= 200
        assert len({page.cursor for page in pages}) == len(pages)

    run(fake, clock, use)


def test_an_interrupted_walk_goes_on_after_a_restart(fake: FakeBluesky, clock: FixedClock) -> None:
    made = {fake.post(FAN, f"@brand.test {n}", notify="mention") for n in range(700)}
    first = run(fake, clock, lambda c: c.pull(None))
    assert first.more
    found = set(uris(list(first.comments)))
    cursor = first.cursor
    while True:  # a new process for every page
        page = run(fake, clock, partial(_pull, cursor))
        found |= set(uris(list(page.comments)))
        cursor = page.cursor
        if not page.more:
            break
    assert found == made
    assert parse(cursor).mark == (EPOCH + 1399) * 1000


async def _pull(cursor: str | None, connector: BlueskyConnector) -> PullPage:
    return await connector.pull(cursor)


def test_a_page_that_was_not_stored_comes_again(fake: FakeBluesky, clock: FixedClock) -> None:
    root = fake.post(ME, "root")
    for n in range(450):
        fake.post(FAN, f"{n}", parent=root)

    async def use(connector: BlueskyConnector) -> None:
        lost = await connector.pull(None)
        again = await connector.pull(None)
        assert uris(list(lost.comments)) == uris(list(again.comments))
        rest, _, _ = await drain(connector, again.cursor)
        assert len({*uris(list(again.comments)), *uris(rest)}) == 450

    run(fake, clock, use)


def test_a_large_thread_survives_a_crash_between_its_pages(fake: FakeBluesky, clock: FixedClock) -> None:
    root = fake.post(ME, "root")
    made = {fake.post(FAN, f"{n}", parent=root) for n in range(450)}
    first = run(fake, clock, lambda c: c.pull(None))
    assert first.more
    rest, _, _ = run(fake, clock, lambda c: drain(c, first.cursor))
    assert {*uris(list(first.comments)), *uris(rest)} == made


def test_paging_loops_end(fake: FakeBluesky, clock: FixedClock) -> None:
    fake.page_size, fake.repeat_pages = 5, True
    for n in range(20):
        fake.post(FAN, f"@brand.test {n}", notify="mention")
    comments, _, pages = run(fake, clock, drain)
    assert len(comments) == 5
    assert [w["code"] for page in pages for w in page.warnings] == ["paging_loop"]
    assert len(fake.server.requests(NOTIFICATIONS)) == 2


@pytest.mark.parametrize("depth", [50, 6])
def test_deep_threads_are_read_to_their_end(fake: FakeBluesky, clock: FixedClock, depth: int) -> None:
    fake.depth = depth
    uri = fake.post(ME, "root")
    made = []
    for n in range(40):
        uri = fake.post(FAN if n % 3 else ME, f"level {n}", parent=uri)
        made.append(uri)
    assert uris(run(fake, clock, drain)[0]) == made


def test_all_threads_get_their_turn(fake: FakeBluesky, clock: FixedClock) -> None:
    """A reply below a reply does not move the root's count: the rotation finds it within a bounded number of pulls."""
    roots = [fake.post(ME, f"root {n}") for n in range(60)]
    replies = [fake.post(FAN, "first", parent=root) for root in roots]

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        for _ in range(3):  # at most 20 changed threads a round, and the rest in the next rounds
            more, cursor, _ = await drain(connector, cursor)
            comments += more
        assert sorted(uris(comments)) == sorted(replies)
        nested = {fake.post(FAN, "nested", parent=reply) for reply in replies}
        before = len(fake.server.requests(THREAD))
        found: set[str] = set()
        for _ in range(12):
            more, cursor, _ = await drain(connector, cursor)
            found |= set(uris(more)) & nested
        assert found == nested
        assert len(fake.server.requests(THREAD)) - before == 60

    run(fake, clock, use)


def test_hidden_and_deleted_replies(fake: FakeBluesky, clock: FixedClock) -> None:
    root = fake.post(ME, "root")
    hidden = fake.post(FAN, "rude", parent=root)
    blocked = fake.post("did:plc:troll", "blocked", parent=root)
    deleted = fake.post(FAN, "regretted", parent=root)

    async def use(connector: BlueskyConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert len(comments) == 3
        fake.put(root.replace("feed.post", "feed.threadgate"), {"post": root, "hiddenReplies": [hidden]})
        fake.blocked.add("did:plc:troll")
        del fake.records[deleted]
        changed, _, _ = await drain(connector, cursor)
        found = {c.remote_id: c for c in changed}
        assert found[hidden].hidden is True
        assert found[deleted].gone is True
        assert found[deleted].author.remote_id == FAN
        assert blocked not in found  # hidden from our view by the block, but not deleted

    run(fake, clock, use)


@pytest.mark.parametrize(
    "path", [NOTIFICATIONS, THREAD, "/xrpc/app.bsky.feed.getPosts", "/xrpc/app.bsky.actor.getProfiles"]
)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Answer(status=502, body={"error": "UpstreamFailure"}), Transient),
        (Answer(body={"notifications": [1], "posts": []}, cut=9), Transient),
        (Answer(body={}), Transient),
        (Answer(status=429, headers={"retry-after": "40"}), RateLimited),
    ],
    ids=["outage", "cut", "empty", "limited"],
)  # fmt: skip
def test_a_failure_anywhere_changes_nothing(
    fake: FakeBluesky, clock: FixedClock, path: str, fault: Answer, kind: type[Exception]
) -> None:
    root = fake.post(ME, "root")
    reply = fake.post(FAN, "one", parent=root, notify="reply")

    async def use(connector: BlueskyConnector) -> None:
        fake.server.inject(path, fault)
        with pytest.raises(kind):
            await connector.pull(None)
        clock.ahead += 100
        assert uris((await drain(connector))[0]) == [reply]

    run(fake, clock, use)


def test_a_failure_in_the_middle_of_a_walk_loses_nothing(fake: FakeBluesky, clock: FixedClock) -> None:
    made = {fake.post(FAN, f"@brand.test {n}", notify="mention") for n in range(450)}

    async def use(connector: BlueskyConnector) -> None:
        first = await connector.pull(None)
        fake.server.inject("/xrpc/app.bsky.feed.getPosts", Answer(status=503))
        with pytest.raises(Transient):
            await connector.pull(first.cursor)
        rest, _, _ = await drain(connector, first.cursor)
        assert {*uris(list(first.comments)), *uris(rest)} == made

    run(fake, clock, use)


def test_a_thread_too_large_is_read_flat(fake: FakeBluesky, clock: FixedClock) -> None:
    root = fake.post(ME, "root")
    top = fake.post(FAN, "top", parent=root)
    fake.post(FAN, "below", parent=top)
    fake.server.inject(THREAD, Answer(body=b" " * (17 * 1024 * 1024)))
    comments, _, pages = run(fake, clock, drain)
    assert uris(comments) == [top]
    assert pages[0].warnings[0]["code"] == "bluesky_thread_cut"


def test_a_foreign_cursor_is_refused(fake: FakeBluesky, clock: FixedClock) -> None:
    with pytest.raises(Invalid) as caught:
        run(fake, clock, lambda c: c.pull("42"))
    assert caught.value.code == "bad_cursor"


def test_a_forgotten_server_cursor_restarts_the_walk(fake: FakeBluesky, clock: FixedClock) -> None:
    made = {fake.post(FAN, f"@brand.test {n}", notify="mention") for n in range(450)}

    async def use(connector: BlueskyConnector) -> None:
        first = await connector.pull(None)
        fake.server.inject(NOTIFICATIONS, Answer(status=400, body={"error": "InvalidRequest"}))
        rest, _, _ = await drain(connector, first.cursor)
        assert {*uris(list(first.comments)), *uris(rest)} == made

    run(fake, clock, use)


def test_recheck(fake: FakeBluesky, clock: FixedClock) -> None:
    root = fake.post(ME, "root")
    here, gone, blocked = (fake.post(did, "x", parent=root) for did in (FAN, FAN, "did:plc:troll"))
    del fake.records[gone]
    fake.blocked.add("did:plc:troll")
    fake.put(root.replace("feed.post", "feed.threadgate"), {"post": root, "hiddenReplies": [here]})
    found = run(fake, clock, lambda c: c.recheck([here, gone, blocked, here, "nonsense"]))
    assert set(found) == {here, gone}
    assert found[gone] is None
    present = found[here]
    assert present is not None
    assert (present.hidden, present.relation, present.text) == (True, "comment", "x")
