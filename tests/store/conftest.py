"""One open workspace with one channel, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.comment import ChannelId
from console.store import Store
from tests.support.workspaces import Clock, add_channel, open_store


@pytest.fixture
def clock() -> Clock:
    """Time that stands still."""
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workspace lies: with a blank, an accent and characters that mean something in a URI."""
    folder = tmp_path / "é t?é#1%20"
    folder.mkdir()
    return folder / "w.vigie"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    """An open, empty workspace."""
    opened = open_store(path, clock)
    yield opened
    assert opened.close()


@pytest.fixture
def channel(store: Store) -> ChannelId:
    """Its one channel."""
    return add_channel(store)
