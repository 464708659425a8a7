"""Comments, authors and posts: the batch upsert of intake, verdicts, proposals, and single reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from console.domain.comment import Author, AuthorId, Comment, CommentId, IncomingComment
from console.domain.decision import Proposal
from console.domain.verdict import Verdict
from console.domain.vocabulary import CommentState
from console.store.sqlite import codec
from console.store.sqlite.codec import Part
from console.store.sqlite.incoming import bindable

CHUNK = 400  # bound variables per IN list, well under SQLite's smallest limit


@dataclass(frozen=True, slots=True)
class Upserted:
    """What one batch did. ``new_ids`` are work for the queue; our own comments and gone ones are not among them."""

    new: int
    updated: int
    unchanged: int
    new_ids: tuple[int, ...]
    updated_ids: tuple[int, ...]
    newest_at: int | None


@dataclass(slots=True)
class _Known:
    id: int
    text: str
    revision: int
    state: int
    hidden: int
    likes: int | None
    replies: int | None
    facts: str


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


class Comments(Part):
    """Operations on comments and what hangs on them."""

    # ------------------------------------------------------------------ intake

    def upsert(
        self,
        channel_id: int,
        kind: str,
        batch: Sequence[IncomingComment],
        now: int,
        *,
        imported: bool = False,
        connected_at: int = 0,
    ) -> Upserted:
        """Store a batch by (channel, remote id); an older text is kept as a revision. Same batch twice: no change."""
        self._db.execute("SAVEPOINT intake")
        try:
            result = self._upsert(channel_id, kind, batch, now, imported, connected_at)
        except (UnicodeEncodeError, OverflowError):
            # An id with a lone surrogate, a number beyond 64 bits: made storable, and the batch from its start again.
            self._db.execute("ROLLBACK TO intake")
            result = self._upsert(channel_id, kind, bindable(batch), now, imported, connected_at)
        self._db.execute("RELEASE intake")
        return result

    def _upsert(
        self,
        channel_id: int,
        kind: str,
        batch: Sequence[IncomingComment],
        now: int,
        imported: bool,
        connected_at: int,
    ) -> Upserted:
        latest: dict[str, IncomingComment] = {item.remote_id: item for item in batch}
        repeats = len(batch) - len(latest)
        authors = self._authors(kind, latest.values(), now)
        posts = self._posts(channel_id, latest.values())
        known = self._known(channel_id, list(latest))
        last_id = int(self._db.execute("SELECT coalesce(max(id), 0) FROM comments").fetchone()[0])

        fresh: list[IncomingComment] = []
        updated: list[int] = []
        unchanged = repeats
        for remote_id, item in latest.items():
            old = known.get(remote_id)
            if old is None:
                fresh.append(item)
            elif self._update(old, item, now):
                updated.append(old.id)
            else:
                unchanged += 1
        self._insert(channel_id, fresh, authors, posts, now, imported, connected_at)
        if fresh:
            self._join_parents(last_id)
            self._count_new(last_id)
            self.index_text()
        new_ids = tuple(
            row[0]
            for row in self._db.execute(
                "SELECT id FROM comments WHERE id > ? AND state = ? ORDER BY id", (last_id, 0)
            )
        )
        newest = max((item.posted_at for item in latest.values()), default=None)
        return Upserted(len(fresh), len(updated), unchanged, new_ids, tuple(updated), newest)

    def _authors(self, kind: str, items: Iterable[IncomingComment], now: int) -> dict[str, int]:
        """remote id -> author id; new authors are added, changed names and counts written."""
        seen = {item.author.remote_id: (item.author, int(item.ours)) for item in items}
        found: dict[str, int] = {}
        changed: list[tuple[object, ...]] = []
        for part in _chunks(list(seen)):
            marks = ",".join("?" * len(part))
            for row in self._db.execute(
                "SELECT remote_id, id, handle, name, created_at, followers, ours FROM authors"
                f" WHERE kind = ? AND remote_id IN ({marks})",
                (kind, *part),
            ):
                found[row[0]] = row[1]
                one, ours = seen[row[0]]
                fresh = (
                    codec.storable(one.handle)[0],
                    codec.storable(one.name)[0],
                    row[4] if one.created_at is None else one.created_at,
                    row[5] if one.followers is None else one.followers,
                    ours,
                )
                if fresh != row[2:]:
                    changed.append((*fresh, row[1]))
        self._db.executemany(
            "UPDATE authors SET handle = ?, name = ?, created_at = ?, followers = ?, ours = ? WHERE id = ?",
            changed,
        )
        missing = [name for name in seen if name not in found]
        if missing:
            last = int(self._db.execute("SELECT coalesce(max(id), 0) FROM authors").fetchone()[0])
            rows = []
            for number, remote_id in enumerate(missing, start=last + 1):
                one, ours = seen[remote_id]
                names = (codec.storable(one.handle)[0], codec.storable(one.name)[0])
                rows.append((number, kind, remote_id, *names, one.created_at, one.followers, now, ours))
                found[remote_id] = number
            self._db.executemany(
                """INSERT INTO authors (id, kind, remote_id, handle, name, created_at, followers, first_seen_at, ours)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
            )
            self._db.execute(
                "INSERT INTO authors_fts (rowid, name, handle) SELECT id, name, handle FROM authors WHERE id > ?",
                (last,),
            )
        return found

    def _posts(self, channel_id: int, items: Iterable[IncomingComment]) -> dict[str, int]:
        seen = {item.post.remote_id: item.post for item in items if item.post is not None}
        if not seen:
            return {}
        self._db.executemany(
            """INSERT INTO posts (channel_id, remote_id, title, permalink, posted_at) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (channel_id, remote_id) DO UPDATE SET
                 title = CASE WHEN excluded.title = '' THEN title ELSE excluded.title END,
                 permalink = CASE WHEN excluded.permalink = '' THEN permalink ELSE excluded.permalink END,
                 posted_at = coalesce(excluded.posted_at, posted_at)
               WHERE title <> excluded.title OR permalink <> excluded.permalink
                 OR posted_at IS NOT excluded.posted_at""",
            [
                (channel_id, one.remote_id, codec.storable(one.title)[0], one.permalink, one.posted_at)
                for one in seen.values()
            ],
        )
        found: dict[str, int] = {}
        for part in _chunks(list(seen)):
            marks = ",".join("?" * len(part))
            found.update(
                self._db.execute(
                    f"SELECT remote_id, id FROM posts WHERE channel_id = ? AND remote_id IN ({marks})",
                    (channel_id, *part),
                ).fetchall()
            )
        return found

    def _known(self, channel_id: int, remote_ids: list[str]) -> dict[str, _Known]:
        found: dict[str, _Known] = {}
        for part in _chunks(remote_ids):
            marks = ",".join("?" * len(part))
            for row in self._db.execute(
                "SELECT remote_id, id, text, text_bytes, revision, state, hidden, likes, replies, facts FROM comments"
                f" WHERE channel_id = ? AND remote_id IN ({marks})",
                (channel_id, *part),
            ):
                found[row[0]] = _Known(row[1], codec.exact(row[2], row[3]), *row[4:])
        return found

    def _insert(
        self,
        channel_id: int,
        items: Sequence[IncomingComment],
        authors: dict[str, int],
        posts: dict[str, int],
        now: int,
        imported: bool,
        connected_at: int,
    ) -> None:
        rows = []
        for item in items:
            text, raw = codec.storable(item.text)
            post = item.post
            parent = item.parent_remote_id
            if post is not None and parent == post.remote_id:
                parent = None  # directly under the post: no comment to wait for
            state = CommentState.OURS if item.ours else CommentState.GONE if item.gone else CommentState.OPEN
            rows.append(
                (
                    channel_id,
                    item.remote_id,
                    authors[item.author.remote_id],
                    None if post is None else posts[post.remote_id],
                    parent,
                    text,
                    raw,
                    item.language,
                    item.posted_at,
                    now,
                    item.edited_at,
                    item.relation,
                    item.likes,
                    item.replies,
                    item.permalink,
                    codec.dumps(dict(item.facts)) if item.facts else "{}",
                    # Nobody could answer what was written before the channel was connected: such a backlog's
                    # clocks start when it is first seen, like an import's.
                    int(imported or item.posted_at < connected_at),
                    int(state),
                    int(bool(item.hidden)),
                )
            )
        self._db.executemany(
            """INSERT INTO comments (channel_id, remote_id, author_id, post_id, parent_remote_id, text, text_bytes,
                 language, posted_at, first_seen_at, edited_at, relation, likes, replies, permalink, facts, imported,
                 state, hidden) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
            rows,
        )

    def _update(self, old: _Known, item: IncomingComment, now: int) -> bool:
        """Apply what changed on the platform; True when anything did."""
        if item.gone:
            if old.state == CommentState.GONE:
                return False
            self._db.execute(
                "UPDATE comments SET state = ? WHERE id = ?",
                (int(CommentState.OURS if old.state == CommentState.OURS else CommentState.GONE), old.id),
            )
            return old.state != CommentState.OURS
        changed = False
        state = old.state
        if state == CommentState.GONE:  # it was restored
            state, changed = CommentState.OPEN, True
        hidden = old.hidden if item.hidden is None else int(item.hidden)
        if item.text != old.text:
            self._new_text(old, item, now)
            if state == CommentState.DONE and not hidden:
                state = CommentState.OPEN  # edited after the decision: the decision was about another text
            changed = True
        likes = old.likes if item.likes is None else item.likes
        replies = old.replies if item.replies is None else item.replies
        if (state, hidden, likes, replies) != (old.state, old.hidden, old.likes, old.replies):
            self._db.execute(
                "UPDATE comments SET state = ?, hidden = ?, likes = ?, replies = ?, facts = ? WHERE id = ?",
                (int(state), hidden, likes, replies, codec.dumps(dict(item.facts)), old.id),
            )
            changed = True
        elif (facts := codec.dumps(dict(item.facts))) != old.facts:
            # What an action will need is kept up to date; nobody sees it, so it is no change to tell of.
            self._db.execute("UPDATE comments SET facts = ? WHERE id = ?", (facts, old.id))
        return changed

    def _new_text(self, old: _Known, item: IncomingComment, now: int) -> None:
        before, before_raw = codec.storable(old.text)
        text, raw = codec.storable(item.text)
        self._db.execute(
            "INSERT OR IGNORE INTO revisions VALUES (?, ?, ?, ?, ?)",
            (old.id, old.revision, before, before_raw, now),
        )
        if old.id <= self._fts_done():
            self._db.execute(
                "INSERT INTO comments_fts (comments_fts, rowid, text) VALUES ('delete', ?, ?)",
                (old.id, before),
            )
            self._db.execute("INSERT INTO comments_fts (rowid, text) VALUES (?, ?)", (old.id, text))
        self._db.execute(
            """UPDATE comments SET text = ?, text_bytes = ?, revision = revision + 1, edited_at = ?, facts = ?,
                 verdict_id = NULL, category_by = NULL WHERE id = ?""",
            (text, raw, item.edited_at or now, codec.dumps(dict(item.facts)), old.id),
        )

    def _join_parents(self, last_id: int) -> None:
        self._db.execute(
            """UPDATE comments SET parent_id = (SELECT p.id FROM comments p
                 WHERE p.channel_id = comments.channel_id AND p.remote_id = comments.parent_remote_id)
               WHERE id > ? AND parent_remote_id IS NOT NULL""",
            (last_id,),
        )
        self._db.execute(
            """UPDATE comments SET parent_id = (SELECT p.id FROM comments p
                 WHERE p.channel_id = comments.channel_id AND p.remote_id = comments.parent_remote_id)
               WHERE id IN (SELECT o.id FROM comments n CROSS JOIN comments o INDEXED BY comments_orphans
                 ON o.channel_id = n.channel_id AND o.parent_remote_id = n.remote_id
                 WHERE n.id > ? AND o.parent_id IS NULL AND o.parent_remote_id IS NOT NULL)""",
            (last_id,),
        )

    def _count_new(self, last_id: int) -> None:
        self._db.execute(
            """INSERT INTO counters (channel_id, state, category, n)
               SELECT channel_id, state, category, count(*) FROM comments WHERE id > ? GROUP BY 1, 2, 3
               ON CONFLICT DO UPDATE SET n = n + excluded.n""",
            (last_id,),
        )

    def _fts_done(self) -> int:
        return int(self._db.execute("SELECT value FROM meta WHERE key = 'fts_done'").fetchone()[0])

    def index_text(self) -> None:
        """Bring the full-text index up to the newest comment: one statement per batch is 3 x faster than triggers."""
        self._db.execute(
            "INSERT INTO comments_fts (rowid, text) SELECT id, text FROM comments WHERE id > ?",
            (self._fts_done(),),
        )
        self._db.execute(
            "UPDATE meta SET value = (SELECT coalesce(max(id), 0) FROM comments) WHERE key = 'fts_done'"
        )

    # ------------------------------------------------------------------ reading by the classifier and the policy

    def unread(self, limit: int) -> list[Comment]:
        """Open comments without a verdict for their present text, newest first (people wait for those)."""
        return self._select(
            "c.verdict_id IS NULL AND c.state = 0 ORDER BY c.id DESC LIMIT ?", (limit,), "unread"
        )

    def unread_ids(self, ids: Sequence[int]) -> list[int]:
        """Of ``ids``, those that still have no verdict."""
        return [
            row[0]
            for part in self._id_chunks(ids)
            for row in self._db.execute(
                f"SELECT id FROM comments WHERE id IN ({part}) AND verdict_id IS NULL AND state = 0"
            )
        ]

    def set_verdicts(self, items: Iterable[tuple[CommentId, int, Verdict]], now: int) -> list[int]:
        """Store verdicts beside the comments; one for an outdated revision is kept but not made current."""
        done: list[int] = []
        for comment_id, revision, verdict in items:
            cursor = self._db.execute(
                f"INSERT INTO verdicts (comment_id, revision, created_at, {codec.VERDICT_COLUMNS})"
                " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (comment_id, revision, now, *codec.verdict_values(verdict)),
            )
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

    def thread(self, comment_id: int, limit: int = 200) -> list[Comment]:
        """The comment's ancestors, itself, its siblings and its answers, oldest first, at most ``limit``."""
        ids = [
            row[0]
            for row in self._db.execute(
                """WITH RECURSIVE up(id, parent_id) AS (
                     SELECT id, parent_id FROM comments WHERE id = :id
                     UNION SELECT c.id, c.parent_id FROM comments c JOIN up ON c.id = up.parent_id),
                   top(id) AS (SELECT id FROM up WHERE parent_id IS NULL),
                   down(id) AS (
                     SELECT id FROM top
                     UNION SELECT c.id FROM comments c JOIN down ON c.parent_id = down.id LIMIT 1000)
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

    def wake_snoozed(self, now: int) -> list[int]:
        """Reopen comments whose snooze has ended; returns their ids."""
        ids = [
            row[0]
            for row in self._db.execute(
                "SELECT id FROM comments INDEXED BY comments_snoozed WHERE snoozed_until <= ? AND state = ?",
                (now, int(CommentState.SNOOZED)),
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
