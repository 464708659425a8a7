"""Writes down what became of rows that left: each outcome one transaction, with its effects and its audit entry."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final, TypeVar

from console.domain.errors import Transient
from console.domain.vocabulary import PROGRAM, Role
from console.services.answers import (
    ask_person,
    channel_state,
    settle_done,
    settle_failed,
    settle_gone,
    settle_later,
    settle_unknown,
)
from console.services.roles import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.comment import Channel, Comment
    from console.domain.decision import ActionResult, Decision, OutboxRow
    from console.domain.errors import ConnectorError, VigieError
    from console.domain.ports import Clock
    from console.store import Store, Tx

    Claimed = tuple[OutboxRow, Comment, Decision]

log = logging.getLogger(__name__)

T = TypeVar("T")

MAX_TRIES: Final = 12


class Outcomes:
    """What the dispatcher and the reading back write."""

    def __init__(self, store: Store, clock: Clock, os_user: str, backoff: Callable[[int], int]) -> None:
        self._store, self._clock = store, clock
        self.backoff = backoff
        self.machine = Actor(PROGRAM, Role.MODERATOR, os_user)

    async def write(self, work: Callable[[Tx], T]) -> T:
        """Run ``work`` in a transaction of the writer."""
        return await asyncio.wrap_future(self._store.write(work))

    async def done(self, settled: Sequence[tuple[Claimed, ActionResult]], channel: Channel) -> None:
        """These took effect: what one answer said is written in one transaction."""

        def work(tx: Tx) -> None:
            for (row, comment, decision), result in settled:
                if _still(tx, row):
                    settle_done(tx, self.machine, row.id, comment.id, decision.id, result)
            if channel.state in ("limited", "error", "auth"):  # it answers again
                tx.channels.set(channel.id, state="ok", state_code=None, state_params={})
                tx.changed("channels")

        await self.write(work)

    async def gone(self, claimed: Claimed) -> None:
        """The platform no longer has the comment."""
        await self._settle(claimed[0], lambda tx: settle_gone(tx, self.machine, *claimed))

    async def failed(self, claimed: Claimed, error: Mapping[str, Any]) -> None:
        """It will not be done."""
        await self._settle(claimed[0], lambda tx: settle_failed(tx, self.machine, *claimed, error))

    async def gave_up(self, claimed: Claimed) -> None:
        """It was tried often enough."""
        await self.failed(claimed, {"code": "gave_up", "params": {"tries": claimed[0].tries}})

    async def person(self, claimed: Claimed) -> None:
        """The platform cannot tell whether it was done."""
        await self._settle(claimed[0], lambda tx: ask_person(tx, self.machine, *claimed))

    async def later(self, claimed: Claimed, channel: Channel, error: ConnectorError) -> bool:
        """It goes again when the platform lets it; True where it was given up, and the next row may go."""
        row = claimed[0]
        if isinstance(error, Transient) and row.tries >= MAX_TRIES:
            await self.gave_up(claimed)
            return True
        until = max(error.retry_at or 0, self._clock.now() + self.backoff(row.tries))
        await self.wait(row, channel, error, until, channel_state(error))
        return False

    async def again(self, row: OutboxRow, pause: int) -> None:
        """It certainly was not done: it goes again after ``pause`` seconds."""
        await self._settle(row, lambda tx: settle_later(tx, row, row.error, tx.now + pause))

    async def wait(self, row: OutboxRow, channel: Channel, error: VigieError, until: int, state: str) -> None:
        """Back into the queue until ``until`` (UTC seconds); the channel shows ``state`` and why."""

        def work(tx: Tx) -> None:
            settle_later(tx, row, error.as_dict(), until)
            tx.channels.set(
                channel.id,
                state=state,
                state_code=error.code,
                state_params={**error.params, "until": until},
            )
            tx.changed("channels")

        await self._settle(row, work)

    async def unknown(self, row: OutboxRow, code: str) -> None:
        """Nobody knows whether it left."""
        # Shielded: this is the one thing that must still happen while the engine is being stopped.
        await asyncio.shield(self.write(lambda tx: settle_unknown(tx, row, code)))

    async def _settle(self, row: OutboxRow, work: Callable[[Tx], None]) -> None:
        await self.write(lambda tx: work(tx) if _still(tx, row) else None)


def _still(tx: Tx, row: OutboxRow) -> bool:
    """Whether nobody has moved the row since it was read: who took the lease meanwhile, or erases the channel, has the
    last word, and what that one is sending must not be queued a second time.
    """
    current = tx.outbox.get(row.id)
    still = current is not None and (current.state, current.tries) == (row.state, row.tries)
    if not still:
        log.warning("row %s was settled elsewhere", row.id)
    return still
