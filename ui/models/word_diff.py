"""What changed between two texts, word by word: one text that holds both, with the stretches that went and came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from ui.delegates.visible_text import ADDED, REMOVED
from ui.models.card_data import CardSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS: Final = 1_500
"""Tokens of one text that are compared; longer ones are shown whole, one after the other."""
_TOKEN: Final = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class WordDiff:
    """``text`` holds what stayed, went and came in reading order; ``spans`` are labelled ADDED and REMOVED."""

    text: str
    spans: tuple[CardSpan, ...]

    def spoken(self, removed: str, added: str) -> str:
        """The text with its changes in words; ``removed`` and ``added`` are sentences with ``{words}``."""
        pieces: list[str] = []
        at = 0
        for span in self.spans:
            words = " ".join(self.text[span.start : span.end].split())
            said = (removed if span.label == REMOVED else added).format(words=words)
            pieces += [self.text[at : span.start], f" {said} " if words else ""]
            at = span.end
        pieces.append(self.text[at:])
        return " ".join("".join(pieces).split())


def word_diff(old: str, new: str) -> WordDiff:
    """Compare two texts by words, marks and spaces."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        joined = f"{old}\n\n{new}"
        return WordDiff(joined, (CardSpan(0, len(old), REMOVED), CardSpan(len(old) + 2, len(joined), ADDED)))
    pieces: list[str] = []
    spans: list[CardSpan] = []
    length = 0

    def put(words: list[str], label: str = "") -> None:
        nonlocal length
        text = "".join(words)
        if label and text.strip():
            lead = len(text) - len(text.lstrip())
            spans.append(CardSpan(length + lead, length + len(text.rstrip()), label))
        pieces.append(text)
        length += len(text)

    codes = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    for tag, a1, a2, b1, b2 in _smooth(codes, before):
        if tag == "equal":
            put(after[b1:b2])
            continue
        gone, came = before[a1:a2], after[b1:b2]
        if gone:
            put(gone, REMOVED)
        if gone and came and not "".join(gone)[-1:].isspace() and not "".join(came)[:1].isspace():
            put([" "])
        if came:
            put(came, ADDED)
    return WordDiff("".join(pieces), tuple(spans))


def _smooth(
    codes: Iterable[tuple[str, int, int, int, int]], before: list[str]
) -> list[tuple[str, int, int, int, int]]:
    """Join changes that only spaces part: a sentence that was rewritten reads as one, not as a comb."""
    found: list[tuple[str, int, int, int, int]] = []
    for tag, a1, a2, b1, b2 in codes:
        blank = tag == "equal" and not "".join(before[a1:a2]).strip()
        if found and found[-1][0] == "replace" and (blank or tag != "equal"):
            _, x1, _, y1, _ = found[-1]
            found[-1] = ("replace", x1, a2, y1, b2)
        else:
            found.append(("equal" if tag == "equal" else "replace", a1, a2, b1, b2))
    return found
