"""The ports: protocols with at least two real implementations each, that the rooms are joined by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from console.domain.decision import ActionRequest, ActionResult, Capability, Reconciled
from console.domain.errors import ConnectorError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Mapping, Sequence

    from console.domain.comment import Channel, IncomingComment, PullPage
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
class Need:
    """One thing a person gives to connect an account.

    ``name`` is ``server``, ``handle``, ``secret`` (the password or token itself), or else an option of the channel;
    a name in ``PlatformSpec.secret_parts`` belongs to the secret. ``kind`` is text, url, secret, number or choice.
    """

    name: str
    kind: str = "text"
    required: bool = True
    default: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recheck:
    """How what is kept of a platform is looked at again: no platform tells a laptop of deletions reliably.

    ``batch`` comments are asked for at once; a round over those of the last ``days`` (0: all) begins at most ``every``
    seconds. ``before_acting``: also right before an action leaves.
    """

    batch: int = 50
    every: int = 6 * 3600
    days: int = 30
    before_acting: bool = True


@dataclass(frozen=True, slots=True)
class Together:
    """Which actions a platform takes in one request: at most ``limit``, of those with the same ``key``.

    An empty key: this one goes alone. The connectors of such a platform are a ``Carrier``.
    """

    limit: int
    key: Callable[[ActionRequest], str]


@dataclass(frozen=True, slots=True)
class PlatformSpec:
    """What is known of a platform without signing in: light to import, no network, no httpx.

    ``capabilities`` is per platform; ``for_comment`` narrows it by the facts stored with one comment. ``measure``
    counts a reply, ``measure_for`` one to a comment with these facts where that differs. ``pictures`` are the kinds of
    attachment that can be looked at here (image, video). ``hourly_units`` is how much of the capabilities' ``cost`` an
    account may spend in an hour, 0 where nothing is published. ``default_server`` is used when ``channel add`` gets no
    ``--server``.

    ``needs`` is what a person gives to connect, in the order in which it is asked. ``sign_in`` says how the secret comes
    about: ``paste`` (a password or token made on the platform), ``browser`` (the module's ``sign_in`` leads through
    it), ``both`` (either). ``secret_parts`` are the names whose values together are the secret, as one JSON object;
    empty where the secret is one word. ``options`` are further options of a channel that a person may set. ``watches``
    are the kinds of watch terms it can search for: keyword, hashtag, account. ``tested`` says against what the module was tried: real (the platform's own server), simulator, or local
    (a server of ours that speaks its shapes). ``recheck`` is None where looking again tells nothing.
    ``streams`` says that its connectors are a ``Listener`` too. ``together`` is None where each action is a request.
    """

    kind: str
    title: str
    capabilities: tuple[Capability, ...]
    measure: Callable[[str], TextMeasure]
    needs_secret: bool = True
    default_server: str = ""
    pull_interval: int = 60
    hourly_units: int = 0
    for_comment: Callable[[Capability, dict[str, Any], bool], Capability] | None = None
    pictures: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()
    sign_in: str = "paste"
    secret_parts: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    watches: tuple[str, ...] = ()
    tested: str = "local"
    measure_for: Callable[[str, Mapping[str, Any]], TextMeasure] | None = None
    streams: bool = False
    recheck: Recheck | None = None
    together: Together | None = None

    def measured(self, text: str, facts: Mapping[str, Any]) -> TextMeasure:
        """How long a reply to a comment with these facts is, there."""
        return self.measure(text) if self.measure_for is None else self.measure_for(text, facts)

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
    """What ``check`` learned about the account behind a channel.

    ``lacking`` maps an action to the permission that this account's token does not have for it, so that the table of
    what can be done says so before a decision fails. ``expires_at`` is UTC seconds at which the sign-in ends, None
    where it does not or nobody says. ``offers`` maps an option that this account may have, and others may not, to the
    permission that its token would still need for it ("" for none).
    """

    remote_id: str
    handle: str
    name: str = ""
    server: str = ""
    warnings: tuple[str, ...] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)
    expires_at: int | None = None
    offers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Granted:
    """What a sign-in through the browser gave: the secret to keep, and what it tells of the account."""

    secret: str
    handle: str = ""
    remote_id: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """One attached picture as a site serves it: undecoded bytes, and the type that the site names."""

    content: bytes
    mime: str


@runtime_checkable
class PictureSource(Protocol):
    """What a connector may be besides: it fetches what is attached to a comment, when a person asks to see it.

    Its ``PlatformSpec.pictures`` says of which kinds of attachment. Nothing is fetched otherwise.
    """

    async def picture(self, comment: str, number: int) -> Picture:
        """What stands at place ``number`` (from 0) of the ``media`` in the facts of the comment with this remote id.

        A thumbnail where the platform has one, the first frame of a video. Raises ConnectorError: Gone when comment or
        picture are no more, Invalid (picture_too_large, picture_not_one, picture_elsewhere), and those of any read.
        """
        ...


@runtime_checkable
class Listener(Protocol):
    """What a connector may be besides: it hears from the platform when there is something to pull."""

    def listen(self) -> AsyncGenerator[None, None]:
        """One item for each time that a pull would bring something; ends, or raises ConnectorError, with the stream.

        It tells nothing else: whoever cannot listen pulls by the clock and misses nothing.
        """
        ...


Carried = ActionResult | ConnectorError | None
"""What became of one of several actions; None: it was not tried by itself, and what was tried with others failed."""


@runtime_checkable
class Carrier(Protocol):
    """What a connector may be besides: it carries several actions out in one request, see ``Together``."""

    async def perform_together(self, requests: Sequence[ActionRequest]) -> Sequence[Carried]:
        """Carry out ``requests``, which have one key; what became of each, in their order.

        One that the platform refuses costs the others nothing. An UnknownOutcome may have taken effect. None: send it
        alone, or read it back first. Raises ConnectorError where it is about all of them.
        """
        ...

    async def reconcile_together(self, requests: Sequence[ActionRequest]) -> Sequence[Reconciled]:
        """Read back whether each of ``requests``, which have one key, took effect, in their order; never writes."""
        ...


class Ledger(Protocol):
    """What projects have spent of their budgets: a project is what a platform counts for, an app of a developer, say.

    ``period`` names a day or month so that later ones sort behind earlier ones; of a project only the newest is kept.
    """

    def used(self, project: str, period: str) -> int:
        """Units spent in ``period``."""
        ...

    def add(self, project: str, period: str, units: int) -> None:
        """Count ``units`` more."""
        ...

    def raise_to(self, project: str, period: str, units: int) -> None:
        """At least ``units`` are spent: the platform says so."""
        ...

    def take_over(self, project: str, period: str, channel: str, units: int) -> None:
        """``channel`` had counted ``units`` by itself: they are added, once a period and channel."""
        ...


@runtime_checkable
class Spender(Protocol):
    """What a connector may be besides: it counts what it spends, together with all of its project."""

    def share(self, ledger: Ledger) -> None:
        """Count there from now on; before anything was spent. Where the project is not known it counts alone."""
        ...


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


class Connectors(Protocol):
    """Signed-in connectors by channel; raises VigieError where there is no way to act for a channel."""

    async def get(self, channel: Channel) -> Connector: ...

    async def forget(self, channel_id: int) -> None:
        """The sign-in no longer holds: make the next connector from the secret as it is then."""
        ...


class Classifier(Protocol):
    """An engine: text in, verdicts out, same order, one per item."""

    name: str
    version: str

    def classify(self, items: Sequence[ClassifyItem]) -> list[Verdict]: ...


class ConnectorFactory(Protocol):
    """Makes a signed-out connector for a channel; ``save_session`` persists rotated tokens before they are used."""

    def __call__(self, channel: Channel, secret: str | None) -> Connector: ...
