"""The work that a moderator does with the installed program: real keys in its window, and its command line beside it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import minimal_root
from claims import ProofError, claim, wait
from minimal_root import USER

if TYPE_CHECKING:
    from screen import Screen

WORKSPACE = f"/home/{USER}/.local/share/vigie/practice.vigie"
HIDDEN, KEPT = 3, 2


def vigie(inside: Path, *words: str, check: bool = True) -> Any:
    """One command of the installed program on the practice workspace; its JSON. ProofError when it fails."""
    told = minimal_root.run(
        inside, "vigie", "--json", "--workspace", WORKSPACE, *words, user=USER, check=False
    )
    if check and told.returncode != 0:
        raise ProofError(
            f"vigie {' '.join(words)}: {told.returncode}: {told.stdout[-500:]} {told.stderr[-500:]}"
        )
    return json.loads(told.stdout)


def open_window(inside: Path, screen: Screen, log: Path) -> subprocess.Popen[Any]:
    """The window on the practice network, in English; what it says on its way goes to ``log``."""
    window = screen.start(
        minimal_root.arguments(inside, "vigie", "open", "--demo", "--lang", "en", user=USER),
        minimal_root.environment(USER, DISPLAY=screen.name),
        log,
    )
    screen.wait_for_window("Vigie")
    return window


def close(screen: Screen, window: subprocess.Popen[Any], log: Path) -> None:
    """End the program by key; it must end well, and have said nothing of an error on its way."""
    screen.press("ctrl+q")
    wait(lambda: window.poll() is not None, "Ctrl+Q ended the program", 60)
    said = log.read_text("utf-8", "replace")
    claim(
        window.returncode == 0 and "Traceback" not in said,
        f"with code {window.returncode} and no error {said[-600:] if 'Traceback' in said else ''}".strip(),
    )


def moderate(inside: Path, screen: Screen, pictures: Path) -> None:
    """Decide about the five most urgent comments by key, take one back, end by key."""
    log = pictures / "session.log"
    window = open_window(inside, screen, log)
    wait(lambda: _total(inside) > 100, "the practice comments arrived", 120)
    screen.settle()
    screen.picture(pictures / "started.png")
    wait(lambda: _all_read(inside), "the classifier has read all of them, in a process of its own", 240)
    screen.press("F2")
    screen.press("Home")
    screen.settle()
    for key, times in (("h", HIDDEN), ("g", KEPT)):
        for _ in range(times):
            count = len(_entries(inside, "decision"))
            screen.press(key)
            wait(
                lambda count=count: len(_entries(inside, "decision")) > count,
                f"{key.upper()} decided about a comment",
                60,
            )
            screen.settle()
            if key == "h":  # where the policy proposes more, the comment stays in front: the next one
                screen.press("j")
                screen.settle()
    screen.picture(pictures / "decided.png")
    screen.press("ctrl+z")
    wait(lambda: bool(_entries(inside, "undo")), "Ctrl+Z took the last one back", 60)
    decided, undone = _entries(inside, "decision"), _entries(inside, "undo")
    actions = [one["action"] for one in reversed(decided)]
    claim(
        actions == ["hide"] * HIDDEN + ["keep"] * KEPT,
        f"the log holds what was pressed: {', '.join(actions)}",
    )
    about = [str(one["comment"]) for one in reversed(decided)]
    claim(len(set(about)) == len(about), f"each of another comment: {', '.join(about)}")
    claim([str(one["comment"]) for one in undone] == about[-1:], f"and {about[-1]} alone is open again")
    inbox = {str(one["id"]) for one in vigie(inside, "queue", "list", "--limit", "100000")["items"]}
    claim(inbox & set(about) == {about[-1]}, "the queue says the same")
    wait(
        lambda: vigie(inside, "queue", "list", "--view", "sending")["total"] == 0,
        "the practice network has them",
        120,
    )
    close(screen, window, log)


def _total(inside: Path) -> int:
    try:
        return int(vigie(inside, "queue", "list", "--limit", "1")["total"])
    except ProofError:
        return 0  # the window makes the workspace; until then there is none


def _all_read(inside: Path) -> bool:
    return all(one["labels"] for one in vigie(inside, "queue", "list", "--limit", "100000")["items"])


def _entries(inside: Path, event: str) -> list[dict[str, Any]]:
    """The log's entries of one kind, newest first."""
    return [one for one in vigie(inside, "audit", "list")["items"] if one["event"] == event]
