"""Where bulk decisions stand: progress of one, the newest, and those that nobody works on any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.errors import NotFound
from console.services.bulk_worker import BulkProgress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.ports import Clock
    from console.store import Batch, BatchItem, Reading, Store

ALIVE_SECONDS: Final = 10
"""A running batch that nobody touched for this long has lost its process."""


class BulkLook:
    """Reads alone. Every method blocks: never on the GUI thread."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def progress(self, batch: str) -> BulkProgress:
        """Where a batch stands. NotFound ``batch_not_found``."""
        return self._store.snapshot(lambda r: self._progress(r, self._held(r, batch)))

    def recent(self, limit: int = 50) -> list[BulkProgress]:
        """The newest batches, newest first."""
        return self._store.snapshot(lambda r: [self._progress(r, one) for one in r.batches.recent(limit)])

    def interrupted(self) -> list[BulkProgress]:
        """Batches that are not at their end and that nobody works on, oldest first."""
        found = self._store.snapshot(lambda r: [self._progress(r, one) for one in r.batches.unfinished()])
        return [one for one in found if one.interrupted]

    def newest(self, actor: str) -> str:
        """The batch that what this person did last belongs to; empty where it is no decision, stands alone or is undone."""

        def read(reading: Reading) -> str:
            last = reading.decisions.last_undoable(actor)
            deed = next(iter(reading.deeds.standing_of(actor, 1)), None)
            if last is not None and deed is not None and deed.sequence > last.audit_sequence:
                return ""
            batch = None if last is None else reading.batches.of_decision(last.id)
            held = None if batch is None else reading.batches.get(batch)
            return held.id if held is not None and held.state != "undone" else ""

        return self._store.read(read)

    def refused(self, batch: str) -> list[BatchItem]:
        """The comments of a batch that were refused when their turn came, or could not be undone."""
        return self._store.read(lambda r: r.batches.items(batch, ("refused", "kept")))

    def _progress(self, reading: Reading, batch: Batch) -> BulkProgress:
        counts = reading.batches.counts(batch.id)
        by_state: dict[str, int] = {}
        for (state, _), number in counts.items():
            by_state[state] = by_state.get(state, 0) + number
        alive = self.alive(batch.id) or (
            batch.state == "running" and self._clock.now() - batch.updated_at < ALIVE_SECONDS
        )
        return BulkProgress(
            batch=batch.id,
            actor=batch.actor,
            action=batch.action,
            state=batch.state,
            total=batch.total,
            done=by_state.get("done", 0) + by_state.get("kept", 0),
            review=by_state.get("review", 0),
            undone=by_state.get("undone", 0),
            left=left_open(counts),
            created_at=batch.created_at,
            refused={code: number for (state, code), number in sorted(counts.items()) if state == "refused"},
            kept={code: number for (state, code), number in sorted(counts.items()) if state == "kept"},
            interrupted=batch.state in ("running", "paused") and not alive,
        )

    def alive(self, batch: str) -> bool:
        """Whether this process works on the batch; the runtime's desk knows."""
        del batch
        return False

    @staticmethod
    def _held(reading: Reading, batch: str) -> Batch:
        found = reading.batches.get(batch)
        if found is None:
            raise NotFound("batch_not_found", batch=batch)
        return found


def left_open(counts: Mapping[tuple[str, str], int]) -> int:
    """How many had no turn yet."""
    return sum(number for (state, _), number in counts.items() if state == "open")
