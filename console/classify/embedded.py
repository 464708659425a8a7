"""The embedded engine: folding, hashed linear model, phrase rules, calibration, spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from console.classify import judge, spans
from console.classify.features import Features
from console.classify.folding import Folded, fold
from console.classify.language import ENGLISH, FRENCH, OTHER, UNKNOWN, Language, identify
from console.classify.model import LinearModel, load
from console.classify.rules import Evidence, Rules, own_words
from console.domain.verdict import ClassifyItem, Span, Verdict

_OWN_WORDS_SHARE = 0.65
"""How much the writer's own words count against the whole text, where part of it is quoted."""
_QUOTE_HEADS = ("toxicity", "hate", "threat", "insult", "obscene")
_READ_AT_MOST = 20_000
"""Code points of a comment that are read; what follows could only repeat it."""
_BATCH = 128
_FRENCH_HEAD = "french"
_CLEAR, _CLEAR_WORDS = 0.8, 5


def _language_of(item: ClassifyItem, french: float) -> Language:
    """Return the language to read an item in.

    A language that came with the comment is believed unless the text, long enough to tell, clearly says otherwise:
    platforms fill the field with the language of the author's menus.
    """
    if item.language is None:
        return identify(item.text, french, item.fallback_language)
    declared = item.language.lower().replace("_", "-").partition("-")[0]
    found = identify(item.text, french, declared)
    clear = found.confidence >= _CLEAR and len(item.text.split()) >= _CLEAR_WORDS
    if clear and (found.code == OTHER) != (declared not in (FRENCH, ENGLISH)):
        return found
    return Language(declared or UNKNOWN, 1.0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A batch before calibration: raw scores with the rules' evidence added, one row a text."""

    folded: list[Folded]
    evidence: list[Evidence]
    found: Features
    scores: NDArray[np.float32]


class EmbeddedEngine:
    """A Classifier that needs nothing but numpy and the files shipped with the program."""

    def __init__(self, model: LinearModel, rules: Rules) -> None:
        self._model = model
        self._rules = rules
        self.name = model.name
        self.version = model.version

    @classmethod
    def load(cls, folder: Path, lexicons: Path | None = None) -> EmbeddedEngine:
        """Load and verify the model in `folder`; the phrase lists lie in `lexicons` or in `../lexicons`.

        Raises ModelDamaged or LexiconsMissing.
        """
        return cls(load(folder), Rules(lexicons or folder.parent / "lexicons"))

    @property
    def model(self) -> LinearModel:
        """The verified model."""
        return self._model

    @property
    def rules(self) -> Rules:
        """The compiled phrase lists."""
        return self._rules

    def read(self, texts: Sequence[str]) -> Reading:
        """Return raw scores of `texts` with all evidence; what calibration and classification both build on."""
        model = self._model
        folded = [fold(text[:_READ_AT_MOST], mask_links=True, masked=self._rules.masked) for text in texts]
        plain = [entry.text for entry in folded]
        found = model.features(plain)
        scores = model.raw_scores(found)
        self._discount_quotations(plain, scores)
        evidence = [self._rules.read(text, entry) for text, entry in zip(texts, plain, strict=True)]
        for row, entry in enumerate(evidence):
            for head, bonus in entry.bonus.items():
                scores[row, model.heads.index(head)] += bonus
        return Reading(folded, evidence, found, scores)

    def _discount_quotations(self, plain: list[str], scores: NDArray[np.float32]) -> None:
        """Where a text quotes, let the words around the quotation weigh more than the quotation."""
        rest = [(row, own) for row, text in enumerate(plain) if (own := own_words(text)) is not None]
        if not rest:
            return
        model = self._model
        alone = model.raw_scores(model.features([own for _, own in rest]))
        columns = [model.heads.index(head) for head in _QUOTE_HEADS]
        for number, (row, _) in enumerate(rest):
            for column in columns:
                whole = scores[row, column]
                mixed = _OWN_WORDS_SHARE * alone[number, column] + (1 - _OWN_WORDS_SHARE) * whole
                scores[row, column] = min(whole, mixed)

    def classify(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """Return one verdict for each item, in order."""
        verdicts: list[Verdict] = []
        for at in range(0, len(items), _BATCH):
            verdicts += self._classify(items[at : at + _BATCH])
        return verdicts

    def _classify(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        reading = self.read([item.text for item in items])
        french = self._model.heads.index(_FRENCH_HEAD)
        return [
            self._verdict(item, reading, row, float(reading.scores[row, french]))
            for row, item in enumerate(items)
        ]

    def _verdict(self, item: ClassifyItem, reading: Reading, row: int, french: float) -> Verdict:
        model, evidence, folded = self._model, reading.evidence[row], reading.folded[row]
        language = _language_of(item, french)
        known = language.code in (FRENCH, ENGLISH)
        table = model.calibration[language.code if known else FRENCH if french > 0 else ENGLISH]
        scores = {
            head: table[head].probability(float(reading.scores[row, column]))
            for column, head in enumerate(model.heads)
            if head != _FRENCH_HEAD
        }
        said = judge.judge(scores, table, evidence, trained=known)
        shown: tuple[Span, ...] = ()
        if said.above:
            shown = spans.explain(model, reading.found, row, folded, item.text, said.above, evidence.hits)
        return Verdict(
            engine=self.name,
            engine_version=self.version,
            language=language.code,
            labels={head: round(value, 4) for head, value in judge.labels(scores, said, evidence).items()},
            categories=said.categories,
            signals=evidence.signals + said.targets,
            severity=said.severity,
            flagged=said.flagged,
            spans=shown,
            auto_ok=said.auto_ok,
            thresholds={head: table[head].threshold for head in judge.FLAGGING},
            outside_training=not known,
            read_as=folded.text if folded.disguised else None,
        )
