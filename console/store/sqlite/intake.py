"""Intake: the batch upsert of comments with their authors and posts, revisions, parents and the text index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.comment import CAME_IN
from console.domain.vocabulary import CommentState
from console.store.sqlite import codec
from console.store.sqlite.codec import Part
from console.store.sqlite.incoming import bindable
from console.store.sqlite.search import Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from console.domain.comment import IncomingAuthor, IncomingComment

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


def _facts(old: _Known, item: IncomingComment) -> str:
    """What is known now, as it is stored: the platform's new facts, and how the comment came in."""
    kept = [name for name in CAME_IN if name not in item.facts and f'"{name}"' in old.facts]
    before = codec.loads(old.facts) if kept else {}  # most have nothing to keep: not read
    return codec.dumps({**item.facts, **{name: before[name] for name in kept if name in before}})


class Intake(Part):
    """What a pull or an import writes."""

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
        known = self._known(channel_id, list(latest))
        # What was gone before it was ever seen here, without a word of it, is nothing to keep.
        latest = {one: item for one, item in latest.items() if one in known or item.text or not item.gone}
        repeats = len(batch) - len(latest)
        authors = self._authors(kind, latest.values(), now)
        posts = self._posts(channel_id, latest.values())
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
        # The trace of what is gone holds neither whose it was nor a newer name: it never speaks against the others.
        seen: dict[str, tuple[IncomingAuthor, int | None]] = {}
        for item in items:
            if not item.gone:
                seen[item.author.remote_id] = (item.author, int(item.ours))
            else:
                seen.setdefault(item.author.remote_id, (item.author, int(item.ours) or None))
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
                    codec.plain(one.handle),
                    codec.plain(one.name),
                    row[4] if one.created_at is None else one.created_at,
                    row[5] if one.followers is None else one.followers,
                    row[6] if ours is None else ours,
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
                names = (codec.plain(one.handle), codec.plain(one.name))
                rows.append((number, kind, remote_id, *names, one.created_at, one.followers, now, ours or 0))
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
                (channel_id, one.remote_id, codec.plain(one.title), one.permalink, one.posted_at)
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
            text, raw = (item.text, None) if item.text.isascii() else codec.storable(item.text)
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
            # Ours too: a reply that nobody can read any more answers nothing.
            self._db.execute("UPDATE comments SET state = ? WHERE id = ?", (int(CommentState.GONE), old.id))
            return True
        changed = False
        state = old.state
        facts = _facts(old, item)
        if state == CommentState.GONE:  # it was restored
            state, changed = (CommentState.OURS if item.ours else CommentState.OPEN), True
        hidden = old.hidden if item.hidden is None else int(item.hidden)
        if item.text != old.text:
            self._new_text(old, item, facts, now)
            if state == CommentState.DONE and not hidden:
                state = CommentState.OPEN  # edited after the decision: the decision was about another text
            changed = True
        likes = old.likes if item.likes is None else item.likes
        replies = old.replies if item.replies is None else item.replies
        if (state, hidden, likes, replies) != (old.state, old.hidden, old.likes, old.replies):
            self._db.execute(
                "UPDATE comments SET state = ?, hidden = ?, likes = ?, replies = ?, facts = ? WHERE id = ?",
                (int(state), hidden, likes, replies, facts, old.id),
            )
            changed = True
        elif facts != old.facts:
            # What an action will need is kept up to date; nobody sees it, so it is no change to tell of.
            self._db.execute("UPDATE comments SET facts = ? WHERE id = ?", (facts, old.id))
        return changed

    def _new_text(self, old: _Known, item: IncomingComment, facts: str, now: int) -> None:
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
        Search(self._db).edited(old.id, before, text)
        self._db.execute(
            """UPDATE comments SET text = ?, text_bytes = ?, revision = revision + 1, edited_at = ?, facts = ?,
                 verdict_id = NULL, category_by = NULL, alike_id = NULL WHERE id = ?""",
            (text, raw, item.edited_at or now, facts, old.id),
        )

    def _join_parents(self, last_id: int) -> None:
        self._db.execute(
            """UPDATE comments SET parent_id = (SELECT p.id FROM comments p
                 WHERE p.channel_id = comments.channel_id AND p.remote_id = comments.parent_remote_id)
               WHERE id > ? AND parent_remote_id IS NOT NULL""",
            (last_id,),
        )
        # Only a child that came before its parent makes the second, dearer look worth while.
        orphan = self._db.execute(
            "SELECT 1 FROM comments INDEXED BY comments_orphans"
            " WHERE parent_id IS NULL AND parent_remote_id IS NOT NULL LIMIT 1"
        ).fetchone()
        if orphan is None:
            return
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
