"""The column of steps at the left of connecting: done, here, to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.base import IconText, Pane, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

WIDTH = 230


class Way(Pane):
    """``show_steps`` sets the words, how far a person is, and what became of the steps behind."""

    def __init__(self, look: Look, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "r", parent)
        px = look.px
        self.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(22), px(12), px(16))
        column.setSpacing(px(4))
        self.title = Text(look, "title", wrap=True)
        column.addWidget(self.title)
        column.addSpacing(px(10))
        self.steps: list[tuple[IconText, Text]] = []
        for _ in range(steps):
            head = IconText(look, "circle", "", role="body", icon_px=16, text_color="text")
            below = Text(look, "small", "text-muted", wrap=True)
            below.setContentsMargins(px(21), 0, 0, px(10))
            column.addWidget(head)
            column.addWidget(below)
            self.steps.append((head, below))
        column.addStretch(1)

    def show_steps(self, words: Sequence[str], done: Sequence[str], here: int) -> None:
        """``words`` may be fewer than there is room for: the rest is not part of this way."""
        for number, (head, below) in enumerate(self.steps):
            there = number < len(words)
            head.setVisible(there)
            below.setVisible(there)
            if not there:
                continue
            if number < here:
                head.set_text(words[number], "check-circle", "ok", "fill")
            elif number == here:
                head.set_text(words[number], "radio-button", "accent", "fill")
            else:
                head.set_text(words[number], "circle", "text-muted")
            below.setText(done[number] if number < len(done) else "")
