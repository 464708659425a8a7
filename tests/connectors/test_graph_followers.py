"""Followers of authors on Instagram and Threads: who is asked for, how often, and what a refusal changes: nothing else."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from console.connectors.graph import followers
from console.connectors.instagram.spec import FACEBOOK
from console.domain.comment import IncomingComment
from console.domain.ports import Connector
from tests.support.faultserver import Answer
from tests.support.graph_desk import FixedClock, drain, run, warned
from tests.support.graph_server import GONE, refuse
from tests.support.instagram_server import ME, NAME, PAGE_TOKEN, FakeInstagram, fake_instagram
from tests.support.threads_server import TOKEN, FakeThreads, fake_threads

T = TypeVar("T")
Fake = FakeInstagram | FakeThreads
IG = f"/v26.0/{ME}"
LOOKUP = "/v1.0/profile_lookup"
HOUR = 3600


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def insta() -> Iterator[FakeInstagram]:
    with fake_instagram() as running:
        running.facebook = True
        running.scopes.append("instagram_manage_insights")
        yield running


@pytest.fixture
def threads() -> Iterator[FakeThreads]:
    with fake_threads() as running:
        running.scopes.append("threads_profile_discovery")
        yield running


@pytest.fixture(params=["instagram", "threads"])
def fake(request: pytest.FixtureRequest) -> Fake:
    found: Fake = request.getfixturevalue("insta" if request.param == "instagram" else "threads")
    return found


def use(fake: Fake, clock: FixedClock, go: Callable[[Connector], Awaitable[T]]) -> T:
    if isinstance(fake, FakeThreads):
        return run("threads", fake.server.url, go, secret=TOKEN, clock=clock)
    options = {"login": FACEBOOK}
    return run("instagram", fake.server.url, go, secret=PAGE_TOKEN, clock=clock, options=options)


def say(fake: Fake, post: str, author: str) -> str:
    return (
        fake.reply(post, "x", author)
        if isinstance(fake, FakeThreads)
        else fake.comment(post, "x", author=author)
    )


def asked(fake: Fake) -> list[str]:
    """The names that were asked for, in order."""
    if isinstance(fake, FakeThreads):
        return [seen.query["username"][0] for seen in fake.server.requests(LOOKUP)]
    fields = [seen.query["fields"][0] for seen in fake.server.requests(IG)]
    return [one.partition("(")[2].partition(")")[0] for one in fields if one.startswith("business_discovery")]


def numbers(comments: list[IncomingComment]) -> dict[str, int | None]:
    return {one.author.handle: one.author.followers for one in comments}


def path(fake: Fake) -> str:
    return LOOKUP if isinstance(fake, FakeThreads) else IG


def test_who_is_known_has_a_number_and_is_asked_for_once(fake: Fake, clock: FixedClock) -> None:
    post = fake.post()
    fake.followers = {"ann": 1200, "bob": 0}
    for author in ("ann", "bob", "jane", "ann", NAME):
        say(fake, post, author)

    async def go(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        assert numbers(comments) == {"ann": 1200, "bob": 0, "jane": None, NAME: None}
        assert warned(pages) == []
        assert sorted(asked(fake)) == ["ann", "bob", "jane"]  # ourselves never, nobody twice
        say(fake, post, "ann")
        say(fake, post, "jane")
        comments, cursor, _ = await drain(connector, cursor)
        assert numbers(comments)["ann"] == 1200
        assert len(asked(fake)) == 3
        clock.ahead += 25 * HOUR
        fake.followers["ann"] = 1300
        say(fake, post, "ann")
        say(fake, post, "jane")
        comments, cursor, _ = await drain(connector, cursor)
        assert numbers(comments)["ann"] == 1300
        assert "jane" not in asked(fake)[3:]  # who was not told of is let be for a week

    use(fake, clock, go)


def test_a_pull_asks_for_a_few_and_an_hour_for_some(fake: Fake, clock: FixedClock) -> None:
    post = fake.post()
    names = [f"user{number}" for number in range(70)]
    fake.followers = dict.fromkeys(names, 5)
    for name in names:
        say(fake, post, name)

    async def go(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        found = [name for name, number in numbers(comments).items() if number == 5]
        assert (
            len(found) == len(asked(fake)) == followers.PER_PAGE * len([one for one in pages if one.comments])
        )
        assert names[-1] in found  # the newest first
        for _ in range(30):
            say(fake, post, names[0])  # the post moves, so what stands below it comes by again
            _, cursor, _ = await drain(connector, cursor)
        assert len(asked(fake)) == followers.PER_HOUR
        clock.ahead += HOUR
        say(fake, post, names[0])
        await drain(connector, cursor)
        assert len(asked(fake)) > followers.PER_HOUR

    use(fake, clock, go)


def test_only_with_budget_to_spare(fake: Fake, clock: FixedClock) -> None:
    post = fake.post()
    fake.followers = {"ann": 7}
    say(fake, post, "ann")
    fake.usage = {"x-app-usage": json.dumps({"call_count": 60, "total_time": 1, "total_cputime": 1})}

    async def go(connector: Connector) -> None:
        comments, cursor, _ = await drain(connector)
        assert (numbers(comments), asked(fake)) == ({"ann": None}, [])
        fake.usage = {"x-app-usage": json.dumps({"call_count": 20, "total_time": 1, "total_cputime": 1})}
        clock.ahead += 400
        say(fake, post, "ann")
        comments, _, _ = await drain(connector, cursor)
        assert numbers(comments) == {"ann": 7}

    use(fake, clock, go)


def test_without_the_permission_nobody_is_asked_for_and_nothing_is_said(
    fake: Fake, clock: FixedClock
) -> None:
    lacked = fake.scopes.pop()
    fake.followers = {"ann": 7}
    say(fake, fake.post(), "ann")

    async def go(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert (numbers(comments), warned(pages), asked(fake)) == ({"ann": None}, [], [])
        info = await connector.check()
        assert info.lacking["followers"] == lacked
        assert lacked not in info.warnings

    use(fake, clock, go)


@pytest.mark.parametrize(
    ("trouble", "rest"),
    [
        (refuse(10, status=403), 24 * HOUR),
        (refuse(4, status=400), 600),
        (refuse(190, 463, status=401), 24 * HOUR),
        (Answer(status=404, body=b"nothing here"), 24 * HOUR),
        (Answer(status=500, body=b"oh"), 600),
        (Answer(body={"data": []}, cut=3), 600),
        (Answer(reset=True), 600),
    ],
)
def test_a_refusal_ends_it_for_a_while_and_loses_no_comment(
    fake: Fake, clock: FixedClock, trouble: Answer, rest: int
) -> None:
    post = fake.post()
    fake.followers = {"ann": 7, "bob": 8}
    said = {say(fake, post, "ann"), say(fake, post, "bob")}
    fake.server.inject(path(fake), trouble, trouble)

    async def go(connector: Connector) -> None:
        comments, cursor, pages = await drain(connector)
        assert {one.remote_id for one in comments} == said
        assert (set(numbers(comments).values()), warned(pages)) == ({None}, [])
        first = len(asked(fake))
        assert first <= 2
        say(fake, post, "ann")
        _, cursor, _ = await drain(connector, cursor)
        assert len(asked(fake)) == first
        fake.server._faults.clear()
        clock.ahead += rest + 1
        say(fake, post, "ann")
        comments, _, _ = await drain(connector, cursor)
        assert numbers(comments)["ann"] == 7

    use(fake, clock, go)


def test_refusals_of_single_people_end_it_only_in_the_long_run(
    threads: FakeThreads, clock: FixedClock
) -> None:
    post = threads.post()
    for number in range(45):
        say(threads, post, f"small{number}")

    async def go(connector: Connector) -> None:
        _, cursor, _ = await drain(connector)
        for _ in range(6):
            say(threads, post, "small0")
            _, cursor, _ = await drain(connector, cursor)
        assert len(asked(threads)) == 20

    use(threads, clock, go)


def test_people_without_a_professional_account_end_nothing(insta: FakeInstagram, clock: FixedClock) -> None:
    post = insta.post()
    insta.followers = {"shop": 9}
    say(insta, post, "shop")
    for number in range(30):
        say(insta, post, f"person{number}")

    async def go(connector: Connector) -> None:
        comments, cursor, _ = await drain(connector)
        for _ in range(5):
            say(insta, post, NAME)
            comments, cursor, _ = await drain(connector, cursor)
        assert len(asked(insta)) == 31
        assert numbers(comments)["shop"] == 9

    use(insta, clock, go)


def test_the_sign_in_by_instagram_has_no_such_request(insta: FakeInstagram, clock: FixedClock) -> None:
    insta.facebook = False
    say(insta, insta.post(), "ann")

    async def go(connector: Connector) -> Any:
        comments, _, _ = await drain(connector)
        return numbers(comments), (await connector.check()).lacking

    found, lacking = run("instagram", insta.server.url, go, secret=PAGE_TOKEN, clock=clock)
    assert (found, asked(insta)) == ({"ann": None}, [])
    assert "followers" not in lacking


@pytest.mark.parametrize("name", ["a){id}", "ann,followers", "Ö", "a" * 31, "a b", ""])
def test_a_name_that_is_none_is_never_asked_for(insta: FakeInstagram, clock: FixedClock, name: str) -> None:
    say(insta, insta.post(), name)
    use(insta, clock, drain)
    assert asked(insta) == []


def test_an_answer_about_somebody_else_is_not_believed(fake: Fake, clock: FixedClock) -> None:
    say(fake, fake.post(), "ann")
    number = {"followers_count": 3, "follower_count": 3, "username": "someone"}
    fake.server.inject(path(fake), Answer(body={**number, "business_discovery": number}))
    comments, _, _ = use(fake, clock, drain)
    assert numbers(comments) == {"ann": None}


def test_gone_ourselves_is_no_reason_to_go_on(insta: FakeInstagram, clock: FixedClock) -> None:
    """A server that does not know the request at all, as recorded answers do not, is not asked for everybody."""
    post = insta.post()
    for number in range(60):
        say(insta, post, f"person{number}")
    insta.server.inject(IG, *[GONE] * 60)
    comments, _, pages = use(insta, clock, drain)
    assert len(comments) == 60
    assert warned(pages) == []
    assert len(asked(insta)) <= 20
