"""The classifier leaves nothing behind for anybody: no device number, no store of events, wherever it may write."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

from console import paths
from tests.architecture.tree import ROOT, modules, parse

READ = """
from pathlib import Path
from console.classify.embedded import EmbeddedEngine
from console.domain.verdict import ClassifyItem
engine = EmbeddedEngine.load(Path({models!r}))
print(engine.classify([ClassifyItem("1", "Bonjour, une question sur la livraison.")])[0].failed)
"""


def test_reading_a_comment_writes_no_file(tmp_path: Path) -> None:
    """onnxruntime 1.31 writes a device number and a database of events into the home folder unless it is told not to."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    done = subprocess.run(
        [sys.executable, "-c", READ.format(models=str(paths.resources() / "models"))],
        cwd=ROOT, env={**kept, "HOME": str(tmp_path)}, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "False", done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_nothing_loads_onnxruntime_by_itself() -> None:
    """Whoever imports a part of it asks for it silenced first, in the same module."""
    found = [
        path
        for path in modules("console", "ui")
        for node in ast.walk(parse(path))
        if (
            isinstance(node, ast.Import)
            and any(one.name.split(".")[0] == "onnxruntime" for one in node.names)
        )
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "onnxruntime")
    ]
    loud = [path.name for path in found if "silent.onnxruntime()" not in path.read_text("utf-8")]
    assert loud == ["silent.py"]
