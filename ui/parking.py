"""What worker threads were given stays referenced here until they have let it go.

A Future, its callbacks and the function that was asked for hold views. The worker drops them last, after the answer was
delivered: when a view closes in that moment, its Python side (and the wrappers of all its widgets and layouts) would be
freed in the worker while the window's thread destroys the widgets themselves, and PySide looks a wrapper up before it
takes the interpreter's lock. Here they have one reference more, which goes in the window's thread, between events.

Who keeps a Future, or asks with a function that holds it, keeps it alive: what belongs to a Future that was seen done
``DONE_FOR`` seconds ago goes all the same. A worker takes far less to forget what it did.
"""

from __future__ import annotations

import threading
import time
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

DONE_FOR: Final = 60.0


@dataclass(slots=True, eq=False)
class _Parked:
    future: weakref.ref[Future[Any]]
    things: tuple[object, ...]
    done_at: float | None = None

    def needed(self, now: float) -> bool:
        future = self.future()
        if future is None:
            return False
        if self.done_at is None and future.done():
            self.done_at = now
        return self.done_at is None or now - self.done_at < DONE_FOR


_LOCK: Final = threading.Lock()
_LOT: Final[list[_Parked]] = []


def keep(future: Future[Any], *things: object) -> None:
    """Hold ``things`` while ``future`` lives, at most ``DONE_FOR`` after it is done, until ``let_go``. From any thread."""
    with _LOCK:
        _LOT.append(_Parked(weakref.ref(future), things))


def let_go(clock: Callable[[], float] = time.monotonic) -> int:
    """Drop what belongs to Futures that are gone, or long done; how much is still held. In the window's thread alone."""
    now = clock()
    with _LOCK:
        parked = list(_LOT)
    # Outside the lock: what is freed may ask for something new.
    gone = {id(one): one for one in parked if not one.needed(now)}
    with _LOCK:
        _LOT[:] = [one for one in _LOT if id(one) not in gone]
        return len(_LOT)


def clear() -> None:
    """Drop everything: the workers have ended. In the window's thread alone."""
    with _LOCK:
        held, _LOT[:] = list(_LOT), []
    del held
