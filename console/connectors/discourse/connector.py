"""The Discourse connector: the Connector port over session, pull, actions and read-back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.discourse.actions import Actions
from console.connectors.discourse.lookup import Lookup, is_pending
from console.connectors.discourse.posts import QUEUED, Context, comment_of, queued_comment
from console.connectors.discourse.pull import Puller
from console.connectors.discourse.reconcile import reconcile
from console.connectors.discourse.session import Session
from console.connectors.discourse.spec import PER_MINUTE, SPEC
from console.domain.errors import ForbiddenByPlatform, Gone, Invalid, UsageError
from console.domain.ports import AccountInfo, Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled

_DAY: Final = 86_400
_HISTORY_DAYS: Final = 30
_SILENCE_DAYS: Final = 30
#: Posts that one recheck asks for: a forum has no call for several at once.
_RECHECK: Final = 25
#: What needs a moderator, and what needs an administrator on older forums.
_MODERATION: Final = ("hide", "unhide", "delete", "block", "unblock")


class DiscourseConnector:
    """One API key on one forum; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, clock: Clock) -> None:
        if not channel.server:
            raise UsageError("bad_server", server="")
        options = channel.options
        per_minute = _number(options.get("requests_per_minute"), PER_MINUTE, 20, 100_000)
        self._clock = clock
        self._session = Session(channel.server, channel.handle, secret, clock, per_minute=per_minute)
        self._known_id = channel.remote_id
        self._lookup = Lookup(self._session)
        silence = _number(options.get("silence_days"), _SILENCE_DAYS, 1, 36_500) * _DAY
        self._actions = Actions(self._session, self._lookup, clock, silence=silence)
        history = _number(options.get("history_days"), _HISTORY_DAYS, 1, 36_500) * _DAY
        self._puller = Puller(
            self._session, self._lookup, self._context, history=history, origin=channel.created_at
        )

    async def check(self) -> AccountInfo:
        """Say in whose name the key acts and what it may do. Raises ConnectorError."""
        await self._lookup.latest(0)
        me = await self._session.me()
        warnings = []
        if not me.id:
            warnings.append("discourse_key_for_some")
        if me.staff is False:
            warnings.append("discourse_not_staff")
        lacking = dict.fromkeys(_MODERATION, "moderator") if me.staff is False else {}
        return AccountInfo(
            me.id, me.username, me.name, self._session.base_url, tuple(warnings), lacking=lacking
        )

    async def pull(self, cursor: str | None) -> PullPage:
        """At most 200 comments, oldest first; see ``pull.Puller``."""
        return await self._puller.pull(cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out; a repeat of the same request changes nothing."""
        return await self._actions.perform(request)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Whether ``request`` took effect; cannot_tell for flags."""
        return await reconcile(self._session, self._actions, self._lookup, request)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by id, of at most 25; None where it is gone. What we may not read is left out."""
        context = await self._context()
        found: dict[str, IncomingComment | None] = {}
        for number in list(dict.fromkeys(comments))[:_RECHECK]:
            try:
                if number.startswith(QUEUED):
                    item, answer = await self._lookup.review_item(number)
                    found[number] = queued_comment(item, answer, context) if is_pending(item) else None
                else:
                    view = await self._lookup.post(number)
                    found[number] = comment_of(view, context, parent=self._lookup.known_parent(view))
            except Gone:
                found[number] = None
            except (ForbiddenByPlatform, Invalid):
                pass
        return found

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()

    async def _context(self) -> Context:
        me = await self._session.me()
        return Context(
            self._session.site,
            self._session.base_url,
            me.id or self._known_id,
            me.username,
            self._clock.now(),
        )


def _number(value: Any, default: int, least: int, most: int) -> int:
    """An option as a number; what is no sensible one counts as not given."""
    good = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    return value if good else default
