"""Reading the workspace again: how far it is, how long it takes; pause, resume, call off, start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.models.classifier_words import run_words
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.flow import FlowLayout
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from console.runtime.classifier import Progress
    from console.services.roles import Actor
    from ui.theme.look import Look


class RereadPart(QWidget):
    """``asked`` carries start, pause, resume or cancel."""

    asked = Signal(str)

    def __init__(self, look: Look, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor = actor
        self._run: Progress | None = None
        self._now = 0
        self._shown = False
        px = look.px
        self.words = Text(look, "body", "text", wrap=True)
        self.meter = Meter(look)
        self.pause = ActionButton(look, "pause")
        self.cancel = ActionButton(look, "x")
        self.start = ActionButton(look, "arrows-clockwise")
        self.why = Text(look, "small", "text-muted", wrap=True)
        buttons = FlowLayout(px(2))
        buttons.setContentsMargins(-px(RING_ROOM), px(2), 0, 0)
        for button in (self.pause, self.cancel, self.start):
            buttons.addWidget(button)
            button.asked_why.connect(self._tell_why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.words)
        column.addWidget(self.meter)
        column.addLayout(buttons)
        column.addWidget(self.why)
        self.why.hide()
        self.pause.clicked.connect(lambda _checked=False: self._pause())
        self.cancel.clicked.connect(lambda _checked=False: self.asked.emit("cancel"))
        self.start.clicked.connect(lambda _checked=False: self.asked.emit("start"))
        self.retranslate()

    def show_run(self, run: Progress | None, now: int) -> None:
        """Show how it stands; ``now`` in UTC seconds."""
        self._run, self._now, self._shown = run, now, True
        words = run_words(run, now)
        if words != self.words.text():
            self.words.setText(words)
        under_way = run is not None and run.under_way
        self.meter.setVisible(under_way)
        if run is not None and under_way:
            self.meter.show_share(run.done, run.total, words)
        focus = self.pause if self.start.hasFocus() and under_way else None
        focus = self.start if not under_way and (self.pause.hasFocus() or self.cancel.hasFocus()) else focus
        for button in (self.pause, self.cancel):
            button.setVisible(under_way)
        self.start.setVisible(not under_way)
        if focus is not None:
            focus.setFocus()
        paused = run is not None and run.state == "paused"
        resume, pause = translate("Classifier", "Resume"), translate("Classifier", "Pause")
        self.pause.set_face(*(("play", resume) if paused else ("pause", pause)))
        no = "" if self._actor.may("classifier") else translate("Classifier", "This needs a lead.")
        for button in (self.pause, self.cancel, self.start):
            button.set_inert(no)

    def _pause(self) -> None:
        paused = self._run is not None and self._run.state == "paused"
        self.asked.emit("resume" if paused else "pause")

    def _tell_why(self, reason: str) -> None:
        self.why.setText(reason)
        self.why.show()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.meter.setAccessibleName(translate("Classifier", "Reading the workspace again"))
        self.cancel.set_face("x", translate("Classifier", "Call off"))
        self.start.set_face("arrows-clockwise", translate("Classifier", "Read everything again"))
        self.why.hide()
        if self._shown:
            self.show_run(self._run, self._now)
