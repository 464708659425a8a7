"""Tagging authors: a closed list that everybody reads the same way, and words of the team's own.

A tag of the closed list enters the audit chain by its code. A word of the team's own is free text about a person: it
stays in ``author_tags``, which can be erased, and the chain says only ``own``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from console.domain.errors import NotFound, UsageError
from console.services.deeds import MOST_TAGS, TAG, UNTAG, keep, log_of_author

if TYPE_CHECKING:
    from console.domain.comment import Author
    from console.services.roles import Actor
    from console.store import AuthorTag, Store, Tx

KNOWN: Final = ("vip", "journalist", "customer", "ambassador", "employee", "troll_watch")
"""The closed list, in the order in which it is offered."""
ON_CARD: Final = ("vip", "journalist")
"""Tags that a card of the queue shows."""
LONGEST: Final = 30

_WORDS: Final = {
    "vip": "vip",
    "journalist": "journalist",
    "journaliste": "journalist",
    "press": "journalist",
    "presse": "journalist",
    "customer": "customer",
    "client": "customer",
    "cliente": "customer",
    "ambassador": "ambassador",
    "ambassadeur": "ambassador",
    "ambassadrice": "ambassador",
    "employee": "employee",
    "salarié": "employee",
    "salariée": "employee",
    "troll watch": "troll_watch",
    "troll_watch": "troll_watch",
    "troll à surveiller": "troll_watch",
}
_NAMES: Final = {
    "vip": {"en": "VIP", "fr": "VIP"},
    "journalist": {"en": "journalist", "fr": "journaliste"},
    "customer": {"en": "customer", "fr": "client"},
    "ambassador": {"en": "ambassador", "fr": "ambassadeur"},
    "employee": {"en": "employee", "fr": "salarié"},
    "troll_watch": {"en": "troll watch", "fr": "troll à surveiller"},
}
_OWN: Final = re.compile(r"[^\W_](?:[\w '’.&+-]*[^\W_])?")


def tag_of(words: str) -> str:
    """The tag that a person means: a code of the closed list, in either language, or a word of their own, lower case.

    UsageError ``tag_invalid`` for anything but letters, digits, spaces and ``' . & + - _``, or more than 30 characters.
    """
    plain = " ".join(unicodedata.normalize("NFC", words).casefold().split())
    if plain in _WORDS:
        return _WORDS[plain]
    if not plain or len(plain) > LONGEST or _OWN.fullmatch(plain) is None:
        raise UsageError("tag_invalid", tag=words[:60], limit=LONGEST)
    return plain


def tag_word(tag: str, language: str) -> str:
    """A tag in ``fr`` or ``en``; a word of the team's own is itself."""
    return _NAMES.get(tag, {}).get("fr" if language == "fr" else "en", tag)


class Tags:
    """The use cases around tags; every method blocks, so the window calls them through ``background``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, author_id: int) -> list[AuthorTag]:
        """An author's tags, oldest first."""
        return self._store.read(lambda r: r.tags.of_author(author_id))

    def known(self) -> list[str]:
        """What can be offered: the closed list, then the team's own words, those of most authors first."""
        used = self._store.read(lambda r: r.tags.in_use())
        own = sorted((one for one in used if one not in KNOWN), key=lambda one: (-used[one], one))
        return [*KNOWN, *own]

    def tag(self, author_id: int, words: str, actor: Actor) -> bool:
        """Tag an author; False when it was there already, and then nothing is logged.

        Raises UsageError ``tag_invalid`` or ``tags_full``, NotFound and NotAllowed.
        """
        tag = tag_of(words)

        def work(tx: Tx) -> bool:
            author = _author(tx, author_id, actor)
            if len(tx.tags.of_author(author_id)) >= MOST_TAGS and not _has(tx, author_id, tag):
                raise UsageError("tags_full", limit=MOST_TAGS)
            if not tx.tags.add(author_id, tag, actor.name, tx.now):
                return False
            sequence = _note(tx, "author_tagged", author, tag, actor)
            keep(tx, TAG, actor, sequence, author_id, after={"tag": tag, "code": _code(tag)})
            return True

        return self._store.write(work).result()

    def untag(self, author_id: int, words: str, actor: Actor) -> bool:
        """Take a tag away; False when it was not there. Raises as ``tag`` does."""
        tag = tag_of(words)

        def work(tx: Tx) -> bool:
            author = _author(tx, author_id, actor)
            held = next((one for one in tx.tags.of_author(author_id) if one.tag == tag), None)
            if held is None or not tx.tags.remove(author_id, tag):
                return False
            sequence = _note(tx, "author_untagged", author, tag, actor)
            before = {"by": held.added_by, "at": held.added_at}
            keep(tx, UNTAG, actor, sequence, author_id, before=before, after={"tag": tag, "code": _code(tag)})
            return True

        return self._store.write(work).result()


def _author(tx: Tx, author_id: int, actor: Actor) -> Author:
    actor.need("decide", tx)
    found = tx.comments.author(author_id)
    if found is None:
        raise NotFound("author_not_found", id=author_id)
    return found


def _has(tx: Tx, author_id: int, tag: str) -> bool:
    return any(one.tag == tag for one in tx.tags.of_author(author_id))


def _code(tag: str) -> str:
    """What of a tag may enter the chain."""
    return tag if tag in KNOWN else "own"


def _note(tx: Tx, event: str, author: Author, tag: str, actor: Actor) -> int:
    sequence = log_of_author(tx, event, int(author.id), actor, {"tag": _code(tag)})
    tags_changed(tx, int(author.id))
    return sequence


def tags_changed(tx: Tx, author_id: int) -> None:
    """Tell that an author's cards and details show other tags; older ones than these are read anew when in sight."""
    tx.changed("tags", tuple(int(one.id) for one in tx.comments.by_author(author_id, 200)), author=author_id)
