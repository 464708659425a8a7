"""Search: full text, parts of words over folded text, and the words of authors, notes and our own replies."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from console.store.sqlite import codec
from console.store.sqlite.codec import Part
from console.store.sqlite.queue_filter import Conditions, conditions

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence

    from console.store.filters import QueueFilter

HITS: Final = 5000
"""So many comments one search may give, the newest of each source; more is said with ``Found.cut``."""
LOOKED_AT: Final = 200_000
"""So many rows that hold the words are asked for the other conditions before a search gives up."""
COMPARED: Final = 20_000
"""So many texts are compared letter by letter, because their parts alone prove nothing."""
WORDS: Final = 40
"""More than anybody types; a pasted page must not become an expression of a thousand terms."""
AUTHORS: Final = 200
BATCH: Final = 1000
TEXT, AUTHOR, NOTE, REPLY = "text", "author", "note", "reply"
_PART: Final = 3
_PREFIX: Final = 2
_CHUNK: Final = re.compile(r'(?<!\S)(-?)"([^"]*)"?|(?<!\S)(-?)([^\s"]+)|()([^\s"]+)')
_NEAR: Final = re.compile("[\u0300-\u036f]+")
_ODD: Final = re.compile("[œæøđłı’]")
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "’": "'"})


@cache
def _far() -> re.Pattern[str]:
    """Letters beyond Latin and Greek. Compiling it takes 3 ms, and no start of the window searches."""
    return re.compile("[\u0483-\u1fff\u20d0-\U0010ffff]")


def fold(text: str) -> str:
    """``text`` without letter case, accents and ligatures: what a person types who does not look for the key."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    if _far().search(apart):
        plain = "".join(one for one in apart if not unicodedata.combining(one))
    else:  # Latin and Greek: five times as quick, and a search compares thousands of texts
        plain = _NEAR.sub("", apart)
    return plain.translate(_LETTERS) if _ODD.search(plain) else plain


@dataclass(frozen=True, slots=True)
class Query:
    """Typed words: each of ``terms`` must occur, none of ``never``. A term of several words is a quoted phrase."""

    terms: tuple[tuple[str, ...], ...] = ()
    never: tuple[tuple[str, ...], ...] = ()
    beginning: bool = True
    """Whether the last term may be the beginning of a word: it is still being typed."""

    def expression(self, *, whole: bool = False) -> str:
        """For a full-text index; empty where there are no words. ``whole`` takes the last word as complete."""
        if not self.terms:
            return ""
        quoted = [_quoted(term) for term in self.terms]
        # One letter begins a tenth of all words: it is a word of its own until a second one follows.
        if not whole and self.beginning and len(self.terms[-1][-1]) >= _PREFIX:
            quoted[-1] += "*"
        return " AND ".join(quoted) + "".join(f" NOT {_quoted(term)}" for term in self.never)

    @property
    def parts(self) -> str:
        """For the index of parts, which holds three letters each; empty where no word is that long."""
        found = dict.fromkeys(
            word[at : at + _PART]
            for term in self.terms
            for word in map(fold, term)
            for at in range(len(word) - _PART + 1)
        )
        return " AND ".join(f'"{one}"' for one in list(found)[:WORDS])

    def held_by(self, folded: str) -> bool:
        """Whether a folded text holds every term as a part of it, and none that must not be there."""
        return all(_holds(folded, term) for term in self.terms) and not any(
            _holds(folded, term) for term in self.never
        )


def parse(text: str) -> Query:
    """What was typed: words, "a quoted phrase", -without. Anything else between words counts as a space."""
    terms: list[tuple[str, ...]] = []
    never: list[tuple[str, ...]] = []
    beginning = True
    for found in _CHUNK.finditer(text):
        phrase = found[2] is not None
        minus = bool(found[1] or found[3])
        words = tuple(_words(found[2] or found[4] or found[6] or ""))
        if not words or len(terms) + len(never) >= WORDS:
            continue
        target = never if minus else terms
        target.extend([words[:WORDS]] if phrase else [(word,) for word in words[: WORDS - len(target)]])
        beginning = not phrase and not minus
    return Query(tuple(terms), tuple(never), beginning)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives: the ids in the order asked for, and where the words stood if not in the text."""

    ids: array[int]
    places: dict[int, str]
    """id -> ``author``, ``note`` or ``reply``; the others were found in their text."""
    cut: bool = False
    """Whether there are more than could be given: these are the newest."""


class Search(Part):
    """Finds comments by words, and keeps the index of parts up to date."""

    def hits(self, wanted: QueueFilter, limit: int = HITS) -> tuple[dict[int, str], bool]:
        """(id -> where the words stood, whether more were found) of at most ``limit`` per source, newest first."""
        query = parse(wanted.text)
        expression = query.expression()
        if not expression:
            return {}, False
        # The beginning of a word is a part of it: where the parts are known, they are ten times quicker to ask.
        last = query.terms[-1][-1]
        in_parts = all(len(fold(one)) >= _PART for one in query.terms[-1]) and not self.parts_left()
        words = query.expression(whole=in_parts) if len(last) >= _PART else expression
        rows = conditions(replace(wanted, text=""), by_id=True)
        cut = False
        found: dict[int, str] = {}
        for place, ids in (
            (TEXT, self._texts(words, rows, limit)),
            (AUTHOR, self._authors(expression, rows, limit)),
            (NOTE, self._notes(expression, rows, limit)),
            (REPLY, self._replies(expression, rows, limit)),
        ):
            given = list(ids)
            cut = cut or len(given) > limit
            for one in given[:limit]:
                found.setdefault(one, place)
            if place == TEXT:
                if len(given) <= limit and self._beyond(words):
                    cut = True
                more, unseen = self._parts(query, rows, limit - len(found), found)
                cut = cut or unseen
                found.update(dict.fromkeys(more, TEXT))
        return found, cut

    def _texts(self, expression: str, rows: Conditions, limit: int) -> Iterable[int]:
        sql = (
            "SELECT c.id FROM (SELECT rowid AS id FROM comments_fts WHERE comments_fts MATCH ?"
            f" ORDER BY rowid DESC LIMIT {LOOKED_AT}) f CROSS JOIN comments c NOT INDEXED ON c.id = f.id"
            f" WHERE {rows.where} LIMIT ?"
        )
        return (row[0] for row in self._db.execute(sql, (expression, *rows.values, limit + 1)))

    def _beyond(self, expression: str) -> bool:
        """Whether more rows hold the words than were looked at."""
        sql = f"SELECT 1 FROM comments_fts WHERE comments_fts MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET {LOOKED_AT}"
        return self._db.execute(sql, (expression,)).fetchone() is not None

    def _parts(
        self, query: Query, rows: Conditions, limit: int, known: dict[int, str]
    ) -> tuple[list[int], bool]:
        """Texts with the words inside longer ones. The index says which may hold them; the text decides."""
        parts = query.parts
        if not parts or limit <= 0:
            return [], False
        sql = (
            "SELECT c.id, c.text FROM (SELECT rowid AS id FROM comments_part_fts WHERE comments_part_fts MATCH ?"
            f" ORDER BY rowid DESC LIMIT {LOOKED_AT}) f CROSS JOIN comments c NOT INDEXED ON c.id = f.id"
            f" WHERE {rows.where} LIMIT {COMPARED}"
        )
        given: list[int] = []
        compared = 0
        for number, text in self._db.execute(sql, (parts, *rows.values)):
            compared += 1
            if number not in known and query.held_by(fold(text)):
                given.append(number)
                if len(given) >= limit:
                    return given, True
        return given, compared >= COMPARED

    def _authors(self, expression: str, rows: Conditions, limit: int) -> Iterable[int]:
        sql = (
            "SELECT c.id FROM comments c INDEXED BY comments_author WHERE c.author_id IN"
            f" (SELECT rowid FROM authors_fts WHERE authors_fts MATCH ? LIMIT {AUTHORS})"
            f" AND {rows.where} LIMIT ?"
        )
        return (row[0] for row in self._db.execute(sql, (expression, *rows.values, limit + 1)))

    def _notes(self, expression: str, rows: Conditions, limit: int) -> Iterable[int]:
        """Notes on the comment itself, and on its author."""
        held = "SELECT rowid FROM notes_fts WHERE notes_fts MATCH ? ORDER BY rowid DESC LIMIT 1000"
        for source, column in (
            ("comments c NOT INDEXED", "c.id"),
            ("comments c INDEXED BY comments_author", "c.author_id"),
        ):
            named = "comment_id" if column == "c.id" else "author_id"
            sql = (
                f"SELECT c.id FROM {source} WHERE {column} IN (SELECT n.{named} FROM notes n WHERE n.id IN ({held})"
                f" AND n.{named} IS NOT NULL{' AND n.comment_id IS NULL' if named == 'author_id' else ''})"
                f" AND {rows.where} LIMIT ?"
            )
            yield from (row[0] for row in self._db.execute(sql, (expression, *rows.values, limit + 1)))

    def _replies(self, expression: str, rows: Conditions, limit: int) -> Iterable[int]:
        sql = (
            "SELECT c.id FROM comments c NOT INDEXED WHERE c.id IN (SELECT d.comment_id FROM decisions d WHERE d.id IN"
            " (SELECT rowid FROM decisions_fts WHERE decisions_fts MATCH ? ORDER BY rowid DESC LIMIT 5000))"
            f" AND {rows.where} LIMIT ?"
        )
        return (row[0] for row in self._db.execute(sql, (expression, *rows.values, limit + 1)))

    # ------------------------------------------------------------------ the index of parts

    def parts_done(self) -> int:
        """The newest comment whose parts are indexed; what came later is found by its words alone until it is."""
        return int(self._db.execute("SELECT value FROM meta WHERE key = 'part_done'").fetchone()[0])

    def parts_left(self) -> bool:
        """Whether some comments wait for the index of parts."""
        row = self._db.execute("SELECT 1 FROM comments WHERE id > ? LIMIT 1", (self.parts_done(),)).fetchone()
        return row is not None

    def index_parts(self, limit: int = BATCH) -> int:
        """Index the parts of the next ``limit`` comments; how many there were. In a transaction of the writer."""
        rows = self._db.execute(
            "SELECT id, text FROM comments WHERE id > ? ORDER BY id LIMIT ?", (self.parts_done(), limit)
        ).fetchall()
        if rows:
            self._db.executemany(
                "INSERT INTO comments_part_fts (rowid, text) VALUES (?, ?)",
                [(number, fold(text)) for number, text in rows],
            )
            self._db.execute("UPDATE meta SET value = ? WHERE key = 'part_done'", (str(rows[-1][0]),))
        return len(rows)

    def edited(self, comment_id: int, before: str, after: str) -> None:
        """A text has changed: its old parts leave the index, the new ones come in."""
        if comment_id <= self.parts_done():
            self._forget_parts([(comment_id, before)])
            self._db.execute(
                "INSERT INTO comments_part_fts (rowid, text) VALUES (?, ?)", (comment_id, fold(after))
            )

    def forget(self, ids: Sequence[int]) -> None:
        """Take the texts of these comments out of both indexes; call it before the rows or their texts are erased.

        The indexes then find them no more. What their words left in the files' pages goes with ``settle``.
        """
        fts_done = int(self._db.execute("SELECT value FROM meta WHERE key = 'fts_done'").fetchone()[0])
        parts_done = self.parts_done()
        for part in _chunks(ids):
            marks = ",".join("?" * len(part))
            rows = self._db.execute(f"SELECT id, text FROM comments WHERE id IN ({marks})", part).fetchall()
            self._db.executemany(
                "INSERT INTO comments_fts (comments_fts, rowid, text) VALUES ('delete', ?, ?)",
                [row for row in rows if row[0] <= fts_done],
            )
            self._forget_parts([row for row in rows if row[0] <= parts_done])

    def settle(self) -> None:
        """Rewrite the indexes without what was forgotten: seconds per 100,000 comments, once after an erasure."""
        for table in ("comments_fts", "comments_part_fts", "notes_fts", "decisions_fts", "authors_fts"):
            self._db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")

    def _forget_parts(self, rows: Sequence[tuple[int, str]]) -> None:
        self._db.executemany(
            "INSERT INTO comments_part_fts (comments_part_fts, rowid, text) VALUES ('delete', ?, ?)",
            [(number, fold(text)) for number, text in rows],
        )


def within(found: dict[int, str]) -> str:
    """The ids of a search as the JSON list that ``conditions`` takes."""
    return codec.dumps(list(found))


def _words(text: str) -> list[str]:
    # Letters, digits and their marks, as the index sees them: a combining accent is part of its word, nothing else is.
    kept = (one if one.isalnum() or unicodedata.category(one)[0] == "M" else " " for one in text)
    return "".join(kept).split()


def _quoted(term: tuple[str, ...]) -> str:
    return '"' + " ".join(term) + '"'


def _holds(folded: str, term: tuple[str, ...]) -> bool:
    if len(term) == 1:
        return fold(term[0]) in folded
    return " ".join(map(fold, term)) in " ".join(_words(folded))


def _chunks(ids: Sequence[int], size: int = 500) -> Iterator[list[int]]:
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])
