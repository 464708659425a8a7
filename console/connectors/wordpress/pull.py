"""A pull: what is new in each list of the site, and in turn everything again, so that changes made there are noticed.

A list is read by id, newest first. The site may move comments between lists while a walk is under way, which shifts
what stands behind: each page overlaps the one before, and a page that does not touch it is read again further up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from console.connectors.memory import MAX_PRINTS, Learned, Memory, Trace, fingerprint
from console.connectors.times import utc_seconds
from console.connectors.wordpress.comments import Context, comment_of
from console.connectors.wordpress.cursor import LISTS, Cursor, Walk, parse
from console.connectors.wordpress.lookup import PAGE, Listed, Lookup
from console.domain.comment import IncomingComment, PullPage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

#: How many comments each page shares with the one before.
OVERLAP: Final = 10
#: Requests of one pull. It also ends with the first that brings more than a few comments, so it brings 200 at most.
_STEPS: Final = 5
#: A list that gave less than the site says is in it is read through again every so many rounds.
_RECOUNT: Final = 20
#: Vanished comments looked after per pull.
_VERIFY: Final = 25


@dataclass(slots=True)
class _Page:
    """What one pull gathers. ``live`` is what the memory will hold of the list of what is published or waits."""

    live: dict[str, Trace]
    found: dict[str, IncomingComment] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    warnings: list[Mapping[str, Any]] = field(default_factory=list)


class Puller:
    """Pulls for one site. ``since`` (UTC seconds, 0: everything) is the oldest time of a comment that is brought in."""

    def __init__(self, lookup: Lookup, context: Callable[[], Awaitable[Context]], *, since: int) -> None:
        self._lookup = lookup
        self._context = context
        self._since = since
        self._memory = Memory()

    async def pull(self, cursor: str | None) -> PullPage:
        """One page from ``cursor`` on: at most 200 comments, oldest first. Raises ConnectorError, cursor kept."""
        start = parse(cursor)
        self._memory.begin(cursor)
        context = await self._context()
        page = _Page(dict(self._memory.threads.get(LISTS[0], {})))
        state = start
        if state.walk is None and not state.todo:
            state = replace(state, todo=LISTS)
        for _ in range(_STEPS):
            if state.walk is None and not state.todo:
                break
            state = await self._walk(state, page, context)
            if len(page.found) > OVERLAP:
                break
        more = state.walk is not None or bool(state.todo)
        if not more and len(page.found) <= PAGE // 2:
            state = await self._take_turn(state, page, context)
            await self._look_after(page, context)
        if not more:
            for name, (said, got) in state.short.items():
                page.warnings.append({"code": "incomplete", "said": said, "got": got, "list": name})
        state = replace(state, number=start.number + 1)
        learned = Learned(prints={one.remote_id: _print(one) for one in page.found.values()})
        surplus = max(len(page.live) - MAX_PRINTS, 0)
        learned.threads[LISTS[0]] = dict(islice(page.live.items(), surplus, None))
        text = state.dump()
        self._memory.offer(text, learned)
        comments = sorted(page.found.values(), key=lambda one: (one.posted_at, int(one.remote_id)))
        return PullPage(tuple(comments), text, more=more, warnings=tuple(page.warnings))

    # ------------------------------------------------------------------ what is new

    async def _walk(self, state: Cursor, page: _Page, context: Context) -> Cursor:
        """One page of the walk that is under way, or the first of the next list."""
        walk, todo = state.walk, state.todo
        if walk is None:
            name, todo = todo[0], todo[1:]
            recount = name in state.short and state.number % _RECOUNT == 0
            walk = Walk(name, floor=0 if recount else state.marks.get(name, 0))
        name = walk.name
        listed = await self._lookup.listed(name, walk.offset)
        if walk.last and listed.ids and listed.ids[0] < walk.last and walk.offset:
            # Something above left the list meanwhile, and what stood here moved up past the overlap.
            above = await self._lookup.listed(name, max(walk.offset - PAGE + OVERLAP, 0))
            listed = Listed(
                (*above.views, *listed.views), listed.total, above.start, listed.end - above.start
            )
        ids = listed.ids
        fresh = [one for one in ids if not walk.last or one < walk.last]
        self._take(name, listed, page, context)
        said = (
            walk.said if listed.total is None else min(walk.said, listed.total) if walk.got else listed.total
        )
        walk = replace(
            walk,
            top=walk.top or (ids[0] if ids else 0),
            last=fresh[-1] if fresh else walk.last,
            got=walk.got + len(fresh),
            said=said,
            offset=listed.end - OVERLAP,
        )
        totals = state.totals if listed.total is None else {**state.totals, name: listed.total}
        # A page with less than was asked for holds what the site left out; a full one with nothing new is a loop.
        looping = not fresh and len(ids) >= listed.asked and not listed.last
        reached = bool(fresh) and fresh[-1] <= walk.floor
        if not (listed.last or looping or reached or self._too_old(listed)):
            return replace(state, walk=walk, todo=todo, totals=totals)
        if looping:
            page.warnings.append({"code": "paging_loop", "params": {"list": name}})
        short = dict(state.short)
        if listed.last and listed.total is not None and not self._since:
            # Only a walk from one end to the other can say how many there are to be had.
            short.pop(name, None)
            if walk.got < walk.said:
                short[name] = (walk.said, walk.got)
        marks = {**state.marks, name: max(walk.top, state.marks.get(name, 0))}
        return replace(state, marks=marks, walk=None, todo=todo, totals=totals, short=short)

    def _too_old(self, listed: Listed) -> bool:
        times = [utc_seconds(view.get("date_gmt")) for view in listed.views]
        return bool(times) and all(one is not None and one < self._since for one in times)

    # ------------------------------------------------------------------ everything, in turn

    async def _take_turn(self, state: Cursor, page: _Page, context: Context) -> Cursor:
        """One more page of everything: a comment approved, edited or thrown away on the site has no newer id."""
        name, offset = state.turn
        for _ in LISTS:
            if (
                offset < state.totals.get(name, 0) - OVERLAP
            ):  # the first page of each list is read by every walk
                listed = await self._lookup.listed(name, offset)
                self._take(name, listed, page, context)
                if not (listed.last or self._too_old(listed)):
                    return replace(state, turn=(name, listed.end - OVERLAP))
                return replace(state, turn=_next(name))
            name, offset = _next(name)
        return replace(state, turn=(name, offset))

    def _take(self, name: str, listed: Listed, page: _Page, context: Context) -> None:
        ids = listed.ids
        if name == LISTS[0] and ids:
            # Without gaps between its ends: what is remembered from there and is not here has left the list.
            high = ids[0] if listed.start else max(ids[0], *(int(one) for one in page.live), 0)
            here = {str(one) for one in ids}
            for one in [one for one in page.live if ids[-1] <= int(one) <= high and one not in here]:
                page.missing[one] = None
        for view in listed.views:
            comment = comment_of(view, context)
            if comment is None or comment.posted_at < self._since:
                continue
            self._keep(comment, page)

    async def _look_after(self, page: _Page, context: Context) -> None:
        """What left the list of what stands: moved elsewhere, or deleted for good."""
        wanted = [one for one in page.missing if one in page.live and one not in page.found][:_VERIFY]
        if not wanted:
            return
        present = await self._lookup.present(wanted)
        for number in wanted:
            if number not in present:
                page.live.pop(number)  # under an article that we may no longer read: nothing is known of it
                continue
            view = present[number]
            comment = comment_of(view, context) if view is not None else None
            if comment is None:
                trace = page.live[number]
                comment = IncomingComment(number, "", trace.author, trace.posted_at, gone=True)
            self._keep(comment, page)

    def _keep(self, comment: IncomingComment, page: _Page) -> None:
        number = comment.remote_id
        if comment.gone or comment.facts.get("status") == "spam":
            page.live.pop(number, None)
        else:
            page.live[number] = Trace(comment.author, comment.posted_at)
        if not self._memory.same(number, _print(comment)):
            page.found[number] = comment


def _next(name: str) -> tuple[str, int]:
    """The list after ``name`` in the turn, from behind its first page on."""
    return LISTS[(LISTS.index(name) + 1) % len(LISTS)], PAGE - OVERLAP


def _print(comment: IncomingComment) -> int:
    return hash((fingerprint(comment), comment.facts.get("status")))
