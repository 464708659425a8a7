"""The outbox page: everything that has not reached its site, what it waits for, and what a person can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.errors import VigieError
from ui import actions
from ui.i18n.mark import translate
from ui.i18n.messages import error_text, sentence
from ui.models.history_words import outbox_cells, outbox_heads, waits_for
from ui.models.wording import reason_words
from ui.views.lines_page import LinesPage
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from console.domain.decision import DecisionOutcome
    from console.runtime.app import Console
    from console.services.leaving import LeavingLine
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look
    from ui.widgets.cells import Cell

_OFFERS: Final[dict[str, tuple[str, ...]]] = {
    "failed": ("outbox.retry", "history.undo"),
    "waiting_person": ("outbox.done", "outbox.not_done", "history.undo"),
    "queued": ("history.undo",),
}
"""What can be done with a row in each state; a row that is being sent or looked up is left alone."""
_ACTS: Final = ("outbox.retry", "outbox.done", "outbox.not_done", "history.undo", "history.comment")


class OutboxView(LinesPage):
    """Every row that waits a line; under them why the chosen one waits and what can be done with it."""

    shares = (0.12, 0.36, 0.14, 0.14, 0.24)
    about = frozenset({"outbox", "channels"})

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        mask_all: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(console, bridge, actor, look, mask_all, parent)
        self._lines: dict[int, LeavingLine] = {}
        self._busy = False
        self.why = Text(look, "body", wrap=True)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.buttons = {name: ActionButton(look, actions.row(name).icon, "") for name in _ACTS}
        self.foot = self._make_foot()
        self.table.moved.connect(lambda _row: self._offer())
        self.table.entered.connect(lambda _row: self.open_comment())
        runs: dict[str, Callable[[], object]] = {
            "history.undo": self.undo,
            "history.comment": self.open_comment,
            "outbox.retry": self.retry,
            "outbox.done": lambda: self.confirm(True),
            "outbox.not_done": lambda: self.confirm(False),
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, run=runs[name]: run())
            button.asked_why.connect(self.spoke)
        self._join(self.foot, runs)

    def _make_foot(self) -> Pane:
        px = self.look.px
        foot = Pane(self.look, "window", "t")
        inset = QVBoxLayout(foot)
        inset.setContentsMargins(px(16), px(8), px(16), px(8))
        inset.setSpacing(px(6))
        inset.addWidget(self.why)
        flow = FlowLayout(px(6))
        for button in self.buttons.values():
            flow.addWidget(button)
        inset.addLayout(flow)
        inset.addWidget(self.aside)
        return foot

    # ------------------------------------------------------------------ words

    def _word(self) -> None:
        self.head.title.set_text(translate("History", "To be sent"))
        self.table.setAccessibleName(translate("History", "To be sent"))
        self.aside.setText(
            translate(
                "History", "Nothing here is lost and nothing is sent twice, also when the window is closed."
            )
        )
        for name, button in self.buttons.items():
            button.set_face(actions.row(name).icon, actions.word(name), actions.keycaps(name))

    # ------------------------------------------------------------------ reading

    def _read(self) -> Future[array[int]]:
        return self._console.background(lambda c: c.leaving.ids())

    def _shown(self, ids: array[int]) -> None:
        self._lines.clear()
        self.table.show_ids(outbox_heads(), ids, self.table.current_id())
        self.foot.setVisible(bool(ids))
        if not ids:
            title = translate("History", "Everything has left")
            line = translate(
                "History", "Decisions wait here for the end of their undo window, a limit or the network."
            )
            self.empty.show_state("paper-plane-tilt", title, line, [self._to_queue()])
        self._offer()

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, tuple[Cell, ...]]:
        found = self._console.leaving.lines(ids)
        self._lines.update(found)
        now, mask_all = self._console.clock.now(), self._mask_all()
        return {number: outbox_cells(line, now, mask_all) for number, line in found.items()}

    def _tick(self) -> None:
        first, last = self.table.in_sight()
        if last >= first:
            self.table.lines.look_again(first, last)

    # ------------------------------------------------------------------ what can be done

    def current(self) -> LeavingLine | None:
        """The chosen row."""
        number = self.table.current_id()
        if number and number not in self._lines:
            self._lines.update(self._console.leaving.lines([number]))
        return self._lines.get(number) if number else None

    def _offer(self) -> None:
        """The buttons for the chosen row; one that does not fit says why."""
        line = self.current()
        offered = () if line is None else _OFFERS.get(line.state, ())
        self.why.setText("" if line is None else waits_for(line, self._console.clock.now()))
        for name, button in self.buttons.items():
            fits = name == "history.comment" or name in offered
            button.setVisible(line is not None and (fits or name == "history.undo"))
            busy = translate("History", "It is on its way just now: wait for the answer.")
            button.set_inert("" if fits else busy)

    def _fits(self, act: str) -> LeavingLine | None:
        line = self.current()
        if line is None or self._busy:
            return None
        if act not in _OFFERS.get(line.state, ()):
            self.spoke.emit(
                translate("History", "{action}: not for this one.").format(action=actions.word(act))
            )
            return None
        return line

    def retry(self) -> None:
        """R: send a failed one again, under its own key: a site that knows it acts once."""
        line = self._fits("outbox.retry")
        if line is not None:
            words = translate("History", "Sent again as soon as the site lets us.")
            self._ask(self._console.retry(line.id, self._actor), words)

    def confirm(self, done: bool) -> None:
        """Y or N: whether what is done by hand was done."""
        line = self._fits("outbox.done" if done else "outbox.not_done")
        if line is not None:
            words = (
                translate("History", "Noted: it was done.")
                if done
                else translate("History", "Noted: it was not done. The comment is open again.")
            )
            self._ask(self._console.confirm(line.id, done, self._actor), words)

    def undo(self) -> None:
        """U: take the decision back before it leaves."""
        line = self._fits("history.undo")
        if line is not None:
            self.undoing.undo(line.decision_id)

    def open_comment(self) -> None:
        """O or Enter: the comment in the queue."""
        line = self.current()
        if line is not None:
            self.opened.emit(int(line.comment.id))

    def _ask(self, future: Future[DecisionOutcome], words: str) -> None:
        self._busy = True

        def answered(outcome: DecisionOutcome) -> None:
            self._busy = False
            self.spoke.emit(words if outcome.refusal is None else reason_words(outcome.refusal.why))
            self.reload()

        def failed(error: Exception) -> None:
            self._busy = False
            if isinstance(error, VigieError):
                text = error_text(error.code, error.params)
                self.spoke.emit(f"{sentence(error.code, error.params)} {text.step}".strip())
            self.reload()

        self._bridge.watch(future, self, answered, failed)
