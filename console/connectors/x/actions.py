"""Carrying actions out. Hiding and muting are end states and may be repeated; a reply is sent once and read back."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Final

from console.connectors.answers import as_id, as_map
from console.connectors.times import utc_ms
from console.connectors.x import money
from console.connectors.x.names import checked, moment, permalink, valid
from console.connectors.x.posts import View, author_id, id_of, referenced, text_of
from console.connectors.x.spec import MAX_TEXT, SPEC
from console.domain.decision import ActionRequest, ActionResult
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
    from collections.abc import Awaitable, Callable

    from console.connectors.x.lookup import Lookup
    from console.connectors.x.session import Session

#: Pauses (seconds) before looking for a reply that was refused: a list may lag behind the write it should show.
READ_BACK: tuple[float, ...] = (0.0, 1.5)
#: Clocks of X and this machine may be this far apart, in seconds.
_SKEW: Final = 120
_LINK: Final = re.compile(r"(?i)https?://\S+")
_CALLED: Final = re.compile(r"\A(?:@\w{1,20}\s+)+")
_BY_HAND: Final = frozenset(
    {ActionKind.REPORT, ActionKind.BLOCK, ActionKind.UNBLOCK, ActionKind.LIKE, ActionKind.UNLIKE}
)


class Actions:
    """The actions of one account."""

    def __init__(self, session: Session, lookup: Lookup) -> None:
        self._session, self._lookup = session, lookup
        self._by_kind: dict[ActionKind, Callable[[ActionRequest], Awaitable[ActionResult]]] = {
            ActionKind.REPLY: self._reply,
            ActionKind.WARN: self._reply,
            ActionKind.HIDE: self._hide,
            ActionKind.UNHIDE: self._hide,
            ActionKind.DELETE: self._delete,
            ActionKind.MUTE: self._mute,
            ActionKind.UNMUTE: self._unmute,
        }

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the post was deleted meanwhile."""
        if request.action in _BY_HAND:
            raise Unsupported("by_hand", action=str(request.action))
        action = self._by_kind.get(request.action)
        if action is None:
            raise Unsupported(action=str(request.action))
        return await action(request)

    # ------------------------------------------------------------------ replies

    async def _reply(self, request: ActionRequest) -> ActionResult:
        if not request.text.strip():
            raise Invalid("empty_text")
        measure = SPEC.measure(request.text)
        if not measure.fits:
            raise Invalid("too_long", used=measure.used, limit=MAX_TEXT, unit=measure.unit)
        if request.facts.get("can_reply") is not True:
            raise Unsupported("by_hand", action=str(request.action))
        body = {"text": request.text, "reply": {"in_reply_to_tweet_id": latest(request)}}
        price = money.POST_WITH_LINK if _LINK.search(request.text) else money.POST_CALLED
        try:
            made = await self._session.write("POST", "/tweets", body, bucket="post", price=price)
        except AuthMissingScope:
            raise
        except (Invalid, ForbiddenByPlatform, Duplicate) as error:
            # "Created and refused" has been seen of platforms, and a repeat of ours is refused as a duplicate.
            if error.code == "x_reply_refused":
                raise
            there = await self._read_back(request)
            if there is None:
                raise
            return there
        one = as_id(made.get("id"))
        if not valid(one):
            raise UnknownOutcome("bad_answer", path="/2/tweets")
        return ActionResult(one, permalink(one))

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
        """Our own reply with the words of ``request``, newer than its intent; and whether all of ours were seen."""
        account = await self._lookup.account()
        since = request.created_at_us // 1_000_000 - _SKEW
        targets = {request.target, latest(request)}
        views, complete = await self._lookup.ours(since)
        for view in views:
            one = id_of(view)
            at = utc_ms(view.get("created_at")) or moment(one)
            ours = author_id(view) in ("", account.id) or not account.id
            recent = at is None or at // 1000 >= since
            if ours and recent and referenced(view, "replied_to") in targets and _same(view, request.text):
                return ActionResult(one, permalink(one), already=True), True
        return None, complete

    # ------------------------------------------------------------------ hide, mute

    async def _hide(self, request: ActionRequest) -> ActionResult:
        if request.facts.get("on_ours") is False:
            raise Unsupported("x_hide_own_threads")
        wanted = request.action is ActionKind.HIDE
        path = f"/tweets/{checked(latest(request))}/hidden"
        made = await self._session.write("PUT", path, {"hidden": wanted}, bucket="hidden", price=money.HIDE)
        if made.get("hidden") is not wanted:
            raise UnknownOutcome("bad_answer", path="/2/tweets/hidden")
        return ActionResult(details={"hidden": wanted})

    async def _mute(self, request: ActionRequest) -> ActionResult:
        path = f"/users/{await self._me()}/muting"
        body = {"target_user_id": author(request)}
        made = await self._session.write("POST", path, body, bucket="muting", price=money.MUTE)
        if made.get("muting") is not True:
            raise UnknownOutcome("bad_answer", path="/2/users/muting")
        return ActionResult()

    async def _unmute(self, request: ActionRequest) -> ActionResult:
        path = f"/users/{await self._me()}/muting/{author(request)}"
        made = await self._session.write("DELETE", path, bucket="muting", price=money.UNMUTE)
        if made.get("muting") is not False:
            raise UnknownOutcome("bad_answer", path="/2/users/muting")
        return ActionResult()

    async def _me(self) -> str:
        return (await self._lookup.account()).place

    # ------------------------------------------------------------------ delete

    async def _delete(self, request: ActionRequest) -> ActionResult:
        """Our own posts alone; deleting any version of one takes the others with it."""
        one = deleted_id(request)
        account = await self._lookup.account()
        if request.undo_of is None and account.id and request.author_remote_id != account.id:
            raise Unsupported("x_delete_own_only")
        try:
            made = await self._session.write("DELETE", f"/tweets/{one}", bucket="delete", price=money.DELETE)
        except Gone:
            return ActionResult(already=True, code="gone")
        if made.get("deleted") is not True:
            raise UnknownOutcome("bad_answer", path="/2/tweets")
        return ActionResult(details={"deleted": one})


def latest(request: ActionRequest) -> str:
    """The version of the comment that stands now, as far as known. Raises Invalid ``bad_target``."""
    return checked(as_id(request.facts.get("id")) or request.target)


def author(request: ActionRequest) -> str:
    """The author's id. Raises Invalid ``bad_target`` where it was never told."""
    return checked(as_id(request.facts.get("account_id")) or request.author_remote_id)


def deleted_id(request: ActionRequest) -> str:
    """What a delete is about: the reply that is undone, else the comment. Raises Invalid ``bad_target``."""
    if request.undo_of is not None:
        return checked(as_id(as_map(request.undo_of).get("remote_id")))
    return latest(request)


def _same(view: View, text: str) -> bool:
    """Whether a post of ours has these words: X shortens addresses and may put names before a reply."""
    return _bare(text_of(view)) == _bare(text)


def _bare(text: str) -> list[str]:
    return _LINK.sub(" ", _CALLED.sub("", text.strip())).split()
