"""Type sizes, spaces, radii and heights as factors of the system font, so that 200 % text scales everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BASE_PX: Final = 13
"""The base the pictures were drawn with; a smaller system font is raised to it."""
SCALE_RANGE: Final = (80, 200)
"""User text size in per cent."""
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A text style: size and line height as factors of the base font, and the usual weight."""

    factor: float
    line: float
    weight: int = REGULAR


TYPE: Final[dict[str, TypeRole]] = {
    "caption": TypeRole(11 / 13, 16 / 13),
    "small": TypeRole(12 / 13, 16 / 13),
    "body": TypeRole(1.0, 20 / 13),
    "card": TypeRole(1.0, 19 / 13),
    "read": TypeRole(16 / 13, 25 / 13),
    "title": TypeRole(14 / 13, 20 / 13, SEMIBOLD),
    "page": TypeRole(20 / 13, 28 / 13, SEMIBOLD),
    "figure": TypeRole(24 / 13, 28 / 13, SEMIBOLD),
}

RADIUS_MARK, RADIUS_CHIP, RADIUS_BUTTON, RADIUS_POPOVER = 3, 4, 6, 8
BUTTON_HEIGHT, RAIL_ITEM, BAR_HEIGHT, TOP_HEIGHT, STRIP_HEIGHT, TOAST_HEIGHT = 30, 28, 40, 44, 26, 40
TABLE_ROW, TABLE_ROW_COMPACT = 34, 28
RAIL_ITEM_LEAST: Final = 24
"""What a line of the rail keeps in a low window: a pointer still finds it."""
RAIL_EM, LIST_EM, THREAD_EM, AUTHOR_EM, SEARCH_EM = 16.3, 35.0, 32.0, 20.3, 33.5
RAIL_LONG_EM: Final = 22.3
"""What the rail may grow to where a language has longer words than the two that were drawn."""
WORK_EM: Final = 59.5
"""Detail and author as drawn: in less, the keys of the action bar take a third row in French."""
LIST_LEAST_EM: Final = 31.0
"""What the list keeps where the window has not room for all of it."""
FOLD_AUTHOR_EM, FOLD_RAIL_EM, ONE_PANE_EM = 104.0, 84.0, 62.0
MINIMUM_WINDOW: Final = (960, 600)


@dataclass(frozen=True, slots=True)
class Density:
    """How many lines of comment text a card shows and whether its meta line is folded into one row."""

    name: str
    lines: int


DENSITIES: Final[dict[str, Density]] = {
    "roomy": Density("roomy", 3),
    "normal": Density("normal", 2),
    "compact": Density("compact", 1),
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """Pixel sizes for one base font size (px) and one user scale (per cent, 80 to 200)."""

    base: float = BASE_PX
    scale: int = 100

    def __post_init__(self) -> None:
        low, high = SCALE_RANGE
        if not low <= self.scale <= high:
            raise ValueError(f"text scale {self.scale} outside {low}-{high}")

    @property
    def em(self) -> float:
        """One em in pixels at the user's scale."""
        return max(self.base, BASE_PX) * self.scale / 100

    def px(self, drawn: float) -> int:
        """Turn a length drawn at 13 px base (as in the pictures) into pixels here; never less than 1 for a line."""
        scaled = round(drawn * self.em / BASE_PX)
        return max(scaled, 1) if drawn > 0 else scaled

    def font_px(self, role: str) -> int:
        """Pixel size of a type role."""
        return max(round(TYPE[role].factor * self.em), 6)

    def line_px(self, role: str) -> int:
        """Line height in pixels of a type role."""
        return round(TYPE[role].line * self.em)

    def icon_px(self, drawn: int = 16) -> int:
        """Icon edge in pixels for an edge drawn at 100 %."""
        return self.px(drawn)
