"""The rail: views of the queue with their counts, the team's rooms, and at its foot what only this person sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.i18n.format import number
from ui.theme.look import Look
from ui.theme.metrics import RAIL_EM, RAIL_ITEM
from ui.widgets.base import IconText, Pane, Text

_FOLDED = 52


@dataclass(frozen=True, slots=True)
class RailItem:
    """One view or room. ``urgent`` shows a count above zero in red: for the illegal lane alone."""

    id: str
    icon: str
    word: str
    count: int | None = None
    urgent: bool = False


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
        self.setToolTip(name if self._folded else "")
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, the words in the tooltip."""
        self._folded = folded
        self.set_item(self.item)
        self.updateGeometry()

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


class Meter(Pane):
    """One's own exposure: words, a thin bar, and that nobody else sees it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self.words = IconText(look, "coffee", "", role="small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.aside = Text(look, "caption", "text-muted", wrap=True)
        column = QVBoxLayout(self)
        for widget in (self.words, self.bar, self.aside):
            column.addWidget(widget)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.bar.setFixedHeight(px(3))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(8), px(10), px(8), px(10))
            layout.setSpacing(px(6))

    def set_exposure(self, words: str, aside: str, read: int, limit: int) -> None:
        """``read`` of ``limit`` harsh texts today."""
        self.words.set_text(words)
        self.aside.setText(aside)
        self.bar.setRange(0, max(limit, 1))
        self.bar.setValue(min(read, limit))
        self.bar.setAccessibleName(words)


class Rail(Pane):
    """Two sections of RailButtons; ``chosen`` carries the id of the view or room."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "r", parent)
        self._buttons: dict[str, RailButton] = {}
        self._heads: list[Text] = []
        inside = Pane(look, "window", "")
        self._column = QVBoxLayout(inside)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.meter = Meter(look)
        self.meter.hide()
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._area, 1)
        self._whole.addWidget(self.meter)
        self._folded = False
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._whole.setContentsMargins(px(8), px(8), px(8) + 1, px(4))
        self._whole.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # Beside icons alone a bar would leave them no room: the wheel and the arrows still move them.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._folded else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(bar)
        self.setFixedWidth(px(_FOLDED) if self._folded else round(RAIL_EM * self.look.metrics.em))
        for head in self._heads:
            head.setContentsMargins(px(8), px(4), 0, px(6))

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show icons alone when the window is narrow for its text size."""
        if folded != self._folded:
            self._folded = folded
            for button in self._buttons.values():
                button.set_folded(folded)
            for head in self._heads:
                head.setVisible(not folded)
            self.meter.setVisible(not folded and bool(self.meter.words.text))
            self._restyle()

    def set_sections(self, sections: Sequence[tuple[str, Sequence[RailItem]]]) -> None:
        """Build the rail anew: (title, items) per section."""
        current = self.current()
        for widget in (*self._buttons.values(), *self._heads):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._buttons, self._heads = {}, []
        place = 0
        for number_, (title, items) in enumerate(sections):
            head = Text(self.look, "small", "text-muted", 600)
            head.setText(title)
            self._heads.append(head)
            self._column.insertWidget(place, head)
            place += 1
            if number_:
                self._column.insertSpacing(place - 1, self.look.px(12))
                place += 1
            for item in items:
                button = RailButton(self.look, item)
                button.set_folded(self._folded)
                button.clicked.connect(lambda _checked=False, chosen=item.id: self.chosen.emit(chosen))
                button.moved.connect(lambda step, chosen=item.id: self._walk(chosen, step))
                self._buttons[item.id] = button
                self._column.insertWidget(place, button)
                place += 1
            head.setVisible(not self._folded)
        self._restyle()
        if current:
            self.set_current(current)

    def set_words(self, sections: Sequence[tuple[str, Sequence[RailItem]]]) -> None:
        """Change words in place, after a change of language; the same ids in the same order."""
        for head, (title, _) in zip(self._heads, sections, strict=True):
            head.setText(title)
        for _, items in sections:
            for item in items:
                button = self._buttons[item.id]
                button.set_item(RailItem(item.id, item.icon, item.word, button.item.count, item.urgent))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show these counts; views not named keep theirs."""
        for key, count in counts.items():
            button = self._buttons.get(key)
            if button is not None and button.item.count != count:
                item = button.item
                button.set_item(RailItem(item.id, item.icon, item.word, count, item.urgent))

    def ids(self) -> list[str]:
        """All ids, top to bottom."""
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
        """Mark one view as current; unknown ids are ignored."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
            self._area.ensureWidgetVisible(button)

    def _walk(self, key: str, step: int) -> None:
        order = self.ids()
        button = self._buttons[order[(order.index(key) + step) % len(order)]]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(button)
