"""What one pull gathers before it becomes comments: threads with what came along, replies, what is still to read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.memory import Learned
from console.connectors.youtube.comments import HELD, Raw, Thread, parent_of, thread_from
from console.connectors.youtube.cursor import STATUSES, Cursor, Todo, split

if TYPE_CHECKING:
    from console.domain.comment import IncomingComment

#: Threads whose video is remembered, for replies that come without it.
_THREADS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """A comment on its way to us. ``hidden`` is what the listing it came in means, None where that says nothing."""

    raw: Raw
    thread: Thread | None
    hidden: bool | None


@dataclass(slots=True)
class Page:
    """What one pull gathers. ``said`` maps a post to the replies that its threads should have and those we got."""

    found: dict[str, Found] = field(default_factory=dict)
    learned: Learned = field(default_factory=Learned)
    warnings: list[Mapping[str, Any]] = field(default_factory=list)
    said: dict[str, tuple[int, int]] = field(default_factory=dict)
    gone: list[IncomingComment] = field(default_factory=list)
    read: set[str] = field(default_factory=set)  # threads of which all replies came

    def incomplete(self, post: str, said: int, got: int) -> None:
        """A thread under ``post`` has fewer replies than it says."""
        before = self.said.get(post, (0, 0))
        self.said[post] = (before[0] + said, before[1] + got)

    def told(self) -> tuple[Mapping[str, Any], ...]:
        """The warnings, each once."""
        short: list[Mapping[str, Any]] = [
            {"code": "incomplete", "said": said, "got": got, "post": post}
            for post, (said, got) in self.said.items()
        ]
        return tuple({repr(sorted(one.items())): one for one in [*self.warnings, *short]}.values())


class Gatherer:
    """Takes threads and replies out of answers; knows of each thread under which video it stands."""

    def __init__(self) -> None:
        self._shown: set[str] = set()  # what this round's public listings brought
        self._threads: OrderedDict[str, Thread] = OrderedDict()

    def begin(self) -> None:
        """A new round."""
        self._shown.clear()

    def threads(self, items: Iterable[Raw], key: str, oldest: int, page: Page) -> list[Thread]:
        """The threads on a page of the listing ``key``, their comments put into ``page``.

        Those that began before ``oldest`` (UTC ms) are listed without being taken.
        """
        public = split(key)[1] == STATUSES[0]
        threads: list[Thread] = []
        for item in items:
            whole = thread_from(item)
            if whole is None:
                continue
            thread, comments = whole
            if thread.at is not None and thread.at < oldest:
                threads.append(replace(thread, total=None))
                continue
            threads.append(thread)
            self._threads[thread.id] = thread
            self._threads.move_to_end(thread.id)
            for raw in comments:
                name = as_id(raw.get("id"))
                if public:
                    self._shown.add(name)
                # A server that does not look at the status gives the same page for each.
                page.found[name] = Found(raw, thread, not public and name not in self._shown)
        while len(self._threads) > _THREADS:
            self._threads.popitem(last=False)
        return threads

    def reply(self, raw: Raw, todo: Todo, page: Page) -> None:
        """One entry of the answer about the replies of ``todo.thread``."""
        name = as_id(raw.get("id"))
        parent = parent_of(raw)
        if parent is None and name != todo.thread and name not in self._threads:
            # Neither its id nor a parent says where it belongs: it was given for this thread.
            raw = {**raw, "snippet": {**as_map(raw.get("snippet")), "parentId": todo.thread}}
            parent = todo.thread
        known = self._threads.get(parent or name)
        if known is None and parent == todo.thread:
            known = Thread(todo.thread, todo.video, todo.channel)
        page.found[name] = Found(raw, known, _hidden(page.found.get(name)))


def _hidden(before: Found | None) -> bool | None:
    """What a listing of threads already said of a comment."""
    if before is None:
        return None
    status = as_text(as_map(before.raw.get("snippet")).get("moderationStatus"))
    return status in HELD if status else before.hidden


def unread(threads: Iterable[Thread], state: Cursor) -> tuple[Todo, ...]:
    """``state.todo`` and those threads that have more replies than came along and than were read before."""
    waiting = {one.thread for one in state.todo}
    found = []
    for one in threads:
        if one.total is None or one.total <= one.sample or one.id in waiting:
            continue
        if state.counts.get(one.id) != one.total:
            waiting.add(one.id)
            found.append(Todo(one.id, one.video, one.channel, one.total, one.sample))
    return (*state.todo, *found)
