"""What differs between the three systems in asking after a process, slowing one down and talking to a child.

Each decision takes the system's name (``sys.platform``), so that it can be read and tried for all of them anywhere.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, Final, cast

_BELOW_NORMAL: Final = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS of Windows
_NO_WINDOW: Final = 0x0800_0000  # CREATE_NO_WINDOW of Windows
_SYNCHRONIZE: Final = 0x0010_0000
_ACCESS_DENIED: Final = 5
_RUNS_STILL: Final = 0x102  # WAIT_TIMEOUT: the process has not ended


def no_window(system: str = sys.platform) -> int:
    """Creation flags of a child: on Windows no console window flashes up for it."""
    return _NO_WINDOW if system == "win32" else 0


def children_run(executable: str, system: str = sys.platform) -> str:
    """The program of a package that children run.

    On Windows and macOS the window's program (``vigiew``) has no console: it may have no standard streams either, and
    on macOS it would show a second icon in the Dock. Beside it lies ``vigie``, which has them.
    """
    if system == "win32":
        return str(PureWindowsPath(executable).with_name("vigie.exe"))
    if system == "darwin":
        return str(PurePosixPath(executable).with_name("vigie"))
    return executable


def windows_run(executable: str, system: str = sys.platform) -> str:
    """The program of a package that another window runs; see ``children_run``."""
    if system == "win32":
        return str(PureWindowsPath(executable).with_name("vigiew.exe"))
    if system == "darwin":
        return str(PurePosixPath(executable).with_name("vigiew"))
    return executable


def lives(pid: int) -> bool:
    """Whether a process of this number runs on this machine; True where that cannot be known."""
    if sys.platform == "win32":
        import ctypes

        # There ``os.kill(pid, 0)`` is no question: it sends Ctrl+C.
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        kernel.WaitForSingleObject.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
        if not handle:
            return opened_says(None, ctypes.get_last_error())
        try:
            return opened_says(kernel.WaitForSingleObject(handle, 0), 0)
        finally:
            kernel.CloseHandle(handle)
    else:
        try:
            os.kill(pid, 0)  # asks, sends nothing
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True


def opened_says(waited: int | None, error: int) -> bool:
    """Whether a process lives by Windows' answers: of the wait for its end, or (None) the error of opening it.

    An ended process can still be opened as long as anybody holds it, and one of another account cannot be opened.
    """
    return error == _ACCESS_DENIED if waited is None else waited == _RUNS_STILL


def be_modest(nice: int) -> None:
    """Lower this process's priority, by ``nice`` steps where there are such: the window comes first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        with contextlib.suppress(OSError):
            os.nice(nice)


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """A child's streams, bytes in and out; whatever else prints goes to standard error from now on."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    incoming = cast("BinaryIO", os.fdopen(os.dup(0), "rb"))
    outgoing = cast("BinaryIO", os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return incoming, outgoing
