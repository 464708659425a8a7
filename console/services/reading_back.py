"""Reading back what may have taken effect: done, sent again, or a person is asked. Nothing is ever resent blind."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from console.connectors import registry
from console.domain.decision import ActionResult, Reconciled
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    EnvironmentFailure,
    UnknownOutcome,
)
from console.domain.ports import Carrier
from console.services.outcomes import MAX_TRIES
from console.services.requests import groups, request_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Channel
    from console.domain.decision import ActionRequest, OutboxRow
    from console.domain.ports import Clock, Connector, Connectors
    from console.services.outcomes import Claimed, Outcomes
    from console.store import Store

log = logging.getLogger(__name__)

RECONCILE_PAUSES: Final = (0.0, 0.5, 1.5, 4.0)  # seconds: an index may lag behind the write it should show


class ReadBack:
    """Asks a channel's platform what became of rows that are ``unknown``."""

    def __init__(self, store: Store, connectors: Connectors, clock: Clock, outcomes: Outcomes) -> None:
        self._store, self._connectors, self._clock, self._outcomes = store, connectors, clock, outcomes
        # row -> (when to read back again, how often it failed)
        self._again: dict[int, tuple[int, int]] = {}

    def hurry(self) -> None:
        """A person asks now: what could not be asked is asked at once."""
        self._again.clear()

    def due(self, row: OutboxRow) -> bool:
        """Whether the row may be asked about now."""
        return self._again.get(row.id, (0, 0))[0] <= self._clock.now()

    async def run(self, rows: Sequence[OutboxRow], channel: Channel) -> int:
        """Ask about ``rows``, several at once where the platform takes that; how many were moved."""
        moved = 0
        for part in groups(rows, registry.spec(channel.kind).together):
            moved += await self._part(part, channel)
        return moved

    async def _part(self, rows: Sequence[OutboxRow], channel: Channel) -> int:
        try:
            connector = await self._connectors.get(channel)
            if len(rows) > 1 and not isinstance(connector, Carrier):
                return sum([await self._part([row], channel) for row in rows])
            answers = await self._ask(connector, [request_of(row.request) for row in rows])
        except (EnvironmentFailure, AuthExpired, AuthMissingScope) as error:
            return self._later(rows, error.code)
        except ConnectorError as error:
            if error.retry or isinstance(error, UnknownOutcome):
                return self._later(rows, error.code)
            answers = None  # the platform will not say
        except Exception:
            log.exception("reconcile failed")
            answers = None  # a bug of ours: never resent blind, so a person looks
        if answers is None and len(rows) > 1:  # one of them may be what it will not say anything about
            return sum([await self._part([row], channel) for row in rows])
        for row in rows:
            self._again.pop(row.id, None)
        await self._settle(rows, answers or [Reconciled("cannot_tell")], channel)
        return len(rows)

    async def _settle(
        self, rows: Sequence[OutboxRow], answers: Sequence[Reconciled], channel: Channel
    ) -> None:
        told = [
            (claimed, answer)
            for row, answer in zip(rows, answers, strict=True)
            if (claimed := self._claimed(row)) is not None
        ]
        done = [
            (claimed, answer.result or ActionResult(already=True))
            for claimed, answer in told
            if answer.state == "done"
        ]
        if done:
            await self._outcomes.done(done, channel)
        for claimed, answer in told:
            row = claimed[0]
            if answer.state == "not_done" and row.tries >= MAX_TRIES:
                await self._outcomes.gave_up(claimed)
            elif answer.state == "not_done":
                # Not done, for certain: once more at once, then with growing pauses.
                await self._outcomes.again(
                    row, 0 if row.tries <= 1 else self._outcomes.backoff(row.tries - 1)
                )
            elif answer.state != "done":
                await self._outcomes.person(claimed)

    def _claimed(self, row: OutboxRow) -> Claimed | None:
        """What a row is about; None where the comment was erased while the platform was asked."""
        comment, decision = self._store.read(
            lambda r: (r.comments.get(row.comment_id), r.decisions.get(row.decision_id))
        )
        return None if comment is None or decision is None else (row, comment, decision)

    def _later(self, rows: Sequence[OutboxRow], code: str) -> int:
        for row in rows:
            tries = self._again.get(row.id, (0, 0))[1] + 1
            self._again[row.id] = (self._clock.now() + self._outcomes.backoff(tries), tries)
        log.info("reconcile waits: %s", code)
        return 0

    async def _ask(self, connector: Connector, requests: Sequence[ActionRequest]) -> list[Reconciled]:
        """Read back a few times: only an answer that stays ``not_done`` may lead to a resend."""
        answers = [Reconciled("not_done")] * len(requests)
        for pause in RECONCILE_PAUSES:
            left = [place for place, answer in enumerate(answers) if answer.state == "not_done"]
            if not left:
                break
            if pause:
                await asyncio.sleep(pause)
            found = await _reconcile(connector, [requests[place] for place in left])
            for place, answer in zip(left, found, strict=True):
                answers[place] = answer
        return answers


async def _reconcile(connector: Connector, requests: Sequence[ActionRequest]) -> Sequence[Reconciled]:
    if len(requests) > 1 and isinstance(connector, Carrier):
        return await connector.reconcile_together(requests)
    return [await connector.reconcile(one) for one in requests]
