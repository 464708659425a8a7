"""The pictures of the practice network: simple scenes drawn when they are asked for; the harsh ones are bare shapes."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Final

from console.practice.drawing import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH: Final = 640
HEIGHT: Final = 360
"""Of every picture, in pixels."""
MIME: Final = "image/png"

_WALL, _TABLE, _EDGE = "ECE6DA", "B98F62", "9A744C"
_SAGE, _SAGE_DARK, _STEEL, _INK = "8FA98B", "6F8A6C", "C3C8CC", "2B2F33"


def _kitchen() -> Canvas:
    made = Canvas(WIDTH, HEIGHT, _WALL)
    for x in range(0, WIDTH, 80):  # tiles
        made.box(x, 0, x + 2, 250, "DDD5C6")
    for y in range(40, 250, 70):
        made.box(0, y, WIDTH, y + 2, "DDD5C6")
    made.box(0, 250, WIDTH, HEIGHT, _TABLE)
    made.box(0, 250, WIDTH, 256, _EDGE)
    return made


def _pot(made: Canvas, x: float, y: float, colour: str, dark: str) -> None:
    """A kettle standing at (x, y)."""
    made.oval(x, y + 8, 110, 12, _EDGE)
    made.line([(x + 60, y - 160), (x + 125, y - 150), (x + 130, y - 60), (x + 80, y - 30)], 18, _INK)
    made.shape([(x - 70, y - 170), (x + 70, y - 170), (x + 92, y), (x - 92, y)], colour)
    made.shape([(x + 30, y - 170), (x + 70, y - 170), (x + 92, y), (x + 50, y)], dark)
    made.shape([(x - 62, y - 150), (x - 130, y - 185), (x - 138, y - 170), (x - 78, y - 80)], dark)
    made.oval(x, y - 170, 70, 16, _STEEL)
    made.oval(x, y - 188, 14, 10, _INK)


def _kettle() -> Canvas:
    made = _kitchen()
    _pot(made, 320, 290, _SAGE, _SAGE_DARK)
    made.oval(520, 290, 44, 14, "F6F4EF")
    made.box(476, 236, 564, 290, "F6F4EF")
    made.oval(520, 236, 44, 12, "A9744B")
    return made


def _two() -> Canvas:
    made = _kitchen()
    _pot(made, 190, 290, _SAGE, _SAGE_DARK)
    _pot(made, 460, 300, "B5493C", "8E3930")
    return made


def _parcel() -> Canvas:
    made = Canvas(WIDTH, HEIGHT, "D9DEE2")
    made.box(0, 240, WIDTH, HEIGHT, "8B9299")
    made.shape([(150, 130), (430, 130), (510, 90), (240, 90)], "D8B183")
    made.shape([(150, 130), (430, 130), (430, 310), (150, 310)], "C79A66")
    made.shape([(430, 130), (510, 90), (510, 260), (430, 310)], "A97F4F")
    made.box(275, 130, 310, 310, "E4CFA9")
    made.shape([(150, 220), (205, 232), (190, 262), (222, 290), (150, 310)], "6E4F2E")  # torn
    made.line([(150, 220), (205, 232), (190, 262), (222, 290)], 4, "F1E3CB")
    made.box(340, 160, 410, 200, "F7F7F5")
    for y in (170, 180, 190):
        made.box(348, y, 402, y + 3, "777C80")
    return made


def _plug() -> Canvas:
    made = Canvas(WIDTH, HEIGHT, "E9EDF0")
    made.box(360, 70, 560, 290, "FBFBFA")
    made.oval(460, 180, 78, 78, "D5DADD")
    for x in (430, 490):
        made.oval(x, 180, 12, 12, _INK)
    made.line([(0, 330), (60, 300), (90, 220), (140, 180)], 22, "33383C")
    made.box(130, 130, 260, 230, "3D4348")
    for y in (140, 176, 212):  # three prongs where there are two holes
        made.box(260, y, 320, y + 10, _STEEL)
    return made


def _crack() -> Canvas:
    made = _kitchen()
    made.oval(320, 210, 230, 120, _STEEL)
    made.oval(320, 204, 214, 106, "DDE1E4")
    made.oval(320, 204, 60, 30, "AEB5BA")
    made.line([(150, 150), (210, 190), (250, 180), (330, 225), (380, 210), (480, 275)], 7, "3A3A3A")
    made.line([(330, 225), (345, 275), (380, 300)], 5, "3A3A3A")
    return made


def _cord() -> Canvas:
    made = _kitchen()
    _pot(made, 210, 290, _SAGE, _SAGE_DARK)
    made.line([(300, 282), (350, 300), (400, 270), (420, 250)], 9, _INK)
    made.box(408, 226, 434, 254, _INK)
    made.box(540, 90, 610, 160, "FBFBFA")  # the socket, out of reach
    for x in (562, 588):
        made.oval(x, 125, 6, 6, _INK)
    return made


def _banner() -> Canvas:
    made = Canvas(WIDTH, HEIGHT, "F2C230")
    for n in range(18):
        x = n * 80 - 360
        made.shape([(x, HEIGHT), (x + 40, HEIGHT), (x + 400, 0), (x + 360, 0)], "F5CE52")
    made.oval(320, 180, 200, 120, "C8321F")
    made.shape([(230, 250), (255, 250), (420, 110), (395, 110)], "FFFFFF")  # a per cent sign
    made.oval(265, 140, 36, 36, "FFFFFF")
    made.oval(265, 140, 16, 16, "C8321F")
    made.oval(385, 222, 36, 36, "FFFFFF")
    made.oval(385, 222, 16, 16, "C8321F")
    return made


def _cake() -> Canvas:
    made = _kitchen()
    made.oval(320, 300, 220, 34, "F6F4EF")
    made.shape([(180, 190), (460, 190), (480, 292), (160, 292)], "8C5A2F")
    made.oval(320, 190, 140, 40, "A96F3E")
    for x, y in ((260, 182), (320, 172), (380, 186), (300, 200), (352, 204)):
        made.oval(x, y, 9, 7, "E7C58F")
    return made


def _step() -> Canvas:
    made = Canvas(WIDTH, HEIGHT, "CFC8BE")
    made.box(180, 20, 470, 260, "5B6C78")
    made.box(196, 36, 318, 260, "A9C2CF")
    made.box(332, 36, 454, 260, "B7CDD8")
    made.line([(310, 130), (310, 170)], 6, _INK)
    made.line([(340, 130), (340, 170)], 6, _INK)
    made.box(140, 260, 510, 306, "9C958B")
    made.box(140, 260, 510, 268, "B8B1A6")
    made.box(0, 306, WIDTH, HEIGHT, "77736C")
    return made


def _seal() -> Canvas:
    made = Canvas(WIDTH, HEIGHT, "F0EDE8")
    made.oval(220, 190, 120, 110, "B5493C")
    made.oval(220, 190, 92, 82, "F0EDE8")
    made.oval(460, 190, 90, 82, "4D5358")
    made.oval(460, 190, 66, 58, "F0EDE8")
    return made


def _thermometers() -> Canvas:
    made = _kitchen()
    for x, top in ((240, 96), (400, 82)):
        made.box(x - 20, 40, x + 20, 290, "FBFBFA")
        made.oval(x, 292, 30, 30, "C8321F")
        made.box(x - 8, top, x + 8, 292, "C8321F")
        for y in range(60, 270, 20):
            made.box(x + 9, y, x + 19, y + 2, _INK)
    return made


def _shapes(seed: int) -> Callable[[], Canvas]:
    """What stands for a harsh picture: shapes in black, red and grey that show nothing at all."""

    def draw() -> Canvas:
        dice = random.Random(seed)
        made = Canvas(WIDTH, HEIGHT, "211B1C")
        for n in range(14):
            x, y, size = dice.uniform(0, WIDTH), dice.uniform(0, HEIGHT), dice.uniform(40, 150)
            colour = ("8E1F1B", "C8321F", "5A5556", "120D0E", "A58F86")[n % 5]
            if n % 3 == 0:
                made.oval(x, y, size, size * 0.6, colour)
            else:
                made.shape(
                    [(x + dice.uniform(-size, size), y + dice.uniform(-size, size)) for _ in range(4)], colour
                )
        return made

    return draw


_SCENES: Final[dict[str, Callable[[], Canvas]]] = {
    "kettle": _kettle, "two_kettles": _two, "parcel": _parcel, "plug": _plug, "crack": _crack, "cord": _cord,
    "banner": _banner, "cake": _cake, "step": _step, "seal": _seal, "thermometers": _thermometers,
    "shapes_1": _shapes(1), "shapes_2": _shapes(2), "shapes_3": _shapes(3),
}  # fmt: skip
NAMES: Final = frozenset(_SCENES)


@cache
def drawn(name: str) -> bytes:
    """The scene ``name`` as a PNG file, always the same bytes. KeyError for a name that is none of ``NAMES``."""
    return _SCENES[name]().png()
