"""Tags of authors: what the team calls people, a few words each, kept outside the audit chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class AuthorTag:
    """One tag of an author: a code of the closed list, or a word of the team's own."""

    tag: str
    added_by: str
    added_at: int  # UTC epoch seconds


class Tags(Part):
    """Tags by author and authors by tag."""

    def of_author(self, author_id: int) -> list[AuthorTag]:
        """An author's tags, oldest first."""
        return [
            AuthorTag(*row)
            for row in self._db.execute(
                "SELECT tag, added_by, added_at FROM author_tags WHERE author_id = ? ORDER BY added_at, tag",
                (author_id,),
            )
        ]

    def of_authors(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The tags of many authors (a page of cards); who has none is left out."""
        marks = ",".join(str(int(one)) for one in set(ids)) or "NULL"
        found: dict[int, list[str]] = {}
        for author_id, tag in self._db.execute(
            f"SELECT author_id, tag FROM author_tags WHERE author_id IN ({marks}) ORDER BY added_at, tag"
        ):
            found.setdefault(author_id, []).append(tag)
        return {author: tuple(tags) for author, tags in found.items()}

    def in_use(self) -> dict[str, int]:
        """Every tag in use and how many authors have it, by tag."""
        return dict(
            self._db.execute("SELECT tag, count(*) FROM author_tags GROUP BY tag ORDER BY tag").fetchall()
        )

    def add(self, author_id: int, tag: str, by: str, now: int) -> bool:
        """Tag an author; False when it was there already."""
        changed = self._db.execute(
            "INSERT OR IGNORE INTO author_tags (author_id, tag, added_by, added_at) VALUES (?, ?, ?, ?)",
            (author_id, tag, by, now),
        )
        return bool(changed.rowcount)

    def remove(self, author_id: int, tag: str) -> bool:
        """Take a tag away; False when it was not there."""
        changed = self._db.execute(
            "DELETE FROM author_tags WHERE author_id = ? AND tag = ?", (author_id, tag)
        )
        return bool(changed.rowcount)

    def drop(self, author_id: int) -> None:
        """Take every tag of an author away."""
        self._db.execute("DELETE FROM author_tags WHERE author_id = ?", (author_id,))
