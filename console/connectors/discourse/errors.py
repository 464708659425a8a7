"""What Discourse's refusals mean: its error types and statuses as classes of ConnectorError."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_map
from console.connectors.budget import LONGEST_WAIT
from console.domain.errors import AuthExpired, ConnectorError, Gone, Invalid, RateLimited

if TYPE_CHECKING:
    from console.connectors.http import Failure

#: The code of the Invalid that says that another moderator was faster: the version of a review item moved.
CONFLICT: Final = "discourse_conflict"
#: What every key must be able to read: a forum answers a wrong key like a missing right, with 403.
_BASIC: Final = frozenset({"/session/current.json", "/posts.json"})


def error_type(failure: Failure) -> str:
    """Discourse's own name of the error; empty when the body has none that looks like one."""
    name = as_map(failure.body).get("error_type")
    return name if isinstance(name, str) and re.fullmatch(r"[a-z_]{1,40}", name) else ""


def classify(failure: Failure, now: int) -> ConnectorError | None:
    """The exact error for a failed answer, or None where the status alone says it. ``now`` is UTC seconds.

    The forum's own sentences are not kept: they may quote the text or name people.
    """
    where: dict[str, Any] = {
        "path": failure.path,
        "status": failure.status,
        "platform_code": error_type(failure),
    }
    if failure.status == 429:
        wait = as_map(as_map(failure.body).get("extras")).get("wait_seconds")
        if isinstance(wait, int | float) and not isinstance(wait, bool) and 0 <= wait < 10**9:
            return RateLimited(retry_at=now + min(max(int(wait + 0.999), 1), LONGEST_WAIT), **where)
        return None
    if failure.status == 401 or (failure.status == 403 and failure.idempotent and failure.path in _BASIC):
        return AuthExpired("bad_credentials", **where)
    if failure.status == 404 and failure.path in _BASIC:
        return Invalid("discourse_no_forum", **where)
    if failure.status in (404, 410):
        return Gone(**where)
    if failure.status == 409:
        return Invalid(CONFLICT, **where)
    if failure.status == 422:
        return Invalid("discourse_refused", **where)
    return None
