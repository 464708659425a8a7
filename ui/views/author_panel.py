"""The author beside the thread: figures, ladder, latest comments, the team's notes; within the retention time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.visible_text import isolated, plain_name
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.theme.metrics import AUTHOR_EM
from ui.views.author_parts import Disc, Figure, Ladder, LatestLine
from ui.views.author_tags import AuthorTags
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import BarLink
from ui.widgets.flow import FlowLayout
from ui.widgets.kept_rows import KeptRows
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.models.detail_data import AuthorData
    from ui.theme.look import Look


class AuthorPanel(Pane):
    """Shows one AuthorData; folds to a strip of 40 px when the window is narrow."""

    opened = Signal()
    wanted = Signal(int)

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
        self.tags = AuthorTags(look)
        self.figures = [Figure(look) for _ in range(3)]
        self.strikes_title = Text(look, "small", "text-muted", 600)
        self.ladder_title = Text(look, "small", "text-muted", 600)
        self.ladder = Ladder(look)
        self.latest_title = Text(look, "small", "text-muted", 600)
        self.notes_title = Text(look, "small", "text-muted", 600)
        self._facts = QVBoxLayout()
        self._strikes = QVBoxLayout()
        self._latest = QVBoxLayout()
        self._notes = QVBoxLayout()
        self._fact_rows, self._strike_rows, self._note_rows = (
            KeptRows(rows, lambda: RunText(look, role="small"))
            for rows in (self._facts, self._strikes, self._notes)
        )
        self._latest_rows = KeptRows(self._latest, self._make_latest)
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
        self._column.addWidget(self.tags)
        self._figures_row = FlowLayout()
        for figure in self.figures:
            self._figures_row.addWidget(figure)
        self._column.addLayout(self._figures_row)
        self._column.addLayout(self._facts)
        for title, content in (
            (self.strikes_title, self._strikes),
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
        self._figures_row.set_gap(px(14))
        for rows in (self._facts, self._strikes, self._latest, self._notes):
            rows.setSpacing(px(3))
        for title in (self.strikes_title, self.ladder_title, self.latest_title, self.notes_title):
            title.setContentsMargins(0, px(7), 0, 0)
        width = px(40) if self._folded else round(AUTHOR_EM * self.look.metrics.em)
        self.setFixedWidth(width)

    def retranslate(self) -> None:
        """Fixed words in the language shown."""
        self.latest_title.setText(self.tr("Latest comments"))
        self.notes_title.setText(self.tr("Notes on this author"))
        self.strikes_title.setText(self.tr("Strikes"))
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
        handle = f"@{plain_name(data.handle).removeprefix('@')}" if data.handle else ""
        about = " · ".join(one for one in (isolated(handle) if handle else "", data.line) if one)
        self.line.setText(about)
        self.line.setVisible(bool(about))
        self.tags.show_tags(data.tags)
        _say(self._fact_rows, [Run(fact, "text-muted") for fact in data.facts])
        _say(self._strike_rows, [Run(strike) for strike in data.strike_lines])
        self.strikes_title.setVisible(bool(data.strike_lines))
        words = (counted.comments_word, counted.kept_word, counted.strikes_word)
        values = (data.comments, data.kept, data.strikes)
        for figure, value, word in zip(self.figures, values, words, strict=True):
            figure.set_figure(value, word(value))
        self.ladder_title.setText(data.ladder_title)
        self.ladder_title.setVisible(bool(data.ladder))
        self.ladder.setVisible(bool(data.ladder))
        self.ladder.set_steps(data.ladder)
        latest = list(zip(data.latest, data.latest_ids, strict=False))
        for line, ((when, text), comment) in zip(self._latest_rows.take(len(latest)), latest, strict=True):
            one_line = " ".join(plain_name(text).split())
            day = say.day_word(when, now)
            spoken = self.tr("{day}: {text}. Open").format(day=day, text=isolated(one_line))
            line.say(day, one_line, spoken, comment)
        self.latest_title.setVisible(bool(data.latest))
        notes = []
        for text, who, when in data.notes:
            signed = f"{isolated(plain_name(who))}, {say.day_word(when, now)}"
            notes += [Run(plain_name(text)), Run(signed, "text-muted")]
        _say(self._note_rows, notes)
        self.notes_title.setVisible(bool(data.notes))
        self.setAccessibleName(name)

    def _make_latest(self) -> LatestLine:
        line = LatestLine(self.look)
        line.clicked.connect(lambda: self.wanted.emit(line.comment))
        return line


def _say(rows: KeptRows[RunText], runs: Sequence[Run]) -> None:
    for row, run in zip(rows.take(len(runs)), runs, strict=True):
        row.set_runs([run])
