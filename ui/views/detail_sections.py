"""Sections under the thread: what each action does here, the team's notes, and everything that happened to the comment."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.visible_text import isolated, plain_name
from ui.i18n import format as say
from ui.i18n.detail_counted import detail_counted
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import BarLink
from ui.widgets.kept_rows import KeptRows
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.detail_data import DetailData, EffectLine, Moment
    from ui.theme.look import Look

TIMELINE_SHOWN = 8
"""Lines of a timeline that are shown before a person asks for the rest."""


class Section(QWidget):
    """A hairline, a title and rows; hidden while it has none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._rule = Rule(look)
        self.title = Text(look, "small", "text-muted", 600)
        self.rows = QVBoxLayout()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self._rule)
        self.column.addWidget(self.title)
        self.column.addLayout(self.rows)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.column.setContentsMargins(0, px(16), 0, 0)
        self.column.setSpacing(0)
        self.rows.setSpacing(px(4))
        self.title.setContentsMargins(0, px(12), 0, px(8))


class EffectsSection(Section):
    """One line for the proposed action; all of them on request."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._lines: tuple[EffectLine, ...] = ()
        self._open = False
        self._kept = KeptRows(self.rows, lambda: RunText(look, role="small"))
        self.all = BarLink(look, "caret-down", "", role="small")
        self.all.clicked.connect(self.toggle)
        self.column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def unfolded(self) -> bool:
        """Whether all actions are shown."""
        return self._open

    def toggle(self) -> None:
        """Show all actions, or the proposed one alone."""
        self._open = not self._open
        self._fill()

    def show_effects(self, data: DetailData, same: bool) -> None:
        """Another comment begins folded."""
        self._open = self._open and same
        self._lines = data.effects
        self._proposed = data.proposed
        self._fill()

    def _fill(self) -> None:
        self.title.setText(self.tr("What each action does here"))
        shown = [one for one in self._lines if self._open or one.action == self._proposed]
        for row, line in zip(self._kept.take(len(shown)), shown, strict=True):
            self._say(row, line)
        icon = "caret-up" if self._open else "caret-down"
        words = self.tr("Fewer") if self._open else detail_counted.actions(len(self._lines))
        self.all.set_face(icon, words, actions.keycaps("look.effects"))
        self.setVisible(bool(self._lines))

    def _say(self, row: RunText, line: EffectLine) -> None:
        runs = [
            Run(self.tr("{action}:").format(action=line.word), weight=600),
            Run(f" {line.what}".rstrip()),
            Run(f" {line.back}".rstrip(), "text-muted"),
        ]
        icon, color = ("hand-palm", "text-muted") if line.refused else (line.icon, "text")
        row.set_runs(runs, icon, color)


class NotesSection(Section):
    """What the team wrote about this comment."""

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._clock = clock
        self._kept = KeptRows(self.rows, lambda: RunText(look, icon="note-pencil", role="small"))

    def show_notes(self, data: DetailData) -> None:
        """Newest first, each with its writer and time."""
        self.title.setText(self.tr("Notes on this comment"))
        now = int(self._clock())
        rows = self._kept.take(len(data.notes))
        for row, (text, who, when) in zip(rows, data.notes, strict=True):
            signed = f" {isolated(plain_name(who))}, {say.moment(when, now)}"
            row.set_runs([Run(plain_name(text)), Run(signed, "text-muted")])
        self.setVisible(bool(data.notes))


class TimelineSection(Section):
    """Everything that happened, newest first; a long one is folded."""

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._clock = clock
        self._moments: tuple[Moment, ...] = ()
        self._open = False
        self._kept = KeptRows(self.rows, lambda: _Dated(look))
        self.rest = BarLink(look, "caret-down", "", role="small")
        self.rest.clicked.connect(self.unfold)
        self.column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)

    def _restyle(self) -> None:
        super()._restyle()
        self.rows.setSpacing(0)

    def unfold(self) -> None:
        """Show all of it."""
        self._open = True
        self._fill()

    def show_timeline(self, data: DetailData, same: bool) -> None:
        """Another comment begins folded."""
        self._open = self._open and same
        self._moments = data.timeline
        self._fill()

    def _fill(self) -> None:
        self.title.setText(self.tr("Timeline"))
        now = int(self._clock())
        shown = self._moments if self._open else self._moments[:TIMELINE_SHOWN]
        left = len(self._moments) - len(shown)
        if left == 1:
            shown, left = self._moments, 0  # a line that says "one more" takes as much room as that one
        for row, one in zip(self._kept.take(len(shown)), shown, strict=True):
            same_day = say.day(one.at, now) == say.day(now, now)
            stamp = say.clock_time(one.at) if same_day else say.day(one.at, now)
            row.say(stamp, say.moment(one.at, now), one.words, one.icon)
        self.rest.setVisible(left > 0)
        if left > 0:
            self.rest.set_face("caret-down", detail_counted.steps(left))
        self.setVisible(bool(self._moments))


class _Dated(QWidget):
    """A muted time and what happened, wrapping; the whole moment is in the tooltip and in the accessible name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._when = Text(look, "small", "text-muted")
        self._text = RunText(look, role="small")
        row.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._when.setFixedWidth(self.look.px(60))
        self.setMinimumHeight(self.look.px(20))

    def say(self, stamp: str, moment: str, text: str, icon: str) -> None:
        """Another moment."""
        self._when.setText(stamp)
        self._when.setToolTip(moment)
        self._text.set_runs([Run(text)], icon)
        self.setAccessibleName(self.tr("{moment}: {text}").format(moment=moment, text=text))
