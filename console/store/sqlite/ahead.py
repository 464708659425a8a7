"""A transaction that has read ahead: what many decisions ask one by one is read for all of them in a few statements.

Each group below answers as its plain class does. What is kept is only ever dropped, at the first write that may
change it, and then asked of the database again; so a decision sees what it would see without this.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from console.store.sqlite import codec
from console.store.sqlite.automation import AutomaticHide, AutomaticHides
from console.store.sqlite.batches import decided, struck
from console.store.sqlite.comments import Comments
from console.store.sqlite.decisions import Decisions
from console.store.sqlite.outbox import Outbox

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from console.domain.comment import Comment, CommentId
    from console.domain.decision import AuthorHistory, OutboxRow, Proposal
    from console.domain.verdict import Verdict
    from console.domain.vocabulary import OutboxState

Post = tuple[str, str, str, int | None]


class AheadComments(Comments):
    """Comments with verdicts and posts of a known set of ids."""

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        super().__init__(connection)
        self._held: dict[int, Comment] = {int(one.id): one for one in super().rows(ids)}
        self._verdicts: dict[int, Verdict | None] = dict.fromkeys(self._held)
        self._verdicts.update(super().verdicts(list(self._held)))
        wanted = sorted({int(one.post_id) for one in self._held.values() if one.post_id is not None})
        posts: dict[int, Post] = {}
        for part in self._id_chunks(wanted):
            for row in self._db.execute(
                f"SELECT id, remote_id, title, permalink, posted_at FROM posts WHERE id IN ({part})"
            ):
                posts[row[0]] = (row[1], row[2], row[3], row[4])
        self._over = {
            key: None if one.post_id is None else posts.get(int(one.post_id))
            for key, one in self._held.items()
        }

    def get(self, comment_id: int) -> Comment | None:
        """As read ahead, until something about it was written."""
        held = self._held.get(comment_id)
        return super().get(comment_id) if held is None else held

    def verdict(self, comment_id: int) -> Verdict | None:
        """As read ahead."""
        return self._verdicts[comment_id] if comment_id in self._verdicts else super().verdict(comment_id)

    def post_of(self, comment_id: int) -> Post | None:
        """As read ahead."""
        return self._over[comment_id] if comment_id in self._over else super().post_of(comment_id)

    def set_flags(self, comment_id: int, **values: int | str | None) -> None:
        """Write; the comment is read anew the next time."""
        self._held.pop(comment_id, None)
        super().set_flags(comment_id, **values)

    def set_proposals(self, items: Any, now: int, *, later_due: bool = False) -> None:
        """Write; the comments are read anew the next time."""
        kept: list[tuple[CommentId, Proposal]] = list(items)
        for comment_id, _ in kept:
            self._held.pop(int(comment_id), None)
        super().set_proposals(kept, now, later_due=later_due)


class AheadDecisions(Decisions):
    """Author histories and waiting reviews. ``expect`` adds what a preview foresees."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        pairs: Sequence[tuple[int, int | None]],
        comments: Sequence[int],
        expected: dict[int, list[tuple[str, int]]] | None = None,
    ) -> None:
        super().__init__(connection)
        self._histories: dict[tuple[int, int | None], AuthorHistory] = {}
        self._expected: dict[int, list[tuple[str, int]]] = {}
        self._histories = super().histories(pairs)
        self._waiting: set[int] | None = {
            row[0] for row in connection.execute("SELECT comment_id FROM reviews WHERE state = 'waiting'")
        }
        self._struck = struck(connection, comments)
        #: comment -> what people decided about its present text, as the work began
        self.decided = decided(connection, comments)
        if expected is not None:
            self._expected = expected

    def history(self, author_id: int, post_id: int | None = None) -> AuthorHistory:
        """As read ahead, until a decision about the author was written; with the strikes that are foreseen."""
        held = self._histories.get((author_id, post_id))
        found = super().history(author_id, post_id) if held is None else held
        more = self._expected.get(author_id)
        return found if more is None else replace(found, strikes=(*found.strikes, *more))

    def expect(self, author_id: int, comment_id: int, category: str, now: int) -> bool:
        """Foresee a strike, as ``add_strike`` would write one; False where the comment has its strike already."""
        if comment_id in self._struck:
            return False
        self._struck.add(comment_id)
        self._expected.setdefault(author_id, []).append((category, now))
        return True

    def waits_for_review(self, comment_id: int, action: str | None = None) -> bool:
        """As read ahead where nobody waits at all."""
        if self._waiting is not None and comment_id not in self._waiting:
            return False
        return super().waits_for_review(comment_id, action)

    def add(self, **values: Any) -> int:
        """Write; the author's history is read anew the next time."""
        self._forget(values.get("author_id"))
        return super().add(**values)

    def set(self, decision_id: int, **values: Any) -> None:
        """Write. Of a decision that is new here the author was forgotten with it."""
        if "undone_by" in values:
            self._histories.clear()
        super().set(decision_id, **values)

    def add_strike(self, author_id: int, comment_id: int, decision_id: int, category: str, now: int) -> None:
        """Write; the author's history is read anew the next time."""
        self._forget(author_id)
        super().add_strike(author_id, comment_id, decision_id, category, now)

    def revoke_strikes(self, *given: Any, **named: Any) -> None:
        """Write; every history is read anew."""
        self._histories.clear()
        super().revoke_strikes(*given, **named)

    def ask_review(self, *given: Any, **named: Any) -> int:
        """Write; who waits is asked anew."""
        self._waiting = None
        return super().ask_review(*given, **named)

    def answer_review(self, review_id: int, state: str, by: str | None, now: int) -> bool:
        """Write; who waits is asked anew."""
        self._waiting = None
        return super().answer_review(review_id, state, by, now)

    def _forget(self, author_id: Any) -> None:
        for key in [one for one in self._histories if one[0] == author_id]:
            del self._histories[key]


class AheadOutbox(Outbox):
    """Rows of a known set of comments."""

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        super().__init__(connection)
        self._rows: dict[int, list[OutboxRow]] = {one: [] for one in ids}
        for start in range(0, len(ids), 400):
            marks = ",".join(str(int(one)) for one in ids[start : start + 400])
            for row in connection.execute(
                f"SELECT {codec.OUTBOX_COLUMNS} FROM outbox INDEXED BY outbox_comment"
                f" WHERE comment_id IN ({marks}) ORDER BY id"
            ):
                self._rows[row[3]].append(codec.outbox_row(row))

    def of_comment(self, comment_id: int) -> list[OutboxRow]:
        """As read ahead, until a row about it was written."""
        held = self._rows.get(comment_id)
        return super().of_comment(comment_id) if held is None else held

    def add(self, *, comment_id: int, **values: Any) -> int:
        """Write; the comment's rows are read anew the next time."""
        self._rows.pop(comment_id, None)
        return super().add(comment_id=comment_id, **values)

    def move(self, outbox_id: int, state: OutboxState, now: int, **values: Any) -> OutboxRow:
        """Write; the comment's rows are read anew the next time."""
        moved = super().move(outbox_id, state, now, **values)
        self._rows.pop(int(moved.comment_id), None)
        return moved


class AheadAutomation(AutomaticHides):
    """Which of a known set of comments the console hid, with no answer yet."""

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        super().__init__(connection)
        hidden: Mapping[int, str] = super().rules_of(ids)
        self._none = {one for one in ids if one not in hidden}

    def unanswered(self, comment_id: int) -> AutomaticHide | None:
        """None at once where nothing was hidden alone."""
        return None if comment_id in self._none else super().unanswered(comment_id)

    def add(self, decision_id: int, comment_id: int, rule: str, policy_id: str, now: int) -> None:
        """Write; the comment is asked about again."""
        self._none.discard(comment_id)
        super().add(decision_id, comment_id, rule, policy_id, now)

    def answer(self, decision_id: int, answer: str | None, now: int, by: str | None) -> None:
        """Write; an answer taken back makes every comment a question again."""
        self._none.clear()
        super().answer(decision_id, answer, now, by)
