"""What a Threads account does about replies, and reading back whether it took effect."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from console.connectors.answers import as_id, as_list, as_text
from console.connectors.graph.acting import Acting, accepted, end_state, reaches_back, since
from console.connectors.graph.errors import NOT_READY
from console.connectors.graph.parts import path_id, same_words
from console.connectors.threads.comments import HIDDEN
from console.connectors.threads.spec import NEEDS, SPEC
from console.connectors.times import utc_seconds
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.errors import ConnectorError, Invalid, Transient, UnknownOutcome, Unsupported
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph
    from console.connectors.threads.account import ThreadsAccount

_LOOK: Final = 50
#: Waits for a reply that is taken but not ready to be published, in seconds.
_WAITS: Final = (0.5, 1.0, 2.0, 4.0)
_FAILED: Final = frozenset({"ERROR", "EXPIRED"})


class ThreadsActions(Acting):
    """The actions of one account."""

    spec = SPEC
    needs = NEEDS

    def __init__(self, graph: Graph, account: ThreadsAccount) -> None:
        super().__init__(graph, account.granted)
        self._account = account
        self.carry = {
            ActionKind.REPLY: self.reply,
            ActionKind.WARN: self.reply,
            ActionKind.HIDE: self._hide,
            ActionKind.UNHIDE: self._hide,
            ActionKind.DELETE: self.delete,
        }

    # ------------------------------------------------------------------ reply

    async def reply(self, request: ActionRequest) -> ActionResult:
        """A reply, with its address where the platform tells it at once."""
        result = await super().reply(request)
        if result.permalink is not None or result.remote_id is None:
            return result
        try:
            answer = await self._graph.get(path_id(result.remote_id), fields="id,permalink")
        except ConnectorError:
            return result  # it stands; only its address is not told
        return replace(result, permalink=as_text(answer.get("permalink")) or None)

    async def send_reply(self, request: ActionRequest) -> str:
        """Two steps: the words are taken, then published. Until the second, nothing is public."""
        try:
            taken = await self._graph.post(
                "me/threads",
                media_type="TEXT",
                text=request.text.strip(),
                reply_to_id=path_id(request.target),
            )
        except UnknownOutcome as error:
            # Words that were taken and never published are seen by nobody and expire: it may go again.
            raise Transient(error.code, **error.params) from None
        container = as_id(taken.get("id"))
        if not container:
            raise Transient("bad_answer")
        return await self._publish(path_id(container))

    async def _publish(self, container: str) -> str:
        # By ``me``: with the account's number Threads may answer that there is no such container (24/4279009).
        for wait in (*_WAITS, None):
            try:
                answer = await self._graph.post("me/threads_publish", creation_id=container)
            except Invalid as error:
                if error.code != NOT_READY or wait is None:
                    raise
            else:
                one = as_id(answer.get("id"))
                if not one:
                    raise UnknownOutcome("bad_answer")
                return one
            await asyncio.sleep(wait)
            try:
                status = as_text(
                    (await self._graph.get(container, fields="status,error_message")).get("status")
                )
            except ConnectorError:
                continue
            if status in _FAILED:
                raise Invalid("threads_reply_failed")
        raise Invalid(NOT_READY)

    def reply_result(self, request: ActionRequest, remote_id: str) -> ActionResult:
        """Its address is asked for afterwards."""
        return ActionResult(remote_id)

    async def find_reply(self, request: ActionRequest) -> Reconciled:
        """Our words, written by us, since the intent."""
        name = (await self._account.account()).name.casefold()
        answer = await self._graph.get(
            f"{path_id(request.target)}/replies",
            fields="id,text,timestamp,username,permalink,is_reply_owned_by_me",
            reverse="true",
            limit=_LOOK,
        )
        unsure = False
        for row in as_list(answer, "data"):
            at, one = utc_seconds(row.get("timestamp")), as_id(row.get("id"))
            if not same_words(as_text(row.get("text")), request.text) or at is None or at < since(request):
                continue
            who, owned = as_text(row.get("username")).casefold(), row.get("is_reply_owned_by_me")
            if one and (owned is True or (name and who == name)):
                return Reconciled("done", ActionResult(one, as_text(row.get("permalink")) or None))
            # Our very words, by nobody, or by a name while ours is not known: only a person can tell.
            unsure = unsure or (not isinstance(owned, bool) and not (who and name))
        sure = not unsure and reaches_back(answer, request, "timestamp", _LOOK)
        return Reconciled("not_done" if sure else "cannot_tell")

    # ------------------------------------------------------------------ hide, delete

    async def _hide(self, request: ActionRequest) -> ActionResult:
        if request.facts.get("top") is False:
            raise Unsupported(action=str(request.action))
        wanted = "true" if request.action is ActionKind.HIDE else "false"
        accepted(await self._graph.post(f"{path_id(request.target)}/manage_reply", hide=wanted))
        return ActionResult()

    async def delete(self, request: ActionRequest) -> ActionResult:
        """Delete a post of our own, or the reply that this takes back."""
        if not request.undo_of:
            name = (await self._account.account()).name
            if not name or request.author_remote_id.casefold() != f"@{name}".casefold():
                raise Unsupported("threads_delete_own")
        return await super().delete(request)

    async def end_of(self, request: ActionRequest) -> Reconciled:
        """Hidden, as the platform says it now."""
        answer = await self._graph.get(path_id(request.target), fields="id,hide_status")
        hidden = HIDDEN.get(as_text(answer.get("hide_status")))
        if hidden is None:
            return Reconciled("cannot_tell")
        return end_state(hidden is (request.action is ActionKind.HIDE))
