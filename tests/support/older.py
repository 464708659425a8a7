"""Workspaces of earlier schemas with real work in them: made with the present program, then written down version by version.

The migrations themselves make each older file; what people did goes in row by row, in the columns that version had.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.store.sqlite import migrate
from tests.support.bench import Bench

VERSIONS = range(1, migrate.SCHEMA_VERSION + 1)
Rows = dict[str, list[tuple[Any, ...]]]

_NOT_ROWS = ("_fts", "sqlite_", "_sqlite_migrations", "changes")


def worked_in(folder: Path) -> Path:
    """A closed workspace of the present schema: people, decisions, an outbox, drafts, notes, tags, an audit log."""
    bench = Bench(folder)
    try:
        first = bench.comment("you idiot", "ana.c")
        second = bench.comment("my parcel is late again", "bob.c")
        third = bench.comment("where do you deliver?", "cid.c")
        bench.comment("une idée pour la suite : livrez à vélo", "dan.c")
        assert bench.decide(first, "hide").outbox_id is not None
        bench.dispatch()
        bench.undo(bench.decide(second, "keep"))
        bench.decide(third, "reply", "Everywhere in Belgium.")  # waits in the outbox
    finally:
        bench.close()
    console = Console.open(bench.path, secrets=memory_only())
    try:
        lead = console.actor(None)
        console.team.add("Salomé", Role.MODERATOR, lead)
        salome = console.actor("Salomé")
        console.add_note(
            "asked twice by phone, dossier Ardenne", salome, comment_id=second.id, author_id=None
        ).result()
        console.tag(int(first.author_id), "vip", lead).result()
        console.keep_draft(second.id, "Bonjour, nous regardons tout de suite", salome).result()
        console.assign(second.id, "Salomé", lead).result()
        console.categorise(second.id, "constructive_criticism", "", salome).result()
    finally:
        assert console.close()
    return bench.path


def at_version(source: Path, target: Path, version: int) -> Path:
    """``source`` written down as a workspace of schema ``version``, made by the migrations up to there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "STEPS", migrate.STEPS[:version])
        patch.setattr(migrate, "SCHEMA_VERSION", version)
        migrate.prepare(target)
    with closing(sqlite3.connect(target, isolation_level=None)) as db:
        db.execute("ATTACH ? AS source", (str(source),))
        db.execute("BEGIN")
        for table in tables(db):
            there = columns(db, table, "source")
            names = ", ".join(one for one in columns(db, table) if one in there)
            order = " ORDER BY sequence" if table == "audit" else ""
            db.execute(
                f"INSERT OR REPLACE INTO main.{table} ({names}) SELECT {names} FROM source.{table}{order}"
            )
        db.execute("UPDATE meta SET value = '0' WHERE key = 'part_done'")
        if version < 4:
            db.execute("DELETE FROM meta WHERE key = 'part_done'")
        for name in ("comments_fts", "authors_fts"):
            db.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        db.execute("COMMIT")
        db.execute("DETACH source")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert db.execute("PRAGMA user_version").fetchone()[0] == version
        assert migrate.fingerprint(db) == migrate.EXPECTED[version]
    return target


def tables(db: sqlite3.Connection) -> list[str]:
    """The tables that hold what people did; the log comes before its head."""
    found = db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if not any(part in name for part in _NOT_ROWS)]


def columns(db: sqlite3.Connection, table: str, schema: str = "main") -> list[str]:
    """Stored columns by name; generated ones are made from them."""
    return [row[1] for row in db.execute(f"PRAGMA {schema}.table_xinfo({table})") if row[6] == 0]


def rows(path: Path, like: Path | None = None) -> Rows:
    """Table -> its rows, in the tables and columns that ``like`` has (``path`` itself where there is none)."""
    with closing(sqlite3.connect(like or path)) as db:
        shape = {table: columns(db, table) for table in tables(db)}
    with closing(sqlite3.connect(path)) as db:
        found = {
            table: sorted(db.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(), key=repr)
            for table, names in shape.items()
        }
    # Where the index of parts of words has come to is no work of anybody.
    found["meta"] = [one for one in found["meta"] if one[0] != "part_done"]
    return found
