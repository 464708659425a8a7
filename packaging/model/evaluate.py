"""Score the finished engine: every row of the score table, on held-out parts and on check sets never trained on.

Usage: python packaging/model/evaluate.py --data FOLDER ... [--model resources/models] [--check FOLDER] [--json FILE]
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pool
from calibrate import mix_weights, reliability
from pool import HEADS, Row
from sklearn.metrics import f1_score, roc_auc_score

from console.classify.embedded import EmbeddedEngine
from console.domain.verdict import ClassifyItem, Verdict

_NAMES = {"criticism": "constructive_criticism"}
_MOST_PER_SET = 400
"""Lines of each public or clean set that are scored: enough for two digits, and the command stays under minutes."""
_EXAMPLES = 12
_QUOTING = ("counter_speech", "quoted", "negated")

# Words that name a group, by group: to score clean and hateful lines about each apart.
_GROUPS = {
    "women": r"femmes?|meufs?|women|woman|girls?",
    "Black people": r"noirs?|noires?|black",
    "Arab people": r"arabes?|maghr[ée]bine?s?|rebeus?|arabs?",
    "Muslims": r"musulmane?s?|voil[ée]es?|muslims?|hijab",
    "Jews": r"juifs?|juives?|feujs?|jews?|jewish",
    "Roma and Travellers": r"roms?|gitane?s?|roma|travell?ers?|gyps(?:y|ies)",
    "Asian people": r"asiatiques?|chinoise?s?|asians?|chinese|indians?",
    "immigrants, refugees": r"immigr[ée]e?s?|migrante?s?|r[ée]fugi[ée]e?s?|immigrants?|migrants?|refugees?",
    "gay, lesbian, bi": r"gays?|homos?(?:exuel(?:le)?s?)?|lesbiennes?|bi(?:sexuel(?:le)?s?)?|lesbians?|queer",
    "trans people": r"trans",
    "disabled people": r"handicap[ée]e?s?|autistes?|fauteuil|disabled|autistic|wheelchair|deaf|sourde?s?",
    "Christians": r"catholiques?|chr[ée]tien(?:ne)?s?|christians?|catholics?",
    "old people": r"vieux|vieilles?|personnes [âa]g[ée]es|elderly|old people|pensioners?",
}
_GROUP_PATTERNS = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _GROUPS.items()
}


def _figures(
    labels: Sequence[int], scores: Sequence[float], flags: Sequence[bool] | None = None
) -> dict[str, Any]:
    truth = np.array(labels)
    result: dict[str, Any] = {"lines": len(truth), "positive": int(truth.sum())}
    said = np.array(flags) if flags is not None else np.array(scores) >= 0.5
    if 0 < truth.sum() < len(truth):
        result["auc"] = round(float(roc_auc_score(truth, scores)), 3)
        result["macro_f1"] = round(float(f1_score(truth, said, average="macro", zero_division=0)), 3)
    else:
        result["right"] = round(float((said == truth).mean()), 3)
    return result


def _classify(engine: EmbeddedEngine, texts: Sequence[str], languages: Sequence[str]) -> list[Verdict]:
    return engine.classify(
        [
            ClassifyItem(str(number), text, language)
            for number, (text, language) in enumerate(zip(texts, languages, strict=True))
        ]
    )


def _share(test: Sequence[Row], verdicts: Sequence[Verdict], wanted: Callable[[Row], bool]) -> str | None:
    """Return the share flagged of the rows that are wanted, with their number."""
    chosen = [verdict.flagged for row, verdict in zip(test, verdicts, strict=True) if wanted(row)]
    return f"{statistics.mean(chosen):.2f} ({len(chosen)})" if chosen else None


def _brand(test: Sequence[Row], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return what matters on a brand's page, of our own lines: whether abuse is found and the rest left alone."""
    truth = [int(bool(row.heads.get("toxicity") or row.heads.get("spam"))) for row in test]
    found = _figures(
        truth,
        [max(v.labels["toxicity"], v.labels["spam"]) for v in verdicts],
        [v.flagged for v in verdicts],
    )

    def clean(row: Row) -> bool:
        return row.heads.get("toxicity") == 0 and row.heads.get("spam", 0) == 0

    rows: dict[str, Callable[[Row], bool]] = {
        "criticism flagged": lambda r: clean(r) and (r.heads.get("criticism") == 1 or r.kind == "criticism"),
        "praise flagged": lambda r: clean(r) and r.kind == "praise",
        "identity flagged": lambda r: clean(r) and r.kind == "identity",
        "quoted, negated, counter-speech flagged": lambda r: clean(r) and r.kind in _QUOTING,
        "swearing at nobody flagged": lambda r: clean(r) and r.kind == "swearing",
        "look-alikes of abuse flagged": lambda r: clean(r) and r.kind == "hard_pair",
        "insults found": lambda r: r.heads.get("insult") == 1,
        "threats found": lambda r: r.heads.get("threat") == 1,
        "hate found": lambda r: r.heads.get("hate") == 1,
        "obfuscated abuse found": lambda r: r.kind == "obfuscated" and r.heads.get("toxicity") == 1,
        "spam found": lambda r: r.heads.get("spam") == 1,
    }
    return found | {name: _share(test, verdicts, wanted) for name, wanted in rows.items()}


def _choice(test: Sequence[Row], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return how often the target is right, of the lines for which it is written down and the engine names one."""
    pairs = [
        (row.target, verdict.target)
        for row, verdict in zip(test, verdicts, strict=True)
        if row.target is not None and verdict.target is not None
    ]
    told = sum(1 for row in test if row.target is not None)
    return (
        {"lines": told, "named": len(pairs), "right": round(statistics.mean(a == b for a, b in pairs), 3)}
        if pairs
        else {}
    )


def held_out(engine: EmbeddedEngine, rows: Sequence[Row]) -> dict[str, Any]:
    """Return figures of the test part: by head, set, kind, round of writing and group; reliability; errors."""
    test = pool.sample([row for row in rows if row.split == "test"], _MOST_PER_SET)
    verdicts = _classify(engine, [row.text for row in test], [row.language for row in test])
    heads: dict[str, Any] = {}
    bins: dict[str, Any] = {}
    for head in HEADS:
        for language in ("fr", "en"):
            chosen = [i for i, row in enumerate(test) if row.language == language and head in row.heads]
            labels = [test[i].heads[head] for i in chosen]
            scores = [verdicts[i].labels[_NAMES.get(head, head)] for i in chosen]
            threshold = engine.manifest.calibration[language][head].threshold
            heads[f"{head} {language}"] = _figures(labels, scores, [score >= threshold for score in scores])
            if head in {"toxicity", "threat", "insult", "hate", "spam"}:
                bins[f"{head} {language}"] = reliability(
                    np.array(scores), np.array(labels), mix_weights([test[i] for i in chosen])
                )
    sets: dict[str, Any] = {}
    by_set: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, list[int]] = defaultdict(list)
    parts: dict[str, list[int]] = defaultdict(list)
    groups: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(test):
        if "toxicity" in row.heads and not row.own:
            by_set[row.source].append(index)
        if row.kind:
            abusive = "abusive" if row.heads.get("toxicity") == 1 else "harmless"
            kinds[("own " if row.own else "clean ") + f"{row.kind} {row.language}, {abusive}"].append(index)
        if row.own:
            stem = row.source.rpartition("_")[0]
            part = stem if stem.startswith(("round", "unseen")) else "round1"
            parts[f"{part} {row.language}"].append(index)
            for name, pattern in _GROUP_PATTERNS.items():
                if pattern.search(row.text):
                    side = "hateful" if row.heads.get("hate") == 1 else "harmless"
                    if side == "hateful" or row.heads.get("toxicity") == 0:
                        groups[f"{name}, {side}"].append(index)
    for name, chosen in sorted(by_set.items()):
        sets[name] = _figures(
            [test[i].heads["toxicity"] for i in chosen],
            [verdicts[i].labels["toxicity"] for i in chosen],
            [verdicts[i].flagged for i in chosen],
        )

    def flagged(chosen: list[int]) -> dict[str, Any]:
        return {
            "lines": len(chosen),
            "flagged": round(statistics.mean(verdicts[i].flagged for i in chosen), 3),
        }

    wrong: dict[str, list[str]] = {}
    for language in ("fr", "en"):
        lines = []
        for row, verdict in zip(test, verdicts, strict=True):
            truth = bool(row.heads.get("toxicity") or row.heads.get("spam"))
            if (
                row.own
                and row.source.startswith("unseen")
                and row.language == language
                and verdict.flagged != truth
            ):
                lines.append(
                    (
                        abs(verdict.labels["toxicity"] - truth),
                        f"{'missed' if truth else 'false alarm'}: {row.text}",
                    )
                )
        wrong[language] = [line for _, line in sorted(lines, reverse=True)[:_EXAMPLES]]
    return {
        "heads": heads,
        "sets": sets,
        "kinds": {name: flagged(chosen) for name, chosen in sorted(kinds.items())},
        "brand": {
            name: _brand([test[i] for i in chosen], [verdicts[i] for i in chosen])
            | {"target": _choice([test[i] for i in chosen], [verdicts[i] for i in chosen])}
            for name, chosen in sorted(parts.items())
        },
        "groups": {name: flagged(chosen) for name, chosen in sorted(groups.items())},
        "reliability": bins,
        "wrong": wrong,
    }


def check(engine: EmbeddedEngine, folder: Path) -> dict[str, Any]:
    """Return figures of the check sets in `folder`, which training and calibration never read."""
    result: dict[str, Any] = {}
    path = folder / "hatecheck_en.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.DictReader(stream))
        verdicts = _classify(engine, [line["test_case"] for line in lines], ["en"] * len(lines))
        labels = [int(line["label_gold"] == "hateful") for line in lines]
        figures = _figures(
            labels,
            [max(v.labels["hate"], v.labels["toxicity"]) for v in verdicts],
            [v.flagged for v in verdicts],
        )
        figures["hate"] = _figures(labels, [v.labels["hate"] for v in verdicts])
        figures["toxicity"] = _figures(labels, [v.labels["toxicity"] for v in verdicts])
        for column in ("functionality", "target_ident"):
            groups: dict[str, list[bool]] = defaultdict(list)
            for line, label, verdict in zip(lines, labels, verdicts, strict=True):
                if column == "functionality":
                    groups[line[column]].append(verdict.flagged == bool(label))
                elif line[column]:
                    side = "hateful" if label else "not hateful"
                    groups[f"{line[column]}, {side}"].append(verdict.flagged == bool(label))
            figures[column] = {name: round(statistics.mean(hits), 3) for name, hits in sorted(groups.items())}
        result["HateCheck en"] = figures
    path = folder / "surge_toxicity_en.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.DictReader(stream))
        verdicts = _classify(engine, [line["text"] for line in lines], ["en"] * len(lines))
        result["surge en"] = _figures(
            [int(line["is_toxic"] == "Toxic") for line in lines],
            [v.labels["toxicity"] for v in verdicts],
            [v.flagged for v in verdicts],
        )
    return result


def language_figures(engine: EmbeddedEngine, rows: Sequence[Row]) -> dict[str, Any]:
    """Return the share of test lines whose language is found without help, by number of words."""
    test = [row for row in rows if row.split == "test" and not row.source.startswith(("mlma", "bias"))]
    test = random.Random(6).sample(test, min(4_000, len(test)))
    verdicts = engine.classify([ClassifyItem(str(i), row.text) for i, row in enumerate(test)])
    groups: dict[str, list[bool]] = defaultdict(list)
    for row, verdict in zip(test, verdicts, strict=True):
        words = len(row.folded.split())
        size = "1-3 words" if words < 4 else "4-7 words" if words < 8 else "8 words and more"
        groups[f"{row.language}, {size}"].append(verdict.language == row.language)
    return {
        name: {"lines": len(hits), "found": round(statistics.mean(hits), 3)}
        for name, hits in sorted(groups.items())
    }


def speed(
    engine: EmbeddedEngine, rows: Sequence[Row], length: int = 150, count: int = 1_500
) -> dict[str, Any]:
    """Return comments per CPU second of this process, on comments of `length` characters.

    They are made of customer voice and our own text, joined and cut: a page with far more abuse than most.
    """
    pieces = [row.text for row in rows if row.split == "test" and row.kind]
    comments: list[str] = []
    text = ""
    for piece in pieces:
        text = f"{text} {piece}".strip()
        if len(text) >= length:
            comments.append(text[:length])
            text = ""
        if len(comments) == count:
            break
    items = [ClassifyItem(str(number), comment, None, "fr") for number, comment in enumerate(comments)]
    engine.classify(items[:64])
    begun = time.process_time()
    engine.classify(items)
    spent = time.process_time() - begun
    return {"comments": len(items), "characters": length, "per_cpu_second": round(len(items) / spent)}


def everything(engine: EmbeddedEngine, rows: Sequence[Row], checks: Path | None) -> dict[str, Any]:
    """Return all figures that the card holds."""
    return {
        "held_out": held_out(engine, rows),
        "check": check(engine, checks) if checks else {},
        "language": language_figures(engine, rows),
        "speed": speed(engine, rows),
    }


def main() -> None:
    """Print the figures of a built engine."""
    repository = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, action="append", default=[], help="folders of JSONL; may be left out"
    )
    parser.add_argument("--own", type=Path, default=Path(__file__).parent / "data")
    parser.add_argument("--model", type=Path, default=repository / "resources" / "models")
    parser.add_argument("--lexicons", type=Path, default=repository / "resources" / "lexicons")
    parser.add_argument("--check", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    options = parser.parse_args()
    engine = EmbeddedEngine.load(options.model, options.lexicons)
    rows = pool.read(options.data, options.own, engine.rules.masked)
    figures = everything(engine, rows, options.check)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(figures, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
