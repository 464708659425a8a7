"""A bulk decision at work: how far it is, pause and stop; at its end what was refused, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import actions
from ui.i18n import format as say
from ui.i18n.bulk_counted import bulk_counted
from ui.models import bulk_words as words
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import Cell
from ui.widgets.header import PaneHeader
from ui.widgets.meter import Meter
from ui.widgets.result_table import ResultTable

if TYPE_CHECKING:
    from console.services.bulk_worker import BulkProgress
    from ui.theme.look import Look

FINAL = ("report", "delete")
ENDED = ("done", "stopped", "undone")


class BulkRunPage(Pane):
    """``paused`` carries whether to wait; ``stopped``, ``undone`` and ``left`` are asked for by key or button."""

    paused = Signal(bool)
    stopped = Signal()
    undone = Signal()
    left = Signal()
    takes_keys = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "l", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress: BulkProgress | None = None
        self.waiting = False
        self.undoing: tuple[int, int] | None = None
        self.head = PaneHeader(look)
        self.title = Text(look, "page", weight=600, wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.meter = Meter(look)
        self.refused_title = Text(look, "small", "text-muted", 600)
        self.refused = ResultTable(look, (1, 6), (0,), chooses=False)
        self.pause = ActionButton(look)
        self.stop = ActionButton(look)
        self.undo = ActionButton(look)
        self.back = ActionButton(look)
        self.hint = IconText(look, role="small")
        inner = Pane(look)
        column = QVBoxLayout(inner)
        px = look.px
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(8))
        for widget in (self.title, self.meter, self.line, self.refused_title, self.refused):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        bar = Pane(look, "window", "t")
        buttons = QHBoxLayout(bar)
        room = px(RING_ROOM)
        buttons.setContentsMargins(px(24) - room, px(9) - room, px(16), px(9) - room)
        buttons.setSpacing(px(2))
        for button in (self.pause, self.stop, self.undo, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(area, 1)
        whole.addWidget(bar)
        self.pause.clicked.connect(self._toggle)
        self.stop.clicked.connect(self.stopped)
        self.undo.clicked.connect(self.undone)
        self.back.clicked.connect(self.left)
        for name, run in (
            ("bulk.pause", self._toggle),
            ("bulk.back", self._escape),
            ("bulk.undo", self._take_back),
        ):
            self.addAction(actions.make_action(name, look, self, run))
        look.changed.connect(self._refit)
        self.retranslate()

    def _refit(self) -> None:
        """Another text size: the table's height is its own."""
        self.refused.fit_height()

    @property
    def ended(self) -> bool:
        """Whether nothing goes on any more."""
        return self.progress is not None and self.progress.state in ENDED and self.undoing is None

    def _toggle(self) -> None:
        if self.progress is not None and not self.ended and self.undoing is None:
            self.waiting = not self.waiting
            self.paused.emit(self.waiting)
            self.show_progress(self.progress)

    def _escape(self) -> None:
        """Esc stops what runs, and leaves what has ended."""
        if self.ended or self.undoing is not None:
            self.left.emit()
        else:
            self.stopped.emit()

    def _take_back(self) -> None:
        if self.ended and self.undo.isVisibleTo(self):
            self.undone.emit()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.head.title.set_text(self.tr("One decision for many"))
        self.stop.set_face("x", self.tr("Stop"), actions.keycaps("bulk.back"))
        self.back.set_face("x", actions.word("bulk.back"), actions.keycaps("bulk.back"))
        self.undo.set_face("arrow-u-up-left", actions.word("bulk.undo"), actions.keycaps("bulk.undo"))
        if self.progress is not None:
            self.show_progress(self.progress)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_progress(self, progress: BulkProgress) -> None:
        """Where it stands now."""
        if self.progress is None or self.progress.batch != progress.batch:
            self.waiting = progress.state == "paused"
        self.progress = progress
        ended = self.ended
        if self.undoing is not None:
            done, total = self.undoing
            taking = self.tr("Taking back: {done} of {total}")
            self.title.setText(taking.format(done=say.number(done), total=say.number(total)))
            self.meter.show_share(done, total, self.title.text())
        else:
            self.title.setText(words.running(progress, self.waiting))
            self.meter.show_share(progress.worked, progress.total, self.title.text())
        self.meter.setVisible(not ended)
        parts = []
        if progress.review:
            parts.append(bulk_counted.review(progress.review))
        if ended and progress.left:
            parts.append(bulk_counted.left(progress.left))
        if progress.state != "undone" and progress.refused:
            parts.append(bulk_counted.refused(sum(progress.refused.values())))
        if progress.state == "undone" and progress.kept:
            parts.append(bulk_counted.kept(sum(progress.kept.values())))
        if ended and progress.state in ("done", "stopped") and progress.done:
            parts.append(
                self.tr("Undo all cancels what has not left yet, and takes back what was sent")
                if progress.action not in FINAL
                else self.tr("What was sent has no way back")
            )
        self.line.setText(" · ".join(parts))
        self.line.setVisible(bool(parts))
        told = progress.kept if progress.state == "undone" else progress.refused
        rows = [
            (Cell(say.number(number), weight=600, right=True), Cell(words.code_words(code)))
            for code, number in sorted(told.items(), key=lambda one: (-one[1], one[0]))
        ]
        self.refused_title.setText(
            self.tr("Could not be taken back") if progress.state == "undone" else self.tr("Refused")
        )
        self.refused_title.setVisible(bool(rows))
        self.refused.setVisible(bool(rows))
        self.refused.set_rows((self.tr("Comments"), self.tr("Why")), rows)
        self.refused.fit_height()
        word = self.tr("Go on") if self.waiting else self.tr("Pause")
        self.pause.set_face("play" if self.waiting else "pause", word, actions.keycaps("bulk.pause"))
        running = not ended and self.undoing is None
        self.pause.setVisible(running)
        self.stop.setVisible(running)
        self.undo.setVisible(ended and progress.state != "undone" and bool(progress.done + progress.review))
        self.undo.set_kind(Kind.NORMAL)
        self.back.setVisible(not running)
        self.hint.set_text(
            self.tr("Stops after the present ones; what is done can be undone") if running else ""
        )
        self.setAccessibleName(self.title.text())
