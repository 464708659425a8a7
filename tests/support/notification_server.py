"""A notification service for tests, on whatever session bus it is started on: prints what it is told, clicks it.

``python -m tests.support.notification_server`` prints ``ready``, then one JSON line per Notify. A line on its standard
input names the notification to click.
"""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@ClassInfo({"D-Bus Interface": NAME})  # type: ignore[call-arg]
class Server(QObject):  # type: ignore[operator]
    """What a desktop has."""

    asked = Signal(str)
    ActionInvoked = Signal("uint", "QString")  # type: ignore[arg-type]

    def __init__(self) -> None:
        super().__init__()
        self._last = 40
        self.asked.connect(self.click, Qt.ConnectionType.QueuedConnection)

    @Slot(
        "QString", "uint", "QString", "QString", "QString", "QStringList", "QVariantMap", "int", result="uint"
    )
    def Notify(
        self,
        app: str,
        replaces: int,
        icon: str,
        title: str,
        body: str,
        keys: list[str],
        hints: object,
        ms: int,
    ) -> int:
        """Print it; answer with its number."""
        self._last += 1
        told = {
            "id": self._last,
            "app": app,
            "title": title,
            "body": body,
            "actions": list(keys),
            "icon": icon,
        }
        print(json.dumps({**told, "replaces": replaces, "ms": ms}), flush=True)
        return self._last

    @Slot(str)
    def click(self, line: str) -> None:
        """Say on the bus that it was clicked."""
        number, _, key = line.partition(" ")
        self.ActionInvoked.emit(int(number), key or "default")


def main() -> int:
    """Serve until standard input ends."""
    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.sessionBus()
    server = Server()
    exported = QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllSignals
    if not bus.registerObject(PATH, server, exported):
        return 1
    if not bus.registerService(NAME):
        return 1

    def listen() -> None:
        for line in sys.stdin:
            server.asked.emit(line.strip())
        app.quit()

    threading.Thread(target=listen, daemon=True).start()
    print("ready", flush=True)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
