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
    IllegalTransition,
    KeyringUnavailable,
    QuotaExhausted,
    RateLimited,
    SecretMissing,
    Transient,
    UnknownOutcome,
    VigieError,
)
from console.domain.ports import Clock, Connector
from console.domain.vocabulary import AUTHOR_ACTIONS, PROGRAM, ActionKind, CommentState, OutboxState, Role
from console.services.entries import draft
from console.services.roles import Actor
from console.services.standing import after_success, after_undo, stand
from console.store import Reading, Store, Tx

log = logging.getLogger(__name__)

T = TypeVar("T")

RECONCILE_PAUSES: Final = (0.0, 0.5, 1.5, 4.0)  # seconds: an index may lag behind the write it should show
MAX_TRIES: Final = 12
AUTH_PAUSE: Final = 300


class Connectors(Protocol):
    """Signed-in connectors by channel; raises VigieError where there is no way to act for a channel."""

    async def get(self, channel: Channel) -> Connector: ...

    async def forget(self, channel_id: int) -> None:
        """The sign-in no longer holds: make the next connector from the secret as it is then."""
        ...


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
        self._backoff = backoff
        self._machine = Actor(PROGRAM, Role.MODERATOR, os_user)
        # Channels where a row may have stayed ``sending`` because its answer could not be written down.
        self._stranded: set[int] = set()
        self._ask_again: dict[
            int, tuple[int, int]
        ] = {}  # row -> (when to read back again, how often it failed)

    # ------------------------------------------------------------------ start

    async def recover(self) -> int:
        """Rows left ``sending`` by a process that ended become ``unknown``; returns how many there are to read back."""

        return await self._write(lambda tx: self._mark_interrupted(tx, None))

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
        found: list[Channel] = await self._read(lambda r: r.channels.all())
        return [one for one in found if not one.paused and one.kind != "file"]

    async def run_channel(self, channel: Channel, *, only: int | None = None) -> int:
        """The same for one channel. Never twice at once for the same one: a row on its way would look interrupted."""
        number = int(channel.id)
        if number in self._stranded:
            await self._write(lambda tx: self._mark_interrupted(tx, [number]))
            self._stranded.discard(number)
        try:
            return await self._work_off(channel, only)
        except Exception:
            self._stranded.add(number)
            raise

    async def hurry(self) -> int:
        """A person asks now: what waits after trouble is due at once, unless the platform itself said when."""
        self._ask_again.clear()
        return await self._write(lambda tx: tx.outbox.hurry(tx.now))

    async def _work_off(self, channel: Channel, only: int | None) -> int:
        moved = 0
        unknown = await self._read(
            lambda r: r.outbox.in_states(OutboxState.UNKNOWN, channel_ids=[int(channel.id)])
        )
        for row in unknown:
            later, _ = self._ask_again.get(row.id, (0, 0))
            if only == row.id or (only is None and later <= self._clock.now()):
                moved += await self._reconcile(row, channel)
        return moved + await self._drain(channel, only)

    async def _drain(self, channel: Channel, only: int | None) -> int:
        moved = 0
        while True:
            rows = await self._write(lambda tx: self._claim(tx, channel, only))
            if not rows:
                return moved
            for row, comment, decision in rows:
                moved += 1
                try:
                    go_on = await self._send(row, comment, decision, channel)
                except IllegalTransition as error:
                    # Another process took the lease and settled the row meanwhile: its word stands.
                    log.warning("row %s was settled elsewhere: %s", row.id, error.params.get("found"))
                    return moved
                if not go_on:
                    return moved  # the channel has to wait: the rest stays queued

    def _claim(self, tx: Tx, channel: Channel, only: int | None) -> list[tuple[OutboxRow, Comment, Decision]]:
        lease = tx.shared.lease()
        if lease is not None and lease.session != self._store.session and lease.expires_at > tx.now:
            return []  # it was lost (this machine slept, say): whoever holds it now does the sending
        found: list[tuple[OutboxRow, Comment, Decision]] = []
        while not found:
            ready = tx.outbox.claim_ready(tx.now, [int(channel.id)], only=only)
            if not ready:
                break
            for row in ready:
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
        tx.outbox.move(row.id, OutboxState.QUEUED, tx.now, not_before=later)
        tx.changed("outbox", (int(row.comment_id),))
        return True

    def _is_stale(self, tx: Tx, row: OutboxRow, comment: Comment, decision: Decision) -> bool:
        """A text edited since the decision comes back to a person; undoing is always carried out."""
        if row.undoes is not None or comment.revision == decision.shown_revision:
            return False
        error = {"code": "stale", "params": {"shown": decision.shown_revision, "now": comment.revision}}
        tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error=error)
        tx.decisions.set(decision.id, state="failed")
        tx.decisions.revoke_strikes(decision.id, tx.now)
        stand(tx, comment.id, CommentState.OPEN)
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
        except Gone as error:
            if row.action in AUTHOR_ACTIONS:  # the account is gone; the comment may well stand
                await self._settle_failed(row, comment, decision, error.as_dict())
            else:
                await self._settle_gone(row, comment, decision)
            return True
        except (RateLimited, QuotaExhausted, Transient) as error:
            return await self._settle_later(row, comment, decision, channel, error)
        except (AuthExpired, AuthMissingScope) as error:
            await self._settle_wait(row, channel, error, self._clock.now() + AUTH_PAUSE, "auth")
            await self._connectors.forget(int(channel.id))
            return False
        except ConnectorError as error:
            await self._settle_failed(row, comment, decision, error.as_dict())
            return True
        except EnvironmentFailure as error:  # no secret, no keyring: nothing was sent
            until = self._clock.now() + AUTH_PAUSE
            await self._settle_wait(row, channel, error, until, channel_state(error))
            return False
        except Exception as error:
            # A bug of ours: whether anything left is not known, so the row is read back like after a crash.
            log.exception("perform failed")
            await self._settle_unknown(row, "internal_error")
            del error
            return True
        await self._settle_done(row, comment, decision, result, channel)
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
        except (EnvironmentFailure, AuthExpired, AuthMissingScope) as error:
            self._read_back_later(row, error.code)
            return 0
        except ConnectorError as error:
            if error.retry or isinstance(error, UnknownOutcome):
                self._read_back_later(row, error.code)
                return 0
            answer = Reconciled("cannot_tell")  # the platform will not say
        except Exception:
            log.exception("reconcile failed")
            answer = Reconciled("cannot_tell")  # a bug of ours: never resent blind, so a person looks
        self._ask_again.pop(row.id, None)
        if answer.state == "done":
            result = answer.result or ActionResult(already=True)
            await self._settle_done(row, comment, decision, result, channel)
        elif answer.state == "not_done" and row.tries >= MAX_TRIES:
            error_body = {"code": "gave_up", "params": {"tries": row.tries}}
            await self._settle_failed(row, comment, decision, error_body)
        elif answer.state == "not_done":
            await self._write(lambda tx: self._requeue(tx, row))
        else:
            await self._write(lambda tx: self._ask_person(tx, row, comment, decision))
        return 1

    def _read_back_later(self, row: OutboxRow, code: str) -> None:
        _, tries = self._ask_again.get(row.id, (0, 0))
        self._ask_again[row.id] = (self._clock.now() + self._backoff(tries + 1), tries + 1)
        log.info("reconcile waits: %s", code)

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
        self, row: OutboxRow, comment: Comment, decision: Decision, result: ActionResult, channel: Channel
    ) -> None:
        def work(tx: Tx) -> None:
            settle_done(tx, self._machine, row.id, comment.id, decision.id, result)
            if channel.state in ("limited", "error", "auth"):  # it answers again
                tx.channels.set(channel.id, state="ok", state_code=None, state_params={})
                tx.changed("channels")

        await self._write(work)

    async def _settle_gone(self, row: OutboxRow, comment: Comment, decision: Decision) -> None:
        if row.action is ActionKind.DELETE:
            result = ActionResult(already=True, code="gone")
            await self._write(
                lambda tx: settle_done(tx, self._machine, row.id, comment.id, decision.id, result)
            )
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
        await self._settle_wait(row, channel, error, until, channel_state(error))
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
            stand(tx, comment.id, CommentState.OPEN)
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
            current = tx.outbox.get(row.id)
            if current is None or current.state is not OutboxState.SENDING:
                return  # settled or marked already
            tx.outbox.move(row.id, OutboxState.UNKNOWN, tx.now, error={"code": code, "params": {}})
            tx.changed("outbox", (int(row.comment_id),))

        # Shielded: this is the one thing that must still happen while the engine is being stopped.
        await asyncio.shield(self._write(work))

    def _requeue(self, tx: Tx, row: OutboxRow) -> None:
        """Not done, for certain: once more at once, then with growing pauses."""
        pause = 0 if row.tries <= 1 else self._backoff(row.tries - 1)
        tx.outbox.move(row.id, OutboxState.QUEUED, tx.now, error=row.error, not_before=tx.now + pause)
        tx.changed("outbox", (int(row.comment_id),))

    def _ask_person(self, tx: Tx, row: OutboxRow, comment: Comment, decision: Decision) -> None:
        tx.outbox.move(
            row.id, OutboxState.WAITING_PERSON, tx.now, error={"code": "cannot_tell", "params": {}}
        )
        stand(tx, comment.id, CommentState.WAITING)
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


def channel_state(error: VigieError) -> str:
    """What a channel shows after ``error``: auth (a person must sign in), limited, or error."""
    if isinstance(error, (AuthExpired, AuthMissingScope, SecretMissing, KeyringUnavailable)):
        return "auth"
    return "limited" if isinstance(error, (RateLimited, QuotaExhausted)) else "error"


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
    apply_effect(tx, comment, decision, row.action, row.created_at)
    _withdraw(tx, row)
    tx.log(dispatch_entry(tx, who, comment, decision, row, outcome=outcome, code=result.code))
    tx.changed("comments", (int(comment.id),))
    tx.changed("outbox", (int(comment.id),))


def _withdraw(tx: Tx, row: OutboxRow) -> None:
    """A reply taken back is said no more: its own row, if it was pulled back meanwhile, is gone like on the platform."""
    undone = None if row.undoes is None else tx.outbox.get(row.undoes)
    if undone is None or undone.action not in (ActionKind.REPLY, ActionKind.WARN):
        return
    remote_id = (undone.result or {}).get("remote_id")
    ours = tx.comments.by_remote(int(undone.channel_id), str(remote_id)) if remote_id else None
    if ours is not None and ours.ours:
        tx.comments.set_flags(ours.id, state=int(CommentState.GONE))
        tx.changed("comments", (int(ours.id),))


def apply_effect(tx: Tx, comment: Comment, decision: Decision, action: ActionKind, asked_at: int) -> None:
    """What a carried-out action changes in the workspace's picture of the platform."""
    if action in (ActionKind.HIDE, ActionKind.UNHIDE):
        tx.comments.set_flags(comment.id, hidden=int(action is ActionKind.HIDE))
    elif action in (ActionKind.BLOCK, ActionKind.UNBLOCK):
        tx.comments.set_author_flags(comment.author_id, blocked=int(action is ActionKind.BLOCK))
    elif action in (ActionKind.MUTE, ActionKind.UNMUTE):
        tx.comments.set_author_flags(comment.author_id, muted=int(action is ActionKind.MUTE))
    if decision.undoes is not None:
        # Undone: the comment is work again, unless something else decided about it stands.
        stand(tx, comment.id, after_undo(tx, comment, decision.undoes))
    elif action is ActionKind.DELETE:
        if comment.state is not CommentState.OURS:
            tx.comments.set_flags(comment.id, state=int(CommentState.GONE))
    else:
        stand(tx, comment.id, after_success(tx, comment, asked_at))


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
