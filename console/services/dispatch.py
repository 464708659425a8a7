"""The dispatcher: takes due intents from the outbox to the platform and writes down what it answered.

One row at a time and channel. A row is ``sending`` before anything leaves, and the answer, its effects and its audit
entry are one transaction. What was interrupted in between is ``unknown`` and is read back, never resent blind.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any, Final, Protocol, TypeVar

from console.domain.audit import AuditDraft
from console.domain.comment import Channel, Comment
from console.domain.decision import ActionRequest, ActionResult, Decision, OutboxRow, Reconciled
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
    VigieError,
)
from console.domain.ports import Clock, Connector
from console.domain.vocabulary import ActionKind, CommentState, OutboxState, Role
from console.services.entries import draft
from console.services.roles import Actor
from console.store import Reading, Store, Tx

log = logging.getLogger(__name__)

T = TypeVar("T")

RECONCILE_PAUSES: Final = (0.0, 0.5, 1.5, 4.0)  # seconds: an index may lag behind the write it should show
MAX_TRIES: Final = 12
AUTH_PAUSE: Final = 300


class Connectors(Protocol):
    """Signed-in connectors by channel; raises VigieError where there is no way to act for a channel."""

    async def get(self, channel: Channel) -> Connector: ...


class Dispatcher:
    """Runs the outbox. Only the holder of the engine lease may use it."""

    def __init__(
        self,
        store: Store,
        connectors: Connectors,
        clock: Clock,
        os_user: str,
        backoff: Callable[[int], int],
    ) -> None:
        self._store = store
        self._connectors = connectors
        self._clock = clock
        self._backoff = backoff
        self._machine = Actor("console", Role.MODERATOR, os_user)

    # ------------------------------------------------------------------ start

    async def recover(self) -> int:
        """Rows left ``sending`` by a process that ended become ``unknown``; returns how many there are to read back."""

        def work(tx: Tx) -> int:
            rows = tx.outbox.in_states(OutboxState.SENDING)
            for row in rows:
                tx.outbox.move(
                    row.id, OutboxState.UNKNOWN, tx.now, error={"code": "interrupted", "params": {}}
                )
            if rows:
                tx.changed("outbox", count=len(rows))
            return len(tx.outbox.in_states(OutboxState.UNKNOWN))

        return await self._write(work)

    # ------------------------------------------------------------------ one round

    async def run_due(self, *, only: int | None = None) -> int:
        """Dispatch every row that is due now and reconcile what is unknown; returns how many rows were moved."""
        moved = 0
        channels = await self._read_channels()
        for row in await self._read(lambda r: r.outbox.in_states(OutboxState.UNKNOWN)):
            channel = channels.get(row.channel_id)
            if channel is not None and (only is None or row.id == only):
                moved += await self._reconcile(row, channel)
        usable = [one.id for one in channels.values() if one.kind != "file"]
        jobs = [self._drain(channels[one], only) for one in usable]
        moved += sum(await asyncio.gather(*jobs))
        return moved

    async def _drain(self, channel: Channel, only: int | None) -> int:
        moved = 0
        while True:
            rows = await self._write(lambda tx: self._claim(tx, channel, only))
            if not rows:
                return moved
            for row, comment, decision in rows:
                moved += 1
                if not await self._send(row, comment, decision, channel):
                    return moved  # the channel has to wait: the rest stays queued

    def _claim(self, tx: Tx, channel: Channel, only: int | None) -> list[tuple[OutboxRow, Comment, Decision]]:
        if only is not None:
            row = tx.outbox.get(only)
            if row is None or row.channel_id != channel.id or row.state is not OutboxState.QUEUED:
                return []
            if row.not_before > tx.now:
                return []
            ready = [tx.outbox.move(only, OutboxState.SENDING, tx.now, tried=True)]
        else:
            ready = tx.outbox.claim_ready(tx.now, [channel.id])
        found = []
        for row in ready:
            comment = tx.comments.get(row.comment_id)
            decision = tx.decisions.get(row.decision_id)
            assert comment is not None
            assert decision is not None
            if self._is_stale(tx, row, comment, decision):
                continue
            found.append((row, comment, decision))
            tx.changed("outbox", (int(row.comment_id),))
        return found

    def _is_stale(self, tx: Tx, row: OutboxRow, comment: Comment, decision: Decision) -> bool:
        """A text edited since the decision comes back to a person; undoing is always carried out."""
        if row.undoes is not None or comment.revision == decision.shown_revision:
            return False
        error = {"code": "stale", "params": {"shown": decision.shown_revision, "now": comment.revision}}
        tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error=error)
        tx.decisions.set(decision.id, state="failed")
        tx.decisions.revoke_strikes(decision.id, tx.now)
        tx.comments.set_flags(comment.id, state=int(CommentState.OPEN))
        tx.log(self._entry(tx, comment, decision, row, outcome="stale", code="stale"))
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))
        return True

    async def _send(self, row: OutboxRow, comment: Comment, decision: Decision, channel: Channel) -> bool:
        """Perform one row; False when the channel must wait before its next row."""
        request = request_of(row.request)
        try:
            connector = await self._connectors.get(channel)
            result = await connector.perform(request)
        except asyncio.CancelledError:
            await self._settle_unknown(row, "interrupted")
            raise
        except UnknownOutcome as error:
            await self._settle_unknown(row, error.code)
            fresh = await self._read(lambda r: r.outbox.get(row.id))
            if fresh is not None:
                await self._reconcile(fresh, channel)
            return True
        except Gone:
            await self._settle_gone(row, comment, decision)
            return True
        except (RateLimited, QuotaExhausted, Transient) as error:
            return await self._settle_later(row, comment, decision, channel, error)
        except (AuthExpired, AuthMissingScope) as error:
            await self._settle_wait(row, channel, error, self._clock.now() + AUTH_PAUSE, "auth")
            return False
        except ConnectorError as error:
            await self._settle_failed(row, comment, decision, error.as_dict())
            return True
        except EnvironmentFailure as error:  # no secret, no keyring: nothing was sent
            await self._settle_wait(row, channel, error, self._clock.now() + AUTH_PAUSE, "auth")
            return False
        except Exception as error:
            # A bug of ours: whether anything left is not known, so the row is read back like after a crash.
            log.exception("perform failed")
            await self._settle_unknown(row, "internal_error")
            del error
            return True
        await self._settle_done(row, comment, decision, result)
        return True

    async def _reconcile(self, row: OutboxRow, channel: Channel) -> int:
        comment, decision = await self._read(
            lambda r: (r.comments.get(row.comment_id), r.decisions.get(row.decision_id))
        )
        assert comment is not None
        assert decision is not None
        try:
            connector = await self._connectors.get(channel)
            answer = await self._ask(lambda: connector.reconcile(request_of(row.request)))
        except VigieError as error:
            log.info("reconcile waits: %s", error.code)
            return 0
        if answer.state == "done":
            await self._settle_done(row, comment, decision, answer.result or ActionResult(already=True))
        elif answer.state == "not_done":
            await self._write(lambda tx: self._requeue(tx, row))
        else:
            await self._write(lambda tx: self._ask_person(tx, row, comment, decision))
        return 1

    async def _ask(self, reconcile: Callable[[], Awaitable[Reconciled]]) -> Reconciled:
        """Read back a few times: only an answer that stays ``not_done`` may lead to a resend."""
        answer = Reconciled("cannot_tell")
        for pause in RECONCILE_PAUSES:
            if pause:
                await asyncio.sleep(pause)
            answer = await reconcile()
            if answer.state != "not_done":
                return answer
        return answer

    # ------------------------------------------------------------------ answers

    async def _settle_done(
        self, row: OutboxRow, comment: Comment, decision: Decision, result: ActionResult
    ) -> None:
        await self._write(lambda tx: settle_done(tx, self._machine, row.id, comment.id, decision.id, result))

    async def _settle_gone(self, row: OutboxRow, comment: Comment, decision: Decision) -> None:
        if row.action is ActionKind.DELETE:
            result = ActionResult(already=True, code="gone")
            await self._settle_done(row, comment, decision, result)
            return

        def work(tx: Tx) -> None:
            tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error={"code": "gone", "params": {}})
            tx.decisions.set(decision.id, state="failed")
            tx.comments.set_flags(comment.id, state=int(CommentState.GONE))
            tx.log(self._entry(tx, comment, decision, row, outcome="gone", code="gone"))
            tx.changed("comments", (int(comment.id),))
            tx.changed("outbox", (int(comment.id),))

        await self._write(work)

    async def _settle_later(
        self, row: OutboxRow, comment: Comment, decision: Decision, channel: Channel, error: ConnectorError
    ) -> bool:
        if isinstance(error, Transient) and row.tries >= MAX_TRIES:
            await self._settle_failed(
                row, comment, decision, {"code": "gave_up", "params": {"tries": row.tries}}
            )
            return True
        until = max(error.retry_at or 0, self._clock.now() + self._backoff(row.tries))
        state = "limited" if not isinstance(error, Transient) else "error"
        await self._settle_wait(row, channel, error, until, state)
        return False

    async def _settle_wait(
        self, row: OutboxRow, channel: Channel, error: VigieError, until: int, channel_state: str
    ) -> None:
        def work(tx: Tx) -> None:
            tx.outbox.move(row.id, OutboxState.QUEUED, tx.now, error=error.as_dict(), not_before=until)
            tx.channels.set(
                channel.id,
                state=channel_state,
                state_code=error.code,
                state_params={**error.params, "until": until},
            )
            tx.changed("outbox", (int(row.comment_id),))
            tx.changed("channels")

        await self._write(work)

    async def _settle_failed(
        self, row: OutboxRow, comment: Comment, decision: Decision, error: Mapping[str, Any]
    ) -> None:
        def work(tx: Tx) -> None:
            tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error=error)
            tx.decisions.set(decision.id, state="failed")
            tx.decisions.revoke_strikes(decision.id, tx.now)
            current = tx.comments.get(comment.id)
            if current is not None and current.state is CommentState.PENDING:
                tx.comments.set_flags(comment.id, state=int(CommentState.OPEN))
            tx.log(
                self._entry(
                    tx, comment, decision, row, outcome="refused_by_platform", code=str(error["code"])
                )
            )
            tx.changed("comments", (int(comment.id),))
            tx.changed("outbox", (int(comment.id),))

        await self._write(work)

    async def _settle_unknown(self, row: OutboxRow, code: str) -> None:
        def work(tx: Tx) -> None:
            tx.outbox.move(row.id, OutboxState.UNKNOWN, tx.now, error={"code": code, "params": {}})
            tx.changed("outbox", (int(row.comment_id),))

        # Shielded: this is the one thing that must still happen while the engine is being stopped.
        await asyncio.shield(self._write(work))

    def _requeue(self, tx: Tx, row: OutboxRow) -> None:
        tx.outbox.move(row.id, OutboxState.QUEUED, tx.now, not_before=tx.now)
        tx.changed("outbox", (int(row.comment_id),))

    def _ask_person(self, tx: Tx, row: OutboxRow, comment: Comment, decision: Decision) -> None:
        tx.outbox.move(
            row.id, OutboxState.WAITING_PERSON, tx.now, error={"code": "cannot_tell", "params": {}}
        )
        tx.comments.set_flags(comment.id, state=int(CommentState.WAITING))
        tx.log(self._entry(tx, comment, decision, row, outcome="cannot_tell", code="cannot_tell"))
        tx.changed("comments", (int(comment.id),))
        tx.changed("outbox", (int(comment.id),))

    # ------------------------------------------------------------------ helpers

    def _entry(
        self, tx: Tx, comment: Comment, decision: Decision, row: OutboxRow, *, outcome: str, code: str
    ) -> AuditDraft:
        return dispatch_entry(tx, self._machine, comment, decision, row, outcome=outcome, code=code)

    async def _write(self, work: Callable[[Tx], T]) -> T:
        return await asyncio.wrap_future(self._store.write(work))

    async def _read(self, work: Callable[[Reading], T]) -> T:
        return self._store.read(work)  # single rows by key: well under a millisecond

    async def _read_channels(self) -> dict[int, Channel]:
        channels: list[Channel] = await self._read(lambda r: r.channels.all())
        return {int(one.id): one for one in channels if not one.paused}


def dispatch_entry(
    tx: Tx, who: Actor, comment: Comment, decision: Decision, row: OutboxRow, *, outcome: str, code: str
) -> AuditDraft:
    """The audit entry of an answer to one outbox row."""
    return draft(
        "dispatch",
        who,
        comment,
        tx.comments.verdict(comment.id),
        tx.comments.proposal(comment.id),
        action=row.action.value,
        decision=decision.id,
        outbox=row.id,
        outcome=outcome,
        answer=code,
        member=decision.actor,
        tries=row.tries,
        undoes=decision.undoes,
    )


def settle_done(
    tx: Tx,
    who: Actor,
    outbox_id: int,
    comment_id: int,
    decision_id: int,
    result: ActionResult,
    outcome: str = "done",
) -> None:
    """Write down that an intent took effect: outbox, decision, comment and audit entry in the caller's transaction."""
    comment = tx.comments.get(comment_id)
    decision = tx.decisions.get(decision_id)
    assert comment is not None
    assert decision is not None
    row = tx.outbox.move(outbox_id, OutboxState.DONE, tx.now, result=asdict(result))
    tx.decisions.set(decision.id, state="done")
    apply_effect(tx, comment, decision, row.action)
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome=outcome, code=result.code))
    tx.changed("comments", (int(comment.id),))
    tx.changed("outbox", (int(comment.id),))


def apply_effect(tx: Tx, comment: Comment, decision: Decision, action: ActionKind) -> None:
    """What a carried-out action changes in the workspace's picture of the platform."""
    flags: dict[str, int | str | None] = {"state": int(CommentState.DONE)}
    if action in (ActionKind.HIDE, ActionKind.UNHIDE):
        flags["hidden"] = int(action is ActionKind.HIDE)
    elif action is ActionKind.DELETE and decision.undoes is None:
        flags["state"] = int(CommentState.GONE)
    elif action in (ActionKind.BLOCK, ActionKind.UNBLOCK):
        tx.comments.set_author_flags(comment.author_id, blocked=int(action is ActionKind.BLOCK))
    elif action in (ActionKind.MUTE, ActionKind.UNMUTE):
        tx.comments.set_author_flags(comment.author_id, muted=int(action is ActionKind.MUTE))
    if decision.undoes is not None:
        # Undone: the comment is work again, as it was before the decision.
        flags["state"] = int(CommentState.OPEN)
    elif comment.state is CommentState.GONE:
        flags["state"] = int(CommentState.GONE)
    elif comment.state is CommentState.OURS:
        flags["state"] = int(CommentState.OURS)
    tx.comments.set_flags(comment.id, **flags)


def request_of(stored: Mapping[str, Any]) -> ActionRequest:
    """The frozen request of an outbox row."""
    value = dict(stored)
    value["action"] = ActionKind(value["action"])
    return ActionRequest(**value)


def stored_request(request: ActionRequest) -> dict[str, Any]:
    """A request as JSON for the outbox."""
    value = asdict(request)
    value["action"] = request.action.value
    value["facts"] = dict(request.facts)
    return value
