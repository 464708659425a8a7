"""The workspace file itself: made once, refused when newer or foreign, backed up and checked when older."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from console.domain.errors import EnvironmentFailure, WorkspaceDamaged, WorkspaceTooNew
from console.store.sqlite import migrate
from tests.support.workspaces import Clock, add_channel, comment, open_store, raw, take_in

ROOT = Path(__file__).parents[2]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_empty_becomes_a_workspace(path: Path) -> None:
    store = open_store(path)
    assert store.migrated_from == 0
    assert store.close()
    with raw(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrate.SCHEMA_VERSION
        assert db.execute("PRAGMA application_id").fetchone()[0] == migrate.APPLICATION_ID
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert migrate.fingerprint(db) == migrate.EXPECTED[migrate.SCHEMA_VERSION]


def test_an_empty_file_that_was_touched_is_filled(path: Path) -> None:
    path.touch()
    store = open_store(path)
    assert store.close()
    assert migrate.version_of(path) == migrate.SCHEMA_VERSION


def test_opening_again_changes_nothing_and_loads_no_migration_code(path: Path) -> None:
    assert open_store(path).close()
    before = digest(path)
    code = (
        "import sys; from tests.support.workspaces import open_store; from pathlib import Path;"
        "s = open_store(Path(sys.argv[1])); assert s.close(); assert 'sqlite_utils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=True, timeout=60)
    assert digest(path) == before


def test_many_processes_make_the_same_workspace_at_once(path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from tests.support.workspaces import open_store\n"
        "p, at = Path(sys.argv[1]), float(sys.argv[2])\n"
        "import sqlite_utils.migrations\n"
        "time.sleep(max(0, at - time.time()))\n"
        "s = open_store(p, session=sys.argv[3])\n"
        "s.write(lambda tx: tx.channels.add('practice', sys.argv[3], tx.now)).result()\n"
        "assert s.close()\n"
    )
    import time

    at = time.time() + 2.0
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), str(at), f"s{number}"],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(5)
    ]
    told = [one.communicate(timeout=60)[1] for one in running]
    assert [one.returncode for one in running] == [0] * 5, told
    with raw(path) as db:
        assert db.execute("SELECT count(*) FROM channels").fetchone()[0] == 5
        assert db.execute("SELECT count(*) FROM audit_segments").fetchone()[0] == 1
        assert migrate.fingerprint(db) == migrate.EXPECTED[migrate.SCHEMA_VERSION]


def test_a_newer_schema_is_refused_untouched(path: Path) -> None:
    assert open_store(path).close()
    with raw(path) as db:
        db.execute(f"PRAGMA user_version = {migrate.SCHEMA_VERSION + 1}")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = digest(path)
    with pytest.raises(WorkspaceTooNew) as caught:
        open_store(path)
    assert caught.value.params["found"] == migrate.SCHEMA_VERSION + 1
    assert digest(path) == before
    assert not list(path.parent.glob("*.bak"))


def test_another_program_s_database_is_refused_untouched(path: Path) -> None:
    with raw(path) as db:
        db.execute("CREATE TABLE notes (text)")
    before = digest(path)
    with pytest.raises(WorkspaceDamaged) as caught:
        open_store(path)
    assert caught.value.code == "not_a_workspace"
    assert digest(path) == before


@pytest.mark.parametrize("content", [b"hello, world\n" * 400, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(WorkspaceDamaged):
        open_store(path)
    assert path.read_bytes() == content


def test_a_file_cut_in_half_is_named_damaged(path: Path) -> None:
    store = open_store(path)
    channel = add_channel(store)
    take_in(store, channel, *(comment(number) for number in range(500)))
    assert store.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])

    # Whatever page is missing: a known error, and no thread left behind (the fixture of every test looks).
    def look() -> None:
        opened = open_store(path)
        try:
            opened.integrity()
        finally:
            opened.close()

    with pytest.raises(WorkspaceDamaged):
        look()


def test_a_folder_in_the_file_s_place_is_a_known_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(EnvironmentFailure):
        open_store(path)


def test_an_old_sqlite_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 39, 9))
    with pytest.raises(EnvironmentFailure) as caught:
        open_store(path)
    assert caught.value.code == "sqlite_too_old"
    assert not path.exists()


PRESENT = migrate.SCHEMA_VERSION
NEXT = PRESENT + 1


class _Next:
    """A step that a later version might add."""

    NAME = "m9999_more"
    STATEMENTS: tuple[str, ...] = ("CREATE TABLE more (id INTEGER PRIMARY KEY, text TEXT)",)


def _later(monkeypatch: pytest.MonkeyPatch, *statements: str, expected: str) -> None:
    monkeypatch.setattr(_Next, "STATEMENTS", statements or _Next.STATEMENTS)
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, _Next))
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(migrate, "EXPECTED", {**migrate.EXPECTED, NEXT: expected})


def _fingerprint_after(*statements: str, folder: Path) -> str:
    scratch = folder / "scratch.vigie"
    assert open_store(scratch).close()
    with raw(scratch) as db:
        for statement in statements:
            db.execute(statement)
        return migrate.fingerprint(db)


def test_an_older_workspace_is_backed_up_then_migrated(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(path)
    take_in(store, add_channel(store), comment(1, "kept"))
    assert store.close()
    _later(monkeypatch, expected=_fingerprint_after(*_Next.STATEMENTS, folder=tmp_path))
    store = open_store(path)
    assert store.migrated_from == PRESENT
    assert [one.text for one in store.read(lambda r: r.comments.rows([1]))] == ["kept"]
    assert store.close()
    with raw(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == NEXT
        assert db.execute("SELECT count(*) FROM more").fetchone()[0] == 0
    old = path.with_name(f"{path.name}.v{PRESENT}.bak")
    with raw(old) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == PRESENT
        assert db.execute("SELECT text FROM comments").fetchall() == [("kept",)]
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert not list(path.parent.glob("*.part"))


def test_a_backup_holds_what_is_only_in_the_log_so_far(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    try:
        take_in(store, add_channel(store), comment(1, "in the write-ahead log"))
        store.backup(tmp_path / "copy.vigie")
    finally:
        assert store.close()
    with raw(tmp_path / "copy.vigie") as db:
        assert db.execute("SELECT text FROM comments").fetchall() == [("in the write-ahead log",)]


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE more (id INTEGER PRIMARY KEY)", "CREATE TABLE more (id)"),
        ("DROP TRIGGER audit_no_update",),  # runs, but leaves a schema that nobody expects
        ("INSERT INTO nowhere VALUES (1)",),
    ],
)
def test_a_failing_step_leaves_the_older_workspace_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statements: tuple[str, ...]
) -> None:
    store = open_store(path)
    take_in(store, add_channel(store), comment(1, "kept"))
    assert store.close()
    expected = _fingerprint_after(*_Next.STATEMENTS, folder=tmp_path)
    with monkeypatch.context() as patch:
        _later(patch, *statements, expected=expected)
        with pytest.raises((sqlite3.OperationalError, WorkspaceDamaged)):
            open_store(path)
    with raw(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == PRESENT
        assert migrate.fingerprint(db) == migrate.EXPECTED[PRESENT]
        assert db.execute("SELECT text FROM comments").fetchall() == [("kept",)]
    store = open_store(path, Clock())  # and the present program opens it again
    assert store.close()


def test_a_failing_first_step_leaves_no_table(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "EXPECTED", {**migrate.EXPECTED, 1: "something else"})
        with pytest.raises(WorkspaceDamaged) as caught:
            open_store(path)
        assert caught.value.code == "schema_mismatch"
    with raw(path) as db:
        assert db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    assert open_store(path).close()


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TRIGGER audit_no_delete",
        "DROP INDEX comments_queue",
        "ALTER TABLE comments ADD COLUMN extra",
        "CREATE TRIGGER sly AFTER INSERT ON comments BEGIN SELECT 1; END",
    ],
)
def test_the_fingerprint_sees_every_kind_of_object(path: Path, damage: str) -> None:
    assert open_store(path).close()
    with raw(path) as db:
        db.execute(damage)
        assert migrate.fingerprint(db) != migrate.EXPECTED[PRESENT]
