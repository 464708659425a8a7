"""Spelling of replies, offline: dictionaries read when first needed and dropped again, personal words in a file.

The word lists come with pyspellchecker (MIT). One takes 15 to 30 MB, so that only one language is held at a time. It warns;
nothing that is sent depends on it.
"""

from __future__ import annotations

import gzip
import json
import pkgutil
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.errors import NotFound, UsageError
from console.files import whole
from console.services.spelling_words import (
    LONGEST,
    bare_part,
    is_name,
    like,
    names,
    plain,
    tokens,
    ways,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from spellchecker import SpellChecker

    from console.services.replies import Replies
    from console.store import Reading, Store

LANGUAGES: Final = ("fr", "en")
REST_SECONDS: Final = 180
"""A dictionary that nobody asked for so long is dropped."""
MOST: Final = 6
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word that no dictionary has: ``[start, end)`` in code points of the text, without an elided article."""

    start: int
    end: int
    word: str


class Spelling:
    """The use cases. Methods block while a dictionary is read: call them off the GUI thread."""

    def __init__(
        self,
        store: Store,
        replies: Callable[[], Replies],
        resources: Path,
        words: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``words`` is the file of personal words, one a line, made with the first one."""
        self._store, self._replies = store, replies
        self._resources, self._file = resources, words
        self._clock = clock
        self._lock = threading.Lock()
        self._held: tuple[str, SpellChecker, frozenset[str]] | None = None
        self._used = 0.0

    # ------------------------------------------------------------------ asking

    def check(self, text: str, language: str, comment_id: int = 0) -> tuple[Misspelt, ...]:
        """The words of ``text`` that nobody knows, in order.

        What stands in the comment, its thread's post, the names of author and channel, the policy's name or a saved
        reply is known. UsageError ``spelling_language``; a ``comment_id`` of 0, or one that is gone, brings no names.
        """
        known = self.names(comment_id) | self.personal()
        with self._lock:
            checker, more = self._dictionary(language)
            found = []
            for token in tokens(text):
                if is_name(token):
                    continue
                before, bare = bare_part(token.text, language)
                if not _known(token.text, language, checker, more | known):
                    found.append(Misspelt(token.start + len(before), token.end, bare))
            return tuple(found)

    def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """At most six words that may be meant, likeliest first, in the case of ``word``."""
        with self._lock:
            checker, more = self._dictionary(language)
            given = plain(word)
            near = set(checker.candidates(given) or ()) | (more & set(checker.edit_distance_1(given)))
            near |= {plain(one) for one in self.personal()} & set(checker.edit_distance_1(given))
            near.discard(given)
            if not near:
                near = set(_farther(given, checker))
            ranked = sorted(near, key=lambda one: (one[:1] != given[:1], -checker.word_frequency[one], one))
            return tuple(like(one, word) for one in ranked[:MOST])

    def names(self, comment_id: int) -> frozenset[str]:
        """Names and words that are right because they stand in the comment, its surroundings or a saved reply."""
        texts = [
            part
            for reply in self._replies().listed()
            for variant in reply.variants.values()
            for part in (variant.title, variant.text)
        ]

        def read(reading: Reading) -> list[str]:
            comment = reading.comments.get(comment_id) if comment_id else None
            if comment is None:
                return []
            channel = reading.channels.get(comment.channel_id)
            return [
                comment.author_name, comment.author_handle, comment.post_title or "",
                *((channel.name, channel.handle or "") if channel is not None else ()),
                *_capitals(comment.text),
            ]  # fmt: skip

        return names([*texts, *self._store.read(read)])

    # ------------------------------------------------------------------ personal words

    def personal(self) -> frozenset[str]:
        """The words a person added on this machine, as ``plain`` writes them."""
        return frozenset(plain(one) for one in self.words())

    def words(self) -> tuple[str, ...]:
        """The personal words as they were added, by alphabet."""
        try:
            lines = self._file.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return ()
        return tuple(sorted({one.strip() for one in lines if one.strip()}, key=str.casefold))

    def add(self, word: str) -> tuple[str, ...]:
        """Add a personal word; all of them. UsageError ``spelling_word`` for what is no word."""
        clean = word.strip().strip("'’-")
        if not clean or len(clean) > LONGEST or not all(one.isalpha() or one in "'’-" for one in clean):
            raise UsageError("spelling_word", word=word[:80])
        with self._lock:
            if plain(clean) not in self.personal():
                self._write([*self.words(), clean])
        return self.words()

    def remove(self, word: str) -> tuple[str, ...]:
        """Take a personal word out; those that are left. NotFound ``spelling_unknown``."""
        with self._lock:
            left = [one for one in self.words() if plain(one) != plain(word.strip())]
            if len(left) == len(self.words()):
                raise NotFound("spelling_unknown", word=word[:80])
            self._write(left)
        return self.words()

    def _write(self, words: Sequence[str]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with whole(self._file) as out:
            out.writelines(f"{one}\n" for one in sorted(words, key=str.casefold))

    # ------------------------------------------------------------------ dictionaries

    @property
    def held(self) -> str:
        """The language whose dictionary is in memory; empty for none."""
        return "" if self._held is None else self._held[0]

    def rest(self) -> bool:
        """Drop a dictionary that nobody asked for since ``REST_SECONDS``; whether none is held now."""
        with self._lock:
            if self._held is not None and self._clock() - self._used >= REST_SECONDS:
                self._held = None
            return self._held is None

    def _dictionary(self, language: str) -> tuple[SpellChecker, frozenset[str]]:
        if language not in LANGUAGES:
            raise UsageError("spelling_language", language=language[:20], known=", ".join(LANGUAGES))
        if self._held is None or self._held[0] != language:
            self._held = None  # before the next one is read: never both
            self._held = (language, _read(language), self._more(language))
        self._used = self._clock()
        return self._held[1], self._held[2]

    def _more(self, language: str) -> frozenset[str]:
        """Words of the trade that the library's list lacks."""
        path = self._resources / "replies" / f"words.{language}.txt"
        lines = path.read_text("utf-8").splitlines()
        return frozenset(plain(one) for one in lines if one.strip() and not one.startswith("#"))


def _known(word: str, language: str, checker: SpellChecker, more: frozenset[str]) -> bool:
    return any(
        all(part in more or part in checker.word_frequency for part in parts)
        for parts in ways(word, language)
    )


def _capitals(text: str) -> list[str]:
    """The words of a comment that begin with a capital: names, as a rule."""
    return [token.text for token in tokens(text) if token.text[:1].isupper()]


def _farther(word: str, checker: SpellChecker) -> list[str]:
    """Words that share most letters with ``word``: for two slips in one word, where one letter more or less is not it."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, "", word, autojunk=False)
    scored = []
    for one in checker.word_frequency.keys():  # noqa: SIM118 - no mapping
        if one[:1] != word[:1] or abs(len(one) - len(word)) > 2:
            continue
        matcher.set_seq1(one)
        if matcher.real_quick_ratio() > 0.74 and matcher.quick_ratio() > 0.74 and matcher.ratio() > 0.74:
            scored.append((matcher.ratio(), one))
    return [one for _, one in sorted(scored, reverse=True)[: MOST * 2]]


def _read(language: str) -> SpellChecker:
    """The library's list for a language, parsed in pieces: one parse of it all would hold every thread for 60 ms."""
    from spellchecker import SpellChecker

    packed = pkgutil.get_data("spellchecker", f"resources/{language}.json.gz")
    assert packed is not None
    text = gzip.decompress(packed).decode("utf-8").strip().removeprefix("{").removesuffix("}")
    found: dict[str, int] = {}
    start = 0
    while start < len(text):
        end = text.find(', "', start + _PIECE)
        end = len(text) if end < 0 else end
        found.update(json.loads("{" + text[start:end].lstrip(", ") + "}"))
        start = end
        time.sleep(0)
    checker = SpellChecker(language=None, distance=1, case_sensitive=True)
    checker.word_frequency.load_json(found)
    return checker
