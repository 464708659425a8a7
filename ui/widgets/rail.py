"""The rail: views of the queue with their counts, the team's rooms, and at its foot what only this person sees.

It never scrolls: in a low window its lines stand closer, then the least used of them behind one more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.i18n.format import number
from ui.retiring import retire
from ui.theme.metrics import RAIL_EM, RAIL_ITEM, RAIL_ITEM_LEAST, RAIL_LONG_EM
from ui.widgets.base import Pane, Text
from ui.widgets.rail_fold import Sizes, fold
from ui.widgets.rail_meter import Meter
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.theme.look import Look

_FOLDED = 52


@dataclass(frozen=True, slots=True)
class RailItem:
    """One view or room. ``urgent`` shows a count above zero in red: for the illegal lane alone.

    Where there is no room for all lines, those with the lowest ``keep`` go behind the line for more first.
    """

    id: str
    icon: str
    word: str
    count: int | None = None
    urgent: bool = False
    keep: int = 0


class RailButton(QAbstractButton):
    """One line of the rail: icon, word, count; filled with a bar when current."""

    moved = Signal(int)

    def __init__(self, look: Look, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.item = item
        self._folded = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.set_item(item)

    def set_item(self, item: RailItem) -> None:
        """Show another word or count."""
        self.item = item
        self.setText(item.word)
        name = item.word if item.count is None else f"{item.word}, {number(item.count)}"
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name) if self._folded else "")
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, the words in the tooltip."""
        self._folded = folded
        self.set_item(self.item)
        self.updateGeometry()

    def needed(self) -> int:
        """Width of icon, word and a count of four figures, in pixels."""
        px, font = self.look.px, self.look.font("body", 600)
        return px(9 + 16 + 8 + 6 + 8) + text_width(font, self.item.word) + text_width(font, number(1000))

    def sizeHint(self) -> QSize:
        """28 px high."""
        return QSize(self.look.px(40 if self._folded else 190), max(self.look.px(RAIL_ITEM), 24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the rail, Enter opens."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, bar, icon, word, count."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(body, px(6), px(6))
        current = self.isChecked()
        if current or self.underMouse():
            painter.fillPath(shape, look.color("selected" if current else "hover"))
        if current:
            inner = QPainterPath()
            inner.addRoundedRect(body.adjusted(px(3), 0, px(12), 0), px(6), px(6))
            painter.fillPath(shape.subtracted(inner), look.color("accent"))
            if look.theme.high_contrast:
                painter.setPen(QPen(look.color("border"), 1))
                painter.drawPath(shape)
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), px(6), px(6))
        middle = self.height() / 2
        icon_role = "accent" if current else "text-muted"
        x = px(9)
        draw_icon(painter, x, middle, self.item.icon, icon_role, look, 16, "fill" if current else None)
        if self._folded:
            return
        x += px(16 + 8)
        right = self.width() - px(8)
        if self.item.count is not None:
            urgent = self.item.urgent and self.item.count > 0
            font = look.font("body", 600 if current or urgent else 400)
            role = "danger" if urgent else "text" if current else "text-muted"
            words = number(self.item.count)
            width = text_width(font, words)
            right -= width
            draw_text(painter, QRect(right, 0, width + 2, self.height()), words, font, look, role)
            right -= px(6)
        place = QRect(x, 0, right - x, self.height())
        draw_text(painter, place, self.item.word, look.font("body", 600 if current else 400), look, "text")


class _Lines(Pane):
    """Where the lines stand; says when it has another size."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out anew."""
        super().resizeEvent(event)
        self.resized.emit()


class Rail(Pane):
    """Sections of RailButtons; ``chosen`` carries the id of the view or room."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "r", parent)
        self._buttons: dict[str, RailButton] = {}
        self._section: dict[str, int] = {}
        self._wanted = ""
        self._heads: list[Text] = []
        self._lines = _Lines(look, "window", "")
        self._lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lines.resized.connect(self._arrange)
        self.more = RailButton(look, RailItem("", "caret-down", ""), self._lines)
        self.more.setCheckable(False)
        self.more.setAutoExclusive(False)
        self.more.hide()
        self.more.clicked.connect(self._open_more)
        self.more.moved.connect(lambda step: self._walk(self.more, step))
        self.meter = Meter(look)
        self.meter.hide()
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._lines, 1)
        self._whole.addWidget(self.meter)
        self._folded = False
        look.changed.connect(self._restyle)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_more()
        super().changeEvent(event)

    def _restyle(self) -> None:
        px = self.look.px
        self._whole.setContentsMargins(px(8), px(8), px(8) + 1, px(4))
        self._whole.setSpacing(0)
        self.setFixedWidth(px(_FOLDED) if self._folded else self._wide())
        for head in self._heads:
            head.setContentsMargins(px(8), px(4), 0, px(6))
        self._arrange()

    def _wide(self) -> int:
        """As drawn, or wider where the language has longer words, within limits."""
        em = self.look.metrics.em
        needed = max((one.needed() for one in self._buttons.values()), default=0) + self.look.px(16) + 1
        return round(min(max(RAIL_EM * em, needed), RAIL_LONG_EM * em))

    # ------------------------------------------------------------------ room

    def _arrange(self) -> None:
        """Place the lines in the room there is; the current one always stands in the rail."""
        if not self._buttons:
            return
        px, buttons = self.look.px, list(self._buttons.values())
        head = 0 if self._folded else max(one.sizeHint().height() for one in self._heads)
        sizes = Sizes(px(RAIL_ITEM), max(px(RAIL_ITEM_LEAST), 24), head, px(12))
        keeps = [99 if one.isChecked() else one.item.keep for one in buttons]
        sections = [self._section[one.item.id] for one in buttons]
        chosen = fold(keeps, sections, self._lines.height(), sizes)
        here, wide, y, before = set(chosen.shown), self._lines.width(), 0, -1
        focused = next((one for one in (*buttons, self.more) if one.hasFocus()), None)
        for at, button in enumerate(buttons):
            if at in here and sections[at] != before:
                y += sizes.gap if before >= 0 else 0
                before = sections[at]
                self._heads[before].setGeometry(0, y, wide, head)
                y += head
            button.setGeometry(0, y, wide, chosen.line)
            button.setVisible(at in here)
            y += chosen.line if at in here else 0
        self.more.setGeometry(0, y, wide, chosen.line)
        self.more.setVisible(len(here) < len(buttons))
        shown = {sections[at] for at in here}
        for number_, one in enumerate(self._heads):
            one.setVisible(not self._folded and number_ in shown)
        if focused is not None and focused.isHidden():
            current = next((one for one in buttons if one.isChecked()), buttons[0])
            (current if focused is self.more else self.more).setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_more()

    def behind(self) -> list[str]:
        """The ids that stand behind the line for more, top to bottom."""
        return [key for key, button in self._buttons.items() if button.isHidden()]

    def _say_more(self) -> None:
        words = [self._buttons[key].item.word for key in self.behind()]
        self.more.set_item(RailItem("", "caret-down", self.tr("More")))
        if words:
            name = self.tr("More: {views}").format(views=", ".join(words))
            self.more.setAccessibleName(name)
            self.more.setToolTip(plain_tip(name))

    def more_menu(self) -> QMenu:
        """What has no room in the rail, with its counts."""
        menu = QMenu(self)
        for key in self.behind():
            item = self._buttons[key].item
            words = item.word.replace("&", "&&")
            words += "" if item.count is None else f"\t{number(item.count)}"
            line = menu.addAction(self.look.icon(item.icon), words)
            line.triggered.connect(lambda _checked=False, chosen=key: self.chosen.emit(chosen))
        menu.aboutToHide.connect(lambda one=menu: retire(one))
        return menu

    def _open_more(self) -> None:
        menu = self.more_menu()
        high = menu.sizeHint().height()
        menu.popup(self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() - high)))

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show icons alone when the window is narrow for its text size."""
        if folded != self._folded:
            self._folded = folded
            for button in (*self._buttons.values(), self.more):
                button.set_folded(folded)
            self.meter.setVisible(not folded and bool(self.meter.words.text()))
            self._restyle()

    # ------------------------------------------------------------------ lines

    def set_sections(self, sections: Sequence[tuple[str, Sequence[RailItem]]]) -> None:
        """Build the rail anew: (title, items) per section. A line without a count keeps the one it showed."""
        known = {key: button.item.count for key, button in self._buttons.items()}
        for gone in (*self._heads, *self._buttons.values()):
            gone.hide()
            retire(gone)
        self._buttons, self._heads, self._section = {}, [], {}
        for number_, (title, items) in enumerate(sections):
            head = Text(self.look, "small", "text-muted", 600, parent=self._lines)
            head.setText(title)
            self._heads.append(head)
            for item in items:
                if item.count is None:
                    item = replace(item, count=known.get(item.id))
                button = RailButton(self.look, item, self._lines)
                button.set_folded(self._folded)
                button.clicked.connect(lambda _checked=False, chosen=item.id: self.chosen.emit(chosen))
                button.moved.connect(lambda step, line=button: self._walk(line, step))
                self._buttons[item.id] = button
                self._section[item.id] = number_
        self._restyle()
        self.set_current(self._wanted)

    def set_exposure(self, words: str, aside: str, read: int, limit: int) -> None:
        """At the foot, for this person alone: ``read`` harsh texts today of a limit of their own (0: none)."""
        self.meter.set_exposure(words, aside, read, limit)
        self.meter.setVisible(not self._folded)

    def set_words(self, sections: Sequence[tuple[str, Sequence[RailItem]]]) -> None:
        """Change words in place, after a change of language; the same ids in the same order."""
        for head, (title, _) in zip(self._heads, sections, strict=True):
            head.setText(title)
        for _, items in sections:
            for item in items:
                button = self._buttons[item.id]
                button.set_item(replace(item, count=button.item.count))
        self._restyle()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show these counts; views not named keep theirs."""
        for key, count in counts.items():
            button = self._buttons.get(key)
            if button is not None and button.item.count != count:
                button.set_item(replace(button.item, count=count))

    def ids(self) -> list[str]:
        """All ids, top to bottom, also of those without room."""
        return list(self._buttons)

    def button(self, key: str) -> RailButton:
        """The line of one view."""
        return self._buttons[key]

    def current(self) -> str:
        """The id of the current view, empty before one was set."""
        for key, button in self._buttons.items():
            if button.isChecked():
                return key
        return ""

    def set_current(self, key: str) -> None:
        """Mark one view as current; none where ``key`` is a page that has no line here, or a line that is yet to come."""
        self._wanted = key
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
        else:
            for one in self._buttons.values():
                if one.isChecked():
                    one.setAutoExclusive(False)  # of an exclusive group one is always checked
                    one.setChecked(False)
                    one.setAutoExclusive(True)
        if button is None or button.isHidden() or not self.more.isHidden():
            self._arrange()

    def _walk(self, line: RailButton, step: int) -> None:
        seen = [one for one in (*self._buttons.values(), self.more) if not one.isHidden()]
        seen[(seen.index(line) + step) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)
