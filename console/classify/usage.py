"""What this process uses: peak memory and processor time, as the classifier's child reports them with each answer."""

from __future__ import annotations

import sys
import time

_MEGABYTE = 1024 * 1024


def peak_megabytes() -> float:
    """The most physical memory this process ever held, in MiB; 0.0 where the system does not say.

    On Linux from /proc, not from getrusage: the latter is inherited from the process that started this one.
    """
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            """PROCESS_MEMORY_COUNTERS of psapi.h."""

            _fields_ = (
                ("cb", wintypes.DWORD),
                ("PageFaultCount", wintypes.DWORD),
                ("PeakWorkingSetSize", ctypes.c_size_t),
                ("WorkingSetSize", ctypes.c_size_t),
                ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
                ("QuotaPagedPoolUsage", ctypes.c_size_t),
                ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
                ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
                ("PagefileUsage", ctypes.c_size_t),
                ("PeakPagefileUsage", ctypes.c_size_t),
            )

        counters = Counters()
        counters.cb = ctypes.sizeof(counters)
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        ours = kernel.GetCurrentProcess()
        if not kernel.K32GetProcessMemoryInfo(ours, ctypes.byref(counters), counters.cb):
            return 0.0
        return float(counters.PeakWorkingSetSize) / _MEGABYTE
    elif sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE  # bytes there
    else:
        try:
            with open("/proc/self/status", encoding="ascii", errors="replace") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        return int(line.split()[1]) / 1024
        except (OSError, ValueError, IndexError):
            return 0.0
        return 0.0


def cpu_seconds() -> float:
    """Processor time of this process so far, all threads together."""
    return time.process_time()
