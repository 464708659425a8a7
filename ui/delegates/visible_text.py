"""Foreign words made safe to show: controls become small named boxes, masked words become blocks of three widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ui.models.card_data import CardSpan
from ui.text_offsets import to_utf16

NAMED: Final = {
    "\u200b": "ZWSP",
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
"""Invisible characters that can hide or reorder words. The zero-width joiner stays: emoji and Persian need it."""

_STEPS: Final = (11, 17, 22)
_BLOCK: Final = "\u00a0"
SPAN, BOX, MASK = "span", "box", "mask"


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
    for character in text:
        if character not in NAMED:
            kind = unicodedata.bidirectional(character)
            if kind in ("R", "AL"):
                return True
            if kind == "L":
                return False
    return False


def plain_name(name: str) -> str:
    """A person's name on one line with its controls written out, so that none can pose as another."""
    return "".join(f"[{NAMED[c]}]" if c in NAMED else c if c.isprintable() else " " for c in name).strip()


def _character(character: str, one_line: bool) -> str:
    if character in NAMED:
        return f"\u2005{NAMED[character]}\u2005"
    if character in "\r\n\u2028\u2029\x0b\x0c\x85":
        return " " if one_line or character == "\r" else "\u2028"
    if character == "\t":
        return " "
    if character < " " or character == "\x7f":
        return chr(0x2400 + ord(character)) if character < " " else "\u2421"
    if "\x80" <= character <= "\x9f" or "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return character


def _masked_words(text: str, spans: Sequence[CardSpan]) -> list[tuple[int, int]]:
    """Word stretches to mask: those of the spans, or every word when nothing in particular was matched."""
    stretches = [(max(span.start, 0), min(span.end, len(text))) for span in spans] or [(0, len(text))]
    words: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        at = start
        while at < end:
            while at < end and text[at].isspace():
                at += 1
            first = at
            while at < end and not text[at].isspace():
                at += 1
            if at > first and (not words or first >= words[-1][1]):
                words.append((first, at))
    return words


def make_visible(
    text: str, spans: Sequence[CardSpan] = (), *, masked: bool = False, one_line: bool = False
) -> VisibleText:
    """Turn original text and code-point spans into shown text and marks in UTF-16 units.

    With ``masked`` the words of the spans (all words, when there is no span) become blocks whose width says only
    short, middling or long. With ``one_line`` line breaks become spaces, as on a card.
    """
    blocks = _masked_words(text, spans) if masked else []
    pieces: list[str] = []
    marks: list[tuple[str, int, int, str]] = []
    where: list[int] = []
    length = 0
    block = 0
    at = 0
    while at < len(text):
        if block < len(blocks) and at == blocks[block][0]:
            first, end = blocks[block]
            size = end - first
            shown = _BLOCK * _STEPS[0 if size <= 5 else 1 if size <= 9 else 2]
            marks.append((MASK, length, length + len(shown), ""))
            where.extend([length] * size)
            at, block = end, block + 1
        else:
            character = text[at]
            shown = _character(character, one_line)
            if character in NAMED:
                marks.append((BOX, length, length + len(shown), shown))
            where.append(length)
            at += 1
        pieces.append(shown)
        length += len(shown)
    where.append(length)
    if not masked:
        size = len(text)
        for span in spans:
            first, end = min(max(span.start, 0), size), min(max(span.end, 0), size)
            if end > first:
                marks.append((SPAN, where[first], where[end], span.label))
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
