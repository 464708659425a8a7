"""Signing in to YouTube: the browser and PKCE, renewing once for all, what a secret may be, whose channel it is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from console.connectors import registry
from console.connectors.oauth import Words
from console.connectors.sessions import MemorySessionStore
from console.connectors.youtube import connect, names
from console.connectors.youtube.connector import YoutubeConnector
from console.connectors.youtube.session import Secret, token_server
from console.domain.comment import Channel, ChannelId
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Invalid,
    Transient,
    UsageError,
)
from tests.support.desk import using
from tests.support.faultserver import Answer, TestClock
from tests.support.person import Person
from tests.support.youtube_server import (
    CLIENT,
    CLIENT_SECRET,
    FAN,
    ME,
    SCOPE,
    FakeYoutube,
    fake_youtube,
    refuse,
)

T = TypeVar("T")
TOKEN = "/token"
CHANNELS = "/youtube/v3/channels"


@pytest.fixture
def fake() -> Iterator[FakeYoutube]:
    with fake_youtube() as running:
        yield running


def secret(fake: FakeYoutube, **more: Any) -> str:
    parts = {"client_id": CLIENT, "client_secret": CLIENT_SECRET, "refresh_token": fake.refresh, **more}
    return json.dumps(parts)


def run(
    fake: FakeYoutube,
    use: Callable[[YoutubeConnector], Awaitable[T]],
    *,
    given: str | None = None,
    store: MemorySessionStore | None = None,
    clock: TestClock | None = None,
    handle: str = "",
) -> T:
    channel = Channel(ChannelId(1), "youtube", "y", server=fake.server.url, handle=handle)
    parts = secret(fake) if given is None else given
    return using(lambda: connect(channel, parts, store or MemorySessionStore(), clock or TestClock()), use)


def refused(fake: FakeYoutube, kind: type[ConnectorError], **more: Any) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        run(fake, lambda connector: connector.check(), **more)
    assert type(caught.value) is kind
    return caught.value


def person_of(fake: FakeYoutube, *, yes: bool = True) -> Person:
    """Who says yes or no."""

    def answer(asked: dict[str, str]) -> list[str]:
        no = f"{asked['redirect_uri']}?error=access_denied&state={asked['state']}"
        return [fake.consent(asked) if yes else no]

    return Person(answer)


def sign_in(fake: FakeYoutube, person: Person, **given: str) -> Any:
    parts = {"client_id": CLIENT, "client_secret": CLIENT_SECRET, **given}
    try:
        return asyncio.run(
            registry.sign_in("youtube", fake.server.url, parts, person, Words(done="All set."), TestClock())
        )
    finally:
        person.done()


def test_through_the_browser(fake: FakeYoutube) -> None:
    person = person_of(fake)
    granted = sign_in(fake, person)
    assert person.address == f"{fake.server.url}/o/oauth2/v2/auth"
    assert (person.asked["access_type"], person.asked["prompt"], person.asked["scope"]) == (
        "offline",
        "consent",
        SCOPE,
    )
    assert person.asked["code_challenge_method"] == "S256"
    assert person.asked["redirect_uri"].startswith("http://127.0.0.1:")
    assert "All set." in person.pages[0][1]
    assert (granted.handle, granted.remote_id) == (ME, ME)
    parts = json.loads(granted.secret)
    assert {key: parts[key] for key in ("client_id", "client_secret", "refresh_token")} == json.loads(
        secret(fake)
    )
    info = run(fake, lambda connector: connector.check(), given=granted.secret)
    assert (
        info.expires_at == parts["ends_at"] > TestClock().now() + 600_000
    )  # seven days while the app is in testing


def test_a_person_says_no_or_leaves_the_permission_out(fake: FakeYoutube) -> None:
    with pytest.raises(ForbiddenByPlatform) as caught:
        sign_in(fake, person_of(fake, yes=False))
    assert (caught.value.code, caught.value.params["reason"]) == ("sign_in_refused", "access_denied")
    fake.scope = "openid"
    with pytest.raises(AuthMissingScope):
        sign_in(fake, person_of(fake))
    with pytest.raises(UsageError):
        sign_in(fake, person_of(fake), client_id=" ")
    with pytest.raises(AuthExpired) as wrong:
        sign_in(fake, person_of(fake), client_secret="another")
    assert wrong.value.code == "youtube_bad_client"


def test_a_sign_in_without_a_lasting_token_is_none(fake: FakeYoutube) -> None:
    fake.server.inject(TOKEN, Answer(body={"access_token": "a", "expires_in": 3599}))
    with pytest.raises(Invalid) as caught:
        sign_in(fake, person_of(fake))
    assert caught.value.code == "bad_session"
    fake.server.inject(CHANNELS, refuse(403, "quotaExceeded"))
    assert sign_in(fake, person_of(fake)).handle == ""  # the first pull finds it


def test_renewed_once_for_all_and_kept_before_use(fake: FakeYoutube) -> None:
    store = MemorySessionStore()
    clock = TestClock()

    async def use(connector: YoutubeConnector) -> None:
        answers = await asyncio.gather(*(connector.recheck([f"Ugx{n}"]) for n in range(5)))
        assert len(answers) == 5
        assert fake.refreshes == 1
        kept = store.load()
        assert kept is not None
        assert (kept["access"], kept["scope"]) == (fake.access, SCOPE)
        fake.expire()  # in the middle of what goes on
        await asyncio.gather(*(connector.recheck([f"Ugx{n}"]) for n in range(5)))
        assert fake.refreshes == 2
        clock.ahead = 3600
        await connector.recheck(["Ugx1"])
        assert fake.refreshes == 3

    run(fake, use, store=store, clock=clock)
    run(fake, lambda connector: connector.recheck(["Ugx1"]), store=store, clock=clock)
    assert fake.refreshes == 3  # another process goes on with what was kept
    form = fake.server.requests(TOKEN)[0].form()
    assert form["grant_type"] == ["refresh_token"]
    fake.refresh = "refresh-2"  # signed in again: what is kept of the old sign-in does not count
    run(fake, lambda connector: connector.recheck(["Ugx1"]), store=store, clock=clock)
    assert fake.refreshes == 4


def test_an_action_survives_the_end_of_a_token(fake: FakeYoutube) -> None:
    from console.domain.decision import ActionRequest
    from console.domain.vocabulary import ActionKind

    rude = fake.comment("rude")
    request = ActionRequest("k", ActionKind.HIDE, 1, rude, FAN)

    async def use(connector: YoutubeConnector) -> None:
        await connector.check()
        fake.expire()
        await connector.perform(request)

    run(fake, use)
    assert fake.status(rude) == "heldForReview"


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (Answer(400, {"error": "invalid_grant"}), AuthExpired, "auth_expired"),
        (Answer(401, {"error": "invalid_client"}), AuthExpired, "youtube_bad_client"),
        (Answer(400, {"error": "invalid_request"}), AuthExpired, "bad_session"),
        (Answer(body={"expires_in": 3}), AuthExpired, "bad_session"),
        (Answer(503), Transient, "server_error"),
        (Answer(reset=True), Transient, "connection_lost"),
        (Answer(body={"access_token": "x"}, cut=4), Transient, "connection_lost"),
    ],
)
def test_renewing_fails(fake: FakeYoutube, answer: Answer, kind: type[ConnectorError], code: str) -> None:
    fake.server.inject(TOKEN, answer)
    error = refused(fake, kind)
    assert error.code == code
    assert fake.refresh not in repr(error.params)
    assert CLIENT_SECRET not in repr(error.params)


@pytest.mark.parametrize(
    "given", ["{", "{}", '{"client_id":"a"}', '{"client_id":"a","refresh_token":"b c"}', "two words"]
)
def test_what_is_no_secret(fake: FakeYoutube, given: str) -> None:
    with pytest.raises(UsageError) as caught:
        run(fake, lambda connector: connector.check(), given=given)
    assert caught.value.code == "youtube_bad_secret"


def test_one_word_is_a_token_for_other_servers_alone(fake: FakeYoutube) -> None:
    info = run(fake, lambda connector: connector.check(), given=fake.access)
    assert (info.remote_id, info.handle, info.name, info.warnings) == (ME, ME, "Brand", ())
    assert fake.refreshes == 0
    fake.expire()
    refused(fake, AuthExpired, given="access-1")
    refused(fake, AuthExpired, given="")
    with pytest.raises(UsageError):
        Secret.parse("access-1", own_server=False)
    with pytest.raises(UsageError):
        connect(Channel(ChannelId(1), "youtube", "y"), "access-1", MemorySessionStore(), TestClock())


def test_hosts() -> None:
    assert token_server(names.DEFAULT_SERVER) == "https://oauth2.googleapis.com"
    assert token_server("http://127.0.0.1:9") == "http://127.0.0.1:9"
    with pytest.raises(UsageError) as caught:
        connect(
            Channel(ChannelId(1), "youtube", "y", server="http://youtube.example"),
            "x",
            MemorySessionStore(),
            TestClock(),
        )
    assert caught.value.code == "server_not_https"


def test_whose_channel_it_is(fake: FakeYoutube) -> None:
    assert run(fake, lambda connector: connector.check()).lacking == {}
    assert run(fake, lambda connector: connector.check(), handle="@brand").remote_id == ME
    assert run(fake, lambda connector: connector.check(), handle="@second").remote_id == "UCsecond"
    other = "UCother000000000000000zz"
    info = run(fake, lambda connector: connector.check(), handle=other)
    assert (info.remote_id, info.warnings) == (other, ("youtube_other_channel",))
    by_address = run(
        fake, lambda connector: connector.check(), handle=f"https://www.youtube.com/channel/{ME}/videos"
    )
    assert by_address.remote_id == ME
    fake.scope = "https://www.googleapis.com/auth/youtube.readonly"
    info = run(fake, lambda connector: connector.check())
    assert set(info.lacking) == {"reply", "warn", "hide", "unhide", "delete", "block"}
    assert set(info.lacking.values()) == {SCOPE}


def test_an_account_without_a_channel(fake: FakeYoutube, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Answer(body={"kind": "youtube#channelListResponse"})
    fake.server.inject(CHANNELS, empty)
    assert run(fake, lambda connector: connector.check(), handle=ME).remote_id == ME
    fake.server.inject(CHANNELS, empty)
    monkeypatch.setattr("console.connectors.youtube.account.DEFAULT_SERVER", fake.server.url)
    assert refused(fake, ForbiddenByPlatform).code == "youtube_no_channel"
    assert refused(fake, Invalid, handle="@nobody").code == "bad_handle"
    fake.server.inject(CHANNELS, refuse(403, "insufficientPermissions"))
    refused(fake, AuthMissingScope)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("UCabc", "UCabc"),
        (" @UCabc ", "UCabc"),
        ("https://studio.youtube.com/channel/UCabc/comments", "UCabc"),
        ("@brand", ""),
        ("", ""),
    ],
)
def test_channel_ids(given: str, found: str) -> None:
    assert names.channel_id(given) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("a_1-B", ("a_1-B",)),
        (
            "https://www.youtube.com/watch?v=abc&t=1, youtu.be/def https://youtube.com/shorts/ghi/",
            ("abc", "def", "ghi"),
        ),
        (["abc", "abc", 7, "?"], ("abc", "7")),
        ({"a": 1}, ()),
        (None, ()),
        ("https://[broken/x, abc", ("abc",)),
    ],
)
def test_video_ids(given: Any, found: tuple[str, ...]) -> None:
    assert names.video_ids(given) == found
