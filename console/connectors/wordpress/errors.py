"""What WordPress's refusals mean: the codes of its REST API as classes of ConnectorError."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    Transient,
    Unsupported,
)

if TYPE_CHECKING:
    from console.connectors.http import Failure

#: The capability that all of moderation needs; editors and administrators have it.
MODERATE: Final = "moderate_comments"
#: WordPress asks visitors for 15 seconds between two comments and says nothing of it in a header.
FLOOD_PAUSE: Final = 15

_PASSWORD: Final = frozenset(
    {
        "incorrect_password",
        "invalid_username",
        "invalid_email",
        "application_passwords_disabled",
        "application_passwords_disabled_for_user",
    }
)
_GONE: Final = frozenset({"rest_comment_invalid_id", "rest_already_trashed", "rest_comment_invalid_post_id"})


def error_name(failure: Failure) -> str:
    """WordPress's own code of the error; empty when the body has none that looks like one."""
    name = failure.body.get("code") if isinstance(failure.body, dict) else None
    return name if isinstance(name, str) and re.fullmatch(r"[a-z0-9_]{1,60}", name) else ""


def classify(failure: Failure, now: int) -> ConnectorError | None:
    """The exact error for a failed answer, or None where the status alone says it. ``now`` is UTC seconds."""
    name, status = error_name(failure), failure.status
    where: dict[str, Any] = {"path": failure.path, "status": status, "platform_code": name}
    if name == "comment_flood":  # 400 here, 429 elsewhere: it was not stored
        return RateLimited(retry_at=now + FLOOD_PAUSE, **where)
    if name == "rest_trash_not_supported":
        return Unsupported("wordpress_trash_off", **where)
    if name == "comment_duplicate":
        return Duplicate(**where)
    if name in _GONE:
        return Gone(**where)
    if status >= 500 or status == 429:
        return None
    if status == 401:
        # Some versions say that the password is wrong; others, as when none arrives, what a visitor may not do.
        return AuthExpired("bad_credentials" if name in _PASSWORD else "wordpress_not_signed_in", **where)
    if status == 403:
        return _forbidden(failure, name, where)
    if status == 404 and name in ("", "rest_no_route"):
        return Invalid("wordpress_no_api", **where)
    if name in ("rest_comment_content_invalid", "require_valid_comment"):
        return Invalid("empty_text", **where)
    return None


def _forbidden(failure: Failure, name: str, where: dict[str, Any]) -> ConnectorError:
    if name == "rest_comment_closed":
        return ForbiddenByPlatform("wordpress_closed", **where)
    if not name:
        # No word of WordPress: something in front of it said no. A read may simply have come too often.
        kind = Transient if failure.idempotent else ForbiddenByPlatform
        return kind("wordpress_firewall", **where)
    if failure.idempotent:
        return AuthMissingScope("wordpress_cannot_moderate", permission=MODERATE, **where)
    return ForbiddenByPlatform("wordpress_cannot_moderate", permission=MODERATE, **where)
