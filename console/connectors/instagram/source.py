"""An Instagram account as the walk reads it: media by their counts, comments with replies, posts in which we are tagged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_items, as_list, as_map
from console.connectors.graph import lookup
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import path_id
from console.connectors.graph.source import COMMENTS, MENTIONS, REPLIES, Post, PostPage, Slice, Target
from console.connectors.graph.walking import REFUSALS
from console.connectors.instagram import comments as read
from console.connectors.instagram.comments import Context
from console.connectors.instagram.spec import FACEBOOK
from console.domain.comment import IncomingComment, IncomingPost

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph
    from console.connectors.instagram.account import Account, InstagramAccount

#: The most that Instagram gives at once.
_LIMIT: Final = 50
_SMALL: Final = 25
_TAGS: Final = "tags"


class InstagramSource:
    """Reads one account."""

    kind = "instagram"
    filters = False  # there is no time filter
    expands = True

    def __init__(self, graph: Graph, account: InstagramAccount) -> None:
        self._graph, self._account = graph, account
        self._who: Account | None = None
        # Being tagged is told to accounts that are linked to a Page; the others may have no such list.
        self.optional = frozenset() if account.login == FACEBOOK else frozenset({_TAGS})

    async def begin(self) -> None:
        """Know the account."""
        self._who = await self._account.account()

    def lists(self) -> Sequence[str]:
        """Posts in which we are tagged."""
        return (_TAGS,)

    def _context(self, post: IncomingPost | None = None, parent: str | None = None) -> Context:
        assert self._who is not None
        now = self._graph.clock.now()
        return Context(self._who.id, self._who.name, self._account.login, now, post, parent)

    # ------------------------------------------------------------------ media

    async def posts(self, following: str) -> PostPage:
        """Our media, newest first."""
        answer = await self._graph.page(
            f"{self._context().account}/media", following, fields=read.MEDIA_FIELDS, limit=_LIMIT
        )
        rows = as_list(answer, "data")
        found: dict[str, Post] = {}
        for row in rows:
            incoming = read.post_of(row)
            if incoming is not None:
                found.setdefault(incoming.remote_id, self._post(row, incoming))
        cursor, promised = next_page(answer)
        return PostPage(tuple(found.values()), cursor if promised or len(rows) >= _SMALL else "")

    def _post(self, row: Mapping[str, Any], incoming: IncomingPost) -> Post:
        context = self._context(incoming)
        rows = as_items(as_map(row.get("comments")).get("data"))
        embedded = tuple(one for each in rows for one in read.comments_of(each, context))
        count = read.count_of(row)
        return Post(incoming, count, quiet=count == 0 and not embedded, embedded=embedded)

    async def post(self, remote_id: str) -> IncomingPost:
        """One of our media by id; with empty fields where it cannot be read."""
        try:
            answer = await self._graph.get(path_id(remote_id), fields=read.MEDIA_FIELDS)
        except REFUSALS:
            return IncomingPost(remote_id)
        return read.post_of(answer) or IncomingPost(remote_id)

    # ------------------------------------------------------------------ comments

    async def read(self, target: Target, following: str, post: IncomingPost | None) -> Slice:
        """One page of comments, replies or tags."""
        if target.kind == MENTIONS:
            return await self._tags(target, following)
        top = target.kind == COMMENTS
        answer = await self._graph.page(
            f"{path_id(target.id)}/{'comments' if top else 'replies'}",
            following,
            fields=read.COMMENT_FIELDS if top else read.REPLY_FIELDS,
            limit=_LIMIT,
        )
        rows = as_list(answer, "data")
        context = self._context(post, None if top else target.id)
        each = [list(read.comments_of(row, context)) for row in rows]
        pending = tuple(
            Target(REPLIES, as_id(row.get("id")), target.id) for row in rows if top and read.more_replies(row)
        )
        cursor, promised = next_page(answer)
        return Slice(
            tuple(one for found in each for one in found),
            tuple(found[0].posted_at for found in each if found),
            cursor,
            # A cursor without an address of the next page still leads on here where the page is full.
            promised or len(rows) >= _LIMIT,
            pending=pending,
            bare=tuple(as_id(row.get("id")) for row in rows if top and "replies" not in row),
        )

    async def _tags(self, target: Target, following: str) -> Slice:
        context = self._context()
        answer = await self._graph.page(
            f"{context.account}/{target.id}", following, fields=read.TAG_FIELDS, limit=_LIMIT
        )
        found = [read.tag_of(row, context) for row in as_list(answer, "data")]
        kept = tuple(one for one in found if one is not None)
        cursor, promised = next_page(answer)
        return Slice(kept, tuple(one.posted_at for one in kept), cursor, promised)

    async def by_id(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        """Comments and tags as they are now; None for those that are gone, the unknown left out."""
        context = self._context()
        result: dict[str, IncomingComment | None] = {}
        shapes = (read.REPLY_FIELDS, read.TAG_FIELDS)
        for one, held in (await lookup.by_id(self._graph, ids, shapes)).items():
            if held is None:
                result[one] = None
            elif held.shape:
                if tag := read.tag_of(held.view, context):
                    result[one] = tag
            elif found := next(read.comments_of(held.view, context), None):
                result[one] = found
        return result
