"""What the channels page asks for: rows with what waits, testing an account before it is stored, connecting, importing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.connectors import registry
from console.connectors.file.plan import ImportPlan, Rejected
from console.connectors.file.reader import read
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.vocabulary import UNFINISHED, OutboxState
from console.services.intake import Importer, ImportReport

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping

    from console.domain.ports import AccountInfo, Clock
    from console.services.roles import Actor
    from console.store import Reading, Store


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel with what waits in the outbox for it, and how many of these wait for a person.

    ``first_import`` is how many comments came in so far while the first pull still runs, else None.
    """

    channel: Channel
    to_send: int
    by_hand: int
    failed: int
    first_import: int | None = None


@dataclass(frozen=True, slots=True)
class NewChannel:
    """What a person typed to connect an account. The secret never leaves this object but for the connector."""

    kind: str
    name: str
    server: str = ""
    handle: str = ""
    language: str | None = None
    secret: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"NewChannel({self.kind}:{self.name})"


def rows(reading: Reading) -> list[ChannelRow]:
    """All channels, oldest first."""
    waiting: dict[int, int] = {}
    by_hand: dict[int, int] = {}
    failed: dict[int, int] = {}
    for row in reading.outbox.in_states(*sorted(UNFINISHED), OutboxState.FAILED):
        key = int(row.channel_id)
        if row.state is OutboxState.FAILED:
            failed[key] = failed.get(key, 0) + 1
        elif row.state is OutboxState.WAITING_PERSON:
            by_hand[key] = by_hand.get(key, 0) + 1
        else:
            waiting[key] = waiting.get(key, 0) + 1
    return [
        ChannelRow(
            one,
            waiting.get(int(one.id), 0),
            by_hand.get(int(one.id), 0),
            failed.get(int(one.id), 0),
            reading.channels.held(one.id) if _imports(one) else None,
        )
        for one in reading.channels.all()
    ]


def _imports(channel: Channel) -> bool:
    """Whether the first pull of a channel is still to end: counted then alone, a large channel is not each time."""
    return (
        channel.last_pull_at is None
        and not channel.paused
        and channel.state in ("new", "ok")
        and registry.spec(channel.kind).pull_interval > 0
    )


async def check_account(wanted: NewChannel, clock: Clock) -> AccountInfo:
    """Sign in once with what was typed and say whose account it is; nothing is stored, not even a session.

    Runs on the engine's loop. Raises ConnectorError and UsageError (bad_server, server_not_https, bad_handle).
    """
    trial = Channel(
        ChannelId(0),
        wanted.kind,
        wanted.name,
        server=wanted.server,
        handle=wanted.handle,
        options=wanted.options,
    )
    connector = registry.connect(trial, wanted.secret, registry.MemorySessionStore(), clock)
    try:
        return await connector.check()
    finally:
        await connector.close()


def run_import(
    store: Store,
    channel: Channel,
    plan: ImportPlan,
    actor: Actor,
    *,
    progress: Callable[[ImportReport], object],
    stop: Callable[[], bool],
) -> ImportReport:
    """Import the file of ``plan`` into ``channel`` and log it; good lines are kept, bad ones are in the report.

    Blocks for as long as it takes, so run it on a thread of its own. ``progress`` is called once before the first
    line, with the report that grows meanwhile; ``stop`` is asked before each line and ends the import after what was
    read so far. Raises UsageError ``import_unreadable`` and NotAllowed.
    """
    actor.need("import")
    importer = Importer(store, channel)
    progress(importer.report)
    importer.run(_kept(Path(plan.path), plan, importer, stop))
    importer.finish(actor, digest(Path(plan.path)))
    return importer.report


def _kept(
    path: Path, plan: ImportPlan, importer: Importer, stop: Callable[[], bool]
) -> Iterator[IncomingComment]:
    for item in read(path, plan):
        if stop():
            return
        if isinstance(item, Rejected):
            importer.reject(item.line, item.reason, item.params)
        else:
            yield item


def digest(path: Path) -> str:
    """SHA-256 of a file in constant memory, as its import is logged."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def channel_name(path: str | os.PathLike[str]) -> str:
    """A name for the channel of an imported file: its own, without what a channel key may not hold."""
    stem = Path(path).stem.replace(":", "-").strip()
    return stem[:60] or "import"
