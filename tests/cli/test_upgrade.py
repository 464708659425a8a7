"""An older workspace on the command line: upgraded with all that is in it, and said; a newer one refused, byte for byte as it was."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.store.sqlite import migrate
from tests.cli.conftest import Vigie
from tests.support import older

NEXT = migrate.SCHEMA_VERSION + 1


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of schema 3 with work in it; copy it."""
    folder = tmp_path_factory.mktemp("kept")
    return older.at_version(older.worked_in(folder), folder / "v3.vigie", 3)


@pytest.fixture
def old(kept: Path, empty: Vigie) -> Vigie:
    """Commands on a copy of it."""
    shutil.copy(kept, empty.workspace)
    return empty


def everything(folder: Path) -> dict[str, str]:
    """Each file of a folder by its hash."""
    return {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir() if one.is_file()
    }


def test_an_older_workspace_is_upgraded_and_says_where_it_is_kept(old: Vigie, kept: Path) -> None:
    before = older.rows(kept)
    said = old("queue", "list", "--view", "all", code=0)
    backup = f"{old.workspace}.v3.bak"
    assert backup in said.err
    assert "no longer open it" in said.err
    assert older.rows(Path(backup)) == before
    now = older.rows(old.workspace, kept)
    for table in ("comments", "decisions", "outbox", "audit", "drafts", "notes", "members"):
        assert now[table] == before[table], table
    assert old("queue", "list", code=0).err == ""  # said once
    assert old.json("audit", "verify")["ok"]
    french = {"VIGIE_LANG": "fr"}
    shutil.copy(kept, old.workspace)
    for left in ("-wal", "-shm"):
        Path(f"{old.workspace}{left}").unlink(missing_ok=True)
    assert "versions antérieures" in old("queue", "list", env=french, code=0).err


def test_with_json_nothing_but_the_object_is_printed(old: Vigie) -> None:
    assert old.json("queue", "list")["items"]


def test_doctor_looks_and_upgrades_nothing(old: Vigie, kept: Path) -> None:
    """Others may work on the file with the earlier version: whoever only looks does not shut them out."""
    before = everything(old.workspace.parent)
    said = old("doctor")
    assert f"schema 3, of an earlier version; brought to {migrate.SCHEMA_VERSION}" in said.out
    opens = next(one for one in old("doctor", "--json").json["checks"] if one["check"] == "opens")
    assert (opens["ok"], opens["found"]) == (True, "older")
    assert everything(old.workspace.parent)[old.workspace.name] == before[old.workspace.name]


@pytest.fixture
def newer(empty: Vigie, imported: Path) -> Vigie:
    """A workspace that a later version has upgraded; it left with its log not taken over."""
    shutil.copy(imported, empty.workspace)
    with closing(sqlite3.connect(empty.workspace, isolation_level=None)) as db:
        db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
        db.execute(f"PRAGMA user_version = {NEXT}")
        # As after a fall: copied while the log holds it all, so that nobody has closed it.
        copy = empty.workspace.with_name("copy")
        shutil.copy(empty.workspace, copy)
        shutil.copy(f"{empty.workspace}-wal", f"{copy}-wal")
    shutil.move(copy, empty.workspace)
    shutil.move(f"{copy}-wal", f"{empty.workspace}-wal")
    return empty


@pytest.mark.parametrize(
    "words",
    [("queue", "list"), ("pull",), ("audit", "verify"), ("decide", "1", "keep"), ("member", "list")],
)
def test_a_newer_workspace_is_refused_and_stays_byte_for_byte(newer: Vigie, words: tuple[str, ...]) -> None:
    files = [newer.workspace, Path(f"{newer.workspace}-wal")]
    before = [one.read_bytes() for one in files]
    said = newer(*words, code=3)
    assert (
        f"was written by a newer Vigie (schema {NEXT}, this one knows {migrate.SCHEMA_VERSION})" in said.err
    )
    assert "it was left untouched" in said.err
    assert "plus récente" in newer(*words, env={"VIGIE_LANG": "fr"}, code=3).err
    assert newer(*words, "--json", code=3).error["code"] == "workspace_too_new"
    assert [one.read_bytes() for one in files] == before
    assert not list(newer.workspace.parent.glob("*.bak"))


def test_doctor_says_so_in_words(newer: Vigie) -> None:
    before = newer.workspace.read_bytes()
    said = newer("doctor", code=1)
    assert "was written by a newer Vigie" in said.out
    assert "install the newer version" in said.out
    found = newer("doctor", "--json", code=1).json
    assert [one["found"] for one in found["checks"] if one["check"] == "opens"] == ["workspace_too_new"]
    assert newer.workspace.read_bytes() == before
