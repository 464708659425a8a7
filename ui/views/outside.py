"""Joins to the window what is about the person, not the comments: wellbeing, notifications, tray, someone to talk to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.wellbeing import Wellbeing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.presence import Presence
    from ui.views.main_window import MainWindow
    from ui.views.team_pages import TeamPages
    from ui.views.wellbeing_page import WellbeingPage


class Outside(QObject):
    """One per window. Tray and notifications are made when the window is on the screen: the first paint waits for neither."""

    def __init__(
        self,
        window: MainWindow,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        preferences: Preferences,
        pages: TeamPages,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """``clock`` gives UTC epoch seconds."""
        super().__init__(window)
        self._window, self._console, self._bridge = window, console, bridge
        self._actor, self._preferences, self._pages, self._clock = actor, preferences, pages, clock
        self._closed = self._leaving = False
        self.presence: Presence | None = None
        self.wellbeing = Wellbeing(window, console, bridge, actor, preferences, clock)
        window.on_command("app.masks", self.wellbeing.toggle_masks)
        window.on_command("app.wellbeing", self.open_settings)
        window.on_command("app.support", self.open_support)
        window.on_command("app.quiet", self._quiet)
        window.queue.list.wants_left_out.connect(self.open_settings)
        window.closed.connect(self.shut_down)
        QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """Tray and notifications from now on."""
        if self._closed or self.presence is not None:
            return
        from ui.presence import Presence

        self.presence = Presence(
            self._window,
            self._console,
            self._bridge,
            self._actor,
            self._preferences,
            self._pages.open_comment,
            self._clock,
        )
        if self._leaving:
            self.presence.leave()

    def _quiet(self) -> None:
        self.begin()
        if self.presence is not None:
            self._window.run("app.quiet")

    def make_page(self) -> WellbeingPage:
        """The page among the settings."""
        from ui.views.wellbeing_page import WellbeingPage

        page = WellbeingPage(self._preferences, self.wellbeing)
        page.support.connect(self.open_support)
        return page

    def open_settings(self) -> None:
        """The settings, at the page of wellbeing and notifications."""
        self._pages.open_settings_at("wellbeing")

    def open_support(self) -> QDialog:
        """Someone to talk to."""
        from ui.views.support_sheet import SupportSheet

        look = self._preferences.look
        return self._pages.open_dialog(
            "support",
            lambda: SupportSheet(self._console, self._bridge, self._actor, look, self._window),
        )

    def leave(self) -> None:
        """The system asks for the end: the window does not hide in the tray."""
        self._leaving = True
        if self.presence is not None:
            self.presence.leave()

    def shut_down(self) -> None:
        """The window closes. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.wellbeing.shut_down()
        if self.presence is not None:
            self.presence.shut_down()
