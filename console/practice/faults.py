"""Faults on demand: what the practice network is told to do wrong next, so that the console's answers can be tried."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any, Final

#: Before the request is carried out: it has no effect.
BEFORE: Final = ("rate_limited", "server_error", "hang_up", "expired_token", "signed_out", "gone", "empty")
#: After it was carried out: it has its effect, and the answer is lost or useless.
AFTER: Final = ("truncated", "cut_off", "hang_up_after", "server_error_after")
#: Either way: the answer comes late.
KINDS: Final = (*BEFORE, *AFTER, "slow")


@dataclass(slots=True)
class Fault:
    """One fault: its kind, how many more requests it strikes, and which ones (empty: all).

    ``path`` is a part of the path that must occur. ``seconds`` is the delay of ``slow`` and the wait that
    ``rate_limited`` asks for. ``status`` is the status of the two server errors.
    """

    kind: str
    count: int = 1
    path: str = ""
    method: str = ""
    seconds: float = 1.0
    status: int = 503


class Faults:
    """The waiting faults, in the order in which they were asked for. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []

    def add(self, wanted: dict[str, Any]) -> Fault:
        """Add one from its JSON; ValueError says what is wrong with it."""
        unknown = set(wanted) - {"kind", "count", "path", "method", "seconds", "status"}
        if unknown:
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        if wanted.get("kind") not in KINDS:
            raise ValueError("kind must be one of: " + ", ".join(KINDS))
        fault = Fault(
            kind=str(wanted["kind"]),
            count=int(wanted.get("count", 1)),
            path=str(wanted.get("path", "")),
            method=str(wanted.get("method", "")).upper(),
            seconds=float(wanted.get("seconds", 1.0)),
            status=int(wanted.get("status", 503)),
        )
        if not (0 < fault.count <= 10_000 and 0 <= fault.seconds <= 600 and 500 <= fault.status <= 599):
            raise ValueError("count 1-10000, seconds 0-600, status 500-599")
        with self._lock:
            self._waiting.append(fault)
        return fault

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, counted down; None for a request that goes well."""
        with self._lock:
            for fault in self._waiting:
                if fault.path in path and fault.method in ("", method):
                    fault.count -= 1
                    if fault.count <= 0:
                        self._waiting.remove(fault)
                    return fault
        return None

    def clear(self) -> None:
        """From now on everything goes well."""
        with self._lock:
            self._waiting.clear()
