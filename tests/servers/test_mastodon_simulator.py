"""Mastodon against a simulator (mastodon_mock, no real server): pulls, every action with its undo, sign-in, faults."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import asdict, replace
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener, urlopen

import pytest

from console.connectors.mastodon import connect, sign_in
from console.connectors.mastodon.connector import MastodonConnector
from console.connectors.oauth import Words
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.errors import AuthExpired, Gone, Invalid, RateLimited, Transient, Unsupported
from tests.servers.mastodon_simulator import MastodonSimulator
from tests.support.desk import drain, request
from tests.support.faultserver import TestClock

pytestmark = [pytest.mark.servers, pytest.mark.timeout(180)]

T = TypeVar("T")
_SERIAL = itertools.count(1)


class Brand:
    """A brand's and a stranger's account on the simulator, new for each test."""

    def __init__(self, server: MastodonSimulator) -> None:
        number = next(_SERIAL)
        self.server = server
        self.name, self.fan = f"brand{number}", f"fan{number}"
        self.us, self.them = server.user(self.name), server.user(self.fan)
        self.clock = TestClock()

    def run(self, use: Callable[[MastodonConnector], Awaitable[T]], **options: Any) -> T:
        """What ``use`` makes of a connector for the brand."""

        async def go() -> T:
            channel = Channel(ChannelId(1), "mastodon", "b", server=self.server.url, options=options)
            connector = connect(channel, self.us["access_token"], MemorySessionStore(), self.clock)
            try:
                return await use(connector)
            finally:
                await connector.close()

        return asyncio.run(go())

    def comment(self, text: str = "this leaks", **more: Any) -> IncomingComment:
        """A comment of the stranger under a new post of ours, pulled."""
        post = self.server.post(self.name, "Launch day")
        made = self.server.post(self.fan, f"@{self.name} {text}", in_reply_to_id=post["id"], **more)
        comments, _, _ = self.run(drain)
        return next(one for one in comments if one.remote_id == made["id"])


@pytest.fixture
def brand(mastodon_simulator: MastodonSimulator) -> Iterator[Brand]:
    yield Brand(mastodon_simulator)
    mastodon_simulator.calm()


def test_a_thread_comes_in_whole(brand: Brand) -> None:
    server = brand.server
    post = server.post(brand.name, "Launch day")
    one = server.post(brand.fan, f"@{brand.name} this leaks", in_reply_to_id=post["id"])
    two = server.post(brand.fan, "nobody was told of this", in_reply_to_id=one["id"])
    ours = server.post(brand.name, f"@{brand.fan} sorry", in_reply_to_id=one["id"])
    direct = server.post(brand.fan, f"@{brand.name} for you alone", visibility="direct")

    async def use(connector: MastodonConnector) -> None:
        info = await connector.check()
        assert (info.remote_id, info.handle) == (brand.us["id"], brand.name)
        comments, cursor, _ = await drain(connector)
        found = {comment.remote_id: comment for comment in comments}
        assert set(found) == {one["id"], two["id"], ours["id"], direct["id"]}
        assert found[one["id"]].text == f"@{brand.name} this leaks"
        assert [found[i["id"]].relation for i in (one, two, direct)] == ["comment", "comment", "mention"]
        assert found[ours["id"]].ours
        assert found[two["id"]].parent_remote_id == one["id"]
        there = found[two["id"]].post
        assert there is not None
        assert (there.remote_id, there.title) == (post["id"], "Launch day")
        assert found[direct["id"]].facts["visibility"] == "direct"
        assert found[one["id"]].author.handle == brand.fan
        assert (await drain(connector, cursor))[0] == []

    brand.run(use)


def test_paging_finds_every_notification(brand: Brand) -> None:
    for number in range(95):
        brand.server.post(brand.fan, f"@{brand.name} number {number}")

    async def use(connector: MastodonConnector) -> str:
        comments, cursor, _ = await drain(connector)
        assert len({one.remote_id for one in comments}) == len(comments) == 95
        return cursor

    cursor = brand.run(use)
    for number in range(3):
        brand.server.post(brand.fan, f"@{brand.name} later {number}")
    comments, _, _ = brand.run(lambda connector: drain(connector, cursor))
    assert len(comments) == 3


def test_a_reply_goes_once_and_comes_back(brand: Brand) -> None:
    target = brand.comment(visibility="unlisted")

    async def use(connector: MastodonConnector) -> None:
        intent = request("reply", target, brand.clock, text="Sorry. Write to https://example.org/help")
        assert (await connector.reconcile(intent)).state == "not_done"
        done = await connector.perform(intent)
        assert (await connector.perform(intent)).remote_id == done.remote_id
        made = brand.server.read(brand.name, f"/api/v1/statuses/{done.remote_id}")
        assert (made["in_reply_to_id"], made["visibility"]) == (target.remote_id, "unlisted")
        assert [one["acct"] for one in made["mentions"]] == [brand.fan]
        found = await connector.reconcile(intent)
        assert found.result is not None
        assert (found.state, found.result.remote_id) == ("done", done.remote_id)
        undo = request("delete", target, brand.clock, undo_of=asdict(done))
        assert not (await connector.perform(undo)).already
        assert (await connector.perform(undo)).already
        assert (await connector.reconcile(undo)).state == "done"
        with pytest.raises(Unsupported):
            await connector.perform(request("delete", target, brand.clock))
        with pytest.raises(Invalid):
            await connector.perform(request("reply", target, brand.clock, text="x" * 501))

    brand.run(use)


def test_like_block_mute_and_back(brand: Brand) -> None:
    target = brand.comment()

    async def use(connector: MastodonConnector) -> None:
        for action, undo in (("like", "unlike"), ("mute", "unmute"), ("block", "unblock")):
            intent, back = request(action, target, brand.clock), request(undo, target, brand.clock)
            assert (await connector.reconcile(intent)).state == "not_done"
            done = await connector.perform(intent)
            assert not done.already
            assert bool(done.details.get("until")) == (action == "mute")
            assert (await connector.perform(intent)).already
            assert (await connector.reconcile(intent)).state == "done"
            assert not (await connector.perform(back)).already
            assert (await connector.perform(back)).already
            assert (await connector.reconcile(back)).state == "done"

    brand.run(use, mute_hours=24)


def test_a_report_arrives(brand: Brand) -> None:
    target = brand.comment()
    done = brand.run(
        lambda connector: connector.perform(
            request("report", target, brand.clock, reason="spam", text="the fifth time")
        )
    )
    staff = brand.server.user(f"staff{next(_SERIAL)}", admin=True)
    report = brand.server.read(staff["username"], f"/api/v1/admin/reports/{done.remote_id}")
    assert (report["category"], report["comment"]) == ("spam", "the fifth time")
    assert [one["id"] for one in report["statuses"]] == [target.remote_id]


@pytest.mark.parametrize(
    ("does", "undoes", "state"), [("mute", "unmute", "silenced"), ("block", "unblock", "suspended")]
)
def test_staff_act_for_everybody(brand: Brand, does: str, undoes: str, state: str) -> None:
    """The simulator checks no role; who may is tried against the local server."""
    told = replace(brand.comment(), facts={"account_id": brand.them["id"], "staff": True})
    report = brand.run(lambda c: c.perform(request("report", told, brand.clock, reason="spam"))).remote_id
    staff = brand.server.user(f"staff{next(_SERIAL)}", admin=True)["username"]

    def seen(path: str) -> Any:
        return brand.server.read(staff, f"/api/v1/admin/{path}")

    async def use(connector: MastodonConnector) -> None:
        intent = request(does, told, brand.clock)
        done = await connector.perform(intent)
        assert seen(f"accounts/{brand.them['id']}")[state] is True
        assert seen(f"reports/{report}")["action_taken"] is True
        assert (await connector.perform(intent)).already
        assert (await connector.reconcile(intent)).state == "done"
        back = request(undoes, told, brand.clock, undo_of=asdict(done))
        assert (await connector.reconcile(back)).state == "not_done"
        await connector.perform(back)
        assert seen(f"accounts/{brand.them['id']}")[state] is False
        assert (await connector.reconcile(back)).state == "done"

    brand.run(use, staff=1)


def test_edits_and_deletions(brand: Brand) -> None:
    target = brand.comment()
    other = brand.comment("this too")
    brand.server.call("PUT", f"/api/v1/statuses/{target.remote_id}", brand.fan, {"status": "it is fine now"})
    brand.server.call("DELETE", f"/api/v1/statuses/{other.remote_id}", brand.fan)

    async def use(connector: MastodonConnector) -> None:
        found = await connector.recheck([target.remote_id, other.remote_id])
        assert found[other.remote_id] is None
        kept = found[target.remote_id]
        assert kept is not None
        assert kept.text == "it is fine now"
        assert kept.edited_at is not None
        with pytest.raises(Gone):
            await connector.perform(request("reply", other, brand.clock, text="hello"))

    brand.run(use)


def test_hashtags_are_watched(brand: Brand) -> None:
    tag = f"kettle{next(_SERIAL)}"
    hit = brand.server.post(brand.fan, f"look at my #{tag}")

    async def use(connector: MastodonConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert [(one.remote_id, one.facts["watch"], one.relation) for one in comments] == [
            (hit["id"], f"#{tag}", "mention")
        ]
        assert (await drain(connector, cursor))[0] == []

    brand.run(use, watches=[{"kind": "hashtag", "text": tag}])


@pytest.mark.parametrize(
    ("effect", "error"),
    [
        ({"type": "ratelimit"}, RateLimited),
        ({"type": "malformed"}, Transient),
        ({"type": "status", "status": 503}, Transient),
    ],
)
def test_faults_lose_nothing(brand: Brand, effect: dict[str, Any], error: type[Exception]) -> None:
    made = brand.server.post(brand.fan, f"@{brand.name} hello")
    brand.server.fault("/api/v1/notifications", **effect)

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(error):
            await connector.pull(None)

    brand.run(use)
    brand.server.calm()
    comments, _, _ = brand.run(drain)
    assert [one.remote_id for one in comments] == [made["id"]]


def test_the_stream_announces_news(brand: Brand) -> None:
    async def use(connector: MastodonConnector) -> None:
        async with asyncio.timeout(30), aclosing(connector.listen()) as news:
            first = asyncio.ensure_future(anext(news))
            number = 0
            while not first.done():  # until the server has noticed that somebody listens
                number += 1
                await asyncio.to_thread(brand.server.post, brand.fan, f"@{brand.name} news {number}")
                await asyncio.wait([first], timeout=0.5)
            assert await first is None

    brand.run(use)


def test_a_revoked_token_is_said(brand: Brand) -> None:
    brand.us["access_token"] = "nothing"
    with pytest.raises(AuthExpired):
        brand.run(lambda connector: connector.check())


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


class Person:
    """A browser with a person in it: opens the instance's page, presses Authorize, follows it back to us."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        self.threads: list[threading.Thread] = []
        self.asked: dict[str, list[str]] = {}

    def open(self, url: str) -> None:
        """As the system's browser: returns at once."""
        self.asked = parse_qs(urlsplit(url).query)
        self.threads.append(threading.Thread(target=self._press, args=(url,)))
        self.threads[-1].start()

    def _press(self, url: str) -> None:
        parts = urlsplit(url)
        fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
        fields["username"] = self._brand.name
        page = f"{parts.scheme}://{parts.netloc}{parts.path}"
        body = urlencode(fields)
        try:
            build_opener(_NoRedirect).open(Request(page, body.encode(), method="POST"), timeout=15).close()
        except HTTPError as error:
            with error:
                urlopen(error.headers["location"], timeout=15).close()


def test_signing_in_through_the_browser(brand: Brand) -> None:
    person = Person(brand)
    # The simulator asks for no proof of the key; that it is sent is seen, that it is right is tested elsewhere.
    granted = asyncio.run(sign_in(brand.server.url, {}, person, Words(), brand.clock))
    for thread in person.threads:
        thread.join(10)
    assert granted.handle == brand.name
    assert person.asked["redirect_uri"][0].startswith("http://127.0.0.1:")
    brand.us["access_token"] = granted.secret
    info = brand.run(lambda connector: connector.check())
    assert info.remote_id == granted.remote_id
    assert dict(info.lacking) == {}


def test_a_mention_survives_the_process(brand: Brand) -> None:
    made = brand.server.post(brand.fan, f"@{brand.name} hello")
    _, cursor, _ = brand.run(drain)
    brand.server.call("PUT", f"/api/v1/statuses/{made['id']}", brand.fan, {"status": "@nobody hi"})
    again = brand.run(lambda connector: connector.recheck([made["id"]]))
    kept = again[made["id"]]
    assert kept is not None
    assert replace(kept, facts={}).text == "@nobody hi"
    assert brand.run(lambda connector: drain(connector, cursor))[0] == []
