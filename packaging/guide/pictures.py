"""``make guide-pictures``: the pictures of the guide and the README, from the real program at work by real keys.

A new workspace in a folder of its own for each language, the practice network, a set clock (``at_time.py``), Xvfb. Each
picture waits for what it shows, so that a key that does nothing or a word that has gone stops it. Needs Xvfb, xdotool,
openbox and ImageMagick. Writes ``docs/guide/LANGUAGE/*.png``; ``--into`` another folder, ``--language`` one language.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "proof"))

from screen import PATIENCE, Screen

ROOT = Path(__file__).resolve().parents[2]
BEGIN = datetime.fromisoformat("2026-11-16T09:40:00+01:00")
TOOLS = ("Xvfb", "xdotool", "openbox", "import", "convert")
#: Right of the list: the notice at the list's foot counts seconds, and would never stand still.
BESIDE = "775x900+665+0"
COLOURS = "128"
TRIES = 5
MOST_KEYS = 3.0
"""Seconds after which a key is taken for one that changes nothing to be seen."""
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "tour": "guided tour", "criticism": "criticism to", "spam": "spam",
        "connect": "connect a channel", "wellbeing": "wellbeing", "trial": "You are thieves, all of you. Shame on this shop.",
    },
    "fr": {
        "tour": "visite", "criticism": "critiques à", "spam": "spam",
        "connect": "connecter un canal", "wellbeing": "bien-être", "trial": "Vous êtes des voleurs, tous. Honte à cette boutique.",
    },
}  # fmt: skip
#: What is typed into the command palette, and into the policy's trial.


class Session:
    """One language: the window on its screen, keys into it, and the command line beside it to see what they did."""

    def __init__(self, screen: Screen, language: str, home: Path, target: Path) -> None:
        self.screen, self.language, self.target = screen, language, target
        self.words = WORDS[language]
        (home / "settings.toml").write_text(f'[window]\ntheme = "light"\nlanguage = "{language}"\n', "utf-8")
        self._begun = time.monotonic()
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("VIGIE_", "QT_", "WAYLAND"))},
            "DISPLAY": screen.name, "VIGIE_HOME": str(home), "PYTHONPATH": str(ROOT), "TZ": "Europe/Paris",
            "LOGNAME": "Camille", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }  # fmt: skip
        self._window = screen.start(self._command("open", "--new-window"), self._environment)
        screen.wait_for_window("Vigie")
        self._fill_screen()

    def _fill_screen(self) -> None:
        """As large as the screen, without the frame of a window manager. SystemExit where F11 does not do it."""
        for _ in range(TRIES):
            self.press("F11")
            shape = subprocess.run(
                ["xdotool", "getactivewindow", "getwindowgeometry", "--shell"],
                env=self._environment, capture_output=True, text=True, check=False,
            ).stdout.split()  # fmt: skip
            if {"WIDTH=1440", "HEIGHT=900"} <= set(shape):
                return
        raise SystemExit("pictures: F11 does not fill the screen")

    def _command(self, *words: str) -> list[str]:
        """The program at the time it is in the pictures."""
        moment = BEGIN + timedelta(seconds=int(time.monotonic() - self._begun))
        return [sys.executable, str(ROOT / "packaging/guide/at_time.py"), moment.isoformat(), *words]

    def ask(self, *words: str) -> Any:
        """What a command of ``vigie`` answers. CalledProcessError when it refuses."""
        told = subprocess.run(
            self._command("--json", *words), env=self._environment, capture_output=True, text=True, check=True
        )
        return json.loads(told.stdout)

    def press(self, *keys: str) -> None:
        """Keys one after the other, each when what the one before changed has been painted."""
        for key in keys:
            before = self._look()
            self.screen.press(key)
            self._changed(before)
            self.settle()

    def type(self, text: str) -> None:
        """Letters into what has the focus."""
        before = self._look()
        subprocess.run(
            ["xdotool", "type", "--delay", "30", text], env=self._environment, check=True, capture_output=True
        )
        self._changed(before)
        self.settle()

    def run(self, word: str) -> None:
        """A command of the palette. SystemExit when it changes nothing."""
        self.press("ctrl+k")
        self.type(self.words[word])
        before = self._look()
        self.screen.press("Return")
        if not self._changed(before, 60):
            raise SystemExit(f"pictures: {self.language}: the palette does not know {self.words[word]}")
        self.settle()

    def _look(self) -> bytes:
        """The pixels right of the list."""
        return subprocess.run(
            ["import", "-window", "root", "-crop", BESIDE, "-depth", "8", "rgb:-"],
            env=self._environment, capture_output=True, check=True,
        ).stdout  # fmt: skip

    def _changed(self, before: bytes, seconds: float = MOST_KEYS) -> bool:
        """Wait until something else is seen; on a busy machine a key may take its time. Some keys change nothing."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._look() != before:
                return True
            time.sleep(0.1)
        return False

    def settle(self) -> None:
        """Until two looks half a second apart show the same. TimeoutError."""
        until = time.monotonic() + PATIENCE
        before = b""
        while time.monotonic() < until:
            now = self._look()
            if now == before:
                return
            before = now
            time.sleep(0.5)
        raise TimeoutError("the window never stands still")

    def until(self, holds: Any, what: str, seconds: float = 240.0) -> None:
        """Wait until ``holds()``; SystemExit that says what did not come."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise SystemExit(f"pictures: {self.language}: {what}: not after {seconds:.0f} s")
            time.sleep(0.5)
        self.settle()

    def entries(self, event: str) -> int:
        """How many entries of one kind the log has."""
        return len(self.ask("audit", "list", "--event", event)["items"])

    def logged(self, event: str, *keys: str) -> None:
        """Keys of which the log must know afterwards."""
        before = self.entries(event)
        self.press(*keys)
        self.until(lambda: self.entries(event) > before, f"{' '.join(keys)}: no entry {event}", 30)

    def picture(self, name: str) -> None:
        """Keep what is on the screen, with as few colours as letters need."""
        self.target.mkdir(parents=True, exist_ok=True)
        whole = self.target / f"{name}.whole.png"
        self.screen.picture(whole)
        subprocess.run(
            ["convert", whole, "-strip", "+dither", "-colors", COLOURS, "-define", "png:compression-level=9",
             "-define", "png:compression-filter=0", f"PNG8:{self.target / name}.png"], check=True,
        )  # fmt: skip
        whole.unlink()
        print(
            f"  {self.language}/{name}.png {(self.target / f'{name}.png').stat().st_size // 1024} kB",
            flush=True,
        )

    def end(self) -> None:
        """Quit by key; SystemExit when the program did not end well."""
        self.screen.press("ctrl+q")
        if self._window.wait(60) != 0:
            raise SystemExit(f"pictures: {self.language}: the program ended with {self._window.returncode}")


def first_minutes(one: Session) -> None:
    """The welcome, the practice network, the list when all of it is read, the keys."""
    one.settle()
    one.picture("welcome")
    one.press("p")
    one.until(lambda: one.ask("queue", "list", "--limit", "1")["total"] > 100, "the practice comments")
    one.until(
        lambda: all(each["labels"] for each in one.ask("queue", "list", "--limit", "100000")["items"]),
        "the classifier has read all of them",
    )
    one.ask("member", "add", "Salomé", "--role", "reviewer")
    one.run("tour")  # to its end, so that the list is no longer headed by its offer
    one.press("Escape", "F2", "Home")
    # The first comment in the guide's language: the second of the list is English, the first is French.
    one.press(*(["j"] if one.language == "en" else []))
    one.picture("queue")
    one.press("F1")
    one.picture("keys")
    one.press("Escape")


def morning(one: Session) -> None:
    """What is refused, what is done and taken back, a reply, one decision for many, a second person."""
    one.press("b")
    one.picture("refused")
    one.press("Escape")
    one.logged("decision", "h")
    one.picture("undo")
    one.logged("undo", "u")
    one.press("F2")
    one.run("criticism")
    one.press("Home", *(["j"] if one.language == "en" else []))
    one.press("r", "ctrl+t", "Down", "Return")
    one.until(lambda: len(one.ask("replies", "drafts")["items"]) == 1, "the draft is kept", 30)
    one.picture("reply")
    one.press("Escape")
    one.run("spam")
    one.press("Home", *["shift+j"] * 11, "h")
    one.picture("bulk")
    one.press("Escape", "Escape")


def room_of_the_team(one: Session) -> None:
    """The policy tries a text, the log shows one comment's way, a channel is about to be connected, the settings."""
    one.press("F8", "F4")
    one.type(one.words["trial"])
    one.picture("policy")
    one.press("F7", "Home", "Return")
    one.picture("audit")
    one.press("Escape", "F2")
    one.run("connect")
    one.picture("channels")
    one.press("Escape", "F2")
    one.run("wellbeing")
    one.picture("wellbeing")
    one.press("Escape")


def main() -> int:
    """Take the pictures of both languages; returns 3 where a tool is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "guide")
    parser.add_argument("--language", choices=sorted(WORDS), action="append")
    given = parser.parse_args()
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        print(f"pictures: install {', '.join(missing)} first", file=sys.stderr)
        return 3
    for language in given.language or sorted(WORDS):
        with Screen() as screen, tempfile.TemporaryDirectory(prefix="vigie-guide-") as home:
            one = Session(screen, language, Path(home), given.into / language)
            try:
                first_minutes(one)
                morning(one)
                room_of_the_team(one)
                one.end()
            except BaseException:
                screen.picture(given.into / f"failed-{language}.png")
                raise
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
