"""Pulls of a Page: every comment with its author, time, parent and address; counts, loops, gaps, faults in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.connectors.facebook import SPEC
from console.domain.comment import IncomingComment
from console.domain.errors import AuthExpired, AuthMissingScope, Gone, Invalid, RateLimited, Transient
from console.domain.ports import Connector, PictureSource
from tests.support.facebook_server import PAGE, TOKEN, FakeFacebook, fake_facebook
from tests.support.faultserver import Answer, Seen
from tests.support.graph_desk import FixedClock, drain, run, warned
from tests.support.graph_server import EPOCH, GONE, at, refuse

V = "/v26.0"


@pytest.fixture
def fake() -> Iterator[FakeFacebook]:
    with fake_facebook() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def ids(comments: list[IncomingComment]) -> list[str]:
    return [one.remote_id for one in comments]


def test_everything_arrives_with_author_time_parent_and_address(
    fake: FakeFacebook, clock: FixedClock
) -> None:
    post = fake.post("Our new\nrye bread")
    first = fake.comment(post, "Where is my order? 😡", like_count=3)
    reply = fake.comment(post, "Same here", parent=first, author="9002")
    ours = fake.comment(post, "On its way", parent=first, author=PAGE)
    photo = {
        "type": "photo",
        "title": "A loaf",
        "media": {"image": {"height": 40, "width": 60, "src": "https://cdn.example/a.jpg"}},
    }
    hidden = fake.comment(post, "", is_hidden=True, can_hide=True, attachment=photo)
    mention = fake.mention("tagged", "Look at @Bakery")

    async def use(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        found = {one.remote_id: one for one in comments}
        assert ids(comments) == [first, reply, ours, hidden, mention]
        one = found[first]
        assert (one.text, one.posted_at, one.likes, one.replies) == ("Where is my order? 😡", EPOCH + 2, 3, 2)
        assert (one.author.remote_id, one.author.handle, one.author.name) == ("9001", "Fan 9001", "Fan 9001")
        assert one.permalink == "https://www.facebook.com/x?comment_id=2"
        assert one.post is not None
        assert (one.post.remote_id, one.post.title, one.post.posted_at) == (
            post,
            "Our new rye bread",
            EPOCH + 1,
        )
        assert [found[i].parent_remote_id for i in (first, reply, ours)] == [None, first, first]
        assert [i for i in found if found[i].ours] == [ours]
        assert [found[i].hidden for i in (first, hidden)] == [False, True]
        assert found[hidden].facts["media"] == [{"kind": "image", "alt": "A loaf", "width": 60, "height": 40}]
        assert one.facts["can_hide"] is True
        assert (found[mention].relation, found[mention].post) == ("mention", None)
        assert found[mention].permalink == f"https://www.facebook.com/{mention}"
        assert warned(pages) == []

        again, cursor, pages = await drain(connector, cursor)
        assert [i for i in ids(again) if i != mention] == []
        assert len(pages) == 1
        late = fake.comment(post, "late", parent=first)
        changed, cursor, _ = await drain(connector, cursor)
        assert late in ids(changed)

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)
    assert all("access_token" not in seen.query for seen in fake.server.seen)


@pytest.mark.parametrize("size", [1, 3, 100])
def test_many_pages_of_posts_and_comments(fake: FakeFacebook, clock: FixedClock, size: int) -> None:
    fake.page_size = size
    expected = []
    for _ in range(7):
        post = fake.post()
        expected += [fake.comment(post, f"c{n}") for n in range(5)]

    async def use(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        assert sorted(ids(comments)) == sorted(expected)
        assert warned(pages) == []
        old = next(iter(fake.posts))
        news = fake.comment(old, "under the oldest")
        for _ in range(8):
            more, cursor, _ = await drain(connector, cursor)
            if news in ids(more):
                return
        raise AssertionError("an old post is never looked at again")

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_more_than_a_page_of_the_intake_at_once(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()
    expected = [fake.comment(post, f"c{n}") for n in range(450)]

    async def use(connector: Connector) -> None:
        comments, _, _ = await drain(connector)
        assert sorted(ids(comments)) == sorted(expected)

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_server_that_repeats_its_pages_ends(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.page_size, fake.repeat_pages = 2, True
    post = fake.post()
    fake.post()
    seen = [fake.comment(post, f"c{n}") for n in range(5)]

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert set(ids(comments)) == set(seen[-2:])
        assert {"code": "incomplete", "said": 5, "got": 2, "post": post} in warned(pages)

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_page_whose_comments_are_not_for_us_does_not_hide_those_behind_it(
    fake: FakeFacebook, clock: FixedClock
) -> None:
    fake.page_size = 2
    post = fake.post()
    made = [fake.comment(post, f"c{n}") for n in range(6)]
    real = fake.handle
    endless = False

    def filtered(seen: Seen) -> Answer:
        answer = real(seen)
        if seen.path == f"{V}/{post}/comments" and (endless or seen.query.get("after") == ["c2"]):
            answer.body["data"] = []
            if endless:  # and a new cursor each time
                more = f"{seen.query.get('after', ['c0'])[0]}0"
                answer.body["paging"] = {"next": f"https://x.example/?after={more}"}
        return answer

    fake.server.handle = filtered

    async def use(connector: Connector) -> None:
        nonlocal endless
        comments, cursor, pages = await drain(connector)
        assert ids(comments) == [*made[:2], *made[4:]]
        assert warned(pages) == [{"code": "incomplete", "said": 6, "got": 4, "post": post}]
        endless = True
        clock.ahead += 3700
        before = len(fake.server.requests(f"{V}/{post}/comments"))
        await drain(connector, cursor)
        assert len(fake.server.requests(f"{V}/{post}/comments")) - before <= 20

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_the_platforms_count_says_what_is_missing(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()
    for n in range(9):
        fake.comment(post, f"c{n}")
    fake.extra_count = 5

    async def use(connector: Connector) -> None:
        _, cursor, pages = await drain(connector)
        gap = {"code": "incomplete", "said": 14, "got": 9, "post": post}
        assert warned(pages) == [gap]
        _, cursor, pages = await drain(connector, cursor)
        assert warned(pages) == [gap]  # it is said as long as it is so
        fake.extra_count = 0
        _, _, pages = await drain(connector, cursor)
        assert warned(pages) == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


@pytest.mark.parametrize("counts", [True, False])
def test_replies_that_the_stream_leaves_out_are_asked_for(
    fake: FakeFacebook, clock: FixedClock, counts: bool
) -> None:
    fake.toplevel_only, fake.counts = True, counts
    post = fake.post()
    first = fake.comment(post, "one")
    replies = [fake.comment(post, f"r{n}", parent=first) for n in range(3)]

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert sorted(ids(comments)) == sorted([first, *replies])
        assert {one.parent_remote_id for one in comments if one.remote_id in replies} == {first}
        assert warned(pages) == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_replies_that_nothing_counts_are_asked_for_where_the_post_counts_more(
    fake: FakeFacebook, clock: FixedClock
) -> None:
    fake.toplevel_only = True
    post = fake.post()
    first, second = fake.comment(post, "one"), fake.comment(post, "two")
    reply = fake.comment(post, "below", parent=second)
    real = fake.handle

    def bare(seen: Seen) -> Answer:
        answer = real(seen)
        if seen.path == f"{V}/{post}/comments":
            for row in answer.body["data"]:
                del row["comment_count"]
        return answer

    fake.server.handle = bare

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert ids(comments) == [first, second, reply]
        assert comments[2].parent_remote_id == second
        assert warned(pages) == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_replies_that_nobody_gives_out_are_said(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.toplevel_only, fake.counts = True, False
    post = fake.post()
    first = fake.comment(post, "one")
    fake.comment(post, "r", parent=first)
    fake.server.inject(f"{V}/{first}/comments", Answer(status=404, body={}))

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert ids(comments) == [first]
        codes = [one["code"] for one in warned(pages)]
        assert codes == ["meta_post_unread", "incomplete"]

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_post_that_is_counted_and_not_shown_is_said(fake: FakeFacebook, clock: FixedClock) -> None:
    post, other = fake.post(), fake.post()
    fake.comment(post, "a")
    one = fake.comment(other, "b")

    async def use(connector: Connector) -> None:
        fake.server.inject(f"{V}/{post}/comments", GONE)
        comments, cursor, pages = await drain(connector)
        assert ids(comments) == [one]
        assert warned(pages) == [{"code": "incomplete", "said": 1, "got": 0, "post": post}]
        comments, _, pages = await drain(connector, cursor)
        assert len(comments) == 1
        assert warned(pages) == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_authors_that_are_not_told_are_nobody_in_particular(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.nameless = True
    post = fake.post()
    one, other = fake.comment(post, "a"), fake.comment(post, "b")

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert [c.author.handle for c in comments] == ["Unknown", "Unknown"]
        assert len({c.author.remote_id for c in comments}) == 2
        assert all(c.facts["author_unknown"] is True for c in comments)
        assert ids(comments) == [one, other]
        assert SPEC.capability("block", dict(comments[0].facts)).mode == "link"
        assert warned(pages) == [{"code": "meta_authors_missing", "count": 2}]

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_side_pages_that_are_missing_lose_no_comment(fake: FakeFacebook, clock: FixedClock) -> None:
    """A server that knows the posts and their comments only."""
    post = fake.post()
    one = fake.comment(post, "a")
    real = fake.handle
    known = {f"{V}/{PAGE}/published_posts", f"{V}/{post}/comments"}
    fake.server.handle = lambda seen: real(seen) if seen.path in known else Answer(404, b"<html>no</html>")

    async def use(connector: Connector) -> None:
        info = await connector.check()
        assert info.remote_id == PAGE
        assert set(info.warnings) == {"meta_account_unread", "meta_permissions_unknown"}
        comments, _, pages = await drain(connector)
        assert ids(comments) == [one]
        assert [w["list"] for w in warned(pages) if w["code"] == "meta_list_unread"] == [
            "tagged",
            "visitor_posts",
        ]

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock, handle=PAGE)


def test_a_post_with_its_comments_inside_and_no_list_of_them(fake: FakeFacebook, clock: FixedClock) -> None:
    inside = {
        "data": [
            {
                "id": "5_1",
                "message": "in",
                "created_time": "2026-01-02T03:04:05+0000",
                "from": {"id": "1", "name": "A"},
                "comments": {
                    "data": [{"id": "5_2", "message": "below", "created_time": "2026-01-02T03:05:05+0000"}]
                },
            }
        ]
    }
    body = {"data": [{"id": f"{PAGE}_5", "created_time": "2026-01-01T00:00:00+0000", "comments": inside}]}
    listing = f"{V}/{PAGE}/published_posts"
    fake.server.handle = lambda seen: Answer(200, body) if seen.path == listing else Answer(404, {})

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert [(c.remote_id, c.parent_remote_id) for c in comments] == [("5_1", None), ("5_2", "5_1")]
        assert comments[0].posted_at == 1_767_323_045
        assert comments[0].permalink == f"https://www.facebook.com/{PAGE}_5?comment_id=1"
        assert comments[1].permalink.endswith("?comment_id=1&reply_comment_id=2")
        assert "incomplete" not in {one["code"] for one in warned(pages)}

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock, handle=PAGE)


def test_what_was_deleted_is_told(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()
    kept, lost = fake.comment(post, "kept"), fake.comment(post, "lost")

    async def use(connector: Connector) -> None:
        _, cursor, _ = await drain(connector)
        del fake.comments[lost]
        fake.comments[kept]["message"] = "kept, and edited"
        clock.ahead += 3700  # its turn to be read as a whole
        comments, cursor, _ = await drain(connector, cursor)
        assert [(c.remote_id, c.gone) for c in comments] == [(kept, False), (lost, True)]
        assert comments[0].text == "kept, and edited"
        assert comments[1].author.name == "Fan 9001"
        state = await connector.recheck([kept, lost, "../etc"])
        assert state[lost] is None
        assert state[kept] is not None
        assert set(state) == {kept, lost}

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_the_budget_pauses_pulls_at_80_percent(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()
    fake.comment(post, "a")
    use_case = '{"700100":[{"type":"pages","call_count":%d,"total_cputime":3,"total_time":4,"estimated_time_to_regain_access":%d}]}'
    fake.usage = {"X-Business-Use-Case-Usage": use_case % (12, 0)}

    async def use(connector: Connector) -> None:
        _, cursor, pages = await drain(connector)
        assert pages[-1].budget == {
            "unit": "percent",
            "used": 12,
            "limit": 100,
            "resets_at": clock.now() + 300,
        }
        fake.usage = {"X-App-Usage": '{"call_count":81,"total_cputime":1,"total_time":2}'}
        page = await connector.pull(cursor)  # the first answer says it; what came is kept
        assert page.more
        assert page.budget is not None
        assert page.budget["used"] == 81
        with pytest.raises(RateLimited) as caught:
            await connector.pull(page.cursor)
        assert caught.value.retry_at == clock.now() + 300
        fake.usage = {"X-Business-Use-Case-Usage": use_case % (100, 7)}
        clock.ahead += 301
        await connector.pull(page.cursor)
        with pytest.raises(RateLimited) as caught:
            await connector.pull(page.cursor)
        assert caught.value.retry_at == clock.now() + 420

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (refuse(190, 460, status=401), AuthExpired, "meta_password_changed"),
        (refuse(190, 463), AuthExpired, "auth_expired"),
        (refuse(32), RateLimited, "rate_limited"),
        (refuse(80001), RateLimited, "rate_limited"),
        (Answer(429, {}, {"retry-after": "90"}), RateLimited, "rate_limited"),
        (refuse(2, status=500), Transient, "server_error"),
        (refuse(1, status=400), Transient, "server_error"),
        (Answer(500, b"oops"), Transient, "server_error"),
        (Answer(200, {"data": []}, cut=4), Transient, "connection_lost"),
        (Answer(200, b'{"data": ['), Transient, "bad_answer"),
        (Answer(reset=True), Transient, "connection_lost"),
        (refuse(10, status=403, message="requires pages_read_engagement"), AuthMissingScope, "auth_missing_scope"),
    ],
)  # fmt: skip
def test_failures_of_the_list_of_posts(
    fake: FakeFacebook, clock: FixedClock, answer: Answer, kind: type[Exception], code: str
) -> None:
    post = fake.post()
    one = fake.comment(post, "a")

    async def use(connector: Connector) -> None:
        fake.server.inject(f"{V}/{PAGE}/published_posts", answer, answer)
        with pytest.raises(kind) as caught:
            await connector.pull(None)
        assert caught.value.code == code  # type: ignore[attr-defined]
        assert "Invented" not in str(caught.value)
        fake.server.inject(f"{V}/{PAGE}/published_posts")
        clock.ahead += 4000
        while fake.server._faults.get(f"{V}/{PAGE}/published_posts"):
            fake.server._faults.pop(f"{V}/{PAGE}/published_posts")
        comments, _, _ = await drain(connector)
        assert ids(comments) == [one]

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_token_that_dies_in_the_middle_loses_nothing(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.page_size = 3
    post = fake.post()
    expected = [fake.comment(post, f"c{n}") for n in range(12)]

    async def use(connector: Connector) -> None:
        first = f"{V}/{post}/comments"
        real = fake.handle
        fake.server.handle = lambda seen: (
            refuse(190, 463) if seen.path == first and "after" in seen.query else real(seen)
        )
        page = await connector.pull(None)
        assert len(page.comments) == 3
        with pytest.raises(AuthExpired):
            await connector.pull(page.cursor)
        fake.server.handle = real
        rest, _, _ = await drain(connector, page.cursor)
        assert sorted({*ids(list(page.comments)), *ids(rest)}) == sorted(expected)

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_one_post_in_trouble_does_not_hold_up_the_others(fake: FakeFacebook, clock: FixedClock) -> None:
    good, bad = fake.post(), fake.post()
    wanted = fake.comment(good, "a")
    fake.comment(bad, "b")

    async def use(connector: Connector) -> None:
        fake.server.inject(f"{V}/{bad}/comments", refuse(2, status=500), refuse(2, status=500))
        page = await connector.pull(None)  # the first failure may pass
        assert page.more
        comments, cursor, pages = await drain(connector, page.cursor)
        assert ids(comments) == [wanted]
        assert [one["code"] for one in warned(pages)] == ["meta_post_unread"]
        comments, _, _ = await drain(connector, cursor)  # and it is not forgotten
        assert len(comments) == 1

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_too_much_at_once_is_asked_for_in_smaller_pages(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()
    one = fake.comment(post, "a")

    async def use(connector: Connector) -> None:
        fake.server.inject(f"{V}/{post}/comments", refuse(1, status=500))
        comments, _, _ = await drain(connector)
        assert ids(comments) == [one]
        assert [seen.query["limit"] for seen in fake.server.requests(f"{V}/{post}/comments")] == [
            ["100"],
            ["25"],
        ]

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_no_foreign_cursor_is_taken(fake: FakeFacebook, clock: FixedClock) -> None:
    async def use(connector: Connector) -> None:
        for text in ("", "{", '{"k":"instagram","v":1}', '{"k":"facebook","v":1,"n":1}'):
            with pytest.raises(Invalid) as caught:
                await connector.pull(text)
            assert caught.value.code == "bad_cursor"

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


@pytest.mark.parametrize("counts", [True, False])
def test_of_posts_older_than_the_history_only_what_comes_later(
    fake: FakeFacebook, clock: FixedClock, counts: bool
) -> None:
    fake.counts = counts
    old = fake.post()
    before = fake.comment(old, "long ago")
    clock.ahead = 40 * 86_400
    young = fake.post(created_time=at(clock.now() - 600))
    wanted = fake.comment(young, "here", created_time=at(clock.now() - 500))

    async def use(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        assert ids(comments) == [wanted]
        assert warned(pages) == []
        for _ in range(3):
            clock.ahead += 3700
            comments, cursor, _ = await drain(connector, cursor)
            assert before not in ids(comments)
        late = fake.comment(old, "still here", created_time=at(clock.now()))
        comments, cursor, pages = await drain(connector, cursor)
        assert late in ids(comments)
        assert before not in ids(comments)
        assert warned(pages) == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock, options={"history_days": 30})


def test_a_picture_is_fetched_on_demand_and_without_the_token(fake: FakeFacebook, clock: FixedClock) -> None:
    photo = {"type": "photo", "media": {"image": {"src": f"{fake.server.url}/cdn/a.png", "width": 3}}}
    share = {"type": "share", "title": "no picture"}
    one = fake.comment(fake.post(), "look", attachment=photo)
    other = fake.comment(next(iter(fake.posts)), "link", attachment=share)

    async def use(connector: Connector) -> None:
        assert isinstance(connector, PictureSource)
        picture = await connector.picture(one, 0)
        assert (picture.mime, picture.content[:4]) == ("image/png", b"\x89PNG")
        for comment, number in ((one, 1), (other, 0), ("9_9", 0)):
            with pytest.raises(Gone):
                await connector.picture(comment, number)

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_page_that_was_never_stored_is_read_again_as_if_new(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.page_size = 3
    post = fake.post()
    expected = [fake.comment(post, f"c{n}") for n in range(60)]

    async def use(connector: Connector) -> None:
        first = await connector.pull(None)
        lost = await connector.pull(first.cursor)
        again = await connector.pull(first.cursor)
        assert ids(list(again.comments)) == ids(list(lost.comments))
        rest, _, pages = await drain(connector, first.cursor)
        assert sorted({*ids(list(first.comments)), *ids(rest)}) == sorted(expected)
        assert warned(pages) == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_deletion_under_an_old_post_does_not_bring_what_was_there_before(
    fake: FakeFacebook, clock: FixedClock
) -> None:
    old = fake.post()
    before = [fake.comment(old, f"long ago {n}") for n in range(3)]
    clock.ahead = 40 * 86_400

    async def use(connector: Connector) -> None:
        comments, cursor, _ = await drain(connector)
        assert comments == []
        del fake.comments[before.pop()]
        comments, cursor, _ = await drain(connector, cursor)
        assert comments == []
        fake.extra_count = 2  # counted and never shown: no reason to bring everything else
        comments, cursor, _ = await drain(connector, cursor)
        assert comments == []

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock, options={"history_days": 30})
