"""Instagram in both flavours: comments with replies by their counts, tags, renewal of tokens, actions and read-back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from console.connectors.instagram import SPEC
from console.connectors.instagram.spec import FACEBOOK, INSTAGRAM
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import IncomingComment
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    Invalid,
    RateLimited,
    UnknownOutcome,
    Unsupported,
)
from console.domain.ports import Connector
from console.domain.vocabulary import ActionKind as A
from tests.support.faultserver import Answer, Seen
from tests.support.graph_desk import FixedClock, drain, request, run, warned
from tests.support.graph_server import EPOCH, at, refuse
from tests.support.instagram_server import (
    ME,
    NAME,
    PAGE_TOKEN,
    TOKEN,
    USER_TOKEN,
    FakeInstagram,
    fake_instagram,
)

V = "/v26.0"
DAY = 86_400
BY_PAGE = {"login": FACEBOOK}


@pytest.fixture
def fake() -> Iterator[FakeInstagram]:
    with fake_instagram() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def ids(comments: list[IncomingComment]) -> list[str]:
    return [one.remote_id for one in comments]


def test_everything_arrives(fake: FakeInstagram, clock: FixedClock) -> None:
    media = fake.post("Our new\nrye bread")
    first = fake.comment(media, "Love it ❤️", like_count=2)
    replies = [fake.comment(media, f"+{n}", parent=first, author=f"bob{n}") for n in range(5)]
    ours = fake.comment(media, "Thank you", parent=first, author=NAME)
    hidden = fake.comment(media, "bad", hidden=True)
    tag = fake.tag("with @bakery")
    fake.post("nothing under it")

    async def use(connector: Connector) -> None:
        info = await connector.check()
        assert (info.remote_id, info.handle, info.name) == (ME, NAME, "The Bakery")
        assert set(info.lacking) == {"like", "unlike"}
        comments, cursor, pages = await drain(connector)
        found = {one.remote_id: one for one in comments}
        assert sorted(ids(comments)) == sorted([first, *replies, ours, hidden, tag])
        assert warned(pages) == []
        one = found[first]
        assert (one.text, one.posted_at, one.likes) == ("Love it ❤️", EPOCH + 2, 2)
        assert (one.author.handle, one.author.remote_id) == ("jane", f"17{sum(b'jane')}")
        assert one.permalink == "https://www.instagram.com/p/M1/"
        assert one.post is not None
        assert (one.post.remote_id, one.post.title) == (media, "Our new rye bread")
        assert {found[i].parent_remote_id for i in (*replies, ours)} == {first}
        assert found[replies[0]].facts["top"] == first
        assert [i for i in found if found[i].ours] == [ours]
        assert found[hidden].hidden is True
        assert (found[tag].relation, found[tag].author.handle) == ("mention", "ann")
        assert found[tag].facts["media"] == [{"kind": "video"}]

        seen = len(fake.server.seen)
        again, cursor, _ = await drain(connector, cursor)
        assert [i for i in ids(again) if i != tag] == []
        assert len(fake.server.seen) - seen == 2  # media and tags: no count moved
        late = fake.comment(media, "late, under an old one", parent=first)
        changed, cursor, _ = await drain(connector, cursor)
        assert late in ids(changed)

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


@pytest.mark.parametrize("size", [2, 50])
def test_many_pages(fake: FakeInstagram, clock: FixedClock, size: int) -> None:
    fake.page_size, fake.expand = size, 1
    expected = []
    for _ in range(4):
        media = fake.post()
        for n in range(60):
            expected.append(fake.comment(media, f"c{n}", timestamp=at(EPOCH - 60 * DAY + n * 3600)))
        expected += [fake.comment(media, f"r{n}", parent=expected[-1]) for n in range(4)]

    async def use(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        assert set(ids(comments)) == set(expected)
        assert warned(pages) == []
        media = next(iter(fake.media))
        news = fake.comment(media, "new")
        reads = len(fake.server.requests(f"{V}/{media}/comments"))
        for _ in range(10):
            more, cursor, _ = await drain(connector, cursor)
            if news in ids(more):
                break
        else:
            raise AssertionError("an old post is never looked at again")
        assert len(fake.server.requests(f"{V}/{media}/comments")) - reads <= 2  # not all the old pages again

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_server_that_repeats_its_pages_ends(fake: FakeInstagram, clock: FixedClock) -> None:
    fake.page_size, fake.repeat_pages = 2, True
    media = fake.post()
    for n in range(5):
        fake.comment(media, f"c{n}")

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert len({*ids(comments)}) == 2
        assert {"code": "incomplete", "said": 5, "got": 2, "post": media} in warned(pages)

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


def test_nothing_where_the_platform_counts_something_is_said(fake: FakeInstagram, clock: FixedClock) -> None:
    media = fake.post()
    for n in range(3):
        fake.comment(media, f"c{n}")
    fake.development_mode = True

    async def use(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        assert comments == []
        assert warned(pages) == [{"code": "incomplete", "said": 3, "got": 0, "post": media}]
        fake.development_mode = False
        clock.ahead += 3700
        comments, _, pages = await drain(connector, cursor)
        assert len(comments) == 3
        assert warned(pages) == []

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


def test_replies_that_do_not_come_with_their_comments_are_asked_for(
    fake: FakeInstagram, clock: FixedClock
) -> None:
    fake.expand = 0  # a server that answers whatever fields are asked for
    media = fake.post()
    first, second = fake.comment(media, "a"), fake.comment(media, "b")
    replies = [fake.comment(media, f"r{n}", parent=first, author="bob") for n in range(3)]
    real = fake.handle

    def bare(seen: Seen) -> Answer:
        answer = real(seen)
        if seen.path.endswith("/comments"):
            for row in answer.body["data"]:
                row.pop("replies", None)
        return answer

    fake.server.handle = bare

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert sorted(ids(comments)) == sorted([first, second, *replies])
        assert {one.parent_remote_id for one in comments if one.remote_id in replies} == {first}
        assert warned(pages) == []

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


def test_authors_by_name_alone_or_not_at_all(fake: FakeInstagram, clock: FixedClock) -> None:
    media = fake.post()
    named, nameless, ours = (fake.comment(media, text) for text in ("a", "b", "c"))
    del fake.comments[named]["from"]
    del fake.comments[nameless]["from"]
    del fake.comments[nameless]["username"]
    fake.comments[ours].pop("from")
    fake.comments[ours]["username"] = NAME.upper()

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        found = {one.remote_id: one for one in comments}
        assert (found[named].author.remote_id, found[named].author.handle) == ("@jane", "jane")
        assert found[nameless].author.handle == "Unknown"
        assert [one.ours for one in comments] == [False, False, True]
        assert warned(pages) == [{"code": "meta_authors_missing", "count": 1}]

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


def test_side_pages_that_are_missing_lose_no_comment(fake: FakeInstagram, clock: FixedClock) -> None:
    media = fake.post()
    one = fake.comment(media, "a")
    real = fake.handle
    known = {f"{V}/{ME}/media", f"{V}/{media}/comments"}
    fake.server.handle = lambda seen: real(seen) if seen.path in known else Answer(404, {"error": "no"})

    async def use(connector: Connector) -> None:
        assert (await connector.check()).remote_id == ME
        comments, _, _ = await drain(connector)
        assert ids(comments) == [one]

    for options in ({}, BY_PAGE):
        run("instagram", fake.server.url, use, secret=TOKEN, clock=clock, handle=ME, options=options)


def test_by_facebook_the_account_is_found_through_its_page(fake: FakeInstagram, clock: FixedClock) -> None:
    fake.facebook = True
    media = fake.post()
    one = fake.comment(media, "a")

    async def use(connector: Connector) -> tuple[str, str]:
        info = await connector.check()
        assert info.lacking == {
            "like": "instagram_manage_engagement",
            "unlike": "instagram_manage_engagement",
            "followers": "instagram_manage_insights",
        }
        comments, _, _ = await drain(connector)
        assert ids(comments) == [one]
        assert SPEC.capability("like", dict(comments[0].facts)).mode == "api"
        return info.remote_id, info.handle

    def go(secret: str, handle: str) -> tuple[str, str]:
        return run(
            "instagram", fake.server.url, use, secret=secret, clock=clock, handle=handle, options=BY_PAGE
        )

    for handle in (NAME, "@" + NAME, ME, "B", "https://www.instagram.com/bakery/"):
        assert go(USER_TOKEN, handle) == (ME, NAME)
    read = fake.server.requests(f"{V}/{media}/comments")[-1]
    assert read.headers["authorization"] == f"Bearer {PAGE_TOKEN}"
    assert go(PAGE_TOKEN, "") == (ME, NAME)
    for handle, code in (("", "meta_page_which"), ("nobody", "meta_page_unknown")):
        with pytest.raises(Invalid) as caught:
            go(USER_TOKEN, handle)
        assert caught.value.code == code


def test_the_account_stands_on_a_later_page_of_the_pages(fake: FakeInstagram, clock: FixedClock) -> None:
    fake.facebook, fake.page_size = True, 1
    info = run(
        "instagram", fake.server.url, lambda c: c.check(), secret=USER_TOKEN, clock=clock, handle=NAME, options=BY_PAGE
    )  # fmt: skip
    assert (info.remote_id, info.warnings) == (ME, ())


def test_a_token_is_renewed_after_a_day_and_near_its_end_and_kept_first(
    fake: FakeInstagram, clock: FixedClock
) -> None:
    sessions = MemorySessionStore()

    async def use(connector: Connector) -> int | None:
        await drain(connector)
        return (await connector.check()).expires_at

    def go() -> int | None:
        return run("instagram", fake.server.url, use, secret=TOKEN, clock=clock, sessions=sessions)

    fake.post()
    assert go() is None
    assert fake.refreshed == 0
    clock.ahead += DAY + 10  # a pasted token's age is not known: now it is a day at least
    assert go() == clock.now() + 60 * DAY
    assert (sessions.load() or {})["access"] == f"{TOKEN}-1"
    clock.ahead += 45 * DAY
    go()
    assert fake.refreshed == 1
    clock.ahead += 6 * DAY
    go()
    assert fake.refreshed == 2
    assert fake.server.seen[-1].headers["authorization"] == f"Bearer {TOKEN}-2"
    clock.ahead += 55 * DAY
    fake.server.inject("/refresh_access_token", refuse(2, status=500))
    go()  # a renewal that fails costs nothing while the token holds
    fake.tokens.clear()
    with pytest.raises(AuthExpired):
        go()


def test_what_the_renewed_token_lacks(fake: FakeInstagram, clock: FixedClock) -> None:
    sessions = MemorySessionStore()

    async def use(connector: Connector) -> Any:
        await connector.pull(None)
        return await connector.check()

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock, sessions=sessions)
    clock.ahead += 2 * DAY
    info = run("instagram", fake.server.url, use, secret=TOKEN, clock=clock, sessions=sessions)
    assert (set(info.lacking), info.warnings) == ({"like", "unlike"}, ())


def test_under_old_media_only_what_comes_later(fake: FakeInstagram, clock: FixedClock) -> None:
    fake.expand = 1
    old = fake.post()
    first = fake.comment(old, "long ago")
    before = [first, *(fake.comment(old, f"r{n}", parent=first) for n in range(4))]
    clock.ahead = 40 * DAY

    async def use(connector: Connector) -> None:
        comments, cursor, _ = await drain(connector)
        assert comments == []
        late = fake.comment(old, "still here", timestamp=at(clock.now()))
        below = fake.comment(old, "and below", parent=first, timestamp=at(clock.now()))
        comments, cursor, _ = await drain(connector, cursor)
        assert set(ids(comments)) == {late, below}
        del fake.comments[before[-1]]
        comments, cursor, _ = await drain(connector, cursor)
        assert not set(ids(comments)) & set(before)

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock, options={"history_days": 30})


@pytest.mark.parametrize("code", [80002, 4, 17, 613])
def test_limits(fake: FakeInstagram, clock: FixedClock, code: int) -> None:
    fake.server.inject(f"{V}/{ME}/media", refuse(code, status=400))

    async def use(connector: Connector) -> None:
        with pytest.raises(RateLimited) as caught:
            await connector.pull(None)
        assert caught.value.retry_at == clock.now() + 600
        with pytest.raises(RateLimited):
            await connector.pull(None)  # and nothing goes out meanwhile
        assert len(fake.server.requests(f"{V}/{ME}/media")) == 1

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


def test_recheck_of_comments_and_tags(fake: FakeInstagram, clock: FixedClock) -> None:
    media = fake.post()
    kept, lost, tag = fake.comment(media, "a"), fake.comment(media, "b"), fake.tag("c")
    del fake.comments[lost]

    async def use(connector: Connector) -> None:
        state = await connector.recheck([kept, lost, tag, kept])
        assert set(state) == {kept, lost, tag}
        assert state[lost] is None
        before = len(fake.server.seen)
        await connector.recheck([kept, fake.comment(media, "d")])
        await connector.recheck([kept, fake.comment(media, "e")])
        # Lists of ids are not known there: found out once, and not asked again.
        assert [seen.path for seen in fake.server.seen[before:]].count(f"{V}/") == 1
        assert [state[one].relation for one in (kept, tag)] == ["comment", "mention"]  # type: ignore[union-attr]

    run("instagram", fake.server.url, use, secret=TOKEN, clock=clock)


# ---------------------------------------------------------------------- actions


@pytest.fixture
def target(fake: FakeInstagram) -> str:
    fake.facebook = True
    return fake.comment(fake.post(), "rude")


def perform(
    fake: FakeInstagram, clock: FixedClock, wanted: ActionRequest, login: str = FACEBOOK
) -> ActionResult:
    secret = PAGE_TOKEN if login == FACEBOOK else TOKEN
    options = {"login": login}
    return run(
        "instagram", fake.server.url, lambda c: c.perform(wanted), secret=secret, clock=clock, options=options
    )


def state(fake: FakeInstagram, clock: FixedClock, wanted: ActionRequest) -> str:
    found = run(
        "instagram", fake.server.url, lambda c: c.reconcile(wanted), secret=PAGE_TOKEN, clock=clock, options=BY_PAGE
    )  # fmt: skip
    return found.state


def failing(
    fake: FakeInstagram,
    clock: FixedClock,
    wanted: ActionRequest,
    kind: type[ConnectorError],
    login: str = FACEBOOK,
) -> str:
    with pytest.raises(ConnectorError) as caught:
        perform(fake, clock, wanted, login)
    assert type(caught.value) is kind
    return caught.value.code


def test_hide_and_show(fake: FakeInstagram, clock: FixedClock, target: str) -> None:
    hide, unhide = request(clock, A.HIDE, target), request(clock, A.UNHIDE, target)
    assert [state(fake, clock, one) for one in (hide, unhide)] == ["not_done", "done"]
    perform(fake, clock, hide)
    perform(fake, clock, hide)
    assert fake.comments[target]["hidden"] is True
    assert state(fake, clock, hide) == "done"
    wanted = request(clock, A.REPLY, target, text="x")
    assert failing(fake, clock, wanted, Invalid) == "instagram_reply_hidden"
    perform(fake, clock, unhide)
    assert fake.comments[target]["hidden"] is False


def test_like_and_unlike_by_facebook_only(fake: FakeInstagram, clock: FixedClock, target: str) -> None:
    perform(fake, clock, request(clock, A.LIKE, target))
    assert fake.liked == {target}
    perform(fake, clock, request(clock, A.UNLIKE, target))
    assert fake.liked == set()
    fake.facebook = False
    failing(fake, clock, request(clock, A.LIKE, target), Unsupported, INSTAGRAM)
    assert SPEC.capability("like", {"login": INSTAGRAM}).note == "why.instagram_like_login"


def test_delete_once_and_twice(fake: FakeInstagram, clock: FixedClock, target: str) -> None:
    wanted = request(clock, A.DELETE, target)
    assert state(fake, clock, wanted) == "not_done"
    assert not perform(fake, clock, wanted).already
    assert perform(fake, clock, wanted).already
    assert state(fake, clock, wanted) == "done"


def test_a_reply_goes_below_the_first_comment(fake: FakeInstagram, clock: FixedClock, target: str) -> None:
    media = fake.comments[target]["media"]
    below = fake.comment(media, "and rude", parent=target)
    wanted = request(clock, A.REPLY, below, text="Hello", facts={"top": target})
    assert state(fake, clock, wanted) == "not_done"
    result = perform(fake, clock, wanted)
    assert result.remote_id is not None
    assert fake.comments[result.remote_id]["parent_id"] == target
    assert state(fake, clock, wanted) == "done"
    perform(fake, clock, request(clock, A.DELETE, below, undo_of={"remote_id": result.remote_id}))
    assert result.remote_id not in fake.comments
    assert below in fake.comments


@pytest.mark.parametrize("answer", [refuse(20, 1772107), refuse(100)], ids=["20", "100"])
def test_created_and_refused_all_the_same(
    fake: FakeInstagram, clock: FixedClock, target: str, answer: Answer
) -> None:
    fake.create_then_fail = answer
    result = perform(fake, clock, request(clock, A.REPLY, target, text="Sorry"))
    assert [c["id"] for c in fake.comments.values() if c["username"] == NAME] == [result.remote_id]


def test_a_lost_answer_is_read_back(fake: FakeInstagram, clock: FixedClock, target: str) -> None:
    wanted = request(clock, A.REPLY, target, text="Sorry")
    fake.create_then_fail = Answer(reset=True)
    failing(fake, clock, wanted, UnknownOutcome)
    fake.create_then_fail = None
    assert state(fake, clock, wanted) == "done"


def test_a_full_page_of_replies_leads_on_even_without_an_address_of_the_next(
    fake: FakeInstagram, clock: FixedClock, target: str
) -> None:
    media = fake.comments[target]["media"]
    for n in range(50):
        fake.comment(media, f"r{n}", parent=target, timestamp=at(clock.now() + 1))
    wanted = request(clock, A.REPLY, target, text="Sorry")
    real = fake.handle

    def cursors_only(seen: Seen) -> Answer:
        answer = real(seen)
        answer.body.get("paging", {}).pop("next", None)
        return answer

    fake.server.handle = cursors_only
    assert state(fake, clock, wanted) == "not_done"
    fake.comment(media, "Sorry", parent=target, author=NAME, timestamp=at(clock.now()))
    assert state(fake, clock, wanted) == "done"


def test_what_only_a_person_can_do(fake: FakeInstagram, clock: FixedClock, target: str) -> None:
    for action in (A.BLOCK, A.REPORT, A.MUTE):
        failing(fake, clock, request(clock, action, target), Unsupported)
    tag = {"object": "post", "login": FACEBOOK}
    for action in (A.REPLY, A.HIDE, A.DELETE, A.LIKE):
        failing(fake, clock, request(clock, action, target, text="x", facts=tag), Unsupported)
        assert SPEC.capability(action.value, tag).mode == "link"
    assert SPEC.capability("block", {}).mode == "link"
    assert SPEC.capability("hide", {}, ours=True).mode == "none"
    assert failing(fake, clock, request(clock, A.REPLY, target, text="x" * 2201), Invalid) == "too_long"
