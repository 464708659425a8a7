"""What a Page does about comments: reply, hide, delete, like, block, and reading back whether it took effect."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING, Final

from console.connectors.answers import as_id, as_items, as_list, as_map, as_text
from console.connectors.facebook.comments import permalink
from console.connectors.facebook.spec import NEEDS, SPEC
from console.connectors.graph.acting import Acting, accepted, end_state, reaches_back, since
from console.connectors.graph.parts import path_id, same_words
from console.connectors.times import utc_seconds
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.errors import Invalid, UnknownOutcome
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.facebook.account import PageAccount
    from console.connectors.graph.client import Graph

#: Newest answers below a comment that are looked through for our own.
_LOOK: Final = 50


class PageActions(Acting):
    """The actions of one Page."""

    spec = SPEC
    needs = NEEDS

    def __init__(
        self,
        graph: Graph,
        account: PageAccount,
        granted: Callable[[], Awaitable[Collection[str] | None]],
    ) -> None:
        super().__init__(graph, granted)
        self._account = account
        self.carry = {
            ActionKind.REPLY: self.reply,
            ActionKind.WARN: self.reply,
            ActionKind.HIDE: self._hide,
            ActionKind.UNHIDE: self._hide,
            ActionKind.DELETE: self.delete,
            ActionKind.LIKE: self._like,
            ActionKind.UNLIKE: self._unlike,
            ActionKind.BLOCK: self._block,
            ActionKind.UNBLOCK: self._unblock,
        }

    async def send_reply(self, request: ActionRequest) -> str:
        """One new comment below the comment."""
        await self._account.page()
        answer = await self._graph.post(f"{path_id(request.target)}/comments", message=request.text.strip())
        one = as_id(answer.get("id"))
        if not one:
            raise UnknownOutcome("bad_answer")
        return one

    def reply_result(self, request: ActionRequest, remote_id: str) -> ActionResult:
        """With the address of the reply."""
        if request.facts.get("object") == "post":
            return ActionResult(remote_id, permalink(remote_id, request.target, None) or None)
        link = permalink(remote_id, request.post_remote_id or "", request.target)
        return ActionResult(remote_id, link or None)

    async def find_reply(self, request: ActionRequest) -> Reconciled:
        """Our words, written by the Page, since the intent."""
        page = await self._account.page()
        answer = await self._graph.get(
            f"{path_id(request.target)}/comments",
            filter="stream",
            order="reverse_chronological",
            limit=_LOOK,
            fields="id,message,created_time,from{id}",
        )
        unsure = False
        for row in as_list(answer, "data"):
            at = utc_seconds(row.get("created_time"))
            if not same_words(as_text(row.get("message")), request.text) or at is None or at < since(request):
                continue
            author, one = as_id(as_map(row.get("from")).get("id")), as_id(row.get("id"))
            if author == page.id and one:
                return Reconciled("done", self.reply_result(request, one))
            unsure = unsure or not author
        # Our very words, by nobody: the platform keeps the author from us, so only a person can tell.
        sure = not unsure and reaches_back(answer, request, "created_time", _LOOK)
        return Reconciled("not_done" if sure else "cannot_tell")

    async def _hide(self, request: ActionRequest) -> ActionResult:
        await self._account.page()
        wanted = "true" if request.action is ActionKind.HIDE else "false"
        accepted(await self._graph.post(path_id(request.target), is_hidden=wanted))
        return ActionResult()

    async def _like(self, request: ActionRequest) -> ActionResult:
        await self._account.page()
        accepted(await self._graph.post(f"{path_id(request.target)}/likes"))
        return ActionResult()

    async def _unlike(self, request: ActionRequest) -> ActionResult:
        await self._account.page()
        accepted(await self._graph.delete(f"{path_id(request.target)}/likes"))
        return ActionResult()

    async def _block(self, request: ActionRequest) -> ActionResult:
        page, author = await self._account.page(), _author(request)
        accepted(await self._graph.post(f"{page.id}/blocked", user=author))
        return ActionResult(remote_id=author)

    async def _unblock(self, request: ActionRequest) -> ActionResult:
        page, author = await self._account.page(), _author(request)
        accepted(await self._graph.delete(f"{page.id}/blocked", user=author))
        return ActionResult(remote_id=author)

    async def end_of(self, request: ActionRequest) -> Reconciled:
        """Hidden, liked or blocked, as the platform says it now."""
        page = await self._account.page()
        action = request.action
        if action in (ActionKind.BLOCK, ActionKind.UNBLOCK):
            author = _author(request)
            answer = await self._graph.get(f"{page.id}/blocked", user=author)
            blocked = any(as_id(one.get("id")) == author for one in as_items(answer.get("data")))
            return end_state(blocked is (action is ActionKind.BLOCK))
        field = "is_hidden" if action in (ActionKind.HIDE, ActionKind.UNHIDE) else "user_likes"
        answer = await self._graph.get(path_id(request.target), fields=f"id,{field}")
        found = answer.get(field)
        if not isinstance(found, bool):
            return Reconciled("cannot_tell")
        return end_state(found is (action in (ActionKind.HIDE, ActionKind.LIKE)))


def _author(request: ActionRequest) -> str:
    """The author's id for this Page. Raises Invalid where the platform never told it."""
    if request.author_remote_id.startswith("unknown:"):
        raise Invalid("meta_author_unknown")
    return path_id(request.author_remote_id)
