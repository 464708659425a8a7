"""A Page as the walk reads it: its posts, their comments with all replies, and posts of others that name it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_items, as_list, as_map
from console.connectors.facebook import comments as read
from console.connectors.facebook.comments import Context
from console.connectors.graph import lookup
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import path_id
from console.connectors.graph.source import COMMENTS, MENTIONS, Post, PostPage, Slice, Target
from console.connectors.graph.walking import REFUSALS
from console.domain.comment import IncomingComment, IncomingPost
from console.domain.errors import ConnectorError, Gone, Invalid, RateLimited

if TYPE_CHECKING:
    from console.connectors.facebook.account import PageAccount
    from console.connectors.graph.client import Graph

#: Comments asked for at once, and what is asked for where the platform finds that too much.
_LIMIT: Final = 100
_SMALL: Final = 25
#: Lists of the Page's own posts, the better first: older versions and some tokens have only the later ones.
_POSTS: Final = ("published_posts", "posts", "feed")
#: Posts that were only ever shown as advertisements.
_ADS: Final = "ads_posts"
#: A list that was refused is asked for again after this long, in seconds.
_LATER: Final = 6 * 3600
_COUNT: Final = "comments.filter(stream).limit(0).summary(true)"


class PageSource:
    """Reads one Page."""

    kind = "facebook"
    filters = True
    expands = True
    optional: frozenset[str] = frozenset()

    def __init__(self, graph: Graph, account: PageAccount) -> None:
        self._graph, self._account = graph, account
        self._page = ""
        self._posts_edge = _POSTS[0]
        self._ads_refused_at: int | None = None
        self._limit = _LIMIT

    async def begin(self) -> None:
        """Know the Page and have its token."""
        self._page = (await self._account.page()).id

    def lists(self) -> Sequence[str]:
        """Posts in which others name the Page, and those that they left on it."""
        return ("tagged", "visitor_posts")

    # ------------------------------------------------------------------ posts

    async def posts(self, following: str) -> PostPage:
        """The Page's posts; those shown only as advertisements come with the first page."""
        answer = await self._published(following)
        rows = as_list(answer, "data")
        if not following:
            rows += await self._ads()
        cursor, promised = next_page(answer)
        found: dict[str, Post] = {}
        for row in rows:
            incoming = read.post_of(row)
            if incoming is not None and incoming.remote_id not in found:
                embedded = tuple(self._embedded(row, incoming))
                found[incoming.remote_id] = Post(incoming, read.count_of(row), embedded=embedded)
        return PostPage(tuple(found.values()), cursor if promised or len(rows) >= _SMALL else "")

    async def _published(self, following: str) -> Mapping[str, Any]:
        fields = f"{read.POST_FIELDS},{_COUNT}"
        edges = _POSTS[_POSTS.index(self._posts_edge) :] if not following else (self._posts_edge,)
        for place, edge in enumerate(edges):
            try:
                answer = await self._graph.page(f"{self._page}/{edge}", following, fields=fields, limit=50)
            except (Gone, Invalid):
                if place == len(edges) - 1:
                    raise
                continue
            self._posts_edge = edge
            return answer
        raise Gone()

    async def _ads(self) -> list[Mapping[str, Any]]:
        now = self._graph.clock.now()
        if self._ads_refused_at is not None and now - self._ads_refused_at < _LATER:
            return []
        try:
            answer = await self._graph.get(
                f"{self._page}/{_ADS}", fields=f"{read.POST_FIELDS},{_COUNT}", limit=50
            )
        except REFUSALS:
            self._ads_refused_at = now
            return []
        except RateLimited:
            return []  # the posts themselves came
        return as_items(answer.get("data"))

    def _embedded(self, row: Mapping[str, Any], post: IncomingPost) -> list[IncomingComment]:
        context = Context(self._page, self._graph.clock.now(), post)
        rows = as_items(as_map(row.get("comments")).get("data"))
        return [one for each in rows for one in read.comments_of(each, context)]

    async def post(self, remote_id: str) -> IncomingPost:
        """One post by id; with empty fields where it cannot be read."""
        try:
            answer = await self._graph.get(path_id(remote_id), fields=read.POST_FIELDS)
        except REFUSALS:
            return IncomingPost(remote_id)
        return read.post_of(answer) or IncomingPost(remote_id)

    # ------------------------------------------------------------------ comments

    async def read(self, target: Target, following: str, post: IncomingPost | None) -> Slice:
        """One page of comments, replies or mentions."""
        if target.kind == MENTIONS:
            return await self._mentions(target, following)
        answer = await self._comments(target, following)
        parent = None if target.kind == COMMENTS else target.id
        context = Context(self._page, self._graph.clock.now(), post, parent)
        rows = as_list(answer, "data")
        each = [list(read.comments_of(row, context)) for row in rows]
        cursor, promised = next_page(answer)
        bare = [row for row in rows if read.reply_count(row) is None and not as_map(row.get("parent"))]
        return Slice(
            tuple(one for found in each for one in found),
            tuple(found[0].posted_at for found in each if found),
            cursor,
            promised,
            read.count_of({"summary": answer.get("summary")}) if target.kind == COMMENTS else None,
            bare=tuple(as_id(row.get("id")) for row in bare),
        )

    async def _comments(self, target: Target, following: str) -> Mapping[str, Any]:
        while True:
            try:
                return await self._graph.page(
                    f"{path_id(target.id)}/comments",
                    following,
                    filter="stream",
                    order="reverse_chronological",
                    since=target.floor or None,
                    limit=self._limit,
                    summary="true",
                    fields=read.COMMENT_FIELDS,
                )
            except ConnectorError as error:
                # Code 1 is also how the platform says that too much was asked for at once.
                if error.params.get("platform_code") != "1" or self._limit == _SMALL:
                    raise
                self._limit = _SMALL

    async def _mentions(self, target: Target, following: str) -> Slice:
        answer = await self._graph.page(
            f"{self._page}/{target.id}", following, fields=read.MENTION_FIELDS, limit=50
        )
        context = Context(self._page, self._graph.clock.now())
        found = [read.mention_of(row, context) for row in as_list(answer, "data")]
        kept = tuple(one for one in found if one is not None)
        cursor, promised = next_page(answer)
        return Slice(kept, tuple(one.posted_at for one in kept), cursor, promised)

    # ------------------------------------------------------------------ by id

    async def by_id(self, ids: Sequence[str]) -> dict[str, IncomingComment | None]:
        """Comments and mentions as they are now; None for those that are gone, the unknown left out."""
        context = Context(self._page, self._graph.clock.now())
        result: dict[str, IncomingComment | None] = {}
        shapes = (read.COMMENT_FIELDS, read.MENTION_FIELDS)
        for one, held in (await lookup.by_id(self._graph, ids, shapes)).items():
            if held is None:
                result[one] = None
            elif held.shape:
                if mention := read.mention_of(held.view, context):
                    result[one] = mention
            elif found := next(read.comments_of(held.view, context), None):
                result[one] = found
        return result
