"""Saved views of the queue: rows of a name, an owner (empty: the team) and a filter as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLUMNS = "id, name, owner, filter, position"


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One saved view as stored."""

    id: int
    name: str
    owner: str
    body: Mapping[str, Any]
    position: int


class SavedViewRows(Part):
    """The table ``saved_views``."""

    def of(self, person: str) -> list[ViewRow]:
        """The team's views, then a person's own, each in their order."""
        return [
            _row(row)
            for row in self._db.execute(
                f"SELECT {_COLUMNS} FROM saved_views WHERE owner IN ('', ?) ORDER BY owner <> '', position, id",
                (person,),
            )
        ]

    def get(self, number: int) -> ViewRow | None:
        """One view."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM saved_views WHERE id = ?", (number,)).fetchone()
        return None if row is None else _row(row)

    def add(self, name: str, owner: str, body: Mapping[str, Any], by: str, now: int) -> int:
        """Append a view; its id."""
        cursor = self._db.execute(
            """INSERT INTO saved_views (name, owner, filter, position, created_at, created_by)
               VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_views WHERE owner = ?), ?, ?)""",
            (name, owner, codec.dumps(dict(body)), owner, now, by),
        )
        return int(cursor.lastrowid or 0)

    def set(self, number: int, name: str, body: Mapping[str, Any]) -> None:
        """Change name and filter."""
        self._db.execute(
            "UPDATE saved_views SET name = ?, filter = ? WHERE id = ?",
            (name, codec.dumps(dict(body)), number),
        )

    def place(self, numbers: list[int]) -> None:
        """Give these views the positions 1, 2, 3..."""
        self._db.executemany(
            "UPDATE saved_views SET position = ? WHERE id = ?",
            [(place, number) for place, number in enumerate(numbers, 1)],
        )

    def remove(self, number: int) -> None:
        """Drop a view."""
        self._db.execute("DELETE FROM saved_views WHERE id = ?", (number,))


def _row(row: tuple[Any, ...]) -> ViewRow:
    try:
        body = codec.loads(row[3])
    except ValueError:  # somebody changed the file by hand
        body = {}
    return ViewRow(row[0], row[1], row[2], body if isinstance(body, dict) else {}, row[4])
