"""Likeness of comments: keys, sketches and bands under which near-duplicates are found, and the groups they form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import CommentState
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CHUNK: Final = 400
MEMBER, FOUNDER, OUT = 0, 1, 2
"""What a row is: one of many, the one whose bands lead to its group (or to itself), taken out by a person."""


@dataclass(frozen=True, slots=True)
class LikenessRow:
    """What is kept of one comment's text. ``bands`` are empty unless it is a FOUNDER."""

    comment_id: int
    revision: int
    exact: int
    role: int
    skeleton: int = 0
    sketch: bytes = b""
    bands: tuple[int, ...] = ()


Grouped = tuple[int, int, str, int, int | None]
"""One comment of a group, as folding a view needs it, 50,000 at a time: id, group, category, author, post."""


def _packed(row: LikenessRow) -> bytes:
    if row.role == OUT:
        return bytes([OUT])
    head = bytes([row.role]) + row.skeleton.to_bytes(8, "big", signed=True)
    if row.role == MEMBER:
        return head
    return head + row.sketch + b"".join(one.to_bytes(4, "big") for one in row.bands)


def _row(found: tuple[int, int, int, bytes]) -> LikenessRow:
    comment_id, revision, exact, blob = found
    role = blob[0] if blob else MEMBER
    if role == OUT:
        return LikenessRow(comment_id, revision, exact, role)
    skeleton = int.from_bytes(blob[1:9], "big", signed=True)
    bands = tuple(int.from_bytes(blob[at : at + 4], "big") for at in range(41, len(blob), 4))
    return LikenessRow(comment_id, revision, exact, role, skeleton, blob[9:41], bands)


class Likeness(Part):
    """Operations on ``likeness``, ``likeness_bands`` and ``comments.alike_id``."""

    def rows(self, ids: Sequence[int]) -> dict[int, LikenessRow]:
        """What is kept of these comments' texts."""
        return {
            row[0]: _row(row)
            for part in _parts(ids)
            for row in self._db.execute(
                f"SELECT comment_id, revision, exact, sketch FROM likeness WHERE comment_id IN ({part})"
            )
        }

    def put(self, row: LikenessRow) -> None:
        """Keep a row; a FOUNDER's bands lead to it from now on."""
        self._db.execute(
            "INSERT OR REPLACE INTO likeness (comment_id, revision, exact, sketch) VALUES (?, ?, ?, ?)",
            (row.comment_id, row.revision, row.exact, _packed(row)),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO likeness_bands (band, value, comment_id) VALUES (?, ?, ?)",
            [(band, value, row.comment_id) for band, value in enumerate(row.bands)],
        )

    def drop(self, row: LikenessRow) -> None:
        """Forget a row and its bands."""
        self._db.execute("DELETE FROM likeness WHERE comment_id = ?", (row.comment_id,))
        self._db.executemany(
            "DELETE FROM likeness_bands WHERE band = ? AND value = ? AND comment_id = ?",
            [(band, value, row.comment_id) for band, value in enumerate(row.bands)],
        )

    def twin(self, exact: int) -> int | None:
        """Some comment with this exact key: one row of an index, however many there are."""
        row = self._db.execute(
            "SELECT comment_id FROM likeness INDEXED BY likeness_exact WHERE exact = ? LIMIT 1", (exact,)
        ).fetchone()
        return None if row is None else int(row[0])

    def near(self, bands: Sequence[int], each: int) -> list[int]:
        """Founders that share bands, those that share most first; at most the ``each`` newest of a band are looked at."""
        hits: dict[int, int] = {}
        for band, value in enumerate(bands):
            for (found,) in self._db.execute(
                "SELECT comment_id FROM likeness_bands WHERE band = ? AND value = ?"
                " ORDER BY comment_id DESC LIMIT ?",
                (band, value, each),
            ):
                hits[found] = hits.get(found, 0) + 1
        return sorted(hits, key=lambda one: (-hits[one], one))

    def group_of(self, comment_id: int) -> int | None:
        """The group of a comment."""
        row = self._db.execute("SELECT alike_id FROM comments WHERE id = ?", (comment_id,)).fetchone()
        return None if row is None else row[0]

    def set_group(self, ids: Iterable[int], group: int | None) -> None:
        """Put comments into a group, or (None) into none."""
        self._db.executemany("UPDATE comments SET alike_id = ? WHERE id = ?", [(group, one) for one in ids])

    def members(self, group: int, limit: int | None = None) -> list[int]:
        """Comments of a group, oldest first within a state; ``limit`` bounds how many are read."""
        found = self._db.execute(
            "SELECT id FROM comments INDEXED BY comments_alike WHERE alike_id = ?"
            + ("" if limit is None else f" LIMIT {int(limit)}"),
            (group,),
        )
        return [row[0] for row in found]

    def text(self, comment_id: int) -> tuple[int, str] | None:
        """Revision and text of a comment."""
        row = self._db.execute(
            "SELECT revision, text, text_bytes FROM comments WHERE id = ?", (comment_id,)
        ).fetchone()
        return None if row is None else (row[0], codec.exact(row[1], row[2]))

    def lacking(self, after: int, window: int) -> tuple[list[tuple[int, int, str]], int]:
        """(id, revision, text) of comments that were read and have no row, among the ``window`` ids behind ``after``;
        and the id up to which that looked, ``after`` itself where there is nothing behind.
        """
        upto = int(
            self._db.execute(
                "SELECT coalesce(max(id), ?) FROM (SELECT id FROM comments WHERE id > ? ORDER BY id LIMIT ?)",
                (after, after, window),
            ).fetchone()[0]
        )
        rows = self._db.execute(
            "SELECT c.id, c.revision, c.text, c.text_bytes FROM comments c"
            " LEFT JOIN likeness l ON l.comment_id = c.id AND l.revision = c.revision"
            " WHERE c.id > ? AND c.id <= ? AND c.verdict_id IS NOT NULL AND c.state <> ? AND l.comment_id IS NULL"
            " ORDER BY c.id",
            (after, upto, int(CommentState.OURS)),
        )
        return [(row[0], row[1], codec.exact(row[2], row[3])) for row in rows], upto

    def grouped(self, ids: Sequence[int] | None = None) -> list[Grouped]:
        """Every comment that is in a group, or those of ``ids``; read from one index where all are asked for."""
        columns = "id, alike_id, category, author_id, post_id"
        if ids is None:
            found = self._db.execute(
                f"SELECT {columns} FROM comments INDEXED BY comments_alike WHERE alike_id IS NOT NULL"
            )
            return found.fetchall()
        return [
            row
            for part in _parts(ids)
            for row in self._db.execute(
                f"SELECT {columns} FROM comments WHERE id IN ({part}) AND alike_id IS NOT NULL"
            )
        ]

    def any_group(self) -> bool:
        """Whether there is any group at all: one look into an index."""
        return (
            self._db.execute(
                "SELECT 1 FROM comments INDEXED BY comments_alike WHERE alike_id IS NOT NULL LIMIT 1"
            ).fetchone()
            is not None
        )


def _parts(ids: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(ids), _CHUNK):
        yield ",".join(str(int(one)) for one in ids[start : start + _CHUNK])
