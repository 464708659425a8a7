"""How many follow an author, where a platform of Meta tells: one request each, so few at a time, and only with budget to spare.

A side question that nothing depends on: whatever is refused is let be for a while without a word, and no comment waits
for it or is lost by it. What was told is kept; an author whose number is not known yet is asked for when a comment of
theirs comes by again.
"""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from console.connectors.answers import as_count
from console.domain.errors import ConnectorError, Gone, Invalid, RateLimited, Transient

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from console.connectors.graph.client import Graph
    from console.domain.comment import IncomingComment

log = logging.getLogger(__name__)

#: Authors asked for with one page of a pull, and in one hour: Threads allows 1,000 in a day, Instagram counts all calls.
PER_PAGE: Final = 10
PER_HOUR: Final = 40
#: How long a number is believed, and how long one that was not told is let be, in seconds.
_KNOWN: Final = 24 * 3600
_UNTOLD: Final = 7 * 24 * 3600
#: How long nobody is asked for after a refusal, and after trouble on the way, in seconds.
_REFUSED: Final = 24 * 3600
_TROUBLE: Final = 600
#: Refusals running, without a single number, after which nobody is asked for.
_PATIENCE: Final = 20
_KEPT: Final = 5_000
#: A name as these platforms have them. It stands inside of a field's brackets, so nothing else may get there.
_NAME: Final = re.compile(r"[a-z0-9._]{1,30}")


class Followers:
    """Of one account. ``may`` says whether the token is for it, ``ask`` asks for one name (None: not told).

    ``ask`` raises ConnectorError; what says that nobody can be asked for (no permission, no such request) ends it for a
    day, what may be the author's own (a code of the platform with Gone or Invalid) only in the long run.
    """

    def __init__(
        self, graph: Graph, may: Callable[[], Awaitable[bool]], ask: Callable[[str], Awaitable[int | None]]
    ) -> None:
        self._graph, self._may, self._ask = graph, may, ask
        self._kept: OrderedDict[str, tuple[int, int | None]] = OrderedDict()
        self._until = 0  # UTC seconds before which nobody is asked for
        self._hour, self._asked = 0, 0
        self._refusals = 0

    async def told(self, comments: Sequence[IncomingComment]) -> tuple[IncomingComment, ...]:
        """These comments with the numbers of their authors, as far as they are known. Raises nothing."""
        now = self._graph.clock.now()
        wanted: dict[str, None] = {}
        for one in sorted(comments, key=lambda each: -each.posted_at):
            name = one.author.handle.casefold()
            # Where the platform told a number and no name, the number stands in its place.
            named = one.author.handle != one.author.remote_id and not one.facts.get("author_unknown")
            theirs = named and not (one.ours or one.gone)
            if (
                theirs
                and one.author.followers is None
                and _NAME.fullmatch(name)
                and not self._fresh(name, now)
            ):
                wanted[name] = None
        if wanted and now >= self._until:
            await self._look(list(wanted), now)
        return tuple(self._with(one) for one in comments)

    def _fresh(self, name: str, now: int) -> bool:
        if name not in self._kept:
            return False
        at, number = self._kept[name]
        return now - at < (_UNTOLD if number is None else _KNOWN)

    def _with(self, one: IncomingComment) -> IncomingComment:
        _, number = self._kept.get(one.author.handle.casefold(), (0, None))
        if number is None or one.author.followers is not None or one.facts.get("author_unknown"):
            return one
        return replace(one, author=replace(one.author, followers=number))

    async def _look(self, names: Sequence[str], now: int) -> None:
        """Ask for the first of these, while all goes well and enough is left for the comments themselves."""
        if now // 3600 != self._hour:
            self._hour, self._asked = now // 3600, 0
        try:
            if not await self._may():
                self._until = now + _REFUSED
                return
            for name in names[:PER_PAGE]:
                if self._asked >= PER_HOUR or not self._graph.spare:
                    return
                self._asked += 1
                await self._one(name, now)
        except RateLimited as error:
            self._rest(error, max(error.retry_at or 0, now + _TROUBLE))
        except Transient as error:
            self._rest(error, now + _TROUBLE)
        except ConnectorError as error:
            self._rest(error, now + _REFUSED)

    async def _one(self, name: str, now: int) -> None:
        try:
            number = await self._ask(name)
            self._refusals = 0 if number is not None else self._refusals
        except (Gone, Invalid) as error:
            self._refusals += 1
            if self._refusals >= _PATIENCE or "platform_code" not in error.params:
                raise  # it is not this author alone
            number = None
        self._kept[name] = now, number
        self._kept.move_to_end(name)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _rest(self, error: ConnectorError, until: int) -> None:
        self._until, self._refusals = until, 0
        log.info("followers are not asked for: %s", error.code)


def number_in(said: object, name: str, told: object) -> int | None:
    """The number ``said`` of ``name`` if the answer is about them (``told`` is whom it names; nobody counts, too)."""
    if isinstance(told, str) and told and told.casefold() != name:
        return None
    return as_count(said)
