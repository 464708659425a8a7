"""The calm card at a person's own limit: how much it was, other work that waits, and always a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.i18n.mark import translate
from ui.i18n.wellbeing_counted import wellbeing_counted
from ui.i18n.words import view_word
from ui.theme.icon_names import VIEWS
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look


class LimitCard(EmptyState):
    """Stands in the place of the open comment until it is answered. Forbids nothing."""

    go_on = Signal()
    go_to = Signal(str)
    resources = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        # Given by the page alone, and passed on: Shift+Tab from the first button must not come back to it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def say(self, read: int, other: Sequence[tuple[str, int]]) -> None:
        """``read`` harsh texts today; ``other`` are views with how many wait in each."""
        look = self.look
        parts = [translate("Wellbeing", "Only you see this.")]
        ways = []
        for place, (view, number) in enumerate(other):
            word = view_word(view)
            waiting = wellbeing_counted.waiting(number)
            parts.append(translate("Wellbeing", "{view}: {waiting}.").format(view=word, waiting=waiting))
            go = ActionButton(
                look, VIEWS[view], translate("Wellbeing", "Go to {view}").format(view=word),
                kind=Kind.NORMAL if place else Kind.PRIMARY,
            )  # fmt: skip
            ways.append((go, lambda chosen=view: self.go_to.emit(chosen)))
        on = ActionButton(look, "arrow-right", translate("Wellbeing", "Go on"))
        ways.append((on, self.go_on.emit))
        someone = ActionButton(
            look, "chat-circle-text", translate("Wellbeing", "Someone to talk to"), kind=Kind.QUIET
        )
        ways.append((someone, self.resources.emit))
        self.show_state("coffee", wellbeing_counted.read_today(read), " ".join(parts), ways)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first way out takes the keys."""
        super().focusInEvent(event)
        if self.buttons:
            self.buttons[0].setFocus(event.reason())
