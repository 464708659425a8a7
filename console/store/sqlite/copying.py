"""A copy of a workspace that is in use: whole, checked before it stands there, and never over another file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.errors import UsageError, WorkspaceDamaged
from console.files import put
from console.store.sqlite.migrate import _uri_path, backup, version_of

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Copied:
    """The copy at ``path``: its size in bytes, and the schema it has, which is the original's."""

    path: Path
    size: int
    schema: int


def copy_workspace(source: Path, target: Path) -> Copied:
    """Copy the workspace ``source`` to ``target``, what stands in its -wal alone so far included; it is not upgraded.

    One thing differs: what waits to be sent may have left by the time the copy is opened. There it counts as interrupted, so
    that the site is asked before anything is sent again.

    Raises UsageError (workspace_missing, backup_exists), WorkspaceTooNew, WorkspaceDamaged where the copy is not sound,
    OSError, sqlite3.OperationalError where the source is busy for too long. What fails leaves nothing behind.
    """
    if not source.exists():
        raise UsageError("workspace_missing", path=str(source))
    if os.path.lexists(target):
        raise UsageError("backup_exists", path=str(target))
    if not target.parent.is_dir():
        raise NotADirectoryError(20, "no such folder", str(target.parent))
    schema = version_of(source)
    if not schema:  # an empty file, which a first opening would fill
        raise UsageError("workspace_missing", path=str(source))
    whole = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        try:
            backup(source, whole)
            _mark(whole)
            _check(whole)
        except sqlite3.OperationalError:
            raise  # busy, or no room: nothing is known of the file
        except sqlite3.DatabaseError as error:
            raise WorkspaceDamaged(path=str(source), detail=str(error)) from error
        if os.path.lexists(target):
            raise UsageError("backup_exists", path=str(target))
        put(whole, target)
    finally:
        with suppress(FileNotFoundError):
            whole.unlink()
    return Copied(target, target.stat().st_size, schema)


def _mark(path: Path) -> None:
    """What was ``queued`` is ``unknown``; what a person does by hand on the site stays, nobody could be asked about it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(
            """UPDATE outbox SET state = 'unknown', error = '{"code":"interrupted","params":{}}'
               WHERE state = 'queued' AND channel_id NOT IN (SELECT id FROM channels WHERE kind = 'file')"""
        )
        db.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing of SQLite's beside it


def _check(path: Path) -> None:
    """Raises WorkspaceDamaged or sqlite3.DatabaseError where SQLite finds a fault. Nothing is written beside the file."""
    with closing(sqlite3.connect(f"file:{_uri_path(path)}?mode=ro&immutable=1", uri=True)) as db:
        told = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if told != "ok":
        raise WorkspaceDamaged(path=str(path), detail=told.splitlines()[0][:120])
