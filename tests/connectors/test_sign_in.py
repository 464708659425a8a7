"""Signing in by the browser, and the tokens it gives: one answer, one refresh, kept before they are used."""

from __future__ import annotations

import asyncio

import pytest

from console.connectors.oauth import Pkce, ask_in_browser, authorize_url
from console.connectors.sessions import MemorySessionStore
from console.connectors.tokens import TokenKeeper, Tokens
from console.domain.errors import (
    AuthExpired,
    EnvironmentFailure,
    ForbiddenByPlatform,
    KeyringUnavailable,
    Transient,
)
from tests.support.faultserver import TestClock
from tests.support.person import Person


def page(redirect: str, state: str) -> str:
    return authorize_url("https://example.org/authorize", redirect_uri=redirect, state=state)


def test_the_answer_to_this_sign_in_alone_counts() -> None:
    person = Person(
        lambda asked: [
            f"{asked['redirect_uri']}?code=evil&state=wrong",
            asked["redirect_uri"].replace("/cb", "/favicon.ico"),
            f"{asked['redirect_uri']}?code=good&state={asked['state']}",
        ]
    )
    fields, redirect = asyncio.run(ask_in_browser(person, page, patience=20))
    person.done()
    assert fields["code"] == "good"
    assert redirect.startswith("http://127.0.0.1:")
    assert [status for status, _ in person.pages] == [404, 404, 200]
    assert "close this page" in person.pages[-1][1]


def test_a_person_who_says_no_is_believed() -> None:
    person = Person(lambda asked: [f"{asked['redirect_uri']}?error=access_denied&state={asked['state']}"])
    with pytest.raises(ForbiddenByPlatform, match="sign_in_refused"):
        asyncio.run(ask_in_browser(person, page, patience=20))
    person.done()


def test_nobody_comes_back_and_the_port_may_be_taken() -> None:
    with pytest.raises(AuthExpired, match="sign_in_timeout"):
        asyncio.run(ask_in_browser(Person(lambda _asked: []), page, patience=0.2))

    async def taken() -> None:
        server = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            await ask_in_browser(Person(lambda _asked: []), page, port=port)

    with pytest.raises(EnvironmentFailure, match="port_taken"):
        asyncio.run(taken())


def test_a_challenge_hides_its_verifier() -> None:
    one, two = Pkce.new(), Pkce.new()
    assert one != two
    assert one.verifier not in one.challenge
    assert 43 <= len(one.verifier) <= 128


def test_many_callers_share_one_refresh_and_it_is_kept_first() -> None:
    clock, store = TestClock(), MemorySessionStore()
    renewals: list[str] = []

    async def renew(old: Tokens) -> Tokens:
        renewals.append(old.refresh)
        await asyncio.sleep(0)
        return Tokens("me", f"access{len(renewals)}", f"refresh{len(renewals)}", clock.now() + 3600)

    async def go() -> None:
        keeper = TokenKeeper(Tokens("me", "", "refresh0"), store, clock, renew)
        got = await asyncio.gather(*(keeper.tokens() for _ in range(8)))
        assert {one.access for one in got} == {"access1"}
        assert (store.load() or {})["refresh"] == "refresh1"
        assert (await keeper.after_refusal("access1")).access == "access2"
        assert renewals == ["refresh0", "refresh1"]
        # Another process finds what this one kept, and uses no dead refresh token.
        other = TokenKeeper(Tokens("me", "", "refresh0"), store, clock, renew)
        assert (await other.tokens()).access == "access2"
        stranger = TokenKeeper(Tokens("somebody", "", "theirs"), store, clock, renew)
        assert (await stranger.tokens()).access == "access3"
        assert renewals[-1] == "theirs"

    asyncio.run(go())


def test_tokens_are_renewed_before_their_end_and_a_dead_sign_in_is_said() -> None:
    clock = TestClock()

    async def renew(old: Tokens) -> Tokens:
        return Tokens("me", "new", "", clock.now() + 3600)

    async def go() -> None:
        keeper = TokenKeeper(Tokens("me", "old", "r", clock.now() + 30), MemorySessionStore(), clock, renew)
        found = await keeper.tokens()
        assert (found.access, found.refresh) == ("new", "r")  # a refresh token that does not rotate is kept
        fixed = TokenKeeper(Tokens("me", "pasted"), MemorySessionStore(), clock, None)
        assert (await fixed.tokens()).access == "pasted"
        with pytest.raises(AuthExpired):
            await fixed.after_refusal("pasted")

    asyncio.run(go())


def test_a_sign_in_done_again_does_not_fail_for_the_dead_one_that_is_kept() -> None:
    tried: list[str] = []

    async def renew(old: Tokens) -> Tokens:
        tried.append(old.refresh)
        if old.refresh == "dead":
            raise AuthExpired("revoked")
        return Tokens("me", "alive", "next")

    kept = MemorySessionStore(Tokens("me", "stale", "dead").dump())
    keeper = TokenKeeper(Tokens("me", "", "again"), kept, TestClock(), renew)
    assert asyncio.run(keeper.after_refusal("stale")).access == "alive"
    assert tried == ["dead", "again"]
    assert (kept.load() or {})["refresh"] == "next"
    dead = TokenKeeper(Tokens("me", "", "dead"), MemorySessionStore(), TestClock(), renew)
    with pytest.raises(AuthExpired, match="revoked"):
        asyncio.run(dead.tokens())


def test_a_keyring_that_is_away_costs_no_sign_in() -> None:
    class Away(MemorySessionStore):
        def save(self, session: dict[str, object]) -> None:
            raise KeyringUnavailable("no_keyring")

    async def renew(old: Tokens) -> Tokens:
        return Tokens("me", "new", "r2")

    keeper = TokenKeeper(Tokens("me", "", "r"), Away(), TestClock(), renew)
    assert asyncio.run(keeper.tokens()).access == "new"


def test_tokens_that_hold_are_renewed_when_due_and_a_failure_costs_nothing() -> None:
    clock, store, day = TestClock(), MemorySessionStore(), 86_400
    renewals: list[str] = []
    broken = [True]

    async def renew(old: Tokens) -> Tokens:
        renewals.append(old.access)
        if broken[0]:
            raise Transient("offline")
        return Tokens("me", "second", "second", clock.now() + 60 * day, issued_at=clock.now())

    def due(held: Tokens, now: int) -> bool:
        old = now - (held.issued_at or now) >= day
        return old and (held.expires_at is None or held.expires_at - now <= 10 * day)

    async def go() -> None:
        keeper = TokenKeeper(Tokens("me", "first", "first"), store, clock, renew, due=due)
        assert (await keeper.tokens()).access == "first"
        assert (store.load() or {})[
            "issued_at"
        ] == clock.now()  # first seen: a new process goes on from there
        clock.ahead = day - 10
        assert (await keeper.tokens()).access == "first"
        assert renewals == []
        clock.ahead += 3700
        assert (await keeper.tokens()).access == "first"  # it failed, and what is held goes on
        broken[0] = False
        assert (await keeper.tokens()).access == "first"  # not twice within the hour
        assert renewals == ["first"]
        clock.ahead += 3700
        got = await asyncio.gather(*(keeper.tokens() for _ in range(5)))
        assert {one.access for one in got} <= {"first", "second"}  # the old ones hold meanwhile
        assert (store.load() or {})["access"] == "second"
        assert renewals == ["first", "first"]
        clock.ahead += 30 * day
        assert (await keeper.tokens()).access == "second"
        other = TokenKeeper(Tokens("me", "first", "first"), store, clock, renew, due=due)
        assert (await other.tokens()).access == "second"
        assert renewals == ["first", "first"]

    asyncio.run(go())
