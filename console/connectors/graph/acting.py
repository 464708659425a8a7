"""Carrying actions out on Meta's platforms: what all three share. Nothing is sent twice, nothing is believed unread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_list
from console.connectors.deleting import deleted_id
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import path_id
from console.connectors.times import utc_seconds
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    UnknownOutcome,
    Unsupported,
)
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph
    from console.domain.ports import PlatformSpec

Carry = Callable[[ActionRequest], Awaitable[ActionResult]]
#: Looks at a thread after an error that may hide a reply, with pauses in seconds: lists lag behind writes.
_LOOKS: Final = (0.0, 0.7)
#: How much earlier than our own clock a platform may say that our reply was written, in seconds.
SKEW: Final = 120


class Acting:
    """The actions of one account. A platform's own class fills ``carry`` and overrides what it can tell afterwards."""

    spec: PlatformSpec
    #: Action -> the permission that it needs.
    needs: Mapping[str, str]

    def __init__(self, graph: Graph, granted: Callable[[], Awaitable[Collection[str] | None]]) -> None:
        self._graph, self._granted = graph, granted
        self.carry: dict[ActionKind, Carry] = {}

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the comment was deleted meanwhile."""
        action = self.carry.get(request.action)
        if action is None:
            raise Unsupported(action=str(request.action))
        try:
            return await action(request)
        except AuthMissingScope as error:
            scope = self.needs.get(request.action.value, "")
            granted = await self._granted()
            if granted is not None and scope in granted:
                # The token may do it; it is this one thing that it may not be done to.
                told = {name: one for name, one in error.params.items() if name != "scope"}
                raise ForbiddenByPlatform(**told) from None
            if scope and "scope" not in error.params:
                raise AuthMissingScope(**{**error.params, "scope": scope}) from None
            raise

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Whether ``request`` took effect; never writes. Raises ConnectorError when the platform cannot be asked."""
        if request.action in (ActionKind.REPLY, ActionKind.WARN):
            return await self.find_reply(request)
        if request.action is ActionKind.DELETE:
            return end_state(not await self.stands(deleted_id(request)))
        try:
            return await self.end_of(request)
        except Gone:
            return Reconciled("cannot_tell")

    # ------------------------------------------------------------------ for the platforms

    async def send_reply(self, request: ActionRequest) -> str:
        """Send the reply and return its id. Raises ConnectorError."""
        raise NotImplementedError

    async def find_reply(self, request: ActionRequest) -> Reconciled:
        """Look in the thread for the reply of this request: our words, our account, since the intent."""
        raise NotImplementedError

    async def end_of(self, request: ActionRequest) -> Reconciled:
        """Whether the end state of a hide, like or block holds. Repeating these does no harm."""
        raise NotImplementedError

    def reply_result(self, request: ActionRequest, remote_id: str) -> ActionResult:
        """What is kept of a reply."""
        raise NotImplementedError

    # ------------------------------------------------------------------ shared

    async def reply(self, request: ActionRequest) -> ActionResult:
        """A reply. An error after which it may stand all the same is looked into before it is believed."""
        check_text(self.spec, request.text)
        try:
            remote_id = await self.send_reply(request)
        except (Invalid, Duplicate) as error:
            # Meta has created replies and answered 400; a Duplicate may be our own, of a try whose answer was lost.
            found = await self._look(request, error)
            if found is None:
                raise
            return found
        return self.reply_result(request, remote_id)

    async def _look(self, request: ActionRequest, error: ConnectorError) -> ActionResult | None:
        for pause in _LOOKS:
            await asyncio.sleep(pause)
            try:
                answer = await self.find_reply(request)
            except Gone:
                return None
            except ConnectorError:
                raise UnknownOutcome(**error.params) from None
            if answer.state == "done":
                return answer.result or ActionResult(already=True)
        if answer.state == "cannot_tell":
            # It may stand: told as a failure, it would be written once more.
            raise UnknownOutcome(**error.params)
        return None

    async def delete(self, request: ActionRequest) -> ActionResult:
        """Delete the comment, or the reply that this undoes; one that is gone already is as good."""
        one = deleted_id(request)
        try:
            accepted(await self._graph.delete(path_id(one)))
        except Gone as error:
            # Meta says the same of what this token may not delete.
            if await self.stands(one):
                raise ForbiddenByPlatform(**error.params) from None
            return ActionResult(already=True, code="gone")
        return ActionResult(details={"removed": one})

    async def stands(self, one: str) -> bool:
        """Whether something with this id is there. Raises ConnectorError other than Gone."""
        try:
            await self._graph.get(path_id(one), fields="id")
        except Gone:
            return False
        return True


def end_state(holds: bool) -> Reconciled:
    """done or not_done."""
    return Reconciled("done", ActionResult()) if holds else Reconciled("not_done")


def accepted(answer: Mapping[str, Any]) -> None:
    """Raises ForbiddenByPlatform ``meta_refused`` where a write answers that it had no success."""
    if answer.get("success") is False:
        raise ForbiddenByPlatform("meta_refused")


def check_text(spec: PlatformSpec, text: str) -> None:
    """Raises Invalid (empty_text, too_long) for what the platform would refuse."""
    if not text.strip():
        raise Invalid("empty_text")
    measure = spec.measure(text)
    if not measure.fits:
        raise Invalid("too_long", used=measure.used, limit=measure.limit, unit=measure.unit)


def reaches_back(answer: Mapping[str, Any], request: ActionRequest, time: str, limit: int) -> bool:
    """Whether a page of answers, newest first, holds all since the intent; ``time`` is its field of when.

    Where it does not, our reply may stand behind it, and "not done" would send it a second time.
    """
    rows = as_list(answer, "data")
    if len(rows) < limit and not next_page(answer)[1]:
        return True
    oldest = utc_seconds(rows[-1].get(time)) if rows else None
    return oldest is not None and oldest < since(request)


def since(request: ActionRequest) -> int:
    """The earliest UTC second at which a reply of this request can have been written by the platform's clock."""
    return request.created_at_us // 1_000_000 - SKEW
