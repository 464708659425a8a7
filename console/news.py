"""What changed in each version, in words for people: ships with the program, shown once after an upgrade."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console import paths
from console.update_list import number_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class News:
    """One version's, a line each, by language (``en``, ``fr``)."""

    version: str
    notes: Mapping[str, tuple[str, ...]]


def load(path: Path | None = None) -> tuple[News, ...]:
    """All there is, the newest first. Raises OSError, ValueError: the file ships with the program."""
    found = tomllib.loads((path or paths.resources() / "updates" / "news.toml").read_text("utf-8"))
    made = [
        News(version, {one: tuple(notes[one]) for one in ("en", "fr")}) for version, notes in found.items()
    ]
    return tuple(sorted(made, key=lambda one: number_of(one.version), reverse=True))


def is_later(version: str, seen: str) -> bool:
    """Whether ``version`` comes after ``seen``; not where one of them is no version."""
    try:
        return number_of(version) > number_of(seen)
    except ValueError:
        return False


def since(seen: str, running: str, path: Path | None = None) -> tuple[News, ...]:
    """What came after ``seen`` up to ``running``, the newest first."""
    return tuple(
        one for one in load(path) if is_later(one.version, seen) and not is_later(one.version, running)
    )
