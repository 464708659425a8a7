"""Names on Mastodon: the server as a person types it, ids in a path, scopes and what each is for. Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

from console.connectors.addresses import check_base_url, is_loopback
from console.domain.errors import Invalid, UsageError

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BEARER: Final = re.compile(r"(?i)\Abearer\s")
_SCHEME: Final = re.compile(r"(?i)\Ahttps?://")

#: What a brand's account needs; staff add the admin scopes to a token of their own.
SCOPES: Final = (
    "read:accounts",
    "read:notifications",
    "read:statuses",
    "read:search",
    "read:blocks",
    "read:mutes",
    "write:statuses",
    "write:favourites",
    "write:blocks",
    "write:mutes",
    "write:reports",
)
#: Action to the scope without which the server refuses it.
NEEDED: Final = {
    "reply": "write:statuses",
    "warn": "write:statuses",
    "delete": "write:statuses",
    "report": "write:reports",
    "block": "write:blocks",
    "unblock": "write:blocks",
    "mute": "write:mutes",
    "unmute": "write:mutes",
    "like": "write:favourites",
    "unlike": "write:favourites",
}
#: Without these nothing can be pulled.
TO_READ: Final = ("read:accounts", "read:notifications", "read:statuses")
#: ``follow`` is the old name of a group of scopes.
_GROUPS: Final = {
    "write:blocks": ("write", "follow"),
    "write:mutes": ("write", "follow"),
    "read:blocks": ("read", "follow"),
    "read:mutes": ("read", "follow"),
}


def normalise_server(server: str, handle: str = "") -> str:
    """The base URL of the instance that a person names: an address, any page of it, a host, or ``@name@host``.

    Without a server the host of ``handle`` counts. Raises UsageError (bad_server, server_not_https).
    """
    text = _clean(server)
    if not text:
        text = _clean(handle)
        if "@" not in text.lstrip("@"):
            raise UsageError("bad_server", server=server)
    if not _SCHEME.match(text):
        host = re.split("[/?#]", text, maxsplit=1)[0].rpartition("@")[2]
        name = host.rpartition(":")[0] or host
        if not is_loopback(name) and "." not in name:
            raise UsageError("bad_server", server=server)  # a name alone, or a word: no host of the web
        text = f"{'http' if is_loopback(name) else 'https'}://{host}"
    else:
        text = re.split("/@|[?#]", text, maxsplit=1)[0]  # the page of a profile, a search
    parts = urlsplit(check_base_url(text))
    # An instance has a host of its own: what follows is the page that somebody looked at.
    return f"{parts.scheme}://{parts.netloc}"


def account_named(server: str) -> str:
    """The account's name in what a person wrote as the instance, ``@name@host`` or the page of a profile; else empty."""
    text = _clean(server)
    if _SCHEME.match(text) or "/@" in text:
        text = text.partition("/@")[2]
        return re.split("[/?#@]", text, maxsplit=1)[0]
    return text.lstrip("@").partition("@")[0] if "@" in text.lstrip("@") else ""


def token(secret: str | None) -> str:
    """An access token as it is sent, of what was pasted: none has a space, and the word before it is not part of it."""
    text = "".join(_clean(secret or "").split())
    return text[len("bearer") :] if _BEARER.match(_clean(secret or "")) else text


def _clean(text: str) -> str:
    return _INVISIBLE.sub("", text).strip()


def granted(scope: str, given: frozenset[str]) -> bool:
    """Whether ``given`` (a token's scopes) covers ``scope``: ``write`` covers ``write:statuses``."""
    groups = _GROUPS.get(scope, (scope.partition(":")[0],))
    return scope in given or any(one in given for one in groups)


def lacking(given: frozenset[str]) -> dict[str, str]:
    """Action to the scope that a token with these scopes does not have for it."""
    return {action: scope for action, scope in NEEDED.items() if not granted(scope, given)}


def segment(one: str) -> str:
    """An id as a part of a path. Raises Invalid ``bad_target`` for what no server gives out as one."""
    if not one or len(one) > 200 or not one.isprintable():
        raise Invalid("bad_target")
    try:
        return quote(one, safe="")
    except UnicodeError:
        raise Invalid("bad_target") from None


def newer(one: str, other: str) -> bool:
    """Whether id ``one`` was given out after ``other``: longer numbers are larger, other ids sort as text."""
    if one.isdigit() and other.isdigit():
        return (len(one), one) > (len(other), other)
    return one > other


def newest(ids: list[str]) -> str:
    """The newest of these ids; empty for none."""
    found = ""
    for one in ids:
        if not found or newer(one, found):
            found = one
    return found


def oldest(ids: list[str]) -> str:
    """The oldest of these ids; empty for none."""
    found = ""
    for one in ids:
        if not found or newer(found, one):
            found = one
    return found


def earlier(one: str, seconds: int) -> str:
    """An id that a status written ``seconds`` before ``one`` could have; ``one`` itself where ids tell no time.

    Mastodon's status ids hold the milliseconds in their upper bits, and a status that arrives late from another server
    is filed under the time it claims: a walk that starts at the newest id would never see it.
    """
    if not one.isdigit() or int(one) < 1 << 55:
        return one
    return str(int(one) - (seconds * 1000 << 16))
