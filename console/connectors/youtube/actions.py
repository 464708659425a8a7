"""Carrying actions out. Status changes are end states and may be repeated; a reply is sent once and read back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.deleting import deleted_id
from console.connectors.times import utc_ms
from console.connectors.youtube.comments import Raw, author_id, items_of, text_of
from console.connectors.youtube.names import comment_link, thread_of, valid_comment
from console.connectors.youtube.spec import MAX_TEXT, SPEC
from console.connectors.youtube.statuses import Statuses
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
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
    from collections.abc import Awaitable, Callable, Sequence

    from console.connectors.youtube.account import Accounts
    from console.connectors.youtube.lookup import Lookup
    from console.connectors.youtube.session import Session
    from console.domain.ports import Carried

#: Pauses (seconds) before looking for a reply that was refused: a list may lag behind the write it should show.
READ_BACK: tuple[float, ...] = (0.0, 1.5)
#: Pages of 100 replies that a read-back goes through.
_PAGES: Final = 10
#: How far the platform's clock may be behind ours, in ms: a reply older than that before the intent is another one.
_SKEW: Final = 120_000
#: Refusals that say what is wrong with the text itself: nothing was created.
_CLEAR: Final = frozenset(
    {"commentTextTooLong", "commentTextRequired", "invalidCustomEmoji", "parentCommentIsPrivate"}
)


class Actions:
    """The actions of one account."""

    def __init__(self, session: Session, lookup: Lookup, accounts: Accounts) -> None:
        self._session, self._lookup, self._accounts = session, lookup, accounts
        self._statuses = Statuses(session, lookup, accounts)
        self._by_kind: dict[ActionKind, Callable[[ActionRequest], Awaitable[ActionResult]]] = {
            ActionKind.REPLY: self._reply,
            ActionKind.WARN: self._reply,
            ActionKind.HIDE: lambda request: self._moderate(request, "heldForReview"),
            ActionKind.UNHIDE: self._unhide,
            ActionKind.DELETE: self._delete,
            ActionKind.BLOCK: lambda request: self._moderate(request, "rejected", ban=True),
        }

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the comment was deleted meanwhile."""
        if request.action in (ActionKind.REPORT, ActionKind.UNBLOCK):
            raise Unsupported("by_hand", action=str(request.action))
        action = self._by_kind.get(request.action)
        if action is None:
            raise Unsupported(action=str(request.action))
        return await action(request)

    async def perform_together(self, requests: Sequence[ActionRequest]) -> Sequence[Carried]:
        """Carry out requests that share a status; None for those that do not go by one: comments of our own."""
        return await self._statuses.carry(requests)

    # ------------------------------------------------------------------ replies

    async def _reply(self, request: ActionRequest) -> ActionResult:
        check_text(request.text)
        thread = thread_id(request)
        body = {"snippet": {"parentId": thread, "textOriginal": request.text}}
        try:
            answer = await self._session.write("POST", "comments", {"part": "snippet"}, body)
        except (Invalid, ForbiddenByPlatform, Duplicate) as error:
            # "Created and answered 400" has been seen of platforms: look before anybody sends it again.
            if error.params.get("platform_code") in _CLEAR:
                raise
            await self._raise_if_gone(thread, error)
            there = await self._read_back(request)
            if there is None:
                raise
            return there
        if not as_id(answer.get("id")):
            raise UnknownOutcome("bad_answer", path="comments")
        return self._written(answer, request)

    async def _read_back(self, request: ActionRequest) -> ActionResult | None:
        """The reply of ``request`` if it stands; UnknownOutcome where that cannot be seen."""
        for pause in READ_BACK:
            await asyncio.sleep(pause)
            try:
                found, complete = await self.own_reply(request)
            except ConnectorError as error:
                raise UnknownOutcome(error.code) from None
            if found is None and not complete:
                raise UnknownOutcome()
            if found is not None:
                return found
        return None

    async def own_reply(self, request: ActionRequest) -> tuple[ActionResult | None, bool]:
        """Our own reply with the words of ``request``, newer than its intent; and whether all replies were seen."""
        account = await self._accounts.get()
        thread = thread_id(request)
        since = request.created_at_us // 1000 - _SKEW
        token = ""
        for _ in range(_PAGES):
            params = {
                "part": "snippet",
                "parentId": thread,
                "maxResults": 100,
                "textFormat": "plainText",
                "pageToken": token,
            }
            answer = await self._session.read("comments", params)
            for raw in items_of(answer):
                at = utc_ms(as_map(raw.get("snippet")).get("publishedAt"))
                ours = author_id(raw) in account.ours or not account.told
                if ours and as_id(raw.get("id")) and (at is None or at >= since) and _same(raw, request.text):
                    return self._written(raw, request, already=True), True
            following = as_text(answer.get("nextPageToken"))
            if not following or following == token:
                return None, True
            token = following
        return None, False

    @staticmethod
    def _written(raw: Raw, request: ActionRequest, *, already: bool = False) -> ActionResult:
        name = as_id(raw.get("id"))
        said = as_map(raw.get("snippet"))
        video = as_id(said.get("videoId")) or as_text(request.facts.get("video"))
        channel = as_id(said.get("channelId")) or as_text(request.facts.get("channel"))
        return ActionResult(name, comment_link(name, video, channel) or None, already=already)

    # ------------------------------------------------------------------ status

    async def _unhide(self, request: ActionRequest) -> ActionResult:
        if request.facts.get("moderation") == "rejected":
            raise Unsupported("youtube_rejected")
        return await self._moderate(request, "published")

    async def _delete(self, request: ActionRequest) -> ActionResult:
        """Our own words are deleted, those of others rejected; neither comes back."""
        if request.undo_of is None and request.author_remote_id not in (await self._accounts.get()).ours:
            return await self._moderate(request, "rejected")
        own = deleted_id(request)
        if not valid_comment(own):
            raise Invalid("bad_target")
        try:
            await self._session.write("DELETE", "comments", {"id": own})
        except Gone:
            return ActionResult(already=True, code="gone")
        except (ForbiddenByPlatform, Invalid) as error:
            if await self._gone(own):
                return ActionResult(already=True, code="gone")
            raise error from None
        return ActionResult(details={"deleted": own})

    async def _moderate(self, request: ActionRequest, status: str, *, ban: bool = False) -> ActionResult:
        """Set the status of one comment. Repeating it leads to the same end."""
        if not valid_comment(request.target):
            raise Invalid("bad_target")
        try:
            return await self._statuses.put([request.target], status, ban=ban)
        except (ForbiddenByPlatform, Invalid) as error:
            await self._raise_if_gone(request.target, error)
            raise

    async def _raise_if_gone(self, comment: str, error: ConnectorError) -> None:
        """The platform says "forbidden" and "processing failure" of what was deleted, too."""
        if error.params.get("platform_code") in ("forbidden", "processingFailure") and await self._gone(
            comment
        ):
            raise Gone() from None

    async def _gone(self, comment: str) -> bool:
        try:
            account = await self._accounts.get()
            return comment in await self._lookup.absent([comment], account.channel)
        except ConnectorError:
            return False


def thread_id(request: ActionRequest) -> str:
    """The thread's top comment, which alone can be answered. Raises Invalid ``bad_target``."""
    thread = as_text(request.facts.get("thread")) or thread_of(request.target)
    if not valid_comment(thread):
        raise Invalid("bad_target")
    return thread


def check_text(text: str) -> None:
    """Raises Invalid (empty_text, too_long) for what the platform would refuse."""
    if not text.strip():
        raise Invalid("empty_text")
    measure = SPEC.measure(text)
    if not measure.fits:
        raise Invalid("too_long", used=measure.used, limit=MAX_TEXT, unit=measure.unit)


def _same(raw: Raw, text: str) -> bool:
    said = as_map(raw.get("snippet"))
    forms = (text_of(raw), as_text(said.get("textDisplay")), as_text(said.get("textOriginal")))
    return " ".join(text.split()) in {" ".join(one.split()) for one in forms}
