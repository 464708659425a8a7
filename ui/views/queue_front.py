"""The list alone: what stands on the screen first, with as little loaded as it takes to read and paint cards."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.models.card_adapter import card_of
from ui.models.queue_model import QueueModel
from ui.theme.metrics import LIST_EM, LIST_LEAST_EM, WORK_EM
from ui.views.queue_feed import QueueFeed
from ui.views.queue_list import QueueList
from ui.widgets.base import Pane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QShowEvent

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.card_data import CardData
    from ui.theme.look import Look

NEVER_SEEN_MS: Final = 3000
"""A window that starts minimised is never painted; the rest of it must come all the same."""


class QueueFront(Pane):
    """List and feed over an empty right half. ``seen`` once, when the first list was painted; the page takes over."""

    seen = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        clock: Callable[[], float] = time.time,
        *,
        folded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``folded``: near-duplicates stand as one card."""
        super().__init__(look, "surface", "", parent)
        self._console, self._actor, self._clock = console, actor, clock
        self.model = QueueModel(self.cards, clock, self)
        self.list = QueueList(look, self.model, clock)
        self.feed = QueueFeed(console, bridge, actor, self.list, self)
        self.feed.folded = folded
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(Pane(look, "surface"))
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self._sized = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._waiting = True
        self.feed.loaded.connect(self._on_loaded)
        never_seen = QTimer(
            self
        )  # owned here: QTimer.singleShot with a delay is not safe in PySide (docs/adr/0012)
        never_seen.setSingleShot(True)
        never_seen.timeout.connect(self._tell)
        never_seen.start(NEVER_SEEN_MS)

    def cards(self, ids: Sequence[int], shown: frozenset[int] = frozenset()) -> Mapping[int, CardData]:
        """Cards of at most 200 comments, masked as the person has set it; ``shown`` are looked at unmasked."""
        now = int(self._clock())
        return {
            int(one.comment.id): self.face(card_of(one, self._actor.name, now, shown, self.look.mask_all))
            for one in self._console.cards(list(ids))
        }

    def face(self, card: CardData) -> CardData:
        """The card with the figures of its group, as the view counts them."""
        group = self.feed.groups.get(card.id)
        if group is None:
            return card
        return replace(card, alike=group.total, alike_authors=group.authors, post_count=group.posts)

    def hand_over(self) -> QSplitter:
        """Give list, feed and divider to the page that takes over.

        Where somebody asked for that page before the list was painted, ``seen`` is told now: what waits for it (the
        rooms, the engine) must not wait for ever.
        """
        self.feed.loaded.disconnect(self._on_loaded)
        QTimer.singleShot(0, self, self._tell)
        return self.splitter

    def restore_splitter(self, state: QByteArray) -> None:
        """Put the divider where a person left it."""
        self._sized = self.splitter.restoreState(state)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list its drawn width, unless a person has moved the divider before."""
        super().showEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Divide ``width`` as drawn, once."""
        if not self._sized:
            self._sized = True
            em = self.look.metrics.em
            # A rail with longer words takes from the list, which has room to give, and not from the keys.
            wide = round(max(min(LIST_EM * em, width - WORK_EM * em), LIST_LEAST_EM * em))
            self.splitter.setSizes([wide, max(width - wide, wide)])

    def _on_loaded(self, keep: int, row: int) -> None:
        self.list.make_current(keep, row)
        shown = self.list.table.viewport() if self.list.showing_list else self.list.empty
        shown.installEventFilter(self)
        shown.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first list is painted: in the loop's next turn the rest may come."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self._waiting:
            self._waiting = False
            self.seen.emit()
