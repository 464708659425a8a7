"""What Mastodon's refusals mean. Its messages are in the account's language, so that the status alone decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from console.domain.errors import AuthMissingScope, ConnectorError, ForbiddenByPlatform, Gone, Invalid

if TYPE_CHECKING:
    from console.connectors.http import Failure


def classify(failure: Failure) -> ConnectorError | None:
    """The exact error for a failed answer, or None where the status alone says it (401, 429, 5xx, the rest)."""
    where: dict[str, Any] = {"path": failure.path, "status": failure.status}
    if failure.status == 403:
        # The one sentence that Doorkeeper writes itself; it is not translated with the rest of the site.
        if "authorized scopes" in _message(failure) or "insufficient_scope" in _message(failure):
            return AuthMissingScope(**where)
        return ForbiddenByPlatform(**where)
    if failure.status == 422:
        return Invalid("mastodon_refused", **where)
    if failure.status in (404, 410):
        return Gone(**where)
    return None


def _message(failure: Failure) -> str:
    message = failure.body.get("error") if isinstance(failure.body, dict) else None
    return message.lower() if isinstance(message, str) else ""
