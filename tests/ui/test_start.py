"""The program as a process: what is loaded when the window is seen, one window a workspace, ends and failures."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.errors import DiskFull, NotAllowed, WorkspaceDamaged, WorkspaceLocked, WorkspaceTooNew
from console.runtime.app import Console
from console.runtime.connections import memory_only
from tests.architecture.tree import ROOT
from tests.support.workspaces import raw
from ui.errors import MORE, describe, details
from ui.i18n.loader import Languages
from ui.theme.look import Look
from ui.views.problem_window import ProblemWindow

DEADLINE = 40.0

#: Runs the real composition root; what ``then`` does happens once, when the named moment has come.
DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.main as root
from ui.entry import OpenRequest

def say(*words): print(*words, flush=True)
def quit(): QApplication.instance().quit()
real_seen, real_put = root.Startup._first_seen, root.Startup._put_in_front

def first_seen(self):
    say("painted", *loaded)
    real_seen(self)
    {painted}

def begin(self):
    # Heard before the window itself goes on to load the rest.
    from ui.views.queue_front import QueueFront
    tell = QueueFront._tell
    def told(front):
        loaded[:] = [n for n in HEAVY if n in sys.modules]
        tell(front)
    QueueFront._tell = told
    real_begin(self)

HEAVY = (
    "httpx", "truststore", "sqlite_utils", "keyring", "numpy", "onnxruntime", "torch", "tomlkit", "logging.handlers", "platform",
    "console.domain.likeness", "console.domain.ports", "console.store.sqlite.batches", "ui.errors",
)
loaded = []
real_begin = root.Startup.begin
root.Startup.begin = begin

def put_in_front(self, widget):
    real_put(self, widget)
    if type(widget).__name__ == "ProblemWindow":
        say("problem", widget.what.text(), "|", widget.became.text(), "|", widget.step.text())
        QTimer.singleShot(50, quit)

root.Startup._first_seen = first_seen
root.Startup._put_in_front = put_in_front
sys.exit(root.run(OpenRequest({request})))
"""


def _driver(request: str, painted: str = "QTimer.singleShot(100, quit)") -> str:
    return DRIVER.replace("{painted}", painted).replace("{request}", request)


@contextmanager
def _program(home: Path, code: str) -> Iterator[subprocess.Popen[str]]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "VIGIE_HOME": str(home), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=10)


def _ends(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=DEADLINE)
    return process.returncode, out, err


def _line(process: subprocess.Popen[str], word: str) -> str:
    """The first line of the program that begins with ``word``."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(word):
            return line
    raise AssertionError(f"no line {word!r}")


def test_nothing_heavy_is_loaded_when_the_window_is_seen(tmp_path: Path) -> None:
    """A workspace that exists opens without HTTP, migrations, keyring or model, and ends clean."""
    Console.open(tmp_path / "default.vigie", secrets=memory_only()).close()
    with _program(tmp_path, _driver("")) as program:
        code, out, err = _ends(program)
    assert code == 0, err
    assert out.splitlines()[0].split() == ["painted"]
    assert not (tmp_path / "default.vigie-wal").exists()
    assert not (tmp_path / "logs" / "crash.txt").exists()


def test_the_demo_makes_its_own_workspace(tmp_path: Path) -> None:
    """``--demo`` opens the practice network's workspace, with its channel, and no other."""
    with _program(tmp_path, _driver("demo=True, language='fr'")) as program:
        code, _out, err = _ends(program)
    assert code == 0, err
    assert not (tmp_path / "default.vigie").exists()
    console = Console.open(tmp_path / "practice.vigie", secrets=memory_only())
    try:
        assert [one.key for one in console.store.read(lambda r: r.channels.all())] == ["practice:lormel"]
    finally:
        console.close()


def test_a_second_start_raises_the_first_window(tmp_path: Path) -> None:
    """It ends at once with 0; ``--new-window`` opens another one beside it; another workspace is not disturbed."""
    with _program(tmp_path, _driver("", "pass")) as first:
        _line(first, "painted")
        with _program(tmp_path, _driver("")) as second:
            code, out, _ = _ends(second)
        assert (code, out) == (0, "")
        with _program(tmp_path, _driver("new_window=True")) as third:
            code, out, _ = _ends(third)
        assert code == 0
        assert out.startswith("painted")
        other = tmp_path / "other.vigie"
        with _program(tmp_path, _driver(f"workspace=Path({str(other)!r})")) as fourth:
            code, out, _ = _ends(fourth)
        assert code == 0
        assert out.startswith("painted")
        assert first.poll() is None


def test_a_killed_window_leaves_no_lock_behind(tmp_path: Path) -> None:
    """After kill -9 the next start opens: its socket is found dead and replaced, the workspace whole."""
    with _program(tmp_path, _driver("", "pass")) as first:
        _line(first, "painted")
        first.kill()
        first.wait(10)
    with _program(tmp_path, _driver("")) as second:
        code, out, err = _ends(second)
    assert code == 0, err
    assert out.startswith("painted")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to be polite with")
def test_a_polite_kill_ends_in_order(tmp_path: Path) -> None:
    """SIGTERM: exit code 0, the write-ahead log folded in, the layout kept."""
    with _program(tmp_path, _driver("", "pass")) as program:
        _line(program, "painted")
        program.send_signal(signal.SIGTERM)
        code, _, err = _ends(program)
    assert code == 0, err
    assert not (tmp_path / "default.vigie-wal").exists()
    assert "geometry" in (tmp_path / "settings.toml").read_text(encoding="utf-8")


def test_a_newer_workspace_is_refused_untouched(tmp_path: Path) -> None:
    """A window with three sentences and exit code 3; not a byte has changed."""
    path = tmp_path / "default.vigie"
    Console.open(path, secrets=memory_only()).close()
    with raw(path) as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with _program(tmp_path, _driver("language='en'")) as program:
        code, out, err = _ends(program)
    assert code == 3
    assert (
        out
        == "problem A newer Vigie wrote this workspace. | The file was not touched: nothing is lost. | Update Vigie, then open it again.\n"
    )
    assert "Traceback" not in err
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_said_in_french(tmp_path: Path, content: bytes) -> None:
    """In the language asked for, with what to do; nothing is written to it."""
    path = tmp_path / "default.vigie"
    path.write_bytes(content)
    with _program(tmp_path, _driver("language='fr'")) as program:
        code, out, err = _ends(program)
    assert code == 3
    assert out.startswith("problem Le fichier de l’espace est abîmé.")
    assert "doctor" in out
    assert "Traceback" not in err
    assert path.read_bytes() == content


def test_an_unknown_member_is_told_how_to_go_on(tmp_path: Path) -> None:
    """Once members are listed, a name that is none of them opens nothing."""
    console = Console.open(tmp_path / "default.vigie", secrets=memory_only())
    from console.domain.vocabulary import Role

    console.store.write(lambda tx: tx.settings.set_member("Salomé", Role.MODERATOR, tx.now)).result()
    console.close()
    with _program(tmp_path, _driver("name='Nobody', language='en'")) as program:
        code, out, _ = _ends(program)
    assert code == 1
    assert out.startswith("problem Nobody is not a member of this workspace.")


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    """No place for log and settings: a window says so, no traceback."""
    home = tmp_path / "file"
    home.write_text("a file where a folder should be", encoding="utf-8")
    code = _driver("language='en'").replace(
        "sys.exit(root.run",
        "QTimer.singleShot(0, lambda: None); real = QApplication.exec\n"
        "def brief(): QTimer.singleShot(300, quit); return real()\nQApplication.exec = staticmethod(brief)\nsys.exit(root.run",
    )
    with _program(home, code) as program:
        result, _, err = _ends(program)
    assert result == 3
    assert "Traceback" not in err


def test_a_bug_in_a_slot_is_told_once_and_the_window_lives(tmp_path: Path) -> None:
    """The notice is up, the log has type and place but not the words of the exception."""
    painted = (
        "def bug(): raise RuntimeError('words of a comment')\n"
        "    QTimer.singleShot(0, bug); QTimer.singleShot(0, bug)\n"
        "    def look(): say('told', sum(type(w).__name__ == 'FaultDialog' for w in QApplication.topLevelWidgets())); quit()\n"
        "    QTimer.singleShot(600, look)"
    )
    with _program(tmp_path, _driver("language='en'", painted)) as program:
        code, out, _ = _ends(program)
    assert code == 0
    assert "told 1" in out
    logged = (tmp_path / "logs" / "window.log").read_text(encoding="utf-8")
    assert "RuntimeError" in logged
    assert "words of a comment" not in logged


def test_the_log_of_a_fallen_run_is_kept(tmp_path: Path) -> None:
    """What faulthandler wrote is set aside at the next start."""
    logs = tmp_path / "logs"
    logs.mkdir(parents=True)
    fallen = logs / "running-999999999.txt"
    fallen.write_text("Vigie\nFatal Python error: Segmentation fault\n", encoding="utf-8")
    with _program(tmp_path, _driver("")) as program:
        code, _, err = _ends(program)
    assert code == 0, err
    (kept,) = logs.glob("crash-*.txt")
    assert "Segmentation" in kept.read_text(encoding="utf-8")
    assert not fallen.exists()
    assert list(logs.glob("running-*")) == []  # nor the run's own, which ended well


@pytest.mark.parametrize(
    "error",
    [WorkspaceTooNew(path="w", found=9, known=1), WorkspaceDamaged(path="w"), WorkspaceDamaged("not_a_workspace", path="w"),
     WorkspaceLocked(path="w"), DiskFull(path="w"), NotAllowed("refuse.unknown_member", actor="X"), RuntimeError("secret words")],
)  # fmt: skip
def test_every_failure_has_three_sentences(languages: Languages, error: Exception) -> None:
    """In both languages: what, what became of the data, what to do; no code, no gap, no word of the exception."""
    for language in ("en", "fr"):
        languages.use(language)
        text = describe(error)
        assert text.what
        assert text.became
        assert text.step
        shown = " ".join((text.what, text.became, text.step))
        assert "…" not in shown
        assert "secret words" not in shown + details(error, "0.1")


def test_the_table_of_errors_is_complete(languages: Languages) -> None:
    """Every row has a sentence and what became of things; French differs from English."""
    for code in MORE:
        error = DiskFull(code)
        languages.use("en")
        english = describe(error)
        languages.use("fr")
        assert english.what
        assert english.became
        assert describe(error).what != english.what, code


def test_the_problem_window(languages: Languages, look: Look, qtbot: QtBot) -> None:
    """Focus on trying again, details to copy, Esc closes."""
    error = WorkspaceLocked(path="w")
    window = ProblemWindow(look, describe(error), details(error, "0.1", Path("w")), "w")
    qtbot.addWidget(window)
    window.show()
    tried: list[int] = []
    window.retry.connect(lambda: tried.append(1))
    qtbot.keyClick(window.retry_button, Qt.Key.Key_Return)
    assert tried == [1]
    window.copy()
    assert "WorkspaceLocked(workspace_locked)" in QApplication.clipboard().text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_locked_workspace_waits_in_words(tmp_path: Path) -> None:
    """While another program holds the file, a small window says what is going on; then it opens by itself."""
    path = tmp_path / "default.vigie"
    Console.open(path, secrets=memory_only()).close()
    code = _driver("language='en'").replace(
        "root.Startup._first_seen =",
        "real_wait = root.Startup._say_waiting\n"
        "def waiting(self): real_wait(self); say('waiting', self._front.words.text)\n"
        "root.Startup._say_waiting = waiting\nroot.Startup._first_seen =",
    )
    import sqlite3

    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        with _program(tmp_path, code) as program:
            assert "Reading the workspace" in _line(program, "waiting")
            assert program.poll() is None
            db.execute("ROLLBACK")
            result, out, err = _ends(program)
    assert result == 0, err
    assert "painted" in out
