"""Decisions, strikes and reviews: what people decided, and what the ladder may count."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from console.domain.comment import CommentId
from console.domain.decision import AuthorHistory, Decision
from console.domain.vocabulary import AUTOMATION, STRIKE_ACTIONS, ActionKind
from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

COLUMNS = """id, comment_id, action, actor, role, created_at, category, severity, reason, policy_id, rules,
  shown_revision, state, outbox_id, audit_sequence, undoes, undone_by, text"""

FEW_OURS = 1000  # own replies that are looked through in a millisecond


@dataclass(frozen=True, slots=True)
class Review:
    """A second person's agreement that is asked for one decision."""

    id: int
    decision_id: int
    comment_id: int
    asked_by: str
    role: str
    clause: str
    created_at: int
    expires_at: int
    state: str  # waiting | approved | rejected | expired
    answered_by: str | None
    answered_at: int | None


def _decision(row: tuple[Any, ...]) -> Decision:
    return Decision(
        id=row[0],
        comment_id=CommentId(row[1]),
        action=ActionKind(row[2]),
        actor=row[3],
        role=row[4],
        created_at=row[5],
        category=row[6],
        severity=row[7],
        reason=row[8],
        policy_id=row[9],
        rules=tuple(json.loads(row[10])),
        shown_revision=row[11],
        state=row[12],
        outbox_id=row[13],
        audit_sequence=row[14],
        undoes=row[15],
        undone_by=row[16],
        text=row[17],
    )


class Decisions(Part):
    """Decisions and what follows from them inside the workspace."""

    def add(self, **values: Any) -> int:
        """Insert a decision from columns; JSON columns (rules, params, before) take plain values."""
        for name in ("rules", "params", "before"):
            if name in values:
                values[name] = codec.dumps(values[name])
        values = {
            name: codec.storable(value)[0] if isinstance(value, str) else value
            for name, value in values.items()
        }
        columns = ", ".join(values)
        marks = ",".join("?" * len(values))
        cursor = self._db.execute(
            f"INSERT INTO decisions ({columns}) VALUES ({marks})", tuple(values.values())
        )
        return int(cursor.lastrowid or 0)

    def set(self, decision_id: int, **values: Any) -> None:
        """Set state, outbox_id, undone_by or audit_sequence of a decision."""
        if not values or not set(values) <= {"state", "outbox_id", "undone_by", "audit_sequence"}:
            raise ValueError("a decision's own words never change")
        columns = ", ".join(f"{name} = ?" for name in values)
        self._db.execute(f"UPDATE decisions SET {columns} WHERE id = ?", (*values.values(), decision_id))

    def get(self, decision_id: int) -> Decision | None:
        """One decision."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM decisions WHERE id = ?", (decision_id,)).fetchone()
        return None if row is None else _decision(row)

    def before(self, decision_id: int) -> dict[str, Any]:
        """The comment's columns as they were before the decision, for an undo."""
        row = self._db.execute("SELECT before FROM decisions WHERE id = ?", (decision_id,)).fetchone()
        return {} if row is None else dict(json.loads(row[0]))

    def params(self, decision_id: int) -> dict[str, Any]:
        """The decision's parameters (batch, template, snooze time, actor's machine)."""
        row = self._db.execute("SELECT params FROM decisions WHERE id = ?", (decision_id,)).fetchone()
        return {} if row is None else dict(json.loads(row[0]))

    def of_comment(self, comment_id: int) -> list[Decision]:
        """Decisions about one comment, oldest first."""
        return [
            _decision(row)
            for row in self._db.execute(
                f"SELECT {COLUMNS} FROM decisions WHERE comment_id = ? ORDER BY id", (comment_id,)
            )
        ]

    def watches(self, ids: Sequence[int]) -> dict[int, tuple[int, str, int, dict[str, Any]]]:
        """Comment id -> (decision, who, when, parameters) of those whose last standing decision is to hold and watch."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return {
            row[0]: (row[1], row[2], row[3], dict(json.loads(row[4])))
            for row in self._db.execute(
                f"""SELECT d.comment_id, d.id, d.actor, d.created_at, d.params
                    FROM decisions d INDEXED BY decisions_comment
                    WHERE d.comment_id IN ({marks}) AND d.action = 'watch' AND d.state = 'done'
                      AND d.undone_by IS NULL AND d.undoes IS NULL
                      AND NOT EXISTS (SELECT 1 FROM decisions n INDEXED BY decisions_comment
                        WHERE n.comment_id = d.comment_id AND n.id > d.id AND n.undoes IS NULL
                          AND n.undone_by IS NULL AND n.state IN ('queued', 'done', 'waiting_person', 'waiting_review'))"""
            )
        }

    def newest_standing(self, comment_id: int, after: int) -> Decision | None:
        """The newest decision of a person about a comment with a number above ``after`` that stands or waits."""
        row = self._db.execute(
            f"""SELECT {COLUMNS} FROM decisions WHERE comment_id = ? AND id > ? AND undone_by IS NULL
                AND undoes IS NULL AND role <> '{AUTOMATION}'
                AND state IN ('queued', 'done', 'waiting_person', 'waiting_review') ORDER BY id DESC LIMIT 1""",
            (comment_id, after),
        ).fetchone()
        return None if row is None else _decision(row)

    def last_undoable(self, actor: str | None) -> Decision | None:
        """The newest decision (of ``actor``, if given) that was not undone and is no undo itself."""
        # By a person's own index: the table has everybody's, and theirs may all be undone.
        whose = (
            "decisions INDEXED BY decisions_actor WHERE actor = ?1"
            if actor is not None
            else "decisions WHERE ?1 IS NULL"
        )
        row = self._db.execute(
            f"""SELECT {COLUMNS} FROM {whose} AND undone_by IS NULL
                AND undoes IS NULL AND state IN ('queued', 'done', 'waiting_person', 'waiting_review')
                ORDER BY id DESC LIMIT 1""",
            (actor,),
        ).fetchone()
        return None if row is None else _decision(row)

    def recent(self, limit: int = 50) -> list[Decision]:
        """The newest decisions, for the undo history."""
        return [
            _decision(row)
            for row in self._db.execute(f"SELECT {COLUMNS} FROM decisions ORDER BY id DESC LIMIT ?", (limit,))
        ]

    def history_ids(self, actor: str | None, since: int) -> array[int]:
        """Decisions of ``actor`` (None: of everybody) from ``since`` on (UTC seconds), newest first, undos left out.

        All of one batch are one line: the negative id of its newest decision.
        """
        rows = self._db.execute(
            f"""SELECT CASE WHEN batch IS NULL THEN id ELSE -max(id) END, max(id) AS newest FROM decisions
                WHERE undoes IS NULL AND {"1" if actor is None else "actor = ?2"} AND created_at >= ?1
                GROUP BY coalesce(batch, id) ORDER BY newest DESC""",
            (since,) if actor is None else (since, actor),
        )
        return array("q", (row[0] for row in rows))

    def batch_of(self, decision_id: int) -> array[int]:
        """All decisions of the batch that ``decision_id`` belongs to, newest first; none when it was made alone."""
        rows = self._db.execute(
            """SELECT id FROM decisions INDEXED BY decisions_batch WHERE undoes IS NULL
               AND batch = (SELECT batch FROM decisions WHERE id = ?) ORDER BY id DESC""",
            (decision_id,),
        )
        return array("q", (row[0] for row in rows))

    def batches_of(self, ids: Sequence[int]) -> dict[int, tuple[str, int, int]]:
        """Decision id -> (batch, decisions in it, those not taken back)."""
        found: dict[int, tuple[str, int, int]] = {}
        for one in ids:
            row = self._db.execute(
                """SELECT batch, count(*), sum(undone_by IS NULL) FROM decisions INDEXED BY decisions_batch
                   WHERE undoes IS NULL AND batch = (SELECT batch FROM decisions WHERE id = ?) GROUP BY batch""",
                (int(one),),
            ).fetchone()
            if row is not None:
                found[int(one)] = (row[0], row[1], row[2])
        return found

    def many(self, ids: Sequence[int]) -> list[Decision]:
        """Decisions by id; unknown ids are left out."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return [
            _decision(row)
            for row in self._db.execute(f"SELECT {COLUMNS} FROM decisions WHERE id IN ({marks})")
        ]

    def standing_of(self, actor: str, limit: int) -> list[Decision]:
        """The newest decisions of ``actor`` that stand or wait, undos left out."""
        return [
            _decision(row)
            for row in self._db.execute(
                f"""SELECT {COLUMNS} FROM decisions WHERE actor = ? AND undone_by IS NULL AND undoes IS NULL
                    AND state IN ('queued', 'done', 'waiting_person', 'waiting_review')
                    ORDER BY id DESC LIMIT ?""",
                (actor, limit),
            )
        ]

    def count_since(self, since: int) -> int:
        """People's decisions that stood since ``since`` (refusals and undone ones left out)."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM decisions WHERE created_at >= ? AND state NOT IN ('refused', 'undone')"
                f" AND undoes IS NULL AND role <> '{AUTOMATION}'",
                (since,),
            ).fetchone()[0]
        )

    # ------------------------------------------------------------------ strikes and history

    def add_strike(self, author_id: int, comment_id: int, decision_id: int, category: str, now: int) -> None:
        """One strike per comment: a second decision about the same comment adds none."""
        row = self._db.execute(
            "SELECT 1 FROM strikes WHERE author_id = ? AND comment_id = ? AND revoked_at IS NULL",
            (author_id, comment_id),
        ).fetchone()
        if row is None:
            self._db.execute(
                "INSERT INTO strikes (author_id, comment_id, decision_id, category, created_at) VALUES (?, ?, ?, ?, ?)",
                (author_id, comment_id, decision_id, category, now),
            )

    def revoke_strikes(self, decision_id: int, now: int, violations: Collection[str] = ()) -> None:
        """Take back the strike of a decision that was undone or failed.

        Another person's measure against the same comment that still stands keeps the author's strike: where it was
        taken for the same category, or for one of ``violations``.
        """
        revoked = self._db.execute(
            "SELECT author_id, comment_id, category FROM strikes WHERE decision_id = ? AND revoked_at IS NULL",
            (decision_id,),
        ).fetchall()
        self._db.execute(
            "UPDATE strikes SET revoked_at = ? WHERE decision_id = ? AND revoked_at IS NULL",
            (now, decision_id),
        )
        for author, comment, category in revoked:
            counts = {category, *violations}
            for other, action, of, at in self._db.execute(
                f"""SELECT id, action, category, created_at FROM decisions INDEXED BY decisions_comment
                    WHERE comment_id = ? AND id <> ? AND undone_by IS NULL AND undoes IS NULL
                      AND role <> '{AUTOMATION}' AND state IN ('queued', 'done', 'waiting_person') ORDER BY id""",
                (comment, decision_id),
            ).fetchall():
                if action in STRIKE_ACTIONS and of in counts:
                    self.add_strike(author, comment, other, of, at)
                    break

    def strikes(self, author_id: int) -> list[tuple[str, int]]:
        """(category, when) of unrevoked strikes, oldest first."""
        return [
            (row[0], row[1])
            for row in self._db.execute(
                "SELECT category, created_at FROM strikes WHERE author_id = ? AND revoked_at IS NULL ORDER BY id",
                (author_id,),
            )
        ]

    def history(self, author_id: int, post_id: int | None = None) -> AuthorHistory:
        """What the policy may know about an author now. What the console hid alone is no step of the ladder."""
        row = self._db.execute(
            "SELECT kind, remote_id, created_at, followers FROM authors WHERE id = ?", (author_id,)
        ).fetchone()
        comments = int(
            self._db.execute("SELECT count(*) FROM comments WHERE author_id = ?", (author_id,)).fetchone()[0]
        )
        done = [
            (one[0], one[1])
            for one in self._db.execute(
                f"""SELECT d.action, d.created_at FROM decisions d LEFT JOIN outbox o ON o.id = d.outbox_id
                   WHERE d.author_id = ? AND d.undone_by IS NULL AND d.undoes IS NULL AND d.role <> '{AUTOMATION}'
                     AND (o.state = 'done' OR (o.id IS NULL AND d.state = 'done')) ORDER BY d.created_at""",
                (author_id,),
            )
        ]
        on_the_way = self._db.execute(
            """SELECT d.created_at FROM outbox o INDEXED BY outbox_author
               CROSS JOIN decisions d ON d.id = o.decision_id AND d.outbox_id = o.id
               WHERE o.author_id = ? AND o.action = 'reply' AND d.undone_by IS NULL AND d.undoes IS NULL
                 AND o.state IN ('queued', 'sending', 'unknown', 'waiting_person') ORDER BY d.created_at""",
            (author_id,),
        ).fetchall()
        return AuthorHistory(
            author_key=f"{row[0]}:{row[1]}",
            account_created_at=row[2],
            followers=row[3],
            comments=comments,
            strikes=tuple(self.strikes(author_id)),
            actions_done=tuple(done),
            replies_by_us_in_thread=self.replies_to(author_id, post_id),
            replies_on_the_way=tuple(one[0] for one in on_the_way),
        )

    def histories(
        self, pairs: Sequence[tuple[int, int | None]]
    ) -> dict[tuple[int, int | None], AuthorHistory]:
        """``history`` for many (author, post) pairs: most authors have none, which four queries tell for all."""
        ids = sorted({author for author, _ in pairs})
        plain: dict[int, AuthorHistory] = {}
        busy: set[int] = set()
        for start in range(0, len(ids), 400):
            marks = ",".join(str(int(one)) for one in ids[start : start + 400])
            counts = dict(
                self._db.execute(
                    f"SELECT author_id, count(*) FROM comments INDEXED BY comments_author"
                    f" WHERE author_id IN ({marks}) GROUP BY author_id"
                ).fetchall()
            )
            for row in self._db.execute(
                f"SELECT id, kind, remote_id, created_at, followers FROM authors WHERE id IN ({marks})"
            ):
                plain[row[0]] = AuthorHistory(
                    author_key=f"{row[1]}:{row[2]}",
                    account_created_at=row[3],
                    followers=row[4],
                    comments=counts.get(row[0], 0),
                )
            for sql in (
                f"SELECT DISTINCT author_id FROM decisions WHERE author_id IN ({marks})",
                f"SELECT DISTINCT author_id FROM outbox WHERE author_id IN ({marks})",
                "SELECT DISTINCT c.author_id FROM comments c INDEXED BY comments_author CROSS JOIN comments o"
                " INDEXED BY comments_parent ON o.parent_id = c.id"
                f" WHERE c.author_id IN ({marks}) AND o.state = 6",
            ):
                busy.update(row[0] for row in self._db.execute(sql))
        # What is the author's own is read once, however many of their comments are in the batch.
        own = {author: self.history(author) for author in busy}
        return {
            (author, post): replace(own[author], replies_by_us_in_thread=self.replies_to(author, post))
            if author in busy
            else plain[author]
            for author, post in set(pairs)
        }

    def replies_to(self, author_id: int, post_id: int | None) -> int:
        """Our public replies to this author under one post: those seen there and those still on their way."""
        said = int(self._db.execute("SELECT coalesce(sum(n), 0) FROM counters WHERE state = 6").fetchone()[0])
        # From the side that is smaller: all that the brand ever said, or what this author wrote. The planner would
        # always walk the first, and an export without names has one author for everything.
        way = (
            """comments o INDEXED BY comments_queue CROSS JOIN comments c ON c.id = o.parent_id"""
            if said <= FEW_OURS
            else """comments c INDEXED BY comments_author
               CROSS JOIN comments o INDEXED BY comments_parent ON o.parent_id = c.id"""
        )
        seen = (
            said
            and self._db.execute(
                f"SELECT count(*) FROM {way} WHERE o.state = 6 AND c.author_id = ? AND c.post_id IS ?",
                (author_id, post_id),
            ).fetchone()[0]
        )
        # A done reply that was not pulled back yet, or a queued one, counts too; one that was pulled counts once.
        ours = self._db.execute(
            """SELECT count(*) FROM outbox b JOIN comments c ON c.id = b.comment_id
               WHERE b.author_id = ? AND b.action IN ('reply', 'warn') AND c.post_id IS ?
                 AND b.state IN ('queued', 'sending', 'unknown', 'waiting_person', 'done')
                 AND NOT EXISTS (SELECT 1 FROM comments s WHERE s.channel_id = b.channel_id
                   AND s.remote_id = json_extract(b.result, '$.remote_id'))""",
            (author_id, post_id),
        ).fetchone()[0]
        return int(seen) + int(ours)

    # ------------------------------------------------------------------ reviews (second person)

    def ask_review(
        self,
        decision_id: int,
        comment_id: int,
        asked_by: str,
        role: str,
        clause: str,
        now: int,
        expires_at: int,
    ) -> int:
        """Ask a second person; returns the review's id."""
        cursor = self._db.execute(
            """INSERT INTO reviews (decision_id, comment_id, asked_by, role, clause, created_at, expires_at, state)
               VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')""",
            (decision_id, comment_id, asked_by, role, clause, now, expires_at),
        )
        return int(cursor.lastrowid or 0)

    def reviews(self, state: str | None = "waiting") -> list[Review]:
        """Reviews in one state (None: all), oldest first."""
        return [
            Review(*row)
            for row in self._db.execute(
                """SELECT id, decision_id, comment_id, asked_by, role, clause, created_at, expires_at, state,
                     answered_by, answered_at FROM reviews WHERE ?1 IS NULL OR state = ?1 ORDER BY id""",
                (state,),
            )
        ]

    def reviews_of(self, comment_id: int) -> list[Review]:
        """Every request for a second person about one comment, oldest first."""
        return [
            Review(*row)
            for row in self._db.execute(
                """SELECT r.id, r.decision_id, r.comment_id, r.asked_by, r.role, r.clause, r.created_at, r.expires_at,
                     r.state, r.answered_by, r.answered_at
                   FROM decisions d INDEXED BY decisions_comment JOIN reviews r ON r.decision_id = d.id
                   WHERE d.comment_id = ? ORDER BY r.id""",
                (comment_id,),
            )
        ]

    def waits_for_review(self, comment_id: int, action: str | None = None) -> bool:
        """Whether a decision about a comment (of this action, if given) waits for a second person."""
        row = self._db.execute(
            """SELECT 1 FROM reviews r JOIN decisions d ON d.id = r.decision_id
               WHERE r.state = 'waiting' AND r.comment_id = ?1 AND (?2 IS NULL OR d.action = ?2) LIMIT 1""",
            (comment_id, action),
        ).fetchone()
        return row is not None

    def review(self, review_id: int) -> Review | None:
        """One review."""
        row = self._db.execute(
            """SELECT id, decision_id, comment_id, asked_by, role, clause, created_at, expires_at, state,
                 answered_by, answered_at FROM reviews WHERE id = ?""",
            (review_id,),
        ).fetchone()
        return None if row is None else Review(*row)

    def answer_review(self, review_id: int, state: str, by: str | None, now: int) -> bool:
        """Close a waiting review; False when it was closed already."""
        changed = self._db.execute(
            "UPDATE reviews SET state = ?, answered_by = ?, answered_at = ? WHERE id = ? AND state = 'waiting'",
            (state, by, now, review_id),
        )
        return bool(changed.rowcount)
