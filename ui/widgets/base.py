"""The simplest pieces: panes with a ground and hairlines, text in a type role, icons, icon with text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width

if TYPE_CHECKING:
    from ui.theme.look import Look


class Pane(QWidget):
    """A plain ground with hairlines on chosen edges: any of the letters t, r, b, l."""

    def __init__(
        self, look: Look, fill: str = "surface", edges: str = "", parent: QWidget | None = None
    ) -> None:
        """``fill`` is a colour role; ``edges`` names the sides that get a 1 px line in ``border``."""
        super().__init__(parent)
        self.look = look
        self._fill = fill
        self._edges = edges
        look.changed.connect(self.update)

    def set_fill(self, fill: str) -> None:
        """Change the ground."""
        if fill != self._fill:
            self._fill = fill
            self.update()

    def set_edges(self, edges: str) -> None:
        """Draw the hairlines on other sides."""
        if edges != self._edges:
            self._edges = edges
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, then the hairlines."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.color(self._fill))
        line = self.look.color("border")
        width, height = self.width(), self.height()
        if "t" in self._edges:
            painter.fillRect(0, 0, width, 1, line)
        if "b" in self._edges:
            painter.fillRect(0, height - 1, width, 1, line)
        if "l" in self._edges:
            painter.fillRect(0, 0, 1, height, line)
        if "r" in self._edges:
            painter.fillRect(width - 1, 0, 1, height, line)


class Rule(QWidget):
    """A horizontal hairline with room above and below."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(event.rect(), self._look.color("border"))


class Text(QLabel):
    """A QLabel in a type role and a colour role; always plain text."""

    def __init__(
        self,
        look: Look,
        role: str = "body",
        color: str = "text",
        weight: int | None = None,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._role, self._color, self._weight = role, color, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_color(self, color: str) -> None:
        """Change the colour role."""
        if color != self._color:
            self._color = color
            self._restyle()

    def _restyle(self) -> None:
        self.setFont(self.look.font(self._role, self._weight))
        palette = QPalette(self.palette())
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            palette.setColor(group, QPalette.ColorRole.WindowText, self.look.color(self._color))
        self.setPalette(palette)


class IconText(QWidget):
    """An optional icon and one line of text, elided when there is no room; the text is the accessible name."""

    def __init__(
        self,
        look: Look,
        icon: str = "",
        text: str = "",
        *,
        role: str = "small",
        color: str = "text-muted",
        weight: int | None = None,
        icon_weight: str | None = None,
        icon_px: int = 14,
        text_color: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``text_color`` is given when the text does not share the icon's colour."""
        super().__init__(parent)
        self.look = look
        self._icon, self._text, self._color = icon, "", color
        self._role, self._weight = role, weight
        self._icon_weight, self._icon_px = icon_weight, icon_px
        self._text_color = text_color
        self.keep_whole = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)
        self.set_text(text)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    def set_text(
        self, text: str, icon: str | None = None, color: str | None = None, weight: str | None = None
    ) -> None:
        """Change words, and icon, colour role and icon weight where given."""
        self._text = text
        if icon is not None:
            self._icon = icon
        if color is not None:
            self._color = color
            self._icon_weight = weight
        self.setAccessibleName(text)
        self._relayout()

    def _icon_room(self) -> int:
        return self.look.px(self._icon_px + 5) if self._icon else 0

    def sizeHint(self) -> QSize:
        """Icon, gap and text in full."""
        font = self.look.font(self._role, self._weight)
        return QSize(
            self._icon_room() + text_width(font, self._text) + 1, self.look.metrics.line_px(self._role)
        )

    def minimumSizeHint(self) -> QSize:
        """Icon and two letters, or all of it when the words must not be shortened."""
        hint = self.sizeHint()
        if self.keep_whole:
            return hint
        return QSize(min(hint.width(), self._icon_room() + self.look.px(24)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and text on the middle line."""
        del event
        painter = QPainter(self)
        x, middle = 0, self.height() / 2
        if self._icon:
            draw_icon(
                painter, x, middle, self._icon, self._color, self.look, self._icon_px, self._icon_weight
            )
            x = self._icon_room()
        place = QRect(x, 0, self.width() - x, self.height())
        font = self.look.font(self._role, self._weight)
        draw_text(painter, place, self._text, font, self.look, self._text_color or self._color)
