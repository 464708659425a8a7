"""Pulls from a Discourse forum: old and new ways of paging, review queue, mentions, limits by the minute, the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from console.connectors.discourse.cursor import Cursor, Walk, parse
from console.connectors.discourse.posts import pictures, without_quotes
from console.domain.comment import IncomingComment
from console.domain.errors import AuthExpired, Invalid, RateLimited, Transient
from console.domain.ports import Connector
from tests.servers.site_console import SiteConsole
from tests.support.desk import FixedClock
from tests.support.discourse_server import (
    EPOCH,
    KEY,
    LATEST,
    ME,
    USER,
    FakeDiscourse,
    fake_discourse,
    refuse,
    stamp,
)
from tests.support.faultserver import Answer


@pytest.fixture
def fake() -> Iterator[FakeDiscourse]:
    with fake_discourse() as running:
        yield running


def console_of(fake: FakeDiscourse, **options: Any) -> SiteConsole:
    options = {"requests_per_minute": 100_000, **options}
    return SiteConsole(
        "discourse", fake.server.url, USER, KEY, options=options, clock=FixedClock(EPOCH + 50_000)
    )


@pytest.fixture
def console(fake: FakeDiscourse) -> SiteConsole:
    return console_of(fake)


@pytest.mark.parametrize("windowed", [False, True])
def test_a_whole_forum_and_then_nothing_again(
    fake: FakeDiscourse, console: SiteConsole, windowed: bool
) -> None:
    fake.windowed = windowed
    made = [fake.post(f"post {n}") for n in range(420)]
    for number in made[100:230]:  # private ones in between: pages of an older forum without a post
        fake.secret_posts.add(int(number))
    public = {one for one in made if int(one) not in fake.secret_posts}

    async def work(connector: Connector) -> None:
        assert (await console.drain(connector)).keys() == public
        assert await console.drain(connector) == {}
        new = fake.post("new")
        assert list(await console.drain(connector)) == [new]

    console.run(work)


def test_a_walk_goes_on_after_a_restart(fake: FakeDiscourse, console: SiteConsole) -> None:
    made = {fake.post(f"{n}") for n in range(730)}
    found: dict[str, IncomingComment] = {}
    for _ in range(30):  # a new process for every page
        page = console.run(lambda c: c.pull(console.cursor))
        assert len(page.comments) <= 200
        console.cursor = page.cursor
        found.update((one.remote_id, one) for one in page.comments)
        if not page.more:
            break
    assert found.keys() == made
    assert parse(console.cursor).mark == 730


def test_a_page_that_was_not_stored_comes_again(fake: FakeDiscourse, console: SiteConsole) -> None:
    made = {fake.post(f"{n}") for n in range(120)}

    async def work(connector: Connector) -> None:
        lost = await connector.pull(None)
        again = await connector.pull(None)
        assert {one.remote_id for one in lost.comments} == made
        assert lost.comments == again.comments

    console.run(work)


def test_the_share_of_a_minute(fake: FakeDiscourse) -> None:
    """A pull that has used its share of requests hands out what it has, says so, and goes on in the next minute."""
    console = console_of(fake, requests_per_minute=20)
    made = {fake.post(f"{n}") for n in range(900)}

    async def work(connector: Connector) -> None:
        found = await console.drain(connector)
        assert 0 < len(found) < 900
        assert [one["code"] for one in console.warnings] == ["discourse_goes_on"]
        page = await connector.pull(console.cursor)
        assert page.budget is not None
        assert page.budget["limit"] == 20
        assert not page.more
        console.cursor = page.cursor
        found.update((one.remote_id, one) for one in page.comments)
        for _ in range(12):
            before = len(fake.server.seen)
            console.clock.ahead += 60
            found |= await console.drain(connector)
            assert len(fake.server.seen) - before <= 20
        assert found.keys() == made
        assert console.warnings == []

    console.run(work)


def test_a_post_as_it_stands(fake: FakeDiscourse, console: SiteConsole) -> None:
    top = fake.post("Our kettle is out", user=ME)
    quoted = (
        '<aside class="quote no-group" data-username="brand"><div class="title">brand:</div><blockquote><p>is out</p>'
        '</blockquote></aside><p>It leaks <img src="/e.png" class="emoji" alt=":sweat:"> '
        '<a class="mention" href="/u/brand">@brand</a> <a href="https://spam.example">here</a></p>'
        '<p><img src="/uploads/x.jpg" alt="my kitchen" width="640" height="480"></p>'
    )
    reply = fake.post("x", reply_to=1, cooked=quoted, actions_summary=[{"id": 2, "count": 3, "acted": True}])
    edited = fake.post("new words", reply_to=2, version=2, hidden=True)
    left = fake.post("(post deleted by author)", user_deleted=True)
    found = console.pull()
    one = found[reply]
    assert one.text == "It leaks :sweat: @brand here\n\nmy kitchen"
    site = fake.server.url.removeprefix("http://")
    assert (one.author.remote_id, one.author.handle) == (f"{site}#44", "joe")
    assert (one.parent_remote_id, one.likes, one.hidden, one.edited_at, one.ours) == (
        top,
        3,
        False,
        None,
        False,
    )
    assert one.permalink == f"{fake.server.url}/t/kettle/5/2"
    assert one.post is not None
    assert (one.post.remote_id, one.post.title) == ("5", "Our kettle")
    assert one.facts["links"] == ["https://spam.example"]
    assert one.facts["media"] == [{"kind": "image", "alt": "my kitchen", "width": 640, "height": 480}]
    assert (one.facts["topic_id"], one.facts["post_number"], one.facts["liked"]) == (5, 2, True)
    assert one.posted_at == EPOCH + int(reply)
    assert found[top].ours
    assert (found[edited].hidden, found[edited].edited_at) == (True, EPOCH + 900)
    assert (found[left].gone, found[left].text) == (True, "")


def test_a_parent_that_came_before_is_asked_for(fake: FakeDiscourse, console: SiteConsole) -> None:
    top = fake.post("old", created_at=stamp(EPOCH - 90 * 86_400))
    for n in range(60):
        fake.post(f"{n}", topic=9)
    reply = fake.post("an answer", reply_to=1)
    found = console.pull()
    assert found[reply].parent_remote_id == top
    assert top not in found  # older than the history


def test_the_review_queue(fake: FakeDiscourse, console: SiteConsole) -> None:
    flagged = fake.post("rude")
    number = fake.flag(flagged)
    waiting = fake.queue("buy pills", title="Hello")
    made = [fake.queue(f"{n}") for n in range(15)]

    async def work(connector: Connector) -> None:
        found = await console.drain(connector)
        assert found[flagged].facts["reviewable"] == {
            "id": str(number), "type": "ReviewableFlaggedPost", "version": 0,
            "actions": ["agree_and_hide", "agree_and_keep", "reject_post", "disagree_and_restore"],
        }  # fmt: skip
        one = found[waiting]
        assert (one.text, one.hidden, one.author.handle) == ("buy pills", True, "zoe")
        assert one.facts["queued"]
        assert set(made) <= found.keys()
        fake.reviewables[int(waiting.removeprefix("review-"))]["status"] = 2
        again = await console.drain(connector)
        assert {key: value.gone for key, value in again.items()} == {waiting: True}
        fake.flag(made_later := fake.post("later"))
        again = await console.drain(connector)
        assert again[made_later].facts["reviewable"]["type"] == "ReviewableFlaggedPost"

    console.run(work)


def test_a_user_who_may_not_see_the_queue(fake: FakeDiscourse, console: SiteConsole) -> None:
    fake.staff = False
    number = fake.post("x")
    fake.flag(number)
    assert "reviewable" not in console.pull()[number].facts
    info = console.check()
    assert info.warnings == ("discourse_not_staff",)
    assert {"hide", "block"} <= set(info.lacking)


def test_mentions(fake: FakeDiscourse, console: SiteConsole) -> None:
    public = fake.post("hello @brand")
    private = fake.post("psst @brand", topic=8)
    fake.private_topics.add(8)
    fake.mention(public)
    fake.mention(private)
    fake.mention(fake.post("not about us"), kind=5)
    found = console.pull()
    assert (found[public].relation, found[private].relation) == ("mention", "mention")
    assert "visibility" not in found[public].facts
    assert found[private].facts["visibility"] == "private"
    for n in range(20):
        fake.private_topics.add(100 + n)
        fake.mention(fake.post(f"@brand {n}", topic=100 + n))
    later: dict[str, IncomingComment] = {}
    for _ in range(4):
        later |= console.pull()
    assert sum(one.relation == "mention" for one in later.values()) >= 20


def test_what_changes_behind_the_newest(fake: FakeDiscourse, console: SiteConsole) -> None:
    made = [fake.post(f"{n}") for n in range(240)]

    async def work(connector: Connector) -> None:
        await console.drain(connector)
        fake.edit(made[10], "edited")
        fake.posts[int(made[11])]["hidden"] = True
        fake.posts[int(made[12])]["deleted_at"] = stamp(EPOCH)
        del fake.posts[int(made[13])]
        fake.posts[int(made[14])]["topic_id"] = 8
        fake.private_topics.add(8)
        seen: dict[str, IncomingComment] = {}
        for _ in range(12):
            seen |= await console.drain(connector)
        assert seen.keys() == set(made[10:14])
        assert (seen[made[10]].text, seen[made[10]].facts["version"]) == ("edited", 2)
        assert seen[made[11]].hidden
        assert [seen[one].gone for one in made[12:14]] == [True, True]

    console.run(work)


def test_recheck(fake: FakeDiscourse, console: SiteConsole) -> None:
    here, deleted, erased = (fake.post("x") for _ in range(3))
    waiting, settled = fake.queue("a"), fake.queue("b")
    fake.posts[int(deleted)]["deleted_at"] = stamp(EPOCH)
    del fake.posts[int(erased)]
    fake.reviewables[int(settled.removeprefix("review-"))]["status"] = 1
    asked = [here, deleted, erased, waiting, settled, "nonsense"]
    found = console.run(lambda c: c.recheck(asked))
    assert set(found) == set(asked[:5])
    assert [one is None for one in (found[erased], found[settled], found[waiting])] == [True, True, False]
    assert [one.gone for one in (found[here], found[deleted]) if one] == [False, True]


@pytest.mark.parametrize("path", [LATEST, "/review.json", "/notifications.json", "/session/current.json"])
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Answer(status=502, body=b"<html>"), Transient),
        (Answer(body={"latest_posts": [{"id": 1}]}, cut=9), Transient),
        (Answer(reset=True), Transient),
        (refuse(429, "rate_limit", extras={"wait_seconds": 29.2}), RateLimited),
    ],
    ids=["outage", "cut", "reset", "limited"],
)
def test_a_failure_anywhere_changes_nothing(
    fake: FakeDiscourse, console: SiteConsole, path: str, fault: Answer, kind: type[Exception]
) -> None:
    number = fake.post("one")
    fake.server.inject(path, fault)
    with pytest.raises(kind) as caught:
        console.pull()
    if kind is RateLimited:
        assert isinstance(caught.value, RateLimited)
        assert caught.value.retry_at == console.clock.now() + 30
    assert list(console.pull()) == [number]


def test_a_wrong_key(fake: FakeDiscourse, console: SiteConsole) -> None:
    console.secret = "wrong"
    for ask in (console.check, console.pull):
        with pytest.raises(AuthExpired) as caught:
            ask()
        assert caught.value.code == "bad_credentials"
    assert not fake.server.requests("/posts.json")[0].query


def test_a_key_for_some_routes(fake: FakeDiscourse, console: SiteConsole) -> None:
    fake.session = False
    mine = fake.post("we", user=ME)
    info = console.check()
    assert (info.handle, info.warnings) == (USER, ("discourse_key_for_some",))
    assert console.pull()[mine].ours


def test_no_forum_there(fake: FakeDiscourse, console: SiteConsole) -> None:
    fake.server.inject("/session/current.json", Answer(status=404))
    fake.server.inject(LATEST, Answer(status=404, body=b"<html>"))
    with pytest.raises(Invalid) as caught:
        console.pull()
    assert caught.value.code == "discourse_no_forum"


def test_the_same_page_again_and_again(fake: FakeDiscourse, console: SiteConsole) -> None:
    made = [fake.post(f"{n}") for n in range(120)]
    page = Answer(body={"latest_posts": [fake.posts[int(one)] for one in reversed(made[-50:])]})
    fake.server.inject(LATEST, *[page] * 30)
    assert console.pull().keys() == set(made[-50:])
    assert [one["code"] for one in console.warnings] == ["paging_loop"]
    assert len(fake.server.requests(LATEST)) < 6


@pytest.mark.parametrize(
    "text", ["42", "{}", '{"k":"wordpress","v":1}', '{"k":"discourse","v":1,"walk":[1]}']
)
def test_a_foreign_cursor_is_refused(console: SiteConsole, text: str) -> None:
    console.cursor = text
    with pytest.raises(Invalid) as caught:
        console.pull()
    assert caught.value.code == "bad_cursor"


def test_cursors_keep_what_they_hold() -> None:
    full = Cursor(3, 9, Walk(4, 9, 5, 2, True, 1), 7, 6)
    assert parse(full.dump()) == full
    assert parse(Cursor().dump()) == Cursor()


def test_quotes_and_pictures() -> None:
    nested = '<p>a &amp; b<br/></p><aside class="quote"><aside class="onebox">x</aside>y</aside><p>c</p><aside>kept</aside>'
    assert without_quotes(nested) == "<p>a &amp; b<br/></p><p>c</p><aside>kept</aside>"
    assert without_quotes('<aside class="quote">never closed') == ""
    assert pictures('<video width="9"></video><img class="avatar" src="x">') == [
        {"kind": "video", "width": 9}
    ]


_STEP = st.one_of(
    st.tuples(st.just("new"), st.integers(1, 80), st.just(0)),
    st.tuples(st.just("delete"), st.integers(0, 400), st.just(0)),
    st.tuples(st.just("pull"), st.booleans(), st.booleans()),
    st.tuples(st.just("fault"), st.integers(0, 2), st.just(0)),
)


@settings(
    max_examples=12,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(_STEP, max_size=14), windowed=st.booleans())
def test_whatever_happens_nothing_is_lost(
    fake: FakeDiscourse, steps: list[tuple[Any, ...]], windowed: bool
) -> None:
    """Arrivals and deletions between pulls, pages lost before they were stored, restarts and faults in any order."""
    fake.posts.clear()
    fake.serial = 0
    fake.windowed = windowed
    console = console_of(fake)
    stored: dict[str, IncomingComment] = {}

    async def play(connector: Connector) -> None:
        nonlocal steps
        while steps:
            (what, one, two), steps = steps[0], steps[1:]
            if what == "new":
                for _ in range(one):
                    fake.post("x")
            elif what == "delete" and fake.posts:
                fake.posts[list(fake.posts)[one % len(fake.posts)]]["deleted_at"] = stamp(EPOCH)
            elif what == "fault":
                faults = (Answer(status=503), Answer(reset=True), Answer(body={}, cut=1))
                fake.server.inject(LATEST, faults[one])
            elif what == "pull":
                try:
                    page = await connector.pull(console.cursor)
                except Transient:
                    continue
                if one:  # stored together with its cursor; otherwise the process ended before
                    console.cursor = page.cursor
                    stored.update((c.remote_id, c) for c in page.comments)
                if two:
                    return  # a restart

    while steps:
        console.run(play)
    fake.server._faults.clear()
    for _ in range(2):  # the walk that was under way, and what came meanwhile
        stored.update(console.pull())
    there = {str(n) for n, one in fake.posts.items() if not one["deleted_at"]}
    assert {one for one, comment in stored.items() if not comment.gone} >= there
