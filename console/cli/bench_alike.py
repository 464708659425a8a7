"""``vigie bench alike``: near-duplicates placed and folded, 100,000 comments of which 40,000 are one wave."""

from __future__ import annotations

import os
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from console.cli.bench_classify import texts
from console.cli.bench_row import Row
from console.domain.likeness import traits
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.samples import comments
from console.services.alike import Placed, difference, place
from console.services.alike_views import fold
from console.store import QueueFilter, Tx

ROWS: Final = int(os.environ.get("VIGIE_BENCH_ROWS", "100000"))
_BATCH: Final = 256
_READ: Final = 5000.0
"""Texts a second and core: as many as come in a burst."""


def _wave(draw: random.Random) -> str:
    """One copy of a wave: mostly the same, some with another link, a few reworded."""
    host = "lormel-cadeaux" if draw.random() < 0.6 else f"gift{draw.randrange(2000)}"
    more = "" if draw.random() < 0.9 else draw.choice(("les amis", "vite", "🔥🔥", "chers clients"))
    return (
        f"Félicitations ! Votre Nova 2 gratuite vous attend, réclamez votre cadeau sur {host}.example {more}"
    )


def bench_alike() -> list[Row]:
    """Traits, placing, folding and the differences of the wave, in seconds of the processor; beside what they add to."""
    draw = random.Random(5)
    words = [_wave(draw) for _ in range(ROWS * 2 // 5)]
    # The others look alike by the hundred and are not, for their numbers: the dearest there is to place.
    words += [f"{text} {number}" for number, text in enumerate(texts(ROWS - len(words)))]
    draw.shuffle(words)
    begin = time.process_time()
    made = [traits(one) for one in words]
    read = time.process_time() - begin
    items = [replace(item, text=text) for item, text in zip(comments(ROWS), words, strict=True)]
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        console = Console.open(Path(folder) / "bench.vigie", secrets=memory_only())
        try:
            channel = console.add_channel("file", "bench", console.actor(), state="ok")
            ids: list[int] = []
            begin = time.process_time()
            for start in range(0, ROWS, 5000):
                part = items[start : start + 5000]
                ids += console.store.write(
                    lambda tx, part=part: tx.comments.upsert(channel.id, "file", part, tx.now).new_ids,  # type: ignore[misc]
                    durable=False,
                ).result()
            stored = time.process_time() - begin
            longest, begin = 0.0, time.process_time()
            for start in range(0, len(ids), _BATCH):
                one = time.process_time()
                batch = [
                    Placed(number, 1, made[start + at])
                    for at, number in enumerate(ids[start : start + _BATCH])
                ]

                def work(tx: Tx, batch: list[Placed] = batch) -> None:
                    place(tx, batch)

                console.store.write(work, durable=False).result()
                longest = max(longest, time.process_time() - one)
            placed = time.process_time() - begin
            begin = time.process_time()
            shown = console.store.read(lambda r: r.queues.ids(QueueFilter()))
            listed = time.process_time() - begin
            begin = time.process_time()
            _, groups = console.store.read(lambda r: fold(r, shown))
            folded = time.process_time() - begin
            largest = max(groups.values(), key=lambda one: one.total)
            begin = time.process_time()
            info = console.store.snapshot(lambda r: difference(r, largest.members))
            differed = time.process_time() - begin
        finally:
            console.close()
    return [
        Row(
            "alike.traits",
            len(words) / read,
            "texts/s",
            "goal",
            _READ,
            ">= 5,000 on one core",
            len(words) / read >= _READ,
        ),
        Row(
            "alike.place",
            len(ids) / placed,
            "comments/s",
            "intake alone",
            len(ids) / stored,
            ">= 500",
            len(ids) / placed >= 500,
        ),
        Row(
            "alike.batch",
            longest * 1000,
            "ms",
            "goal",
            500.0,
            "a batch of 256 <= 500 ms",
            longest <= 0.5,
            rate=False,
        ),
        Row(
            "alike.fold",
            folded * 1000,
            "ms",
            "reading the ids",
            listed * 1000,
            "<= 300 ms",
            folded <= 0.3,
            rate=False,
        ),
        Row(
            "alike.difference",
            differed * 1000,
            "ms",
            "goal",
            1000.0,
            "<= 1,000 ms off the window's thread",
            differed <= 1.0,
            rate=False,
        ),
        Row(
            "alike.wave",
            float(info.total),
            "in one group",
            "copies",
            ROWS * 2 / 5,
            "all of the wave",
            info.total >= ROWS * 2 // 5 * 0.99,
        ),
    ]
