"""Reading a workspace again in the background: what is due, one batch at a time, and nothing while somebody waits.

In every process on a workspace it follows the workspace's settings. Only the one that holds the engine lease reads.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from typing import TYPE_CHECKING, Final

from console.domain.errors import ClassifierAway, DomainError, EnvironmentFailure
from console.domain.vocabulary import PROGRAM, Role
from console.services.rereading import BATCH, SECOND, SWITCH, Rereading
from console.services.roles import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from console.domain.comment import Comment
    from console.domain.events import Changed
    from console.domain.verdict import ClassifyItem, Verdict
    from console.runtime.reader import EngineReader
    from console.services.triage import Triage
    from console.store import Reclassification, Store, Tx

log = logging.getLogger(__name__)

FRESH: Final = 10_000
"""New comments that may wait for a second opinion; what lies beyond gets none before the next run."""
SECOND_BATCH: Final = 32
REST: Final = 0.1
"""Pause after a background batch, as a share of the time it took: the window and the processor get theirs."""
PACE_SECONDS: Final = 20.0
AWAY_PAUSE: Final = 2.0
AWAY_TRIES: Final = 5


class Pace:
    """How fast a run advances, from what was seen of it over the last seconds; for any thread."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int, int]] = deque(maxlen=256)

    def note(self, run: Reclassification) -> None:
        """Look at the run again."""
        if run.state != "running" or (self._seen and self._seen[-1][1] != run.id):
            self._seen.clear()
        if run.state == "running" and (not self._seen or self._seen[-1][2] != run.done):
            self._seen.append((time.monotonic(), run.id, run.done))

    def rate(self) -> float | None:
        """Comments per second; None where too little was seen."""
        begin = time.monotonic() - PACE_SECONDS
        seen = [one for one in list(self._seen) if one[0] >= begin]
        if len(seen) < 2 or seen[-1][0] <= seen[0][0]:
            return None
        return (seen[-1][2] - seen[0][2]) / (seen[-1][0] - seen[0][0])


class Rereader:
    """The standing task beside the engine's reading of new comments. Everything but ``on_changes`` is for the loop."""

    def __init__(
        self,
        store: Store,
        reader: EngineReader,
        triage: Triage,
        rereading: Rereading,
        os_user: str,
        pace: Pace,
        follow: Callable[[], None],
    ) -> None:
        self._store = store
        self._reader = reader
        self._triage = triage
        self._rereading = rereading
        self._machine = Actor(PROGRAM, Role.LEAD, os_user)
        self._pace = pace
        self._follow = follow
        self._stale = True
        self._checked: dict[str, tuple[str, str]] = {}
        self._fresh: deque[int] = deque(maxlen=FRESH)
        self._reopened: deque[int] = deque(maxlen=FRESH)

    def on_changes(self, changes: Sequence[Changed]) -> None:
        """Hear of changes, on whatever thread: settings are followed, new comments wait for their second opinion."""
        for one in changes:
            if one.what == "settings":
                self._stale = True
            elif one.what == "proposals" and self._reader.wanted[1] is not None:
                self._fresh.extend(one.ids)
            elif one.what == "comments":
                self._reopened.extend(one.ids)  # perhaps: an undone decision makes a comment work again

    async def prepare(self) -> None:
        """Follow the settings."""
        if self._stale:
            self._stale = False
            self._checked.clear()
            await asyncio.to_thread(self._follow)
        await self._reader.settle()

    async def work(self, leading: Callable[[], bool]) -> None:
        """One round: follow the settings; with the lease, read again what has to be, while nothing new waits."""
        await self.prepare()
        if not leading():
            self._checked.clear()
            self._reopened.clear()
            return
        try:
            await self._catch_up()
            if await self._nothing_waits():
                await self._start_what_is_due()
                await self._advise()
            while leading() and not self._stale and await self._nothing_waits():
                begun = time.monotonic()
                if not await self.step():
                    return
                await asyncio.sleep(REST * (time.monotonic() - begun))
        except ClassifierAway as error:
            log.info("reading again waits: %s", error.params.get("why", ""))
            await asyncio.sleep(AWAY_PAUSE)

    async def _nothing_waits(self) -> bool:
        return not await asyncio.to_thread(self._triage.next_batch, 1)

    async def _start_what_is_due(self) -> None:
        """Start a run where the engine that reads is another than the one that has read; of two, the switch first."""
        if not await asyncio.to_thread(self._store.read, lambda r: r.opinions.ids_after(0, 1)):
            return
        first = await self._reader.start()
        if self._reader.missing is None:  # else another machine, which has the chosen engine, will do it
            await self._due(SWITCH, first)
        held = await asyncio.to_thread(self._rereading.current)
        if held is not None and held.purpose == SWITCH:
            return  # one after the other
        try:
            beside = await self._reader.start_second()
        except ClassifierAway as error:
            # A second opinion that does not come up is shown as such; the first engine's work goes on without it.
            log.info("second opinion away: %s", error.params.get("why", ""))
            return
        if beside is not None:
            await self._due(SECOND, beside)

    async def _catch_up(self) -> None:
        """Bring what became work again in line with the engine that reads."""
        engine = self._reader.engine
        while self._reopened and engine[1] and self._reader.missing is None:
            ids = {self._reopened.popleft() for _ in range(min(BATCH, len(self._reopened)))}
            await asyncio.to_thread(self._rereading.catch_up, sorted(ids), *engine)

    async def _due(self, purpose: str, engine: tuple[str, str]) -> None:
        if self._checked.get(purpose) == engine:
            return
        await asyncio.to_thread(self._rereading.note_running, purpose, *engine)
        held = await asyncio.to_thread(self._rereading.current)
        if held is not None and held.purpose == purpose and (held.engine, held.engine_version) != engine:
            await asyncio.to_thread(self._rereading.abandon, held, self._machine)
            held = None
        if (held is None or held.purpose != purpose) and await asyncio.to_thread(
            self._rereading.needed, *engine, purpose
        ):
            await asyncio.to_thread(self._rereading.begin, *engine, purpose, self._machine)
        self._checked[purpose] = engine

    async def step(self) -> bool:
        """Read and store one batch of the run under way; False when there is none, or it is paused or over."""
        run = await asyncio.to_thread(self._rereading.current)
        if run is None or run.state != "running":
            return False
        engine = await self._engine_of(run)
        if engine != (run.engine, run.engine_version):
            # Another engine was chosen meanwhile, or a newer version came up: that one's run takes this one's place.
            self._checked.clear()
            if engine is None:
                await asyncio.to_thread(self._rereading.abandon, run, self._machine)
            return False
        batch = await asyncio.to_thread(self._rereading.next_batch, run)
        if not batch.comments:
            self._pace.note(await asyncio.to_thread(self._rereading.finish, run, self._machine))
            return False
        verdicts: list[Verdict] = []
        if batch.unread:
            items = await asyncio.to_thread(self._triage.items, batch.unread)
            if run.purpose == SECOND:
                verdicts = await self._reader.second(items)
            else:
                verdicts = await self._reader.read(items, background=True)
            if any((one.engine, one.engine_version) != engine for one in verdicts) or len(verdicts) < len(
                items
            ):
                return True  # the engine was changed under way: the next round sees which run is due
        run = await asyncio.to_thread(self._rereading.store, batch, verdicts)
        self._pace.note(run)
        return run.state == "running"

    async def _engine_of(self, run: Reclassification) -> tuple[str, str] | None:
        if run.purpose == SECOND:
            return await self._reader.start_second()
        return await self._reader.start()

    async def _advise(self) -> None:
        """Second opinions on what was read a moment ago; while the second engine is away, they wait."""
        while self._fresh:
            ids = [self._fresh.popleft() for _ in range(min(SECOND_BATCH, len(self._fresh)))]
            try:
                engine = await self._reader.start_second()
                if engine is None:
                    self._fresh.clear()
                    return
                comments, items = await asyncio.to_thread(self._lacking, ids, engine)
                verdicts = await self._reader.second(items) if comments else []
            except ClassifierAway as error:
                log.info("second opinion away: %s", error.params.get("why", ""))
                self._fresh.extend(ids)
                return
            if verdicts and len(verdicts) == len(comments):
                await asyncio.to_thread(self._keep_beside, comments, verdicts)

    def _lacking(
        self, ids: Sequence[int], engine: tuple[str, str]
    ) -> tuple[list[Comment], list[ClassifyItem]]:
        known = self._store.read(lambda r: r.opinions.known(ids, *engine))
        comments = [
            one
            for one in self._store.read(lambda r: r.comments.rows(list(dict.fromkeys(ids))))
            if int(one.id) not in known
        ]
        return comments, self._triage.items(comments)

    def _keep_beside(self, comments: Sequence[Comment], verdicts: Sequence[Verdict]) -> None:
        pairs = list(zip(comments, verdicts, strict=True))

        def work(tx: Tx) -> None:
            tx.opinions.keep_beside([(int(one.id), one.revision, verdict) for one, verdict in pairs], tx.now)
            tx.changed("verdicts", tuple(int(one.id) for one, _ in pairs))

        self._store.write(work, durable=False).result()

    # ------------------------------------------------------------------ for the command line

    async def run_here(self, told: Callable[[Reclassification], object]) -> Reclassification | None:
        """Work at the run under way until it is paused or over; the caller holds the lease. Returns how it stands."""
        run = await asyncio.to_thread(self._rereading.current)
        if run is None:
            return None
        await self.prepare()
        number, away = run.id, 0
        while True:
            try:
                going = await self.step()
                away = 0
            except ClassifierAway as error:
                away += 1
                if away >= AWAY_TRIES:
                    raise
                wait = error.params.get("retry_in", 0.5)
                await asyncio.sleep(float(wait) if isinstance(wait, (int, float)) else 0.5)
                continue
            held: Reclassification | None = await asyncio.to_thread(
                self._store.read, lambda r: r.reclassifications.get(number)
            )
            if held is None:
                raise EnvironmentFailure("reclassification_gone")
            told(held)
            if not going and held.state != "running":
                return held
            if not going:
                raise DomainError("reclassification_other_engine", engine=held.engine)

    async def start_run(self, actor: Actor, purpose: str) -> Reclassification:
        """Start the engine, then a run with it, or take up the one under way."""
        await self.prepare()
        engine = await (self._reader.start_second() if purpose == SECOND else self._reader.start())
        if engine is None:
            raise DomainError("second_missing")
        await asyncio.to_thread(self._rereading.note_running, purpose, *engine)
        run = await asyncio.to_thread(self._rereading.begin, *engine, purpose, actor)
        if run.state == "paused":
            run = await asyncio.to_thread(self._rereading.move, "running", actor)
        return run
