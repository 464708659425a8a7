"""The engine: one thread with an asyncio loop that pulls, classifies, dispatches and keeps house.

Of all processes on a workspace one holds the engine lease and works; the others only watch for its changes. The lease
is renewed every few seconds and given back at the end; if its holder dies it runs out and the next one takes over,
reading back what was interrupted.
"""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import random
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Final, TypeVar

from console.connectors import registry
from console.connectors.backoff import Backoff
from console.domain.errors import ClassifierAway, EnvironmentFailure, LeaseHeld, VigieError
from console.domain.events import Changed
from console.runtime.listening import Listening
from console.services.claiming import ended
from console.services.dispatch import Dispatcher
from console.services.indexing import PartIndex
from console.services.pulling import Puller, PullReport
from console.services.watching import wake

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Sequence

    from console.domain.comment import Channel
    from console.domain.ports import Clock
    from console.domain.verdict import ClassifyItem, Verdict
    from console.runtime.connections import Connections
    from console.runtime.reader import Reader
    from console.runtime.rereader import Rereader
    from console.services.alike import Alike
    from console.services.automation import Automation
    from console.services.claiming import Claiming
    from console.services.retention import Retention
    from console.services.triage import Triage
    from console.services.undo import Undo
    from console.store import Lease, Store, Tx

log = logging.getLogger(__name__)
T = TypeVar("T")

LEASE_SECONDS: Final = 20
LEASE_RENEWAL: Final = 5.0
TICK: Final = 0.5
STOP_SECONDS: Final = 8.0
INDEX_PAUSE: Final = 0.05
INDEX_EVERY: Final = 2.0
TERMS_EVERY: Final = 5.0


class Engine:
    """Owns the loop thread. ``start`` returns when the loop runs; ``stop`` is bounded in time."""

    def __init__(
        self,
        store: Store,
        connections: Callable[[], Connections],
        triage: Triage,
        moderation: Undo,
        reader: Reader | None,
        clock: Clock,
        os_user: str,
        publish: Callable[[tuple[Changed, ...]], None],
        rereader: Rereader | None = None,
        automation: Automation | None = None,
        claims: Claiming | None = None,
        alike: Alike | None = None,
        retention: Retention | None = None,
    ) -> None:
        self._store = store
        self._make_connections = connections
        self._triage = triage
        self._moderation = moderation
        self._reader = reader
        self._clock = clock
        self._os_user = os_user
        self._publish = publish
        self._rereader = rereader
        self._automation = automation
        self._claims = claims
        self._alike = alike
        self._retention = retention
        self._parts = PartIndex(store)
        self._backoff = Backoff()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ready: Future[None] = Future()
        self._stopping: asyncio.Event | None = None
        self._wake_outbox: asyncio.Event | None = None
        self._wake_reader: asyncio.Event | None = None
        self._pull_now: set[int] = set()
        self._pulls: dict[int, asyncio.Task[None]] = {}
        self._sendings: dict[int, asyncio.Task[None]] = {}
        self._calls: set[asyncio.Task[Any]] = set()
        self.leading = False
        self.lease: Lease | None = None
        self._renewal: asyncio.Task[None] | None = None

    # ------------------------------------------------------------------ from other threads

    def start(self, *, work: bool = True) -> None:
        """Start the loop; with ``work`` it also tries for the lease and does the standing tasks."""
        self._thread = threading.Thread(target=self._run, args=(work,), name="engine", daemon=True)
        self._thread.start()
        self._ready.result(timeout=10)
        self._store.listen(self._on_changes)

    def submit(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Future[T]:
        """Run a coroutine on the loop. Never wait for the Future on the GUI thread."""
        loop = self._loop
        if loop is None or loop.is_closed():
            raise EnvironmentFailure("engine_stopped")

        async def call() -> T:
            task = asyncio.current_task()
            assert task is not None
            self._calls.add(task)
            try:
                return await work()
            finally:
                self._calls.discard(task)

        return asyncio.run_coroutine_threadsafe(call(), loop)

    def read(self, items: Sequence[ClassifyItem]) -> Future[list[Verdict]]:
        """Verdicts for texts of no comment (a trial, a rule test), stored nowhere. Raises ClassifierAway, or through
        the Future; EnvironmentFailure ``engine_stopped`` while the loop does not run.
        """
        reader = self._reader
        if reader is None:
            raise ClassifierAway(why="none")
        return self.submit(lambda: reader.read(items))

    def stop(self, timeout: float = STOP_SECONDS) -> bool:
        """Cancel the tasks, close connections, end the thread; True when it ended within ``timeout`` seconds."""
        thread, loop, stopping = self._thread, self._loop, self._stopping
        if thread is None or loop is None or stopping is None:
            return True
        if not loop.is_closed():
            loop.call_soon_threadsafe(stopping.set)
        thread.join(timeout)
        return not thread.is_alive()

    def pull_soon(self, channel_id: int | None = None) -> None:
        """Ask for a pull at once (of one channel, or of all)."""
        if channel_id is None:
            self._pull_now.update(int(one.id) for one in self._store.read(lambda r: r.channels.all()))
        else:
            self._pull_now.add(channel_id)

    # ------------------------------------------------------------------ the loop

    def _run(self, work: bool) -> None:
        try:
            asyncio.run(self._main(work))
        except BaseException as error:
            log.exception("engine stopped")
            if not self._ready.done():
                self._ready.set_exception(error)
        finally:
            self._store.close_reader()

    async def _main(self, work: bool) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        self._wake_outbox = asyncio.Event()
        self._wake_reader = asyncio.Event()
        self.connections = self._make_connections()
        self.dispatcher = Dispatcher(
            self._store, self.connections, self._clock, self._os_user, self._delay, self._moderation.leaves_at
        )
        self.puller = Puller(self._store, self.connections, self._clock, self._delay)
        self.listening = Listening(self._store, self.connections, self._pull_now.add)
        tasks: list[asyncio.Task[None]] = []
        if work:
            for name, standing in (
                ("lease", self._keep_lease),
                ("outbox", self._keep_dispatching),
                ("pull", self._keep_pulling),
                ("listen", self._keep_listening),
                ("read", self._keep_reading),
                ("house", self._keep_house),
                ("reread", self._keep_rereading),
                ("parts", self._keep_indexing),
                ("retention", self._keep_terms),
            ):
                tasks.append(asyncio.create_task(self._guarded(name, standing), name=name))
        self._ready.set_result(None)
        try:
            await self._stopping.wait()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            while others := self._under_way():
                for other in others:
                    other.cancel()
                await asyncio.gather(*others, return_exceptions=True)
            if self._reader is not None:
                await self._reader.close()
            await self.connections.close()
            await self._give_back()

    def _under_way(self) -> list[asyncio.Task[Any]]:
        """What was started here and goes on. Not all tasks of the loop: asyncio has some of its own, and to cancel the one
        that connects a new process's pipes makes the start of that process wait for ever.
        """
        started = {*self._calls, *self._sendings.values(), *self._pulls.values(), *self.listening.tasks}
        if self._renewal is not None:
            started.add(self._renewal)
        return [one for one in started if not one.done()]

    async def _guarded(self, name: str, standing: Callable[[], Awaitable[None]]) -> None:
        """A standing task goes on after a known error; a bug is logged and the task tries again later."""
        pause = TICK
        assert self._stopping is not None
        while not self._stopping.is_set():  # a cancellation may be swallowed below; the wish to stop is not
            try:
                await standing()
                pause = TICK
            except VigieError as error:
                log.warning("%s: %s", name, error.code)
            except Exception:
                log.exception("%s failed", name)
                pause = min(pause * 2, 60)
            await asyncio.sleep(pause)

    def _delay(self, tries: int) -> int:
        return max(1, round(self._backoff.delay(max(1, tries), random.random)))

    def _on_changes(self, changes: tuple[Changed, ...]) -> None:
        """On the writer's thread, after a commit: wake what may have work now."""
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        whats = {one.what for one in changes}
        try:
            if whats & {"outbox", "decisions"} and self._wake_outbox is not None:
                loop.call_soon_threadsafe(self._wake_outbox.set)
            if whats & {"comments_new", "comments"} and self._wake_reader is not None:
                loop.call_soon_threadsafe(self._wake_reader.set)
        except RuntimeError:
            return  # the loop closed between the two lines

    # ------------------------------------------------------------------ standing tasks

    async def take_lease(self) -> bool:
        """Try for the lease once; on success everything that was interrupted is marked for reading back."""
        holder = f"{self._os_user}@{platform.node()} ({os.getpid()})"

        def work(tx: Tx) -> Lease:
            held = tx.shared.lease()
            if held is not None and held.session != self._store.session and ended(held.session):
                tx.shared.drop_lease(held.session)
            return tx.shared.take_lease(holder, self._store.session, os.getpid(), tx.now, LEASE_SECONDS)

        lease = await asyncio.wrap_future(self._store.write(work))
        was = self.leading
        self.lease = lease
        self.leading = lease.session == self._store.session
        if self.leading and not was:
            await self.dispatcher.recover()
        if self.leading != was:
            self._publish((Changed("lease", extra={"leading": self.leading, "holder": lease.holder}),))
        return self.leading

    async def _keep_lease(self) -> None:
        if not self.leading:
            held = self._store.read(lambda r: r.shared.lease())
            if held is not None and held.expires_at > self._clock.now() and not ended(held.session):
                self.lease = held
                await asyncio.sleep(1.0 - TICK)  # looking costs nothing, so a hand-over is quick
                return
        await self.take_lease()
        await asyncio.sleep(LEASE_RENEWAL - TICK)

    async def _give_back(self) -> None:
        if self.leading:
            self.leading = False
            try:
                await asyncio.wrap_future(
                    self._store.write(lambda tx: tx.shared.drop_lease(self._store.session))
                )
            except EnvironmentFailure:
                log.info("the lease runs out by itself")

    async def _keep_dispatching(self) -> None:
        if self.leading:
            for channel in await self.dispatcher.channels():
                number = int(channel.id)
                running = self._sendings.get(number)
                if running is None or running.done():
                    # A task per channel here too: what must leave on one does not wait for another's time-out.
                    self._sendings[number] = asyncio.create_task(self._send(channel), name=f"send {number}")
        await self._wait(self._wake_outbox, 1.0)

    async def _send(self, channel: Channel) -> None:
        try:
            await self.dispatcher.run_channel(channel)
        except VigieError as error:
            log.warning("outbox: %s", error.code)
        except Exception:
            log.exception("outbox failed")

    async def _keep_pulling(self) -> None:
        if not self.leading:
            return
        now = self._clock.now()
        for channel in self._store.read(lambda r: r.channels.all()):
            number = int(channel.id)
            spec = registry.spec(channel.kind)
            if channel.paused or spec.pull_interval == 0:
                continue
            running = self._pulls.get(number)
            if running is not None and not running.done():
                continue
            if number in self._pull_now or (channel.next_pull_at or 0) <= now:
                self._pull_now.discard(number)
                interval = int(channel.options.get("interval", spec.pull_interval))
                # A task per channel: one that hangs for a minute must not keep the others waiting.
                self._pulls[number] = asyncio.create_task(
                    self._pull(channel, interval), name=f"pull {number}"
                )

    async def _pull(self, channel: Channel, interval: int) -> None:
        try:
            await self.puller.pull(channel, interval)
        except VigieError as error:
            log.warning("pull: %s", error.code)

    async def _keep_listening(self) -> None:
        """Platforms that tell when there is something new are listened to, besides pulling by the clock."""
        self.listening.follow(self.leading)

    async def _keep_reading(self) -> None:
        """Verdicts for what came in; the newest first, a batch at a time, so that a long import does not starve them."""
        if not self.leading or self._reader is None:
            return
        batch = await asyncio.to_thread(self._triage.next_batch)
        if not batch:
            # Then there is time for the near-duplicates of what was read before there were groups.
            if self._alike is None or not await asyncio.to_thread(self._alike.fill):
                await self._wait(self._wake_reader, 5.0)
            return
        items = await asyncio.to_thread(self._triage.items, batch)
        verdicts = await self._reader.read(items)
        done = await asyncio.to_thread(self._triage.store, batch, verdicts)
        if self._automation is not None and self.leading:
            await asyncio.to_thread(self._automation.run, done)
        if self._wake_reader is not None:
            self._wake_reader.set()

    async def _keep_rereading(self) -> None:
        """Follow the chosen engine; read again what another one had read, while nothing new waits."""
        if self._rereader is not None:
            await self._rereader.work(lambda: self.leading)

    async def _keep_indexing(self) -> None:
        """Parts of words for the search, while no pull runs: a batch, then a breath for whoever else writes."""
        while self.leading and all(one.done() for one in self._pulls.values()):
            if not await asyncio.to_thread(self._parts.step):
                break
            await asyncio.sleep(INDEX_PAUSE)
        await asyncio.sleep(INDEX_EVERY)

    async def _keep_terms(self) -> None:
        """Erase what was kept for its term: when a lead asks, else once a day while no pull runs and nobody decides."""
        if self.leading and self._retention is not None and self._stopping is not None:
            busy = not all(one.done() for one in self._pulls.values())
            await asyncio.to_thread(self._retention.tick, busy, self._stopping.is_set)
        await asyncio.sleep(TERMS_EVERY)

    async def _keep_house(self) -> None:
        """Snoozes that end, reviews that expire, and what other processes changed."""
        foreign = self._store.foreign_changes()
        if foreign:
            self._publish(foreign)
            self._on_changes(foreign)
        if not self.leading:
            return
        if self._claims is not None:
            await asyncio.to_thread(self._claims.sweep)
        await self._keep_promises()

    async def _keep_promises(self) -> None:
        """Wake what was snoozed until now; close reviews that nobody answered in time; call off what is not meant now."""
        now = self._clock.now()
        next_wake = self._store.read(lambda r: r.comments.next_wake())
        if next_wake is not None and next_wake <= now:

            def work(tx: Tx) -> bool:
                woken = wake(tx)
                if woken:
                    tx.changed("comments", woken)
                return bool(woken)

            more = True
            while more:  # in parts, so that whoever decides meanwhile comes between two of them
                more = await asyncio.wrap_future(self._store.write(work))
        await asyncio.to_thread(self._moderation.expire_reviews, now)
        if self._automation is not None:
            await asyncio.to_thread(self._automation.sweep)

    async def _wait(self, event: asyncio.Event | None, seconds: float) -> None:
        assert event is not None
        try:
            # Not wait_for: until Python 3.12 it loses a cancellation that comes together with the event.
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return
        event.clear()

    # ------------------------------------------------------------------ one-off work for the command line

    async def pull_once(self, channel_ids: list[int] | None = None) -> list[PullReport]:
        """Pull channels now, without the standing tasks. The caller holds the lease."""
        channels = [
            one
            for one in self._store.read(lambda r: r.channels.all())
            if (channel_ids is None or int(one.id) in channel_ids) and registry.spec(one.kind).pull_interval
        ]
        return list(
            await asyncio.gather(
                *(
                    self.puller.pull(one, registry.spec(one.kind).pull_interval)
                    for one in channels
                    if not one.paused
                )
            )
        )

    async def lead(self, wait: float) -> None:
        """Take the lease within ``wait`` seconds and keep renewing it; LeaseHeld says who has it otherwise."""
        deadline = asyncio.get_running_loop().time() + wait
        while not await self.take_lease():
            if asyncio.get_running_loop().time() >= deadline:
                assert self.lease is not None
                raise LeaseHeld(holder=self.lease.holder, expires_at=self.lease.expires_at)
            await asyncio.sleep(TICK)
        if self._renewal is None:
            self._renewal = asyncio.create_task(self._guarded("lease", self._keep_lease), name="lease")
            # Where no window is ever open, this is when snoozes end and reviews expire.
            await self._keep_promises()
