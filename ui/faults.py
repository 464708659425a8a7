"""What nobody foresaw, made visible: exceptions of every thread, Qt's own messages, crashes of the interpreter.

An exception in a slot does not end a PySide program; without these hooks it would only be a line that nobody reads.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from console.domain.errors import VigieError

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

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` gets ``crash.txt``, which faulthandler writes when the interpreter itself falls."""
        super().__init__(parent)
        self._path = folder / "crash.txt"
        self._file: TextIO | None = None
        self._open = True
        self.crashed_before = False

    def __enter__(self) -> Faults:
        self._keep_last()
        self._file = self._path.open("w", encoding="utf-8")
        faulthandler.enable(self._file)
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
        faulthandler.disable()
        if self._file is not None:
            self._file.close()
        self._path.unlink(missing_ok=True)

    def _keep_last(self) -> None:
        """A file that is still there and not empty was left by a run that fell."""
        try:
            if self._path.stat().st_size:
                self._path.replace(self._path.with_name("crash.previous.txt"))
                self.crashed_before = True
                log.warning("the last run ended in a crash; see crash.previous.txt")
        except FileNotFoundError:
            return

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
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
