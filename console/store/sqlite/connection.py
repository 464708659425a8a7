"""Open SQLite connections with the pragmas of the house, and turn SQLite's errors into ours."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from console.domain.errors import DiskFull, EnvironmentFailure, VigieError, WorkspaceDamaged, WorkspaceLocked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_TIMEOUT_MS = 8000


def open_writer(path: Path) -> sqlite3.Connection:
    """The one read-write connection. ``isolation_level=None``: the writer says BEGIN IMMEDIATE itself."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)
    use_wal(connection)
    connection.executescript(
        f"""
        PRAGMA busy_timeout = {BUSY_TIMEOUT_MS};
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA recursive_triggers = ON;
        PRAGMA secure_delete = FAST;
        PRAGMA cache_size = -8192;
        PRAGMA temp_store = MEMORY;
        PRAGMA journal_size_limit = 67108864;
        """
    )
    return connection


def use_wal(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; several processes may do so on a new file at once.

    SQLite answers "busy" to this one statement without waiting, so the waiting is done here.
    """
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.02)


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection; ``query_only`` too, since a WAL reader must be able to touch the -shm file."""
    connection = sqlite3.connect(
        f"file:{quote(str(path.resolve()))}?mode=ro",
        uri=True,
        isolation_level=None,
        timeout=BUSY_TIMEOUT_MS / 1000,
        check_same_thread=False,  # closed by the owner's thread at shutdown; used by one thread only
    )
    connection.executescript(
        f"""
        PRAGMA busy_timeout = {BUSY_TIMEOUT_MS};
        PRAGMA query_only = ON;
        PRAGMA cache_size = -2048;
        PRAGMA temp_store = MEMORY;
        """
    )
    return connection


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Re-raise SQLite's environment errors as ours; what is a bug of ours stays what it is."""
    try:
        yield
    except VigieError:
        raise
    except sqlite3.OperationalError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if _is_busy(error):
            raise WorkspaceLocked(path=str(path)) from error
        if name.startswith("SQLITE_FULL"):
            raise DiskFull(path=str(path)) from error
        if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise EnvironmentFailure("workspace_unreachable", path=str(path), detail=name) from error
        if "malformed JSON" in str(
            error
        ):  # our own columns always hold JSON; somebody changed an entry by hand
            raise WorkspaceDamaged("audit_broken", path=str(path), detail="malformed entry") from error
        raise
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise WorkspaceDamaged(path=str(path), detail=name) from error
        raise


def _is_busy(error: sqlite3.Error) -> bool:
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
