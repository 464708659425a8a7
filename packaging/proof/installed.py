"""What else must hold of an installed package: its files, completion by Tab, Qt that can be replaced, an upgrade while it runs."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import minimal_root
import session
from claims import ProofError, claim, wait
from minimal_root import USER

if TYPE_CHECKING:
    from screen import Screen

QT_CORE = "usr/lib/vigie/_internal/PySide6/Qt/lib/libQt6Core.so.6"
PROGRAM = "usr/lib/vigie/vigie"
#: Mark at the end of the archive that PyInstaller adds to its starter; the archive's length follows it.
_MARK = b"MEI\014\013\012\013\016"


def unchanged(inside: Path) -> None:
    """Every file is as the package says."""
    told = minimal_root.run(inside, "dpkg", "--verify", "vigie").stdout.split("\n")
    # The bare system leaves out nothing, but an image might leave out manuals.
    claim(
        [line for line in told if line and "/usr/share/" not in line] == [],
        "dpkg --verify finds every file as packed",
    )


#: In each shell: what reads the script ({script}), and a command of that name which shows the words that it was given.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "source {script}; vigie() {{ printf 'got'; printf '[%s]' \"$@\"; echo; }}"),
    "zsh": (["zsh", "-f", "-i"],
            "autoload -U compinit; compinit -u -D; source {script}; vigie() {{ printf 'got'; printf '[%s]' \"$@\"; echo }}"),
    "fish": (["fish", "--no-config", "-i"],
             "source {script}; function vigie; printf 'got'; printf '[%s]' $argv; echo; end"),
}  # fmt: skip
TYPED = {
    "vigie aud": "got[audit]",
    "vigie audit ver": "got[audit][verify]",
    "vigie audit verify --js": "[verify][--json]",
}


def completes(inside: Path) -> None:
    """Tab in a real bash at a real terminal: a command, one below it, and an option of that."""
    words, first = SHELLS["bash"]
    command = minimal_root.arguments(inside, *words, user=USER)
    environment = minimal_root.environment(USER, PS1="$ ", TERM="vt100")
    for typed, expected in TYPED.items():
        first_line = first.format(script="/usr/share/bash-completion/completions/vigie")
        seen = tab(command, environment, first_line, typed, expected)
        claim(
            expected in seen,
            f"bash completes {typed!r} by Tab{'' if expected in seen else repr(seen[-300:])}",
        )


def readable(inside: Path) -> None:
    """The manual in both languages, through the reader of this machine where there is one."""
    for language, heading in (("", "NAME"), ("fr", "NOM")):
        page = inside / "usr/share/man" / language / "man1/vigie.1.gz"
        claim(page.exists(), f"a manual {'in French' if language else 'in English'}")
        if shutil.which("man"):
            told = subprocess.run(
                ["man", "--warnings", "-E", "UTF-8", "-l", page],
                env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANROFFOPT": ""},
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            claim(
                told.returncode == 0 and not told.stderr and heading in told.stdout.split("\n"),
                f"which man shows without a warning {told.stderr[:200]}".strip(),
            )


def replaceable_qt(inside: Path, screen: Screen, pictures: Path) -> None:
    """The LGPL's wish: a Qt library of one's own in the place of ours, and the program starts with that one.

    Ours with another build number in its note: what a loader ignores, and any rebuilt library differs in.
    """
    place = inside / QT_CORE
    kept = place.with_name("kept.so")
    place.rename(kept)
    try:
        place.write_bytes(renumbered(kept.read_bytes()))
        place.chmod(0o644)
        log = pictures / "own_qt.log"
        window = session.open_window(inside, screen, log)
        screen.settle()
        loaded = mapped(inside / "proc", place.name)
        claim(loaded == {place.stat().st_ino}, "a Qt library put in the place of ours is the one that runs")
        session.close(screen, window, log)
    finally:
        kept.replace(place)


def renumbered(library: bytes) -> bytes:
    """An ELF library with another build number (GNU build ID). ProofError where it has none."""
    head = library.find(b"\x14\x00\x00\x00\x03\x00\x00\x00GNU\x00")
    if head < 4 or library[head - 4 : head] != b"\x04\x00\x00\x00":
        raise ProofError("the Qt library has no build number to change")
    number = head + 12
    return (
        library[:number]
        + bytes(byte ^ 0xFF for byte in library[number : number + 20])
        + library[number + 20 :]
    )


def mapped(processes: Path, name: str) -> set[int]:
    """Inodes under which any process has a library of that name in its memory."""
    found = set()
    for maps in processes.glob("[0-9]*/maps"):
        try:
            lines = maps.read_text("utf-8", "replace").splitlines()
        except OSError:
            continue  # it has just ended
        found |= {int(line.split()[4]) for line in lines if line.endswith(f"/{name}")}
    return found


def newer(package: Path, folder: Path) -> Path:
    """``package`` as a later version, whose files of modules have everything at another place than this one's."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--raw-extract", package, folder], check=True)
    program = folder / PROGRAM
    program.write_bytes(moved(program.read_bytes()))
    modules = program.parent / "_internal/base_library.zip"
    modules.write_bytes(bytes(65536) + modules.read_bytes())  # a zip file may begin with anything
    control = folder / "DEBIAN/control"
    lines = control.read_text("utf-8").splitlines()
    lines = [f"{line}+1" if line.startswith("Version:") else line for line in lines]
    control.write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "DEBIAN/md5sums").unlink()
    target = folder.with_suffix(".deb")
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "--build", folder, target],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    shutil.rmtree(folder)
    return target


def moved(program: bytes) -> bytes:
    """PyInstaller's program file with its archive 64 KiB further back. It runs as before; old offsets lead nowhere."""
    mark = program.rfind(_MARK)
    if mark < 0:
        raise ProofError("the program has no archive of PyInstaller in it")
    (length,) = struct.unpack_from("!I", program, mark + len(_MARK))
    cookie = 8 + 4 * 4 + 64  # mark, four numbers, the name of Python's library
    begin = mark + cookie - length
    return program[:begin] + bytes(65536) + program[begin:]


def runs_from_anywhere(inside: Path, archive: Path) -> None:
    """The folder of the ``.tar.zst``, unpacked in a home with a space in its path, then moved: it runs, by its own libraries."""
    home = inside / f"home/{USER}"
    first, second = home / "Mes programmes", home / "là-bas"
    first.mkdir()
    subprocess.run(["tar", "--zstd", "-xf", archive, "-C", first], check=True)
    for place in (first, second):
        if place is second:
            first.rename(second)
        (folder,) = place.iterdir()
        program = f"/{(folder / 'vigie').relative_to(inside)}"
        told = minimal_root.run(inside, program, "--version", user=USER).stdout.strip()
        read = minimal_root.run(
            inside, program, "classify", "-", user=USER, input_text='{"id": "1", "text": "Merci beaucoup"}\n'
        ).stdout
        claim(
            told.startswith("vigie, version") and '"categories":["praise"]' in read,
            f"{program} runs without being installed, and its classifier reads",
        )
    shutil.rmtree(second)


def upgrade_while_open(inside: Path, screen: Screen, package: Path, pictures: Path) -> None:
    """The files are replaced under a running window: it goes on with its own, says so, and the next start is the new one."""
    later = newer(package, pictures / "newer")
    log = pictures / "upgrade.log"
    window = session.open_window(inside, screen, log)
    screen.settle()
    shutil.move(later, inside / "root/newer.deb")
    minimal_root.run(inside, "dpkg", "--install", "/root/newer.deb")
    (inside / "root/newer.deb").unlink()
    told = minimal_root.run(inside, "dpkg-query", "--show", "--showformat", "${Version}", "vigie").stdout
    claim(
        told.endswith("+1") and window.poll() is None, f"upgraded to {told} under an open window, which stays"
    )
    for key in ("F1", "Escape", "ctrl+comma", "Escape"):
        screen.press(key)
        screen.settle()
    claim(window.poll() is None, "help and settings, not looked at before, still open in it")
    noted = inside / f"home/{USER}/.local/share/vigie/logs/window.log"
    wait(
        lambda: noted.exists() and "another version" in noted.read_text("utf-8", "replace"),
        "it has noticed, and says so in its strip",
        60,
    )
    screen.settle()
    screen.picture(pictures / "upgraded.png")
    session.close(screen, window, log)
    told = minimal_root.run(inside, "vigie", "--version", user=USER).stdout.strip()
    claim(told.startswith("vigie, version"), f"and the next start is the new one: {told}")


def tab(command: list[str], environment: dict[str, str], first: str, typed: str, expected: str) -> str:
    """What a shell at a terminal shows once ``first`` was run and ``typed`` followed by Tab and Enter, until ``expected``.

    At most 20 seconds each.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, environment)
    try:
        os.write(terminal, f"{first}; printf 'rea%s\\n' dy\n".encode())
        _read(terminal, "ready\r\n", 20)
        os.write(terminal, typed.encode() + b"\t\n")
        return _read(terminal, expected, 20)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def _read(terminal: int, mark: str, seconds: float) -> str:
    """Read until ``mark`` was seen or ``seconds`` have passed."""
    until, seen = time.monotonic() + seconds, b""
    while time.monotonic() < until and mark not in seen.decode("utf-8", "replace"):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break  # the shell has ended
    return seen.decode("utf-8", "replace")
