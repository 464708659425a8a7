"""Guards against the Qt release that leaks references to True and None and aborts Python 3.11."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Signal, Slot

#: Emits per signal. The broken release loses one reference each time; noise of other code stays far below.
EMITS = 2000
NOISE = 200


class _Sender(QObject):
    plain = Signal()
    flagged = Signal(bool)
    carrying = Signal(object)


class _Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @Slot()
    def on_plain(self) -> None:
        self.count += 1

    @Slot(bool)
    def on_flagged(self, _value: bool) -> None:
        self.count += 1

    @Slot(object)
    def on_carrying(self, _value: object) -> None:
        self.count += 1


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on")
def test_emitting_signals_keeps_the_reference_counts(qapp: object) -> None:
    """2,000 emits of three kinds leave the counts of True, False and None where they were."""
    sender, receiver = _Sender(), _Receiver()
    sender.plain.connect(receiver.on_plain)
    sender.flagged.connect(receiver.on_flagged)
    sender.carrying.connect(receiver.on_carrying)
    gc.collect()
    before = [sys.getrefcount(value) for value in (True, False, None)]
    for _ in range(EMITS):
        sender.plain.emit()
        sender.flagged.emit(True)
        sender.carrying.emit(None)
    gc.collect()
    after = [sys.getrefcount(value) for value in (True, False, None)]
    assert receiver.count == 3 * EMITS
    drift = {name: a - b for name, a, b in zip(("True", "False", "None"), after, before, strict=True)}
    assert all(abs(change) < NOISE for change in drift.values()), drift


def test_qt_is_the_pinned_release() -> None:
    """At least 6.11.3 and, on any Python, not yet 6.12."""
    version = tuple(int(part) for part in pyside_version.split(".")[:3])
    assert (6, 11, 3) <= version < (6, 12)
