"""What the page of decisions and that of the outbox share: a table of lines, read off the GUI thread, with keys of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import actions
from ui.i18n import format as say
from ui.views.undoing import Undoing
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.empty import EmptyState
from ui.widgets.focus import one_of
from ui.widgets.header import PaneHeader
from ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from PySide6.QtGui import QHideEvent, QShowEvent

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look
    from ui.widgets.cells import Cell

SECOND_MS: Final = 1000
AGAIN_MS: Final = 250


class LinesPage(Pane):
    """``spoke`` is a sentence for the status strip, ``opened`` a comment to show, ``left`` the way to the queue.

    A page says what to read (``_read``), what a line holds (``_fetch``), what to do beside showing ids (``_shown``),
    what counts down (``_tick``) and its words (``_word``); it calls ``_join`` once its parts are there.
    """

    spoke = Signal(str)
    opened = Signal(int)
    left = Signal()
    shares: tuple[float, ...]
    about: frozenset[str]
    """The changes after which the list is read again."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        mask_all: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor, self._mask_all = console, bridge, actor, mask_all
        self._reading = self._again = False
        self.undoing = Undoing(console, bridge, actor, self)
        self.head = PaneHeader(look)
        self.table = LineTable(look, self.shares, self._fetch)
        self.empty = EmptyState(look)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._tick)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AGAIN_MS)
        self._soon.timeout.connect(self.reload)

    def _join(self, foot: QWidget, runs: Mapping[str, Callable[[], object]]) -> None:
        """Put the parts in place over ``foot`` and give the actions their keys; words and list follow."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.head, 0), (self.table, 1), (self.empty, 1), (foot, 0)):
            column.addWidget(widget, stretch)
        self.empty.hide()
        self.undoing.spoke.connect(self.spoke)
        self.undoing.undone.connect(lambda _comment: self.reload())
        self._bridge.changed.connect(self._on_changed)
        both: dict[str, Callable[[], object]] = {
            "history.next": lambda: self.table.step(1),
            "history.previous": lambda: self.table.step(-1),
            "history.back": self.left.emit,
            **runs,
        }
        self.actions_by_id = {
            name: actions.make_action(name, self.look, self, run) for name, run in both.items()
        }
        for action in self.actions_by_id.values():
            self.addAction(action)
        self.retranslate()
        self.setFocusProxy(self.table)

    # ------------------------------------------------------------------ what each page says itself

    def _read(self) -> Future[array[int]]:
        raise NotImplementedError

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, tuple[Cell, ...]]:
        raise NotImplementedError

    def _shown(self, ids: array[int]) -> None:
        raise NotImplementedError

    def _tick(self) -> None:
        raise NotImplementedError

    def _word(self) -> None:
        raise NotImplementedError

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words in the language shown."""
        self._word()
        for action in self.actions_by_id.values():
            actions.retranslate(action)
        self.reload()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _to_queue(self) -> tuple[ActionButton, Callable[[], object]]:
        """The way on from an empty page."""
        word, keys = actions.word("app.queue"), actions.keycaps("app.queue")
        return ActionButton(self.look, "tray", word, keys), self.left.emit

    # ------------------------------------------------------------------ reading

    def reload(self) -> None:
        """Read the list again, off this thread."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._bridge.watch(self._read(), self, self._show, self._not_read)

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        self._bridge.tasks.failed.emit(error)

    def _show(self, ids: array[int]) -> None:
        self._reading = False
        self._shown(ids)
        self.head.count.set_text(say.number(len(ids)))
        one_of(self, self.table if ids else self.empty, self.empty if ids else self.table)
        if self._again:
            self.reload()

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if self.isVisible() and any(one.what in self.about for one in changes):
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Shown again: what has changed meanwhile."""
        super().showEvent(event)
        self._second.start()
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is counted down."""
        super().hideEvent(event)
        self._second.stop()
