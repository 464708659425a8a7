"""The program's icon and that of its workspace files, drawn by Qt from our SVG in the sizes of the hicolor theme."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
TYPE_NAME = "application-x-vigie-workspace"
_PAGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">'
    '<path d="M56 12h104l52 52v168a12 12 0 0 1-12 12H56a12 12 0 0 1-12-12V24a12 12 0 0 1 12-12z" fill="#FFFFFF" '
    'stroke="#8A94A3" stroke-width="8" stroke-linejoin="round"/>'
    '<path d="M160 12v40a12 12 0 0 0 12 12h40z" fill="#D5DAE1" stroke="#8A94A3" stroke-width="8" stroke-linejoin="round"/>'
    '<g transform="translate(68 100) scale(0.47)">{sign}</g></svg>'
)


def workspace_svg(program: str) -> str:
    """The page with the program's sign on it, from the program's own SVG. ValueError where that is no SVG."""
    inside = re.fullmatch(r"\s*<svg\b[^>]*>(.*)</svg>\s*", program, re.DOTALL)
    if inside is None:
        raise ValueError("not an SVG")
    return _PAGE.format(sign=inside.group(1))


def png(svg: str, size: int) -> bytes:
    """``svg`` as a square PNG of ``size`` pixels on nothing."""
    _application()
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _application() -> QGuiApplication:
    return QGuiApplication.instance() or QGuiApplication([])  # type: ignore[return-value]


def files(program_svg: Path) -> dict[str, bytes]:
    """Path below ``share/icons/hicolor`` -> content, for both icons."""
    program = program_svg.read_text("utf-8")
    found: dict[str, bytes] = {}
    for folder, name, svg in (
        ("apps", "vigie", program),
        ("mimetypes", TYPE_NAME, workspace_svg(program)),
    ):
        found[f"scalable/{folder}/{name}.svg"] = svg.encode()
        for size in SIZES:
            found[f"{size}x{size}/{folder}/{name}.png"] = png(svg, size)
    return found
