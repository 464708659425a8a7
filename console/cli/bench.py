"""``vigie bench``: figures of this build as ratios against a raw limit or a peer, measured in the same run."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console import paths
from console.audit.verify import verify
from console.cli.bench_alike import bench_alike
from console.cli.bench_backtest import bench_backtest
from console.cli.bench_bulk import bench_bulk
from console.cli.bench_classify import bench_classify
from console.cli.bench_row import Row
from console.domain.audit import AuditDraft
from console.domain.errors import UsageError
from console.domain.verdict import ClassifyItem
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.samples import comments
from console.services.indexing import PartIndex
from console.services.views import view_counts
from console.store import QueueFilter, raw_ingest, raw_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from console.domain.comment import IncomingComment

ROWS = int(os.environ.get("VIGIE_BENCH_ROWS", "100000"))
UI_ROWS = int(os.environ.get("VIGIE_BENCH_ROWS", "1000000"))


def run(name: str | None) -> list[dict[str, Any]]:
    """Run one group of figures, or all. UsageError ``unknown_bench``."""
    if name is not None and name not in FIGURES:
        raise UsageError("unknown_bench", name=name, known=", ".join(FIGURES))
    chosen = FIGURES if name is None else {name: FIGURES[name]}
    rows: list[dict[str, Any]] = []
    for work in chosen.values():
        rows += [row.as_dict() for row in work()]
    return rows


@contextlib.contextmanager
def _filled(count: int) -> Iterator[tuple[Console, float, list[IncomingComment]]]:
    """A workspace with ``count`` comments, and the seconds that storing them took."""
    items = comments(count)
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        console = Console.open(Path(folder) / "bench.vigie", secrets=memory_only())
        try:
            actor = console.actor()
            channel = console.add_channel("file", "bench", actor, state="ok")
            begin = time.perf_counter()
            for start in range(0, count, 5000):
                part = items[start : start + 5000]
                console.store.write(
                    lambda tx, part=part: tx.comments.upsert(channel.id, "file", part, tx.now),  # type: ignore[misc]
                    durable=False,
                ).result()
            yield console, time.perf_counter() - begin, items
        finally:
            console.close()


def bench_store() -> list[Row]:
    """Intake, pages, counters and search at 100,000 comments."""
    with _filled(ROWS) as (console, seconds, items):
        ours = ROWS / seconds
        raw = raw_ingest(items)
        store = console.store
        vector = _median(lambda: store.read(lambda r: r.queues.ids(QueueFilter())))
        ids = store.read(lambda r: r.queues.ids(QueueFilter()))
        page = _median(lambda: console.cards(list(ids[ROWS // 2 : ROWS // 2 + 200])))
        offset = _median(lambda: raw_query(store.path, "offset", ROWS // 2))
        counts = _median(lambda: store.read(lambda r: view_counts(r, "me", console.clock.now())))
        grouped = _median(lambda: raw_query(store.path, "group"))
        wanted = QueueFilter(text="shi277", order="newest")
        search = _median(lambda: store.read(lambda r: r.queues.ids(wanted, 200)))
        like = _median(lambda: raw_query(store.path, "like", "%shi277%"))
        begin = time.perf_counter()
        PartIndex(store).catch_up(600)
        parts = ROWS / (time.perf_counter() - begin)
        inside = QueueFilter(text="hi277", order="newest")
        part = _median(lambda: store.read(lambda r: r.queues.ids(inside, 200)))
        like_part = _median(lambda: raw_query(store.path, "like", "%hi277%"))
        french = QueueFilter(languages=("fr",), without=("spam",), since=1)
        facets = _median(lambda: store.read(lambda r: r.queues.ids(french)))
    return [
        Row("ingest, 5,000-row batches, full text", ours, "rows/s", "sqlite3 insert, same rows", raw,
            ">= 0.6 x raw", ours >= 0.6 * raw),
        Row("id vector of the inbox", vector * 1e3, "ms", "goal at 1M rows", 500, "<= 500 ms", vector <= 0.5, False),
        Row("cards of 200 rows, middle", page * 1e3, "ms", "OFFSET to the middle", offset * 1e3,
            "<= 10 ms", page <= 0.010, False),
        Row("counts of all views", counts * 1e3, "ms", "GROUP BY", grouped * 1e3, "<= 2 ms", counts <= 0.002, False),
        Row("search, newest 200", search * 1e3, "ms", "LIKE scan", like * 1e3, "<= 10 ms", search <= 0.010, False),
        Row("search inside words, newest 200", part * 1e3, "ms", "LIKE scan", like_part * 1e3, "<= 20 ms", part <= 0.020,
            False),
        Row("indexing parts of words, behind the intake", parts, "rows/s", "intake", ours, ">= 10,000/s", parts >= 10_000,
            False),
        Row("id vector, language, date and a category left out", facets * 1e3, "ms", "goal at 1M rows", 500, "<= 500 ms",
            facets <= 0.5, False),
    ]  # fmt: skip


def bench_audit() -> list[Row]:
    """Appending to and verifying the chain."""
    count = 100_000
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        console = Console.open(Path(folder) / "bench.vigie", secrets=memory_only())
        try:
            drafts = [
                AuditDraft("decision", "kim", "moderator", {"action": "hide", "category": "insult", "severity": 3},
                           comment_id=index)
                for index in range(100)
            ]  # fmt: skip
            begin = time.perf_counter()
            for _ in range(count // 100):
                console.store.write(lambda tx: tx.log(*drafts)).result()
            appended = count / (time.perf_counter() - begin)
            begin = time.perf_counter()
            result = console.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head()))
            verified = time.perf_counter() - begin
            assert result.ok
        finally:
            console.close()
        floor = _fdatasync(Path(folder))
    begin = time.perf_counter()
    digest = b""
    for _ in range(count):
        digest = hashlib.sha256(digest + b"x" * 400).digest()
    bare = time.perf_counter() - begin
    return [
        Row("audit append, groups of 100, durable", appended, "entries/s", "100 / fdatasync", 100 / floor,
            ">= 15,000/s", appended >= 15_000),
        Row("verify, per 1M entries", verified * 10, "s", "bare SHA-256 chain", bare * 10, "<= 8 s", verified * 10 <= 8,
            False),
    ]  # fmt: skip


def bench_reading() -> list[Row]:
    """The classifier's child and the policy."""
    from console.classify.client import Client
    from console.policy import facts_of
    from console.policy.propose import propose

    items = [ClassifyItem(str(i), one.text) for i, one in enumerate(comments(4000))]
    begin = time.perf_counter()
    with Client(paths.worker_command()) as client:
        client(items[:1])
        loaded = time.perf_counter() - begin
        begin = time.perf_counter()
        verdicts = client(items)
        classified = len(items) / (time.perf_counter() - begin)
    with _filled(2000) as (console, _, _items):
        policy = console.policy()
        ids = console.store.read(lambda r: r.queues.ids(QueueFilter(), 2000))
        rows = console.store.read(lambda r: r.comments.rows(list(ids)))
        facts = [facts_of(one, verdict, None) for one, verdict in zip(rows, verdicts, strict=False)]
        begin = time.perf_counter()
        for one in facts:
            propose(policy, one, 1_770_000_000)
        proposed = len(facts) / (time.perf_counter() - begin)
    return [
        Row("classify, child process, two pipes included", classified, "texts/s", "Detoxify.predict (published)", 17,
            ">= 250/s", classified >= 250),
        Row("classifier child, start to first verdict", loaded * 1e3, "ms", "goal", 1500, "<= 1,500 ms", loaded <= 1.5,
            False),
        Row("proposals by the default policy", proposed, "texts/s", "100,000 in a minute", 1667, ">= 1,667/s",
            proposed >= 1667),
    ]  # fmt: skip


def bench_ui() -> list[Row]:
    """The window itself at a million comments, measured by a child process of its own (this process never loads Qt)."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [*paths.bench_command(), str(UI_ROWS)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=1800, check=False
    )
    if done.returncode != 0:
        raise UsageError("bench_ui", detail=done.stderr.strip().splitlines()[-1:] or ["no output"])
    return [Row(**one) for one in json.loads(done.stdout.strip().splitlines()[-1])]


def _median(work: Callable[[], Any], times: int = 15) -> float:
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return statistics.median(found)


def _fdatasync(folder: Path) -> float:
    handle = os.open(folder / "sync.bin", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    try:
        found = []
        for _ in range(200):
            os.write(handle, b"x" * 30_000)
            begin = time.perf_counter()
            getattr(os, "fdatasync", os.fsync)(handle)
            found.append(time.perf_counter() - begin)
        return statistics.median(found)
    finally:
        os.close(handle)


FIGURES: dict[str, Callable[[], list[Row]]] = {
    "store": bench_store,
    "audit": bench_audit,
    "reading": bench_reading,
    "classify": bench_classify,
    "backtest": bench_backtest,
    "bulk": bench_bulk,
    "alike": bench_alike,
    "ui": bench_ui,
}
