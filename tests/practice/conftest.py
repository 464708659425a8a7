"""A real practice network on loopback with a clock that the test turns, and a plain client to ask it things."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest

from console.connectors.practice import PracticeConnector, connect
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.decision import ActionRequest
from console.domain.vocabulary import ActionKind
from console.practice import PracticeNetwork

T = TypeVar("T")

CONTENT = Path(__file__).parents[2] / "resources" / "practice"
START = 1_790_000_000


class TurnedClock:
    """UTC time that stands still until the test turns it."""

    def __init__(self, at: int = START) -> None:
        self.at = at
        self._us = 0

    def __call__(self) -> float:
        return float(self.at)

    def now(self) -> int:
        return self.at

    def now_us(self) -> int:
        self._us = max(self._us + 1, self.at * 1_000_000)
        return self._us


@dataclass
class Asked:
    """An answer as it came over the wire."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def json(self) -> dict[str, Any]:
        told = json.loads(self.content)
        assert isinstance(told, dict)
        return told

    @property
    def code(self) -> str:
        return str(self.json["error"]["code"])


@dataclass
class Client:
    """Asks a network over HTTP with nothing but the standard library; signs in by itself."""

    url: str
    token: str = ""
    opened: list[http.client.HTTPConnection] = field(default_factory=list)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        token: str | None = None,
        raw: bytes | None = None,
        **headers: str,
    ) -> Asked:
        connection = http.client.HTTPConnection(self.url.removeprefix("http://"), timeout=10)
        try:
            held = self.token if token is None else token
            sent = {"authorization": f"Bearer {held}"} if held else {}
            content = raw if raw is not None else (json.dumps(body).encode() if body is not None else None)
            connection.request(method, path, content, {**sent, **headers})
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Asked(answer.status, told, answer.read())
        finally:
            connection.close()

    def sign_in(self) -> dict[str, Any]:
        told = self.ask("POST", "/api/v1/session", {"account": "lormel", "password": "practice"}).json
        self.token = told["access_token"]
        return told

    def everything(self, since: str | None = None) -> tuple[list[dict[str, Any]], str]:
        """All pages from ``since`` on, and the last cursor."""
        found: list[dict[str, Any]] = []
        while True:
            told = self.ask("GET", "/api/v1/comments" + (f"?since={since}" if since else "")).json
            found += told["comments"]
            since = told["cursor"]
            if not told["more"]:
                return found, since

    def fault(self, kind: str, **more: Any) -> None:
        assert self.ask("POST", "/_practice/faults", {"kind": kind, **more}).status == 201

    def settings(self, **values: Any) -> None:
        assert self.ask("POST", "/_practice/settings", values).status == 200

    def advance(self, minutes: float) -> None:
        assert self.ask("POST", "/_practice/advance", {"minutes": minutes}).status == 200

    def log(self) -> list[dict[str, Any]]:
        entries = self.ask("GET", "/_practice/log").json["entries"]
        assert isinstance(entries, list)
        return entries


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.vigie.practice"


@pytest.fixture
def network(path: Path, clock: TurnedClock) -> Iterator[PracticeNetwork]:
    with PracticeNetwork(path, content=CONTENT, clock=clock) as running:
        yield running


@pytest.fixture
def client(network: PracticeNetwork) -> Client:
    asker = Client(network.url)
    asker.sign_in()
    return asker


@pytest.fixture
def sessions() -> MemorySessionStore:
    return MemorySessionStore()


@pytest.fixture
def play(
    network: PracticeNetwork, clock: TurnedClock, sessions: MemorySessionStore
) -> Callable[[Callable[[PracticeConnector], Awaitable[T]]], T]:
    """Run a coroutine function with a fresh connector to the network, as a console just started would."""

    def run(scene: Callable[[PracticeConnector], Awaitable[T]]) -> T:
        async def whole() -> T:
            channel = Channel(ChannelId(1), "practice", "demo", server=network.url)
            connector = connect(channel, None, sessions, clock)
            try:
                return await scene(connector)
            finally:
                await connector.close()

        return asyncio.run(whole())

    return run


async def pull_all(
    connector: PracticeConnector, cursor: str | None = None
) -> tuple[list[IncomingComment], str | None]:
    """All pages from ``cursor`` on, and the last cursor."""
    found: list[IncomingComment] = []
    while True:
        page = await connector.pull(cursor)
        found += page.comments
        cursor = page.cursor
        if not page.more:
            return found, cursor


def a_request(action: ActionKind, comment: IncomingComment | dict[str, Any], **more: Any) -> ActionRequest:
    """A request as the outbox would hold it."""
    if isinstance(comment, IncomingComment):
        target, author = comment.remote_id, comment.author.remote_id
    else:
        target, author = comment["id"], comment["author"]["id"]
    values: dict[str, Any] = {"key": "0f" * 16, "created_at_us": START * 1_000_000, **more}
    return ActionRequest(action=action, target=target, author_remote_id=author, **values)
