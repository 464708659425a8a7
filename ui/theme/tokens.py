"""The colour table (light, dark, high contrast) with its contrast arithmetic: the only place with hex values."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUNDS: Final = ("window", "surface", "raised", "sunken", "hover", "selected", "ours", "code")
"""Fills that text may stand on; every ratio is the worst over these eight."""

CATEGORY_ROLES: Final = (
    "insult", "threat", "hate", "spam", "troll-signal", "criticism", "question", "praise",
)  # fmt: skip

TEXT_MINIMUM: Final = 4.5
"""WCAG 2.2 contrast asked of text (AA)."""
EDGE_MINIMUM: Final = 3.0
"""WCAG 2.2 contrast asked of icons, field edges and the focus ring."""

# role: (light, dark, high contrast)
_TABLE: Final[dict[str, tuple[str, str, str]]] = {
    "window": ("#F3F4F6", "#121519", "#000000"),
    "surface": ("#FFFFFF", "#181C21", "#000000"),
    "raised": ("#FFFFFF", "#20252C", "#000000"),
    "sunken": ("#EAECF0", "#0E1114", "#000000"),
    "code": ("#F6F7F9", "#14181C", "#000000"),
    "ours": ("#EEF4FC", "#17222F", "#0A1A2B"),
    "hover": ("#F0F2F6", "#1F242A", "#1F1F1F"),
    "selected": ("#E4EDF9", "#1C3048", "#00306B"),
    "border": ("#DBDFE5", "#2C333C", "#FFFFFF"),
    "border-strong": ("#7C8695", "#717D8D", "#FFFFFF"),
    "text": ("#171B21", "#E4E8ED", "#FFFFFF"),
    "text-muted": ("#525C69", "#A0AAB7", "#E0E0E0"),
    "accent": ("#1A5AA8", "#74B0F8", "#8FD0FF"),
    "accent-hover": ("#144A8D", "#95C4FB", "#C2E5FF"),
    "text-on-accent": ("#FFFFFF", "#0B1420", "#000000"),
    "focus": ("#0B62D6", "#8CC0FF", "#FFE600"),
    "danger": ("#B0201F", "#FF8A80", "#FF9B94"),
    "warning": ("#8A5200", "#F0B35A", "#FFD166"),
    "ok": ("#1C6E3D", "#9ADFAF", "#7CF0A0"),
    "toast": ("#20262E", "#333D49", "#1F1F1F"),
    "on-toast": ("#F5F7FA", "#F2F5F8", "#FFFFFF"),
    "span": ("#FBE3B5", "#5A4312", "#4D3800"),
    "insult": ("#AE4407", "#F7985A", "#FFB07A"),
    "threat": ("#B0201F", "#FF8A80", "#FF9B94"),
    "hate": ("#A41268", "#F57CCB", "#FF9FD6"),
    "spam": ("#5A6675", "#9AA5B1", "#D5DCE6"),
    "troll-signal": ("#5E4938", "#D2BCA9", "#E8CDB6"),
    "criticism": ("#6A3FBF", "#C3A6FA", "#CFBAFF"),
    "question": ("#034A55", "#7FE3E3", "#6FE3EA"),
    "praise": ("#2B7535", "#B5DEA8", "#A6F09A"),
}

_TINT_SHARE: Final = {"light": 0.09, "dark": 0.16, "contrast": 0.0}


@dataclass(frozen=True, slots=True)
class Theme:
    """One column of the table: a name and its colours by role, as ``#RRGGBB``."""

    name: str
    colors: Mapping[str, str]

    @property
    def dark(self) -> bool:
        """True when the ground is darker than the text on it."""
        return luminance(self.colors["window"]) < luminance(self.colors["text"])

    @property
    def high_contrast(self) -> bool:
        """True for the table in which every card and chip carries an outline."""
        return self.name == "contrast"

    def color(self, role: str) -> str:
        """Return the colour of ``role``; ``X-tint`` is X mixed over ``surface``. KeyError for an unknown role."""
        known = self.colors.get(role)
        if known is not None:
            return known
        if role.endswith("-tint"):
            return mix(self.colors[role[: -len("-tint")]], self.colors["surface"], _TINT_SHARE[self.name])
        raise KeyError(role)

    def translucent(self, role: str, share: float) -> str:
        """Return ``role`` mixed over ``surface`` with weight ``share`` (0 to 1): we paint no real translucency."""
        return mix(self.color(role), self.colors["surface"], share)


def _column(name: str, index: int) -> Theme:
    return Theme(name, MappingProxyType({role: row[index] for role, row in _TABLE.items()}))


LIGHT: Final = _column("light", 0)
DARK: Final = _column("dark", 1)
CONTRAST: Final = _column("contrast", 2)
THEMES: Final[Mapping[str, Theme]] = MappingProxyType({t.name: t for t in (LIGHT, DARK, CONTRAST)})


def channels(color: str) -> tuple[int, int, int]:
    """Split ``#RRGGBB`` into three integers 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(front: str, back: str, share: float) -> str:
    """Mix ``front`` over ``back`` with weight ``share`` (0 to 1), channel by channel in sRGB."""
    blended = (
        round(f * share + b * (1 - share)) for f, b in zip(channels(front), channels(back), strict=True)
    )
    return "#{:02X}{:02X}{:02X}".format(*blended)


def luminance(color: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(value) for value in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    first, second = luminance(one), luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def worst_contrast(theme: Theme, role: str) -> float:
    """The lowest contrast of ``role`` over all eight grounds of ``theme``."""
    return min(contrast(theme.color(role), theme.color(ground)) for ground in GROUNDS)
