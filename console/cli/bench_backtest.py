"""``vigie bench backtest``: replaying 100,000 comments through two policies, beside reading the same rows without any."""

from __future__ import annotations

import itertools
import os
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from console import paths
from console.cli.bench_classify import texts
from console.cli.bench_row import Row
from console.domain.comment import CommentId
from console.domain.shares import FEW
from console.domain.verdict import Verdict
from console.domain.vocabulary import LABELS
from console.policy import load_policy
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.samples import comments
from console.services.backtesting import PAGE, prepare, replay_part
from console.store import Tx, open_history

if TYPE_CHECKING:
    from console.services.roles import Actor

ROWS: Final = int(os.environ.get("VIGIE_BENCH_ROWS", "100000"))
GOAL: Final = 60.0
"""Seconds for 100,000 comments on two cores."""
_BATCH: Final = 5_000
_DECIDED: Final = 20  # one comment in so many
_SAMPLE: Final = 5  # one author in so many is replayed alone
_MEMORY: Final = 150.0  # MiB
_ABUSE: Final = ("insult", "hate", "threat", "obscene", "spam")


def _verdict(draw: random.Random) -> Verdict:
    """An invented verdict; about one in eight is flagged."""
    labels = {label: round(draw.random() * 0.3, 4) for label in LABELS}
    if draw.random() < 0.125:
        label = draw.choice(_ABUSE)
        labels[label] = round(0.7 + draw.random() * 0.3, 4)
        return Verdict("embedded", "bench", "fr", labels, (label,), severity=3, flagged=True)
    category = draw.choice(("neutral", "neutral", "praise", "question", "constructive_criticism"))
    return Verdict("embedded", "bench", "fr", labels, (category,))


def fill(console: Console, actor: Actor, count: int) -> int:
    """Invented comments with verdicts over about 30 days, one in twenty decided about; returns the decisions."""
    draw = random.Random(11)
    channel = console.add_channel("file", "bench", actor, state="ok")
    step = max(1, 30 * 86_400 // max(count, 1))
    spoken = texts(count)
    # Every other text is one that people could have written: made-up words alone would fit no list.
    items = [
        replace(
            one,
            posted_at=1_760_000_000 + index * step,
            text=spoken[index] if index % 2 else one.text,
        )
        for index, one in enumerate(comments(count))
    ]
    decided = 0
    for start in range(0, count, _BATCH):
        part = items[start : start + _BATCH]

        def work(tx: Tx, part: Any = part) -> int:
            ids = tx.comments.upsert(channel.id, "file", part, tx.now, imported=True).new_ids
            verdicts = [(CommentId(one), 1, _verdict(draw)) for one in ids]
            tx.comments.set_verdicts(verdicts, tx.now)
            done = 0
            for one in tx.comments.rows([one for one in ids if one % _DECIDED == 0]):
                flagged = one.flagged and draw.random() < 0.9
                decision = tx.decisions.add(
                    comment_id=one.id, author_id=one.author_id, action="hide" if flagged else "keep", actor="bench",
                    os_user="bench", role="moderator", created_at=tx.now, category="insult" if flagged else "neutral",
                    severity=3 if flagged else 0, shown_revision=1, state="done", audit_sequence=0,
                )  # fmt: skip
                if flagged:
                    tx.decisions.add_strike(one.author_id, one.id, decision, "insult", tx.now)
                done += 1
            return done

        decided += console.store.write(work, durable=False).result()
    return decided


def bench_backtest(count: int = ROWS) -> list[Row]:
    """A backtest against another version of the policy, in child processes and alone, and its floor: reading."""
    source = paths.resources() / "policies" / "default.en.toml"
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        console = Console.open(Path(folder) / "bench.vigie", secrets=memory_only(), language="fr")
        try:
            actor = console.actor()
            decided = fill(console, actor, count)
            assert decided >= min(FEW, count // _DECIDED)
            loaded = load_policy(source)
            assert loaded.ok, loaded.errors
            # Another threshold, so that both policies are asked about every comment.
            text = loaded.text.replace("at_least = 0.80", "at_least = 0.78")
            assert text != loaded.text
            begin = time.perf_counter()
            run = console.backtests.start(text, loaded.files)
            report = run.future.result()
            together = time.perf_counter() - begin
            assert report["comments"] == count
            begin = time.perf_counter()
            with open_history(console.store.path) as history:
                bounds = history.bounds()
                ids = history.order(bounds, None)
                read = sum(len(history.rows(ids[at : at + PAGE], bounds)) for at in range(0, len(ids), PAGE))
                drained = sum(1 for _ in itertools.islice(history.events(bounds), None))
            reading = time.perf_counter() - begin
            assert read == count
            assert drained > 0
            plan = console.store.read(lambda r: prepare(r, text, loaded.files))
            begin = time.process_time()
            with open_history(console.store.path) as history:
                some = replay_part(history, plan, 0, _SAMPLE).comments
            alone = some / (time.process_time() - begin)
        finally:
            console.close()
    scaled = together * 100_000 / count
    return [
        Row("backtest of 100,000 comments against another version", scaled, "s",
            "the same rows read in order, no policy", reading * 100_000 / count, f"<= {GOAL:.0f} s", scaled <= GOAL, False),
        Row("backtest, comments by the clock", count / together, "comments/s", "the same in one process, per CPU second",
            alone, "said, not judged", True),
        Row("most memory of one of its children", run.peak_mb, "MiB", "limit", _MEMORY, "<= limit",
            run.peak_mb <= _MEMORY, False),
    ]  # fmt: skip
