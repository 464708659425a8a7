"""Word lists compiled for speed: whole words, phrases, prefixes and vetted expressions, never bare substrings."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from console.policy import folding
from console.policy.patterns import vet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.folding import Folded
    from console.policy.model import WordList

MATCHES: Final = ("word", "phrase", "prefix", "regex")
MAX_NAMED: Final = 8  # entries named in one reason
REGEX_TEXT: Final = 10_000  # characters of a comment that expressions look at


def _has(positions: Sequence[int], wanted: int) -> bool:
    at = bisect_left(positions, wanted)
    return at < len(positions) and positions[at] == wanted


def _in_order(readings: Mapping[str, Sequence[int]], tokens: Sequence[str], place: int) -> bool:
    """Whether ``tokens`` follow each other somewhere; ``place`` is the index of the token to start looking from."""
    for token in tokens:
        if token not in readings:
            return False
    return any(
        all(_has(readings[token], start + step - place) for step, token in enumerate(tokens))
        for start in readings[tokens[place]]
    )


class CompiledList:
    """One list ready to match; ``find`` names the entries that a folded text holds, in the list's own order."""

    def __init__(self, source: WordList) -> None:
        self.stages = frozenset(source.fold)
        self._entries = source.words
        self._singles: dict[str, int] = {}
        self._phrases: dict[
            str, list[tuple[tuple[str, ...], int, int]]
        ] = {}  # anchor -> tokens, its place, entry
        self._prefixes: dict[str, int] = {}
        self._regex: re.Pattern[str] | None = None
        self._each: list[re.Pattern[str]] = []
        if source.match == "regex":
            self._add_expressions()
        else:
            for index, entry in enumerate(source.words):
                self._add(folding.words(entry, self.stages), index, source.match)
        self._anchors = frozenset(self._phrases)
        self._words = frozenset(self._singles)
        self._lengths = tuple(sorted({len(prefix) for prefix in self._prefixes}))

    def _add(self, tokens: tuple[str, ...], index: int, match: str) -> None:
        if not tokens:
            return
        if match == "prefix":
            self._prefixes.setdefault(tokens[0], index)
        elif len(tokens) > 1:
            # The longest word is the rarest: looking for it first spares the search for "je" or "the".
            anchor = max(tokens, key=len)
            self._phrases.setdefault(anchor, []).append((tokens, tokens.index(anchor), index))
        else:
            self._singles.setdefault(tokens[0], index)
            if "repeats" in self.stages:
                self._singles.setdefault("=" + folding.collapse(tokens[0]), index)

    def _add_expressions(self) -> None:
        flags = re.IGNORECASE if "case" in self.stages else 0
        letters = self.stages & {"accents", "confusables"}
        safe = [vet(folding.plain(entry, letters)) for entry in self._entries]
        self._each = [re.compile(pattern, flags) for pattern in safe]
        self._regex = re.compile("|".join(f"(?:{pattern})" for pattern in safe), flags) if safe else None

    def find(self, folded: Folded) -> tuple[str, ...]:
        """The entries found, as the policy writes them, at most ``MAX_NAMED``."""
        if self._regex is not None:
            return self._find_expressions(folded.text[:REGEX_TEXT])
        readings = folded.readings
        found: set[int] = {self._singles[word] for word in self._words.intersection(readings)}
        for anchor in self._anchors.intersection(readings):
            for tokens, place, index in self._phrases[anchor]:
                if index not in found and _in_order(readings, tokens, place):
                    found.add(index)
        if self._lengths:
            for reading in readings:
                for length in self._lengths:
                    if length > len(reading):
                        break
                    hit = self._prefixes.get(reading[:length])
                    if hit is not None:
                        found.add(hit)
        if not found:
            return ()
        return tuple(self._entries[index] for index in sorted(found)[:MAX_NAMED])

    def _find_expressions(self, text: str) -> tuple[str, ...]:
        if self._regex is None or self._regex.search(text) is None:
            return ()
        return tuple(
            entry for entry, each in zip(self._entries, self._each, strict=True) if each.search(text)
        )[:MAX_NAMED]


def phrase_mask(phrases: Sequence[str], stages: frozenset[str]) -> re.Pattern[str] | None:
    """One pattern that finds any of the allowed phrases, as whole words, in a text folded by ``stages``."""
    parts = sorted(
        {tokens for phrase in phrases if (tokens := folding.words(phrase, stages))}, key=len, reverse=True
    )
    if not parts:
        return None
    alternatives = "|".join(r"[\W_]{1,3}".join(re.escape(token) for token in tokens) for tokens in parts)
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])")
