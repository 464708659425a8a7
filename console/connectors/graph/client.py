"""The Graph client of one account: one host, a token in the header and nowhere else, one rate budget, cursors of pages."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from console.connectors.answers import as_map, as_text
from console.connectors.budget import RateBudget
from console.connectors.graph import usage
from console.connectors.graph.errors import Classifier
from console.connectors.http import HttpClient
from console.connectors.tokens import TokenKeeper, Tokens
from console.domain.errors import AuthExpired, RateLimited

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from console.connectors.http import HttpResponse
    from console.connectors.sessions import SessionStore
    from console.domain.ports import Clock

#: The one bucket of an account: Meta counts all its calls together.
BUCKET: Final = "account"
#: That of what is only good to know: a limit of such requests alone must not stop a pull.
ASIDE: Final = "aside"
#: What of a ``paging.next`` address may go into our own next request. Its host and its token never do.
_CURSORS: Final = frozenset({"after", "offset", "until", "__paging_token", "__after_id", "page"})
#: A token is renewed when it is a day old and its end is this near (seconds); Meta refuses younger ones.
_DAY: Final = 86_400
_LAST: Final = 10 * _DAY
#: Percent of the budget from which on nothing is asked that is only good to know.
_SPARE: Final = 50


class Graph:
    """Requests of one account. ``version`` is the first part of a path (``v26.0``); used from one event loop."""

    def __init__(
        self,
        server: str,
        version: str,
        secret: str | None,
        sessions: SessionStore,
        clock: Clock,
        *,
        refresh: str = "",
    ) -> None:
        """``refresh`` is the grant of tokens that can be renewed (``ig_refresh_token``), empty where they cannot.

        Raises UsageError (bad_server, server_not_https).
        """
        self.clock = clock
        self._version = version
        self._grant = refresh
        self._budget = RateBudget(clock, reserve=usage.RESERVE, read=usage.read)
        self._http = HttpClient(server, clock=clock, budget=self._budget, classify=Classifier(clock))
        self.server = self._http.base_url
        secret = (secret or "").strip()
        # The pasted token is part of who the kept one was made for: a new paste must not meet an old session.
        issuer = f"{self.server}#{hashlib.sha256(secret.encode()).hexdigest()[:16]}"
        first = Tokens(issuer, secret, secret if refresh else "")
        self._keeper = TokenKeeper(
            first if secret else None,
            sessions,
            clock,
            self._renew if refresh else None,
            due=_due if refresh else None,
        )
        self.many_ids = True  # whether ``?ids=`` is understood here, until it turns out otherwise
        self._own: str | None = None  # the token of a Page, got with that of a person
        self._derive: Callable[[], Awaitable[None]] | None = None

    @property
    def expires_at(self) -> int | None:
        """UTC seconds at which the token ends, where its last renewal said so."""
        return self._keeper.expires_at

    async def told_scopes(self) -> frozenset[str] | None:
        """The permissions that the last renewal of the token named; None where there was none yet."""
        scope = (await self._keeper.tokens()).scope
        return frozenset(one for one in scope.replace(",", " ").split()) if scope else None

    def act_as(self, token: str | None) -> None:
        """Use this token from now on (a Page's, got with a person's); None: the pasted one again."""
        self._own = token

    @property
    def acts_as_page(self) -> bool:
        """Whether a token other than the pasted one is in use."""
        return self._own is not None

    async def get(self, path: str, **params: Any) -> dict[str, Any]:
        """Read one object or edge; ``path`` without version, parameters that are None or empty left out."""
        given = {name: value for name, value in params.items() if value not in (None, "")}
        return (await self._send("GET", path, idempotent=True, params=given)).object()

    async def aside(self, path: str, **params: Any) -> dict[str, Any]:
        """As ``get``, for what is only good to know; ask ``spare`` first."""
        return (await self._send("GET", path, idempotent=True, params=params, bucket=ASIDE)).object()

    async def page(self, path: str, following: str = "", **params: Any) -> dict[str, Any]:
        """Read one page of an edge; ``following`` is what ``next_page`` made of the page before."""
        return await self.get(path, **{**params, **dict(parse_qsl(following))})

    async def post(self, path: str, **form: Any) -> dict[str, Any]:
        """Write. Never repeated here: a lost answer is UnknownOutcome."""
        answer = await self._send("POST", path, idempotent=False, data=form)
        return answer.object() if answer.content else {}

    async def delete(self, path: str, **params: Any) -> dict[str, Any]:
        """Delete. As ``post``."""
        answer = await self._send("DELETE", path, idempotent=False, params=params)
        return answer.object() if answer.content else {}

    async def token_facts(self) -> Mapping[str, Any]:
        """What ``debug_token`` says of the token in use: type, scopes, expires_at. Raises ConnectorError.

        The token to look at goes in a form with ``method=get``, which Graph takes in place of a query: addresses end
        in logs.
        """
        token = self._own or (await self._keeper.tokens()).access
        answer = await self._http.request(
            "POST",
            f"/{self._version}/debug_token",
            idempotent=True,
            data={"method": "get", "input_token": token},
            headers={"authorization": f"Bearer {token}"},
            bucket=BUCKET,
        )
        return as_map(answer.object().get("data"))

    def budget(self) -> dict[str, Any] | None:
        """What a channel's page shows of the budget; None before any answer said something."""
        held = self._budget.bucket(BUCKET)
        if held is None:
            return None
        return {
            "unit": "percent",
            "used": held.limit - held.remaining if held.limit == 100 else 100,
            "limit": 100,
            "resets_at": held.reset_at,
        }

    @property
    def spare(self) -> bool:
        """Whether there is budget for what is only good to know: less than half of it is used, or nobody says."""
        held = self.budget()
        return held is None or bool(held["used"] < _SPARE)

    async def close(self) -> None:
        """Release connections."""
        await self._http.close()

    # ------------------------------------------------------------------ inside

    async def _send(
        self,
        method: str,
        path: str,
        *,
        idempotent: bool,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        bucket: str = BUCKET,
    ) -> HttpResponse:
        token = self._own or (await self._keeper.tokens()).access
        try:
            return await self._once(method, path, token, idempotent, params, data, bucket)
        except AuthExpired as refused:
            # It was refused before anything was done, so even a write may go once more, with another token.
            if self._own is not None:
                raise
            try:
                token = (await self._keeper.after_refusal(token)).access
            except AuthExpired:
                raise refused from None
            return await self._once(method, path, token, idempotent, params, data, bucket)

    async def _once(
        self,
        method: str,
        path: str,
        token: str,
        idempotent: bool,
        params: Mapping[str, Any] | None,
        data: Mapping[str, Any] | None,
        bucket: str,
    ) -> HttpResponse:
        try:
            return await self._http.request(
                method,
                f"/{self._version}/{path}",
                idempotent=idempotent,
                params=params,
                data=data,
                headers={"authorization": f"Bearer {token}"},
                bucket=bucket,
            )
        except RateLimited as error:
            # It comes as 400 too, which the client alone does not take for a limit.
            if error.retry_at is not None and "status" in error.params:
                self._budget.refused(bucket, error.retry_at)
            raise

    async def _renew(self, old: Tokens) -> Tokens:
        """A token for 60 more days, for one that still holds. The old one goes on working, so a lost answer is no loss."""
        grant = self._grant
        answer = await self._http.request(
            "GET",
            "/refresh_access_token",
            idempotent=True,
            params={"grant_type": grant},
            headers={"authorization": f"Bearer {old.refresh}"},
            bucket=BUCKET,
        )
        said = answer.object()
        token, lasts = as_text(said.get("access_token")), said.get("expires_in")
        if not (token and token.isascii() and token.isprintable()):
            raise AuthExpired("bad_session", server=self.server)
        now = self.clock.now()
        ends = now + lasts if isinstance(lasts, int) and not isinstance(lasts, bool) and lasts > 0 else None
        return Tokens(
            old.issuer, token, token, ends, as_text(said.get("permissions")) or old.scope, issued_at=now
        )


def _due(held: Tokens, now: int) -> bool:
    """A day old at least, and either near its end or with an end that nobody told us."""
    old = held.issued_at is not None and now - held.issued_at >= _DAY
    return old and (held.expires_at is None or held.expires_at - now <= _LAST)


def next_page(answer: Mapping[str, Any]) -> tuple[str, bool]:
    """How to ask for the page after ``answer`` (empty: there is none), and whether the platform said that there is one.

    ``paging.next`` is an address with a host and a token in it: only its cursor is taken. A cursor without ``next``
    stands on last pages too, so it is worth following only where something else says that more is missing.
    """
    paging = as_map(answer.get("paging"))
    said = as_text(paging.get("next"))
    cursor = as_text(as_map(paging.get("cursors")).get("after"))
    try:
        query = dict(parse_qsl(urlsplit(said).query)) if said else {}
        if cursor:
            return urlencode({"after": cursor}), bool(said)
        kept = {name: value for name, value in query.items() if name in _CURSORS}
        return (urlencode(kept), True) if kept else ("", False)
    except ValueError:  # no address, or a cursor that is no text
        return "", False
