"""The fields of a saved reply as a person reads them: ``{topic}`` is kept, ‹topic› or ‹sujet› is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from console.policy.replies import FIELD, KNOWN, open_fields
from ui.i18n.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN, CLOSE = "‹", "›"
NAMES: Final = {
    "author": QT_TRANSLATE_NOOP("Reply", "author’s name"),
    "first_name": QT_TRANSLATE_NOOP("Reply", "author’s first name"),
    "brand": QT_TRANSLATE_NOOP("Reply", "our name"),
    "channel": QT_TRANSLATE_NOOP("Reply", "channel"),
    "post": QT_TRANSLATE_NOOP("Reply", "title of our post"),
    "date": QT_TRANSLATE_NOOP("Reply", "day of the comment"),
    "today": QT_TRANSLATE_NOOP("Reply", "day of the answer"),
    "case": QT_TRANSLATE_NOOP("Reply", "case number"),
    "clause": QT_TRANSLATE_NOOP("Reply", "clause"),
    "link": QT_TRANSLATE_NOOP("Reply", "link"),
    "contact": QT_TRANSLATE_NOOP("Reply", "where to write"),
    "product": QT_TRANSLATE_NOOP("Reply", "product"),
    "delay": QT_TRANSLATE_NOOP("Reply", "time needed"),
    "topic": QT_TRANSLATE_NOOP("Reply", "topic"),
    "hours": QT_TRANSLATE_NOOP("Reply", "opening hours"),
    "until": QT_TRANSLATE_NOOP("Reply", "deadline"),
    "since": QT_TRANSLATE_NOOP("Reply", "start date"),
    "published": QT_TRANSLATE_NOOP("Reply", "date of publication"),
    "name": QT_TRANSLATE_NOOP("Reply", "name"),
}


def field_word(name: str) -> str:
    """What a field stands for; a workspace's own one by its name, its underscores read as spaces."""
    source = NAMES.get(name)
    return " ".join(name.split("_")) if source is None else QCoreApplication.translate("Reply", source)


def readable(text: str) -> str:
    """A text with its open fields as a person reads them. Never what is kept, and never what is sent."""
    return FIELD.sub(lambda found: f"{OPEN}{field_word(found.group(1))}{CLOSE}", text)


def readable_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where the fields of ``text`` stand in ``readable(text)``, ``[start, end)`` in code points."""
    places, moved = [], 0
    for found in FIELD.finditer(text):
        start = found.start() + moved
        end = start + len(field_word(found.group(1))) + len(OPEN + CLOSE)
        places.append((start, end))
        moved = end - found.end()
    return tuple(places)


def legend(names: Iterable[str]) -> str:
    """Fields as they are typed, each with what it stands for: ``{date}: day of the comment``."""
    return " · ".join(f"{{{name}}} {field_word(name)}" for name in names)


def to_fill(texts: Iterable[str]) -> tuple[str, ...]:
    """The fields of these texts that a person fills, each once."""
    found = dict.fromkeys(name for text in texts for name in open_fields(text))
    return tuple(name for name in found if name not in KNOWN)
