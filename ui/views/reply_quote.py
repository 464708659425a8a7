"""The comment being answered, in a few small lines above the editor: where a low window has no room for the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import make_visible, plain_name, runs_right_to_left
from ui.i18n.mark import translate
from ui.models.card_data import CardSpan
from ui.models.masking import cover, in_words, is_covered
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from ui.models.card_data import CardData
    from ui.theme.look import Look

LEAST: Final = 1
MOST: Final = 4
"""Lines: one is better than none beside a guard's words, more than four would leave no room to write."""
_LETTERS: Final = 1_500
"""More than fills the lines of any window."""


def _bare(card: CardData) -> bool:
    """Whether words lie open that nobody has asked to read: whatever made the data, none of them is painted."""
    return card.masked and not is_covered(card.text)


class ReplyQuote(QWidget):
    """Who wrote and what, masked and marked as everywhere, cut with an ellipsis; the whole is said on hovering."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._card: CardData | None = None
        self._block: TextBlock | None = None
        self._most = LEAST
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self.hide()

    def show_card(self, card: CardData | None) -> None:
        """Quote this comment, read anew or masked otherwise than before."""
        self._card, self._block = card, None
        text = "" if card is None else cover(card.text, card.spans) if _bare(card) else card.text
        words = " ".join(in_words(text).split())
        said = "" if card is None else translate("Reply", "{author}: {text}").format(
            author=plain_name(card.author), text=words
        )  # fmt: skip
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.updateGeometry()
        self.update()

    def give(self, room: int) -> None:
        """So many pixels stand free for it: as many lines as they hold, never fewer than are of use."""
        most = min(max((room - self._around()) // self._line(), LEAST), MOST)
        if most != self._most:
            self._most, self._block = most, None
            self.updateGeometry()
            self.update()

    @property
    def least(self) -> int:
        """The height below which it says too little, in pixels."""
        return min(LEAST, self._lines()) * self._line() + self._around()

    @property
    def lines(self) -> int:
        """How many lines of the comment stand there."""
        return self._laid_out().lines

    def _line(self) -> int:
        return self.look.metrics.line_px("small")

    def _around(self) -> int:
        return self.look.px(4)

    def _lines(self) -> int:
        return self._laid_out().lines or 1

    def _laid_out(self) -> TextBlock:
        width = max(self.width() - self.look.px(11), self.look.px(80))
        if self._block is None or self._block.width != width:
            look, card = self.look, self._card
            head = text = ""
            spans: list[CardSpan] = []
            if card is not None:
                text = cover(card.text, card.spans) if _bare(card) else card.text
                name = plain_name(card.author)
                if runs_right_to_left(name) == runs_right_to_left(text):  # else neither would be read aright
                    head = translate("Reply", "{author}: {text}").format(author=name, text="")
                if not card.masked:
                    spans = [CardSpan(s.start + len(head), s.end + len(head), s.label) for s in card.spans]
            shown = make_visible(head + text[:_LETTERS], spans, one_line=True)
            self._block = TextBlock(
                shown, look.font("small"), width, self._line(), self._most, look.font("caption")
            )
        return self._block

    def _restyle(self) -> None:
        self._block = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The lines there are."""
        return QSize(self.look.px(200), self._lines() * self._line() + self._around())

    def minimumSizeHint(self) -> QSize:
        """Any width; the height of its lines."""
        return QSize(self.look.px(80), self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar at the left, as quotations have it, and the words."""
        del event
        painter = QPainter(self)
        px = self.look.px
        painter.fillRect(0, 0, px(3), self.height(), self.look.color("border-strong"))
        self._laid_out().paint(painter, QPointF(px(11), self._around() / 2), self.look)
