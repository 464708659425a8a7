"""Pulling one channel: pages until there are no more, each stored with its cursor, errors shown on the channel."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    Transient,
    VigieError,
)
from console.services.answers import channel_state
from console.services.intake import store_page
from console.services.rechecking import Rechecks
from console.services.scheduling import affordable_interval, wanted_interval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.comment import Channel, PullPage
    from console.domain.ports import Clock, Connectors
    from console.store import Store, Tx

log = logging.getLogger(__name__)

MAX_PAGES: Final = 200
#: Remarks that a channel keeps of a pull besides the first: a person reads no more.
MOST_REMARKS: Final = 9


@dataclass(slots=True)
class PullReport:
    """What a pull of one channel brought."""

    channel: str
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    pages: int = 0
    warnings: list[dict[str, Any]] = field(default_factory=list)
    budget: Mapping[str, Any] | None = None
    error: VigieError | None = None


class Puller:
    """Pulls channels. Only the holder of the engine lease may use it; never two pulls of one channel at once."""

    def __init__(
        self, store: Store, connectors: Connectors, clock: Clock, backoff: Callable[[int], int]
    ) -> None:
        self._store = store
        self._connectors = connectors
        self._clock = clock
        self._backoff = backoff
        self._locks: dict[int, asyncio.Lock] = {}
        self._failures: dict[int, int] = {}
        self._rechecks = Rechecks(store, clock)

    async def pull(self, channel: Channel, interval: int) -> PullReport:
        """Pull ``channel`` to its end (at most 200 pages); an error is in the report and on the channel."""
        lock = self._locks.setdefault(int(channel.id), asyncio.Lock())
        async with lock:
            return await self._pull(channel, interval)

    async def _pull(self, channel: Channel, interval: int) -> PullReport:
        report = PullReport(channel.key)
        fresh = self._store.read(lambda r: r.channels.get(channel.id))
        current = channel if fresh is None else fresh
        try:
            connector = await self._connectors.get(current)
            seen: set[str | None] = {current.cursor}
            while report.pages < MAX_PAGES:
                page = await connector.pull(current.cursor)
                report.pages += 1
                report.warnings += [dict(one) for one in page.warnings]
                report.budget = report.budget if page.budget is None else page.budget
                result = await self._store_page(current, page)
                report.new += result.new
                report.updated += result.updated
                report.unchanged += result.unchanged
                looped = page.cursor in seen
                seen.add(page.cursor)
                again = self._store.read(lambda r: r.channels.get(channel.id))
                current = current if again is None else again
                if not page.more or looped:
                    break
        except VigieError as error:
            report.error = error
            await self._failed(channel, error)
            return report
        except Exception:
            # A bug in one connector is that channel's trouble: it is shown there, and the others go on.
            log.exception("pull of a %s channel failed", channel.kind)
            report.error = Transient("internal_error", channel=channel.key)
            await self._failed(channel, report.error)
            return report
        self._failures.pop(int(channel.id), None)
        await self._succeeded(channel, interval, report)
        await self._look_again(current)
        return report

    async def _look_again(self, channel: Channel) -> None:
        """A small part of what is kept, for edits and deletions. Its trouble is none of the pull's."""
        try:
            await self._rechecks.part_of_round(channel, self._connectors)
        except VigieError as error:
            log.info("not looked at again: %s", error.code)
        except Exception:
            log.exception("looking again at a %s channel failed", channel.kind)

    async def _store_page(self, channel: Channel, page: PullPage) -> Any:
        return await asyncio.wrap_future(
            self._store.write(lambda tx: store_page(tx, channel, page), durable=False)
        )

    async def _succeeded(self, channel: Channel, interval: int, report: PullReport) -> None:
        def work(tx: Tx) -> None:
            # Read here: meanwhile a person may have asked for another interval, or another pull have ended.
            held = tx.channels.get(channel.id) or channel
            wanted = wanted_interval(held.options, interval, tx.now)
            pause = affordable_interval(wanted, held.budget, report.budget, tx.now)
            tx.channels.set(
                channel.id,
                state="ok",
                state_code=report.warnings[0].get("code") if report.warnings else None,
                state_params=_remarks(report.warnings),
                last_pull_at=tx.now,
                next_pull_at=tx.now + pause,
                **({} if report.budget is None else {"budget": report.budget}),
            )
            tx.changed("channels")

        await asyncio.wrap_future(self._store.write(work, durable=False))

    async def _failed(self, channel: Channel, error: VigieError) -> None:
        tries = self._failures[int(channel.id)] = self._failures.get(int(channel.id), 0) + 1
        if isinstance(error, (AuthExpired, AuthMissingScope)):
            await self._connectors.forget(int(channel.id))
        state = channel_state(error)
        until = max(getattr(error, "retry_at", None) or 0, self._clock.now() + self._backoff(tries))

        def work(tx: Tx) -> None:
            tx.channels.set(
                channel.id,
                state=state,
                state_code=error.code,
                state_params={**error.params, "until": until},
                next_pull_at=until,
            )
            tx.changed("channels")

        log.info("pull of a %s channel failed: %s", channel.kind, error.code)
        await asyncio.wrap_future(self._store.write(work, durable=False))


def _remarks(warnings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The first remark of a pull as the channel's parameters, with some of the ``others``, each with its code."""
    if not warnings:
        return {}
    others = [dict(one) for one in warnings[1 : 1 + MOST_REMARKS]]
    return {**warnings[0], **({"others": others} if others else {})}
