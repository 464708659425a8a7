"""The workspace's past in the order in which it happened, page by page: for replays, which read all and change nothing.

The *moment* of a comment is when it was first seen; of an imported one when it was written, since its import says
nothing about it. What people did about an imported comment counts from that moment too: an archive was written before
anybody could decide about it here.
"""

from __future__ import annotations

import json
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.domain.verdict import Verdict
from console.domain.vocabulary import AUTOMATION
from console.store.sqlite import codec
from console.store.sqlite.codec import Part
from console.store.sqlite.connection import known_errors, open_reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MOMENT: Final = "CASE c.imported WHEN 1 THEN c.posted_at ELSE c.first_seen_at END"
_OURS: Final = 6
_ROWS: Final = 4_096


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a replay reads, so that several processes read the same: newest ids, and the newest moment (UTC s)."""

    comment: int
    decision: int
    strike: int
    newest: int | None
    comments: int


@dataclass(frozen=True, slots=True)
class PastRow:
    """One comment as it was, with its present verdict and the decisions about its present text that stand.

    ``decisions`` are (action, when, policy id) of people, oldest first. ``chosen`` is the category that a person chose.
    ``facts`` is what the platform needs to act on it, as JSON text.
    """

    id: int
    moment: int
    author_id: int
    post_id: int | None
    kind: str
    channel_key: str
    author_key: str
    author: str
    account_created_at: int | None
    followers: int | None
    text: str
    language: str | None
    relation: str
    posted_at: int
    first_seen_at: int
    imported: bool
    revision: int
    chosen: str | None
    facts: str
    verdict: Verdict | None
    decisions: tuple[tuple[str, int, str], ...]


class History(Part):
    """Reads over everything. ``part`` of ``parts`` (0-based) takes the authors whose id leaves that remainder."""

    def bounds(self) -> Bounds:
        """How far the workspace reaches now."""
        ids = [
            int(self._db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])
            for table in ("comments", "decisions", "strikes")
        ]
        newest, count = self._db.execute(
            f"SELECT max({_MOMENT}), count(*) FROM comments c WHERE c.state <> {_OURS}"
        ).fetchone()
        return Bounds(ids[0], ids[1], ids[2], newest, count)

    def count(self, bounds: Bounds, since: int | None) -> int:
        """How many comments have their moment at ``since`` or later (None: all)."""
        if since is None:
            return bounds.comments
        return int(
            self._db.execute(
                f"SELECT count(*) FROM comments c WHERE c.state <> {_OURS} AND c.id <= ? AND {_MOMENT} >= ?",
                (bounds.comment, since),
            ).fetchone()[0]
        )

    def order(self, bounds: Bounds, since: int | None, part: int = 0, parts: int = 1) -> array[int]:
        """The ids of comments by moment, then id: 8 bytes each, the only thing kept for all of them."""
        found: array[int] = array("q")
        cursor = self._db.execute(
            f"""SELECT c.id FROM comments c WHERE c.state <> {_OURS} AND c.id <= ? AND c.author_id % ? = ?
                AND {_MOMENT} >= ? ORDER BY {_MOMENT}, c.id""",
            (bounds.comment, parts, part, -(2**62) if since is None else since),
        )
        while rows := cursor.fetchmany(_ROWS):
            found.extend([row[0] for row in rows])
        return found

    def rows(self, ids: Sequence[int], bounds: Bounds) -> list[PastRow]:
        """A page of comments, in the order of ``ids`` (at most some hundred)."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        decisions: dict[int, list[tuple[str, int, str]]] = {}
        for row in self._db.execute(
            f"""SELECT d.comment_id, d.action, CASE c.imported WHEN 1 THEN c.posted_at ELSE d.created_at END,
                  d.policy_id FROM decisions d INDEXED BY decisions_comment JOIN comments c ON c.id = d.comment_id
                WHERE d.comment_id IN ({marks}) AND d.id <= ? AND d.undone_by IS NULL AND d.undoes IS NULL
                  AND d.role <> '{AUTOMATION}' AND d.shown_revision = c.revision
                  AND d.state IN ('queued', 'done', 'waiting_person', 'waiting_review') ORDER BY d.id""",
            (bounds.decision,),
        ):
            decisions.setdefault(row[0], []).append((row[1], row[2], row[3]))
        found = {
            row[0]: _row(row, tuple(decisions.get(row[0], ())))
            for row in self._db.execute(
                f"""SELECT c.id, {_MOMENT}, c.author_id, c.post_id, ch.kind, ch.name, a.remote_id, a.name, a.handle,
                      a.created_at, a.followers, c.text, c.text_bytes, c.language, c.relation, c.posted_at,
                      c.first_seen_at, c.imported, c.revision, c.category_by, c.category, c.facts,
                      v.id, v.engine, v.engine_version, v.language, v.labels, v.categories, v.signals, v.severity,
                      v.flagged, v.auto_ok, v.outside_training, v.failed, v.sentiment, v.target
                    FROM comments c JOIN channels ch ON ch.id = c.channel_id JOIN authors a ON a.id = c.author_id
                      LEFT JOIN verdicts v ON v.id = c.verdict_id WHERE c.id IN ({marks})"""
            )
        }
        return [found[one] for one in ids if one in found]

    def events(
        self, bounds: Bounds, part: int = 0, parts: int = 1
    ) -> Iterator[tuple[int, int, int, str, str, int | None, int]]:
        """(when, after, author id, kind, value, post id, the comment's moment) by when, then after: what became known
        about authors.

        Kinds: ``strike`` (value: its category, unrevoked ones only), ``done`` (an action of a person's that took
        effect) and ``said`` (a public reply of ours under ``post id``). ``after`` is the comment's own id where it
        happened within the comment's moment, else -1. The rows stream from SQLite's sorter.
        """
        at = "CASE c.imported WHEN 1 THEN c.posted_at ELSE max({0}, " + _MOMENT + ") END"
        strike, done, said = (at.format(name) for name in ("s.created_at", "d.created_at", "b.created_at"))
        own = f"CASE WHEN {{0}} <= {_MOMENT} THEN c.id ELSE -1 END"
        cursor = self._db.execute(
            f"""SELECT {strike} AS moment, {own.format(strike)} AS after, s.author_id, 'strike', s.category, NULL, {_MOMENT}, s.id
                FROM strikes s JOIN comments c ON c.id = s.comment_id
                WHERE s.revoked_at IS NULL AND s.id <= :strike AND s.author_id % :parts = :part
                UNION ALL
                SELECT {done}, {own.format(done)}, d.author_id, 'done', d.action, NULL, {_MOMENT}, d.id
                FROM decisions d JOIN comments c ON c.id = d.comment_id LEFT JOIN outbox o ON o.id = d.outbox_id
                WHERE d.id <= :decision AND d.undone_by IS NULL AND d.undoes IS NULL AND d.role <> '{AUTOMATION}'
                  AND (o.state = 'done' OR (o.id IS NULL AND d.state = 'done')) AND d.author_id % :parts = :part
                UNION ALL
                SELECT {said}, {own.format(said)}, b.author_id, 'said', '', c.post_id, {_MOMENT}, b.id
                FROM outbox b JOIN comments c ON c.id = b.comment_id
                WHERE b.action IN ('reply', 'warn') AND b.decision_id <= :decision AND b.author_id % :parts = :part
                  AND b.state IN ('queued', 'sending', 'unknown', 'waiting_person', 'done')
                  AND NOT EXISTS (SELECT 1 FROM comments x WHERE x.channel_id = b.channel_id
                    AND x.remote_id = json_extract(b.result, '$.remote_id'))
                UNION ALL
                SELECT max(o.posted_at, {_MOMENT}), CASE WHEN o.posted_at <= {_MOMENT} THEN c.id ELSE -1 END,
                  c.author_id, 'said', '', c.post_id, {_MOMENT}, o.id
                FROM comments o INDEXED BY comments_queue CROSS JOIN comments c ON c.id = o.parent_id
                WHERE o.state = {_OURS} AND o.id <= :comment AND c.author_id % :parts = :part
                ORDER BY 1, 2, 4, 8""",
            {
                "strike": bounds.strike,
                "decision": bounds.decision,
                "comment": bounds.comment,
                "part": part,
                "parts": parts,
            },
        )
        while rows := cursor.fetchmany(_ROWS):
            for row in rows:
                yield row[0], row[1], row[2], row[3], row[4], row[5], row[6]


@contextmanager
def open_history(path: Path) -> Iterator[History]:
    """The past of a workspace file of the present schema, on a read-only connection, as it is at this moment.

    Raises the EnvironmentFailure classes of the store.
    """
    with known_errors(path):
        connection = open_reader(path)
        try:
            connection.execute("PRAGMA cache_size = -16384")
            connection.execute("BEGIN")
            yield History(connection)
        finally:
            connection.close()


def _row(row: tuple[Any, ...], decisions: tuple[tuple[str, int, str], ...]) -> PastRow:
    return PastRow(
        id=row[0],
        moment=row[1],
        author_id=row[2],
        post_id=row[3],
        kind=row[4],
        channel_key=f"{row[4]}:{row[5]}",
        author_key=f"{row[4]}:{row[6]}",
        author=row[7] or row[8],
        account_created_at=row[9],
        followers=row[10],
        text=codec.exact(row[11], row[12]),
        language=row[13],
        relation=row[14],
        posted_at=row[15],
        first_seen_at=row[16],
        imported=bool(row[17]),
        revision=row[18],
        chosen=row[20] if row[19] else None,
        facts=row[21],
        verdict=None if row[22] is None else _verdict(row[23:]),
        decisions=decisions,
    )


def _verdict(row: tuple[Any, ...]) -> Verdict:
    """A verdict without its spans and thresholds, which no policy looks at."""
    return Verdict(
        engine=row[0],
        engine_version=row[1],
        language=row[2],
        labels=json.loads(row[3]),
        categories=tuple(json.loads(row[4])),
        signals=tuple(json.loads(row[5])),
        severity=row[6],
        flagged=bool(row[7]),
        auto_ok=tuple(json.loads(row[8])),
        outside_training=bool(row[9]),
        failed=bool(row[10]),
        sentiment=row[11],
        target=row[12],
    )
