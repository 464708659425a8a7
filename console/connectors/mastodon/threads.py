"""Threads: our own recent statuses, whose thread a status belongs to, and one thread read whole."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_text
from console.connectors.mastodon.names import segment
from console.connectors.mastodon.statuses import View, account_of, id_of, parent_of, post_of, valid
from console.connectors.times import utc_seconds
from console.connectors.together import together
from console.domain.comment import OPEN
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    Gone,
    QuotaExhausted,
    RateLimited,
    Transient,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from console.connectors.mastodon.session import Session
    from console.domain.comment import IncomingPost
    from console.domain.ports import Clock

log = logging.getLogger(__name__)

#: Statuses whose thread is remembered.
_KNOWN: Final = 20_000
#: Our statuses are all read again this often (seconds): some get deleted, older ones still get replies.
_OWN_AGE: Final = 3600
_OWN_PAGES: Final = 10
_OWN_LIMIT: Final = 40
#: Threads asked for to place the comments of one page.
_LOOKUPS: Final = 40
#: Without a way to the server, or into the account, there is no point in going on with the rest.
_OFFLINE: Final = frozenset({"offline", "tls_failed", "proxy_failed", "connection_lost"})


def hopeless(error: ConnectorError) -> bool:
    """Whether ``error`` on a side request ends the pull: what stands for the whole account, not for one status."""
    if isinstance(error, (AuthExpired, AuthMissingScope, RateLimited, QuotaExhausted)):
        return True
    return isinstance(error, Transient) and error.code in _OFFLINE


@dataclass(frozen=True, slots=True)
class Root:
    """The status that started a thread, as far as it may be seen; ``post`` None: it is gone."""

    post: IncomingPost | None
    ours: bool


@dataclass(slots=True)
class Thread:
    """One thread below a status of ours. ``pending``: the server is still fetching replies from elsewhere."""

    views: list[View] = field(default_factory=list)
    pending: bool = False
    said: int = 0
    got: int = 0


class Threads:
    """What is known of the threads around one account."""

    def __init__(self, session: Session, clock: Clock, our_id: str) -> None:
        self._session = session
        self._clock = clock
        self._our_id = our_id
        self._roots: OrderedDict[str, Root] = OrderedDict()
        self._own: dict[str, View] = {}  # newest first
        self._own_at = 0
        self.own_unread = False

    async def our_id(self) -> str:
        """The account's own id on its instance."""
        if not self._our_id:
            self._our_id = as_id((await self._session.one("/api/v1/accounts/verify_credentials")).get("id"))
            if not self._our_id:
                raise Transient("bad_answer", missing="id")
        return self._our_id

    @property
    def known_id(self) -> str:
        """The same, once it has been asked for."""
        return self._our_id

    async def own(self, age: int) -> dict[str, View]:
        """Our statuses of the last ``age`` seconds by id, newest first, with the newest 40 as they are now.

        ``own_unread`` says afterwards whether the server would not list them; then these are the ones known before.
        """
        now = self._clock.now()
        try:
            await self._read_own(age, now)
            self.own_unread = False
        except ConnectorError as error:
            if hopeless(error):
                raise
            self.own_unread = True
        for view in reversed(self._own.values()):
            self.learn(view)
        return {
            one: view
            for one, view in self._own.items()
            if (utc_seconds(view.get("created_at")) or 0) >= now - age
        }

    async def _read_own(self, age: int, now: int) -> None:
        whole = now - self._own_at > _OWN_AGE
        found: dict[str, View] = {}
        path = f"/api/v1/accounts/{segment(await self.our_id())}/statuses"
        last = ""
        for _ in range(_OWN_PAGES if whole else 1):
            params: dict[str, Any] = {"limit": _OWN_LIMIT, "exclude_reblogs": "true"}
            if last:
                params["max_id"] = last
            page = [view for view in await self._session.many(path, params) if valid(view)]
            new = {id_of(view): view for view in page if id_of(view) not in found}
            found.update(new)
            if not new or (utc_seconds(page[-1].get("created_at")) or 0) < now - age:
                break
            last = id_of(page[-1])
        if whole:
            self._own, self._own_at = found, now
        else:
            self._own = {**found, **{one: view for one, view in self._own.items() if one not in found}}

    async def mine(self, ids: Iterable[str], age: int) -> list[View]:
        """Those of these statuses that are ours, not older than ``age`` seconds, and not known to be deleted."""
        wanted = list(ids)
        if any(one not in self._own for one in wanted):
            await self.own(age)  # another process planned this round
        return [self._own[one] for one in wanted if one in self._own]

    def root(self, view: View) -> Root | None:
        """The start of this status's thread, if it is known."""
        return self._roots.get(id_of(view)) or self._roots.get(parent_of(view) or "")

    def learn(self, view: View) -> None:
        """Remember whose thread a status stands in, where its parent's is known or it has none."""
        one, parent = id_of(view), parent_of(view)
        if one in self._roots:
            self._roots.move_to_end(one)
            return
        known = self._roots.get(parent or "")
        if parent is None:
            known = Root(post_of(view), account_of(view) == self._our_id)
        if known is not None:
            self._remember(one, known)

    async def place(self, views: Iterable[View], age: int) -> list[str]:
        """Find the threads of these statuses; returns those of which the server would not tell.

        ``age`` (seconds) is that of our statuses which are known beforehand: most comments answer one of them.
        """
        if not self._own_at:
            await self.own(age)
        ordered = sorted(views, key=lambda view: (len(id_of(view)), id_of(view)))  # parents first
        for view in ordered:
            self.learn(view)
        unknown = {id_of(view) for view in ordered if self.root(view) is None}
        asked: dict[str, View] = {}
        for view in ordered:
            parent = parent_of(view) or ""
            if id_of(view) in unknown and parent not in unknown and len(asked) < _LOOKUPS:
                asked.setdefault(parent, view)
        failed = await together([self._place(view) for view in asked.values()])
        for view in ordered:
            self.learn(view)
        return [one for one in failed if one]

    async def _place(self, view: View) -> str:
        try:
            answer = await self._session.one(f"/api/v1/statuses/{segment(id_of(view))}/context")
        except ConnectorError as error:
            if hopeless(error):
                raise
            log.info("thread not read: %s", error.code)
            return id_of(view)
        self._climb(view, [one for one in as_items(answer.get("ancestors")) if valid(one)])
        return ""

    def _climb(self, view: View, ancestors: Sequence[View]) -> None:
        """Learn a way down: ``ancestors`` from the start of the thread to the parent of ``view``."""
        if ancestors:
            top = ancestors[0]
            self.learn(top)
            if id_of(top) not in self._roots:  # what it answers is gone: the thread begins here for us
                self._remember(id_of(top), Root(post_of(top), account_of(top) == self._our_id))
            for one in ancestors[1:]:
                self.learn(one)
        self.learn(view)
        if self.root(view) is None:
            gone = Root(None, as_id(view.get("in_reply_to_account_id")) == self._our_id)
            self._remember(parent_of(view) or id_of(view), gone)
            self._remember(id_of(view), gone)

    async def read(self, view: View) -> Thread | None:
        """The thread below a status of ours; None when it is deleted. Raises ConnectorError."""
        try:
            answer = await self._session.answer(f"/api/v1/statuses/{segment(id_of(view))}/context")
        except Gone:
            self._own.pop(id_of(view), None)
            return None
        body = answer.object()
        if not isinstance(body.get("descendants"), list):
            raise Transient("bad_answer", missing="descendants")
        self._climb(view, [one for one in as_items(body.get("ancestors")) if valid(one)])
        thread = Thread(pending="mastodon-async-refresh" in answer.headers)
        thread.views = [one for one in as_items(body["descendants"]) if valid(one)]
        for one in thread.views:
            self.learn(one)
        # A server counts the direct answers to each status that anybody may read, and no others.
        thread.said = sum(as_count(one.get("replies_count")) or 0 for one in [view, *thread.views])
        thread.got = sum(as_text(one.get("visibility")) in OPEN for one in thread.views)
        return thread

    async def gone(self, ids: Sequence[str]) -> set[str]:
        """Which of these statuses are deleted, or no longer to be seen by us."""
        present = await self._session.statuses(ids)
        missing = [one for one in ids if one not in present]
        answers = await together([self._session.status(one) for one in missing])
        return {one for one, view in zip(missing, answers, strict=True) if view is None}

    def _remember(self, one: str, root: Root) -> None:
        self._roots[one] = root
        self._roots.move_to_end(one)
        while len(self._roots) > _KNOWN:
            self._roots.popitem(last=False)
