"""Near-duplicates: what two texts must share to be read and decided as one, and what always keeps them apart.

Two texts are alike when they are the same after folding (case, accents, marks, emoji, repeated letters), when only
their links, addresses or telephone numbers differ, or when one is a light rewording of the other. A rewording never
changes a negation, a number, a date or a name (``sense``), and puts no word that turns the meaning round (``turning``)
in the place of another: such texts stay apart however many letters they share. Short texts meet only when they are equal after folding.

Pure and without tables: a text gives an ``exact`` key, a sketch of 32 bytes (one-permutation minhash, one byte a bin)
and twelve 32-bit band values under which a store finds candidates (Broder 1997; Li, Owen and Zhang 2012).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final
from zlib import crc32

from console.domain.likeness_words import (
    HARD,
    NEGATIONS,
    OPENERS,
    PREFIXES,
    SAME,
    SECOND_HALVES,
    SMALL,
    TURNING,
)

EXACT, LINK, REWORDED = "exact", "link", "reworded"
"""How a text is like another: equal after folding, only links differ, a few words differ."""

BANDS: Final = 12
ALIKE_FROM: Final = 0.62
"""Share of common four-letter pieces from which a rewording is one where words were only added or left out."""
SWAPPED_FROM: Final = 0.80
"""The same where a word of the one stands for another word in the other: two thieves for two crooks, but no more."""
SKETCH_FROM: Final = 0.35
"""Below this estimate (it errs by 0.08, one in three) texts are not compared in full."""
SHORT_LETTERS, SHORT_WORDS = 15, 4
_LONGEST: Final = 4000
"""Letters looked at for a rewording; the exact key takes all of a text."""
_BINS: Final = 32
_FOURS: Final = (
    *((at, at + 8, at + 16, at + 24) for at in range(8)),
    *((at, at + 1, at + 2, at + 3) for at in range(0, 32, 8)),
)
"""Which bins make a band: of two texts that share 0.7 of their pieces, 19 in 20 have a band in common."""
_PIECE: Final = 4

_HOST = r"(?:[a-z0-9-]{1,63}\.){1,8}"
_LINK = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}@{_HOST}[a-z]{{2,24}}|(?:https?://|www\.)(?P<full>[^\s/?#<>\"]+)[^\s<>\"]*"
    rf"|(?<![\w.-])(?P<path>{_HOST}[a-z]{{2,24}})/[^\s<>\"]*|(?<![\w.-])(?P<bare>{_HOST}"
    r"(?:com|net|org|info|biz|fr|uk|eu|ru|cn|io|app|shop|xyz|online|store|club|example|test))\b",
    re.IGNORECASE,
)
"""Bounded everywhere: no text may keep the expression busy."""
_PHONE = re.compile(r"(?<!\w)(?:\+|0)\d(?:[ .\-]?\d){7,13}(?!\w)")
_MENTION = re.compile(r"(?<![\w@])@[\w.\-]*\w")
_GREETED = re.compile(
    r"^(\W*(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|cher|chère|congrats|congratulations|félicitations))"
    r"\s+(?-i:[A-ZÀ-ÖØ-Þ])[\w'’-]+(?:\s(?-i:[A-ZÀ-ÖØ-Þ])[\w'’-]+)?(?=\s*[,!:.—-])",
    re.IGNORECASE,
)
_SHRUNK = re.compile(r"n['’]t\b", re.IGNORECASE)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_WORDS = re.compile(r"[^\W_]+|[@?\x01]")
_NAME = re.compile(r"(?<![.!?…:]\s)(?<=[\s'’(\"«-])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+")
_FIRST = re.compile(r"(?:^|[.!?…:\n])[ \t\"«(]{0,4}([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)")
_TAIL_DIGITS = re.compile(r"\d+$")
_AGAINST: Final = frozenset("👎🤡💩🖕😡🤬🤮🙄😒😠")


class _Fold(dict[int, str]):
    """Code point -> its plain lower-case form; a space for what separates, nothing for what does not print."""

    def __missing__(self, point: int) -> str:
        kept = []
        for one in unicodedata.normalize("NFKD", chr(point)).casefold():
            kind = unicodedata.category(one)
            if kind in ("Mn", "Me", "Cf"):
                continue
            kept.append(" " if kind[0] in "ZC" else one)
        folded = "".join(kept)
        folded = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}.get(folded, folded)
        if point == 1:
            folded = "\x01"
        if len(self) < 20_000:  # a flood of rare code points must not grow the table for ever
            self[point] = folded
        return folded


_TABLE: Final = _Fold()


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a text. ``exact`` and ``skeleton`` (links left out) are signed 64-bit; ``exact`` 0: nothing
    to compare. ``short`` texts have no sketch and no bands.
    """

    exact: int
    skeleton: int
    short: bool
    tokens: tuple[str, ...] = ()
    sense: tuple[str, ...] = ()
    turning: tuple[str, ...] = ()
    caseless: bool = False
    pieces: frozenset[int] = frozenset()
    sketch: bytes = b""
    bands: tuple[int, ...] = ()


def _key(text: str) -> int:
    return int.from_bytes(
        blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True
    )


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    return text.translate(_TABLE)


def traits(text: str) -> Traits:
    """What ``text`` is compared by; any string is accepted. About 0.1 ms for a comment of 120 letters."""
    held: list[str] = []

    def away(found: re.Match[str]) -> str:
        held.append(
            (found["full"] or found["path"] or found["bare"] or found[0]).lower().removeprefix("www.")
        )
        return " \x01 "

    def dialled(found: re.Match[str]) -> str:
        held.append("".join(filter(str.isdigit, found[0])))
        return " \x01 "

    raw = unicodedata.normalize("NFC", text)
    if "\x01" in raw:
        raw = raw.replace("\x01", " ")
    if "." in raw or "://" in raw:
        raw = _LINK.sub(away, raw)
    if "0" in raw or "+" in raw:
        raw = _PHONE.sub(dialled, raw)
    if "@" in raw:
        raw = _MENTION.sub("@", raw)
    raw = _GREETED.sub(r"\1 @", raw, count=1)
    plain = _fold(_SHRUNK.sub(" not", raw) if "n'" in raw or "n’" in raw or "N'" in raw else raw)
    tokens = tuple(_WORDS.findall(_STRETCHED.sub(r"\1", plain)))
    words = [one for one in tokens if one not in "@?\x01"]
    body = " ".join(words)
    if len(body) < SHORT_LETTERS or len(words) < SHORT_WORDS:
        shape = " ".join([*tokens, *_signs(text), *held])
        if len(words) == 1 and body.isdigit() and plain.strip()[:1] in "+-":
            shape = plain.strip()[0] + shape
        key = _key(shape) if shape.strip() else 0
        return Traits(key, key, True)
    skeleton = " ".join(tokens)
    against = " -" if not _AGAINST.isdisjoint(text) else ""
    bare = _key(skeleton + against)
    exact = _key(f"{skeleton}{against}\n{' '.join(held)}") if held else bare
    pieces = _pieces(body)
    sketch, bands = _sketch(pieces)
    sense, caseless = _sense(raw[:_LONGEST], tokens)
    turning = tuple([one for one in tokens if one in TURNING])
    return Traits(exact, bare, False, tokens, (*sense, *against), turning, caseless, pieces, sketch, bands)


def _signs(text: str) -> list[str]:
    """The emoji and marks of a short text, each once, in order: there they are all it says."""
    return list(dict.fromkeys(one for one in text if unicodedata.category(one) == "So"))


def _pieces(body: str) -> frozenset[int]:
    code = f" {body[:_LONGEST]} ".encode("utf-8", "replace")
    return frozenset([crc32(code[at : at + _PIECE]) for at in range(len(code) - _PIECE + 1)])


def _sketch(pieces: frozenset[int]) -> tuple[bytes, tuple[int, ...]]:
    """The smallest value in each of 32 bins (an empty one borrows from the next): a byte of each, and the bands."""
    least: list[int] = [-1] * _BINS
    for one in pieces:
        place = one & 31
        held = least[place]
        if held < 0 or one < held:
            least[place] = one
    if -1 in least:
        for place in range(_BINS - 1, -_BINS - 1, -1):
            if least[place] < 0:
                least[place] = least[(place + 1) % _BINS]
    sketch = bytes([(one >> 5) & 255 for one in least])
    bands = tuple(
        [
            (((least[one] * 31 + least[two]) * 31 + least[three]) * 31 + least[four]) * 0x9E3779B1
            & 0xFFFFFFFF
            for one, two, three, four in _FOURS
        ]
    )
    return sketch, bands


def similarity(one: bytes, other: bytes) -> float:
    """The estimated share of common pieces of two sketches, 0 to 1; 0 where either has none."""
    if len(one) != _BINS or len(other) != _BINS:
        return 0.0
    same = sum(map(int.__eq__, one, other)) / _BINS
    return max(0.0, (same - 1 / 256) / (1 - 1 / 256))


def _sense(raw: str, tokens: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """What must not differ, in order: negations, numbers and dates, questions, then names; and whether the text
    shows no names by its capitals.
    """
    found: list[str] = []
    for at, one in enumerate(tokens):
        if one in HARD:
            found.append(SAME.get(one, one))
        elif one in NEGATIONS:
            # "ne ... pas" is one negation, and people leave the "ne" away; a "ne" alone still is one.
            if SECOND_HALVES.isdisjoint(tokens[at + 1 : at + 6]):
                found.append("ne")
        elif one.isalpha():
            continue
        elif one[0].isdigit():
            found.append(one)
        elif tail := _TAIL_DIGITS.search(one):
            found.append(tail[0])
        elif one == "?" and found[-1:] != ["?"]:
            found.append("?")
    small = sum(map(str.islower, raw))
    large = sum(map(str.isupper, raw))
    caseless = not large or large > small
    if not caseless:
        names = [_fold(one) for one in _NAME.findall(raw)]
        caseless = len(names) * 2 > len(tokens)
        if not caseless:
            firsts = [_fold(one) for one in _FIRST.findall(raw)]
            found += sorted([*names, *(one for one in firsts if one not in OPENERS)])
    return tuple(found), caseless


def share(one: Traits, other: Traits) -> float:
    """The true share of common pieces, 0 to 1; 1 for equal texts, 0 where a short text differs."""
    if one.skeleton == other.skeleton:
        return 1.0
    either = len(one.pieces | other.pieces)
    return len(one.pieces & other.pieces) / either if either else 0.0


def compare(one: Traits, other: Traits) -> str:
    """How ``other`` is like ``one``: EXACT, LINK, REWORDED, or empty for not alike."""
    if not one.exact or not other.exact:
        return ""
    if one.exact == other.exact:
        return EXACT
    if one.short or other.short:
        return ""
    if one.skeleton == other.skeleton:
        return LINK
    if one.sense != other.sense or not (
        _within(one.turning, other.turning) or _within(other.turning, one.turning)
    ):
        return ""
    common = share(one, other)
    if common < ALIKE_FROM:
        return ""
    swapped = _swapped(one.tokens, other.tokens)
    if swapped and (common < SWAPPED_FROM or one.caseless or other.caseless or swapped == "opposite"):
        return ""
    return REWORDED


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether ``few`` is left of ``many`` when some are taken out: nothing exchanged, nothing in another order."""
    rest = iter(many)
    return all(one in rest for one in few)


def _swapped(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """Whether a word of the one stands for another word in the other: empty, ``word`` or ``opposite``.

    A word that is only written otherwise is not swapped. In a text without capitals a swapped word may be a name.
    """
    mine = [word for word in (Counter(one) - Counter(other)) if len(word) > 2 and word not in SMALL]
    theirs = [word for word in (Counter(other) - Counter(one)) if len(word) > 2 and word not in SMALL]
    if not mine or not theirs:
        return ""
    found = ""
    for word in mine:
        for against in theirs:
            if opposite(word, against):
                return "opposite"
        if not any(_near(word, against) for against in theirs):
            found = "word"
    return found if found or all(any(_near(word, own) for own in mine) for word in theirs) else "word"


def opposite(one: str, other: str) -> bool:
    """Whether two words differ by a prefix that turns the meaning round (possible, impossible)."""
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and long.endswith(short) and long[: -len(short)] in PREFIXES


@lru_cache(4096)
def _near(one: str, other: str) -> bool:
    """Whether two words are one word written twice: a letter more, less or other in a word of five and more."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    back = 0
    while back < min(len(one), len(other)) - at and one[-1 - back] == other[-1 - back]:
        back += 1
    return max(len(one), len(other)) - at - back <= 1
