"""The classifier for callers that may block: the command line reads a file through the same child process."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from console.classify.supervisor import Supervisor, Timing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    from console.domain.verdict import ClassifyItem, Verdict


class Client:
    """A context manager that is called with a batch; must not be used where an event loop already runs."""

    def __init__(
        self, command: Sequence[str], *, timing: Timing | None = None, env: Mapping[str, str] | None = None
    ) -> None:
        self._runner = asyncio.Runner()
        self._command = tuple(command)
        self._timing = timing
        self._env = env
        self._supervisor: Supervisor | None = None

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def _read(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        if self._supervisor is None:
            self._supervisor = Supervisor(self._command, timing=self._timing, env=self._env)
        return await self._supervisor.read(items)

    def __call__(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """Return one verdict for each item, in order. Raises ClassifierAway."""
        return self._runner.run(self._read(items))

    @property
    def usage(self) -> tuple[float, float, int]:
        """Peak memory (MiB) and processor seconds of the child as of its last answer, and its load time (ms)."""
        return (0.0, 0.0, 0) if self._supervisor is None else self._supervisor.usage

    def close(self) -> None:
        """End the child within a bounded time."""
        if self._supervisor is not None:
            self._runner.run(self._supervisor.close())
            self._supervisor = None
        self._runner.close()
