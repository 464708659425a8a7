"""Ctrl+C in the terminal and a polite kill end the window in order: nothing is asked, what is queued is kept.

Python runs its signal handlers only between its own instructions, and a waiting Qt loop has none; so the signal's
number is written into a socket that the loop watches.
"""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType


def names(system: str = sys.platform) -> tuple[str, ...]:
    """What asks a program to end. A terminal that is closed says it by SIGHUP, on Windows by SIGBREAK."""
    return ("SIGINT", "SIGTERM", "SIGBREAK" if system == "win32" else "SIGHUP")


class EndSignals(QObject):
    """A context manager: while it is open, the signals of ``names`` call ``then``."""

    def __init__(self, then: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self._inner, self._outer = socket.socketpair()
        self._before: dict[int, Any] = {}

    def __enter__(self) -> EndSignals:
        for end in (self._inner, self._outer):
            end.setblocking(False)
        self._fd = signal.set_wakeup_fd(self._outer.fileno(), warn_on_full_buffer=False)
        for name in names():
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._inner.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._inner.close()
        self._outer.close()

    @Slot()
    def _heard(self) -> None:
        try:
            self._inner.recv(64)
        except BlockingIOError:
            return
        self._then()


def _noted(number: int, frame: FrameType | None) -> None:
    """The wake-up socket has the number already."""
    del number, frame
