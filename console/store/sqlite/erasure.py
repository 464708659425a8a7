"""Erasing a person: what is kept of an author and their comments is counted, and emptied for good.

The rows of comments and decisions stay, without words and without names: decisions, figures and threads keep their
shape, and the audit log what it refers to. ``Store.compact`` afterwards rewrites the file without what was deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import NO_DUE, CommentState
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHUNK: Final = 400
_UNFINISHED: Final = "('queued', 'sending', 'unknown', 'waiting_person')"
# Everything that hangs on a comment and says what it said, or what was thought of it.
_OF_COMMENTS: Final = (
    "revisions",
    "verdicts",
    "proposals",
    "shadow_proposals",
    "feedback",
    "claims",
    "strikes",
)


class Erasure(Part):
    """Counting and emptying; nothing here asks who may."""

    def unfinished(self, ids: Sequence[int]) -> int:
        """Actions about these comments that are on their way or wait for a person."""
        return sum(
            self._count(
                f"SELECT count(*) FROM outbox WHERE comment_id IN ({marks}) AND state IN {_UNFINISHED}"
            )
            + self._count(f"SELECT count(*) FROM reviews WHERE comment_id IN ({marks}) AND state = 'waiting'")
            for marks in _marks(ids)
        )

    def counts(self, author_id: int, ids: Sequence[int]) -> dict[str, int]:
        """What would be erased: comments, earlier_versions, verdicts, notes, drafts, tags, strikes, words, clear_values.

        ``words``: decisions with a reply or a reason in words. ``clear_values``: what the log's entries committed to.
        """
        author = int(author_id)
        found = {
            "comments": len(ids),
            "notes": self._count(f"SELECT count(*) FROM notes WHERE author_id = {author}"),
            "tags": self._count(f"SELECT count(*) FROM author_tags WHERE author_id = {author}"),
            "strikes": self._count(f"SELECT count(*) FROM strikes WHERE author_id = {author}"),
            "clear_values": self._count(f"SELECT count(*) FROM audit_private WHERE author_id = {author}"),
            "earlier_versions": 0,
            "verdicts": 0,
            "drafts": 0,
            "words": 0,
        }
        for marks in _marks(ids):
            here = f"comment_id IN ({marks})"
            found["notes"] += self._count(f"SELECT count(*) FROM notes WHERE {here}")
            found["earlier_versions"] += self._count(f"SELECT count(*) FROM revisions WHERE {here}")
            found["verdicts"] += self._count(f"SELECT count(*) FROM verdicts WHERE {here}")
            found["drafts"] += self._count(f"SELECT count(*) FROM drafts WHERE {here}")
            found["words"] += self._count(
                f"SELECT count(*) FROM decisions WHERE {here} AND (text IS NOT NULL OR reason <> '')"
            )
        return found

    def entries(self, ids: Sequence[int]) -> int:
        """Entries of the audit log about these comments: they stay."""
        return sum(
            self._count(f"SELECT count(*) FROM audit WHERE comment IN ({marks})") for marks in _marks(ids)
        )

    def decisions(self, ids: Sequence[int]) -> int:
        """Decisions about these comments: they stay, without words."""
        return sum(
            self._count(f"SELECT count(*) FROM decisions WHERE comment_id IN ({marks})")
            for marks in _marks(ids)
        )

    def empty(self, author_id: int, ids: Sequence[int], mark: str) -> None:
        """Empty the rows; ``mark`` and a number stand where the platform's ids stood. The indexes of words come first.

        What answered an erased comment stays and points at the emptied row.
        """
        author = int(author_id)
        for marks in _marks(ids):
            for table in _OF_COMMENTS:
                self._db.execute(f"DELETE FROM {table} WHERE comment_id IN ({marks})")
            self._db.execute(
                f"""UPDATE decisions SET text = NULL, reason = '' WHERE comment_id IN ({marks})"""
            )
            self._db.execute(
                f"""UPDATE outbox SET result = NULL, error = NULL, request = json_set(request, '$.target', '',
                      '$.author_remote_id', '', '$.text', '', '$.reason', '', '$.facts', json('{{}}'), '$.undo_of', NULL)
                    WHERE comment_id IN ({marks})"""
            )
            self._db.execute(
                f"""UPDATE comments SET parent_remote_id = ? || parent_id WHERE parent_id IN ({marks})""",
                (mark,),
            )
            self._db.execute(
                f"""UPDATE comments SET text = '', text_bytes = NULL, remote_id = ? || id, permalink = '', facts = '{{}}',
                      language = NULL, likes = NULL, replies = NULL, verdict_id = NULL, proposal_id = NULL, alike_id = NULL,
                      flagged = 0, hidden = 0, state = ?, due_at = ?, assignee = NULL, snoozed_until = NULL
                    WHERE id IN ({marks})""",
                (mark, int(CommentState.GONE), NO_DUE),
            )
            self._db.execute(f"DELETE FROM audit_private WHERE comment_id IN ({marks})")
        self._db.execute("DELETE FROM strikes WHERE author_id = ?", (author,))
        self._db.execute("DELETE FROM audit_private WHERE author_id = ?", (author,))
        self._db.execute(
            """UPDATE authors SET remote_id = ? || id, handle = '', name = '', created_at = NULL, followers = NULL,
                 blocked = 0, muted = 0 WHERE id = ?""",
            (mark, author),
        )

    def is_ours(self, author_id: int) -> bool:
        """Whether this is one of the brand's own accounts."""
        row = self._db.execute("SELECT ours FROM authors WHERE id = ?", (int(author_id),)).fetchone()
        return row is not None and bool(row[0])

    def _count(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0])


def _marks(ids: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(ids), _CHUNK):
        yield ",".join(str(int(one)) for one in ids[start : start + _CHUNK])
