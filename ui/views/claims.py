"""Holding a comment for the person who reads it: taken after a moment's look, renewed while they work, given back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.delegates.visible_text import plain_name
from ui.i18n.mark import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.claiming import Hold
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.views.reply_box import ReplyBox

CLAIM_AFTER_MS: Final = 700
"""A comment looked at for this long is held; flicking through claims nothing."""
RENEW_AFTER: Final = 60
"""Seconds after which the next key renews the hold."""


class Claims(QObject):
    """At most one comment is held by this window. ``armed`` answers what is painted now.

    ``spoke`` is a sentence for the status strip; ``stale`` a comment to show anew.
    """

    spoke = Signal(str)
    stale = Signal(int)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        armed: Callable[[], DetailData | None],
        parent: QObject,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor, self._armed = console, bridge, actor, armed
        self._clock = clock
        self.held = 0
        self._since = 0.0  # when the hold was last taken or renewed, UTC seconds
        self._until = 0.0
        self._writing = 0  # the comment others were told that we write under
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLAIM_AFTER_MS)
        self._timer.timeout.connect(self._claim)

    def follow(self, box: ReplyBox) -> None:
        """Watch the reply editor: who writes is at work, and the others see it."""
        box.editor.textChanged.connect(lambda: self._typed(box))
        box.editor.cursorPositionChanged.connect(self.alive)
        box.closed.connect(self._stopped_writing)

    def consider(self, data: DetailData | None) -> None:
        """A comment is shown: hold it soon, if it is work and not held already."""
        if data is not None and self.held != data.card.id and self._work(data):
            self._timer.start()

    def _work(self, data: DetailData) -> bool:
        """Whether it is theirs to hold: an auditor reads and keeps nobody from working."""
        return self._actor.may("decide") and data.mine and data.card.state in ("open", "snoozed")

    def alive(self) -> None:
        """The person does something with the open comment: the hold is renewed, or taken again after it ran out."""
        if self.held:
            if self._clock() - self._since >= RENEW_AFTER:
                self._take(self.held)
        elif not self._timer.isActive():
            self.consider(self._armed())

    def release(self) -> None:
        """The comment is left: give it back."""
        self._timer.stop()
        self._stopped_writing()
        if self.held:
            future = self._console.claims.give_back(self.held, self._actor, everywhere=False)
            self._bridge.watch(future, self)
            self.held = 0

    def settled(self, comment: int) -> None:
        """The comment was decided, which gave it back."""
        if self.held == comment:
            self.held = 0
        if self._writing == comment:
            self._writing = 0

    def take_over(self, done: Callable[[int], object]) -> None:
        """A: hold the comment although another person does; ``done`` gets its id."""
        data = self._armed()
        if data is not None and self._actor.may("decide"):
            comment = data.card.id
            self._take(comment, force=True, done=done)

    def tick(self) -> None:
        """Some seconds have passed: has the hold run out meanwhile?"""
        if self.held and self._clock() >= self._until:
            comment, self.held = self.held, 0
            self.spoke.emit(translate("Claims", "Your hold ended: ten minutes without a key."))
            self.stale.emit(comment)

    def on_changed(self, change: Changed) -> None:
        """A claim changed here or in another window: ours may be somebody else's now."""
        holder = str(change.extra.get("holder", ""))
        if not self.held or self.held not in change.ids or holder in ("", self._actor.name):
            return
        writing = self._writing == self.held
        self.held = self._writing = 0
        if change.extra.get("taken_from"):
            words = translate("Claims", "{name} took it over.")
        else:
            words = translate("Claims", "Your hold ended. {name} has it.")
        if writing:
            words = f"{words} {translate('Claims', 'What you wrote stays here.')}"
        self.spoke.emit(words.format(name=plain_name(holder)))

    # ------------------------------------------------------------------ inside

    def _claim(self) -> None:
        data = self._armed()
        if data is not None and self._work(data):
            self._take(data.card.id)

    def _take(
        self, comment: int, *, force: bool = False, done: Callable[[int], object] | None = None
    ) -> None:
        self.held, self._since = comment, self._clock()
        self._until = self._since + RENEW_AFTER  # until the answer says how long

        def held(hold: Hold) -> None:
            if hold.holder == self._actor.name:
                if self.held == comment:
                    self._until = float(hold.expires_at)
            elif self.held == comment:
                self.held = 0
                self.stale.emit(comment)
            if done is not None:
                done(comment)

        def failed(error: Exception) -> None:
            if self.held == comment:
                self.held = 0
            self._bridge.tasks.failed.emit(error)

        self._bridge.watch(self._console.claim(comment, self._actor, force=force), self, held, failed)

    def _typed(self, box: ReplyBox) -> None:
        self.alive()
        comment = box.comment_id
        if (
            comment
            and comment == self.held
            and box.editor.document().isModified()
            and comment != self._writing
        ):
            self._writing = comment
            self._tell(comment, True)

    def _stopped_writing(self) -> None:
        if self._writing:
            comment, self._writing = self._writing, 0
            self._tell(comment, False)

    def _tell(self, comment: int, writing: bool) -> None:
        self._bridge.watch(self._console.claims.writing(comment, self._actor, writing), self)
