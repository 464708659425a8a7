"""The author beside the thread: figures, ladder, latest comments, the team's notes; within the retention time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.paint import draw_disc, draw_icon, draw_text, initials
from ui.delegates.visible_text import plain_name
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.models.detail_data import AuthorData, LadderStep
from ui.theme.look import Look
from ui.theme.metrics import AUTHOR_EM
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import BarLink
from ui.widgets.runs import Run, RunText


class Disc(QWidget):
    """A person's initials in a disc; decoration beside the name."""

    def __init__(self, look: Look, drawn: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._drawn = drawn
        self._letters = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_name(self, name: str, letters: int = 2) -> None:
        """Show the initials of ``name``."""
        self._letters = initials(name, letters)
        self.update()

    def sizeHint(self) -> QSize:
        """Its diameter."""
        return QSize(self.look.px(self._drawn), self.look.px(self._drawn))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        del event
        role = "small" if self._drawn >= 28 else "caption"
        draw_disc(QPainter(self), QRectF(self.rect()), self._letters, self.look, role)


class Ladder(QWidget):
    """Rungs joined by a line: done, next, later, locked; each with its word and what it waits for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._steps: tuple[LadderStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_steps(self, steps: Sequence[LadderStep]) -> None:
        """Show these rungs."""
        self._steps = tuple(steps)
        self.setAccessibleName(". ".join(f"{step.word}, {step.line}" for step in self._steps))
        self.updateGeometry()
        self.update()

    def _pitch(self) -> int:
        return self.look.metrics.line_px("body") + self.look.metrics.line_px("small") + self.look.px(5)

    def sizeHint(self) -> QSize:
        """All rungs."""
        return QSize(self.look.px(180), self._pitch() * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks, line and words."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, second = look.metrics.line_px("body"), look.metrics.line_px("small")
        edge, left = px(16), px(1)
        for number, step in enumerate(self._steps):
            top = number * self._pitch()
            middle = top + first / 2
            if number < len(self._steps) - 1:
                start = int(middle + edge / 2 + px(3))
                end = top + self._pitch() + first // 2 - edge // 2 - px(3)
                painter.fillRect(left + edge // 2 - 1, start, px(2), end - start, look.color("border"))
            self._mark(painter, left, middle, step.state)
            x = left + edge + px(9)
            width = self.width() - x
            draw_text(painter, QRect(x, top, width, first), step.word, look.font("body", 600), look, "text")
            place = QRect(x, top + first, width, second)
            draw_text(painter, place, step.line, look.font("small"), look, "text-muted")

    def _mark(self, painter: QPainter, left: int, middle: float, state: str) -> None:
        look = self.look
        if state == "done":
            draw_icon(painter, left, middle, "check-circle", "ok", look, 16, "fill")
        elif state == "next":
            draw_icon(painter, left, middle, "radio-button", "accent", look, 16, "fill")
        elif state == "locked":
            draw_icon(painter, left, middle, "lock-simple", "text-muted", look, 16)
        else:
            edge = look.px(13)
            painter.setPen(QPen(look.color("text-muted"), 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + look.px(1.5), middle - edge / 2, edge, edge))


class Figure(QWidget):
    """A number over its word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Text(look, "title")
        self.word = IconText(look, role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.word)

    def set_figure(self, value: int, word: str) -> None:
        """Show ``value`` over ``word``."""
        self.number.setText(say.number(value))
        self.word.set_text(word)
        self.setAccessibleName(f"{value} {word}")


class AuthorPanel(Pane):
    """Shows one AuthorData; folds to a strip of 40 px when the window is narrow."""

    opened = Signal()

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "window", "l", parent)
        self._clock = clock
        self._data: AuthorData | None = None
        self._folded = False
        self.disc = Disc(look)
        self.name = IconText(look, role="body", color="text", weight=600)
        self.line = Text(look, "small", "text-muted", wrap=True)
        self.figures = [Figure(look) for _ in range(3)]
        self.ladder_title = Text(look, "small", "text-muted", 600)
        self.ladder = Ladder(look)
        self.latest_title = Text(look, "small", "text-muted", 600)
        self.notes_title = Text(look, "small", "text-muted", 600)
        self._latest = QVBoxLayout()
        self._notes = QVBoxLayout()
        self._body = Pane(look, "window")
        self._area = QScrollArea()
        self._area.setWidget(self._body)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._unfold = BarLink(look, "user-circle", "")
        self._unfold.clicked.connect(self.opened)
        self._build()
        look.changed.connect(self._restyle)
        self.set_folded(False)
        self.retranslate()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._area)
        outer.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout(self._body)
        self._head = QHBoxLayout()
        self._head.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.line)
        self._head.addLayout(names, 1)
        self._column.addLayout(self._head)
        row = QHBoxLayout()
        for figure in self.figures:
            row.addWidget(figure)
        row.addStretch(1)
        self._figures_row = row
        self._column.addLayout(row)
        for title, content in (
            (self.ladder_title, self.ladder),
            (self.latest_title, self._latest),
            (self.notes_title, self._notes),
        ):
            self._column.addWidget(title)
            if isinstance(content, QWidget):
                self._column.addWidget(content)
            else:
                self._column.addLayout(content)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(16), px(12), px(16))
        self._column.setSpacing(px(8))
        self._head.setSpacing(px(10))
        self._figures_row.setSpacing(px(18))
        for rows in (self._latest, self._notes):
            rows.setSpacing(px(3))
        for title in (self.ladder_title, self.latest_title, self.notes_title):
            title.setContentsMargins(0, px(7), 0, 0)
        width = px(40) if self._folded else round(AUTHOR_EM * self.look.metrics.em)
        self.setFixedWidth(width)

    def retranslate(self) -> None:
        """Fixed words in the language shown."""
        self.latest_title.setText(self.tr("Latest comments"))
        self.notes_title.setText(self.tr("Team notes"))
        self._unfold.set_face("user-circle", "", (), actions.tip("look.author"))
        self.show_author(self._data)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def folded(self) -> bool:
        """Whether only the strip is shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to a 40 px strip, or open."""
        self._folded = folded
        self._area.setVisible(not folded)
        self._unfold.setVisible(folded)
        self._restyle()

    def show_author(self, data: AuthorData | None) -> None:
        """Show another author; None empties the panel."""
        self._data = data
        self._body.setVisible(data is not None)
        if data is None:
            return
        now = int(self._clock())
        name = plain_name(data.name)
        self.disc.set_name(name)
        self.name.set_text(name)
        self.line.setText(data.line)
        self.line.setVisible(bool(data.line))
        words = (counted.comments_word, counted.kept_word, counted.strikes_word)
        values = (data.comments, data.kept, data.strikes)
        for figure, value, word in zip(self.figures, values, words, strict=True):
            figure.set_figure(value, word(value))
        self.ladder_title.setText(data.ladder_title)
        self.ladder_title.setVisible(bool(data.ladder))
        self.ladder.setVisible(bool(data.ladder))
        self.ladder.set_steps(data.ladder)
        _empty(self._latest)
        for when, text in data.latest:
            one_line = " ".join(plain_name(text).split())
            self._latest.addWidget(_Line(self.look, say.day_word(when, now), one_line))
        self.latest_title.setVisible(bool(data.latest))
        _empty(self._notes)
        for text, who, when in data.notes:
            self._notes.addWidget(RunText(self.look, [Run(plain_name(text))], role="small"))
            signed = f"{plain_name(who)}, {say.day_word(when, now)}"
            self._notes.addWidget(RunText(self.look, [Run(signed, "text-muted")], role="small"))
        self.notes_title.setVisible(bool(data.notes))
        self.setAccessibleName(name)


class _Line(QWidget):
    """A muted day and the start of a comment, on one line."""

    def __init__(self, look: Look, day: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._day, self._text = day, text
        self.setAccessibleName(f"{day}: {text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One small line."""
        return QSize(self.look.px(120), self.look.px(21))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Day, then words, elided."""
        del event
        painter = QPainter(self)
        font = self.look.font("small")
        width = draw_text(painter, self.rect(), self._day, font, self.look, "text-muted") + self.look.px(7)
        draw_text(painter, self.rect().adjusted(width, 0, 0, 0), self._text, font, self.look, "text")


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
