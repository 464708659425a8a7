"""Names on the AT Protocol: servers, handles, at:// addresses, record keys and times. Pure."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import Final, NamedTuple

from console.connectors.addresses import check_base_url, is_loopback
from console.domain.errors import UsageError
from console.domain.utc import utc

DEFAULT_SERVER: Final = "https://bsky.social"
DEFAULT_WEB: Final = "https://bsky.app"

POST: Final = "app.bsky.feed.post"
LIKE: Final = "app.bsky.feed.like"
BLOCK: Final = "app.bsky.graph.block"
THREADGATE: Final = "app.bsky.feed.threadgate"

_TID_ALPHABET: Final = "234567abcdefghijklmnopqrstuvwxyz"
_DID: Final = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]+\Z")
_AT_URI: Final = re.compile(r"at://(did:[a-z0-9]+:[A-Za-z0-9._:%-]+)/([a-zA-Z0-9.-]+)/([A-Za-z0-9._~:-]+)\Z")
# Bluesky's own "copy handle" puts direction marks round it; pasted, they are invisible and make a log-in fail.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class AtUri(NamedTuple):
    """The three parts of ``at://did/collection/rkey``."""

    did: str
    collection: str
    rkey: str

    def __str__(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.rkey}"


def parse_uri(uri: object) -> AtUri | None:
    """The parts of a record's address; None for anything else (a handle in it, a missing part, no text)."""
    found = _AT_URI.match(uri) if isinstance(uri, str) else None
    return AtUri(*found.groups()) if found else None


def is_did(text: object) -> bool:
    """Whether ``text`` is a DID, the lasting name of an account."""
    return isinstance(text, str) and _DID.match(text) is not None


def permalink(uri: str, web: str = DEFAULT_WEB) -> str:
    """The page of a post in a browser; empty when ``uri`` is not a post's."""
    parts = parse_uri(uri)
    return f"{web}/profile/{parts.did}/post/{parts.rkey}" if parts and parts.collection == POST else ""


def normalise_server(server: str) -> str:
    """What a person typed as ``--server``, as a base URL; empty means bsky.social. Raises UsageError."""
    text = _INVISIBLE.sub("", server).strip().rstrip("/")
    if not text:
        return DEFAULT_SERVER
    if "://" not in text:
        host = text.split("/", 1)[0].rsplit(":", 1)[0].strip("[]")
        text = ("http://" if is_loopback(host) else "https://") + text
    return check_base_url(text.removesuffix("/xrpc"))


def normalise_handle(handle: str, server: str) -> str:
    """What a person typed as ``--handle`` (with @, as a profile link, a bare name, an e-mail address, a DID).

    Raises UsageError ``bad_handle`` when nothing is left that could be an identifier.
    """
    text = _INVISIBLE.sub("", handle).strip()
    link = re.match(r"(?i)(?:https?://)?[^/\s]+/profile/([^/?#\s]+)", text)
    if link:
        text = link.group(1)
    text = text.removeprefix("at://").lstrip("@").strip()
    if not text.startswith("did:"):
        text = text.lower().rstrip(".")
    if not text or any(c.isspace() for c in text) or "/" in text:
        raise UsageError("bad_handle", handle=handle)
    if "." not in text and ":" not in text and "@" not in text:
        # Only the main service hands out names of its own below a domain that everybody leaves off.
        if server != DEFAULT_SERVER:
            raise UsageError("bad_handle", handle=handle)
        text += ".bsky.social"
    return text


def tid(created_at_us: int, key: str) -> str:
    """The record key of an intent: its time in microseconds and 10 bits of its key, as a sortable 13-letter TID."""
    clock_id = int.from_bytes(hashlib.sha256(key.encode()).digest()[:2], "big") & 0x3FF
    value = ((created_at_us & (1 << 53) - 1) << 10) | clock_id
    return "".join(_TID_ALPHABET[(value >> shift) & 31] for shift in range(60, -1, -5))


def timestamp(us: int) -> str:
    """UTC microseconds as the protocol writes times (RFC 3339, milliseconds, Z)."""
    seconds, rest = divmod(us, 1_000_000)
    whole = utc(seconds).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{whole}.{rest // 1000:03d}Z"


def epoch_ms(text: object) -> int | None:
    """An RFC 3339 time as UTC milliseconds; None when it is missing or no time."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return int(moment.timestamp() * 1000)
