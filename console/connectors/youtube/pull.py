"""A pull: new threads of each listing down to its watermark, their replies, then a look at older threads in turn.

YouTube sorts by when a thread began and has no "since": a reply to an old thread does not bring it up. So every round
also looks at one page of older threads and compares their counts of replies with what was read before. Each page of
threads costs one unit of the day's quota, and so does each page of replies.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_text
from console.connectors.cursors import Watermark
from console.connectors.memory import Memory, Trace, fingerprint
from console.connectors.youtube.comments import Context, author_id, comment_of, items_of, parent_of
from console.connectors.youtube.cursor import MAX_COUNTS, STATUSES, Cursor, Walk, listing, parse, split
from console.connectors.youtube.gathering import Gatherer, Page, unread
from console.connectors.youtube.lookup import BATCH, channel_post, thread_params
from console.domain.comment import IncomingComment, PullPage
from console.domain.errors import AuthMissingScope, ConnectorError, ForbiddenByPlatform, Gone, Invalid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.connectors.youtube.account import Account, Accounts
    from console.connectors.youtube.lookup import Lookup
    from console.connectors.youtube.session import Session
    from console.domain.ports import Clock

#: Comments per page handed to the intake, which stores a page in one transaction.
PAGE: Final = 200
#: Requests for comments per page.
_STEPS: Final = 8
#: How far each walk goes behind its mark, in ms: what was held by a filter appears late, and under its own time.
_OVERLAP: Final = 60 * 60_000
#: Pages of 100 threads that one walk may take.
_MAX_PAGES: Final = 200
#: A listing that is not ours to see is asked for again after this many seconds.
_SHUT: Final = 3600


class Puller:
    """Pulls for one account. ``videos`` limits it to these; what began before ``oldest`` (UTC ms, 0 = all
    counts) is left out, ``sweep`` (seconds) how old threads may be that are looked at again.
    """

    def __init__(
        self,
        session: Session,
        lookup: Lookup,
        accounts: Accounts,
        clock: Clock,
        *,
        videos: tuple[str, ...],
        oldest: int,
        sweep: int,
    ) -> None:
        self._session, self._lookup, self._accounts, self._clock = session, lookup, accounts, clock
        self._listings = tuple(listing(video, status) for video in videos or ("",) for status in STATUSES)
        self._oldest, self._sweep = oldest, sweep
        self._memory = Memory()
        self._gatherer = Gatherer()
        self._strangers: set[str] = set()  # public listings that are given only without naming a status

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most ``PAGE`` comments, oldest first. Raises ConnectorError, cursor kept."""
        start = parse(cursor)
        self._session.meter.take(start.meter)
        self._memory.begin(cursor)
        if self._memory.backlog:
            return self._slice(start, Page(), self._memory.backlog, parse(self._memory.after_backlog))
        account = await self._accounts.get()
        page = Page()
        state = start if not start.idle else self._begin(start, page, account)
        for step in range(_STEPS):
            try:
                state = await self._step(state, page, account)
            except ConnectorError:
                if step == 0:
                    raise
                break  # what was read before is worth storing; the next page meets the same trouble first
            if state.idle or len(page.found) >= PAGE // 2:
                break
        comments = await self._comments(page, account)
        if lacking := self._lookup.lacking():
            page.warnings.append({"code": "youtube_side_away", "what": ", ".join(lacking)})
        return self._slice(start, page, comments, state)

    def _slice(self, start: Cursor, page: Page, comments: list[IncomingComment], end: Cursor) -> PullPage:
        """Hand out at most one page; until the last slice the cursor stays where the page began."""
        memory, meter = self._memory, self._session.meter.dump()
        now, rest = comments[:PAGE], comments[PAGE:]
        state = replace(start if rest else end, number=start.number + 1, meter=meter)
        memory.backlog, memory.after_backlog = rest, end.dump() if rest else ""
        learned = page.learned
        for comment in now:
            learned.prints[comment.remote_id] = fingerprint(comment)
        text = state.dump()
        memory.offer(text, learned)
        shown = ("unit", "used", "limit", "resets_at", "project")
        budget: dict[str, Any] = {key: value for key, value in meter.items() if key in shown}
        return PullPage(
            tuple(now), text, more=bool(rest) or not end.idle, warnings=page.told(), budget=budget
        )

    def _begin(self, state: Cursor, page: Page, account: Account) -> Cursor:
        """A new round: all listings, except those that were refused a short while ago; that they lack is still so."""
        self._gatherer.begin()
        now = self._clock.now()
        shut = {key: until for key, until in state.shut.items() if until > now and key in self._listings}
        for key in shut:
            page.warnings.append({"code": "youtube_owner_only", "post": split(key)[0] or account.channel})
        return replace(
            state,
            plan=tuple(key for key in self._listings if key not in shut),
            walk=None,
            turn=state.turn + 1,
            shut=shut,
            marks={key: mark for key, mark in state.marks.items() if key in self._listings},
            turns={key: token for key, token in state.turns.items() if key in self._listings},
        )

    async def _step(self, state: Cursor, page: Page, account: Account) -> Cursor:
        """One request: replies first, so that what waits stays short; then new threads, then older ones."""
        if state.todo:
            return await self._replies(state, page, account)
        if state.plan:
            return await self._walk(state, page, account)
        return await self._older(state, page, account)

    # ------------------------------------------------------------------ threads

    async def _walk(self, state: Cursor, page: Page, account: Account) -> Cursor:
        """One page of the present listing."""
        key = state.plan[0]
        walk = state.walk
        token = walk.token if walk else ""
        try:
            answer = await self._listing(key, token, account)
            items = items_of(answer)
        except (Gone, ForbiddenByPlatform, AuthMissingScope, Invalid) as error:
            return self._refused(state, key, error, page, account)
        if walk is None:
            # The same listing is walked again in the next round: what it brought in the last one says nothing.
            self._forget(page, key)
            walk = self._begin_walk(state, key)
        threads = self._gatherer.threads(items, key, self._oldest, page)
        fresh = self._fresh((f"{key}|{one.id}" for one in threads), page)
        now = self._clock.now() * 1000
        # A time in the future would put the next floor there, and then nothing would ever be new.
        top = walk.top.raised((min(one.at, now), one.id) for one in threads if one.at is not None)
        state = replace(state, todo=unread(threads, state))
        following = as_text(answer.get("nextPageToken"))
        above = any(one.at is None or one.at >= walk.floor for one in threads)
        if following and following != token and fresh and above:
            if walk.pages < _MAX_PAGES:
                return replace(state, walk=Walk(following, top, walk.floor, walk.pages + 1))
            page.warnings.append({"code": "youtube_history_cut", "pages": walk.pages})
        if threads and not fresh:
            page.warnings.append({"code": "paging_loop", "pages": walk.pages})
            following = ""
        turns = dict(state.turns)
        if following and key not in turns:
            turns[key] = following  # older threads are looked at from here on
        mark = state.marks.get(key, Watermark())
        mark = mark.raised((top.at, one) for one in top.ids)
        return self._next(replace(state, marks={**state.marks, key: mark}, turns=turns))

    def _begin_walk(self, state: Cursor, key: str) -> Walk:
        mark = state.marks.get(key, Watermark())
        floor = mark.at - _OVERLAP if mark.at else self._oldest
        return Walk("", Watermark(), floor)

    @staticmethod
    def _next(state: Cursor) -> Cursor:
        """The listing is through."""
        plan = state.plan[1:]
        return replace(state, plan=plan, walk=None, turning=not plan)

    def _refused(
        self, state: Cursor, key: str, error: ConnectorError, page: Page, account: Account
    ) -> Cursor:
        """A listing or a page of it that the platform will not give: said, and the others are still read."""
        video, status = split(key)
        post = video or account.channel
        if state.walk is not None:
            # The mark stays: the next round walks from the top again.
            page.warnings.append({"code": "youtube_pages_missing", "post": post, "pages": state.walk.pages})
        elif status != STATUSES[0]:
            page.warnings.append({"code": "youtube_owner_only", "post": post})
            state = replace(state, shut={**state.shut, key: self._clock.now() + _SHUT})
        elif video:
            page.warnings.append({"code": "youtube_video_away", "post": post})
        else:
            raise error
        return self._next(state)

    async def _older(self, state: Cursor, page: Page, account: Account) -> Cursor:
        """One page of older threads, of one listing a round."""
        over = replace(state, turning=False)
        waiting = [key for key in self._listings if key in state.turns]
        if not waiting:
            return over
        key = waiting[state.turn % len(waiting)]
        token = state.turns[key]
        turns = {name: value for name, value in state.turns.items() if name != key}
        try:
            answer = await self._listing(key, token, account)
            items = items_of(answer)
        except (Gone, ForbiddenByPlatform, Invalid):
            return replace(over, turns=turns)  # the place is no longer known: the next walk gives another
        threads = self._gatherer.threads(items, key, self._oldest, page)
        following = as_text(answer.get("nextPageToken"))
        limit = (self._clock.now() - self._sweep) * 1000
        young = any(one.at is not None and one.at >= limit for one in threads)
        if following and following != token and young:
            turns[key] = following
        return replace(over, turns=turns, todo=unread(threads, state))

    async def _listing(self, key: str, token: str, account: Account) -> dict[str, Any]:
        video, status = split(key)
        asked = thread_params(account.channel, video, status, token)
        if status == STATUSES[0] and key in self._strangers:
            del asked["moderationStatus"]
        try:
            return await self._session.read("commentThreads", asked)
        except ForbiddenByPlatform as error:
            named = "moderationStatus" in asked and error.code == ForbiddenByPlatform.default_code
            if status != STATUSES[0] or not named:
                raise
        # The status may be the owner's to ask for; without one, what is published is given to everybody.
        del asked["moderationStatus"]
        answer = await self._session.read("commentThreads", asked)
        self._strangers.add(key)
        return answer

    # ------------------------------------------------------------------ replies

    async def _replies(self, state: Cursor, page: Page, account: Account) -> Cursor:
        """One page of the replies of one thread."""
        todo = state.todo[0]
        params = {
            "part": "snippet",
            "parentId": todo.thread,
            "maxResults": 100,
            "textFormat": "plainText",
            "pageToken": todo.token,
        }
        following, new, inside, whole = "", set[str](), set[str](), False
        try:
            answer = await self._session.read("comments", params)
            items = [one for one in items_of(answer) if as_id(one.get("id"))]
        except (Gone, ForbiddenByPlatform, Invalid):
            pass  # what came along with the thread is all there is
        else:
            if not todo.token:
                self._forget(page, todo.thread)
            new = self._fresh((f"{todo.thread}|{as_id(one.get('id'))}" for one in items), page)
            for raw in items:
                self._gatherer.reply(raw, todo, page)
            names = (as_id(one.get("id")) for one in items)
            inside = {one for one in names if parent_of(page.found[one].raw) == todo.thread}
            todo = replace(todo, got=todo.got + sum(f"{todo.thread}|{one}" in new for one in inside))
            following = as_text(answer.get("nextPageToken"))
            whole = not todo.token and not following
        if following and following != todo.token and new:
            return replace(state, todo=(replace(todo, token=following), *state.todo[1:]))
        self._forget(page, todo.thread)
        if whole:
            await self._vanished(todo.thread, inside, page, account)
        got = max(todo.got, todo.sample)
        if got < todo.said:
            page.incomplete(todo.video or todo.channel or todo.thread, todo.said, got)
        counts = {name: count for name, count in state.counts.items() if name != todo.thread}
        counts[todo.thread] = todo.said
        while len(counts) > MAX_COUNTS:
            del counts[next(iter(counts))]
        return replace(state, todo=state.todo[1:], counts=counts)

    async def _vanished(self, thread: str, there: set[str], page: Page, account: Account) -> None:
        """Replies that were in this thread when it was last read completely, and are no longer anywhere."""
        before = self._memory.threads.get(thread, {})
        missing = sorted(before.keys() - there)[:BATCH]
        if missing:
            try:
                absent = await self._lookup.absent(missing, account.channel)
            except ConnectorError:
                absent = set()  # the slow re-reading asks again
            page.gone += (
                IncomingComment(one, "", before[one].author, before[one].posted_at, gone=True)
                for one in absent
            )
        page.learned.threads[thread] = {}
        page.read.add(thread)

    def _fresh(self, ids: Iterable[str], page: Page) -> set[str]:
        """Those that this walk has not met before; they are noted."""
        new = set(ids) - self._memory.walked - page.learned.walked
        page.learned.walked |= new
        return new

    def _forget(self, page: Page, key: str) -> None:
        """What was walked under ``key`` no longer says whether a page of it is new."""
        self._memory.walked = {one for one in self._memory.walked if not one.startswith(f"{key}|")}
        page.learned.walked = {one for one in page.learned.walked if not one.startswith(f"{key}|")}

    # ------------------------------------------------------------------ comments

    async def _comments(self, page: Page, account: Account) -> list[IncomingComment]:
        """What was gathered as comments, without those that are stored in exactly this state, oldest first."""
        now = self._clock.now()
        changed = []
        for found in page.found.values():
            ours = self.ours(found.thread.channel if found.thread is not None else "", account)
            context = Context(ours, now, found.thread, found.hidden)
            comment = comment_of(found.raw, context)
            thread = comment.parent_remote_id
            if thread in page.read:
                trace = Trace(comment.author, comment.posted_at)
                page.learned.threads[thread][comment.remote_id] = trace
            if not self._memory.same(comment.remote_id, fingerprint(comment)):
                changed.append((found, comment, context))
        titles = await self._lookup.titles(str(one.facts.get("video", "")) for _, one, _ in changed)
        if account.mine.title:
            titles[account.mine.id] = channel_post(account.mine.id, account.mine.title)
        profiles = await self._lookup.profiles(author_id(found.raw) for found, _, _ in changed)
        comments = [
            comment_of(found.raw, replace(context, titles=titles, profiles=profiles))
            for found, _, context in changed
        ]
        return sorted([*comments, *page.gone], key=lambda one: (one.posted_at, one.remote_id))

    def ours(self, channel: str, account: Account) -> frozenset[str]:
        """Who we are; where the platform does not say, the owner (``channel``) of what the listing is about."""
        if account.told or not channel or self._listings[0] != STATUSES[0]:
            return account.ours
        return account.ours | {channel}
