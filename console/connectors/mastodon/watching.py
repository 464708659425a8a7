"""Watch terms: hashtags, words and accounts that are looked for beyond our own threads, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_items, as_text
from console.connectors.mastodon.names import earlier, segment
from console.domain.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.mastodon.session import Session

_LIMIT: Final = 40
#: How far a page reaches back behind the newest hit, in seconds: what comes from other servers comes late.
_OVERLAP: Final = 600
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class Term:
    """One term: ``kind`` is hashtag, keyword or account, ``text`` without its sign."""

    kind: str
    text: str

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Term | None:
        """From an option of the channel; None for what is no term of this platform."""
        kind, text = as_text(raw.get("kind")), " ".join(as_text(raw.get("text")).split())
        text = text.lstrip("#@") if kind in ("hashtag", "account") else text
        good = kind in ("hashtag", "keyword", "account") and 0 < len(text) <= _LONGEST
        return cls(kind, text) if good else None

    @property
    def key(self) -> str:
        """What a cursor calls it."""
        return f"{self.kind}:{self.text.casefold()}"

    @property
    def shown(self) -> str:
        """As a person writes it."""
        return {"hashtag": "#", "account": "@"}.get(self.kind, "") + self.text


class Watching:
    """Asks for hits. Search by words works only where the instance has full-text search; elsewhere nothing is found."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._accounts: dict[str, str] = {}

    async def page(self, term: Term, mark: str, ahead: str) -> list[dict[str, Any]]:
        """Hits after ``ahead``, else from a little before ``mark``, else the newest. Raises ConnectorError."""
        params: dict[str, Any] = {"limit": _LIMIT}
        if after := ahead or (earlier(mark, _OVERLAP) if mark else ""):
            params["min_id"] = after
        if term.kind == "hashtag":
            return await self._session.many(f"/api/v1/timelines/tag/{segment(term.text)}", params)
        if term.kind == "account":
            account = await self._account(term.text)
            params["exclude_reblogs"] = "true"
            return await self._session.many(f"/api/v1/accounts/{segment(account)}/statuses", params)
        found = await self._session.one("/api/v2/search", {**params, "q": term.text, "type": "statuses"})
        return [dict(one) for one in as_items(found.get("statuses"))]

    @staticmethod
    def full(views: list[dict[str, Any]]) -> bool:
        """Whether there may be more above this page; what a short page left out comes with the next round."""
        return len(views) >= _LIMIT

    async def _account(self, acct: str) -> str:
        if acct not in self._accounts:
            found = await self._session.one("/api/v1/accounts/lookup", {"acct": acct})
            one = as_id(found.get("id"))
            if not one:
                raise Invalid("bad_target")
            self._accounts[acct] = one
        return self._accounts[acct]
