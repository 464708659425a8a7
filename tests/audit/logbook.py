"""A real audit table in a real SQLite file, with the workspace's own schema and guards, to be tampered with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from console.audit.entry import build
from console.audit.verify import Verification, verify
from console.domain.audit import AuditDraft, AuditRow, ChainHead
from console.domain.chain import GENESIS, entry_hash
from console.store.sqlite.migrations.m0001_base import STATEMENTS

AT = 1_795_000_000
GUARDS = ("audit_no_update", "audit_no_delete", "audit_only_next")


def draft(number: int) -> AuditDraft:
    """One plausible entry; every third carries private values."""
    private = {}
    if number % 3 == 0:
        private = {
            "text": f"Où est ma commande n°{number} ?",
            "author": f"handle-{number}",
            "remote_id": f"r{number}",
        }
    return AuditDraft(
        event="decision",
        actor="lead:camille",
        role="lead",
        fields={
            "channel": "practice:démo",
            "action": "hide" if number % 2 else "keep",
            "category": "insult",
            "severity": number % 6,
            "outcome": "queued",
            "rules": ("R-INS-02",),
            "scores": {"insult": 9100, "toxicity": 9400},
            "spans": [[3, 9, "insult"]],
            "masked": False,
        },
        private=private,
        comment_id=1000 + number,
        author_id=7,
    )


def decode(raw: bytes) -> str:
    """Bytes that are no UTF-8 must not stop a verification: they come out as something that cannot hash right."""
    return raw.decode("utf-8", "surrogateescape")


class Logbook:
    """An audit table with ``entries`` sound entries and the head that belongs to them."""

    def __init__(self, path: Path, entries: int = 0) -> None:
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.text_factory = decode
        for statement in STATEMENTS:
            if "audit" in statement and not statement.startswith("INSERT INTO meta"):
                self.db.execute(statement)
        self.head = ChainHead(0, GENESIS)
        self.append(entries)

    def append(self, entries: int) -> None:
        """Add sound entries through the guards."""
        self.db.execute("BEGIN")
        previous = self.head.hash
        first = self.head.sequence + 1
        for number in range(first, first + entries):
            row = self.sound(number, previous)
            self.write(row)
            previous = row.hash
        self.db.execute("COMMIT")
        last = self.head.sequence + entries
        self.head = ChainHead(last, previous, referenced=last)

    def sound(self, number: int, previous: str, **fields: object) -> AuditRow:
        """An entry as the program writes it."""
        made = draft(number)
        if fields:
            made = AuditDraft(
                made.event, made.actor, made.role, {**made.fields, **fields}, {}, made.comment_id
            )
        entry, _ = build(
            made,
            sequence=number,
            segment=1,
            at=AT + number,
            offset=60,
            os_user="camille",
            app_version="0.1.0",
        )
        return AuditRow(number, 1, previous, entry_hash(number, 1, previous, entry), entry)

    def write(self, row: AuditRow) -> None:
        """Insert one row as it is."""
        self.db.execute(
            "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (?, ?, ?, ?, ?)",
            (row.sequence, row.segment, row.previous, row.hash, row.entry),
        )

    def disarm(self) -> None:
        """Drop the guards and the indexes over the entry's JSON: what an owner of the file can always do."""
        names = self.db.execute(
            "SELECT type, name FROM sqlite_master WHERE tbl_name = 'audit' AND type IN ('trigger', 'index')"
        ).fetchall()
        for kind, name in names:
            self.db.execute(f"DROP {kind} {name}")

    def strip(self) -> None:
        """Put the rows into a table without generated columns, which would refuse an entry that is no JSON."""
        self.disarm()
        self.db.execute(
            "CREATE TABLE bare (sequence INTEGER PRIMARY KEY, segment INTEGER, previous TEXT, hash TEXT, entry TEXT)"
        )
        self.db.execute("INSERT INTO bare SELECT sequence, segment, previous, hash, entry FROM audit")
        self.db.execute("DROP TABLE audit")
        self.db.execute("ALTER TABLE bare RENAME TO audit")

    def rows(self) -> Iterator[AuditRow]:
        """All rows in order, as the store hands them over."""
        for row in self.db.execute(
            "SELECT sequence, segment, previous, hash, entry FROM audit ORDER BY sequence"
        ):
            yield AuditRow(*row)

    def row(self, number: int) -> AuditRow:
        """One row."""
        found = self.db.execute(
            "SELECT sequence, segment, previous, hash, entry FROM audit WHERE sequence = ?", (number,)
        ).fetchone()
        return AuditRow(*found)

    def renumber(self, first: int, by: int) -> None:
        """Shift the numbers of all rows from ``first`` on."""
        self.db.execute("UPDATE audit SET sequence = -sequence WHERE sequence >= ?", (first,))
        self.db.execute("UPDATE audit SET sequence = -sequence + ? WHERE sequence < 0", (by,))

    def move(self, first: int, last: int, before: int) -> None:
        """Move rows ``first``..``last`` in front of ``before``, numbers closed up again."""
        order = [number for (number,) in self.db.execute("SELECT sequence FROM audit ORDER BY sequence")]
        block = [number for number in order if first <= number <= last]
        others = [number for number in order if not first <= number <= last]
        at = others.index(before) if before in others else len(others)
        moved = others[:at] + block + others[at:]
        self.db.execute("UPDATE audit SET sequence = -sequence")
        for new, old in zip(order, moved, strict=True):
            self.db.execute("UPDATE audit SET sequence = ? WHERE sequence = ?", (new, -old))

    def rehash(self, first: int) -> str:
        """Rebuild numbers, links and hashes from ``first`` on, as a patient forger would; returns the new last hash."""
        before = self.db.execute(
            "SELECT hash FROM audit WHERE sequence < ? ORDER BY sequence DESC", (first,)
        ).fetchone()
        previous = before[0] if before else GENESIS
        for row in [row for row in self.rows() if row.sequence >= first]:
            digest = entry_hash(row.sequence, row.segment, previous, row.entry)
            self.db.execute(
                "UPDATE audit SET previous = ?, hash = ? WHERE sequence = ?", (previous, digest, row.sequence)
            )
            previous = digest
        return previous

    def verify(self, *anchors: str, thorough: bool = False) -> Verification:
        """Verify against the remembered head."""
        return verify(self.rows(), self.head, anchors=anchors, thorough=thorough)

    def fault(self, *anchors: str) -> tuple[int, str] | None:
        """The first fault as ``(sequence, kind)``."""
        bad = self.verify(*anchors).first_bad
        return (bad.sequence, bad.kind) if bad else None

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()
