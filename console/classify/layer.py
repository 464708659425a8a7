"""A workspace's calibration layer: small corrections of an engine's verdict, learned from the team's own decisions.

A layer works on what the engine published (labels and thresholds), never on the text, so it is a few dozen numbers
and fits every engine. For each language and head: ``p' = sigmoid(slope * logit(p) + offset + weights * logits)``
and a threshold moved by ``shift`` logits. It may take flags away and set them, with three limits: constructive
criticism is never flagged by a layer and none of its scores rise; an automatic action that the engine would not have
allowed is never allowed; a text outside the engine's training, or in a language the layer did not learn, is left alone.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import ABUSE, LABELS, Category

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.verdict import Verdict

FLAGS: Final = ABUSE | {str(Category.SPAM)}
TOXICITY: Final = LABELS.index("toxicity")
SPAM: Final = LABELS.index("spam")
HEADS: Final = tuple(LABELS.index(name) for name in ("threat", "hate", "insult", "obscene"))
_INDEX: Final = {name: number for number, name in enumerate(LABELS)}
_EDGE: Final = 1e-4  # published scores have four decimals: a logit beyond theirs says nothing
_SEVERITY: Final = {"manifestly_illegal": 5, "threat": 4, "hate": 4, "insult": 3, "obscene": 2, "spam": 1}
_GRAVE: Final = (
    0.90  # a threat at or above this is estimated one step more severe, as the embedded engine does
)
# Where a layer takes the last category away: what the other labels say from here on, else neutral. Criticism is low
# on purpose: it is protected, and an engine that saw abuse publishes it damped.
_OTHERWISE: Final = (
    (str(Category.CRITICISM), 0.40),
    (str(Category.QUESTION), 0.60),
    (str(Category.PRAISE), 0.60),
)
_PROTECTED: Final = 0.50  # a criticism label from here on protects, even where no category says so
_SUFFIX: Final = re.compile(r"\+w\d+\Z")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is done to one head: slope (> 0), offset and shift in logits; weights on the other labels' logits."""

    slope: float = 1.0
    offset: float = 0.0
    shift: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        """Whether the score itself stays as it is."""
        return self.slope == 1.0 and self.offset == 0.0 and not self.weights


@dataclass(frozen=True, slots=True)
class Layer:
    """Corrections by language and head, for verdicts of one engine in one version."""

    engine: str
    engine_version: str
    languages: Mapping[str, Mapping[str, Correction]]
    number: int = 0  # the workspace's number of it (``+wN``); 0 while it has none

    def to_json(self) -> dict[str, Any]:
        """The layer as JSON values."""
        return {
            "languages": {
                language: {
                    head: {
                        "slope": one.slope,
                        "offset": one.offset,
                        "shift": one.shift,
                        **({"weights": dict(one.weights)} if one.weights else {}),
                    }
                    for head, one in heads.items()
                }
                for language, heads in self.languages.items()
            }
        }


def from_json(engine: str, engine_version: str, number: int, body: Mapping[str, Any]) -> Layer:
    """The layer that ``Layer.to_json`` wrote. Raises KeyError, TypeError or ValueError for another body."""
    return Layer(
        engine,
        engine_version,
        {
            str(language): {
                str(head): Correction(
                    float(one["slope"]),
                    float(one["offset"]),
                    float(one["shift"]),
                    {str(name): float(weight) for name, weight in one.get("weights", {}).items()},
                )
                for head, one in heads.items()
            }
            for language, heads in body["languages"].items()
        },
        number,
    )


def own_version(engine_version: str) -> str:
    """The engine's own version, without a layer's ``+wN``."""
    return _SUFFIX.sub("", engine_version)


def logit(score: float) -> float:
    """The logit of a published score, within the reach of its four decimals (about +-9.2)."""
    held = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(held / (1 - held))


def sigmoid(value: float) -> float:
    """The inverse of ``logit``."""
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


@dataclass(frozen=True, slots=True)
class Look:
    """A verdict as the layer sees it; lists run over LABELS, with None where the engine has no such head."""

    logits: tuple[float | None, ...]
    cuts: tuple[float | None, ...]  # thresholds as logits
    above: tuple[bool, ...]
    abuse: tuple[str, ...]  # the categories that make it flagged, spam apart
    spam: bool
    protected: bool


def look_at(verdict: Verdict) -> Look:
    """Take from a verdict what a layer works on."""
    known = [name in verdict.labels and name in verdict.thresholds for name in LABELS]
    return Look(
        tuple(
            logit(verdict.labels[name]) if held else None for name, held in zip(LABELS, known, strict=True)
        ),
        tuple(
            logit(verdict.thresholds[name]) if held else None
            for name, held in zip(LABELS, known, strict=True)
        ),
        tuple(
            held and verdict.labels[name] >= verdict.thresholds[name]
            for name, held in zip(LABELS, known, strict=True)
        ),
        tuple(name for name in verdict.categories if name in ABUSE),
        str(Category.SPAM) in verdict.categories,
        str(Category.CRITICISM) in verdict.categories
        or verdict.labels.get(str(Category.CRITICISM), 0.0) >= _PROTECTED,
    )


def correct(look: Look, head: int, correction: Correction) -> float | None:
    """The corrected logit of one head; never higher than the engine's for protected criticism."""
    own = look.logits[head]
    if own is None or correction.plain:
        return own
    value = correction.slope * own + correction.offset
    for name, weight in correction.weights.items():
        other = look.logits[_INDEX[name]]
        if other is not None:
            value += weight * other
    return min(value, own) if look.protected else value


def flags(look: Look, above: Sequence[bool], margins: Sequence[float]) -> tuple[str, ...]:
    """The abuse and spam categories once ``above`` says which heads reach their moved threshold.

    The engine's own rules are respected: what it suppressed although its score was high stays suppressed, and
    toxicity without another head is still the likeliest abuse. ``margins`` are logits over the threshold.
    """
    found = []
    for name in look.abuse:
        head = _INDEX.get(name)
        if head is None or look.logits[head] is None:
            found.append(name)  # not a head of this engine: a rule said so
        elif look.above[head]:
            if above[head]:
                found.append(name)
        elif not look.above[TOXICITY] or above[TOXICITY]:
            found.append(name)
    if not look.protected:
        fresh = [head for head in HEADS if above[head] and not look.above[head] and LABELS[head] not in found]
        found += [LABELS[head] for head in sorted(fresh, key=lambda one: -margins[one])]
    if not found and above[TOXICITY]:
        if look.abuse:
            found = [look.abuse[0]]
        elif not look.above[TOXICITY] and not look.protected:
            heads = [head for head in HEADS[1:] if look.logits[head] is not None]
            found = [LABELS[max(heads, key=lambda one: margins[one])]] if heads else [str(Category.INSULT)]
    if (look.spam and (above[SPAM] or not look.above[SPAM])) or (
        not look.spam and not look.protected and above[SPAM] and not look.above[SPAM]
    ):
        found.append(str(Category.SPAM))
    return tuple(found)


def apply(layer: Layer, verdict: Verdict) -> Verdict:
    """The verdict as the layer corrects it, or the very same object where the layer says nothing of it.

    Labels, thresholds, flagged, categories, severity, spans and auto_ok of the answer agree with each other;
    ``auto_ok`` is a subset of the engine's. Pure: the same verdict always gives the same answer.
    """
    heads = layer.languages.get(verdict.language)
    if (
        not heads
        or verdict.failed
        or verdict.outside_training
        or (verdict.engine, verdict.engine_version) != (layer.engine, layer.engine_version)
    ):
        return verdict
    look = look_at(verdict)
    labels, thresholds = dict(verdict.labels), dict(verdict.thresholds)
    above, margins = list(look.above), [0.0] * len(LABELS)
    for head, name in enumerate(LABELS):
        own, cut = look.logits[head], look.cuts[head]
        if own is None or cut is None:
            continue
        one = heads.get(name, Correction())
        value = correct(look, head, one)
        assert value is not None
        if not one.plain:
            labels[name] = round(sigmoid(value), 4)
            if look.protected:  # the rounding must not raise it either
                labels[name] = min(labels[name], verdict.labels[name])
        if one.shift:
            thresholds[name] = round(sigmoid(cut + one.shift), 4)
        above[head] = labels[name] >= thresholds[name]
        margins[head] = value - cut - one.shift
    found = flags(look, above, margins)
    categories = _categories(verdict, found, labels)
    removed = {name for head, name in enumerate(LABELS) if look.above[head] and not above[head]}
    removed |= set(verdict.categories) - set(categories)
    return replace(
        verdict,
        engine_version=f"{verdict.engine_version}+w{layer.number}",
        labels=labels,
        thresholds=thresholds,
        categories=categories,
        flagged=bool(found),
        severity=_severity(verdict, categories, labels),
        spans=tuple(one for one in verdict.spans if one.label not in removed) if found else (),
        auto_ok=tuple(
            name
            for name in verdict.auto_ok
            # What the team's decisions made less likely is no longer safe enough for an automatic action.
            if found and name not in removed and labels.get(name, 0.0) >= verdict.labels.get(name, 1.0)
        ),
    )


def _categories(verdict: Verdict, found: Sequence[str], labels: Mapping[str, float]) -> tuple[str, ...]:
    given = tuple(name for name in verdict.categories if name in FLAGS)
    if set(given) == set(found):
        return verdict.categories
    others = [name for name in verdict.categories if name not in FLAGS]
    if any(name in ABUSE for name in found):
        return tuple(found)
    if found:  # spam alone may still ask a question
        return (*found, *(name for name in others if name == Category.QUESTION))
    if not others:
        others = [name for name, least in _OTHERWISE if labels.get(name, 0.0) >= least][:1]
    return tuple(others) or (str(Category.NEUTRAL),)


def _severity(verdict: Verdict, categories: Sequence[str], labels: Mapping[str, float]) -> int:
    if tuple(categories) == verdict.categories:
        return verdict.severity
    severity = max((_SEVERITY.get(name, 0) for name in categories), default=0)
    grave = Category.THREAT in categories and labels.get("threat", 0.0) >= _GRAVE
    return min(severity + int(grave), 5)
