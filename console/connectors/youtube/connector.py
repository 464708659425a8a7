"""The YouTube connector: the Connector port over session, pull, actions and read-back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.pictures import fetch_picture
from console.connectors.youtube.account import Accounts
from console.connectors.youtube.actions import Actions
from console.connectors.youtube.comments import Context, Raw, author_id, comment_of
from console.connectors.youtube.lookup import Lookup
from console.connectors.youtube.names import DEFAULT_SERVER, WRITING, channel_id, valid_comment, video_ids
from console.connectors.youtube.pull import Puller
from console.connectors.youtube.reconcile import reconcile, reconcile_statuses
from console.connectors.youtube.session import Secret, Session, normalise_server
from console.connectors.youtube.spec import DAILY_UNITS, SPEC
from console.domain.errors import Gone, Invalid, UsageError
from console.domain.ports import AccountInfo, Clock, Ledger, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled
    from console.domain.ports import Carried

_DAY: Final = 86_400
_SWEEP_DAYS: Final = 30
_WRITES: Final = ("reply", "warn", "hide", "unhide", "delete", "block")


class YoutubeConnector:
    """One YouTube channel; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        server = normalise_server(channel.server)
        options = channel.options
        if any(sign.isspace() for sign in channel.handle.strip()):
            raise UsageError("bad_handle", handle=channel.handle)
        parsed = Secret.parse(secret, own_server=server != DEFAULT_SERVER)
        units = _number(options.get("daily_units"), DAILY_UNITS, 10_000_000)
        self._server, self._clock, self._number = server, clock, int(channel.id)
        self._session = Session(server, parsed, sessions, clock, daily_units=units)
        self._lookup = Lookup(self._session, clock)
        self._accounts = Accounts(channel, server, self._lookup, clock)
        self._actions = Actions(self._session, self._lookup, self._accounts)
        self._puller = Puller(
            self._session,
            self._lookup,
            self._accounts,
            clock,
            videos=video_ids(options.get("videos")),
            oldest=_oldest(options.get("history_days"), channel.created_at or clock.now()),
            sweep=_number(options.get("sweep_days"), _SWEEP_DAYS, 3_650) * _DAY,
        )

    def share(self, ledger: Ledger) -> None:
        """The day's units are the project's: all channels of one client id count together."""
        self._session.meter.share(ledger, self._session.project, str(self._number))

    async def check(self) -> AccountInfo:
        """Sign in, ask whose channel this is, and say what will not work. Raises ConnectorError."""
        account = await self._accounts.get()
        warnings = []
        if not account.told:
            warnings.append("youtube_profile_away")
        elif account.channel != account.mine.id:
            warnings.append("youtube_other_channel")
        scope = self._session.scope
        lacking = {} if not scope or WRITING & set(scope.split()) else dict.fromkeys(_WRITES, min(WRITING))
        name = account.mine.title if account.channel == account.mine.id else ""
        known = channel_id(account.channel)  # empty where a name stands in for it, on another server
        return AccountInfo(
            known,
            known,
            name,
            self._server,
            tuple(warnings),
            lacking,
            self._session.expires_at,
        )

    async def pull(self, cursor: str | None) -> PullPage:
        """At most 200 comments, oldest first; see ``pull.Puller``."""
        return await self._puller.pull(cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out; a repeat changes nothing, replies excepted: they are read back first."""
        return await self._actions.perform(request)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Whether ``request`` took effect."""
        return await reconcile(self._actions, self._lookup, self._accounts, request)

    async def perform_together(self, requests: Sequence[ActionRequest]) -> Sequence[Carried]:
        """Set the status of up to fifty comments in one call; see ``statuses``."""
        return await self._actions.perform_together(requests)

    async def reconcile_together(self, requests: Sequence[ActionRequest]) -> Sequence[Reconciled]:
        """Whether each of these changes of status took effect."""
        return await reconcile_statuses(self._lookup, self._accounts, requests)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by id; None where the comment is gone, left out where the platform will not say."""
        wanted = [one for one in dict.fromkeys(comments) if valid_comment(one)]
        account = await self._accounts.get()
        found, absent = await self._lookup.comments(wanted)
        waiting: dict[str, Raw] = {}
        result: dict[str, IncomingComment | None] = {}
        if absent:
            waiting, complete = await self._lookup.held(account.channel, absent)
            if complete:
                result = dict.fromkeys(absent - waiting.keys())
        raws = {**found, **waiting}
        titles = await self._lookup.titles(_said(raw, "videoId") for raw in raws.values())
        profiles = await self._lookup.profiles(author_id(raw) for raw in raws.values())
        for name, raw in raws.items():
            ours = self._puller.ours(_said(raw, "channelId"), account)
            # Asked by id, the platform does not say how a comment stands; in its list of held ones it does.
            context = Context(ours, self._clock.now(), titles=titles, profiles=profiles)
            result[name] = comment_of(raw, context)
        return result

    async def picture(self, comment: str, number: int) -> Picture:
        """The picture or animation of a comment. Its address ends after six hours, so it is asked for anew."""
        if number != 0 or not valid_comment(comment):
            raise Gone()
        found, _ = await self._lookup.comments([comment])
        if comment not in found:
            raise Gone()
        url = _said(found[comment], "imageUrl")
        if not url:
            raise Invalid("picture_not_one")
        return await fetch_picture(url, server=self._server, clock=self._clock)

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()


def _said(raw: Raw, name: str) -> str:
    value = as_map(raw.get("snippet")).get(name)
    return as_text(value) or as_id(value)


def _oldest(days: Any, connected_at: int) -> int:
    """UTC ms before which nothing is wanted: that many days before the channel was connected, 0 for all."""
    wanted = _number(days, 0, 36_500)
    return max(0, connected_at - wanted * _DAY) * 1000 if wanted else 0


def _number(value: Any, default: int, most: int) -> int:
    """An option as a number from 1 to ``most``; what is none counts as not given."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:9])
    good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most
    return value if good else default
