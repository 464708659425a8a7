"""The Bluesky connector: the Connector port over session, pull, actions and read-back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_text
from console.connectors.bluesky.actions import Actions
from console.connectors.bluesky.lookup import Lookup
from console.connectors.bluesky.names import (
    DEFAULT_WEB,
    normalise_handle,
    normalise_server,
    parse_uri,
)
from console.connectors.bluesky.posts import Context, comment_of, quoted_uri, root_of, thumbnails
from console.connectors.bluesky.pull import Puller
from console.connectors.bluesky.reconcile import reconcile
from console.connectors.bluesky.session import Session
from console.connectors.bluesky.spec import SPEC
from console.connectors.bluesky.watching import terms_of
from console.connectors.pictures import fetch_picture
from console.domain.errors import ConnectorError, Gone
from console.domain.ports import AccountInfo, Clock, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled

_DAY: Final = 86_400
_HISTORY_DAYS: Final = 30
_SWEEP_DAYS: Final = 30
#: Threads of ours whose threadgates one recheck reads.
_MAX_GATES: Final = 25


class BlueskyConnector:
    """One Bluesky account; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        server = normalise_server(channel.server)
        options = channel.options
        web = as_text(options.get("web_url")).rstrip("/") or DEFAULT_WEB
        handle = normalise_handle(channel.handle, server)
        self._clock = clock
        self._session = Session(server, handle, secret, sessions, clock)
        self._lookup = Lookup(self._session, clock, web)
        self._actions = Actions(self._session, self._lookup, labeler=as_text(options.get("labeler")))
        self._puller = Puller(
            self._session,
            self._lookup,
            clock,
            history=_days(options.get("history_days"), _HISTORY_DAYS),
            sweep=_days(options.get("sweep_days"), _SWEEP_DAYS),
            terms=terms_of(options.get("watches")),
        )

    async def check(self) -> AccountInfo:
        """Sign in, ask the server who we are, and say what will not work. Raises ConnectorError."""
        answer = await self._session.query("com.atproto.server.getSession")
        tokens = await self._session.tokens()
        warnings = []
        if not tokens.app_password:
            warnings.append("bluesky_main_password")
        if answer.get("active") is False:
            warnings.append("account_inactive")
        name = ""
        try:
            profile = await self._lookup.profile(tokens.did)
            name = as_text((profile or {}).get("displayName"))
        except ConnectorError:
            # The account is fine, the views are not: worth saying, no reason to refuse the channel.
            warnings.append("bluesky_views_away")
        handle = as_text(answer.get("handle")) or tokens.handle
        return AccountInfo(tokens.did, handle, name, tokens.pds, tuple(warnings))

    async def pull(self, cursor: str | None) -> PullPage:
        """At most 200 comments, oldest first; see ``pull.Puller``."""
        return await self._puller.pull(cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out; a repeat of the same request changes nothing (reports excepted)."""
        return await self._actions.perform(request)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Whether ``request`` took effect; cannot_tell for reports."""
        return await reconcile(self._actions, self._lookup, request)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by uri; None where the post is deleted. Posts hidden by a block are left out."""
        wanted = [uri for uri in dict.fromkeys(comments) if parse_uri(uri)]
        views = await self._lookup.posts(wanted)
        result: dict[str, IncomingComment | None] = dict.fromkeys(
            await self._lookup.gone([uri for uri in wanted if uri not in views])
        )
        our_did = await self._lookup.our_did()
        post_uris: dict[str, str] = {}
        for uri, view in views.items():
            root = root_of(view)["uri"]
            around = quoted_uri(view) if root == uri else root
            if around:
                post_uris[uri] = around
        posts = await self._lookup.root_posts(post_uris.values())
        ours = [r for r in dict.fromkeys(post_uris.values()) if r.startswith(f"at://{our_did}/")]
        hidden = await self._lookup.hidden_in(ours[:_MAX_GATES])
        profiles = await self._lookup.profiles(str(view["author"]["did"]) for view in views.values())
        for uri, view in views.items():
            around = post_uris.get(uri)
            gate = hidden.get(around) if around else None
            context = Context(
                our_did,
                self._clock.now(),
                self._lookup.web,
                "quote" if around and root_of(view)["uri"] == uri else "comment" if around else "mention",
                posts.get(around) if around else None,
                profiles.get(str(view["author"]["did"])),
                None if gate is None else uri in gate,
            )
            result[uri] = comment_of(view, context)
        return result

    async def picture(self, comment: str, number: int) -> Picture:
        """A thumbnail from the network's image server; its address is asked for anew, so what was taken down is Gone."""
        view = (await self._lookup.posts([comment])).get(comment)
        addresses = thumbnails(view) if view is not None else ()
        if number >= len(addresses) or not addresses[number]:
            raise Gone()
        tokens = await self._session.tokens()
        return await fetch_picture(addresses[number], server=tokens.pds, clock=self._clock)

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()


def _days(value: Any, default: int) -> int:
    """An option in days as seconds; what is no sensible number of days (1 to 3650) counts as not given."""
    good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 3650
    return (value if good else default) * _DAY
