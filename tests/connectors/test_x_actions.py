"""X: every action with its way back, what a lost or refused answer becomes, and what is read back."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest

from console.connectors.oauth import Words
from console.connectors.sessions import MemorySessionStore
from console.connectors.shown import shown
from console.connectors.x import SPEC, actions, sign_in
from console.connectors.x.connector import XConnector
from console.connectors.x.names import NEEDED, intent
from console.domain.comment import IncomingComment
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
    UnknownOutcome,
    Unsupported,
    UsageError,
)
from tests.support.desk import FixedClock, drain, request
from tests.support.faultserver import Answer
from tests.support.person import Person
from tests.support.x_channel import SECRET, run
from tests.support.x_server import CLIENT, FAN, ME, FakeX, fake_x, refuse


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "READ_BACK", (0.0,))


def act(fake: FakeX, use: Callable[[XConnector, IncomingComment], Awaitable[None]], **more: Any) -> None:
    """``use`` with a comment under our post that calls us."""
    root = fake.post("Kettle", ME)
    one = fake.post("@brand what now, @brand?", parent=root)

    async def go(connector: XConnector) -> None:
        comments, _, _ = await drain(connector)
        await use(connector, next(comment for comment in comments if comment.remote_id == one))

    run(fake, go, **more)


def test_hide_mute_reply_and_their_ways_back() -> None:
    clock = FixedClock()
    with fake_x() as fake:

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            for action in ("hide", "hide"):
                await connector.perform(request(action, comment, clock))
                assert fake.hidden == {comment.remote_id}
            await connector.perform(request("unhide", comment, clock))
            assert fake.hidden == set()
            await connector.perform(request("mute", comment, clock))
            assert fake.muted == {FAN}
            await connector.perform(request("unmute", comment, clock))
            assert fake.muted == set()
            intent = request("reply", comment, clock, text="Sorry")
            made = await connector.perform(intent)
            assert made.remote_id
            assert fake.posts[made.remote_id]["referenced_tweets"][0]["id"] == comment.remote_id
            assert made.permalink == f"https://x.com/i/web/status/{made.remote_id}"
            assert (await connector.reconcile(intent)).state == "done"
            back = request("delete", comment, clock, undo_of={"remote_id": made.remote_id})
            assert (await connector.reconcile(back)).state == "not_done"
            await connector.perform(back)
            assert made.remote_id not in fake.posts
            assert (await connector.reconcile(back)).state == "done"
            assert (await connector.perform(back)).already
            assert (await connector.reconcile(intent)).state == "not_done"
            assert (await connector.reconcile(request("hide", comment, clock))).state == "not_done"

        act(fake, go, clock=clock)


def test_the_newest_version_is_acted_on() -> None:
    clock = FixedClock()
    with fake_x() as fake:

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            new = fake.edit(comment.remote_id, "@brand again, @brand")
            found = await connector.recheck([comment.remote_id])
            fresh = found[comment.remote_id]
            assert fresh is not None
            await connector.perform(request("hide", fresh, clock))
            assert fake.hidden == {new}

        act(fake, go, clock=clock)


def test_what_is_not_for_programs_is_refused_before_it_leaves() -> None:
    clock = FixedClock()
    with fake_x() as fake:

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            sent = len(fake.server.seen)
            elsewhere = {**comment.facts, "on_ours": False}
            silent = {**comment.facts, "can_reply": False}
            wrong: list[tuple[dict[str, Any], type[ConnectorError]]] = [
                ({"action": "block"}, Unsupported),
                ({"action": "like"}, Unsupported),
                ({"action": "report"}, Unsupported),
                ({"action": "delete"}, Unsupported),
                ({"action": "hide", "facts": elsewhere}, Unsupported),
                ({"action": "reply", "text": "x", "facts": silent}, Unsupported),
                ({"action": "reply", "text": "  "}, Invalid),
                ({"action": "reply", "text": "日" * 141}, Invalid),
                ({"action": "hide", "facts": {"id": "1/../2"}}, Invalid),
                ({"action": "mute", "author_remote_id": "unknown:1", "facts": {}}, Invalid),
            ]
            for given, error in wrong:
                action = given.pop("action")
                with pytest.raises(error):
                    await connector.perform(request(action, comment, clock, **given))
            assert len(fake.server.seen) == sent

        act(fake, go, clock=clock)
    assert SPEC.measure("日" * 140).fits
    assert intent("7") == "https://x.com/intent/post?in_reply_to=7"
    assert shown("x", "see https://a.example/b @fan\nbye").notes == (
        "threaded",
        "links_23",
        "mentions",
        "breaks",
    )


def test_a_lost_answer_is_read_back_and_not_sent_again() -> None:
    clock = FixedClock()
    with fake_x() as fake:

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            fake.lose_reply = True
            intent = request("reply", comment, clock, text="Sorry, see https://a.example/x")
            with pytest.raises(UnknownOutcome):
                await connector.perform(intent)
            fake.lose_reply = False
            read = await connector.reconcile(intent)
            assert read.state == "done"
            assert read.result is not None
            assert read.result.remote_id in fake.posts
            fake.server.inject(f"/2/tweets/{comment.remote_id}/hidden", Answer(500))
            with pytest.raises(UnknownOutcome):
                await connector.perform(request("hide", comment, clock))
            fake.server.inject(f"/2/tweets/{comment.remote_id}/hidden", Answer(200, {"errors": []}))
            with pytest.raises(UnknownOutcome):
                await connector.perform(request("hide", comment, clock))

        act(fake, go, clock=clock)


@pytest.mark.parametrize("status", ["400", "403"])
def test_created_but_refused_is_found(status: str) -> None:
    clock = FixedClock()
    with fake_x() as fake:

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            fake.refuse_but_write = status
            made = await connector.perform(request("reply", comment, clock, text="Sorry &amp; thanks"))
            assert made.already
            assert made.remote_id in fake.posts

        act(fake, go, clock=clock)


def test_the_same_words_elsewhere_are_a_duplicate() -> None:
    clock = FixedClock()
    with fake_x() as fake:
        fake.post("Thanks", ME)

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            with pytest.raises(Duplicate):
                await connector.perform(request("reply", comment, clock, text="Thanks"))

        act(fake, go, clock=clock)


def test_refusals_by_their_class() -> None:
    clock = FixedClock()
    said: list[tuple[Answer, type[ConnectorError], str]] = [
        (refuse(403, "client-forbidden"), ForbiddenByPlatform, "x_client_forbidden"),
        (refuse(403, "unsupported-authentication"), ForbiddenByPlatform, "x_app_token"),
        (
            refuse(403, "", "Missing OAuth2 scope tweet.moderate.write"),
            AuthMissingScope,
            "auth_missing_scope",
        ),
        (refuse(403, "", "You are not permitted"), ForbiddenByPlatform, "forbidden"),
        (refuse(404, "resource-not-found"), Gone, "gone"),
        (refuse(400, "invalid-request"), Invalid, "invalid"),
        (Answer(403, b"<html>no"), ForbiddenByPlatform, "forbidden"),
    ]
    with fake_x() as fake:

        async def go(connector: XConnector, comment: IncomingComment) -> None:
            for answer, error, code in said:
                fake.server.inject(f"/2/tweets/{comment.remote_id}/hidden", answer)
                with pytest.raises(error) as caught:
                    await connector.perform(request("hide", comment, clock))
                assert caught.value.code == code
                assert "access" not in json.dumps(caught.value.as_dict())
            detail = "Reply to this conversation is not allowed because you have not been mentioned"
            fake.server.inject("/2/tweets", refuse(403, "", detail))
            with pytest.raises(ForbiddenByPlatform, match="x_reply_refused"):
                await connector.perform(request("reply", comment, clock, text="a"))
            detail = "You attempted to reply to a Tweet that is deleted or not visible to you."
            fake.server.inject("/2/tweets", refuse(403, "", detail))
            with pytest.raises(Gone):
                await connector.perform(request("reply", comment, clock, text="a"))

        act(fake, go, clock=clock)


# ---------------------------------------------------------------------- the account and its sign-in


def test_check_says_who_this_is_and_what_is_lacking() -> None:
    with fake_x() as fake:

        async def go(connector: XConnector) -> None:
            info = await connector.check()
            assert (info.remote_id, info.handle, info.name) == (ME, "brand", "The Brand")
            assert (info.lacking, info.warnings, info.expires_at) == ({}, (), None)

        run(fake, go, secret=SECRET)

        async def pasted(connector: XConnector) -> None:
            assert (await connector.check()).warnings == ("x_short_token",)

        run(fake, pasted, secret=fake.access)
        parts = {
            "client_id": CLIENT,
            "refresh_token": "r",
            "access_token": fake.access,
            "scope": "tweet.read",
        }

        async def little(connector: XConnector) -> None:
            lacking = (await connector.check()).lacking
            assert lacking["hide"] == "tweet.moderate.write"
            assert lacking["reply"] == "tweet.write"

        ends = FixedClock().now() + 3600
        run(fake, little, secret=json.dumps({**parts, "expires_at": ends}))


def test_a_rotated_token_is_kept_before_it_is_used() -> None:
    sessions = MemorySessionStore()
    with fake_x() as fake:

        async def go(connector: XConnector) -> None:
            await asyncio.gather(*(connector.check() for _ in range(4)))
            assert fake.renewals == 1
            stored = sessions.load()
            assert stored is not None
            assert stored["refresh"] == "refresh-1"

        run(fake, go, secret=SECRET, sessions=sessions)
        clock = FixedClock()
        clock.ahead = 7300

        async def later(connector: XConnector) -> None:
            await connector.check()
            assert fake.renewals == 2  # with the stored one: the secret's own is dead

        run(fake, later, clock, secret=SECRET, sessions=sessions)
        fake.refresh = "revoked"
        clock.ahead = 20_000

        async def dead(connector: XConnector) -> None:
            with pytest.raises(AuthExpired):
                await connector.check()
            fake.server.inject("/2/oauth2/token", Answer(500), Answer(500))
            with pytest.raises(Transient):
                await connector.pull(None)

        run(fake, dead, clock, secret=SECRET, sessions=sessions)


@pytest.mark.parametrize(
    "secret", ["{", '{"client_id":"a"}', "two words", '{"client_id":"a b","refresh_token":"c"}']
)
def test_what_is_no_secret(secret: str) -> None:
    async def never(connector: XConnector) -> None:
        raise AssertionError

    with fake_x() as fake, pytest.raises(UsageError, match="x_bad_secret"):
        run(fake, never, secret=secret)


def agreed(fake: FakeX, asked: dict[str, str]) -> list[str]:
    """X's page, where everything is allowed."""
    fake.code = {"code": "code-1"}
    return [f"{asked['redirect_uri']}?code=code-1&state={asked['state']}"]


def test_signing_in_through_the_browser() -> None:
    with fake_x() as fake:
        person = Person(partial(agreed, fake))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        given = {"client_id": CLIENT, "port": str(port)}
        granted = asyncio.run(sign_in(fake.server.url, given, person, Words(), FixedClock()))
        person.done()
        assert person.asked["redirect_uri"] == f"http://127.0.0.1:{port}/cb"
        assert person.asked["code_challenge_method"] == "S256"
        # No more is asked for than is used.
        assert set(person.asked["scope"].split()) == {
            "tweet.read", "users.read", "offline.access", *NEEDED.values()
        }  # fmt: skip
        assert fake.code["verifier"]
        assert (granted.handle, granted.remote_id) == ("brand", ME)

        async def go(connector: XConnector) -> None:
            await connector.check()
            assert fake.renewals == 1  # the access token of the sign-in is used first

        run(fake, go, secret=granted.secret)
        for wrong in ({}, {"client_id": "a", "port": "80"}):
            with pytest.raises(UsageError):
                asyncio.run(sign_in(fake.server.url, wrong, person, Words(), FixedClock()))
