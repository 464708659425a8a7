"""Every kind of tampering with the chain is found at the first affected sequence, and called by its name."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.audit.verify import verify
from console.domain.audit import AuditRow, ChainHead
from console.domain.chain import GENESIS, entry_hash
from console.domain.errors import UsageError
from tests.audit.logbook import GUARDS, Logbook


def test_a_sound_log_holds(log: Logbook) -> None:
    found = log.verify()
    assert found.ok
    assert found.complete
    assert (found.entries, found.head, found.first_bad, found.checked_until) == (30, log.head.hash, None, 30)
    assert log.verify(thorough=True).ok


def test_an_empty_log_holds(tmp_path: Path) -> None:
    book = Logbook(tmp_path / "empty.vigie")
    found = book.verify()
    book.close()
    assert (found.ok, found.entries, found.head) == (True, 0, GENESIS)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET hash = hash WHERE sequence = 3",
        "DELETE FROM audit WHERE sequence = 30",
        "INSERT INTO audit (sequence, segment, previous, hash, entry) VALUES (40, 1, '', '', '{}')",
        "INSERT OR REPLACE INTO audit (sequence, segment, previous, hash, entry) VALUES (3, 1, '', '', '{}')",
    ],
)
def test_the_guards_stand_until_someone_drops_them(log: Logbook, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        log.db.execute(statement)
    assert {
        name for (name,) in log.db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    } >= set(GUARDS)
    assert log.verify().ok


# ---- edits


@pytest.mark.parametrize("number", [1, 2, 15, 29, 30])
@pytest.mark.parametrize("column", ["entry", "hash", "previous"])
def test_one_changed_byte(log: Logbook, number: int, column: str) -> None:
    log.disarm()
    old = getattr(log.row(number), column)
    at = old.index("hide" if "hide" in old else "keep") if column == "entry" else 7
    new = old[:at] + ("0" if old[at] != "0" else "1") + old[at + 1 :]
    log.db.execute(f"UPDATE audit SET {column} = ? WHERE sequence = ?", (new, number))
    assert log.fault() == (number, "edited")
    assert log.verify().checked_until == number - 1


def test_a_changed_byte_in_the_file_itself(log: Logbook) -> None:
    log.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log.close()
    raw = log.path.read_bytes()
    at = raw.index(b'"severity":3', raw.index(b'"comment":1021'))
    log.path.write_bytes(raw[: at + 11] + b"0" + raw[at + 12 :])
    log.db = sqlite3.connect(log.path)
    assert log.fault() == (21, "edited")


def test_segment_changed(log: Logbook) -> None:
    log.disarm()
    log.db.execute("UPDATE audit SET segment = 2 WHERE sequence = 12")
    assert log.fault() == (12, "edited")


def test_an_entry_changed_and_hashed_anew_is_found_at_that_entry(log: Logbook) -> None:
    """The row itself is then sound; only its successor's link still knows the old hash."""
    log.disarm()
    before = log.row(11)
    forged = before.entry.replace('"severity":5', '"severity":0')
    assert forged != before.entry
    log.db.execute(
        "UPDATE audit SET entry = ?, hash = ? WHERE sequence = 11",
        (forged, entry_hash(11, 1, before.previous, forged)),
    )
    assert log.fault() == (11, "edited")


def test_the_last_entry_changed_and_hashed_anew(log: Logbook) -> None:
    log.disarm()
    row = log.row(30)
    forged = row.entry.replace('"severity":0', '"severity":1')
    log.db.execute(
        "UPDATE audit SET entry = ?, hash = ? WHERE sequence = 30",
        (forged, entry_hash(30, 1, row.previous, forged)),
    )
    assert log.fault() == (30, "edited")


def test_a_link_changed_and_hashed_anew(log: Logbook) -> None:
    log.disarm()
    row, other = log.row(9), "ab" * 32
    log.db.execute(
        "UPDATE audit SET previous = ?, hash = ? WHERE sequence = 9",
        (other, entry_hash(9, 1, other, row.entry)),
    )
    assert log.fault() == (9, "edited")


def test_the_first_link_changed_and_hashed_anew(log: Logbook) -> None:
    log.disarm()
    row, other = log.row(1), "ab" * 32
    log.db.execute(
        "UPDATE audit SET previous = ?, hash = ? WHERE sequence = 1",
        (other, entry_hash(1, 1, other, row.entry)),
    )
    log.rehash(2)
    assert log.fault() == (1, "edited")


@pytest.mark.parametrize(
    "entry",
    [
        "not json",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        '{"sequence":"8","segment":1}',
        '{"sequence":true,"segment":1}',
        '{"sequence":' + "9" * 5000 + ',"segment":1}',
        "",
    ],
)
def test_an_entry_that_is_no_entry(log: Logbook, entry: str) -> None:
    """Also when its hash and all that follows were made to fit."""
    log.strip()
    log.db.execute("UPDATE audit SET entry = ? WHERE sequence = 8", (entry,))
    assert log.fault() == (8, "edited")
    digest = log.rehash(8)
    log.head = replace(log.head, hash=digest)
    assert log.fault() == (8, "edited")


def test_an_entry_written_another_way(log: Logbook) -> None:
    """Same JSON, other bytes: the hash is over the bytes."""
    log.disarm()
    spaced = json.dumps(json.loads(log.row(6).entry), ensure_ascii=True, indent=1)
    log.db.execute("UPDATE audit SET entry = ? WHERE sequence = 6", (spaced,))
    assert log.fault() == (6, "edited")


def test_a_consistent_rebuild_that_is_not_canonical_shows_when_thorough(log: Logbook) -> None:
    log.disarm()
    entry = log.row(6).entry
    log.db.execute("UPDATE audit SET entry = ? WHERE sequence = 6", ('{"actor":"other",' + entry[1:],))
    log.head = replace(log.head, hash=log.rehash(6))
    found = log.verify(thorough=True)
    assert found.first_bad is not None
    assert (found.first_bad.sequence, found.first_bad.kind, found.entries) == (6, "edited", 30)


@pytest.mark.parametrize("raw", [b"\xed\xa0\x80", b"\xff\xfe", b"\x00"])
def test_bytes_that_are_no_text(log: Logbook, raw: bytes) -> None:
    """A lone surrogate, invalid UTF-8 and a NUL inside an entry are edits, not crashes."""
    log.strip()
    entry = log.row(5).entry.encode()
    log.db.execute(
        "UPDATE audit SET entry = CAST(? AS TEXT) WHERE sequence = 5", (entry[:20] + raw + entry[20:],)
    )
    assert log.fault() == (5, "edited")


def test_a_lone_surrogate_as_text(log: Logbook) -> None:
    rows = list(log.rows())
    rows[4] = replace(rows[4], entry=rows[4].entry.replace("hide", "\ud800"))
    found = verify(rows, log.head)
    assert found.first_bad is not None
    assert (found.first_bad.sequence, found.first_bad.kind) == (5, "edited")


@pytest.mark.parametrize("column", ["entry", "hash", "previous"])
@pytest.mark.parametrize("value", [b"\x00\x01", 7, 1.5])
def test_cells_of_another_type(log: Logbook, column: str, value: object) -> None:
    log.strip()
    log.db.execute(f"UPDATE audit SET {column} = ? WHERE sequence = 4", (value,))
    assert log.fault() == (4, "edited")


# ---- deletions


@pytest.mark.parametrize("number", [1, 2, 14, 29])
def test_a_row_deleted(log: Logbook, number: int) -> None:
    log.disarm()
    log.db.execute("DELETE FROM audit WHERE sequence = ?", (number,))
    found = log.verify()
    assert log.fault() == (number, "deleted")
    assert found.entries == 29


@pytest.mark.parametrize("number", [1, 2, 14, 29])
@pytest.mark.parametrize("rows", [1, 3])
def test_rows_deleted_and_the_rest_renumbered(log: Logbook, number: int, rows: int) -> None:
    log.disarm()
    rows = min(rows, 30 - number)
    log.db.execute("DELETE FROM audit WHERE sequence >= ? AND sequence < ?", (number, number + rows))
    log.renumber(number, -rows)
    assert log.fault() == (number, "deleted")


def test_a_row_deleted_and_the_numbers_inside_the_rest_changed_too(log: Logbook) -> None:
    log.disarm()
    log.db.execute("DELETE FROM audit WHERE sequence = 10")
    log.renumber(10, -1)
    for row in [row for row in log.rows() if row.sequence >= 10]:
        text = row.entry.replace(f'"sequence":{row.sequence + 1}', f'"sequence":{row.sequence}')
        log.db.execute("UPDATE audit SET entry = ? WHERE sequence = ?", (text, row.sequence))
    assert log.fault() == (10, "deleted")


# ---- insertions


@pytest.mark.parametrize("number", [1, 2, 14, 30])
@pytest.mark.parametrize("valid", [True, False])
def test_a_forged_row_inserted_and_the_rest_renumbered(log: Logbook, number: int, valid: bool) -> None:
    log.disarm()
    previous = log.row(number).previous
    forged = log.sound(number, previous, action="report", severity=1)
    if not valid:
        forged = replace(forged, hash="0f" * 32)
    log.renumber(number, 1)
    log.write(forged)
    assert log.fault() == (number, "inserted")


def test_several_forged_rows_with_valid_hashes(log: Logbook) -> None:
    log.disarm()
    previous = log.row(12).previous
    log.renumber(12, 3)
    for number in (12, 13, 14):
        forged = log.sound(number, previous, severity=0, action="like")
        log.write(forged)
        previous = forged.hash
    assert log.fault() == (12, "inserted")


@pytest.mark.parametrize("source", [3, 13])
def test_a_copy_of_an_earlier_row_inserted(log: Logbook, source: int) -> None:
    log.disarm()
    copy = log.row(source)
    log.renumber(14, 1)
    log.write(replace(copy, sequence=14))
    assert log.fault() == (14, "inserted")


@pytest.mark.parametrize("source", [3, 25])
def test_a_row_overwritten_by_a_copy_of_another(log: Logbook, source: int) -> None:
    log.disarm()
    log.db.execute("DELETE FROM audit WHERE sequence = 14")
    log.write(replace(log.row(source), sequence=14))
    assert log.fault() == (14, "edited")


def test_a_row_appended_behind_the_head(log: Logbook) -> None:
    log.write(log.sound(31, log.head.hash))
    assert log.fault() == (31, "inserted")


def test_the_same_number_twice(log: Logbook) -> None:
    """Not possible in the table, but in rows that come from somewhere else."""
    rows = list(log.rows())
    found = verify([*rows[:20], rows[11], *rows[20:]], log.head)
    assert found.first_bad is not None
    assert (found.first_bad.sequence, found.first_bad.kind) == (12, "inserted")


# ---- order


@pytest.mark.parametrize(("one", "two"), [(1, 2), (5, 6), (5, 25), (29, 30), (1, 30)])
def test_two_rows_swapped_by_number(log: Logbook, one: int, two: int) -> None:
    log.disarm()
    for new, old in ((-1, one), (one, two), (two, -1)):
        log.db.execute("UPDATE audit SET sequence = ? WHERE sequence = ?", (new, old))
    assert log.fault() == (one, "reordered")


@pytest.mark.parametrize(("one", "two"), [(1, 2), (5, 6), (5, 25), (29, 30)])
@pytest.mark.parametrize("columns", [("segment", "previous", "hash", "entry"), ("entry",), ("entry", "hash")])
def test_two_rows_swapped_by_content(log: Logbook, one: int, two: int, columns: tuple[str, ...]) -> None:
    log.disarm()
    first, second = log.row(one), log.row(two)
    for number, source in ((one, second), (two, first)):
        for column in columns:
            log.db.execute(
                f"UPDATE audit SET {column} = ? WHERE sequence = ?", (getattr(source, column), number)
            )
    assert log.fault() == (one, "reordered")


@pytest.mark.parametrize(
    ("first", "last", "before"), [(5, 8, 20), (20, 24, 5), (1, 2, 31), (29, 30, 1), (7, 7, 9)]
)
def test_a_block_moved(log: Logbook, first: int, last: int, before: int) -> None:
    log.disarm()
    log.move(first, last, before)
    assert log.fault() == (min(first, before), "reordered")


def test_a_row_moved_to_the_end_without_renumbering(log: Logbook) -> None:
    log.disarm()
    log.db.execute("UPDATE audit SET sequence = 31 WHERE sequence = 10")
    assert log.fault() == (10, "reordered")


def test_a_gap_made_by_shifting_the_tail(log: Logbook) -> None:
    log.disarm()
    log.renumber(10, 5)
    assert log.fault() == (10, "reordered")


# ---- the end


@pytest.mark.parametrize("keep", [0, 1, 29])
def test_tail_cut_against_the_head(log: Logbook, keep: int) -> None:
    log.disarm()
    log.db.execute("DELETE FROM audit WHERE sequence > ?", (keep,))
    assert log.fault() == (keep + 1, "truncated")


def test_tail_cut_with_the_head_made_to_fit(log: Logbook) -> None:
    """Decisions and private rows still point behind the end; without them only an anchor tells."""
    log.disarm()
    anchor = log.head.hash
    log.db.execute("DELETE FROM audit WHERE sequence > 25")
    end = log.row(25).hash
    log.head = ChainHead(25, end, referenced=28)
    assert log.fault() == (26, "truncated")
    log.head = ChainHead(25, end, referenced=25)
    assert log.fault() is None
    assert log.fault(anchor) == (26, "truncated")
    assert log.fault(f"30:{anchor}") == (26, "truncated")


def test_a_chain_rebuilt_in_full_shows_against_an_anchor_only(log: Logbook) -> None:
    log.disarm()
    anchor, early = log.head.hash, log.row(8).hash
    log.db.execute(
        "UPDATE audit SET entry = replace(entry, 'lead:camille', 'lead:nobody!') WHERE sequence = 12"
    )
    end = log.rehash(12)
    assert log.fault() == (30, "edited"), "the remembered head is another"
    log.head = replace(log.head, hash=end)
    assert log.fault() is None, "no key, no witness: documented"
    assert log.fault(anchor) == (31, "truncated"), "without its number a lost anchor counts as cut off"
    assert log.fault(f"30:{anchor}") == (1, "edited")
    found = log.verify(f"8:{early}", f"30:{anchor}")
    assert found.first_bad is not None
    assert (found.first_bad.sequence, found.first_bad.kind) == (9, "edited"), (
        "proven up to the anchor that holds"
    )
    assert found.anchor_found == {f"8:{early}": 8, f"30:{anchor}": None}


def test_a_head_that_was_changed(log: Logbook) -> None:
    log.head = replace(log.head, hash="12" * 32)
    assert log.fault() == (30, "edited")


# ---- anchors, segments, long runs


def test_anchors_that_hold(log: Logbook) -> None:
    third, last = log.row(3).hash, log.row(30).hash
    found = log.verify(third, last.upper(), f"3:{third}")
    assert found.ok
    assert found.anchor_found == {third: 3, last.upper(): 30, f"3:{third}": 3}
    assert log.fault(f"4:{third}") == (1, "edited")


@pytest.mark.parametrize("anchor", ["", "abc", "z" * 64, "x:" + "0" * 64])
def test_an_anchor_must_be_a_hash(log: Logbook, anchor: str) -> None:
    with pytest.raises(UsageError) as caught:
        log.verify(anchor)
    assert caught.value.code == "audit_bad_anchor"


def test_after_a_sealed_segment_was_dropped(log: Logbook) -> None:
    log.disarm()
    log.db.execute("DELETE FROM audit WHERE sequence <= 10")
    assert log.fault() == (1, "deleted")
    eleventh = log.row(11)
    log.head = replace(log.head, first_sequence=11, first_previous=eleventh.previous)
    found = log.verify(eleventh.previous)
    assert found.ok
    assert (found.entries, found.checked_until, found.anchor_found) == (20, 30, {eleventh.previous: 10})
    log.db.execute("DELETE FROM audit WHERE sequence = 11")
    assert log.fault() == (11, "deleted")


def test_all_rows_of_the_only_open_segment_gone(log: Logbook) -> None:
    log.disarm()
    previous = log.row(11).previous
    log.db.execute("DELETE FROM audit WHERE sequence <= 10")
    log.db.execute("DELETE FROM audit")
    log.head = replace(log.head, first_sequence=11, first_previous=previous)
    assert log.fault() == (11, "truncated")


def test_progress_and_stop(tmp_path: Path) -> None:
    book = Logbook(tmp_path / "long.vigie", 25_000)
    seen: list[int] = []
    assert verify(book.rows(), book.head, progress=seen.append).ok
    assert seen == [10_000, 20_000, 25_000]
    stopped = verify(book.rows(), book.head, stop=lambda: True)
    book.close()
    assert (stopped.ok, stopped.complete, stopped.first_bad, stopped.checked_until) == (
        False,
        False,
        None,
        10_000,
    )


# ---- any single tampering

ROWS = 12
PLACE = st.integers(1, ROWS)


def tamper_byte(rows: list[AuditRow], place: int, other: int, extra: int) -> tuple[int, set[str]]:
    row = rows[place - 1]
    column = ("entry", "hash", "previous")[extra % 3]
    text = getattr(row, column)
    at = other * 31 % len(text)
    rows[place - 1] = replace(
        row, **{column: text[:at] + chr((ord(text[at]) + 1) % 0x110000) + text[at + 1 :]}
    )
    return place, {"edited"}


def tamper_delete(rows: list[AuditRow], place: int, other: int, extra: int) -> tuple[int, set[str]]:
    del rows[place - 1]
    if extra % 2:
        rows[place - 1 :] = [replace(row, sequence=row.sequence - 1) for row in rows[place - 1 :]]
    return place, {"deleted"} if place < ROWS else {"truncated"}


def tamper_cut(rows: list[AuditRow], place: int, other: int, extra: int) -> tuple[int, set[str]]:
    del rows[place - 1 :]
    return place, {"truncated"}


def tamper_swap(rows: list[AuditRow], place: int, other: int, extra: int) -> tuple[int, set[str]]:
    if place == other:
        other = place % ROWS + 1
    low, high = sorted((place, other))
    one, two = rows[low - 1], rows[high - 1]
    rows[low - 1], rows[high - 1] = replace(two, sequence=low), replace(one, sequence=high)
    return low, {"reordered"}


def tamper_insert(rows: list[AuditRow], place: int, other: int, extra: int) -> tuple[int, set[str]]:
    previous = rows[place - 1].previous
    entry = rows[other - 1].entry.replace(f'"sequence":{other},', f'"sequence":{place},')
    entry = entry.replace('"severity":', '"severity":1')
    digest = entry_hash(place, 1, previous, entry) if extra % 2 else "0" * 64
    rows[place - 1 :] = [replace(row, sequence=row.sequence + 1) for row in rows[place - 1 :]]
    rows.insert(place - 1, AuditRow(place, 1, previous, digest, entry))
    return place, {"inserted"}


def tamper_move(rows: list[AuditRow], place: int, other: int, extra: int) -> tuple[int, set[str]]:
    if place == other:
        other = place % ROWS + 1
    rows.insert(other - 1, rows.pop(place - 1))
    rows[:] = [replace(row, sequence=number) for number, row in enumerate(rows, 1)]
    return min(place, other), {"reordered"}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    how=st.sampled_from([tamper_byte, tamper_delete, tamper_cut, tamper_swap, tamper_insert, tamper_move]),
    place=PLACE,
    other=PLACE,
    extra=st.integers(0, 5),
)
def test_any_single_tampering_is_found_where_it_starts(sound_rows, how, place, other, extra) -> None:  # type: ignore[no-untyped-def]
    rows, head = list(sound_rows[0]), sound_rows[1]
    expected, kinds = how(rows, place, other, extra)
    found = verify(rows, head)
    assert not found.ok
    assert found.first_bad is not None
    assert (found.first_bad.sequence, found.first_bad.kind) in {(expected, kind) for kind in kinds}
    assert found.checked_until == expected - 1


@pytest.fixture(scope="module")
def sound_rows(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[AuditRow], ChainHead]:
    book = Logbook(tmp_path_factory.mktemp("chain") / "audit.vigie", ROWS)
    rows = list(book.rows())
    book.close()
    return rows, book.head
