"""What changed in this version, in words: shown once after an upgrade, and again when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from ui.errors import shown_language
from ui.i18n.mark import translate
from ui.retiring import empty
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.news import News
    from ui.theme.look import Look

WIDTH = 560


class NewsSheet(Sheet):
    """Not modal; Esc and Enter close it."""

    def __init__(self, look: Look, version: str, news: Sequence[News], parent: QWidget | None = None) -> None:
        super().__init__(look, WIDTH, parent)
        self._version, self._news = version, news
        self.lines: list[Text] = []
        self.shut = ActionButton(look, "", kind=Kind.PRIMARY)
        self.foot.addStretch(1)
        self.foot.addWidget(self.shut)
        self.shut.clicked.connect(lambda _checked=False: self.accept())
        self.retranslate()
        self.shut.setFocus()

    def retranslate(self) -> None:
        """Words of the language shown."""
        look, language = self.look, shown_language()
        words = translate("Updates", "What is new in Vigie {version}").format(version=self._version)
        self.setWindowTitle(words)
        empty(self.body)
        self.lines = []
        title = IconText(
            look, "lighthouse", words, role="page", weight=600, icon_px=24, color="accent", icon_weight="fill",
            text_color="text",
        )  # fmt: skip
        self.body.addWidget(title)
        for one in self._news:
            if len(self._news) > 1:
                head = Text(look, "title")
                head.setText(one.version)
                self.body.addWidget(head)
            for note in one.notes[language]:
                line = Text(look, "body", wrap=True)
                line.setText(f"•  {note}")
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.body.addWidget(line)
                self.lines.append(line)
        self.body.addStretch(1)
        self.shut.set_face("", translate("Dialog", "Close"))
        if self.isVisible():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
