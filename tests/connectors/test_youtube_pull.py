"""Pulls: listings and their marks, replies, older threads in turn, what is missing, budget, other people's servers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

import pytest

from console.connectors.sessions import MemorySessionStore
from console.connectors.youtube import connect
from console.connectors.youtube.connector import YoutubeConnector
from console.connectors.youtube.cursor import parse
from console.domain.comment import Channel, ChannelId
from console.domain.errors import (
    AuthExpired,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    QuotaExhausted,
    RateLimited,
    Transient,
)
from tests.support.desk import FixedClock, codes, drain, ids, using
from tests.support.faultserver import Answer, Seen, TestClock
from tests.support.youtube_server import EPOCH, FAN, ME, TROLL, VIDEO, FakeYoutube, at, fake_youtube, refuse

T = TypeVar("T")
THREADS = "/youtube/v3/commentThreads"
COMMENTS = "/youtube/v3/comments"
CHANNELS = "/youtube/v3/channels"
VIDEOS = "/youtube/v3/videos"


@pytest.fixture
def fake() -> Iterator[FakeYoutube]:
    with fake_youtube() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def run(
    fake: FakeYoutube,
    clock: TestClock,
    use: Callable[[YoutubeConnector], Awaitable[T]],
    options: Mapping[str, Any] | None = None,
    handle: str = "",
) -> T:
    channel = Channel(
        ChannelId(1), "youtube", "y", server=fake.server.url, handle=handle, options=options or {}
    )
    return using(lambda: connect(channel, fake.access, MemorySessionStore(), clock), use)


def test_a_comment_comes_with_all_that_is_known(fake: FakeYoutube, clock: FixedClock) -> None:
    top = fake.comment("It leaks", likeCount=3, when=EPOCH + 0.5, imageUrl="https://pictures.example/x")
    reply = fake.comment("@fan sorry", author=ME, parent=top)
    on_channel = fake.comment("Nice channel", author=TROLL, video="")
    fake.channels[TROLL] = {"hiddenSubscriberCount": True}
    comments, _, pages = run(fake, clock, drain)
    assert ids(comments) == [top, reply, on_channel]
    found = {one.remote_id: one for one in comments}
    one = found[top]
    assert (one.text, one.posted_at, one.likes, one.replies, one.hidden, one.edited_at) == (
        "It leaks", EPOCH, 3, 1, False, None,
    )  # fmt: skip
    assert (one.author.remote_id, one.author.handle, one.author.followers) == (FAN, "@fan", 1234)
    assert one.author.created_at == EPOCH - 86_400
    assert one.post is not None
    assert (one.post.remote_id, one.post.title, one.post.posted_at) == (VIDEO, "Our new kettle", EPOCH - 50)
    assert one.permalink == f"https://www.youtube.com/watch?v={VIDEO}&lc={top}"
    assert (one.parent_remote_id, one.relation, one.ours) == (None, "comment", False)
    assert one.facts["media"] == [{"kind": "image"}]
    assert (one.facts["thread"], one.facts["can_reply"], one.facts["on_ours"]) == (top, True, True)
    assert (found[reply].parent_remote_id, found[reply].ours, found[reply].facts["thread"]) == (
        top,
        True,
        top,
    )
    assert found[reply].permalink.endswith(f"&lc={reply}")
    assert found[on_channel].author.followers is None
    channel = found[on_channel].post
    assert channel is not None
    assert (channel.remote_id, channel.title) == (ME, "Brand")
    assert found[on_channel].permalink == f"https://www.youtube.com/channel/{ME}/discussion?lc={on_channel}"
    assert codes(pages) == []
    budget = pages[-1].budget
    assert budget is not None
    assert (budget["unit"], budget["limit"]) == ("units", 10_000)
    assert budget["used"] == len(fake.server.seen)  # every one of them was a read of one unit
    assert all(seen.headers["authorization"] == "Bearer access-1" for seen in fake.server.seen)


def test_held_and_suspected_comments_come_too(fake: FakeYoutube, clock: FixedClock) -> None:
    shown = fake.comment("fine")
    held = fake.comment("rude", author=TROLL, status="heldForReview")
    spam = fake.comment("buy", author=TROLL, status="likelySpam")
    held_reply = fake.comment("rude too", author=TROLL, parent=shown, status="heldForReview")
    fake.comment("away", author=TROLL, status="rejected")
    comments, _, _ = run(fake, clock, drain)
    assert {one.remote_id: one.hidden for one in comments} == {
        shown: False, held: True, spam: True, held_reply: True,
    }  # fmt: skip
    assert {one.remote_id: one.facts["moderation"] for one in comments}[spam] == "likelySpam"


def test_without_the_owners_rights_it_says_so_and_goes_on(fake: FakeYoutube, clock: FixedClock) -> None:
    shown = fake.comment("fine")
    fake.comment("rude", status="heldForReview")
    fake.owner = False

    async def use(connector: YoutubeConnector) -> None:
        comments, cursor, pages = await drain(connector)
        assert [(one.remote_id, one.hidden) for one in comments] == [(shown, False)]
        assert codes(pages) == ["youtube_owner_only"]
        asked = len(fake.server.requests(THREADS))
        _, cursor, pages = await drain(connector, cursor)
        assert len(fake.server.requests(THREADS)) == asked + 1  # not asked again for an hour, and still said
        assert codes(pages) == ["youtube_owner_only"]
        fake.owner, clock.ahead = True, 3700
        comments, _, pages = await drain(connector, cursor)
        assert [one.hidden for one in comments if one.remote_id != shown] == [True]
        assert codes(pages) == []

    run(fake, clock, use)


def test_nothing_is_told_twice_and_what_is_new_comes(fake: FakeYoutube, clock: FixedClock) -> None:
    top = fake.comment("one")

    async def use(connector: YoutubeConnector) -> None:
        _, cursor, _ = await drain(connector)
        again, cursor, pages = await drain(connector, cursor)
        assert again == []
        assert len(pages) == 1
        late = fake.comment("two")
        answer = fake.comment("re", parent=top)
        fake.edit(top, "one, edited", EPOCH + 900)
        fake.comments[top]["likeCount"] = 4
        comments, _, _ = await drain(connector, cursor)
        assert set(ids(comments)) == {top, late, answer}
        changed = next(one for one in comments if one.remote_id == top)
        assert (changed.text, changed.edited_at, changed.likes) == ("one, edited", EPOCH + 900, 4)

    run(fake, clock, use)


def test_pages_and_slices(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.page_size = 90
    for number in range(200):
        top = fake.comment(f"t{number}")
        for _ in range(number % 8):
            fake.comment("r", parent=top)
    comments, cursor, pages = run(fake, clock, drain)
    assert set(ids(comments)) == set(fake.comments)
    assert len(ids(comments)) == len(fake.comments)
    assert max(len(page.comments) for page in pages) == 200
    # Threads with more replies than a sample are kept with their count; the others need none.
    assert set(parse(cursor).counts.values()) == {6, 7}
    assert len(fake.server.requests(COMMENTS)) == 50


def test_replies_of_a_long_thread_and_of_an_old_one(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.page_size = 20
    old = fake.comment("old")
    for _ in range(45):
        fake.comment("r", parent=old)
    for number in range(60):
        fake.comment("new", when=EPOCH + 8000 + number)

    async def first(connector: YoutubeConnector) -> str:
        comments, cursor, pages = await drain(connector)
        assert set(ids(comments)) == set(fake.comments)
        assert codes(pages) == []
        return cursor

    cursor = run(fake, clock, first)
    fresh = fake.comment("still leaks", parent=old)  # the old thread does not come up for it
    asked = len(fake.server.requests(COMMENTS))
    found: set[str] = set()

    async def later(connector: YoutubeConnector, cursor: str) -> str:
        comments, cursor, _ = await drain(connector, cursor)
        found.update(ids(comments))
        return cursor

    for _ in range(5):  # each time another process
        start = cursor
        cursor = run(fake, clock, partial(later, cursor=start))
    assert fresh in found
    assert len(fake.server.requests(COMMENTS)) == asked + 3  # the thread once more, and no other


def test_fewer_replies_than_the_platform_says(fake: FakeYoutube, clock: FixedClock) -> None:
    top = fake.comment("one")
    for _ in range(3):
        fake.comment("r", parent=top)
    fake.sample, fake.miscount = 2, 4
    comments, cursor, pages = run(fake, clock, drain)
    assert len(comments) == 4
    assert [dict(one) for page in pages for one in page.warnings] == [
        {"code": "incomplete", "said": 7, "got": 3, "post": VIDEO}
    ]
    _, _, pages = run(fake, clock, lambda connector: drain(connector, cursor))
    assert codes(pages) == []  # said once, until the count moves


def test_replies_that_cannot_be_read_cost_nothing_else(fake: FakeYoutube, clock: FixedClock) -> None:
    top = fake.comment("one")
    for _ in range(3):
        fake.comment("r", parent=top)
    fake.sample = 2
    fake.server.inject(COMMENTS, Answer(404, {"error": {"code": 404}}))
    comments, _, pages = run(fake, clock, drain)
    assert len(comments) == 3
    assert [(w["said"], w["got"]) for page in pages for w in page.warnings] == [(3, 2)]


def test_a_reply_that_vanished_is_told(fake: FakeYoutube, clock: FixedClock) -> None:
    top = fake.comment("one")
    replies = [fake.comment("r", parent=top) for _ in range(4)]
    fake.sample = 1

    async def use(connector: YoutubeConnector) -> None:
        _, cursor, _ = await drain(connector)
        del fake.comments[replies[0]]
        comments, cursor, _ = await drain(connector, cursor)
        assert [(one.remote_id, one.gone) for one in comments if one.gone] == [(replies[0], True)]
        fake.comments[replies[1]]["moderationStatus"] = "heldForReview"
        comments, _, _ = await drain(connector, cursor)
        assert [(one.remote_id, one.gone) for one in comments if one.gone] == []

    run(fake, clock, use)


def test_single_videos(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.titles["vid00000002"] = "Another"
    here = fake.comment("here")
    fake.comment("there", video="vid00000002")
    comments, _, pages = run(
        fake,
        clock,
        drain,
        {"videos": f"https://youtu.be/{VIDEO}, https://www.youtube.com/watch?v=nowhere1&t=3"},
    )
    assert ids(comments) == [here]
    assert "youtube_video_away" in codes(pages)
    assert all("allThreadsRelatedToChannelId" not in seen.query for seen in fake.server.requests(THREADS))


def test_how_far_back_a_person_wants(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.comment("long ago", when=EPOCH - 90 * 86_400)
    recent = fake.comment("now")
    assert ids(run(fake, clock, drain)[0])[1:] == [recent]
    assert ids(run(fake, clock, drain, {"history_days": 30})[0]) == [recent]


def test_html_is_read_as_text_and_plain_text_is_left_alone(fake: FakeYoutube, clock: FixedClock) -> None:
    words = ["it's\nfine & good", "1 < 2", "a &amp; b's <b>", "plain"]
    for one in words[:1] + words[3:]:
        fake.comment(one)
    fake.html = True
    assert [one.text for one in run(fake, clock, drain)[0]] == [words[0], words[3]]
    fake.html = False
    fake.comments.clear()
    for one in words:
        fake.comment(one)
        list(fake.comments.values())[-1].pop("textOriginal", None)
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        for raw, text in zip(fake.comments.values(), words, strict=False):
            raw.setdefault("textOriginal", text)
        answer = real(seen)
        for item in (answer.body or {}).get("items", []):
            top = item["snippet"].get("topLevelComment")
            if top:
                del top["snippet"]["textOriginal"]
        return answer

    fake.server.handle = handle
    assert [one.text for one in run(fake, clock, drain)[0]] == words


# ---------------------------------------------------------------------- servers that answer what they have


def recorded(fake: FakeYoutube, threads: dict[str, Any]) -> None:
    """A server that knows one page of threads and nothing else, whatever it is asked."""
    fake.server.handle = lambda seen: (
        Answer(body=threads) if seen.path == THREADS else Answer(404, {"error": "no"})
    )


@pytest.mark.parametrize("handle", ["", "UCanother00000000000000z", "@brand"])
def test_one_recorded_page_and_nothing_else(fake: FakeYoutube, clock: FixedClock, handle: str) -> None:
    top = fake.comment("one")
    fake.comment("re", parent=top, author=ME)
    fake.sample, fake.miscount = 5, 2
    page = fake.handle(
        Seen("GET", THREADS, {"part": ["snippet"]}, {"authorization": "Bearer access-1"}, b"")
    ).body
    for item in page["items"]:
        del item["snippet"]["topLevelComment"]["snippet"]["moderationStatus"]
    page["nextPageToken"] = "more"
    recorded(fake, page)

    async def use(connector: YoutubeConnector) -> None:
        info = await connector.check()
        assert info.warnings == ("youtube_profile_away",)
        comments, cursor, pages = await drain(connector)
        found = {one.remote_id: one for one in comments}
        assert set(found) == set(fake.comments)
        assert (found[top].hidden, found[top].author.handle, found[top].author.followers) == (
            False,
            "@fan",
            None,
        )
        assert found[top].post is not None
        assert found[top].permalink == f"https://www.youtube.com/watch?v={VIDEO}&lc={top}"
        assert [one.ours for one in comments] == [False, True]  # the listing is of the owner's channel
        assert found[top].facts["on_ours"] is True
        assert {"said": 3, "got": 1, "code": "incomplete", "post": VIDEO} in [
            dict(one) for page in pages for one in page.warnings
        ]
        assert "paging_loop" in codes(pages)
        assert "youtube_side_away" in codes(pages)
        again, _, _ = await drain(connector, cursor)
        assert again == []
        with pytest.raises(Transient):
            await connector.recheck([top])  # a server without comments by id says nothing of what is gone

    run(fake, clock, use, handle=handle)


def test_a_page_that_is_missing_is_said(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.page_size = 2
    for _ in range(5):
        fake.comment("x")
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        lost = seen.query.get("pageToken") == ["2"]
        return Answer(404, {}) if lost else real(seen)

    fake.server.handle = handle
    comments, cursor, pages = run(fake, clock, drain)
    assert len(comments) == 2
    assert codes(pages).count("youtube_pages_missing") == 1
    assert "published" not in parse(cursor).marks  # the next round reads everything again
    fake.server.handle = real
    assert len(run(fake, clock, lambda connector: drain(connector, cursor))[0]) == 5


def test_a_recheck_does_not_believe_a_server_that_does_not_look(fake: FakeYoutube, clock: FixedClock) -> None:
    tops = [fake.comment(str(number)) for number in range(4)]
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        if seen.path == COMMENTS:
            seen.query["id"] = [tops[0]]
        return real(seen)

    fake.server.handle = handle
    found = run(fake, clock, lambda connector: connector.recheck(tops))
    assert list(found) == tops[:1]


def test_odd_entries(fake: FakeYoutube, clock: FixedClock) -> None:
    threads = {
        "items": [
            None,
            {"id": "a", "snippet": {"topLevelComment": {"id": "a", "snippet": {}}}},
            {"id": "b", "snippet": {"videoId": "v", "topLevelComment": {
                "id": "b", "snippet": {"textDisplay": "hi", "authorDisplayName": "Joe Doe", "publishedAt": "soon"}}}},
            {"snippet": {"topLevelComment": {"id": "c", "snippet": {
                "textDisplay": "x", "publishedAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-02T03:04:06Z"}}}},
            {"id": "d", "replies": {"comments": [{"id": "d.1", "snippet": {"textDisplay": "only a reply"}}]}},
            {"id": 7, "snippet": []},
        ]
    }  # fmt: skip
    recorded(fake, threads)
    comments, _, _ = run(fake, clock, drain)
    found = {one.remote_id: one for one in comments}
    assert set(found) == {"a", "b", "c", "d.1"}
    assert (found["a"].author.handle, found["a"].author.remote_id, found["a"].permalink) == (
        "Unknown", "comment:a", "",
    )  # fmt: skip
    assert (found["b"].author.handle, found["b"].author.name) == ("Joe Doe", "Joe Doe")
    assert found["b"].posted_at == clock.now()
    assert (found["c"].posted_at, found["c"].edited_at) == (1_767_323_045, 1_767_323_046)
    assert found["d.1"].parent_remote_id == "d"


# ---------------------------------------------------------------------- trouble


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(429, {"error": {"code": 429}}, {"retry-after": "77"}), RateLimited),
        (refuse(403, "rateLimitExceeded"), RateLimited),
        (refuse(403, "quotaExceeded"), QuotaExhausted),
        (Answer(500), Transient),
        (Answer(body={"kind": "x", "items": []}, cut=9), Transient),
        (Answer(reset=True), Transient),
        (Answer(body={"surprise": 1}), Transient),
        (refuse(403, "accessNotConfigured"), ForbiddenByPlatform),
        (refuse(400, "badRequest"), Invalid),
        (refuse(404, "channelNotFound"), Gone),
    ],
)
def test_trouble_leaves_the_cursor_where_it_was(
    fake: FakeYoutube, clock: FixedClock, answer: Answer, error: type[Exception]
) -> None:
    fake.comment("one")

    async def use(connector: YoutubeConnector) -> None:
        _, cursor, _ = await drain(connector)
        late = fake.comment("two")
        fake.server.inject(THREADS, answer)
        with pytest.raises(error) as caught:
            await connector.pull(cursor)
        if isinstance(caught.value, RateLimited):
            clock.ahead = 100
        if isinstance(caught.value, QuotaExhausted):
            assert caught.value.retry_at is not None
            assert clock.now() < caught.value.retry_at <= clock.now() + 25 * 3600
            asked = len(fake.server.seen)
            with pytest.raises(QuotaExhausted):
                await connector.pull(cursor)
            assert len(fake.server.seen) == asked  # it is not asked again before midnight in California
            clock.ahead = caught.value.retry_at - clock.now() + 1
        comments, _, _ = await drain(connector, cursor)
        assert ids(comments) == [late]

    run(fake, clock, use)


def test_trouble_half_way_keeps_what_was_read(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.page_size = 30
    for _ in range(70):
        fake.comment("x")
    real, asked = fake.handle, [0]

    def handle(seen: Seen) -> Answer:
        asked[0] += seen.path == THREADS
        return Answer(503) if seen.path == THREADS and asked[0] == 2 else real(seen)

    fake.server.handle = handle

    async def use(connector: YoutubeConnector) -> None:
        page = await connector.pull(None)
        assert len(page.comments) == 30
        assert page.more
        comments, _, _ = await drain(connector, page.cursor)
        assert len(comments) == 40

    run(fake, clock, use)


def test_the_sign_in_ends_in_the_middle(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.page_size = 10
    for _ in range(150):
        fake.comment("x")

    async def use(connector: YoutubeConnector) -> None:
        page = await connector.pull(None)
        assert page.more
        fake.expire()
        with pytest.raises(AuthExpired):  # one access token alone cannot be renewed
            await drain(connector, page.cursor)

    run(fake, clock, use)


def test_a_loop_of_pages_ends(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.page_size = 3
    for _ in range(9):
        fake.comment("x")
    fake.repeat_pages = True
    comments, _, pages = run(fake, clock, drain)
    assert len(comments) == 3
    assert codes(pages).count("paging_loop") >= 1
    assert len(fake.server.requests(THREADS)) < 12


def test_side_requests_cost_no_comment(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.comment("one")
    fake.server.inject(VIDEOS, Answer(404))
    fake.server.inject(CHANNELS, Answer(500), refuse(403, "forbidden"))
    comments, _, pages = run(fake, clock, drain, handle=ME)
    assert [(one.text, one.post.title if one.post else None) for one in comments] == [("one", "")]
    assert [dict(one) for page in pages for one in page.warnings] == [
        {"code": "youtube_side_away", "what": "channels, videos"}
    ]


def test_reads_leave_units_for_decisions(fake: FakeYoutube, clock: FixedClock) -> None:
    for _ in range(30):
        fake.comment("x")
    fake.page_size = 3

    async def use(connector: YoutubeConnector) -> None:
        with pytest.raises(QuotaExhausted) as caught:
            await drain(connector)
        assert caught.value.params["unit"] == "units"
        assert len(fake.server.seen) == 8  # of ten, two stay

    run(fake, clock, use, {"daily_units": 10})


def test_what_was_spent_is_in_the_cursor(fake: FakeYoutube, clock: FixedClock) -> None:
    fake.comment("x")
    _, cursor, pages = run(fake, clock, drain)
    first = pages[-1].budget
    _, _, pages = run(fake, clock, lambda connector: drain(connector, cursor))
    second = pages[-1].budget
    assert first is not None
    assert second is not None
    assert second["used"] == len(fake.server.seen) > first["used"]
    clock.ahead = 2 * 86_400
    _, _, pages = run(fake, clock, lambda connector: drain(connector, cursor))
    assert pages[-1].budget is not None
    assert pages[-1].budget["used"] < second["used"]


@pytest.mark.parametrize(
    "text", ["", "{}", '{"k":"youtube","v":2}', '{"k":"youtube","v":1,"n":1}', "[", '{"k":"x","v":1}']
)
def test_a_cursor_of_something_else_is_refused(fake: FakeYoutube, clock: FixedClock, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        run(fake, clock, lambda connector: connector.pull(text))
    assert caught.value.code == "bad_cursor"


def test_times_with_and_without_milliseconds() -> None:
    assert at(EPOCH + 0.25).endswith(".250Z")
    assert "." not in at(EPOCH)
