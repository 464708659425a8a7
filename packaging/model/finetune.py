"""Train the neural classifier on the pool: balanced epochs, bf16 on the processor, resumable, fixed seed.

Usage: python packaging/model/finetune.py --base FOLDER --data FOLDER ... --out RUN_FOLDER [--layers 12] [--epochs 2]

Stops and resumes: a checkpoint is written every few minutes, and the same command goes on from it. What an epoch
holds follows from the seed and the epoch's number alone, so an interrupted run sees what an unbroken one sees.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pool
import torch
from encoder import Encoder, from_base
from heads import LONGEST_TOKENS, OUTPUTS, SENTIMENTS, TARGETS, sentiment_of, target_of
from perturb import mistyped, swapped
from tokenizers import Tokenizer
from torch.nn import functional

from console.classify.rules import Rules

SEED = 20261122
_BATCH_TOKENS = 2_400
"""Padded tokens of a training batch: short comments make larger batches, so that a step costs about the same."""
_LARGEST_BATCH = 96
_CHECKPOINT_SECONDS = 240
_UNKNOWN = -1.0

# Lines of each set that one epoch draws (all when fewer), and how much its abuse labels are believed: sets that call
# every swear word or every disagreement toxic pull against the rule that swearing at nobody is no abuse.
_DRAW: dict[str, tuple[int, float]] = {
    "davidson_en": (5_000, 0.3),
    "measuring_hate_speech_en": (8_000, 0.7),
    "edos_en": (3_000, 0.7),
    "toxic_spans_en": (3_000, 0.35),
    "context_toxicity_en": (4_000, 0.5),
    "hatemojibuild_en": (4_300, 1.0),
    "mlma_en": (1_000, 0.25),
    "mlma_fr": (1_500, 0.3),
    "ftr_fr": (2_300, 0.8),
    "toxifrench_agreement_fr": (500, 1.0),
    "jigsaw_subset_en": (740, 1.0),
    "jigsaw_subset_fr": (740, 1.0),
    "bias_madlibs_en_12k_en": (1_500, 0.7),
    "goemotions_train_en": (6_000, 1.0),
    "youtube_spam_en": (1_300, 1.0),
}
_DRAW_ELSE = (3_000, 1.0)
_OWN_WEIGHT = 1.5
_HEAD_WEIGHTS = {"toxicity": 1.5, "hate": 1.0, "threat": 1.0, "insult": 1.0, "obscene": 0.7, "spam": 0.7}
_HEAD_WEIGHT_ELSE = 0.4


def labels_of(row: pool.Row) -> list[float]:
    """Return one target for each output; -1 where unknown."""
    values = [float(row.heads.get(head, _UNKNOWN)) for head in pool.HEADS]
    sentiment, target = sentiment_of(row), target_of(row)
    values += [_UNKNOWN if sentiment is None else float(sentiment == name) for name in SENTIMENTS]
    values += [_UNKNOWN if target is None else float(target == name) for name in TARGETS]
    return values


def epoch_of(rows: list[pool.Row], number: int, own_times: int, share: float) -> list[int]:
    """Return the row numbers of an epoch: our own training text `own_times`, and `share` of each other set's draw."""
    chance = random.Random(SEED * 1000 + number)
    by_set: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        if row.split == "train":
            by_set.setdefault("own" if row.own else row.source, []).append(index)
    chosen: list[int] = []
    for name, members in sorted(by_set.items()):
        if name == "own":
            chosen += members * own_times
            continue
        size = round(_DRAW.get(name, _DRAW_ELSE)[0] * share)
        if len(members) <= size:
            chosen += members
            continue
        # As many abusive as harmless lines, where the set has both.
        abusive = [i for i in members if rows[i].heads.get("toxicity", rows[i].heads.get("hate")) == 1]
        harmless = sorted(set(members) - set(abusive))
        half = min(len(abusive), max(size // 2, size - len(harmless)))
        chosen += chance.sample(abusive, half) + chance.sample(harmless, min(len(harmless), size - half))
    chance.shuffle(chosen)
    return chosen


def batches_of(chosen: list[int], lengths: list[int], chance: random.Random) -> list[list[int]]:
    """Return batches of texts of similar length, in random order."""
    batches: list[list[int]] = []
    for at in range(0, len(chosen), 4_096):
        part = sorted(chosen[at : at + 4_096], key=lambda i: (lengths[i], i))
        batch: list[int] = []
        for index in part:
            if batch and ((len(batch) + 1) * lengths[index] > _BATCH_TOKENS or len(batch) >= _LARGEST_BATCH):
                batches.append(batch)
                batch = []
            batch.append(index)
        if batch:
            batches.append(batch)
    chance.shuffle(batches)
    return batches


def loss_of(
    raw: torch.Tensor, wanted: torch.Tensor, weight: torch.Tensor, believed: torch.Tensor
) -> torch.Tensor:
    """Return the mean loss over known labels; `believed` scales the abuse heads of each row."""
    yes_no = len(pool.HEADS)
    known = (wanted[:, :yes_no] >= 0).float()
    each = functional.binary_cross_entropy_with_logits(
        raw[:, :yes_no], wanted[:, :yes_no].clamp(min=0), reduction="none"
    )
    scale = known * weight
    scale[:, :5] = scale[:, :5] * believed[:, None]
    loss = (each * scale).sum() / scale.sum().clamp(min=1)
    for first, size in ((yes_no, len(SENTIMENTS)), (yes_no + len(SENTIMENTS), len(TARGETS))):
        here = wanted[:, first] >= 0
        if here.any():
            loss = loss + 0.25 * functional.cross_entropy(
                raw[here, first : first + size], wanted[here, first : first + size].argmax(1)
            )
    return loss


def _save(path: Path, content: object) -> None:
    """Write whole or not at all: a run may be killed at any moment."""
    draft = path.with_suffix(".part")
    torch.save(content, draft)
    os.replace(draft, path)


def main() -> None:
    """Train, or go on with a run that was interrupted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--own", type=Path, default=Path(__file__).parent / "data")
    parser.add_argument("--lexicons", type=Path, default=Path(__file__).parents[2] / "resources" / "lexicons")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, help="weights of an earlier run to start from, instead of the base"
    )
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--own-times", type=int, default=3, help="how often an epoch holds our own text")
    parser.add_argument(
        "--share", type=float, default=1.0, help="part of an epoch's other sets (for quick rounds)"
    )
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)

    rows = pool.read(options.data, options.own, Rules(options.lexicons).masked)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST_TOKENS)
    labels = np.array([labels_of(row) for row in rows], np.float32)
    belief = np.array(
        [_OWN_WEIGHT if row.own else _DRAW.get(row.source, _DRAW_ELSE)[1] for row in rows], np.float32
    )
    weight = torch.tensor([_HEAD_WEIGHTS.get(head, _HEAD_WEIGHT_ELSE) for head in pool.HEADS])
    lengths = [min(LONGEST_TOKENS, 4 + len(row.plain) // 3) for row in rows]

    model: Encoder = from_base(torch.load(options.base / "base.pt"), options.layers)
    if options.start:
        model.load_state_dict(torch.load(options.start)["model"])
    embedding = [model.words.weight, model.positions.weight]
    rest = [p for p in model.parameters() if all(p is not e for e in embedding)]
    optimiser = torch.optim.AdamW(
        [{"params": rest, "lr": options.rate}, {"params": embedding, "lr": options.rate / 2}],
        weight_decay=0.01,
        fused=True,
    )
    plan = [
        (epoch, batch)
        for epoch in range(options.epochs)
        for batch in batches_of(
            epoch_of(rows, epoch, options.own_times, options.share), lengths, random.Random(SEED * 7 + epoch)
        )
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "checkpoint.pt"
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        if saved["steps"] != len(plan):
            raise SystemExit(f"{checkpoint} belongs to other data or options; remove it to begin anew")
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["step"]
        print(f"going on at step {first} of {len(plan)}", flush=True)
    model.train()
    begun = saved_at = time.monotonic()
    mean, seen = 0.0, 0
    warm = max(1, len(plan) // 20)
    for step in range(first, len(plan)):
        epoch, batch = plan[step]
        chance = random.Random(SEED + step)
        torch.manual_seed(SEED + step)
        texts = [
            swapped(rows[i].plain, rows[i].language, chance) if rows[i].own else rows[i].plain for i in batch
        ]
        encoded = [tokenizer.encode(mistyped(text, chance)).ids for text in texts]
        longest = max(map(len, encoded))
        ids = torch.ones(len(batch), longest, dtype=torch.long)
        mask = torch.zeros(len(batch), longest, dtype=torch.long)
        for number, tokens in enumerate(encoded):
            ids[number, : len(tokens)] = torch.tensor(tokens)
            mask[number, : len(tokens)] = 1
        rate = (
            options.rate
            * min(1, (step + 1) / warm)
            * (0.02 + 0.49 * (1 + math.cos(math.pi * step / len(plan))))
        )
        optimiser.param_groups[0]["lr"], optimiser.param_groups[1]["lr"] = rate, rate / 2
        with torch.autocast("cpu", dtype=torch.bfloat16):
            raw = model(ids, mask)
        loss = loss_of(raw.float(), torch.from_numpy(labels[batch]), weight, torch.from_numpy(belief[batch]))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen += len(batch)
        mean = loss.item() if step == first else 0.98 * mean + 0.02 * loss.item()
        now = time.monotonic()
        if step % 100 == 0:
            print(
                f"epoch {epoch + 1} step {step} of {len(plan)}, loss {mean:.4f}, {seen / (now - begun):.0f} texts/s, "
                f"{now - begun:.0f} s",
                flush=True,
            )
        if now - saved_at > _CHECKPOINT_SECONDS:
            saved_at = now
            _save(
                checkpoint,
                {
                    "step": step + 1,
                    "steps": len(plan),
                    "model": model.state_dict(),
                    "optimiser": optimiser.state_dict(),
                },
            )
    _save(
        options.out / "weights.pt",
        {"model": model.state_dict(), "layers": options.layers, "outputs": list(OUTPUTS), "seed": SEED},
    )
    checkpoint.unlink(missing_ok=True)
    (options.out / "run.json").write_text(
        json.dumps(
            {
                key: str(value) if isinstance(value, Path) else value
                for key, value in vars(options).items()
                if key != "data"
            }
            | {"steps": len(plan), "seconds": round(time.monotonic() - begun), "seed": SEED}
        )
    )
    print("done", flush=True)


if __name__ == "__main__":
    main()
