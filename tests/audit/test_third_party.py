"""The twenty lines in docs/AUDIT.md verify an export without any code of ours."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from console.audit.entry import FIELDS, OWN_FIELDS
from console.audit.export import export
from tests.audit.logbook import Logbook
from tests.audit.test_export import chained, restriction

DOCS = Path(__file__).parents[2] / "docs/AUDIT.md"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    code = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    lines = [line for line in code[1].splitlines() if line.strip() and not line.startswith("import")]
    assert len(lines) <= 20
    path = tmp_path_factory.mktemp("third") / "check.py"
    path.write_text(code[1], encoding="utf-8")
    return path


def run(program: Path, exported: Path, *anchors: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", str(program), str(exported), *anchors],
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def written(log: Logbook, folder: Path) -> Path:
    path = folder / "export.jsonl"
    with path.open("w", encoding="utf-8") as out:
        export(log.rows(), None, "jsonl", out)
    return path


def test_a_sound_export_holds(log: Logbook, tmp_path: Path, program: Path) -> None:
    path = written(log, tmp_path)
    assert run(program, path, log.row(7).hash) == (0, f"30 entries hold, head {log.head.hash}")
    assert run(program, path, "ab" * 32) == (1, f"anchor missing: {'ab' * 32}")


@pytest.mark.parametrize(
    ("old", "new"),
    [('"severity":5', '"severity":4'), ("démo", "demo"), ('"hash":"', '"hash":"0'), ("lead", "aead")],
)
def test_an_edit_is_found(log: Logbook, tmp_path: Path, program: Path, old: str, new: str) -> None:
    path = written(log, tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert old in lines[10]
    lines[10] = lines[10].replace(old, new, 1)
    path.write_text("".join(lines), encoding="utf-8")
    assert run(program, path) == (1, "broken at 11")


def test_a_missing_and_a_damaged_row_are_found(log: Logbook, tmp_path: Path, program: Path) -> None:
    log.strip()
    log.db.execute("UPDATE audit SET entry = 'x' WHERE sequence = 20")
    path = written(log, tmp_path)
    assert run(program, path) == (1, "broken at 20")
    log.db.execute("DELETE FROM audit WHERE sequence = 4")
    assert run(program, written(log, tmp_path)) == (1, "broken at 4")


def test_clear_values_are_checked_against_their_commitments(tmp_path: Path, program: Path) -> None:
    rows, private = chained(restriction("decision"), restriction("dispatch", outcome="done"))
    out = io.StringIO()
    export(rows, private.__getitem__, "jsonl", out)
    path = tmp_path / "export.jsonl"
    path.write_text(out.getvalue(), encoding="utf-8")
    assert run(program, path)[0] == 0
    path.write_text(out.getvalue().replace("espèce de =truc", "bravo"), encoding="utf-8")
    assert run(program, path) == (1, "entry 1: text is not what was committed to")


def test_every_field_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    table = set(re.findall(r"`(\w+)`", text))
    assert {*FIELDS, *OWN_FIELDS} <= table
    assert json.dumps(sorted(OWN_FIELDS)) == json.dumps(list(OWN_FIELDS))
