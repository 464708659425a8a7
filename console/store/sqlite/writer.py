"""The db-writer thread: one function is one transaction, in the order it was asked for."""

from __future__ import annotations

import queue
import sqlite3
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from console.domain.errors import EnvironmentFailure
from console.store.sqlite.connection import known_errors, open_writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


class Writer:
    """Owns the read-write connection. Work is a function of that connection; its result comes as a Future."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queue: queue.SimpleQueue[
            tuple[Callable[[sqlite3.Connection], Any], bool, Future[Any]] | None
        ] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._gate = threading.Lock()
        self._opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="db-writer", daemon=True)
        self._thread.start()
        self._opened.result()

    def submit(self, work: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> Future[T]:
        """Queue ``work``; with ``durable`` its commit survives a power cut before the Future resolves."""
        future: Future[T] = Future()
        with self._gate:  # nothing may slip in behind the sentinel: its Future would never resolve
            if self._closed.is_set():
                raise EnvironmentFailure("workspace_closed", path=str(self._path))
            self._queue.put((work, durable, future))
        return future

    def close(self, timeout: float = 10.0) -> bool:
        """Finish what is queued, checkpoint and stop. True when the thread ended within ``timeout`` seconds."""
        with self._gate:
            if not self._closed.is_set():
                self._closed.set()
                self._queue.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            with known_errors(self._path):
                connection = open_writer(self._path)
        except BaseException as error:  # noqa: BLE001  handed to the opener, who raises it
            self._opened.set_exception(error)
            return
        self._opened.set_result(None)
        durable_now = True
        try:
            while (job := self._queue.get()) is not None:
                work, durable, future = job
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    if durable != durable_now:
                        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                        durable_now = durable
                    future.set_result(self._transaction(connection, work))
                except BaseException as error:  # noqa: BLE001  every failure belongs to the one who asked
                    future.set_exception(error)
                del work, future, job
        finally:
            try:
                # A reader elsewhere must not hold up the end: the log is then simply taken over at the next start.
                connection.execute("PRAGMA busy_timeout = 300")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error:
                pass  # the file went away or is damaged; every commit was told of already
            connection.close()

    def _transaction(self, connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
        with known_errors(self._path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return result
