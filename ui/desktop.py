"""Ways to the desktop's notifications: the notification service of the session bus, else the tray icon, else none.

Nothing here fails: a desktop without a bus, without a service or without a tray is told nothing, and ``way`` says so.
"""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot

from ui import systems

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QSystemTrayIcon

log = logging.getLogger(__name__)

SERVICE: Final = "org.freedesktop.Notifications"
PATH: Final = "/org/freedesktop/Notifications"
_CONNECTION: Final = "vigie-notifications"
_SHOWN_MS: Final = 15_000
_REMEMBERED: Final = 20  # notifications whose click still opens something


class Way(Protocol):
    """One way to show a notification; ``clicked`` carries the token given with it."""

    clicked: Any

    def show(self, token: int, title: str, body: str) -> None:
        """Show it. Returns at once."""

    def close(self) -> None:
        """Show nothing more."""


class BusWay(QObject):
    """The desktop's own service. Its methods block, so they are called on a thread of their own.

    PySide6 sends every int as INT32, and ``Notify`` wants an UINT32: the call goes through the introspected
    interface's meta-object, where the type of an argument can be named.
    """

    clicked = Signal(int)
    failed = Signal()
    _answered = Signal(int, int)

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="notifications")
        self._tokens: dict[int, int] = {}
        self._early: deque[int] = deque(maxlen=_REMEMBERED)
        self._closed = False
        self._answered.connect(self._remember, Qt.ConnectionType.QueuedConnection)
        # The stub of PySide6 asks for bytes, the binding takes the text of SLOT alone.
        heard: Any = SLOT("invoked(uint,QString)")
        bus.connect(SERVICE, PATH, SERVICE, "ActionInvoked", self, heard)

    @classmethod
    def open(cls, parent: QObject | None = None) -> BusWay | None:
        """The way over the session bus, None where there is no bus or nobody on it shows notifications."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return None
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(_CONNECTION)
            return None
        return cls(bus, parent)

    def show(self, token: int, title: str, body: str) -> None:
        """Hand it to the service; ``failed`` when there is none."""
        if not self._closed:
            self._thread.submit(self._notify, token, title, body).add_done_callback(self._sent)

    def _sent(self, done: Future[None]) -> None:
        error = None if done.cancelled() else done.exception()
        if error is not None:
            log.warning("notification not shown: %s", type(error).__name__)

    def _notify(self, token: int, title: str, body: str) -> None:
        from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject
        from PySide6.QtDBus import QDBusInterface

        service = QDBusInterface(SERVICE, PATH, SERVICE, self._bus)
        if not service.isValid():
            self.failed.emit()
            return
        answer = QMetaObject.invokeMethod(
            service,
            "Notify",
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG("uint"),
            Q_ARG("QString", "Vigie"),
            Q_ARG("uint", 0),
            Q_ARG("QString", "vigie"),
            Q_ARG("QString", title),
            Q_ARG("QString", _plain(body)),
            Q_ARG("QStringList", ["default", title]),
            Q_ARG("QVariantMap", {"desktop-entry": "vigie"}),
            Q_ARG("int", _SHOWN_MS),
        )
        if isinstance(answer, int) and answer:
            self._answered.emit(answer, token)

    @Slot(int, int)
    def _remember(self, shown: int, token: int) -> None:
        if shown in self._early:
            self._early.clear()
            self.clicked.emit(token)
            return
        self._tokens[shown] = token
        while len(self._tokens) > _REMEMBERED:
            del self._tokens[next(iter(self._tokens))]

    @Slot("uint", "QString")
    def invoked(self, shown: int, action: str) -> None:
        """The service says that a notification was clicked, of whatever program."""
        if action != "default":
            return
        token = self._tokens.pop(int(shown), None)
        if token is not None:
            self.clicked.emit(token)
        else:  # another program's, or the service's answer to ours is still on its way
            self._early.append(int(shown))

    def close(self) -> None:
        """Leave the bus; a call that hangs is not waited for."""
        if self._closed:
            return
        self._closed = True
        from PySide6.QtDBus import QDBusConnection

        self._thread.shutdown(wait=False, cancel_futures=True)
        QDBusConnection.disconnectFromBus(_CONNECTION)


class TrayWay(QObject):
    """Through the tray icon: Windows and macOS, and desktops with a tray but no service. One click opens the last."""

    clicked = Signal(int)

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._token = 0
        icon.messageClicked.connect(lambda: self.clicked.emit(self._token))

    def show(self, token: int, title: str, body: str) -> None:
        """Show it beside the icon, where there is one in sight."""
        self._token = token
        if self._icon.isVisible():
            self._icon.showMessage(title, body, self._icon.icon(), _SHOWN_MS)

    def close(self) -> None:
        """Nothing to give back: the icon is its owner's."""


def _plain(body: str) -> str:
    """Services may take the body as markup."""
    return body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bus_way(parent: QObject | None = None) -> BusWay | None:
    """The session bus on systems that have one."""
    return BusWay.open(parent) if "bus" in systems.notification_ways() else None
