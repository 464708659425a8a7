"""A Threads account as the walk reads it: our posts, the conversation below each, mentions and watched terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_items, as_list
from console.connectors.graph import lookup
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import path_id
from console.connectors.graph.source import COMMENTS, MENTIONS, REPLIES, Post, PostPage, Slice, Target
from console.connectors.graph.walking import REFUSALS
from console.connectors.threads import comments as read
from console.connectors.threads.comments import Context
from console.domain.comment import IncomingComment, IncomingPost
from console.domain.errors import Gone, Invalid

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph
    from console.connectors.threads.account import ThreadsAccount

_LIMIT: Final = 50
_SMALL: Final = 25
_FOUND: Final = 100
#: Hits whose term is remembered, so that a look at them again still says it.
_MAX_FOUND: Final = 5_000
#: The flat list of all levels, and the one of direct replies for where it is not given.
_FLAT, _DIRECT = "conversation", "replies"
_MENTIONS: Final = "mentions"
_WATCH: Final = "watch"
#: Watched terms per round: 2,200 searches a day are allowed, and a round comes every five minutes.
_TERMS: Final = 6
_MODES: Final = {"keyword": "KEYWORD", "hashtag": "TAG"}


class ThreadsSource:
    """Reads one account."""

    kind = "threads"
    filters = False  # conversations have no time filter
    expands = False
    optional: frozenset[str] = frozenset()

    def __init__(self, graph: Graph, account: ThreadsAccount, watches: object) -> None:
        self._graph, self._account = graph, account
        self._name = ""
        self._edge = _FLAT
        self._watches = [
            f"{_WATCH}:{one['kind']}:{str(one['text']).strip().lstrip('#')}"
            for one in as_items(watches)
            if one.get("kind") in _MODES and str(one.get("text", "")).strip().lstrip("#")
        ]
        self._turn = 0
        self._found_by: dict[str, str] = {}  # post -> the watched term that brought it

    async def begin(self) -> None:
        """Know the account."""
        self._name = (await self._account.account()).name

    def lists(self) -> Sequence[str]:
        """Posts that name us, and some of the watched terms in turn."""
        terms = self._watches
        if len(terms) > _TERMS:
            terms = [terms[(self._turn + step) % len(terms)] for step in range(_TERMS)]
            self._turn = (self._turn + _TERMS) % len(self._watches)
        return (_MENTIONS, *terms)

    def _context(self, post: IncomingPost | None = None, parent: str | None = None) -> Context:
        return Context(self._name, self._graph.clock.now(), post, parent)

    # ------------------------------------------------------------------ posts

    async def posts(self, following: str) -> PostPage:
        """Our posts, newest first. Threads counts no replies; it says whether there are any."""
        answer = await self._graph.page("me/threads", following, fields=read.POST_FIELDS, limit=_LIMIT)
        rows = as_list(answer, "data")
        found: dict[str, Post] = {}
        for row in rows:
            incoming = read.post_of(row)
            if incoming is not None:
                found.setdefault(incoming.remote_id, Post(incoming, quiet=row.get("has_replies") is False))
        cursor, promised = next_page(answer)
        return PostPage(tuple(found.values()), cursor if promised or len(rows) >= _SMALL else "")

    async def post(self, remote_id: str) -> IncomingPost:
        """One of our posts by id; with empty fields where it cannot be read."""
        try:
            answer = await self._graph.get(path_id(remote_id), fields=read.POST_FIELDS)
        except REFUSALS:
            return IncomingPost(remote_id)
        return read.post_of(answer) or IncomingPost(remote_id)

    # ------------------------------------------------------------------ replies

    async def read(self, target: Target, following: str, post: IncomingPost | None) -> Slice:
        """One page of a conversation, of direct replies, or of mentions."""
        if target.kind == MENTIONS:
            return await self._mentions(target, following)
        answer, edge = await self._replies(target, following)
        rows = as_list(answer, "data")
        context = self._context(post, None if target.kind == COMMENTS else target.id)
        found = [read.reply_of(row, context) for row in rows]
        kept = tuple(one for one in found if one is not None)
        below: tuple[Target, ...] = ()
        if edge == _DIRECT:
            root = target.post or target.id
            deeper = [as_id(row.get("id")) for row in rows if row.get("has_replies") is True]
            below = tuple(Target(REPLIES, one, root) for one in deeper if one)
        cursor, promised = next_page(answer)
        times = tuple(one.posted_at for one in kept)
        return Slice(kept, times, cursor, promised or len(rows) >= _LIMIT, pending=below)

    async def _replies(self, target: Target, following: str) -> tuple[Mapping[str, Any], str]:
        edge = self._edge if target.kind == COMMENTS else _DIRECT
        given: dict[str, Any] = {"fields": read.REPLY_FIELDS, "reverse": "true", "limit": _LIMIT}
        try:
            return await self._graph.page(f"{path_id(target.id)}/{edge}", following, **given), edge
        except (Gone, Invalid) as error:
            if edge == _DIRECT or following or error.params.get("platform_code") == "100/33":
                raise
        answer = await self._graph.page(f"{path_id(target.id)}/{_DIRECT}", following, **given)
        self._edge = _DIRECT
        return answer, _DIRECT

    async def _mentions(self, target: Target, following: str) -> Slice:
        name, _, rest = target.id.partition(":")
        kind, _, term = rest.partition(":")
        if name == _WATCH:
            path = "keyword_search"
            given: dict[str, Any] = {
                "q": term, "search_type": "RECENT", "search_mode": _MODES.get(kind, "KEYWORD"), "limit": _FOUND,
            }  # fmt: skip
        else:
            path, given = "me/mentions", {"limit": _LIMIT}
        answer = await self._graph.page(
            path, following, fields=read.MENTION_FIELDS, since=target.floor or None, **given
        )
        context = self._context()
        watch = (f"#{term}" if kind == "hashtag" else term) if name == _WATCH else None
        found = [read.mention_of(row, context, watch) for row in as_list(answer, "data")]
        kept = tuple(one for one in found if one is not None and not (watch and one.ours))
        if watch and len(self._found_by) < _MAX_FOUND:
            self._found_by.update((one.remote_id, watch) for one in kept)
        cursor, promised = next_page(answer)
        return Slice(kept, tuple(one.posted_at for one in kept), cursor, promised)

    async def by_id(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        """Replies and mentions as they are now; None for those that are gone, the unknown left out."""
        context = self._context()
        result: dict[str, IncomingComment | None] = {}
        shapes = (read.REPLY_FIELDS, read.MENTION_FIELDS)
        for one, held in (await lookup.by_id(self._graph, ids, shapes)).items():
            if held is None:
                result[one] = None
            elif found := self._again(one, held.view, context):
                result[one] = found
        return result

    def _again(self, one: str, view: Mapping[str, Any], context: Context) -> IncomingComment | None:
        """A reply says what it answers; what does not is somebody's own post."""
        if "root_post" in view or "replied_to" in view:
            return read.reply_of(view, context)
        return read.mention_of(view, context, self._found_by.get(one))
