"""Saved views in the rail: their lines, their counts, and what the menu on a line does with one."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from ui.delegates.visible_text import plain_name
from ui.i18n.mark import translate
from ui.retiring import retire
from ui.widgets.rail import RailButton, RailItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from console.services.saved_views import SavedView
    from ui.views.main_window import MainWindow

PAUSE_MS: Final = 1500
SHARE: Final = 10
"""Counting the saved views takes at most a tenth of a reader's time, however many comments there are."""


class SavedRail(QObject):
    """Reads the saved views at the start and when they change; ``section`` is what the rail shows of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.views: dict[str, SavedView] = {}
        self._counts: dict[str, int] = {}
        self._show = ""
        self._counting = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._count)
        window.queue.filters.views_changed.connect(self.read)
        self.read()

    def stop(self) -> None:
        """The window closes."""
        self._closed = True
        self._timer.stop()

    def read(self, show: str = "") -> None:
        """Read the views anew; ``show`` opens one of them then."""
        self._show = show or self._show
        actor = self._window.actor
        future = self._window.console.background(lambda console: console.saved.list(actor))
        self._window.bridge.watch(future, self, self._take)

    def _take(self, found: tuple[SavedView, ...]) -> None:
        if self._closed:
            return
        before = self.views
        self.views = {one.key: one for one in found}
        self._window.queue.feed.saved = self.views
        if self.views != before:
            self._window.fill_rail()
            self.count_soon()
            self._window.queue.feed.retranslate()
        show, self._show = self._show, ""
        if show in self.views:
            self._window.show_place(show)

    def section(self) -> list[tuple[str, list[RailItem]]]:
        """The lines, under their heading; nothing while there are none."""
        items = [
            RailItem(
                one.key,
                "users" if one.team else "funnel-simple",
                plain_name(one.name),
                self._counts.get(one.key),
                keep=2,
            )
            for one in self.views.values()
        ]
        return [(translate("Filter", "Saved views"), items)] if items else []

    # ------------------------------------------------------------------ counts

    def count_soon(self) -> None:
        """Something has changed: count again after a pause."""
        if self.views and not self._timer.isActive() and not self._counting and not self._closed:
            self._timer.start()

    def _count(self) -> None:
        if self._closed:
            return
        self._counting = True
        actor = self._window.actor
        future = self._window.console.background(
            lambda console: _timed(lambda: console.saved.counts(actor, console.clock.now()))
        )
        self._window.bridge.watch(future, self, self._counted, self._not_counted)

    def _counted(self, answer: tuple[dict[str, int], float]) -> None:
        self._counting = False
        self._counts, seconds = answer
        self._timer.setInterval(max(PAUSE_MS, int(seconds * 1000 * SHARE)))
        self._window.rail.set_counts(self._counts)

    def _not_counted(self, _error: Exception) -> None:
        self._counting = False

    # ------------------------------------------------------------------ the menu of a line

    def dress(self) -> None:
        """The rail was built anew: its lines of saved views have their menu again."""
        for key in self.views:
            button = self._window.rail.button(key)
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda at, line=button, view=key: self._menu(line, view, at)
            )

    def _menu(self, line: RailButton, key: str, at: QPoint) -> None:
        menu = self.menu(key)
        if menu is not None:
            menu.popup(line.mapToGlobal(at))

    def menu(self, key: str) -> QMenu | None:
        """What can be done with a saved view; None where it is another's to change."""
        saved = self.views.get(key)
        if saved is None or (saved.team and not self._window.actor.may("member")):
            return None
        filters, place = self._window.queue.filters, self._window.show_place
        menu = QMenu(self._window.rail)

        def add(word: str, run: Callable[[], object]) -> None:
            action: QAction = menu.addAction(word)
            action.triggered.connect(lambda _checked=False: run())

        def rename() -> None:
            place(saved.key)
            filters.rename(saved)

        like = [one.key for one in self.views.values() if one.owner == saved.owner]
        add(translate("Filter", "Rename"), rename)
        if like.index(key) > 0:
            add(translate("Filter", "Move up"), partial(filters.move, saved, -1))
        if like.index(key) < len(like) - 1:
            add(translate("Filter", "Move down"), partial(filters.move, saved, 1))
        menu.addSeparator()
        add(translate("Filter", "Drop this view"), partial(filters.remove, saved))
        menu.aboutToHide.connect(lambda one=menu: retire(one))
        return menu


def _timed(work: Callable[[], dict[str, int]]) -> tuple[dict[str, int], float]:
    begin = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begin
