"""Keeps a classifier child running for the engine thread: restarts, back-off, poison texts, bounds, a clean end.

Imports no numpy: the arithmetic lives in the child.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from console.classify import codec
from console.classify.child import Child, ChildDied
from console.classify.gate import Gate
from console.domain.errors import ClassifierAway
from console.domain.verdict import ClassifyItem, Verdict

log = logging.getLogger(__name__)

_PROBE = ClassifyItem("probe", "Bonjour, à quelle heure ouvrez-vous ?")
_DEADLY = 2
_REMEMBERED = 10_000
_SENT_AT_MOST = 40_000
"""Code points of one text that go to the child; no engine reads further than half of it."""
_HEADROOM = 1.25
"""An engine that needs more than its limit just to be loaded may have this much over what it needs."""
_RESTLESS = 2
"""Recyclings in a row, each after a single batch, before batches are made smaller."""
_SMOOTH = 0.2


class ClassifierState(StrEnum):
    """What the console shows of the classifier."""

    STARTING = "starting"
    AVAILABLE = "available"
    AWAY = "away"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds, sizes of requests and memory. The defaults fit the embedded engine by a wide margin."""

    start: float = 30.0
    request: float = 30.0
    single: float = 10.0
    first_pause: float = 0.2
    longest_pause: float = 30.0
    patience: float = 3.0
    """A pause up to this is waited out inside `read`; a longer one raises ClassifierAway."""
    batch: int = 64
    batch_characters: int = 200_000
    memory_mb: float = 700.0
    """MiB of the child's peak memory above which it is replaced between two batches."""
    outstanding: int = 4096
    """Texts that callers may have handed in and not got back; further callers wait."""


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine is run: the child's command, and the bounds that fit it."""

    command: tuple[str, ...]
    timing: Timing = Timing()


StateListener = Callable[[ClassifierState, Mapping[str, str]], None]


class Supervisor:
    """The child process behind the engine's Reader: one batch at a time, any number of callers.

    `on_state` is called in the loop's thread whenever the state changes.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        timing: Timing | None = None,
        on_state: StateListener | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._command = tuple(command)
        self._timing = timing or Timing()
        self._on_state = on_state
        self._env = env
        self._turn = Gate()
        self._room = Gate(self._timing.outstanding)
        self._child: Child | None = None
        self._known = ("", "")
        self._base_mb = 0.0
        self._answered = 0
        self._restless = 0
        self._smaller = 1
        self._failures = 0
        self._not_before = 0.0
        self._poison: OrderedDict[str, None] = OrderedDict()
        self._closing = asyncio.Event()
        self.state = ClassifierState.STARTING
        self.restarts = 0
        """How often a child was replaced because it misbehaved or a request was cancelled."""
        self.recycled = 0
        """How often a child was replaced because it had grown too large."""
        self.last_error: str | None = None
        """Why the last child that misbehaved was given up; kept after it was replaced."""
        self.rate = 0.0
        """Texts a second of the child's own time, smoothed over the last batches; 0 before the first."""

    @property
    def pid(self) -> int | None:
        """The child's process id, if one runs."""
        return self._child.pid if self._child is not None and self._child.alive else None

    @property
    def engine(self) -> tuple[str, str]:
        """Name and version of the engine that runs or ran last, empty before the first start."""
        return self._known

    @property
    def usage(self) -> tuple[float, float, int]:
        """Peak memory (MiB) and processor seconds of the child as of its last answer, and its load time (ms)."""
        child = self._child
        return (0.0, 0.0, 0) if child is None else (child.peak_mb, child.cpu_seconds, child.loaded_ms)

    @property
    def outstanding(self) -> int:
        """Texts handed in and not answered yet."""
        return self._room.inside

    def _become(self, state: ClassifierState, **detail: str) -> None:
        if state == self.state:
            return
        self.state = state
        if self._on_state is not None:
            self._on_state(state, detail)

    def _failed(self, why: str) -> None:
        pause = min(self._timing.first_pause * 2**self._failures, self._timing.longest_pause)
        self._failures += 1
        self._not_before = time.monotonic() + pause
        self.last_error = why
        log.warning(
            "classifier child %s fell: %s, for the %d. time in a row", self._known[0], why, self._failures
        )
        self._become(ClassifierState.AWAY, why=why)

    async def start(self) -> None:
        """Start the child ahead of the first batch; raises ClassifierAway."""
        async with self._turn.through():
            await self._running()

    async def use(self, engine: Engine) -> None:
        """Run another engine from the next batch on; a batch that is being read is finished by the old one."""
        async with self._turn.through():
            child, self._child = self._child, None
            self._command, self._timing = engine.command, engine.timing
            self._known, self._base_mb, self.rate = ("", ""), 0.0, 0.0
            self._failures, self._not_before, self.last_error = 0, 0.0, None
            self._answered, self._restless, self._smaller = 0, 0, 1
            self._poison.clear()  # what one engine chokes on another may read
            if child is not None:
                await child.end()
            if not self._closing.is_set():
                self._become(ClassifierState.STARTING)

    async def restart(self) -> None:
        """End the child and start it anew at once, whatever pause it was in; raises ClassifierAway.

        For a person who has put right what stood in its way: texts that had killed it may be read again.
        """
        await self.use(Engine(self._command, self._timing))
        await self.start()

    async def _running(self) -> Child:
        if self._closing.is_set():
            raise ClassifierAway(why="closed")
        if self._child is not None and self._child.alive:
            return self._child
        if self._child is not None:
            await self._drop("ended")
        wait = self._not_before - time.monotonic()
        if wait > self._timing.patience:
            raise ClassifierAway(why="pause", retry_in=round(wait, 1))
        if wait > 0:
            try:
                async with asyncio.timeout(wait):
                    await self._closing.wait()
                raise ClassifierAway(why="closed")
            except TimeoutError:
                pass
        try:
            child = await Child.start(self._command, self._timing.start, self._env)
        except ClassifierAway as error:
            self._failed(str(error.params.get("why", "")))
            raise
        if self._closing.is_set():  # closed while it was coming up: nobody else would end it
            await child.end()
            raise ClassifierAway(why="closed")
        self._child = child
        self._known, self._base_mb, self._answered = (child.engine, child.version), child.peak_mb, 0
        self._become(ClassifierState.AVAILABLE, engine=child.engine, version=child.version)
        return child

    async def _drop(self, why: str, *, fault: bool = True) -> None:
        child, self._child = self._child, None
        self.restarts += 1
        if fault:
            self._failed(why)
        if child is not None:
            await child.end(patient=False)

    async def _ask(
        self, items: Sequence[ClassifyItem], timeout: float, *, patient: bool
    ) -> list[Verdict] | None:
        """Return the verdicts, or None when the child died of the question."""
        async with self._turn.through(patient=patient):
            child = await self._running()
            begun = time.perf_counter()
            try:
                verdicts = await child.ask(items, timeout)
            except ChildDied as death:
                await self._drop(death.why)
                return None
            except asyncio.CancelledError:
                # The answer to this request must not be taken for the next one's.
                await self._drop("cancelled", fault=False)
                raise
            self._failures = 0
            self._count(len(items), time.perf_counter() - begun)
            await self._keep_small(child)
            return verdicts

    def _count(self, texts: int, seconds: float) -> None:
        self._answered += 1
        now = texts / max(seconds, 1e-6)
        self.rate = now if self.rate == 0.0 else self.rate + _SMOOTH * (now - self.rate)

    async def _keep_small(self, child: Child) -> None:
        """Replace a child that has grown beyond its bound, between two batches; nothing it answered is lost."""
        if child.peak_mb <= max(self._timing.memory_mb, self._base_mb * _HEADROOM):
            return
        self._restless = self._restless + 1 if self._answered == 1 else 0
        if self._restless >= _RESTLESS and self._smaller < self._timing.batch:
            self._smaller *= 2  # one batch alone is too much for it
            self._restless = 0
        log.info("classifier child recycled at %.0f MiB after %d batches", child.peak_mb, self._answered)
        self._child = None
        self.recycled += 1
        await child.end()

    async def _alone(self, item: ClassifyItem, patient: bool) -> Verdict:
        """Classify one text of a batch that killed the child; condemn it when it alone kills it twice.

        Before it is condemned the child must have answered something harmless: a broken child is no fault of a text.
        """
        for _ in range(_DEADLY):
            verdicts = await self._ask([item], self._timing.single, patient=patient)
            if verdicts is not None:
                return verdicts[0]
        if await self._ask([_PROBE], self._timing.single, patient=patient) is None:
            raise ClassifierAway(why="broken")
        self._poison[_fingerprint(item)] = None
        while len(self._poison) > _REMEMBERED:
            self._poison.popitem(last=False)
        return self._condemned(item)

    def _condemned(self, item: ClassifyItem) -> Verdict:
        engine, version = self.engine
        return codec.failed_verdict(item, engine, version)

    def _batches(self, items: Sequence[ClassifyItem]) -> Iterator[list[ClassifyItem]]:
        """Cut into requests as it goes on, because bounds may have become narrower meanwhile."""
        at = 0
        while at < len(items):
            batch: list[ClassifyItem] = []
            most = max(1, self._timing.batch // self._smaller)
            room = self._timing.batch_characters // self._smaller
            while at < len(items) and len(batch) < most:
                room -= len(items[at].text)
                if batch and room < 0:
                    break
                batch.append(items[at])
                at += 1
            yield batch

    async def read(self, items: Sequence[ClassifyItem], *, background: bool = False) -> list[Verdict]:
        """Return one verdict for each item, in order; a text that kills the child gets a failed one.

        In the `background` every other caller goes first, batch by batch. Callers wait while as many texts as
        `Timing.outstanding` are under way. Raises ClassifierAway when the child cannot be started or answers nothing
        at all.
        """
        async with self._room.through(len(items), patient=background):
            async with self._turn.through(patient=background):
                await self._running()
            answers: dict[int, Verdict] = {}
            sound: list[ClassifyItem] = []
            for number, item in enumerate(items):
                if self._poison and _fingerprint(item) in self._poison:
                    answers[number] = self._condemned(item)
                else:
                    sound.append(_bounded(item))
            done: list[Verdict] = []
            for batch in self._batches(sound):
                verdicts = await self._ask(batch, self._timing.request, patient=background)
                if verdicts is None:
                    verdicts = [await self._alone(item, background) for item in batch]
                done += verdicts
            order = [number for number in range(len(items)) if number not in answers]
            answers.update(zip(order, done, strict=True))
            return [answers[number] for number in range(len(items))]

    async def close(self) -> None:
        """End the child within a bounded time (about three seconds) and refuse further work."""
        self._closing.set()
        child, self._child = self._child, None
        if child is not None:
            await child.end()
        self._become(ClassifierState.CLOSED)


def _bounded(item: ClassifyItem) -> ClassifyItem:
    return item if len(item.text) <= _SENT_AT_MOST else replace(item, text=item.text[:_SENT_AT_MOST])


def _fingerprint(item: ClassifyItem) -> str:
    text = item.text[:_SENT_AT_MOST]
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
