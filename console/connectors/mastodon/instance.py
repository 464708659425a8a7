"""What an instance says of itself: version, longest status, where its stream is; and what a token may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit, urlunsplit

from console.connectors.addresses import check_base_url, is_loopback
from console.connectors.answers import as_count, as_map, as_text
from console.connectors.mastodon.spec import MAX_CHARACTERS
from console.domain.errors import ConnectorError, Gone, Invalid, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.mastodon.session import Session, View

#: Beyond this an instance's own limit is not believed.
_LONGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class Instance:
    """``longest`` is a status's limit in characters; ``stream`` the base URL of the streaming server."""

    longest: int = MAX_CHARACTERS
    version: str = ""
    stream: str = ""


async def instance(session: Session) -> Instance:
    """The instance as it describes itself; what it does not say has its usual value. Raises ConnectorError."""
    try:
        about: View = await session.one("/api/v2/instance")
    except (Gone, Invalid):
        about = await session.one("/api/v1/instance")  # before 4.0
    settings = as_map(about.get("configuration"))
    longest = as_count(as_map(settings.get("statuses")).get("max_characters")) or MAX_CHARACTERS
    urls = as_map(settings.get("urls")) or as_map(about.get("urls"))
    said = as_text(urls.get("streaming")) or as_text(urls.get("streaming_api"))
    return Instance(
        min(longest, _LONGEST), as_text(about.get("version"))[:40], stream_base(said, session.server)
    )


def stream_base(said: str, server: str) -> str:
    """Where events come from: the address that the instance names, as HTTP; the instance itself where it names none.

    An instance on this machine keeps its stream there too, whatever it says.
    """
    try:
        parts = urlsplit(said)
        if is_loopback(urlsplit(server).hostname) or parts.scheme not in ("wss", "https"):
            return server
        return check_base_url(urlunsplit(("https", parts.netloc, parts.path, "", "")))
    except (ValueError, UsageError):
        return server


async def scopes(session: Session) -> frozenset[str] | None:
    """What the token's app may ask for; None where the server does not tell (before 4.3, or other programs)."""
    try:
        answer: Mapping[str, object] = await session.one("/api/v1/apps/verify_credentials")
    except ConnectorError:
        return None
    found = answer.get("scopes")
    if isinstance(found, str):
        found = found.split()
    given = (
        frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()
    )
    return given or None
