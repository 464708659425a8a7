"""The life of policies in a running console: read by its own engine, tried by its backtests, settled in the background."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from console.domain.errors import VigieError
from console.services.lifecycle import Lifecycle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.events import Changed
    from console.domain.ports import Clock
    from console.domain.verdict import ClassifyItem, Verdict
    from console.runtime.backtester import Backtester
    from console.runtime.engine import Engine
    from console.runtime.reader import Reader
    from console.services.policies import Policies
    from console.services.triage import Triage
    from console.services.versions import PolicyVersion
    from console.store import Store

log = logging.getLogger(__name__)


class PolicyLife(Lifecycle):
    """``console.lifecycle``: the use cases, and the settling that the holder of the engine lease does by itself."""

    def __init__(
        self,
        store: Store,
        policies: Policies,
        triage: Triage,
        clock: Clock,
        reader: Reader | None,
        backtests: Backtester,
        engine: Callable[[], Engine],
    ) -> None:
        super().__init__(
            store, policies, triage, clock, None if reader is None else self._read_now, self._tried
        )
        self._reader = reader
        self._backtests = backtests
        self._engine = engine
        self._ending = threading.Event()
        self._settler = ThreadPoolExecutor(1, thread_name_prefix="settling")

    def on_changes(self, changes: Sequence[Changed]) -> None:
        """Hear of changes, on whatever thread: another policy or shadow, or the lease came here."""
        if any(one.what in ("policy", "lease") for one in changes) and self._engine().leading:
            try:
                self._settler.submit(self._settle_here)
            except RuntimeError:
                return  # closing: whoever leads next does it

    def close(self) -> None:
        """Stop settling after the present batch; what is left is taken up by the next who leads."""
        self._ending.set()
        self._settler.shutdown(wait=True, cancel_futures=True)

    def _settle_here(self) -> None:
        try:
            self.settle(stop=lambda: self._ending.is_set() or not self._engine().leading)
        except VigieError as error:
            log.warning("policy: %s", error.code)
        except Exception:
            log.exception("settling failed")  # the next who leads, or the next change, takes it up

    def _read_now(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """Verdicts of the workspace's own engine, by the child on the engine's loop. Blocks; raises ClassifierAway."""
        reader = self._reader
        assert reader is not None
        return self._engine().submit(lambda: reader.read(items)).result()

    def _tried(self, version: PolicyVersion, days: int, baseline: str | None) -> Mapping[str, Any]:
        run = self._backtests.start(version.source, version.files, days=days, baseline=baseline)
        try:
            return run.future.result()
        except BaseException:
            run.cancel()  # nobody waits for it any more
            raise
