"""The top bar: mark and workspace, the search field, commands, keys, and who sits here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import actions
from ui.theme.metrics import RAIL_EM, SEARCH_EM, TOP_HEIGHT
from ui.views.author_parts import Disc
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import BarLink
from ui.widgets.empty import Glyph
from ui.widgets.fields import SearchField

if TYPE_CHECKING:
    from ui.theme.look import Look

TYPED_MS = 250
"""A pause this long while typing starts the search."""


class TopBar(Pane):
    """44 px over everything. ``searched`` carries the words; ``left_search`` means back to the list."""

    searched = Signal(str)
    left_search = Signal()

    def __init__(self, look: Look, workspace: str, person: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "b", parent)
        self._mark = Glyph(look, "lighthouse", 20, "accent")
        self._mark.set_glyph("lighthouse", "accent", "fill")
        self._name = IconText(look, text="Vigie", role="title", color="text", weight=600)
        self._workspace = IconText(look, text=f"· {workspace}", role="body")
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(0, 0, 0, 0)
        for widget in (self._mark, self._name, self._workspace):
            brand.addWidget(widget)
        brand.addStretch(1)
        self._brand_row = brand
        self.search = SearchField(look, actions.keycaps("app.search"))
        self.search.installEventFilter(self)
        self.commands = BarLink(look)
        self.keys = BarLink(look)
        self._disc = Disc(look, 22)
        self._disc.set_name(person, 1)
        self.me = BarLink(look, text=person)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._brand)
        self._row.addWidget(self.search, 100)
        self._row.addStretch(1)
        for right in (self.commands, self.keys, self._disc, self.me):
            self._row.addWidget(right)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPED_MS)
        self._timer.timeout.connect(self._search)
        self.search.textEdited.connect(lambda _text: self._timer.start())
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _restyle(self) -> None:
        px, em = self.look.px, self.look.metrics.em
        self.setFixedHeight(px(TOP_HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(12), 1)
        self._row.setSpacing(px(8))
        self._brand_row.setSpacing(px(8))
        self._brand.setFixedWidth(round(RAIL_EM * em) - px(4))
        self.search.setMaximumWidth(round(SEARCH_EM * em))
        self.search.setMinimumWidth(px(160))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.search.setPlaceholderText(self.tr("Search texts, notes, replies, authors"))
        self.search.setAccessibleName(actions.word("app.search"))
        self.commands.set_face(
            "command", actions.word("app.palette"), (" ".join(actions.keycaps("app.palette")),)
        )
        self.keys.set_face("keyboard", "", actions.keycaps("app.keys"), actions.word("app.keys"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """Give the search field the room of the words when the window is narrow."""
        self._workspace.setVisible(not narrow)
        self.commands.setVisible(not narrow)
        em = self.look.metrics.em
        self._brand.setFixedWidth(self.look.px(90) if narrow else round(RAIL_EM * em) - self.look.px(4))

    def _search(self) -> None:
        self._timer.stop()
        self.searched.emit(self.search.text().strip())

    def take_focus(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter searches and goes to the list, Esc clears, then leaves."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._search()
                self.left_search.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.search.text():
                    self.search.clear()
                    self._search()
                else:
                    self.left_search.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left_search.emit()
                return True
        return super().eventFilter(watched, event)
