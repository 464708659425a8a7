"""From calibrated scores and rule evidence to suggested categories: the transparent last step of every engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from console.domain.vocabulary import Category

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.classify.rules import Evidence

FLAGGING: Final = ("toxicity", "hate", "threat", "insult", "obscene", "spam")
_ABUSE: Final = ("threat", "hate", "insult", "obscene")
_SEVERITY: Final = {
    Category.THREAT: 4,
    Category.HATE: 4,
    Category.INSULT: 3,
    Category.OBSCENE: 2,
    Category.SPAM: 1,
    Category.CRITICISM: 0,
    Category.QUESTION: 0,
    Category.PRAISE: 0,
    Category.NEUTRAL: 0,
}
_BY_RULE: Final = 0.60
"""The least probability that a rule that fired gives its label, and one minus it the most where it did not."""
_GRAVE: Final = 0.90
"""A threat at or above this probability is estimated one step more severe."""
_NEARLY: Final = 0.60
"""Where toxicity alone flags, a head this near to its threshold names the category; else it is an insult."""
_ALONE: Final = 0.60
"""Toxicity that no other head comes near must reach this: below it, harmless small talk was called an insult."""
_BESIDE: Final = 0.55
"""The share of the first category's probability that a further category needs."""
_RUDE_CRITICISM: Final = 0.4
"""Measured on the calibration part: a sixth fewer false alarms on criticism, one insult in a hundred lost."""
_OUTSIDE: Final = 0.95
"""In a language that the model has not learned, only what looks certain is flagged."""


class Thresholds(Protocol):
    """The thresholds of one head in one language."""

    @property
    def threshold(self) -> float: ...

    @property
    def auto_threshold(self) -> float | None: ...

    @property
    def floor(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """Suggested categories, strongest first; `above` are the labels that reached their threshold, strongest first."""

    categories: tuple[str, ...]
    severity: int
    flagged: bool
    above: tuple[str, ...]
    auto_ok: tuple[str, ...]
    criticism: bool = False


def _reached(scores: Mapping[str, float], table: Mapping[str, Thresholds], trained: bool) -> dict[str, float]:
    """Return label -> margin (score over threshold) of the abuse and spam labels that reached their threshold."""
    margins: dict[str, float] = {}
    # Four heads that err independently would flag too much: an abuse head needs some toxicity beside it.
    believed = scores["toxicity"] >= table["toxicity"].floor
    for label in FLAGGING:
        if (label in _ABUSE and not believed) or (label == "toxicity" and not trained):
            continue
        threshold = table[label].threshold if trained else max(table[label].threshold, _OUTSIDE)
        if scores[label] >= threshold:
            margins[label] = scores[label] / threshold
    return margins


def _is_criticism(scores: Mapping[str, float], table: Mapping[str, Thresholds], evidence: Evidence) -> bool:
    """Negative about a product or service, and it names a fact, an order, a wish or a question.

    Constructive criticism is protected, so the rule prefers a false alarm to a miss.
    """
    needed = table["criticism"].threshold
    if evidence.question:  # a plain question is not a complaint because it names a service
        needed = max(needed, _BY_RULE)
    negative = evidence.complaint or scores["criticism"] >= needed
    pleased = scores["praise"] >= table["praise"].threshold and not evidence.complaint
    return negative and evidence.concrete and not pleased


def labels(scores: Mapping[str, float], said: Judgement, evidence: Evidence) -> dict[str, float]:
    """Return the published labels: the six, and constructive_criticism, question and praise.

    Criticism that names nothing is not constructive, and a question mark is a question whatever the model thinks.
    """
    published = {label: scores[label] for label in FLAGGING}
    criticism = scores["criticism"]
    published[str(Category.CRITICISM)] = (
        max(criticism, _BY_RULE) if said.criticism else min(criticism, 1 - _BY_RULE)
    )
    published[str(Category.QUESTION)] = (
        max(scores["question"], _BY_RULE) if evidence.question else scores["question"]
    )
    published[str(Category.PRAISE)] = scores["praise"]
    return published


def judge(
    scores: Mapping[str, float],
    table: Mapping[str, Thresholds],
    evidence: Evidence,
    *,
    trained: bool,
    target: str | None = None,
) -> Judgement:
    """Return the judgement for one text; `trained` says that its language is one the model has learned.

    `target` is whom the text speaks at, where the engine is sure of it: person, group, brand or nobody.
    """
    margins = _reached(scores, table, trained)
    # The likelier category first, the graver one where both are as good as certain; what is far less likely than the
    # first is left out, so that a plain insult is not also called obscene.
    best = max((scores[label] for label in _ABUSE if label in margins), default=0.0)
    abuse: list[str] = sorted(
        (label for label in _ABUSE if label in margins and scores[label] >= _BESIDE * best),
        key=lambda label: (-round(scores[label], 1), _ABUSE.index(label)),
    )
    # Toxicity is a label but no category: on its own it becomes the likeliest abuse, unless the text reads as a
    # complaint about a product, which may be rude without being abuse.
    if "toxicity" in margins and not abuse:
        likeliest = max(_ABUSE[1:], key=lambda label: scores[label] / table[label].threshold)
        nearly = scores[likeliest] >= _NEARLY * table[likeliest].threshold
        if not nearly:
            likeliest = "insult"
        rude_complaint = evidence.complaint and scores["criticism"] >= table["criticism"].threshold
        if rude_complaint or (not nearly and scores["toxicity"] < _ALONE):
            del margins["toxicity"]
        else:
            abuse = [likeliest]
    # Coarse words about a product are criticism: protected, unless the text also threatens, hates, or calls somebody names.
    if (
        abuse
        and set(abuse) <= {"insult", "obscene"}
        and target == "brand"
        and not evidence.hits
        and scores["criticism"] >= _RUDE_CRITICISM
        and max(scores["threat"], scores["hate"]) < _RUDE_CRITICISM
    ):
        abuse = []
        margins = {label: margin for label, margin in margins.items() if label == "spam"}
    criticism = "spam" not in margins and _is_criticism(scores, table, evidence)
    categories: list[str] = list(abuse)
    if "spam" in margins:
        categories.append(Category.SPAM)
    flagged = bool(categories)
    if not abuse:
        if criticism:
            categories.append(Category.CRITICISM)
        if evidence.question:
            categories.append(Category.QUESTION)
        if (
            not evidence.complaint
            and "spam" not in margins
            and Category.CRITICISM not in categories
            and (evidence.praise or scores["praise"] >= table["praise"].threshold)
        ):
            categories.append(Category.PRAISE)
    if not categories:
        categories.append(Category.NEUTRAL)
    severity = max(_SEVERITY[Category(category)] for category in categories)
    if Category.THREAT in categories and scores["threat"] >= _GRAVE:
        severity += 1
    above = tuple(
        sorted(
            (label for label in margins if label in abuse or label in {"toxicity", "spam"}),
            key=lambda label: (label == "toxicity", abuse.index(label) if label in abuse else len(abuse)),
        )
    )
    auto_ok = tuple(
        label
        for label in above
        if trained and (auto := table[label].auto_threshold) is not None and scores[label] >= auto
    )
    return Judgement(
        categories=tuple(str(category) for category in categories),
        severity=severity,
        flagged=flagged,
        above=above if flagged else (),
        auto_ok=auto_ok if flagged else (),
        criticism=criticism and not abuse,
    )
