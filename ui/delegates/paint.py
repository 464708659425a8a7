"""Small things painted in many places: one-line text, icons, keycaps, category chips, severity boxes, discs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintDevice, QPainter, QPainterPath, QPen

from ui.theme.icon_names import SIGNALS, category_color, category_icon

if TYPE_CHECKING:
    from ui.theme.look import Look

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTER = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


def ratio_of(painter: QPainter) -> float:
    """Device pixel ratio of what is painted on."""
    device: QPaintDevice | None = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


def text_width(font: QFont, text: str) -> int:
    """Width of one line of text in pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` pixels, broken between words; a longer word stands alone."""
    metrics = QFontMetrics(font)
    lines: list[str] = []
    for word in text.split(" "):
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines if text else []


def draw_text(
    painter: QPainter, rect: QRect, text: str, font: QFont, look: Look, role: str, right: bool = False
) -> int:
    """Draw one line, elided when it does not fit; return its width."""
    if rect.width() <= 0 or not text:
        return 0
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text)
    if width > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()).replace("……", "…")
        width = metrics.horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(look.color(role))
    painter.drawText(rect, _RIGHT if right else _LEFT, text)
    return width


def draw_icon(
    painter: QPainter,
    x: float,
    center_y: float,
    name: str,
    role: str,
    look: Look,
    drawn: int = 16,
    weight: str | None = None,
) -> int:
    """Draw an icon with its left edge at ``x`` and its middle at ``center_y``; return its width."""
    pixmap = look.pixmap(name, role, drawn, ratio_of(painter), weight)
    edge = look.px(drawn)
    painter.drawPixmap(QPointF(round(x), round(center_y - edge / 2)), pixmap)
    return edge


def keycap_width(text: str, look: Look) -> int:
    """Width of a keycap."""
    return max(text_width(look.font("caption"), text) + look.px(10), look.px(18))


def draw_keycap(
    painter: QPainter, x: int, center_y: float, text: str, look: Look, inverse: bool = False
) -> int:
    """Draw a keycap with its left edge at ``x``; ``inverse`` for one on a filled button. Return its width."""
    width, height = keycap_width(text, look), look.px(18)
    rect = QRectF(x + 0.5, round(center_y - height / 2) + 0.5, width - 1, height - 1)
    radius = look.px(4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if inverse:
        painter.setPen(QPen(look.color("text-on-accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(rect, radius, radius)
        # The heavier lower edge of a key, along the curve.
        lower = QPainterPath()
        lower.moveTo(rect.left() + 1.5, rect.bottom() - 1.0)
        lower.lineTo(rect.right() - 1.5, rect.bottom() - 1.0)
        painter.drawPath(lower)
    painter.setPen(look.color("text-on-accent" if inverse else "text-muted"))
    painter.setFont(look.font("caption"))
    painter.drawText(rect, _CENTER, text)
    painter.restore()
    return width


def chip_width(word: str, severity: int, look: Look) -> int:
    """Width of a category chip with its severity box."""
    width = look.px(14 + 4) + text_width(look.font("small", 600), word)
    return width + look.px(7) + severity_width(severity, look) if severity else width


def severity_width(severity: int, look: Look) -> int:
    """Width of the "3/5" box."""
    return text_width(look.font("caption"), f"{severity}/5") + look.px(11)


def draw_chip(
    painter: QPainter,
    x: int,
    center_y: float,
    category: str,
    word: str,
    severity: int,
    look: Look,
    room: int = 100_000,
) -> int:
    """Draw icon, word and severity box of a category, the word elided to fit ``room``; return the width.

    A signal gets a dashed underline.
    """
    role = category_color(category)
    start = x
    x += draw_icon(painter, x, center_y, category_icon(category), role, look, 14, "fill") + look.px(4)
    height = look.px(20)
    top = round(center_y - height / 2)
    font = look.font("small", 600)
    over = chip_width(word, severity, look) - room
    width = text_width(font, word)
    if over > 0:
        width = max(width - over, look.px(20))
    draw_text(painter, QRect(x, top, width + (0 if over > 0 else 2), height), word, font, look, role)
    x += width
    if severity:
        x += look.px(7)
        box = severity_width(severity, look)
        edge = look.px(15)
        rect = QRectF(x + 0.5, round(center_y - edge / 2) + 0.5, box - 1, edge - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color(role), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, look.px(4), look.px(4))
        painter.setFont(look.font("caption"))
        painter.drawText(rect, _CENTER, f"{severity}/5")
        painter.restore()
        x += box
    if category in SIGNALS:
        pen = QPen(look.color(role), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        y = top + height - 1
        painter.drawLine(start, y, x, y)
    return x - start


def draw_disc(painter: QPainter, rect: QRectF, initials: str, look: Look, font_role: str = "caption") -> None:
    """A filled disc with initials: a person of the team or an author."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text-muted"))
    painter.drawEllipse(rect)
    font = QFont(look.font(font_role, 600))
    if font_role == "caption":
        font.setPixelSize(max(round(rect.height() * 0.56), 6))
    painter.setFont(font)
    painter.setPen(look.color("surface"))
    painter.drawText(rect, _CENTER, initials)
    painter.restore()


def initials(name: str, count: int = 1) -> str:
    """The first letters of a name: N, or NR with ``count`` 2."""
    words = [
        word
        for word in name.replace("@", " ").replace(".", " ").replace("_", " ").split()
        if word[0].isalnum()
    ]
    return "".join(word[0] for word in words[:count]).upper() or "?"
