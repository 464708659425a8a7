"""The training pipeline's pure parts: splits, what labels imply, perturbations, calibration, the sample of a set."""

from __future__ import annotations

import importlib
import json
import random
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from console import paths
from console.classify.folding import accented, fold
from console.classify.rules import Rules

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "model"))  # its scripts are no package: they never ship
calibrate, heads, perturb, pool = map(importlib.import_module, ("calibrate", "heads", "perturb", "pool"))


def written(folder: Path, name: str, lines: list[dict[str, Any]]) -> None:
    (folder / f"{name}.jsonl").write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8"
    )


def read(tmp_path: Path, lines: list[dict[str, Any]], own: bool = True) -> list[Any]:
    for name in ("own", "public"):
        (tmp_path / name).mkdir()
    written(tmp_path / ("own" if own else "public"), "set_fr", lines)
    return pool.read([tmp_path / "public"], tmp_path / "own", Rules(paths.resources() / "lexicons").masked)


def test_lines_of_a_pair_are_never_split_and_unseen_lines_never_trained_on(tmp_path: Path) -> None:
    lines = [
        {
            "text": f"phrase {n} variante {v} du couple",
            "language": "fr",
            "kind": "chatter",
            "toxic": 0,
            "pair": f"p{n}",
        }
        for n in range(60)
        for v in "abc"
    ]
    lines += [
        {
            "text": f"jamais vue {n}",
            "language": "fr",
            "kind": "chatter",
            "toxic": 0,
            "pair": f"u{n}",
            "split": "test",
        }
        for n in range(20)
    ]
    rows = read(tmp_path, lines)
    parts: dict[str, set[str]] = {}
    for row in rows:
        parts.setdefault(" ".join(row.text.split()[:2]), set()).add(row.split)
    assert all(len(found) == 1 for name, found in parts.items() if name.startswith("phrase"))
    assert {part for found in parts.values() for part in found} == {"train", "calibration", "test"}
    assert parts["jamais vue"] == {"test"}


def test_what_is_not_labelled_is_unknown_and_harmless_means_no_abuse_of_any_kind(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        [
            {
                "text": "sale rat",
                "language": "fr",
                "kind": "insult",
                "toxic": 1,
                "insult": 1,
                "target": "person",
            },
            {"text": "il pleut", "language": "fr", "kind": "chatter", "toxic": 0},
            {"text": "trop fort", "language": "fr", "kind": "praise", "toxic": 0},
        ],
    )
    insult, rain, praise = rows
    assert "hate" not in insult.heads
    assert rain.heads["threat"] == rain.heads["insult"] == 0
    assert (heads.target_of(insult), heads.sentiment_of(insult)) == ("person", "negative")
    assert heads.sentiment_of(praise) == "positive"
    assert heads.target_of(rain) == "nobody"


def test_the_network_reads_accents_that_folding_takes_away() -> None:
    text = "ÉlèveS doués, t'es un c0nnàrd"
    folded = fold(text)
    assert folded.text == "eleves doues, t'es un connard"
    assert accented(folded, text) == "élèves doués, t'es un connàrd"
    assert len(accented(folded, text)) == len(folded.text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("les musulmans du quartier organisent un repas", "fr"),
        ("no immigrants should be treated like that", "en"),
        ("ma voisine lesbienne est adorable", "fr"),
    ],
)
def test_another_group_takes_the_place_of_the_first_in_the_same_sentence(text: str, language: str) -> None:
    chance = random.Random(3)
    found = {perturb.swapped(text, language, chance) for _ in range(200)}
    assert text in found
    assert len(found) > 5
    first, last = text.split()[0], text.split()[-1]
    assert all(one.split()[0] == first and one.split()[-1] == last for one in found)


def test_a_sentence_that_leans_on_its_group_is_left_alone() -> None:
    chance = random.Random(3)
    for text in ("les juifs devant la synagogue", "women belong in the kitchen"):
        assert {perturb.swapped(text, "fr" if "les" in text else "en", chance) for _ in range(50)} == {text}


def test_typing_errors_keep_most_of_a_text() -> None:
    chance = random.Random(4)
    text = "votre service client est vraiment lamentable aujourd'hui"
    changed = [perturb.mistyped(text, chance) for _ in range(300)]
    assert sum(one != text for one in changed) > 30
    assert all(abs(len(one) - len(text)) <= 3 for one in changed)
    assert perturb.mistyped("", chance) == "."


def test_calibration_gives_no_feature_a_voice_against_its_own_label() -> None:
    generator = np.random.default_rng(1)
    labels = generator.integers(0, 2, 4_000)
    good = labels * 2.0 - 1 + generator.normal(0, 1.5, 4_000)
    backwards = -labels * 1.0 + generator.normal(0, 0.5, 4_000)
    weights, offset = calibrate.logistic(
        np.stack([good, backwards, np.zeros(4_000)], 1), labels, np.ones(4_000)
    )
    assert weights[0] > 0.4
    assert weights[1] == weights[2] == 0
    entry = {"neural": weights[0], "linear": weights[1], "rules": weights[2], "offset": offset}
    said = calibrate.probability(entry, np.stack([good, backwards, np.zeros(4_000)], 1))
    for low in np.arange(0.1, 0.9, 0.2):
        here = (said >= low) & (said < low + 0.2)
        assert abs(said[here].mean() - labels[here].mean()) < 0.06


def test_the_automatic_threshold_is_never_below_the_other_and_keeps_its_precision() -> None:
    generator = np.random.default_rng(2)
    labels = (generator.random(3_000) < 0.3).astype(np.int64)
    said = np.clip(0.35 * labels + generator.normal(0.35, 0.15, 3_000), 0, 1)
    flagged, auto = calibrate.thresholds(said, labels, np.ones(3_000))
    assert auto is not None
    assert auto >= flagged
    assert labels[said >= auto].mean() >= 0.90


def test_a_sample_keeps_all_of_our_own_text_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("own", "public"):
        (tmp_path / name).mkdir()
    written(
        tmp_path / "own", "a_fr", [{"text": f"à nous {n}", "language": "fr", "toxic": 0} for n in range(50)]
    )
    written(
        tmp_path / "public", "b_fr", [{"text": f"à eux {n}", "language": "fr", "toxic": 0} for n in range(50)]
    )
    masked = Rules(paths.resources() / "lexicons").masked
    rows = pool.read([tmp_path / "public"], tmp_path / "own", masked)
    chosen = pool.sample(rows, 10)
    assert sum(row.own for row in chosen) == 50
    assert sum(not row.own for row in chosen) == 10
    assert [row.text for row in chosen] == [row.text for row in pool.sample(rows, 10)]
