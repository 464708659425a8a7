"""Pictures of comments, fetched when a person asks for one: kept in memory alone, and no longer than the comment is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Final

from console.connectors import registry
from console.domain.comment import CommentId
from console.domain.errors import EnvironmentFailure, Gone, NotFound, Unsupported
from console.domain.ports import Connectors, Picture, PictureSource
from console.domain.vocabulary import CommentState

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from console.domain.comment import Channel, Comment
    from console.domain.events import Changed
    from console.store import Reading, Store

LIMIT: Final = 32 * 1024 * 1024
"""Bytes of pictures kept; the one that was looked at longest ago goes first."""


def offered(platform: str, kind: str) -> bool:
    """Whether an attachment of this kind (image, video, audio) can be looked at on this platform."""
    return kind in registry.spec(platform).pictures


class Pictures:
    """Fetches and keeps. Its methods return at once, and may be called from any thread."""

    def __init__(
        self,
        store: Store,
        connectors: Callable[[], Connectors],
        submit: Callable[[Callable[[], Coroutine[Any, Any, Picture]]], Future[Picture]],
        limit: int = LIMIT,
    ) -> None:
        """``submit`` runs a coroutine on the engine's loop, where ``connectors`` are at home."""
        self._store = store
        self._connectors = connectors
        self._submit = submit
        self._limit = limit
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, int], Picture] = OrderedDict()
        self._changes = 0  # a picture that was on its way when its comment changed is not kept

    def fetch(self, comment_id: int, number: int) -> Future[Picture]:
        """The picture at place ``number`` of the comment's media; from memory where it is there.

        The Future raises ConnectorError, SecretMissing, NotFound, or EnvironmentFailure ``engine_stopped``; cancelled
        while it is on its way, the request is broken off.
        """
        with self._lock:
            found = self._kept.get((comment_id, number))
            if found is not None:
                self._kept.move_to_end((comment_id, number))
        done: Future[Picture] = Future()
        if found is not None:
            done.set_result(found)
            return done
        try:
            return self._submit(lambda: self._fetch(comment_id, number))
        except EnvironmentFailure as error:
            done.set_exception(error)
            return done

    def on_changes(self, changes: tuple[Changed, ...]) -> None:
        """Drop what belongs to comments that changed: edited, or gone from the site. Touches no database."""
        touched = [one for one in changes if one.what == "comments"]
        if not touched:
            return
        ids = {number for one in touched for number in one.ids}
        many = not all(one.ids for one in touched)
        with self._lock:
            self._changes += 1
            for key in [key for key in self._kept if many or key[0] in ids]:
                del self._kept[key]

    @property
    def size(self) -> int:
        """Bytes of what is kept now."""
        with self._lock:
            return sum(len(one.content) for one in self._kept.values())

    async def _fetch(self, comment_id: int, number: int) -> Picture:
        with self._lock:
            before = self._changes
        comment, channel = self._store.read(lambda r: self._find(r, comment_id))
        if comment.state is CommentState.GONE:
            raise Gone()
        connector = await self._connectors().get(channel)
        if not isinstance(connector, PictureSource):
            raise Unsupported()
        found = await connector.picture(comment.remote_id, number)
        self._keep((comment_id, number), found, before)
        return found

    @staticmethod
    def _find(reading: Reading, comment_id: int) -> tuple[Comment, Channel]:
        comment = reading.comments.get(CommentId(comment_id))
        channel = None if comment is None else reading.channels.get(comment.channel_id)
        if comment is None or channel is None:
            raise NotFound("comment_not_found", id=comment_id)
        return comment, channel

    def _keep(self, key: tuple[int, int], found: Picture, before: int) -> None:
        with self._lock:
            if self._changes != before or len(found.content) > self._limit:
                return
            self._kept[key] = found
            size = sum(len(one.content) for one in self._kept.values())
            while size > self._limit:
                _, dropped = self._kept.popitem(last=False)
                size -= len(dropped.content)
