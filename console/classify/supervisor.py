"""Keeps a classifier child running for the engine thread: restarts, back-off, poison texts, a clean end.

Imports no numpy: the arithmetic lives in the child.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from console.classify import codec
from console.classify.child import Child, ChildDied
from console.domain.errors import ClassifierAway
from console.domain.verdict import ClassifyItem, Verdict

_PROBE = ClassifyItem("probe", "Bonjour, à quelle heure ouvrez-vous ?")
_DEADLY = 2
_REMEMBERED = 10_000


class ClassifierState(StrEnum):
    """What the console shows of the classifier."""

    STARTING = "starting"
    AVAILABLE = "available"
    AWAY = "away"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds, and sizes of requests. The defaults fit the embedded engine by a wide margin."""

    start: float = 30.0
    request: float = 30.0
    single: float = 10.0
    first_pause: float = 0.2
    longest_pause: float = 30.0
    patience: float = 3.0
    """A pause up to this is waited out inside `read`; a longer one raises ClassifierAway."""
    batch: int = 64
    batch_characters: int = 200_000


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
        self._lock = asyncio.Lock()
        self._child: Child | None = None
        self._failures = 0
        self._not_before = 0.0
        self._poison: OrderedDict[str, None] = OrderedDict()
        self._closing = asyncio.Event()
        self.state = ClassifierState.STARTING
        self.restarts = 0

    @property
    def pid(self) -> int | None:
        """The child's process id, if one runs."""
        return self._child.pid if self._child is not None and self._child.alive else None

    @property
    def engine(self) -> tuple[str, str]:
        """Name and version of the engine that runs, empty before the first start."""
        return (self._child.engine, self._child.version) if self._child is not None else ("", "")

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
        self._become(ClassifierState.AWAY, why=why)

    async def start(self) -> None:
        """Start the child ahead of the first batch; raises ClassifierAway."""
        async with self._lock:
            await self._running()

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
        self._child = child
        self._become(ClassifierState.AVAILABLE, engine=child.engine, version=child.version)
        return child

    async def _drop(self, why: str, *, fault: bool = True) -> None:
        child, self._child = self._child, None
        self.restarts += 1
        if fault:
            self._failed(why)
        if child is not None:
            await child.end(patient=False)

    async def _ask(self, items: Sequence[ClassifyItem], timeout: float) -> list[Verdict] | None:
        """Return the verdicts, or None when the child died of the question."""
        child = await self._running()
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
        return verdicts

    async def _alone(self, item: ClassifyItem) -> Verdict:
        """Classify one text of a batch that killed the child; condemn it when it alone kills it twice.

        Before it is condemned the child must have answered something harmless: a broken child is no fault of a text.
        """
        for _ in range(_DEADLY):
            verdicts = await self._ask([item], self._timing.single)
            if verdicts is not None:
                return verdicts[0]
        if await self._ask([_PROBE], self._timing.single) is None:
            raise ClassifierAway(why="broken")
        self._poison[_fingerprint(item)] = None
        while len(self._poison) > _REMEMBERED:
            self._poison.popitem(last=False)
        return self._condemned(item)

    def _condemned(self, item: ClassifyItem) -> Verdict:
        engine, version = self.engine
        return codec.failed_verdict(item, engine, version)

    def _batches(self, items: Sequence[ClassifyItem]) -> list[list[ClassifyItem]]:
        batches: list[list[ClassifyItem]] = []
        room = 0
        for item in items:
            if not batches or len(batches[-1]) >= self._timing.batch or room < len(item.text):
                batches.append([])
                room = self._timing.batch_characters
            batches[-1].append(item)
            room -= len(item.text)
        return batches

    async def read(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """Return one verdict for each item, in order; a text that kills the child gets a failed one.

        Raises ClassifierAway when the child cannot be started or answers nothing at all.
        """
        async with self._lock:
            answers: dict[int, Verdict] = {}
            await self._running()
            sound: list[ClassifyItem] = []
            for number, item in enumerate(items):
                if self._poison and _fingerprint(item) in self._poison:
                    answers[number] = self._condemned(item)
                else:
                    sound.append(item)
            done: list[Verdict] = []
            for batch in self._batches(sound):
                verdicts = await self._ask(batch, self._timing.request)
                if verdicts is None:
                    verdicts = [await self._alone(item) for item in batch]
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


def _fingerprint(item: ClassifyItem) -> str:
    return hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
