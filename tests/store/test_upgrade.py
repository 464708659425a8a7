"""Workspaces of every older schema are upgraded with all that people did; a backup first, killed or short of room or not."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.audit.verify import verify
from console.domain.errors import DiskFull, WorkspaceTooNew
from console.store.sqlite import migrate
from tests.support import older
from tests.support.workspaces import open_store, raw

ROOT = Path(__file__).parents[2]
OLDER = list(older.VERSIONS)[:-1]
PRESENT = migrate.SCHEMA_VERSION


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of the present schema with work in it; copy it, do not open it."""
    return older.worked_in(tmp_path_factory.mktemp("worked"))


@pytest.fixture(scope="module")
def kept(worked: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The same of every older schema."""
    folder = tmp_path_factory.mktemp("older")
    return {n: older.at_version(worked, folder / f"v{n}.vigie", n) for n in OLDER}


@pytest.fixture
def old(kept: dict[int, Path], path: Path) -> Path:
    """One of schema 3, to be opened."""
    shutil.copy(kept[3], path)
    return path


def version_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def no_part_left(path: Path) -> bool:
    return not list(path.parent.glob("*.part"))


@pytest.mark.parametrize("version", OLDER)
def test_everything_is_still_there(version: int, kept: dict[int, Path], path: Path) -> None:
    """Every row of every table, the log's chain, what is found by its words; the backup is the file as it was."""
    shutil.copy(kept[version], path)
    before = older.rows(path)
    assert {"decisions", "outbox", "audit", "drafts", "notes", "members", "comments"} <= {
        table for table, found in before.items() if found
    }
    found = migrate.prepare(path)
    assert found.version == version
    assert found.backup == path.with_name(f"{path.name}.v{version}.bak")
    assert older.rows(path, kept[version]) == before
    assert older.rows(found.backup) == before
    assert version_in(found.backup) == version
    assert no_part_left(path)
    store = open_store(path)
    try:
        assert store.upgrade_backup is None
        result = store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True))
        assert result.ok
        assert result.entries == len(before["audit"])
        assert store.integrity() == "ok"
    finally:
        assert store.close()
    with raw(path) as db:
        for index, word in (("notes_fts", "ardenne"), ("decisions_fts", "belgium"), ("comments_fts", "velo")):
            sought = f"SELECT count(*) FROM {index} WHERE {index} MATCH ?"
            assert db.execute(sought, (word,)).fetchone()[0] == 1, index
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")


def test_who_comes_second_writes_no_backup_of_what_was_upgraded(
    old: Path, kept: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It read the older version, waited, and found the file upgraded: the first one's backup stays what it is."""
    migrate.prepare(old)
    monkeypatch.setattr(migrate, "version_of", lambda _path: 3)
    found = migrate.prepare(old)
    assert (found.version, found.backup) == (PRESENT, None)
    backup = old.with_name(f"{old.name}.v3.bak")
    assert version_in(backup) == 3
    assert older.rows(backup) == older.rows(kept[3])


def test_four_processes_open_the_older_workspace_at_once(old: Path, kept: dict[int, Path]) -> None:
    code = (
        "import sys, time; from pathlib import Path; import sqlite_utils.migrations\n"
        "from tests.support.workspaces import open_store\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "s = open_store(Path(sys.argv[1]), session=sys.argv[2]); print(s.migrated_from)\n"
        "s.write(lambda tx: tx.settings.set(sys.argv[2], 1)).result(); assert s.close()\n"
    )
    before = older.rows(kept[3])
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(old), f"s{number}"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in range(4)
    ]  # fmt: skip
    for one in running:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = [one.communicate(timeout=60) for one in running]
    assert [one.returncode for one in running] == [0] * 4, told
    assert sorted(int(out) for out, _ in told).count(3) == 1
    now = older.rows(old, kept[3])
    assert {"s0", "s1", "s2", "s3"} <= {key for key, _ in now["settings"]}
    assert now["decisions"] == before["decisions"]
    backups = list(old.parent.glob("*.bak"))
    assert [one.name for one in backups] == [f"{old.name}.v3.bak"]
    assert older.rows(backups[0]) == before


_STOPS = {
    "while the backup is written": "import os; os.replace = lambda *given: stop()",
    "when the backup stands": "plain = migrate.backup; migrate.backup = lambda *given: (plain(*given), stop())",
    "in the middle of the steps": "looked = [0]; plain = migrate.fingerprint\n"
    "def look(db):\n    looked[0] += 1\n    return stop() if looked[0] == 2 else plain(db)\n"
    "migrate.fingerprint = look",
    "before the commit": "looked = [0]; plain = migrate.fingerprint\n"
    "def look(db):\n    looked[0] += 1\n    return stop() if looked[0] == len(migrate.STEPS) - 3 else plain(db)\n"
    "migrate.fingerprint = look",
}


@pytest.mark.parametrize("moment", list(_STOPS))
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_in_the_middle_it_is_upgraded_by_the_next(
    moment: str, old: Path, kept: dict[int, Path]
) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from console.store.sqlite import migrate\n"
        "def stop():\n    print('here', flush=True)\n    time.sleep(60)\n"
        f"{_STOPS[moment]}\n"
        "migrate.prepare(Path(sys.argv[1]))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(old)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "here\n"
        os.kill(running.pid, signal.SIGKILL)
    before = older.rows(kept[3])
    assert version_in(old) == 3  # as it was
    assert older.rows(old) == before
    found = migrate.prepare(old)
    assert found.version == 3
    assert found.backup is not None
    assert older.rows(old, kept[3]) == before
    assert older.rows(found.backup) == before
    assert [one.name for one in old.parent.glob("*.bak*")] == [found.backup.name]  # and no half one


def _short(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """SQLite itself finds no room: the error of a full disk, for the backup or for the file."""
    plain = sqlite3.connect

    def connect(name: Any, *given: Any, **more: Any) -> sqlite3.Connection:
        db = plain(name, *given, **more)
        backup = str(name).endswith(".part")
        if (what == "backup") == backup and ".vigie" in str(name) and "mode=ro" not in str(name):
            db.execute("PRAGMA max_page_count = 1")  # never below what is used
        return db

    monkeypatch.setattr(sqlite3, "connect", connect)


@pytest.mark.parametrize("what", ["backup", "file"])
def test_no_room_leaves_the_older_workspace_and_says_so(
    what: str, old: Path, kept: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _short(patch, what)
        with pytest.raises(DiskFull) as caught:
            open_store(old)
    assert caught.value.code == "upgrade_no_room"
    assert caught.value.params["needed"] == kept[3].stat().st_size * 2
    assert version_in(old) == 3
    assert older.rows(old) == older.rows(kept[3])
    assert not list(old.parent.glob("*.bak*"))  # the room is given back
    store = open_store(old)  # and once there is room
    assert store.migrated_from == 3
    assert store.close()


def test_a_backup_of_another_workspace_is_never_written_over(old: Path, kept: dict[int, Path]) -> None:
    taken = old.with_name(f"{old.name}.v3.bak")
    shutil.copy(kept[3], taken)
    with raw(taken) as db:
        db.execute("UPDATE meta SET value = 'another' WHERE key = 'workspace_id'")
    before = older.rows(taken)
    found = migrate.prepare(old)
    assert found.backup == old.with_name(f"{old.name}.v3.2.bak")
    assert older.rows(taken) == before


def test_a_program_that_stays_open_does_not_write_into_what_a_newer_one_upgraded(path: Path) -> None:
    store = open_store(path)
    try:
        store.write(lambda tx: tx.settings.set("a", 1)).result()
        with raw(path) as db:
            db.execute(f"PRAGMA user_version = {PRESENT + 1}")
        with pytest.raises(WorkspaceTooNew) as caught:
            store.write(lambda tx: tx.settings.set("a", 2)).result()
        assert caught.value.params["found"] == PRESENT + 1
        assert store.read(lambda r: r.settings.get("a")) == 1
    finally:
        assert store.close()
