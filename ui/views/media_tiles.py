"""Tiles of what is attached: a picture as it may be seen now, or why there is none; below it kind, size, description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui import actions
from ui.delegates.paint import draw_icon, draw_keycap, draw_text, keycap_width, ratio_of, text_width
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import make_visible
from ui.i18n.mark import translate
from ui.views.media_words import hint_words
from ui.views.thread_words import media_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from ui.models.detail_data import Medium
    from ui.models.pictures import Shown
    from ui.theme.look import Look

_WIDE: Final = 240
_LEAST: Final = 180
_ALONE: Final = 360
_GAP: Final = 8
_ICONS: Final = {"image": "image", "video": "play", "audio": "broadcast"}


@dataclass(slots=True)
class TileState:
    """How far one attachment has come. ``loading`` and ``shown`` are never both there; ``trouble``: why it is not."""

    loading: bool = False
    shown: Shown | None = None
    revealed: bool = False
    trouble: tuple[str, str] = ("", "")
    fitted: tuple[tuple[int, int, int], QImage] | None = (
        None  # the face last painted, at the size it was painted
    )

    def key_does(self, one: Medium, look: Look) -> str:
        """What its key does now: site, load, loading, failed, show, colours, cover or away."""
        if not one.loads:
            return "site"
        if self.shown is None:
            return "loading" if self.loading else "failed" if self.trouble[0] else "load"
        if not (look.blur_media or look.grey_media):
            return "away"
        if self.revealed:
            return "cover"
        return "show" if look.blur_media else "colours"


class MediaTiles:
    """The tiles of one comment, laid out for a width."""

    def __init__(
        self, media: Sequence[Medium], width: int, look: Look, states: Sequence[TileState] = ()
    ) -> None:
        """``states`` beside ``media``; without them nothing is loaded."""
        self._media, self._look = tuple(media), look
        self._states = tuple(states) or tuple(TileState() for _ in self._media)
        px = look.px
        most = px(_ALONE if len(self._media) == 1 and self._media[0].loads else _WIDE)
        self._across = max(min(len(self._media), (width + px(_GAP)) // (px(_LEAST) + px(_GAP))), 1)
        self._wide = min(most, (width - px(_GAP) * (self._across - 1)) // self._across)
        self._line = look.metrics.line_px("small")
        # A strip until something is there to be seen: what nobody loads takes little of the page.
        self._area = 4 * self._line + px(16)
        if any(one.shown is not None for one in self._states):
            self._area = max(self._wide * 9 // 16, self._area)
        self._alts = [self._alt(one) for one in self._media]
        tallest = max((block.height for block in self._alts if block is not None), default=0.0)
        self._high = self._area + px(4) + self._line + int(tallest)
        rows = -(-len(self._media) // self._across)
        self.height = rows * (self._high + px(_GAP)) if self._media else 0

    def _alt(self, one: Medium) -> TextBlock | None:
        """The author's own description, under the picture."""
        if not one.alt:
            return None
        look = self._look
        words = make_visible(one.alt, one_line=True)
        return TextBlock(words, look.font("small"), self._wide, self._line, 2, look.font("caption"))

    def places(self, left: int, top: int) -> list[QRect]:
        """Where the tiles stand, the first at (left, top)."""
        gap = self._look.px(_GAP)
        return [
            QRect(
                left + (number % self._across) * (self._wide + gap),
                top + (number // self._across) * (self._high + gap),
                self._wide,
                self._high,
            )
            for number in range(len(self._media))
        ]

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Paint all tiles, the first at (left, top)."""
        for number, place in enumerate(self.places(left, top)):
            self._tile(painter, place, number)

    def _tile(self, painter: QPainter, place: QRect, number: int) -> None:
        look, px = self._look, self._look.px
        one, state = self._media[number], self._states[number]
        does = state.key_does(one, look)
        area = QRect(place.left(), place.top(), place.width(), self._area)
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.fillPath(shape, look.color("sunken"))
        if state.shown is not None:
            self._picture(painter, area, shape, state, does)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawPath(shape)
        self._over(painter, area, one, state, does)
        self._below(painter, QRect(place.left(), area.bottom() + px(4), place.width(), self._line), one, does)
        block = self._alts[number]
        if block is not None:
            at = QPointF(place.left(), area.bottom() + px(4) + self._line)
            block.paint(painter, at, look, "text-muted")
        painter.restore()

    def _picture(
        self, painter: QPainter, area: QRect, shape: QPainterPath, state: TileState, does: str
    ) -> None:
        assert state.shown is not None
        blur = does == "show"
        face = state.shown.face(blur=blur, grey=self._look.grey_media and not state.revealed)
        # What is blurred fills the tile: its edges would tell its shape.
        fit = Qt.AspectRatioMode.KeepAspectRatioByExpanding if blur else Qt.AspectRatioMode.KeepAspectRatio
        size = face.size().scaled(area.size(), fit)
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = ratio_of(painter)
        key = (face.cacheKey(), round(size.width() * ratio), round(size.height() * ratio))
        if state.fitted is None or state.fitted[0] != key:
            state.fitted = (key, _scaled(face, key[1], key[2]))
        painter.drawImage(_centred(area, size), state.fitted[1])
        painter.setClipping(False)

    def _over(self, painter: QPainter, area: QRect, one: Medium, state: TileState, does: str) -> None:
        """What stands in the picture's place, or on the blurred one."""
        look, px = self._look, self._look.px
        if does == "failed":
            x = area.left() + px(10)
            wide = draw_icon(
                painter, x, area.top() + px(8) + self._line / 2, "warning-circle", "warning", look, 16
            )
            words = " ".join(part for part in state.trouble if part)
            room = area.width() - wide - px(26)
            lines = max((area.height() - px(16)) // self._line, 1)
            block = TextBlock(make_visible(words), look.font("small"), room, self._line, lines)
            block.paint(painter, QPointF(x + wide + px(6), area.top() + px(8)), look)
        elif does == "loading":
            words = translate("Media", "Loading…")
            self._line_in_the_middle(painter, area, "circle-dashed", words, "")
        elif does in ("load", "site"):
            icon = _ICONS.get(one.kind, "file-text") if does == "load" else "arrow-square-out"
            key = "look.picture" if does == "load" else "look.open"
            self._line_in_the_middle(painter, area, icon, hint_words(does), key)
        elif does == "show":
            self._line_in_the_middle(painter, area, "eye-slash", hint_words(does), "look.picture", pill=True)

    def _line_in_the_middle(
        self, painter: QPainter, area: QRect, icon: str, words: str, action: str, *, pill: bool = False
    ) -> None:
        """Icon, keycap and words; on a picture with a ground of their own, so that they can be read."""
        look, px = self._look, self._look.px
        font = look.font("small")
        caps = actions.keycaps(action) if action else ()
        caps_wide = sum(keycap_width(cap, look) + px(4) for cap in caps)
        fixed = px(16) + px(8) + caps_wide + px(2)
        room = max(area.width() - 2 * px(14) - fixed, 0)
        wide = fixed + min(text_width(font, words) + 1, room)
        x, middle = area.center().x() - wide // 2, area.center().y()
        if pill:
            high = self._line + px(12)
            ground = QRectF(x - px(10), middle - high / 2, wide + 2 * px(10), high)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("border-strong"), 1))
            painter.setBrush(look.color("raised"))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        x += draw_icon(painter, x, middle, icon, "text-muted", look, 16) + px(8)
        for cap in caps:
            x += draw_keycap(painter, x, middle, cap, look) + px(4)
        box = QRect(x + px(2), middle - self._line // 2, room, self._line)
        draw_text(painter, box, words, font, look, "text")

    def _below(self, painter: QPainter, line: QRect, one: Medium, does: str) -> None:
        """Kind and size; at the right what the key does with a picture that is open."""
        look, px = self._look, self._look.px
        middle = line.center().y()
        if does in ("cover", "colours", "away"):
            words = hint_words(does)
            caps = actions.keycaps("look.picture")
            wide = text_width(look.font("caption"), words) + sum(
                keycap_width(cap, look) + px(4) for cap in caps
            )
            if wide < line.width() * 2 // 3:
                box = QRect(line)
                draw_text(painter, box, words, look.font("caption"), look, "text-muted", right=True)
                x = line.right() - wide + 1 - px(2)
                for cap in caps:
                    x += draw_keycap(painter, x, middle, cap, look) + px(4)
                line = line.adjusted(0, 0, -wide - px(8), 0)
        icon = _ICONS.get(one.kind, "file-text")
        wide = draw_icon(painter, line.left(), middle, icon, "text-muted", look, 16)
        box = line.adjusted(wide + px(6), 0, 0, 0)
        draw_text(painter, box, media_words(one), look.font("small", 600), look, "text")


def _centred(area: QRect, size: QSize) -> QRect:
    corner = area.center() - QPoint(size.width() // 2 - 1, size.height() // 2 - 1)
    return QRect(corner, size)


def _scaled(face: QImage, width: int, height: int) -> QImage:
    """Made smaller beforehand: a painter's own scaling leaves jagged edges below half the size."""
    if width >= face.width():
        return face
    return face.scaled(
        QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
