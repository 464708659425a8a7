"""Quitting while something is still queued: send it first, keep it for the next start, or stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from console.domain.vocabulary import OutboxState
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.retiring import retire
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

SEND: Final = "send"
KEEP: Final = "keep"
STAY: Final = "stay"
PATIENCE: Final = 20
"""Seconds that platforms may take once the last undo window is over, before the choice is given back."""
TICK_MS: Final = 500


class QuitDialog(Sheet):
    """The three choices. While sending, the words say how much is left; Esc always stays."""

    def __init__(self, look: Look, waiting: int, parent: QWidget | None = None) -> None:
        super().__init__(look, 540, parent)
        self.choice = STAY
        self.title = Text(look, "page", wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.send = ActionButton(look, "paper-plane-tilt", kind=Kind.PRIMARY)
        self.keep = ActionButton(look, "archive")
        self.stay = ActionButton(look)
        self.setWindowTitle(self.tr("Quit Vigie"))
        self.title.setText(counted.actions_to_send(waiting))
        self.line.setText(
            self.tr(
                "Nothing is lost: what is kept leaves at the next start, and can still be undone until then."
            )
        )
        self.send.set_face("paper-plane-tilt", self.tr("Send, then quit"))
        self.keep.set_face("archive", self.tr("Keep for the next start"))
        self.stay.set_face("", self.tr("Stay"), (self.tr("Esc"),))
        for widget in (self.title, self.line):
            self.body.addWidget(widget)
        flow = FlowLayout(look.px(2))
        for button in (self.send, self.keep, self.stay):
            flow.addWidget(button)
        flow.setContentsMargins(-look.px(RING_ROOM), 0, 0, 0)
        self.body.addLayout(flow)
        self.keep.clicked.connect(lambda _checked=False: self.choose(KEEP))
        self.stay.clicked.connect(lambda _checked=False: self.choose(STAY))
        self.send.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, choice: str) -> None:
        """End with a choice."""
        self.choice = choice
        self.done(QDialog.DialogCode.Rejected if choice == STAY else QDialog.DialogCode.Accepted)

    def show_sending(self, left: int, seconds: int) -> None:
        """What is still on its way; ``seconds`` until the last undo window is over."""
        words = counted.actions_to_send(left)
        if seconds > 0:
            shown = self.tr("{left}; the last leaves in {span}, then Vigie closes. Esc stops this.")
        else:
            shown = self.tr("{left}: the answer of the site is awaited, then Vigie closes. Esc stops this.")
        self.line.setText(shown.format(left=words, span=say.span(max(seconds, 0))))
        self.send.set_inert(self.tr("It is being sent."))

    def show_stuck(self, left: int) -> None:
        """Some did not leave in time."""
        self.line.setText(
            self.tr("{left} still: the site does not answer, or asks to wait. They are kept.").format(
                left=counted.actions_to_send(left)
            )
        )
        self.send.set_inert("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.choose(STAY)
            return
        super().keyPressEvent(event)


class QuitGuard(QObject):
    """Asked before the window closes; closes it itself once the choice is made."""

    def __init__(self, window: QWidget, console: Console, bridge: Bridge, look: Look, actor: Actor) -> None:
        super().__init__(window)
        self._window, self._console, self._look, self._actor = window, console, look, actor
        self._bridge = bridge
        self._decided = False
        self._until = (
            0  # UTC seconds: when the patience with the platforms ends; 0 while nothing is being sent
        )
        self.dialog: QuitDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._look_again)
        bridge.changed.connect(self._on_changed)

    def waiting(self) -> tuple[int, int]:
        """How many actions would leave by themselves, and when (UTC seconds) the last of them may."""
        rows = self._console.store.read(lambda r: r.outbox.in_states(OutboxState.QUEUED, OutboxState.SENDING))
        return len(rows), max((row.not_before for row in rows), default=0)

    def keep(self) -> None:
        """Ask nothing any more: what is queued is kept."""
        self._decided = True

    def may_close(self) -> bool:
        """Whether the window may go now; else the dialog is up."""
        # Where another window or the command line holds the lease, it will send them: nothing to ask.
        if self._decided or not self._console.engine.leading:
            return True
        waiting, _ = self.waiting()
        if not waiting:
            return True
        if self.dialog is None:
            self.dialog = QuitDialog(self._look, waiting, self._window)
            if not self._actor.may("dispatch"):
                self.dialog.send.set_inert(translate("Team", "Your role does not send."))
            self.dialog.send.clicked.connect(lambda _checked=False: self._send())
            self.dialog.finished.connect(self._chosen)
            self.dialog.open()
        return False

    def _send(self) -> None:
        # "Send" means now: who leaves gives the rest of the undo windows up.
        self._bridge.watch(
            self._console.send_now(self._actor), self, lambda _hurried: self._wait_for_answers()
        )

    def _wait_for_answers(self) -> None:
        _, last = self.waiting()
        self._until = max(last, self._console.clock.now()) + PATIENCE
        self._timer.start()
        self._look_again()

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if self._until and any(change.what == "outbox" for change in changes):
            self._look_again()

    def _look_again(self) -> None:
        if self.dialog is None or not self._until:
            return
        left, last = self.waiting()
        now = self._console.clock.now()
        if not left:
            self.dialog.choose(SEND)
        elif now >= self._until:
            self._until = 0
            self._timer.stop()
            self.dialog.show_stuck(left)
        else:
            self.dialog.show_sending(left, last - now)

    def _chosen(self, _code: int) -> None:
        dialog, self.dialog = self.dialog, None
        self._until = 0
        self._timer.stop()
        if dialog is None:
            return
        choice = dialog.choice
        retire(dialog)
        if choice in (SEND, KEEP):
            self._decided = True
            self._window.close()
