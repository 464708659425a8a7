"""Completion in real shells at a real terminal: Tab and Enter, and the words that the command was given."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

for folder in ("packaging/linux", "packaging/proof"):
    sys.path.insert(0, str(ROOT / folder))  # its scripts are no package: they never ship
completion, commands = map(importlib.import_module, ["completion", "commands"])


def _where_installed(shell: str) -> object:
    lacking = os.name != "posix" or shutil.which(shell) is None
    return pytest.param(
        shell,
        marks=pytest.mark.skipif(lacking, reason=f"{shell} is not installed: its completion is not tried"),
    )


@pytest.mark.parametrize("shell", [_where_installed(shell) for shell in ("bash", "zsh", "fish")])
def test_tab_completes_in_a_real_shell(shell: str, tmp_path: Path) -> None:
    """A command, one below it, an option of that."""
    from console.cli.main import vigie

    installed = importlib.import_module("installed")
    script = tmp_path / "vigie.completion"
    script.write_text(completion.script(shell, commands.read(vigie), "1"), encoding="utf-8")
    command, first = installed.SHELLS[shell]
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TERM": "vt100",
        "PS1": "$ ",
        "LANG": "C.UTF-8",
    }
    for typed, expected in installed.TYPED.items():
        seen = installed.tab(command, environment, first.format(script=script), typed, expected)
        assert expected in seen, (typed, seen[-800:])
