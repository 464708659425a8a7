"""Every facet of the queue's filter against plain SQL, and the index behind each of them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console.domain.decision import Proposal
from console.domain.vocabulary import NO_DUE, CommentState
from console.store import QueueFilter, Store, Tx
from console.store.sqlite.queues import Queues
from tests.support.workspaces import START, Clock, add_channel, comment, open_store, raw, take_in

CATEGORIES = ("insult", "spam", "question", "praise", "threat")
LANGUAGES = ("fr", "en", "de")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """900 comments with languages, tags, followers, assignees, groups and a batch."""
    path = tmp_path_factory.mktemp("filters") / "w.vigie"
    store = open_store(path, Clock())
    draw = random.Random(11)
    for name in ("one", "two"):
        ids = take_in(
            store,
            add_channel(store, name=name),
            *(
                comment(
                    f"{name}{number}",
                    author=f"a{number % 30}",
                    post=f"p{number % 7}",
                    posted_at=START - draw.randrange(90_000),
                    language=draw.choice(LANGUAGES),
                )
                for number in range(450)
            ),
        )

        def work(tx: Tx, ids: list[int] = ids) -> None:
            for one in ids:
                due = draw.choice([NO_DUE, START + draw.randrange(9000)])
                body = Proposal("sha256:x", 1, draw.choice(CATEGORIES), draw.randrange(6), due)
                tx.comments.set_proposals([(one, body)], tx.now)  # type: ignore[list-item]
                who = draw.choice([None, None, "ana", "lead"])
                tx.comments.set_flags(one, state=draw.choice([0, 0, 0, 2, 3, 4]), assignee=who)

        store.write(work).result()
    assert store.close()
    with raw(path) as db:
        db.execute("UPDATE authors SET followers = id * 10 WHERE id % 3 > 0")
        db.execute("INSERT INTO author_tags SELECT id, 'vip', 'ana', 1 FROM authors WHERE id % 5 = 0")
        db.execute("INSERT INTO author_tags SELECT id, 'press', 'ana', 1 FROM authors WHERE id % 7 = 0")
        db.execute("UPDATE comments SET alike_id = 3 WHERE id % 11 = 0")
        for number in range(1, 40):
            db.execute(
                "INSERT INTO decisions (comment_id, author_id, action, actor, os_user, role, created_at, category,"
                " severity, shown_revision, state, audit_sequence, batch)"
                " VALUES (?, 1, 'hide', 'ana', 't', 'lead', 1, 'spam', 1, 1, 'done', 0, ?)",
                (number * 3, "b1" if number % 2 else "b2"),
            )
        db.commit()
    return path


@pytest.fixture
def full(filled: Path) -> Iterator[Store]:
    store = open_store(filled, Clock())
    yield store
    assert store.close()


Row = sqlite3.Row
#: One facet each: the filter, and the same condition in Python on a row joined with its author.
FACETS: dict[str, tuple[QueueFilter, Callable[[Row], bool]]] = {
    "language": (QueueFilter(languages=("fr",)), lambda r: r["language"] == "fr"),
    "languages": (QueueFilter(languages=("en", "de")), lambda r: r["language"] in ("en", "de")),
    "severity": (QueueFilter(severity_min=2, severity_max=3), lambda r: 2 <= r["severity"] <= 3),
    "severest": (QueueFilter(severity_min=5), lambda r: r["severity"] == 5),
    "harmless": (QueueFilter(severity_max=0), lambda r: r["severity"] == 0),
    "post": (QueueFilter(post_id=4), lambda r: r["post_id"] == 4),
    "since": (QueueFilter(since=START - 40_000), lambda r: r["posted_at"] >= START - 40_000),
    "until": (QueueFilter(until=START - 40_000), lambda r: r["posted_at"] < START - 40_000),
    "nobody": (QueueFilter(assignee=""), lambda r: r["assignee"] is None),
    "ana": (QueueFilter(assignee="ana"), lambda r: r["assignee"] == "ana"),
    "ana or lead": (QueueFilter(assignee=("ana", "lead")), lambda r: r["assignee"] in ("ana", "lead")),
    "ana or nobody": (QueueFilter(assignee=("ana", "")), lambda r: r["assignee"] in ("ana", None)),
    "tag": (QueueFilter(tags=("vip",)), lambda r: r["author_id"] % 5 == 0),
    "tags": (QueueFilter(tags=("vip", "press")), lambda r: not r["author_id"] % 5 or not r["author_id"] % 7),
    "reach": (QueueFilter(followers_min=200), lambda r: (r["followers"] or 0) >= 200),
    "without": (QueueFilter(without=("insult", "spam")), lambda r: r["category"] not in ("insult", "spam")),
    "group": (QueueFilter(group=3), lambda r: r["alike_id"] == 3),
    "batch": (QueueFilter(batch="b1"), lambda r: r["id"] % 3 == 0 and r["id"] // 3 % 2 and r["id"] < 120),
    "any state": (QueueFilter(()), lambda r: True),
}
MORE: dict[str, dict[str, Any]] = {
    "alone": {},
    "everywhere": {"states": ()},
    "channel": {"channel_id": 2},
    "category": {"categories": ("insult", "spam")},
    "author": {"author_id": 10},
    "newest": {"order": "newest"},
    "oldest": {"order": "oldest"},
    "reach": {"order": "reach"},
    "mentions": {"mentions_only": True},
    "due": {"due_before": START + 4000},
}
ORDERS: dict[str, Callable[[Row], tuple[int, ...]]] = {
    "severity": lambda r: (-r["severity"], r["due_at"], r["id"]),
    "newest": lambda r: (-r["posted_at"], -r["id"]),
    "oldest": lambda r: (r["posted_at"], r["id"]),
    "reach": lambda r: (
        r["followers"] is None,
        -(r["followers"] or 0),
        -r["severity"],
        r["due_at"],
        r["id"],
    ),
}
PAIRS = [(facet, more) for facet in FACETS for more in MORE]


def plain(path: Path, wanted: QueueFilter, holds: Callable[[Row], bool]) -> list[int]:
    """The same question, row by row, in Python."""
    with raw(path) as db:
        db.row_factory = sqlite3.Row
        rows = db.execute(
            "SELECT c.*, a.followers FROM comments c CROSS JOIN authors a WHERE a.id = c.author_id"
        ).fetchall()
    found = [
        row
        for row in rows
        if holds(row)
        and (not wanted.states or row["state"] in wanted.states)
        and (not wanted.categories or row["category"] in wanted.categories)
        and wanted.channel_id in (None, row["channel_id"])
        and wanted.author_id in (None, row["author_id"])
        and (not wanted.mentions_only or row["relation"] != "comment")
        and (wanted.due_before is None or row["due_at"] <= wanted.due_before)
    ]
    return [row["id"] for row in sorted(found, key=ORDERS[wanted.order])]


@pytest.mark.parametrize(("facet", "more"), PAIRS)
def test_a_facet_means_what_it_says(full: Store, filled: Path, facet: str, more: str) -> None:
    first, holds = FACETS[facet]
    wanted = replace(first, **MORE[more])
    right = plain(filled, wanted, holds)
    assert list(full.read(lambda r: r.queues.ids(wanted))) == right
    assert full.read(lambda r: r.queues.count(wanted)) == len(right)
    if more == "alone":
        assert right, "an empty answer proves nothing"


@pytest.mark.parametrize(("facet", "more"), PAIRS)
def test_no_facet_reads_the_whole_table(filled: Path, facet: str, more: str) -> None:
    steps: list[str] = []

    class Spy:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
            steps.extend(str(row[3]) for row in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values))  # type: ignore[arg-type]
            return self.db.execute(sql, values)  # type: ignore[arg-type]

    wanted = replace(FACETS[facet][0], **MORE[more])
    with raw(filled) as db:
        queues = Queues(Spy(db))  # type: ignore[arg-type]
        queues.ids(wanted)
        queues.count(wanted)
        queues.page(wanted, None)
    assert not [step for step in steps if step.startswith("SCAN")], steps


@pytest.mark.parametrize(
    "facet", ["language", "languages", "since", "until", "nobody", "without", "any state", "severity"]
)
def test_the_queues_own_index_answers_without_looking_rows_up(filled: Path, facet: str) -> None:
    """At a million rows a look into the table for each costs a second; the index alone a sixth of it."""
    steps: list[str] = []

    class Spy:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
            steps.extend(str(row[3]) for row in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values))  # type: ignore[arg-type]
            return self.db.execute(sql, values)  # type: ignore[arg-type]

    with raw(filled) as db:
        Queues(Spy(db)).ids(FACETS[facet][0])  # type: ignore[arg-type]
        held = {row[2] for row in db.execute("PRAGMA index_info(comments_queue)")}
    assert any("SEARCH c USING INDEX comments_queue (state=?" in step for step in steps), steps
    # A virtual column keeps SQLite from calling it covering; the columns asked for are all in it nevertheless.
    assert {"state", "qkey", "id", "category", "channel_id", "language", "posted_at", "assignee"} <= held


def test_no_states_in_the_vocabulary_is_forgotten(full: Store) -> None:
    everything = full.read(lambda r: r.queues.ids(QueueFilter(tuple(CommentState))))
    assert list(everything) == list(full.read(lambda r: r.queues.ids(QueueFilter(()))))
