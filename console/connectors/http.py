"""The shared HTTP client: the only import of httpx, and the one place where its failures become our errors.

What a failed request means depends on whether it may have taken effect:

==========================================  =====================  ======================
what happened                               ``idempotent=True``    ``idempotent=False``
==========================================  =====================  ======================
no connection, or lost before anything left  Transient              Transient
lost, or timed out, after it left            Transient              UnknownOutcome
429                                          RateLimited(retry_at)  RateLimited(retry_at)
5xx                                          Transient              UnknownOutcome
200 with a body that is cut off or no JSON   Transient              UnknownOutcome
401, 403, 404/410, other 4xx                 AuthExpired, ForbiddenByPlatform, Gone, Invalid
==========================================  =====================  ======================

A platform's ``classify`` hook sees every failed answer first and may name it more exactly. Errors carry host, path,
status and the platform's own error code; never a header, a query, a body or a token.
"""

from __future__ import annotations

import asyncio
import json as jsonlib
import logging
import ssl
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

from console.connectors.addresses import check_base_url
from console.connectors.budget import RateBudget, retry_time
from console.connectors.network import asks_system, proxy_for, tls_context
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    Transient,
    UnknownOutcome,
)

if TYPE_CHECKING:
    import httpx

    from console.domain.ports import Clock

#: The most that one answer may hold after decompression, in bytes.
MAX_ANSWER: Final = 8 * 1024 * 1024
#: The longest wait for a rate budget that is slept through here, in seconds; longer ones are raised.
MAX_SLEEP: Final = 2
#: How many times ``timeout`` a whole exchange may take, so that a dripping answer ends too.
TOTAL_FACTOR: Final = 3

Params = Mapping[str, Any] | Sequence[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed answer as the ``classify`` hook sees it; ``body`` is the parsed JSON, or None."""

    status: int
    headers: Mapping[str, str]
    body: Any
    path: str
    idempotent: bool


Classify = Callable[[Failure], ConnectorError | None]


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A good answer: status 200-299, headers with lower-case names, and a body of bounded size."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    path: str
    idempotent: bool

    def text(self) -> str:
        """The body as UTF-8; what is not UTF-8 becomes U+FFFD."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON; a body that is no JSON raises Transient, or UnknownOutcome after a write."""
        try:
            return jsonlib.loads(self.content)
        except (ValueError, RecursionError):
            raise lost("bad_answer", self.idempotent, path=self.path, status=self.status) from None

    def object(self) -> dict[str, Any]:
        """The body as a JSON object; anything else counts as a broken answer, as in ``json``."""
        value = self.json()
        if not isinstance(value, dict):
            raise lost("bad_answer", self.idempotent, path=self.path, status=self.status)
        return value


def lost(code: str, idempotent: bool, **params: Any) -> ConnectorError:
    """The error for an exchange whose end we did not see: Transient, or UnknownOutcome when it may have acted."""
    return Transient(code, **params) if idempotent else UnknownOutcome(code, **params)


class HttpClient:
    """One server, one account. Made anywhere, used in one event loop, closed with ``close``."""

    def __init__(
        self,
        base_url: str,
        *,
        clock: Clock,
        budget: RateBudget | None = None,
        user_agent: str = "Vigie",
        timeout: float = 20.0,
        classify: Classify | None = None,
        max_answer: int = MAX_ANSWER,
        connections: int = 8,
    ) -> None:
        self.base_url = check_base_url(base_url)
        self._clock = clock
        self._budget = budget
        self._user_agent = user_agent
        self._timeout = timeout
        self._classify = classify
        self._max_answer = max_answer
        self._connections = connections
        self._client: httpx.AsyncClient | None = None

    async def request(
        self,
        method: str,
        path: str,
        *,
        idempotent: bool,
        params: Params | None = None,
        json: Any = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        bucket: str | None = None,
        timeout: float | None = None,
    ) -> HttpResponse:
        """Send one request, once; return the answer if its status is 2xx, else raise the matching ConnectorError.

        ``path`` starts with a slash. ``idempotent`` is True for reads and for nothing else, unless a lost answer
        could not matter. ``bucket`` names the rate bucket (default: the path). ``timeout`` is seconds per network
        step; the whole exchange may take three times that.
        """
        bucket = bucket or path
        await self._wait_for_budget(bucket, write=not idempotent)
        limit = timeout or self._timeout
        # One mutable cell, set by the transport the moment the first byte of the request is written.
        sent = [False]

        async def trace(event: str, _info: Mapping[str, Any]) -> None:
            if event.endswith("send_request_headers.started"):
                sent[0] = True

        client = self._open()
        try:
            request = client.build_request(
                method,
                self.base_url + path,
                params=dict(params) if isinstance(params, Mapping) else list(params or ()),
                json=json,
                data=dict(data) if data is not None else None,
                headers=dict(headers or {}),
                timeout=limit,
                extensions={"trace": trace, "timeout": _timeouts(limit)},
            )
        except _unsendable():
            # A lone surrogate in an id, a line break in a header: nothing that a server could have given out.
            raise Invalid("bad_request", **self._where(path)) from None
        try:
            async with asyncio.timeout(limit * TOTAL_FACTOR):
                answer = await client.send(request, stream=True)
                try:
                    content = await self._read(answer)
                finally:
                    await answer.aclose()
        except _exceptions() as error:
            raise self._lost(error, path, idempotent or not sent[0]) from None
        lower = {name.lower(): value for name, value in answer.headers.items()}
        if self._budget is not None:
            self._budget.observe(bucket, lower)
        if content is None:
            raise lost("answer_too_large", idempotent, **self._where(path, answer.status_code))
        if 200 <= answer.status_code < 300:
            return HttpResponse(answer.status_code, lower, content, path, idempotent)
        failure = Failure(answer.status_code, lower, _parsed(content), path, idempotent)
        raise self._refusal(failure, bucket)

    async def lines(
        self, path: str, *, headers: Mapping[str, str] | None = None, quiet: float = 60.0
    ) -> AsyncGenerator[bytes, None]:
        """The lines of an answer that goes on for as long as the server likes; ends when the server ends it.

        ``quiet`` is how many seconds may pass without a byte. Raises what ``request`` raises for a read.
        """
        client = self._open()
        times = {**_timeouts(10.0), "read": quiet}
        rest = b""
        try:
            request = client.build_request("GET", self.base_url + path, headers=dict(headers or {}))
            request.extensions["timeout"] = times
            answer = await client.send(request, stream=True)
            try:
                if not 200 <= answer.status_code < 300:
                    raise self._refusal(Failure(answer.status_code, {}, None, path, True), path)
                async for part in answer.aiter_bytes():
                    *whole, rest = (rest + part).split(b"\n")
                    for line in whole:
                        yield line.rstrip(b"\r")
                    if len(rest) > self._max_answer:
                        raise Transient("answer_too_large", **self._where(path))
            finally:
                await answer.aclose()
        except _exceptions() as error:
            raise self._lost(error, path, True) from None

    async def close(self) -> None:
        """Close all connections; the client opens again when used again."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    # ------------------------------------------------------------------ inside

    def _open(self) -> httpx.AsyncClient:
        if self._client is None:
            import httpx

            # httpx logs whole URLs at INFO, and queries hold what we never log.
            for name in ("httpx", "httpcore"):
                logging.getLogger(name).setLevel(logging.WARNING)
            parts = urlsplit(self.base_url)
            self._client = httpx.AsyncClient(
                verify=tls_context(parts.scheme),
                proxy=_proxy(parts.hostname),
                trust_env=asks_system(parts.hostname),
                follow_redirects=False,  # a redirect could carry the token to another host
                headers={"user-agent": self._user_agent, "accept": "application/json"},
                limits=httpx.Limits(max_connections=self._connections, keepalive_expiry=30),
            )
        return self._client

    async def _wait_for_budget(self, bucket: str, *, write: bool) -> None:
        if self._budget is None:
            return
        until = self._budget.wait_until(bucket, write=write)
        if until is None:
            return
        wait = until - self._clock.now()
        if wait > MAX_SLEEP:
            raise RateLimited(retry_at=until, host=urlsplit(self.base_url).hostname)
        await asyncio.sleep(max(wait, 0))

    async def _read(self, answer: httpx.Response) -> bytes | None:
        """The body, or None when it is larger than allowed; counted after decompression, so no bomb gets through."""
        parts: list[bytes] = []
        size = 0
        async for part in answer.aiter_bytes():
            size += len(part)
            if size > self._max_answer:
                return None
            parts.append(part)
        return b"".join(parts)

    def _where(self, path: str, status: int | None = None) -> dict[str, Any]:
        where: dict[str, Any] = {"host": urlsplit(self.base_url).hostname, "path": path}
        if status is not None:
            where["status"] = status
        return where

    def _lost(self, error: Exception, path: str, harmless: bool) -> ConnectorError:
        return _unreached(error, self._where(path), harmless)

    def _refusal(self, failure: Failure, bucket: str) -> ConnectorError:
        where = self._where(failure.path, failure.status)
        if failure.status == 429:
            retry_at = retry_time(failure.headers, self._clock.now())
            if self._budget is not None:
                self._budget.refused(bucket, retry_at)
            named = self._classify(failure) if self._classify is not None else None
            return named or RateLimited(retry_at=retry_at, **where)
        named = self._classify(failure) if self._classify is not None else None
        return named or _refused(failure, where)


def _unreached(error: Exception, where: Mapping[str, Any], harmless: bool = True) -> ConnectorError:
    import httpx

    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return lost("timeout", harmless, **where)
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return Invalid("bad_server", **where)
    if isinstance(error, httpx.ProxyError):
        return Transient("proxy_failed", **where)
    if isinstance(error, httpx.ConnectError):
        if _caused_by(error, ssl.SSLError):
            return Transient("tls_failed", **where)
        if proxy_for(where.get("host")) is not None:
            # Nothing else was called: it is the proxy that is away.
            return Transient("proxy_failed", **where)
        return Transient("offline", **where)
    if isinstance(error, httpx.DecodingError):
        return lost("bad_answer", harmless, **where)
    return lost("connection_lost", harmless, **where)


def _refused(failure: Failure, where: Mapping[str, Any]) -> ConnectorError:
    if failure.status >= 500 or failure.status in (408, 429):
        return lost("server_error", failure.idempotent, **where)
    if failure.status == 401:
        return AuthExpired(**where)
    if failure.status == 403:
        return ForbiddenByPlatform(**where)
    if failure.status in (404, 410):
        return Gone(**where)
    return Invalid("redirected" if failure.status < 400 else None, **where)


@dataclass(frozen=True, slots=True)
class Download:
    """A large file on its way: status 200, 206 or 416, lower-case headers; ``chunks`` raises Transient when cut off."""

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


@contextmanager
def download(url: str, headers: Mapping[str, str], *, timeout: float = 20.0) -> Iterator[Download]:
    """Open ``url`` for reading piece by piece, without a size limit; blocks, so never on the GUI or engine thread.

    Follows up to five redirects (file servers hand out signed addresses), never to an address without encryption
    outside this machine. ``timeout`` is seconds per network step. Raises UsageError for a bad address and the
    ConnectorError classes of the table above, all of them harmless to repeat.
    """
    import httpx

    asked = {"accept-encoding": "identity", "user-agent": "Vigie", **headers}
    path = urlsplit(url).path
    for _ in range(6):
        parts = urlsplit(url)
        check_base_url(f"{parts.scheme}://{parts.netloc}")
        with httpx.Client(
            verify=tls_context(parts.scheme),
            proxy=_proxy(parts.hostname),
            trust_env=asks_system(parts.hostname),
            timeout=httpx.Timeout(timeout, connect=10.0),
        ) as client:
            where = {"host": parts.hostname, "path": path}
            try:
                answer = client.send(client.build_request("GET", url, headers=asked), stream=True)
            except _exceptions() as error:
                raise _unreached(error, where) from None
            try:
                if answer.has_redirect_location:
                    url = urljoin(url, answer.headers["location"])
                    continue
                lower = {name.lower(): value for name, value in answer.headers.items()}
                if answer.status_code not in (200, 206, 416):
                    failure = Failure(answer.status_code, lower, None, path, True)
                    raise _refused(failure, {**where, "status": answer.status_code})
                yield Download(answer.status_code, lower, _pieces(answer, where))
                return
            finally:
                answer.close()
    raise Invalid("redirected", host=urlsplit(url).hostname, path=path)


def _pieces(answer: httpx.Response, where: Mapping[str, Any]) -> Iterator[bytes]:
    try:
        yield from answer.iter_raw()  # as it comes: a chunk size would lose what was buffered when it breaks off
    except _exceptions() as error:
        raise _unreached(error, where) from None


def _timeouts(limit: float) -> dict[str, float]:
    # A pool that is exhausted means that our own requests wait for each other: give them the whole exchange.
    return {"connect": min(limit, 10.0), "read": limit, "write": limit, "pool": limit * TOTAL_FACTOR}


def _proxy(host: str | None) -> httpx.Proxy | None:
    """The company's proxy for ``host``, its own certificate checked like any server's."""
    import httpx

    address = proxy_for(host)
    if address is None:
        return None
    return httpx.Proxy(address, ssl_context=tls_context("https") if address.startswith("https:") else None)


def _exceptions() -> tuple[type[Exception], ...]:
    import httpx

    # ssl.SSLError and OSError can escape from the transport while a connection is torn down.
    return (TimeoutError, httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError)


def _unsendable() -> tuple[type[Exception], ...]:
    import httpx

    return (ValueError, httpx.InvalidURL)  # UnicodeError is a ValueError


def _caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False


def _parsed(content: bytes) -> Any:
    try:
        return jsonlib.loads(content)
    except (ValueError, RecursionError):
        return None
