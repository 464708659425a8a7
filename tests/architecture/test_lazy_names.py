"""The rooms' public names: each loads on first use, and the three lists of them agree."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("room", ["console.policy", "console.store"])
def test_every_public_name_loads_and_is_declared_once(room: str) -> None:
    """What type checkers see, what is loaded, and ``__all__`` are the same names from the same modules."""
    module = importlib.import_module(room)
    source = ast.parse((ROOT / room.replace(".", "/") / "__init__.py").read_text(encoding="utf-8"))
    seen = {
        (alias.asname or alias.name): (node.module, alias.name)
        for block in source.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == module._WHERE
    assert sorted(module.__all__) == sorted(seen)
    for name in seen:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = module.no_such_name
