"""What a screen reader does, run by the system's Python, which has pyatspi: reads the window's tree, presses a button.

``python3 screen_reader.py PID WORD``: finds the program of that process on the accessibility bus, waits for a comment
in front, prints one JSON object with what it read, presses the button named WORD, and prints a second one with what
was announced. Imports nothing of the project.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

SECONDS = 60.0


def program(pid: int) -> Any:
    """The accessible of the process, None while it is not on the bus."""
    desktop = pyatspi.Registry.getDesktop(0)
    for at in range(desktop.childCount):
        child = desktop.getChildAtIndex(at)
        if child is not None and child.get_process_id() == pid:
            return child
    return None


def tree(root: Any, depth: int = 0) -> Iterator[Any]:
    """Everything below ``root`` that is shown; a table gives its visible cells alone."""
    yield root
    if depth > 40 or root.getState().contains(pyatspi.STATE_MANAGES_DESCENDANTS):
        return
    for at in range(min(root.childCount, 400)):
        child = root.getChildAtIndex(at)
        if child is not None:
            yield from tree(child, depth + 1)


def showing(one: Any) -> bool:
    """Whether a person would see it."""
    state = one.getState()
    return bool(state.contains(pyatspi.STATE_SHOWING) and state.contains(pyatspi.STATE_VISIBLE))


def look(pid: int, word: str) -> dict[str, Any] | None:
    """What is in front: the chosen card, the focus, the button; None while one of them is missing."""
    root = program(pid)
    if root is None:
        return None
    button = card = focus = None
    for one in tree(root):
        state = one.getState()
        if one.getRole() == pyatspi.ROLE_PUSH_BUTTON and one.name == word and showing(one):
            button = one
        if state.contains(pyatspi.STATE_FOCUSED):
            focus = one
        if one.getRole() in (pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST, pyatspi.ROLE_TREE_TABLE) and showing(one):
            selection = one.querySelection()
            if selection.nSelectedChildren and card is None:
                card = selection.getSelectedChild(0)
    if button is None or card is None or not card.name:
        return None
    return {
        "card": card.name,
        "card_role": card.getRoleName(),
        "button": button.name,
        "button_role": button.getRoleName(),
        "keys": button.description,
        "focus": "" if focus is None else focus.getRoleName(),
        "_button": button,
    }


def main() -> int:
    """Read, press, listen."""
    pid, word = int(sys.argv[1]), sys.argv[2]
    heard: list[str] = []
    pyatspi.Registry.registerEventListener(
        lambda event: heard.append(str(event.any_data)), "object:announcement"
    )
    end, seen, before = time.monotonic() + SECONDS, None, ""
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.2)
        found = look(pid, word)
        # The same card twice: comments still come in while the practice network is read.
        if found is not None and found["card"] == before:
            seen = found
            break
        before = "" if found is None else str(found["card"])
    if seen is None:
        sys.stderr.write("nothing to read on the accessibility bus\n")
        return 1
    button = seen.pop("_button")
    sys.stdout.write(json.dumps(seen) + "\n")
    sys.stdout.flush()
    if sys.stdin.readline().strip() != "press":
        return 1
    actions = button.queryAction()
    names = [actions.getName(at) for at in range(actions.nActions)]
    actions.doAction(next(at for at, name in enumerate(names) if name.lower() in ("press", "click")))
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and not heard:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.05)
    sys.stdout.write(json.dumps({"actions": names, "heard": heard}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
