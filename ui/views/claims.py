"""Holding a comment for the person who reads it: taken after a moment's look, given back on leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from console.runtime.app import Console
from console.services.roles import Actor
from ui.bridge import Bridge
from ui.models.detail_data import DetailData

CLAIM_AFTER_MS: Final = 700
"""A comment looked at for this long is held; flicking through claims nothing."""


class Claims(QObject):
    """At most one comment is held by this window. ``armed`` answers what is painted now."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        armed: Callable[[], DetailData | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor, self._armed = console, bridge, actor, armed
        self.held = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLAIM_AFTER_MS)
        self._timer.timeout.connect(self._claim)

    def consider(self, data: DetailData | None) -> None:
        """A comment is shown: hold it soon, if it is work and not held already."""
        holds = self._actor.may("decide")  # an auditor reads and keeps nobody from working
        if (
            holds
            and data is not None
            and self.held != data.card.id
            and data.card.state in ("open", "snoozed")
        ):
            self._timer.start()

    def release(self) -> None:
        """The comment is left: give it back."""
        self._timer.stop()
        if self.held:
            self._bridge.watch(self._console.release(self.held, self._actor), self)
            self.held = 0

    def settled(self, comment: int) -> None:
        """The comment was decided, which gave it back."""
        if self.held == comment:
            self.held = 0

    def take_over(self, done: Callable[[int], object]) -> None:
        """A: hold the comment although another person does; ``done`` gets its id."""
        data = self._armed()
        if data is not None and self._actor.may("decide"):
            comment = self.held = data.card.id
            future = self._console.claim(comment, self._actor, force=True)
            self._bridge.watch(future, self, lambda _holder: done(comment))

    def _claim(self) -> None:
        data = self._armed()
        if data is not None and data.mine:
            self.held = data.card.id
            self._bridge.watch(self._console.claim(self.held, self._actor), self)
