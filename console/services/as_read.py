"""The text as the classifier read it: folded to plain letters, with what folding changed, on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

LONGEST: Final = 6_000
"""Code points that are folded for the eye; the rest of a longer text is left out."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """``text`` is what was read. ``changed`` are its stretches that stood otherwise in the original, ``original`` those
    stretches there; both as [start, end) in code points. ``cut`` says that only the beginning is here."""

    text: str
    changed: tuple[tuple[int, int], ...]
    original: tuple[tuple[int, int], ...]
    cut: bool = False


def as_read(text: str, read_as: str | None = None) -> AsRead:
    """Fold ``text``; ``read_as`` is what a verdict kept of the reading, and wins where it says otherwise.

    Upper case and accents are folded too, but are not marked: a reader sees the same words.
    """
    from console.classify.folding import fold

    part = text[:LONGEST]
    folded = fold(part)
    if read_as is not None and read_as[: len(folded.text)] != folded.text:
        return _compared(part, read_as[:LONGEST], len(text) > LONGEST)
    changed: list[tuple[int, int]] = []
    original: list[tuple[int, int]] = []
    size = len(folded.text)
    starts = range(size) if folded.starts is None else folded.starts  # no map: letter for letter
    ends = range(1, size + 1) if folded.ends is None else folded.ends
    at = covered = 0
    while at < size:
        # One stretch of folded characters that stand for the same code points; what vanished before it goes with it.
        end, high = at + 1, ends[at]
        low = min(starts[at], covered)
        while end < size and starts[end] < high:
            high = max(high, ends[end])
            end += 1
        if not _same(part[low:high], folded.text[at:end]):
            changed.append((at, end))
            original.append((low, high))
        covered = max(covered, high)
        at = end
    return AsRead(folded.text, _words(changed, folded.text), _joined(original), len(text) > LONGEST)


def _plain(text: str) -> str:
    import unicodedata

    bare = unicodedata.normalize("NFD", text)
    plain = "".join(" " if c.isspace() else c for c in bare if unicodedata.category(c) != "Mn").casefold()
    return plain.replace("œ", "oe").replace("æ", "ae")


def _same(original: str, folded: str) -> bool:
    """Whether a reader sees the same: case, accents, kinds of space and quotation marks aside."""
    if original == folded:
        return True
    plain = _plain(original)
    return (
        plain == folded
        or (not plain.strip() and not folded.strip())
        or plain.strip("’‘“”«»–—") == folded.strip("'\"-")
    )


def _compared(text: str, read: str, cut: bool) -> AsRead:
    """Both sides aligned by what they share, for a reading of an engine that folds otherwise."""
    mine = [_plain(c)[:1] or " " for c in text]
    pairs = SequenceMatcher(a=mine, b=list(read), autojunk=False).get_opcodes() if len(text) <= 2_000 else []
    changed = [(b1, b2) for tag, _a1, _a2, b1, b2 in pairs if tag in ("replace", "insert") and b2 > b1]
    original = [(a1, a2) for tag, a1, a2, _b1, _b2 in pairs if tag in ("replace", "delete") and a2 > a1]
    return AsRead(read, _words(changed, read), _joined(original), cut)


def _words(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """The whole words that the stretches touch: a single letter is seen in its word."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            found.append((start, end))
    return _joined(found)


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
