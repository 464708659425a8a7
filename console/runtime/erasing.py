"""Erasing channels at work: one thread of its own, so that neither the window nor another command waits for it."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from console.domain.errors import VigieError
from console.services.erasing_channel import ChannelErasure, ErasingChannel

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import Store

log = logging.getLogger(__name__)


class ErasureDesk(ErasingChannel):
    """``console.erasures``. Its methods block for a read or a transaction; the erasing itself goes on behind.

    ``console.background(lambda c: c.erasures.start(3, actor))``. How far it is: ``now``, after a change record
    ``erasing``.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._lock = threading.Lock()
        self._running: set[int] = set()
        self._ended: dict[int, ChannelErasure] = {}
        self._closing = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="erasing")

    def start(self, channel_id: int, actor: Actor, *, call_off: int = 0) -> ChannelErasure:
        """Begin, and erase behind. Raises what ``begin`` raises."""
        began = self.begin(channel_id, actor, call_off=call_off)
        self.go_on(channel_id)
        return began

    def go_on(self, channel_id: int) -> None:
        """Erase behind what was begun; nothing where this process does so already. Returns at once."""
        with self._lock:
            if channel_id in self._running or self._closing.is_set():
                return
            self._running.add(channel_id)
            self._ended.pop(channel_id, None)
        self._thread.submit(self._work, channel_id)

    def resume(self) -> int:
        """Go on with everything that another process began and did not end; how many there are."""
        found = self.under_way()
        for one in found:
            self.go_on(one.channel_id)
        return len(found)

    def now(self) -> list[ChannelErasure]:
        """Erasures that are not at their end, as far as they are now, and those that this process has ended."""
        with self._lock:
            ended = list(self._ended.values())
        return [*self.under_way(), *ended]

    def seen(self, channel_id: int) -> None:
        """A person has read that an erasure is at its end: it is not told again."""
        with self._lock:
            self._ended.pop(channel_id, None)

    def close(self) -> None:
        """End after the present slice; the next process goes on. A file that is being rewritten is written to its end."""
        self._closing.set()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _work(self, channel_id: int) -> None:
        try:
            done = self.work(channel_id, stop=self._closing.is_set)
            if done.done:
                with self._lock:
                    self._ended[channel_id] = done
                self._tell()
        except VigieError as error:
            log.warning("erasing: %s", error.code)
        except Exception:
            log.exception("erasing a channel was interrupted")
        finally:
            with self._lock:
                self._running.discard(channel_id)

    def _tell(self) -> None:
        self._store.write(lambda tx: tx.changed("erasing"))
