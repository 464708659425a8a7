"""The program outside its window: tray and notifications joined to the window, and closing that may only hide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from ui import systems
from ui.desktop import TrayWay, Way, bus_way
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.notifications import Kind
from ui.notifier import Notifier
from ui.retiring import retire
from ui.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.comment import Channel
    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.views.main_window import MainWindow


class Presence(QObject):
    """Made after the first paint. ``open_comment`` shows one comment in the queue."""

    def __init__(
        self,
        window: MainWindow,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        preferences: Preferences,
        open_comment: Callable[[int], object],
        clock: Callable[[], float],
    ) -> None:
        """``clock`` gives UTC epoch seconds."""
        super().__init__(window)
        self._window, self._console, self._bridge = window, console, bridge
        self._actor, self._preferences, self._open = actor, preferences, open_comment
        self._quitting = False
        self.tray: Tray | None = None
        self.notifier = Notifier(console, bridge, actor, preferences, clock, self)
        self.notifier.opens.connect(self._opens)
        self._asked_before = window.may_close
        window.may_close = self._may_close
        window.on_command("app.quit", self.quit)
        window.on_command("app.quiet", self._quiet)
        preferences.changed.connect(self._arrange)
        bridge.changed.connect(self._on_changed)
        window.installEventFilter(self)
        if systems.activation_opens():
            QGuiApplication.instance().applicationStateChanged.connect(self.activated)  # type: ignore[union-attr]
        self._arrange()

    # ------------------------------------------------------------------ tray and way

    def _arrange(self) -> None:
        """Tray as the person wants it and the desktop has one; notifications by the best way there is."""
        wanted = self._preferences.settings.tray and Tray.possible()
        if wanted and self.tray is None:
            self.tray = Tray(
                self._preferences.look, lambda: (self.notifier.quiet_now, self.notifier.quiet_end()), self
            )
            self.tray.asked.connect(self._asked)
            self.notifier.urgent.connect(self.tray.set_urgent)
            self.notifier.quiet_changed.connect(self.tray.retranslate)
            self.tray.icon.show()
            self._read_paused()
        elif not wanted and self.tray is not None:
            if isinstance(self.notifier.way, TrayWay):
                self.notifier.use(None)
            self.tray.shut_down()
            retire(self.tray)
            self.tray = None
            self._come_forward(only_if_hidden=True)
        elif self.tray is not None:
            self.tray.retranslate()
        if self._preferences.settings.notify and self.notifier.way is None:
            way = bus_way(self)
            if way is not None:
                way.failed.connect(self._bus_failed)
            self.notifier.use(way or self._tray_way())

    def _tray_way(self) -> Way | None:
        return TrayWay(self.tray.icon, self) if self.tray is not None else None

    def _bus_failed(self) -> None:
        """Nobody on the bus shows notifications: the tray may."""
        self.notifier.use(self._tray_way())

    def _read_paused(self) -> None:
        future = self._console.background(lambda c: c.store.read(lambda r: r.channels.all()))
        self._bridge.watch(future, self, self._show_paused)

    def _show_paused(self, channels: list[Channel]) -> None:
        if self.tray is None:
            return
        mine = self._mine(channels)
        refused = "" if mine else translate("Tray", "not with your role")
        self.tray.set_paused(bool(mine) and all(one.paused for one in mine), refused if channels else "")

    def _mine(self, channels: list[Channel]) -> list[Channel]:
        """The channels whose pulls this person may pause."""
        local = ("file", "practice")
        return [one for one in channels if self._actor.may("import" if one.kind in local else "channel")]

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if self.tray is not None and any(one.what == "channels" for one in changes):
            self._read_paused()

    # ------------------------------------------------------------------ what the menu asks for

    def _asked(self, what: str) -> None:
        if what == "open":
            self._come_forward()
        elif what in ("pause", "go_on"):
            self._pause(what == "pause")
        elif what == "quiet":
            self._quiet()
        elif what == "loud":
            self.notifier.loud_again()
        elif what == "quit":
            self.quit()

    def _pause(self, paused: bool) -> None:
        """Pause every channel, or let all go on: each change is logged as on the page of the channels."""
        actor = self._actor
        event = "channel_paused" if paused else "channel_resumed"

        def work(console: Console) -> None:
            for one in self._mine(console.store.read(lambda r: r.channels.all())):
                if one.paused != paused:
                    console.set_channel(one, actor, event, paused=paused).result()

        self._bridge.watch(self._console.background(work), self, None, self._window.status.tell_error)

    def _quiet(self) -> None:
        until = self.notifier.quiet_until_morning()
        words = translate("Tray", "Quiet until {time}").format(time=say.clock_time(until))
        aside = translate("Tray", "What is manifestly illegal is still told.")
        self._window.status.say(f"{words}. {aside}")

    def _opens(self, kind: str, number: int) -> None:
        self._come_forward()
        if kind in (Kind.ILLEGAL, Kind.REVIEW):
            self._open(number)
        else:
            place = "crisis" if kind == Kind.INCIDENT else "channels"
            if place in self._window.rail.ids():
                self._window.show_place(place)

    def _come_forward(self, *, only_if_hidden: bool = False) -> None:
        window = self._window
        if only_if_hidden and window.isVisible():
            return
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @Slot(Qt.ApplicationState)
    def activated(self, state: Qt.ApplicationState) -> None:
        """Somebody chose the program on the desktop: a window that only hid comes back."""
        if state == Qt.ApplicationState.ApplicationActive and self.tray is not None and not self._quitting:
            self._come_forward(only_if_hidden=True)

    # ------------------------------------------------------------------ the end

    def _may_close(self) -> bool:
        """Closing quits, unless the person chose to stay in the tray."""
        settings = self._preferences.settings
        if self.tray is not None and settings.keep_in_tray and not self._quitting:
            self._window.hide()
            return False
        self._quitting = False  # the question may be answered with "stay"
        return self._asked_before is None or self._asked_before()

    def quit(self) -> None:
        """Quit for good, asking what there is to ask."""
        self._come_forward(only_if_hidden=True)
        self._quitting = True
        self._window.close()

    def leave(self) -> None:
        """The next close is no hiding: the system asks for the end."""
        self._quitting = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tray speaks the language of the window."""
        if event.type() == QEvent.Type.LanguageChange and self.tray is not None:
            self.tray.retranslate()
        return super().eventFilter(watched, event)

    def shut_down(self) -> None:
        """The window is gone: neither icon nor notification stays."""
        self.notifier.shut_down()
        if self.tray is not None:
            self.tray.shut_down()
            self.tray = None
