"""How the reply will stand in the thread on its site: our name, the text as readers see it, what the site does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from console.connectors.shown import shown
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import platform_word
from ui.models.field_words import readable, readable_places
from ui.text_offsets import to_utf16
from ui.widgets.base import IconText, Pane, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

NOTES: Final = {
    "threaded": QT_TRANSLATE_NOOP("ReplyPreview", "It stands under the comment of {author}; no mention is put before it."),
    "called": QT_TRANSLATE_NOOP("ReplyPreview", "The mention is put before it; the author is told."),
    "links_23": QT_TRANSLATE_NOOP("ReplyPreview", "An address counts 23 characters."),
    "links_whole": QT_TRANSLATE_NOOP("ReplyPreview", "Addresses stand and count as written."),
    "links_plain": QT_TRANSLATE_NOOP("ReplyPreview", "Nobody can press an address there."),
    "mentions": QT_TRANSLATE_NOOP("ReplyPreview", "A mention calls that account, if it exists."),
    "breaks": QT_TRANSLATE_NOOP("ReplyPreview", "Line breaks are kept."),
    "by_hand": QT_TRANSLATE_NOOP(
        "ReplyPreview", "You paste it on the site yourself; some sites put {author}’s name before it."
    ),
}  # fmt: skip

Span = tuple[int, int]


def _units(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans of code points in Qt's units."""
    places = to_utf16(text, [place for span in spans for place in span])
    return list(zip(places[::2], places[1::2], strict=True))


class ReplyPreview(Pane):
    """Shows a text as it will stand; nothing in it can be changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "ours", "", parent)
        self._platform = self._author = self._us = self._last = ""
        self.title = Text(look, "small", "text-muted", 600)
        self.name = IconText(look, "arrow-bend-up-left", "", icon_px=14)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.notes = Text(look, "small", "text-muted", wrap=True)
        self._head = QHBoxLayout()
        self._head.addWidget(self.name)
        self._head.addStretch(1)
        self._head.addWidget(self.title)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self.notes)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(12), px(6), px(12), px(6))
        self._column.setSpacing(px(2))
        self.text.setFont(self.look.font("body"))
        self.text.setMinimumHeight(self.look.metrics.line_px("body") * 2 + px(8))
        self.text.viewport().setAutoFillBackground(False)
        self.text.setStyleSheet("QPlainTextEdit { background: transparent; border: none; padding: 0; }")
        self._paint((), ())
        self.show_text(self._last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little height the text itself comes first; what the site does with it is said on hovering."""
        super().resizeEvent(event)
        self.notes.setVisible(event.size().height() >= self.look.px(120))
        self.setToolTip("" if self.notes.isVisibleTo(self) else self.notes.text())

    def retranslate(self) -> None:
        """Words in the language shown."""
        place = platform_word(self._platform) if self._platform else ""
        self.title.setText(translate("ReplyPreview", "As it will stand on {platform}").format(platform=place))
        self.text.setAccessibleName(self.title.text())
        name = self._us or translate("ReplyPreview", "Us")
        self.name.set_text(
            translate("ReplyPreview", "{name}, to {author}").format(name=name, author=self._author)
        )
        self.show_text(self._last)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def start(self, platform: str, us: str, author: str) -> None:
        """Another comment is answered: on which platform, under which name of ours, to whom."""
        self._platform, self._us, self._author, self._last = platform, us, author, ""
        self.retranslate()

    def show_text(self, text: str) -> None:
        """The reply as typed so far, what is still to be filled named in it."""
        self._last = text
        if not self._platform:
            return
        typed = shown(self._platform, text).text
        made = shown(self._platform, readable(typed))
        if self.text.toPlainText() != made.text:
            self.text.setPlainText(made.text)
        self._paint(_units(made.text, made.links), _units(made.text, readable_places(typed)))
        words = [translate("ReplyPreview", NOTES[one]).format(author=self._author) for one in made.notes]
        self.notes.setText(" ".join(words))

    def _paint(self, links: Sequence[Span], fields: Sequence[Span]) -> None:
        pressed, chip = QTextCharFormat(), QTextCharFormat()
        pressed.setForeground(self.look.color("accent"))
        pressed.setFontUnderline(True)
        chip.setForeground(self.look.color("warning"))
        chip.setBackground(QColor(self.look.hex("warning-tint")))
        selections = []
        marked = [(pressed, *span) for span in links] + [(chip, *span) for span in fields]
        for style, start, end in marked:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, style
            selections.append(one)
        self.text.setExtraSelections(selections)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
