"""The texts to read before a bulk decision: beside the preview, or under it in the same scrolling part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import actions
from ui.i18n import format as say
from ui.i18n.bulk_counted import bulk_counted
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import ActionButton, BarLink
from ui.widgets.flow import FlowLayout
from ui.widgets.header import PaneHeader
from ui.widgets.reading_list import ReadingList, ReadItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMoveEvent, QShowEvent
    from PySide6.QtWidgets import QScrollArea

    from ui.theme.look import Look

WIDTH: Final = 380
"""Beside the preview, in pixels at 100 %."""
LEAST: Final = 90
"""What the buttons leave the texts, in pixels at 100 %."""
NO_LIMIT: Final = 16_777_215


class BulkSamples(Pane):
    """A list with its heading and, in ``foot``, its buttons; ``out`` carries a comment to leave out.

    ``placed`` tells that it came into sight or stands elsewhere.
    """

    out = Signal(int)
    placed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", "l")
        self.staying = False  # those that stay are shown, in place of those that go
        self._going: tuple[ReadItem, ...] = ()
        self.head = PaneHeader(look)
        self.note = BarLink(look, role="small")
        self.head.add(self.note)
        self.list = ReadingList(look)
        self.out_button = ActionButton(look)
        self.next_button = ActionButton(look)
        self.place = IconText(look)
        px = look.px
        self.foot = Pane(look, "window", "t")
        row = FlowLayout(px(2))
        row.setContentsMargins(px(12), px(9), px(8), px(8))
        for one in (self.out_button, self.next_button, self.place):
            row.addWidget(one)
        self.foot.setLayout(row)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.foot)
        self.note.clicked.connect(lambda: self.show_items(self._going))
        self.list.selectionModel().currentRowChanged.connect(lambda *_rows: self._say_place())
        look.changed.connect(self.refit)
        self.refit()

    def refit(self) -> None:
        """Another text size: what has a height of its own gets it anew."""
        self.place.setFixedHeight(self.out_button.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Also after it was put into another layout, which shows it a moment later."""
        super().showEvent(event)
        self.placed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """What stands above it has another height."""
        super().moveEvent(event)
        self.placed.emit()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.out_button.set_face("minus", actions.word("bulk.out"), actions.keycaps("bulk.out"))
        self.next_button.set_face("caret-down", actions.word("bulk.next"), actions.keycaps("bulk.next"))

    def show_items(self, items: Sequence[ReadItem], heading: str = "") -> None:
        """Texts to read: the least alike of what goes, or (with a ``heading``) those that stay for one reason."""
        row = self.list.currentIndex().row() if bool(heading) is self.staying else 0
        self.staying = bool(heading)
        if not heading:
            self._going = tuple(items)
            heading = bulk_counted.to_read(len(items))
            self.note.set_face("list", self.tr("least alike first"))
        else:
            self.note.set_face("arrow-u-up-left", self.tr("What goes"))
        self.note.setEnabled(self.staying)
        self.out_button.setVisible(not self.staying)
        self.head.title.set_text(heading)
        self.list.setAccessibleName(heading)
        self.list.show_items(items)
        if (
            items and not self.list.currentIndex().isValid()
        ):  # the one that was left out made place for the next
            self.go_to(row)
        self.setVisible(bool(items))
        self._say_place()

    def forget(self) -> None:
        """Another preview is made: nothing of this one is kept."""
        self.list.show_items(())
        self.hide()

    def _say_place(self) -> None:
        total = self.list.model().rowCount()
        row = self.list.currentIndex().row() + 1
        self.place.set_text(
            self.tr("{n} of {total}").format(n=say.number(row), total=say.number(total)) if row else ""
        )

    def current(self) -> ReadItem | None:
        """The text that the keys mean."""
        return self.list.current()

    @property
    def at_it(self) -> bool:
        """Whether the focus of the window is on the texts, also while another window is in front."""
        return self.window().focusWidget() is self.list

    def row(self) -> int:
        """Where that one stands."""
        return self.list.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make another one current, the nearest there is."""
        last = self.list.model().rowCount() - 1
        self.list.setCurrentIndex(self.list.model().index(min(max(row, 0), last), 0))


class SamplesPlace(QObject):
    """Puts the texts beside the preview or, ``under`` it, into what scrolls there: then nothing scrolls inside it.

    The buttons of the texts stand below what scrolls, as long as a text is in sight.
    """

    def __init__(
        self,
        samples: BulkSamples,
        area: QScrollArea,
        beside: QHBoxLayout,
        inside: QVBoxLayout,
        left: QVBoxLayout,
    ) -> None:
        """``beside`` holds the preview (``left``) and the texts, ``inside`` is the column of what ``area`` scrolls."""
        super().__init__(area)
        self.under = False
        self._samples, self._area = samples, area
        self._beside, self._inside, self._left = beside, inside, left
        beside.addWidget(samples)
        bar = area.verticalScrollBar()
        samples.placed.connect(self.fit)
        bar.valueChanged.connect(lambda _value: self.fit())
        bar.rangeChanged.connect(lambda _low, _high: self.fit())
        samples.list.selectionModel().currentRowChanged.connect(lambda *_rows: self._moved())

    def put(self, under: bool) -> None:
        """Place them for the width there is."""
        samples = self._samples
        if under is not self.under:
            self.under = under
            focused = samples.at_it
            (self._inside if under else self._beside).addWidget(samples)
            (self._left if under else samples.column).addWidget(samples.foot)
            samples.set_edges("t" if under else "l")
            samples.list.show_whole(under)
            if focused:
                samples.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if under:
            samples.setMinimumWidth(0)
            samples.setMaximumWidth(NO_LIMIT)
        else:
            samples.setFixedWidth(samples.look.px(WIDTH))
        self.fit()

    def fit(self) -> None:
        """Show the buttons while a text is in sight, and where they leave it room: its keys need none."""
        samples, seen = self._samples, True
        if self.under:
            top = samples.y() + samples.head.height() + samples.look.px(20)
            seen = top < self._area.verticalScrollBar().value() + self._room() and not samples.isHidden()
            seen = seen and self._room() < self._whole()
        samples.foot.setVisible(seen)

    def _whole(self) -> int:
        foot = self._samples.foot
        return self._area.height() + (0 if foot.isHidden() else foot.height())

    def _room(self) -> int:
        """Height in which texts are read, in pixels: the buttons under them have theirs also while they are hidden."""
        left = self._whole() - self._samples.foot.heightForWidth(self._area.width())
        return left if left >= self._samples.look.px(LEAST) else self._whole()

    def _current(self) -> tuple[int, int]:
        """Top and bottom of the current text in what scrolls, in pixels; with the first goes the heading that fits."""
        samples = self._samples
        rect = samples.list.visualRect(samples.list.currentIndex())
        top = samples.y() + samples.list.y() + samples.list.viewport().y() + rect.y()
        head = samples.head.height() if samples.row() == 0 else 0
        return top - (head if head + rect.height() <= self._room() else 0), top + rect.height()

    def reveal(self) -> None:
        """Bring the current text into sight."""
        if not self.under or samples_gone(self._samples):
            return
        bar, room, (top, bottom) = self._area.verticalScrollBar(), self._room(), self._current()
        if top < bar.value() or bottom - top > room:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def meant(self) -> bool:
        """Whether a key may act on the current text: it is seen and has the focus. Otherwise it gets both now."""
        samples = self._samples
        if not self.under or samples_gone(samples):
            return not samples_gone(samples)
        top, bottom = self._current()
        at = self._area.verticalScrollBar().value()
        meant = samples.at_it and top < at + self._room() and bottom > at
        samples.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal()
        return meant

    def _moved(self) -> None:
        if self._samples.at_it:
            self.reveal()


def samples_gone(samples: BulkSamples) -> bool:
    """Whether there is no text that a key could mean."""
    return samples.isHidden() or samples.row() < 0
