"""The practice network's own SQLite file: schema, opening, first filling and reset."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
import uuid
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from console.domain.errors import EnvironmentFailure
from console.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from console.practice.content import Script

APPLICATION_ID: Final = 0x56475052
VERSION: Final = 1

_SCHEMA: Final = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE scripted(n INTEGER PRIMARY KEY, at REAL NOT NULL, what TEXT NOT NULL, key TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX scripted_at ON scripted(at);
CREATE INDEX scripted_key ON scripted(key);
CREATE TABLE account(
  id TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, name TEXT NOT NULL, initials TEXT NOT NULL,
  joined_at INTEGER NOT NULL, followers INTEGER NOT NULL, own INTEGER NOT NULL DEFAULT 0,
  blocked INTEGER NOT NULL DEFAULT 0, muted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE post(
  id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE TABLE comment(
  id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, post_id TEXT NOT NULL REFERENCES post(id),
  parent_id TEXT REFERENCES comment(id), root_id TEXT NOT NULL, account_id TEXT NOT NULL REFERENCES account(id),
  text TEXT NOT NULL, language TEXT, created_at INTEGER NOT NULL, edited_at INTEGER, hidden INTEGER NOT NULL DEFAULT 0,
  deleted_at INTEGER, likes INTEGER NOT NULL DEFAULT 0, liked INTEGER NOT NULL DEFAULT 0, client_key TEXT,
  sequence INTEGER NOT NULL
);
CREATE UNIQUE INDEX comment_sequence ON comment(sequence);
CREATE UNIQUE INDEX comment_client_key ON comment(client_key) WHERE client_key IS NOT NULL;
CREATE INDEX comment_parent ON comment(parent_id);
CREATE INDEX comment_root ON comment(root_id, created_at);
CREATE INDEX comment_post ON comment(post_id, created_at);
CREATE TABLE report(
  id TEXT PRIMARY KEY, comment_id TEXT NOT NULL UNIQUE REFERENCES comment(id), reason TEXT NOT NULL, at INTEGER NOT NULL
);
CREATE TABLE token(token TEXT PRIMARY KEY, kind TEXT NOT NULL, account_id TEXT NOT NULL, expires_at INTEGER NOT NULL);
CREATE TABLE log(
  sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, text TEXT,
  reason TEXT, client_key TEXT, remote_id TEXT, changed INTEGER NOT NULL
);
"""

#: The brand's handle on the network: the account that the console signs in to.
OWN_HANDLE: Final = "lormel"


def opaque(prefix: str, *parts: object) -> str:
    """An id that says nothing: the same parts always give the same id, which keeps two runs comparable."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=10).digest()
    return prefix + base64.b32encode(digest).decode().lower()


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection in autocommit mode, closed afterwards. SQLite's failures become EnvironmentFailure."""
    try:
        with closing(sqlite3.connect(path, timeout=10.0, isolation_level=None)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys=ON")
            # NORMAL in WAL survives a killed process; a lost second after a power cut is no loss for invented content.
            db.execute("PRAGMA synchronous=NORMAL")
            yield db
    except sqlite3.DatabaseError as error:
        raise EnvironmentFailure("practice_file", path=str(path), why=str(error)) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One write transaction: committed at the end, rolled back by any exception."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def meta(db: sqlite3.Connection, name: str) -> str:
    """One value of the meta table; KeyError when it was never set."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise KeyError(name)
    return str(row[0])


def set_meta(db: sqlite3.Connection, **values: object) -> None:
    """Set values of the meta table."""
    db.executemany(
        "INSERT INTO meta(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        [(name, str(value)) for name, value in values.items()],
    )


def prepare(path: Path, script: Script, *, seed: str, now: float, speed: float) -> None:
    """Make the file if it is missing or empty; refuse one that is not ours or of another version."""
    with opened(path) as db:
        state = _state(db, path)
        if state == "other_version":
            raise EnvironmentFailure("practice_file", path=str(path), why="another version; reset it")
        if state == "ours":
            return
        db.execute("PRAGMA journal_mode=WAL")
        with transaction(db):
            # Another process may have filled it between the look and the lock.
            if _state(db, path) == "empty":
                _fill(db, script, seed, now, speed, network=uuid.uuid4().hex, generation=1)


def reset(path: Path, script: Script, *, seed: str, now: float, speed: float) -> None:
    """Start the scenario again at ``now``; running servers on the file go on and serve the new run.

    A file that SQLite cannot read is set aside as ``<name>.damaged``; a readable one that is not ours is refused.
    """
    try:
        with opened(path) as db:
            fresh = _state(db, path) == "empty"
    except EnvironmentFailure as error:
        # The plain class means "no database" or "malformed"; locked and unreadable files have a subclass.
        if type(error.__cause__) is not sqlite3.DatabaseError or not path.is_file():
            raise
        for ending in ("", "-wal", "-shm"):
            if path.with_name(path.name + ending).exists():
                put(path.with_name(path.name + ending), path.with_name(f"{path.name}.damaged{ending}"))
        fresh = True
    if fresh:
        prepare(path, script, seed=seed, now=now, speed=speed)
        return
    with opened(path) as db:
        db.execute("PRAGMA foreign_keys=OFF")
        with transaction(db):
            kept = {str(name): str(value) for name, value in db.execute("SELECT name, value FROM meta")}
            tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (table,) in tables:
                db.execute(f'DROP TABLE "{table}"')
            network = kept.get("network") or uuid.uuid4().hex
            generation = int(kept.get("generation", "0")) + 1
            _fill(db, script, seed, now, speed, network=network, generation=generation)
            if "port" in kept:
                set_meta(db, port=kept["port"])


def _state(db: sqlite3.Connection, path: Path) -> str:
    """``empty``, ``ours`` or ``other_version``; raises for a file of something else."""
    if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        return "empty"
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise EnvironmentFailure("practice_file", path=str(path), why="not a practice network")
    return "ours" if db.execute("PRAGMA user_version").fetchone()[0] == VERSION else "other_version"


def _fill(
    db: sqlite3.Connection,
    script: Script,
    seed: str,
    now: float,
    speed: float,
    *,
    network: str,
    generation: int,
) -> None:
    for statement in _SCHEMA.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
    set_meta(
        db,
        network=network,
        generation=generation,
        seed=seed,
        start=now,
        anchor_real=now,
        anchor_scenario=0.0,
        speed=speed,
        position=0,
        idempotent=1,
    )
    db.executemany(
        "INSERT INTO account(id, handle, name, initials, joined_at, followers, own) VALUES(?, ?, ?, ?, ?, ?, ?)",
        [
            (
                opaque("pa_", seed, "account", account["key"]),
                account["key"],
                account["name"],
                account["initials"],
                int(now) - account["joined_days"] * 86_400,
                account["followers"],
                int(account["key"] == OWN_HANDLE),
            )
            for account in script.accounts
        ],
    )
    db.executemany(
        "INSERT INTO scripted(n, at, what, key, data) VALUES(?, ?, ?, ?, ?)",
        [
            (n, event.at, event.what, event.key, json.dumps(event.data, ensure_ascii=False))
            for n, event in enumerate(script.events, 1)
        ],
    )
