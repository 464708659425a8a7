"""Sessions on the real network: app passwords, expiry, refresh races, rate limits and the outage mode."""

from __future__ import annotations

import asyncio

import pytest

from console.connectors.bluesky.connector import BlueskyConnector
from console.connectors.bluesky.session import Tokens
from console.connectors.sessions import MemorySessionStore
from console.domain.errors import AuthExpired, RateLimited, Transient
from console.domain.vocabulary import ActionKind
from tests.servers.bluesky_console import Console
from tests.servers.network import BlueskyNetwork

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]


def kept(console: Console) -> Tokens:
    tokens = Tokens.parse(console.sessions.load())
    assert tokens is not None
    return tokens


def expire(network: BlueskyNetwork, console: Console) -> Tokens:
    """The console's stored access token ran out an hour ago."""
    tokens = kept(console)
    aged = network.expired({"accessJwt": tokens.access})["accessJwt"]
    console.sessions.save({**tokens.dump(), "access": aged})
    return tokens


def test_app_password_session(bluesky: BlueskyNetwork) -> None:
    brand = bluesky.create_account("brand")
    console = Console.of(bluesky, brand)
    info = console.run(lambda c: c.check())
    assert (info.remote_id, info.handle, info.warnings) == (brand["did"], brand["handle"], ())
    first = kept(console)
    console.secret = None  # from here on the stored session has to do
    assert console.run(lambda c: c.check()).remote_id == brand["did"]
    assert kept(console) == first


def test_the_main_password_is_warned_about(bluesky: BlueskyNetwork) -> None:
    brand = bluesky.create_account("brand")
    console = Console(bluesky.pds, "@" + brand["handle"].upper(), brand["password"])
    assert console.run(lambda c: c.check()).warnings == ("bluesky_main_password",)


def test_wrong_and_revoked_passwords(bluesky: BlueskyNetwork) -> None:
    brand = bluesky.create_account("brand")
    for secret in ("wrong", None):
        with pytest.raises(AuthExpired):
            Console(bluesky.pds, brand["handle"], secret).run(lambda c: c.check())
    name = "to-be-revoked"
    console = Console(bluesky.pds, brand["handle"], bluesky.app_password(brand, name))
    console.run(lambda c: c.check())
    bluesky.revoke_app_password(brand, name)
    expire(bluesky, console)
    with pytest.raises(AuthExpired) as caught:
        console.run(lambda c: c.check())
    assert caught.value.code == "bad_credentials"


def test_an_expired_token_is_refreshed_once_by_many_calls(bluesky: BlueskyNetwork) -> None:
    brand = bluesky.create_account("brand")
    console = Console.of(bluesky, brand)
    console.run(lambda c: c.check())
    before = expire(bluesky, console)
    console.secret = None

    class Counting(MemorySessionStore):
        saves = 0

        def save(self, session: dict[str, object]) -> None:
            self.saves += 1
            super().save(session)

    store = Counting(console.sessions.load())
    console.sessions = store

    async def many(connector: BlueskyConnector) -> None:
        await asyncio.gather(*(connector.check() for _ in range(10)))

    console.run(many)
    assert store.saves == 1
    assert kept(console).refresh != before.refresh


def test_two_processes_refresh_at_the_same_time(bluesky: BlueskyNetwork) -> None:
    brand = bluesky.create_account("brand")
    console = Console.of(bluesky, brand)
    console.run(lambda c: c.check())
    expire(bluesky, console)
    console.secret = None

    async def race() -> None:
        window, command_line = console.connector(), console.connector()
        await asyncio.gather(window.check(), command_line.check())
        await asyncio.gather(window.check(), command_line.check())
        await window.close()
        await command_line.close()

    asyncio.run(race())
    assert console.run(lambda c: c.check()).remote_id == brand["did"]


def test_a_dead_refresh_token_needs_the_app_password(bluesky: BlueskyNetwork) -> None:
    brand = bluesky.create_account("brand")
    console = Console.of(bluesky, brand)
    console.run(lambda c: c.check())
    expire(bluesky, console)
    console.sessions.save({**kept(console).dump(), "refresh": "h.e30.x"})
    secret, console.secret = console.secret, None
    with pytest.raises(AuthExpired):
        console.run(lambda c: c.check())
    console.secret = secret
    assert console.run(lambda c: c.check()).remote_id == brand["did"]


def test_an_expired_token_does_not_lose_a_reply(bluesky: BlueskyNetwork) -> None:
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "kettle")
    comment = bluesky.reply_as(fan, post, "leaks")
    bluesky.settle()
    console = Console.of(bluesky, brand)
    console.run(lambda c: c.check())
    expire(bluesky, console)
    console.perform(console.request(ActionKind.REPLY, comment, post, text="Sorry"))
    assert len(bluesky.replies_of(brand["did"], comment["uri"])) == 1


def test_real_rate_limits(bluesky_limited: BlueskyNetwork) -> None:
    brand = bluesky_limited.create_account("brand")
    console = Console.of(bluesky_limited, brand)
    for _ in range(30):
        bluesky_limited.request(
            "POST", "com.atproto.server.createSession", json={"identifier": brand["handle"], "password": "no"}
        )
    with pytest.raises(RateLimited) as caught:
        console.run(lambda c: c.check())
    assert caught.value.retry_at is not None
    assert 0 < caught.value.retry_at - console.clock.now() <= 300


def test_the_headers_of_the_real_service_are_understood(bluesky_limited: BlueskyNetwork) -> None:
    brand = bluesky_limited.create_account("brand")
    console = Console.of(bluesky_limited, brand)

    async def use(connector: BlueskyConnector) -> None:
        await connector.check()
        budget = connector._session.budget
        bucket = budget.bucket("/xrpc/com.atproto.server.getSession")
        assert bucket is not None
        assert 0 < bucket.remaining <= bucket.limit
        assert 0 <= bucket.reset_at - console.clock.now() <= 300

    console.run(use)


def test_outage_of_the_views(bluesky_outage: BlueskyNetwork) -> None:
    """The account works, every view answers 502: nothing moves, nothing is lost, nothing is sent."""
    brand = bluesky_outage.create_account("brand")
    post = bluesky_outage.create_post(brand, "kettle")
    console = Console.of(bluesky_outage, brand)
    assert console.run(lambda c: c.check()).warnings == ("bluesky_views_away",)
    for _ in range(2):
        with pytest.raises(Transient) as caught:
            console.run(lambda c: c.pull(None))
        assert caught.value.params["status"] == 502
    own = console.request(ActionKind.REPLY, post, text="hello")
    with pytest.raises(Transient):
        console.perform(own)
    assert console.reconcile(own).state == "not_done"  # the repository itself still answers
    assert bluesky_outage.replies_of(brand["did"], post["uri"]) == []
    with pytest.raises(Transient):
        console.run(lambda c: c.recheck([post["uri"]]))
