"""The parent's side of a conversion: starts the child, hears its steps, stops it when a person does."""

from __future__ import annotations

import errno
import json
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, Any, Final

from console import processes
from console.classify.packs import Cancelled
from console.domain.errors import DiskFull, EnvironmentFailure

if TYPE_CHECKING:
    from pathlib import Path

_TICK: Final = 0.2
_END: Final = 5.0
"""Seconds that the child may take to end after it was told to."""
_SILENCE: Final = 3_600.0
"""Seconds without a word after which the child counts as hung; the export of the largest model takes a few minutes."""

Step = Callable[[str, int, int], None]
"""Hears a step's name and how far it is: load, export, quantise, agree, torch."""


def probe(command: Sequence[str]) -> None:
    """Raise ``pack_extra_missing`` unless the conversion's libraries are there; asked before a download starts.

    An empty ``command`` means that this program cannot have them: ``pack_ready_only``.
    """
    _run([*command, "--probe"] if command else [], None, lambda *_: None, lambda: False)


def convert(
    command: Sequence[str],
    request: dict[str, Any],
    work: Path,
    step: Step,
    cancelled: Callable[[], bool],
) -> dict[str, Any]:
    """Run one conversion and return the child's result; see ``console.classify.convert``.

    Raises Cancelled, DiskFull, or EnvironmentFailure with the child's code; what it printed besides is in
    ``work/convert.log``.
    """
    path = work / "request.json"
    path.write_text(json.dumps(request), "utf-8")
    return _run([*command, str(path)] if command else [], work / "convert.log", step, cancelled)


def _run(
    command: Sequence[str], log: Path | None, step: Step, cancelled: Callable[[], bool]
) -> dict[str, Any]:
    if not command:
        raise EnvironmentFailure("pack_ready_only")
    with open(os.devnull if log is None else log, "wb") as errors:
        try:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                creationflags=processes.no_window(),
            )
        except OSError as error:
            raise EnvironmentFailure("pack_extra_missing", module=type(error).__name__) from None
        with child:
            try:
                return _hear(child, log, step, cancelled)
            finally:
                _end(child)


def _hear(
    child: subprocess.Popen[bytes], log: Path | None, step: Step, cancelled: Callable[[], bool]
) -> dict[str, Any]:
    lines: queue.Queue[bytes | None] = queue.Queue()
    assert child.stdout is not None
    reader = threading.Thread(target=_read, args=(child.stdout, lines), name="conversion", daemon=True)
    reader.start()
    silent = 0.0
    try:
        while True:
            if cancelled():
                raise Cancelled("pack_cancelled")
            try:
                line = lines.get(timeout=_TICK)
            except queue.Empty:
                silent += _TICK
                if silent > _SILENCE:
                    raise EnvironmentFailure("pack_convert_failed", detail="hung") from None
                continue
            silent = 0.0
            if line is None:
                raise EnvironmentFailure("pack_convert_failed", detail=_last_words(log))
            message = _message(line)
            if "step" in message:
                step(str(message["step"]), int(message.get("done", 0)), int(message.get("total", 0)))
            elif "failed" in message:
                raise _failure(message)
            elif "result" in message:
                return dict(message["result"])
    finally:
        _end(child)
        reader.join(_END)


def _read(stream: IO[bytes], lines: queue.Queue[bytes | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _message(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _failure(message: dict[str, Any]) -> EnvironmentFailure:
    code, detail = str(message["failed"]), str(message.get("detail", ""))
    if message.get("errno") == errno.ENOSPC:
        return DiskFull("pack_disk_full", path=detail)
    if code == "pack_extra_missing":
        return EnvironmentFailure(code, module=detail)
    return EnvironmentFailure(code, detail=detail)


def _last_words(log: Path | None) -> str:
    try:
        text = log.read_text("utf-8", "replace") if log is not None else ""
    except OSError:
        text = ""
    lines = text.strip().splitlines()
    return lines[-1][-300:] if lines else "ended"


def _end(child: subprocess.Popen[bytes]) -> None:
    for blow in (child.terminate, child.kill):
        if child.poll() is not None:
            return
        blow()
        try:
            child.wait(_END)
        except subprocess.TimeoutExpired:
            continue
