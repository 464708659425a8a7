"""Futures of the console in the window: success and failure arrive in the GUI thread, or not at all.

A page may be closed while its question is still on its way. The answer then finds that its owner is gone and is
dropped; nothing is called on a destroyed widget.
"""

from __future__ import annotations

import logging
import sys
import threading
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from console.domain.errors import VigieError
from ui import parking
from ui.retiring import bury

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(slots=True)
class _Watched:
    future: Future[Any]
    owner: QObject
    success: Callable[[Any], object] | None
    failure: Callable[[Exception], object] | None


class Tasks(QObject):
    """One per window. ``failed`` carries a known error that nobody asked to hear of: the window shows it as a notice."""

    failed = Signal(object)
    _landed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._done: list[_Watched] = []
        self._open = True
        self._landed.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def watch(
        self,
        future: Future[T],
        owner: QObject,
        success: Callable[[T], object] | None = None,
        failure: Callable[[Exception], object] | None = None,
    ) -> None:
        """Call ``success(result)`` or ``failure(error)`` in the GUI thread once ``future`` is done.

        ``owner`` is the QObject whose life the callbacks depend on: when it has been destroyed neither is called.
        Without ``failure`` a VigieError goes out through ``failed``. What is neither a VigieError nor an OSError is a
        bug and reaches the exception hook in any case. A cancelled Future calls nothing.
        """
        # What waits must not hold the Future: it holds its callbacks, and a circle of the two would keep every answer
        # (8 MB for a list of a million) until the collector comes round.
        parking.keep(future, owner, success, failure)
        future.add_done_callback(lambda done: self._land(_Watched(done, owner, success, failure)))

    def close(self) -> None:
        """Call nothing any more."""
        with self._lock:
            self._open = False
            self._done.clear()

    def _land(self, watched: _Watched) -> None:
        """On whatever thread resolved the Future."""
        with self._lock:
            if not self._open:
                return
            self._done.append(watched)
            if len(self._done) == 1:
                self._landed.emit()

    @Slot()
    def _drain(self) -> None:
        with self._lock:
            done, self._done = self._done, []
        for watched in done:
            try:
                self._answer(watched)
            except Exception:  # noqa: BLE001 - one page's bug must not swallow the other pages' answers
                sys.excepthook(*sys.exc_info())
        parking.let_go()
        bury()

    def _answer(self, watched: _Watched) -> None:
        if not shiboken6.isValid(watched.owner):
            return
        try:
            result = watched.future.result()
        except CancelledError:
            return
        except VigieError as error:
            log.info("task: %s", error.code)
            if watched.failure is not None:
                watched.failure(error)
            else:
                self.failed.emit(error)
            return
        except OSError as error:
            # A disk or a folder that says no: the page that asked for a file can tell the person which one.
            if watched.failure is None:
                raise
            watched.failure(error)
            return
        except Exception as error:
            if watched.failure is not None:
                watched.failure(error)
            raise
        if watched.success is not None:
            watched.success(result)
