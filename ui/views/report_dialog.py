"""The report for the help desk as it would be given away: its whole text, to read, to copy, to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from console import managed
from ui.i18n.mark import translate
from ui.views.text_dialog import TextDialog
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look


class ReportDialog(TextDialog):
    """``save`` is the button; whoever owns the dialog writes the file and says how it went."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        self.shown = text
        self.save = ActionButton(look, "download-simple")
        self.outcome = Text(look, "small", "ok", wrap=True)
        line = translate(
            "Report",
            "Nothing is sent. This is the whole report, as the file will hold it: no comment, no name, no secret. Save it and give it to your help desk.",
        )
        desk = managed.current().help_desk
        if desk:
            named = translate("Report", "Yours is: {desk}.").format(desk=desk)
            line = f"{line} {named}"
        super().__init__(look, translate("Report", "Report for the help desk"), line, text, parent=parent)
        self.row.insertWidget(0, self.save)
        self.column.insertWidget(self.column.count() - 1, self.outcome)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        room = self.screen().availableGeometry().size() * 0.92
        self.resize(min(look.px(760), room.width()), min(look.px(600), room.height()))
        self.save.setFocus()

    def retranslate(self) -> None:
        """Words of the buttons."""
        super().retranslate()
        self.save.set_face("download-simple", translate("Report", "Save as a file"))

    def say_saved(self, target: Path) -> None:
        """It lies there now."""
        self._say("ok", translate("Report", "Saved: {file}").format(file=target))

    def say_failed(self, target: Path, error: Exception) -> None:
        """It does not, and why."""
        why = getattr(error, "strerror", None) or type(error).__name__
        words = translate("Report", "Not saved in {file} ({why}). Choose another place.")
        self._say("danger", words.format(file=target, why=why))

    def _say(self, color: str, words: str) -> None:
        self.outcome.set_color(color)
        self.outcome.setText(words)
        self.outcome.show()
