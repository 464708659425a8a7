"""The ``practice`` platform: the bundled simulated network, reached over loopback HTTP like any other platform."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from console.connectors.deleting import deleted_id
from console.connectors.pictures import fetch_picture
from console.connectors.practice_session import PracticeSession
from console.connectors.text import grapheme_measure
from console.domain.comment import Channel, IncomingAuthor, IncomingComment, IncomingPost, PullPage
from console.domain.decision import ActionRequest, ActionResult, Capability, Reconciled
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
    Unsupported,
)
from console.domain.ports import AccountInfo, Clock, Picture, PlatformSpec, Recheck
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.connectors.http import Failure
    from console.connectors.sessions import SessionStore

#: The network's own limit for a reply, in graphemes.
MAX_GRAPHEMES: Final = 500
#: The most items that one call lists.
PAGE: Final = 100
#: How much earlier than the intent a reply of ours may seem to be, in seconds: the network counts whole seconds.
_SKEW: Final = 5
_HANDLE: Final = "lormel"
_PASSWORD: Final = "practice"  # public: it guards invented content on this machine

_MEDIUM: Final = ("kind", "mime", "bytes", "alt", "width", "height")
_NOT_ON_OURSELVES: Final = frozenset(
    {"hide", "unhide", "report", "block", "unblock", "mute", "unmute", "warn"}
)
_CURSOR_CODES: Final = frozenset({"cursor_expired", "invalid_cursor"})

# The house's words for a reason (categories) in the words of the network's report form.
_REPORT_REASONS: Final = {
    "manifestly_illegal": "illegal",
    "threat": "threat",
    "hate": "hate",
    "insult": "harassment",
    "obscene": "sexual",
    "spam": "spam",
}

#: action -> (path below the API, field that shows its end state, value of that field when it holds)
_ON_COMMENT: Final = {
    ActionKind.HIDE: ("hide", "hidden", True),
    ActionKind.UNHIDE: ("unhide", "hidden", False),
    ActionKind.LIKE: ("like", "liked", True),
    ActionKind.UNLIKE: ("unlike", "liked", False),
    ActionKind.REPORT: ("report", "reported", True),
}
_ON_AUTHOR: Final = {
    ActionKind.BLOCK: ("block", "blocked", True),
    ActionKind.UNBLOCK: ("unblock", "blocked", False),
    ActionKind.MUTE: ("mute", "muted", True),
    ActionKind.UNMUTE: ("unmute", "muted", False),
}


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """On the brand's own comments only reply, delete and like make sense."""
    if ours and capability.action in _NOT_ON_OURSELVES:
        return replace(capability, mode="none", note="why.own_comment")
    return capability


SPEC: Final = PlatformSpec(
    kind="practice",
    title="Practice network (simulated)",
    capabilities=(
        Capability("reply", "api", reversible=True, cost=1, note="effect.practice_reply"),
        Capability("warn", "api", reversible=True, cost=1, note="effect.practice_reply"),
        Capability("hide", "api", reversible=True, cost=1, note="effect.practice_hide"),
        Capability("unhide", "api", reversible=True, cost=1, note="effect.practice_unhide"),
        Capability("delete", "api", reversible=False, cost=1, note="effect.practice_delete"),
        Capability("report", "api", reversible=False, cost=1, note="effect.practice_report"),
        Capability("block", "api", reversible=True, cost=1, scope="author", note="effect.practice_block"),
        Capability("unblock", "api", reversible=True, cost=1, scope="author", note="effect.practice_unblock"),
        Capability("mute", "api", reversible=True, cost=1, scope="author", note="effect.practice_mute"),
        Capability("unmute", "api", reversible=True, cost=1, scope="author", note="effect.practice_unmute"),
        Capability("like", "api", reversible=True, cost=1, note="effect.practice_like"),
        Capability("unlike", "api", reversible=True, cost=1, note="effect.practice_unlike"),
    ),
    measure=grapheme_measure(MAX_GRAPHEMES),
    needs_secret=False,
    recheck=Recheck(batch=100, every=600),
    pull_interval=10,
    for_comment=for_comment,
    pictures=frozenset({"image"}),
)


def classify(failure: Failure) -> ConnectorError | None:
    """The exact error where the status alone does not say it; None elsewhere."""
    told = failure.body.get("error") if isinstance(failure.body, dict) else None
    code = told.get("code") if isinstance(told, dict) else None
    where: dict[str, Any] = {"path": failure.path, "status": failure.status, "platform_code": code}
    if failure.status == 400 and code in _CURSOR_CODES:
        return Invalid(str(code), **where)
    if failure.status == 400 and code == "client_key_reused":
        return Duplicate(**where)
    if failure.status == 400 and code in ("text_too_long", "empty_text"):
        return Invalid(str(code), **where)
    if failure.status == 400:
        return Invalid(**where)
    if failure.status == 401 and code == "bad_credentials":
        return AuthExpired("bad_credentials", **where)
    if failure.status == 403:
        return ForbiddenByPlatform(**where)
    return None


class PracticeConnector:
    """The brand's account on one practice network."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        self._clock = clock
        self._session = PracticeSession(
            channel.server, channel.handle or _HANDLE, secret or _PASSWORD, sessions, clock, classify
        )

    async def check(self) -> AccountInfo:
        """Sign in if needed and say whose account this is."""
        account = await self._get("/api/v1/account")
        if not isinstance(account.get("id"), str) or not account["id"]:
            raise Transient("bad_answer", path="/api/v1/account")
        return AccountInfo(
            remote_id=account["id"],
            handle=str(account.get("handle", "")),
            name=str(account.get("name", "")),
            server=self._session.server,
        )

    async def pull(self, cursor: str | None) -> PullPage:
        """One page of new and changed comments, oldest change first; tombstones come with ``gone`` set."""
        warnings: list[dict[str, Any]] = []
        try:
            answer = await self._list(cursor)
        except Invalid as error:
            if cursor is None or error.code not in _CURSOR_CODES:
                raise
            # The network was reset: what we hold of the earlier run stays, the new run is read from its beginning.
            warnings.append({"code": "cursor_restarted"})
            answer = await self._list(None)
        reached, more = answer.get("cursor"), answer.get("more")
        listed = answer.get("comments")
        if not isinstance(reached, str) or not isinstance(more, bool) or not isinstance(listed, list):
            raise Transient("bad_answer", path="/api/v1/comments")
        if more and reached == cursor:
            warnings.append({"code": "cursor_stuck"})
            more = False
        return PullPage(tuple(_comment(item) for item in listed), reached, more, tuple(warnings))

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out. A repeated reply finds its first one by key, unless the network ignores keys."""
        action = request.action
        if action in (ActionKind.REPLY, ActionKind.WARN):
            body = {"text": request.text, "client_key": request.key}
            answer = await self._session.call(
                "POST", f"/api/v1/comments/{_part(request.target)}/replies", body
            )
            return _reply_result(answer.object(), already=answer.status == 200)
        if action is ActionKind.DELETE:
            target = deleted_id(request)
            try:
                await self._session.call("DELETE", f"/api/v1/comments/{_part(target)}")
            except Gone:
                return ActionResult(already=True, code="gone")
            return ActionResult()
        if action in _ON_COMMENT:
            path = f"/api/v1/comments/{_part(request.target)}/{_ON_COMMENT[action][0]}"
        elif action in _ON_AUTHOR:
            path = f"/api/v1/accounts/{_part(request.author_remote_id)}/{_ON_AUTHOR[action][0]}"
        else:
            raise Unsupported(action=str(action))
        body = {"reason": _REPORT_REASONS.get(request.reason, "other")} if action is ActionKind.REPORT else {}
        told = (await self._session.call("POST", path, body)).object()
        created = str(told.get("id")) if action is ActionKind.REPORT else None
        return ActionResult(remote_id=created, already=told.get("changed") is False)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Read back whether ``request`` took effect."""
        action = request.action
        if action in (ActionKind.REPLY, ActionKind.WARN):
            return await self._find_reply(request)
        if action is ActionKind.DELETE:
            target = deleted_id(request)
            item = (await self._items([target])).get(target)
            if item is None or item.get("deleted") is True:
                return Reconciled("done", ActionResult(already=True, code="gone"))
            return Reconciled("not_done")
        if action in _ON_COMMENT:
            _, field, wanted = _ON_COMMENT[action]
            item = (await self._items([request.target])).get(request.target)
        elif action in _ON_AUTHOR:
            _, field, wanted = _ON_AUTHOR[action]
            try:
                item = await self._get(f"/api/v1/accounts/{_part(request.author_remote_id)}")
            except Gone:
                item = None
        else:
            raise Unsupported(action=str(action))
        # What was never there, or is no more, cannot have the wanted state; sending again says so plainly.
        held = item is not None and item.get(field) is wanted
        return Reconciled("done", ActionResult()) if held else Reconciled("not_done")

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state of comments by id; None for those that are deleted."""
        found: dict[str, IncomingComment | None] = {}
        for start in range(0, len(comments), PAGE):
            items = await self._items(comments[start : start + PAGE])
            for remote_id, item in items.items():
                found[remote_id] = None if item.get("deleted") is True else _comment(item)
        return found

    async def picture(self, comment: str, number: int) -> Picture:
        """One attached picture, from the address that the network gives for it now."""
        item = (await self._items([comment])).get(comment) or {}
        attached = item.get("media")  # a deleted comment has none
        one = attached[number] if isinstance(attached, list) and number < len(attached) else None
        url = one.get("url") if isinstance(one, dict) else None
        if not isinstance(url, str):
            raise Gone()
        return await fetch_picture(url, server=self._session.server, clock=self._clock)

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()

    # ------------------------------------------------------------------ reads

    async def _list(self, cursor: str | None) -> dict[str, Any]:
        params = {"limit": str(PAGE)} if cursor is None else {"limit": str(PAGE), "since": cursor}
        return await self._get("/api/v1/comments", params)

    async def _items(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        if not ids:
            return {}
        answer = await self._get("/api/v1/comments", {"ids": ",".join(ids)})
        return {str(item.get("id")): item for item in _objects(answer, "/api/v1/comments")}

    async def _find_reply(self, request: ActionRequest) -> Reconciled:
        path = f"/api/v1/comments/{_part(request.target)}/replies"
        try:
            replies = _objects(await self._get(path), path)
        except Gone:
            return Reconciled("not_done")  # there was never such a comment, so nothing can hang under it
        intent = request.created_at_us // 1_000_000 - _SKEW
        erased = False
        for item in replies:
            if item.get("own") is not True:
                continue
            key = item.get("client_key")
            if key == request.key:
                return Reconciled("done", _reply_result(item, already=True))
            if key is not None or (_epoch(item.get("created_at")) or 0) < intent:
                continue
            if item.get("deleted") is True:
                erased = True
            elif item.get("text") == request.text:
                return Reconciled("done", _reply_result(item, already=True))
        # A reply of ours that was deleted since the intent may have been this one: its text is gone with it.
        return Reconciled("cannot_tell" if erased else "not_done")

    async def _get(self, path: str, params: Mapping[str, str] | None = None) -> dict[str, Any]:
        return (await self._session.call("GET", path, params=params)).object()


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> PracticeConnector:
    """A signed-out connector; ``channel.server`` is the running network's URL. Raises UsageError ``bad_server``."""
    return PracticeConnector(channel, secret, sessions, clock)


# ---------------------------------------------------------------------- reading answers


def _part(remote_id: str) -> str:
    """An id as one part of a path, whatever an import or another network put into it."""
    return quote(remote_id, safe="")


def _reply_result(item: Mapping[str, Any], *, already: bool) -> ActionResult:
    return ActionResult(
        remote_id=str(item.get("id")), permalink=str(item.get("permalink") or "") or None, already=already
    )


def _objects(answer: Mapping[str, Any], path: str) -> list[dict[str, Any]]:
    items = answer.get("comments")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Transient("bad_answer", path=path)
    return items


def _comment(item: Any) -> IncomingComment:
    """One listed comment; Transient ``bad_answer`` when it is not one, so that the cursor stays where it is."""
    try:
        author, post = item["author"], item["post"]
        posted_at = _epoch(item["created_at"])
        if posted_at is None or not item["id"] or not author["id"]:
            raise ValueError
        language = item.get("language")
        return IncomingComment(
            remote_id=str(item["id"]),
            text=str(item["text"]),
            author=IncomingAuthor(
                remote_id=str(author["id"]),
                handle=str(author["handle"]),
                name=str(author.get("name", "")),
                created_at=_epoch(author.get("joined_at")),
                followers=author.get("followers"),
            ),
            posted_at=posted_at,
            post=IncomingPost(
                remote_id=str(post["id"]),
                title=str(post.get("title", "")),
                permalink=str(post.get("permalink", "")),
                posted_at=_epoch(post.get("created_at")),
            ),
            parent_remote_id=item.get("parent_id"),
            permalink=str(item.get("permalink", "")),
            language=None if language == "mul" else language,  # several at once: the classifier decides
            ours=item.get("own") is True,
            gone=item.get("deleted") is True,
            hidden=item.get("hidden") is True,
            edited_at=_epoch(item.get("edited_at")),
            likes=item.get("like_count"),
            replies=item.get("reply_count"),
            facts={"thread_id": item.get("thread_id"), **_attached(item.get("media"))},
        )
    except (KeyError, TypeError, ValueError):
        raise Transient("bad_answer", path="/api/v1/comments") from None


def _attached(media: object) -> dict[str, Any]:
    """What is attached, without the addresses: those are asked for when somebody wants to see it."""
    if not isinstance(media, list) or not media:
        return {}
    return {"media": [{name: one[name] for name in _MEDIUM if name in one} for one in media]}


def _epoch(raw: object) -> int | None:
    return int(datetime.fromisoformat(raw).timestamp()) if isinstance(raw, str) else None
