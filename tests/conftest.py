"""Ground rules for every test: a private home, no network beyond loopback, nothing left running."""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Read by Qt and by libraries at import time, so they are set before any test module is collected.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "C.UTF-8"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

# A busy machine is no finding: examples have no deadline, the test as a whole has one.
hypothesis.settings.register_profile("vigie", deadline=None)
hypothesis.settings.load_profile("vigie")

pytest_plugins = ["tests.servers.fixtures"]

#: How long a thread that a test started may take to end once the test is over, in seconds.
THREAD_GRACE = 3.0

NULL_KEYRING = "keyring.backends.null.Keyring"

_real_connect = socket.socket.connect
_real_connect_ex = socket.socket.connect_ex
_real_getaddrinfo = socket.getaddrinfo


def pytest_configure() -> None:
    """A run in the background (``nohup``, some CI) starts with Ctrl+C ignored, and every child would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


class NetworkBlocked(OSError):
    """A test tried to leave this machine."""


def _is_local(host: object) -> bool:
    """Whether ``host`` names this machine without asking a name server."""
    if host is None or host in ("", "localhost", b"localhost"):
        return True
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    if text.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(text.split("%", 1)[0]).is_loopback
    except ValueError:
        return False


def _check(sock: socket.socket, address: object) -> None:
    if sock.family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = address[0] if isinstance(address, tuple) else address
    if not _is_local(host):
        raise NetworkBlocked(f"tests stay on loopback, but this one called {host!r}")


def _guarded_connect(self: socket.socket, address: object) -> None:
    _check(self, address)
    return _real_connect(self, address)  # type: ignore[arg-type]


def _guarded_connect_ex(self: socket.socket, address: object) -> int:
    _check(self, address)
    return _real_connect_ex(self, address)  # type: ignore[arg-type]


def _guarded_getaddrinfo(host: object, *args: object, **kwargs: object) -> object:
    if not _is_local(host):
        raise NetworkBlocked(f"tests stay on loopback, but this one looked up {host!r}")
    return _real_getaddrinfo(host, *args, **kwargs)  # type: ignore[arg-type]


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Block every connection and name lookup that would leave this machine, for the whole run."""
    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", _guarded_connect)
    patch.setattr(socket.socket, "connect_ex", _guarded_connect_ex)
    patch.setattr(socket, "getaddrinfo", _guarded_getaddrinfo)
    # A proxy on loopback would be a way round the guard.
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        patch.delenv(name, raising=False)
        patch.delenv(name.upper(), raising=False)
    yield
    patch.undo()


def _isolate(patch: pytest.MonkeyPatch, root: Path) -> Path:
    """Point HOME and the XDG folders below ``root``; returns the runtime folder, which lies elsewhere.

    Child processes inherit all of it. Variables of the real desktop session are removed, so that no test can
    reach the developer's own keyring, settings or workspace.
    """
    folders = {
        "XDG_DATA_HOME": root / ".local/share",
        "XDG_CONFIG_HOME": root / ".config",
        "XDG_CACHE_HOME": root / ".cache",
        "XDG_STATE_HOME": root / ".local/state",
        "APPDATA": root / "AppData/Roaming",
        "LOCALAPPDATA": root / "AppData/Local",
    }
    for name, folder in folders.items():
        folder.mkdir(parents=True)
        patch.setenv(name, str(folder))
    # Sockets live in the runtime folder and their paths are limited to 108 bytes: keep it short.
    runtime = Path(tempfile.mkdtemp(prefix="vigie-run-"))
    patch.setenv("XDG_RUNTIME_DIR", str(runtime))
    patch.setenv("HOME", str(root))
    patch.setenv("USERPROFILE", str(root))
    patch.setenv("PYTHON_KEYRING_BACKEND", NULL_KEYRING)
    patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    for name in [name for name in os.environ if name.startswith("VIGIE_")]:
        patch.delenv(name)
    return runtime


@pytest.fixture(scope="session", autouse=True)
def _shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What fixtures of a wider scope than one test see: a home of the run, never the developer's."""
    patch = pytest.MonkeyPatch()
    runtime = _isolate(patch, tmp_path_factory.mktemp("shared-home"))
    yield
    patch.undo()
    shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh, empty home for this test, with its XDG folders; HOME and the rest point into it."""
    root = tmp_path_factory.mktemp("home")
    runtime = _isolate(monkeypatch, root)
    yield root
    shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(autouse=True)
def _no_company() -> Iterator[None]:
    """A machine that no company set up, whatever lies on this one; and none is left over for the next test."""
    from console import managed

    managed.use(None)
    yield
    managed.use(None)


@pytest.fixture(autouse=True)
def _null_keyring() -> Iterator[None]:
    """Whatever backend a test chose in this process, the next test starts without one."""
    yield
    core = sys.modules.get("keyring.core")
    if core is not None:
        core._keyring_backend = None


@pytest.fixture(autouse=True)
def _no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread alive: every thread has an owner who joins it.

    Threads that existed before the test (those of session fixtures) are not counted.
    """
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE
    while True:
        left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not _is_shared(t)]
        if not left or time.monotonic() > deadline:
            break
        for thread in left:
            thread.join(0.05)
    if left:
        names = ", ".join(sorted(repr(t.name) for t in left))
        pytest.fail(f"{request.node.nodeid} left threads running: {names}", pytrace=False)


def _is_shared(thread: threading.Thread) -> bool:
    """Threads that outlive one test by design: a wider fixture's (named ``shared-...``) and pytest-timeout's.

    Threads that Python did not start, which it shows as dummies, have no owner here and cannot be joined.
    """
    return thread.name.startswith(("shared-", "pytest_timeout")) or isinstance(thread, threading._DummyThread)
