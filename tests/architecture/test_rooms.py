"""The rooms of the house keep their direction: contracts on the imports, and a look at what really gets loaded."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.tree import ROOT, modules, parse

HEAVY = ("PySide6", "shiboken6", "torch", "transformers", "detoxify", "sklearn")


def _project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_import_contracts_hold() -> None:
    """The contracts of pyproject.toml, as `make lint` checks them."""
    program = Path(sys.executable).parent / "lint-imports"
    answer = subprocess.run(
        [program, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_console_loads_without_qt_or_models() -> None:
    """Importing every module of the console, the command line included, loads neither Qt nor a large model."""
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in modules("console")
        if path.name != "__main__.py"
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == []


def test_the_vigie_command_starts_without_qt() -> None:
    """`ui.entry` decides first what was asked for; the classifier child and the command line never load Qt."""
    code = "import sys, ui.entry; print('PySide6' in sys.modules, callable(ui.entry.main))"
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.stdout.split() == ["False", "True"], answer.stderr


def test_packages_are_listed() -> None:
    """The explicit list of packages is the tree: a folder that is not listed would be missing when installed."""
    listed = _project()["tool"]["setuptools"]["packages"]  # type: ignore[index]
    present = {".".join(path.parent.relative_to(ROOT).parts) for path in modules("console", "ui")}
    assert sorted(listed) == sorted(present)
    bare = [name for name in present if not (ROOT / name.replace(".", "/") / "__init__.py").exists()]
    assert bare == [], "folders with modules need an __init__.py"


def test_packaging_is_no_package() -> None:
    """An __init__.py in packaging/ would hide the `packaging` library from everything run in the checkout."""
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


def test_nothing_heavy_at_module_level() -> None:
    """torch and its like are imported inside the function that needs them, in a child process."""
    found = []
    for path in modules("console", "ui"):
        for node in parse(path).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            found += [f"{path.relative_to(ROOT)}: {n}" for n in names if n.split(".")[0] in HEAVY[2:]]
    assert found == []
