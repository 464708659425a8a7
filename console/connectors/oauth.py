"""Signing in through the browser: PKCE (RFC 7636), a state that is checked, and a listener on this machine (RFC 8252).

The page that the platform sends the browser back to is ours, on 127.0.0.1, open for one answer. Nothing of the
answer is logged; the code in it is worth an account for some seconds.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

from console.domain.errors import AuthExpired, EnvironmentFailure, ForbiddenByPlatform

#: A person has this long to sign in, in seconds.
PATIENCE: Final = 600
_LONGEST_LINE: Final = 8192


@dataclass(frozen=True, slots=True)
class Pkce:
    """A secret of this sign-in alone (``verifier``) and what the platform is told of it beforehand (``challenge``)."""

    verifier: str
    challenge: str

    @classmethod
    def new(cls) -> Pkce:
        """A fresh pair, method S256."""
        verifier = secrets.token_urlsafe(48)
        digest = hashlib.sha256(verifier.encode("ascii")).digest()
        return cls(verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"))


def authorize_url(page: str, **fields: str) -> str:
    """The address that a person opens to sign in."""
    return f"{page}{'&' if '?' in page else '?'}{urlencode(fields)}"


class Browser(Protocol):
    """How a person is led to an address: the window opens the system's browser, the command line also prints it."""

    def open(self, url: str) -> None:
        """Show ``url`` to the person; returns at once."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """What the page in the browser says when it is over, in the person's language."""

    title: str = "Vigie"
    done: str = "Signed in. You can close this page and return to Vigie."
    failed: str = "The sign-in was not completed. Return to Vigie to try again."


async def ask_in_browser(
    browser: Browser,
    page: Callable[[str, str], str],
    *,
    port: int = 0,
    path: str = "/cb",
    words: Words | None = None,
    patience: float = PATIENCE,
) -> tuple[Mapping[str, str], str]:
    """Lead a person to ``page(redirect_uri, state)`` and wait for the answer: (its fields, the redirect_uri used).

    ``port`` is fixed where the platform wants an exact address, else any free one. Raises EnvironmentFailure
    ``port_taken``, ForbiddenByPlatform ``sign_in_refused`` (with the platform's word), AuthExpired
    ``sign_in_timeout``.
    """
    state = secrets.token_urlsafe(24)
    said = words or Words()
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Mapping[str, str]] = loop.create_future()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(10):
                line = await reader.readline()
                while (await reader.readline()).strip():
                    pass  # headers: nothing in them matters
            fields = _fields(line, path, state)
            if fields is None:
                writer.write(_page(404, said.title, ""))
            else:
                writer.write(_page(200, said.title, said.done if "code" in fields else said.failed))
                if not answer.done():
                    answer.set_result(fields)
            await writer.drain()
        except (TimeoutError, OSError, ValueError):
            pass  # a browser that looks ahead, or goes away: the real answer still comes
        finally:
            writer.close()

    try:
        server = await asyncio.start_server(serve, "127.0.0.1", port, limit=_LONGEST_LINE)
    except OSError:
        raise EnvironmentFailure("port_taken", port=port) from None
    async with server:
        redirect = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{path}"
        browser.open(page(redirect, state))
        try:
            async with asyncio.timeout(patience):
                fields = await answer
        except TimeoutError:
            raise AuthExpired("sign_in_timeout") from None
        await asyncio.sleep(0)  # let the page in the browser go out before the listener closes
    if "code" not in fields:
        raise ForbiddenByPlatform("sign_in_refused", reason=fields.get("error", "")[:60])
    return fields, redirect


def _fields(line: bytes, path: str, state: str) -> Mapping[str, str] | None:
    """The answer in a request line, None for anything that is not the answer to this very sign-in."""
    parts = line.decode("latin-1").split(" ")
    if len(parts) != 3 or parts[0] != "GET":
        return None
    asked = urlsplit(parts[1])
    if asked.path.rstrip("/") != path.rstrip("/"):
        return None
    fields = dict(parse_qsl(asked.query))
    if not hmac.compare_digest(fields.get("state", "").encode(), state.encode()):
        return None
    return fields if "code" in fields or "error" in fields else None


def _page(status: int, title: str, words: str) -> bytes:
    body = (
        f'<!doctype html><meta charset="utf-8"><title>{escape(title)}</title>'
        '<body style="font:18px system-ui;max-width:32em;margin:20vh auto;padding:0 1em">'
        f"<h1>{escape(title)}</h1><p>{escape(words)}</p>"
    ).encode()
    reason = "OK" if status == 200 else "Not Found"
    head = (
        f"HTTP/1.1 {status} {reason}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {len(body)}\r\n"
        "cache-control: no-store\r\nreferrer-policy: no-referrer\r\nconnection: close\r\n\r\n"
    )
    return head.encode("ascii") + body
