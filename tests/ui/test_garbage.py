"""What is garbage is freed in the GUI thread, whatever the other threads do; and it is freed."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import gc, threading, time, weakref
from PySide6.QtCore import QObject, QTimer
from ui.app import make_application

app = make_application(["vigie"], "test")
where = set()
gc.callbacks.append(lambda phase, info: where.add(threading.current_thread().name))

class Owner(QObject):
    pass

def cycle():
    one = Owner()
    one.me = one
    return weakref.ref(one)

over = threading.Event()

def work():
    while not over.is_set():
        kept = [[] for _ in range(5000)]

worker = threading.Thread(target=work, name="worker")
worker.start()
gone, deadline = cycle(), time.monotonic() + 30

def look():
    if gone() is None or time.monotonic() > deadline:
        app.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
app.exec()
over.set()
worker.join()
print(gone() is None, sorted(where))
"""


def test_garbage_is_collected_in_the_gui_thread_only() -> None:
    """A worker that allocates without end never collects; a widget in a cycle is freed all the same."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=90, check=False
    )
    assert done.stdout.strip() == "True ['MainThread']", done.stdout + done.stderr


_HOLES = """
import ctypes, sys
from ui.garbage import _large_apart

if sys.argv[1] == "arranged":
    _large_apart()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes = [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]
SIZE = 16 * 1024 * 1024


def taken():
    block = library.malloc(SIZE)
    ctypes.memset(block, 1, SIZE)
    return block


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096


library.free(taken())  # from now on glibc takes blocks of this size for ordinary ones, unless it was told otherwise
before = resident()
block, small = taken(), library.malloc(4096)
library.free(block)
print(resident() - before > SIZE // 2)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="how glibc keeps memory")
def test_lists_of_a_million_leave_no_holes() -> None:
    def stays(how: str) -> str:
        told = subprocess.run(
            [sys.executable, "-c", _HOLES, how],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return told.stdout.strip()

    assert stays("as it is") == "True"  # otherwise this test would show nothing
    assert stays("arranged") == "False"
