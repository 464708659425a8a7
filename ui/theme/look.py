"""The look in force: theme, text size, fonts and icons behind one object that every widget is handed."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui import systems
from ui.theme.icons import IconStore
from ui.theme.metrics import BASE_PX, DENSITIES, TYPE, Density, Metrics
from ui.theme.palette import build_palette
from ui.theme.stylesheet import build_stylesheet
from ui.theme.tokens import DARK, LIGHT, THEMES, Theme

if TYPE_CHECKING:
    from pathlib import Path


class Look(QObject):
    """Holds theme, metrics and density; emits ``changed`` after any of them changed.

    Widgets take colours, fonts and icons from here while painting, so a change needs no more than a repaint
    and, for the text size, a new layout.
    """

    changed = Signal()

    def __init__(
        self,
        icon_folder: Path,
        theme: Theme = LIGHT,
        scale: int = 100,
        *,
        density: str = "normal",
        family: str | None = None,
        reduce_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """``family`` replaces the system font; ``scale`` is the text size in per cent (80 to 200)."""
        super().__init__(parent)
        self._system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._system.setFamilies([family] if family else systems.families(self._system.families()))
        self._icons = IconStore(icon_folder)
        self._theme = theme
        self._density = DENSITIES[density]
        self._reduce_motion = reduce_motion
        self._mask_all = False
        self._media = (True, True, False)
        self._metrics = Metrics(max(QFontInfo(self._system).pixelSize(), BASE_PX), scale)
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._colors: dict[str, QColor] = {}

    @property
    def theme(self) -> Theme:
        """The colour table in force."""
        return self._theme

    @property
    def metrics(self) -> Metrics:
        """Pixel sizes in force."""
        return self._metrics

    @property
    def density(self) -> Density:
        """How many lines of text a queue card shows."""
        return self._density

    @property
    def reduce_motion(self) -> bool:
        """True when even the toast's countdown line stands still."""
        return self._reduce_motion

    @property
    def mask_all(self) -> bool:
        """True when harsh words are masked everywhere, not only in the harshest comments."""
        return self._mask_all

    @property
    def blur_media(self) -> bool:
        """True when a loaded picture is blurred until a person reveals it."""
        return self._media[0]

    @property
    def grey_media(self) -> bool:
        """True when a loaded picture has no colour until a person reveals it."""
        return self._media[1]

    @property
    def load_media(self) -> bool:
        """True when the pictures of the open comment come by themselves."""
        return self._media[2]

    def px(self, drawn: float) -> int:
        """A length drawn at 100 %, in pixels here."""
        return self._metrics.px(drawn)

    def hex(self, role: str) -> str:
        """The colour of ``role`` as ``#RRGGBB``."""
        return self._theme.color(role)

    def color(self, role: str) -> QColor:
        """The colour of ``role``; ``X-tint`` works too."""
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = QColor(self._theme.color(role))
        return found

    def font(self, role: str = "body", weight: int | None = None) -> QFont:
        """The font of a type role, with tabular figures; ``weight`` 400, 500 or 600."""
        chosen = TYPE[role].weight if weight is None else weight
        found = self._fonts.get((role, chosen))
        if found is None:
            found = QFont(self._system)
            found.setPixelSize(self._metrics.font_px(role))
            found.setWeight(QFont.Weight(chosen))
            found.setFeature(QFont.Tag("tnum"), 1)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[role, chosen] = found
        return found

    def fixed_font(self) -> QFont:
        """The fixed-pitch font of policy text, hashes and anchors."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies(systems.fixed_families(font.families()))
        font.setPixelSize(self._metrics.font_px("small"))
        return font

    def pixmap(
        self, name: str, role: str, drawn: int = 16, ratio: float = 1.0, weight: str | None = None
    ) -> QPixmap:
        """An icon in the colour of ``role``, with an edge drawn at 100 % of ``drawn`` pixels."""
        return self._icons.pixmap(name, self.hex(role), self.px(drawn), ratio, weight)

    def icon(self, name: str, role: str = "text-muted", weight: str | None = None) -> QIcon:
        """An icon for menus and native buttons."""
        return self._icons.icon(name, self.hex(role), self.hex("text-muted"), weight)

    def set_theme(self, theme: Theme) -> None:
        """Change the colour table and repaint everything."""
        if theme is not self._theme:
            self._theme = theme
            self._refresh()

    def set_scale(self, scale: int) -> None:
        """Change the text size (per cent, 80 to 200) and lay everything out again."""
        if scale != self._metrics.scale:
            self._metrics = Metrics(self._metrics.base, scale)
            self._refresh()

    def set_density(self, name: str) -> None:
        """Change the card density: roomy, normal or compact."""
        if name != self._density.name:
            self._density = DENSITIES[name]
            self.changed.emit()

    def set_reduce_motion(self, reduce: bool) -> None:
        """Let even the countdown line stand still, or not."""
        self._reduce_motion = reduce
        self.changed.emit()

    def set_mask_all(self, mask_all: bool) -> None:
        """Cover harsh words everywhere, or only in the harshest comments."""
        if mask_all != self._mask_all:
            self._mask_all = mask_all
            self.changed.emit()

    def set_media(self, blur: bool, grey: bool, load: bool) -> None:
        """How pictures of comments are covered, and whether they come unasked."""
        if (blur, grey, load) != self._media:
            self._media = (blur, grey, load)
            self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Give the application the style, palette, font and style sheet of this look."""
        # Qt walks a list of all widgets and calls ours in between: one that Python's collector destroys meanwhile is
        # still on that list.
        collects = gc.isenabled()
        gc.disable()
        try:
            self._give(app)
        finally:
            if collects:
                gc.enable()

    def _give(self, app: QApplication) -> None:
        """Each of these polishes every widget there is, seen or not: only what is different is given anew."""
        if not app.styleSheet():
            app.setStyle("Fusion")
        palette, font = build_palette(self._theme), self.font()
        if palette != app.palette():
            app.setPalette(palette)
        if font != app.font():
            app.setFont(font)
        sheet = build_stylesheet(self._theme, self._metrics)
        if sheet != app.styleSheet():
            # One sheet in place of another is given to each widget once for itself and once for each of those it lies
            # in (measured with Qt 6.11: 15,000 times for 1,500 widgets); taken away and given anew, twice in all.
            app.setStyleSheet("")
            app.setStyleSheet(sheet)

    def _refresh(self) -> None:
        self._fonts.clear()
        self._colors.clear()
        self._icons.forget()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.changed.emit()


def system_theme() -> Theme:
    """The theme the desktop asks for: its colour scheme if it names one, else the lightness of its palette."""
    hints = QGuiApplication.styleHints()
    scheme = hints.colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        palette = QGuiApplication.palette()
        dark = (
            palette.color(QPalette.ColorRole.Window).lightness()
            < palette.color(QPalette.ColorRole.WindowText).lightness()
        )
        return DARK if dark else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def theme_named(name: str) -> Theme:
    """``light``, ``dark``, ``contrast``; anything else (``system``) follows the desktop."""
    return THEMES.get(name) or system_theme()
