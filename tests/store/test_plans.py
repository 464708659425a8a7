"""Reads that come once per batch or per pause in typing look rows up: they never walk a table, a state or the outbox."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from console.store import Store
from console.store.sqlite.batches import Batches
from console.store.sqlite.decisions import Decisions
from console.store.sqlite.deeds import Deeds
from console.store.sqlite.drafts import Drafts
from console.store.sqlite.policies import Policies
from console.store.sqlite.replies import Replies
from tests.support.workspaces import raw


class Spy:
    """A connection that also keeps the plan of each query."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.plans: list[str] = []

    def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
        """Run it, plan first."""
        self.plans += [str(row[3]) for row in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]  # type: ignore[arg-type]
        return self.db.execute(sql, values)  # type: ignore[arg-type]


def test_a_batch_of_activation_is_looked_up_by_id(store: Store, path: Path) -> None:
    with raw(path) as db:
        spy = Spy(db)
        policies = Policies(spy)  # type: ignore[arg-type]
        policies.outdated("a", [1, 2])
        policies.unshadowed("s", "a", [1, 2])
        policies.undecided([1, 2])
    assert [one for one in spy.plans if one.startswith(("SEARCH c ", "SCAN"))] == [
        "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)"
    ] * 3


def test_what_we_said_before_is_found_by_author_and_post(store: Store, path: Path) -> None:
    with raw(path) as db:
        spy = Spy(db)
        Replies(spy).said_before(1, 2, 3, [1])  # type: ignore[arg-type]
    assert not [one for one in spy.plans if "outbox_ready" in one or one.startswith("SCAN b")]
    assert [one for one in spy.plans if "INDEX outbox_author (author_id=?)" in one]
    assert [one for one in spy.plans if "INDEX outbox_comment (comment_id=?)" in one]


def test_what_a_person_may_take_back_is_looked_for_among_their_own(store: Store, path: Path) -> None:
    with raw(path) as db:
        spy = Spy(db)
        decisions = Decisions(spy)  # type: ignore[arg-type]
        decisions.last_undoable("ana")
        decisions.standing_of("ana", 5)
        decisions.watches([1, 2])
        decisions.newest_standing(1, 0)
        decisions.batches_of([1])
        deeds = Deeds(spy)  # type: ignore[arg-type]
        deeds.standing_of("ana", 5)
        deeds.of_decision(1)
        deeds.batch_counts("a")
        Batches(spy).items("a", ("open",), 5)  # type: ignore[arg-type]
        Drafts(spy).drafts_by("ana")  # type: ignore[arg-type]
    assert not [one for one in spy.plans if one.startswith("SCAN")]
    assert sum("decisions_actor (actor=?)" in one for one in spy.plans) == 2
