"""Reading comments: one page of a list, some by their numbers, what we said ourselves. Nothing here writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_items
from console.connectors.wordpress.comments import FIELDS, View, status_of
from console.connectors.wordpress.cursor import LISTS
from console.domain.errors import AuthMissingScope, ForbiddenByPlatform, Gone, Invalid, Transient

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from console.connectors.wordpress.session import Session

#: Comments per request: the most that WordPress gives.
PAGE: Final = 100
#: Comments that are in no list are asked for one by one, at most so many at a time.
_SINGLY: Final = 25


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list: its comments, and how many the site says there are in all (None: it does not say)."""

    views: tuple[View, ...]
    total: int | None
    start: int
    asked: int = PAGE

    @property
    def ids(self) -> list[int]:
        """The ids, highest first."""
        return sorted({int(as_id(view.get("id"))) for view in self.views}, reverse=True)

    @property
    def end(self) -> int:
        """The offset behind this page."""
        return self.start + self.asked

    @property
    def last(self) -> bool:
        """Whether nothing stands behind this page."""
        return self.end >= self.total if self.total is not None else len(self.views) < self.asked


class Lookup:
    """Reads of one site."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def listed(self, name: str, offset: int) -> Listed:
        """One page of a list, highest id first. What is under articles that we may not read is left out by the site."""
        order = {"orderby": "id", "order": "desc", "offset": offset}
        return await self._list({"status": name, **order}, offset)

    async def present(self, ids: Iterable[str]) -> dict[str, View | None]:
        """Comments by id as they are now, whatever their list; None where there is none. Unknown ones are left out."""
        wanted = [one for one in dict.fromkeys(ids) if one.isascii() and one.isdigit()]
        found: dict[str, View | None] = {}
        for start in range(0, len(wanted), PAGE):
            part = wanted[start : start + PAGE]
            for name in LISTS:
                missing = [one for one in part if one not in found]
                if missing:
                    listed = await self._list({"status": name, "include": ",".join(missing)}, 0)
                    asked = set(missing)
                    found |= {n: v for v in listed.views if (n := as_id(v.get("id"))) in asked}
        # Absent from every list: deleted for good, or under an article that we may no longer read.
        for one in [one for one in wanted if one not in found][:_SINGLY]:
            try:
                found[one] = await self.one(one)
            except Gone:
                found[one] = None
            except (ForbiddenByPlatform, AuthMissingScope, Invalid):
                pass
        return found

    async def one(self, number: str) -> View:
        """One comment. Raises Gone, Invalid ``bad_target``."""
        if not (number.isascii() and number.isdigit()):
            raise Invalid("bad_target")
        params = {"context": "edit", "_fields": FIELDS, "_embed": "up"}
        answer = await self._session.get(f"/comments/{number}", params)
        view = answer.object()
        if as_id(view.get("id")) != number:
            raise Transient("bad_answer", missing="id")
        return view

    async def status(self, number: str) -> str:
        """Where one comment stands now: approved, hold, spam or trash. Raises Gone."""
        return status_of(await self.one(number))

    async def said_by(self, author: str, parent: str) -> Sequence[View]:
        """What ``author`` answered to the comment ``parent``, newest first, wherever the site put it but the trash."""
        found: list[View] = []
        for name in LISTS[:2]:
            query = {"status": name, "parent": parent, "author": author, "orderby": "id", "order": "desc"}
            found += (await self._list(query, 0)).views
        return [
            view
            for view in found
            if as_id(view.get("author")) == author and as_id(view.get("parent")) == parent
        ]

    async def _list(self, query: dict[str, Any], start: int) -> Listed:
        params = {"context": "edit", "per_page": PAGE, "_embed": "up", "_fields": FIELDS, **query}
        answer = await self._session.get("/comments", params)
        items = answer.json()
        if not isinstance(items, list):
            raise Transient("bad_answer", missing="comments")
        views = tuple(view for view in as_items(items) if as_id(view.get("id")).isdigit())
        if items and not views:
            raise Transient(
                "bad_answer", missing="comments"
            )  # what cannot be read must not look like silence
        return Listed(views, as_count(answer.headers.get("x-wp-total")), start)
