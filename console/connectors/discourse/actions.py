"""Carrying actions out: through the review queue where the post waits there, else by the forum's own moderation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map, as_text
from console.connectors.deleting import deleted_id
from console.connectors.discourse.errors import CONFLICT
from console.connectors.discourse.lookup import Lookup, is_pending
from console.connectors.discourse.posts import LIKE, QUEUED, View, action_ids, deleted
from console.connectors.discourse.spec import MAX_CHARACTERS
from console.connectors.times import rfc3339, utc_seconds
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
    UnknownOutcome,
    Unsupported,
)
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from console.connectors.discourse.session import Session
    from console.domain.ports import Clock

#: How often a review item is read again when another moderator changed it in between.
_SWAPS: Final = 4
#: How much earlier than the intent a reply of ours may seem to be, in seconds, once the clocks are compared.
_SKEW: Final = 60
#: Names of flags (and their usual numbers) for the house's categories.
_FLAGS: Final = {
    "spam": ("spam", 8),
    "scam": ("spam", 8),
    "manifestly_illegal": ("illegal", 10),
    "off_topic": ("off_topic", 3),
}
_INAPPROPRIATE: Final = ("inappropriate", 4)
#: What the review queue calls our actions, the plainest first.
_HIDE: Final = ("agree_and_hide",)
_SHOW: Final = ("disagree_and_restore", "disagree")
_APPROVE: Final = ("approve_post", "approve_post_closed", "approve")
_REJECT: Final = ("reject_post", "reject")


class Actions:
    """The actions of one key. ``silence`` is how long a block lasts, in seconds."""

    def __init__(self, session: Session, lookup: Lookup, clock: Clock, *, silence: int) -> None:
        self._session = session
        self._lookup = lookup
        self._clock = clock
        self._silence = silence
        self._by_kind: dict[ActionKind, Callable[[ActionRequest], Awaitable[ActionResult]]] = {
            ActionKind.REPLY: self._reply,
            ActionKind.WARN: self._reply,
            ActionKind.HIDE: self._hide,
            ActionKind.UNHIDE: self._unhide,
            ActionKind.DELETE: self._delete,
            ActionKind.REPORT: self._report,
            ActionKind.BLOCK: self._block,
            ActionKind.UNBLOCK: self._unblock,
            ActionKind.LIKE: self._like,
            ActionKind.UNLIKE: self._unlike,
        }

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the post was deleted meanwhile."""
        action = self._by_kind.get(request.action)
        if action is None:
            raise Unsupported(action=str(request.action))
        if request.target.startswith(QUEUED) and request.action not in (
            ActionKind.UNHIDE, ActionKind.DELETE, ActionKind.BLOCK, ActionKind.UNBLOCK,
        ):  # fmt: skip
            raise Unsupported("discourse_queued", action=str(request.action))
        return await action(request)

    # ------------------------------------------------------------------ hide, unhide

    async def _hide(self, request: ActionRequest) -> ActionResult:
        post = await self._standing(request.target)
        if post.get("hidden") is True:
            return ActionResult(request.target, already=True, details={"was": "hidden"})
        topic = as_id(post.get("topic_id"))
        if await self._review(request.target, topic, _HIDE):
            return ActionResult(request.target, details={"was": "shown", "by": "review"})
        # Nobody flagged it: a flag of a moderator's own, acted upon at once.
        if (await self._session.me()).staff is False:
            raise ForbiddenByPlatform("discourse_not_staff", permission="moderator")
        name, number = _flag_of(request)
        body = {"id": int(request.target), "post_action_type_id": await self._lookup.flag_id(name, number)}
        answer = await self._session.write("POST", "/post_actions.json", {**body, "take_action": True})
        if answer.object().get("hidden") is False:
            raise ForbiddenByPlatform(
                "discourse_not_hidden"
            )  # the flag stands, and a moderator will look at it
        return ActionResult(request.target, details={"was": "shown", "by": "flag"})

    async def _unhide(self, request: ActionRequest) -> ActionResult:
        if request.target.startswith(QUEUED):
            return await self._decide(request.target, _APPROVE)
        if as_text(as_map(as_map(request.undo_of).get("details")).get("was")) == "hidden":
            return ActionResult(request.target, already=True)  # it was hidden before we did anything
        post = await self._lookup.post(request.target)
        if deleted(post):
            return await self._recover(request)
        if post.get("hidden") is not True:
            return ActionResult(request.target, already=True)
        if await self._review(request.target, as_id(post.get("topic_id")), _SHOW):
            return ActionResult(request.target, details={"by": "review"})
        await self._session.write("PUT", f"/posts/{request.target}/unhide.json")
        return ActionResult(request.target, details={"by": "unhide"})

    async def _review(self, post: str, topic: str, wanted: tuple[str, ...]) -> bool:
        """Settle the post's review item by the first of ``wanted`` that the forum offers; False when it offers none.

        The item's version goes with it: what another moderator decided meanwhile is never overwritten.
        """
        for _ in range(_SWAPS):
            found = await self._lookup.review_of(post, topic)
            if found is None:
                return False
            offered = action_ids(*found)
            action = next((one for one in wanted if one in offered), None)
            if action is None:
                return False
            if await self._settled(found[0], action):
                return True
        raise Transient(CONFLICT, tries=_SWAPS)

    async def _decide(self, target: str, wanted: tuple[str, ...]) -> ActionResult:
        """Let a waiting post in, or turn it away."""
        for _ in range(_SWAPS):
            item, answer = await self._lookup.review_item(target)
            offered = action_ids(item, answer)
            action = next((one for one in wanted if one in offered), None if offered else wanted[0])
            if not is_pending(item) or action is None:
                raise Gone()  # settled by another moderator
            if await self._settled(item, action):
                return ActionResult(target, details={"by": "review", "action": action})
        raise Transient(CONFLICT, tries=_SWAPS)

    async def _settled(self, item: View, action: str) -> bool:
        path = f"/review/{as_id(item.get('id'))}/perform/{action}.json"
        try:
            await self._session.write("PUT", path, params={"version": as_count(item.get("version")) or 0})
        except Invalid as error:
            if error.code != CONFLICT:
                raise
            return False  # it moved: read it again
        return True

    # ------------------------------------------------------------------ delete, recover

    async def _delete(self, request: ActionRequest) -> ActionResult:
        if request.target.startswith(QUEUED) and request.undo_of is None:
            return await self._decide(request.target, _REJECT)
        number = deleted_id(request)
        try:
            if deleted(await self._lookup.post(number)):
                return ActionResult(number, already=True)
            await self._session.write("DELETE", f"/posts/{number}.json")
        except Gone:
            return ActionResult(number, already=True, code="gone")
        return ActionResult(number)

    async def _recover(self, request: ActionRequest) -> ActionResult:
        await self._session.write("PUT", f"/posts/{request.target}/recover.json")
        return ActionResult(request.target, details={"by": "recover"})

    # ------------------------------------------------------------------ flags, likes

    async def _report(self, request: ActionRequest) -> ActionResult:
        post = await self._standing(request.target)
        name, number = _flag_of(request)
        kind = await self._lookup.flag_id(name, number)
        if acted(post, kind):
            return ActionResult(request.target, already=True, details={"flag": kind})
        body: dict[str, Any] = {"id": int(request.target), "post_action_type_id": kind}
        if request.text.strip():
            body["message"] = request.text.strip()[:2000]
        await self._session.write("POST", "/post_actions.json", body)
        return ActionResult(request.target, details={"flag": kind})

    async def _like(self, request: ActionRequest) -> ActionResult:
        if acted(await self._standing(request.target), LIKE):
            return ActionResult(request.target, already=True)
        body = {"id": int(request.target), "post_action_type_id": LIKE}
        await self._session.write("POST", "/post_actions.json", body)
        return ActionResult(request.target)

    async def _unlike(self, request: ActionRequest) -> ActionResult:
        if not acted(await self._lookup.post(request.target), LIKE):
            return ActionResult(request.target, already=True)
        path = f"/post_actions/{request.target}.json"
        try:
            await self._session.write("DELETE", path, params={"post_action_type_id": LIKE})
        except Gone:
            return ActionResult(request.target, already=True)
        return ActionResult(request.target)

    # ------------------------------------------------------------------ silence

    async def _block(self, request: ActionRequest) -> ActionResult:
        user = user_of(request)
        if await self._lookup.silenced(user):
            return ActionResult(user, already=True)
        until = rfc3339(self._clock.now() + self._silence)
        body = {"silenced_till": until, "reason": request.reason or "moderation"}
        try:
            await self._session.write("PUT", f"/admin/users/{user}/silence.json", body)
        except Invalid as error:
            if error.code != CONFLICT:
                raise
            return ActionResult(user, already=True)  # another moderator was faster
        return ActionResult(user, details={"until": until})

    async def _unblock(self, request: ActionRequest) -> ActionResult:
        user = user_of(request)
        if not await self._lookup.silenced(user):
            return ActionResult(user, already=True)
        await self._session.write("PUT", f"/admin/users/{user}/unsilence.json")
        return ActionResult(user)

    # ------------------------------------------------------------------ reply, warn

    async def _reply(self, request: ActionRequest) -> ActionResult:
        text = request.text.replace("\r\n", "\n").strip()
        if not text:
            raise Invalid("empty_text")
        if len(text) > MAX_CHARACTERS:
            raise Invalid("too_long", used=len(text), limit=MAX_CHARACTERS, unit="characters")
        if there := await self.standing_reply(request):
            return self._written(there, already=True)
        target = await self._standing(request.target)
        body: dict[str, Any] = {
            "raw": text,
            "topic_id": as_count(target.get("topic_id")),
            "reply_to_post_number": as_count(target.get("post_number")),
        }
        try:
            answer = (await self._session.write("POST", "/posts.json", body)).object()
        except (Invalid, ForbiddenByPlatform) as error:
            # Refused for its likeness to a former one, or after it was stored: what stands there decides.
            try:
                there = await self.standing_reply(request)
            except ConnectorError:
                raise UnknownOutcome(error.code, **error.params) from None
            if there is None:
                raise
            return self._written(there, already=False)
        if answer.get("action") == "enqueued":
            return ActionResult(details={"queued": True})  # this forum lets a moderator look at ours too
        return self._written(as_map(answer.get("post")) or answer, already=False)

    async def standing_reply(self, request: ActionRequest) -> View | None:
        """Our answer to this post with these words, not older than the intent; None when there is none."""
        me = await self._session.me()
        target = await self._lookup.post(request.target)
        earliest = request.created_at_us // 1_000_000 + self._session.ahead - _SKEW

        def may_be(view: View) -> bool:
            at = utc_seconds(view.get("created_at"))
            ours = as_text(view.get("username")).lower() == me.username.lower()
            return ours and not deleted(view) and (at is None or at >= earliest)

        topic = as_id(target.get("topic_id"))
        number = as_count(target.get("post_number"))
        latest = [one for one in await self._lookup.latest(0) if as_id(one.get("topic_id")) == topic]
        # The forum leaves the reference out where the answer stands right below the first post.
        near = [one for one in latest if as_count(one.get("reply_to_post_number")) in (number, None)]
        if not any(may_be(one) for one in near):
            near = await self._lookup.replies_to(request.target)
        for view in near:
            if not may_be(view):
                continue
            whole = (
                view if isinstance(view.get("raw"), str) else await self._lookup.post(as_id(view.get("id")))
            )
            if _squeezed(as_text(whole.get("raw"))) == _squeezed(request.text):
                return whole
        return None

    def _written(self, view: View, *, already: bool) -> ActionResult:
        path = as_text(view.get("post_url"))
        link = self._session.base_url + path if path.startswith("/") else None
        return ActionResult(as_id(view.get("id")) or None, link, already=already)

    async def _standing(self, number: str) -> View:
        """The post as it is now. Raises Gone for a deleted one."""
        post = await self._lookup.post(number)
        if deleted(post):
            raise Gone()
        return post


def acted(post: View, kind: int) -> bool:
    """Whether we flagged or liked a post in this way."""
    return any(
        as_count(one.get("id")) == kind and one.get("acted") is True
        for one in as_items(post.get("actions_summary"))
    )


def user_of(request: ActionRequest) -> str:
    """The number of the author on this forum. Raises Invalid ``bad_target`` for one without."""
    number = as_id(request.facts.get("user_id")) or request.author_remote_id.rpartition("#")[2]
    if not (number.isascii() and number.isdigit()):
        raise Invalid("bad_target")
    return number


def _flag_of(request: ActionRequest) -> tuple[str, int]:
    return _FLAGS.get(request.reason or as_text(request.facts.get("category")), _INAPPROPRIATE)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
