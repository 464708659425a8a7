"""Zen: the open comment alone, in the middle of the window and no wider than is read with ease, with how many are left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import actions
from ui.i18n.key_counted import key_counted
from ui.i18n.mark import translate
from ui.theme.metrics import BAR_HEIGHT
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import BarLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ui.models.detail_data import DetailData
    from ui.theme.look import Look

TEXT_EM: Final = 42
"""The comment, in em."""
BAR_EM: Final = 66
"""Head and action bar: wide enough for two rows of buttons."""


def alone(data: DetailData | None) -> DetailData | None:
    """The comment and what it answers: nothing that came after, no reasons, no timeline, no notes."""
    if data is None:
        return None
    kinds = [part.kind for part in data.parts]
    last = kinds.index("focus") + 1 if "focus" in kinds else len(kinds)
    return replace(data, parts=data.parts[:last], why=(), timeline=(), effects=(), notes=())


class ZenLine(Pane):
    """Over the comment: how many are left, and the way out."""

    def __init__(self, look: Look, leave: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "", parent)
        self.left = IconText(look, "", "", role="small")
        self.out = BarLink(look, role="small")
        self.out.clicked.connect(lambda _checked=False: leave())
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.left)
        self._row.addStretch(1)
        self._row.addWidget(self.out)
        self._count = 0
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _restyle(self) -> None:
        px = self.look.px
        self.setFixedHeight(px(BAR_HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(12), 0)

    def set_count(self, count: int) -> None:
        """So many comments of the list are left."""
        self._count = count
        self.left.set_text(key_counted.left(count))

    def retranslate(self) -> None:
        """Words and keycap in the language shown."""
        self.set_count(self._count)
        self.out.set_face("x", translate("Zen", "Leave zen"), actions.keycaps("move.back"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ZenColumn(QWidget):
    """What stands beside the list: as wide as its room, or in the middle and narrow.

    ``wide`` are the parts that may be broader than the text (head, bar); ``narrow`` is the text itself.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._on = False
        self._roomy: Callable[[], bool] = lambda: False
        self._narrow: QHBoxLayout | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.fit)

    def set_narrow(self, row: QHBoxLayout, roomy: Callable[[], bool]) -> None:
        """The row that holds the text; ``roomy`` answers whether all the width is needed now (a reply is written)."""
        self._narrow, self._roomy = row, roomy

    def set_zen(self, on: bool) -> None:
        """In the middle, or as wide as there is room."""
        self._on = on
        self.fit()

    def fit(self) -> None:
        """Take the margins that the width asks for."""
        outer = inner = 0
        if self._on and not self._roomy():
            em = self.look.metrics.em
            bar = min(self.width(), round(BAR_EM * em))
            outer = (self.width() - bar) // 2
            inner = max((bar - round(TEXT_EM * em) - 2 * self.look.px(20)) // 2, 0)
        self.column.setContentsMargins(outer, 0, outer, 0)
        if self._narrow is not None:
            self._narrow.setContentsMargins(inner, 0, inner, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self.fit()
