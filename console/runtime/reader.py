"""The classifier as the engine thread sees it: verdicts for a batch, by the chosen engine, and a second opinion beside."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Protocol

from console import paths
from console.classify.engines import engine
from console.classify.packs import EMBEDDED, Shelf, find
from console.classify.supervisor import ClassifierState, Engine, StateListener, Supervisor
from console.domain.errors import ClassifierAway, VigieError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.verdict import ClassifyItem, Verdict


class Reader(Protocol):
    """Reads texts somewhere else than on this thread."""

    async def read(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """One verdict per item, same order. Raises ClassifierAway while the child does not answer."""
        ...

    async def close(self) -> None:
        """End the child process within a bounded time."""
        ...


def installed_engine(name: str) -> Engine:
    """How an engine of this machine is run. UsageError ``pack_unknown`` or ``pack_not_installed``; ``pack_damaged``."""
    if name != EMBEDDED:
        shelf = Shelf(paths.packs_folder())
        find(name, shelf.catalogue)
        shelf.manifest(name)
    return engine(name, paths.worker_command())


class EngineReader:
    """A Reader whose engine can be changed while it works, with a second child for second opinions.

    ``launch`` says how an engine is run and raises a VigieError for one that is not installed; texts are then read by
    the embedded engine, so that nothing waits unread, and ``missing`` names the engine. ``choose`` may be called on
    any thread; everything else belongs to the loop that reads.
    """

    def __init__(
        self,
        *,
        launch: Callable[[str], Engine] | None = None,
        on_state: StateListener | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._launch = launch or installed_engine
        self._env = env
        self._on_state = on_state
        self._wanted: tuple[str, str | None] = (EMBEDDED, None)
        self._active = EMBEDDED
        self.missing: str | None = None
        """The chosen engine, where it is not installed on this machine."""
        self._first = self._supervisor(EMBEDDED, on_state)
        self._second: Supervisor | None = None
        self._second_name: str | None = None
        self._look_again = False
        self._closed = False
        self._settling = asyncio.Lock()

    def _supervisor(self, name: str, on_state: StateListener | None) -> Supervisor:
        run = self._launch(name)
        return Supervisor(run.command, timing=run.timing, on_state=on_state, env=self._env)

    # ------------------------------------------------------------------ choosing

    def choose(self, engine: str, second: str | None) -> None:
        """Say which engines are wanted; they take over with the next batch."""
        self._wanted = (engine, second)
        self.missing = None  # it may have been installed meanwhile: look again
        self._look_again = True

    def ensure_installed(self, name: str) -> None:
        """Raise UsageError ``pack_unknown`` or ``pack_not_installed`` unless ``name`` can be used on this machine."""
        self._launch(name)

    @property
    def lacking(self) -> bool:
        """Whether an engine that was chosen was not installed when it was looked for last."""
        return self.missing is not None or self.second_error == "engine_missing"

    @property
    def wanted(self) -> tuple[str, str | None]:
        """The engine and the second opinion that were chosen last."""
        return self._wanted

    async def settle(self) -> None:
        """Make the wanted engines those that run. Starts no child; ends those that are wanted no longer."""
        async with self._settling:
            engine, second = self._wanted
            if engine != (self.missing or self._active):
                self.missing = None
                try:
                    launch = self._launch(engine)
                except VigieError:
                    self.missing, engine = engine, EMBEDDED
                    launch = self._launch(EMBEDDED)
                if engine != self._active:
                    await self._first.use(launch)
                    self._active = engine
            if second == self._active:
                second = None  # its verdict is the first opinion already
            again, self._look_again = self._look_again and self._second is None, False
            if (second != self._second_name or again) and not self._closed:
                former, self._second, self._second_name = self._second, None, second
                if former is not None:
                    await former.close()
                if second is not None:
                    try:
                        self._second = self._supervisor(second, None)
                    except VigieError:
                        self._second = None

    # ------------------------------------------------------------------ reading

    async def read(self, items: Sequence[ClassifyItem], *, background: bool = False) -> list[Verdict]:
        """One verdict per item by the chosen engine; in the ``background`` everybody else goes first."""
        await self.settle()
        return await self._first.read(items, background=background)

    async def second(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """One verdict per item by the engine of the second opinion; none where there is none."""
        await self.settle()
        return [] if self._second is None else await self._second.read(items, background=True)

    async def start(self) -> tuple[str, str]:
        """Start the chosen engine ahead of the first batch; returns its name and version. Raises ClassifierAway."""
        await self.settle()
        if not self._first.engine[1]:
            await self._first.start()
        return self._first.engine

    async def start_second(self) -> tuple[str, str] | None:
        """Start the second opinion's engine; its name and version, or None where there is none."""
        await self.settle()
        if self._second is None:
            return None
        if not self._second.engine[1]:
            await self._second.start()
        return self._second.engine

    async def restart(self) -> None:
        """Start the children anew at once, that of the second opinion too. Raises ClassifierAway for the first."""
        await self.settle()
        if self._second is not None:
            with contextlib.suppress(ClassifierAway):  # said beside the second opinion
                await self._second.restart()
        await self._first.restart()

    async def close(self) -> None:
        """End the children within a bounded time."""
        self._closed = True
        await self._first.close()
        if self._second is not None:
            await self._second.close()

    # ------------------------------------------------------------------ what is known of it; any thread

    @property
    def active(self) -> str:
        """The engine that reads: the chosen one, or the embedded one where that is not installed."""
        return self._active

    @property
    def engine(self) -> tuple[str, str]:
        """Name and version of the engine that runs or ran last; empty before the first start."""
        return self._first.engine

    @property
    def second_engine(self) -> tuple[str, str] | None:
        """Name and version of the second opinion's engine; None where there is none or before its first start."""
        second = self._second
        return second.engine if second is not None and second.engine[1] else None

    @property
    def state(self) -> ClassifierState:
        """Whether the first engine's child answers."""
        return self._first.state

    @property
    def last_error(self) -> str | None:
        """A code: the chosen engine is missing, or why the last child was given up."""
        return "engine_missing" if self.missing else self._first.last_error

    @property
    def second_error(self) -> str | None:
        """The same of the second opinion."""
        if self._second_name is not None and self._second is None:
            return "engine_missing"
        return None if self._second is None else self._second.last_error

    @property
    def rate(self) -> float:
        """Texts a second of the first engine's own time, smoothed; 0 before the first batch."""
        return self._first.rate

    @property
    def pid(self) -> int | None:
        """The first engine's child process."""
        return self._first.pid

    @property
    def second_pid(self) -> int | None:
        """The second engine's child process."""
        return None if self._second is None else self._second.pid
