"""Guards against the Qt release that leaks references to True and None and aborts Python 3.11."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6 import __version__ as pyside_version

#: The broken release loses ten references in ten emits; what else happens in the child stays far below this.
NOISE = 100

#: Runs in a child process, since the broken release does not fail but aborts the interpreter.
EMIT = """
import gc, sys
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

class Sender(QObject):
    plain = Signal()
    flagged = Signal(bool)
    carrying = Signal(object)

class Receiver(QObject):
    count = 0
    @Slot()
    def on_plain(self): self.count += 1
    @Slot(bool)
    def on_flagged(self, value): self.count += 1
    @Slot(object)
    def on_carrying(self, value): self.count += 1

app = QCoreApplication([])
sender, receiver = Sender(), Receiver()
sender.plain.connect(receiver.on_plain)
sender.flagged.connect(receiver.on_flagged)
sender.carrying.connect(receiver.on_carrying)
gc.collect()
before = [sys.getrefcount(value) for value in (True, False, None)]
for _ in range(2000):
    sender.plain.emit()
    sender.flagged.emit(True)
    sender.carrying.emit(None)
gc.collect()
after = [sys.getrefcount(value) for value in (True, False, None)]
print(receiver.count, *(new - old for new, old in zip(after, before)), flush=True)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on")
def test_emitting_signals_keeps_the_reference_counts() -> None:
    """2,000 emits of three kinds leave the counts of True, False and None where they were."""
    child = subprocess.run(
        [sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=60, check=False
    )
    assert child.returncode == 0, child.stderr[-400:]
    count, *drift = (int(word) for word in child.stdout.split())
    assert count == 6000
    assert all(abs(change) < NOISE for change in drift), dict(
        zip(("True", "False", "None"), drift, strict=True)
    )


def test_qt_is_the_pinned_release() -> None:
    """At least 6.11.3 and, on any Python, not yet 6.12."""
    version = tuple(int(part) for part in pyside_version.split(".")[:3])
    assert (6, 11, 3) <= version < (6, 12)
