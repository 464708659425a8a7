"""The ``vigie`` command: the classifier's child, the window or the command line, decided before anything is loaded.

Nothing of Qt is imported at module level, so that the child process and the command line never pay for the window.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from console.files import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """What was asked of the window. Empty strings and None mean "not said"."""

    workspace: Path | None = None
    name: str = ""
    language: str = ""
    demo: bool = False
    new_window: bool = False


class WrongUse(Exception):
    """The words of ``vigie open`` are wrong; the message is (what, what to do), in English and French."""

    def __init__(self, english: str, french: str) -> None:
        self.english, self.french = english, french
        super().__init__(english)


def parse_open(arguments: Sequence[str]) -> OpenRequest | None:
    """The request for a window in ``arguments``, or None when they are for the command line.

    A window is: no command at all, or ``open``. ``--workspace`` and ``--as`` may stand before or after the command;
    after ``open`` one name that ends in ``.vigie``, or a whole path, is the workspace instead.
    Raises WrongUse for an ``open`` whose options make no sense.
    """
    words = list(arguments)
    values: dict[str, str] = {}
    flags: set[str] = set()
    command = ""
    unknown = clicked = ""
    while words:
        word = words.pop(0)
        name, joined, value = word.partition("=")
        if name in ("--workspace", "--as", "--lang"):
            if not joined:
                if not words:
                    unknown = unknown or word
                    break
                value = words.pop(0)
            values[name] = value
        elif word in ("--demo", "--new-window"):
            flags.add(word)
        elif not command and not word.startswith("-"):
            command = word
        elif command == "open" and not clicked and _is_file(word):
            clicked = word
        else:
            unknown = unknown or word
        if command and command != "open":
            return None
    if command != "open" and (unknown or flags or "--lang" in values):
        return None
    if unknown in ("--help", "-h"):
        return None
    if clicked and "--workspace" in values:
        unknown = unknown or clicked
    elif clicked:
        values["--workspace"] = clicked
    if unknown:
        raise WrongUse(
            f"`vigie open` does not know {unknown}; it takes FILE.vigie, --demo, --lang fr|en, --new-window, --workspace FILE, --as WHO",
            f"`vigie open` ne connaît pas {unknown} ; options : FICHIER.vigie, --demo, --lang fr|en, --new-window, --workspace FICHIER, --as QUI",
        )
    language = values.get("--lang", "")
    if language and language not in LANGUAGES:
        raise WrongUse(f"--lang is fr or en, not {language}", f"--lang vaut fr ou en, pas {language}")
    if "--workspace" in values and "--demo" in flags:
        raise WrongUse(
            "--demo opens the practice workspace; leave --workspace out",
            "--demo ouvre l’espace d’entraînement ; retirez --workspace",
        )
    workspace = values.get("--workspace")
    return OpenRequest(
        workspace=Path(workspace) if workspace else None,
        name=values.get("--as", ""),
        language=language,
        demo="--demo" in flags,
        new_window="--new-window" in flags,
    )


def _is_file(word: str) -> bool:
    """Whether a file manager may have written it: it knows our files by their content too, and names them whole."""
    return not word.startswith("-") and (word.lower().endswith(SUFFIX) or Path(word).is_absolute())


def has_display(system: str = sys.platform) -> bool:
    """Whether a window can be shown at all: X11 or Wayland on Linux, or a platform that was named on purpose."""
    if system in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def shell_language() -> str:
    """The language of the company or the environment, for words that come before the window."""
    from console import managed

    return managed.language_of(os.environ)


def workspace_of(request: OpenRequest) -> Path:
    """The workspace file that a request names."""
    from console import paths

    if request.demo:
        return paths.practice_workspace()
    return request.workspace or paths.default_workspace()


def in_terminal(request: OpenRequest) -> int:
    """Say that there is no display, then print the workspace's queue. Returns the command line's exit code."""
    from console.cli.main import main as command_line

    path = workspace_of(request)
    french = (request.language or shell_language()) == "fr"
    if request.language:
        os.environ["VIGIE_LANG"] = request.language
    print(
        "vigie : pas d’affichage ici (ni DISPLAY ni WAYLAND_DISPLAY) ; voici la file dans le terminal."
        if french
        else "vigie: no display here (neither DISPLAY nor WAYLAND_DISPLAY); this is the queue in the terminal.",
        file=sys.stderr,
    )
    common = ["--workspace", str(path)]
    if request.name:
        common += ["--as", request.name]
    if request.demo:
        # The first run of the demo: the practice channel and its comments, without the reports of these two steps.
        for step in (["channel", "add", "practice", "--name", "lormel"], ["pull"]):
            if step[0] == "channel" and path.exists():
                continue
            quiet = io.StringIO()
            with contextlib.redirect_stdout(quiet):
                code = command_line([*common, *step])
            if code not in (0, 1):
                return code
    return command_line([*common, "queue", "list"])


def _language_is_locked() -> bool:
    from console import managed

    return managed.current().locks("language")


def _locked_language() -> int:
    """``--lang`` asks for another language than the company's: refused like any change of what it locked."""
    from console.cli.sentences import sentence
    from console.domain.errors import NotAllowed
    from console.services.company import need_unlocked

    try:
        need_unlocked("language")
    except NotAllowed as error:
        print(f"vigie: error: {sentence(error, shell_language())}", file=sys.stderr)
        return error.exit_code
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; returns the exit code (0 done, 2 wrong use, 3 the environment failed, ...)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--classifier-worker"]:
        from console.classify.worker import main as worker

        return worker(given[1:])
    if given[:1] == ["--backtest-worker"]:
        from console.runtime.backtester import worker as replay_worker

        return replay_worker()
    if given[:1] == ["--bench-worker"]:
        from ui.bench import main as bench

        return bench(given[1:])
    try:
        request = parse_open(given)
    except WrongUse as error:
        text = error.french if shell_language() == "fr" else error.english
        print(f"vigie: error: {text}", file=sys.stderr)
        return 2
    if request is None:
        from console.cli.main import main as command_line

        return command_line(given)
    if request.language and request.language != shell_language() and _language_is_locked():
        return _locked_language()
    if not has_display():
        return in_terminal(request)
    # What a start loads stays: looking for garbage among it would take 15 ms. ``ui.garbage`` looks from then on.
    gc.disable()
    from ui.main import run

    return run(request)


if __name__ == "__main__":
    raise SystemExit(main())
