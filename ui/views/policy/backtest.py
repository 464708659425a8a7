"""The replay in the policy room: one sentence, a table per rule, disagreements to read, the green light, ladder and load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import actions
from ui.errors import describe, paragraph
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.policy_results_counted import counted
from ui.models.policy import result_words as words
from ui.models.policy.replay import DAYS, PolicyReplay, Result
from ui.views.policy.gate import GatePanel
from ui.views.policy.tabs import TabPage
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.hour_bars import HourBars
from ui.widgets.meter import Meter
from ui.widgets.reading_list import ReadingList
from ui.widgets.result_table import ResultTable
from ui.widgets.runs import RunText

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look

SIDE_EM = 40.0
"""From this width on the green light stands beside the comments to read, else under them."""


class BacktestTab(TabPage):
    """``open_comment`` carries a comment to open in the queue. ``replay`` is F5."""

    open_comment = Signal(int)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        draft: PolicyDraft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._console, self._draft = console, draft
        self.model = PolicyReplay.of(console, bridge, actor, draft)
        self._shown: Result | None = None
        self._rule = ""
        self.run = ActionButton(look, "arrows-clockwise", kind=Kind.PRIMARY)
        self.days = Choice(look)
        self.when = IconText(look, "clock-counter-clockwise")
        self.stop = ActionButton(look, "x")
        self.busy = Text(look, "body", "text-muted")
        self.meter = Meter(look)
        self.sentence = RunText(look, role="read")
        self.stale = IconText(look, "warning", color="warning", icon_weight="fill", text_color="text")
        self.error = Text(look, "body", "danger", wrap=True)
        self.table = ResultTable(look, (6, 2, 2, 8, 2, 2), (1, 2, 4, 5), yields=(5,))
        self.note = Text(look, "small", "text-muted", wrap=True)
        self.read_title = Text(look, "small", "text-muted", 600)
        self.list = ReadingList(look)
        self.none = Text(look, "body", "text-muted", wrap=True)
        self.gate = GatePanel(console, bridge, actor, look, draft)
        self.ladder_title = Text(look, "small", "text-muted", 600)
        self.ladder = ResultTable(look, (5, 2, 2), (1, 2), chooses=False)
        self.load_title = Text(look, "small", "text-muted", 600)
        self.load = HourBars(look)
        self.load_words = Text(look, "small", "text-muted", wrap=True)
        self.limits_title = Text(look, "small", "text-muted", 600)
        self.limits = Text(look, "small", "text-muted", wrap=True)
        self.empty = EmptyState(look)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        bar = Pane(self.look, "surface", "b")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16 - RING_ROOM), px(4), px(14), px(4))
        row.setSpacing(px(6))
        row.addWidget(self.run)
        row.addWidget(self.days)
        row.addWidget(self.stop)
        row.addWidget(self.busy)
        row.addWidget(self.meter, 1)
        row.addStretch(1)
        row.addWidget(self.when)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        self.list.show_whole()
        top: tuple[QWidget, ...] = (self.stale, self.error, self.sentence, self.table, self.note)
        for widget in top:
            column.addWidget(widget)
        reading = QVBoxLayout()
        reading.setSpacing(px(6))
        for widget in (self.read_title, self.list, self.none):
            reading.addWidget(widget)
        reading.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(px(14))
        self._sides.addLayout(reading, 1)
        self._sides.addWidget(self.gate)
        column.addSpacing(px(4))
        column.addLayout(self._sides)
        below: tuple[QWidget, ...] = (
            self.ladder_title, self.ladder, self.load_title, self.load, self.load_words, self.limits_title, self.limits,
        )  # fmt: skip
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        self._results: tuple[QWidget, ...] = (
            self.sentence, self.table, self.note, self.read_title, self.list, self.none, *below,
        )  # fmt: skip
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._holder = Pane(self.look, "surface")
        inside = QVBoxLayout(self._holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._page)
        self._area.setWidget(self._holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._area, 1)
        self.setFocusProxy(self.run)

    def _connect(self) -> None:
        self.run.clicked.connect(lambda _checked=False: self.replay())
        self.run.asked_why.connect(self._tell_why)
        self.stop.clicked.connect(lambda _checked=False: self.model.cancel())
        self.days.activated.connect(lambda _index: self._choose_days())
        self.table.moved.connect(self._choose_rule)
        self.table.entered.connect(lambda _row: self._into_list())
        self.list.opened.connect(self.open_comment)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._keep_visible())
        self.model.changed.connect(self._refresh)
        self.model.progressed.connect(self._progress)

    # ------------------------------------------------------------------ moves

    def replay(self) -> None:
        """F5: replay the draft as it stands, or say why not."""
        if not self.model.start():
            self._tell_why(self._why())

    def cancel(self) -> bool:
        """Stop a running replay; False when there is none."""
        running = self.model.running
        self.model.cancel()
        return running

    def _choose_days(self) -> None:
        self.model.days = int(self.days.key() or 0)

    def _choose_rule(self, row: int) -> None:
        rules = words.shown_rules({} if self._shown is None else self._shown.report)
        rule = str(rules[row]["rule"]) if 0 <= row < len(rules) else ""
        if rule != self._rule:
            self._rule = rule
            self._show_list()

    def _into_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_visible(self) -> None:
        if self.list.hasFocus():
            rect = self.list.visualRect(self.list.currentIndex())
            at = self.list.mapTo(self._holder, rect.center())
            self._area.ensureVisible(at.x(), at.y(), 0, rect.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops a running replay."""
        if event.key() == Qt.Key.Key_Escape and self.cancel():
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ showing

    def _why(self) -> str:
        return {
            "": "",
            "running": translate("PolicyResults", "A replay is running."),
            "checking": translate("PolicyResults", "The check is still running."),
            "invalid": translate("PolicyResults", "The text has errors: they come first."),
        }[self.model.why_not]

    def _tell_why(self, reason: str) -> None:
        self.when.set_text(reason, "info", "text-muted")
        self.when.show()

    def _refresh(self) -> None:
        model = self.model
        self.run.set_inert(self._why())
        self.days.setVisible(not model.running)
        under_way: tuple[QWidget, ...] = (self.stop, self.busy, self.meter)
        for widget in under_way:
            widget.setVisible(model.running)
        self.days.set_key(str(model.asked_days))
        if model.running:
            self._progress(model.done, model.total)
        self._say_when()
        if model.result is not self._shown:
            self._shown = model.result
            self._show_result()
        self.stale.setVisible(model.stale)
        self.stale.set_text(
            translate("PolicyResults", "The text has changed since, and has errors.")
            if model.why_not == "invalid"
            else translate("PolicyResults", "The text has changed since. Press F5 to replay it as it is now.")
        )
        self.error.setVisible(model.error is not None)
        if model.error is not None:
            self.error.setText(paragraph(describe(model.error)))
        some = self._shown is not None
        self._area.setVisible(some or model.error is not None)
        self.empty.setVisible(not self._area.isVisibleTo(self))
        self._show_empty()
        for part in self._results:
            if not some:
                part.hide()

    def _progress(self, done: int, total: int) -> None:
        text = (
            translate("PolicyResults", "{done} of {total}").format(
                done=say.number(done), total=counted.comments(total)
            )
            if total
            else translate("PolicyResults", "Reading the past…")
        )
        self.busy.setText(text)
        self.meter.show_share(done, total, text)

    def _say_when(self) -> None:
        result = self.model.result
        if result is None or self.model.running:
            self.when.hide()
            return
        if result.at:
            text = translate("PolicyResults", "replayed {moment}, {name}").format(
                moment=say.moment(result.at, self._console.clock.now()), name=result.by
            )
        else:
            text = translate("PolicyResults", "replayed in {seconds} s").format(
                seconds=words.one_decimal(result.seconds)
            )
        self.when.set_text(text, "clock-counter-clockwise", "text-muted")
        self.when.show()

    def _show_empty(self) -> None:
        if self.model.running:
            self.empty.show_state(
                "clock-counter-clockwise",
                translate("PolicyResults", "The past is being replayed"),
                translate(
                    "PolicyResults", "You can go on working: nothing in the workspace is changed. Esc stops."
                ),
            )
            return
        self.empty.show_state(
            "clock-counter-clockwise",
            translate("PolicyResults", "What would this text have done?"),
            translate(
                "PolicyResults",
                "A replay reads your own past with the draft and compares it with your decisions. Nothing is changed, nothing is sent. Press F5.",
            ),
        )

    def _show_result(self) -> None:
        result = self._shown
        if result is None:
            return
        report = result.report
        active = self._draft.active
        mark = words.mark_of([one.gate for one in (active, self._draft.policy) if one is not None])
        self.sentence.set_runs(words.replay_sentence(report))
        rules = words.shown_rules(report)
        self.table.set_rows(words.rule_heads(), [words.rule_cells(one, mark) for one in rules])
        self.table.fit_height()
        self.note.setText(words.footnote(report, mark))
        rows = words.ladder_rows(report)
        heads = (
            translate("PolicyResults", "Ladder step"),
            translate("PolicyResults", "As it was"),
            translate("PolicyResults", "With this text"),
        )
        self.ladder.set_rows(heads, rows)
        self.ladder.fit_height()
        load = words.load_sentence(report)
        hours = report.get("sla", {}).get("hours", ())
        self.load.show_hours(hours, load)
        self.load_words.setText(load)
        limits = words.warnings(report)
        self.limits.setText("\n".join(limits))
        for widget in (
            self.sentence,
            self.table,
            self.note,
            self.read_title,
            self.load_title,
            self.load_words,
        ):
            widget.show()
        for widget in (self.ladder_title, self.ladder):
            widget.setVisible(bool(rows))
        self.load.setVisible(bool(sum(hours)))
        for widget in (self.limits_title, self.limits):
            widget.setVisible(bool(limits))
        names = [str(one["rule"]) for one in rules]
        if self._rule not in names:
            self._rule = words.telling_rule(report, mark)
        if self._rule in names:
            self.table.selectRow(names.index(self._rule))
        self._show_list()

    def _show_list(self) -> None:
        report = {} if self._shown is None else self._shown.report
        every = list(report.get("disagreements", ()))
        chosen = [one for one in every if str(one["rule"]) == self._rule]
        items = [words.disagreement(one) for one in chosen]
        self.list.show_items(items)
        self.list.setVisible(bool(items))
        self.none.setVisible(not items and bool(self._rule))
        if items:
            self.read_title.setText(
                translate("PolicyResults", "{rule}: disagreements to read, {n} of {all}").format(
                    rule=self._rule, n=say.number(len(items)), all=say.number(len(every))
                )
            )
        else:
            self.read_title.setText(
                translate("PolicyResults", "{rule}: disagreements to read").format(rule=self._rule)
            )
            self.none.setText(
                translate("PolicyResults", "None kept for this rule: you and it agreed, or nobody decided.")
            )
        self.list.setAccessibleName(self.read_title.text())

    # ------------------------------------------------------------------ words and room

    def title(self) -> str:
        """The tab's word."""
        return translate("Policy", "Replay")

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.run.set_face(
            "arrows-clockwise", translate("PolicyResults", "Replay"), actions.keycaps("app.refresh")
        )
        self.stop.set_face("x", translate("PolicyResults", "Cancel"), ("Esc",))
        choices = [
            (str(days), counted.days(days) if days else translate("PolicyResults", "the whole past"))
            for days in sorted({*DAYS, self.model.asked_days}, key=lambda n: n or 10**6)
        ]
        self.days.set_choices(choices)
        self.days.setAccessibleName(translate("PolicyResults", "How far back"))
        self.table.setAccessibleName(translate("PolicyResults", "Results by rule"))
        self.ladder.setAccessibleName(translate("PolicyResults", "Steps of the ladder reached"))
        self.ladder_title.setText(translate("PolicyResults", "Steps of the ladder reached"))
        self.load_title.setText(translate("PolicyResults", "What falls due, by hour of the day"))
        self.limits_title.setText(translate("PolicyResults", "What these figures cannot say"))
        self.meter.setAccessibleName(translate("PolicyResults", "Replay"))
        self._shown = None
        self._refresh()
        self.title_changed.emit(self.title())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The green light goes under the comments where there is no room beside them."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(SIDE_EM * 13)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self.gate.setMaximumWidth(self.look.px(240) if wide else 16_777_215)
        self.gate.setMinimumWidth(self.look.px(200) if wide else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
