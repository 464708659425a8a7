"""What a screen reader hears after a decision: what was done, and which comment stands in front now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from ui.delegates.card_words import accessible_sentence
from ui.i18n.mark import translate

if TYPE_CHECKING:
    from ui.views.queue_view import QueueView


class Announcing(QObject):
    """Says it once, when the next comment is painted: before that no key would act on it."""

    def __init__(self, view: QueueView) -> None:
        super().__init__(view)
        self._view = view
        self._done = ""
        view.decisions.decided.connect(self._decided)
        view.opening.first_painted.connect(self._painted)
        view.feed.loaded.connect(lambda _keep, _row: self._look())

    def _decided(self, comment: int) -> None:
        self._done = self._view.decisions.notice.done_to(comment)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        """The person has gone on to another already, or nothing is left: no comment will be painted."""
        if not self._done:
            return
        if self._view.armed() is not None:
            self._say(self._done)
        elif not self._view.model.rowCount():
            self._say(translate("Queue", "{done}. Nothing is left in this list.").format(done=self._done))

    def _painted(self) -> None:
        data = self._view.armed()
        if self._done and data is not None:
            card = accessible_sentence(data.card, int(self._view.now()))
            self._say(translate("Queue", "{done}. Next: {card}").format(done=self._done, card=card))

    def _say(self, words: str) -> None:
        self._done = ""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view.list.table, words))
