"""The thread around one comment in bounded reads: who it answers, its neighbours, its answers, what we said to them.

However long a thread is, a window reads as many rows as it shows; how many more there are is counted in an index.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import CommentState
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Comment

DEEPEST: Final = 100
"""Ancestors read at most; a deeper chain begins at the hundredth."""
COUNTED: Final = 10_000
"""Neighbours are counted up to here: ``earlier`` = 10,000 reads as "10,000 or more"."""
_UNDER: Final = 3  # of our answers shown under one comment
_OURS: Final = int(CommentState.OURS)
_GONE: Final = int(CommentState.GONE)
_NEWEST: Final = 100  # answers under one comment among which ours is looked for


@dataclass(frozen=True, slots=True)
class ThreadSize:
    """How much of a thread is wanted: neighbours before and after the comment, and its own answers."""

    before: int = 2
    after: int = 2
    answers: int = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What the team wrote under a comment from here. ``state`` is that of its outbox row; ``remote_id`` where it was sent.

    ``not_before`` is the second at which it may leave.
    """

    comment_id: int
    action: str
    state: str
    actor: str
    text: str
    created_at: int
    not_before: int
    remote_id: str


@dataclass(frozen=True, slots=True)
class ThreadWindow:
    """A comment among its own. ``under`` holds our answers to ancestors, neighbours and answers, by the id answered.

    ``earlier``, ``later`` and ``more`` count the neighbours before and after and the answers that are not in the window.
    """

    comment: Comment
    ancestors: tuple[Comment, ...]  # root first
    before: tuple[Comment, ...]
    after: tuple[Comment, ...]
    answers: tuple[Comment, ...]
    under: dict[int, tuple[Comment, ...]]
    said: tuple[Said, ...]
    earlier: int
    later: int
    more: int

    @property
    def flat(self) -> tuple[Comment, ...]:
        """Everything in the window, oldest first."""
        found = {int(one.id): one for group in self.under.values() for one in group}
        for one in (*self.ancestors, *self.before, self.comment, *self.after, *self.answers):
            found[int(one.id)] = one
        return tuple(sorted(found.values(), key=lambda one: (one.posted_at, one.id)))


class Threads(Part):
    """Windows on threads."""

    def around(self, comment: Comment, size: ThreadSize | None = None) -> ThreadWindow:
        """The window around ``comment``."""
        # Under a post the neighbours are strangers to each other: one on each side says where we are.
        wanted = size or (ThreadSize() if comment.parent_id is not None else ThreadSize(1, 1))
        ancestors = self._rows(self._up(int(comment.id)))
        before, earlier = self._beside(comment, wanted.before, older=True)
        after, later = self._beside(comment, wanted.after, older=False)
        answers = self._answers(int(comment.id), wanted.answers)
        more = self._count("parent_id = ?", (int(comment.id),)) - len(answers) if answers else 0
        heads = [*before, *after, *answers, *(int(one.id) for one in ancestors)]
        under = self._under(heads, {int(comment.id), *heads})
        wanted_ids = [*before, *after, *answers, *(one for group in under.values() for one in group)]
        rows = {int(one.id): one for one in self._rows(wanted_ids)}
        shown = [int(comment.id), *(int(one.id) for one in ancestors), *rows]
        return ThreadWindow(
            comment,
            tuple(ancestors),
            tuple(rows[one] for one in before),
            tuple(rows[one] for one in after),
            tuple(rows[one] for one in answers),
            {head: tuple(rows[one] for one in group) for head, group in under.items()},
            tuple(self._said(shown)),
            max(earlier, 0),
            max(later, 0),
            max(more, 0),
        )

    def answered(self, ids: Sequence[int]) -> set[int]:
        """Those of ``ids`` that we answered on the site after they were written, or last edited.

        Looked for among the newest hundred direct answers.
        """
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return {
            row[0]
            for row in self._db.execute(
                f"""SELECT c.id FROM comments c WHERE c.id IN ({marks}) AND EXISTS (
                      SELECT 1 FROM (SELECT state, posted_at FROM comments INDEXED BY comments_parent
                          WHERE parent_id = c.id ORDER BY posted_at DESC LIMIT {_NEWEST}) a
                        WHERE a.state = {_OURS} AND a.posted_at >= max(c.posted_at, ifnull(c.edited_at, 0)))"""
            )
        }

    def _up(self, comment_id: int) -> list[int]:
        """Ids of the ancestors, root first. A chain that runs in a circle ends where it began."""
        rows = self._db.execute(
            """WITH RECURSIVE up(id, parent_id, depth) AS (
                 SELECT id, parent_id, 0 FROM comments WHERE id = ?1
                 UNION ALL SELECT c.id, c.parent_id, depth + 1 FROM up CROSS JOIN comments c ON c.id = up.parent_id
                   WHERE depth < ?2)
               SELECT id FROM up WHERE id <> ?1 ORDER BY depth""",
            (comment_id, DEEPEST),
        ).fetchall()
        return list(reversed(dict.fromkeys(row[0] for row in rows)))

    def _beside(self, comment: Comment, limit: int, *, older: bool) -> tuple[list[int], int]:
        """Ids of the neighbours that answer the same comment, in order, and how many more there are.

        Under a post every comment without a parent is a neighbour.
        """
        if comment.parent_id is not None:
            place: tuple[str, tuple[object, ...]] = ("parent_id = ?", (int(comment.parent_id),))
        elif comment.post_id is not None:
            place = ("post_id = ? AND parent_id IS NULL", (int(comment.post_id),))
        else:
            return [], 0
        sign, order = ("<", "DESC") if older else (">", "ASC")
        where = f"{place[0]} AND (posted_at, id) {sign} (?, ?)"
        values = (*place[1], comment.posted_at, int(comment.id))
        ids = [
            row[0]
            for row in self._db.execute(
                f"SELECT id FROM comments INDEXED BY {_index(place[0])} WHERE {where}"
                f" ORDER BY posted_at {order}, id {order} LIMIT ?",
                (*values, limit),
            )
        ]
        rest = self._count(where, values) - len(ids) if len(ids) == limit else 0
        return (ids[::-1] if older else ids), rest

    def _answers(self, comment_id: int, limit: int) -> list[int]:
        return [
            row[0]
            for row in self._db.execute(
                "SELECT id FROM comments INDEXED BY comments_parent WHERE parent_id = ?"
                " ORDER BY posted_at, id LIMIT ?",
                (comment_id, limit),
            )
        ]

    def _under(self, heads: Sequence[int], seen: set[int]) -> dict[int, list[int]]:
        """Our own answers under each head (among its first forty), without those that stand in the window already."""
        found: dict[int, list[int]] = {}
        for head in dict.fromkeys(heads):
            ours = [
                row[0]
                for row in self._db.execute(
                    "SELECT id FROM (SELECT id, state, posted_at FROM comments INDEXED BY comments_parent"
                    f" WHERE parent_id = ? ORDER BY posted_at, id LIMIT 40) WHERE state = {_OURS} LIMIT ?",
                    (head, _UNDER),
                )
            ]
            kept = [one for one in ours if one not in seen]
            if kept:
                found[head] = kept
        return found

    def _count(self, where: str, values: tuple[object, ...]) -> int:
        row = self._db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM comments INDEXED BY {_index(where)} WHERE {where} LIMIT {COUNTED})",
            values,
        ).fetchone()
        return int(row[0])

    def _said(self, ids: Sequence[int]) -> list[Said]:
        """Our words from here; what was deleted since, by an undo or on the site itself, is said no more."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return [
            Said(row[0], row[1], row[2], row[3], row[4] or "", row[5], row[6], row[7] or "")
            for row in self._db.execute(
                f"""SELECT o.comment_id, o.action, o.state, d.actor, d.text, d.created_at, o.not_before,
                      json_extract(o.result, '$.remote_id')
                    FROM outbox o INDEXED BY outbox_comment CROSS JOIN decisions d ON d.id = o.decision_id
                    WHERE o.comment_id IN ({marks}) AND o.action IN ('reply', 'warn') AND o.undoes IS NULL
                      AND NOT EXISTS (SELECT 1 FROM outbox u INDEXED BY outbox_comment
                        WHERE u.comment_id = o.comment_id AND u.undoes = o.id AND u.state = 'done')
                      AND NOT EXISTS (SELECT 1 FROM comments c WHERE c.channel_id = o.channel_id
                        AND c.remote_id = json_extract(o.result, '$.remote_id') AND c.state = {_GONE})
                    ORDER BY o.id"""
            )
        ]

    def _rows(self, ids: Sequence[int]) -> list[Comment]:
        """Comments by id, in the order asked for."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        found = {
            row[0]: codec.comment(row)
            for row in self._db.execute(
                f"SELECT {codec.COMMENT_COLUMNS} FROM {codec.COMMENT_FROM} WHERE c.id IN ({marks})"
            )
        }
        return [found[one] for one in ids if one in found]


def _index(where: str) -> str:
    return "comments_parent" if where.startswith("parent_id") else "comments_post"
