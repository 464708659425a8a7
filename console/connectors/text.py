"""How long a text is in a platform's own unit: graphemes, characters, weighted characters, or emoji by bytes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from console.domain.ports import TextMeasure

if TYPE_CHECKING:
    from collections.abc import Callable

#: An address as platforms make a link of it. One without a scheme counts as what it is written with.
LINK: Final = re.compile(r"(?i)\bhttps?://[^\s<>\"'«»“”]+")
#: Code points that weigh half of others in twitter-text 3.0 (configuration v3: ranges with weight 100 of 200).
_LIGHT: Final = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


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


def linked_measure(limit: int, per_link: int = 23) -> Callable[[str], TextMeasure]:
    """A measure in characters in which every address counts ``per_link``, and a remote mention only its local part.

    As Mastodon counts: https://docs.joinmastodon.org/user/posting/ (links 23, ``@name@host`` as ``@name``).
    """

    def measure(text: str) -> TextMeasure:
        short = LINK.sub("x" * per_link, text)
        short = re.sub(r"(@[\w.-]+)@[\w.-]+\w", r"\1", short)
        return TextMeasure(graphemes(short), limit, "characters")

    return measure


def weighted_measure(limit: int = 280, per_link: int = 23) -> Callable[[str], TextMeasure]:
    """A measure as X counts (twitter-text 3): most letters 1, CJK and emoji 2, any address ``per_link``; NFC first."""

    def measure(text: str) -> TextMeasure:
        links = len(LINK.findall(text))
        rest = unicodedata.normalize("NFC", LINK.sub("", text))
        weight = 0
        for cluster in _grapheme_pattern().findall(rest):
            if _emoji(cluster):
                weight += 2
            else:
                weight += sum(1 if any(a <= ord(c) <= b for a, b in _LIGHT) else 2 for c in cluster)
        return TextMeasure(weight + links * per_link, limit, "weighted")

    return measure


def emoji_bytes_measure(limit: int = 500) -> Callable[[str], TextMeasure]:
    """A measure in characters in which an emoji counts its UTF-8 bytes, as Threads does."""

    def measure(text: str) -> TextMeasure:
        used = sum(
            len(one.encode("utf-8", "surrogatepass")) if _emoji(one) else len(one)
            for one in _grapheme_pattern().findall(text)
        )
        return TextMeasure(used, limit, "characters")

    return measure


@cache
def _emoji_pattern() -> Any:
    import regex

    return regex.compile(
        r"\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3"
    )


def _emoji(cluster: str) -> bool:
    return _emoji_pattern().search(cluster) is not None
