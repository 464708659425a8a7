"""Long work off the window's thread and off its two reader threads, so that short reads never wait behind it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from console.domain.errors import EnvironmentFailure
from ui import parking

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from console.runtime.app import Console

T = TypeVar("T")


def apart(console: Console, work: Callable[[Console], T]) -> Future[T]:
    """Run ``work`` on a thread of the engine's; on a reader thread while the engine does not run.

    For verification, imports and scans of a whole table. The engine waits for it when it stops: it must be stoppable.
    """
    try:
        future = console.engine.submit(lambda: asyncio.to_thread(_quietly, console, work))
    except EnvironmentFailure:
        return console.background(work)
    parking.keep(future, work)
    return future


def _quietly(console: Console, work: Callable[[Console], T]) -> T:
    try:
        return work(console)
    finally:
        console.store.close_reader()  # the engine's spare threads come and go
