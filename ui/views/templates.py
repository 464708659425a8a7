"""Saved replies for the comment at hand: those made for its category first, fields that are known filled in."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from console import paths
from console.policy import ReplyTemplate, fill, load_replies, suggest
from console.runtime.app import Console
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.models.detail_data import DetailData
from ui.models.wording import language
from ui.theme.look import Look


class TemplateMenu(QObject):
    """A menu of saved replies; ``picked`` carries the text with its known fields filled."""

    picked = Signal(str)

    def __init__(self, console: Console, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._look = look
        self._loaded: tuple[ReplyTemplate, ...] | None = None

    def _templates(self) -> tuple[ReplyTemplate, ...]:
        if self._loaded is None:
            found: list[ReplyTemplate] = []
            for name in ("fr", "en"):
                found += load_replies(paths.resources() / "replies" / f"{name}.toml").templates
            self._loaded = tuple(found)
        return self._loaded

    def show_for(self, data: DetailData, over: QWidget) -> None:
        """Open the menu over the editor."""
        menu = QMenu(over)
        spoken = language()
        for template in suggest(self._templates(), data.card.category, spoken):
            action = menu.addAction(self._look.icon("textbox"), template.title)
            action.setToolTip(template.text)
            text = self._filled(template, data)
            action.triggered.connect(lambda _checked=False, chosen=text: self.picked.emit(chosen))
        if menu.isEmpty():
            nothing = menu.addAction(translate("Reply", "No template for this category"))
            nothing.setEnabled(False)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(over.mapToGlobal(QPoint(8, 8)))

    @staticmethod
    def _filled(template: ReplyTemplate, data: DetailData) -> str:
        card = data.card
        values = {
            "author": card.author,
            "channel": data.channel,
            "date": say.day(card.posted_at, card.posted_at),
        }
        face = data.faces.get("hide")
        if face is not None and face.clause:
            values["clause"] = face.clause
        return fill(template, values)[0]
