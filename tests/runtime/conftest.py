"""Open consoles on real workspaces, each with an engine of its own; closed and counted at the end."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from console import paths
from console.domain.verdict import ClassifyItem, Verdict
from console.practice import PracticeNetwork
from console.runtime import connections
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services import reading_back
from tests.support.bench import read_texts


class WordReader:
    """The Reader port on a few words; ``broken`` makes the next reads fail as a bug would."""

    def __init__(self) -> None:
        self.read_ids: list[str] = []
        self.closed = 0
        self.broken = 0

    async def read(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        if self.broken:
            self.broken -= 1
            raise ZeroDivisionError("a bug in the reader")
        self.read_ids += [one.id for one in items]
        return read_texts(items)

    async def close(self) -> None:
        self.closed += 1


Opener = Callable[..., Console]


@pytest.fixture(autouse=True)
def _few_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped practice network with its first sixty comments: enough to work on, quick to read."""
    shipped = paths.resources() / "practice"
    few = tmp_path / "content"
    few.mkdir()
    for name in ("posts.jsonl", "authors.jsonl"):
        shutil.copy(shipped / name, few / name)
    lines = (shipped / "comments.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (few / "comments.jsonl").write_text("".join(lines[:60]), encoding="utf-8")

    def network(workspace: Path) -> PracticeNetwork:
        return PracticeNetwork(workspace.with_name(workspace.name + ".practice"), content=few)

    monkeypatch.setattr(connections, "practice_network", network)
    monkeypatch.setattr(reading_back, "RECONCILE_PAUSES", (0.0, 0.01))  # the practice network never lags


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The workspace file."""
    return tmp_path / "w.vigie"


@pytest.fixture
def opened(path: Path) -> Iterator[Opener]:
    """Open consoles on the one workspace; what is still open at the end is closed, in its time."""
    made: list[Console] = []

    def make() -> Console:
        console = Console.open(path, secrets=memory_only(), reader=WordReader())
        made.append(console)
        return console

    yield make
    for console in made:
        assert console.close()


def wait_for(what: Callable[[], object], seconds: float = 15.0) -> None:
    """Until ``what`` is true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
