"""The Mastodon connector: the Connector port over session, pull, actions and read-back."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_map, as_text, as_yes
from console.connectors.mastodon.actions import Actions
from console.connectors.mastodon.instance import Instance, instance, scopes
from console.connectors.mastodon.names import TO_READ, account_named, granted, lacking, normalise_server
from console.connectors.mastodon.pull import Habits, Puller, terms_of
from console.connectors.mastodon.reconcile import reconcile
from console.connectors.mastodon.session import Session
from console.connectors.mastodon.spec import SPEC
from console.connectors.mastodon.staff import Staff, role_lacks, token_lacks
from console.connectors.mastodon.statuses import id_of, previews, valid
from console.connectors.mastodon.threads import Threads, hopeless
from console.connectors.pictures import fetch_picture
from console.domain.errors import AuthMissingScope, ConnectorError, Gone, Invalid
from console.domain.ports import AccountInfo, Clock, Picture

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled

_DAY: Final = 86_400
_HISTORY_DAYS: Final = 30
_SWEEP_DAYS: Final = 30
#: Statuses that a re-check asks for one by one, because the server left them out of the batch.
_SINGLES: Final = 40


class MastodonConnector:
    """One Mastodon account; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, clock: Clock) -> None:
        server = normalise_server(channel.server, channel.handle)
        options = channel.options
        self._clock = clock
        self._named = account_named(channel.server)
        self._session = Session(server, secret, clock)
        self._threads = Threads(self._session, clock, channel.remote_id)
        self._staff = Staff(self._session, on=as_yes(options.get("staff")))
        self._actions = Actions(self._session, self._threads, options, self._staff)
        self._instance: Instance | None = None
        self._puller = Puller(
            self._session,
            self._threads,
            clock,
            Habits(
                history=_days(options.get("history_days"), _HISTORY_DAYS),
                sweep=_days(options.get("sweep_days"), _SWEEP_DAYS),
                longest=Instance().longest,
                mention_all=as_yes(options.get("mention_all")),
                staff=self._staff.on,
                terms=terms_of(options.get("watches")),
            ),
        )

    async def check(self) -> AccountInfo:
        """Whose token this is, what it may not do, and what else to know. Raises ConnectorError."""
        try:
            account = await self._session.one("/api/v1/accounts/verify_credentials")
        except AuthMissingScope:
            raise AuthMissingScope("mastodon_cannot_read", scope=" ".join(TO_READ)) from None
        except ConnectorError as error:
            if error.code in ("gone", "redirected", "bad_answer"):  # somebody else's site
                raise Invalid("not_mastodon", server=self._session.server) from None
            raise
        one = as_id(account.get("id"))
        if not one:
            raise Invalid("bad_session", server=self._session.server)
        warnings: list[str] = []
        given = await scopes(self._session)
        if given is None:
            warnings.append("mastodon_scopes_unknown")
        else:
            if not all(granted(scope, given) for scope in TO_READ):
                warnings.append("mastodon_cannot_read")
            if any(scope.startswith("admin") for scope in given) and not self._staff.on:
                warnings.append("mastodon_staff_token")
        if account.get("suspended") is True or account.get("limited") is True:
            warnings.append("account_inactive")
        acct = as_text(account.get("acct")) or as_text(account.get("username"))
        if self._named and self._named.casefold() != acct.partition("@")[0].casefold():
            warnings.insert(0, "mastodon_other_account")  # the browser was signed in as somebody else
        lacks = {} if given is None else lacking(given)
        role, token = role_lacks(account), token_lacks(given)
        offers = {"staff": token} if role == "" or (role is None and given and not token) else {}
        if self._staff.on and (short := role or token):
            lacks |= dict.fromkeys(("mute", "unmute", "block", "unblock"), short)
        return AccountInfo(
            one,
            acct,
            as_text(account.get("display_name")),
            self._session.server,
            tuple(warnings),
            lacks,
            offers=offers,
        )

    async def pull(self, cursor: str | None) -> PullPage:
        """At most 200 comments, oldest first; see ``pull.Puller``."""
        await self._prepare()
        return await self._puller.pull(cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out; a repeat of the same request changes nothing (reports excepted)."""
        return await self._actions.perform(request)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Whether ``request`` took effect; cannot_tell for reports."""
        return await reconcile(self._actions, self._session, request)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by id; None where a status is deleted or no longer shown to us.

        Their threads are not looked up: what is kept knows where it stands, and each costs a request.
        """
        await self._prepare()
        wanted = [one for one in dict.fromkeys(comments) if one and one.isprintable()]
        found: dict[str, Any] = dict(await self._session.statuses(wanted))
        for one in [one for one in wanted if one not in found][:_SINGLES]:
            # A batch also leaves out whom we block or mute; only the status itself says that it is gone.
            found[one] = await self._session.status(one)
        views = {one: view for one, view in found.items() if view is not None and valid(view)}
        result: dict[str, IncomingComment | None] = {one: None for one, view in found.items() if view is None}
        for one, view in views.items():
            if id_of(view) == one:
                relation = "quote" if as_map(view.get("quote")) else "mention"
                result[one] = self._puller.comment(view, relation)
        return result

    async def picture(self, comment: str, number: int) -> Picture:
        """A small picture from where the instance keeps it; its address is asked for anew."""
        view = await self._session.status(comment)
        addresses = previews(view) if view is not None else ()
        if not 0 <= number < len(addresses) or not addresses[number]:
            raise Gone()
        return await fetch_picture(addresses[number], server=self._session.server, clock=self._clock)

    async def listen(self) -> AsyncGenerator[None, None]:
        """One item for each notification that the instance's stream announces. Raises ConnectorError."""
        await self._prepare()
        base = self._instance.stream if self._instance is not None and self._instance.stream else ""
        async with aclosing(
            self._session.events(base or self._session.server, "/api/v1/streaming/user/notification")
        ) as events:
            async for event in events:
                if event.startswith("notification"):
                    yield None

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()

    async def _prepare(self) -> None:
        """Know who we are and how long a status may be before the first comment is made."""
        await self._threads.our_id()
        if self._instance is not None:
            return
        try:
            self._instance = await instance(self._session)
        except ConnectorError as error:
            if hopeless(error):
                raise
            self._instance = Instance()  # a server that does not describe itself: the usual values
        self._puller.habits = replace(self._puller.habits, longest=self._instance.longest)


def _days(value: Any, default: int) -> int:
    """An option in days as seconds; what is no sensible number of days (1 to 3650) counts as not given."""
    good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 3650
    return (value if good else default) * _DAY
