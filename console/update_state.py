"""What this machine remembers about updates, in the person's data folder: their consent, and what was seen of lists before.

``updates.json`` holds the choices and how far each publisher's lists had come; ``vigie-updates.signed`` the last list, which
is verified again whenever it is read.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console import update_list
from console.files import put

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE: Final = "updates.json"


@dataclass(frozen=True, slots=True)
class Seen:
    """The last list of a publisher: its number, and the SHA-256 of what was signed."""

    sequence: int
    sha256: str


@dataclass(frozen=True, slots=True)
class State:
    """``on`` is the person's consent to looking once a day; ``server`` theirs, where the company names none.

    ``checked_at`` in UTC seconds, 0 before the first time; ``announced`` the version that was put off in the window.
    ``seen`` by number of the key.
    """

    on: bool = False
    server: str = ""
    channel: str = "stable"
    checked_at: int = 0
    announced: str = ""
    seen: Mapping[str, Seen] = field(default_factory=dict)


def load(folder: Path) -> State:
    """What is remembered; nothing of a file that makes no sense: then nothing is looked for."""
    try:
        found = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return State()
    if not isinstance(found, dict):
        return State()
    given: dict[str, Any] = {
        name: found[name]
        for name, kind in (("on", bool), ("server", str), ("checked_at", int), ("announced", str))
        if type(found.get(name)) is kind
    }
    if found.get("channel") in update_list.CHANNELS:
        given["channel"] = found["channel"]
    seen = found.get("seen")
    return State(**given, seen=_seen(seen) if isinstance(seen, dict) else {})


def _seen(found: Mapping[str, Any]) -> dict[str, Seen]:
    return {
        number: Seen(one["sequence"], one["sha256"])
        for number, one in found.items()
        if isinstance(one, dict) and type(one.get("sequence")) is int and isinstance(one.get("sha256"), str)
    }


def change(folder: Path, **values: Any) -> State:
    """Set some of it; another process may have set the rest meanwhile. Raises OSError."""
    now = load(folder)
    if "seen" in values:  # of two processes the one that saw more counts
        merged = dict(now.seen)
        for number, one in values["seen"].items():
            if number not in merged or one.sequence >= merged[number].sequence:
                merged[number] = one
        values["seen"] = merged
    now = replace(now, **values)
    _write(folder / FILE, (json.dumps(asdict(now), indent=1, sort_keys=True) + "\n").encode())
    return now


def keep_list(folder: Path, data: bytes) -> None:
    """Keep a verified list, so that what is new can be read without asking again. Raises OSError."""
    _write(folder / update_list.NAME, data)


def kept_list(folder: Path) -> bytes | None:
    """The last list as it came; whoever reads it verifies it."""
    try:
        with (folder / update_list.NAME).open("rb") as file:
            return file.read(update_list.MAX_BYTES + 1)
    except OSError:
        return None


def _write(target: Path, data: bytes) -> None:
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(data)
        put(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
