"""Filters typed among the words of a search: ``author:``, ``tag:``, ``channel:``, ``lang:``, ``is:late|mine|masked``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from console.domain.errors import UsageError
from console.services.exposure import MASK_FROM
from console.services.narrowing import NOTHING, both
from console.services.tags import tag_of
from console.services.views import names_of

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import QueueFilter, Reading

_NOBODY: Final = -1
"""No author and no channel has this id."""
_TERM: Final = re.compile(r'(?<!\S)([^\W\d_]+):("[^"]*"|[^\s"]+)(?!\S)')
_KEYS: Final = {
    "author": "author", "auteur": "author", "tag": "tag", "etiquette": "tag", "channel": "channel", "canal": "channel",
    "lang": "lang", "langue": "lang", "is": "is", "est": "is",
}  # fmt: skip
_STATES: Final = {
    "late": "late", "retard": "late", "mine": "mine", "moi": "mine", "masked": "masked", "masque": "masked",
}  # fmt: skip
_LANGUAGE: Final = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Term:
    """One filter: ``key`` is author, tag, channel, lang or is; ``typed`` the words as they stand in the search."""

    key: str
    value: str
    typed: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A search taken apart: its words, and the filters among them."""

    words: str
    terms: tuple[Term, ...] = ()


def taken_apart(text: str) -> Typed:
    """Filters and words of a search. What is no filter, or none with a sense, stays a word to be searched."""
    terms: list[Term] = []
    rest: list[str] = []
    done = 0
    for found in _TERM.finditer(text):
        term = _term(_fold(found[1]), found[2].strip('"').strip(), found[0])
        if term is None:
            continue
        terms.append(term)
        rest.append(text[done : found.start()])
        done = found.end()
    rest.append(text[done:])
    return Typed(" ".join("".join(rest).split()) if terms else text, tuple(terms))


def _term(key: str, value: str, typed: str) -> Term | None:
    name = _KEYS.get(key)
    if name is None or not value:
        return None
    if name == "is":
        state = _STATES.get(_fold(value))
        return None if state is None else Term(name, state, typed)
    if name == "lang":
        return Term(name, value.lower(), typed) if _LANGUAGE.fullmatch(value.lower()) else None
    if name == "tag":
        try:
            return Term(name, tag_of(value), typed)
        except UsageError:
            return None
    if name == "author" and len(_fold(value.lstrip("@"))) < 2:
        return None  # still being typed
    return Term(name, value, typed)


def without(text: str, typed: str) -> str:
    """A search less one of its filters, as it stands there."""
    before, _, after = text.partition(typed)
    return " ".join(f"{before.rstrip()} {after.lstrip()}".split())


def resolved(reading: Reading, wanted: QueueFilter, actor: Actor, now: int) -> QueueFilter:
    """``wanted`` with the filters in its text as conditions: all of them hold, one that names nobody finds nothing.

    Of several channels or authors that a name fits any will do; tags and languages add up likewise.
    """
    found = taken_apart(wanted.text)
    if not found.terms:
        return wanted
    made = replace(wanted, text=found.words)
    tags = tuple(one.value for one in found.terms if one.key == "tag")
    languages = tuple(one.value for one in found.terms if one.key == "lang")
    if tags:
        made = replace(made, tags=both(made.tags, tags, NOTHING))
    if languages:
        made = replace(made, languages=both(made.languages, languages, NOTHING))
    for one in found.terms:
        if one.key == "author":
            ids = tuple(reading.people.ids_named(one.value)) or (_NOBODY,)
            made = replace(made, authors=both(made.authors, ids, _NOBODY))
        elif one.key == "channel":
            made = replace(made, channels=both(made.channels, _channels(reading, one.value), _NOBODY))
        elif one.key == "is":
            made = _is(made, one.value, actor, now)
    return made


def _is(made: QueueFilter, state: str, actor: Actor, now: int) -> QueueFilter:
    if state == "late":
        return replace(made, due_before=now if made.due_before is None else min(made.due_before, now))
    if state == "masked":
        return replace(made, severity_min=max(made.severity_min or 0, MASK_FROM))
    given = made.assignee
    here = names_of(actor)
    if given is None:
        return replace(made, assignee=here)
    return replace(made, assignee=both((given,) if isinstance(given, str) else given, here, NOTHING))


def _channels(reading: Reading, value: str) -> tuple[int, ...]:
    wanted = _fold(value)
    return tuple(
        int(one.id)
        for one in reading.channels.all()
        if any(wanted in _fold(word) for word in (one.name, one.handle, one.kind))
    ) or (_NOBODY,)


def _fold(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
