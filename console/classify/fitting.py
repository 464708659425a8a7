"""Learning a calibration layer from decided comments, and whether it helps: cross-validated, pure arithmetic.

Every head gets a logistic correction drawn towards "change nothing" by an L2 penalty, then its threshold is moved to
where macro-F1 of flagged is best. Three kinds are tried, the simplest that is not clearly worse is taken:
thresholds only, the logistic correction, and that with small weights on the other labels. Everything is
deterministic: folds follow the text of the comments, so that copies of one text are never on both sides.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.classify.figures import FlagFigures, flag_figures, macro_f1
from console.classify.layer import Correction, Layer, Look, apply, correct, flags, look_at
from console.domain.vocabulary import LABELS, Category

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.verdict import Verdict

NEEDED: Final = 200
"""Decided comments without which no layer is made."""
MOST: Final = 2000
"""The newest so many are learned from: older ones were decided under older habits, and more take minutes to cross-validate."""
FOLDS: Final = 5
_LANGUAGE_NEEDS: Final = 60  # decided comments of a language, else it is left alone
_EACH: Final = 8  # of each side that a head needs before its score is corrected
_PULL: Final = (4.0, 1.0, 25.0)  # L2 penalties: on slope - 1, on the offset, on each weight
_STEEPEST: Final = (0.25, 4.0)  # a slope outside would turn scores into yes or no, or into nothing
_SHIFTS: Final = tuple(step / 4 for step in range(-10, 11))
_STEPS: Final = (0.25, -0.25, 0.5, -0.5, 1.0, -1.0)
_GAIN: Final = 0.002  # a threshold moves only for at least so much macro-F1 in the fitted part
_SIMPLER: Final = 0.005  # a richer kind must be better by so much
_KINDS: Final = ("thresholds", "logistic", "linear")
_LEAST_GAIN: Final = 0.01
_SURE: Final = 0.95  # share of resamples of the cross-validated answers in which the layer must be better
_RESAMPLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Sample:
    """One decided comment: the engine's own verdict, and what people decided. ``group`` is equal for equal texts."""

    verdict: Verdict
    abusive: bool  # abuse or spam
    category: str  # "" where people only said that it is no abuse
    group: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """What came of it. ``layer`` is fitted on all samples; the figures are cross-validated.

    ``why`` is "" when the layer improves, else no_gain, unsure (the gain may be chance), criticism (more of what
    people called criticism would be flagged) or one_sided (nearly all decisions say the same).
    """

    layer: Layer
    kind: str
    before: FlagFigures
    after: FlagFigures
    newly_right: int
    newly_wrong: int
    why: str


@dataclass(frozen=True, slots=True)
class _Row:
    look: Look
    sample: Sample


def fit(samples: Sequence[Sample], engine: str, engine_version: str) -> Fitted:
    """Choose, cross-validate and fit a layer. ``samples`` are verdicts of this engine in this version."""
    rows = [_Row(look_at(one.verdict), one) for one in samples]
    chosen, best = _KINDS[0], -1.0
    for kind in _KINDS:
        found = _validated(rows, engine, engine_version, kind, seed=1)
        score = _macro([(after, row.sample.abusive) for row, after in found])
        if score > best + (_SIMPLER if best >= 0 else 0.0):
            chosen, best = kind, score
    # Chosen on one division into folds, reported on another: the choice itself must not flatter the figures.
    answers = _validated(rows, engine, engine_version, chosen, seed=2)
    critical = str(Category.CRITICISM)
    before = flag_figures(
        (row.sample.verdict.flagged, row.sample.abusive, row.sample.category == critical)
        for row, _ in answers
    )
    after = flag_figures(
        (flagged, row.sample.abusive, row.sample.category == critical) for row, flagged in answers
    )
    changed = [(row, flagged) for row, flagged in answers if flagged != row.sample.verdict.flagged]
    right = sum(flagged == row.sample.abusive for row, flagged in changed)
    layer = _layer(rows, engine, engine_version, chosen)
    return Fitted(layer, chosen, before, after, right, len(changed) - right, _why(answers, before, after))


def _why(answers: Sequence[tuple[_Row, bool]], before: FlagFigures, after: FlagFigures) -> str:
    abusive = sum(row.sample.abusive for row, _ in answers)
    if min(abusive, len(answers) - abusive) < _EACH:
        return "one_sided"
    if before.macro_f1 is None or after.macro_f1 is None or after.macro_f1 - before.macro_f1 < _LEAST_GAIN:
        return "no_gain"
    if after.criticism_flagged.hits > before.criticism_flagged.hits:
        return "criticism"
    cells: dict[tuple[bool, bool, bool], int] = {}
    for row, flagged in answers:
        key = (row.sample.verdict.flagged, flagged, row.sample.abusive)
        cells[key] = cells.get(key, 0) + 1
    keys, weights = list(cells), list(cells.values())
    chance = random.Random(3)
    better = 0
    for _ in range(_RESAMPLES):
        drawn = chance.choices(keys, weights, k=len(answers))
        better += _macro([(after, truth) for _, after, truth in drawn]) > _macro(
            [(was, truth) for was, _, truth in drawn]
        )
    return "" if better >= _SURE * _RESAMPLES else "unsure"


def _macro(answers: Sequence[tuple[bool, bool]]) -> float:
    hit = sum(flagged and truth for flagged, truth in answers)
    flagged_in_all = sum(flagged for flagged, _ in answers)
    abusive = sum(truth for _, truth in answers)
    clean = len(answers) - flagged_in_all - abusive + hit
    return macro_f1(hit, flagged_in_all - hit, abusive - hit, clean)


def _validated(
    rows: Sequence[_Row], engine: str, version: str, kind: str, *, seed: int
) -> list[tuple[_Row, bool]]:
    """Every row once, with what a layer that was fitted without its fold says: flagged or not."""
    groups = sorted({row.sample.group for row in rows})
    random.Random(seed).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    found = []
    for number in range(FOLDS):
        layer = _layer([row for row in rows if fold[row.sample.group] != number], engine, version, kind)
        found += [
            (row, apply(layer, row.sample.verdict).flagged)
            for row in rows
            if fold[row.sample.group] == number
        ]
    return found


def _layer(rows: Sequence[_Row], engine: str, version: str, kind: str) -> Layer:
    languages: dict[str, Mapping[str, Correction]] = {}
    for language in sorted({row.sample.verdict.language for row in rows}):
        own = [
            row
            for row in rows
            if row.sample.verdict.language == language and not row.sample.verdict.outside_training
        ]
        if len(own) < _LANGUAGE_NEEDS:
            continue
        heads = {} if kind == "thresholds" else _corrections(own, linear=kind == "linear")
        heads = _shifted(own, heads)
        if heads:
            languages[language] = heads
    return Layer(engine, version, languages)


# ---------------------------------------------------------------------- scores


def _truth(sample: Sample, head: str) -> bool | None:
    """Whether the head should have fired; None where the decision does not tell (one category of several)."""
    if head == "toxicity":
        return sample.abusive and sample.category != Category.SPAM
    if not sample.abusive or sample.category == head:
        return sample.abusive
    if head == Category.SPAM:
        return False
    return False if sample.category == Category.SPAM else None


def _corrections(rows: Sequence[_Row], *, linear: bool) -> dict[str, Correction]:
    found: dict[str, Correction] = {}
    for head, name in enumerate(LABELS):
        told = [
            (row.look, truth)
            for row in rows
            if row.look.logits[head] is not None and (truth := _truth(row.sample, name)) is not None
        ]
        positive = sum(truth for _, truth in told)
        if min(positive, len(told) - positive) < _EACH:
            continue
        others = [one for one in range(len(LABELS)) if one != head and told[0][0].logits[one] is not None]
        columns = [head, *(others if linear else [])]
        values = _logistic(
            [[look.logits[one] or 0.0 for one in columns] + [1.0] for look, _ in told],
            [float(truth) for _, truth in told],
            [1.0] + [0.0] * len(columns),
            [_PULL[0]] + [_PULL[2]] * (len(columns) - 1) + [_PULL[1]],
        )
        low, high = _STEEPEST
        found[name] = Correction(
            slope=round(min(max(values[0], low), high), 4),
            offset=round(values[-1], 4),
            weights={
                LABELS[one]: round(value, 4)
                for one, value in zip(columns[1:], values[1:-1], strict=True)
                if abs(value) >= 0.005
            },
        )
    return found


def _logistic(
    features: Sequence[Sequence[float]], truth: Sequence[float], prior: Sequence[float], pull: Sequence[float]
) -> list[float]:
    """Logistic regression with an L2 pull towards ``prior``, by Newton steps; the loss is convex, so they meet."""
    size = len(prior)
    values = list(prior)
    for _ in range(25):
        gradient = [pull[one] * (values[one] - prior[one]) for one in range(size)]
        hessian = [[pull[one] if one == two else 0.0 for two in range(size)] for one in range(size)]
        for row, wanted in zip(features, truth, strict=True):
            score = sum(value * x for value, x in zip(values, row, strict=True))
            likely = 1 / (1 + math.exp(-min(max(score, -30.0), 30.0)))
            weight = likely * (1 - likely)
            for one in range(size):
                gradient[one] += (likely - wanted) * row[one]
                line, held = hessian[one], weight * row[one]
                for two in range(one + 1):
                    line[two] += held * row[two]
        step = _solved(hessian, gradient)
        longest = max(abs(one) for one in step)
        scale = min(1.0, 2.0 / longest) if longest else 1.0
        values = [value - scale * one for value, one in zip(values, step, strict=True)]
        if longest < 1e-6:
            break
    return values


def _solved(lower: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve a symmetric positive definite system (only the lower half is read) by Cholesky's method."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for one in range(size):
        for two in range(one + 1):
            rest = lower[one][two] - sum(root[one][k] * root[two][k] for k in range(two))
            root[one][two] = math.sqrt(max(rest, 1e-12)) if one == two else rest / root[two][two]
    forward: list[float] = []
    for one in range(size):
        forward.append((right[one] - sum(root[one][k] * forward[k] for k in range(one))) / root[one][one])
    answer = [0.0] * size
    for one in reversed(range(size)):
        rest = forward[one] - sum(root[k][one] * answer[k] for k in range(one + 1, size))
        answer[one] = rest / root[one][one]
    return answer


# ---------------------------------------------------------------------- thresholds


def _shifted(rows: Sequence[_Row], heads: Mapping[str, Correction]) -> dict[str, Correction]:
    """Move the thresholds to the best macro-F1 of flagged: all heads together first, then one after the other."""
    margins = []
    for row in rows:
        line = []
        for head, name in enumerate(LABELS):
            value, cut = correct(row.look, head, heads.get(name, Correction())), row.look.cuts[head]
            line.append(None if value is None or cut is None else value - cut)
        margins.append(line)
    shifts = [0.0] * len(LABELS)

    def score(tried: Sequence[float]) -> float:
        answers = []
        for row, line in zip(rows, margins, strict=True):
            left = [-math.inf if one is None else one - shift for one, shift in zip(line, tried, strict=True)]
            above = [one >= 0 for one in left]
            answers.append((bool(flags(row.look, above, left)), row.sample.abusive))
        return _macro(answers)

    movable = [head for head in range(len(LABELS)) if _evidence(rows, margins, head) >= _EACH]
    best = score(shifts)
    # The nearest shift first: of two that do equally well, the smaller one is taken.
    for shift in sorted(_SHIFTS, key=abs):
        tried = [shift if head in movable else 0.0 for head in range(len(LABELS))]
        if (found := score(tried)) > best + _GAIN:
            shifts, best = tried, found
    for head in movable:
        start = shifts[head]
        for step in _STEPS:
            tried = [*shifts[:head], start + step, *shifts[head + 1 :]]
            if abs(tried[head]) <= max(_SHIFTS) and (found := score(tried)) > best + _GAIN:
                shifts, best = tried, found
    found_heads = dict(heads)
    for head, name in enumerate(LABELS):
        if shifts[head]:
            one = heads.get(name, Correction())
            found_heads[name] = Correction(one.slope, one.offset, shifts[head], one.weights)
    return found_heads


def _evidence(rows: Sequence[_Row], margins: Sequence[Sequence[float | None]], head: int) -> int:
    """How many decisions say anything about a head: it fired, or a person named its category.

    A head that nobody's decisions touched keeps its threshold: a team that never met a threat must not lose threats.
    """
    if any(line[head] is None for line in margins):
        return 0
    return sum(row.look.above[head] or row.sample.category == LABELS[head] for row in rows)
