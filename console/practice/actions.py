"""What may be done on the practice network: sessions, replies, hiding, deleting, reports, blocks; all of it logged."""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING, Any, Final

import regex

from console.practice.database import OWN_HANDLE, meta, opaque
from console.practice.world import (
    ApiError,
    erase,
    find_account,
    find_comment,
    insert_comment,
    next_sequence,
    when,
)

if TYPE_CHECKING:
    import sqlite3

#: The password of the brand's account. It guards nothing: the network holds invented content only.
PASSWORD: Final = "practice"
#: The longest reply, in graphemes.
REPLY_LIMIT: Final = 500
#: Seconds until an access token and a refresh token end.
ACCESS_LIFE: Final = 3600
REFRESH_LIFE: Final = 30 * 86_400
#: What a report may say.
REPORT_REASONS: Final = (
    "illegal",
    "threat",
    "hate",
    "harassment",
    "sexual",
    "spam",
    "impersonation",
    "other",
)

_GRAPHEME: Final = regex.compile(r"\X")


# ------------------------------------------------------------------ sessions


def sign_in(db: sqlite3.Connection, now: int, account: str, password: str) -> dict[str, Any]:
    """New tokens for the brand's account; ApiError 401 for anybody else."""
    if account != OWN_HANDLE or not hmac.compare_digest(password.encode(), PASSWORD.encode()):
        raise ApiError(401, "bad_credentials", "Unknown account or wrong password.")
    own = db.execute("SELECT id FROM account WHERE own = 1").fetchone()
    return _issue(db, now, own["id"])


def refresh(db: sqlite3.Connection, now: int, token: str) -> dict[str, Any]:
    """New tokens for a refresh token, which is used up by it."""
    row = db.execute("SELECT * FROM token WHERE token = ? AND kind = 'refresh'", (token,)).fetchone()
    if row is None or row["expires_at"] <= now:
        raise ApiError(401, "invalid_refresh", "Sign in again.")
    db.execute("DELETE FROM token WHERE token = ?", (token,))
    return _issue(db, now, row["account_id"])


def signed_in(db: sqlite3.Connection, now: int, token: str | None) -> str:
    """The account id behind an access token; ApiError 401 ``expired_token`` or ``invalid_token``."""
    row = db.execute("SELECT * FROM token WHERE token = ? AND kind = 'access'", (token,)).fetchone()
    if row is None:
        raise ApiError(401, "invalid_token", "Sign in first.")
    if row["expires_at"] <= now:
        raise ApiError(401, "expired_token", "This token has expired; refresh it.")
    return str(row["account_id"])


def _issue(db: sqlite3.Connection, now: int, account_id: str) -> dict[str, Any]:
    db.execute("DELETE FROM token WHERE expires_at < ?", (now - 86_400,))
    made = {"access": secrets.token_urlsafe(24), "refresh": secrets.token_urlsafe(24)}
    for kind, life in (("access", ACCESS_LIFE), ("refresh", REFRESH_LIFE)):
        db.execute("INSERT INTO token VALUES(?, ?, ?, ?)", (made[kind], kind, account_id, now + life))
    return {
        "access_token": made["access"],
        "refresh_token": made["refresh"],
        "expires_in": ACCESS_LIFE,
        "account_id": account_id,
    }


# ------------------------------------------------------------------ on a comment


def reply(
    db: sqlite3.Connection, now: int, account_id: str, parent_id: str, text: str, client_key: str | None
) -> tuple[str, bool]:
    """Answer a comment: the reply's id, and whether it is new.

    A ``client_key`` that was used before gives back the first reply, unless the network is set to ignore keys, as
    most real platforms do. Raises ApiError 400 (empty_text, text_too_long), 404, 410.
    """
    parent = find_comment(db, parent_id)
    if not text.strip():
        raise ApiError(400, "empty_text", "A reply needs a text.")
    if sum(1 for _ in _GRAPHEME.finditer(text)) > REPLY_LIMIT:
        raise ApiError(400, "text_too_long", f"A reply has at most {REPLY_LIMIT} characters.")
    keyed = client_key if meta(db, "idempotent") == "1" else None
    if keyed is not None:
        seen = db.execute("SELECT id, parent_id FROM comment WHERE client_key = ?", (keyed,)).fetchone()
        if seen is not None:
            if seen["parent_id"] != parent_id:
                raise ApiError(400, "client_key_reused", "This key belongs to another reply.")
            _log(
                db,
                now,
                "reply",
                parent_id,
                text=text,
                client_key=client_key,
                remote_id=seen["id"],
                changed=False,
            )
            return str(seen["id"]), False
    number = next_sequence(db)
    remote_id = opaque("pc_", meta(db, "seed"), meta(db, "generation"), "reply", number)
    insert_comment(
        db,
        remote_id=remote_id,
        key=f"reply{number}",
        post_id=parent["post_id"],
        parent=parent,
        account_id=account_id,
        text=text,
        language=None,
        at=now,
        client_key=keyed,
    )
    _log(db, now, "reply", parent_id, text=text, client_key=client_key, remote_id=remote_id)
    return remote_id, True


def hide(db: sqlite3.Connection, now: int, comment_id: str, hidden: bool) -> bool:
    """Hide or show a comment; False when it was so already."""
    row = find_comment(db, comment_id)
    changed = bool(row["hidden"]) != hidden
    if changed:
        db.execute(
            "UPDATE comment SET hidden = ?, sequence = ? WHERE id = ?",
            (hidden, next_sequence(db), comment_id),
        )
    _log(db, now, "hide" if hidden else "unhide", comment_id, changed=changed)
    return changed


def like(db: sqlite3.Connection, now: int, comment_id: str, liked: bool) -> bool:
    """Like a comment or take the like back; False when it was so already."""
    row = find_comment(db, comment_id)
    changed = bool(row["liked"]) != liked
    if changed:
        db.execute(
            "UPDATE comment SET liked = ?, likes = likes + ? WHERE id = ?",
            (liked, 1 if liked else -1, comment_id),
        )
    _log(db, now, "like" if liked else "unlike", comment_id, changed=changed)
    return changed


def delete(db: sqlite3.Connection, now: int, comment_id: str) -> None:
    """Delete a comment for good; ApiError 410 when it was gone already."""
    find_comment(db, comment_id)
    erase(db, "id", comment_id, now)
    _log(db, now, "delete", comment_id)


def report(db: sqlite3.Connection, now: int, comment_id: str, reason: str) -> tuple[str, bool]:
    """Report a comment to the network's own staff: the report's id, and whether it is new (one per comment)."""
    row = find_comment(db, comment_id)
    if row["own"]:
        raise ApiError(403, "own_comment", "Your own comment cannot be reported.")
    if reason not in REPORT_REASONS:
        raise ApiError(400, "unknown_reason", "The reason must be one of: " + ", ".join(REPORT_REASONS))
    seen = db.execute("SELECT id FROM report WHERE comment_id = ?", (comment_id,)).fetchone()
    report_id = (
        str(seen["id"]) if seen else opaque("pt_", meta(db, "seed"), meta(db, "generation"), comment_id)
    )
    if seen is None:
        db.execute("INSERT INTO report VALUES(?, ?, ?, ?)", (report_id, comment_id, reason, now))
    _log(db, now, "report", comment_id, reason=reason, remote_id=report_id, changed=seen is None)
    return report_id, seen is None


# ------------------------------------------------------------------ on an account


def restrict(db: sqlite3.Connection, now: int, account_id: str, column: str, on: bool) -> bool:
    """Block or mute an account (``column`` is blocked or muted), or take it back; False when it was so already.

    A blocked account writes nothing more under the brand's posts; a muted one does.
    """
    assert column in ("blocked", "muted")
    row = find_account(db, account_id)
    if row["own"]:
        raise ApiError(403, "own_account", "You cannot block or mute yourself.")
    changed = bool(row[column]) != on
    if changed:
        db.execute(f"UPDATE account SET {column} = ? WHERE id = ?", (on, account_id))  # noqa: S608 - one of two constants
    word = {"blocked": "block", "muted": "mute"}[column]
    _log(db, now, word if on else f"un{word}", account_id, changed=changed)
    return changed


# ------------------------------------------------------------------ for tests and drills


def stranger(
    db: sqlite3.Connection, now: int, handle: str, text: str, post_id: str | None, parent_id: str | None
) -> str:
    """A comment by anybody, written from outside the script (drills, demonstrations); the new comment's id."""
    if not handle or handle == OWN_HANDLE or not text.strip():
        raise ApiError(
            400, "invalid", "A stranger's comment needs a handle that is not the brand's, and a text."
        )
    parent = find_comment(db, parent_id) if parent_id else None
    if parent is not None:
        post_id = parent["post_id"]
    elif post_id is None:
        newest = db.execute("SELECT id FROM post ORDER BY created_at DESC LIMIT 1").fetchone()
        post_id = newest["id"] if newest else None
    if db.execute("SELECT 1 FROM post WHERE id = ?", (post_id,)).fetchone() is None:
        raise ApiError(404, "not_found", "There is no such post.")
    account_id = opaque("pa_", meta(db, "seed"), "account", handle)
    db.execute(
        "INSERT INTO account(id, handle, name, initials, joined_at, followers) VALUES(?, ?, ?, ?, ?, 0)"
        " ON CONFLICT DO NOTHING",
        (account_id, handle, handle, handle[:2].upper(), now),
    )
    if find_account(db, account_id)["blocked"]:
        raise ApiError(403, "blocked", "This account is blocked.")
    number = next_sequence(db)
    remote_id = opaque("pc_", meta(db, "seed"), meta(db, "generation"), "stranger", number)
    insert_comment(
        db,
        remote_id=remote_id,
        key=f"stranger{number}",
        post_id=str(post_id),
        parent=parent,
        account_id=account_id,
        text=text,
        language=None,
        at=now,
    )
    return remote_id


def log_entries(db: sqlite3.Connection, after: int = 0) -> list[dict[str, Any]]:
    """Every action performed since the last reset, oldest first; repeats that changed nothing are there as such."""
    return [
        {**dict(row), "at": when(row["at"]), "changed": bool(row["changed"])}
        for row in db.execute("SELECT * FROM log WHERE sequence > ? ORDER BY sequence", (after,))
    ]


def _log(
    db: sqlite3.Connection,
    now: int,
    action: str,
    target: str,
    *,
    text: str | None = None,
    reason: str | None = None,
    client_key: str | None = None,
    remote_id: str | None = None,
    changed: bool = True,
) -> None:
    db.execute(
        "INSERT INTO log(at, action, target, text, reason, client_key, remote_id, changed) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        (now, action, target, text, reason, client_key, remote_id, changed),
    )
