"""Fixtures of the audit tests: a fresh log of thirty entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.logbook import Logbook


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Logbook]:
    """Thirty sound entries, guards standing."""
    book = Logbook(tmp_path / "audit.vigie", 30)
    yield book
    book.close()
