"""A pull: what mentions us since the last one, then the watch terms, one page of X's after the other.

X hands out the newest first and ends at a given id. The mark of a listing moves when its walk is through; what was
read until then is stored page by page. Every page costs, so no page is asked for that the month's amount might not
cover.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.memory import Learned, Memory, fingerprint
from console.connectors.x.cursor import MAX_FIRSTS, MAX_ROOTS, MENTIONS, Cursor, parse
from console.connectors.x.lookup import aside
from console.connectors.x.names import earlier, newest, number
from console.connectors.x.posts import (
    FIELDS,
    Answer,
    Context,
    Root,
    View,
    comment_of,
    conversation,
    id_of,
    is_on_ours,
    referenced,
    remote_id,
    root_of,
    versions,
)
from console.connectors.x.spec import BATCH
from console.connectors.x.watching import Term, since
from console.domain.comment import IncomingComment, PullPage
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    Transient,
)

if TYPE_CHECKING:
    from console.connectors.x.lookup import Account, Lookup
    from console.connectors.x.session import Session
    from console.domain.ports import Clock

#: Comments per page handed to the intake, which stores a page in one transaction.
PAGE: Final = 200
#: Requests for posts per page.
_STEPS: Final = 2
#: Pages of one listing that a walk may take; X has no more than 800 mentions, five on a page at the least.
_MAX_PAGES: Final = 200
#: Pages in a row without anything new after which a walk is given up.
_MAX_STALE: Final = 3
#: Pages that a walk is charged with when it must begin anew.
_RESTART: Final = 20
#: How far a walk goes behind its mark, in seconds: ids are given out by several machines, posts appear a little later.
_OVERLAP: Final = 60
#: How many mentions X keeps; fewer than that for what it withholds.
_KEPT: Final = 780
#: Posts of ours whose missing replies are told of, per walk.
_MAX_TOLD: Final = 5


@dataclass(slots=True)
class _Found:
    """A post on its way to becoming a comment, with the page that it came on."""

    view: View
    answer: Answer
    watch: str = ""


@dataclass(slots=True)
class _Page:
    """What one pull gathers."""

    found: dict[str, _Found] = field(default_factory=dict)
    others: dict[str, View] = field(default_factory=dict)
    learned: Learned = field(default_factory=Learned)
    warnings: list[Mapping[str, Any]] = field(default_factory=list)
    ended: str = ""  # where the walk over the mentions began, if it ended here: its mark
    through: bool = False


class Puller:
    """Pulls for one account."""

    def __init__(
        self,
        session: Session,
        lookup: Lookup,
        clock: Clock,
        *,
        terms: tuple[Term, ...],
        replies_call: bool,
    ) -> None:
        self._session, self._lookup, self._clock = session, lookup, clock
        self._terms = {term.key: term for term in terms}
        self._replies_call = replies_call
        self._memory = Memory()
        self.roots: dict[str, Root] = {}
        self.firsts: dict[str, str] = {}
        self._asked: set[str] = set()  # posts that X did not give when they were asked for
        self._direct: dict[str, set[str]] = {}  # answers to a post itself that this walk met
        self._from_start = False  # whether this process saw the present walk from its first page on

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most ``PAGE`` comments, oldest first. Raises ConnectorError, cursor kept."""
        start = parse(cursor)
        self._session.money.take(start.money)
        self._memory.begin(cursor)
        self.remember(start)
        if self._memory.backlog:
            return self._slice(start, _Page(), self._memory.backlog, parse(self._memory.after_backlog))
        account = await self._lookup.account()
        page = _Page()
        state = start
        if start.idle:
            state = replace(start, plan=(MENTIONS, *self._terms), token="", top="", pages=0, got=0, stale=0)
        for step in range(_STEPS):
            try:
                state = await self._step(state, page, account)
            except ConnectorError:
                if step == 0:
                    raise
                break  # what was read before is worth storing; the next page meets the same trouble first
            if state.idle:
                break
        if not account.told:
            page.warnings.append({"code": "x_profile_away"})
        await self._learn(page, account)
        comments = self._comments(page, account)
        if page.through:
            self._tell_missing(page)
        return self._slice(start, page, comments, state)

    def remember(self, state: Cursor) -> None:
        """Take over what a cursor knows of conversations and versions."""
        for one, ours in state.roots.items():
            self.roots.setdefault(one, Root(ours))
        self.firsts.update(state.firsts)

    def _slice(self, start: Cursor, page: _Page, comments: list[IncomingComment], end: Cursor) -> PullPage:
        """Hand out at most one page; until the last slice the cursor stays where the page began."""
        memory, money = self._memory, self._session.money
        now, rest = comments[:PAGE], comments[PAGE:]
        state = replace(
            start if rest else end,
            number=start.number + 1,
            roots=_last({one: root.ours for one, root in self.roots.items() if root.ours is not None}),
            firsts=dict(list(self.firsts.items())[-MAX_FIRSTS:]),
            money=money.dump(),
        )
        memory.backlog, memory.after_backlog = rest, end.dump() if rest else ""
        for comment in now:
            page.learned.prints[comment.remote_id] = fingerprint(comment)
        text = state.dump()
        memory.offer(text, page.learned)
        return PullPage(
            tuple(now),
            text,
            more=bool(rest) or not end.idle,
            warnings=tuple(page.warnings),
            budget=money.budget(),
        )

    # ------------------------------------------------------------------ listings

    async def _step(self, state: Cursor, page: _Page, account: Account) -> Cursor:
        """One page of the first listing that is left."""
        key = state.plan[0]
        term = self._terms.get(key)
        if key != MENTIONS and term is None:
            return self._next(state)  # taken off the channel meanwhile
        mark = state.marks.get(key, "")
        if not state.pages:
            self._memory.walked.clear()
            if key == MENTIONS:
                self._direct, self._from_start = {}, True
        try:
            answer = await self._read(term, mark, state.token, account)
        except Invalid:
            if not state.token or state.pages >= _MAX_PAGES:
                if term is None:
                    raise
                page.warnings.append({"code": "x_watch_refused", "watch": term.shown})
                return self._next(state)
            # The place in the list is no longer known: from the newest again, down to the same mark.
            self._memory.walked.clear()
            page.learned.walked.clear()
            return replace(state, token="", pages=state.pages + _RESTART)
        except (ForbiddenByPlatform, AuthMissingScope, Gone, RateLimited, Transient):
            # A term that is not answered must not keep back the mentions of the next round.
            if term is None:
                raise
            page.warnings.append({"code": "x_watch_refused", "watch": term.shown})
            return self._next(state)
        self._lookup.paid(answer, account.id, mentions=term is None)
        self._take(answer, term, page, account)
        return self._after(state, answer, mark, page)

    async def _read(self, term: Term | None, mark: str, token: str, account: Account) -> Answer:
        money = self._session.money
        if term is None:
            path, bucket, least, own = f"/users/{account.place}/mentions", "mentions", 5, True
            params: dict[str, Any] = {"since_id": earlier(mark, _OVERLAP), "pagination_token": token}
        else:
            path, bucket, least, own = "/tweets/search/recent", "search", 10, False
            start = since(mark, _OVERLAP, self._clock.now())
            params = {"query": term.query, "since_id": start, "pagination_token": token}
        params["max_results"] = money.room(least, BATCH, own=own)
        answer = Answer.of(await self._session.read(path, {**params, **FIELDS}, bucket=bucket))
        if not answer.whole:
            raise Transient("bad_answer", path=path)
        return answer

    def _take(self, answer: Answer, term: Term | None, page: _Page, account: Account) -> None:
        """Note what a page brought."""
        if answer.errors:
            page.warnings.append({"code": "x_partial", "count": len(answer.errors)})
        if answer.said is not None and answer.said > len(answer.posts):
            said = {"code": "incomplete", "said": answer.said, "got": len(answer.posts), "post": ""}
            page.warnings.append(said)
        page.others.update(answer.others)
        repeated = sum(bool(referenced(view, "retweeted")) for view in answer.posts)
        if repeated and term is None:
            page.warnings.append({"code": "x_retweets", "count": repeated})
        for view in answer.posts:
            one = remote_id(view)
            # Only versions up to this one were met: of later ones that it names, the words are not known yet.
            met = (later for later in versions(view)[1:] if number(later) <= number(id_of(view)))
            self.firsts.update(dict.fromkeys(met, one))
            if referenced(view, "retweeted"):
                continue  # nobody's words but those of the post that it repeats
            if term is None and referenced(view, "replied_to") == conversation(view) != "":
                self._direct.setdefault(conversation(view), set()).add(one)
            there = page.found.get(one)
            if there is not None and number(id_of(there.view)) >= number(id_of(view)):
                continue
            if term is not None and (self._memory.knows(one) or self._is_ours(view, account)):
                continue
            watch = term.shown if term is not None and (there is None or there.watch) else ""
            page.found[one] = _Found(view, answer, watch)

    @staticmethod
    def _is_ours(view: View, account: Account) -> bool:
        return bool(account.id) and view.get("author_id") == account.id

    def _after(self, state: Cursor, answer: Answer, mark: str, page: _Page) -> Cursor:
        """Where the walk stands after a page."""
        key = state.plan[0]
        new = {f"{key}|{id_of(one)}" for one in answer.posts} - self._memory.walked - page.learned.walked
        page.learned.walked |= new
        state = replace(
            state,
            top=newest(state.top, *(id_of(one) for one in answer.posts)),
            pages=state.pages + 1,
            got=state.got + len(new),
            stale=0 if new else state.stale + 1,
        )
        # The first look at a term is one page: what is older was said before anybody watched.
        following = answer.following if key == MENTIONS or mark else ""
        if following and following != state.token and state.stale < _MAX_STALE and state.pages < _MAX_PAGES:
            return replace(state, token=following)
        if following:
            # The mark stays: what lies behind the loop is not lost, the next round comes by again.
            page.warnings.append({"code": "paging_loop", "pages": state.pages})
            return self._next(state)
        if key == MENTIONS:
            page.through, page.ended = self._from_start, mark
            if state.got >= _KEPT:
                page.warnings.append({"code": "x_mentions_limit", "count": state.got})
        marks = {one: at for one, at in state.marks.items() if one == MENTIONS or one in self._terms}
        if state.top:
            marks[key] = newest(mark, state.top)
        return self._next(replace(state, marks=marks))

    @staticmethod
    def _next(state: Cursor) -> Cursor:
        return replace(state, plan=state.plan[1:], token="", top="", pages=0, got=0, stale=0)

    # ------------------------------------------------------------------ conversations

    async def _learn(self, page: _Page, account: Account) -> None:
        """Find out whose the conversations are, and what the posts say that are quoted or answered."""
        views = [(one.view, one.answer) for one in page.found.values()]
        try:
            await self.place(views, account, page.others)
        except ConnectorError as error:
            if not aside(error) and not error.retry:
                raise
            page.warnings.append({"code": "x_posts_away"})

    async def place(
        self, views: list[tuple[View, Answer]], account: Account, others: Mapping[str, View]
    ) -> None:
        """Ask for the posts that these stand under or quote, each once. Raises ConnectorError."""
        for one, view in others.items():
            self._root(one, view, account)
        for view, _ in views:
            if conversation(view) in versions(view):
                self._root(conversation(view), view, account)
        wanted: dict[str, None] = {}
        for view, answer in views:
            talk = conversation(view)
            known = is_on_ours(view, self._context(answer, account))
            if known is False:
                self.roots.setdefault(talk, Root(False))
            for one in (talk if known is not False else "", referenced(view, "quoted")):
                root = self.roots.get(one)
                if one and one not in self._asked and (root is None or root.ours is None):
                    wanted[one] = None
        ids = list(wanted)
        for start in range(0, len(ids), BATCH):
            part = ids[start : start + BATCH]
            answer, _ = await self._lookup.posts(part, account.id)
            for view in answer.posts:
                self._root(id_of(view), view, account)
            self._asked.update(part)
        for view, answer in views:
            known = is_on_ours(view, self._context(answer, account))
            if known is not None:
                self.roots.setdefault(conversation(view), Root(known))

    def _root(self, one: str, view: View, account: Account) -> None:
        found = root_of(view, account.id)
        before = self.roots.get(one)
        if before is not None and found.ours is None:
            found = replace(found, ours=before.ours)
        self.roots[one] = found

    def _tell_missing(self, page: _Page) -> None:
        """Our posts that began after the walk's end have all their answers in it; X counts those it does not give."""
        lacking = []
        for one, root in self.roots.items():
            if root.ours and root.replies and number(one) > number(page.ended):
                got = len(self._direct.get(one, ()))
                if root.replies > got:
                    lacking.append((root.replies, got, one))
        for said, got, one in sorted(lacking, key=lambda entry: entry[1] - entry[0])[:_MAX_TOLD]:
            page.warnings.append({"code": "incomplete", "said": said, "got": got, "post": one})

    # ------------------------------------------------------------------ comments

    def _comments(self, page: _Page, account: Account) -> list[IncomingComment]:
        """The gathered posts as comments, without those that are stored in exactly this state, oldest first."""
        comments = []
        for found in page.found.values():
            if self._outdated(found.view):
                continue
            one = self.comment(found.view, found.answer, account, found.watch)
            if not self._memory.same(one.remote_id, fingerprint(one)):
                comments.append(one)
        return sorted(comments, key=lambda one: (one.posted_at, number(one.remote_id)))

    def _outdated(self, view: View) -> bool:
        """Whether a later version of this post was met: the walk's overlap brings earlier ones once more."""
        one = remote_id(view)
        shown = number(id_of(view))
        return any(first == one and number(later) > shown for later, first in self.firsts.items())

    def comment(self, view: View, answer: Answer, account: Account, watch: str = "") -> IncomingComment:
        """A post as a comment, with what is known of its conversation."""
        return comment_of(view, replace(self._context(answer, account), watch=watch))

    def _context(self, answer: Answer, account: Account) -> Context:
        return Context(
            account.id,
            account.name,
            self._clock.now(),
            answer,
            self.roots,
            self.firsts,
            replies_call=self._replies_call,
        )


def _last(roots: Mapping[str, bool]) -> dict[str, bool]:
    return dict(list(roots.items())[-MAX_ROOTS:])
