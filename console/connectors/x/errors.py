"""What X's refusals mean: the types of its problems as classes of ConnectorError."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_items, as_map, as_text
from console.connectors.budget import retry_time
from console.connectors.spending import utc_day, utc_month
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    QuotaExhausted,
    RateLimited,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.connectors.http import Failure

#: When credit that ran out is asked for again, in seconds: somebody may have bought more.
_CREDIT_AGAIN: Final = 6 * 3600


def problem(body: Any) -> str:
    """The name of a problem, the last part of its ``type``; empty where it has none that looks like one."""
    said = as_map(body)
    errors = as_items(said.get("errors"))
    for one in (said, *errors):
        name = as_text(one.get("type")).rstrip("/").rpartition("/")[2]
        if re.fullmatch(r"[a-z][a-z0-9-]{1,59}", name):
            return name
    return ""


def _words(body: Any) -> str:
    """What the answer says, for looking at; never shown, never logged."""
    said = as_map(body)
    parts = [as_text(said.get(name)) for name in ("title", "detail", "reason")]
    for one in as_items(said.get("errors")):
        parts += [as_text(one.get(name)) for name in ("title", "detail", "message")]
    return " ".join(parts).lower()


def classifier(now: Callable[[], int]) -> Callable[[Failure], Any]:
    """A ``classify`` hook."""

    def classify(failure: Failure) -> ConnectorError | None:
        status, name, words = failure.status, problem(failure.body), _words(failure.body)
        where: dict[str, Any] = {"path": failure.path, "status": status, "platform_code": name}
        if status >= 500:
            return None
        if status == 402 or (status in (403, 429) and (name == "usage-capped" or "usagecap" in words)):
            period = as_text(as_map(failure.body).get("period")).lower()
            ends = {"monthly": utc_month(now()).ends_at, "daily": utc_day(now()).ends_at}
            return QuotaExhausted("x_usage_capped", retry_at=ends.get(period, now() + _CREDIT_AGAIN), **where)
        if status == 429:
            return RateLimited(retry_at=retry_time(failure.headers, now()), **where)
        if status == 401:
            return AuthExpired(**where)
        if status in (400, 403) and "deleted or not visible" in words:
            return Gone(**where)  # what X says of a reply to a post that is no more
        if status == 403:
            return _forbidden(name, words, where)
        if status in (404, 410) or name == "resource-not-found":
            return Gone(**where)
        return Invalid(**where)

    return classify


def _forbidden(name: str, words: str, where: dict[str, Any]) -> ConnectorError:
    if "duplicate" in words:
        return Duplicate(**where)
    if "scope" in words or name in ("oauth2-scopes", "oauth2-missing-scope"):
        return AuthMissingScope(**where)
    if name == "client-forbidden":
        return ForbiddenByPlatform("x_client_forbidden", **where)
    if name == "unsupported-authentication":
        return ForbiddenByPlatform("x_app_token", **where)
    if "reply" in words and ("mention" in words or "quote" in words or "conversation" in words):
        return ForbiddenByPlatform("x_reply_refused", **where)
    return ForbiddenByPlatform(**where)


def classify_sign_in(failure: Failure) -> ConnectorError | None:
    """The same for the token endpoint, which answers in OAuth's form (RFC 6749, 5.2)."""
    name = as_text(as_map(failure.body).get("error"))[:60]
    where: dict[str, Any] = {"path": failure.path, "status": failure.status, "platform_code": name}
    if failure.status >= 500 or failure.status == 429:
        return None
    if name in ("invalid_client", "unauthorized_client"):
        return AuthExpired("x_bad_client", **where)
    return AuthExpired(**where)
