"""A pull: what waits for review, the posts down to the newest one known, mentions of us, and in turn everything again.

A forum allows few requests a minute. A pull that has used its share of them hands out what it has and goes on next time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map
from console.connectors.discourse.cursor import Cursor, Walk, parse
from console.connectors.discourse.lookup import Lookup, flagged_post
from console.connectors.discourse.posts import (
    QUEUED,
    Context,
    View,
    comment_of,
    queued_comment,
    review_facts,
    valid_post,
)
from console.connectors.memory import MAX_PRINTS, Learned, Memory, Trace, fingerprint
from console.connectors.times import utc_seconds
from console.domain.comment import IncomingComment, PullPage
from console.domain.errors import ForbiddenByPlatform, Gone, Invalid

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from console.connectors.discourse.session import Session

#: Pages of fifty posts that one pull reads at most.
_PAGES: Final = 3
#: Numbers that an older forum looks at for one page, and how many of such pages without a post a walk goes through.
_WINDOW: Final = 50
_MAX_BARE: Final = 40
#: Posts asked for one by one in a pull: parents, flagged posts, mentions, vanished posts.
_SINGLY: Final = 8
#: Kinds of notification that speak of us: mentioned, quoted, group mentioned.
_MENTIONS: Final = {1: "mention", 3: "quote", 15: "mention"}


@dataclass(slots=True)
class _Page:
    """What one pull gathers. ``live`` and ``queued`` are what the memory will hold of what stands and what waits."""

    live: dict[str, Trace]
    queued: dict[str, Trace]
    views: dict[str, tuple[View, str]] = field(default_factory=dict)  # id -> (post, relation)
    found: dict[str, IncomingComment] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)  # ids that came in a list of public posts
    low: int = 0  # the lowest id of the walk
    warnings: list[Mapping[str, Any]] = field(default_factory=list)


class Puller:
    """Pulls for one forum. ``history`` (seconds) is how far back from now, or from when it was connected, it reads."""

    def __init__(
        self,
        session: Session,
        lookup: Lookup,
        context: Callable[[], Awaitable[Context]],
        *,
        history: int,
        origin: int,
    ) -> None:
        self._session = session
        self._lookup = lookup
        self._context = context
        self._history = history
        self._origin = origin
        self._memory = Memory()
        self._flags: dict[str, dict[str, Any]] = {}  # post -> what the review queue says of it

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most 200 comments, oldest first. Raises ConnectorError, cursor kept."""
        start = state = parse(cursor)
        memory = self._memory
        memory.begin(cursor)
        context = await self._context()
        page = _Page(dict(memory.threads.get("live", {})), dict(memory.threads.get("queued", {})))
        since = (self._origin or context.now) - self._history
        if state.walk is None:
            await self._review(page, context)
            state = replace(state, walk=Walk(floor=state.mark))
        for number in range(_PAGES):
            if number and not self._session.room(_SINGLY):
                break
            state = await self._walk(state, page, since)
            if state.walk is None:
                break
        through = state.walk is None
        if through and self._session.room(2):
            state = await self._mentions(state, page)
        if through and self._session.room(2) and len(page.views) <= 2 * _WINDOW:
            state = await self._take_turn(state, page, since)
        await self._comments(page, context, since)
        if through:
            await self._look_after(page, context)
        elif not self._session.room(_SINGLY):
            page.warnings.append(
                {"code": "discourse_goes_on", "until": self._session.meter.dump()["resets_at"]}
            )
        return self._page(start, state, page)

    def _page(self, start: Cursor, state: Cursor, page: _Page) -> PullPage:
        state = replace(state, number=start.number + 1)
        prints = {one.remote_id: _print(one) for one in page.found.values()}
        learned = Learned(prints=prints, threads={"live": _newest(page.live), "queued": page.queued})
        text = state.dump()
        self._memory.offer(text, learned)
        comments = sorted(page.found.values(), key=lambda one: (one.posted_at, one.remote_id))
        more = state.walk is not None and self._session.room(_SINGLY)
        return PullPage(tuple(comments), text, more, tuple(page.warnings), self._session.meter.dump())

    # ------------------------------------------------------------------ posts

    async def _walk(self, state: Cursor, page: _Page, since: int) -> Cursor:
        """One page of posts; the state without a walk when it is through."""
        walk = state.walk
        assert walk is not None
        posts = await self._lookup.latest(walk.before)
        ids = [int(as_id(post.get("id"))) for post in posts]
        fresh = [one for one in ids if not walk.last or one < walk.last]
        windowed = walk.windowed or bool(walk.before and walk.before in ids)
        self._take(posts, page, first=not walk.before)
        page.low = ids[-1] if ids else page.low
        top, last = walk.top or (ids[0] if ids else 0), fresh[-1] if fresh else walk.last
        bare = 0 if fresh else walk.bare + 1
        looping = len(ids) >= _WINDOW and not fresh
        before = last if fresh else walk.before - _WINDOW
        ended = not walk.before and not ids
        ended = ended or (not fresh and not windowed) or before <= 1 or bare > _MAX_BARE
        reached = last <= walk.floor or _all_before(posts, since)
        if looping:
            page.warnings.append({"code": "paging_loop", "params": {"list": "posts"}})
        if ended or reached or looping:
            return replace(state, mark=max(state.mark, top), walk=None)
        return replace(state, walk=Walk(before, top, last, walk.floor, windowed, bare))

    async def _take_turn(self, state: Cursor, page: _Page, since: int) -> Cursor:
        """One more page of everything: a post edited, hidden or deleted has no newer id. The newest are always read."""
        before = state.turn or page.low
        if before <= 1:
            return replace(state, turn=0)
        posts = await self._lookup.latest(before)
        self._take(posts, page, first=False)
        ids = [int(as_id(post.get("id"))) for post in posts]
        ended = not ids or ids[-1] >= before or _all_before(posts, since)
        return replace(state, turn=0 if ended else ids[-1])

    def _take(self, posts: list[View], page: _Page, *, first: bool) -> None:
        ids = [int(as_id(post.get("id"))) for post in posts]
        if ids:
            # Without gaps between its ends: what is remembered from there and is not here is gone, or no longer public.
            high = max(ids[0], *(int(one) for one in page.live), 0) if first else ids[0]
            here = {str(one) for one in ids}
            for one in [one for one in page.live if ids[-1] <= int(one) <= high and one not in here]:
                page.missing[one] = None
        for post in posts:
            page.views.setdefault(as_id(post.get("id")), (post, "comment"))
            page.listed.add(as_id(post.get("id")))

    # ------------------------------------------------------------------ review

    async def _review(self, page: _Page, context: Context) -> None:
        """Flagged posts, and those that wait for approval. A user who may not see the queue goes on without it."""
        try:
            items, whole = await self._lookup.pending()
        except (ForbiddenByPlatform, Gone, Invalid):
            self._flags.clear()
            return
        self._flags = {post: review_facts(*one) for one in items if (post := flagged_post(one[0]))}
        waiting: set[str] = set()
        for item, answer in items:
            if flagged_post(item):
                continue
            comment = queued_comment(item, answer, context)
            if comment is not None:
                waiting.add(comment.remote_id)
                self._keep(comment, page)
        for number, trace in list(page.queued.items()):
            if whole and number not in waiting:  # let in, which makes a post of it, or turned away
                self._keep(IncomingComment(number, "", trace.author, trace.posted_at, gone=True), page)
        for number in list(self._flags)[:_SINGLY]:
            known = number in page.live and self._memory.knows(f"{number}/{self._flags[number]['version']}")
            if not known and self._session.room(_SINGLY):
                try:
                    page.views[number] = (await self._lookup.post(number), "comment")
                except (Gone, ForbiddenByPlatform):
                    pass

    # ------------------------------------------------------------------ mentions

    async def _mentions(self, state: Cursor, page: _Page) -> Cursor:
        """Posts in which we are named, wherever they stand: those under other posts of ours come with the walk."""
        try:
            answer = await self._session.get("/notifications.json", {"limit": 60})
        except (ForbiddenByPlatform, Gone, Invalid):
            return state  # a key for some routes alone
        items = [one for one in as_items(answer.get("notifications")) if as_count(one.get("id"))]
        newest = max((as_count(one.get("id")) or 0 for one in items), default=state.notified)
        asked = 0
        for one in sorted(items, key=lambda one: as_count(one.get("id")) or 0):
            kind = as_count(one.get("notification_type"))
            number = as_id(as_map(one.get("data")).get("original_post_id"))
            seen = (as_count(one.get("id")) or 0) <= state.notified or number in page.live
            if kind not in _MENTIONS or not number.isdigit() or (seen and number not in page.views):
                continue
            if number not in page.views:
                if asked >= _SINGLY or not self._session.room(2):
                    newest = min(
                        newest, (as_count(one.get("id")) or 1) - 1
                    )  # the rest comes with the next pull
                    break
                asked += 1
                try:
                    page.views[number] = (await self._lookup.post(number), "")
                except (Gone, ForbiddenByPlatform):
                    continue
            page.views[number] = (page.views[number][0], _MENTIONS[kind])
        return replace(state, notified=max(newest, state.notified))

    # ------------------------------------------------------------------ comments

    async def _comments(self, page: _Page, context: Context, since: int) -> None:
        """The gathered posts as comments, without those that are stored in exactly this state."""
        asked = 0
        for number, (view, relation) in page.views.items():
            posted = utc_seconds(view.get("created_at"))
            if not valid_post(view) or (relation == "comment" and posted is not None and posted < since):
                continue
            parent = self._lookup.known_parent(view)
            if parent is None and number not in page.live and self._lookup.place(view) is not None:
                if asked < _SINGLY and self._session.room(2):
                    asked += 1
                    parent = await self._lookup.find_parent(view)
            more: dict[str, Any] = {"reviewable": self._flags.get(number)}
            if relation in _MENTIONS.values() and await self._lookup.is_private(as_id(view.get("topic_id"))):
                more["visibility"] = "private"
            self._keep(comment_of(view, context, relation=relation, parent=parent or None, **more), page)

    async def _look_after(self, page: _Page, context: Context) -> None:
        """What no longer stands among its neighbours: deleted, or moved out of sight."""
        wanted = [one for one in page.missing if one in page.live and one not in page.found][:_SINGLY]
        for number in wanted:
            if not self._session.room(2):
                return
            trace = page.live[number]
            page.live.pop(number)  # whatever became of it, it is no longer among the public posts
            try:
                self._keep(comment_of(await self._lookup.post(number), context), page)
            except Gone:
                self._keep(IncomingComment(number, "", trace.author, trace.posted_at, gone=True), page)
            except ForbiddenByPlatform:
                pass  # somewhere we may not look: nothing is known of it

    def _keep(self, comment: IncomingComment, page: _Page) -> None:
        number = comment.remote_id
        kept = page.queued if number.startswith(QUEUED) else page.live
        if comment.gone:
            kept.pop(number, None)
        elif number in page.listed or kept is page.queued:
            kept[number] = Trace(comment.author, comment.posted_at)
        if not self._memory.same(number, _print(comment)):
            page.found[number] = comment


def _all_before(posts: list[View], since: int) -> bool:
    times = [utc_seconds(post.get("created_at")) for post in posts]
    return bool(times) and all(one is not None and one < since for one in times)


def _newest(traces: dict[str, Trace]) -> dict[str, Trace]:
    surplus = max(len(traces) - MAX_PRINTS, 0)
    return dict(list(traces.items())[surplus:])


def _print(comment: IncomingComment) -> int:
    reviewable = comment.facts.get("reviewable") or {}
    return hash(
        (fingerprint(comment), comment.facts.get("version"), reviewable.get("version"), reviewable.get("id"))
    )
