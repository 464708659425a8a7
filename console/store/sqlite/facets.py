"""What a filter may choose from: languages, severities and posts that exist, with counts where an index gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.store.sqlite.codec import Part
from console.store.sqlite.queue_filter import BAND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.vocabulary import CommentState

POSTS = 300


class FacetRows(Part):
    """Values of the facets; each read is one range of an index. ``within``: these categories alone, empty for any."""

    def languages(self, states: Sequence[CommentState], within: Sequence[str] = ()) -> dict[str, int]:
        """Language -> comments in these states, the commonest first; unknown languages are left out."""
        only, values = _within(within)
        found: dict[str, int] = {}
        for state in states:
            for language, number in self._db.execute(
                "SELECT language, count(*) FROM comments INDEXED BY comments_queue"
                f" WHERE state = ?{only} GROUP BY language",
                (int(state), *values),
            ):
                if language:
                    found[language] = found.get(language, 0) + number
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    def severities(self, states: Sequence[CommentState], within: Sequence[str] = ()) -> dict[int, int]:
        """Severity -> comments in these states of at least that severity."""
        only, values = _within(within)
        marks = ",".join(str(int(one)) for one in states)
        return {
            severity: self._db.execute(
                "SELECT count(*) FROM comments INDEXED BY comments_queue"
                f" WHERE state IN ({marks}) AND qkey < ?{only}",
                ((6 - severity) * BAND, *values),
            ).fetchone()[0]
            for severity in range(1, 6)
        }

    def channel_counts(self, states: Sequence[CommentState], within: Sequence[str] = ()) -> dict[int, int]:
        """Channel -> comments in these states, from the counters."""
        only, values = _within(within)
        marks = ",".join(str(int(one)) for one in states)
        return dict(
            self._db.execute(
                f"SELECT channel_id, sum(n) FROM counters WHERE state IN ({marks}){only} GROUP BY channel_id",
                values,
            ).fetchall()
        )

    def category_counts(self, states: Sequence[CommentState]) -> dict[str, int]:
        """Category -> comments in these states, from the counters."""
        marks = ",".join(str(int(one)) for one in states)
        return dict(
            self._db.execute(
                f"SELECT category, sum(n) FROM counters WHERE state IN ({marks}) GROUP BY category HAVING sum(n) > 0"
            ).fetchall()
        )

    def posts(self, limit: int = POSTS) -> list[tuple[int, str, str]]:
        """The newest posts: (id, title, channel's name)."""
        return [
            (row[0], row[1], row[2])
            for row in self._db.execute(
                "SELECT p.id, CASE p.title WHEN '' THEN p.remote_id ELSE p.title END, c.name"
                " FROM posts p CROSS JOIN channels c ON c.id = p.channel_id ORDER BY p.id DESC LIMIT ?",
                (limit,),
            )
        ]


def _within(categories: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The condition that leaves these categories alone, with its values."""
    marks = ",".join("?" * len(categories))
    return (f" AND category IN ({marks})" if categories else ""), tuple(categories)
