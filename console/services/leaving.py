"""The outbox for the desk: what has not reached its platform, what it waits for, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import OutboxState

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

    from console.domain.comment import Comment
    from console.store import Reading, Store

ASKS: Final = (OutboxState.WAITING_PERSON, OutboxState.FAILED, OutboxState.UNKNOWN)
"""What asks for a person comes first; what leaves by itself follows."""
GOES: Final = (OutboxState.SENDING, OutboxState.QUEUED)


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """One row of the outbox. Times are UTC seconds; ``undoes`` where it takes an earlier action back."""

    id: int
    decision_id: int
    at: int
    action: str
    actor: str
    comment: Comment
    channel: str
    paused: bool
    state: str
    tries: int
    not_before: int
    undoes: bool = False
    error: str = ""
    error_params: Mapping[str, Any] = field(default_factory=dict)


class Leaving:
    """Reads; every method blocks for a read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self) -> array[int]:
        """Rows that are not done: those that ask for a person, then those that leave by themselves, newest first."""
        return self._store.read(lambda r: r.outbox.open_ids(ASKS, GOES))

    def lines(self, ids: Sequence[int]) -> dict[int, LeavingLine]:
        """The lines of at most 200 ids."""
        return self._store.snapshot(lambda r: _lines(r, ids))


def _lines(reading: Reading, ids: Sequence[int]) -> dict[int, LeavingLine]:
    rows = reading.outbox.many(ids)
    decisions = {one.id: one for one in reading.decisions.many([row.decision_id for row in rows])}
    comments = {
        int(one.id): one for one in reading.comments.rows(sorted({int(row.comment_id) for row in rows}))
    }
    channels = {int(one.id): one for one in reading.channels.all()}
    found: dict[int, LeavingLine] = {}
    for row in rows:
        decision, comment = decisions.get(row.decision_id), comments.get(int(row.comment_id))
        channel = channels.get(int(row.channel_id))
        if decision is None or comment is None:
            continue
        error = row.error or {}
        found[row.id] = LeavingLine(
            row.id, row.decision_id, row.created_at, row.action.value, decision.actor, comment,
            "" if channel is None else channel.name, channel is None or channel.paused, row.state.value, row.tries,
            row.not_before, row.undoes is not None, str(error.get("code", "")), dict(error.get("params") or {}),
        )  # fmt: skip
    return found
