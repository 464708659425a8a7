"""The real ``vigie`` command in a process of its own, and a workspace that is imported once and copied."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

COMMENTS = [
    ("1", "ana", "Bonjour, livrez-vous en Belgique ?"),
    ("2", "bob", "You are such an idiot, go away"),
    ("3", "cid", "Mon colis est arrivé cassé, trois mails sans réponse."),
    ("4", "dan", "Make money fast at https://quick-cash.example/join"),
    ("5", "eve", "Merci, super équipe !"),
    ("6", "bob", "idiots, all of you, idiots"),
    ("7", "fay", "=HYPERLINK(\"http://x.example\")"),
    ("8", "gus", "👩‍👩‍👧‍👦 \u202eevil\u202c <b>bold</b>"),
]  # fmt: skip


@dataclass
class Said:
    """What one command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        assert self.out.count("\n") == 1, self.out
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The one JSON object on standard error."""
        return json.loads(self.err)


@dataclass
class Vigie:
    """Runs commands on one workspace."""

    workspace: Path
    env: dict[str, str]

    def __call__(
        self,
        *words: str,
        code: int | None = None,
        stdin: str | bytes | None = None,
        env: dict[str, str] | None = None,
        timeout: float = 60,
    ) -> Said:
        """Run ``vigie --workspace W words...``; ``code`` is the exit code it must have."""
        ran = subprocess.run(
            [sys.executable, "-m", "ui.entry", "--workspace", str(self.workspace), *words],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=self.workspace.parent,
            env={**os.environ, **self.env, **(env or {})},
            timeout=timeout,
            check=False,
        )
        said = Said(
            ran.returncode, ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace")
        )
        assert "Traceback" not in said.err, said.err
        assert "internal_error" not in said.err, said.err
        if code is not None:
            assert said.code == code, said
        return said

    def start(self, *words: str, **more: Any) -> subprocess.Popen[str]:
        """Start a command and leave it running."""
        return subprocess.Popen(
            [sys.executable, "-m", "ui.entry", "--workspace", str(self.workspace), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.workspace.parent,
            env={**os.environ, **self.env},
            **more,
        )

    def json(self, *words: str, code: int | None = 0) -> Any:
        """Run with --json; the object it printed. Nothing else may be printed."""
        said = self(*words, "--json", code=code)
        assert said.err == ""
        return said.json


def write_csv(path: Path, rows: list[tuple[str, str, str]]) -> Path:
    """An export in the commonest shape."""
    import csv

    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "author", "text", "date"])
        for number, (key, author, text) in enumerate(rows):
            writer.writerow(
                [
                    key,
                    author,
                    text,
                    f"2026-09-21T{10 + number // 3600:02d}:{number // 60 % 60:02d}:{number % 60:02d}Z",
                ]
            )
    return path


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with eight imported comments, read and proposed for; closed. Copy it, do not open it."""
    folder = tmp_path_factory.mktemp("imported")
    vigie = Vigie(folder / "w.vigie", {"VIGIE_HOME": str(folder / "home")})
    vigie("import", str(write_csv(folder / "export.csv", COMMENTS)), "--channel", "demo", code=0)
    return vigie.workspace


@pytest.fixture
def empty(tmp_path: Path) -> Vigie:
    """Commands on a workspace that does not exist yet."""
    return Vigie(tmp_path / "w.vigie", {"VIGIE_HOME": str(tmp_path / "home")})


@pytest.fixture
def vigie(empty: Vigie, imported: Path) -> Vigie:
    """Commands on a copy of the imported workspace."""
    shutil.copy(imported, empty.workspace)
    return empty


def ids(vigie: Vigie) -> dict[str, str]:
    """remote id -> id of everything imported."""
    return {one["remote_id"]: one["id"] for one in vigie.json("queue", "list", "--view", "all")["items"]}
