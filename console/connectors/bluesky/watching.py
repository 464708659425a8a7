"""Watch terms: words, hashtags and accounts that the network is searched for beyond our own threads, a page at a time.

The search hands out the newest first, by the time that a post claims where that lies before the time it was indexed.
Its cursor may end early, repeat itself or no longer be known; then the search goes on from the oldest hit by time. The
mark of a term moves when its search is through, so that nothing between two pulls is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_list, as_map, as_text
from console.connectors.bluesky.cursor import Search, Watched
from console.connectors.bluesky.names import epoch_ms, timestamp
from console.connectors.bluesky.posts import View, valid_view
from console.domain.errors import Transient

if TYPE_CHECKING:
    from console.connectors.bluesky.session import Session
    from console.domain.ports import Clock

_LIMIT: Final = 100
#: How far each search goes behind its mark, in ms: posts are indexed late, and clocks of other programs are off.
OVERLAP: Final = 10 * 60_000
#: The same for the deep search of each hour, and the pages that it may take for what lies beyond the usual overlap.
DEEP_OVERLAP: Final = 48 * 3_600_000
DEEP_EVERY: Final = 3600  # seconds
_DEEP_PAGES: Final = 10
#: Pages of one term in one round; the network's own search gives 10,000 hits.
MAX_PAGES: Final = 200
#: Empty pages running that are followed.
_MAX_BLANKS: Final = 5
_LONGEST: Final = 100
#: What may stand in a word without a meaning of its own for the search.
_PLAIN: Final = frozenset("_-.'’")
#: Placeholder that the network shows for accounts whose handle does not resolve.
_NO_HANDLE: Final = "handle.invalid"


@dataclass(frozen=True, slots=True)
class Term:
    """One term: ``kind`` is hashtag, keyword or account, ``text`` without its sign."""

    kind: str
    text: str

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Term | None:
        """From an option of the channel; None for what is no term of this platform."""
        kind, text = as_text(raw.get("kind")), " ".join(as_text(raw.get("text")).replace('"', " ").split())
        if kind in ("hashtag", "account"):
            text = text.lstrip("#@")
            if " " in text:
                return None
        if kind == "account" and text and not text.startswith("did:"):
            # The main service's own names are often given without their domain.
            text = text.lower() if "." in text else f"{text.lower()}.bsky.social"
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

    @property
    def query(self) -> list[tuple[str, str]]:
        """As the search takes it. The same is said in words too: not every index knows the parameters."""
        if self.kind == "hashtag":
            return [("q", f"#{self.text}"), ("tag", self.text)]
        if self.kind == "account":
            return [("q", f"from:{self.text}"), ("author", self.text)]
        plain = all(sign.isalnum() or sign in _PLAIN for sign in self.text) and self.text[0].isalnum()
        return [("q", self.text if plain else f'"{self.text}"')]

    def fits(self, view: View) -> bool:
        """Whether a hit is one: an index that does not know ``author`` answers with everybody's posts."""
        author = as_map(view.get("author"))
        names = (as_text(author.get("did")), as_text(author.get("handle")).lower(), _NO_HANDLE)
        return self.kind != "account" or self.text in names[:2] or names[1] == _NO_HANDLE


def terms_of(watches: object) -> tuple[Term, ...]:
    """The watch terms of a channel's options that this platform can search for, each once."""
    found: dict[str, Term] = {}
    for one in watches if isinstance(watches, list) else []:
        term = Term.of(as_map(one))
        if term is not None:
            found.setdefault(term.key, term)
    return tuple(found.values())


def sorted_at(view: View, now: int) -> int:
    """When a post stands in the order of the search, in UTC ms; ``now`` (UTC ms) for what claims to be younger."""
    indexed = epoch_ms(view.get("indexedAt"))
    claimed = epoch_ms(as_map(view["record"]).get("createdAt"))
    return min(one for one in (indexed, claimed, now) if one is not None)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of hits. ``ids`` are all that it held, ``rows`` their times, ``views`` those that are wanted."""

    ids: tuple[str, ...]
    rows: tuple[int, ...]
    views: tuple[View, ...]
    following: str


class Watching:
    """Searches for one account. ``history`` is how far the first search reaches back, in seconds."""

    def __init__(self, session: Session, clock: Clock, history: int) -> None:
        self._session, self._clock, self._history = session, clock, history

    def begin(self, held: Watched | None) -> Search:
        """A new search for a term that stands at ``held``; None: it was never searched for."""
        now = self._clock.now()
        if held is None:
            first = (now - self._history) * 1000
            return Search(floor=first, near=first, low=now * 1000)
        deep = now - held.deep_at >= DEEP_EVERY
        near = max(held.mark.at - OVERLAP, held.start)
        floor = max(held.mark.at - DEEP_OVERLAP, held.start) if deep else near
        return Search(floor=min(floor, near), near=near, low=now * 1000, deep=deep)

    async def page(self, term: Term, search: Search, held: Watched | None) -> Page:
        """The next page. Raises ConnectorError."""
        params: list[tuple[str, Any]] = [*term.query, ("sort", "latest"), ("limit", _LIMIT)]
        params.append(("since", timestamp(search.floor * 1000)))
        if search.until:
            params.append(("until", timestamp(search.until * 1000)))
        if search.server_cursor:
            params.append(("cursor", search.server_cursor))
        answer = await self._session.query("app.bsky.feed.searchPosts", params)
        posts = as_list(answer, "posts")
        good = [view for view in posts if valid_view(view)]
        if posts and not good:
            raise Transient(
                "bad_answer", missing="posts"
            )  # a format we cannot read must not look like silence
        now = self._clock.now() * 1000
        known = held.mark.ids if held is not None else frozenset()
        wanted = []
        for view in good:
            # What claims to be old but came in lately is news, too.
            at = max(sorted_at(view, now), epoch_ms(view.get("indexedAt")) or 0)
            if at >= search.floor and str(view["uri"]) not in known and term.fits(view):
                wanted.append(view)
        ids = tuple(str(view["uri"]) for view in good)
        rows = tuple(sorted_at(view, now) for view in good)
        return Page(ids, rows, tuple(wanted), as_text(answer.get("cursor")))

    def after(self, search: Search, page: Page, *, first: bool, fresh: bool) -> Search | None:
        """Where the search stands after ``page``, which brought something new if it is ``fresh``; None: it is through.

        ``search`` has ``seen`` the page. A term's ``first`` search is one page: nobody answers what is older.
        """
        following = page.following if page.following != search.server_cursor else ""
        on = replace(search, pages=search.pages + 1, blanks=0 if page.ids else search.blanks + 1)
        if first or on.pages >= MAX_PAGES:
            return None
        if not page.rows:
            # An empty page that leads on: what it holds is kept from us, and more may lie behind it.
            return replace(on, server_cursor=following) if following and on.blanks <= _MAX_BLANKS else None
        newest = max(page.rows)
        if newest < search.floor or (search.deep and newest < search.near and on.pages >= _DEEP_PAGES):
            return None
        if fresh and following:
            return replace(on, server_cursor=following)
        if fresh and len(page.ids) < _LIMIT:
            return None
        # The cursor ends in the middle or repeats itself: on from the oldest hit, by time, which is not inclusive.
        for until in (search.low + 1, search.low):
            if fresh or not search.until or until < search.until:
                return replace(on, server_cursor="", until=until)
        return None

    @staticmethod
    def cut(search: Search, page: Page) -> bool:
        """Whether a search that is through ends where there may be more that is new."""
        return search.pages + 1 >= MAX_PAGES and bool(page.rows) and max(page.rows) >= search.near

    @staticmethod
    def seen(search: Search, page: Page) -> Search:
        """The search with what a page brought."""
        top = search.top.raised(zip(page.rows, page.ids, strict=True))
        return replace(search, top=top, low=min((search.low, *page.rows)))

    def ended(self, search: Search, page: Page, held: Watched | None) -> Watched:
        """Where a term stands once its search is through."""
        now = self._clock.now()
        if held is None:
            # What is older than the first page was said before anybody watched.
            cut = bool(page.following) or len(page.ids) >= _LIMIT
            start = search.low if cut else search.floor
            # Where nothing was found there is no mark: a first hit may be indexed long after it was written.
            return Watched(search.top, start, now)
        mark = held.mark.raised((search.top.at, one) for one in search.top.ids)
        return replace(held, mark=mark, deep_at=now if search.deep else held.deep_at)
