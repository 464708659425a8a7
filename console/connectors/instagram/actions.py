"""What an Instagram account does about comments, and reading back whether it took effect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_list, as_map, as_text
from console.connectors.graph.acting import Acting, accepted, end_state, since
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import is_id, path_id, same_words
from console.connectors.instagram.spec import FACEBOOK, NEEDS, SPEC
from console.connectors.times import utc_seconds
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.errors import Invalid, UnknownOutcome, Unsupported
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.graph.client import Graph
    from console.connectors.instagram.account import InstagramAccount

_LIMIT: Final = 50
#: Pages of replies that are looked through for our own: their order is not told.
_PAGES: Final = 4
#: More than 50 likes in 5 seconds lock the account out for an hour; pause after each (seconds).
_LIKE_PAUSE: Final = 0.15


class InstagramActions(Acting):
    """The actions of one account."""

    spec = SPEC

    def __init__(self, graph: Graph, account: InstagramAccount) -> None:
        super().__init__(graph, account.granted)
        self._account = account
        self.needs = NEEDS[account.login]
        self._liking = asyncio.Lock()
        self.carry = {
            ActionKind.REPLY: self.reply,
            ActionKind.WARN: self.reply,
            ActionKind.HIDE: self._hide,
            ActionKind.UNHIDE: self._hide,
            ActionKind.DELETE: self.delete,
            ActionKind.LIKE: self._like,
            ActionKind.UNLIKE: self._like,
        }

    # ------------------------------------------------------------------ reply

    async def reply(self, request: ActionRequest) -> ActionResult:
        """A reply; a refusal because the comment is hidden is said as that."""
        _on_comment(request)
        try:
            return await super().reply(request)
        except Invalid as error:
            if error.code == Invalid.default_code and await self._hidden(request.target):
                raise Invalid("instagram_reply_hidden") from None
            raise

    async def send_reply(self, request: ActionRequest) -> str:
        """One reply below the first comment of the thread, where Instagram would put it anyway."""
        # Never with ``fields``: the reply is created, and then its answer fails (20/1772107).
        answer = await self._graph.post(f"{_top(request)}/replies", message=request.text.strip())
        one = as_id(answer.get("id"))
        if not one:
            raise UnknownOutcome("bad_answer")
        return one

    def reply_result(self, request: ActionRequest, remote_id: str) -> ActionResult:
        """Instagram names no address of a single comment."""
        return ActionResult(remote_id)

    async def find_reply(self, request: ActionRequest) -> Reconciled:
        """Our words, written by us, since the intent."""
        account = await self._account.account()
        following, unsure = "", False
        for _ in range(_PAGES):
            answer = await self._graph.page(
                f"{_top(request)}/replies",
                following,
                fields="id,text,timestamp,username,from{id,username}",
                limit=_LIMIT,
            )
            rows = as_list(answer, "data")
            for row in rows:
                at = utc_seconds(row.get("timestamp"))
                if (
                    not same_words(as_text(row.get("text")), request.text)
                    or at is None
                    or at < since(request)
                ):
                    continue
                one, who = as_id(row.get("id")), _names(row)
                if one and who & {account.id, account.name.casefold()} - {""}:
                    return Reconciled("done", self.reply_result(request, one))
                unsure = unsure or not who
            following, promised = next_page(answer)
            # A cursor without an address of the next page still leads on where the page is full.
            if not (following and (promised or len(rows) >= _LIMIT)):
                return Reconciled("cannot_tell" if unsure else "not_done")
        return Reconciled("cannot_tell")  # there are more replies than are looked through

    # ------------------------------------------------------------------ hide, like

    async def _hide(self, request: ActionRequest) -> ActionResult:
        _on_comment(request)
        wanted = "true" if request.action is ActionKind.HIDE else "false"
        accepted(await self._graph.post(path_id(request.target), hide=wanted))
        return ActionResult()

    async def _like(self, request: ActionRequest) -> ActionResult:
        _on_comment(request)
        if self._account.login != FACEBOOK:
            raise Unsupported(action=str(request.action))
        account = await self._account.account()
        target = path_id(request.target)
        async with self._liking:
            if request.action is ActionKind.LIKE:
                answer = await self._graph.post(f"{account.id}/likes", comment_id=target)
            else:
                answer = await self._graph.delete(f"{account.id}/likes", comment_id=target)
            accepted(answer)
            await asyncio.sleep(_LIKE_PAUSE)
        return ActionResult()

    async def delete(self, request: ActionRequest) -> ActionResult:
        """Delete the comment, or the reply that this takes back."""
        if not request.undo_of:
            _on_comment(request)
        return await super().delete(request)

    async def end_of(self, request: ActionRequest) -> Reconciled:
        """Hidden, as the platform says it. Nobody says what we like, but liking again changes nothing."""
        if request.action in (ActionKind.LIKE, ActionKind.UNLIKE):
            return Reconciled("not_done")
        hidden = await self._hidden(request.target)
        if hidden is None:
            return Reconciled("cannot_tell")
        return end_state(hidden is (request.action is ActionKind.HIDE))

    async def _hidden(self, target: str) -> bool | None:
        answer = await self._graph.get(path_id(target), fields="id,hidden")
        hidden = answer.get("hidden")
        return hidden if isinstance(hidden, bool) else None


def _on_comment(request: ActionRequest) -> None:
    """Raises Unsupported for a post of somebody else, which only a person on the site can answer or report."""
    if request.facts.get("object") == "post":
        raise Unsupported("by_hand", action=str(request.action))


def _top(request: ActionRequest) -> str:
    """The first comment of the thread."""
    top = request.facts.get("top")
    return path_id(top if isinstance(top, str) and is_id(top) else request.target)


def _names(row: Mapping[str, Any]) -> set[str]:
    wrote = as_map(row.get("from"))
    told = (as_id(wrote.get("id")), as_text(wrote.get("username")), as_text(row.get("username")))
    return {one.casefold() for one in told if one}
