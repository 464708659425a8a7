"""Which words made a score: linear weights summed over overlapping n-grams, back to whole words of the original."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from console.classify.features import Features
from console.classify.folding import Folded
from console.classify.model import LinearModel
from console.domain.verdict import Span

MOST_SPANS = 6
_MOST_PER_LABEL = 3
_SHARE_OF_BEST = 0.35
_WORD = re.compile(r"\w[\w']*|[^\w\s]+")
_LONGEST_GAP = 2


def word_scores(
    model: LinearModel, found: Features, chosen: NDArray[np.int64], head: str, length: int
) -> NDArray[np.float64]:
    """Return the share of a head's score that each folded character carries."""
    weights = model.weight_of(found.buckets[chosen], head).astype(np.float64)
    starts, ends = found.starts[chosen], found.ends[chosen]
    each = weights / np.maximum(ends - starts, 1)
    change = np.bincount(starts, weights=each, minlength=length + 1) - np.bincount(
        ends, weights=each, minlength=length + 1
    )
    return np.cumsum(change[: length + 1])[:length]


def _model_words(scores: NDArray[np.float64], words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words that carry most of the score, in order."""
    if not words:
        return []
    running = np.concatenate(([0.0], np.cumsum(scores)))
    bounds = np.array(words)
    totals = (running[bounds[:, 1]] - running[bounds[:, 0]]).tolist()
    best = max(totals)
    if best <= 0:
        return []
    ranked = sorted(zip(totals, words, strict=True), reverse=True)
    return sorted(word for total, word in ranked[:_MOST_PER_LABEL] if total >= _SHARE_OF_BEST * best)


def _merged(words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(words):
        if merged and start - merged[-1][1] < _LONGEST_GAP:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def explain(
    model: LinearModel,
    found: Features,
    row: int,
    folded: Folded,
    original: str,
    labels: tuple[str, ...],
    hits: tuple[tuple[int, int, str], ...],
) -> tuple[Span, ...]:
    """Return at most six spans for `labels`, strongest label first; phrase hits of a label come before its words.

    A stretch is named once, by the first label that claims it.
    """
    chosen = np.flatnonzero(found.rows == row)
    length = len(folded.text)
    taken = [False] * (length + 1)
    all_words = [match.span() for match in _WORD.finditer(folded.text)]
    spans: list[Span] = []
    for label in labels:
        words = [(start, min(end, length)) for start, end, name in hits if name == label and start < length]
        if not words and len(chosen):
            words = _model_words(word_scores(model, found, chosen, label, length), all_words)
        for start, end in _merged(words):
            while start < end and folded.text[start].isspace():
                start += 1
            while end > start and folded.text[end - 1].isspace():
                end -= 1
            if start >= end or any(taken[start:end]) or len(spans) >= MOST_SPANS:
                continue
            taken[start:end] = [True] * (end - start)
            first, last = folded.span(start, end)
            spans.append(Span(first, last, label))
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))
