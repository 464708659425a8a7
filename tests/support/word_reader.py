"""A reader that knows a handful of words: real verdicts with spans for window tests, without loading a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from console.domain.verdict import ClassifyItem, Span, Verdict

WORDS: Final = {
    "insult": r"\b(abruti\w*|clowns?|crétin\w*|idiot\w*|incapables?|losers?|m0r0n|nazes?|stupid)\b",
    "hate": r"\b(bateaux entiers|dégagez\w*|grand remplacement)\b",
    "threat": r"\b(brûler|je sais où|know where)\b",
    "spam": r"\b(gratuit\w*|free|promo|crypto)\b",
    "constructive_criticism": r"\b(refund|remboursement|semaines|weeks|panne|fuit|leaks?)\b",
    "praise": r"\b(merci|bravo|love|adore|thanks|great)\b",
}
LABELS: Final = ("toxicity", "hate", "threat", "insult", "obscene", "spam")
THRESHOLD: Final = 0.86


class WordReader:
    """Finds its words; the score is 0.94 where one is found, else 0.03."""

    async def read(self, items: Sequence[ClassifyItem]) -> list[Verdict]:
        """One verdict per item, same order."""
        return [self._one(item) for item in items]

    async def close(self) -> None:
        """Nothing to end."""

    @staticmethod
    def _one(item: ClassifyItem) -> Verdict:
        scores = dict.fromkeys(LABELS, 0.03)
        spans: list[Span] = []
        found: list[str] = []
        for label, pattern in WORDS.items():
            matches = list(re.finditer(pattern, item.text, re.IGNORECASE))
            if not matches:
                continue
            found.append(label)
            if label in scores:
                scores[label] = 0.94
                spans += [Span(match.start(), match.end(), label) for match in matches]
        if not found and "?" in item.text:
            found = ["question"]
        abuse = [label for label in found if label in scores]
        return Verdict(
            engine="words",
            engine_version="1",
            language=item.language or "en",
            labels=scores,
            categories=tuple(sorted(found, key=lambda label: label not in abuse)),
            severity=3 if abuse else 0,
            flagged=bool(abuse),
            spans=tuple(spans),
            thresholds=dict.fromkeys(LABELS, THRESHOLD),
        )
