"""Opening a comment: reads it off the GUI thread and knows which one is wanted, read and painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import actions
from ui.i18n.mark import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.policy import Policy
    from console.runtime.app import Console
    from console.services.desk import Detail
    from console.store import ThreadSize
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.views.queue_view import QueueView

NOTHING = -1
"""``wanted`` after a decision: whatever becomes current now is new, even the same comment."""


def why_unshown(view: QueueView) -> str:
    """Why a decision's key did nothing where no comment is painted."""
    if not view.model.rowCount():
        return translate("Decide", "No comment is open here. Nothing was done.")
    if view.right.isHidden():  # one pane at a time, and that is the list
        words = translate("Decide", "Open the comment first: {key}. Nothing was done.")
        return words.format(key=actions.keycap("move.enter"))
    return translate("Decide", "The next comment was not shown yet. Nothing was done.")


class Opening(QObject):
    """At most one read runs; ``read`` carries the Detail (None: gone) of the comment that is still wanted."""

    read = Signal(object)
    left = Signal()  # another comment is wanted, or none; emitted before anything is read
    first_painted = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, shown: Callable[[], DetailData | None], parent: QObject
    ) -> None:
        """``shown`` answers what the detail shows."""
        super().__init__(parent)
        self._console, self._bridge, self._shown = console, bridge, shown
        self.wanted = 0
        self.size: ThreadSize | None = None  # how much of the wanted comment's thread is read
        self.policy: Policy | None = None
        self._loading = 0
        self._again = False
        self._missed = 0  # could not be read when it was asked for
        self._painted = 0
        self._closed = False

    def open(self, comment: int) -> None:
        """Another comment became current (0: none): read it, show it when it is still the one wanted."""
        if comment == self.wanted and comment:
            self.read_missed()
            return
        self.left.emit()
        self.wanted, self.size = comment, None
        if not comment:
            self.read.emit(None)
        elif not self._loading:
            self._load(comment)

    def reload(self, comment: int) -> None:
        """Something about ``comment`` changed: read it again if it is the open one."""
        if comment == self.wanted and not self._loading:
            self._load(comment)
        elif comment == self._loading:
            self._again = True  # what is being read may be older than what changed

    def read_missed(self) -> None:
        """The wanted comment could not be read: ask again, or no key would work on it until the person leaves it."""
        if self._missed and self._missed == self.wanted and not self._loading:
            self._load(self.wanted)

    def painted(self, comment: int) -> None:
        """The detail painted ``comment``."""
        if comment != self._painted:
            self._painted = comment
            self.first_painted.emit()

    def unpainted(self) -> None:
        """The detail shows nothing."""
        self._painted = 0

    def armed(self) -> DetailData | None:
        """The comment that is current, read and painted: the only one a key may decide."""
        data = self._shown()
        if data is None or data.card.id != self.wanted or self._painted != data.card.id:
            return None
        return data

    def stop(self) -> None:
        """The window closes: read nothing more."""
        self.wanted, self._closed = 0, True

    def _load(self, comment: int) -> None:
        if self._closed:
            return
        self._loading, self._missed = comment, 0
        size = self.size
        future = self._console.background(lambda console: (console.detail(comment, size), console.policy()))
        self._bridge.watch(future, self, self._arrived, self._not_read)

    def _arrived(self, read: tuple[Detail | None, Policy]) -> None:
        """What was asked for has been read; meanwhile another may be wanted."""
        asked, self._loading = self._loading, 0
        again, self._again = self._again, False
        if self.wanted and self.wanted != asked:
            if self.wanted > 0:
                self._load(self.wanted)
        elif self.wanted:
            self.policy = read[1]
            self.read.emit(read[0])
            if again:
                self.reload(asked)

    def _not_read(self, error: Exception) -> None:
        asked, self._loading, self._again = self._loading, 0, False
        self._missed = asked
        self._bridge.tasks.failed.emit(error)
        if self.wanted > 0 and self.wanted != asked:  # the person went on meanwhile
            self._load(self.wanted)
