"""The detail: head bar, thread with the comment being decided, why the console proposes what it does, timeline."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.card_words import accessible_sentence
from ui.i18n import format as say
from ui.i18n.words import platform_word
from ui.models.card_data import NO_DUE
from ui.models.detail_data import DetailData
from ui.theme.icon_names import CLOCKS, platform_icon
from ui.theme.look import Look
from ui.theme.metrics import BAR_HEIGHT
from ui.views.thread import ThreadColumn
from ui.widgets.base import IconText, Pane, Rule, Text
from ui.widgets.buttons import BarLink
from ui.widgets.runs import Run, RunText


class DetailHead(Pane):
    """40 px: channel and claim at the left, clock and the way to the site at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "b", parent)
        self.channel = IconText(look, "", "", role="small", icon_px=16)
        self.dot = IconText(look, "", "·", role="small")
        self.claim = IconText(look, "", "", role="small")
        self.clock = IconText(look, "", "", role="small", weight=600, icon_px=15)
        self.clock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.site = BarLink(look, role="small")
        self._row = QHBoxLayout(self)
        for widget in (self.channel, self.dot, self.claim):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.clock)
        self._row.addWidget(self.site)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.setFixedHeight(px(BAR_HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(12), 1)
        self._row.setSpacing(px(9))


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
        self.whole = BarLink(look, "caret-down", "")
        self.whole.clicked.connect(self._show_whole)
        self.read_as = RunText(look, role="small")
        self.why_title = Text(look, "small", "text-muted", 600)
        self.why = QVBoxLayout()
        self.timeline_title = Text(look, "small", "text-muted", 600)
        self.timeline = QVBoxLayout()
        self._rules = [Rule(look), Rule(look)]
        self._gaps = [QWidget(), QWidget()]
        self._body = Pane(look, "surface")
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.area = QScrollArea()
        self.area.setWidget(self._body)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self._body)
        for item in (
            self.thread_column, self.whole, self.read_as, self._gaps[0], self._rules[0], self.why_title, self.why,
            self._gaps[1], self._rules[1],
            self.timeline_title, self.timeline,
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
        self.timeline.setSpacing(0)
        for gap in self._gaps:
            gap.setFixedHeight(px(16))
        for title in (self.why_title, self.timeline_title):
            title.setContentsMargins(0, px(18), 0, px(8))
        self._body.updateGeometry()

    def retranslate(self) -> None:
        """Fixed words in the language shown."""
        self.why_title.setText(self.tr("Why"))
        self.timeline_title.setText(self.tr("Timeline"))
        self.whole.set_face("caret-down", self.tr("Show the whole text"))
        self.area.setAccessibleName(self.tr("Thread and reasons"))
        self.show_detail(self.data)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the comment being decided in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.show_focus)

    def show_detail(self, data: DetailData | None) -> None:
        """Show another comment, or nothing."""
        same = data is not None and self.data is not None and data.card.id == self.data.card.id
        self.data = data
        self._body.setVisible(data is not None)
        self.head.setVisible(data is not None)
        self.thread_column.show_detail(data)
        self.area.setAccessibleDescription(
            accessible_sentence(data.card, int(self._clock())) if data is not None else ""
        )
        if data is None:
            return
        self.tick()
        self.whole.setVisible(self.thread_column.shortened)
        self._show_read_as(data)
        self._show_why(data)
        self._show_timeline(data)
        if not same:
            QTimer.singleShot(0, self, self.show_focus)

    def tick(self) -> None:
        """Say the clock anew; called when the minute changes."""
        data = self.data
        if data is None:
            return
        card = data.card
        head = self.head
        head.channel.set_text(data.channel, platform_icon(card.platform))
        head.dot.setVisible(bool(data.claim))
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

    def _show_whole(self) -> None:
        self.thread_column.show_whole()
        self.whole.hide()

    def _show_read_as(self, data: DetailData) -> None:
        shown = bool(data.read_as) and not data.card.masked
        self.read_as.setVisible(shown)
        if shown:
            self.read_as.set_runs([Run(self.tr("reads as: "), "text-muted"), Run(data.read_as)])

    def _show_why(self, data: DetailData) -> None:
        _empty(self.why)
        for line in data.why:
            runs = [Run(line.strong, weight=600)] if line.strong else []
            if line.plain:
                runs.append(Run((" " if runs else "") + line.plain))
            if line.muted:
                runs.append(Run((" " if runs else "") + line.muted, "text-muted"))
            weight = "fill" if line.fill else None
            self.why.addWidget(
                RunText(self.look, runs, icon=line.icon, icon_color=line.color, icon_weight=weight)
            )
        self.why_title.setVisible(bool(data.why))
        self._rules[0].setVisible(bool(data.why))

    def _show_timeline(self, data: DetailData) -> None:
        _empty(self.timeline)
        now = int(self._clock())
        for when, text, icon in data.timeline:
            same_day = say.day(when, now) == say.day(now, now)
            stamp = say.clock_time(when) if same_day else say.day(when, now)
            self.timeline.addWidget(_Dated(self.look, stamp, text, icon))
        self.timeline_title.setVisible(bool(data.timeline))
        self._rules[1].setVisible(bool(data.timeline))

    def show_focus(self) -> None:
        """Scroll so that the comment being decided stands in the upper half, with as much before it as fits."""
        if self.data is None:
            return
        bar = self.area.verticalScrollBar()
        bottom = self.thread_column.focus_bottom() + self.look.px(60)
        bar.setValue(
            max(0, min(bottom - self.area.viewport().height() * 2 // 3, self.thread_column.focus_top()))
        )
        self.scrolled_to_focus.emit()

    def scroll_page(self, down: bool) -> None:
        """Space and Shift+Space."""
        bar = self.area.verticalScrollBar()
        step = max(self.area.viewport().height() - self.look.px(40), self.look.px(40))
        bar.setValue(bar.value() + (step if down else -step))


class _Dated(QWidget):
    """A muted time and what happened, wrapping."""

    def __init__(
        self, look: Look, stamp: str, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        when = Text(look, "small", "text-muted")
        when.setText(stamp)
        when.setFixedWidth(look.px(55))
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(RunText(look, [Run(text)], icon=icon, role="small"), 1)
        self.setMinimumHeight(look.px(20))


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
