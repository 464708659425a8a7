"""The detail: head bar, thread with the comment being decided, why the console proposes what it does, timeline."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.card_words import accessible_sentence
from ui.i18n import format as say
from ui.i18n.words import platform_word
from ui.models.card_data import NO_DUE
from ui.retiring import empty
from ui.theme.icon_names import CLOCKS, platform_icon
from ui.theme.metrics import BAR_HEIGHT
from ui.views.detail_sections import EffectsSection, NotesSection, TimelineSection
from ui.views.thread import ThreadColumn
from ui.widgets.base import IconText, Pane, Rule, Text
from ui.widgets.buttons import BarLink
from ui.widgets.flow import FlowLayout
from ui.widgets.kept_rows import KeptRows
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.models.detail_data import DetailData
    from ui.theme.look import Look


class DetailHead(Pane):
    """Channel and claim at the left, clock and the way to the site at the right; under them the comment's states."""

    went_back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "b", parent)
        self.back = BarLink(look, "caret-left", "", role="small")
        self.back.clicked.connect(self.went_back)
        self.back.hide()
        self.channel = IconText(look, "", "", role="small", icon_px=16)
        self.dot = IconText(look, "", "·", role="small")
        self.claim = IconText(look, "", "", role="small")
        self.clock = IconText(look, "", "", role="small", weight=600, icon_px=15)
        self.clock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.site = BarLink(look, role="small")
        self._bar = QWidget()
        self._row = QHBoxLayout(self._bar)
        for widget in (self.back, self.channel, self.dot, self.claim):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.clock)
        self._row.addWidget(self.site)
        self.states = QWidget()
        self._states: Sequence[tuple[str, str]] = ()
        self._filled: Sequence[tuple[str, str]] = ()
        self._flow = FlowLayout(look.px(14), self.states)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.states)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._bar.setFixedHeight(px(BAR_HEIGHT) - 1)
        self._row.setContentsMargins(px(16), 0, px(12), 0)
        self._row.setSpacing(px(9))
        self._flow.setContentsMargins(px(16), 0, px(12), px(8))
        self._column.setContentsMargins(0, 0, 0, 1)

    def show_states(self, states: Sequence[tuple[str, str]]) -> None:
        """(icon, words) of each state, under the bar; nothing for open work."""
        self._states = tuple(states)
        self._fit()
        self.setAccessibleName(", ".join((self.channel.text, *(words for _, words in states))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room in the bar goes under it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow bar the claim stands under it and the way to the site is an icon: no word is cut."""
        self.site.show_word(True)
        shown = [self.back, self.clock, self.site]
        wide = sum(one.sizeHint().width() for one in shown if not one.isHidden())
        wide += sum(one.sizeHint().width() for one in (self.channel, self.dot, self.claim) if one.text)
        narrow = wide + self.look.px(28 + 6 * 9) > self.width()
        self.site.show_word(not narrow)
        held = bool(self.claim.text)
        self.dot.setVisible(held and not narrow)
        self.claim.setVisible(held and not narrow)
        self._show_under((*((("user", self.claim.text),) if held and narrow else ()), *self._states))

    def _show_under(self, states: Sequence[tuple[str, str]]) -> None:
        if states == self._filled:
            return
        self._filled = states
        empty(self._flow)
        for icon, words in states:
            self._flow.addWidget(IconText(self.look, icon, words, role="small", color="text", icon_px=14))
        self._flow.invalidate()
        self.states.updateGeometry()
        self.states.setVisible(bool(states))

    def show_trail(self, words: str) -> None:
        """The way back to the comment from which this one was opened; empty when it was chosen in the list."""
        self.back.set_face("caret-left", words, actions.keycaps("move.return") if words else ())
        self.back.setVisible(bool(words))


class DetailView(Pane):
    """Shows one DetailData; emits ``open_site`` for the page on the platform."""

    open_site = Signal()
    scrolled_to_focus = Signal()
    painted = Signal(int)

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._clock = clock
        self.data: DetailData | None = None
        self.head = DetailHead(look)
        self.head.site.clicked.connect(self.open_site)
        self.thread_column = ThreadColumn(look, clock)
        self.thread_column.painted.connect(self.painted)
        self.thread_column.focused.connect(self._reveal)
        self.whole = BarLink(look, "caret-down", "")
        self.whole.clicked.connect(self._show_whole)
        self.why_title = Text(look, "small", "text-muted", 600)
        self.why = QVBoxLayout()
        self._why_rows = KeptRows(self.why, lambda: RunText(look))
        self.effects = EffectsSection(look)
        self.notes = NotesSection(look, clock)
        self.timeline = TimelineSection(look, clock)
        self._rule = Rule(look)
        self._gap = QWidget()
        self._body = Pane(look, "surface")
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.area = QScrollArea()
        self.area.setWidget(self._body)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.installEventFilter(self)
        # How far above the focus the visible part begins, while the same comment is read anew; None: a person scrolled.
        self._anchor: int | None = None
        self._top = 0  # where the visible part begins in the window
        self.bare = False
        self._seek: QWidget | None = None  # a section that a key brings into sight
        self.area.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._stay())
        self.area.verticalScrollBar().actionTriggered.connect(lambda _action: self._scrolled())
        self._column = QVBoxLayout(self._body)
        for item in (
            self.thread_column, self.whole, self._gap, self._rule, self.why_title, self.why, self.effects,
            self.notes, self.timeline,
        ):  # fmt: skip
            if isinstance(item, QWidget):
                self._column.addWidget(item)
            else:
                self._column.addLayout(item)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.show_detail(None)

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(20), px(14), px(20), px(20))
        self._column.setSpacing(0)
        self.why.setSpacing(px(4))
        self._gap.setFixedHeight(px(16))
        self.why_title.setContentsMargins(0, px(12), 0, px(8))
        self._body.updateGeometry()

    def retranslate(self) -> None:
        """Fixed words in the language shown."""
        self.why_title.setText(self.tr("Why"))
        self.whole.set_face("caret-down", self.tr("Show the whole text"))
        self.area.setAccessibleName(self.tr("Thread and reasons"))
        self.show_detail(self.data)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the area go from part to part of the thread."""
        if watched is self.area and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
                return self.thread_column.step(1 if event.key() == Qt.Key.Key_Down else -1)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what a key brought there, else the comment being decided.

        Where only the head grew or shrank over the comment that is read (it is held now, by somebody), nothing moves.
        """
        super().resizeEvent(event)
        top = self.mapTo(self.window(), QPoint(0, 0)).y()
        moved, self._top = top - self._top, top
        same_width = event.size().width() == event.oldSize().width()
        if moved and same_width and self._anchor is not None and self._seek is None:
            self._anchor = max(self._anchor - moved, min(self._anchor, 0))
            self._stay()
            return
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Laid out anew: a key pressed since then has chosen what is in sight."""
        if self._seek is not None:
            self._stay()
        else:
            self.show_focus()

    def show_detail(self, data: DetailData | None) -> None:
        """Show another comment, or nothing. The same one read anew stays where it stands on the screen."""
        same = data is not None and self.data is not None and data.card.id == self.data.card.id
        if same and self._anchor is None:
            self._anchor = self.thread_column.focus_top() - self.area.verticalScrollBar().value()
        elif not same:
            self._scrolled()
        self.data = data
        self._body.setVisible(data is not None)
        self.head.setVisible(data is not None and not self.bare)
        self.thread_column.show_detail(data)
        self.area.setAccessibleDescription(
            accessible_sentence(data.card, int(self._clock())) if data is not None else ""
        )
        if data is None:
            return
        self.tick()
        self.whole.setVisible(self.thread_column.shortened)
        self._show_why(data)
        self.effects.show_effects(data, same)
        self.notes.show_notes(data)
        self.timeline.show_timeline(data, same)
        if same:
            QTimer.singleShot(0, self, self._stay)
        else:
            QTimer.singleShot(0, self, self._settle)

    def _stay(self) -> None:
        """Earlier comments came in above: the comment being decided keeps its place, until a person scrolls."""
        if self._seek is not None:
            self.area.verticalScrollBar().setValue(self._seek.y())
        elif self._anchor is not None:
            self.area.verticalScrollBar().setValue(self.thread_column.focus_top() - self._anchor)

    def _scrolled(self) -> None:
        self._anchor = self._seek = None

    def _reveal(self, place: QRect) -> None:
        """A part of the thread got the focus: scroll until it is seen."""
        self._scrolled()
        top = self.thread_column.mapTo(self._body, place.topLeft()).y()
        bar, margin = self.area.verticalScrollBar(), self.look.px(12)
        if top - margin < bar.value() or place.height() + 2 * margin > self.area.viewport().height():
            bar.setValue(top - margin)
        elif top + place.height() + margin > bar.value() + self.area.viewport().height():
            bar.setValue(top + place.height() + margin - self.area.viewport().height())

    def tick(self) -> None:
        """Say the clock anew; called when the minute changes."""
        data = self.data
        if data is None:
            return
        card = data.card
        head = self.head
        head.channel.set_text(data.channel, platform_icon(card.platform))
        head.claim.set_text(data.claim)
        now = int(self._clock())
        state = card.clock(now)
        if state == "none" or card.due_at >= NO_DUE:
            head.clock.hide()
        else:
            color = {"soon": "warning", "late": "danger"}.get(state, "text-muted")
            if state == "late":
                words = say.late(now - card.due_at)
            else:
                far = say.day(card.due_at, now) != say.day(now, now)
                when = say.moment(card.due_at, now) if far else say.clock_time(card.due_at)
                words = self.tr("decide before {time}").format(time=when)
            head.clock.set_text(words, CLOCKS[state], color, "fill" if state in ("soon", "late") else None)
            head.clock.show()
        if card.platform in ("practice", "file"):
            site = actions.word("look.open")
        else:
            site = self.tr("Open on {platform}").format(platform=platform_word(card.platform))
        head.site.set_face("arrow-square-out", site, actions.keycaps("look.open"))
        head.site.setVisible(bool(data.permalink))
        head.show_states(data.states)

    def _show_whole(self) -> None:
        self.thread_column.show_whole()
        self.whole.hide()

    def _show_why(self, data: DetailData) -> None:
        for row, line in zip(self._why_rows.take(len(data.why)), data.why, strict=True):
            runs = [Run(line.strong, weight=600)] if line.strong else []
            if line.plain:
                runs.append(Run((" " if runs else "") + line.plain))
            if line.muted:
                runs.append(Run((" " if runs else "") + line.muted, "text-muted"))
            row.set_runs(runs, line.icon, line.color, "fill" if line.fill else None)
        self.why_title.setVisible(bool(data.why))
        self._rule.setVisible(bool(data.why))

    def show_focus(self) -> None:
        """Scroll so that the comment being decided stands in the upper half, with as much before it as fits."""
        if self.data is None:
            return
        self._scrolled()
        bar = self.area.verticalScrollBar()
        bottom = self.thread_column.focus_bottom() + self.look.px(60)
        bar.setValue(
            max(0, min(bottom - self.area.viewport().height() * 2 // 3, self.thread_column.focus_top()))
        )
        self.scrolled_to_focus.emit()

    def set_bare(self, bare: bool) -> None:
        """Without its head: where a low window has room for little more than what is written."""
        self.bare = bare
        self.head.setVisible(self.data is not None and not bare)

    def sight_wanted(self) -> int:
        """The height in which the comment being decided is read, up to four lines of it, in pixels."""
        least = self.thread_column.focus_least()
        return min(least, self.thread_column.focus_bottom() - self.thread_column.focus_top()) or least

    def toggle_effects(self) -> None:
        """What each action does here: all of them, brought into sight, or the proposed one alone."""
        self.effects.toggle()
        if self.effects.unfolded:
            self._scrolled()
            self._seek = self.effects
            QTimer.singleShot(0, self, self._stay)

    def scroll_page(self, down: bool) -> None:
        """Space and Shift+Space."""
        self._scrolled()
        bar = self.area.verticalScrollBar()
        step = max(self.area.viewport().height() - self.look.px(40), self.look.px(40))
        bar.setValue(bar.value() + (step if down else -step))
