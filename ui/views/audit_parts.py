"""Pieces of the audit page's right panel: the comment's words, the joined steps, facts in rows, the note field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import VisibleText, make_visible
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.retiring import empty
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, BarLink
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.audit_steps import Fact, Step
    from ui.models.card_data import CardSpan
    from ui.theme.look import Look

LONGEST = 4000
"""Letters of a comment that are laid out."""


class Words(QWidget):
    """Foreign words laid out and painted as plain text, spans marked, right to left where they run so."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._shown: VisibleText = make_visible("")
        self._block: TextBlock | None = None
        self._width = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def show_words(self, text: str, spans: Sequence[CardSpan] = (), masked: bool = False) -> None:
        """Show ``text``; with ``masked`` the matched words are covered."""
        self._shown = make_visible(text[:LONGEST], spans, masked=masked)
        self.setAccessibleName(translate("Audit", "masked") if masked else text[:LONGEST])
        self._forget()

    def _forget(self) -> None:
        self._block, self._width = None, -1
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> TextBlock:
        if self._block is None or self._width != width:
            look = self.look
            self._block = TextBlock(
                self._shown,
                look.font("body"),
                max(width, 40),
                look.metrics.line_px("body"),
                0,
                look.font("caption"),
            )
            self._width = width
        return self._block

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines."""
        return int(self._laid_out(width).height) + 1

    def sizeHint(self) -> QSize:
        """As it stands."""
        width = self.width() if self._width > 0 else self.look.px(280)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        del event
        painter = QPainter(self)
        self._laid_out(self.width()).paint(painter, self.rect().topLeft().toPointF(), self.look)


class CommentCard(Pane):
    """Author, time, whether the words are the logged ones, and the words, with the bar of the category."""

    revealed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "raised", "", parent)
        self._bar = ""
        self.author = IconText(look, "", "", role="body", weight=600, text_color="text")
        self.when = IconText(look, "", "", role="body")
        self.check = IconText(look, "seal-check", "", role="body")
        self.words = Words(look)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.reveal = BarLink(look, "eye", "")
        self._head = FlowLayout(look.px(6))
        for widget in (self.author, self.when, self.check):
            self._head.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.words)
        self._column.addWidget(self.aside)
        self._column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self.reveal.clicked.connect(lambda _checked=False: self.revealed.emit())
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(15), px(9), px(12), px(10))
        self._column.setSpacing(px(3))

    def set_bar(self, role: str) -> None:
        """The colour role of the left bar; empty for none."""
        self._bar = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, bar."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(body, px(6), px(6))
        if self._bar:
            painter.save()
            painter.setClipRect(0, 0, px(3), self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(self._bar))
            painter.drawRoundedRect(self.rect().toRectF(), px(6), px(6))
            painter.restore()


class StepsColumn(QWidget):
    """The steps joined by a line: time, icon, title, what is to be said about it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._steps: tuple[Step, ...] = ()
        self._below: list[TextBlock] = []
        self._titles: list[TextBlock] = []
        self._width = -1
        self._days = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def show_steps(self, shown: tuple[Step, ...]) -> None:
        """Show another chain."""
        self._steps = shown
        days = {say.day(step.at) for step in shown if step.at}
        self._days = len(days) > 1
        self.setAccessibleName(
            "\n".join(f"{self._time(one)} {one.title}. {one.line}".strip() for one in shown)
        )
        self._forget()

    def words(self) -> list[str]:
        """The titles, oldest first."""
        return [step.title for step in self._steps]

    def _time(self, step: Step) -> str:
        if not step.at:
            return ""
        return f"{say.day(step.at)} {say.clock_time(step.at)}" if self._days else say.clock_seconds(step.at)

    def _forget(self) -> None:
        self._width = -1
        self.updateGeometry()
        self.update()

    def _room(self) -> tuple[int, int]:
        """Where the icons and where the words begin."""
        font = self.look.font("body")
        widest = max((text_width(font, self._time(one)) for one in self._steps), default=0)
        icon = widest + self.look.px(11)
        return icon, icon + self.look.px(16 + 11)

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        look = self.look
        left = self._room()[1]
        room = max(width - left, look.px(80))
        self._titles = [
            TextBlock(make_visible(step.title), look.font("body", 600), room, look.metrics.line_px("body"))
            for step in self._steps
        ]
        self._below = [
            TextBlock(make_visible(step.line), look.font("small"), room, look.metrics.line_px("small"), 4)
            for step in self._steps
        ]
        self._width = width

    def _height_of(self, number: int) -> int:
        below = self._below[number].height if self._steps[number].line else 0
        return int(self._titles[number].height + below) + self.look.px(9)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All steps."""
        self._lay_out(width)
        return sum(self._height_of(number) for number in range(len(self._steps)))

    def sizeHint(self) -> QSize:
        """As it stands."""
        width = self.width() if self._width > 0 else self.look.px(300)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Times, joined icons, words."""
        del event
        self._lay_out(self.width())
        look, px = self.look, self.look.px
        painter = QPainter(self)
        icon_x, text_x = self._room()
        line = look.metrics.line_px("body")
        y = 0
        for number, step in enumerate(self._steps):
            height = self._height_of(number)
            if number + 1 < len(self._steps):
                painter.fillRect(
                    icon_x + px(8) - 1, y + line, px(1.5), height - line + px(1), look.color("border")
                )
            draw_text(
                painter, QRect(0, y, icon_x, line), self._time(step), look.font("body"), look, "text-muted"
            )
            weight = None if step.color == "text-muted" else "fill"
            draw_icon(painter, icon_x, y + line / 2, step.icon, step.color, look, 16, weight)
            self._titles[number].paint(painter, QRect(text_x, y, 1, 1).topLeft().toPointF(), look)
            below = QRect(text_x, y + int(self._titles[number].height), 1, 1).topLeft().toPointF()
            if step.line:
                self._below[number].paint(painter, below, look, "text-muted")
            y += height


class FactRows(QWidget):
    """Name and value per line; hashes in the fixed font, values can be selected with the mouse."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self._facts: tuple[Fact, ...] = ()
        look.changed.connect(self._rebuild)

    def show_facts(self, shown: tuple[Fact, ...]) -> None:
        """Show these."""
        self._facts = shown
        self._rebuild()

    def _rebuild(self) -> None:
        empty(self._column)
        for fact in self._facts:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self.look.px(8))
            name = Text(self.look, "small", "text-muted")
            name.setText(fact.name)
            name.setFixedWidth(self.look.px(98))
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            name.setWordWrap(True)
            value = Text(self.look, "small", wrap=True)
            value.setText(fact.value)
            if fact.fixed:
                value.setFont(self.look.fixed_font())
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(name)
            row.addWidget(value, 1)
            line.setAccessibleName(f"{fact.name}: {fact.value}")
            self._column.addWidget(line)


class NoteEditor(Pane):
    """One line to write a note in, in place of the buttons; Enter keeps it, Esc leaves."""

    written = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self.field = QLineEdit()
        self.field.setMaxLength(2000)
        self.save = ActionButton(look)
        self.cancel = ActionButton(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(6))
        column.setSpacing(look.px(4))
        column.addWidget(self.field)
        flow = FlowLayout(look.px(2))
        flow.setContentsMargins(-look.px(RING_ROOM), 0, 0, 0)
        flow.addWidget(self.save)
        flow.addWidget(self.cancel)
        column.addLayout(flow)
        self.save.clicked.connect(lambda _checked=False: self._keep())
        self.cancel.clicked.connect(lambda _checked=False: self.left.emit())
        self.field.returnPressed.connect(self._keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.save.set_face("check", self.tr("Keep the note"), ("⏎",))
        self.cancel.set_face("", self.tr("Leave"), (translate("Keys", "Esc"),))
        self.field.setPlaceholderText(self.tr("What the next person should know"))
        self.field.setAccessibleName(self.tr("Note, kept outside the log"))

    def _keep(self) -> None:
        words = self.field.text().strip()
        if words:
            self.written.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
