"""Which lines of the rail have room, and how high they stand: lower lines first, then the least used behind one more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights in pixels: a line as drawn and the least of one, a section's head, the gap between two sections."""

    line: int
    least: int
    head: int
    gap: int


@dataclass(frozen=True, slots=True)
class Fold:
    """``shown`` are the places of the lines that stand in the rail, each ``line`` pixels high."""

    shown: tuple[int, ...]
    line: int


def fold(keeps: Sequence[int], sections: Sequence[int], room: int, sizes: Sizes) -> Fold:
    """Lines top to bottom in ``room`` pixels: each has how long it stays (``keeps``) and its section's number.

    Those with the lowest ``keeps`` go first, of equals the lower one. Where any goes there is one line more for all of
    them. The last line never goes.
    """
    order = sorted(range(len(keeps)), key=lambda at: (keeps[at], -at))
    shown = set(order)
    for going in order[:-1]:
        if _extra(shown, sections, sizes) + _lines(shown, keeps) * sizes.least <= room:
            break
        shown.discard(going)
    free = room - _extra(shown, sections, sizes)
    line = min(sizes.line, max(free // max(_lines(shown, keeps), 1), sizes.least))
    return Fold(tuple(sorted(shown)), line)


def _lines(shown: set[int], keeps: Sequence[int]) -> int:
    return len(shown) + (len(shown) < len(keeps))


def _extra(shown: set[int], sections: Sequence[int], sizes: Sizes) -> int:
    count = len({sections[at] for at in shown})
    return count * sizes.head + max(count - 1, 0) * sizes.gap
