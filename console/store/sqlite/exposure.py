"""How many harsh texts the whole team read on a day, by category: no name, no comment, no time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Mapping


class Exposure(Part):
    """Days are proleptic Gregorian ordinals of the local calendar."""

    def add(self, day: int, counts: Mapping[str, int]) -> None:
        """Add to the totals of ``day``; every number is at least 1."""
        self._db.executemany(
            """INSERT INTO exposure_totals (day, category, n) VALUES (?, ?, ?)
               ON CONFLICT (day, category) DO UPDATE SET n = n + excluded.n""",
            [(day, category, number) for category, number in sorted(counts.items())],
        )

    def of_day(self, day: int) -> dict[str, int]:
        """Category to number."""
        return dict(
            self._db.execute(
                "SELECT category, n FROM exposure_totals WHERE day = ? ORDER BY category", (day,)
            ).fetchall()
        )

    def forget_before(self, day: int) -> None:
        """Drop the totals of earlier days."""
        self._db.execute("DELETE FROM exposure_totals WHERE day < ?", (day,))
