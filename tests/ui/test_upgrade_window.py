"""The window on workspaces of other versions: an older one upgraded under two windows at once, a newer one refused as it is."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest

from console.store.sqlite import migrate
from tests.support import older
from tests.support.workspaces import raw
from tests.ui.test_start import _driver, _ends, _line, _program

NEXT = migrate.SCHEMA_VERSION + 1


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of schema 3 with work in it; copy it."""
    folder = tmp_path_factory.mktemp("kept")
    return older.at_version(older.worked_in(folder), folder / "v3.vigie", 3)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "A newer Vigie wrote this workspace."), ("fr", "Une version plus récente")]
)
def test_a_newer_workspace_is_refused_and_stays_byte_for_byte(
    kept: Path, tmp_path: Path, language: str, words: str
) -> None:
    path = tmp_path / "default.vigie"
    shutil.copy(kept, path)
    with raw(path) as db:
        db.execute(f"PRAGMA user_version = {NEXT}")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with _program(tmp_path, _driver(f"language={language!r}")) as program:
        code, out, err = _ends(program)
    assert code == 3, err
    assert out.startswith(f"problem {words}"), out
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert not list(tmp_path.glob("*.bak"))


def test_two_windows_open_the_older_workspace_at_once(kept: Path, tmp_path: Path) -> None:
    """One upgrades it and says so, the other waits; everything is there, and one backup of it as it was."""
    path = tmp_path / "default.vigie"
    shutil.copy(kept, path)
    before = older.rows(kept)
    say = "say('strip', self.window.status.strip.message); QTimer.singleShot(100, self.end_now)"
    with ExitStack() as stack:
        windows = [
            stack.enter_context(
                _program(tmp_path, _driver("new_window=True, language='en', name='Salomé'", say))
            )
            for _ in range(2)
        ]
        strips = [_line(one, "strip") for one in windows]
        assert [_ends(one)[0] for one in windows] == [0, 0]
    assert sum("default.vigie.v3.bak" in one for one in strips) == 1, strips
    now = older.rows(path, kept)
    for table in ("comments", "outbox", "drafts", "notes", "author_tags", "decisions", "members"):
        assert now.get(table) == before.get(table), table
    assert set(before["audit"]) <= set(now["audit"])
    assert [one.name for one in tmp_path.glob("*.bak")] == ["default.vigie.v3.bak"]
    assert older.rows(tmp_path / "default.vigie.v3.bak") == before
