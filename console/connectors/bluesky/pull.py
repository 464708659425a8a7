"""A pull: notifications down to the watermark, a sweep of our own threads for what was never notified, watch terms.

Why both: the index drops the notification of a reply that it sees before the post it answers, of replies deeper than
a few levels, of muted accounts and of hidden replies, and it files a backdated post under its claimed time. A sweep
sees all of these, but only under our own posts; mentions and quotes elsewhere come from notifications alone, which is
why once an hour a walk goes two days behind the watermark.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_list, as_text
from console.connectors.bluesky.cursor import Cursor, Walk, parse
from console.connectors.bluesky.lookup import Lookup
from console.connectors.bluesky.names import epoch_ms, parse_uri
from console.connectors.bluesky.posts import (
    Context,
    View,
    author_of,
    calls,
    comment_of,
    parent_of,
    quoted_uri,
    root_of,
)
from console.connectors.bluesky.threads import Thread, read_thread
from console.connectors.bluesky.watching import Term, Watching
from console.connectors.memory import Learned, Memory, Trace, fingerprint
from console.connectors.together import together
from console.domain.comment import IncomingComment, PullPage
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    Gone,
    Invalid,
    RateLimited,
    Transient,
    Unsupported,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.bluesky.session import Session
    from console.domain.ports import Clock

#: Comments per page handed to the intake, which stores a page in one transaction.
PAGE: Final = 200
#: Network steps per page (a step is one page of notifications or a few threads).
_STEPS: Final = 8
#: How far each walk goes behind the watermark, in ms: clocks of other people's programs are off by minutes.
_OVERLAP: Final = 10 * 60_000
_DEEP_OVERLAP: Final = 48 * 3_600_000
_DEEP_EVERY: Final = 3600  # seconds
#: Pages of 100 notifications that one walk may take before it gives up with a warning.
_MAX_PAGES: Final = 200
#: Threads swept per round: those whose count of replies moved, and some of the others in turn.
_HOT: Final = 20
_TURN: Final = 5
_MAX_ROOTS: Final = 100
_AT_ONCE: Final = 4
#: Vanished replies looked after per thread and sweep.
_VERIFY: Final = 25

_REASONS: Final = {"reply": "comment", "quote": "quote", "mention": "mention"}


@dataclass(slots=True)
class _Found:
    """A post view on its way to becoming a comment."""

    view: View
    relation: str
    hidden: bool | None = None
    post_uri: str | None = None
    watch: str = ""


@dataclass(slots=True)
class _Page:
    """What one pull gathers."""

    found: dict[str, _Found] = field(default_factory=dict)
    gone: list[IncomingComment] = field(default_factory=list)
    learned: Learned = field(default_factory=Learned)
    warnings: list[Mapping[str, Any]] = field(default_factory=list)


class Puller:
    """Pulls for one account. ``history`` is how far a first pull reaches back, ``sweep`` how old swept posts may be
    (both in seconds), ``terms`` are searched for.
    """

    def __init__(
        self,
        session: Session,
        lookup: Lookup,
        clock: Clock,
        *,
        history: int,
        sweep: int,
        terms: tuple[Term, ...] = (),
    ) -> None:
        self._session = session
        self._lookup = lookup
        self._clock = clock
        self._history = history
        self._sweep_age = sweep
        self._terms = {term.key: term for term in terms}
        self._watching = Watching(session, clock, history)
        self._memory = Memory()

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most ``PAGE`` comments, oldest first. Raises ConnectorError, cursor kept."""
        start = parse(cursor)
        memory = self._memory
        memory.begin(cursor)
        if memory.backlog:
            return self._slice(start, _Page(), memory.backlog, parse(memory.after_backlog))
        page = _Page()
        state = start
        for _ in range(_STEPS):
            if state.sweeping:
                state = await self._sweep(state, page)
            elif state.terms:
                state = await self._search(state, page)
            else:
                state = await self._walk(state, page)
            if state.over or len(page.found) >= PAGE // 2:
                break
        comments = await self._comments(page)
        return self._slice(start, page, comments, state)

    def _slice(self, start: Cursor, page: _Page, comments: list[IncomingComment], end: Cursor) -> PullPage:
        """Hand out at most one page; until the last slice the cursor stays where the round began."""
        memory = self._memory
        now, rest = comments[:PAGE], comments[PAGE:]
        state = replace(start if rest else end, number=start.number + 1)
        memory.backlog, memory.after_backlog = rest, end.dump() if rest else ""
        learned = page.learned
        for comment in now:
            learned.prints[comment.remote_id] = fingerprint(comment)
        text = state.dump()
        memory.offer(text, learned)
        more = bool(rest) or not state.over
        return PullPage(tuple(now), text, more=more, warnings=tuple(page.warnings))

    # ------------------------------------------------------------------ notifications

    async def _walk(self, state: Cursor, page: _Page) -> Cursor:
        """One page of notifications. When the walk is through, the state says which threads to sweep."""
        try:
            answer = await self._notifications(state.walk.server_cursor if state.walk else None)
        except Invalid:
            if state.walk is None:
                raise
            # The server no longer knows its own cursor: start this walk again rather than never finish it.
            state = replace(state, walk=None)
            answer = await self._notifications(None)
        now = self._clock.now()
        items = _newest_first(as_list(answer, "notifications"))
        if state.walk is None:
            self._memory.walked.clear()
            page.learned.walked.clear()
        walk = state.walk or self._begin_walk(state, items, now)
        fresh = [(at, uri, reason) for at, uri, reason in items if at >= walk.floor]
        seen = self._memory.walked | page.learned.walked
        unseen = {uri for _, uri, _ in fresh} - seen
        page.learned.walked |= unseen
        await self._collect_notified(state, fresh, page)

        following = as_text(answer.get("cursor"))
        below = len(fresh) < len(items)
        looping = bool(items) and not unseen
        if following and following != walk.server_cursor and not below and not looping:
            if walk.pages < _MAX_PAGES:
                return replace(state, walk=replace(walk, server_cursor=following, pages=walk.pages + 1))
            page.warnings.append({"code": "bluesky_history_cut", "pages": walk.pages})
        if looping:
            page.warnings.append({"code": "paging_loop", "pages": walk.pages})
        todo, rotation = await self._plan(state)
        return replace(
            state,
            mark=max(walk.top, state.mark),
            mark_uris=walk.top_uris if walk.top >= state.mark else state.mark_uris,
            deep_at=now if walk.deep else state.deep_at,
            walk=None,
            sweeping=bool(todo),
            todo=todo,
            rotation=rotation,
            terms=tuple(self._terms),
            search=None,
            marks={key: one for key, one in state.marks.items() if key in self._terms},
        )

    async def _notifications(self, server_cursor: str | None) -> dict[str, Any]:
        params: list[tuple[str, Any]] = [("reasons", reason) for reason in _REASONS]
        params.append(("limit", 100))
        if server_cursor:
            params.append(("cursor", server_cursor))
        return await self._session.query("app.bsky.notification.listNotifications", params)

    def _begin_walk(self, state: Cursor, items: list[tuple[int, str, str]], now: int) -> Walk:
        # A time in the future would put the next floor there, and then nothing would ever be new.
        top = min(items[0][0], now * 1000) if items else state.mark
        deep = now - state.deep_at >= _DEEP_EVERY
        if state.mark:
            floor = state.mark - (_DEEP_OVERLAP if deep else _OVERLAP)
        else:
            floor = (now - self._history) * 1000
        top_uris = tuple(dict.fromkeys(uri for at, uri, _ in items if at >= top))
        return Walk("", top, top_uris, floor, deep=deep)

    async def _collect_notified(self, state: Cursor, fresh: list[tuple[int, str, str]], page: _Page) -> None:
        reasons: dict[str, str] = {}
        for _, uri, reason in fresh:
            # One post can be notified as a reply, a quote and a mention; the first of these names is the closest.
            if uri not in reasons or _rank(reason) < _rank(reasons[uri]):
                reasons[uri] = reason
        # What is stored is left alone: after a restart, that is what the cursor says was at the watermark.
        stored = set(state.mark_uris)
        wanted = [u for u in reasons if u not in stored and u not in page.found and not self._memory.knows(u)]
        our_did = await self._lookup.our_did()
        for uri, view in (await self._lookup.posts(wanted)).items():
            root = parse_uri(root_of(view)["uri"])
            in_our_thread = root is not None and root.did == our_did
            relation = "comment" if in_our_thread else _REASONS[reasons[uri]]
            post_uri: str | None = root_of(view)["uri"]
            if post_uri == uri:
                post_uri = quoted_uri(view) if relation == "quote" else None
            page.found[uri] = _Found(view, relation, post_uri=post_uri)

    # ------------------------------------------------------------------ threads

    async def _plan(self, state: Cursor) -> tuple[tuple[str, ...], str]:
        """Which of our threads to sweep in this round, and where the slow rotation then stands."""
        since = (self._clock.now() - self._sweep_age) * 1000
        roots = list(await self._lookup.own_roots(since_ms=since, limit=_MAX_ROOTS))
        if not roots:
            return (), ""
        views = await self._lookup.posts(roots)
        hot: list[str] = []
        for uri in roots:
            view = views.get(uri)
            if view is not None:
                self._lookup.learn_root(view, uri)
                if (as_count(view.get("replyCount")) or 0) != self._memory.counts.get(uri, 0):
                    hot.append(uri)
        hot = hot[:_HOT]
        start = roots.index(state.rotation) + 1 if state.rotation in roots else 0
        turn = [roots[(start + step) % len(roots)] for step in range(min(_TURN, len(roots)))]
        todo = list(dict.fromkeys(hot + [uri for uri in turn if uri in views]))
        return tuple(todo), turn[-1]

    async def _sweep(self, state: Cursor, page: _Page) -> Cursor:
        """Read the next few threads of this round."""
        now, rest = state.todo[:_AT_ONCE], state.todo[_AT_ONCE:]
        threads = await together([read_thread(self._session, uri) for uri in now])
        for uri, thread in zip(now, threads, strict=True):
            await self._take_thread(uri, thread, page)
        return replace(state, todo=rest, sweeping=bool(rest))

    async def _take_thread(self, root_uri: str, thread: Thread, page: _Page) -> None:
        if thread.root is None:
            return  # deleted meanwhile; its replies stand in other people's repositories and stay open for a decision
        if thread.cut:
            page.warnings.append({"code": "bluesky_thread_cut", "post": root_uri})
        self._lookup.learn_root(thread.root, root_uri)
        for uri, view in thread.views.items():
            page.found[uri] = _Found(view, "comment", uri in thread.hidden, root_uri)
        before = self._memory.threads.get(root_uri, {})
        traces: dict[str, Trace] = {}
        if thread.cut:
            traces.update(before)
        else:
            missing = sorted(before.keys() - thread.views.keys())
            traces.update((uri, before[uri]) for uri in missing[_VERIFY:])
            for uri in await self._lookup.gone(missing[:_VERIFY]):
                trace = before[uri]
                page.gone.append(IncomingComment(uri, "", trace.author, trace.posted_at, gone=True))
        now = self._clock.now()
        for uri, view in thread.views.items():
            at = epoch_ms(view.get("indexedAt"))
            traces[uri] = Trace(author_of(view, None), at // 1000 if at else now)
        page.learned.threads[root_uri] = traces
        page.learned.counts[root_uri] = as_count(thread.root.get("replyCount")) or 0

    # ------------------------------------------------------------------ watch terms

    async def _search(self, state: Cursor, page: _Page) -> Cursor:
        """One page of hits for the first watch term that is left."""
        key, held = state.terms[0], state.marks.get(state.terms[0])
        done = replace(state, terms=state.terms[1:], search=None)
        term = self._terms.get(key)
        if term is None:
            return done  # taken off the channel meanwhile
        if state.search is None:
            self._memory.walked.clear()
            page.learned.walked.clear()
        search = state.search or self._watching.begin(held)
        try:
            hits = await self._watching.page(term, search, held)
        except AuthExpired:
            raise
        except ConnectorError as error:
            # A vanished account that is watched is named as such; any other "not found" is the search itself.
            nobody = term.kind == "account" and bool(error.params.get("platform_code"))
            if isinstance(error, Unsupported) or (isinstance(error, Gone) and not nobody):
                # No views that search behind this server: once for all terms, and the comments come all the same.
                page.warnings.append({"code": "bluesky_watch_away"})
                return replace(done, terms=())
            if search.server_cursor and not error.retry:
                # It may be the cursor that is refused: on by time, from the oldest hit so far.
                return replace(state, search=replace(search, server_cursor="", until=search.low + 1))
            # The mark stays, so nothing is lost; and no term keeps back the comments of the next round.
            page.warnings.append({"code": "bluesky_watch_refused", "watch": term.shown})
            return replace(done, terms=()) if isinstance(error, (RateLimited, Transient)) else done
        await self._take_hits(term, hits.views, page)
        walked = {f"{key}|{uri}" for uri in hits.ids}
        fresh = bool(walked - self._memory.walked - page.learned.walked)
        page.learned.walked |= walked
        search = self._watching.seen(search, hits)
        on = self._watching.after(search, hits, first=held is None, fresh=fresh)
        if on is not None:
            return replace(state, search=on)
        if held is not None and self._watching.cut(search, hits):
            page.warnings.append({"code": "bluesky_watch_cut", "watch": term.shown})
        return replace(done, marks={**state.marks, key: self._watching.ended(search, hits, held)})

    async def _take_hits(self, term: Term, views: tuple[View, ...], page: _Page) -> None:
        """A hit that also answers, quotes or calls us is what it would be without the term."""
        our_did = await self._lookup.our_did()
        ours = f"at://{our_did}/"
        for view in views:
            uri, root, above = str(view["uri"]), root_of(view)["uri"], parent_of(view)
            if uri.startswith(ours) or uri in page.found or self._memory.knows(uri):
                continue
            quoted = quoted_uri(view)
            found = _Found(view, "mention", post_uri=root if root != uri else None)
            if root.startswith(ours) or (above is not None and above["uri"].startswith(ours)):
                found.relation = "comment"
            elif quoted is not None and quoted.startswith(ours):
                found.relation = "quote"
                found.post_uri = found.post_uri or quoted
            elif not calls(view, our_did):
                found.watch = term.shown
            page.found[uri] = found

    # ------------------------------------------------------------------ comments

    async def _comments(self, page: _Page) -> list[IncomingComment]:
        """The gathered views as comments, without those that are stored in exactly this state, oldest first."""
        our_did = await self._lookup.our_did()
        posts = await self._lookup.root_posts(f.post_uri for f in page.found.values() if f.post_uri)
        now = self._clock.now()
        changed: list[tuple[_Found, IncomingComment]] = []
        for found in page.found.values():
            post = posts.get(found.post_uri) if found.post_uri else None
            context = Context(
                our_did, now, self._lookup.web, found.relation, post, hidden=found.hidden, watch=found.watch
            )
            comment = comment_of(found.view, context)
            if not self._memory.same(comment.remote_id, fingerprint(comment)):
                changed.append((found, comment))
        profiles = await self._lookup.profiles(comment.author.remote_id for _, comment in changed)
        comments = [
            replace(comment, author=author_of(found.view, profiles.get(comment.author.remote_id)))
            for found, comment in changed
        ]
        return sorted([*comments, *page.gone], key=lambda c: (c.posted_at, c.remote_id))


def _newest_first(notifications: list[View]) -> list[tuple[int, str, str]]:
    """(time in UTC ms, uri, reason) of each notification that is for us to read."""
    items = []
    for one in notifications:
        at, uri, reason = epoch_ms(one.get("indexedAt")), as_text(one.get("uri")), as_text(one.get("reason"))
        if at is not None and parse_uri(uri) and reason in _REASONS:
            items.append((at, uri, reason))
    return sorted(items, key=lambda item: -item[0])


def _rank(reason: str) -> int:
    return list(_REASONS).index(reason)
