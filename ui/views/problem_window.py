"""Windows for when there is no main window: a workspace that takes long to open, or does not open at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.empty import Glyph

if TYPE_CHECKING:
    from ui.i18n.messages import ErrorText
    from ui.theme.look import Look


class WaitingWindow(Pane):
    """Shown when opening takes longer than a moment: words, no spinner."""

    def __init__(self, look: Look, workspace: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "", parent)
        self.words = IconText(
            look, "lighthouse", "", role="title", color="accent", icon_px=20, text_color="text"
        )
        self.aside = Text(look, "small", "text-muted")
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(32), look.px(24), look.px(32), look.px(24))
        column.setSpacing(look.px(8))
        column.addWidget(self.words)
        column.addWidget(self.aside)
        self.words.set_text(translate("Opening", "Reading the workspace"))
        self.aside.setText(self._workspace)
        self.setWindowTitle(translate("Opening", "Vigie"))
        self.setAccessibleName(self.words.text)


class ProblemWindow(Pane):
    """What did not work, what became of the data, what to do; ``retry`` asks to open once more, ``report`` for the help desk's."""

    retry = Signal()
    report = Signal()

    def __init__(
        self,
        look: Look,
        text: ErrorText,
        details: str,
        workspace: str,
        *,
        can_retry: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "window", "", parent)
        self._details = details
        px = look.px
        self.glyph = Glyph(look, "warning-circle", 32, "danger")
        self.what = Text(look, "page", wrap=True)
        self.became = Text(look, "body", wrap=True)
        self.step = Text(look, "body", wrap=True)
        self.where = Text(look, "small", "text-muted", wrap=True)
        self.retry_button = ActionButton(
            look, "arrow-clockwise", translate("Opening", "Try again"), kind=Kind.PRIMARY
        )
        self.copy_button = ActionButton(look, "copy", translate("Opening", "Copy details"))
        self.report_button = ActionButton(
            look, "file-text", translate("Report", "Report for the help desk"), ("R",)
        )
        self.quit_button = ActionButton(look, "door-open", translate("Opening", "Quit"))
        self.what.setText(text.what)
        self.became.setText(text.became)
        self.step.setText(text.step)
        self.step.setVisible(bool(text.step))
        self.where.setText(workspace)
        self.where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWindowTitle(translate("Opening", "Vigie could not open the workspace"))
        self.setAccessibleName(f"{text.what} {text.became} {text.step}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(8))
        column.addWidget(self.glyph)
        for label in (self.what, self.became, self.step):
            column.addWidget(label)
        column.addSpacing(px(4))
        column.addWidget(self.where)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(2))
        row.addWidget(self.retry_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.report_button)
        row.addStretch(1)
        row.addWidget(self.quit_button)
        column.addLayout(row)
        self.retry_button.setVisible(can_retry)
        self.retry_button.clicked.connect(lambda _checked=False: self.retry.emit())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.report_button.clicked.connect(lambda _checked=False: self.report.emit())
        self.quit_button.clicked.connect(lambda _checked=False: self.close())
        self.resize(px(620), max(px(320), column.totalHeightForWidth(px(620))))
        (self.retry_button if can_retry else self.quit_button).setFocus()

    def copy(self) -> None:
        """Put the details on the clipboard and say so on the button."""
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.set_face("check", translate("Opening", "Copied"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, R makes the report."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        if event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.report_button.click()
            return
        super().keyPressEvent(event)
