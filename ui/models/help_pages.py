"""The help pages: text by language, with the keys and words in force put in, found by typing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ui import actions
from ui.i18n.words import view_word
from ui.views.palette_find import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_FIELD: Final = re.compile(r"\{(key|action|view):([a-z_.]+)\}")
PAGE_OF_ROOM: Final = {
    "queue": "03-deciding",
    "policy": "08-policy",
    "audit": "09-audit-log",
    "channels": "10-channels",
    "team": "12-team",
    "replies": "04-replies",
}
"""Which page answers for which room of the window."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page. ``text`` is Markdown without the title."""

    id: str
    title: str
    text: str


def load(folder: Path, language: str) -> list[HelpPage]:
    """The pages of a language in their order, filled with the keys in force. Raises OSError when they are missing."""
    pages = []
    for path in sorted((folder / ("fr" if language == "fr" else "en")).glob("*.md")):
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        pages.append(HelpPage(path.stem, title.removeprefix("# ").strip(), fill(text.strip())))
    if not pages:
        raise FileNotFoundError(folder)
    return pages


def fields(text: str) -> list[tuple[str, str]]:
    """What a page asks for: (kind, name)."""
    return _FIELD.findall(text)


def fill(text: str) -> str:
    """Put keys and words into a page. An action without a key is named instead."""
    say: dict[str, Callable[[str], str]] = {"key": _key, "action": actions.word, "view": view_word}
    return _FIELD.sub(lambda found: say[found[1]](found[2]), text)


def _key(action: str) -> str:
    caps = actions.keycaps(action)
    return f"`{'+'.join(caps)}`" if caps else f"*{actions.word(action)}*"


def find(pages: Sequence[HelpPage], wanted: str) -> list[HelpPage]:
    """Pages that hold every typed word, accents and case aside; those with a word in the title first."""
    words = folded(wanted).split()
    if not words:
        return list(pages)
    found = [one for one in pages if all(word in folded(f"{one.title} {one.text}") for word in words)]
    return sorted(found, key=lambda one: not any(word in folded(one.title) for word in words))
