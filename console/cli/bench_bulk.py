"""``vigie bench bulk``: one decision for 10,000 comments, beside writing the same rows and nothing else."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from console.cli.bench_row import Row
from console.domain.verdict import ClassifyItem, Verdict
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.samples import comments
from console.store import raw_decided

if TYPE_CHECKING:
    from console.domain.comment import IncomingComment

MANY: Final = 10_000
_PART: Final = 5_000


def _spam(items: list[ClassifyItem]) -> list[Verdict]:
    """All of it is spam: everything goes, and every comment gives its author a strike."""
    one = Verdict("bench", "1", "fr", {"spam": 0.97}, ("spam",), severity=2, flagged=True)
    return [one] * len(items)


def bench_bulk() -> list[Row]:
    """Preview, hide and take back 10,000 comments; how long the writer is held, at most and in all."""
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        path = Path(folder) / "bench.vigie"
        console = Console.open(path, secrets=memory_only())
        try:
            actor = console.actor()
            channel = console.add_channel("practice", "bench", actor, state="ok")
            items: list[IncomingComment] = comments(MANY)
            for start in range(0, MANY, _PART):
                part = items[start : start + _PART]
                console.store.write(
                    lambda tx, part=part: tx.comments.upsert(channel.id, "practice", part, tx.now),  # type: ignore[misc]
                    durable=False,
                ).result()
            console.triage.run(lambda found: _spam(list(found)))
            begin = time.perf_counter()
            preview = console.bulk.preview(range(1, MANY + 1), "hide", actor)
            seen = time.perf_counter() - begin
            run = console.bulk.start(preview, actor, work=False)
            begin = time.perf_counter()
            run.work()
            took = time.perf_counter() - begin
            assert run.progress.done == MANY
            raw = raw_decided(path)
            begin = time.perf_counter()
            assert console.bulk.undo(run.batch, actor).undone == MANY
            back = time.perf_counter() - begin
        finally:
            console.close()
    return [
        Row("preview of 10,000", seen, "s", "goal", 6, "<= 6 s, off the window's thread", seen <= 6, False),
        Row("hide 10,000 with audit, writer held", run.held, "s", "executemany, same rows", raw, "<= 8 s",
            run.held <= 8, False),
        Row("hide 10,000 with audit, start to end", took, "s", "executemany, same rows", raw, "<= 15 s", took <= 15,
            False),
        Row("longest hold of the writer", run.longest * 1e3, "ms", "goal", 100, "<= 100 ms", run.longest <= 0.1, False),
        Row("undo of 10,000, still queued", back, "s", "executemany, same rows", raw, "<= 20 s", back <= 20, False),
    ]  # fmt: skip
