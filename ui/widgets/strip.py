"""The status strip: channels, limits and the outbox at the left; log, policy and the day's count at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.look import Look
from ui.theme.metrics import STRIP_HEIGHT
from ui.widgets.base import IconText, Pane


@dataclass(frozen=True, slots=True)
class StripItem:
    """One entry: ``id`` for clicks, icon, words and colour role (``text-muted``, ``warning``, ``danger``)."""

    id: str
    icon: str
    text: str
    color: str = "text-muted"


class StatusStrip(Pane):
    """26 px of calm facts; what is not normal is in ``warning`` or ``danger`` and says what it is."""

    activated = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self._row = QHBoxLayout(self)
        self._widgets: list[IconText] = []
        self._ids: list[str] = []
        self._message = ""
        self._left: tuple[StripItem, ...] = ()
        self._right: tuple[StripItem, ...] = ()
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self.setFixedHeight(max(px(STRIP_HEIGHT), self.look.metrics.line_px("small") + 8))
        self._row.setContentsMargins(px(16), 1, px(16), 0)
        self._row.setSpacing(px(16))

    def set_items(self, left: tuple[StripItem, ...], right: tuple[StripItem, ...]) -> None:
        """Show these entries; nothing is rebuilt when nothing changed."""
        if (left, right) == (self._left, self._right):
            return
        self._left, self._right = left, right
        self._rebuild()

    def say(self, message: str) -> None:
        """Show one sentence at the left in place of the entries; an empty one brings them back."""
        if message != self._message:
            self._message = message
            self._rebuild()

    @property
    def message(self) -> str:
        """The sentence shown in place of the left entries."""
        return self._message

    def words(self) -> list[str]:
        """All words now shown, left to right."""
        return [widget.text for widget in self._widgets]

    def _rebuild(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._widgets, self._ids = [], []
        left = (StripItem("message", "info", self._message, "text"),) if self._message else self._left
        for entry in left:
            self._add(entry)
        self._row.addStretch(1)
        for entry in self._right:
            self._add(entry)

    def _add(self, entry: StripItem) -> None:
        weight = "regular" if entry.icon else None
        widget = IconText(
            self.look, entry.icon, entry.text, color=entry.color, icon_weight=weight, icon_px=15
        )
        if entry.color == "text-muted":
            widget.set_text(entry.text)
        self._row.addWidget(widget)
        self._widgets.append(widget)
        self._ids.append(entry.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an entry opens what it speaks of."""
        for entry, widget in zip(self._ids, self._widgets, strict=True):
            if widget.geometry().contains(event.position().toPoint()):
                self.activated.emit(entry)
                return
