"""Every module says what it is for, stays readable, and no test can be skipped without a reason."""

from __future__ import annotations

import ast

from tests.architecture.tree import ROOT, calls, modules, parse, where

#: Lines. The aim is 400; past this a module is split.
LIMIT = 600
FOLDERS = ("console", "ui", "tests", "packaging")


def test_first_line_is_a_docstring() -> None:
    """The first statement states the module's purpose, on its first line."""
    silent = []
    for path in modules(*FOLDERS):
        text = ast.get_docstring(parse(path))
        if not text or not path.read_text(encoding="utf-8").startswith(('"""', 'r"""', "#!")):
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []


def test_modules_stay_short() -> None:
    """No module grows past the limit."""
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*FOLDERS)}
    assert {str(path.relative_to(ROOT)): size for path, size in sizes.items() if size > LIMIT} == {}


def test_annotations_are_not_evaluated() -> None:
    """Each module with code opts into postponed annotations, so that 3.11 reads the same types as later versions."""
    missing = []
    for path in modules(*FOLDERS):
        statements = [node for node in parse(path).body if not isinstance(node, ast.Expr)]
        futures = {
            alias.name
            for node in statements
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
            for alias in node.names
        }
        if statements and "annotations" not in futures:
            missing.append(str(path.relative_to(ROOT)))
    assert missing == []


def test_no_test_skips_quietly() -> None:
    """A test runs or fails; the one exception is a condition on the platform, with its reason."""
    found = []
    for path in modules("tests"):
        found += [where(path, call) for name, call in calls(path) if name in ("skip", "importorskip")]
        found += [
            where(path, call)
            for name, call in calls(path)
            if name == "skipif" and not any(keyword.arg == "reason" for keyword in call.keywords)
        ]
        found += [
            where(path, node)
            for node in ast.walk(parse(path))
            if isinstance(node, ast.Attribute)
            and node.attr == "skip"
            and isinstance(node.value, ast.Attribute)
            and node.value.attr == "mark"
        ]
    assert found == []
