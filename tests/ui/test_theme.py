"""The colour table keeps its contrasts, the icons exist, sizes follow the text scale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.conftest import RESOURCES
from ui.actions import all_rows
from ui.theme import tokens
from ui.theme.icon_names import CATEGORY_COLORS, GLYPHS
from ui.theme.icons import IconStore, UnknownIcon
from ui.theme.look import Look
from ui.theme.metrics import Metrics
from ui.theme.stylesheet import build_stylesheet

TEXT_ROLES = ("text", "text-muted", "accent", "danger", "warning", "ok", *tokens.CATEGORY_ROLES)
ALL = list(tokens.THEMES.values())
#: The worst ratios printed in the design page, light / dark / high contrast.
PRINTED = {
    "border-strong": (3.1, 3.2, 12.8),
    "text": (14.6, 10.9, 12.8),
    "text-muted": (5.7, 5.7, 9.7),
    "accent": (5.8, 5.9, 7.7),
    "focus": (4.8, 7.1, 10.1),
    "danger": (5.8, 5.9, 6.3),
    "warning": (5.4, 7.2, 8.9),
    "ok": (5.3, 8.7, 9.1),
    "insult": (4.9, 6.1, 7.2),
    "threat": (5.8, 5.9, 6.3),
    "hate": (6.2, 5.5, 6.8),
    "spam": (4.9, 5.4, 9.3),
    "troll-signal": (7.1, 7.3, 8.5),
    "criticism": (5.8, 6.5, 7.4),
    "question": (8.4, 8.9, 8.5),
    "praise": (4.8, 8.9, 9.5),
}


@pytest.mark.parametrize("theme", ALL, ids=lambda t: t.name)
def test_text_is_readable_on_every_ground(theme: tokens.Theme) -> None:
    """Every text colour reaches 4.5 on all eight grounds, edges and focus reach 3.0."""
    low = {r: tokens.worst_contrast(theme, r) for r in TEXT_ROLES}
    assert {r: v for r, v in low.items() if v < tokens.TEXT_MINIMUM} == {}
    for role in ("border-strong", "focus"):
        assert tokens.worst_contrast(theme, role) >= tokens.EDGE_MINIMUM


@pytest.mark.parametrize("role", sorted(PRINTED))
def test_ratios_are_those_of_the_design_page(role: str) -> None:
    """The figures people were shown are the figures of the table."""
    measured = [tokens.worst_contrast(theme, role) for theme in ALL]
    assert measured == pytest.approx(PRINTED[role], abs=0.06)


@pytest.mark.parametrize("theme", ALL, ids=lambda t: t.name)
def test_text_on_fills_and_tints(theme: tokens.Theme) -> None:
    """Buttons, toasts, highlights and tints carry their text."""
    pairs = [("text-on-accent", "accent"), ("text-on-accent", "accent-hover"), ("text-on-accent", "danger")]
    pairs += [("on-toast", "toast"), ("text", "span")]
    for front, back in pairs:
        assert tokens.contrast(theme.color(front), theme.color(back)) >= tokens.TEXT_MINIMUM, (front, back)
    for role in (*tokens.CATEGORY_ROLES, "accent", "danger", "warning", "ok"):
        tint = theme.color(f"{role}-tint")
        assert tokens.contrast(theme.color(role), tint) >= 5.0, role
        assert tokens.contrast(theme.color("text-muted"), tint) >= 4.9, role
        assert tokens.contrast(theme.color(role), theme.color("span")) >= tokens.EDGE_MINIMUM or role in (
            "warning", "ok", "danger", "accent",
        )  # fmt: skip


def test_known_ratio() -> None:
    """Black on white is 21 to 1, a colour on itself is 1 to 1."""
    light = tokens.LIGHT
    assert tokens.contrast(tokens.CONTRAST.color("window"), tokens.CONTRAST.color("text")) == pytest.approx(
        21
    )
    assert tokens.contrast(light.color("accent"), light.color("accent")) == pytest.approx(1)


def test_no_category_is_blue_chrome() -> None:
    """The accent belongs to the interface."""
    for theme in ALL:
        assert theme.color("accent") not in {theme.color(role) for role in CATEGORY_COLORS.values()}


def test_palette_follows_the_theme(qapp: QApplication, look: Look) -> None:
    """A change of theme reaches the application's palette, also where the platform ignores colour schemes."""
    for theme in ALL:
        look.set_theme(theme)
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.color("window")
        disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        assert disabled.name().upper() == theme.color("text-muted")
    look.set_theme(tokens.LIGHT)


@pytest.mark.parametrize("theme", ALL, ids=lambda t: t.name)
def test_style_sheet_uses_only_token_colours(theme: tokens.Theme) -> None:
    """Every colour in the sheet comes from the table or is one mixed from it."""
    sheet = build_stylesheet(theme, Metrics())
    mixed = {theme.translucent("border-strong", 0.5)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= set(theme.colors.values()) | mixed
    assert "$" not in sheet


def test_icon_files_are_exactly_the_table() -> None:
    """Each glyph in use is there in three weights, and nothing else is shipped."""
    for weight in ("regular", "bold", "fill"):
        names = {path.stem for path in (RESOURCES / "icons" / weight).glob("*.svg")}
        assert names == GLYPHS
    assert "MIT License" in (RESOURCES / "icons" / "LICENSE-phosphor.txt").read_text(encoding="utf-8")


def test_every_action_icon_exists() -> None:
    """The action table names only glyphs of the icon table."""
    assert {row.icon for row in all_rows() if row.icon} <= GLYPHS


def test_icons_are_recoloured_and_kept(look: Look) -> None:
    """The same question answers the same pixmap; another colour another one, in that colour."""
    store = IconStore(RESOURCES / "icons")
    color = tokens.LIGHT.color("danger")
    first = store.pixmap("gavel", color, 16, 2.0, "fill")
    assert store.pixmap("gavel", color, 16, 2.0, "fill") is first
    assert first.width() == 32
    image = first.toImage()
    solid = [
        image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {pixel.name().upper() for pixel in solid} == {color}


def test_small_icons_are_bold_on_ordinary_displays() -> None:
    """One-pixel strokes grey out at 16 px and below unless the display is dense."""
    assert IconStore.weight_for(16, 1.0) == "bold"
    assert IconStore.weight_for(16, 2.0) == "regular"
    assert IconStore.weight_for(20, 1.0) == "regular"


def test_unknown_icon_is_an_error(tmp_path: Path) -> None:
    """A name outside the table, or a missing file, is named."""
    with pytest.raises(UnknownIcon):
        IconStore(RESOURCES / "icons").source("skull", "regular")
    with pytest.raises(UnknownIcon):
        IconStore(tmp_path).source("gavel", "regular")


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
def test_sizes_follow_the_scale(scale: int) -> None:
    """Every length grows with the text; a hairline never disappears."""
    metrics = Metrics(13, scale)
    assert metrics.font_px("body") == round(13 * scale / 100)
    assert metrics.px(1) >= 1
    assert metrics.px(30) == round(30 * scale / 100)


def test_scale_has_limits() -> None:
    """80 to 200 per cent."""
    with pytest.raises(ValueError, match="79"):
        Metrics(13, 79)


class Heard(QObject):
    """Counts how often the styles of the widgets it watches are told to change."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One event."""
        del watched
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_a_widget_deep_in_a_room_is_styled_no_more_often_than_a_shallow_one(
    qapp: QApplication, look: Look
) -> None:
    """Qt gives a sheet that takes another's place to a widget once for each it lies in: a second for all rooms."""
    look.apply(qapp)
    before = look.theme
    rooms = [QWidget(), QWidget()]
    heard = [Heard(), Heard()]
    for room, ear, depth in zip(rooms, heard, (1, 30), strict=True):
        inner = room
        for _ in range(depth):
            below = QWidget()
            QVBoxLayout(inner).addWidget(below)
            inner = below
        room.show()
        inner.installEventFilter(ear)
    qapp.processEvents()
    look.set_theme(tokens.DARK if before is not tokens.DARK else tokens.LIGHT)
    look.set_theme(before)
    assert 0 < heard[1].times == heard[0].times
    for room in rooms:
        room.hide()
        room.deleteLater()
