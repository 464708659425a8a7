"""The X connector: the Connector port over session, pull, actions and read-back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_yes
from console.connectors.x.actions import Actions
from console.connectors.x.cursor import parse
from console.connectors.x.lookup import Lookup, aside
from console.connectors.x.money import Money
from console.connectors.x.names import NEEDED, amount, newest, normalise_server, valid
from console.connectors.x.posts import Answer, View, id_of, remote_id, versions
from console.connectors.x.pull import Puller
from console.connectors.x.reconcile import reconcile
from console.connectors.x.session import Secret, Session
from console.connectors.x.spec import BATCH, MONTHLY_CAP, SPEC
from console.connectors.x.watching import terms_of
from console.domain.errors import ConnectorError, Invalid
from console.domain.ports import AccountInfo, Clock, Ledger

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.connectors.sessions import SessionStore
    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled

#: The share of the month's amount that looking again leaves to what is new.
_RESERVE: Final = 0.5


class XConnector:
    """One account on X; used from one event loop."""

    spec = SPEC

    def __init__(self, channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> None:
        server = normalise_server(channel.server)
        options = channel.options
        parsed = Secret.parse(secret)
        cap = amount(options.get("monthly_cap", ""), MONTHLY_CAP)
        self._server = server
        self._money = Money(clock, cap, owned=as_yes(options.get("owned_app")))
        self._session = Session(server, parsed, sessions, clock, self._money)
        self._lookup = Lookup(channel, self._session, clock)
        self._actions = Actions(self._session, self._lookup)
        self._puller = Puller(
            self._session,
            self._lookup,
            clock,
            terms=terms_of(options.get("watches")),
            replies_call=as_yes(options.get("replies_call")),
        )
        self._number = int(channel.id)
        self._counted: Mapping[str, Any] = {}
        try:
            stored = parse(channel.cursor)
        except Invalid:
            return  # the next pull says so
        # What was spent and learned counts for what is done before the next pull, too.
        self._counted = stored.money
        self._money.take(stored.money)
        self._puller.remember(stored)

    def share(self, ledger: Ledger) -> None:
        """The month's charges are the developer app's: all channels of one app count together."""
        project, passing = self._session.project
        self._money.share(ledger, project, str(self._number), passing=passing)
        self._money.take(self._counted)

    async def check(self) -> AccountInfo:
        """Sign in, ask whose account this is, and say what will not work. Raises ConnectorError."""
        account = await self._lookup.me()
        warnings = []
        if not account.told:
            warnings.append("x_profile_away")
        if account.protected:
            warnings.append("x_protected")
        if not self._session.lasting:
            warnings.append("x_short_token")
        scopes = set(self._session.scope.split())
        lacking = {action: scope for action, scope in NEEDED.items() if scopes and scope not in scopes}
        return AccountInfo(
            account.id,
            account.name,
            account.title,
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
        return await reconcile(self._actions, self._lookup, request)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by id; None where a post is gone, left out where X will not say.

        Each look costs. Raises QuotaExhausted ``x_cap`` once half of the month's amount is spent.
        """
        wanted = [one for one in dict.fromkeys(comments) if valid(one)]
        account = await self._lookup.account()
        result: dict[str, IncomingComment | None] = {}
        found: dict[str, tuple[View, Answer]] = {}
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            answer, gone = await self._lookup.posts(part, account.id, reserve=_RESERVE)
            result.update(dict.fromkeys(gone))
            found.update({id_of(view): (view, answer) for view in answer.posts if id_of(view) in part})
        # Asked for by its first id, an edited post is given as it was then.
        later = {newest(*versions(view)): one for one, (view, _) in found.items()}
        edited = [now for now, one in later.items() if now != one]
        for start in range(0, len(edited), BATCH):
            answer, _ = await self._lookup.posts(edited[start : start + BATCH], account.id, reserve=_RESERVE)
            now = {id_of(one): (one, answer) for one in answer.posts}
            for one in edited[start : start + BATCH]:
                if one in now:
                    found[later[one]] = now[one]
                else:
                    del found[later[one]]  # its first words are not how it stands
        try:
            await self._puller.place(list(found.values()), account, {})
        except ConnectorError as error:
            if not aside(error) and not error.retry:
                raise
        for one, (view, answer) in found.items():
            if remote_id(view) == one:
                result[one] = self._puller.comment(view, answer, account)
        return result

    async def close(self) -> None:
        """Release connections."""
        await self._session.close()
