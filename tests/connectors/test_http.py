"""The shared client against a real local server: what each failure means for a read and for a write."""

from __future__ import annotations

import asyncio
import gzip
import logging
import socket
import ssl
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from email.utils import formatdate
from typing import Any

import pytest

from console.connectors.addresses import check_base_url, is_loopback
from console.connectors.budget import RateBudget
from console.connectors.http import Failure, HttpClient, HttpResponse
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    Transient,
    UnknownOutcome,
    UsageError,
)
from tests.support.faultserver import Answer, FaultServer, TestClock, serving

GOOD = Answer(body={"ok": True})


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving(lambda seen: GOOD) as running:
        yield running


def call(url: str, *, idempotent: bool, client: dict[str, Any] | None = None, **kwargs: Any) -> HttpResponse:
    async def go() -> HttpResponse:
        made = HttpClient(url, clock=TestClock(), **(client or {}))
        try:
            return await made.request(
                "POST" if not idempotent else "GET", "/x", idempotent=idempotent, **kwargs
            )
        finally:
            await made.close()

    return asyncio.run(go())


def error_of(url: str, *, idempotent: bool, **kwargs: Any) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        call(url, idempotent=idempotent, **kwargs).json()
    return caught.value


def test_good_answer(server: FaultServer) -> None:
    answer = call(server.url, idempotent=True, params={"q": "é", "n": 1}, headers={"x-y": "z"})
    assert answer.object() == {"ok": True}
    assert answer.headers["content-type"] == "application/json"
    (seen,) = server.seen
    assert (seen.method, seen.query) == ("GET", {"q": ["é"], "n": ["1"]})
    assert (seen.headers["x-y"], seen.headers["user-agent"]) == ("z", "Vigie")


@pytest.mark.parametrize(
    ("answer", "read", "write"),
    [
        (Answer(reset=True), (Transient, "connection_lost"), (UnknownOutcome, "connection_lost")),
        (Answer(body={"k": "v" * 99}, cut=20), (Transient, "connection_lost"), (UnknownOutcome, "connection_lost")),
        (Answer(body=b'{"k": [1, 2'), (Transient, "bad_answer"), (UnknownOutcome, "bad_answer")),
        (Answer(body=b"[" * 100_000), (Transient, "bad_answer"), (UnknownOutcome, "bad_answer")),
        (Answer(delay=30), (Transient, "timeout"), (UnknownOutcome, "timeout")),
        (Answer(body=b"x" * 400, drip=0.1), (Transient, "timeout"), (UnknownOutcome, "timeout")),
        (Answer(body=b"x", headers={"content-encoding": "gzip"}), (Transient, "bad_answer"), (UnknownOutcome, "bad_answer")),
        (Answer(status=500), (Transient, "server_error"), (UnknownOutcome, "server_error")),
        (Answer(status=502, body=b"<html>"), (Transient, "server_error"), (UnknownOutcome, "server_error")),
        (Answer(status=408), (Transient, "server_error"), (UnknownOutcome, "server_error")),
        (Answer(status=401), (AuthExpired, "auth_expired"), (AuthExpired, "auth_expired")),
        (Answer(status=403), (ForbiddenByPlatform, "forbidden"), (ForbiddenByPlatform, "forbidden")),
        (Answer(status=404), (Gone, "gone"), (Gone, "gone")),
        (Answer(status=410), (Gone, "gone"), (Gone, "gone")),
        (Answer(status=422), (Invalid, "invalid"), (Invalid, "invalid")),
        (Answer(status=302, headers={"location": "http://127.0.0.1:1/"}), (Invalid, "redirected"), (Invalid, "redirected")),
    ],
    ids=lambda value: repr(value)[:40] if isinstance(value, Answer) else value[1] if isinstance(value, tuple) else None,
)  # fmt: skip
def test_failures(
    server: FaultServer,
    answer: Answer,
    read: tuple[type[ConnectorError], str],
    write: tuple[type[ConnectorError], str],
) -> None:
    for idempotent, (kind, code) in ((True, read), (False, write)):
        server.inject("/x", answer)
        error = error_of(server.url, idempotent=idempotent, client={"timeout": 0.25})
        assert (type(error), error.code) == (kind, code)
    assert len(server.seen) == 2  # nothing was sent a second time


def test_refused_connection_is_transient_even_for_a_write() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    error = error_of(f"http://127.0.0.1:{port}", idempotent=False)
    assert (type(error), error.code) == (Transient, "offline")


def test_a_server_that_never_completes_the_handshake_got_nothing() -> None:
    """TLS that hangs: no byte of the request left, so even a write may be repeated."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        error = error_of(url, idempotent=False, client={"timeout": 0.25})
    assert (type(error), error.code) == (Transient, "timeout")


def test_tls_failure_is_named(server: FaultServer) -> None:
    error = error_of(server.url.replace("http:", "https:"), idempotent=False, client={"timeout": 2})
    assert (type(error), error.code) == (Transient, "tls_failed")


@pytest.mark.parametrize(
    ("headers", "ahead"),
    [
        ({"retry-after": "17"}, 17),
        ({"retry-after": "later"}, 60),
        ({}, 60),
        ({"retry-after": "999999999999"}, 2 * 86_400),
        ({"ratelimit-reset": "25"}, 25),
        ({"x-ratelimit-reset": "nan"}, 60),
    ],
)
def test_rate_limit_says_when(server: FaultServer, headers: dict[str, str], ahead: int) -> None:
    server.inject("/x", Answer(status=429, headers=headers))
    clock = TestClock()
    before = clock.now()
    error = error_of(server.url, idempotent=False)
    assert isinstance(error, RateLimited)
    assert error.retry_at is not None
    assert before + ahead <= error.retry_at <= clock.now() + ahead


def test_rate_limit_dates(server: FaultServer) -> None:
    clock = TestClock()
    at = clock.now() + 90
    for headers in ({"retry-after": formatdate(at, usegmt=True)}, {"ratelimit-reset": str(at)}):
        server.inject("/x", Answer(status=429, headers=headers))
        assert error_of(server.url, idempotent=True).retry_at == at


def test_after_a_429_nothing_is_sent_until_then(server: FaultServer) -> None:
    clock = TestClock()
    budget = RateBudget(clock)

    async def go() -> None:
        client = HttpClient(server.url, clock=clock, budget=budget)
        server.inject("/x", Answer(status=429, headers={"retry-after": "30"}))
        for _ in range(3):
            with pytest.raises(RateLimited):
                await client.request("GET", "/x", idempotent=True)
        assert len(server.seen) == 1
        assert (await client.request("GET", "/y", idempotent=True)).status == 200  # another bucket
        clock.ahead = 31
        assert (await client.request("GET", "/x", idempotent=True)).status == 200
        await client.close()

    asyncio.run(go())


def test_a_short_wait_is_slept_through(server: FaultServer) -> None:
    clock = TestClock()

    async def go() -> None:
        client = HttpClient(server.url, clock=clock, budget=RateBudget(clock))
        server.inject(
            "/x",
            Answer(
                body={}, headers={"ratelimit-limit": "9", "ratelimit-remaining": "0", "ratelimit-reset": "1"}
            ),
        )
        await client.request("GET", "/x", idempotent=True)
        started = clock.now()
        await client.request("GET", "/x", idempotent=True)
        assert clock.now() - started <= 2
        await client.close()

    asyncio.run(go())


def test_platform_names_the_error(server: FaultServer) -> None:
    def classify(failure: Failure) -> ConnectorError | None:
        return Duplicate() if failure.body == {"error": "twice"} else None

    server.inject(
        "/x", Answer(status=500, body={"error": "twice"}), Answer(status=500, body={"error": "else"})
    )
    client = {"classify": classify}
    assert isinstance(error_of(server.url, idempotent=False, client=client), Duplicate)
    assert isinstance(error_of(server.url, idempotent=False, client=client), UnknownOutcome)


@pytest.mark.parametrize("encode", [lambda raw: raw, gzip.compress], ids=["plain", "bomb"])
def test_answers_are_bounded(server: FaultServer, encode: Callable[[bytes], bytes]) -> None:
    headers = {"content-encoding": "gzip"} if encode is gzip.compress else {}
    server.inject("/x", Answer(body=encode(b" " * 200_000), headers=headers))
    error = error_of(server.url, idempotent=True, client={"max_answer": 100_000})
    assert (type(error), error.code) == (Transient, "answer_too_large")


def test_nothing_secret_in_errors_or_logs(server: FaultServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for answer in (Answer(status=500, body={"e": "body-secret"}), Answer(reset=True), Answer(status=401)):
        server.inject("/x", answer)
        error = error_of(
            server.url,
            idempotent=False,
            params={"q": "query-secret"},
            json={"password": "json-secret"},
            headers={"authorization": "Bearer token-secret"},
        )
        assert "secret" not in f"{error!r} {error.as_dict()}"
    caplog.handler.flush()
    assert "secret" not in caplog.text


def test_proxies_never_get_loopback(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert call(server.url, idempotent=True).status == 200


@pytest.mark.parametrize(
    ("url", "result"),
    [
        ("https://bsky.social/", "https://bsky.social"),
        (" http://127.0.0.1:80/a/ ", "http://127.0.0.1:80/a"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://pds.localhost:1", "http://pds.localhost:1"),
    ],
)
def test_base_urls(url: str, result: str) -> None:
    assert check_base_url(url) == result


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://pds.example", "server_not_https"),
        ("http://127.0.0.1.example", "server_not_https"),
        ("ftp://pds.example", "bad_server"),
        ("https://", "bad_server"),
        ("https://me:secret@pds.example", "bad_server"),
        ("https://pds.example:port", "bad_server"),
        ("https://pds.example/?token=1", "bad_server"),
        ("https://[::1", "bad_server"),
    ],
)
def test_base_urls_refused(url: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_base_url(url)
    assert caught.value.code == code


def test_loopback_names() -> None:
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.9.9.9", "::1", "a.localhost")))
    assert not any(map(is_loopback, (None, "", "10.0.0.1", "localhost.example", "0.0.0.0")))


@pytest.mark.parametrize(
    "parts",
    [
        {"params": {"q": "\ud800"}},
        {"json": {"a": "\ud800"}},
        {"json": float("nan")},
        {"headers": {"a": "\u20ac"}},
    ],
    ids=["query", "text", "number", "header"],
)
def test_what_cannot_be_sent_is_invalid(server: FaultServer, parts: dict[str, Any]) -> None:
    error = error_of(server.url, idempotent=False, **parts)
    assert (type(error), error.code) == (Invalid, "bad_request")
    assert server.seen == []


def test_a_cancelled_request_leaves_nothing_open(server: FaultServer) -> None:
    async def go() -> None:
        client = HttpClient(server.url, clock=TestClock())
        server.inject("/x", Answer(delay=30))
        task = asyncio.create_task(client.request("GET", "/x", idempotent=True))
        await _until(lambda: bool(server.seen))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await client.request("GET", "/x", idempotent=True)).status == 200
        await client.close()

    asyncio.run(go())


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.01)


def test_a_client_works_again_after_close(server: FaultServer) -> None:
    async def go() -> None:
        client = HttpClient(server.url, clock=TestClock())
        jobs: list[Awaitable[HttpResponse]] = [
            client.request("GET", "/x", idempotent=True) for _ in range(20)
        ]
        assert {a.status for a in await asyncio.gather(*jobs)} == {200}
        await client.close()
        assert (await client.request("GET", "/x", idempotent=True)).status == 200
        await client.close()

    asyncio.run(go())


def test_httpx_is_not_loaded_before_a_request() -> None:
    """Opening the window imports connectors; the network library must not be paid for then."""
    code = (
        "import sys, console.connectors.registry as r; r.specs(); import console.connectors.bluesky.connector;"
        "print([m for m in ('httpx', 'truststore', 'regex', 'ssl') if m in sys.modules and m != 'ssl'])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_a_spec_is_light() -> None:
    """What the window reads of a platform at start needs neither the loop nor TLS."""
    code = (
        "import sys; from console.connectors.bluesky import SPEC;"
        "print([m for m in ('asyncio', 'ssl', 'email', 'httpx', 'regex') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_tls_uses_the_systems_certificates() -> None:
    import truststore

    from console.connectors.network import tls_context

    context = tls_context("https")
    assert isinstance(context, truststore.SSLContext)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
