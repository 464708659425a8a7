"""Fetching one picture from where a site keeps it: bounded, without sign-in, cookie or referrer, and never elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urljoin, urlsplit

from console.connectors.addresses import check_base_url, is_loopback
from console.connectors.http import HttpClient
from console.domain.errors import ConnectorError, Invalid, UsageError
from console.domain.ports import Clock, Picture

if TYPE_CHECKING:
    from console.connectors.http import Failure

#: The most that one picture may have, in bytes.
MAX_BYTES: Final = 5 * 1024 * 1024
#: What may be shown; everything else is refused unread, whatever a site says of it.
TYPES: Final = ("image/png", "image/jpeg", "image/webp", "image/gif")
#: How often a picture may be somewhere else than its address says.
MAX_MOVES: Final = 3
_LONGEST_ADDRESS: Final = 2_048
_SECONDS: Final = 8.0  # per network step; the whole of one request may take three times that


class _Moved(ConnectorError):
    """An answer that names another address. Never leaves this module."""

    def __init__(self, to: str) -> None:
        super().__init__()
        self.to = to


async def fetch_picture(url: str, *, server: str, clock: Clock, timeout: float = _SECONDS) -> Picture:
    """The picture at ``url``, an address that ``server`` gave for it.

    Asks once, with nothing but the request: each hop has a client of its own, so no cookie is sent or kept. Redirects
    are followed to HTTPS only; addresses of this machine count where ``server`` is one too. Raises Invalid
    (picture_elsewhere, picture_too_large, picture_not_one), Gone, AuthExpired, ForbiddenByPlatform, RateLimited,
    Transient.
    """
    own = is_loopback(urlsplit(server).hostname)
    for _ in range(MAX_MOVES + 1):
        base, path, query = _allowed(url, own)
        client = HttpClient(
            base, clock=clock, timeout=timeout, classify=_moved, max_answer=MAX_BYTES, connections=1
        )
        try:
            answer = await client.request(
                "GET", path, idempotent=True, params=query, headers={"accept": ", ".join(TYPES)}
            )
        except _Moved as moved:
            url = _joined(url, moved.to)
            continue
        except ConnectorError as error:
            if error.code == "answer_too_large":
                raise Invalid("picture_too_large", limit=MAX_BYTES) from None
            if error.code == "bad_server":  # a redirect to what is no address
                raise Invalid("picture_elsewhere", host=urlsplit(base).hostname) from None
            raise
        finally:
            await client.close()
        mime = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if mime not in TYPES or not answer.content:
            raise Invalid("picture_not_one", host=urlsplit(base).hostname)
        return Picture(answer.content, mime)
    raise Invalid("picture_elsewhere", host=urlsplit(url).hostname)


def _allowed(url: str, own: bool) -> tuple[str, str, list[tuple[str, Any]]]:
    """Base address, path and query of ``url``, unless it leads somewhere a picture of this site has no business."""
    try:
        parts = urlsplit(url)
        base = check_base_url(f"{parts.scheme}://{parts.netloc}")
    except (ValueError, UsageError):
        raise Invalid("picture_elsewhere") from None
    if len(url) > _LONGEST_ADDRESS or (is_loopback(parts.hostname) and not own):
        raise Invalid("picture_elsewhere", host=parts.hostname)
    return base, parts.path or "/", parse_qsl(parts.query, keep_blank_values=True)


def _joined(url: str, to: str) -> str:
    try:
        return urljoin(url, to)
    except ValueError:
        raise Invalid("picture_elsewhere", host=urlsplit(url).hostname) from None


def _moved(failure: Failure) -> ConnectorError | None:
    to = failure.headers.get("location", "")
    return _Moved(to) if 300 <= failure.status < 400 and to else None
