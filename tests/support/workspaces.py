"""Real workspace files for tests: a clock that the test turns, invented comments, an open store."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from console.audit.entry import build
from console.domain.audit import AuditDraft
from console.domain.comment import ChannelId, IncomingAuthor, IncomingComment, IncomingPost
from console.store import Store, Tx

#: A Tuesday, 13:20 in Paris: no quiet hours.
START = 1_790_000_400


class Clock:
    """UTC time that stands still until the test turns it; safe to read from every thread."""

    def __init__(self, at: int = START) -> None:
        self.at = at
        self._us = 0
        self._lock = threading.Lock()

    def __call__(self) -> float:
        return float(self.at)

    def now(self) -> int:
        """UTC seconds."""
        return self.at

    def now_us(self) -> int:
        """UTC microseconds, never the same twice."""
        with self._lock:
            self._us = max(self._us + 1, self.at * 1_000_000)
            return self._us

    def turn(self, seconds: int) -> None:
        """Let ``seconds`` go by."""
        self.at += seconds


def entry(
    draft: AuditDraft, *, sequence: int, segment: int, at: int
) -> tuple[str, list[tuple[str, bytes, str]]]:
    """The EntryBuilder of a store: the audit room's own, with a fixed machine."""
    return build(
        draft, sequence=sequence, segment=segment, at=at, offset=120, os_user="tester", app_version="0"
    )


def open_store(path: Path, clock: Clock | None = None, session: str = "one") -> Store:
    """Open or create a workspace file."""
    return Store(path, session=session, clock=clock or Clock(), build_entry=entry)


def comment(number: int | str, text: str | None = None, **more: Any) -> IncomingComment:
    """An invented comment; ``author`` may be a remote id, ``post`` too."""
    who = more.pop("author", f"a{number}")
    author = who if isinstance(who, IncomingAuthor) else IncomingAuthor(str(who), f"@{who}", f"Name {who}")
    post = more.pop("post", "p1")
    values: dict[str, Any] = {
        "remote_id": f"c{number}",
        "text": f"comment number {number}" if text is None else text,
        "author": author,
        "posted_at": START - 60,
        "post": IncomingPost(post, f"Post {post}") if isinstance(post, str) else post,
        "permalink": f"https://network.example/{number}",
    }
    values.update(more)
    return IncomingComment(**values)


def add_channel(store: Store, kind: str = "practice", name: str = "demo") -> ChannelId:
    """A channel of ``kind``."""
    return store.write(lambda tx: tx.channels.add(kind, name, tx.now, state="ok")).result()


def take_in(store: Store, channel: int, *items: IncomingComment, kind: str = "practice") -> list[int]:
    """Upsert comments; returns the ids of the new open ones."""

    def work(tx: Tx) -> list[int]:
        return list(tx.comments.upsert(channel, kind, items, tx.now).new_ids)

    return store.write(work).result()


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as SQLite itself shows it, autocommit, as somebody with a shell would open it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db
