"""The vigie command: what opens a window, what goes to the command line, and what happens without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from ui import entry
from ui.entry import OpenRequest, WrongUse, parse_open


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], OpenRequest()),
        (["open"], OpenRequest()),
        (["open", "--demo"], OpenRequest(demo=True)),
        (["open", "--lang", "fr", "--new-window"], OpenRequest(language="fr", new_window=True)),
        (["--workspace", "w.vigie"], OpenRequest(workspace=Path("w.vigie"))),
        (["--workspace=w.vigie", "open", "--as", "Kim"], OpenRequest(workspace=Path("w.vigie"), name="Kim")),
        (["open", "team.vigie"], OpenRequest(workspace=Path("team.vigie"))),
        (["open", "TEAM.VIGIE"], OpenRequest(workspace=Path("TEAM.VIGIE"))),
        (["open", "/home/kim/team"], OpenRequest(workspace=Path("/home/kim/team"))),
        (["open", "--lang", "fr", "a b.vigie"], OpenRequest(workspace=Path("a b.vigie"), language="fr")),
        (["queue", "list"], None),
        (["--workspace", "w.vigie", "queue", "list"], None),
        (["--as", "open", "audit", "verify"], None),
        (["--help"], None),
        (["open", "--help"], None),
        (["--version"], None),
        (["--json"], None),
        (["--demo"], None),
        (["--workspace"], None),
    ],
)
def test_what_opens_a_window(words: list[str], expected: OpenRequest | None) -> None:
    """No command or ``open``, with the options of either side; everything else is the command line's."""
    assert parse_open(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        ["open", "--zoom"],
        ["open", "file"],
        ["open", "--lang", "de"],
        ["open", "--demo", "--workspace", "w"],
        ["open", "--demo", "w.vigie"],
        ["open", "w.vigie", "x"],
        ["open", "a.vigie", "b.vigie"],
        ["open", "--workspace", "a.vigie", "b.vigie"],
        ["--workspace=a.vigie", "open", "b.vigie"],
        ["open", "b.vigie", "--workspace", "a.vigie"],
    ],
)
def test_wrong_use_is_said(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and one line on stderr."""
    with pytest.raises(WrongUse):
        parse_open(words)
    assert entry.main(words) == 2
    assert capsys.readouterr().err.startswith("vigie: error: ")


def test_wrong_use_speaks_french(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a French shell."""
    monkeypatch.setenv("VIGIE_LANG", "fr")
    assert entry.main(["open", "--zoom"]) == 2
    assert "ne connaît pas" in capsys.readouterr().err


def _run(*words: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.pop("QT_QPA_PLATFORM", None)
    env.update(VIGIE_HOME=str(home), PYTHONPATH=str(ROOT), **more)
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "ui.entry", *words],
        cwd=home, env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there can a desktop be missing")
def test_without_a_display_the_queue_is_printed(tmp_path: Path) -> None:
    """The demo says so on stderr and lists the practice network's comments, the second time as the first."""
    for _ in range(2):
        answer = _run("open", "--demo", home=tmp_path)
        assert answer.returncode == 0, answer.stderr
        assert "no display" in answer.stderr
        assert len(answer.stdout.splitlines()) > 10
    answer = _run("open", "--demo", "--lang", "fr", home=tmp_path)
    assert "pas d’affichage" in answer.stderr
    assert (tmp_path / "practice.vigie").exists()


def test_the_worker_comes_first_and_loads_no_window(tmp_path: Path) -> None:
    """``--classifier-worker`` answers on its pipe; an end of input ends it."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "VIGIE_HOME": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-m", "ui.entry", "--classifier-worker"],
        cwd=tmp_path, env=env, input=b"", capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert b"embedded" in answer.stdout


def test_other_words_reach_the_command_line(tmp_path: Path) -> None:
    """The same program, the same exit codes."""
    answer = _run("--workspace", "none.vigie", "queue", "list", "--json", home=tmp_path)
    assert answer.returncode == 2
    assert "workspace_missing" in answer.stdout + answer.stderr
