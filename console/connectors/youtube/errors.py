"""What YouTube's refusals mean: the reasons in its answers as classes of ConnectorError."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_items, as_map, as_text
from console.connectors.budget import retry_time
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    QuotaExhausted,
    RateLimited,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.connectors.http import Failure

_QUOTA: Final = frozenset({"quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"})
_RATE: Final = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"})
_SCOPE: Final = frozenset({"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"})
_API_OFF: Final = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})
_GONE: Final = frozenset(
    {"commentNotFound", "parentCommentNotFound", "commentThreadNotFound", "videoNotFound", "channelNotFound"}
)
_CODES: Final = {
    "commentsDisabled": "youtube_comments_disabled",
    "ineligibleAccount": "youtube_ineligible",
    "parentCommentIsPrivate": "youtube_private_parent",
    "commentTextTooLong": "too_long",
    "commentTextRequired": "empty_text",
}


def reason_of(failure: Failure) -> str:
    """The platform's own name for a refusal; empty when the answer has none that looks like one."""
    error = as_map(as_map(failure.body).get("error"))
    told = [as_text(one.get("reason")) for one in as_items(error.get("details"))]
    told += [as_text(one.get("reason")) for one in as_items(error.get("errors"))]
    # The details are the newer form and the more exact one where both are there.
    return next((one for one in told if re.fullmatch(r"[A-Za-z_]{1,60}", one)), "")


def classifier(now: Callable[[], int], quota_spent: Callable[[], int]) -> Callable[[Failure], Any]:
    """A ``classify`` hook; ``quota_spent`` notes that the day's units are used up and says when there are new ones."""

    def classify(failure: Failure) -> ConnectorError | None:
        reason = reason_of(failure)
        where: dict[str, Any] = {"path": failure.path, "status": failure.status, "platform_code": reason}
        if failure.status >= 500:
            return None
        if reason in _QUOTA:
            return QuotaExhausted(retry_at=quota_spent(), **where)
        if reason in _RATE or failure.status == 429:
            return RateLimited(retry_at=retry_time(failure.headers, now()), **where)
        if failure.status == 401:
            return AuthExpired(**where)
        if reason in _SCOPE:
            return AuthMissingScope(**where)
        if reason in _API_OFF:
            return ForbiddenByPlatform("youtube_api_off", **where)
        if reason in _GONE or failure.status in (404, 410):
            return Gone(**where)
        kind = ForbiddenByPlatform if failure.status == 403 else Invalid
        return kind(_CODES.get(reason), **where)

    return classify


def classify_sign_in(failure: Failure) -> ConnectorError | None:
    """The same for the token endpoint, which answers in OAuth's form (RFC 6749, 5.2)."""
    name = as_text(as_map(failure.body).get("error"))
    where: dict[str, Any] = {"path": failure.path, "status": failure.status, "platform_code": name[:60]}
    if failure.status >= 500 or failure.status == 429:
        return None
    if name in ("invalid_client", "unauthorized_client"):
        return AuthExpired("youtube_bad_client", **where)
    return AuthExpired(**where) if name == "invalid_grant" or failure.status == 401 else Invalid(**where)
