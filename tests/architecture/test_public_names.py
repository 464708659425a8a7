"""Names that are loaded on first use are not hidden by the modules they come from."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest


@pytest.mark.parametrize("package", ["console.policy", "console.store"])
def test_no_public_name_is_that_of_a_module(package: str) -> None:
    """Importing a module sets its name in the package: a lazy name of the same spelling would give the module."""
    room = import_module(package)
    modules = {one.name for one in pkgutil.iter_modules(room.__path__)}
    assert modules.isdisjoint(room._WHERE)
    assert all(getattr(room, name) is not None for name in room._WHERE)
