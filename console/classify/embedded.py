"""The embedded engine: folding, neural network, hashed linear model, phrase rules, calibration, spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from console.classify import judge, spans
from console.classify.folding import Folded, accented, fold
from console.classify.language import ENGLISH, FRENCH, UNKNOWN, Language, identify
from console.classify.model import LinearModel, Manifest, ModelDamaged, load_linear, read_manifest
from console.classify.neural import Network, Scored
from console.classify.rules import Evidence, Rules, own_words
from console.domain.verdict import ClassifyItem, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from console.classify.features import Features

_OWN_WORDS_SHARE = 0.65
"""How much the writer's own words count against the whole text, where part of it is quoted."""
_QUOTE_HEADS = ("toxicity", "hate", "threat", "insult", "obscene")
_READ_AT_MOST = 20_000
"""Code points of a comment that are read; what follows could only repeat it."""
_BATCH = 128
_FRENCH_HEAD = "french"
_CLEAR, _CLEAR_WORDS = 0.8, 5
_CLEAR_CHOICE = 0.45
"""The least share of the likeliest sentiment or target; below it the engine says nothing."""


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
    if clear and (found.code in (FRENCH, ENGLISH)) != (declared in (FRENCH, ENGLISH)):
        return found
    return Language(declared or UNKNOWN, 1.0)


def _clear(shares: Mapping[str, float]) -> str | None:
    """Return the likeliest answer, or None where none is clearly likelier."""
    best = max(shares, key=lambda answer: shares[answer])
    return best if shares[best] >= _CLEAR_CHOICE else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A batch before calibration: raw scores of the network and of the linear model, and the rules' evidence."""

    folded: list[Folded]
    evidence: list[Evidence]
    found: Features
    linear: NDArray[np.float32]
    network: Scored


class EmbeddedEngine:
    """A Classifier that needs nothing but the files shipped with the program."""

    def __init__(self, manifest: Manifest, linear: LinearModel, network: Network, rules: Rules) -> None:
        self._manifest = manifest
        self._linear = linear
        self._network = network
        self._rules = rules
        self.name = manifest.name
        self.version = manifest.version
        self._columns = {head: network.outputs.index(head) for head in manifest.heads}
        self._linear_columns = {head: linear.heads.index(head) for head in manifest.heads}
        self._french = linear.heads.index(_FRENCH_HEAD)
        self._choices = {
            name: [
                (column, output.partition(":")[2])
                for column, output in enumerate(network.outputs)
                if output.startswith(name + ":")
            ]
            for name in ("sentiment", "target")
        }

    @classmethod
    def load(cls, folder: Path, lexicons: Path | None = None) -> EmbeddedEngine:
        """Load and verify the model in `folder`; the phrase lists lie in `lexicons` or in `../lexicons`.

        Raises ModelDamaged or LexiconsMissing.
        """
        manifest = read_manifest(folder)
        linear, network = load_linear(folder, manifest.linear), Network(folder, manifest.neural)
        missing = set(manifest.heads) - set(network.outputs) | {_FRENCH_HEAD, *manifest.heads} - set(
            linear.heads
        )
        if missing:
            raise ModelDamaged(path=str(folder), why="heads")
        return cls(manifest, linear, network, Rules(lexicons or folder.parent / "lexicons"))

    @property
    def manifest(self) -> Manifest:
        """The verified manifest."""
        return self._manifest

    @property
    def rules(self) -> Rules:
        """The compiled phrase lists."""
        return self._rules

    def read(self, texts: Sequence[str]) -> Reading:
        """Return raw scores of `texts` with all evidence; what calibration and classification both build on."""
        texts = [text[:_READ_AT_MOST] for text in texts]
        folded = [fold(text, mask_links=True, masked=self._rules.masked) for text in texts]
        plain = [entry.text for entry in folded]
        found = self._linear.features(plain)
        scores = self._linear.raw_scores(found)
        self._discount_quotations(plain, scores)
        network = self._network.scores(
            [accented(entry, text) for text, entry in zip(texts, folded, strict=True)]
        )
        evidence = [self._rules.read(text, entry) for text, entry in zip(texts, plain, strict=True)]
        return Reading(folded, evidence, found, scores, network)

    def features_of(self, reading: Reading, head: str) -> NDArray[np.float64]:
        """Return texts x 3: what the calibration of `head` weighs (network, linear model, rules)."""
        return np.stack(
            [
                reading.network.scores[:, self._columns[head]],
                reading.linear[:, self._linear_columns[head]],
                np.array([entry.bonus.get(head, 0.0) for entry in reading.evidence], np.float32),
            ],
            axis=1,
        ).astype(np.float64)

    def _discount_quotations(self, plain: list[str], scores: NDArray[np.float32]) -> None:
        """Where a text quotes, let the words around the quotation weigh more than the quotation.

        Only for the linear model, which counts words: the network has learned what a quotation is.
        """
        rest = [(row, own) for row, text in enumerate(plain) if (own := own_words(text)) is not None]
        if not rest:
            return
        model = self._linear
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
        weighed = {head: self.features_of(reading, head) for head in self._manifest.heads}
        return [self._verdict(item, reading, row, weighed) for row, item in enumerate(items)]

    def _choice(self, name: str, scores: NDArray[np.float32]) -> dict[str, float]:
        """Return the probability of each of several answers, of which one is true."""
        raw = scores[[column for column, _ in self._choices[name]]].astype(np.float64)
        shares = np.exp(raw - raw.max(initial=-np.inf))
        return {
            answer: float(share)
            for (_, answer), share in zip(self._choices[name], shares / shares.sum(), strict=True)
        }

    def _verdict(
        self, item: ClassifyItem, reading: Reading, row: int, weighed: Mapping[str, NDArray[np.float64]]
    ) -> Verdict:
        evidence, folded = reading.evidence[row], reading.folded[row]
        french = float(reading.linear[row, self._french])
        language = _language_of(item, french)
        known = language.code in (FRENCH, ENGLISH)
        table = self._manifest.calibration[language.code if known else FRENCH if french > 0 else ENGLISH]
        scores = {
            head: table[head].probability(*weighed[head][row].tolist()) for head in self._manifest.heads
        }
        outputs = reading.network.scores[row]
        sentiment, target = self._choice("sentiment", outputs), self._choice("target", outputs)
        aim = _clear(target) if known else None
        said = judge.judge(scores, table, evidence, trained=known, target=aim)
        shown: tuple[Span, ...] = ()
        if said.above:
            words = reading.network.tokens[row], reading.network.shares[row]
            shown = spans.explain(
                self._linear, reading.found, row, folded, item.text, said.above, evidence.hits, *words
            )
        published = judge.labels(scores, said, evidence)
        published |= {name: sentiment[name] for name in ("negative", "positive")}
        return Verdict(
            engine=self.name,
            engine_version=self.version,
            language=language.code,
            labels={head: round(value, 4) for head, value in published.items()},
            categories=said.categories,
            signals=evidence.signals,
            severity=said.severity,
            flagged=said.flagged,
            spans=shown,
            auto_ok=said.auto_ok,
            thresholds={head: table[head].threshold for head in judge.FLAGGING},
            outside_training=not known,
            sentiment=_clear(sentiment) if known else None,
            target=aim,
            read_as=folded.text if folded.disguised else None,
        )
