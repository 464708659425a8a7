"""The ports: protocols with at least two real implementations each, that the rooms are joined by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from console.domain.comment import Channel, IncomingComment, PullPage
from console.domain.decision import ActionRequest, ActionResult, Capability, Reconciled
from console.domain.verdict import ClassifyItem, Verdict

T = TypeVar("T")


class Clock(Protocol):
    """UTC time. ``now`` in whole epoch seconds, ``now_us`` in microseconds and strictly increasing per process."""

    def now(self) -> int: ...

    def now_us(self) -> int: ...


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """A reply's length in the platform's own unit (graphemes, weighted, characters); ``limit`` 0 means none."""

    used: int
    limit: int
    unit: str

    @property
    def fits(self) -> bool:
        """Whether the platform would take it."""
        return self.limit == 0 or self.used <= self.limit


@dataclass(frozen=True, slots=True)
class PlatformSpec:
    """What is known of a platform without signing in: light to import, no network, no httpx.

    ``capabilities`` is per platform; ``for_comment`` narrows it by the facts stored with one comment. ``measure``
    counts a reply. ``default_server`` is used when ``channel add`` gets no ``--server``.
    """

    kind: str
    title: str
    capabilities: tuple[Capability, ...]
    measure: Callable[[str], TextMeasure]
    needs_secret: bool = True
    default_server: str = ""
    pull_interval: int = 60
    for_comment: Callable[[Capability, dict[str, Any], bool], Capability] | None = None

    def capability(self, action: str, facts: dict[str, Any] | None = None, ours: bool = False) -> Capability:
        """The capability for one action on one comment; mode ``none`` when the platform has no such action."""
        for cap in self.capabilities:
            if cap.action == action:
                if self.for_comment is not None:
                    return self.for_comment(cap, facts or {}, ours)
                return cap
        return Capability(action=action, mode="none")


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """What ``check`` learned about the account behind a channel."""

    remote_id: str
    handle: str
    name: str = ""
    server: str = ""
    warnings: tuple[str, ...] = ()


class SecretStore(Protocol):
    """Where a channel's secret lives: the operating system's keyring, or one process's memory."""

    def get(self, channel_key: str, workspace_id: str) -> str | None: ...

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None: ...

    def delete(self, channel_key: str, workspace_id: str) -> None: ...


class Connector(Protocol):
    """One account on one platform. Every method raises only classes of ``ConnectorError`` (or cancellation)."""

    spec: PlatformSpec

    async def check(self) -> AccountInfo:
        """Sign in if needed and say whose account this is."""
        ...

    async def pull(self, cursor: str | None) -> PullPage:
        """One bounded page from ``cursor`` on (None: from the beginning). The cursor moves only with the answer."""
        ...

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out. Repeating the same request must not take effect twice where the platform allows."""
        ...

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Read back whether ``request`` took effect; never writes."""
        ...

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state of items by remote id; None for those that are gone; unknown ids are left out."""
        ...

    async def close(self) -> None:
        """Release connections."""
        ...


class Classifier(Protocol):
    """An engine: text in, verdicts out, same order, one per item."""

    name: str
    version: str

    def classify(self, items: Sequence[ClassifyItem]) -> list[Verdict]: ...


class ConnectorFactory(Protocol):
    """Makes a signed-out connector for a channel; ``save_session`` persists rotated tokens before they are used."""

    def __call__(self, channel: Channel, secret: str | None) -> Connector: ...
