"""One line for leads: how many harsh texts the team read today, where enough people work here to say it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from ui.i18n.mark import translate
from ui.i18n.wellbeing_counted import wellbeing_counted
from ui.widgets.base import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from console.runtime.app import Console
    from console.services.exposure import TeamExposure
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look


class TeamExposureLine(Text):
    """Read again whenever it comes into sight. Hidden for everybody but leads."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        """``clock`` gives UTC epoch seconds."""
        super().__init__(look, "body", "text-muted", wrap=True, parent=parent)
        self._console, self._bridge, self._actor, self._clock = console, bridge, actor, clock
        self._found: TeamExposure | None = None
        self.setVisible(actor.may("activation"))

    def read(self) -> None:
        """Ask for the total of today."""
        if self._actor.may("activation"):
            actor, now = self._actor, int(self._clock())
            self._bridge.watch(
                self._console.background(lambda c: c.exposure.team(actor, now)), self, self._say
            )

    def _say(self, found: TeamExposure) -> None:
        self._found = found
        if found.known:
            self.setText(wellbeing_counted.team_read(found.total))
        else:
            self.setText(translate("Team", "Too few people to show what the team read."))

    def showEvent(self, event: QShowEvent) -> None:
        """The page was opened, or opened again."""
        super().showEvent(event)
        self.read()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._found is not None:
            self._say(self._found)
        super().changeEvent(event)
