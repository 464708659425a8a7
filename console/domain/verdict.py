"""What a classifier says about one text: labels, categories, spans. A verdict is never a decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Span:
    """Matched words: ``[start, end)`` in Unicode code points of the original text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One engine's reading of one text.

    ``labels`` are calibrated probabilities in 0..1. ``categories`` are suggestions, strongest first; the policy alone
    assigns the comment's category and severity. ``severity`` here is the classifier's own estimate 0..5.
    ``flagged`` means that an abuse or spam label reached its macro-F1-optimal threshold; then ``categories`` is not
    empty. ``auto_ok`` lists labels that reached the stricter precision >= .90 threshold.
    ``failed`` marks a text the engine could not read at all; it is then ordered by time only.
    """

    engine: str
    engine_version: str
    language: str
    labels: Mapping[str, float]
    categories: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    severity: int = 0
    flagged: bool = False
    spans: tuple[Span, ...] = ()
    auto_ok: tuple[str, ...] = ()
    thresholds: Mapping[str, float] = field(default_factory=dict)
    outside_training: bool = False
    failed: bool = False
    sentiment: str | None = None  # negative, neutral or positive; None where the engine does not say
    target: str | None = None  # whom the text speaks at: person, group, brand or nobody; None where not said
    read_as: str | None = None  # the folded text, when folding changed what a reader would see


@dataclass(frozen=True, slots=True)
class ClassifyItem:
    """One text to classify; ``fallback_language`` is the channel's language for texts too short to tell."""

    id: str
    text: str
    language: str | None = None
    fallback_language: str | None = None
