"""What projects spent of their budgets, in the workspace: one number for all their channels and all processes on it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from console.domain.errors import EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from console.store import Reading, Store, Tx

log = logging.getLogger(__name__)

SETTING = "spent."
"""Settings of the workspace that begin so hold a project's newest period: its name, the units, who was taken over."""


@dataclass(slots=True)
class _Waiting:
    project: str
    period: str
    units: int
    written: Future[None] | None


class StoredLedger:
    """The Ledger of a workspace. Adding returns at once; what is not written yet counts in this process already."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[_Waiting] = []

    def used(self, project: str, period: str) -> int:
        """Units spent in ``period``."""
        # What is being written is counted before the file is read: for a moment too much rather than too little.
        self._waiting = [
            one
            for one in self._waiting
            if not _done(one.written) and (one.project != project or one.period >= period)
        ]
        waiting = sum(one.units for one in self._waiting if (one.project, one.period) == (project, period))
        return waiting + int(self._store.read(lambda r: _kept(r, project, period)["used"]))

    def add(self, project: str, period: str, units: int) -> None:
        """Count ``units`` more."""
        written = self._write(project, period, lambda kept: {**kept, "used": kept["used"] + units})
        self._waiting.append(_Waiting(project, period, units, written))

    def raise_to(self, project: str, period: str, units: int) -> None:
        """At least ``units`` are spent."""
        missing = units - self.used(project, period)
        if missing > 0:
            written = self._write(project, period, lambda kept: {**kept, "used": max(kept["used"], units)})
            self._waiting.append(_Waiting(project, period, missing, written))

    def take_over(self, project: str, period: str, channel: str, units: int) -> None:
        """``channel`` had counted ``units`` by itself: they are added, once a period and channel."""
        if channel in self._store.read(lambda r: _kept(r, project, period)["taken"]):
            return

        def taken(kept: dict[str, Any]) -> dict[str, Any]:
            if channel in kept["taken"]:
                return kept
            return {**kept, "used": kept["used"] + units, "taken": [*kept["taken"], channel]}

        written = self._write(project, period, taken)
        self._waiting.append(_Waiting(project, period, units, written))

    def _write(
        self, project: str, period: str, change: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> Future[None] | None:
        def work(tx: Tx) -> None:
            held = tx.settings.get(SETTING + project)
            if isinstance(held, dict) and str(held.get("period", "")) > period:
                return  # another process is in the next period already
            tx.settings.set(SETTING + project, change(_kept(tx, project, period)))

        try:
            return self._store.write(work, durable=False)
        except EnvironmentFailure as error:  # the workspace is being closed
            log.info("spending not kept: %s", error.code)
            return None


def _done(written: Future[None] | None) -> bool:
    """Whether it stands in the file; what could not be written goes on counting here."""
    return written is not None and written.done() and written.exception() is None


def _kept(reading: Reading, project: str, period: str) -> dict[str, Any]:
    held = reading.settings.get(SETTING + project)
    if isinstance(held, dict) and held.get("period") == period:
        used, taken = held.get("used"), held.get("taken")
        if isinstance(used, int) and isinstance(taken, list):
            return {"period": period, "used": used, "taken": taken}
    return {"period": period, "used": 0, "taken": []}
