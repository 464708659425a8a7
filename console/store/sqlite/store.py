"""The SQLite workspace behind the store port: one writer, a read connection per thread, change records."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from console.domain.audit import AuditDraft
from console.domain.errors import EnvironmentFailure, WorkspaceDamaged
from console.domain.events import Changed
from console.domain.ports import Clock
from console.store.sqlite import migrate
from console.store.sqlite.audit_log import AuditLog, EntryBuilder
from console.store.sqlite.automation import AutomaticHides
from console.store.sqlite.calibrations import Calibrations
from console.store.sqlite.channels import Channels, Settings
from console.store.sqlite.comments import Comments
from console.store.sqlite.connection import known_errors, open_reader
from console.store.sqlite.decisions import Decisions
from console.store.sqlite.feedback import Feedback
from console.store.sqlite.history import History
from console.store.sqlite.members import Members
from console.store.sqlite.opinions import Opinions
from console.store.sqlite.outbox import Outbox
from console.store.sqlite.policies import Policies
from console.store.sqlite.queues import Queues
from console.store.sqlite.reclassifications import Reclassifications
from console.store.sqlite.replies import Replies
from console.store.sqlite.shared import Shared
from console.store.sqlite.writer import Writer

T = TypeVar("T")


class Reading:
    """One connection's view of the workspace, in groups. On a reader every write is refused by SQLite itself."""

    def __init__(self, connection: sqlite3.Connection, build: EntryBuilder | None = None) -> None:
        self.comments = Comments(connection)
        self.queues = Queues(connection)
        self.channels = Channels(connection)
        self.policies = Policies(connection)
        self.settings = Settings(connection)
        self.members = Members(connection)
        self.decisions = Decisions(connection)
        self.outbox = Outbox(connection)
        self.feedback = Feedback(connection)
        self.history = History(connection)
        self.calibrations = Calibrations(connection)
        self.opinions = Opinions(connection)
        self.reclassifications = Reclassifications(connection)
        self.replies = Replies(connection)
        self.shared = Shared(connection)
        self.automation = AutomaticHides(connection)
        self.audit = AuditLog(connection, build)


class Tx(Reading):
    """The writer's transaction: what it changed is told to views and other processes only after the commit."""

    def __init__(self, connection: sqlite3.Connection, build: EntryBuilder, now: int) -> None:
        super().__init__(connection, build)
        self._db = connection
        self.now = now
        self.changes: list[Changed] = []

    def changed(self, what: str, ids: tuple[int, ...] = (), count: int = 0, **extra: object) -> None:
        """Note what this transaction changed."""
        self.changes.append(Changed(what, ids, count or len(ids), extra))

    def mark(self) -> int:
        """Remember this point of the transaction, for ``back_to``; one mark at a time."""
        self._db.execute("SAVEPOINT mark")
        return len(self.changes)

    def back_to(self, mark: int) -> None:
        """Take back everything since ``mark``."""
        self._db.execute("ROLLBACK TO mark")
        del self.changes[mark:]

    def log(self, *drafts: AuditDraft) -> int:
        """Append audit entries in this transaction; returns the last sequence number."""
        sequence = self.audit.append(list(drafts), self.now)
        self.changed("audit", count=len(drafts))
        return sequence


class SqliteStore:
    """A workspace file. ``write`` runs one function as one transaction; ``read`` runs on a read-only connection."""

    def __init__(self, path: Path, *, session: str, clock: Clock, build_entry: EntryBuilder) -> None:
        self.path = path
        self.session = session
        self._clock = clock
        self._build = build_entry
        self._listeners: list[Callable[[tuple[Changed, ...]], None]] = []
        with known_errors(path):
            self.migrated_from = migrate.prepare(path)
        self._writer = Writer(path)
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._readers_lock = threading.Lock()
        self._closed = False
        try:
            self._last_change = self.read(lambda reading: reading.shared.newest_change())
        except BaseException:
            self.close()
            raise

    def write(self, work: Callable[[Tx], T], *, durable: bool = True) -> Future[T]:
        """Run ``work`` as one transaction on the writer thread. Its changes are published after the commit.

        Never wait for the Future on the GUI thread. ``durable=False`` is for intake, which can be read again.
        """
        published: list[Changed] = []

        def transaction(connection: sqlite3.Connection) -> T:
            tx = Tx(connection, self._build, self._clock.now())
            result = work(tx)
            if tx.changes:
                tx.shared.record(self.session, tx.changes)
            published.extend(tx.changes)
            return result

        future = self._writer.submit(transaction, durable=durable)
        if self._listeners:
            future.add_done_callback(lambda done: self._publish(done, published))
        return future

    def read(self, work: Callable[[Reading], T]) -> T:
        """Run ``work`` on this thread's read connection; it sees one consistent state if it is one statement."""
        with known_errors(self.path):
            return work(self._reading())

    def snapshot(self, work: Callable[[Reading], T]) -> T:
        """Like ``read``, but all statements of ``work`` see the same committed state."""
        reading = self._reading()
        connection: sqlite3.Connection = self._local.connection
        with known_errors(self.path):
            connection.execute("BEGIN")
            try:
                return work(reading)
            finally:
                connection.execute("COMMIT")

    def listen(self, listener: Callable[[tuple[Changed, ...]], None]) -> None:
        """Call ``listener`` (on the writer's thread, briefly) with what each later transaction changed."""
        self._listeners.append(listener)

    def foreign_changes(self) -> tuple[Changed, ...]:
        """What other processes changed since the last call. Cheap when nothing did: one pragma."""
        reading = self._reading()
        connection: sqlite3.Connection = self._local.connection
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        if getattr(self._local, "data_version", None) == version:
            return ()
        self._local.data_version = version
        with known_errors(self.path):
            self._last_change, found = reading.shared.changes_since(self._last_change, self.session)
        return tuple(found)

    def integrity(self) -> str:
        """SQLite's own check of the file: ``ok``, or WorkspaceDamaged with its first finding."""
        self._reading()
        connection: sqlite3.Connection = self._local.connection
        with known_errors(self.path):
            found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise WorkspaceDamaged(path=str(self.path), detail=found)
        return found

    def backup(self, target: Path) -> None:
        """Copy the workspace while it is in use."""
        with known_errors(self.path):
            migrate.backup(self.path, target)

    def close(self) -> bool:
        """Close the readers, drain the writer, checkpoint. True when the writer ended in time."""
        if self._closed:
            return True
        self._closed = True
        with self._readers_lock:
            for connection in self._readers:
                connection.close()
            self._readers.clear()
        return self._writer.close()

    def close_reader(self) -> None:
        """Close this thread's read connection (a thread that ends calls it)."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            with self._readers_lock:
                if connection in self._readers:
                    self._readers.remove(connection)
                    connection.close()
            del self._local.connection, self._local.reading

    def _reading(self) -> Reading:
        if self._closed:
            raise EnvironmentFailure("workspace_closed", path=str(self.path))
        reading: Reading | None = getattr(self._local, "reading", None)
        if reading is None:
            with self._readers_lock:
                if self._closed:
                    raise EnvironmentFailure("workspace_closed", path=str(self.path))
                connection = open_reader(self.path)
                self._readers.append(connection)
            reading = Reading(connection)
            self._local.connection = connection
            self._local.reading = reading
        return reading

    def _publish(self, done: Future[T], changes: list[Changed]) -> None:
        if done.cancelled() or done.exception() is not None or not changes:
            return
        for listener in self._listeners:
            listener(tuple(changes))
