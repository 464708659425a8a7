"""What a packaged program does differently: the loader's path given back, children of its own, the bench's steps."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from console import paths
from console.frozen import own_environment


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch) -> str:
    """This process as if started from a package in /opt/vigie."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/vigie/_internal", raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/vigie/vigie")
    return "/opt/vigie/_internal"


def test_the_browser_gets_the_library_path_that_the_person_had(packaged: str) -> None:
    """The starter puts our folder in front; programs that we open must not load our libraries."""
    found = {"LD_LIBRARY_PATH": f"{packaged}:/usr/local/x", "LD_LIBRARY_PATH_ORIG": "/usr/local/x", "A": "b"}
    own_environment(found)
    assert found == {"LD_LIBRARY_PATH": "/usr/local/x", "A": "b"}


def test_without_an_earlier_library_path_there_is_none_after(packaged: str) -> None:
    """And a path that is not the starter's stays."""
    found = {"LD_LIBRARY_PATH": packaged, "DYLD_LIBRARY_PATH": "/somewhere"}
    own_environment(found)
    assert found == {"DYLD_LIBRARY_PATH": "/somewhere"}


def test_a_checkout_changes_nothing() -> None:
    """Python itself starts without a starter."""
    found = {"LD_LIBRARY_PATH": "/a", "LD_LIBRARY_PATH_ORIG": "/b"}
    own_environment(found)
    assert found == {"LD_LIBRARY_PATH": "/a", "LD_LIBRARY_PATH_ORIG": "/b"}


@pytest.mark.usefixtures("packaged")
def test_children_are_the_program_itself() -> None:
    """There is no interpreter to hand a module to."""
    assert paths.worker_command() == ["/opt/vigie/vigie", "--classifier-worker"]
    assert paths.backtest_command() == ["/opt/vigie/vigie", "--backtest-worker"]
    assert paths.bench_command() == ["/opt/vigie/vigie", "--bench-worker"]
    assert paths.resources() == Path("/opt/vigie/_internal/resources")


def test_a_step_of_the_bench_is_a_command_of_the_program(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """``--bench-worker`` reaches the bench, in the checkout as in a package."""
    from ui.entry import main

    assert main(["--bench-worker", "--fill", str(tmp_path / "a.vigie"), "3"]) == 0
    assert main(["--workspace", str(tmp_path / "a.vigie"), "--json", "queue", "list"]) == 0
    assert '"total": 3' in capfd.readouterr().out
