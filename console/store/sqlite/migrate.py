"""Bring a workspace file to the present schema: refuse a newer one, back up an older one, check the result."""

from __future__ import annotations

import glob
import hashlib
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.errors import DiskFull, EnvironmentFailure, WorkspaceDamaged, WorkspaceTooNew
from console.files import put
from console.store.sqlite.connection import known_errors, use_wal
from console.store.sqlite.migrations import (
    m0001_base,
    m0002_learning,
    m0003_policy_life,
    m0004_desk,
    m0005_channels,
    m0006_deeds,
    m0007_retention,
)

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x56494749  # "VIGI": marks the file as ours for file(1) and for us
MINIMUM_SQLITE: Final = (3, 40, 0)
STEPS: Final = (
    m0001_base, m0002_learning, m0003_policy_life, m0004_desk, m0005_channels, m0006_deeds, m0007_retention,
)  # fmt: skip
SCHEMA_VERSION: Final = len(STEPS)
PATIENCE_MS: Final = 120_000
"""How long an opening waits for another process that upgrades the same file: a million comments take half a minute."""

# SHA-256 of the normalised schema after each step: a migration that leaves anything else is rolled back.
EXPECTED: Final = {
    1: "7ae5824c8645ddfaa44ce0f0d12e1e77b241bac32de767fa2ea08e063d554085",
    2: "6234c74797364840bb1922642357f0b943ba1b191d67db2c779ffdfa5f6a0f05",
    3: "47b57928646e5d3c707bc604982e07fd3041cb6d325e78f8add3fcc4384c836d",
    4: "4d4c741f52cd15ca9fb68739dcf044c8924b019bb9296a6a0c1b1f4b512d2247",
    5: "fdbf96b3eff1d581be604d7ff65a3e5c079523e42c36e41282bffe305a54b30a",
    6: "a5f7dbbcdd2b26d5946ae687a565675ed1b75a26cc9ca4678445ed6a6aaa0ede",
    7: "f6d736568be0fad48be9d6a8ed6c326365cf02827412134686f91774d7078311",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """What ``prepare`` found: the version before (0: the file was new), and the backup it made, if it upgraded one."""

    version: int
    backup: Path | None = None


def prepare(path: Path) -> Prepared:
    """Make ``path`` a workspace of the present schema.

    Raises WorkspaceTooNew (the file is left untouched), WorkspaceDamaged, DiskFull ``upgrade_no_room``, or
    EnvironmentFailure for an SQLite that is too old; an older workspace then is as it was. sqlite_utils is imported
    only when there is something to migrate: it costs 0.25 s at start.
    """
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        raise EnvironmentFailure("sqlite_too_old", found=sqlite3.sqlite_version, needed="3.40")
    version = version_of(path)
    if version == SCHEMA_VERSION:
        return Prepared(version)
    try:
        return _apply(path, version)
    except sqlite3.OperationalError as error:
        if version and (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_FULL"):
            raise DiskFull("upgrade_no_room", path=str(path), needed=path.stat().st_size * 2) from error
        raise


def schema_of(path: Path) -> int:
    """``version_of`` for callers outside the store: what SQLite says is one of our errors."""
    with known_errors(path):
        return version_of(path)


def version_of(path: Path) -> int:
    """The schema version written in ``path`` (0 when missing or empty). Reads only; raises as ``prepare`` does."""
    if not path.exists() or path.stat().st_size == 0:
        return 0
    try:
        connection = sqlite3.connect(f"file:{_uri_path(path)}?mode=ro", uri=True)
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError:
        raise  # busy, or not ours to read: nothing is known about its state
    except sqlite3.DatabaseError as error:
        raise WorkspaceDamaged(path=str(path), detail=str(error)) from error
    if mark != APPLICATION_ID and tables:
        raise WorkspaceDamaged("not_a_workspace", path=str(path))
    if version > SCHEMA_VERSION:
        raise WorkspaceTooNew(path=str(path), found=version, known=SCHEMA_VERSION)
    return version


def backup(source: Path, target: Path) -> None:
    """Copy a live workspace with SQLite's own backup API (never a file copy: the WAL would be lost).

    ``target`` stands there whole or not at all; what an attempt that was killed left beside it is cleared away.
    """
    for left in target.parent.glob(f"{glob.escape(target.name)}.*.part"):
        left.unlink(missing_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        reader = sqlite3.connect(f"file:{_uri_path(source)}?mode=ro", uri=True)
        try:
            writer = sqlite3.connect(partial)
            try:
                reader.backup(writer)
            finally:
                writer.close()
        finally:
            reader.close()
        put(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def backup_name(path: Path, version: int) -> Path:
    """Where the backup before an upgrade from ``version`` goes: over an earlier one of the same workspace only."""
    wanted, number = path.with_name(f"{path.name}.v{version}.bak"), 2
    while wanted.exists() and _identity(wanted) != _identity(path):
        wanted, number = path.with_name(f"{path.name}.v{version}.{number}.bak"), number + 1
    return wanted


def _identity(path: Path) -> str:
    """The workspace's own number; the name of the file where it has none or cannot be read."""
    try:
        with closing(sqlite3.connect(f"file:{_uri_path(path)}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT value FROM meta WHERE key = 'workspace_id'").fetchone()
    except sqlite3.Error:
        found = None
    return str(found[0]) if found else path.name


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over the normalised text of every table, index, trigger and view of ours."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " AND tbl_name <> '_sqlite_migrations' AND name NOT GLOB '*_fts_data' AND name NOT GLOB '*_fts_idx' AND name NOT GLOB '*_fts_docsize'"
        " AND name NOT GLOB '*_fts_config' ORDER BY type, name"
    )
    text = "\n".join(f"{kind} {name} {' '.join(sql.split())}" for kind, name, sql in rows)
    return hashlib.sha256(text.encode()).hexdigest()


def _apply(path: Path, version: int) -> Prepared:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    made: Path | None = None
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        if version == 0:
            connection.execute("PRAGMA page_size = 8192")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        use_wal(connection)
        steps = Migrations("vigie")
        for number, step in enumerate(STEPS, start=1):
            steps(name=step.NAME)(_step(step.STATEMENTS, number))
        # One transaction around all steps: two processes that open a new workspace together must not both create it,
        # and a failing third step must not leave the first two behind.
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have upgraded it while this one waited: its backup must not be written over with
            # what the file has become. The lock is held, so the backup is what is upgraded.
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version > SCHEMA_VERSION:
                raise WorkspaceTooNew(path=str(path), found=version, known=SCHEMA_VERSION)
            if 0 < version < SCHEMA_VERSION:
                made = backup_name(path, version)
                backup(path, made)
            steps.apply(Database(connection, recursive_triggers=True))
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:  # SQLite has ended it where the disk is full
                connection.execute("ROLLBACK")
            if made is not None and (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_FULL"):
                made.unlink(missing_ok=True)  # of the file that is as it was: the room is needed more
            if made is not None and isinstance(error, WorkspaceDamaged):
                raise WorkspaceDamaged(
                    error.code, **{**error.params, "path": str(path), "backup": str(made)}
                ) from error
            raise
    finally:
        connection.close()
    return Prepared(version, made)


def _step(statements: tuple[str, ...], number: int):  # type: ignore[no-untyped-def]  # sqlite_utils' own protocol
    def run(db) -> None:  # type: ignore[no-untyped-def]
        for statement in statements:
            db.conn.execute(statement)
        db.conn.execute(f"PRAGMA user_version = {number}")
        found = fingerprint(db.conn)
        if found != EXPECTED[number]:
            raise WorkspaceDamaged("schema_mismatch", version=number, found=found)

    return run


def _uri_path(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.resolve()))
