"""Erasing what was pulled from a channel: counting it, and taking it out of the tables in slices of comments.

What a decision or an entry of the audit log refers to keeps an emptied row, written by nobody; everything else is
deleted. The newest row of comments, authors and outbox is emptied too and never deleted: SQLite would give its number
again, and the log's entries would speak of somebody else's comment. Emptied rows stand with our own comments, which no
view of work shows and no replay of the past reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import NO_DUE, CommentState
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INDEXES: Final = ("comments_fts", "comments_part_fts", "notes_fts", "decisions_fts", "authors_fts")
"""What holds words apart from the texts themselves."""
MERGED: Final = 200
"""Pages of an index that one step of ``settle_step`` writes: a few hundredths of a second."""
_OPEN: Final = "('queued', 'sending', 'unknown', 'waiting_person')"
# Everything that hangs on a comment by an index of its own and says what it said, or what was thought of it.
_OF_COMMENTS: Final = ("revisions", "verdicts", "proposals", "feedback", "claims", "drafts", "notes", "deeds")
_COUNTED: Final = {
    "revisions": "earlier_versions",
    "verdicts": "verdicts",
    "drafts": "drafts",
    "notes": "notes",
}
_SAID: Final = "(text IS NOT NULL OR reason <> '')"


@dataclass(frozen=True, slots=True)
class Pending:
    """What was decided in a channel and is not settled: ``unsent`` waits here or for a person on the site, ``unknown``
    may have been done there already, ``sending`` is on its way this very moment, ``reviews`` wait for a second person.
    """

    unsent: int = 0
    unknown: int = 0
    sending: int = 0
    reviews: int = 0

    @property
    def whole(self) -> int:
        """All of them."""
        return self.unsent + self.unknown + self.sending + self.reviews


class ChannelErasure(Part):
    """Counting and erasing; nothing here asks who may."""

    # ------------------------------------------------------------------ looking

    def pending(self, channel_id: int) -> Pending:
        """Actions in the channel that are not settled."""
        unsure = "state = 'unknown' OR (state = 'waiting_person' AND error IS NOT NULL)"
        row = self._db.execute(
            f"""SELECT coalesce(sum(state = 'queued' OR (state = 'waiting_person' AND error IS NULL)), 0),
                  coalesce(sum({unsure}), 0), coalesce(sum(state = 'sending'), 0)
                FROM outbox INDEXED BY outbox_ready WHERE state IN {_OPEN} AND channel_id = ?""",
            (channel_id,),
        ).fetchone()
        reviews = self._count(
            """SELECT count(*) FROM reviews r JOIN comments c ON c.id = r.comment_id
               WHERE r.state = 'waiting' AND c.channel_id = ?""",
            channel_id,
        )
        return Pending(int(row[0]), int(row[1]), int(row[2]), reviews)

    def counts(self, channel_id: int, mark: str) -> dict[str, int]:
        """What would go; rows that an earlier erasure emptied (``mark``) are not counted again.

        A second for each 500,000 comments. ``authors`` have written in no other channel; ``tags`` and ``strikes`` are
        theirs. ``words``: decisions with a reply or a reason in words. ``clear_values``: what the log committed to.
        """
        mine = "SELECT id FROM comments WHERE channel_id = ?1 AND remote_id NOT GLOB ?2"
        theirs = """SELECT w.author_id FROM (SELECT DISTINCT author_id FROM comments
            WHERE channel_id = ?1 AND remote_id NOT GLOB ?2) w
          WHERE NOT EXISTS (SELECT 1 FROM comments o INDEXED BY comments_author
            WHERE o.author_id = w.author_id AND o.channel_id <> ?1)"""
        asked = {
            "comments": f"SELECT count(*) FROM ({mine})",
            "authors": f"SELECT count(*) FROM ({theirs})",
            "posts": "SELECT count(*) FROM posts WHERE channel_id = ?1",
            "earlier_versions": f"SELECT count(*) FROM revisions WHERE comment_id IN ({mine})",
            "verdicts": f"SELECT count(*) FROM verdicts WHERE comment_id IN ({mine})",
            "notes": f"""SELECT count(*) FROM notes WHERE coalesce(comment_id IN ({mine}), 0)
                         OR coalesce(author_id IN ({theirs}), 0)""",
            "drafts": f"SELECT count(*) FROM drafts WHERE comment_id IN ({mine})",
            "tags": f"SELECT count(*) FROM author_tags WHERE author_id IN ({theirs})",
            "strikes": f"SELECT count(*) FROM strikes WHERE author_id IN ({theirs})",
            "words": f"SELECT count(*) FROM decisions WHERE comment_id IN ({mine}) AND {_SAID}",
            "clear_values": f"""SELECT count(*) FROM audit_private p JOIN audit a ON a.sequence = p.sequence
                                WHERE coalesce(a.comment IN ({mine}), 0) OR coalesce(p.author_id IN ({theirs}), 0)""",
        }
        values = (channel_id, f"{mark}*")
        return {
            name: int(self._db.execute(query, values[: 2 if "?2" in query else 1]).fetchone()[0])
            for name, query in asked.items()
        }

    def kept(self, channel_id: int) -> tuple[int, int]:
        """(entries of the audit log about the channel's comments, decisions about them): they stay."""
        mine = "SELECT id FROM comments WHERE channel_id = ?"
        return (
            self._count(f"SELECT count(*) FROM audit WHERE comment IN ({mine})", channel_id),
            self._count(f"SELECT count(*) FROM decisions WHERE comment_id IN ({mine})", channel_id),
        )

    def holds(self, channel_id: int, mark: str) -> bool:
        """Whether anything is left of what was pulled."""
        return self._count(
            """SELECT EXISTS (SELECT 1 FROM comments WHERE channel_id = ?1 AND remote_id NOT GLOB ?2)
                 OR EXISTS (SELECT 1 FROM posts WHERE channel_id = ?1)""",
            channel_id,
            f"{mark}*",
        ) == 1  # fmt: skip

    def held(self, channel_id: int, mark: str) -> int:
        """How many comments there are to erase."""
        return self._count(
            "SELECT count(*) FROM comments WHERE channel_id = ? AND remote_id NOT GLOB ?",
            channel_id,
            f"{mark}*",
        )

    def next_comments(self, channel_id: int, after: str, limit: int, mark: str) -> list[tuple[int, str, int]]:
        """(id, remote id, author) of the next comments behind the remote id ``after``, in the order of those."""
        return self._db.execute(
            """SELECT id, remote_id, author_id FROM comments WHERE channel_id = ? AND remote_id > ?
               AND remote_id NOT GLOB ? ORDER BY remote_id LIMIT ?""",
            (channel_id, after, f"{mark}*", limit),
        ).fetchall()

    def open_rows(self, channel_id: int, limit: int) -> list[int]:
        """Outbox rows of the channel that are not settled: those that somebody else may be asking about come first."""
        rows = self._db.execute(
            f"""SELECT id FROM outbox INDEXED BY outbox_ready WHERE state IN {_OPEN} AND channel_id = ?
                ORDER BY state = 'queued', id LIMIT ?""",
            (channel_id, limit),
        )
        return [row[0] for row in rows]

    def open_rows_about(self, ids: Sequence[int]) -> list[int]:
        """The same about these comments."""
        rows = self._db.execute(
            f"""SELECT id FROM outbox INDEXED BY outbox_comment
                WHERE comment_id IN ({_marks(ids)}) AND state IN {_OPEN} ORDER BY id"""
        )
        return [row[0] for row in rows]

    def open_reviews(self, channel_id: int) -> list[tuple[int, int]]:
        """(review, decision) that wait for a second person in the channel."""
        return self._db.execute(
            """SELECT r.id, r.decision_id FROM reviews r JOIN comments c ON c.id = r.comment_id
               WHERE r.state = 'waiting' AND c.channel_id = ? ORDER BY r.id""",
            (channel_id,),
        ).fetchall()

    # ------------------------------------------------------------------ erasing

    def hold_back(self, channel_id: int) -> None:
        """Nothing queued leaves any more, however quickly a sender comes round."""
        self._db.execute(
            "UPDATE outbox SET not_before = ? WHERE state = 'queued' AND channel_id = ?", (NO_DUE, channel_id)
        )

    def drop_comments(self, channel_id: int, ids: Sequence[int], mark: str, now: int) -> dict[str, int]:
        """Take these comments out with all that hangs on them; how many rows of which kind went.

        The indexes of words and the groups of near-duplicates come first, the rows on their way too.
        """
        marks = _marks(ids)
        went: dict[str, int] = {"comments": len(ids)}
        for table in _OF_COMMENTS:
            deleted = self._db.execute(f"DELETE FROM {table} WHERE comment_id IN ({marks})").rowcount
            if table in _COUNTED:
                went[_COUNTED[table]] = deleted
        self._db.execute(
            f"""DELETE FROM shadow_proposals WHERE policy_id IN (SELECT id FROM policies)
                AND comment_id IN ({marks})"""
        )
        self._db.execute(f"DELETE FROM automatic_hides WHERE comment_id IN ({marks}) AND answer IS NULL")
        self._db.execute(f"UPDATE statements SET comment_id = NULL WHERE comment_id IN ({marks})")
        went["clear_values"] = self._db.execute(
            f"""DELETE FROM audit_private WHERE sequence IN (SELECT sequence FROM audit INDEXED BY audit_comment
                WHERE comment IN ({marks}))"""
        ).rowcount
        went["words"] = self._count(
            f"SELECT count(*) FROM decisions WHERE comment_id IN ({marks}) AND {_SAID}"
        )
        self._db.execute(
            f"""UPDATE decisions SET text = NULL, reason = '', before = '{{}}', outbox_id = NULL
                WHERE comment_id IN ({marks})"""
        )
        newest = self._count("SELECT coalesce(max(id), 0) FROM outbox")
        self._db.execute(f"DELETE FROM outbox WHERE comment_id IN ({marks}) AND id < {newest}")
        self._db.execute(
            f"""UPDATE outbox SET result = NULL, error = NULL, request = json_set(request, '$.target', '',
                  '$.author_remote_id', '', '$.text', '', '$.reason', '', '$.facts', json('{{}}'), '$.undo_of', NULL)
                WHERE comment_id IN ({marks})"""
        )
        self._drop_rows(channel_id, marks, mark, now)
        return went

    def _drop_rows(self, channel_id: int, marks: str, mark: str, now: int) -> None:
        newest = self._count("SELECT coalesce(max(id), 0) FROM comments")
        needed = f"""id = {newest} OR EXISTS (SELECT 1 FROM decisions d WHERE d.comment_id = comments.id)
          OR EXISTS (SELECT 1 FROM outbox o WHERE o.comment_id = comments.id)
          OR EXISTS (SELECT 1 FROM audit a INDEXED BY audit_comment WHERE a.comment = comments.id)"""
        self._db.execute(f"DELETE FROM comments WHERE id IN ({marks}) AND NOT ({needed})")
        if not self._count(f"SELECT EXISTS (SELECT 1 FROM comments WHERE id IN ({marks}))"):
            return
        self._db.execute(
            f"""UPDATE comments SET text = '', text_bytes = NULL, remote_id = ? || id, permalink = '', facts = '{{}}',
                  author_id = ?, post_id = NULL, parent_id = NULL, parent_remote_id = NULL, language = NULL, likes = NULL,
                  replies = NULL, verdict_id = NULL, proposal_id = NULL, alike_id = NULL, category_by = NULL, flagged = 0,
                  hidden = 0, state = ?, due_at = ?, assignee = NULL, snoozed_until = NULL
                WHERE id IN ({marks})""",
            (mark, self._nobody(channel_id, mark, now), int(CommentState.OURS), NO_DUE),
        )

    def _nobody(self, channel_id: int, mark: str, now: int) -> int:
        """Who stands as the author of the channel's emptied rows."""
        self._db.execute(
            """INSERT INTO authors (kind, remote_id, first_seen_at)
               SELECT kind, ?1, ?2 FROM channels WHERE id = ?3 ON CONFLICT DO NOTHING""",
            (f"{mark}channel:{channel_id}", now, channel_id),
        )
        return self._count(
            "SELECT id FROM authors WHERE remote_id = ?1 AND kind = (SELECT kind FROM channels WHERE id = ?2)",
            f"{mark}channel:{channel_id}",
            channel_id,
        )

    def drop_authors(self, ids: Iterable[int], mark: str) -> dict[str, int]:
        """Of these authors take out those who have no comment left anywhere; how many rows of which kind went."""
        left = [
            one
            for one in sorted({int(one) for one in ids})
            if not self._count("SELECT EXISTS (SELECT 1 FROM comments WHERE author_id = ?)", one)
        ]
        if not left:
            return {}
        marks = _marks(left)
        went = {"authors": len(left)}
        for name, table in (
            ("notes", "notes"),
            ("tags", "author_tags"),
            ("strikes", "strikes"),
            ("", "deeds"),
            ("clear_values", "audit_private"),
        ):
            deleted = self._db.execute(f"DELETE FROM {table} WHERE author_id IN ({marks})").rowcount
            if name:
                went[name] = deleted
        self._db.execute(f"DELETE FROM authors_left WHERE author_id IN ({marks})")
        newest = self._count("SELECT coalesce(max(id), 0) FROM authors")
        self._db.execute(
            f"""DELETE FROM authors WHERE id IN ({marks}) AND id < {newest}
                AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.author_id = authors.id)
                AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.author_id = authors.id)"""
        )
        self._db.execute(
            f"""UPDATE authors SET remote_id = ? || id, handle = '', name = '', created_at = NULL, followers = NULL,
                  blocked = 0, muted = 0, ours = 0 WHERE id IN ({marks})""",
            (mark,),
        )
        return went

    def drop_posts(self, channel_id: int, limit: int) -> int:
        """Take out the next posts of the channel; how many."""
        return self._db.execute(
            "DELETE FROM posts WHERE id IN (SELECT id FROM posts WHERE channel_id = ? LIMIT ?)",
            (channel_id, limit),
        ).rowcount

    def spent_batches(self, channel_id: int, mark: str) -> list[str]:
        """Bulk decisions at their end about comments that are all erased, some of them here."""
        rows = self._db.execute(
            """SELECT b.id FROM batches b WHERE b.state IN ('done', 'stopped', 'undone') AND NOT EXISTS (
                 SELECT 1 FROM batch_items i JOIN comments c ON c.id = i.comment_id
                 WHERE i.batch = b.id AND c.remote_id NOT GLOB ?1)
               AND EXISTS (SELECT 1 FROM batch_items i LEFT JOIN comments c ON c.id = i.comment_id
                 WHERE i.batch = b.id AND coalesce(c.channel_id, ?2) = ?2)""",
            (f"{mark}*", channel_id),
        )
        return [row[0] for row in rows]

    def drop_batch(self, batch: str, limit: int) -> bool:
        """Take out the next items of a bulk decision, and it with the last of them; False while there are more."""
        gone = self._db.execute(
            """DELETE FROM batch_items WHERE batch = ?1 AND position IN
                 (SELECT position FROM batch_items WHERE batch = ?1 ORDER BY position LIMIT ?2)""",
            (batch, limit),
        ).rowcount
        left = "SELECT EXISTS (SELECT 1 FROM batch_items WHERE batch = ?)"
        if gone == limit and self._count(left, batch):
            return False
        self._db.execute("DELETE FROM batches WHERE id = ?", (batch,))
        return True

    def forget_channel(self, channel_id: int) -> None:
        """Empty what the channel's row knows from the platform, and its counters that count nothing."""
        self._db.execute(
            """UPDATE channels SET cursor = NULL, last_pull_at = NULL, next_pull_at = NULL, newest_at = NULL,
                 account = '{}', budget = '{}', state = 'new', state_code = NULL, state_params = '{}', rechecked_to = 0,
                 recheck_round_at = NULL WHERE id = ?""",
            (channel_id,),
        )
        self._db.execute("DELETE FROM counters WHERE channel_id = ? AND n = 0", (channel_id,))

    def settle_step(self, index: str, *, first: bool, pages: int = MERGED) -> bool:
        """One step of rewriting an index of words without what was forgotten; False once there is nothing to do.

        ``search.settle`` does the same in one piece. A negative number of pages begins: all parts of the index become
        one, step by step (https://www.sqlite.org/fts5.html#the_merge_command).
        """
        if index not in INDEXES:
            raise ValueError(index)
        if first:
            self._db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('usermerge', 2)")
        before = self._db.total_changes
        step = -pages if first else pages
        self._db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", (step,))
        return self._db.total_changes - before >= 2

    # ------------------------------------------------------------------ channels

    def removed(self, channel_id: int) -> bool:
        """Whether a channel was disconnected: what a pull still brings for it is not kept."""
        return self._count("SELECT EXISTS (SELECT 1 FROM channels WHERE id = ? AND removed)", channel_id) == 1

    def channel_ids(self, name: str) -> list[tuple[int, bool]]:
        """(id, removed) of the channels called ``kind:name`` or ``name``, removed ones too."""
        rows = self._db.execute(
            "SELECT id, removed FROM channels WHERE kind || ':' || name = ?1 OR name = ?1 ORDER BY id",
            (name,),
        )
        return [(row[0], bool(row[1])) for row in rows]

    def disconnected(self, mark: str) -> list[tuple[int, str]]:
        """(id, ``kind:name``) of removed channels of which something is left."""
        rows = self._db.execute(
            "SELECT id, kind || ':' || name FROM channels WHERE removed = 1 ORDER BY id"
        ).fetchall()
        return [(number, key) for number, key in rows if self.holds(number, mark)]

    def _count(self, query: str, *values: object) -> int:
        return int(self._db.execute(query, values).fetchone()[0])


def _marks(ids: Sequence[int]) -> str:
    return ",".join(str(int(one)) for one in ids)
