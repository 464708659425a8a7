"""What stands on the practice network at a moment: scripted arrivals, and the reads of its API."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from console.practice import scenes
from console.practice.database import meta, opaque, set_meta

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_COMMENT: Final = """
SELECT c.*, a.handle, a.name, a.initials, a.joined_at, a.followers, a.own, a.blocked, a.muted,
  EXISTS(SELECT 1 FROM report r WHERE r.comment_id = c.id) AS reported,
  (SELECT count(*) FROM comment k WHERE k.parent_id = c.id AND k.deleted_at IS NULL) AS replies,
  p.title AS post_title, p.created_at AS post_created_at,
  (SELECT json_extract(s.data, '$.media') FROM scripted s WHERE s.key = c.key AND s.what = 'comment') AS media
FROM comment c JOIN account a ON a.id = c.account_id JOIN post p ON p.id = c.post_id
"""


class ApiError(Exception):
    """An answer that refuses: HTTP ``status``, a stable ``code`` and a sentence for people reading raw answers."""

    def __init__(
        self, status: int, code: str, message: str, *, headers: dict[str, str] | None = None
    ) -> None:
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers or {}
        super().__init__(code)


def when(seconds: int | None) -> str | None:
    """UTC epoch seconds as RFC 3339."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# ------------------------------------------------------------------ time and arrivals


def scenario_time(db: sqlite3.Connection, now: float) -> float:
    """Seconds of scenario that have passed at ``now``; a clock set back does not turn the scenario back."""
    passed = max(now - float(meta(db, "anchor_real")), 0.0)
    return float(meta(db, "anchor_scenario")) + passed * float(meta(db, "speed"))


def due(db: sqlite3.Connection, now: float) -> bool:
    """Whether something scripted has happened since the file was last brought up to date."""
    row = db.execute("SELECT at FROM scripted WHERE n = ?", (int(meta(db, "position")) + 1,)).fetchone()
    return row is not None and row[0] <= scenario_time(db, now)


def catch_up(db: sqlite3.Connection, now: float) -> int:
    """Let everything that is due happen, in order, inside the caller's transaction. Returns how many events."""
    position = int(meta(db, "position"))
    rows = db.execute(
        "SELECT * FROM scripted WHERE n > ? AND at <= ? ORDER BY n", (position, scenario_time(db, now))
    ).fetchall()
    for row in rows:
        _happen(db, row["what"], row["key"], json.loads(row["data"]), _real_time(db, row["at"], now))
    if rows:
        set_meta(db, position=rows[-1]["n"])
    return len(rows)


def reanchor(db: sqlite3.Connection, now: float, *, speed: float | None = None, skip: float = 0.0) -> None:
    """Change the speed, or jump ``skip`` seconds ahead, from ``now`` on; what was due before has happened."""
    catch_up(db, now)
    reached = scenario_time(db, now) + skip
    set_meta(db, anchor_real=now, anchor_scenario=reached)
    if speed is not None:
        set_meta(db, speed=speed)
    catch_up(db, now)


def _real_time(db: sqlite3.Connection, at: float, now: float) -> int:
    if at <= 0:
        return int(float(meta(db, "start")) + at)
    speed = float(meta(db, "speed"))
    if speed <= 0:
        return int(now)
    ahead = (at - float(meta(db, "anchor_scenario"))) / speed
    return int(min(float(meta(db, "anchor_real")) + ahead, now))


def _happen(db: sqlite3.Connection, what: str, key: str, data: dict[str, Any], at: int) -> None:
    seed = meta(db, "seed")
    if what == "post":
        db.execute(
            "INSERT INTO post(id, key, title, text, language, created_at) VALUES(?, ?, ?, ?, ?, ?)",
            (opaque("pp_", seed, "post", key), key, data["title"], data["text"], data["language"], at),
        )
    elif what == "comment":
        author = db.execute("SELECT id, blocked FROM account WHERE handle = ?", (data["author"],)).fetchone()
        parent = None
        if data["parent"]:
            parent = db.execute(
                "SELECT id, root_id FROM comment WHERE key = ? AND deleted_at IS NULL", (data["parent"],)
            ).fetchone()
            if parent is None:
                return  # nobody answers what is not there any more
        if author["blocked"]:
            return  # a blocked account cannot write under the brand's posts: blocking has an effect here
        remote_id = opaque("pc_", seed, "comment", key)
        post = db.execute("SELECT id FROM post WHERE key = ?", (data["post"],)).fetchone()
        insert_comment(
            db,
            remote_id=remote_id,
            key=key,
            post_id=post["id"],
            parent=parent,
            account_id=author["id"],
            text=data["text"],
            language=data["language"],
            at=at,
            likes=int(opaque("", seed, "likes", key).encode()[0] % 13),
        )
    elif what == "edit":
        db.execute(
            "UPDATE comment SET text = ?, edited_at = ?, sequence = ? WHERE key = ? AND deleted_at IS NULL",
            (data["text"], at, next_sequence(db), key),
        )
    elif what == "delete":
        erase(db, "key", key, at)


def insert_comment(
    db: sqlite3.Connection,
    *,
    remote_id: str,
    key: str,
    post_id: str,
    parent: sqlite3.Row | None,
    account_id: str,
    text: str,
    language: str | None,
    at: int,
    likes: int = 0,
    client_key: str | None = None,
) -> None:
    """A new comment; ``parent`` needs ``id`` and ``root_id``."""
    db.execute(
        "INSERT INTO comment(id, key, post_id, parent_id, root_id, account_id, text, language, created_at, likes,"
        " client_key, sequence) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            remote_id,
            key,
            post_id,
            parent["id"] if parent else None,
            parent["root_id"] if parent else remote_id,
            account_id,
            text,
            language,
            at,
            likes,
            client_key,
            next_sequence(db),
        ),
    )


def erase(db: sqlite3.Connection, column: str, value: str, at: int) -> bool:
    """Delete a comment by ``id`` or ``key``: its text goes, a tombstone stays. False when it was gone already."""
    assert column in ("id", "key")
    done = db.execute(
        f"UPDATE comment SET text = '', deleted_at = ?, sequence = ? WHERE {column} = ? AND deleted_at IS NULL",  # noqa: S608 - one of two constants
        (at, next_sequence(db), value),
    )
    return done.rowcount == 1


def next_sequence(db: sqlite3.Connection) -> int:
    """The next number in the order of changes; rows are never removed, so the highest is always there."""
    return int(db.execute("SELECT coalesce(max(sequence), 0) + 1 FROM comment").fetchone()[0])


# ------------------------------------------------------------------ reads


def find_comment(db: sqlite3.Connection, remote_id: str, *, alive: bool = True) -> sqlite3.Row:
    """One comment with its author; ApiError 404 when there never was one, 410 when it is deleted and ``alive``."""
    row: sqlite3.Row | None = db.execute(_COMMENT + " WHERE c.id = ?", (remote_id,)).fetchone()
    if row is None:
        raise ApiError(404, "not_found", "There is no such comment.")
    if alive and row["deleted_at"] is not None:
        raise ApiError(410, "gone", "This comment has been deleted.")
    return row


def find_account(db: sqlite3.Connection, remote_id: str) -> sqlite3.Row:
    """One account, or ApiError 404."""
    row: sqlite3.Row | None = db.execute("SELECT * FROM account WHERE id = ?", (remote_id,)).fetchone()
    if row is None:
        raise ApiError(404, "not_found", "There is no such account.")
    return row


def find_post(db: sqlite3.Connection, remote_id: str) -> sqlite3.Row:
    """One post, or ApiError 404."""
    row: sqlite3.Row | None = db.execute("SELECT * FROM post WHERE id = ?", (remote_id,)).fetchone()
    if row is None:
        raise ApiError(404, "not_found", "There is no such post.")
    return row


def posts(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """All posts so far, newest first."""
    return db.execute("SELECT * FROM post ORDER BY created_at DESC, id").fetchall()


def comments_by(db: sqlite3.Connection, column: str, value: str) -> list[sqlite3.Row]:
    """Comments of a thread (``root_id``), of a parent (``parent_id``) or of a post (``post_id``), oldest first."""
    assert column in ("root_id", "parent_id", "post_id")
    return db.execute(_COMMENT + f" WHERE c.{column} = ? ORDER BY c.created_at, c.rowid", (value,)).fetchall()


def comments_of(db: sqlite3.Connection, ids: Sequence[str]) -> list[sqlite3.Row]:
    """Those of ``ids`` that were ever there, deleted ones included."""
    marks = ",".join("?" * len(ids))
    return db.execute(_COMMENT + f" WHERE c.id IN ({marks})", list(ids)).fetchall()


def changes(db: sqlite3.Connection, cursor: str | None, limit: int) -> tuple[list[sqlite3.Row], str, bool]:
    """Comments that arrived or changed after ``cursor``, in that order: rows, next cursor, whether there is more.

    A comment that changed several times is listed once, as it is now. Tombstones older than the first call of a
    series are left out: that reader never saw what was deleted. Raises ApiError 400 for a cursor of another run.
    """
    generation = meta(db, "generation")
    top = next_sequence(db) - 1
    after, floor = (0, top) if cursor is None else _read_cursor(cursor, generation)
    rows = db.execute(
        _COMMENT
        + " WHERE c.sequence > ? AND (c.deleted_at IS NULL OR c.sequence > ?) ORDER BY c.sequence LIMIT ?",
        (after, floor, limit + 1),
    ).fetchall()
    more = len(rows) > limit
    rows = rows[:limit]
    reached = rows[-1]["sequence"] if rows else max(after, top)
    plain = f"{generation}.{reached}.{floor}"
    return rows, base64.urlsafe_b64encode(plain.encode()).decode().rstrip("="), more


def _read_cursor(cursor: str, generation: str) -> tuple[int, int]:
    try:
        plain = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        of_run, after, floor = plain.split(".")
        place = int(after), int(floor)
    except ValueError:
        raise ApiError(400, "invalid_cursor", "This cursor was not made here.") from None
    if of_run != generation:
        raise ApiError(400, "cursor_expired", "The network was reset; start again without a cursor.")
    return place


# ------------------------------------------------------------------ JSON


def comment_json(row: sqlite3.Row, base_url: str, *, show_client_key: bool = False) -> dict[str, Any]:
    """A comment as the API sends it; the text of a deleted one is empty."""
    sent: dict[str, Any] = {
        "id": row["id"],
        "post": {
            "id": row["post_id"],
            "title": row["post_title"],
            "created_at": when(row["post_created_at"]),
            "permalink": f"{base_url}/p/{row['post_id']}",
        },
        "parent_id": row["parent_id"],
        "thread_id": row["root_id"],
        "author": {
            "id": row["account_id"],
            "handle": row["handle"],
            "name": row["name"],
            "initials": row["initials"],
            "joined_at": when(row["joined_at"]),
            "followers": row["followers"],
            "blocked": bool(row["blocked"]),
            "muted": bool(row["muted"]),
        },
        "text": row["text"],
        "language": row["language"],
        "created_at": when(row["created_at"]),
        "edited_at": when(row["edited_at"]),
        "own": bool(row["own"]),
        "hidden": bool(row["hidden"]),
        "deleted": row["deleted_at"] is not None,
        "reported": bool(row["reported"]),
        "liked": bool(row["liked"]),
        "like_count": row["likes"],
        "reply_count": row["replies"],
        "permalink": f"{base_url}/p/{row['post_id']}/c/{row['id']}",
    }
    if row["media"] and row["deleted_at"] is None:
        sent["media"] = [_media_json(one, n, row, base_url) for n, one in enumerate(json.loads(row["media"]))]
    if show_client_key and row["own"]:
        sent["client_key"] = row["client_key"]
    return sent


def _media_json(one: dict[str, Any], number: int, row: sqlite3.Row, base_url: str) -> dict[str, Any]:
    sent = {"kind": one["kind"], "alt": one.get("alt", "")}
    if "scene" in one:
        sent.update(
            mime=scenes.MIME, bytes=len(scenes.drawn(one["scene"])), width=scenes.WIDTH, height=scenes.HEIGHT
        )
        sent["url"] = f"{base_url}/media/{row['id']}/{number}"
    return sent


def picture(db: sqlite3.Connection, remote_id: str, number: int) -> bytes:
    """The picture at a place among what is attached to a comment; ApiError 404, or 410 with a deleted comment."""
    attached = json.loads(find_comment(db, remote_id)["media"] or "[]")
    scene = attached[number].get("scene") if number < len(attached) else None
    if scene is None:
        raise ApiError(404, "not_found", "There is no such picture.")
    return scenes.drawn(scene)


def post_json(row: sqlite3.Row, base_url: str) -> dict[str, Any]:
    """A post as the API sends it."""
    sent = {name: row[name] for name in ("id", "title", "text", "language")}
    return {**sent, "created_at": when(row["created_at"]), "permalink": f"{base_url}/p/{row['id']}"}


def account_json(row: sqlite3.Row) -> dict[str, Any]:
    """An account as the API sends it."""
    sent = {name: row[name] for name in ("id", "handle", "name", "initials", "followers")}
    return {
        **sent,
        "joined_at": when(row["joined_at"]),
        "own": bool(row["own"]),
        "blocked": bool(row["blocked"]),
        "muted": bool(row["muted"]),
    }
