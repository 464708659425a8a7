"""What keeps channels from working, as the desk says it: no network, a limit, a sign-in that no longer holds, a fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.connectors import registry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.comment import Channel
    from console.store import Reading, Store

UNREACHED: Final = frozenset(
    {"offline", "transient", "timeout", "connection_lost", "proxy_failed", "tls_failed"}
)
"""Codes of a channel whose site was not reached at all."""
ORDER: Final = ("offline", "auth", "limited", "unreached", "error")


@dataclass(frozen=True, slots=True)
class Trouble:
    """``code``: offline (no channel reaches its site), auth, limited, unreached (one site) or error.

    ``waiting`` actions wait for it; ``others`` channels run meanwhile. ``since`` is the last time something came in,
    ``until`` when it is tried again, both UTC seconds.
    """

    code: str
    kind: str
    name: str
    waiting: int = 0
    others: int = 0
    since: int | None = None
    until: int | None = None
    error: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)


class Troubles:
    """Reads; ``now`` blocks for a read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> tuple[Trouble, ...]:
        """What is the matter, the gravest first; empty when all is well."""
        return self._store.snapshot(_troubles)


def _troubles(reading: Reading) -> tuple[Trouble, ...]:
    pulled = [
        one for one in reading.channels.all() if not one.paused and registry.spec(one.kind).pull_interval
    ]
    ill = [one for one in pulled if one.state in ("auth", "limited", "error")]
    if not ill:
        return ()
    waiting = reading.outbox.waiting_by_channel()
    unreached = [one for one in ill if one.state == "error" and (one.state_code or "transient") in UNREACHED]
    if len(unreached) == len(pulled):
        return (_one("offline", unreached[0], unreached, waiting, 0),)
    found = []
    for channel in ill:
        code = "unreached" if channel in unreached else channel.state
        found.append(_one(code, channel, (channel,), waiting, len(pulled) - len(ill)))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.code)))


def _one(
    code: str, channel: Channel, of: Sequence[Channel], waiting: Mapping[int, int], others: int
) -> Trouble:
    params = channel.state_params
    until = params.get("retry_at") or params.get("until") or channel.next_pull_at
    return Trouble(
        code,
        channel.kind,
        channel.name,
        sum(waiting.get(int(one.id), 0) for one in of),
        others,
        channel.last_pull_at,
        until if isinstance(until, int) else None,
        channel.state_code or "transient",
        params,
    )
