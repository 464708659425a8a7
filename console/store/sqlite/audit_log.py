"""The audit log in SQLite: append to the chain, read it, find the entries of a comment."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from console.domain import chain
from console.domain.audit import AuditDraft, AuditRow, ChainHead
from console.domain.comment import OPEN
from console.domain.errors import WorkspaceDamaged
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from console.store.filters import AuditFilter

GUARDS = ("audit_no_delete", "audit_no_update", "audit_only_next")


# Read as bytes: a changed byte may leave invalid UTF-8, and verification must see it instead of an exception.
COLUMNS = "sequence, segment, CAST(previous AS BLOB), CAST(hash AS BLOB), CAST(entry AS BLOB)"


def _row(row: tuple[Any, ...]) -> AuditRow:
    previous, digest, entry = ((cell or b"").decode("utf-8", "surrogateescape") for cell in row[2:])
    return AuditRow(row[0], row[1], previous, digest, entry)


class EntryBuilder(Protocol):
    """Makes the canonical entry of a draft and its (field, salt, value) secrets; the audit room's work."""

    def __call__(
        self, draft: AuditDraft, *, sequence: int, segment: int, at: int
    ) -> tuple[str, list[tuple[str, bytes, str]]]: ...


@dataclass(frozen=True, slots=True)
class PrivateValue:
    """A clear value behind a commitment, kept outside the chain."""

    field: str
    salt: bytes
    value: str


class AuditLog(Part):
    """Append and read; nothing here can change or remove an entry."""

    def __init__(self, connection: sqlite3.Connection, build: EntryBuilder | None = None) -> None:
        super().__init__(connection)
        self._build = build

    def append(self, drafts: list[AuditDraft], now: int) -> int:
        """Append entries inside the caller's transaction; returns the last sequence number.

        The head is read under BEGIN IMMEDIATE, so two processes never build on the same entry.
        """
        assert self._build is not None
        known = self._db.execute("SELECT sequence, hash FROM audit_head WHERE id = 1").fetchone()
        if known is None:
            raise WorkspaceDamaged("audit_broken", detail="no head")
        sequence, previous = known
        if not self._ends_at(sequence, previous):
            raise WorkspaceDamaged("audit_broken", detail=f"after {sequence}")
        segment = self._db.execute("SELECT max(segment) FROM audit_segments").fetchone()[0]
        rows: list[tuple[int, int, str, str, str]] = []
        private: list[tuple[int, str, bytes, str, int | None, int | None]] = []
        for draft in drafts:
            sequence += 1
            entry, secrets = self._build(draft, sequence=sequence, segment=segment, at=now)
            digest = chain.entry_hash(sequence, segment, previous, entry)
            rows.append((sequence, segment, previous, digest, entry))
            for field, salt, value in secrets:
                text, raw = codec.storable(value)
                kept = text if raw is None else "\\x" + raw.hex()
                private.append((sequence, field, salt, kept, draft.comment_id, draft.author_id))
            previous = digest
        try:
            self._db.executemany(
                "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (?,?,?,?,?)", rows
            )
        except sqlite3.IntegrityError as error:
            # The last row is not the one that the workspace remembers: nothing may be built on a chain like that.
            raise WorkspaceDamaged("audit_broken", detail=f"after {rows[0][0] - 1}") from error
        self._db.executemany("INSERT INTO audit_private VALUES (?,?,?,?,?,?)", private)
        self._db.execute("UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1", (sequence, previous))
        return int(sequence)

    def _ends_at(self, sequence: int, digest: str) -> bool:
        """Whether the last row is the one that the workspace remembers: nothing is built on a cut or forged end."""
        if self._db.execute("SELECT 1 FROM audit LIMIT 1").fetchone() is None:
            return (
                self._db.execute(
                    """SELECT 1 FROM audit_segments WHERE dropped_at IS NULL AND first_sequence = ?
                       AND first_previous = ?""",
                    (sequence + 1, digest),
                ).fetchone()
                is not None
            )
        last = self._db.execute(
            "SELECT sequence = ? AND hash = ? FROM audit ORDER BY sequence DESC LIMIT 1", (sequence, digest)
        ).fetchone()
        return bool(last[0])

    def head(self) -> ChainHead:
        """What the workspace remembers of the chain's end, and which guards stand."""
        known = self._db.execute("SELECT sequence, hash FROM audit_head WHERE id = 1").fetchone()
        if known is None:  # taken away: no hash is this one, so verification fails at the end
            known = (self._db.execute("SELECT coalesce(max(sequence), 1) FROM audit").fetchone()[0], "")
        sequence, digest = known
        first = self._db.execute(
            "SELECT first_sequence, first_previous FROM audit_segments WHERE dropped_at IS NULL ORDER BY segment LIMIT 1"
        ).fetchone() or (1, chain.GENESIS)
        referenced = self._db.execute(
            """SELECT max(coalesce((SELECT max(audit_sequence) FROM decisions), 0),
                          coalesce((SELECT max(sequence) FROM audit_private), 0))"""
        ).fetchone()[0]
        guards = tuple(
            row[0]
            for row in self._db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit' ORDER BY name"
            )
        )
        return ChainHead(int(sequence), str(digest), int(referenced), int(first[0]), str(first[1]), guards)

    def rows(self, first: int = 0) -> Iterator[AuditRow]:
        """All rows from ``first`` on in sequence order, as stored; one read transaction while it is consumed."""
        for row in self._db.execute(
            f"SELECT {COLUMNS} FROM audit WHERE sequence >= ? ORDER BY sequence",
            (first,),
        ):
            yield _row(row)

    def row(self, sequence: int) -> AuditRow | None:
        """One entry."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM audit WHERE sequence = ?", (sequence,)).fetchone()
        return None if row is None else _row(row)

    def find(self, wanted: AuditFilter, limit: int | None = 200, before: int | None = None) -> list[AuditRow]:
        """Entries that match, newest first."""
        where, values = _conditions(wanted)
        if before is not None:
            where.append("sequence < ?")
            values.append(before)
        sql = f"SELECT {COLUMNS} FROM audit"
        if where:
            sql += " WHERE " + " AND ".join(where)
        sql += " ORDER BY sequence DESC"
        if limit is not None:
            sql += f" LIMIT {int(limit)}"
        return [_row(row) for row in self._db.execute(sql, values)]

    def find_ids(self, wanted: AuditFilter) -> list[int]:
        """Sequence numbers that match, newest first: the id vector of the audit view."""
        where, values = _conditions(wanted)
        clause = " WHERE " + " AND ".join(where) if where else ""
        return [
            row[0]
            for row in self._db.execute(f"SELECT sequence FROM audit{clause} ORDER BY sequence DESC", values)
        ]

    def by_sequences(self, sequences: list[int]) -> list[AuditRow]:
        """Rows by number, in the order asked for."""
        found: dict[int, AuditRow] = {}
        for start in range(0, len(sequences), 400):
            marks = ",".join(str(int(one)) for one in sequences[start : start + 400])
            for row in self._db.execute(f"SELECT {COLUMNS} FROM audit WHERE sequence IN ({marks})"):
                found[row[0]] = _row(row)
        return [found[one] for one in sequences if one in found]

    def private(self, sequence: int) -> Mapping[str, PrivateValue]:
        """The clear values behind one entry's commitments; empty after an erasure."""
        return self._clear(
            "SELECT field, salt, value FROM audit_private WHERE sequence = ?",
            (sequence,),
        )

    def exportable(self, sequence: int) -> Mapping[str, PrivateValue]:
        """The same without what is about a comment that was never meant for everybody (``is_private``)."""
        marks = ", ".join("?" * len(OPEN))
        return self._clear(
            "SELECT p.field, p.salt, p.value FROM audit_private p LEFT JOIN comments c ON c.id = p.comment_id"
            f" WHERE p.sequence = ? AND coalesce(json_extract(c.facts, '$.visibility'), 'public') IN ({marks})",
            (sequence, *sorted(OPEN)),
        )

    def _clear(self, query: str, values: tuple[object, ...]) -> Mapping[str, PrivateValue]:
        found: dict[str, PrivateValue] = {}
        for field, salt, value in self._db.execute(query, values):
            if value.startswith("\\x"):
                value = bytes.fromhex(value[2:]).decode("utf-8", "surrogatepass")
            found[field] = PrivateValue(field, bytes(salt), value)
        return found

    def distinct(self, column: str) -> list[str]:
        """The values that occur in a filterable column (actor, event, action, channel, category, outcome)."""
        if column not in {"actor", "event", "action", "channel", "category", "outcome"}:
            raise ValueError(column)
        return [
            row[0]
            for row in self._db.execute(
                f"SELECT DISTINCT {column} FROM audit WHERE {column} IS NOT NULL ORDER BY {column}"
            )
        ]


def _conditions(wanted: AuditFilter) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    for column, value in (
        ("actor", wanted.actor),
        ("event", wanted.event),
        ("action", wanted.action),
        ("channel", wanted.channel),
        ("category", wanted.category),
        ("outcome", wanted.outcome),
        ("comment", wanted.comment_id),
    ):
        if value is not None:
            where.append(f"{column} = ?")
            values.append(value)
    if wanted.since is not None:
        where.append("at >= ?")
        values.append(wanted.since)
    if wanted.until is not None:
        where.append("at < ?")
        values.append(wanted.until)
    return where, values
