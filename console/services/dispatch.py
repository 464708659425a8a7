"""The dispatcher: takes due intents from the outbox to the platform; what its answers change is in ``answers``.

One row at a time and channel, or as many as its platform takes in one request. A row is ``sending`` before anything
leaves, and the answer, its effects and its audit entry are one transaction. What was interrupted in between is
``unknown`` and is read back, never resent blind.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from console.connectors import registry
from console.domain.decision import ActionResult
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    EnvironmentFailure,
    Gone,
    QuotaExhausted,
    RateLimited,
    Transient,
    UnknownOutcome,
)
from console.domain.ports import Carrier
from console.domain.vocabulary import AUTHOR_ACTIONS, SWITCHES, CommentState, OutboxState
from console.services.answers import channel_state, settle_failed, settle_gone, settle_later
from console.services.outcomes import Outcomes
from console.services.reading_back import ReadBack
from console.services.rechecking import Rechecks
from console.services.requests import request_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from console.domain.comment import Channel, Comment
    from console.domain.decision import Decision, OutboxRow
    from console.domain.ports import Clock, Connectors
    from console.services.outcomes import Claimed
    from console.store import Reading, Store, Tx

log = logging.getLogger(__name__)

AUTH_PAUSE: Final = 300


class Dispatcher:
    """Runs the outbox. Only the holder of the engine lease may use it."""

    def __init__(
        self,
        store: Store,
        connectors: Connectors,
        clock: Clock,
        os_user: str,
        backoff: Callable[[int], int],
        leaves_at: Callable[[str, int], int] = lambda _action, now: now,
    ) -> None:
        """``leaves_at`` says when an action may leave at the earliest: what quiet hours hold is held here too."""
        self._store = store
        self._leaves_at = leaves_at
        self._connectors = connectors
        self._clock = clock
        self._outcomes = Outcomes(store, clock, os_user, backoff)
        self._read_back = ReadBack(store, connectors, clock, self._outcomes)
        # Channels where a row may have stayed ``sending`` because its answer could not be written down.
        self._stranded: set[int] = set()
        self._rechecks = Rechecks(store, clock)

    # ------------------------------------------------------------------ start

    async def recover(self) -> int:
        """Rows left ``sending`` by a process that ended become ``unknown``; returns how many there are to read back."""

        return await self._outcomes.write(lambda tx: self._mark_interrupted(tx, None))

    @staticmethod
    def _mark_interrupted(tx: Tx, channel_ids: list[int] | None) -> int:
        rows = tx.outbox.in_states(OutboxState.SENDING, channel_ids=channel_ids)
        for row in rows:
            tx.outbox.move(row.id, OutboxState.UNKNOWN, tx.now, error={"code": "interrupted", "params": {}})
        if rows:
            tx.changed("outbox", count=len(rows))
        return len(tx.outbox.in_states(OutboxState.UNKNOWN))

    # ------------------------------------------------------------------ one round

    async def run_due(self, *, only: int | None = None) -> int:
        """Dispatch every row that is due now and reconcile what is unknown; returns how many rows were moved.

        One channel's trouble is its own; a failure of the workspace itself is raised when all channels have ended.
        """
        jobs = [self.run_channel(one, only=only) for one in await self.channels()]
        done = await asyncio.gather(*jobs, return_exceptions=True)
        for one in done:
            if isinstance(one, BaseException):
                raise one
        return sum(one for one in done if isinstance(one, int))

    async def channels(self) -> list[Channel]:
        """The channels that anything can be sent to now."""
        found: list[Channel] = self._store.read(lambda r: r.channels.all())
        return [one for one in found if not one.paused and one.kind != "file"]

    async def run_channel(self, channel: Channel, *, only: int | None = None) -> int:
        """The same for one channel. Never twice at once for the same one: a row on its way would look interrupted."""
        number = int(channel.id)
        if number in self._stranded:
            # Whoever took the lease meanwhile has marked them, and what is on its way now is that one's.
            await self._outcomes.write(
                lambda tx: 0 if self._lost(tx) else self._mark_interrupted(tx, [number])
            )
            self._stranded.discard(number)
        try:
            return await self._work_off(channel, only)
        except Exception:
            self._stranded.add(number)
            raise

    async def hurry(self) -> int:
        """A person asks now: what waits after trouble is due at once, unless the platform itself said when."""
        self._read_back.hurry()
        return await self._outcomes.write(lambda tx: tx.outbox.hurry(tx.now))

    async def _work_off(self, channel: Channel, only: int | None) -> int:
        unknown = self._store.read(
            lambda r: r.outbox.in_states(OutboxState.UNKNOWN, channel_ids=[int(channel.id)])
        )
        due = [row for row in unknown if only == row.id or (only is None and self._read_back.due(row))]
        return await self._read_back.run(due, channel) + await self._drain(channel, only)

    async def _drain(self, channel: Channel, only: int | None) -> int:
        moved = 0
        while True:
            rows = await self._outcomes.write(lambda tx: self._claim(tx, channel, only))
            if not rows:
                return moved
            rows, settled = await self._look_again(channel, rows)
            moved += settled + len(rows)
            if rows and not await self._send(rows, channel):
                return moved  # the channel has to wait: the rest stays queued

    async def _look_again(self, channel: Channel, rows: list[Claimed]) -> tuple[list[Claimed], int]:
        """Ask the platform how these comments stand now: what is gone or was edited meanwhile is not acted on."""
        asked = [comment for row, comment, _ in rows if row.undoes is None]
        try:
            if not await self._rechecks.before_acting(channel, asked, self._connectors):
                return rows, 0
        except asyncio.CancelledError:
            for row, _, _ in rows:  # nothing left, but only reading back may say so
                await self._outcomes.unknown(row, "interrupted")
            raise
        except (ConnectorError, EnvironmentFailure) as error:
            log.info("not looked at again: %s", error.code)  # the action itself will tell what is wrong
        except Exception:
            log.exception("looking again failed")  # a bug of ours must not keep a decision back
        return await self._outcomes.write(lambda tx: self._left_to_send(tx, rows))

    def _left_to_send(self, tx: Tx, rows: list[Claimed]) -> tuple[list[Claimed], int]:
        """What of the claimed rows may still leave, and how many were settled.

        The platform's answer may have taken the sleep of a machine: a row that another process took is that one's now.
        """
        left: list[Claimed] = []
        settled = 0
        for row, before, decision in rows:
            current = tx.outbox.get(row.id)
            ours = current is not None and (current.state, current.tries) == (OutboxState.SENDING, row.tries)
            if not ours or self._lost(tx):
                log.warning("row %s was taken elsewhere", row.id)
                continue
            comment = tx.comments.get(before.id) or before
            if row.undoes is None and comment.state is CommentState.GONE and row.action not in AUTHOR_ACTIONS:
                settle_gone(tx, self._outcomes.machine, row, comment, decision)
                settled += 1
            elif self._is_stale(tx, row, comment, decision):
                settled += 1
            else:
                left.append((row, comment, decision))
        return left, settled

    def _lost(self, reading: Reading) -> bool:
        """Whether another process does the sending now: this machine slept, say."""
        lease = reading.shared.lease()
        return (
            lease is not None
            and lease.session != self._store.session
            and lease.expires_at > self._clock.now()
        )

    def _claim(self, tx: Tx, channel: Channel, only: int | None) -> list[Claimed]:
        """The oldest due row that may leave, with those that its platform takes in the same request."""
        if self._lost(tx) or not _open(tx, channel):
            return []
        found: list[Claimed] = []
        while not found:
            ready = tx.outbox.claim_ready(tx.now, [int(channel.id)], only=only)
            if not ready:
                return []
            found = self._that_may_leave(tx, ready)
        together = registry.spec(channel.kind).together
        first = found[0][0]
        key = "" if together is None or only is not None else together.key(request_of(first.request))
        if together is not None and key:
            others = tx.outbox.claim_ready(
                tx.now,
                [int(channel.id)],
                together.limit - 1,
                action=first.action.value,
                fits=lambda row: together.key(request_of(row.request)) == key,
            )
            found += self._that_may_leave(tx, others)
        return found

    def _that_may_leave(self, tx: Tx, claimed: Sequence[OutboxRow]) -> list[Claimed]:
        found: list[Claimed] = []
        for row in claimed:
            comment = tx.comments.get(row.comment_id)
            decision = tx.decisions.get(row.decision_id)
            assert comment is not None
            assert decision is not None
            if self._is_held(tx, row) or self._is_stale(tx, row, comment, decision):
                continue
            found.append((row, comment, decision))
            tx.changed("outbox", (int(row.comment_id),))
        return found

    def _is_held(self, tx: Tx, row: OutboxRow) -> bool:
        """What may not leave at this hour goes back to wait, however it came to be due: a retry, a next try."""
        later = tx.now if row.undoes is not None else self._leaves_at(row.action.value, tx.now)
        if later <= tx.now:
            return False
        settle_later(tx, row, None, later)
        return True

    def _is_stale(self, tx: Tx, row: OutboxRow, comment: Comment, decision: Decision) -> bool:
        """A text edited since the decision comes back to a person; undoing is always carried out."""
        if row.undoes is not None or comment.revision == decision.shown_revision:
            return False
        error = {"code": "stale", "params": {"shown": decision.shown_revision, "now": comment.revision}}
        settle_failed(tx, self._outcomes.machine, row, comment, decision, error, "stale")
        return True

    # ------------------------------------------------------------------ sending

    async def _send(self, rows: Sequence[Claimed], channel: Channel) -> bool:
        """Carry claimed rows out, in one request if they are several; False when the channel must wait."""
        told = list(zip(rows, await self._perform(rows, channel), strict=True))
        done = [
            (claimed, _weighed(claimed[0], one)) for claimed, one in told if isinstance(one, ActionResult)
        ]
        if done:
            await self._outcomes.done(done, channel)
        go_on = True
        for claimed, outcome in told:
            if outcome is not None and not isinstance(outcome, ActionResult):
                go_on = await self._not_done(claimed, channel, outcome) and go_on
        if any(isinstance(one, (AuthExpired, AuthMissingScope)) for _, one in told):
            await self._connectors.forget(int(channel.id))
        lost = [row.id for (row, _, _), one in told if isinstance(one, UnknownOutcome)]
        if lost:
            fresh = [
                one
                for one in self._store.read(lambda r: r.outbox.many(lost))
                if one.state is OutboxState.UNKNOWN
            ]
            await self._read_back.run(fresh, channel)
        return await self._each([claimed for claimed, one in told if one is None], channel, go_on)

    async def _each(self, rows: Sequence[Claimed], channel: Channel, go_on: bool) -> bool:
        """Send one after the other what was not tried alone yet."""
        for place, claimed in enumerate(rows):
            if self._store.read(self._lost):
                return False  # whoever sends now has them read back
            if not go_on:
                for row, _, _ in rows[place:]:  # it may have been done with those it was sent with
                    await self._outcomes.unknown(row, "unknown_outcome")
                return False
            try:
                go_on = await self._send([claimed], channel)
            except asyncio.CancelledError:
                for row, _, _ in rows[place + 1 :]:
                    await self._outcomes.unknown(row, "interrupted")
                raise
        return go_on

    async def _perform(
        self, rows: Sequence[Claimed], channel: Channel
    ) -> Sequence[ActionResult | Exception | None]:
        """What became of each; None where it has to be sent alone."""
        requests = [request_of(row.request) for row, _, _ in rows]
        try:
            connector = await self._connectors.get(channel)
            if len(requests) == 1:
                return [await connector.perform(requests[0])]
            if not isinstance(connector, Carrier):
                return [None] * len(requests)
            outcomes = await connector.perform_together(requests)
            if len(outcomes) != len(requests):
                raise ValueError(f"{len(outcomes)} outcomes of {len(requests)} requests")
            return outcomes
        except asyncio.CancelledError:
            for row, _, _ in rows:
                await self._outcomes.unknown(row, "interrupted")
            raise
        except (ConnectorError, EnvironmentFailure) as error:
            return [error] * len(requests)
        except Exception as error:
            # A bug of ours: whether anything left is not known, so the rows are read back like after a crash.
            log.exception("perform failed")
            return [error] * len(requests)

    async def _not_done(self, claimed: Claimed, channel: Channel, error: Exception) -> bool:
        """Write down why a row was not carried out; False when the channel must wait before its next row."""
        row = claimed[0]
        match error:
            case UnknownOutcome():
                await self._outcomes.unknown(row, error.code)
            case Gone() if row.action not in AUTHOR_ACTIONS:
                await self._outcomes.gone(claimed)
            case RateLimited() | QuotaExhausted() | Transient():
                return await self._outcomes.later(claimed, channel, error)
            case AuthExpired() | AuthMissingScope():
                await self._outcomes.wait(row, channel, error, self._clock.now() + AUTH_PAUSE, "auth")
                return False
            case ConnectorError():  # of an author who is gone, too: the comment may well stand
                await self._outcomes.failed(claimed, error.as_dict())
            case EnvironmentFailure():  # no secret, no keyring: nothing was sent
                until = self._clock.now() + AUTH_PAUSE
                await self._outcomes.wait(row, channel, error, until, channel_state(error))
                return False
            case _:
                await self._outcomes.unknown(row, "internal_error")
        return True


def _weighed(row: OutboxRow, result: ActionResult) -> ActionResult:
    """Say of what was so already whether this row can have done it: an earlier try may have, and what is read back."""
    found = result.already and not result.details.get("sent") and row.action in SWITCHES
    return replace(result, unchanged=True) if found and row.tries == 1 else result


def _open(tx: Tx, channel: Channel) -> bool:
    """Whether anything may leave now: a person may have paused or disconnected the channel in the middle of a round."""
    now = tx.channels.get(channel.id)
    return now is not None and not now.paused and not tx.channel_erasure.removed(int(channel.id))
