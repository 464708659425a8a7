"""Saved replies of a workspace, how often they were used, the register of statements, and what we said before."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

STATEMENT_COLUMNS: Final = (
    "id, text, language, topic, said_at, place, comment_id, approved_by, created_at, retired_at, retired_by"
)
SAID_LIMIT: Final = 300
"""Own replies read for one comment, newest first: a thread longer than this is no conversation any more."""
# A reply is out, or on its way: refused, undone, failed and not agreed ones were never said.
ON_ITS_WAY: Final = ("queued", "sending", "unknown", "waiting_person", "done")


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One variant as a workspace wrote it; ``removed_at`` keeps a removed one for its way back."""

    id: str
    language: str
    title: str
    text: str
    categories: tuple[str, ...]
    rules: tuple[str, ...]
    updated_at: int
    updated_by: str
    removed_at: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the brand has said and stands by. Times are UTC seconds; ``comment_id`` where it was said under one."""

    id: int
    text: str
    language: str
    topic: str
    said_at: int
    place: str
    comment_id: int | None
    approved_by: str
    created_at: int
    retired_at: int | None = None
    retired_by: str | None = None


@dataclass(frozen=True, slots=True)
class OwnReply:
    """A public reply of ours: ``source`` is author (to the same person), thread, or post (elsewhere under it)."""

    comment_id: int
    text: str
    at: int
    source: str
    channel: str
    language: str | None


class Replies(Part):
    """Operations on ``saved_replies``, ``reply_uses`` and ``statements``."""

    # ------------------------------------------------------------------ saved replies

    def saved(self) -> list[SavedRow]:
        """All variants of the workspace's own, removed ones too, by id and language."""
        return [
            SavedRow(
                row[0],
                row[1],
                row[2],
                row[3],
                tuple(json.loads(row[4])),
                tuple(json.loads(row[5])),
                *row[6:],
            )
            for row in self._db.execute(
                "SELECT id, language, title, text, categories, rules, updated_at, updated_by, removed_at"
                " FROM saved_replies ORDER BY id, language"
            )
        ]

    def put(
        self,
        reply_id: str,
        language: str,
        title: str,
        text: str,
        categories: Sequence[str],
        rules: Sequence[str],
        now: int,
        by: str,
        *,
        removed: bool = False,
    ) -> None:
        """Write one variant; one with the same id and language is replaced. ``removed`` writes it as taken out."""
        self._db.execute(
            """INSERT INTO saved_replies
                 (id, language, title, text, categories, rules, updated_at, updated_by, removed_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (id, language) DO UPDATE SET title = excluded.title, text = excluded.text,
                 categories = excluded.categories, rules = excluded.rules, updated_at = excluded.updated_at,
                 updated_by = excluded.updated_by, removed_at = excluded.removed_at""",
            (
                reply_id,
                language,
                codec.plain(title),
                codec.plain(text),
                codec.dumps(list(categories)),
                codec.dumps(list(rules)),
                now,
                by,
                now if removed else None,
            ),
        )

    def take_out(self, reply_id: str, now: int, by: str) -> int:
        """Mark the own variants of a reply as removed; how many there were."""
        return self._db.execute(
            "UPDATE saved_replies SET removed_at = ?, updated_by = ? WHERE id = ? AND removed_at IS NULL",
            (now, by, reply_id),
        ).rowcount

    def bring_back(self, reply_id: str, now: int, by: str) -> int:
        """Undo ``take_out``; how many variants came back."""
        return self._db.execute(
            "UPDATE saved_replies SET removed_at = NULL, updated_at = ?, updated_by = ?"
            " WHERE id = ? AND removed_at IS NOT NULL",
            (now, by, reply_id),
        ).rowcount

    def forget(self, reply_id: str) -> int:
        """Drop the own variants of a bundled reply, so that the bundled text is in force again; how many there were."""
        return self._db.execute("DELETE FROM saved_replies WHERE id = ?", (reply_id,)).rowcount

    # ------------------------------------------------------------------ uses

    def use(self, decision_id: int, template: str, language: str, now: int) -> None:
        """Note that a decision was written from a saved reply."""
        self._db.execute(
            "INSERT OR REPLACE INTO reply_uses (decision_id, template, language, created_at, undone)"
            " VALUES (?, ?, ?, ?, 0)",
            (decision_id, template, language, now),
        )

    def undo_use(self, decision_id: int) -> None:
        """The decision was taken back: its use no longer counts."""
        self._db.execute("UPDATE reply_uses SET undone = 1 WHERE decision_id = ?", (decision_id,))

    def uses(self) -> dict[str, tuple[int, int]]:
        """Reply id -> (uses in decisions that stand, last of them in UTC seconds)."""
        return {
            row[0]: (row[1], row[2])
            for row in self._db.execute(
                """SELECT u.template, count(*), max(u.created_at) FROM reply_uses u
                   JOIN decisions d ON d.id = u.decision_id
                   WHERE u.undone = 0 AND d.state IN ('queued', 'done', 'waiting_person')
                   GROUP BY u.template"""
            )
        }

    # ------------------------------------------------------------------ statements

    def add_statement(
        self,
        text: str,
        language: str,
        topic: str,
        said_at: int,
        place: str,
        by: str,
        now: int,
        comment_id: int | None = None,
    ) -> int:
        """Put a statement into the register; returns its id."""
        cursor = self._db.execute(
            "INSERT INTO statements (text, language, topic, said_at, place, comment_id, approved_by, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                codec.plain(text),
                language,
                codec.plain(topic),
                said_at,
                codec.plain(place),
                comment_id,
                by,
                now,
            ),
        )
        return int(cursor.lastrowid or 0)

    def statement(self, statement_id: int) -> Statement | None:
        """One statement."""
        row = self._db.execute(
            f"SELECT {STATEMENT_COLUMNS} FROM statements WHERE id = ?", (statement_id,)
        ).fetchone()
        return None if row is None else Statement(*row)

    def statements(self, *, retired: bool = False, limit: int = 5_000) -> list[Statement]:
        """Statements that stand (with ``retired``: all), newest said first."""
        return [
            Statement(*row)
            for row in self._db.execute(
                f"SELECT {STATEMENT_COLUMNS} FROM statements WHERE ?1 OR retired_at IS NULL"
                " ORDER BY said_at DESC, id DESC LIMIT ?2",
                (int(retired), limit),
            )
        ]

    def retire(self, statement_id: int, by: str, now: int) -> bool:
        """Take a statement out of force; False when it was already."""
        changed = self._db.execute(
            "UPDATE statements SET retired_at = ?, retired_by = ? WHERE id = ? AND retired_at IS NULL",
            (now, by, statement_id),
        )
        return bool(changed.rowcount)

    # ------------------------------------------------------------------ what we said

    def said_before(
        self, comment_id: int, author_id: int, post_id: int | None, thread: Sequence[int]
    ) -> list[OwnReply]:
        """Our public replies to this author and under this post, newest first: pulled back or still on their way.

        ``thread`` are the ids of the comment's thread. What was answered to this very comment counts as well.
        """
        near = set(thread)
        rows = self._db.execute(
            f"""SELECT * FROM (SELECT c.id, c.text, c.posted_at, p.author_id, ch.kind || ':' || ch.name, c.language
                  FROM comments c INDEXED BY comments_post JOIN channels ch ON ch.id = c.channel_id
                  LEFT JOIN comments p ON p.id = c.parent_id
                  WHERE c.post_id = :post AND c.state = 6 ORDER BY c.posted_at DESC LIMIT {SAID_LIMIT})
                UNION SELECT * FROM (SELECT o.id, o.text, o.posted_at, p.author_id, ch.kind || ':' || ch.name, o.language
                  FROM comments p INDEXED BY comments_author
                  JOIN comments o INDEXED BY comments_parent ON o.parent_id = p.id
                  JOIN channels ch ON ch.id = o.channel_id
                  WHERE p.author_id = :author AND o.state = 6 ORDER BY o.posted_at DESC LIMIT {SAID_LIMIT})""",
            {"post": post_id, "author": author_id},
        ).fetchall()
        found = {
            (row[0], row[1]): OwnReply(
                row[0],
                row[1],
                row[2],
                "author" if row[3] == author_id else "thread" if row[0] in near else "post",
                row[4],
                row[5],
            )
            for row in rows
        }
        waiting = self._db.execute(
            f"""SELECT c.id, d.text, d.created_at, c.author_id, ch.kind || ':' || ch.name, c.language
                FROM outbox b JOIN decisions d ON d.id = b.decision_id JOIN comments c ON c.id = b.comment_id
                JOIN channels ch ON ch.id = c.channel_id
                WHERE b.action IN ('reply', 'warn') AND d.text IS NOT NULL AND d.undone_by IS NULL
                  AND b.state IN ({",".join("?" * len(ON_ITS_WAY))})
                  AND b.id IN (SELECT id FROM outbox INDEXED BY outbox_author WHERE author_id = ?
                    UNION SELECT x.id FROM comments p INDEXED BY comments_post
                      CROSS JOIN outbox x INDEXED BY outbox_comment ON x.comment_id = p.id WHERE p.post_id = ?)
                  AND NOT EXISTS (SELECT 1 FROM comments s WHERE s.channel_id = b.channel_id
                    AND s.remote_id = json_extract(b.result, '$.remote_id'))
                ORDER BY b.id DESC LIMIT {SAID_LIMIT}""",
            (*ON_ITS_WAY, author_id, post_id),
        ).fetchall()
        for row in waiting:
            source = "author" if row[3] == author_id else "thread" if row[0] in near else "post"
            found.setdefault((row[0], row[1]), OwnReply(row[0], row[1], row[2], source, row[4], row[5]))
        return sorted(found.values(), key=lambda one: (-one.at, one.comment_id))
