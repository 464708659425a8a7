"""Which words made a score: the network's share of each token and the linear weights, as words of the original."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from console.classify.language import SMALL_WORDS
from console.classify.neural import SHARED_HEADS
from console.domain.verdict import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from console.classify.features import Features
    from console.classify.folding import Folded
    from console.classify.model import LinearModel

MOST_SPANS = 6
_MOST_PER_LABEL = 3
_SHARE_OF_BEST = 0.35
_WORD = re.compile(r"\w[\w']*|[^\w\s]+")
_SPELLED = re.compile(r"\w|[\U0001F000-\U0001FAFF]")
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


def network_scores(
    tokens: list[tuple[int, int]], shares: NDArray[np.float32], head: str, length: int
) -> NDArray[np.float64]:
    """Return the share of a head's score that each folded character carries, by the network.

    The score is the mean over tokens of a linear reading of each, so the shares add up to it exactly. What all
    tokens have in common (a hostile sentence lifts every word in it) is taken off: what stands out is the reason.
    """
    result = np.zeros(length)
    if head not in SHARED_HEADS or not tokens:
        return result
    each = shares[:, SHARED_HEADS.index(head)].astype(np.float64)
    each = np.maximum(each - np.median(each), 0)
    for (start, end), share in zip(tokens, each.tolist(), strict=True):
        if end > start:
            result[start:end] += share / (end - start)
    return result


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


def _relative(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return scores as shares of all that speaks for the label."""
    total = float(np.maximum(scores, 0).sum())
    return scores / total if total > 0 else scores


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
    tokens: list[tuple[int, int]],
    shares: NDArray[np.float32],
) -> tuple[Span, ...]:
    """Return at most six spans for `labels`, strongest label first; phrase hits of a label come before its words.

    A stretch is named once, by the first label that claims it.
    """
    chosen = np.flatnonzero(found.rows == row)
    length = len(folded.text)
    taken = [False] * (length + 1)
    every = [(match.span(), match.group()) for match in _WORD.finditer(folded.text)]
    # "the" or a comma may well carry weight in a network; as a reason it tells a lead nothing.
    telling = [place for place, word in every if _SPELLED.search(word) and word not in SMALL_WORDS]
    all_words = telling or [place for place, _ in every]
    # Toxicity is named only where no label says more.
    if len(labels) > 1:
        labels = tuple(label for label in labels if label != "toxicity")
    spans: list[Span] = []
    for label in labels:
        words = [(start, min(end, length)) for start, end, name in hits if name == label and start < length]
        if not words and len(chosen):
            # Two witnesses: the network knows what the words mean together, the weights know which are rude.
            scores = _relative(network_scores(tokens, shares, label, length))
            scores = scores + _relative(word_scores(model, found, chosen, label, length))
            words = _model_words(scores, all_words)
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
