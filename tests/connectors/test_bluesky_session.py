"""Sessions: one refresh for all, dead tokens, wrong passwords, where the PDS is, and what is saved when."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from console.connectors.bluesky.session import Session, Tokens
from console.connectors.sessions import MemorySessionStore
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Invalid,
    KeyringUnavailable,
    RateLimited,
    Transient,
    UnknownOutcome,
)
from tests.support.bluesky_server import ME, PASSWORD, FakeBluesky, fake_bluesky, refuse, token
from tests.support.faultserver import Answer, TestClock

T = TypeVar("T")
GET = "com.atproto.server.getSession"
LOGIN = "/xrpc/com.atproto.server.createSession"
REFRESH = "/xrpc/com.atproto.server.refreshSession"


@pytest.fixture
def fake() -> Iterator[FakeBluesky]:
    with fake_bluesky() as running:
        yield running


def run(
    fake: FakeBluesky,
    use: Callable[[Session], Awaitable[T]],
    *,
    secret: str | None = PASSWORD,
    store: Any = None,
) -> T:
    async def go() -> T:
        session = Session(fake.server.url, "brand.test", secret, store or MemorySessionStore(), TestClock())
        try:
            return await use(session)
        finally:
            await session.close()

    return asyncio.run(go())


def failing(
    fake: FakeBluesky, kind: type[ConnectorError], *, nsid: str = GET, **kwargs: Any
) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        run(fake, lambda s: s.query(nsid), **kwargs)
    assert type(caught.value) is kind
    return caught.value


def saved(fake: FakeBluesky, **changes: str) -> MemorySessionStore:
    good = Tokens(fake.server.url, "brand.test", ME, "brand.test", fake.server.url, fake.access, fake.refresh)
    return MemorySessionStore({**good.dump(), **changes})


def test_signs_in_once_and_saves_before_use(fake: FakeBluesky) -> None:
    store = MemorySessionStore()

    async def use(session: Session) -> None:
        assert store.load() is None
        answers = await asyncio.gather(*(session.query(GET) for _ in range(5)))
        assert {a["did"] for a in answers} == {ME}

    run(fake, use, store=store)
    assert fake.log_ins == 1
    kept = Tokens.parse(store.load())
    assert kept is not None
    assert (kept.access, kept.refresh, kept.app_password) == (fake.access, fake.refresh, True)


def test_a_saved_session_needs_no_secret(fake: FakeBluesky) -> None:
    assert run(fake, lambda s: s.query(GET), secret=None, store=saved(fake))["did"] == ME
    assert fake.log_ins == 0


@pytest.mark.parametrize(
    "changes", [{"server": "https://other.example"}, {"identifier": "x.test"}, {"access": ""}]
)
def test_a_session_of_another_account_is_not_used(fake: FakeBluesky, changes: dict[str, str]) -> None:
    run(fake, lambda s: s.query(GET), store=saved(fake, **changes))
    assert fake.log_ins == 1


def test_concurrent_calls_refresh_once(fake: FakeBluesky) -> None:
    store = saved(fake)
    fake.expire()

    async def use(session: Session) -> None:
        await asyncio.gather(*(session.query(GET) for _ in range(12)))

    run(fake, use, store=store)
    assert (fake.refreshes, fake.log_ins) == (1, 0)
    kept = Tokens.parse(store.load())
    assert kept is not None
    assert kept.refresh == fake.refresh


@pytest.mark.parametrize("status", [400, 401])
def test_an_expired_token_comes_in_two_forms(fake: FakeBluesky, status: int) -> None:
    fake.server.inject(f"/xrpc/{GET}", refuse("ExpiredToken", status=status))
    run(fake, lambda s: s.query(GET), store=saved(fake))
    assert fake.refreshes == 1


def test_an_expired_token_does_not_lose_a_write(fake: FakeBluesky) -> None:
    store = saved(fake)
    fake.expire()
    body = {"repo": ME, "collection": "a.b.c", "rkey": "k", "record": {}}
    run(fake, lambda s: s.procedure("com.atproto.repo.putRecord", body), store=store)
    assert len(fake.of(ME, "a.b.c")) == 1


def test_a_dead_refresh_token_falls_back_to_the_app_password(fake: FakeBluesky) -> None:
    run(fake, lambda s: s.query(GET), store=saved(fake, access=token("old"), refresh=token("old")))
    assert (fake.refreshes, fake.log_ins) == (0, 1)


def test_without_a_secret_a_person_has_to_sign_in(fake: FakeBluesky) -> None:
    store = saved(fake, access=token("old"), refresh=token("old"))
    assert failing(fake, AuthExpired, secret=None, store=store).code == "auth_expired"
    assert failing(fake, AuthExpired, secret=None).code == "auth_expired"


def test_a_wrong_password_is_told_apart(fake: FakeBluesky) -> None:
    assert failing(fake, AuthExpired, secret="wrong").code == "bad_credentials"
    fake.server.inject(LOGIN, refuse("AuthFactorTokenRequired", status=401))
    assert failing(fake, AuthExpired).code == "auth_factor_required"
    fake.server.inject(LOGIN, refuse("AccountTakedown", status=401))
    assert failing(fake, ForbiddenByPlatform).code == "account_inactive"


def test_another_process_may_have_refreshed(fake: FakeBluesky) -> None:
    """A command line beside the window rotated the tokens: its session is taken over, not refreshed again."""
    store = saved(fake, access=token("stale"))

    async def use(session: Session) -> None:
        # Nothing better is stored yet and the refresh token is dead, so this one fails.
        alive, fake.refresh = fake.refresh, token("elsewhere")
        with pytest.raises(AuthExpired):
            await session.query(GET)
        fake.refresh = alive
        store.save(saved(fake).load() or {})
        assert (await session.query(GET))["did"] == ME

    run(fake, use, secret=None, store=store)
    assert fake.refreshes == 0


def test_a_keyring_that_fails_does_not_stop_the_work(fake: FakeBluesky) -> None:
    class Broken:
        def load(self) -> dict[str, Any] | None:
            raise KeyringUnavailable

        def save(self, session: dict[str, Any]) -> None:
            raise KeyringUnavailable

    assert run(fake, lambda s: s.query(GET), store=Broken())["did"] == ME


def test_the_pds_is_taken_from_the_did_document(fake: FakeBluesky) -> None:
    with fake_bluesky() as home:
        home.access, home.refresh = token("a2"), token("r2")
        service = {
            "id": "#atproto_pds",
            "type": "AtprotoPersonalDataServer",
            "serviceEndpoint": home.server.url,
        }
        fake.did_doc = {"id": ME, "service": [service]}
        run(fake, lambda s: s.query(GET))
        assert (len(fake.server.requests(LOGIN)), len(fake.server.requests(f"/xrpc/{GET}"))) == (1, 0)
        assert len(home.server.requests(f"/xrpc/{GET}")) == 1


@pytest.mark.parametrize(
    "endpoint", ["http://pds.example", "ftp://x", "https://me:pw@pds.example", "nonsense"]
)
def test_a_did_document_cannot_lead_the_token_astray(fake: FakeBluesky, endpoint: str) -> None:
    fake.did_doc = {"service": [{"id": "#atproto_pds", "serviceEndpoint": endpoint}]}
    assert failing(fake, Invalid).code == "bad_pds"


def test_a_remote_server_cannot_point_to_this_machine(fake: FakeBluesky) -> None:
    session = Session("https://pds.example", "brand.test", PASSWORD, MemorySessionStore(), TestClock())
    answer = {
        "did": ME, "handle": "h", "accessJwt": "a", "refreshJwt": "r",
        "didDoc": {"service": [{"id": "#atproto_pds", "serviceEndpoint": fake.server.url}]},
    }  # fmt: skip
    with pytest.raises(Invalid) as caught:
        session._from_answer(answer, "https://pds.example")
    assert caught.value.code == "bad_pds"


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (Answer(status=502, body={"error": "UpstreamFailure"}), Transient, "server_error"),
        (
            Answer(status=429, body={"error": "RateLimitExceeded"}, headers={"retry-after": "9"}),
            RateLimited,
            "rate_limited",
        ),
        (Answer(body={"did": ME}, cut=4), Transient, "connection_lost"),
        (Answer(body=b"{"), Transient, "bad_answer"),
        (Answer(body=[1]), Transient, "bad_answer"),
        (refuse("InvalidToken", "Bad token scope"), AuthMissingScope, "auth_missing_scope"),
        (refuse("AccountDeactivated"), ForbiddenByPlatform, "account_inactive"),
        (refuse("InvalidRequest"), Invalid, "invalid"),
        (refuse("a name with spaces and a secret"), Invalid, "invalid"),
    ],
)
def test_refusals(fake: FakeBluesky, answer: Answer, kind: type[ConnectorError], code: str) -> None:
    fake.server.inject(f"/xrpc/{GET}", answer)
    error = failing(fake, kind, store=saved(fake))
    assert error.code == code
    assert "secret" not in repr(error)
    assert (fake.refreshes, fake.log_ins) == (0, 0)


def test_lost_logins_are_simply_repeated(fake: FakeBluesky) -> None:
    fake.server.inject(LOGIN, Answer(reset=True))
    failing(fake, Transient)
    fake.server.inject(LOGIN, Answer(status=429, headers={"retry-after": "300"}))
    assert failing(fake, RateLimited).retry_at is not None


def test_a_lost_write_is_unknown(fake: FakeBluesky) -> None:
    path = "com.atproto.repo.putRecord"
    for answer in (Answer(reset=True), Answer(status=500), Answer(body=b'{"uri":')):
        fake.server.inject(f"/xrpc/{path}", answer)
        with pytest.raises(UnknownOutcome):
            run(fake, lambda s: s.procedure(path, {}), store=saved(fake))


def test_a_session_answer_without_tokens(fake: FakeBluesky) -> None:
    fake.server.inject(LOGIN, Answer(body={"did": ME}))
    assert failing(fake, Invalid).code == "bad_session"
