"""What Meta's refusals mean: codes and subcodes of Graph errors as classes of ConnectorError.

Sources: developers.facebook.com, Graph API, "Handle errors" and "Rate limits" (2026-03).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_map, as_text
from console.connectors.budget import LONGEST_WAIT, retry_time
from console.connectors.graph.usage import regain_minutes
from console.connectors.http import lost
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
)

if TYPE_CHECKING:
    from console.connectors.http import Failure
    from console.domain.ports import Clock

#: Throttles: app, account, page, custom, ads, and those of a use case (80001 pages, 80002 Instagram).
_THROTTLES: Final = frozenset({4, 17, 32, 341, 613, *range(80000, 80015)})
#: Waited after a throttle that does not say until when, in seconds; its windows are rolling hours.
_THROTTLED: Final = 600
_TOKEN: Final = frozenset({102, 190})
_SIGN_IN_ENDED: Final = {458: "meta_app_removed", 459: "meta_checkpoint", 460: "meta_password_changed"}
#: ``100`` with one of these: the object is gone, or not for our eyes.
_GONE_SUBCODES: Final = frozenset({33, 2207051})
_TRANSIENT: Final = frozenset({1, 2})
#: The code of the Invalid for a Threads container that cannot be published yet.
NOT_READY: Final = "threads_not_ready"

_SCOPE: Final = re.compile(r"\b((?:pages|instagram|threads|ads|business)_[a-z_]{3,40})\b")


def graph_error(body: Any) -> Mapping[str, Any]:
    """The ``error`` object of an answer; empty when it has none."""
    return as_map(as_map(body).get("error"))


def platform_code(error: Mapping[str, Any]) -> str:
    """Code and subcode as ``190/463``; empty when there is none."""
    code, subcode = as_count(error.get("code")), as_count(error.get("error_subcode"))
    if code is None:
        return ""
    return f"{code}/{subcode}" if subcode else str(code)


class Classifier:
    """The ``classify`` hook of one account's clients."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, failure: Failure) -> ConnectorError | None:
        """The exact error for a failed answer, or None where its status alone says it."""
        error = graph_error(failure.body)
        code, subcode = as_count(error.get("code")), as_count(error.get("error_subcode"))
        where: dict[str, Any] = {"path": failure.path, "status": failure.status}
        if name := platform_code(error):
            where["platform_code"] = name
        if code is None:
            return None
        if code in _TOKEN:
            ended = _SIGN_IN_ENDED.get(subcode or 0)
            return AuthExpired(ended, **where)
        if code in _THROTTLES or failure.status == 429:
            return RateLimited(retry_at=self._retry_at(failure), **where)
        if code in _TRANSIENT or error.get("is_transient") is True or failure.status >= 500:
            # A write may have been carried out before it failed.
            return lost("server_error", failure.idempotent, **where)
        if code == 10 or 200 <= code <= 299:
            where.update(_scope(error))
            return AuthMissingScope(**where)
        if (code == 100 and subcode in _GONE_SUBCODES) or code == 803:
            return Gone(**where)
        if code == 368:
            return ForbiddenByPlatform("meta_blocked", **where)
        if code == 506:
            return Duplicate(**where)
        if code == 24 and subcode == 4279009:
            return Invalid(NOT_READY, **where)
        return Invalid(**where)

    def _retry_at(self, failure: Failure) -> int:
        now = self._clock.now()
        if minutes := regain_minutes(failure.headers):
            return now + min(minutes * 60, LONGEST_WAIT)
        return retry_time(failure.headers, now) if "retry-after" in failure.headers else now + _THROTTLED


def _scope(error: Mapping[str, Any]) -> dict[str, str]:
    """The permission that a refusal names, if it names one; never its message."""
    found = _SCOPE.search(as_text(error.get("message")))
    return {"scope": found.group(1)} if found else {}
