"""The practice network's HTTP server: one request at a time per connection, faults included, bounded stop."""

from __future__ import annotations

import json
import logging
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, urlsplit

from console.domain.errors import EnvironmentFailure
from console.practice import actions, pages, world
from console.practice.api import Answer, Call, Drawn, Page, find_route
from console.practice.database import opened, transaction
from console.practice.faults import AFTER, Fault, Faults
from console.practice.world import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LOG: Final = logging.getLogger(__name__)
#: The largest request body, in bytes.
MAX_BODY: Final = 64 * 1024
#: The length of a rate window, in seconds.
WINDOW: Final = 60


class RateWindow:
    """Counts requests in windows of one minute, as the RateLimit headers tell it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._lock = threading.Lock()
        self._window = -1
        self._used = 0

    def count(self, now: float) -> tuple[int, int]:
        """Count one request: what is left afterwards (-1 when it is one too many), and seconds until the next."""
        with self._lock:
            window = int(now // WINDOW)
            if window != self._window:
                self._window, self._used = window, 0
            self._used += 1
            return max(self.limit - self._used, -1), int((window + 1) * WINDOW - now) + 1


class PracticeServer(HTTPServer):
    """Binds 127.0.0.1 only. A thread per connection; ``stop`` cuts the open ones, so that it ends in a bounded time."""

    request_queue_size = 64
    #: On Windows that option would let a second program listen on the same port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(
        self,
        port: int,
        path: Path,
        clock: Callable[[], float],
        rate_limit: int,
        reset: Callable[[], None],
    ) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.path = path
        self.clock = clock
        self.window = RateWindow(rate_limit)
        self.faults = Faults()
        self.reset = reset
        self.stopping = threading.Event()
        self.base_url = f"http://127.0.0.1:{self.server_address[1]}"
        self._lock = threading.Lock()
        self._open: dict[socket.socket, threading.Thread] = {}

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread of its own, remembered until it is done."""
        thread = threading.Thread(
            target=self._serve, args=(request, client_address), name="practice-connection", daemon=True
        )
        with self._lock:
            self._open[request] = thread
        thread.start()

    def _serve(self, request: socket.socket, client_address: Any) -> None:
        try:
            self.finish_request(request, client_address)
        except OSError as error:
            # Clients that hang up in the middle are part of a platform's day.
            _LOG.debug("practice connection ended early: %s", type(error).__name__)
        finally:
            self.shutdown_request(request)
            with self._lock:
                self._open.pop(request, None)

    def stop(self, timeout: float) -> None:
        """End the serve loop and every connection; returns within about ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        self.stopping.set()
        self.shutdown()
        self.server_close()
        with self._lock:
            left = list(self._open.items())
        for connection, _ in left:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it ended between the look and the call
        for _, thread in left:
            thread.join(max(deadline - time.monotonic(), 0.0))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "PracticeNetwork"
    sys_version = ""
    timeout = 60.0
    # Headers and body leave in one piece: with Nagle's algorithm two pieces cost 40 ms on a kept connection.
    disable_nagle_algorithm = True
    wbufsize = -1

    @property
    def _server(self) -> PracticeServer:
        return cast("PracticeServer", self.server)

    def do_GET(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def do_DELETE(self) -> None:
        self._handle()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing per request: /_practice/log holds what was done."""

    # ------------------------------------------------------------------ one request

    def _handle(self) -> None:
        self._sent_headers: dict[str, str] = {}
        path = urlsplit(self.path).path
        try:
            body = self._body()
            self._check_host()
            if path == "/_practice/faults":
                return self._answer(self._ask_for_fault(body))
            if path == "/_practice/reset" and self.command == "POST":
                self._server.faults.clear()
                self._server.reset()
                return self._answer((200, {"reset": True}))
            fault = None if path.startswith("/_practice/") else self._server.faults.take(self.command, path)
            if path.startswith("/api/"):
                self._count()
            if fault is not None and not self._strike(fault, path):
                return None
            answer = self._run(path, body)
        except ApiError as error:
            if path.startswith(("/api/", "/_practice/")):
                told = {"error": {"code": error.code, "message": error.message}}
                self._sent_headers.update(error.headers)
                return self._answer((error.status, told))
            return self._answer(Page(pages.gone(), error.status))
        except EnvironmentFailure as error:
            _LOG.warning("practice network: %s", error.code)
            return self._answer(
                (500, {"error": {"code": error.code, "message": "The network's file failed."}})
            )
        if fault is not None and fault.kind in AFTER:
            return self._spoil(fault, answer)
        return self._answer(answer)

    def _run(self, path: str, body: dict[str, Any]) -> Answer:
        route, ids = find_route(self.command, path)
        query = dict(parse_qsl(urlsplit(self.path).query))
        now = self._server.clock()
        with opened(self._server.path) as db:
            if route.writes or world.due(db, now):
                with transaction(db):
                    world.catch_up(db, now)
            token = self._token() if route.signed_in else None
            account = actions.signed_in(db, int(now), token) if route.signed_in else ""
            call = Call(db, int(now), self._server.base_url, query, body, account)
            if route.writes:
                with transaction(db):
                    return route.run(call, *ids)
            db.execute("BEGIN")  # one snapshot for all reads of an answer
            answer = route.run(call, *ids)
            db.execute("COMMIT")
            return answer

    def _body(self) -> dict[str, Any]:
        if "transfer-encoding" in self.headers:
            self.close_connection = True
            raise ApiError(411, "length_required", "Send a Content-Length.")
        raw = self.headers.get("content-length", "0")
        if not raw.isascii() or not raw.isdigit():
            self.close_connection = True
            raise ApiError(400, "invalid", "Content-Length is no number.")
        length = int(raw[:12])
        if length > MAX_BODY:
            self.close_connection = True
            raise ApiError(413, "too_large", f"A request has at most {MAX_BODY} bytes.")
        content = self.rfile.read(length)
        if not content:
            return {}
        try:
            body = json.loads(content)
        except (ValueError, RecursionError):
            raise ApiError(400, "invalid_json", "The body is no JSON.") from None
        if not isinstance(body, dict):
            raise ApiError(400, "invalid_json", "The body must be an object.")
        return body

    def _check_host(self) -> None:
        # A web page that points its own name at 127.0.0.1 must not be able to talk to the network.
        host = urlsplit("//" + self.headers.get("host", "")).hostname
        if host not in ("127.0.0.1", "localhost"):
            raise ApiError(403, "wrong_host", "This network answers on 127.0.0.1 only.")
        # Browsers name the page that sends a request; only our own pages may, and they send none.
        if self.headers.get("origin", self._server.base_url) != self._server.base_url:
            raise ApiError(403, "wrong_origin", "Other pages have no business here.")

    def _token(self) -> str | None:
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else None

    def _count(self) -> None:
        left, reset = self._server.window.count(self._server.clock())
        self._sent_headers = {
            "RateLimit-Limit": str(self._server.window.limit),
            "RateLimit-Remaining": str(max(left, 0)),
            "RateLimit-Reset": str(reset),
        }
        if left < 0:
            raise ApiError(429, "rate_limited", "Too many requests.", headers={"Retry-After": str(reset)})

    # ------------------------------------------------------------------ faults

    def _ask_for_fault(self, body: dict[str, Any]) -> Answer:
        if self.command == "DELETE":
            self._server.faults.clear()
            return 200, {"cleared": True}
        if self.command != "POST":
            raise ApiError(405, "method_not_allowed", "POST a fault, or DELETE them all.")
        try:
            fault = self._server.faults.add(body)
        except (ValueError, TypeError) as error:
            raise ApiError(400, "invalid", str(error)) from None
        return 201, {"kind": fault.kind, "count": fault.count}

    def _strike(self, fault: Fault, path: str) -> bool:
        """What goes wrong before the request is carried out; False when that was all there is to it."""
        if fault.kind == "rate_limited":
            wait = {"Retry-After": str(int(fault.seconds)), "RateLimit-Remaining": "0"}
            wait["RateLimit-Reset"] = str(int(fault.seconds))
            raise ApiError(429, "rate_limited", "Too many requests.", headers=wait)
        if fault.kind == "server_error":
            raise ApiError(fault.status, "server_error", "Something broke, on purpose.")
        if fault.kind == "gone":
            raise ApiError(410, "gone", "This item has been deleted.")
        if fault.kind == "hang_up":
            self.close_connection = True
            return False
        if fault.kind == "empty" and path == "/api/v1/comments":
            since = dict(parse_qsl(urlsplit(self.path).query)).get("since")
            self._answer((200, {"comments": [], "cursor": since, "more": False}))
            return False
        if fault.kind in ("expired_token", "signed_out"):
            with opened(self._server.path) as db, transaction(db):
                if fault.kind == "signed_out":
                    db.execute("DELETE FROM token")
                else:
                    db.execute("UPDATE token SET expires_at = 0 WHERE kind = 'access'")
        elif fault.kind == "slow":
            self._server.stopping.wait(fault.seconds)
        return True

    def _spoil(self, fault: Fault, answer: Answer) -> None:
        """What goes wrong with the answer to a request that was carried out."""
        if fault.kind == "server_error_after":
            told = {"error": {"code": "server_error", "message": "Something broke, on purpose."}}
            return self._answer((fault.status, told))
        if fault.kind == "hang_up_after":
            self.close_connection = True
            return None
        status, kind, content = _rendered(answer)
        half = content[: len(content) // 2]
        if fault.kind == "cut_off":
            self.close_connection = True
            return self._send(status, kind, half, len(content))
        return self._send(status, kind, half, len(half))

    # ------------------------------------------------------------------ answers

    def _answer(self, answer: Answer) -> None:
        status, kind, content = _rendered(answer)
        self._send(status, kind, content, len(content))

    def _send(self, status: int, kind: str, content: bytes, length: int) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(length),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
            "X-Practice-Network": "simulated",
            **self._sent_headers,
        }
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


def _rendered(answer: Answer) -> tuple[int, str, bytes]:
    if isinstance(answer, Page):
        return answer.status, "text/html; charset=utf-8", answer.html.encode("utf-8", "replace")
    if isinstance(answer, Drawn):
        return 200, answer.mime, answer.content
    status, body = answer
    return status, "application/json", json.dumps(body, ensure_ascii=False).encode()
