"""Carrying actions out. A status that holds already is not written again: the site would answer that with an error."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.deleting import deleted_id
from console.connectors.times import utc_seconds
from console.connectors.wordpress.comments import View, status_of, text_of
from console.connectors.wordpress.spec import MAX_BYTES
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
    from console.connectors.wordpress.lookup import Lookup
    from console.connectors.wordpress.session import Session

#: How much earlier than the intent a reply of ours may seem to be, in seconds, once the clocks are compared.
_SKEW: Final = 60
#: What each action makes of a comment; showing again depends on what it is the undoing of.
WANTED: Final = {ActionKind.HIDE: "hold", ActionKind.REPORT: "spam", ActionKind.UNHIDE: "approved"}
#: The site's own words for leaving these lists: they also clean up what it noted when the comment went there.
_LEAVING: Final = {"trash": "untrash", "spam": "unspam"}


class Actions:
    """The actions of one account."""

    def __init__(self, session: Session, lookup: Lookup) -> None:
        self._session = session
        self._lookup = lookup

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the comment was deleted for good meanwhile."""
        match request.action:
            case ActionKind.REPLY | ActionKind.WARN:
                return await self._reply(request)
            case ActionKind.HIDE | ActionKind.UNHIDE | ActionKind.REPORT:
                return await self._set_status(request)
            case ActionKind.DELETE:
                return await self._delete(request)
            case ActionKind.BLOCK | ActionKind.UNBLOCK:
                raise Unsupported("by_hand", action=str(request.action))
            case _:
                raise Unsupported(action=str(request.action))

    # ------------------------------------------------------------------ status

    async def _set_status(self, request: ActionRequest) -> ActionResult:
        was = await self._lookup.status(request.target)
        wanted = wanted_status(request)
        if was == "trash" and request.action is not ActionKind.UNHIDE:
            raise Gone()  # thrown away on the site meanwhile: neither hiding nor spam brings it back
        if was == wanted:
            return ActionResult(request.target, already=True, details={"was": was})
        now = was
        if was in _LEAVING:
            now = await self._write_status(request.target, _LEAVING[was])
        if now != wanted:
            now = await self._write_status(request.target, wanted)
        return ActionResult(request.target, details={"was": was, "status": now})

    async def _write_status(self, number: str, status: str) -> str:
        return status_of(await self._session.post(f"/comments/{number}", {"status": status}))

    async def _delete(self, request: ActionRequest) -> ActionResult:
        """To the trash, from where it can come back; our own reply goes for good where the site keeps no trash."""
        number = deleted_id(request)
        try:
            was = await self._lookup.status(number)
        except Gone:
            return ActionResult(number, already=True, code="gone")
        if was == "trash":
            return ActionResult(number, already=True, details={"was": was})
        try:
            answer = await self._session.delete(f"/comments/{number}")
        except Gone:
            return ActionResult(number, already=True, details={"was": was})
        except Unsupported:
            if request.undo_of is None:
                raise
            answer = await self._session.delete(f"/comments/{number}", {"force": "true"})
        kept = answer.get("deleted") is not True
        return ActionResult(number, details={"was": was, "status": "trash" if kept else "deleted"})

    # ------------------------------------------------------------------ reply, warn

    async def _reply(self, request: ActionRequest) -> ActionResult:
        text = request.text.replace("\r\n", "\n").strip()
        if not text:
            raise Invalid("empty_text")
        # The site takes HTML: what a person typed is no markup.
        content = escape(text, quote=False)
        size = len(content.encode())
        if size > MAX_BYTES:
            raise Invalid("too_long", used=size, limit=MAX_BYTES, unit="bytes")
        if there := await self.standing_reply(request):
            return _written(there, already=True)
        target = await self._lookup.one(request.target)
        if status_of(target) == "trash":
            raise Gone()
        body: dict[str, Any] = {
            "post": int(as_id(target.get("post")) or 0),
            "parent": int(request.target),
            "content": content,
        }
        try:
            answer = await self._session.post("/comments", body)
        except (Duplicate, Invalid, ForbiddenByPlatform) as error:
            # It refuses the same words of one author under one comment, and that may be this very reply; and a
            # plugin may fail after the comment was stored: what stands there decides, not the answer.
            try:
                there = await self.standing_reply(request)
            except ConnectorError:
                raise UnknownOutcome(error.code, **error.params) from None
            if there is None:
                raise
            return _written(there, already=isinstance(error, Duplicate))
        return _written(answer, already=False)

    async def standing_reply(self, request: ActionRequest) -> View | None:
        """Our answer to this comment with these words, not older than the intent; None when there is none."""
        ours = (await self._session.me()).id
        if not ours:
            return None
        wanted = _squeezed(request.text)
        found = await self._lookup.said_by(ours, request.target)
        earliest = request.created_at_us // 1_000_000 + self._session.ahead - _SKEW
        for view in found:
            at = utc_seconds(view.get("date_gmt"))
            if _squeezed(text_of(view)) == wanted and (at is None or at >= earliest):
                return view
        return None


def wanted_status(request: ActionRequest) -> str:
    """The status that holds once ``request`` took effect."""
    before = as_text(as_map(as_map(request.undo_of).get("details")).get("was"))
    if request.action is ActionKind.UNHIDE and before in ("approved", "hold", "spam"):
        return before  # what the undone action found: a comment that waited waits again
    return WANTED[request.action]


def _squeezed(text: str) -> str:
    """Words alone: paragraphs come back with other breaks than they left with."""
    return " ".join(text.split())


def _written(view: View, *, already: bool) -> ActionResult:
    details = {"status": status_of(view)}
    return ActionResult(
        as_id(view.get("id")), as_text(view.get("link")) or None, already=already, details=details
    )
