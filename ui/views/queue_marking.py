"""Marking cards: X, Shift+J and K, Ctrl+A, the mouse; the head of the list says how many, and how to clear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSizePolicy

from ui.i18n.bulk_counted import bulk_counted
from ui.i18n.mark import translate
from ui.models.selection import Selection
from ui.widgets.buttons import BarLink

if TYPE_CHECKING:
    from ui.views.queue_view import QueueView


class Marking(QObject):
    """Lives beside the queue view; ``selection`` holds ids."""

    def __init__(self, view: QueueView) -> None:
        super().__init__(view)
        self._view = view
        self.selection = Selection(self)
        pane = view.list
        self.link = BarLink(view.look, "check-square", role="small", color="accent", weight=600)
        self.link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.link.keep_whole = True
        self.link.hide()
        row = pane.header.row
        row.insertWidget(row.count() - 2, self.link)
        self.link.clicked.connect(self.clear)
        pane.delegate.marked = self.selection.has
        pane.model.marked = self.selection.has
        pane.table.marking.connect(self._by_mouse)
        self.selection.changed.connect(self._show)
        view.look.changed.connect(self.retranslate)

    def toggle(self) -> None:
        """X: mark the current card, or not any more, and stay."""
        self.selection.toggle(self._view.list.current())

    def extend(self, by: int) -> None:
        """Shift and J or K: the range goes one card further."""
        model, table = self._view.model, self._view.list.table
        here = table.currentIndex().row()
        there = min(max(here + by, 0), model.rowCount() - 1)
        if here < 0 or there < 0:
            return
        self.selection.extend(model.ids(), here, there)
        self._view.list.step(by)

    def all(self) -> None:
        """Ctrl+A: all of the view, as it is now."""
        self.selection.take_all(self._view.model.ids())

    def number(self) -> int:
        """How many comments are meant."""
        groups = self._view.feed.groups
        more = sum(len(group.members) - 1 for one, group in groups.items() if self.selection.has(one))
        return self.selection.count + more

    def clear(self) -> None:
        """Esc or the word in the head: nothing is marked."""
        self.selection.clear()
        self._view.focus_list()

    def _by_mouse(self, row: int, ranged: bool) -> None:
        model, pane = self._view.model, self._view.list
        if ranged:
            self.selection.extend(model.ids(), max(pane.table.currentIndex().row(), 0), row)
            pane.table.setCurrentIndex(model.index(row, 0))
        else:
            self.selection.toggle(model.id_at(row))

    def _show(self) -> None:
        """The head, the cards in sight, the line beside the decisions."""
        number = self.number()
        words = translate("Bulk", "{marked} · Clear").format(marked=bulk_counted.marked(number))
        self.link.set_face("check-square", words)
        self.link.setMinimumWidth(self.link.sizeHint().width())
        self.link.setVisible(bool(number))
        buttons = self._view.bar.buttons
        if number:
            buttons.say(bulk_counted.keys_act(number), "check-square", "accent")
        else:
            buttons.retranslate()
            buttons.show_faces(self._view.detail_data)
        self._view.list.table.viewport().update()

    def retranslate(self) -> None:
        """Words of the language shown."""
        if self.selection.count:
            self._show()
