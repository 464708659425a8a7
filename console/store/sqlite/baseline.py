"""The raw limits that ``vigie bench`` compares with: the same work done with plain sqlite3 and nothing else."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from console.store.sqlite.migrations import m0001_base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import IncomingComment

VERSION = sqlite3.sqlite_version
QUERIES = {
    "offset": "SELECT * FROM comments ORDER BY qkey LIMIT 200 OFFSET ?",
    "group": "SELECT channel_id, state, category, count(*) FROM comments GROUP BY 1, 2, 3",
    "like": "SELECT id FROM comments WHERE text LIKE ? ORDER BY id DESC LIMIT 200",
}


def raw_query(path: Path, name: str, *values: object) -> int:
    """Run one of the naive queries that the store avoids; returns the number of rows."""
    connection = sqlite3.connect(path)
    try:
        return len(connection.execute(QUERIES[name], values).fetchall())
    finally:
        connection.close()


def raw_ingest(items: Sequence[IncomingComment], batch: int = 5000) -> float:
    """Rows a second of executemany alone into the same table with the same indexes and full text."""
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        connection = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        try:
            connection.execute("PRAGMA page_size = 8192")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -65536")
            for statement in m0001_base.STATEMENTS:
                head = statement.split("(")[0].strip()
                if head.startswith(
                    ("CREATE TABLE comments", "CREATE INDEX comments", "CREATE VIRTUAL TABLE comments")
                ):
                    connection.execute(statement)
            authors: dict[str, int] = {}
            for one in items:
                authors.setdefault(one.author.remote_id, len(authors) + 1)
            begin = time.perf_counter()
            for start in range(0, len(items), batch):
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(
                    """INSERT INTO comments (channel_id, remote_id, author_id, post_id, parent_remote_id, text,
                         text_bytes, language, posted_at, first_seen_at, edited_at, relation, likes, replies, permalink,
                         facts, imported, state, hidden)
                       VALUES (1, ?, ?, ?, ?, ?, NULL, ?, ?, 1, NULL, 'comment', NULL, NULL, '', '{}', 0, 0, 0)""",
                    [
                        (
                            one.remote_id,
                            authors[one.author.remote_id],
                            int(one.post.remote_id[1:]) if one.post else None,
                            one.parent_remote_id,
                            one.text,
                            one.language,
                            one.posted_at,
                        )
                        for one in items[start : start + batch]
                    ],
                )
                connection.execute(
                    "INSERT INTO comments_fts (rowid, text) SELECT id, text FROM comments WHERE id > ?",
                    (start,),
                )
                connection.execute("COMMIT")
            return len(items) / (time.perf_counter() - begin)
        finally:
            connection.close()


_OF_A_DECISION = ("decisions", "outbox", "strikes", "audit", "audit_private")


def raw_decided(path: Path) -> float:
    """Seconds of executemany alone for what the decisions of ``path`` wrote: the same rows into the same tables and indexes.

    The comments' change of state is part of it; triggers are not.
    """
    source = sqlite3.connect(path)
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        connection = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        try:
            connection.execute("PRAGMA page_size = 8192")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -65536")
            tables = (*_OF_A_DECISION, "comments")
            for kind in ("table", "index"):
                for (sql,) in source.execute(
                    "SELECT sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND tbl_name IN"
                    f" ({','.join('?' * len(tables))})",
                    (kind, *tables),
                ):
                    connection.execute(sql)
            names = ",".join(row[1] for row in source.execute("PRAGMA table_xinfo(comments)") if row[6] == 0)
            rows = {name: _all(source, name) for name in _OF_A_DECISION}
            kept = source.execute(f"SELECT {names} FROM comments").fetchall()
            connection.executemany(
                f"INSERT INTO comments ({names}) VALUES ({','.join('?' * len(kept[0]))})", kept
            )
            connection.execute("UPDATE comments SET state = 0")
            begin = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            for name, (columns, values) in rows.items():
                if values:
                    marks = ",".join("?" * len(values[0]))
                    connection.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values)
            connection.executemany(
                "UPDATE comments SET state = 1 WHERE id = ?",
                source.execute("SELECT comment_id FROM decisions").fetchall(),
            )
            connection.execute("COMMIT")
            return time.perf_counter() - begin
        finally:
            connection.close()
            source.close()


def _all(source: sqlite3.Connection, table: str) -> tuple[str, list[tuple[object, ...]]]:
    names = ",".join(row[1] for row in source.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0)
    return names, source.execute(f"SELECT {names} FROM {table}").fetchall()
