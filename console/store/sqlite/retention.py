"""What has been kept long enough: which comments and authors, asked in ranges; the counts that stay; holds set by hand.

A comment has two classes: ``untouched`` while nobody did anything about it, ``decided`` from the first decision, note,
category, assignment or begun reply on. Its age counts from the last thing that happened to it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import NO_DUE, CommentState
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPEN_ROWS: Final = "('queued', 'sending', 'unknown', 'waiting_person')"
# The states in which nothing is under way: what waits for a person, or sleeps until a time, is not looked at.
_STATES: Final = f"({int(CommentState.OPEN)}, {int(CommentState.DONE)}, {int(CommentState.GONE)})"
DAY: Final = 86_400

# Every comment of a range with the last thing that happened to it. The deadline of open work counts as one of its
# dates: what is due has not been kept long enough, and neither has what was due yesterday.
_DATES: Final = f"""
  WITH reviewed AS MATERIALIZED (SELECT comment_id, max(max(created_at, coalesce(answered_at, 0))) AS at,
         max(state = 'waiting') AS waiting FROM reviews GROUP BY comment_id),
       running AS MATERIALIZED (SELECT DISTINCT i.comment_id FROM batch_items i JOIN batches b ON b.id = i.batch
         WHERE b.state IN ('running', 'paused')),
       dated AS (
    SELECT c.id, c.channel_id, c.author_id, c.state, c.snoozed_until,
      max(c.first_seen_at, c.posted_at, coalesce(c.edited_at, 0),
          CASE WHEN c.state = {int(CommentState.OPEN)} AND c.due_at < {NO_DUE} THEN c.due_at ELSE 0 END) AS own_at,
      max(coalesce((SELECT max(d.created_at) FROM decisions d WHERE d.comment_id = c.id), 0),
          coalesce((SELECT max(o.updated_at) FROM outbox o INDEXED BY outbox_comment WHERE o.comment_id = c.id), 0),
          coalesce((SELECT max(max(e.created_at, coalesce(e.undone_at, 0))) FROM deeds e WHERE e.comment_id = c.id), 0),
          coalesce((SELECT max(n.created_at) FROM notes n WHERE n.comment_id = c.id), 0),
          coalesce((SELECT max(w.updated_at) FROM drafts w WHERE w.comment_id = c.id), 0),
          coalesce((SELECT max(max(h.created_at, coalesce(h.answered_at, 0))) FROM automatic_hides h
                    WHERE h.comment_id = c.id), 0),
          coalesce(r.at, 0)) AS touched_at,
      coalesce(r.waiting, 0) AS waiting
    FROM comments c LEFT JOIN reviewed r ON r.comment_id = c.id
    WHERE {{where}} AND c.first_seen_at <= :newest AND c.posted_at <= :newest AND c.state <> {int(CommentState.OURS)} AND c.remote_id NOT GLOB :mark),
       classed AS (SELECT *, CASE WHEN touched_at > 0 THEN 'decided' ELSE 'untouched' END AS class,
         max(own_at, touched_at) AS last_at FROM dated),
       aged AS (SELECT * FROM classed
         WHERE last_at <= CASE class WHEN 'decided' THEN :decided ELSE :untouched END)
"""
_HELD: Final = """(EXISTS (SELECT 1 FROM holds h WHERE h.comment_id = aged.id)
  OR EXISTS (SELECT 1 FROM holds h WHERE h.author_id = aged.author_id))"""
# On its way, waiting for somebody, in somebody's hands, or what a block that is in force was decided about.
_PENDING: Final = f"""(aged.state NOT IN {_STATES} OR aged.snoozed_until IS NOT NULL OR aged.waiting
  OR aged.id IN running
  OR EXISTS (SELECT 1 FROM outbox o INDEXED BY outbox_comment WHERE o.comment_id = aged.id AND o.state IN {_OPEN_ROWS})
  OR EXISTS (SELECT 1 FROM claims k WHERE k.comment_id = aged.id AND k.expires_at > :now)
  OR EXISTS (SELECT 1 FROM automatic_hides h WHERE h.comment_id = aged.id AND h.answer IS NULL)
  OR (EXISTS (SELECT 1 FROM authors a WHERE a.id = aged.author_id AND (a.blocked OR a.muted))
      AND EXISTS (SELECT 1 FROM decisions d WHERE d.comment_id = aged.id AND d.action IN ('block', 'mute'))))"""
# An author of whom nothing is left to keep; a block that is in force needs the name it stands for.
_AUTHOR: Final = f"""
  FROM authors_left l JOIN authors a ON a.id = l.author_id
  WHERE l.left_at <= :authors AND NOT a.ours AND a.remote_id NOT GLOB :mark
    AND NOT EXISTS (SELECT 1 FROM comments c INDEXED BY comments_author WHERE c.author_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM outbox o INDEXED BY outbox_author WHERE o.author_id = a.id AND o.state IN {_OPEN_ROWS})
    AND NOT EXISTS (SELECT 1 FROM strikes s WHERE s.author_id = a.id AND max(s.created_at, coalesce(s.revoked_at, 0)) > :authors)
    AND NOT EXISTS (SELECT 1 FROM author_tags t WHERE t.author_id = a.id AND t.added_at > :authors)
    AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.author_id = a.id AND n.created_at > :authors)
    AND NOT EXISTS (SELECT 1 FROM deeds e WHERE e.author_id = a.id AND max(e.created_at, coalesce(e.undone_at, 0)) > :authors)
    AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.author_id = a.id AND d.created_at > :authors)
"""
_FREE: Final = "NOT a.blocked AND NOT a.muted AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.author_id = a.id)"
NEVER: Final = -1
"""A class without a term: no date is so early."""


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """UTC seconds: what happened last at or before these has been kept long enough. ``NEVER`` for a class that is kept."""

    untouched: int = NEVER
    decided: int = NEVER
    authors: int = NEVER


@dataclass(frozen=True, slots=True)
class Ripe:
    """A comment whose time has come."""

    id: int
    channel_id: int
    author_id: int
    klass: str  # untouched or decided


@dataclass(frozen=True, slots=True)
class Hold:
    """Something kept by hand: a comment or an author, with what they are called now."""

    id: int
    comment_id: int | None
    author_id: int | None
    who: str  # ``kind:remote id`` of the author, of a comment its author's
    reason: str
    actor: str
    set_at: int


class Retention(Part):
    """Reading, counting and marking; erasing itself is ``ChannelErasure``'s. Nothing here asks who may."""

    def newest(self) -> int:
        """The highest number a comment has."""
        return self._count("SELECT coalesce(max(id), 0) FROM comments")

    def ripe(self, after: int, upto: int, cut: Cutoffs, now: int, mark: str) -> list[Ripe]:
        """Comments numbered ``after`` < id <= ``upto`` whose time has come and that nothing holds."""
        return self._ripe("c.id > :after AND c.id <= :upto", {"after": after, "upto": upto}, cut, now, mark)

    def still_ripe(self, ids: Sequence[int], cut: Cutoffs, now: int, mark: str) -> list[Ripe]:
        """Those of ``ids`` of which it is still so, in the transaction that erases them."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return self._ripe(f"c.id IN ({marks})", {}, cut, now, mark)

    def _ripe(self, where: str, more: dict[str, int], cut: Cutoffs, now: int, mark: str) -> list[Ripe]:
        rows = self._db.execute(
            f"""{_DATES.format(where=where)} SELECT id, channel_id, author_id, class FROM aged
                WHERE NOT {_HELD} AND NOT {_PENDING} ORDER BY id""",
            {**_values(cut, now, mark), **more},
        )
        return [Ripe(*row) for row in rows]

    def look(self, after: int, upto: int, cut: Cutoffs, now: int, mark: str) -> dict[str, int]:
        """How many of a range would go, by class; ``held`` and ``pending`` are old enough too and stay."""
        rows = self._db.execute(
            f"""{_DATES.format(where="c.id > :after AND c.id <= :upto")}
                SELECT CASE WHEN {_HELD} THEN 'held' WHEN {_PENDING} THEN 'pending' ELSE class END AS what, count(*)
                FROM aged GROUP BY what""",
            {**_values(cut, now, mark), "after": after, "upto": upto},
        )
        return {str(what): int(number) for what, number in rows}

    def known(self, channel_id: int, remote_ids: Sequence[str]) -> set[str]:
        """Those of the platform's ids that have a row in the channel."""
        rows = self._db.execute(
            """SELECT c.remote_id FROM json_each(?) j JOIN comments c ON c.channel_id = ? AND c.remote_id = j.value""",
            (json.dumps(list(remote_ids)), channel_id),
        )
        return {row[0] for row in rows}

    # ------------------------------------------------------------------ authors

    def bare(self, ids: Sequence[int]) -> list[int]:
        """Of these authors those of whom no comment is left, except the brand's own."""
        marks = ",".join(str(int(one)) for one in sorted(set(ids))) or "NULL"
        rows = self._db.execute(
            f"""SELECT a.id FROM authors a WHERE a.id IN ({marks}) AND NOT a.ours AND NOT EXISTS (
                  SELECT 1 FROM comments c INDEXED BY comments_author WHERE c.author_id = a.id) ORDER BY a.id"""
        )
        return [row[0] for row in rows]

    def leave(self, ids: Sequence[int], now: int) -> None:
        """Note that the last comment of these authors went now."""
        self._db.executemany(
            "INSERT INTO authors_left (author_id, left_at) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET left_at = ?2",
            [(int(one), now) for one in ids],
        )

    def ripe_authors(self, cut: Cutoffs, limit: int, mark: str) -> list[int]:
        """Authors of whom nothing has been left for their whole term."""
        values = {"authors": cut.authors, "mark": f"{mark}*", "limit": limit}
        rows = self._db.execute(f"SELECT a.id {_AUTHOR} AND {_FREE} ORDER BY a.id LIMIT :limit", values)
        return [row[0] for row in rows]

    def look_authors(self, cut: Cutoffs, mark: str) -> dict[str, int]:
        """How many authors would go, and how many a block or a hold keeps."""
        values = {"authors": cut.authors, "mark": f"{mark}*"}
        go, kept = self._db.execute(
            f"SELECT coalesce(sum({_FREE}), 0), coalesce(sum(NOT ({_FREE})), 0) {_AUTHOR}", values
        ).fetchone()
        return {"authors": int(go), "authors_kept": int(kept)}

    # ------------------------------------------------------------------ what stays

    def count_in(self, ripe: Sequence[Ripe]) -> None:
        """Add these comments to the counts that stay, before they go."""
        for klass in ("untouched", "decided"):
            marks = ",".join(str(one.id) for one in ripe if one.klass == klass)
            if marks:
                self._db.execute(
                    f"""INSERT INTO kept_counts (day, channel_id, category, class, n)
                        SELECT posted_at / {DAY}, channel_id, category, ?, count(*) FROM comments WHERE id IN ({marks})
                        GROUP BY 1, 2, 3 ON CONFLICT DO UPDATE SET n = n + excluded.n""",
                    (klass,),
                )

    def counts(self) -> list[tuple[int, str, str, str, int]]:
        """(day since 1970, channel key, category, class, number) of everything that went, in this order."""
        return self._db.execute(
            """SELECT k.day, ch.kind || ':' || ch.name, k.category, k.class, k.n FROM kept_counts k
               JOIN channels ch ON ch.id = k.channel_id ORDER BY 1, 2, 3, 4"""
        ).fetchall()

    def counted(self) -> int:
        """How many comments have gone in all."""
        return self._count("SELECT coalesce(sum(n), 0) FROM kept_counts")

    def part_answers(self, ids: Sequence[int], mark: str) -> None:
        """Answers to these comments stand by themselves from now on; no number of the platform stays with them."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        self._db.execute(
            f"UPDATE comments SET parent_remote_id = ? || parent_id, parent_id = NULL WHERE parent_id IN ({marks})",
            (mark,),
        )

    # ------------------------------------------------------------------ holds

    def hold(self, comment_id: int | None, author_id: int | None, reason: str, actor: str, now: int) -> None:
        """Keep a comment, or everything of an author; a hold that is there gets the new reason."""
        column = "comment_id" if author_id is None else "author_id"
        self._db.execute(
            f"""INSERT INTO holds (comment_id, author_id, reason, actor, set_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT ({column}) DO UPDATE SET reason = excluded.reason, actor = excluded.actor,
                  set_at = excluded.set_at""",
            (comment_id, author_id, reason, actor, now),
        )

    def let_go(self, comment_id: int | None, author_id: int | None) -> bool:
        """End a hold; False where there was none."""
        return (
            self._db.execute(
                "DELETE FROM holds WHERE comment_id IS ? AND author_id IS ?", (comment_id, author_id)
            ).rowcount
            > 0
        )

    def held(self, comment_id: int | None, author_id: int | None) -> bool:
        """Whether there is a hold on exactly this."""
        return bool(
            self._count(
                "SELECT EXISTS (SELECT 1 FROM holds WHERE comment_id IS ? AND author_id IS ?)",
                comment_id,
                author_id,
            )
        )

    def holds(self) -> list[Hold]:
        """Everything kept by hand, the newest first."""
        rows = self._db.execute(
            """SELECT h.id, h.comment_id, h.author_id, coalesce(a.kind || ':' || a.remote_id, ''), h.reason, h.actor, h.set_at
               FROM holds h LEFT JOIN comments c ON c.id = h.comment_id
               LEFT JOIN authors a ON a.id = coalesce(h.author_id, c.author_id) ORDER BY h.id DESC"""
        )
        return [Hold(*row) for row in rows]

    def holds_on_author(self, author_id: int) -> int:
        """Holds on an author, or on one of their comments."""
        return self._count(
            """SELECT count(*) FROM holds h WHERE h.author_id = ?1 OR EXISTS (
                 SELECT 1 FROM comments c WHERE c.id = h.comment_id AND c.author_id = ?1)""",
            author_id,
        )

    def holds_in_channel(self, channel_id: int) -> int:
        """Holds on comments of a channel, or on somebody who wrote there."""
        return self._count(
            """SELECT count(*) FROM holds h WHERE EXISTS (
                   SELECT 1 FROM comments c WHERE c.id = h.comment_id AND c.channel_id = ?1)
                 OR EXISTS (SELECT 1 FROM comments c INDEXED BY comments_author
                   WHERE c.author_id = h.author_id AND c.channel_id = ?1)""",
            channel_id,
        )

    def stirring(self, now: int, seconds: int) -> bool:
        """Whether people or platforms keep the workspace busy: a comment in somebody's hands, something to send by now, a
        decision of the last ``seconds``.
        """
        return bool(
            self._count(
                f"""SELECT EXISTS (SELECT 1 FROM claims WHERE expires_at > ?1)
                     OR EXISTS (SELECT 1 FROM outbox WHERE state IN ('queued', 'sending') AND not_before <= ?1)
                     OR EXISTS (SELECT 1 FROM decisions WHERE created_at > ?1 - {int(seconds)})""",
                now,
            )
        )

    def _count(self, query: str, *values: object) -> int:
        return int(self._db.execute(query, values).fetchone()[0])


def _values(cut: Cutoffs, now: int, mark: str) -> dict[str, int | str]:
    newest = max(cut.untouched, cut.decided)
    return {
        "untouched": cut.untouched,
        "decided": cut.decided,
        "newest": newest,
        "now": now,
        "mark": f"{mark}*",
    }
