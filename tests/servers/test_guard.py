"""What a test run that dies leaves behind: no server that it started, no folder of theirs."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import guard
from tests.servers.network import eventually
from tests.servers.processes import ROOT, naming, stop

#: Deaf to requests to end, with a child of its own, as servers with workers are.
_DEAF = "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
_DEAF += (
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', sys.argv[1]]); time.sleep(600)"
)

_PLAIN = f"""
from pathlib import Path
import sys
from tests.servers.guard import launch, throw_away
folder = Path(sys.argv[1])
throw_away(folder)
launch([sys.executable, "-c", {_DEAF!r}, folder])
print(folder, folder, flush=True)
"""
_WORDPRESS = """
from tests.servers.wordpress_site import WordPressSite
site = WordPressSite.start()
print(site.folder, site.folder, flush=True)
"""
_MASTODON = """
from tests.servers.mastodon_simulator import MastodonSimulator
server = MastodonSimulator.start()
port = server.url.rpartition(":")[2]
print(server.folder.name, f"--port\\0{port}", flush=True)
"""
_BUS = """
from tests.servers.sessionbus import SessionBus
bus = SessionBus.start()
print(bus.folder, bus.folder, flush=True)
"""


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("started", "processes"),
    [
        pytest.param(_PLAIN, 3, id="plain"),
        pytest.param(_WORDPRESS, 5, id="wordpress", marks=pytest.mark.servers),
        pytest.param(_MASTODON, 1, id="mastodon", marks=pytest.mark.servers),
        pytest.param(_BUS, 1, id="bus", marks=pytest.mark.servers),
    ],
)
def test_nothing_stays_behind_when_the_run_is_killed(started: str, processes: int, tmp_path: Path) -> None:
    (tmp_path / "of_the_run").mkdir()
    code = started + "\nimport time\ntime.sleep(600)\n"
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path / "of_the_run"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        folder, word = run.stdout.readline().split()
        eventually(lambda: len(naming(word)) >= processes, "the servers and their workers running")
        run.kill()
    eventually(lambda: not naming(word), "the servers ended")
    eventually(lambda: not Path(folder).exists(), "the folder removed")


def test_a_run_that_ends_takes_along_what_it_forgot(tmp_path: Path) -> None:
    folder = tmp_path / "of_the_run"
    folder.mkdir()
    subprocess.run([sys.executable, "-c", _PLAIN, folder], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert not folder.exists()
    eventually(lambda: not naming(str(folder)), "the servers ended")


def test_what_was_stopped_is_no_longer_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of a process that ended belongs to others later."""
    told: list[str] = []
    monkeypatch.setattr(guard, "_tell", told.append)
    monkeypatch.setattr(guard, "_guard", object())
    server = guard.launch(["sleep", "600"])
    stop(server, signal.SIGTERM)
    assert told == [f"+{server.pid}", f"-{server.pid}"]


def test_only_what_is_still_watched_is_ended() -> None:
    first, second = (subprocess.Popen(["sleep", "600"], start_new_session=True) for _ in range(2))
    try:
        lines = f"+{first.pid}\n+{second.pid}\n-{first.pid}\n"
        subprocess.run([sys.executable, guard.__file__], input=lines.encode(), check=True, timeout=30)
        assert second.wait(10) == -signal.SIGKILL
        assert first.poll() is None
    finally:
        stop(first, signal.SIGTERM)
        stop(second, signal.SIGTERM)
