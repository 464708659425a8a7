"""The workspace's own files are no target and no source of anything else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from console.domain.vocabulary import Role
from console.files import whole
from console.services.audit_desk import export_log
from console.services.roles import Actor
from console.store import Store


def test_the_workspace_is_refused_as_a_file_by_every_name(store: Store, tmp_path: Path) -> None:
    """The file, what SQLite keeps beside it, and a link to it; anything else may be used, there or not."""
    link = tmp_path / "link.csv"
    link.symlink_to(store.path)
    hard = tmp_path / "hard.csv"
    os.link(store.path, hard)
    for own in (store.path, store.path.with_name(store.path.name + "-wal"), link, hard):
        with pytest.raises(OSError, match="busy") as caught:
            store.keep_off(own)
        assert caught.value.errno == errno.EBUSY
    store.keep_off(tmp_path / "new.csv")
    store.keep_off(tmp_path / "none" / "new.csv")


def test_an_export_of_the_log_does_not_replace_the_workspace(store: Store) -> None:
    """Refused before anything is written, the entry about the export included."""
    actor = Actor("ana", Role.LEAD, "ana")
    entries = store.read(lambda r: r.audit.head().sequence)
    with pytest.raises(OSError, match="busy"):
        export_log(store, actor, store.path, "jsonl")
    assert store.read(lambda r: r.audit.head().sequence) == entries
    assert store.integrity() == "ok"


@pytest.mark.parametrize("name", ["other.vigie", "OTHER.VIGIE", "other.vigie-wal"])
def test_an_export_of_the_log_replaces_no_other_workspace(store: Store, tmp_path: Path, name: str) -> None:
    actor = Actor("ana", Role.LEAD, "ana")
    other = tmp_path / name
    other.write_bytes(b"somebody's")
    with pytest.raises(OSError, match="busy"):
        export_log(store, actor, other, "jsonl")
    assert other.read_bytes() == b"somebody's"


def test_what_fails_in_the_middle_leaves_what_stood_there_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    target.write_text("the one before")

    def write() -> None:
        with whole(target) as out:
            out.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write()
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir() if one.suffix != ".vigie"] == [
        ("log.csv", "the one before")
    ]
