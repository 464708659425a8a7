"""The keys on one page: four columns, what works here and now in full colour, the rest muted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import actions
from ui.i18n.mark import translate
from ui.theme.look import Look
from ui.widgets.base import Text
from ui.widgets.buttons import Keycap

COLUMNS: Final[tuple[tuple[tuple[str, ...], ...], ...]] = (
    (
        ("move.next", "move.previous", "move.new", "move.end", "move.scroll", "move.enter", "move.back"),
        ("app.search", "app.palette", "app.next_pane", "app.next_view", "app.refresh", "app.audit", "app.channels"),
    ),
    (
        ("decide.keep", "decide.reply", "decide.hide", "decide.snooze", "decide.watch", "decide.escalate"),
        ("decide.mute", "decide.assign", "decide.like", "look.undo"),
    ),
    (
        ("decide.report", "decide.block", "decide.delete"),
        ("reason.keep", "reason.hide", "reason.watch", "reason.escalate"),
        ("look.reveal", "look.open", "look.author", "look.note", "look.category", "look.filter", "look.zen"),
    ),
    (
        ("reply.send", "reply.templates", "reply.close", "reply.from_template"),
        ("policy.save", "policy.live", "policy.fault"),
        ("look.copy_text", "look.copy_link", "app.larger", "app.smaller", "app.full_screen", "app.settings", "app.quit"),
    ),
)  # fmt: skip


class CheatSheet(QWidget):
    """Over the window until Esc, F1 or a click elsewhere."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._outer = QVBoxLayout(self)
        self._content: QWidget | None = None
        self.hide()

    def _titles(self) -> tuple[str, ...]:
        return (
            translate("Keys", "Move"),
            translate("Keys", "Decide, one key"),
            translate("Keys", "Two keys, reasons, looking"),
            translate("Keys", "Write and the rest"),
        )

    def open_with(self, here: Iterable[str]) -> None:
        """Show the keys; ``here`` are the actions that work now."""
        if self.isVisible():
            self.leave()
            return
        window = self.parentWidget()
        self._before = window.focusWidget() if window is not None else None
        if self._content is not None:
            self._outer.removeWidget(self._content)
            self._content.deleteLater()
        self._content = self._made(frozenset(here))
        self._outer.setContentsMargins(*[self.look.px(20)] * 4)
        self._outer.addWidget(self._content)
        self.setAccessibleName(translate("Keys", "Keys"))
        self.show()
        self.adjustSize()
        if window is not None:
            width = min(self.sizeHint().width(), window.width() - self.look.px(24))
            height = min(self.sizeHint().height(), window.height() - self.look.px(24))
            self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made(self, here: frozenset[str]) -> QWidget:
        look, px = self.look, self.look.px
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(px(36))
        for title, groups in zip(self._titles(), COLUMNS, strict=True):
            grid = QGridLayout()
            grid.setHorizontalSpacing(px(12))
            grid.setVerticalSpacing(px(4))
            head = Text(look, "title")
            head.setText(title)
            grid.addWidget(head, 0, 0, 1, 2)
            line = 1
            for group in groups:
                grid.setRowMinimumHeight(line, px(8))
                line += 1
                for action in group:
                    works = action in here
                    caps = QHBoxLayout()
                    caps.setSpacing(px(3))
                    for cap in actions.keycaps(action):
                        caps.addWidget(Keycap(look, cap))
                    caps.addStretch(1)
                    grid.addLayout(caps, line, 0)
                    word = Text(look, "body", "text" if works else "text-muted")
                    word.setText(actions.word(action))
                    grid.addWidget(word, line, 1)
                    line += 1
            grid.setRowStretch(line, 1)
            columns.addLayout(grid)
        return page

    def leave(self) -> None:
        """Close, the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any of Esc, Enter or Space closes."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.leave()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere closes."""
        super().focusOutEvent(event)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Level 3: fill and edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("border-strong"), 1))
        painter.setBrush(self.look.color("raised"))
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, self.look.px(8), self.look.px(8))
