"""Pulls from a WordPress site: paging while it changes, what is told again and what is not, failures, the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from console.connectors.wordpress.cursor import Cursor, Walk, parse
from console.connectors.wordpress.pull import _RECOUNT
from console.domain.comment import IncomingComment
from console.domain.errors import AuthExpired, Invalid, RateLimited, Transient
from console.domain.ports import Connector
from tests.servers.site_console import SiteConsole
from tests.support.desk import FixedClock
from tests.support.faultserver import Answer
from tests.support.wordpress_server import (
    COMMENTS,
    EPOCH,
    PASSWORD,
    USER,
    FakeWordPress,
    fake_wordpress,
    refuse,
)


@pytest.fixture
def fake() -> Iterator[FakeWordPress]:
    with fake_wordpress() as running:
        yield running


@pytest.fixture
def console(fake: FakeWordPress) -> SiteConsole:
    return SiteConsole("wordpress", fake.server.url, USER, PASSWORD, clock=FixedClock(EPOCH + 50_000))


def test_a_whole_site_and_then_nothing_again(fake: FakeWordPress, console: SiteConsole) -> None:
    made = {fake.comment(f"comment {n}", ("approved", "hold", "spam")[n % 3]) for n in range(450)}
    fake.comment("thrown away", "trash")

    async def work(connector: Connector) -> None:
        found = await console.drain(connector)
        assert {one for one, comment in found.items() if not comment.gone} == made
        assert await console.drain(connector) == {}
        new = fake.comment("new")
        assert list(await console.drain(connector)) == [new]

    console.run(work)
    again = console.pull()  # a new process: what it reads first it tells again, and the intake knows it
    assert {one for one, comment in again.items() if not comment.gone} <= fake.shown()
    assert "452" in again


def test_a_walk_goes_on_after_a_restart(fake: FakeWordPress, console: SiteConsole) -> None:
    made = {fake.comment(f"{n}") for n in range(730)}
    found: dict[str, IncomingComment] = {}
    for _ in range(20):  # a new process for every page
        page = console.run(lambda c: c.pull(console.cursor))
        console.cursor = page.cursor
        found.update((one.remote_id, one) for one in page.comments)
        if not page.more:
            break
    assert found.keys() == made
    assert parse(console.cursor).marks["all"] == 730


def test_comments_that_leave_the_list_shift_nothing_out_of_sight(
    fake: FakeWordPress, console: SiteConsole
) -> None:
    made = [fake.comment(f"{n}") for n in range(500)]
    moved = iter(sorted(made, key=int, reverse=True))

    def thirty_at_once() -> None:
        for _ in range(30):
            if (one := next(moved, None)) is not None and int(one) > 60:
                fake.set(one, "trash")

    fake.before_list = thirty_at_once
    requests = len(fake.server.seen)
    found = console.pull()
    assert len(fake.server.seen) - requests < 40
    left = {one for one in made if fake.status(one) != "trash"}
    assert left <= found.keys()


def test_comments_that_arrive_meanwhile(fake: FakeWordPress, console: SiteConsole) -> None:
    for n in range(350):
        fake.comment(f"{n}")
    fake.before_list = lambda: [fake.comment("meanwhile") for _ in range(25)] and None
    found = console.pull()
    fake.before_list = lambda: None
    found |= console.pull()
    assert found.keys() == fake.shown()


def test_what_the_site_counts_and_does_not_show(fake: FakeWordPress, console: SiteConsole) -> None:
    made = [fake.comment(f"{n}") for n in range(14)]
    fake.unreadable = {int(one) for one in made[:5]}
    assert console.pull().keys() == set(made[5:])
    assert console.warnings == [{"code": "incomplete", "said": 14, "got": 9, "list": "all"}]
    fake.unreadable = set()
    assert console.pull().keys() >= set(made[:5])
    assert console.warnings == []


def test_a_page_without_a_word_is_no_end(fake: FakeWordPress, console: SiteConsole) -> None:
    made = [fake.comment(f"{n}") for n in range(320)]
    fake.unreadable = {int(one) for one in made[100:220]}
    found = console.pull()
    assert found.keys() == {*made[:100], *made[220:]}
    assert console.warnings[0]["said"] == 320
    fake.unreadable = set()
    later: dict[str, IncomingComment] = {}
    for _ in range(_RECOUNT):  # below the mark: counted from end to end once more, and then no longer said
        later |= console.pull()
    assert set(made[100:220]) <= later.keys()
    assert console.warnings == []


def test_a_site_that_counts_nothing(fake: FakeWordPress, console: SiteConsole) -> None:
    fake.headers = False
    made = {fake.comment(f"{n}") for n in range(230)}
    assert console.pull().keys() == made


def test_a_site_that_gives_the_same_page_to_everything(fake: FakeWordPress, console: SiteConsole) -> None:
    fake.ignore, fake.page_size = True, 100
    for n in range(350):
        fake.comment(f"{n}", ("approved", "spam")[n % 2])
    found = console.pull()
    assert len(found) == 100
    assert {"paging_loop"} == {str(one["code"]) for one in console.warnings}
    assert len(fake.server.requests(COMMENTS)) < 12


def test_changes_on_the_site(fake: FakeWordPress, console: SiteConsole) -> None:
    made = [fake.comment(f"{n}") for n in range(300)]

    async def work(connector: Connector) -> None:
        await console.drain(connector)
        fake.set(made[3], "hold")
        fake.set(made[4], "spam")
        fake.set(made[5], "trash")
        del fake.comments[int(made[6])]
        fake.comments[int(made[7])]["content"]["raw"] = "edited"
        seen: dict[str, IncomingComment] = {}
        for _ in range(8):
            seen |= await console.drain(connector)
        assert seen.keys() == set(made[3:8])
        assert [seen[one].gone for one in made[3:8]] == [False, False, True, True, False]
        assert [seen[one].facts["status"] for one in made[3:5]] == ["hold", "spam"]
        assert seen[made[7]].text == "edited"

    console.run(work)


def test_the_newest_are_looked_at_in_every_pull(fake: FakeWordPress, console: SiteConsole) -> None:
    made = [fake.comment(f"{n}") for n in range(20)]

    async def work(connector: Connector) -> None:
        await console.drain(connector)
        fake.set(made[2], "trash")
        del fake.comments[int(made[19])]
        seen = await console.drain(connector)
        assert {one: comment.gone for one, comment in seen.items()} == {made[2]: True, made[19]: True}
        fake.set(made[2], "approved")
        seen = await console.drain(connector)
        assert {one: comment.gone for one, comment in seen.items()} == {made[2]: False}

    console.run(work)


def test_texts_and_authors(fake: FakeWordPress, console: SiteConsole) -> None:
    plain = fake.comment("one\r\ntwo &lt;3 <b>bold</b>", author_name="J&ouml;rg &amp; Co")
    bare = fake.comment("x", author_name="", author_email="")
    other = fake.comment("x", author_name="", author_email="")
    odd = {
        "id": 900,
        "content": {"rendered": "<p>a &#8217;quote&#8217;</p>"},
    }  # what a stripped-down answer holds
    fake.comments[900] = {**odd, "status": "approved", "parent": 0, "author": 0}
    late = fake.comment("x", date_gmt="2199-01-01T00:00:00")
    found = console.pull()
    assert (found[plain].text, found[plain].author.name) == ("one\ntwo <3 bold", "Jörg & Co")
    assert (found[bare].author.handle, found[bare].author.name) == ("Unknown", "")
    assert found[bare].author.remote_id != found[other].author.remote_id
    assert (found["900"].text, found["900"].post) == ("a ’quote’", None)
    assert found[late].posted_at == console.clock.now()
    assert all("mail.test" not in repr(one) for one in found.values())
    asked = fake.server.requests(COMMENTS)[0].query["_fields"][0]
    assert not {"author_ip", "author_user_agent", "author_avatar_urls"} & set(asked.split(","))


@pytest.mark.parametrize("path", [COMMENTS, "/wp-json/wp/v2/users/me"])
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Answer(status=502, body=b"<html>"), Transient),
        (Answer(body=[{"id": 1}], cut=4), Transient),
        (Answer(body=b"[not json"), Transient),
        (Answer(reset=True), Transient),
        (Answer(status=429, headers={"retry-after": "40"}), RateLimited),
        (refuse("incorrect_password", 401), AuthExpired),
    ],
    ids=["outage", "cut", "text", "reset", "limited", "password"],
)
def test_a_failure_anywhere_changes_nothing(
    fake: FakeWordPress, console: SiteConsole, path: str, fault: Answer, kind: type[Exception]
) -> None:
    number = fake.comment("one")
    fake.server.inject(path, fault)
    with pytest.raises(kind):
        console.pull()
    assert list(console.pull()) == [number]


def test_a_failure_in_the_middle_of_a_walk_loses_nothing(fake: FakeWordPress, console: SiteConsole) -> None:
    made = {fake.comment(f"{n}") for n in range(450)}

    async def work(connector: Connector) -> None:
        first = await connector.pull(None)
        console.cursor = first.cursor
        fake.server.inject(COMMENTS, refuse("incorrect_password", 401))
        with pytest.raises(AuthExpired):
            await connector.pull(console.cursor)
        rest = await console.drain(connector)
        assert {one.remote_id for one in first.comments} | rest.keys() == made

    console.run(work)


def test_a_page_that_was_not_stored_comes_again(fake: FakeWordPress, console: SiteConsole) -> None:
    for n in range(250):
        fake.comment(f"{n}")

    async def work(connector: Connector) -> None:
        lost = await connector.pull(None)
        again = await connector.pull(None)
        assert lost.comments == again.comments

    console.run(work)


@pytest.mark.parametrize("text", ["42", "{}", '{"k":"bluesky","v":1}', '{"k":"wordpress","v":1,"walk":[1]}'])
def test_a_foreign_cursor_is_refused(fake: FakeWordPress, console: SiteConsole, text: str) -> None:
    console.cursor = text
    with pytest.raises(Invalid) as caught:
        console.pull()
    assert caught.value.code == "bad_cursor"


def test_cursors_keep_what_they_hold() -> None:
    full = Cursor(
        3,
        {"all": 9},
        ("spam",),
        Walk("all", 90, 9, 2, 8, 10, 1),
        ("trash", 180),
        {"all": 10},
        {"spam": (3, 1)},
    )
    assert parse(full.dump()) == full
    assert parse(Cursor().dump()) == Cursor()


# ---------------------------------------------------------------------- places


def test_where_the_api_is(fake: FakeWordPress, console: SiteConsole) -> None:
    number = fake.comment("one")
    for link, root in (
        ('<{url}/api/>; rel="https://api.w.org/"', "/api"),
        (
            '<https://elsewhere.example/blog-api/>; rel="https://api.w.org/"',
            "/blog-api",
        ),  # its place, never its host
        ("", "/wp-json"),
        ('<{url}/index.php?rest_route=/>; rel="https://api.w.org/"', "/index.php"),
        ("", "/index.php"),
    ):
        fake.link, fake.root, console.cursor = link, root, None
        assert number in console.pull(), (link, root)
        assert console.check().handle == USER


def test_a_site_that_hides_its_users(fake: FakeWordPress, console: SiteConsole) -> None:
    fake.users = False
    number = fake.comment("one")
    assert console.check().warnings == ("wordpress_no_account",)
    assert number in console.pull()


def test_nothing_there(fake: FakeWordPress, console: SiteConsole) -> None:
    fake.link, fake.root = "", "/nowhere"
    with pytest.raises(Invalid) as caught:
        console.pull()
    assert caught.value.code == "wordpress_no_api"


# ---------------------------------------------------------------------- any order of things

_STEP = st.one_of(
    st.tuples(st.just("new"), st.integers(1, 60), st.sampled_from(["approved", "hold", "spam"])),
    st.tuples(st.just("move"), st.integers(0, 400), st.sampled_from(["approved", "hold", "spam", "trash"])),
    st.tuples(st.just("pull"), st.booleans(), st.booleans()),
    st.tuples(st.just("fault"), st.integers(0, 2), st.just("")),
)


@settings(
    max_examples=12,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(_STEP, max_size=14))
def test_whatever_happens_nothing_is_lost(fake: FakeWordPress, steps: list[tuple[Any, ...]]) -> None:
    """Arrivals and moves between pulls, pages lost before they were stored, restarts and faults in any order."""
    fake.comments.clear()
    console = SiteConsole("wordpress", fake.server.url, USER, PASSWORD, clock=FixedClock(EPOCH + 50_000))
    stored: dict[str, IncomingComment] = {}

    async def play(connector: Connector) -> None:
        nonlocal steps
        while steps:
            (what, one, two), steps = steps[0], steps[1:]
            if what == "new":
                for _ in range(one):
                    fake.comment("x", two)
            elif what == "move" and fake.comments:
                fake.set(str(list(fake.comments)[one % len(fake.comments)]), two)
            elif what == "fault":
                faults = (Answer(status=503), Answer(reset=True), Answer(body=[{}], cut=2))
                fake.server.inject(COMMENTS, faults[one])
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

    async def to_the_end(connector: Connector) -> None:
        for _ in range(8):
            stored.update(await console.drain(connector))

    console.run(to_the_end)
    assert {one for one, comment in stored.items() if not comment.gone} >= fake.shown()
    for number in fake.shown():
        assert stored[number].hidden is (fake.status(number) != "approved")
    trashed = {str(n) for n, one in fake.comments.items() if one["status"] == "trash"}
    assert all(stored[one].gone for one in trashed & stored.keys())
