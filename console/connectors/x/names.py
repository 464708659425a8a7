"""Names on X: hosts, paths, scopes, ids and the times that they hold, options as a person gives them. Pure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from console.connectors.addresses import check_base_url
from console.domain.errors import Invalid

DEFAULT_SERVER: Final = "https://api.x.com"
SIGN_IN_SERVER: Final = "https://x.com"
SIGN_IN_PATH: Final = "/i/oauth2/authorize"
TOKEN_PATH: Final = "/2/oauth2/token"
#: The port of the address that the developer app is registered with: X compares it exactly.
PORT: Final = 51893
CALLBACK: Final = "/cb"
SCOPES: Final = (
    "tweet.read",
    "users.read",
    "tweet.write",
    "tweet.moderate.write",
    "mute.write",
    "offline.access",
)
#: Action to the scope without which X refuses it.
NEEDED: Final = {
    "reply": "tweet.write",
    "warn": "tweet.write",
    "delete": "tweet.write",
    "hide": "tweet.moderate.write",
    "unhide": "tweet.moderate.write",
    "mute": "mute.write",
    "unmute": "mute.write",
}
#: X's ids hold the milliseconds since this instant (UTC ms) in their upper bits, from this id on.
_EPOCH_MS: Final = 1_288_834_974_657
_TIMED_FROM: Final = 1 << 50
#: An amount of money is counted in ten-thousandths of a dollar.
DOLLAR: Final = 10_000
_MOST_DOLLARS: Final = 1_000_000


def normalise_server(server: str) -> str:
    """The base address of the API. Raises UsageError (bad_server, server_not_https)."""
    return check_base_url(server) if server.strip() else DEFAULT_SERVER


def valid(one: str) -> bool:
    """Whether this is an id as X gives them out; it goes into paths."""
    return one.isascii() and one.isdigit() and len(one) <= 25


def checked(one: str) -> str:
    """An id for a path. Raises Invalid ``bad_target``."""
    if not valid(one):
        raise Invalid("bad_target")
    return one


def number(one: str) -> int:
    """Ids compare as numbers and are kept as text; 0 for what is no id."""
    return int(one) if valid(one) else 0


def newest(*ids: str) -> str:
    """The newest of these ids; empty for none."""
    return max(ids, key=number, default="")


def moment(one: str) -> int | None:
    """When a post of this id was written, in UTC ms; None for ids that hold no time."""
    found = number(one)
    return (found >> 22) + _EPOCH_MS if found >= _TIMED_FROM else None


def earlier(one: str, seconds: int) -> str:
    """An id that was given out ``seconds`` before ``one``; ``one`` itself where ids hold no time."""
    found = number(one)
    back = (seconds * 1000) << 22
    return str(found - back) if found - back >= _TIMED_FROM else one


def permalink(one: str) -> str:
    """A post's page, whoever wrote it."""
    return f"https://x.com/i/web/status/{one}"


def intent(one: str) -> str:
    """The page on which a person writes a reply to this post."""
    return f"https://x.com/intent/post?in_reply_to={one}"


def amount(value: Any, default: int) -> int:
    """Dollars as a person gives them, in ten-thousandths; ``default`` (dollars) for what is no amount."""
    text = str(value).strip().replace(",", ".").lstrip("$").strip()
    found = Decimal(text) if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", text) else Decimal(default)
    return int(min(found, Decimal(_MOST_DOLLARS)) * DOLLAR)


def dollars(units: int) -> str:
    """Ten-thousandths as dollars and cents, as both languages' sentences take them."""
    return f"{units / DOLLAR:.2f}"
