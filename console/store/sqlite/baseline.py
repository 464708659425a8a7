"""The raw limits that ``vigie bench`` compares with: the same work done with plain sqlite3 and nothing else."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from console.domain.comment import IncomingComment
from console.store.sqlite.migrations import m0001_base

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
