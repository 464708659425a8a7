"""From code points, in which the console counts, to UTF-16 units, in which Qt counts: the one place that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def to_utf16(text: str, offsets: Sequence[int]) -> list[int]:
    """Map code-point ``offsets`` into ``text`` to UTF-16 offsets.

    Offsets may come in any order; one beyond either end is clamped. Text without astral characters costs one scan.
    """
    size = len(text)
    clamped = [min(max(offset, 0), size) for offset in offsets]
    if not text or max(text) <= "\uffff":
        return clamped
    wanted = sorted(set(clamped))
    found: dict[int, int] = {}
    units, done = 0, 0
    for offset in wanted:
        piece = text[done:offset]
        units += len(piece) + sum(1 for character in piece if character > "\uffff")
        done = offset
        found[offset] = units
    return [found[offset] for offset in clamped]


def utf16_length(text: str) -> int:
    """Length of ``text`` in UTF-16 units."""
    return to_utf16(text, [len(text)])[0]


def from_utf16(text: str, offset: int) -> int:
    """The code point of ``text`` at a UTF-16 offset; inside a pair it is the pair's."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))
