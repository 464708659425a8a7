"""The WordPress connector: the Connector port over session, pull, actions and read-back."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from typing import TYPE_CHECKING, Any, Final

from console.connectors.wordpress.actions import Actions
from console.connectors.wordpress.comments import Context, comment_of
from console.connectors.wordpress.errors import MODERATE
from console.connectors.wordpress.lookup import Lookup
from console.connectors.wordpress.pull import Puller
from console.connectors.wordpress.reconcile import reconcile
from console.connectors.wordpress.session import Session
from console.connectors.wordpress.spec import SPEC
from console.domain.errors import AuthExpired, EnvironmentFailure, UsageError
from console.domain.ports import AccountInfo, Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled

_DAY: Final = 86_400
#: Actions that need the capability to moderate; a reply needs an account alone.
_MODERATION: Final = ("hide", "unhide", "delete", "report")


class WordPressConnector:
    """One account on one site; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        if not channel.server:
            raise UsageError("bad_server", server="")
        self._clock = clock
        self._session = Session(channel.server, channel.handle, secret, clock, known_id=channel.remote_id)
        self._lookup = Lookup(self._session)
        self._actions = Actions(self._session, self._lookup)
        self._sessions, self._secret = sessions, secret or ""
        self._key: bytes | None = None
        days = _days(channel.options.get("history_days"))
        since = (channel.created_at or clock.now()) - days * _DAY if days else 0
        self._puller = Puller(self._lookup, self._context, since=since)

    async def check(self) -> AccountInfo:
        """Sign in and say who we are on the site and what the account may do. Raises ConnectorError."""
        me = await self._session.me()
        warnings = []
        if not me.knows:
            # Some sites hide their users from programs. Whether the password holds must then show elsewhere.
            await self._lookup.listed("all", 0)
            warnings.append("wordpress_no_account")
        elif not me.id:
            raise AuthExpired("wordpress_not_signed_in")
        lacking = dict.fromkeys(_MODERATION, MODERATE) if me.moderates is False else {}
        if lacking:
            warnings.append("wordpress_cannot_moderate")
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
        """Whether ``request`` took effect."""
        return await reconcile(self._session, self._actions, self._lookup, request)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by id; None where it was deleted for good. What we may not read is left out."""
        context = await self._context()
        present = await self._lookup.present(comments)
        return {
            number: None if view is None else comment_of(view, context) for number, view in present.items()
        }

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()

    async def _context(self) -> Context:
        me = await self._session.me()
        if self._key is None:
            # The keyring may block: never on the loop.
            self._key = await asyncio.to_thread(
                _fingerprint_key, self._sessions, self._session.site, self._secret
            )
        admin = f"{self._session.base_url}/wp-admin"
        return Context(self._session.site, self._key, me.id, self._clock.now(), admin)


def _fingerprint_key(sessions: SessionStore, site: str, secret: str) -> bytes:
    """The key under which guests are told apart: made from the first password, kept beside it, never in the workspace.

    Without a keyring it follows from the password alone, so that it stays the same until that changes.
    """
    kept = (sessions.load() or {}).get("author_key")
    if isinstance(kept, str) and len(kept) == 64:
        return bytes.fromhex(kept) if set(kept) <= set("0123456789abcdef") else kept.encode()
    plain = "".join(secret.split()).encode()
    made = hmac.new(plain, f"vigie wordpress authors {site}".encode(), hashlib.sha256).hexdigest()
    if plain:
        try:
            sessions.save({"author_key": made})
        except EnvironmentFailure:
            pass  # no keyring: it is made again from the same password
    return bytes.fromhex(made)


def _days(value: Any) -> int:
    """An option in days; 0, which is without a limit, for what is no sensible number of days (1 to 36,500)."""
    good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 36_500
    return value if good else 0
