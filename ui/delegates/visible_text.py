"""Foreign words made safe to show: controls become small named boxes, masked words become blocks of three widths.

Each piece of foreign text is laid out by itself or put between isolates, so that none can reorder what stands beside it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ui.models.masking import COVERS, cover, in_words, is_covered
from ui.text_offsets import to_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.card_data import CardSpan

NAMED: Final = {
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u034f": "CGJ",
    "\u115f": "HF",
    "\u1160": "HF",
    "\u3164": "HF",
    "\uffa0": "HF",
    "\u180e": "MVS",
    "\u2061": "FA",
    "\u2062": "IT",
    "\u2063": "IS",
    "\u2064": "IP",
    "\ufff9": "IAA",
    "\ufffa": "IAS",
    "\ufffb": "IAT",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u061c": "ALM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
    "\u00ad": "SHY",
}
"""Invisible characters that can hide or reorder words. A joiner stays where writing needs it: see ``_joins``."""

FSI, PDI = "\u2068", "\u2069"
_JOINERS: Final = "\u200c\u200d"
# Arabic, Syriac, Thaana, N'Ko to the Indic scripts and Mongolian join and part letters with them.
_JOINING: Final = (
    (0x0600, 0x08FF),
    (0x0900, 0x0DFF),
    (0x1000, 0x109F),
    (0x1780, 0x18AF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)

_STEPS: Final = (11, 17, 22)
_BLOCK: Final = "\u00a0"
SPAN, BOX, MASK = "span", "box", "mask"
ADDED, REMOVED, FOLDED = "added", "removed", "folded"
CHANGES: Final = frozenset({ADDED, REMOVED, FOLDED})
"""Marks of a comparison, which are labels of a CardSpan too."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the shown text in UTF-16 units: matched words, a named control or a masked word."""

    kind: str
    start: int
    length: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class VisibleText:
    """Text as painted, with its marks."""

    text: str
    marks: tuple[Mark, ...]
    right_to_left: bool = False


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left; named controls do not count."""
    for at, character in enumerate(text):
        if character not in NAMED or _joins(text, at):
            kind = unicodedata.bidirectional(character)
            if kind in ("R", "AL"):
                return True
            if kind == "L":
                return False
    return False


def plain_name(name: str) -> str:
    """A person's name on one line with its controls written out, so that none can pose as another."""
    return in_words("".join(_in_name(name, at) for at in range(len(name))).strip())


def _in_name(name: str, at: int) -> str:
    one = name[at]
    if one in NAMED:
        return one if _joins(name, at) else f"[{NAMED[one]}]"
    if one in COVERS:
        return one
    return one if one.isprintable() else " "


def isolated(words: str) -> str:
    """Foreign words inside a sentence of ours: their direction ends with them. For what ``plain_name`` has cleaned."""
    return words if words.isascii() else f"{FSI}{words}{PDI}"


def _joins(text: str, at: int) -> bool:
    """Whether the joiner at ``at`` is there for the writing: inside an emoji, or between letters that join."""
    if text[at] not in _JOINERS or not 0 < at < len(text) - 1:
        return False
    before, after = ord(text[at - 1]), ord(text[at + 1])
    if any(low <= before <= high for low, high in _JOINING):
        return any(low <= after <= high for low, high in _JOINING)
    pictured = before == 0xFE0F or _picture(before)
    return text[at] == "\u200d" and pictured and _picture(after)


def _picture(point: int) -> bool:
    return 0x1F000 <= point <= 0x1FAFF or 0x2190 <= point <= 0x2BFF


def _box(name: str) -> str:
    """A named control; between isolates, so that its Latin letters do not turn what stands beside it."""
    return f"{FSI}\u2005{name}\u2005{PDI}"


def _character(character: str, one_line: bool) -> str:
    if character in "\r\n\u2028\u2029\x0b\x0c\x85":
        return " " if one_line or character == "\r" else "\u2028"
    if character == "\t":
        return " "
    if character < " " or character == "\x7f":
        return chr(0x2400 + ord(character)) if character < " " else "\u2421"
    if "\x80" <= character <= "\x9f" or "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return character


def make_visible(
    text: str,
    spans: Sequence[CardSpan] = (),
    *,
    masked: bool = False,
    one_line: bool = False,
) -> VisibleText:
    """Turn original text and code-point spans into shown text and marks in UTF-16 units.

    With ``masked`` the words of the spans (all words, when there is no span) become blocks whose width says only
    short, middling or long; so do words that were covered before. With ``one_line`` line breaks become spaces.
    A span labelled ADDED, REMOVED or FOLDED is a mark of that kind.
    """
    if masked and not is_covered(text):
        text = cover(text, spans)
    pieces: list[str] = []
    marks: list[tuple[str, int, int, str]] = []
    where: list[int] = []
    length = 0
    for at, character in enumerate(text):
        if character in COVERS:
            shown = _BLOCK * _STEPS[COVERS.index(character)]
            marks.append((MASK, length, length + len(shown), ""))
        elif character in NAMED and not _joins(text, at):
            shown = _box(NAMED[character])
            marks.append((BOX, length + 1, length + len(shown) - 1, shown[1:-1]))
        else:
            shown = _character(character, one_line)
        where.append(length)
        pieces.append(shown)
        length += len(shown)
    where.append(length)
    if not masked:
        size = len(text)
        for span in spans:
            first, end = min(max(span.start, 0), size), min(max(span.end, 0), size)
            if end > first:
                kind = span.label if span.label in CHANGES else SPAN
                marks.append((kind, where[first], where[end], span.label))
    shown_text = "".join(pieces)
    offsets = to_utf16(shown_text, [offset for mark in marks for offset in mark[1:3]])
    return VisibleText(
        shown_text,
        tuple(
            Mark(kind, offsets[2 * i], offsets[2 * i + 1] - offsets[2 * i], label)
            for i, (kind, _, _, label) in enumerate(marks)
        ),
        runs_right_to_left(text),
    )
