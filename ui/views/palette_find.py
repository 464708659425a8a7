"""Finding a command by a few letters: accents folded, either language, letters in order are enough."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


QUOTES: Final = str.maketrans("“”«»", "    ")


@dataclass(frozen=True, slots=True)
class Command:
    """One row. ``refusal`` non-empty: not possible now, with the reason.

    ``about`` follows the word and names what it is done to; ``other`` is the word in the language not shown.
    """

    id: str
    group: str
    icon: str
    word: str
    caps: tuple[str, ...] = ()
    refusal: str = ""
    other: str = ""
    about: str = ""


NONE: Final = 99


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def rank(query: str, command: Command) -> int:
    """How well a command answers ``query`` (folded): 0 best, -1 not at all."""
    if not query:
        return 1
    best = min(_score(query, folded(name)) for name in (command.word, command.other))
    if command.about:
        whole = f"{folded(command.word)} {folded(command.other)} {folded(command.about)}"
        words = whole.translate(QUOTES).split()
        if all(any(word.startswith(part) for word in words) for part in query.split()):
            best = min(best, 2)
    return -1 if best == NONE else best


def _score(query: str, name: str) -> int:
    if not name:
        return NONE
    if name.startswith(query):
        return 0
    words = name.replace("’", " ").replace(":", " ").split()
    parts = query.split()
    if any(word.startswith(query) for word in words):
        return 1
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 2
    if query in name:
        return 3
    return 4 if _in_order("".join(parts), name) else NONE


def _in_order(query: str, name: str) -> bool:
    """Whether the letters stand in ``name`` in this order, the first of them at the head of a word."""
    starts = [0, *(place + 1 for place, letter in enumerate(name) if letter == " ")]
    for start in starts:
        if not name.startswith(query[:1], start):
            continue
        place = start
        for letter in query:
            place = name.find(letter, place) + 1
            if not place:
                break
        else:
            return True
    return False


def find(text: str, commands: Sequence[Command], used: Mapping[str, int]) -> list[Command]:
    """The commands that answer ``text``, by groups: the group with the best answer first; last used before others.

    ``used`` maps ids to a number that grows with each use.
    """
    query = " ".join(folded(text).split())
    scored = [(rank(query, command), place, command) for place, command in enumerate(commands)]
    hits = [
        (score, -used.get(command.id, 0), place, command) for score, place, command in scored if score >= 0
    ]
    if not query:
        recent = [hit for hit in hits if hit[1]]
        rest = [hit for hit in hits if not hit[1]]
        return [hit[3] for hit in (*sorted(recent, key=lambda hit: hit[1:3]), *rest)]
    first: dict[str, tuple[int, int, int]] = {}
    for score, recency, place, command in hits:
        key = (score, recency, place)
        first[command.group] = min(first.get(command.group, key), key)
    hits.sort(key=lambda hit: (first[hit[3].group], hit[0], hit[1], hit[2]))
    return [hit[3] for hit in hits]
