"""What nobody foresaw, made visible: exceptions of every thread, Qt's own messages, crashes of the interpreter.

An exception in a slot does not end a PySide program; without these hooks it would only be a line that nobody reads.
"""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from console.crashes import CrashWatch
from console.domain.errors import VigieError
from console.logs import Foreign

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults(QObject):
    """Installs the hooks; ``raised`` carries the exception, in whatever thread it happened: connect it queued."""

    raised = Signal(object)

    def __init__(self, folder: Path, version: str = "", parent: QObject | None = None) -> None:
        """``folder`` gets what faulthandler writes when the interpreter itself falls, see ``console.crashes``."""
        super().__init__(parent)
        self._watch = CrashWatch(folder, version)
        self._open = True

    @property
    def crashed_before(self) -> bool:
        """Whether a run before this one fell, and nobody has been told."""
        return self._watch.fell

    def __enter__(self) -> Faults:
        self._watch.__enter__()
        if self.crashed_before:
            log.warning("an earlier run ended in a crash")
        self._hooks: tuple[Any, Any] = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread
        self._qt: Callable[..., Any] | None = qInstallMessageHandler(_say_for_qt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = False
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(self._qt)
        self._watch.__exit__()

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        level = logging.WARNING if isinstance(error, VigieError) else logging.ERROR
        log.log(level, "not caught", exc_info=(kind, error, trace))
        if sys.stderr is not None:  # None in a windowed build
            sys.__excepthook__(kind, error, trace)
        if self._open:
            self.raised.emit(error)

    def _raised_in_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and given.exc_type is not SystemExit:
            self._raised(given.exc_type, given.exc_value, given.exc_traceback)


def _say_for_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", Foreign(message))
