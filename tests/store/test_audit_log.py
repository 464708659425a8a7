"""The chain in SQLite: append only, whatever statement somebody tries and however their connection is set."""

from __future__ import annotations

import sqlite3
import threading

import pytest

from console.audit.verify import verify
from console.domain.audit import AuditDraft
from console.domain.chain import commitment
from console.domain.errors import VigieError
from console.store import AuditFilter, Store, Tx
from tests.support.workspaces import Clock, open_store, raw


def draft(number: int, **more: object) -> AuditDraft:
    fields = {"action": "hide", "channel": "practice:demo", "category": "insult", **more}
    return AuditDraft(
        "decision", f"m{number % 3}", "moderator", fields, {"text": f"words {number}"}, number, 10 + number
    )


def fill(store: Store, number: int = 5) -> None:
    for one in range(number):
        store.write(lambda tx, one=one: tx.log(draft(one))).result()


def check(store: Store) -> bool:
    return store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True)).ok


ROW = "(6, 1, 'x', 'y', '{}')"


@pytest.mark.parametrize("recursive", [False, True])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET entry = '{}' WHERE sequence = 2",
        "UPDATE audit SET sequence = 99 WHERE sequence = 2",
        "UPDATE OR IGNORE audit SET hash = 'x'",
        "UPDATE OR REPLACE audit SET hash = 'x'",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE sequence = 5",
        "REPLACE INTO audit (sequence, segment, previous, hash, entry) VALUES (2, 1, 'x', 'y', '{}')",
        "INSERT OR REPLACE INTO audit (sequence, segment, previous, hash, entry) VALUES (5, 1, 'x', 'y', '{}')",
        "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (7, 1, 'x', 'y', '{}')",
        "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (0, 1, 'x', 'y', '{}')",
        "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (-1, 1, 'x', 'y', '{}')",
        "INSERT INTO audit (rowid, segment, previous, hash, entry) VALUES (3, 1, 'x', 'y', '{}')",
        "INSERT INTO audit (segment, previous, hash, entry) VALUES (1, 'x', 'y', '{}')",
        "INSERT OR IGNORE INTO audit (sequence, segment, previous, hash, entry) VALUES (9, 1, 'x', 'y', '{}')",
        "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (2, 1, 'x', 'y', '{}')"
        " ON CONFLICT DO UPDATE SET entry = '{}'",
    ],
)
def test_the_guards_hold_against_every_statement(store: Store, recursive: bool, statement: str) -> None:
    fill(store)
    with raw(store.path) as db:
        db.execute(f"PRAGMA recursive_triggers = {'ON' if recursive else 'OFF'}")
        before = db.execute("SELECT * FROM audit").fetchall()
        with pytest.raises(sqlite3.DatabaseError):
            db.execute(statement)
        assert db.execute("SELECT * FROM audit").fetchall() == before
    assert check(store)


def test_a_log_emptied_past_its_guards_does_not_start_again_at_one(store: Store) -> None:
    fill(store)
    with raw(store.path) as db:
        db.execute("DROP TRIGGER audit_no_delete")
        db.execute("DELETE FROM audit")
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(
                "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (1, 1, 'x', 'y', '{}')"
            )
    result = store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head()))
    assert result.first_bad is not None
    assert result.first_bad.kind == "truncated"


def test_after_tampering_a_decision_fails_with_a_known_error_and_changes_nothing(store: Store) -> None:
    fill(store)
    with raw(store.path) as db:
        db.execute("DROP TRIGGER audit_no_delete")
        db.execute("DELETE FROM audit WHERE sequence >= 4")

    def work(tx: Tx) -> None:
        tx.settings.set("mark", 1)
        tx.log(draft(9))

    with pytest.raises(VigieError) as caught:
        store.write(work).result()
    assert caught.value.code == "audit_broken"
    assert store.read(lambda r: r.settings.get("mark")) is None


def test_a_head_that_was_taken_away_is_a_finding_not_a_crash(store: Store) -> None:
    fill(store)
    with raw(store.path) as db:
        db.execute("DELETE FROM audit_head")
    result = store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head()))
    assert not result.ok
    with pytest.raises(VigieError) as caught:
        store.write(lambda tx: tx.log(draft(9))).result()
    assert caught.value.code == "audit_broken"


def test_generated_columns_cannot_disagree_with_the_entry(store: Store) -> None:
    store.write(lambda tx: tx.log(draft(3, outcome="queued"))).result()
    with raw(store.path) as db:
        row = db.execute(
            "SELECT at, event, actor, comment, channel, category, action, outcome FROM audit"
        ).fetchone()
        assert row == (store._clock.now(), "decision", "m0", 3, "practice:demo", "insult", "hide", "queued")
        with pytest.raises(sqlite3.OperationalError):
            db.execute("UPDATE audit SET actor = 'other'")


def test_clear_values_lie_outside_and_match_their_commitments(store: Store) -> None:
    import json

    text = "mots \ud83d et \x00 reste"
    one = AuditDraft("decision", "ana", "lead", {"action": "keep"}, {"text": text}, 4, 9)
    store.write(lambda tx: tx.log(one)).result()
    row = store.read(lambda r: r.audit.row(1))
    assert row is not None
    private = store.read(lambda r: r.audit.private(1))["text"]
    assert private.value == text
    entry = json.loads(row.entry)
    assert commitment("text", private.salt, text) in json.dumps(entry)
    assert "mots" not in row.entry
    with raw(store.path) as db:
        db.execute("DELETE FROM audit_private")
    assert check(store)


def test_many_entries_in_one_transaction_and_filters(store: Store, clock: Clock) -> None:
    store.write(lambda tx: tx.log(*(draft(number) for number in range(30)))).result()
    clock.turn(100)
    store.write(lambda tx: tx.log(draft(99, action="keep", category="praise"))).result()
    assert check(store)

    def numbers(**more: object) -> list[int]:
        wanted = AuditFilter(**more)  # type: ignore[arg-type]
        rows = store.read(lambda r: r.audit.find(wanted, None))
        assert [row.sequence for row in rows] == store.read(lambda r: r.audit.find_ids(wanted))
        return [row.sequence for row in rows]

    assert numbers() == list(range(31, 0, -1))
    assert numbers(action="keep") == [31]
    assert numbers(actor="m1") == [29, 26, 23, 20, 17, 14, 11, 8, 5, 2]
    assert numbers(comment_id=7) == [8]
    assert numbers(since=clock.now()) == [31]
    assert len(numbers(until=clock.now())) == 30
    assert numbers(category="praise", actor="m1") == []
    assert store.read(lambda r: [row.sequence for row in r.audit.find(AuditFilter(), 3, before=10)]) == [
        9,
        8,
        7,
    ]
    assert store.read(lambda r: r.audit.distinct("actor")) == ["m0", "m1", "m2"]


def test_a_failing_transaction_leaves_no_entry_and_no_gap(store: Store) -> None:
    fill(store, 2)

    def work(tx: Tx) -> None:
        tx.log(draft(5))
        raise ValueError("after the entry was written")

    with pytest.raises(ValueError, match="after"):
        store.write(work).result()
    fill(store, 1)
    assert [row.sequence for row in store.read(lambda r: list(r.audit.rows()))] == [1, 2, 3]
    assert check(store)


def test_two_stores_append_to_one_chain(store: Store) -> None:
    other = open_store(store.path, Clock(), session="two")
    try:

        def run(mine: Store) -> None:
            for number in range(40):
                mine.write(lambda tx, number=number: tx.log(draft(number)), durable=False).result()

        threads = [threading.Thread(target=run, args=(one,)) for one in (store, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert store.read(lambda r: r.audit.head()).sequence == 80
        assert check(store)
    finally:
        assert other.close()
