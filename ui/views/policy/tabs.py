"""The tabs at the right of the policy room: words in a row, pages under them, each made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.delegates.paint import draw_text, text_width
from ui.theme.metrics import BAR_HEIGHT
from ui.widgets.base import Pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look


class TabPage(Pane):
    """A page that may change its own word."""

    title_changed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "", parent)

    def title(self) -> str:
        """The word of the tab now; empty keeps the one it was added with."""
        return ""


class _Tab(QAbstractButton):
    """One word of the row."""

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_word(self, word: str) -> None:
        """Another word."""
        if word != self.text():
            self.setText(word)
            self.setAccessibleName(word)
            self.setToolTip(word)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The word in its heavier weight, so that nothing moves."""
        px = self.look.px
        return QSize(text_width(self.look.font("body", 600), self.text()) + px(22), px(BAR_HEIGHT) - 1)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.look.px(44), self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right step through the row."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, a line under the present one, the ring."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        here = self.isChecked()
        font = look.font("body", 600 if here else 400)
        width = min(text_width(font, self.text()), self.width() - px(10))
        place = QRect((self.width() - width) // 2, 0, width + 2, self.height())
        draw_text(
            painter, place, self.text(), font, look, "text" if here or self.underMouse() else "text-muted"
        )
        if here:
            painter.fillRect(px(4), self.height() - px(2), self.width() - px(8), px(2), look.color("accent"))
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.drawRoundedRect(self.rect().adjusted(2, 4, -2, -5), px(4), px(4))


class Tabs(QWidget):
    """``add`` pages by key; ``shown`` carries the key of the page that came to the front."""

    shown = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._words: dict[str, Callable[[], str]] = {}
        self._pages: dict[str, QWidget] = {}
        self._buttons: dict[str, _Tab] = {}
        self._bar = Pane(look, "surface", "b")
        self._row = QHBoxLayout(self._bar)
        self._row.setContentsMargins(look.px(8), 0, look.px(8), 1)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def add(self, key: str, word: Callable[[], str], make: Callable[[], QWidget]) -> None:
        """A tab at the end of the row; ``make`` is called when it is first shown."""
        button = _Tab(self.look)
        button.set_word(word())
        button.clicked.connect(lambda _checked=False: self.show_page(key))
        button.stepped.connect(lambda step: self._step(key, step))
        self._makers[key], self._words[key], self._buttons[key] = make, word, button
        self._row.insertWidget(self._row.count() - 1, button)

    def page(self, key: str) -> QWidget | None:
        """A page, None before it was shown."""
        return self._pages.get(key)

    def order(self) -> list[str]:
        """All tabs in order."""
        return list(self._makers)

    def current(self) -> str:
        """The key of the page in front; empty before any was shown."""
        front = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is front), "")

    def show_page(self, key: str) -> None:
        """Bring a page to the front, making it if need be."""
        if key not in self._pages:
            page = self._makers[key]()
            self._pages[key] = page
            self._stack.addWidget(page)
            if isinstance(page, TabPage):
                page.title_changed.connect(
                    lambda word, at=key: self._buttons[at].set_word(word or self._words[at]())
                )
                self._buttons[key].set_word(page.title() or self._words[key]())
        self._stack.setCurrentWidget(self._pages[key])
        self._buttons[key].setChecked(True)
        self.shown.emit(key)

    def set_word(self, key: str, word: str) -> None:
        """Change the word of one tab."""
        self._buttons[key].set_word(word)

    def retranslate(self) -> None:
        """Words of the language shown."""
        for key, button in self._buttons.items():
            page = self._pages.get(key)
            own = page.title() if isinstance(page, TabPage) else ""
            button.set_word(own or self._words[key]())

    def _step(self, key: str, step: int) -> None:
        keys = list(self._makers)
        wanted = keys[(keys.index(key) + step) % len(keys)]
        self.show_page(wanted)
        self._buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)
