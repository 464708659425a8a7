"""Finding a saved reply by a few letters: in its title, its categories, its name and its text; a slip is forgiven."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

NONE: Final = 99
"""No match."""
_WORD: Final = re.compile(r"\w+")
_FORGIVING: Final = 4
"""From this many letters on a word may be found with one letter wrong, missing or too many."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What of a reply is searched, in the words of the window."""

    title: str
    name: str
    text: str
    made_for: str


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Lower case without accents; œ and æ as two letters."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(one for one in plain if not unicodedata.combining(one))


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text)))


def score(query: str, one: Searched) -> int:
    """How well a reply answers what was typed: 0 best, ``NONE`` not at all. Every word typed must be found."""
    parts = _words(query)
    return max((_score(part, one) for part in parts), default=0)


def _score(part: str, one: Searched) -> int:
    title, name, text, made_for = (_words(each) for each in (one.title, one.name, one.text, one.made_for))
    if _begins(part, title):
        return 0
    if _begins(part, made_for) or _begins(part, name):
        return 1
    if part in folded(one.title):
        return 2
    if _begins(part, text):
        return 3
    if len(part) >= _FORGIVING:
        if any(_near(part, word) for word in (*title, *made_for, *name)):
            return 4
        if any(_near(part, word) for word in text):
            return 5
    return 6 if len(part) > 1 and any(_in_order(part, word) for word in title) else NONE


def _begins(part: str, words: Iterable[str]) -> bool:
    return any(word.startswith(part) for word in words)


def _near(part: str, word: str) -> bool:
    """Whether ``word``, or as much of it as was typed, is ``part`` with one letter wrong, missing, doubled or swapped."""
    return any(
        len(word) >= size and _one_slip(part, word[:size]) for size in range(len(part) - 1, len(part) + 2)
    )


def _one_slip(one: str, other: str) -> bool:
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) <= 1
    rest, left = one[start:], other[start:]
    swapped = rest[:2] == left[1::-1] and rest[2:] == left[2:]
    return rest[1:] == left[1:] or rest[1:] == left or rest == left[1:] or swapped


def _in_order(part: str, word: str) -> bool:
    """Whether the letters stand in ``word`` in this order, the first of them at its head."""
    letters = iter(word)
    return word.startswith(part[0]) and all(letter in letters for letter in part)
