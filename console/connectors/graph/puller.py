"""A pull on a platform of Meta: our posts, then page by page what moved under them, what is due in turn, and mentions.

No call lists the comments of a whole account, lists fill out of order, and the server may hand out the same page for
ever or leave out what a permission is missing for. So the platform's counts say where to look and, at the end, what
is missing; a comment that comes twice does no harm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.cursors import LoopGuard
from console.connectors.graph import rounds
from console.connectors.graph.memory import Memory
from console.connectors.graph.rounds import Cursor, Known
from console.connectors.graph.walking import PATIENCE, REFUSALS, Gathered, Walker, why
from console.domain.comment import IncomingComment, PullPage
from console.domain.errors import ConnectorError, Invalid, Transient

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.connectors.graph.followers import Followers
    from console.connectors.graph.source import PostPage, Source
    from console.domain.ports import Clock

#: Comments per page handed to the intake, which stores a page in one transaction.
PAGE: Final = 200
#: Requests for pages of posts or comments per pull.
_STEPS: Final = 8
#: Posts that a round may warn of as incomplete.
_MAX_SHORT: Final = 20
_LISTING: Final = "posts"


class GraphPuller:
    """Pulls for one account. ``posts`` is how many of our newest posts are watched; of those older than ``since``
    (UTC s, 0 for none) only what comes from now on. ``warnings`` gives what the sign-in found and a person should know, once.
    ``followers`` adds the numbers of the authors' followers where they can be had.
    """

    def __init__(
        self,
        source: Source,
        clock: Clock,
        budget: Callable[[], Mapping[str, Any] | None],
        *,
        posts: int,
        since: int = 0,
        warnings: Callable[[], list[Mapping[str, Any]]] = list,
        followers: Followers | None = None,
    ) -> None:
        self._source, self._budget, self._clock = source, budget, clock
        self._max_posts, self._since, self._warnings = posts, since, warnings
        self._followers = followers
        self._memory = Memory()
        self._walker = Walker(source, clock, self._memory)

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most ``PAGE`` comments, oldest first. Raises ConnectorError, cursor kept."""
        page = await self._pull(cursor)
        if self._followers is None or not page.comments:
            return page
        comments = await self._followers.told(page.comments)
        return replace(page, comments=comments, budget=self._budget())

    async def _pull(self, cursor: str | None) -> PullPage:
        start = rounds.parse(cursor, self._source.kind)
        memory = self._memory
        memory.begin(cursor)
        if memory.backlog:
            return self._hand_out(start, Gathered(), memory.backlog, memory.after_backlog)
        page, state = Gathered(), start
        await self._source.begin()
        for step in range(_STEPS):
            try:
                state = await self._step(state, page)
            except ConnectorError:
                if step == 0:
                    raise
                break  # what came so far is kept; the next page meets the same error at its first step
            if not state.running or len(page.found) >= PAGE // 2:
                break
        comments = sorted(page.found.values(), key=lambda one: (one.posted_at, one.remote_id))
        if unnamed := sum(bool(one.facts.get("author_unknown")) for one in comments):
            page.warnings.append({"code": "meta_authors_missing", "count": unnamed})
        page.warnings.extend(self._warnings())
        return self._hand_out(start, page, comments, replace(state, number=start.number + 1))

    def _hand_out(
        self, start: Cursor, page: Gathered, comments: list[IncomingComment], end: Cursor
    ) -> PullPage:
        """At most one page; until the last of a backlog is out, the cursor stays where this pull began."""
        memory = self._memory
        now, rest = comments[:PAGE], comments[PAGE:]
        number = start.number + 1
        memory.backlog, memory.after_backlog = rest, replace(end, number=number + 1)
        text = replace(start if rest else end, number=number).dump(self._source.kind)
        memory.offered = text
        return PullPage(
            tuple(now),
            text,
            more=bool(rest) or end.running,
            warnings=tuple(page.warnings),
            budget=self._budget(),
        )

    # ------------------------------------------------------------------ steps of a round

    async def _step(self, state: Cursor, page: Gathered) -> Cursor:
        if not state.running:
            return await self._newest(state, page)
        if state.todo:
            return await self._walker.read(state, page)
        if state.chain:
            return await self._older(state, page)
        page.warnings.extend(rounds.short_of(state.known, _MAX_SHORT))
        return replace(state, running=False, listed=0)

    async def _newest(self, state: Cursor, page: Gathered) -> Cursor:
        """Begin a round: the newest posts, what is due in turn, and the mentions."""
        listing = await self._source.posts("")
        self._memory.listed = LoopGuard()
        unknown = self._unknown(state, listing)
        state = replace(state, running=True, walk=None, listed=0)
        state = self._listed(state, listing, page, newest=True)
        now = self._clock.now()
        in_turn = rounds.todo_in_turn(state.known, now)
        whole = {one.key for one in in_turn}
        moved = [one for one in state.todo if one.key not in whole]
        lists = rounds.todo_of_lists(state.known, self._source.lists(), now)
        todo = (*moved, *in_turn, *lists)
        following = self._following(state, listing)
        if not unknown and state.older and following:
            # Nothing new up here: the page of older posts whose turn it is.
            return replace(state, todo=todo, chain=state.older, listed=state.depth)
        return replace(state, todo=todo, chain=following)

    async def _older(self, state: Cursor, page: Gathered) -> Cursor:
        try:
            listing = await self._source.posts(state.chain)
        except REFUSALS as error:
            # A cursor that the server no longer knows is no news; the next round begins at the top again.
            if not isinstance(error, Invalid):
                page.warnings.append({"code": "meta_list_unread", "list": _LISTING, **why(error)})
            return replace(state, chain="", older="")
        except Transient:
            if self._memory.patient(_LISTING, PATIENCE):
                raise
            return replace(state, chain="", older="")
        self._memory.failed.pop(_LISTING, None)
        unknown = self._unknown(state, listing)
        state = self._listed(state, listing, page, newest=False)
        following = self._following(state, listing)
        return replace(state, older=following, depth=state.listed, chain=following if unknown else "")

    def _unknown(self, state: Cursor, listing: PostPage) -> bool:
        return any(one.incoming.remote_id not in state.known for one in listing.posts)

    def _following(self, state: Cursor, listing: PostPage) -> str:
        """Where the list goes on; empty at its end, at the limit of posts, and where the server repeats itself."""
        if state.listed >= self._max_posts:
            return ""
        fresh = self._memory.listed.fresh(one.incoming.remote_id for one in listing.posts)
        return listing.following if fresh else ""

    def _listed(self, state: Cursor, listing: PostPage, page: Gathered, *, newest: bool) -> Cursor:
        for post in listing.posts:
            one, posted = post.incoming.remote_id, post.incoming.posted_at
            self._memory.learn_post(post)
            if one in state.known:
                continue
            if post.quiet:
                state = state.learned(one, Known(count=0))
            elif posted is not None and posted < self._since:
                state = state.learned(one, rounds.from_now_on(post, self._clock.now()))
            else:
                page.add(post.embedded)
        todo = rounds.todo_of_posts(state.known, listing.posts, newest=newest)
        return replace(state, todo=tuple(todo), listed=state.listed + len(listing.posts))
