"""Comments as they are read: one, many, threads, authors; their verdicts, proposals and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import CommentState
from console.store.sqlite import codec
from console.store.sqlite.intake import Intake

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from console.domain.comment import Author, AuthorId, Comment, CommentId
    from console.domain.decision import Proposal
    from console.domain.verdict import Verdict

CHUNK = 400  # ids in one IN list

_THREAD: Final = """WITH RECURSIVE up(id, parent_id) AS (
  SELECT id, parent_id FROM comments WHERE id = :id
  UNION SELECT c.id, c.parent_id FROM comments c JOIN up ON c.id = up.parent_id),
top(id) AS (SELECT id FROM up WHERE parent_id IS NULL),
down(id) AS (
  SELECT id FROM top
  UNION SELECT c.id FROM comments c JOIN down ON c.parent_id = down.id LIMIT 1000)"""


class Comments(Intake):
    """Operations on comments and what hangs on them; the batch upsert of intake is inherited."""

    # ------------------------------------------------------------------ reading by the classifier and the policy

    def unread(self, limit: int) -> list[Comment]:
        """Open comments without a verdict for their present text, newest first (people wait for those)."""
        return self._select(
            "c.verdict_id IS NULL AND c.state = 0 ORDER BY c.id DESC LIMIT ?", (limit,), "unread"
        )

    def set_verdicts(self, items: Iterable[tuple[CommentId, int, Verdict]], now: int) -> list[int]:
        """Store verdicts beside the comments; one for an outdated revision is kept but not made current.

        None of what was erased while it was read: such a row is away, or emptied and with our own.
        """
        done: list[int] = []
        for comment_id, revision, verdict in items:
            cursor = self._db.execute(
                f"INSERT INTO verdicts (comment_id, revision, created_at, {codec.VERDICT_COLUMNS})"
                " SELECT ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?"
                " WHERE EXISTS (SELECT 1 FROM comments WHERE id = ? AND state <> ?)",
                (
                    comment_id,
                    revision,
                    now,
                    *codec.verdict_values(verdict),
                    comment_id,
                    int(CommentState.OURS),
                ),
            )
            if not cursor.rowcount:
                continue
            changed = self._db.execute(
                "UPDATE comments SET verdict_id = ?, flagged = ?, language = ? WHERE id = ? AND revision = ?",
                (cursor.lastrowid, int(verdict.flagged), verdict.language, comment_id, revision),
            )
            if changed.rowcount:
                done.append(comment_id)
        return done

    def set_proposals(
        self, items: Iterable[tuple[CommentId, Proposal]], now: int, *, later_due: bool = False
    ) -> None:
        """Store proposals and put category, severity and due time on the comment.

        A category that a person chose stays. Due times only get earlier, unless ``later_due``.
        """
        for comment_id, proposal in items:
            cursor = self._db.execute(
                "INSERT INTO proposals (comment_id, revision, policy_id, body, created_at) VALUES (?,?,?,?,?)",
                (comment_id, proposal.revision, proposal.policy_id, codec.proposal_body(proposal), now),
            )
            self._db.execute(
                f"""UPDATE comments SET proposal_id = ?, severity = ?,
                     category = CASE WHEN category_by IS NULL THEN ? ELSE category END,
                     due_at = {"?" if later_due else "min(due_at, ?)"}
                   WHERE id = ? AND revision = ? AND state <= 3""",
                (
                    cursor.lastrowid,
                    proposal.severity,
                    proposal.category,
                    proposal.due_at,
                    comment_id,
                    proposal.revision,
                ),
            )

    # ------------------------------------------------------------------ single reads

    def get(self, comment_id: int) -> Comment | None:
        """One comment, or None."""
        rows = self._select("c.id = ?", (comment_id,))
        return rows[0] if rows else None

    def by_remote(self, channel_id: int, remote_id: str) -> Comment | None:
        """One comment by its platform id."""
        rows = self._select("c.channel_id = ? AND c.remote_id = ?", (channel_id, remote_id))
        return rows[0] if rows else None

    def after(self, channel_id: int, comment_id: int, since: int, limit: int) -> list[Comment]:
        """The next ``limit`` comments of a channel behind an id, posted since (UTC seconds), gone ones left out."""
        found = self._select(
            "c.id IN (SELECT id FROM comments WHERE id > ? AND channel_id = ? AND posted_at >= ? AND state <> ?"
            " ORDER BY id LIMIT ?)",
            (comment_id, channel_id, since, int(CommentState.GONE), limit),
        )
        return sorted(found, key=lambda one: int(one.id))

    def rows(self, ids: Sequence[int]) -> list[Comment]:
        """Comments by id, in the order asked for; unknown ids are left out."""
        found: dict[int, Comment] = {}
        for part in self._id_chunks(ids):
            found.update((item.id, item) for item in self._select(f"c.id IN ({part})", ()))
        return [found[one] for one in ids if one in found]

    def verdict(self, comment_id: int) -> Verdict | None:
        """The present verdict of a comment."""
        row = self._db.execute(
            f"SELECT {codec.VERDICT_COLUMNS} FROM verdicts"
            " WHERE id = (SELECT verdict_id FROM comments WHERE id = ?)",
            (comment_id,),
        ).fetchone()
        return None if row is None else codec.verdict(row)

    def verdicts(self, ids: Sequence[int]) -> dict[int, Verdict]:
        """Present verdicts of many comments."""
        return {
            row[0]: codec.verdict(row[1:])
            for part in self._id_chunks(ids)
            for row in self._db.execute(
                f"SELECT c.id, {codec.VERDICT_COLUMNS.replace('language', 'v.language').replace('severity', 'v.severity').replace('flagged', 'v.flagged')}"
                f" FROM comments c JOIN verdicts v ON v.id = c.verdict_id WHERE c.id IN ({part})"
            )
        }

    def proposal(self, comment_id: int) -> Proposal | None:
        """The present proposal of a comment."""
        found = self.proposals([comment_id])
        return found.get(comment_id)

    def proposals(self, ids: Sequence[int]) -> dict[int, Proposal]:
        """Present proposals of many comments."""
        return {
            row[0]: codec.proposal(row[1])
            for part in self._id_chunks(ids)
            for row in self._db.execute(
                f"SELECT c.id, p.body FROM comments c JOIN proposals p ON p.id = c.proposal_id WHERE c.id IN ({part})"
            )
        }

    def revisions(self, comment_id: int) -> list[tuple[int, str, int]]:
        """Earlier texts of a comment: (revision, text, when it was replaced), oldest first."""
        return [
            (row[0], codec.exact(row[1], row[2]), row[3])
            for row in self._db.execute(
                "SELECT revision, text, text_bytes, seen_at FROM revisions WHERE comment_id = ? ORDER BY revision",
                (comment_id,),
            )
        ]

    def past_verdicts(self, comment_id: int) -> list[tuple[int, int, Verdict]]:
        """(revision, when, verdict) of every verdict on any text of a comment, oldest first, at most fifty."""
        return [
            (row[0], row[1], codec.verdict(row[2:]))
            for row in self._db.execute(
                f"SELECT revision, created_at, {codec.VERDICT_COLUMNS} FROM verdicts INDEXED BY verdicts_comment"
                " WHERE comment_id = ? ORDER BY id LIMIT 50",
                (comment_id,),
            )
        ]

    def past_proposals(self, comment_id: int) -> list[tuple[int, Proposal]]:
        """(when, proposal) of every proposal for a comment, oldest first, at most fifty."""
        return [
            (row[0], codec.proposal(row[1]))
            for row in self._db.execute(
                "SELECT created_at, body FROM proposals INDEXED BY proposals_comment"
                " WHERE comment_id = ? ORDER BY id LIMIT 50",
                (comment_id,),
            )
        ]

    def thread(self, comment_id: int, limit: int = 200) -> list[Comment]:
        """The comment's ancestors, itself, its siblings and its answers, oldest first, at most ``limit``."""
        ids = [
            row[0]
            for row in self._db.execute(
                f"""{_THREAD}
                   SELECT id FROM down UNION SELECT id FROM up""",
                {"id": comment_id},
            )
        ]
        found = sorted(self.rows(ids), key=lambda item: (item.posted_at, item.id))
        if len(found) <= limit:
            return found
        middle = next(index for index, item in enumerate(found) if item.id == comment_id)
        start = max(0, min(middle - limit // 2, len(found) - limit))
        return found[start : start + limit]

    def thread_totals(self, comment_id: int, since: int) -> tuple[int, int]:
        """(comments of others that came into the thread after ``since``, UTC seconds; likes of the whole thread)."""
        row = self._db.execute(
            f"""{_THREAD} SELECT
                  coalesce(sum(c.state <> 6 AND c.id <> :id AND c.first_seen_at > :since), 0),
                  coalesce(sum(c.likes), 0)
                FROM (SELECT id FROM down UNION SELECT id FROM up) t JOIN comments c ON c.id = t.id""",
            {"id": comment_id, "since": since},
        ).fetchone()
        return int(row[0]), int(row[1])

    def post_of(self, comment_id: int) -> tuple[str, str, str, int | None] | None:
        """(remote id, title, permalink, posted at) of the comment's post."""
        row = self._db.execute(
            "SELECT remote_id, title, permalink, posted_at FROM posts"
            " WHERE id = (SELECT post_id FROM comments WHERE id = ?)",
            (comment_id,),
        ).fetchone()
        return None if row is None else (row[0], row[1], row[2], row[3])

    def author(self, author_id: int) -> Author | None:
        """One author."""
        row = self._db.execute(
            f"SELECT {codec.AUTHOR_COLUMNS} FROM authors WHERE id = ?", (author_id,)
        ).fetchone()
        return None if row is None else codec.author(row)

    def author_by_key(self, kind: str, remote_id: str) -> Author | None:
        """One author by ``kind:remote_id``."""
        row = self._db.execute(
            f"SELECT {codec.AUTHOR_COLUMNS} FROM authors WHERE kind = ? AND remote_id = ?", (kind, remote_id)
        ).fetchone()
        return None if row is None else codec.author(row)

    def by_author(self, author_id: int, limit: int = 50) -> list[Comment]:
        """An author's comments, newest first."""
        return self._select(
            "c.author_id = ? ORDER BY c.posted_at DESC, c.id DESC LIMIT ?", (author_id, limit)
        )

    def count_by_author(self, author_id: AuthorId) -> int:
        """How many comments of an author are stored."""
        return int(
            self._db.execute("SELECT count(*) FROM comments WHERE author_id = ?", (author_id,)).fetchone()[0]
        )

    def set_flags(self, comment_id: int, **values: int | str | None) -> None:
        """Set plain columns of one comment (state, hidden, snoozed_until, assignee, category, category_by, severity)."""
        allowed = {
            "state",
            "hidden",
            "snoozed_until",
            "assignee",
            "category",
            "category_by",
            "severity",
            "due_at",
        }
        if not values or not set(values) <= allowed:
            raise ValueError(f"not columns of a decision: {sorted(set(values) - allowed)}")
        columns = ", ".join(f"{name} = ?" for name in values)
        self._db.execute(f"UPDATE comments SET {columns} WHERE id = ?", (*values.values(), comment_id))

    def set_author_flags(self, author_id: int, **values: int) -> None:
        """Set ``blocked`` or ``muted`` of an author."""
        if not values or not set(values) <= {"blocked", "muted"}:
            raise ValueError("only blocked and muted")
        columns = ", ".join(f"{name} = ?" for name in values)
        self._db.execute(f"UPDATE authors SET {columns} WHERE id = ?", (*values.values(), author_id))

    def wake_snoozed(self, now: int, limit: int | None = None) -> list[int]:
        """Reopen comments whose snooze has ended, at most ``limit``; returns their ids."""
        ids = [
            row[0]
            for row in self._db.execute(
                "SELECT id FROM comments INDEXED BY comments_snoozed WHERE snoozed_until <= ? AND state = ? LIMIT ?",
                (now, int(CommentState.SNOOZED), -1 if limit is None else limit),
            )
        ]
        self._db.executemany(
            "UPDATE comments SET state = 0, snoozed_until = NULL WHERE id = ?", [(one,) for one in ids]
        )
        return ids

    def next_wake(self) -> int | None:
        """When the next snooze ends."""
        row = self._db.execute(
            "SELECT min(snoozed_until) FROM comments INDEXED BY comments_snoozed"
            " WHERE snoozed_until IS NOT NULL AND state = 3"
        ).fetchone()
        return None if row is None else row[0]

    @staticmethod
    def _id_chunks(ids: Sequence[int]) -> Iterator[str]:
        for start in range(0, len(ids), CHUNK):
            yield ",".join(str(int(one)) for one in ids[start : start + CHUNK])

    def _select(self, where: str, values: Sequence[object], index: str = "") -> list[Comment]:
        source = codec.COMMENT_FROM
        if index:
            source = source.replace(
                "comments c JOIN", f"comments c INDEXED BY comments_{index} CROSS JOIN", 1
            )
        rows: sqlite3.Cursor = self._db.execute(
            f"SELECT {codec.COMMENT_COLUMNS} FROM {source} WHERE {where}", tuple(values)
        )
        return [codec.comment(row) for row in rows]
