"""Backtests in child processes of our own program: the window and the engine never share an interpreter with one.

Each child (``--backtest-worker``) reads one plan as a line of JSON on standard input, replays its share of the
authors on a read-only connection, and writes lines of JSON: ``{"done": n}`` as it goes on, then ``{"tally": ...}`` or
``{"failed": code}``. The shares add up to the same report whatever their number.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, InvalidStateError
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from console import paths, processes
from console.classify import usage
from console.domain.errors import EnvironmentFailure, VigieError
from console.services.backtesting import (
    Plan,
    Words,
    finish,
    pack_tally,
    prepare,
    replay_part,
    unpack_tally,
)
from console.store import Store, open_history

if TYPE_CHECKING:
    from console.policy.replay import Tally

log = logging.getLogger(__name__)

FEW: Final = 2_000  # comments that one child reads before a second one would be up
MOST_CHILDREN: Final = 2
_PATIENCE: Final = 5.0  # seconds a child gets to end after it was told to
_NICE: Final = 5

Progress = Callable[[int, int], object]


class BacktestRun:
    """One backtest under way. ``future`` has the report; ``cancel`` ends the children and cancels the future."""

    def __init__(
        self, store: Store, plan: Callable[[], Plan], on_progress: Progress | None, children: int
    ) -> None:
        self.future: Future[dict[str, Any]] = Future()
        self.peak_mb = 0.0
        """Most memory that any child held, in MiB; 0 where the system does not say."""
        self._store = store
        self._plan = plan
        self._on_progress = on_progress
        self._children = children
        self._lock = threading.Lock()
        self._running: list[subprocess.Popen[bytes]] = []
        self._done: list[int] = []
        self._stopped = False
        self.future.add_done_callback(self._on_done)
        self._thread = threading.Thread(target=self._run, name="backtest", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop; safe to call at any time and from any thread. A finished run stays finished."""
        self.future.cancel()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the children have ended; whether they have."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _on_done(self, future: Future[dict[str, Any]]) -> None:
        if future.cancelled():
            self._end_children()

    def _end_children(self) -> None:
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for process in running:
            with contextlib.suppress(OSError):
                process.kill()  # it only reads: there is nothing to finish

    def _run(self) -> None:
        begun = time.perf_counter()
        try:
            plan = self._plan()
            self._tell(0, plan.total)
            tallies = self._replay(plan)
            found = finish(plan, tallies)
            found["seconds"] = round(time.perf_counter() - begun, 2)
        except BaseException as error:  # noqa: BLE001 - whoever waits for the Future must hear of it
            with contextlib.suppress(InvalidStateError):
                self.future.set_exception(error)
        else:
            with contextlib.suppress(InvalidStateError):
                self.future.set_result(found)
        finally:
            self._store.close_reader()

    def _tell(self, done: int, total: int) -> None:
        if self._on_progress is not None and not self.future.cancelled():
            self._on_progress(done, total)

    def _replay(self, plan: Plan) -> list[Tally]:
        parts = 1 if plan.total < FEW else self._children
        self._done = [0] * parts
        results: list[Tally | None] = [None] * parts
        failures: list[BaseException] = []
        threads = [
            threading.Thread(
                target=self._follow,
                args=(plan, part, parts, results, failures),
                name=f"backtest-{part}",
                daemon=True,
            )
            for part in range(parts)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]  # the others were ended because of it
        return [one for one in results if one is not None]

    def _follow(
        self,
        plan: Plan,
        part: int,
        parts: int,
        results: list[Tally | None],
        failures: list[BaseException],
    ) -> None:
        try:
            results[part] = self._child(plan, part, parts)
        except BaseException as error:  # noqa: BLE001 - raised again by the thread that joins
            failures.append(error)
            self._end_children()

    def _child(self, plan: Plan, part: int, parts: int) -> Tally:
        request = {"path": str(self._store.path), "part": part, "parts": parts, "plan": plan.to_json()}
        with tempfile.TemporaryFile() as words:
            process = self._start(words)
            try:
                stdin, stdout = process.stdin, process.stdout
                assert stdin is not None
                assert stdout is not None
                with contextlib.suppress(BrokenPipeError, ConnectionResetError, OSError), stdin:
                    stdin.write(json.dumps(request).encode("ascii") + b"\n")
                with stdout:
                    for line in stdout:
                        answer = json.loads(line)
                        if "tally" in answer:
                            self.peak_mb = max(self.peak_mb, float(answer["peak_mb"]))
                            return unpack_tally(answer["tally"])
                        if "failed" in answer:
                            raise EnvironmentFailure(answer["failed"], **answer.get("params", {}))
                        self._note(part, int(answer["done"]), plan.total)
            finally:
                self._reap(process)
            words.seek(0)
            said = words.read()[-300:].decode("utf-8", "replace").strip()
        raise EnvironmentFailure("backtest_failed", detail=said.splitlines()[-1] if said else "ended")

    def _start(self, words: IO[bytes]) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._stopped:
                raise EnvironmentFailure("backtest_failed", detail="stopped")
            try:
                process = subprocess.Popen(
                    paths.backtest_command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=words,
                    creationflags=processes.no_window(),
                )
            except OSError as error:
                raise EnvironmentFailure("backtest_failed", detail=type(error).__name__) from error
            self._running.append(process)
        return process

    def _reap(self, process: subprocess.Popen[bytes]) -> None:
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with self._lock:
            self._running.remove(process)

    def _note(self, part: int, done: int, total: int) -> None:
        with self._lock:
            self._done[part] = done
            together = sum(self._done)
        self._tell(together, total)


class Backtester:
    """``console.backtests``: starts runs and ends them with the console. Methods return at once."""

    def __init__(self, store: Store, children: int | None = None) -> None:
        self._store = store
        self._children = children or max(1, min(MOST_CHILDREN, os.cpu_count() or 1))
        self._lock = threading.Lock()
        self._runs: list[BacktestRun] = []
        self._closed = False

    def start(
        self,
        text: str,
        files: Mapping[str, bytes],
        *,
        days: int | None = None,
        baseline: str | Words | None = None,
        on_progress: Progress | None = None,
    ) -> BacktestRun:
        """Replay the workspace's past through a policy text and its lists, beside a baseline.

        ``baseline``: a version (``v3``, an id or its beginning), a text with its lists, None for the active policy.
        ``days`` counts back from the newest comment. ``on_progress(done, total)`` comes on another thread.
        The Future may raise UsageError ``policy_invalid``, NotFound ``policy_not_found``, EnvironmentFailure
        ``policy_unreadable`` or ``backtest_failed``; it is cancelled by ``cancel`` and by ``close``. After that
        nothing starts: EnvironmentFailure ``workspace_closed``.
        """

        def plan() -> Plan:
            return self._store.read(
                lambda reading: prepare(reading, text, files, days=days, baseline=baseline)
            )

        with self._lock:
            if (
                self._closed
            ):  # an activation that was under way when the window closed: nobody waits for its backtest
                raise EnvironmentFailure("workspace_closed", path=str(self._store.path))
            run = BacktestRun(self._store, plan, on_progress, self._children)
            self._runs = [one for one in self._runs if not one.join(0)]
            self._runs.append(run)
        return run

    def close(self) -> None:
        """End what still runs."""
        with self._lock:
            self._closed = True
            runs, self._runs = self._runs, []
        for run in runs:
            run.cancel()
        for run in runs:
            run.join(_PATIENCE)


# ---------------------------------------------------------------------- the child


def worker() -> int:
    """Run one share of a backtest (``--backtest-worker``); exit code 0, or 1 where it said what failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the console, which then ends us
    processes.be_modest(_NICE)
    incoming, outgoing = processes.pipes()

    def send(message: Mapping[str, Any]) -> None:
        outgoing.write(json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n")
        outgoing.flush()

    try:
        request = json.loads(incoming.readline())
        with open_history(Path(request["path"])) as history:
            tally = replay_part(
                history,
                Plan.from_json(request["plan"]),
                request["part"],
                request["parts"],
                lambda done: send({"done": done}),
            )
        send({"tally": pack_tally(tally), "peak_mb": round(usage.peak_megabytes(), 1)})
    except VigieError as error:
        with contextlib.suppress(OSError):
            send({"failed": error.code, "params": dict(error.params)})
        return 1
    except BrokenPipeError:
        return 1  # nobody waits for it any more
    return 0
