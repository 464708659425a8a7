"""No module needs one system: what exists on some alone is asked for behind a question, and every text file is UTF-8."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.domain.utc import utc
from tests.architecture.tree import ROOT, modules, parse, where

SHIPPED = ("console", "ui")
#: Modules that not every system has.
ONLY_SOME = {
    "_winapi", "crypt", "curses", "fcntl", "grp", "msvcrt", "nis", "ossaudiodev", "posix", "pty", "pwd", "readline",
    "resource", "spwd", "syslog", "termios", "tty", "winreg", "winsound",
}  # fmt: skip
#: Parts of modules that not every system has, or (``os.kill``) that do something else there.
PARTS = {
    ("os", name)
    for name in (
        "O_BINARY", "chown", "chroot", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid",
        "getgroups", "getloadavg", "getpgid", "getpgrp", "getuid", "kill", "killpg", "lchown", "mkfifo", "nice",
        "openpty", "pread", "pwrite", "sched_getaffinity", "setsid", "setuid", "startfile", "statvfs", "sysconf", "uname",
        "wait", "waitpid", "posix_spawn", "register_at_fork", "fdatasync",
    )
} | {("signal", name) for name in ("SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGALRM", "SIGPIPE", "alarm", "pause")} | {
    ("socket", "AF_UNIX"), ("time", "tzset"), ("ctypes", "windll"), ("ctypes", "WinDLL"), ("asyncio", "open_unix_connection"),
    ("asyncio", "start_unix_server"),
}  # fmt: skip
#: What asks which system it is, or whether the part is there.
_QUESTIONS = ("sys.platform", "os.name", "platform.system", "hasattr", "system ==", "system in", "system !=")


def _guarded(tree: ast.Module) -> set[int]:
    """Identities of the nodes that stand behind a question after the system, on either side of it."""
    found: set[int] = set()
    for node in ast.walk(tree):
        asks = isinstance(node, (ast.If, ast.IfExp)) and any(
            one in ast.unparse(node.test) for one in _QUESTIONS
        )
        if asks:
            found |= {id(one) for one in ast.walk(node)}
        # ``if sys.platform != "x": return`` asks for all that follows in the same block.
        for block in (getattr(node, "body", None), getattr(node, "orelse", None)):
            if not isinstance(block, list):
                continue
            for number, one in enumerate(block):
                leaves = isinstance(one, ast.If) and isinstance(one.body[-1], (ast.Return, ast.Raise))
                if leaves and any(question in ast.unparse(one.test) for question in _QUESTIONS):
                    found |= {id(deep) for after in block[number:] for deep in ast.walk(after)}
    return found


def _of_one_system(path: Path) -> Iterator[str]:
    found = list(_used(path))
    guarded = _guarded(parse(path)) if found else set()
    for node, name in found:
        if id(node) not in guarded:
            yield f"{where(path, node)} {name}"


def _used(path: Path) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            names = {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {str(node.module).split(".")[0]}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if (node.value.id, node.attr) in PARTS:
                yield node, f"{node.value.id}.{node.attr}"
            continue
        else:
            continue
        for name in sorted(names & ONLY_SOME):
            yield node, name


def test_nothing_is_taken_for_granted_that_one_system_has() -> None:
    """Each such module and part stands behind a question, so that the others never come to it."""
    assert [one for path in modules(*SHIPPED) for one in _of_one_system(path)] == []


def test_the_check_sees_what_it_should(tmp_path: Path) -> None:
    """It would say nothing if it looked past everything."""
    bad = tmp_path / "bad.py"
    bad.write_text(
        "import fcntl, os, sys\n"
        "os.kill(1, 0)\n"
        "if sys.platform != 'win32':\n    import pwd\n    os.getuid()\n"
        "def one():\n    if sys.platform == 'win32':\n        return 0\n    return os.nice(1)\n"
        "def other():\n    return os.nice(1)\n",
        "utf-8",
    )
    assert [one.split(" ", 1)[1] for one in _of_one_system(bad)] == ["fcntl", "os.kill", "os.nice"]


def _keywords(call: ast.Call) -> set[str | None]:
    return {one.arg for one in call.keywords}


def _without_encoding(path: Path) -> Iterator[str]:
    """Text read or written in whatever encoding the machine has: cp1252 on Windows."""
    for node in ast.walk(parse(path)):
        if not isinstance(node, ast.Call):
            continue
        plain = isinstance(node.func, ast.Name)
        name = node.func.id if plain else getattr(node.func, "attr", "")  # type: ignore[attr-defined]
        given = _keywords(node)
        if "encoding" in given:
            continue
        if name in ("read_text", "write_text"):
            if len(node.args) < (1 if name == "read_text" else 2):
                yield where(path, node)
        elif name in ("run", "Popen", "check_output") and given & {"text", "universal_newlines"}:
            yield where(path, node)
        elif (name == "open" and (plain or _mode(node, 0))) or name in ("fdopen", "NamedTemporaryFile"):
            mode = _mode(node, 1 if plain or name == "fdopen" else 0) or (
                "r" if name != "NamedTemporaryFile" else "b"
            )
            if "b" not in mode:
                yield where(path, node)


def _mode(call: ast.Call, place: int) -> str:
    """The mode as written at ``place`` or by name; empty where none is, which for a method may be no file at all."""
    values = [one.value for one in call.keywords if one.arg == "mode"] + call.args[place : place + 1]
    texts = [one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return texts[0] if texts and set(texts[0]) <= set("rwxabt+") else ""


def test_every_text_file_says_its_encoding() -> None:
    """Windows would take its own code page, which loses most of what people write."""
    assert [one for path in modules(*SHIPPED) for one in _without_encoding(path)] == []


def test_that_check_sees_what_it_should(tmp_path: Path) -> None:
    """As above."""
    bad = tmp_path / "bad.py"
    bad.write_text(
        "open('a')\nopen('a', 'rb')\nopen('a', 'w', encoding='utf-8')\npath.open('w')\npath.read_text()\n"
        "path.write_text('x')\npath.write_text('x', 'utf-8')\nrun(['a'], text=True)\nbrowser.open(url)\n",
        "utf-8",
    )
    lines = [int(one.rsplit(":", 1)[1]) for one in _without_encoding(bad)]
    assert lines == [1, 4, 5, 6, 8]


def test_time_zones_come_along_where_the_system_has_none() -> None:
    """Windows has no database of them; without the package no policy with opening hours could be read."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert [one for one in found if one.startswith("tzdata")] == ["tzdata>=2025.2; sys_platform == 'win32'"]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-package.lock", "requirements-dev.lock"])
def test_the_locks_name_what_the_other_systems_need(lock: str) -> None:
    """keyring's way to the Credential Locker, the colours of a terminal, and tools of the packager, each with its marker."""
    text = (ROOT / lock).read_text("utf-8")
    wanted = ["pywin32-ctypes", "colorama", "tzdata"]
    if lock == "requirements-package.lock":
        wanted += ["pefile", "macholib"]
    for name in wanted:
        assert f"\n{name}==" in f"\n{text}", f"{name} is not in {lock}"
    for line in text.splitlines():
        if line.startswith(("pywin32-ctypes==", "colorama==", "pefile==")):
            assert "sys_platform == 'win32'" in line, line
        if line.startswith(("jeepney==", "secretstorage==")):
            assert "sys_platform == 'linux'" in line, line


def test_dates_beyond_what_windows_knows() -> None:
    """It refuses times before 1970 and after the year 3000; platforms and hand-made files have both."""
    for seconds in (0, 1, 1_763_800_000, 2**31, 2**35):
        assert utc(seconds) == datetime.fromtimestamp(seconds, UTC)
    assert utc(-1).year == 1969
    assert utc(253_402_300_799).isoformat() == "9999-12-31T23:59:59+00:00"
    with pytest.raises(OverflowError):
        utc(2**40)


#: What is asked of the system there is the present, or a time that this program wrote down when it was.
_PRESENT = {
    "console/cli/retention_sentences.py", "console/cli/update_commands.py", "console/connectors/spending.py", "console/practice/world.py",
    "console/services/exposure.py", "console/services/moments.py", "console/update_list.py", "ui/notifications.py",
}  # fmt: skip


def test_stored_times_are_made_dates_by_arithmetic() -> None:
    """``fromtimestamp`` asks the system, which on Windows does not answer for all of them."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in modules(*SHIPPED)
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Attribute) and node.attr in ("fromtimestamp", "utcfromtimestamp")
    }
    assert found <= _PRESENT
