"""The icon beside the clock: a lighthouse, a number for what is manifestly illegal or late, and a short menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui import systems
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.wellbeing_counted import wellbeing_counted
from ui.retiring import retire

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look

EDGES: Final = (16, 22, 24, 32, 44, 48, 64)
"""Of the pictures, in pixels: desktops choose among them."""
_MOST: Final = 99


def badge_words(urgent: int) -> str:
    """What stands in the badge: nothing for nothing, at most two digits."""
    if urgent <= 0:
        return ""
    return str(urgent) if urgent <= _MOST else f"{_MOST}+"


def tray_icon(look: Look, urgent: int, mask: bool = False) -> QIcon:
    """The lighthouse, with a badge when there is something urgent; as a ``mask`` in one colour, which the bar gives."""
    icon = QIcon()
    for edge in EDGES:
        icon.addPixmap(_template(look, urgent, edge) if mask else _picture(look, urgent, edge))
    icon.setIsMask(mask)
    return icon


def _template(look: Look, urgent: int, edge: int) -> QPixmap:
    """The lighthouse in black on nothing, with a dot, cut free, for something urgent; the number is in the words."""
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    glyph = look.pixmap("lighthouse", "text", 64, 1.0, "fill")
    painter.drawPixmap(QRectF(0, 0, edge, edge), glyph, QRectF(glyph.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(0, 0, edge, edge, Qt.GlobalColor.black)
    if urgent > 0:
        dot = QRectF(edge * 0.62, edge * 0.62, edge * 0.38, edge * 0.38)
        rim = edge * 0.08
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.drawEllipse(dot.adjusted(-rim, -rim, rim, rim))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawEllipse(dot)
    painter.end()
    return picture


def _picture(look: Look, urgent: int, edge: int) -> QPixmap:
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # On a ground of its own: the colour of the desktop's bar is not known.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("accent"))
    painter.drawRoundedRect(QRectF(0, 0, edge, edge), edge / 5, edge / 5)
    glyph = look.pixmap("lighthouse", "text-on-accent", 64, 1.0, "fill")
    inset = edge / 8
    painter.drawPixmap(QRectF(inset, inset, edge - 2 * inset, edge - 2 * inset), glyph, QRectF(glyph.rect()))
    words = badge_words(urgent)
    if words:
        size = edge * 0.62
        wide = size if len(words) == 1 else min(size * (0.55 + 0.35 * len(words)), edge)
        place = QRectF(edge - wide, edge - size, wide, size)
        painter.setBrush(look.color("text-on-accent"))
        painter.drawRoundedRect(place, size / 2, size / 2)
        rim = max(edge / 22, 1)
        painter.setBrush(look.color("danger"))
        inner = place.adjusted(rim, rim, -rim, -rim)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        font = look.font("small", 600)
        font.setPixelSize(max(int(size * (0.72 if len(words) == 1 else 0.6)), 5))
        painter.setFont(font)
        painter.setPen(look.color("text-on-accent"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.end()
    return picture


class Tray(QObject):
    """Where the desktop has a tray. ``asked`` carries open, pause, go_on, quiet, loud or quit."""

    asked = Signal(str)

    def __init__(
        self,
        look: Look,
        quiet: Callable[[], tuple[bool, int]],
        parent: QObject | None = None,
    ) -> None:
        """``quiet`` answers whether a quiet of once runs, and when one would end (UTC epoch seconds)."""
        super().__init__(parent)
        self.look = look
        self._quiet = quiet
        self._urgent = 0
        self._paused = False
        self._pause_refused = ""
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self.actions: dict[str, QAction] = {}
        for name in ("open", "pause", "quiet", "quit"):
            if name == "quit":
                self.menu.addSeparator()
            action = self.menu.addAction("")
            action.triggered.connect(lambda _checked=False, key=name: self._chosen(key))
            self.actions[name] = action
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.menu.aboutToShow.connect(self.retranslate)
        look.changed.connect(self._repaint)
        self.retranslate()
        self._repaint()

    @staticmethod
    def possible() -> bool:
        """Whether the desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_urgent(self, urgent: int) -> None:
        """How many are manifestly illegal or late."""
        if urgent != self._urgent:
            self._urgent = urgent
            self._repaint()
            self.retranslate()

    def set_paused(self, paused: bool, refused: str = "") -> None:
        """Whether pulls stand still; ``refused`` says why this person cannot change that."""
        self._paused, self._pause_refused = paused, refused
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the language shown, with the time at which quiet would end."""
        running, until = self._quiet()
        self.actions["open"].setText(translate("Tray", "Open Vigie"))
        pause = translate("Tray", "Go on pulling") if self._paused else translate("Tray", "Pause pulls")
        self.actions["pause"].setText(f"{pause} ({self._pause_refused})" if self._pause_refused else pause)
        self.actions["pause"].setEnabled(not self._pause_refused)
        time = say.clock_time(until)
        self.actions["quiet"].setText(
            translate("Tray", "Notifications again")
            if running
            else translate("Tray", "Quiet until {time}").format(time=time)
        )
        self.actions["quit"].setText(translate("Tray", "Quit"))
        words = wellbeing_counted.urgent(self._urgent) if self._urgent else ""
        name = translate("Tray", "Vigie")
        self.icon.setToolTip(" · ".join([name, words] if words else [name]))

    def shut_down(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        retire(self.menu)

    def _chosen(self, name: str) -> None:
        if name == "pause":
            name = "go_on" if self._paused else "pause"
        elif name == "quiet":
            name = "loud" if self._quiet()[0] else "quiet"
        self.asked.emit(name)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if systems.click_opens() and reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.asked.emit("open")

    def _repaint(self) -> None:
        self.icon.setIcon(tray_icon(self.look, self._urgent, systems.icon_is_mask()))
