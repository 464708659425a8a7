"""A local HTTP server that answers as told and misbehaves on demand: cut bodies, resets, slow bytes, error statuses."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON, None when there is none."""
        return json.loads(self.body) if self.body else None

    def form(self) -> dict[str, list[str]]:
        """The body as a form, the way ``query`` is."""
        return parse_qs(self.body.decode(), keep_blank_values=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server does with one request.

    ``cut`` sends only that many bytes of the body it announced; ``drip`` waits that many seconds after each byte;
    ``delay`` waits before anything is sent; ``reset`` drops the connection without an answer.
    """

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: float = 0.0
    delay: float = 0.0
    reset: bool = False

    def raw(self) -> bytes:
        """The body as bytes."""
        if isinstance(self.body, bytes):
            return self.body
        return b"" if self.body is None else json.dumps(self.body).encode()


Responder = Callable[[Seen], Answer]


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # with the usual 5, a burst of connections waits a second for its retransmission


class FaultServer:
    """Listens on 127.0.0.1. ``handle`` answers; ``inject`` puts answers in front of it, per path, first in first out."""

    def __init__(self, handle: Responder) -> None:
        self.handle = handle
        self.seen: list[Seen] = []
        self._faults: dict[str, list[Answer]] = {}
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._ended = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="faultserver")

    @property
    def url(self) -> str:
        """Base address."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def inject(self, path: str, *answers: Answer) -> None:
        """The next requests to ``path`` get these answers instead."""
        with self._lock:
            self._faults.setdefault(path, []).extend(answers)

    def requests(self, path: str) -> list[Seen]:
        """All requests to ``path`` so far."""
        with self._lock:
            return [seen for seen in self.seen if seen.path == path]

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """End all connections and threads."""
        self._ended.set()
        self._server.shutdown()
        self._thread.join()
        with self._lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # it is closed already
        self._server.server_close()  # joins the threads of the connections

    def _next(self, seen: Seen) -> Answer:
        with self._lock:
            self.seen.append(seen)
            waiting = self._faults.get(seen.path)
            if waiting:
                return waiting.pop(0)
        return self.handle(seen)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # header and body go out in two writes, 40 ms apart otherwise

            def setup(self) -> None:
                super().setup()
                with owner._lock:
                    owner._open.add(self.connection)

            def finish(self) -> None:
                with owner._lock:
                    owner._open.discard(self.connection)
                try:
                    super().finish()
                except OSError:
                    pass  # the other side is gone: nothing left to flush

            def handle(self) -> None:
                try:
                    super().handle()
                except OSError:
                    pass  # dropped on purpose, by either side

            def log_message(self, format: str, *args: Any) -> None:
                del format, args  # tests look at ``seen``

            def do_GET(self) -> None:
                self._serve()

            def do_HEAD(self) -> None:
                self._serve()

            def do_POST(self) -> None:
                self._serve()

            def do_PUT(self) -> None:
                self._serve()

            def do_DELETE(self) -> None:
                self._serve()

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                parts = urlsplit(self.path)
                headers = {name.lower(): value for name, value in self.headers.items()}
                answer = owner._next(Seen(self.command, parts.path, parse_qs(parts.query), headers, body))
                if answer.delay:
                    owner._ended.wait(answer.delay)
                if answer.reset:
                    linger = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    self.connection.close()
                    self.close_connection = True
                    return
                raw = b"" if self.command == "HEAD" else answer.raw()
                self.send_response(answer.status)
                given = {name.lower() for name in answer.headers}
                if "content-type" not in given:
                    self.send_header("content-type", "application/json")
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if "content-length" not in given:
                    self.send_header("content-length", str(len(raw)))
                self.end_headers()
                if answer.drip:
                    for byte in raw:
                        if owner._ended.wait(answer.drip):
                            return
                        self.wfile.write(bytes([byte]))
                    return
                self.wfile.write(raw if answer.cut is None else raw[: answer.cut])
                if answer.cut is not None:
                    self.close_connection = True

        return Handler


@contextmanager
def serving(handle: Responder) -> Iterator[FaultServer]:
    """A running server for the length of a ``with`` block."""
    server = FaultServer(handle)
    server.start()
    try:
        yield server
    finally:
        server.stop()


class TestClock:
    """The real time, shifted by ``ahead`` seconds; microseconds strictly increase."""

    __test__ = False  # not a test class, whatever its name

    def __init__(self) -> None:
        self.ahead = 0
        self._last = 0

    def now(self) -> int:
        """UTC seconds."""
        return int(time.time()) + self.ahead

    def now_us(self) -> int:
        """UTC microseconds, never the same twice."""
        self._last = max(self._last + 1, int(time.time() * 1_000_000) + self.ahead * 1_000_000)
        return self._last
