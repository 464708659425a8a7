"""Phosphor icons from resources/icons: recoloured, rendered at the right weight, kept by what was asked for."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.icon_names import GLYPHS

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTS: Final = ("regular", "bold", "fill")
SMALL_PX: Final = 16
"""Edge in pixels up to which one-pixel strokes grey out on an ordinary display, so that bold is taken."""
SHARP_RATIO: Final = 1.5
_KEPT: Final = 1024

Key = tuple[str, str, int, float, str]


class UnknownIcon(KeyError):
    """The name is not in the icon table, or its file is missing."""


class IconStore:
    """Renders icons of one folder and keeps the last 1,024 pixmaps by (name, weight, px, ratio, colour)."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds ``regular/``, ``bold/`` and ``fill/`` with one SVG per glyph."""
        self._folder = folder
        self._sources: dict[tuple[str, str], bytes] = {}
        self._pixmaps: OrderedDict[Key, QPixmap] = OrderedDict()

    @staticmethod
    def weight_for(px: int, ratio: float) -> str:
        """The stroke weight that stays readable: bold at 16 px or less on an ordinary display, else regular."""
        return "bold" if px <= SMALL_PX and ratio < SHARP_RATIO else "regular"

    def source(self, name: str, weight: str) -> bytes:
        """The bytes of one SVG. Raises UnknownIcon for a name outside the table or a missing file."""
        known = self._sources.get((name, weight))
        if known is not None:
            return known
        if name not in GLYPHS or weight not in WEIGHTS:
            raise UnknownIcon(f"{name} ({weight})")
        try:
            data = (self._folder / weight / f"{name}.svg").read_bytes()
        except OSError as error:
            raise UnknownIcon(f"{name} ({weight})") from error
        self._sources[name, weight] = data
        return data

    def pixmap(
        self, name: str, color: str, px: int, ratio: float = 1.0, weight: str | None = None
    ) -> QPixmap:
        """Render ``name`` in ``color`` (``#RRGGBB``) with an edge of ``px`` logical pixels at pixel ``ratio``."""
        chosen = weight or self.weight_for(px, ratio)
        key = (name, chosen, px, ratio, color)
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        data = self.source(name, chosen).replace(b"currentColor", color.encode("ascii"))
        edge = max(round(px * ratio), 1)
        image = QImage(QSize(edge, edge), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._pixmaps[key] = pixmap
        if len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

    def icon(self, name: str, color: str, disabled: str, weight: str | None = None) -> QIcon:
        """A QIcon for menus and native buttons, in 16 and 20 px at single and double density."""
        icon = QIcon()
        for px in (16, 20):
            for ratio in (1.0, 2.0):
                icon.addPixmap(self.pixmap(name, color, px, ratio, weight), QIcon.Mode.Normal)
                icon.addPixmap(self.pixmap(name, disabled, px, ratio, weight), QIcon.Mode.Disabled)
        return icon

    def forget(self) -> None:
        """Drop the rendered pixmaps, as after a change of theme."""
        self._pixmaps.clear()
