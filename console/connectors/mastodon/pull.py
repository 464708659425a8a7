"""A pull: notifications since the last one, then a sweep of our own threads, then the watch terms.

Why the sweep: a reply further down a thread need not mention us, a reply from another server may arrive without its
mention, and what is written by accounts that are filtered or muted is never notified. Edits and deletions show there
too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_map, as_text
from console.connectors.mastodon.cursor import TRAIL, Cursor, parse
from console.connectors.mastodon.names import newest, oldest
from console.connectors.mastodon.statuses import (
    Context,
    View,
    account_of,
    author_of,
    comment_of,
    id_of,
    parent_of,
    post_of,
    quoted,
    valid,
)
from console.connectors.mastodon.threads import Thread, Threads, hopeless
from console.connectors.mastodon.watching import Term, Watching
from console.connectors.memory import Learned, Memory, Trace, fingerprint
from console.connectors.times import utc_seconds
from console.connectors.together import together
from console.domain.comment import IncomingComment, PullPage
from console.domain.errors import ConnectorError

if TYPE_CHECKING:
    from console.connectors.mastodon.session import Session
    from console.domain.ports import Clock

#: Comments per page handed to the intake, which stores a page in one transaction.
PAGE: Final = 200
#: Network steps per page (a step is one page of notifications, a few threads, or one page of a watch term).
_STEPS: Final = 8
_LIMIT: Final = 80  # notifications per request
#: Pages of notifications that one walk may take before it gives up with a warning.
_MAX_PAGES: Final = 200
#: Pages that one watch term may take in a round.
_MAX_TERM_PAGES: Final = 25
#: Threads swept per round: those whose count of replies moved, and some of the others in turn.
_HOT: Final = 20
_TURN: Final = 5
_AT_ONCE: Final = 4
#: Vanished replies looked after per thread and sweep.
_VERIFY: Final = 25

#: ``quote`` came with 4.5; older servers leave out what they do not know.
_TYPES: Final = {"mention": "mention", "quote": "quote", "status": "mention", "update": "mention"}
_RANK: Final = ("comment", "quote", "mention")


@dataclass(slots=True)
class _Found:
    """A status on its way to becoming a comment."""

    view: View
    relation: str
    watch: str = ""


@dataclass(slots=True)
class _Page:
    """What one pull gathers."""

    found: dict[str, _Found] = field(default_factory=dict)
    gone: list[IncomingComment] = field(default_factory=list)
    learned: Learned = field(default_factory=Learned)
    warnings: list[Mapping[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a channel pulls: ages in seconds, the instance's longest status, whom replies call, the watch terms.

    ``staff``: a mute and a block act for everybody on the instance.
    """

    history: int
    sweep: int
    longest: int
    mention_all: bool
    terms: tuple[Term, ...]
    staff: bool = False


class Puller:
    """Pulls for one account."""

    def __init__(self, session: Session, threads: Threads, clock: Clock, habits: Habits) -> None:
        self._session = session
        self._threads = threads
        self._clock = clock
        self.habits = habits
        self._watching = Watching(session)
        self._memory = Memory()

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most ``PAGE`` comments, oldest first. Raises ConnectorError, cursor kept."""
        start = parse(cursor)
        memory = self._memory
        memory.begin(cursor)
        if memory.backlog:
            return self._slice(start, _Page(), memory.backlog, parse(memory.after_backlog))
        page = _Page()
        state = replace(start, sweeping=False) if start.over else start
        for _ in range(_STEPS):
            if not state.sweeping:
                state = await self._walk(state, page)
            elif state.todo:
                state = await self._sweep(state, page)
            elif state.terms:
                state = await self._ask(state, page)
            if state.over or len(page.found) >= PAGE // 2:
                break
        return self._slice(start, page, await self._comments(page), state)

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
        return PullPage(
            tuple(now), text, more=more, warnings=tuple(page.warnings), budget=self._session.budget()
        )

    # ------------------------------------------------------------------ notifications

    async def _walk(self, state: Cursor, page: _Page) -> Cursor:
        """One page of notifications: towards the newest, or on the first pull into the past."""
        params: list[tuple[str, Any]] = [("types[]", one) for one in _TYPES]
        params.append(("limit", _LIMIT))
        # Until the trail is full there is nothing before its first to begin at: what the server commits late under a
        # lower id than all that was seen would never come. So few notifications are gone through whole.
        into_past = bool(state.back) or (len(state.trail) < TRAIL and not state.forward)
        if state.back:
            params.append(("max_id", state.back))
        elif not into_past:
            params.append(("min_id", state.forward or state.trail[0]))
        items = await self._session.many("/api/v1/notifications", params)
        items = [one for one in items if as_id(one.get("id"))]
        if not (state.back or state.forward):
            self._forget(page)
        ids = [as_id(one["id"]) for one in items]
        fresh = self._fresh(ids, page)
        floor = self._clock.now() - self.habits.history
        at = [utc_seconds(one.get("created_at")) for one in items]
        known = frozenset(state.trail)
        for one, when in zip(items, at, strict=True):
            if as_id(one["id"]) not in known and (not into_past or when is None or when >= floor):
                await self._take_notification(one, page)
        after = state.seen(ids) if not state.back or len(state.trail) < TRAIL else state
        on = fresh and not (into_past and any(when is not None and when < floor for when in at))
        if on and state.pages < _MAX_PAGES:
            after = replace(after, pages=state.pages + 1)
            if into_past:
                return replace(after, back=oldest(ids))
            return replace(after, forward=newest(ids))
        if on:
            page.warnings.append({"code": "mastodon_history_cut", "pages": state.pages})
        return await self._plan(replace(after, forward="", back="", pages=0), page)

    async def _take_notification(self, item: View, page: _Page) -> None:
        kind, view = as_text(item.get("type")), as_map(item.get("status"))
        relation = _TYPES.get(kind)
        if relation is None or not valid(view):
            return  # a status that was deleted meanwhile, or nothing that concerns us
        our_id = await self._threads.our_id()
        if kind == "update" and not self._memory.knows(id_of(view)):
            mentions = view.get("mentions")
            called = [as_id(as_map(one).get("id")) for one in mentions] if isinstance(mentions, list) else []
            if our_id not in (*called, as_id(view.get("in_reply_to_account_id"))):
                return  # something we boosted was edited: no comment of ours to look at
        # Whose every status is announced to us is watched as if by a term.
        watch = f"@{author_of(as_map(view['account'])).handle}" if kind == "status" else ""
        self._add(page, view, relation, watch)

    def _fresh(self, ids: Iterable[str], page: _Page) -> bool:
        """Whether a page brings what this walk has not met: of what was not stored, all is new when it is read again."""
        new = set(ids) - self._memory.walked - page.learned.walked
        page.learned.walked |= new
        return bool(new)

    def _forget(self, page: _Page) -> None:
        """Another walk begins: what the last one met says nothing."""
        self._memory.walked.clear()
        page.learned.walked.clear()

    @staticmethod
    def _add(page: _Page, view: View, relation: str, watch: str = "") -> None:
        """A status can come as an answer, a quote and a hit; what concerns us most counts."""
        there = page.found.get(id_of(view))
        if there is None or _RANK.index(relation) < _RANK.index(there.relation):
            page.found[id_of(view)] = _Found(view, relation, watch)

    # ------------------------------------------------------------------ threads

    async def _plan(self, state: Cursor, page: _Page) -> Cursor:
        """The walk is over: which of our threads to sweep in this round, and where the slow rotation then stands."""
        terms = tuple(one.key for one in self.habits.terms)
        own = await self._threads.own(self.habits.sweep)
        if self._threads.own_unread:
            page.warnings.append({"code": "mastodon_own_unread"})
        counts = self._memory.counts
        talked: list[str] = []
        hot: list[str] = []
        for one, view in own.items():
            root = self._threads.root(view)
            if parent_of(view) is not None and root is not None and root.ours:
                continue  # it stands in a thread that is swept from its start
            replies = as_count(view.get("replies_count")) or 0
            if replies or self._memory.threads.get(one):
                talked.append(one)
                if replies != counts.get(one, 0):
                    hot.append(one)
        start = talked.index(state.rotation) + 1 if state.rotation in talked else 0
        turn = [talked[(start + step) % len(talked)] for step in range(min(_TURN, len(talked)))]
        todo = tuple(dict.fromkeys(hot[:_HOT] + turn))
        rotation = turn[-1] if turn else ""
        return replace(state, sweeping=True, todo=todo, terms=terms, rotation=rotation)

    async def _sweep(self, state: Cursor, page: _Page) -> Cursor:
        """Read the next few threads of this round."""
        now, rest = state.todo[:_AT_ONCE], state.todo[_AT_ONCE:]
        wanted = await self._threads.mine(now, self.habits.sweep)
        answers = await together([self._read(view, page) for view in wanted])
        for view, thread in zip(wanted, answers, strict=True):
            if thread is not None:
                await self._take_thread(view, thread, page)
        return replace(state, todo=rest)

    async def _read(self, view: View, page: _Page) -> Thread | None:
        try:
            return await self._threads.read(view)
        except ConnectorError as error:
            if hopeless(error):
                raise
            # One thread that the server cannot put together must not stop the channel; its turn comes again.
            page.warnings.append({"code": "mastodon_thread_unread", "post": id_of(view)})
            return None

    async def _take_thread(self, view: View, thread: Thread, page: _Page) -> None:
        one = id_of(view)
        if thread.said > thread.got and not thread.pending:
            page.warnings.append({"code": "incomplete", "said": thread.said, "got": thread.got, "post": one})
        before = self._memory.threads.get(one, {})
        here = {id_of(reply) for reply in thread.views}
        missing = sorted(before.keys() - here)
        traces: dict[str, Trace] = {gap: before[gap] for gap in missing[_VERIFY:]}
        for gap in await self._threads.gone(missing[:_VERIFY]):
            page.gone.append(IncomingComment(gap, "", before[gap].author, before[gap].posted_at, gone=True))
        now = self._clock.now()
        for reply in thread.views:
            self._add(page, reply, "comment")
            posted = utc_seconds(reply.get("created_at"))
            traces[id_of(reply)] = Trace(
                author_of(as_map(reply["account"])), now if posted is None else posted
            )
        page.learned.threads[one] = traces
        if not thread.pending:
            page.learned.counts[one] = as_count(view.get("replies_count")) or 0

    # ------------------------------------------------------------------ watch terms

    async def _ask(self, state: Cursor, page: _Page) -> Cursor:
        """One page of the first watch term that is left."""
        key, rest = state.terms[0], state.terms[1:]
        done = replace(state, terms=rest, ahead="", pages=0)
        term = next((one for one in self.habits.terms if one.key == key), None)
        if term is None:
            return done  # taken off the channel meanwhile
        if not state.ahead:
            self._forget(page)
        mark = state.marks.get(key, "")
        try:
            views = [one for one in await self._watching.page(term, mark, state.ahead) if valid(one)]
        except ConnectorError as error:
            if hopeless(error) and error.code != "auth_missing_scope":
                raise
            page.warnings.append({"code": "mastodon_watch_refused", "watch": term.shown})
            return done
        our_id = await self._threads.our_id()
        for view in views:
            if account_of(view) != our_id and not self._memory.knows(id_of(view)):
                self._add(page, view, "mention", term.shown)
        ids = [id_of(view) for view in views]
        marks = {**state.marks, key: newest([mark, *ids]) if mark else newest(ids)}
        marks = {one: value for one, value in marks.items() if value}
        if not mark or not self._fresh(ids, page) or not self._watching.full(views):
            return replace(done, marks=marks)
        if state.pages >= _MAX_TERM_PAGES:
            page.warnings.append({"code": "mastodon_watch_cut", "watch": term.shown})
            return replace(done, marks=marks)
        return replace(state, ahead=newest(ids), pages=state.pages + 1, marks=marks)

    # ------------------------------------------------------------------ comments

    async def _comments(self, page: _Page) -> list[IncomingComment]:
        """The gathered statuses as comments, without those that are stored in exactly this state, oldest first."""
        changed = [one for one in page.found.values() if not self._stored(one)]
        unplaced = await self._threads.place(
            [one.view for one in changed if not one.watch], self.habits.sweep
        )
        if unplaced:
            page.warnings.append({"code": "mastodon_unplaced", "count": len(unplaced)})
        comments = [self.comment(one.view, one.relation, one.watch) for one in changed]
        comments = [one for one in comments if not self._memory.same(one.remote_id, fingerprint(one))]
        return sorted([*comments, *page.gone], key=lambda one: (one.posted_at, one.remote_id))

    def _stored(self, found: _Found) -> bool:
        return self._memory.same(
            id_of(found.view), fingerprint(self.comment(found.view, found.relation, found.watch))
        )

    def comment(self, view: View, relation: str, watch: str = "") -> IncomingComment:
        """A status as a comment, with what is known of its thread."""
        root = self._threads.root(view)
        ours = self._threads.known_id
        if relation == "mention" and not watch:
            answers_us = as_id(view.get("in_reply_to_account_id")) == ours
            relation = "comment" if answers_us or (root is not None and root.ours) else relation
        post = root.post if root is not None else None
        if post is not None and post.remote_id == id_of(view):
            post = None
        if relation == "quote" and post is None and (origin := quoted(view)):
            post = post_of(origin)
        context = Context(
            ours,
            self._clock.now(),
            relation,
            post,
            watch,
            self.habits.longest,
            self.habits.mention_all,
            self.habits.staff and account_of(view) != ours,
        )
        return comment_of(view, context)


def terms_of(watches: object) -> tuple[Term, ...]:
    """The watch terms of a channel's options that this platform can search for, each once."""
    found: dict[str, Term] = {}
    for one in watches if isinstance(watches, list) else []:
        term = Term.of(as_map(one))
        if term is not None:
            found.setdefault(term.key, term)
    return tuple(found.values())
