"""Reading one target of a round, a page at a time: how far a walk goes, what it counts, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from console.connectors.graph.memory import Memory, Trace, WalkMemory
from console.connectors.graph.rounds import NEVER, REFUSED, Cursor, Known, Walk
from console.connectors.graph.source import COMMENTS, MENTIONS, REPLIES, Slice, Source, Target
from console.domain.comment import IncomingComment
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
    Unsupported,
)

if TYPE_CHECKING:
    from console.domain.comment import IncomingPost
    from console.domain.ports import Clock

#: Pages that one walk may take before it is given up with a warning.
MAX_WALK: Final = 400
#: Pages of a list of mentions that a first walk takes: nobody answers what is years old.
_FIRST_MENTIONS: Final = 10
#: Comments whose replies are asked for one by one after one walk.
_MAX_REPLIES: Final = 50
#: Vanished comments looked after per walk.
_VERIFY: Final = 10
#: One target that fails this often running is left for the next round.
PATIENCE: Final = 2
#: What a platform says of one thing that it does not give out; the others still come.
REFUSALS: Final = (Gone, Invalid, ForbiddenByPlatform, AuthMissingScope, Unsupported)
#: Trouble that may belong to one thing alone, unlike a network that is away.
_ONES_OWN: Final = frozenset({"server_error", "bad_answer", "answer_too_large"})


@dataclass(slots=True)
class Gathered:
    """What one pull gathers."""

    found: dict[str, IncomingComment] = field(default_factory=dict)
    warnings: list[Mapping[str, Any]] = field(default_factory=list)

    def add(self, comments: Sequence[IncomingComment]) -> None:
        """Take these; of one that comes twice the later picture counts, but under our posts it stays a comment."""
        for one in comments:
            held = self.found.get(one.remote_id)
            if held is None or held.relation != "comment" or one.relation == "comment":
                self.found[one.remote_id] = one


class Walker:
    """Reads the first target of a cursor's ``todo``."""

    def __init__(self, source: Source, clock: Clock, memory: Memory) -> None:
        self._source, self._clock, self._memory = source, clock, memory
        self._ever_read = False
        self._asked: tuple[str, IncomingPost] | None = (
            None  # of a walk through a post that no list has brought yet
        )

    async def read(self, state: Cursor, page: Gathered) -> Cursor:
        """One page of it. Raises ConnectorError where no target could be read."""
        target, walk = state.todo[0], state.walk
        memory = self._memory
        try:
            part = await self._source.read(
                target, walk.following if walk else "", await self._post_of(target)
            )
        except REFUSALS as error:
            if walk is not None and isinstance(error, Invalid) and memory.patient(target.key, PATIENCE):
                return replace(state, walk=None)  # the server no longer knows its own cursor: from the start
            return await self._refused(state, target, error, page)
        except Transient as error:
            if error.code not in _ONES_OWN or memory.patient(target.key, PATIENCE):
                raise
            page.warnings.append(_unread(target, error))
            return _next(state)
        memory.failed.pop(target.key, None)
        self._ever_read = self._ever_read or target.kind == COMMENTS
        return await self._take(state, target, part, page)

    async def _post_of(self, target: Target) -> IncomingPost | None:
        one = target.id if target.kind == COMMENTS else target.post
        if not one:
            return None
        held = self._memory.posts.get(one)
        if held is not None:
            return held.incoming
        if self._asked is None or self._asked[0] != one:
            self._asked = one, await self._source.post(one)
        return self._asked[1]

    async def _refused(self, state: Cursor, target: Target, error: ConnectorError, page: Gathered) -> Cursor:
        """What the platform does not give out is said and passed over."""
        self._memory.failed.pop(target.key, None)
        if target.kind == MENTIONS:
            name = target.id.partition(":")[0]
            if name not in self._source.optional:
                page.warnings.append({"code": "meta_list_unread", "list": name, **why(error)})
            held = state.known.get(target.key, Known())
            refused = replace(held, count=REFUSED, whole_at=self._clock.now())
            return _next(state.learned(target.key, refused))
        if isinstance(error, AuthMissingScope) and not self._ever_read:
            raise error  # it is no single post: nothing can be read with this sign-in
        post = self._memory.posts.get(target.id)
        if target.kind == COMMENTS and post is not None and post.embedded:
            # Some came with the post itself; the count says whether these are all.
            rows = tuple(one.posted_at for one in post.embedded)
            return await self._take(state, target, Slice(post.embedded, rows, said=post.count), page)
        if isinstance(error, Gone) and error.params.get("platform_code"):
            # Deleted meanwhile, and its comments with it: the slow re-reading of what is stored finds these. But the
            # same is said of what we may not see, and then the list goes on counting.
            if target.kind == COMMENTS and post is not None and post.count:
                got = state.known.get(target.key, Known()).got
                short = {"code": "incomplete", "said": post.count, "got": got, "post": target.id}
                page.warnings.append(short)
            known = {key: one for key, one in state.known.items() if key != target.key}
            return _next(replace(state, known=known))
        page.warnings.append(_unread(target, error))
        return _next(state)

    # ------------------------------------------------------------------ one page

    async def _take(self, state: Cursor, target: Target, part: Slice, page: Gathered) -> Cursor:
        memory = self._memory
        if state.walk is None:
            memory.walk = WalkMemory(whole=True)
        held = state.known.get(target.key, Known())
        looping = not memory.walk.goes_on(part.comments, part.promised)
        new = memory.walk.take(part.comments)
        memory.walk.bare += [one for one in part.bare if one in new]
        if target.kind == REPLIES:
            new -= memory.known_in(target.post)
        # A page brings along what was there before, and a walk through all, for a count that moved, even more of it.
        since = state.known.get(target.post or target.key, Known()).since
        page.add([one for one in part.comments if one.posted_at >= since])
        walk = _on(state.walk, part, new, held, self._clock.now())
        state = _with(state, part.pending)
        stop = self._stop(target, walk, part, held, looping)
        if not stop:
            if walk.pages < MAX_WALK:
                return replace(state, walk=walk)
            page.warnings.append({"code": "meta_walk_cut", "post": target.post or target.id})
        whole = stop == "end" and not (target.floor and self._source.filters)
        return await self._finish(state, target, walk, held, page, whole=whole)

    def _stop(self, target: Target, walk: Walk, part: Slice, held: Known, looping: bool) -> str:
        """Why the walk ends here: at the ``end``, or ``below`` what is new; empty where it goes on."""
        if not part.following or looping:
            return "end"
        if not part.promised and (walk.said is None or walk.got >= walk.said or target.floor):
            return "end"
        if target.kind == MENTIONS and not target.floor and walk.pages >= _FIRST_MENTIONS:
            return "below"
        if not (part.rows and max(part.rows) < target.floor and _descending(part.rows)):
            return ""
        # Nothing newer can follow in this order; but a reply stands under its comment, however old that is.
        return "" if walk.fresh < self._missing(target, walk, held) else "below"

    def _missing(self, target: Target, walk: Walk, held: Known) -> int:
        """How many comments the platform counts that were not there at the last reading."""
        post = self._memory.posts.get(target.id)
        count = post.count if post is not None and post.count is not None else walk.said
        if target.kind != COMMENTS or count is None:
            return 0
        return count - max(held.count or 0, held.got)

    # ------------------------------------------------------------------ the end of a walk

    async def _finish(
        self, state: Cursor, target: Target, walk: Walk, held: Known, page: Gathered, *, whole: bool
    ) -> Cursor:
        memory = self._memory
        if target.kind == MENTIONS:
            return _next(state.learned(target.key, Known(mark=max(walk.top, held.mark))))
        if target.kind == REPLIES:
            memory.keep(f"{target.post}@{target.id}", dict(memory.walk.seen))
            parent = state.known.get(target.post)
            if parent is not None:
                state = state.learned(target.post, replace(parent, got=parent.got + walk.got))
            return _next(state)
        post = memory.posts.get(target.id)
        count = post.count if post is not None else held.count
        late = held.whole_at >= NEVER
        said = [one for one in (count, walk.said, None if whole else held.said) if one is not None]
        known = Known(
            count=count,
            mark=max(walk.top, held.mark),
            got=walk.got if whole else held.got + walk.fresh,
            said=max(said, default=None),
            whole_at=held.whole_at if not (whole or late) else self._clock.now() + (NEVER if late else 0),
            since=held.since,
        )
        further: list[Target] = []
        if whole and memory.walk.whole:
            await self._look_for_gone(target, page, held.since)
            counted = len(memory.walk.seen) + memory.walk.missing_replies()
            if counted > walk.got or said:
                known = replace(known, said=max(counted, known.said or 0))
            if self._source.expands:
                short = sorted(memory.walk.short())[:_MAX_REPLIES]
                further = [Target(REPLIES, one, target.id) for one in short or self._bare(target, known)]
        elif not whole and walk.fresh < self._missing(target, walk, held):
            further = [Target(COMMENTS, target.id)]  # the count moved by more than came: the whole, then
        return _next(_with(state.learned(target.key, known), further))

    def _bare(self, target: Target, known: Known) -> list[str]:
        """Comments to ask for replies where the platform counts more than came and nothing says under which; once."""
        memory = self._memory
        if known.said is None or known.got >= known.said or target.key in memory.asked:
            return []
        if memory.walk.children:
            return []  # replies do come with their comments here: it is something else that is missing
        memory.asked.add(target.key)
        return memory.walk.bare[:_MAX_REPLIES]

    async def _look_for_gone(self, target: Target, page: Gathered, since: int) -> None:
        """What the last whole walk brought and this one did not: asked for by id, told where it is gone."""
        memory = self._memory
        before: Mapping[str, Trace] = memory.traces.get(target.key, {})
        missing = sorted(
            one for one in before.keys() - memory.walk.seen.keys() if before[one].posted_at >= since
        )
        traces = dict(memory.walk.seen)
        if missing:
            traces.update((one, before[one]) for one in missing)
            try:
                present = await self._source.by_id(missing[:_VERIFY])
            except ConnectorError:
                present = {}  # nobody can tell now: they stay as they are
            for one in missing[:_VERIFY]:
                if one in present and present[one] is None:
                    trace = traces.pop(one)
                    page.found[one] = IncomingComment(one, "", trace.author, trace.posted_at, gone=True)
        memory.keep(target.key, traces)


def why(error: ConnectorError) -> dict[str, Any]:
    """What a warning tells of an error: its code, and the platform's code and permission where it has them."""
    told = {name: error.params[name] for name in ("platform_code", "scope") if name in error.params}
    return {"why": error.code, **told}


def _on(before: Walk | None, part: Slice, new: set[str], held: Known, now: int) -> Walk:
    """The walk one page further."""
    before = before or Walk("", pages=0)
    return Walk(
        part.following,
        before.pages + 1,
        max([before.top, *(min(one.posted_at, now) for one in part.comments)]),
        before.got + len(new),
        before.fresh + len({c.remote_id for c in part.comments if c.posted_at > held.mark} & new),
        part.said if part.said is not None else before.said,
    )


def _with(state: Cursor, more: Sequence[Target]) -> Cursor:
    """The cursor with further targets right after the present one, each once."""
    present = {(one.key, one.floor) for one in state.todo[1:]}
    added = [one for one in more if (one.key, one.floor) not in present]
    return replace(state, todo=(*state.todo[:1], *added, *state.todo[1:])) if added else state


def _next(state: Cursor) -> Cursor:
    return replace(state, todo=state.todo[1:], walk=None)


def _descending(rows: tuple[int, ...]) -> bool:
    return all(a >= b for a, b in pairwise(rows))


def _unread(target: Target, error: ConnectorError) -> dict[str, Any]:
    return {"code": "meta_post_unread", "post": target.post or target.id, **why(error)}
