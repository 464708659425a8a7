"""The package's build and proof beside the tests: begun when they are, looked at last. In ``.ci/run``; never in ``make test``."""

from __future__ import annotations

import functools
import shutil
import subprocess
import time
from pathlib import Path
from typing import IO, Any

import pytest

from tests.architecture.tree import ROOT

#: Ends with this process, whatever ends it, and with it all that it has started; its mounts too.
_ALONE = [
    "setpriv", "--pdeathsig", "KILL",
    "unshare", "--pid", "--fork", "--kill-child", "--mount", "--propagation", "private",
]  # fmt: skip


@functools.cache
def lacking() -> str:
    """What this machine has not for building and proving a package; empty when nothing."""
    script = ROOT / "packaging" / "proof" / "build_and_prove.sh"
    if shutil.which("bash") is None:
        return "no bash"
    told = subprocess.run(["bash", script, "--able"], capture_output=True, text=True, check=False)
    said = (told.stdout + told.stderr).strip().splitlines() or ["nothing"]
    return said[-1].removeprefix("proof: not tried: ") if told.returncode else ""


class Job:
    """``packaging/proof/build_and_prove.sh`` in the background, at a low priority."""

    def __init__(self, script: Path, log: Path) -> None:
        log.parent.mkdir(parents=True, exist_ok=True)
        self._log = log
        self._writes: IO[bytes] = log.open("wb")
        self._process: subprocess.Popen[Any] = subprocess.Popen(
            [*_ALONE, "nice", "-n", "10", "bash", script],
            stdin=subprocess.DEVNULL, stdout=self._writes, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def result(self, seconds: float) -> tuple[int, str]:
        """(exit code, all it printed), once it has ended; after ``seconds`` it is ended, with code -9."""
        until = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < until:
            time.sleep(0.2)
        self.end()
        return self._process.returncode, self._log.read_text("utf-8", "replace")

    def end(self) -> None:
        """End it if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._writes.close()


_JOB = pytest.StashKey[Job]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for the job comes last, whatever shuffles the rest."""
    items.sort(key=lambda item: item.get_closest_marker("package") is not None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin the job where a test of this run waits for it."""
    wanted = any(item.get_closest_marker("package") for item in session.items)
    if wanted and not lacking() and not session.config.option.collectonly:
        script = ROOT / "packaging" / "proof" / "build_and_prove.sh"
        session.config.stash[_JOB] = Job(script, ROOT / "build" / "package-proof.log")


def pytest_unconfigure(config: pytest.Config) -> None:
    """A run that stops early takes it along."""
    job = config.stash.get(_JOB, None)
    if job is not None:
        job.end()


@pytest.fixture(scope="session")
def package_job(request: pytest.FixtureRequest) -> Job:
    """The job of this run."""
    return request.config.stash[_JOB]
