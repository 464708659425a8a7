"""A bench per test; the chain must hold at the end of every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from console.services import reading_back
from tests.support.automatic import House, policy
from tests.support.bench import Bench


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The practice network lags behind nothing, so reading back needs no pauses."""
    monkeypatch.setattr(reading_back, "RECONCILE_PAUSES", (0.0, 0.01))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A workspace on a practice network."""
    made = Bench(tmp_path)
    try:
        yield made
        assert made.holds()
    finally:
        made.close()


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Houses with policies of the test's own; the chain must hold at the end."""
    made: list[House] = []

    def open_one(**settings: Any) -> House:
        folder = tmp_path / f"house{len(made)}"
        folder.mkdir()
        made.append(House(folder, policy(**settings)))
        return made[-1]

    yield open_one
    for one in made:
        assert one.bench.holds()
        one.bench.close()


@pytest.fixture
def house(make: Callable[..., House]) -> House:
    """A house that hides at most three an hour."""
    return make()
