"""Works a connector in a test: a clock that stands, a loop of its own, a pull to its end, an intent on a comment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

from console.domain.comment import IncomingComment, PullPage
from console.domain.decision import ActionRequest
from console.domain.ports import Connector
from console.domain.vocabulary import ActionKind
from tests.support.faultserver import TestClock

T = TypeVar("T")
C = TypeVar("C", bound=Connector)

#: A little after the invented posts, which begin at 1_795_000_000 in the stand-ins whose time does not pass.
_AFTER: Final = 1_795_050_000
#: Comments that one page may bring: the intake stores a page in one transaction.
_PAGE: Final = 200


class FixedClock(TestClock):
    """Stands ``ahead`` seconds after ``at``; microseconds strictly increase."""

    def __init__(self, at: int = _AFTER) -> None:
        super().__init__()
        self._at = at

    def now(self) -> int:
        """UTC seconds."""
        return self._at + self.ahead

    def now_us(self) -> int:
        """UTC microseconds, never the same twice."""
        self._last = max(self._last + 1, self.now() * 1_000_000)
        return self._last


def using(made: Callable[[], C], use: Callable[[C], Awaitable[T]]) -> T:
    """What ``use`` makes of a connector, which is made, used and closed in an event loop of its own."""

    async def go() -> T:
        connector = made()
        try:
            return await use(connector)
        finally:
            await connector.close()

    return asyncio.run(go())


async def drain(
    connector: Connector, cursor: str | None = None
) -> tuple[list[IncomingComment], str, list[PullPage]]:
    """A whole pull: comments, the cursor it ends with, its pages."""
    comments: list[IncomingComment] = []
    pages: list[PullPage] = []
    for _ in range(500):
        page = await connector.pull(cursor)
        assert len(page.comments) <= _PAGE
        cursor = page.cursor
        assert cursor is not None
        pages.append(page)
        comments += page.comments
        if not page.more:
            return comments, cursor, pages
    raise AssertionError("the pull never ends")


def ids(comments: list[IncomingComment]) -> list[str]:
    """Their remote ids, as they came."""
    return [one.remote_id for one in comments]


def codes(pages: list[PullPage]) -> list[str]:
    """The warnings of a pull by code."""
    return [str(one["code"]) for page in pages for one in page.warnings]


def request(action: str, comment: IncomingComment, clock: TestClock, **more: Any) -> ActionRequest:
    """An intent on a comment, as the outbox keeps it."""
    at = clock.now_us()
    given = {
        "key": f"{at:032x}", "action": ActionKind(action), "created_at_us": at, "target": comment.remote_id,
        "author_remote_id": comment.author.remote_id, "facts": dict(comment.facts), **more,
    }  # fmt: skip
    return ActionRequest(**given)
