"""What several processes on one workspace share: the engine lease, claims, change records, drafts and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.events import Changed
from console.store.sqlite import codec
from console.store.sqlite.drafts import Drafts

if TYPE_CHECKING:
    from collections.abc import Sequence

KEPT_CHANGES = 5000
# What a process that slept too long must look at again.
EVERYTHING = (
    "comments",
    "proposals",
    "decisions",
    "outbox",
    "channels",
    "audit",
    "policy",
    "members",
    "settings",
    "claims",
    "feedback",
    "calibrations",
    "automation",
    "tags",
    "deeds",
)


@dataclass(frozen=True, slots=True)
class Lease:
    """Who pulls and dispatches for this workspace, until when (UTC seconds)."""

    holder: str
    session: str
    pid: int
    acquired_at: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Who holds a comment, from which session, until when (UTC seconds)."""

    comment_id: int
    holder: str
    session: str
    expires_at: int
    writing: bool


@dataclass(frozen=True, slots=True)
class Note:
    """An internal note on a comment or an author."""

    id: int
    actor: str
    text: str
    created_at: int


class Shared(Drafts):
    """Coordination rows."""

    def take_lease(self, holder: str, session: str, pid: int, now: int, seconds: int) -> Lease:
        """Take or renew the engine lease unless another session's still runs; returns the lease that holds."""
        self._db.execute(
            """INSERT INTO engine_lease (id, holder, session, pid, acquired_at, expires_at) VALUES (1, ?, ?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, pid = excluded.pid,
                 acquired_at = CASE WHEN session = excluded.session THEN acquired_at ELSE excluded.acquired_at END,
                 session = excluded.session, expires_at = excluded.expires_at
               WHERE session = excluded.session OR expires_at <= ?""",
            (holder, session, pid, now, now + seconds, now),
        )
        lease = self.lease()
        assert lease is not None
        return lease

    def lease(self) -> Lease | None:
        """The lease row, expired or not."""
        row = self._db.execute(
            "SELECT holder, session, pid, acquired_at, expires_at FROM engine_lease WHERE id = 1"
        ).fetchone()
        return None if row is None else Lease(*row)

    def drop_lease(self, session: str) -> None:
        """Give the lease back, if it is ours."""
        self._db.execute("DELETE FROM engine_lease WHERE session = ?", (session,))

    def claim(
        self, comment_id: int, holder: str, session: str, now: int, seconds: int, *, force: bool = False
    ) -> str:
        """Claim a comment for ``holder``; returns who holds it now. ``force`` takes a running claim over."""
        self._db.execute(
            f"""INSERT INTO claims (comment_id, holder, session, expires_at) VALUES (?, ?, ?, ?)
               ON CONFLICT (comment_id) DO UPDATE SET holder = excluded.holder, session = excluded.session,
                 expires_at = excluded.expires_at, writing = writing AND holder = excluded.holder
               {"" if force else "WHERE holder = excluded.holder OR expires_at <= ?"}""",
            (comment_id, holder, session, now + seconds, *(() if force else (now,))),
        )
        return str(
            self._db.execute("SELECT holder FROM claims WHERE comment_id = ?", (comment_id,)).fetchone()[0]
        )

    def release(self, comment_id: int, holder: str) -> None:
        """Give a claim back."""
        self._db.execute("DELETE FROM claims WHERE comment_id = ? AND holder = ?", (comment_id, holder))

    def claim_of(self, comment_id: int) -> Claim | None:
        """The claim on a comment, run out or not."""
        row = self._db.execute(
            "SELECT comment_id, holder, session, expires_at, writing FROM claims WHERE comment_id = ?",
            (comment_id,),
        ).fetchone()
        return None if row is None else Claim(row[0], row[1], row[2], row[3], bool(row[4]))

    def claims(self) -> list[Claim]:
        """Every claim, run out or not: as many as people, nearly."""
        rows = self._db.execute("SELECT comment_id, holder, session, expires_at, writing FROM claims")
        return [Claim(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]

    def drop_claim(self, comment_id: int) -> None:
        """Free a comment, whoever held it."""
        self._db.execute("DELETE FROM claims WHERE comment_id = ?", (comment_id,))

    def set_writing(self, comment_id: int, holder: str, writing: bool) -> bool:
        """Whether ``holder`` writes under what they hold; False where nothing changed."""
        changed = self._db.execute(
            "UPDATE claims SET writing = ?1 WHERE comment_id = ?2 AND holder = ?3 AND writing <> ?1",
            (int(writing), comment_id, holder),
        )
        return bool(changed.rowcount)

    def record(self, session: str, changes: list[Changed]) -> None:
        """Leave change records for other processes; only the newest few thousand are kept."""
        self._db.executemany(
            "INSERT INTO changes (session, what, body) VALUES (?, ?, ?)",
            [
                (session, one.what, codec.dumps([one.ids[:500], one.count or len(one.ids), dict(one.extra)]))
                for one in changes
            ],
        )
        self._db.execute("DELETE FROM changes WHERE id <= (SELECT max(id) FROM changes) - ?", (KEPT_CHANGES,))

    def newest_change(self) -> int:
        """The number of the newest change record."""
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])

    def changes_since(self, last: int, session: str) -> tuple[int, list[Changed]]:
        """(newest id, records of other sessions after ``last``); "look again" where some were dropped meanwhile."""
        newest = self.newest_change()
        oldest = self._db.execute("SELECT min(id) FROM changes").fetchone()[0]
        found = []
        if oldest is not None and oldest > last + 1:
            found = [Changed(what, count=1) for what in EVERYTHING]
        for what, body in self._db.execute(
            "SELECT what, body FROM changes WHERE id > ? AND session <> ? ORDER BY id", (last, session)
        ):
            ids, count, extra = codec.loads(body)
            found.append(Changed(what, tuple(ids) if count == len(ids) else (), count, extra))
        return newest, found

    def add_note(
        self, actor: str, text: str, now: int, *, comment_id: int | None, author_id: int | None
    ) -> int:
        """Add an internal note to a comment or an author."""
        cursor = self._db.execute(
            "INSERT INTO notes (comment_id, author_id, actor, text, created_at) VALUES (?, ?, ?, ?, ?)",
            (comment_id, author_id, actor, codec.storable(text)[0], now),
        )
        return int(cursor.lastrowid or 0)

    def drop_note(self, note_id: int) -> bool:
        """Take one note away; the index of notes follows by itself. False when it was gone."""
        return bool(self._db.execute("DELETE FROM notes WHERE id = ?", (note_id,)).rowcount)

    def has_note(self, note_id: int) -> bool:
        """Whether a note is still there."""
        return self._db.execute("SELECT 1 FROM notes WHERE id = ?", (note_id,)).fetchone() is not None

    def notes(self, *, comment_id: int | None = None, author_id: int | None = None) -> list[Note]:
        """Notes of a comment or an author, newest first."""
        return [
            Note(*row)
            for row in self._db.execute(
                "SELECT id, actor, text, created_at FROM notes WHERE comment_id = ? OR author_id = ? ORDER BY id DESC",
                (comment_id, author_id),
            )
        ]

    def drop_notes(self, ids: Sequence[int], author_id: int) -> None:
        """Drop the notes on an author and on their comments; the index of notes follows by itself."""
        self._db.execute("DELETE FROM notes WHERE author_id = ?", (author_id,))
        self._db.executemany("DELETE FROM notes WHERE comment_id = ?", [(int(one),) for one in ids])
