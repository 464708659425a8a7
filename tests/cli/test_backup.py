"""``vigie backup``: the workspace as one sound file while others work in it, and nothing else touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli import test_practice as practice
from tests.cli.conftest import Vigie

pulled, desk = practice.pulled, practice.desk


def _asked(vigie: Vigie) -> list[tuple[str, int]]:
    """Every request that the practice network was sent to change something, and whether it changed it."""
    with closing(sqlite3.connect(vigie.workspace.with_name(f"{vigie.workspace.name}.practice"))) as db:
        return [
            (str(action), int(changed))
            for action, changed in db.execute("SELECT action, changed FROM log ORDER BY sequence")
        ]


def _put_back(kept: Path, vigie: Vigie) -> None:
    """As the page for administrators says it."""
    for end in ("", "-wal", "-shm"):
        vigie.workspace.with_name(f"{vigie.workspace.name}{end}").unlink(missing_ok=True)
    shutil.copy(kept, vigie.workspace)


def _counts(path: Path) -> tuple[int, int]:
    """Comments and log entries of a file, read without Vigie."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return tuple(
            db.execute("SELECT (SELECT count(*) FROM comments), (SELECT count(*) FROM audit)").fetchone()
        )  # type: ignore[return-value]


def test_a_workspace_in_use_is_copied_whole(vigie: Vigie, tmp_path: Path) -> None:
    """What stands in SQLite's log alone so far comes along; the copy is one file, sound, and opens as a workspace."""
    writing = sqlite3.connect(vigie.workspace)
    try:
        writing.execute("PRAGMA wal_autocheckpoint = 0")
        writing.execute("UPDATE comments SET text = 'only in the log so far' WHERE id = 1")
        writing.commit()
        assert vigie.workspace.with_name(f"{vigie.workspace.name}-wal").stat().st_size > 0
        target = tmp_path / "copies" / "monday.vigie"
        target.parent.mkdir()
        said = vigie.json("backup", str(target))
    finally:
        writing.close()
    assert said == {"file": str(target), "bytes": target.stat().st_size, "schema": said["schema"]}
    assert [one.name for one in target.parent.iterdir()] == ["monday.vigie"]
    assert _counts(target) == _counts(vigie.workspace)
    copy = Vigie(target, vigie.env)
    assert copy.json("queue", "show", "1")["text"] == "only in the log so far"
    assert copy.json("audit", "verify")["ok"]


@pytest.mark.parametrize("place", ["workspace", "file", "-wal"])
def test_nothing_is_written_over(vigie: Vigie, tmp_path: Path, place: str) -> None:
    """Neither the workspace nor a file that is there, whatever it holds."""
    target = {
        "workspace": vigie.workspace,
        "file": tmp_path / "notes.txt",
        "-wal": vigie.workspace.with_name(f"{vigie.workspace.name}-wal"),
    }[place]
    if place != "workspace":
        target.write_bytes(b"")
    before = target.read_bytes()
    said = vigie("--json", "backup", str(target), code=2)
    assert said.error["code"] == "backup_exists"
    assert target.read_bytes() == before


def test_without_a_workspace_none_is_made(empty: Vigie, tmp_path: Path) -> None:
    """A mistyped name is said, and leaves neither a workspace nor a copy."""
    target = tmp_path / "copy.vigie"
    assert empty("--json", "backup", str(target), code=2).error["code"] == "workspace_missing"
    assert not empty.workspace.exists()
    empty.workspace.touch()
    assert empty("--json", "backup", str(target), code=2).error["code"] == "workspace_missing"
    assert not target.exists()


def test_what_cannot_be_copied_leaves_nothing(vigie: Vigie, tmp_path: Path) -> None:
    """No folder for the copy, a workspace that is damaged: said by name, and no half of a copy."""
    missing = tmp_path / "nowhere" / "copy.vigie"
    assert vigie("--json", "backup", str(missing), code=3).error["code"] == "file_unusable"
    data = bytearray(vigie.workspace.read_bytes())
    data[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    vigie.workspace.write_bytes(data)
    target = tmp_path / "copy.vigie"
    assert vigie("--json", "backup", str(target), code=3).error["code"] == "workspace_damaged"
    assert not target.exists()
    assert not list(tmp_path.glob("*.part*"))


def test_an_older_workspace_is_copied_as_it_is(vigie: Vigie, tmp_path: Path) -> None:
    """Before an upgrade is just when one wants a copy: nothing is brought to a newer schema by it."""
    with closing(sqlite3.connect(vigie.workspace)) as db:
        present = int(db.execute("PRAGMA user_version").fetchone()[0])
        db.execute(f"PRAGMA user_version = {present - 1}")
    said = vigie.json("backup", str(tmp_path / "old.vigie"))
    assert said["schema"] == present - 1
    for path in (vigie.workspace, tmp_path / "old.vigie"):
        with closing(sqlite3.connect(path)) as db:
            assert int(db.execute("PRAGMA user_version").fetchone()[0]) == present - 1


def test_a_copy_that_is_put_back_sends_nothing_twice(desk: Vigie, tmp_path: Path) -> None:
    """What waited when the copy was made may have left since: it is looked up on the site before it is sent."""
    one = practice.first(desk, "question")
    desk.json("decide", one["id"], "reply", "--reply", "Oui, partout.", "--as", "ana")
    kept = tmp_path / "kept.vigie"
    desk.json("backup", str(kept))
    assert desk.json("outbox", "run")["states"] == {"done": 1}
    assert _asked(desk) == [("reply", 1)]
    _put_back(kept, desk)
    assert desk.json("outbox", "run")["states"] == {"done": 1}
    assert _asked(desk) == [("reply", 1)]
    assert desk.json("audit", "verify", "--thorough")["ok"]


def test_what_had_not_left_leaves_from_the_copy(desk: Vigie, tmp_path: Path) -> None:
    """Moved to another machine before it was sent: sent there, once; the original is as it was."""
    one = practice.first(desk, "question")
    desk.json("decide", one["id"], "reply", "--reply", "Oui, partout.", "--as", "ana")
    kept = tmp_path / "kept.vigie"
    desk.json("backup", str(kept))
    assert desk.json("outbox", "list")["items"][0]["state"] == "queued"
    _put_back(kept, desk)
    assert desk.json("outbox", "run")["states"] == {"done": 1}
    assert _asked(desk) == [("reply", 1)]
