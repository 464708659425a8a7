"""Undoing disguises for word lists, stage by stage as a list asks: case, accents, confusables, repeats, leet, spacing.

The classifier folds everything at once and for itself; a word list says which stages it wants, so that a list may
tell ``cote`` from ``côté``. Both rooms stand on the domain alone, hence a folding of its own here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

STAGES: Final = ("case", "accents", "confusables", "repeats", "leet", "spacing")
DEFAULT: Final = ("case", "accents")
MASKED: Final = "\u01c2"  # a click letter of Southern Africa: a word character that no list holds

_LOOKALIKE: Final = dict(
    zip(
        "авекмнорстухіјѕһԁьгпαβεικνορτυχω" + "АВЕКМНОРСТУХІЈЅАΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "abekmhopctyxijshdbrnabeiknoptuxw" + "ABEKMHOPCTYXIJSABEZHIKMNOPTYX",
        strict=True,
    )
)
_PLAIN: Final = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "đ": "d", "ı": "i"}
_LEET: Final = str.maketrans("013457@$!€|", "oieastasiel")
_LEET_L: Final = str.maketrans("013457@$!€|", "oleastaslel")
_LEET_SIGNS: Final = frozenset("013457@$!€|")
_INVISIBLE: Final = frozenset("\u034f\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5")
_SHORT: Final = 2000  # letters; longer texts are rare, and a thousand of them would be kept for nothing
_TOKEN: Final = re.compile(r"[^\W_]+")
_LEET_TOKEN: Final = re.compile(r"(?:[^\W_]|[@$!€|])+")
_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_RUN: Final = re.compile(r"(.)\1{2,}", re.DOTALL)
_RUNS: Final = re.compile(r"(.)\1+", re.DOTALL)
_SPACED: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:([ .\-_*,|+~])[^\W\d_])(?:\1[^\W\d_])+(?![^\W_])")
_SPLIT: Final = re.compile(r"[ .\-_*,|+~]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and every reading of its tokens: as written, unleeted, and unstretched (marked by ``=``)."""

    text: str
    readings: dict[str, list[int]]  # reading -> token positions, ascending


class _Characters(dict[int, str | None]):
    """One code point's folded form for a set of stages, worked out once."""

    def __init__(self, stages: frozenset[str]) -> None:
        super().__init__()
        self.stages = stages

    def __missing__(self, point: int) -> str | None:
        folded = self.fold(chr(point))
        if len(self) < 20_000:  # a flood of rare code points must not grow the table for ever
            self[point] = folded
        return folded

    def fold(self, character: str) -> str | None:
        category = unicodedata.category(character)
        if category in {"Cf", "Cs"} or character in _INVISIBLE or 0xFE00 <= ord(character) <= 0xFE0F:
            return None  # prints nothing, whatever the list wants: joiners are no letters
        if category in {"Cc", "Zl", "Zp", "Zs"}:
            return " "
        text = "'" if character in "’‘ʼ´`′" else character
        if "confusables" in self.stages:
            text = unicodedata.normalize("NFKC", text)
            text = "".join(_LOOKALIKE.get(c, c) for c in text)
        if "accents" in self.stages:
            text = "".join(_PLAIN.get(c, c) for c in text)
            text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        if "case" in self.stages:
            text = text.casefold()
        return text


_TABLES: dict[frozenset[str], _Characters] = {}


def _table(stages: frozenset[str]) -> _Characters:
    characters = stages & {"case", "accents", "confusables"}
    table = _TABLES.get(characters)
    if table is None:
        table = _TABLES[characters] = _Characters(characters)
    return table


def collapse(word: str) -> str:
    """``word`` with every run of one character shortened to one."""
    return _RUNS.sub(r"\1", word)


def plain(text: str, stages: frozenset[str]) -> str:
    """``text`` folded character by character: what list entries themselves get."""
    if "accents" not in stages:
        text = unicodedata.normalize("NFC", text)
    return text.translate(_table(stages))


def words(text: str, stages: frozenset[str]) -> tuple[str, ...]:
    """The tokens of one list entry, folded; a sign that only leet would read is kept inside a token."""
    return tuple(_TOKEN.findall(plain(text, stages)))


def _join_spaced(text: str) -> str:
    return _SPACED.sub(lambda found: _SPLIT.sub("", found.group()), text)


def fold(text: str, stages: frozenset[str], mask: re.Pattern[str] | None = None) -> Folded:
    """Fold ``text`` and list its tokens, each with the readings that the stages allow; linear in its length.

    What ``mask`` finds in the folded text is replaced by one letter that no list holds: allowed phrases. Links give
    no tokens, since an address may hold any letters by chance; expressions see them in the text. The answer is shared:
    nobody may change it.
    """
    return _kept(text, stages, mask) if len(text) <= _SHORT else _fold(text, stages, mask)


@lru_cache(maxsize=1024)
def _kept(text: str, stages: frozenset[str], mask: re.Pattern[str] | None) -> Folded:
    # One decision asks for the same text several times, and a bulk decision meets the same texts again and again.
    return _fold(text, stages, mask)


def _fold(text: str, stages: frozenset[str], mask: re.Pattern[str] | None) -> Folded:
    folded = plain(text, stages)
    if "spacing" in stages:
        folded = _SPACED.sub(lambda found: _SPLIT.sub("", found.group()), folded)
    if mask is not None:
        folded = mask.sub(f" {MASKED} ", folded)
    prose = _URL.sub(f" {MASKED} ", folded) if "://" in folded or "www." in folded else folded
    leet, repeats = "leet" in stages, "repeats" in stages
    stretched = repeats and _RUN.search(folded) is not None
    readings: dict[str, list[int]] = {}
    for position, token in enumerate((_LEET_TOKEN if leet else _TOKEN).findall(prose)):
        readings.setdefault(token, []).append(position)
        if stretched and _RUN.search(token):
            readings.setdefault("=" + collapse(token), []).append(position)
        if leet and not token.isalpha():
            for form in _others(token):
                readings.setdefault(form, []).append(position)
                if repeats and _RUN.search(form):
                    readings.setdefault("=" + collapse(form), []).append(position)
    return Folded(folded, readings)


def _others(token: str) -> list[str]:
    """Other readings of a token that holds signs or digits: without them at its ends, and read as letters."""
    found: list[str] = []
    bare = token.strip("@$!€|")
    for form in (bare, token, token.rstrip("!|€")):
        reads = [form]
        if any(c.isalpha() for c in form) and not _LEET_SIGNS.isdisjoint(form):
            reads += [form.translate(_LEET), form.translate(_LEET_L)]
        found += [read for read in reads if read and read != token and read not in found]
    return found
