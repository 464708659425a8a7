"""Help: pages of the language shown with the keys in force, a list at the left, found by typing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from console import paths
from ui import actions
from ui.i18n.mark import translate
from ui.models import help_pages
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.fields import SearchField

if TYPE_CHECKING:
    from ui.models.help_pages import HelpPage
    from ui.theme.look import Look

log = logging.getLogger(__name__)
WIDTH: Final = 860
HEIGHT: Final = 620
LIST_WIDTH: Final = 250


class HelpView(QDialog):
    """Beside the window, not over it: the keys of the window go on working while a page is read."""

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._language = language
        self._pages: list[HelpPage] = []
        self._found: list[HelpPage] = []
        self.field = SearchField(look)
        self.list = CellTable(look, (1.0,))
        self.list.horizontalHeader().hide()
        self.none = Text(look, "body", "text-muted", wrap=True)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setTabChangesFocus(True)
        self.keys = ActionButton(look, "keyboard")
        self.shut = ActionButton(look, "", kind=Kind.PRIMARY)
        left = QVBoxLayout()
        for widget in (self.field, self.none):
            left.addWidget(widget)
        left.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self.page, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.keys)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        self._column = QVBoxLayout(self)
        self._column.addLayout(middle, 1)
        self._column.addLayout(foot)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.moved.connect(self._on_moved)
        self.shut.clicked.connect(lambda _checked=False: self.accept())
        look.changed.connect(self._restyle)
        self.none.hide()
        self._restyle()
        self.retranslate()
        self.field.setFocus()

    def open_at(self, page: str) -> None:
        """Show one page by its id; the first where there is none of that name."""
        self.field.clear()
        names = [one.id for one in self._found]
        self.list.choose(names.index(page) if page in names else 0)
        self._show()

    @property
    def current(self) -> str:
        """The id of the page shown, empty for none."""
        row = self.list.current_row()
        return self._found[row].id if 0 <= row < len(self._found) else ""

    def retranslate(self, language: str = "") -> None:
        """Pages and words of a language, with the keys in force now."""
        kept = self.current
        self._language = language or self._language
        try:
            self._pages = help_pages.load(paths.resources() / "help", self._language)
        except OSError as error:
            log.warning("help pages not read: %s", type(error).__name__)
            self._pages = []
        self.setWindowTitle(translate("Help", "Help"))
        self.field.setPlaceholderText(translate("Help", "Search the help"))
        self.field.setAccessibleName(translate("Help", "Search the help"))
        self.list.setAccessibleName(translate("Help", "Pages"))
        self.keys.set_face("keyboard", actions.word("app.keys"), actions.keycaps("app.keys"))
        self.shut.set_face("", translate("Dialog", "Close"), ("Esc",))
        self._narrow(self.field.text())
        if kept:
            names = [one.id for one in self._found]
            if kept in names:
                self.list.choose(names.index(kept))
        self._show()

    def _narrow(self, text: str) -> None:
        self._found = help_pages.find(self._pages, text)
        self.list.set_rows(("",), [(Cell(one.title),) for one in self._found])
        self.list.setVisible(bool(self._found))
        self.none.setVisible(not self._found)
        if self._pages:
            self.none.setText(translate("Help", "Nothing found. The command palette finds commands by name."))
        else:
            self.none.setText(translate("Help", "The help pages are missing from this installation."))
        if self._found:
            self.list.choose(0)
        self._show()

    def _on_moved(self, _row: int) -> None:
        self._show()

    def _show(self) -> None:
        row = self.list.current_row()
        if not 0 <= row < len(self._found):
            self.page.clear()
            return
        one = self._found[row]
        self.page.setAccessibleName(one.title)
        self.page.setMarkdown(f"# {one.title}\n\n{one.text}")
        self._style()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _style(self) -> None:
        """Sizes of the type scale, room between paragraphs, keys on a ground of their own."""
        document = self.page.document()
        document.setDocumentMargin(self.look.px(16))
        keys = self.look.color("sunken")
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            layout = block.blockFormat()
            title = layout.headingLevel() > 0
            layout.setLineHeight(140.0, 1)  # QTextBlockFormat.LineHeightTypes.ProportionalHeight
            layout.setBottomMargin(self.look.px(8))
            cursor.setBlockFormat(layout)
            parts = block.begin()
            while not parts.atEnd():
                piece = parts.fragment()
                shape = piece.charFormat()
                fixed = shape.fontFixedPitch()
                font = self.look.font("page" if title else "body")
                font.setItalic(False)
                font.setWeight(shape.font().weight() if not title else font.weight())
                if shape.fontItalic():
                    font.setWeight(font.Weight.DemiBold)
                shape.setFont(font)
                shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                shape.setForeground(self.look.color("text"))
                if fixed:
                    shape.setBackground(keys)
                chosen = QTextCursor(document)
                chosen.setPosition(piece.position())
                chosen.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                chosen.setCharFormat(shape)
                parts += 1
            block = block.next()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(16), px(16), px(12))
        self._column.setSpacing(px(12))
        room = self.screen().availableGeometry().size() * 0.94
        self.resize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))
        self._share()
        self._show()

    def _share(self) -> None:
        """The list takes its drawn width, and never more than a third: the page is what is read."""
        for widget in (self.field, self.none, self.list):
            widget.setFixedWidth(min(self.look.px(LIST_WIDTH), self.width() // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared anew."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Up and Down walk the pages, Page keys scroll the one shown."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._found:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.choose(min(max(self.list.current_row() + step, 0), len(self._found) - 1))
                self._show()
                return True
            if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                bar = self.page.verticalScrollBar()
                bar.setValue(bar.value() + (1 if key == Qt.Key.Key_PageDown else -1) * bar.pageStep())
                return True
            if key == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)
