"""Bring a workspace file to the present schema: refuse a newer one, back up an older one, check the result."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path
from typing import Final

from console.domain.errors import EnvironmentFailure, WorkspaceDamaged, WorkspaceTooNew
from console.store.sqlite.connection import use_wal
from console.store.sqlite.migrations import m0001_base, m0002_learning, m0003_policy_life

APPLICATION_ID: Final = 0x56494749  # "VIGI": marks the file as ours for file(1) and for us
MINIMUM_SQLITE: Final = (3, 40, 0)
STEPS: Final = (m0001_base, m0002_learning, m0003_policy_life)
SCHEMA_VERSION: Final = len(STEPS)

# SHA-256 of the normalised schema after each step: a migration that leaves anything else is rolled back.
EXPECTED: Final = {
    1: "7ae5824c8645ddfaa44ce0f0d12e1e77b241bac32de767fa2ea08e063d554085",
    2: "6234c74797364840bb1922642357f0b943ba1b191d67db2c779ffdfa5f6a0f05",
    3: "47b57928646e5d3c707bc604982e07fd3041cb6d325e78f8add3fcc4384c836d",
}


def prepare(path: Path) -> int:
    """Make ``path`` a workspace of the present schema and return the version it had (0 = it was new).

    Raises WorkspaceTooNew (the file is left untouched), WorkspaceDamaged, or EnvironmentFailure for an SQLite that
    is too old. sqlite_utils is imported only when there is something to migrate: it costs 0.25 s at start.
    """
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        raise EnvironmentFailure("sqlite_too_old", found=sqlite3.sqlite_version, needed="3.40")
    version = version_of(path)
    if version == SCHEMA_VERSION:
        return version
    if version > 0:
        backup(path, path.with_name(f"{path.name}.v{version}.bak"))
    _apply(path, version)
    return version


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
    """Copy a live workspace with SQLite's own backup API (never a file copy: the WAL would be lost)."""
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    partial.unlink(missing_ok=True)
    reader = sqlite3.connect(f"file:{_uri_path(source)}?mode=ro", uri=True)
    writer = sqlite3.connect(partial)
    try:
        reader.backup(writer)
    finally:
        writer.close()
        reader.close()
    partial.replace(target)


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over the normalised text of every table, index, trigger and view of ours."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " AND tbl_name <> '_sqlite_migrations' AND name NOT GLOB '*_fts_data' AND name NOT GLOB '*_fts_idx' AND name NOT GLOB '*_fts_docsize'"
        " AND name NOT GLOB '*_fts_config' ORDER BY type, name"
    )
    text = "\n".join(f"{kind} {name} {' '.join(sql.split())}" for kind, name, sql in rows)
    return hashlib.sha256(text.encode()).hexdigest()


def _apply(path: Path, version: int) -> None:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        if version == 0:
            connection.execute("PRAGMA page_size = 8192")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA busy_timeout = 10000")
        use_wal(connection)
        steps = Migrations("vigie")
        for number, step in enumerate(STEPS, start=1):
            steps(name=step.NAME)(_step(step.STATEMENTS, number))
        # One transaction around all steps: two processes that open a new workspace together must not both create it,
        # and a failing third step must not leave the first two behind.
        connection.execute("BEGIN IMMEDIATE")
        try:
            steps.apply(Database(connection, recursive_triggers=True))
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    finally:
        connection.close()


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
