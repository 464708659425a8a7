"""Authors found by a part of their name or handle, accents folded, with how much is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.store.sqlite.search import fold

if TYPE_CHECKING:
    import sqlite3

LOOKED_AT: Final = 60
"""So many matches are read before the best are chosen: two letters match half of all authors."""

FILTERED: Final = 5_000
"""Authors that one filter by name takes in."""


@dataclass(frozen=True, slots=True)
class Person:
    """An author. ``comments`` are those kept here, ``strikes`` those that stand."""

    id: int
    kind: str
    name: str
    handle: str
    comments: int
    strikes: int


class People:
    """Reads of one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def named(self, text: str, limit: int = 6) -> list[Person]:
        """Up to ``limit`` authors whose name or handle holds ``text``: beginnings first, then who wrote most."""
        people = [
            (rank, Person(author, kind, name, handle, self._comments(author), self._strikes(author)))
            for rank, author, kind, name, handle in self._looked_up(text)
        ]
        people.sort(key=lambda one: (one[0], -one[1].comments, one[1].name, one[1].id))
        return [person for _, person in people[:limit]]

    def ids_named(self, text: str) -> list[int]:
        """Authors whose name or handle holds ``text``, at most 5,000 of them."""
        return [author for _, author, _, _, _ in self._looked_up(text, FILTERED)]

    def _looked_up(self, text: str, most: int = LOOKED_AT) -> list[tuple[int, int, str, str, str]]:
        """(0 for a beginning of a name, author, kind, name, handle)."""
        wanted = fold(text.strip().lstrip("@"))
        if len(wanted) < 2:
            return []
        like = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        # SQLite folds the case of ASCII alone; names with other letters come along and are folded here.
        rows = self._db.execute(
            "SELECT id, kind, name, handle FROM authors WHERE ours = 0 AND (name LIKE ?1 ESCAPE '\\'"
            " OR handle LIKE ?1 ESCAPE '\\' OR name GLOB '*[^ -~]*')",
            (like,),
        )
        found: list[tuple[int, int, str, str, str]] = []
        for author, kind, name, handle in rows:
            folded = fold(name), fold(handle)
            if any(wanted in one for one in folded):
                begins = any(
                    part.lstrip("@").startswith(wanted) for one in folded for part in (one, *one.split())
                )
                found.append((0 if begins else 1, author, kind, name, handle))
                if len(found) >= most:
                    break
        return found

    def _comments(self, author: int) -> int:
        row = self._db.execute("SELECT count(*) FROM comments WHERE author_id = ?", (author,)).fetchone()
        return int(row[0])

    def _strikes(self, author: int) -> int:
        row = self._db.execute(
            "SELECT count(*) FROM strikes WHERE author_id = ? AND revoked_at IS NULL", (author,)
        ).fetchone()
        return int(row[0])
