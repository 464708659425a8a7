"""One account on one site: where its REST API is, who we are there, and requests in its name."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlsplit

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.http import HttpClient, HttpResponse
from console.connectors.times import http_date
from console.connectors.wordpress.errors import MODERATE, classify
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    SecretMissing,
    Transient,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.ports import Clock

#: The relation under which a site's pages name its REST API (https://developer.wordpress.org/rest-api/).
_RELATION: Final = re.compile(r'<([^<>]+)>\s*;\s*rel="?https://api\.w\.org/"?')
#: Where the API lies on nearly every site, and where it lies on every site.
_PRETTY: Final = "/wp-json"
_PLAIN: Final = "/index.php"
_NAMESPACE: Final = "/wp/v2"


@dataclass(frozen=True, slots=True)
class Root:
    """The REST API's place below the site's address; ``plain`` where the route goes into ``rest_route``."""

    path: str = _PRETTY
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Me:
    """Our account: its number (empty where the site will not say), log-in and shown name, and what it may do."""

    id: str
    username: str
    name: str
    moderates: bool | None
    knows: bool = True


class Session:
    """Requests to one site. The password goes to the site's own address and nowhere else."""

    def __init__(
        self, server: str, handle: str, secret: str | None, clock: Clock, *, known_id: str = ""
    ) -> None:
        """``known_id`` is our number as it was learned when the channel was added."""
        self._http = HttpClient(
            server, clock=clock, classify=lambda failure: classify(failure, clock.now()), timeout=30.0
        )
        parts = urlsplit(self._http.base_url)
        #: Host, port and folder: what makes a user's number unique among all sites.
        self.site = f"{parts.netloc.lower()}{parts.path}"
        self.base_url = self._http.base_url
        self.handle = handle.strip()
        if not self.handle or ":" in self.handle:
            raise UsageError("bad_handle", handle=handle)
        self._secret = (secret or "").strip()
        self._known_id = known_id
        self._root: Root | None = None
        self._me: Me | None = None
        self._clock = clock
        #: By how many seconds the site's clock is ahead of ours, as its answers date themselves.
        self.ahead = 0

    async def get(self, route: str, params: Mapping[str, Any] | None = None) -> HttpResponse:
        """A read of ``route`` (``/comments``) in the namespace ``wp/v2``."""
        return await self._call("GET", route, params, None, idempotent=True)

    async def post(self, route: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """A write. Raises UnknownOutcome when its answer is lost."""
        return (await self._call("POST", route, None, body, idempotent=False)).object()

    async def delete(self, route: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """A removal, lost as ``post``."""
        return (await self._call("DELETE", route, params, None, idempotent=False)).object()

    async def me(self) -> Me:
        """Who we are; asked once. Raises AuthExpired; a site that hides its users gives an account without a number."""
        if self._me is None:
            try:
                answer = (
                    await self.get(
                        "/users/me", {"context": "edit", "_fields": "id,username,name,capabilities"}
                    )
                ).object()
            except (ForbiddenByPlatform, AuthMissingScope, Gone, Invalid):
                return Me(self._known_id, self.handle, "", None, knows=False)
            can = answer.get("capabilities")
            self._me = Me(
                as_id(answer.get("id")),
                as_text(answer.get("username")) or self.handle,
                as_text(answer.get("name")),
                as_map(can).get(MODERATE) is True if isinstance(can, dict) else None,
            )
        return self._me

    async def close(self) -> None:
        """Release connections."""
        await self._http.close()

    # ------------------------------------------------------------------ inside

    async def _call(
        self,
        method: str,
        route: str,
        params: Mapping[str, Any] | None,
        body: Mapping[str, Any] | None,
        *,
        idempotent: bool,
    ) -> HttpResponse:
        if not self._secret:
            raise SecretMissing(channel=self.handle)
        if self._root is None:
            self._root = await self._find_root()
        # Not found is not kept: a site under maintenance answers nowhere, and is looked at again.
        root = self._root or Root()
        path, query = root.path, dict(params or {})
        if root.plain:
            query["rest_route"] = _NAMESPACE + route
        else:
            path += _NAMESPACE + route
        word = base64.b64encode(f"{self.handle}:{self._secret}".encode()).decode("ascii")
        answer = await self._http.request(
            method,
            path,
            idempotent=idempotent,
            params=query,
            json=None if body is None else dict(body),
            headers={"authorization": f"Basic {word}"},
        )
        said = http_date(answer.headers.get("date"))
        if said is not None:
            self.ahead = said - self._clock.now()
        return answer

    async def _find_root(self) -> Root | None:
        """By the site's own Link header, else where it answers as an API; None where neither is so. Nothing secret is
        sent for it.

        Only the place is taken from the header, never the host: a password goes where the person said.
        """
        try:
            answer = await self._http.request("HEAD", "/", idempotent=True)
        except Transient as error:
            if error.code == "server_error":
                answer = None  # the front page may be broken while the API is not
            else:
                raise
        except ConnectorError:
            answer = None
        if answer is not None and (found := self._named(answer.headers.get("link", ""))):
            return found
        for root in (Root(), Root(_PLAIN, plain=True)):
            query = {"rest_route": "/"} if root.plain else {"_fields": "namespaces"}
            try:
                index = await self._http.request(
                    "GET", root.path if root.plain else root.path + "/", idempotent=True, params=query
                )
                if "namespaces" in index.object():
                    return root
            except Transient as error:
                if error.code not in ("bad_answer", "wordpress_firewall", "server_error", "answer_too_large"):
                    raise
            except ConnectorError:
                pass  # not here
        return None

    def _named(self, link: str) -> Root | None:
        match = _RELATION.search(link)
        if match is None:
            return None
        named = urlsplit(match.group(1))
        folder = urlsplit(self.base_url).path
        path = named.path
        if folder and path.startswith(folder + "/"):
            path = path[len(folder) :]
        if "rest_route" in dict(parse_qsl(named.query, keep_blank_values=True)):
            return Root(path or _PLAIN, plain=True)
        return Root("/" + path.strip("/")) if path.strip("/") else None
