"""The line between console and server while traffic runs: it loses, cuts, slows and refuses, and notes every write."""

from __future__ import annotations

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import httpx

from tests.servers.network import aged
from tests.support.faultserver import Answer, Seen

#: Chances of one request in a hundred, each, while the line is bad.
FAULTS: Final = {
    "lost request": 2.5,
    "lost answer": 3.0,
    "429": 1.5,
    "500 before": 1.0,
    "502 after": 1.5,
    "cut": 1.5,
    "slow": 2.0,
    "dripping": 0.5,
    "expired token": 1.5,
}
#: Headers that go through; the others are the two programs' own business.
_ASKED: Final = (
    "authorization",
    "content-type",
    "atproto-proxy",
    "atproto-accept-labelers",
    "accept-language",
)
_SAID: Final = ("content-type", "link", "x-wp-total", "x-wp-totalpages", "retry-after")


@dataclass(frozen=True, slots=True)
class Write:
    """One request that changes something, as it reached the server. ``status`` 0: the server did not answer."""

    at: float
    method: str
    path: str
    body: Any
    status: int
    answer: Any


class BadLine:
    """``handle`` answers for the server. ``bad`` turns the faults on, ``away`` refuses all; ``kill`` ends the console."""

    def __init__(self, server: str, seed: int, *, tokens: bool = False) -> None:
        """``tokens``: the account's tokens are such that an expired one can be forged (a Bluesky of the tests)."""
        self.server, self._tokens = server, tokens
        self.bad, self.away = False, False
        self.kill: Callable[[str], bool] = lambda _when: False
        self.url = ""
        self.counts: Counter[str] = Counter()
        self.writes: list[Write] = []
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._http = httpx.Client(timeout=90, trust_env=False)

    def close(self) -> None:
        """Close the connections to the server."""
        self._http.close()

    def handle(self, seen: Seen) -> Answer:
        """Forward one request, or spoil it."""
        writes = seen.method != "GET"
        with self._lock:
            self.counts["requests"] += 1
            fault, luck = self._draw(), self._chance.random()
        if self.away:
            return Answer(reset=True)
        if fault == "expired token" and not (self._tokens and "authorization" in seen.headers):
            fault = ""
        if fault == "expired token" and seen.path.endswith("Session"):
            fault = ""  # a refresh token is not renewed by being refused
        killed = self.bad and writes and not seen.path.endswith("Session") and luck < 0.5
        if killed and luck < 0.2 and self.kill("before the request"):
            return Answer(reset=True)
        if fault:
            self._count(fault)
        if fault == "lost request":
            return Answer(reset=True)
        if fault == "429":
            return Answer(429, {"error": "RateLimitExceeded"}, {"retry-after": str(1 + int(luck * 3))})
        if fault == "500 before":
            return Answer(500, b"<html>internal error")
        answer = self._forward(seen, expired=fault == "expired token")
        if answer is None:
            return Answer(reset=True)  # the server is away
        if killed and luck >= 0.2 and self.kill("before the answer"):
            return Answer(reset=True)
        kept = {name: value for name, value in answer.headers.items() if name in _SAID}
        body = answer.content.replace(self.server.encode(), self.url.encode())
        if "serviceEndpoint" in answer.text:  # where the account's server is, by its own telling
            body = _here(answer.json(), self.url)
        match fault:
            case "lost answer":
                return Answer(reset=True)
            case "502 after":
                return Answer(502, b"<html>bad gateway")
            case "cut":
                return Answer(answer.status_code, body, kept, cut=len(body) // 2)
            case "slow":
                return Answer(answer.status_code, body, kept, delay=0.2 + luck * 2)
            case "dripping" if len(body) < 3000:
                return Answer(answer.status_code, body, kept, drip=0.0005)
        return Answer(answer.status_code, body, kept)

    def _draw(self) -> str:
        """The fault of this request; empty for none."""
        roll = self._chance.random() * 100
        if not self.bad:
            return ""
        for name, share in FAULTS.items():
            roll -= share
            if roll < 0:
                return name
        return ""

    def _count(self, what: str) -> None:
        with self._lock:
            self.counts[what] += 1

    def _forward(self, seen: Seen, *, expired: bool) -> httpx.Response | None:
        headers = {name: value for name, value in seen.headers.items() if name in _ASKED}
        if expired:
            headers["authorization"] = "Bearer " + aged(
                headers["authorization"].removeprefix("Bearer "), 3600
            )
        answer = None
        try:
            answer = self._http.request(
                seen.method, self.server + seen.path, params=seen.query, content=seen.body, headers=headers
            )
        except httpx.TransportError:
            self._count("server away")
        if seen.method != "GET":
            note = Write(
                time.time(), seen.method, seen.path, _json(seen.body),
                0 if answer is None else answer.status_code, None if answer is None else _json(answer.content),
            )  # fmt: skip
            with self._lock:
                self.writes.append(note)
        return answer


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        return None


def _here(answer: Any, url: str) -> bytes:
    """The answer to a sign-in with this line as the account's server."""
    for service in answer.get("didDoc", {}).get("service", []):
        if service.get("id", "").endswith("#atproto_pds"):
            service["serviceEndpoint"] = url
    return json.dumps(answer).encode()
