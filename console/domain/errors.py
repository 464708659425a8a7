"""The error tree: what the world did (Environment, Connector), what a person asked wrongly (Usage, Domain).

::

    VigieError(code, params)
      UsageError            2   the words of a command or a file are wrong
      EnvironmentError_     3   disk, database, keyring, model, another process
        WorkspaceLocked, WorkspaceTooNew, WorkspaceDamaged, DiskFull, KeyringUnavailable, SecretMissing,
        ClassifierAway, LeaseHeld
      ConnectorError        4   one of the classes of every platform
        AuthExpired, AuthMissingScope, RateLimited(retry_at), QuotaExhausted(reset_at), Gone, Forbidden, Invalid,
        Duplicate, Unsupported, Transient, UnknownOutcome
      DomainError           1   an illegal transition, a stale view, a missing right: a result, not a crash

The number is the exit code of the command line. Everything else that is raised is a bug. Sentences are made at the
edge from ``code`` and ``params``; no text for people lives here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping


class VigieError(Exception):
    """A known error: ``code`` is stable and public, ``params`` fill its sentence."""

    exit_code: ClassVar[int] = 1
    default_code: ClassVar[str] = "error"

    def __init__(self, code: str | None = None, **params: Any) -> None:
        self.code = code or self.default_code
        self.params: Mapping[str, Any] = params
        super().__init__(self.code, dict(params))

    def as_dict(self) -> dict[str, Any]:
        """The JSON form that the outbox and the command line store or print."""
        return {"code": self.code, "params": dict(self.params)}


class UsageError(VigieError):
    """A command, an option or an input file is used wrongly."""

    exit_code = 2
    default_code = "usage"


class EnvironmentFailure(VigieError):
    """The machine, the disk, the database, the keyring or another process stands in the way."""

    exit_code = 3
    default_code = "environment"


class WorkspaceLocked(EnvironmentFailure):
    """SQLite stayed busy for longer than we wait."""

    default_code = "workspace_locked"


class WorkspaceTooNew(EnvironmentFailure):
    """A newer Vigie wrote this workspace; it is refused untouched."""

    default_code = "workspace_too_new"


class WorkspaceDamaged(EnvironmentFailure):
    """SQLite cannot read the file, or it is no workspace."""

    default_code = "workspace_damaged"


class DiskFull(EnvironmentFailure):
    """No space left; nothing half-written remains."""

    default_code = "disk_full"


class KeyringUnavailable(EnvironmentFailure):
    """No keyring, or a locked one."""

    default_code = "keyring_unavailable"


class SecretMissing(EnvironmentFailure):
    """The channel's secret is neither in the keyring nor given."""

    default_code = "secret_missing"


class ClassifierAway(EnvironmentFailure):
    """The classifier child process does not answer."""

    default_code = "classifier_away"


class LeaseHeld(EnvironmentFailure):
    """Another process holds the engine lease (``holder``, ``expires_at``)."""

    default_code = "lease_held"


class ConnectorError(VigieError):
    """A platform refused or could not be reached; ``retry`` says whether the same request may be sent again."""

    exit_code = 4
    default_code = "connector"
    retry: ClassVar[bool] = False

    def __init__(self, code: str | None = None, *, retry_at: int | None = None, **params: Any) -> None:
        self.retry_at = retry_at
        if retry_at is not None:
            params["retry_at"] = retry_at
        super().__init__(code, **params)


class AuthExpired(ConnectorError):
    """The sign-in no longer holds; a person must sign in again."""

    default_code = "auth_expired"


class AuthMissingScope(ConnectorError):
    """The token lacks a permission."""

    default_code = "auth_missing_scope"


class RateLimited(ConnectorError):
    """The platform asks to wait until ``retry_at`` (UTC seconds)."""

    default_code = "rate_limited"
    retry = True


class QuotaExhausted(ConnectorError):
    """The day's budget is spent until ``retry_at``."""

    default_code = "quota_exhausted"
    retry = True


class Gone(ConnectorError):
    """The item no longer exists on the platform."""

    default_code = "gone"


class ForbiddenByPlatform(ConnectorError):
    """The platform refuses this action to this account."""

    default_code = "forbidden"


class Invalid(ConnectorError):
    """The platform calls the request wrong (too long, malformed)."""

    default_code = "invalid"


class Duplicate(ConnectorError):
    """The platform calls the text a duplicate."""

    default_code = "duplicate"


class Unsupported(ConnectorError):
    """This platform, or this item, has no such action."""

    default_code = "unsupported"


class Transient(ConnectorError):
    """Network or server trouble, and the request certainly had no effect; try again later."""

    default_code = "transient"
    retry = True


class UnknownOutcome(ConnectorError):
    """The request left, no answer came: it may have taken effect. Reconcile before anything is resent."""

    default_code = "unknown_outcome"


class DomainError(VigieError):
    """A rule of the house says no; nothing was changed."""

    default_code = "domain"


class NotFound(DomainError):
    """No such comment, decision, channel or row."""

    default_code = "not_found"
    exit_code = 2


class NotAllowed(DomainError):
    """The role does not allow it."""

    default_code = "not_allowed"


class IllegalTransition(DomainError):
    """This state cannot become that one."""

    default_code = "illegal_transition"


class Stale(DomainError):
    """What was on the screen has changed materially since; look again."""

    default_code = "stale"
