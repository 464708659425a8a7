"""A small canvas of at most 256 colours and the PNG it becomes: what the practice network's pictures are drawn with."""

from __future__ import annotations

import struct
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


class Canvas:
    """Pixels as indexes into a palette. Coordinates are pixels from the upper left; what lies outside is cut off."""

    def __init__(self, width: int, height: int, background: str) -> None:
        """``background`` and all colours are ``RRGGBB``."""
        self.width, self.height = width, height
        self._palette: dict[str, int] = {background: 0}
        self._rows = [bytearray(width) for _ in range(height)]

    def _span(self, y: int, left: float, right: float, index: int) -> None:
        """The pixels of row ``y`` from ``left`` up to ``right``."""
        first, last = max(round(left), 0), min(round(right), self.width)
        if 0 <= y < self.height and first < last:
            self._rows[y][first:last] = bytes((index,)) * (last - first)

    def _index(self, colour: str) -> int:
        return self._palette.setdefault(colour, len(self._palette))

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """A filled rectangle."""
        index = self._index(colour)
        for y in range(max(round(top), 0), min(round(bottom), self.height)):
            self._span(y, left, right, index)

    def oval(self, x: float, y: float, across: float, high: float, colour: str) -> None:
        """A filled ellipse around (x, y) with these half axes."""
        index = self._index(colour)
        for row in range(max(round(y - high), 0), min(round(y + high) + 1, self.height)):
            inside = 1 - ((row - y) / high) ** 2
            if inside > 0:
                half = across * inside**0.5
                self._span(row, x - half, x + half, index)

    def shape(self, points: Sequence[Point], colour: str) -> None:
        """A filled polygon, by the even-odd rule."""
        index = self._index(colour)
        edges = list(zip(points, [*points[1:], points[0]], strict=True))
        low, high = min(y for _, y in points), max(y for _, y in points)
        for row in range(max(round(low), 0), min(round(high) + 1, self.height)):
            middle = row + 0.5
            cuts = sorted(
                x1 + (middle - y1) * (x2 - x1) / (y2 - y1)
                for (x1, y1), (x2, y2) in edges
                if (y1 <= middle) != (y2 <= middle)
            )
            for left, right in zip(cuts[::2], cuts[1::2], strict=False):
                self._span(row, left, right, index)

    def line(self, points: Sequence[Point], thick: float, colour: str) -> None:
        """A line through ``points`` with round joints, ``thick`` pixels wide."""
        half = thick / 2
        for (x1, y1), (x2, y2) in pairwise(points):
            long = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
            dx, dy = (y1 - y2) / long * half, (x2 - x1) / long * half
            self.shape(
                [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)], colour
            )
        for x, y in points:
            self.oval(x, y, half, half, colour)

    def png(self) -> bytes:
        """The picture as a PNG file with a palette (W3C PNG, colour type 3, 8 bits)."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        colours = b"".join(bytes.fromhex(colour) for colour in self._palette)
        pixels = zlib.compress(b"".join(b"\0" + row for row in self._rows), 6)
        return _SIGNATURE + b"".join(
            _chunk(name, body)
            for name, body in ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", pixels), (b"IEND", b""))
        )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
