"""A bench per test; the chain must hold at the end of every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.services import dispatch
from tests.support.bench import Bench


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The practice network lags behind nothing, so reading back needs no pauses."""
    monkeypatch.setattr(dispatch, "RECONCILE_PAUSES", (0.0, 0.01))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A workspace on a practice network."""
    made = Bench(tmp_path)
    try:
        yield made
        assert made.holds()
    finally:
        made.close()
