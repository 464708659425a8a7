"""The SQLite workspace behind the store port: one writer, a read connection per thread, change records."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from console.domain.errors import EnvironmentFailure, WorkspaceDamaged, WorkspaceTooNew
from console.domain.events import Changed
from console.files import keep_off
from console.store.sqlite import migrate
from console.store.sqlite.audit_log import AuditLog, EntryBuilder
from console.store.sqlite.automation import AutomaticHides
from console.store.sqlite.channels import Channels, Settings
from console.store.sqlite.comments import Comments
from console.store.sqlite.connection import known_errors, open_reader
from console.store.sqlite.decisions import Decisions
from console.store.sqlite.likeness import Likeness
from console.store.sqlite.members import Members
from console.store.sqlite.outbox import Outbox
from console.store.sqlite.policies import Policies
from console.store.sqlite.queues import Queues
from console.store.sqlite.shared import Shared
from console.store.sqlite.tags import Tags
from console.store.sqlite.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from console.domain.audit import AuditDraft
    from console.domain.ports import Clock
    from console.store.sqlite.batches import Batches
    from console.store.sqlite.calibrations import Calibrations
    from console.store.sqlite.channel_erasure import ChannelErasure
    from console.store.sqlite.deeds import Deeds
    from console.store.sqlite.erasure import Erasure
    from console.store.sqlite.exposure import Exposure
    from console.store.sqlite.facets import FacetRows
    from console.store.sqlite.feedback import Feedback
    from console.store.sqlite.history import History
    from console.store.sqlite.opinions import Opinions
    from console.store.sqlite.people import People
    from console.store.sqlite.reclassifications import Reclassifications
    from console.store.sqlite.replies import Replies
    from console.store.sqlite.retention import Retention
    from console.store.sqlite.saved_views import SavedViewRows
    from console.store.sqlite.search import Search
    from console.store.sqlite.threads import Threads

T = TypeVar("T")


_LATER = {
    "search": ("console.store.sqlite.search", "Search"),
    "people": ("console.store.sqlite.people", "People"),
    "saved_views": ("console.store.sqlite.saved_views", "SavedViewRows"),
    "facets": ("console.store.sqlite.facets", "FacetRows"),
    "feedback": ("console.store.sqlite.feedback", "Feedback"),
    "history": ("console.store.sqlite.history", "History"),
    "calibrations": ("console.store.sqlite.calibrations", "Calibrations"),
    "deeds": ("console.store.sqlite.deeds", "Deeds"),
    "erasure": ("console.store.sqlite.erasure", "Erasure"),
    "channel_erasure": ("console.store.sqlite.channel_erasure", "ChannelErasure"),
    "opinions": ("console.store.sqlite.opinions", "Opinions"),
    "reclassifications": ("console.store.sqlite.reclassifications", "Reclassifications"),
    "replies": ("console.store.sqlite.replies", "Replies"),
    "retention": ("console.store.sqlite.retention", "Retention"),
    "exposure": ("console.store.sqlite.exposure", "Exposure"),
    "batches": ("console.store.sqlite.batches", "Batches"),
    "threads": ("console.store.sqlite.threads", "Threads"),
}
"""Groups that the window's first paint does not need: loaded with their first use."""


class Reading:
    """One connection's view of the workspace, in groups. On a reader every write is refused by SQLite itself."""

    search: Search
    people: People
    saved_views: SavedViewRows
    facets: FacetRows
    feedback: Feedback
    history: History
    calibrations: Calibrations
    deeds: Deeds
    erasure: Erasure
    channel_erasure: ChannelErasure
    opinions: Opinions
    reclassifications: Reclassifications
    replies: Replies
    retention: Retention
    exposure: Exposure
    batches: Batches
    threads: Threads

    def __init__(self, connection: sqlite3.Connection, build: EntryBuilder | None = None) -> None:
        self.comments = Comments(connection)
        self.queues = Queues(connection)
        self.channels = Channels(connection)
        self.policies = Policies(connection)
        self.settings = Settings(connection)
        self.members = Members(connection)
        self.decisions = Decisions(connection)
        self.outbox = Outbox(connection)
        self.shared = Shared(connection)
        self.likeness = Likeness(connection)
        self.tags = Tags(connection)
        self.automation = AutomaticHides(connection)
        self.audit = AuditLog(connection, build)
        self._db = connection

    def __getattr__(self, name: str) -> object:
        """A group that was not asked for before. A connection belongs to one thread: nobody else builds it meanwhile."""
        where = _LATER.get(name)
        if where is None:
            raise AttributeError(name)
        made = getattr(import_module(where[0]), where[1])(self._db)
        setattr(self, name, made)
        return made

    def ahead(
        self, ids: Sequence[int], now: int, expected: dict[int, list[tuple[str, int]]] | None = None
    ) -> Ahead:
        """A look at what deciding about ``ids`` would read, in a few statements; on a reader nothing can be written.

        ``expected`` collects strikes that a preview foresees, author by author.
        """
        return Ahead(self._db, None, now, ids, expected)


class Tx(Reading):
    """The writer's transaction: what it changed is told to views and other processes only after the commit."""

    def __init__(self, connection: sqlite3.Connection, build: EntryBuilder | None, now: int) -> None:
        super().__init__(connection, build)
        self._build = build
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

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is done inside is taken back when it raises, and only that: the rest of the transaction stays."""
        before = len(self.changes)
        self._db.execute("SAVEPOINT apart")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO apart")
            del self.changes[before:]
            raise
        finally:
            self._db.execute("RELEASE apart")

    def prepared(self, ids: Sequence[int]) -> Ahead:
        """This transaction, with what deciding about ``ids`` reads read ahead. Its changes are this one's."""
        made = Ahead(self._db, self._build, self.now, ids)
        made.changes = self.changes
        return made

    def log(self, *drafts: AuditDraft) -> int:
        """Append audit entries in this transaction; returns the last sequence number."""
        sequence = self.audit.append(list(drafts), self.now)
        self.changed("audit", count=len(drafts))
        return sequence


class Ahead(Tx):
    """A transaction that has read ahead for a known set of comments."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        build: EntryBuilder | None,
        now: int,
        ids: Sequence[int],
        expected: dict[int, list[tuple[str, int]]] | None = None,
    ) -> None:
        from console.store.sqlite.ahead import AheadAutomation, AheadComments, AheadDecisions, AheadOutbox

        super().__init__(connection, build, now)
        held = AheadComments(connection, ids)
        pairs = [(int(one.author_id), one.post_id) for one in held.rows(ids)]
        self.comments = held
        self.foreseen = AheadDecisions(connection, pairs, ids, expected)
        self.decisions = self.foreseen
        self.outbox = AheadOutbox(connection, ids)
        self.automation = AheadAutomation(connection, ids)


class SqliteStore:
    """A workspace file. ``write`` runs one function as one transaction; ``read`` runs on a read-only connection."""

    def __init__(self, path: Path, *, session: str, clock: Clock, build_entry: EntryBuilder) -> None:
        self.path = path
        self.session = session
        self._clock = clock
        self._build = build_entry
        self._listeners: list[Callable[[tuple[Changed, ...]], None]] = []
        with known_errors(path):
            found = migrate.prepare(path)
        #: The schema's version before this opening (0: the file was new), and where an upgrade left its backup.
        self.migrated_from, self.upgrade_backup = found.version, found.backup
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
            # A newer program may have upgraded the file under this one: what this one knows to write no longer fits.
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version != migrate.SCHEMA_VERSION:
                raise WorkspaceTooNew(path=str(self.path), found=version, known=migrate.SCHEMA_VERSION)
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

    def now(self) -> int:
        """UTC seconds of the clock that transactions are dated with."""
        return self._clock.now()

    def compact(self) -> Future[bool]:
        """Rewrite the file without what was deleted, and empty the log beside it; True when both were done.

        False where a reader holds the log: it is emptied when that one ends. Seconds per 100,000 comments, in which
        nothing else is written.
        """

        def rewrite(connection: sqlite3.Connection) -> bool:
            connection.execute(
                "COMMIT"
            )  # the writer has begun a transaction, in which SQLite does not rewrite
            connection.execute("VACUUM")
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            connection.execute("BEGIN IMMEDIATE")
            return not busy

        return self._writer.submit(rewrite)

    def read(self, work: Callable[[Reading], T]) -> T:
        """Run ``work`` on this thread's read connection; it sees one consistent state if it is one statement."""
        with known_errors(self.path):
            return work(self._reading())

    def snapshot(self, work: Callable[[Reading], T]) -> T:
        """Like ``read``, but all statements of ``work`` see the same committed state."""
        with known_errors(self.path):
            reading = self._reading()
            connection: sqlite3.Connection = self._local.connection
            connection.execute("BEGIN")
            try:
                return work(reading)
            finally:
                if connection.in_transaction:  # an error of the disk has ended it already
                    connection.execute("COMMIT")

    def listen(self, listener: Callable[[tuple[Changed, ...]], None]) -> None:
        """Call ``listener`` (on the writer's thread, briefly) with what each later transaction changed."""
        self._listeners.append(listener)

    def foreign_changes(self) -> tuple[Changed, ...]:
        """What other processes changed since the last call. Cheap when nothing did: one pragma."""
        with known_errors(self.path):
            reading = self._reading()
            connection: sqlite3.Connection = self._local.connection
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if getattr(self._local, "data_version", None) == version:
                return ()
            self._local.data_version = version
            self._last_change, found = reading.shared.changes_since(self._last_change, self.session)
        return tuple(found)

    def integrity(self) -> str:
        """SQLite's own check of the file: ``ok``, or WorkspaceDamaged with its first finding."""
        with known_errors(self.path):
            self._reading()
            connection: sqlite3.Connection = self._local.connection
            found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise WorkspaceDamaged(path=str(self.path), detail=found)
        return found

    def keep_off(self, path: Path) -> None:
        """OSError (EBUSY) where ``path`` is the workspace or a file of SQLite's beside it, under whatever name."""
        keep_off(self.path, path)

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
