"""Buttons with an icon and keycaps: decisions, quiet ones, links in a bar, and the keycap by itself."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width, text_width
from ui.theme.metrics import BUTTON_HEIGHT
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

RING_ROOM = 3
"""Room on each side of a button for the focus ring outside a filled one, in pixels at 100 %."""


class Kind(Enum):
    """How much a button asks for attention."""

    NORMAL = "normal"
    QUIET = "quiet"
    PRIMARY = "primary"


class Pressed(QAbstractButton):
    """A button that Enter presses like Space, whatever both mean in the window."""

    def event(self, event: QEvent) -> bool:
        """Enter and Space press the button that has the focus, whatever else they mean in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class ActionButton(Pressed):
    """Icon, word and keycaps. One that cannot act now is muted without fill; pressing it emits ``asked_why``."""

    asked_why = Signal(str)

    def __init__(
        self,
        look: Look,
        icon: str = "",
        text: str = "",
        caps: Sequence[str] = (),
        kind: Kind = Kind.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._glyph = icon
        self._caps = tuple(caps)
        self._kind = kind
        self._reason = ""
        self._show_caps = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)
        self.set_face(icon, text, caps)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def set_face(self, icon: str, text: str, caps: Sequence[str] = ()) -> None:
        """Change icon, word and keycaps."""
        self._glyph, self._caps = icon, tuple(caps)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._describe()
        self._relayout()

    @property
    def word(self) -> str:
        """The word on the button."""
        return self.text().replace("&&", "&")

    @property
    def kind(self) -> Kind:
        """How much attention it asks for."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change how much attention it asks for: the proposed action is primary."""
        if kind is not self._kind:
            self._kind = kind
            self._relayout()

    @property
    def reason(self) -> str:
        """Why it cannot act now; empty when it can."""
        return self._reason

    def set_inert(self, reason: str) -> None:
        """Make it unable to act, with the reason that a press shows; an empty reason makes it able again."""
        if reason != self._reason:
            self._reason = reason
            self._describe()
            self.update()

    def show_caps(self, shown: bool) -> None:
        """Show keycaps only while the keys work; the button keeps its width, so nothing moves."""
        if shown != self._show_caps:
            self._show_caps = shown
            self.update()

    def _describe(self) -> None:
        keys = " ".join(self._caps)
        self.setAccessibleDescription(f"{keys}. {self._reason}" if self._reason else keys)
        self.setToolTip(plain_tip(self._reason))

    def nextCheckState(self) -> None:
        """Never checkable by itself."""

    def mouseReleaseEvent(self, event: object) -> None:
        """A press on an inert button asks why."""
        if self._reason:
            self.setDown(False)
            self.asked_why.emit(self._reason)
            return
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space; on an inert button either asks why."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select):
            if event.isAutoRepeat():
                return
            if self._reason:
                self.asked_why.emit(self._reason)
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint with the hover ground."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Repaint without the hover ground."""
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _caps_width(self) -> int:
        if not self._caps:
            return 0
        gap = self.look.px(5)
        return sum(keycap_width(cap, self.look) for cap in self._caps) + gap * (len(self._caps) - 1)

    def sizeHint(self) -> QSize:
        """Room for the ring, padding, icon, word and keycaps."""
        px = self.look.px
        width = 2 * px(RING_ROOM) + 2 * px(10) + text_width(self.look.font("body", 500), self.word)
        width += px(16 + 6) if self._glyph else 0
        caps = self._caps_width()
        width += px(9) + caps - px(2) if caps else 0
        return QSize(width, px(BUTTON_HEIGHT) + 2 * px(RING_ROOM))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def _colors(self) -> tuple[QColor | None, QColor, str]:
        """Fill (None for none), edge and text role of the present state."""
        look = self.look
        hovered = self.underMouse() and not self._reason
        if self._reason:
            return None, look.color("border"), "text-muted"
        if self._kind is Kind.PRIMARY:
            fill = look.color("accent-hover" if hovered or self.isDown() else "accent")
            return fill, fill, "text-on-accent"
        fill = look.color("hover" if hovered or self.isDown() else "surface")
        return fill, look.color("border-strong" if self._kind is Kind.NORMAL else "border"), "text"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring, icon, word, keycaps."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = px(RING_ROOM)
        body = QRectF(self.rect()).adjusted(room, room, -room, -room)
        fill, edge, role = self._colors()
        pen = QPen(edge, 1)
        if self._reason and look.theme.high_contrast:
            pen.setStyle(Qt.PenStyle.DashLine)
        filled = self._kind is Kind.PRIMARY and not self._reason
        if self.hasFocus() and not filled:
            pen = QPen(look.color("focus"), px(2))
        inset = pen.widthF() / 2
        painter.setPen(pen)
        if fill is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(fill)
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), px(6), px(6))
        if self.hasFocus() and filled:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        middle = self.height() / 2
        x = room + px(10)
        if self._glyph:
            x += draw_icon(painter, x, middle, self._glyph, role, look, 16) + px(6)
        font = look.font("body", 500)
        caps = self._caps_width()
        place = QRect(x, 0, self.width() - x - room - (caps + px(8) if caps else 0), self.height())
        draw_text(painter, place, self.word, font, look, role)
        if caps and self._show_caps:
            x = self.width() - room - px(8) - caps
            for cap in self._caps:
                x += draw_keycap(painter, x, middle, cap, look, inverse=filled) + px(5)


class BarLink(Pressed):
    """A quiet word in a bar, with icon and keycaps, that opens something: filter, order, the page on the site."""

    def __init__(
        self,
        look: Look,
        icon: str = "",
        text: str = "",
        caps: Sequence[str] = (),
        *,
        color: str = "text-muted",
        weight: int = 400,
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._glyph, self._caps, self._color, self._weight = icon, tuple(caps), color, weight
        self._role = role
        self._worded = True
        self.keep_whole = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)
        self.set_face(icon, text, caps)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def set_face(self, icon: str, text: str, caps: Sequence[str] = (), name: str = "") -> None:
        """Change icon, word and keycaps; ``name`` is the accessible name when there is no word."""
        self._glyph, self._caps = icon, tuple(caps)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text or name)
        self.setToolTip(plain_tip(name if self._worded else self.accessibleName()))
        self._relayout()

    @property
    def word(self) -> str:
        """The word shown."""
        return self.text().replace("&&", "&") if self._worded else ""

    @property
    def can_fold(self) -> bool:
        """Whether its icon alone would say it."""
        return bool(self._glyph and self.text()) and not self.keep_whole

    def width_with_word(self) -> int:
        """How wide it is with its word, shown or not."""
        if self._worded:
            return self.sizeHint().width()
        word = text_width(self.look.font(self._role, self._weight), self.text().replace("&&", "&"))
        return self.sizeHint().width() + word

    def show_word(self, shown: bool) -> None:
        """Show icon and word, or the icon alone with the word in the tooltip."""
        if shown != self._worded:
            self._worded = shown
            self.setToolTip("" if shown else plain_tip(self.accessibleName()))
            self._relayout()

    def _caps_width(self) -> int:
        gap = self.look.px(4)
        return sum(keycap_width(cap, self.look) + gap for cap in self._caps)

    def sizeHint(self) -> QSize:
        """Padding, icon, word, keycaps; at least 24 px high."""
        px = self.look.px
        width = text_width(self.look.font(self._role, self._weight), self.word) + 2 * px(4)
        width += px(16 + 5) if self._glyph else 0
        width += self._caps_width() + (px(3) if self._caps else 0)
        return QSize(width + 1, px(26))

    def minimumSizeHint(self) -> QSize:
        """The word may be shortened, icon and keycaps may not."""
        px = self.look.px
        wanted = 2 * px(4) + (px(16 + 5) if self._glyph else 0) + self._caps_width() + px(20)
        return QSize(min(wanted, self.sizeHint().width()), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring when focused, icon, word, keycaps."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(4), px(4))
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        middle = self.height() / 2
        x = px(4)
        if self._glyph:
            x += draw_icon(painter, x, middle, self._glyph, self._color, look, 16) + px(5)
        caps = self._caps_width()
        place = QRect(x, 0, self.width() - x - px(4) - caps - (px(3) if caps else 0) + 1, self.height())
        x += draw_text(
            painter, place, self.word, look.font(self._role, self._weight), look, self._color
        ) + px(7)
        for cap in self._caps:
            x += draw_keycap(painter, x, middle, cap, look) + px(4)


class Keycap(QWidget):
    """One keycap by itself."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the key."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the key's name."""
        return QSize(keycap_width(self._text, self.look), self.look.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        del event
        draw_keycap(QPainter(self), 0, self.height() / 2, self._text, self.look)
