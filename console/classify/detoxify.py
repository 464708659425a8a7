"""The Detoxify engines: a pack's scores as verdicts. Toxicity only, English or seven languages, never automatic.

What becomes of Detoxify's labels: ``identity_attack`` is our ``hate``; ``toxicity``, ``threat``, ``insult`` and
``obscene`` keep their names; ``severe_toxicity`` and ``sexual_explicit`` stay as labels of their own, the first one
adds a step of severity. There is no label for spam, praise or sentiment: those are not what these models learned.

Thresholds are fixed and the same for all models (``THRESHOLDS``): 0.5 is what the publishers evaluate at. They are
not calibrated on anybody's page, so no label ever reaches ``auto_ok``, and nothing is hidden by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.classify.folding import fold
from console.classify.language import UNKNOWN, identify
from console.classify.packs import Manifest, Shelf
from console.classify.rules import Evidence, Rules
from console.classify.scoring import Scorer, load_scorer
from console.domain.verdict import ClassifyItem, Verdict
from console.domain.vocabulary import Category

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PREFIX: Final = "detoxify:"

#: Our label for each of Detoxify's.
RENAMED: Final[Mapping[str, str]] = {"identity_attack": "hate"}
#: From which score on a label flags a comment.
THRESHOLDS: Final[Mapping[str, float]] = {
    "toxicity": 0.5,
    "hate": 0.5,
    "threat": 0.5,
    "insult": 0.5,
    "obscene": 0.5,
}
OUTSIDE: Final = 0.95
"""In a language that the model has not learned, only what looks certain is flagged, and marked as outside."""
SEVERE: Final = 0.5
"""``severe_toxicity`` from here on makes abuse one step more severe; it is rare and scored low."""

_ABUSE: Final = ("threat", "hate", "insult", "obscene")
_SEVERITY: Final[Mapping[str, int]] = {"threat": 4, "hate": 4, "insult": 3, "obscene": 2}
_WORST: Final = 5


class DetoxifyEngine:
    """A Classifier on an installed pack; ``name`` is the pack's, ``version`` its manifest's."""

    def __init__(self, manifest: Manifest, scorer: Scorer, rules: Rules) -> None:
        self.name = manifest.name
        self.version = manifest.version
        self._labels = tuple(RENAMED.get(label, label) for label in manifest.labels)
        self._languages = frozenset(manifest.languages)
        self._score = scorer
        self._rules = rules

    @classmethod
    def load(cls, name: str, packs: Path, lexicons: Path) -> DetoxifyEngine:
        """Load and verify the pack ``name`` of the folder ``packs``; ``lexicons`` holds the phrase lists.

        Raises UsageError ``pack_unknown`` or ``pack_not_installed``; EnvironmentFailure ``pack_hash_mismatch``,
        ``pack_damaged``, ``pack_extra_missing`` (a pack that runs on torch) or LexiconsMissing.
        """
        shelf = Shelf(packs)
        manifest = shelf.manifest(name)
        return cls(manifest, load_scorer(shelf.folder(name), manifest), Rules(lexicons))

    def classify(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """Return one verdict for each item, in order. Texts beyond the model's limit are read as far as it goes."""
        scores = self._score([item.text for item in items])
        return [
            self._verdict(item, {label: float(one) for label, one in zip(self._labels, row, strict=True)})
            for item, row in zip(items, scores, strict=True)
        ]

    def _verdict(self, item: ClassifyItem, scores: Mapping[str, float]) -> Verdict:
        language = _language(item)
        known = language in self._languages
        thresholds = {
            label: value if known else max(value, OUTSIDE)
            for label, value in THRESHOLDS.items()
            if label in scores
        }
        abuse = abuses(scores, thresholds)
        folded = fold(item.text, mask_links=True, masked=self._rules.masked)
        evidence = self._rules.read(item.text, folded.text)
        categories = abuse or _others(evidence)
        severity = max((_SEVERITY[one] for one in abuse), default=0)
        if abuse and scores.get("severe_toxicity", 0.0) >= SEVERE:
            severity = min(severity + 1, _WORST)
        return Verdict(
            engine=self.name,
            engine_version=self.version,
            language=language,
            labels={label: round(value, 4) for label, value in scores.items()},
            categories=categories,
            signals=evidence.signals,
            severity=severity,
            flagged=bool(abuse),
            thresholds=thresholds,
            outside_training=not known,
        )


def abuses(scores: Mapping[str, float], thresholds: Mapping[str, float]) -> tuple[str, ...]:
    """The categories of abuse that the scores name, strongest first; toxicity alone is the likeliest of the others.

    Toxicity is no category of ours: where no other label reached its threshold, hate, insult or obscene is taken,
    whichever scored highest.
    """
    found = [one for one in _ABUSE if one in scores and scores[one] >= thresholds[one]]
    if not found and scores.get("toxicity", 0.0) >= thresholds.get("toxicity", 1.1):
        found = [max((one for one in _ABUSE[1:] if one in scores), key=scores.__getitem__, default="insult")]
    return tuple(sorted(found, key=lambda one: -scores.get(one, 0.0)))


def _others(evidence: Evidence) -> tuple[str, ...]:
    """What the phrase rules see in a text without abuse: criticism is protected under every engine."""
    found: list[str] = []
    if evidence.complaint and evidence.concrete:
        found.append(str(Category.CRITICISM))
    if evidence.question:
        found.append(str(Category.QUESTION))
    if evidence.praise and not found:
        found.append(str(Category.PRAISE))
    return tuple(found) or (str(Category.NEUTRAL),)


def _language(item: ClassifyItem) -> str:
    """The code that came with the comment, else what its words say; ``und`` where nobody knows."""
    if item.language:
        return item.language.lower().replace("_", "-").partition("-")[0] or UNKNOWN
    return identify(item.text, None, item.fallback_language).code
