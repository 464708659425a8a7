"""Bulk decisions at work: one thread of their own, so that neither the window nor another command waits for them."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import ActionKind
from console.services.bulk import BulkPreview
from console.services.bulk_run import Bulk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from console.domain.ports import Clock
    from console.services.bulk_worker import BulkProgress, BulkRun
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import Store

log = logging.getLogger(__name__)

THREADS: Final = 32
"""A paused run keeps its thread, and taking another one back must not wait for it."""


class BulkDesk(Bulk):
    """``console.bulk``. Its methods block for a read or a transaction; the work itself goes on behind.

    ``console.background(lambda c: c.bulk.preview(ids, "hide", actor))``, then ``c.bulk.start(preview, actor)``.
    """

    def __init__(
        self, store: Store, policies: Policies, clock: Clock, pressed: Callable[[], object] = lambda: None
    ) -> None:
        """``pressed`` waits until every single decision that was asked for so far has been made."""
        super().__init__(store, policies, clock)
        self._pressed = pressed
        self._runs: dict[str, BulkRun] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(THREADS, thread_name_prefix="bulk")

    def start(
        self,
        what: BulkPreview | Iterable[int],
        actor: Actor,
        *,
        action: ActionKind | str = ActionKind.HIDE,
        reason: str | None = None,
        confirmed: int | None = None,
        work: bool = True,
    ) -> BulkRun:
        """Begin what was previewed (or ids, which are previewed first) and work it off behind.

        Raises what ``begin`` and ``preview`` raise. With ``work=False`` the caller calls ``work`` of the run.
        """
        if not isinstance(what, BulkPreview):
            what = self.preview(what, action, actor, reason=reason or "")
        return self._behind(self.begin(what, actor, reason=reason, confirmed=confirmed), work)

    def resume(self, batch: str, actor: Actor, *, work: bool = True) -> BulkRun:
        """Go on with an interrupted batch. Raises what ``take_up`` raises."""
        held = self.live(batch)
        if held is not None:
            held.go_on()
            return held
        return self._behind(self.take_up(batch, actor), work)

    def stop(self, batch: str, actor: Actor) -> BulkProgress:
        """End a batch where it stands, here or elsewhere."""
        run = self.live(batch)
        found = super().stop(batch, actor)
        if run is not None:
            run.stop()  # it finds the batch stopped, and ends
        return found

    def newest(self, actor: str) -> str:
        """As said there, behind the decisions whose keys were pressed before: the last one is the last one pressed."""
        self._pressed()
        return super().newest(actor)

    def live(self, batch: str) -> BulkRun | None:
        """The run of a batch that this process works on (or holds paused)."""
        with self._lock:
            run = self._runs.get(batch)
        return run if run is not None and not run.ended.is_set() else None

    def alive(self, batch: str) -> bool:
        """Whether this process works on the batch."""
        return self.live(batch) is not None

    def close(self) -> None:
        """Leave what runs as it stands; it can be taken up again."""
        self.closing.set()
        with self._lock:
            runs = list(self._runs.values())
        for run in runs:
            run.halt()
        self._thread.shutdown(wait=True)

    def undo_behind(
        self, batch: str, actor: Actor, progress: Callable[[int, int], object] | None = None
    ) -> Future[BulkProgress]:
        """``undo`` on a thread of the desk's own, once what runs of it has stopped; returns at once."""

        def work() -> BulkProgress:
            run = self.live(batch)
            if run is not None:
                run.stop()
                run.ended.wait()
            return self.undo(batch, actor, progress)

        return self._thread.submit(work)

    def _behind(self, run: BulkRun, work: bool) -> BulkRun:
        with self._lock:
            self._runs[run.batch] = run
        if work:
            self._thread.submit(_work, run)
        return run


def _work(run: BulkRun) -> None:
    try:
        run.work()
    except Exception:
        log.exception("a bulk decision was interrupted")
