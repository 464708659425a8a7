"""Holds what is being written against what was said before: off the window's thread, one look at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.replies import Looked
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.views.reply_box import ReplyBox


class ReplyWatch(QObject):
    """Looks when the editor pauses, and once more when the text has changed meanwhile; the newest text is told."""

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, box: ReplyBox, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor, self._box = console, bridge, actor, box
        self._looking = self._again = False
        box.paused.connect(self.look)

    def look(self, comment: int, text: str) -> None:
        """Look at a text as an answer to a comment."""
        if self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        actor = self._actor
        future = self._console.background(lambda c: c.replies.look_at(comment, text, actor))
        self._bridge.watch(future, self, self._looked, self._not_looked)

    def _looked(self, looked: Looked) -> None:
        self._looking = False
        self._box.show_looked(looked)
        if self._again and not self._box.isHidden() and self._box.comment_id:
            self.look(self._box.comment_id, self._box.text())

    def _not_looked(self, error: Exception) -> None:
        self._looking = False
        self._bridge.tasks.failed.emit(error)
