"""How often a line was met before, in constant memory: a Bloom filter over (digest, number of the occurrence)."""

from __future__ import annotations

from typing import Final

BITS: Final = 20 * 1024 * 1024 * 8  # 20 MB, of which a small file touches next to nothing
PROBES: Final = 8
OFTEN: Final = 4  # from this number on a line's count is remembered as well
KEPT: Final = 4096  # counts remembered at most
_STEP: Final = 0x9E3779B97F4A7C15  # spreads the occurrence numbers of one digest
_MASK: Final = (1 << 64) - 1


class Occurrences:
    """Counts equal digests. A new digest is taken for a repeated one about once in 10**10 lines while the file has
    a million of them, once in 10**4 when it has ten million; the same file always gives the same numbers.
    """

    def __init__(self) -> None:
        self._bits = bytearray(BITS // 8)
        self._often: dict[bytes, int] = {}  # where the count of lines that keep coming back stands

    def number(self, digest: bytes) -> int:
        """0 for the first time that these 16 bytes are met, 1 for the second, and so on."""
        last = self._often.get(digest)
        if last is not None:
            self._often[digest] = last + 1
            self._add(digest, last + 1)
            return last + 1
        if not self._add(digest, 0):
            return 0
        # Presence is monotonous, so that doubling and halving find the first free number.
        low, high = 0, 1
        while self._has(digest, high):
            low, high = high, high * 2
        while high - low > 1:
            middle = (low + high) // 2
            if self._has(digest, middle):
                low = middle
            else:
                high = middle
        self._add(digest, high)
        if high >= OFTEN:
            if len(self._often) >= KEPT:
                self._often.clear()
            self._often[digest] = high
        return high

    def _places(self, digest: bytes, number: int) -> tuple[int, int]:
        one = int.from_bytes(digest[:8], "little")
        two = int.from_bytes(digest[8:], "little")
        if number:
            one = (one ^ (number * _STEP)) & _MASK
            one = (one ^ (one >> 29)) * _STEP & _MASK
        return one % BITS, two % (BITS - 1) + 1

    def _has(self, digest: bytes, number: int) -> bool:
        bits = self._bits
        place, step = self._places(digest, number)
        for _ in range(PROBES):
            if not bits[place >> 3] & (1 << (place & 7)):
                return False
            place += step
            if place >= BITS:
                place -= BITS
        return True

    def _add(self, digest: bytes, number: int) -> bool:
        """Add one; whether it was there already."""
        bits = self._bits
        place, step = self._places(digest, number)
        there = True
        for _ in range(PROBES):
            at, bit = place >> 3, 1 << (place & 7)
            held = bits[at]
            if not held & bit:
                there = False
                bits[at] = held | bit
            place += step
            if place >= BITS:
                place -= BITS
        return there
