"""What Bluesky's refusals mean: the protocol's error names as classes of ConnectorError."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Unsupported,
)

if TYPE_CHECKING:
    from console.connectors.http import Failure

#: The code of the Invalid that a compare-and-swap raises when somebody else was faster.
SWAP: Final = "bluesky_swap"

_TOKEN: Final = frozenset({"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired"})
_GONE: Final = frozenset({"RecordNotFound", "NotFound", "RepoNotFound", "BlobNotFound"})
_ACCOUNT: Final = frozenset(
    {
        "AccountTakedown",
        "AccountDeactivated",
        "AccountSuspended",
        "RepoTakendown",
        "RepoDeactivated",
        "RepoSuspended",
    }
)
#: What servers say of a method that they do not have.
_UNKNOWN: Final = frozenset({"MethodNotImplemented", "XRPCNotSupported", "UnsupportedMethod"})


def error_name(failure: Failure) -> str:
    """The protocol's own name of the error; empty when the body has none that looks like one."""
    name = failure.body.get("error") if isinstance(failure.body, dict) else None
    return name if isinstance(name, str) and re.fullmatch(r"[A-Za-z]{1,40}", name) else ""


def classify(failure: Failure) -> ConnectorError | None:
    """The exact error for a failed answer, or None where the status alone says it (429, 5xx, the rest)."""
    name = error_name(failure)
    # The same name comes as 400 (ExpiredToken) and as 401, so the name decides before the status.
    where: dict[str, Any] = {"path": failure.path, "status": failure.status, "platform_code": name}
    if failure.status == 501 or (name in _UNKNOWN and failure.status < 500):
        return Unsupported(**where)
    if failure.status >= 500 or failure.status == 429:
        return None
    if name == "AuthFactorTokenRequired":
        return AuthExpired("auth_factor_required", **where)
    if name == "InvalidToken" and "scope" in _message(failure):
        return AuthMissingScope(**where)
    if name in _ACCOUNT:
        return ForbiddenByPlatform("account_inactive", **where)
    if name in _TOKEN or failure.status == 401:
        return AuthExpired(**where)
    if name == "InvalidSwap":
        return Invalid(SWAP, **where)
    if name in _GONE:
        return Gone(**where)
    if name == "InvalidRequest" and "could not find repo" in _message(failure):
        return Gone("account_gone", **where)
    if name == "InvalidRequest" and "no service configured" in _message(failure):
        return Unsupported(**where)  # a server for accounts alone, with no views behind it
    return Invalid(**where) if failure.status == 400 else None


def _message(failure: Failure) -> str:
    message = failure.body.get("message") if isinstance(failure.body, dict) else None
    return message.lower() if isinstance(message, str) else ""
