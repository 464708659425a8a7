"""How long a text is in a platform's own unit: graphemes, characters or UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from console.domain.ports import TextMeasure


@cache
def _grapheme_pattern() -> Any:
    import regex  # here and not above: 25 ms that a window need not pay at start

    return regex.compile(r"\X")


def graphemes(text: str) -> int:
    """The number of extended grapheme clusters (Unicode UAX 29): what a reader calls one character."""
    if text.isascii():
        return len(text) - text.count("\r\n")  # CR LF is the only ASCII cluster of two
    return sum(1 for _ in _grapheme_pattern().finditer(text))


def grapheme_measure(limit: int) -> Callable[[str], TextMeasure]:
    """A measure in graphemes with ``limit`` (0 means none)."""

    def measure(text: str) -> TextMeasure:
        return TextMeasure(graphemes(text), limit, "graphemes")

    return measure


def character_measure(limit: int) -> Callable[[str], TextMeasure]:
    """A measure in Unicode code points with ``limit`` (0 means none)."""

    def measure(text: str) -> TextMeasure:
        return TextMeasure(len(text), limit, "characters")

    return measure
