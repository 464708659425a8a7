"""Signing in to Mastodon through the browser: the app, the proof key where the instance knows it, what goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest

from console.connectors import registry
from console.connectors.mastodon import connect, sign_in
from console.connectors.mastodon.names import SCOPES, account_named, granted, lacking, normalise_server
from console.connectors.oauth import Words
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from console.domain.errors import AuthExpired, ConnectorError, ForbiddenByPlatform, UsageError
from console.domain.ports import AccountInfo
from tests.support.faultserver import Answer, TestClock
from tests.support.mastodon_server import ME, TOKEN, FakeMastodon, fake_mastodon, refuse
from tests.support.person import Person


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with fake_mastodon() as running:
        yield running


def person_of(fake: FakeMastodon, *, agrees: bool = True, spoilt: bool = False) -> Person:
    """Who agrees or not; a page that guesses the state comes back first, and changes nothing."""

    def answer(asked: dict[str, str]) -> list[str]:
        kept = {name: asked[name] for name in ("redirect_uri", "code_challenge") if name in asked}
        fake.codes["c1"] = {**kept, "code_challenge": "other"} if spoilt else kept
        said = {"code": "c1"} if agrees else {"error": "access_denied"}
        states = ("stray", asked["state"])
        return [f"{asked['redirect_uri']}?{urlencode({**said, 'state': state})}" for state in states]

    return Person(answer)


@pytest.mark.parametrize("pkce", [True, False])
def test_a_token_comes_of_it(fake: FakeMastodon, pkce: bool) -> None:
    fake.pkce = pkce
    person = person_of(fake)
    made = asyncio.run(registry.sign_in("mastodon", fake.server.url, {}, person, Words(), TestClock()))
    person.done()
    assert (made.secret, made.handle, made.remote_id) == (TOKEN, "brand", ME)
    assert person.address == f"{fake.server.url}/oauth/authorize"
    assert [status for status, _ in person.pages] == [404, 200]
    assert person.asked["scope"] == " ".join(SCOPES)
    assert ("code_challenge" in person.asked) is pkce
    (app,) = fake.apps
    assert app["redirect_uris"] == person.asked["redirect_uri"]
    assert urlsplit(app["redirect_uris"]).hostname == "127.0.0.1"


def test_a_wrong_proof_is_refused(fake: FakeMastodon) -> None:
    person = person_of(fake, spoilt=True)
    with pytest.raises(AuthExpired) as caught:
        asyncio.run(sign_in(fake.server.url, {}, person, Words(), TestClock()))
    person.done()
    assert caught.value.code == "bad_credentials"


def test_who_does_not_agree_is_not_signed_in(fake: FakeMastodon) -> None:
    person = person_of(fake, agrees=False)
    with pytest.raises(ForbiddenByPlatform) as caught:
        asyncio.run(sign_in(fake.server.url, {}, person, Words(), TestClock()))
    person.done()
    assert caught.value.as_dict() == {"code": "sign_in_refused", "params": {"reason": "access_denied"}}
    assert not fake.server.requests("/oauth/token")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (refuse(404, "Not Found"), "not_mastodon"),
        (Answer(body=b"<html>"), "not_mastodon"),
        (Answer(body={}), "not_mastodon"),
        (Answer(status=302, headers={"location": "https://elsewhere.example/"}), "not_mastodon"),
        (Answer(status=502), "server_error"),
    ],
)
def test_a_server_that_is_none_is_said_before_the_browser_opens(
    fake: FakeMastodon, answer: Answer, code: str
) -> None:
    fake.server.inject("/api/v1/apps", answer)
    person = person_of(fake)
    with pytest.raises(ConnectorError) as caught:
        asyncio.run(sign_in(fake.server.url, {}, person, Words(), TestClock()))
    assert caught.value.code == code
    assert person.address == ""


@pytest.mark.parametrize(
    ("server", "handle", "base"),
    [
        ("mastodon.example", "", "https://mastodon.example"),
        (" https://mastodon.example/ ", "", "https://mastodon.example"),
        ("https://mastodon.example/@brand", "", "https://mastodon.example"),
        ("mastodon.example/@brand", "", "https://mastodon.example"),
        ("@brand@mastodon.example", "", "https://mastodon.example"),
        ("", "@brand@mastodon.example", "https://mastodon.example"),
        ("127.0.0.1:3000", "", "http://127.0.0.1:3000"),
        ("http://127.0.0.1:3000", "brand", "http://127.0.0.1:3000"),
    ],
)
def test_a_server_as_people_write_it(server: str, handle: str, base: str) -> None:
    assert normalise_server(server, handle) == base


@pytest.mark.parametrize(
    ("server", "handle", "code"),
    [
        ("", "", "bad_server"),
        ("", "@brand", "bad_server"),
        ("http://mastodon.example", "", "server_not_https"),
        ("https://u:p@mastodon.example", "", "bad_server"),
        ("https://", "", "bad_server"),
    ],
)
def test_what_is_no_server(server: str, handle: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        normalise_server(server, handle)
    assert caught.value.code == code


def test_scopes_cover_their_parts() -> None:
    assert lacking(frozenset({"read", "write"})) == {}
    assert lacking(frozenset(SCOPES)) == {}
    assert set(lacking(frozenset({"read", "follow"}))) == {
        "reply",
        "warn",
        "delete",
        "report",
        "like",
        "unlike",
    }
    assert granted("write:statuses", frozenset({"write"}))
    assert not granted("write:statuses", frozenset({"write:favourites"}))


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("https://mastodon.example/home", "https://mastodon.example"),
        ("https://mastodon.example/auth/sign_in?lang=fr#top", "https://mastodon.example"),
        ("https://Mastodon.Example/deck/@brand@mastodon.example", "https://mastodon.example"),
        ("mastodon.example/home?x=1", "https://mastodon.example"),
        ("brand@mastodon.example", "https://mastodon.example"),
        (" @brand@mastodon.example/ ", "https://mastodon.example"),
        ("\u200bmastodon.example\u00a0", "https://mastodon.example"),
        ("http://localhost:3000/home", "http://localhost:3000"),
    ],
)
def test_whatever_stands_in_the_address_bar_is_taken(written: str, base: str) -> None:
    assert normalise_server(written) == base


@pytest.mark.parametrize("written", ["@brand", "brand", "mastodon", "our account", "@@"])
def test_a_name_alone_is_no_server(written: str) -> None:
    with pytest.raises(UsageError, match="bad_server"):
        normalise_server(written)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("@brand@mastodon.example", "brand"),
        ("brand@mastodon.example", "brand"),
        ("https://mastodon.example/@brand/113", "brand"),
        ("mastodon.example/@brand", "brand"),
        ("https://mastodon.example/deck/@joe@far.example", "joe"),
        ("https://mastodon.example", ""),
        ("mastodon.example", ""),
    ],
)
def test_whom_an_address_names(written: str, name: str) -> None:
    assert account_named(written) == name


@pytest.mark.parametrize(
    "pasted", [TOKEN, f"  {TOKEN}\n", f"Bearer {TOKEN}", f"{TOKEN[:4]}\n{TOKEN[4:]}", f"\u200b{TOKEN}\u00a0"]
)
def test_a_pasted_token_is_taken_as_it_was_meant(fake: FakeMastodon, pasted: str) -> None:
    assert check(fake, pasted, fake.server.url).handle == "brand"


def test_another_account_than_the_one_named_is_pointed_out(fake: FakeMastodon) -> None:
    host = fake.server.url.removeprefix("http://")
    assert check(fake, TOKEN, f"@BRAND@{host}").warnings == ()
    found = check(fake, TOKEN, f"@private@{host}")
    assert (found.warnings, found.server) == (("mastodon_other_account",), fake.server.url)


@pytest.mark.parametrize("answer", [refuse(404, "Not Found"), Answer(body=b"<html>"), Answer(body=[])])
def test_a_site_that_is_no_instance_is_told_from_an_account_that_is_gone(
    fake: FakeMastodon, answer: Answer
) -> None:
    fake.server.inject("/api/v1/accounts/verify_credentials", answer)
    with pytest.raises(ConnectorError) as caught:
        check(fake, TOKEN, fake.server.url)
    assert caught.value.code == "not_mastodon"


def test_a_token_that_may_not_even_look_says_what_it_needs(fake: FakeMastodon) -> None:
    answer = refuse(403, "This action is outside the authorized scopes")
    fake.server.inject("/api/v1/accounts/verify_credentials", answer)
    with pytest.raises(ConnectorError) as caught:
        check(fake, TOKEN, fake.server.url)
    assert caught.value.code == "mastodon_cannot_read"


def check(fake: FakeMastodon, secret: str, server: str) -> AccountInfo:
    """What the test of an account says."""

    async def go() -> AccountInfo:
        channel = Channel(ChannelId(0), "mastodon", "b", server=server)
        connector = connect(channel, secret, MemorySessionStore(), TestClock())
        try:
            return await connector.check()
        finally:
            await connector.close()

    return asyncio.run(go())
