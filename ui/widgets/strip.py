"""The status strip: channels, limits and the outbox at the left; log, policy and the day's count at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.retiring import empty
from ui.theme.metrics import STRIP_HEIGHT
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import BarLink

if TYPE_CHECKING:
    from ui.theme.look import Look

OPENS: Final = frozenset({"outbox", "log", "channels", "today", "automation", "policy"})
"""Entries that a press opens: by Tab or F6 and Enter, or by a click."""
GIVE_WAY: Final = ("policy", "log", "today", "outbox")
"""Entries left out in a strip too narrow for all words, first to last, while they say nothing out of the ordinary."""


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
        self._widgets: list[IconText | BarLink] = []
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
        return [one.word if isinstance(one, BarLink) else one.text for one in self._widgets]

    def _rebuild(self) -> None:
        held = next((name for name, one in zip(self._ids, self._widgets, strict=True) if one.hasFocus()), "")
        empty(self._row)
        self._widgets, self._ids = [], []
        left = (StripItem("message", "info", self._message, "text"),) if self._message else self._left
        for entry in left:
            self._add(entry)
        self._row.addStretch(1)
        for entry in self._right:
            self._add(entry)
        self._fit()
        for name, widget in zip(self._ids, self._widgets, strict=True):
            if held and name == held:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room for its words is left out, the least telling first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        room = self.width() - margins.left() - margins.right()
        kept = list(zip(self._ids, self._widgets, strict=True))
        calm = {entry.id for entry in (*self._left, *self._right) if entry.color == "text-muted"}
        for name in GIVE_WAY:
            if sum(one.sizeHint().width() + gap for _, one in kept) <= room:
                break
            kept = [(held, one) for held, one in kept if held != name or name not in calm or one.hasFocus()]
        shown = {id(one) for _, one in kept}
        for one in self._widgets:
            one.setVisible(id(one) in shown)

    def _add(self, entry: StripItem) -> None:
        if entry.id in OPENS:
            link = BarLink(self.look, entry.icon, entry.text, color=entry.color, role="small")
            link.clicked.connect(lambda _checked=False, opened=entry.id: self.activated.emit(opened))
            self._row.addWidget(link)
            self._widgets.append(link)
            self._ids.append(entry.id)
            return
        weight = "regular" if entry.icon else None
        widget = IconText(
            self.look, entry.icon, entry.text, color=entry.color, icon_weight=weight, icon_px=15
        )
        if entry.color == "text-muted":
            widget.set_text(entry.text)
        self._row.addWidget(widget)
        self._widgets.append(widget)
        self._ids.append(entry.id)
