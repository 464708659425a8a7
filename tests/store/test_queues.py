"""The queue's order, the index behind every view, and a search that takes whatever is typed."""

from __future__ import annotations

import random
import sqlite3
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.decision import Proposal
from console.domain.vocabulary import NO_DUE, CommentState
from console.services.views import VIEWS, view_counts, view_filter
from console.store import QueueFilter, Store, Tx
from console.store.sqlite.queues import Queues
from tests.support.workspaces import START, Clock, add_channel, comment, open_store, raw, take_in

CATEGORIES = ("insult", "spam", "question", "praise", "neutral", "threat", "manifestly_illegal")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """1,500 comments over two channels in all states, categories, severities and due times."""
    path = tmp_path_factory.mktemp("filled") / "w.vigie"
    store = open_store(path, Clock())
    draw = random.Random(7)
    for name in ("one", "two"):
        channel = add_channel(store, name=name)
        ids = take_in(
            store,
            channel,
            *(
                comment(
                    f"{name}{number}",
                    author=f"a{number % 40}",
                    post=f"p{number % 9}",
                    posted_at=START - draw.randrange(5000),
                    relation=draw.choice(["comment", "comment", "mention", "quote"]),
                )
                for number in range(750)
            ),
        )

        def work(tx: Tx, ids: list[int] = ids) -> None:
            for one in ids:
                due = draw.choice([NO_DUE, START + draw.randrange(9000)])
                body = Proposal("sha256:x", 1, draw.choice(CATEGORIES), draw.randrange(6), due)
                tx.comments.set_proposals([(one, body)], tx.now)  # type: ignore[list-item]
                state = draw.choice([0, 0, 0, 1, 2, 3, 4, 5])
                who = draw.choice([None, None, "ana", "bo"])
                tx.comments.set_flags(one, state=state, assignee=who)
                if draw.random() < 0.1:
                    hidden_alone(tx, one, draw)

        store.write(work).result()
    assert store.close()
    return path


def hidden_alone(tx: Tx, comment_id: int, draw: random.Random) -> None:
    """The console hid it, with or without a person's answer; some of these did not stand."""
    decision = tx.decisions.add(
        comment_id=comment_id, author_id=1, action="hide", actor="console", os_user="t", role="automation",
        created_at=tx.now, category="insult", severity=3, shown_revision=1, audit_sequence=0,
        state=draw.choice(["queued", "done", "done", "failed", "undone"]),
    )  # fmt: skip
    tx.automation.add(decision, comment_id, "R-INS-01", "sha256:x", tx.now)
    tx.automation.answer(decision, draw.choice([None, None, "confirmed", "overturned"]), tx.now, "ana")


@pytest.fixture
def full(filled: Path) -> Iterator[Store]:
    store = open_store(filled, Clock())
    yield store
    assert store.close()


def expected(path: Path, wanted: QueueFilter) -> list[int]:
    """The same question in the plainest SQL, with no index of ours named."""
    order = {
        "severity": "severity DESC, due_at ASC, id ASC",
        "newest": "posted_at DESC, id DESC",
        "oldest": "posted_at ASC, id ASC",
    }[wanted.order]
    found = []
    with raw(path) as db:
        db.row_factory = sqlite3.Row
        alone = {
            row[0]
            for row in db.execute(
                "SELECT h.comment_id FROM automatic_hides h, decisions d WHERE d.id = h.decision_id"
                " AND h.answer IS NULL AND d.state IN ('queued', 'done')"
            )
        }
        assert alone
        hands = {row[0] for row in db.execute("SELECT comment_id FROM outbox WHERE state = 'waiting_person'")}
        for row in db.execute(f"SELECT * FROM comments ORDER BY {order}"):
            if (
                not wanted.draft_by  # nobody has begun a reply here
                and (not wanted.automatic or row["id"] in alone)
                and wanted.by_hand in (None, row["id"] in hands)
                and (not wanted.states or row["state"] in wanted.states)
                and (not wanted.categories or row["category"] in wanted.categories)
                and wanted.channel_id in (None, row["channel_id"])
                and wanted.author_id in (None, row["author_id"])
                and (wanted.assignee is None or row["assignee"] in wanted.assignee)
                and (not wanted.mentions_only or row["relation"] != "comment")
                and (
                    wanted.due_before is None
                    or (row["due_at"] <= wanted.due_before and row["due_at"] < NO_DUE)
                )
            ):
                found.append(row["id"])
    return found


def every_filter() -> dict[str, QueueFilter]:
    """All views, and each combination the window can ask for."""
    import dataclasses

    wanted = {name: view_filter(name, "ana", START) for name in VIEWS}
    for name in list(wanted):
        wanted[f"{name}+channel"] = dataclasses.replace(wanted[name], channel_id=2)
        wanted[f"{name}+author"] = dataclasses.replace(wanted[name], author_id=5)
        wanted[f"{name}+newest"] = dataclasses.replace(wanted[name], order="newest")
        wanted[f"{name}+oldest"] = dataclasses.replace(wanted[name], order="oldest")
    wanted["due+mentions"] = QueueFilter(due_before=START + 3600, mentions_only=True)
    wanted["due+pending"] = QueueFilter((CommentState.PENDING,), due_before=START + 3600)
    wanted["due+category"] = QueueFilter(categories=("insult",), due_before=START + 3600)
    wanted["any state"] = QueueFilter(())
    return wanted


@pytest.mark.parametrize("name", every_filter())
def test_ids_pages_and_counts_agree_with_plain_sql(full: Store, filled: Path, name: str) -> None:
    wanted = every_filter()[name]
    right = expected(filled, wanted)
    got = full.read(lambda r: r.queues.ids(wanted))
    assert isinstance(got, array)
    assert list(got) == right
    assert list(full.read(lambda r: r.queues.ids(wanted, 10))) == right[:10]
    assert full.read(lambda r: r.queues.count(wanted)) == len(right)
    if wanted.order == "severity":
        paged: list[int] = []
        after: tuple[int, int] | None = None
        while rows := full.read(lambda r, after=after: r.queues.page(wanted, after, 37)):
            paged += [one for _, one in rows]
            after = rows[-1]
        assert paged == right


@pytest.mark.parametrize("name", every_filter())
def test_every_view_walks_an_index(filled: Path, name: str) -> None:
    """No view reads the whole table, and none falls back to an index the planner picked."""
    asked: list[str] = []

    class Spy:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
            asked.extend(str(row[3]) for row in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values))  # type: ignore[arg-type]
            return self.db.execute(sql, values)  # type: ignore[arg-type]

    wanted = every_filter()[name]
    with raw(filled) as db:
        queues = Queues(Spy(db))  # type: ignore[arg-type]
        queues.ids(wanted)
        queues.count(wanted)
        queues.page(wanted, (0, 0))
    assert not [step for step in asked if step.startswith("SCAN")]
    assert all("USING" in step or step.startswith(("USE TEMP B-TREE", "LIST SUBQUERY")) for step in asked), (
        asked
    )


@pytest.mark.parametrize("name", ["inbox", "illegal", "spam", "mentions", "sending", "snoozed"])
def test_a_work_view_needs_no_sort(filled: Path, name: str) -> None:
    """The order of work comes out of the index as it stands: opening a view costs what it shows."""
    plans: list[str] = []

    class Spy:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
            plans.extend(str(row[3]) for row in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values))  # type: ignore[arg-type]
            return self.db.execute(sql, values)  # type: ignore[arg-type]

    with raw(filled) as db:
        Queues(Spy(db)).ids(view_filter(name, "ana", START))  # type: ignore[arg-type]
    assert not [step for step in plans if "TEMP B-TREE" in step], plans


def test_the_indexes_that_no_view_names_carry_the_single_reads(filled: Path) -> None:
    """Threads, authors, posts, unread comments and snoozes are looked up, never searched for."""
    from console.store.sqlite.comments import Comments

    plans: list[str] = []

    class Spy:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
            plans.extend(str(row[3]) for row in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values))  # type: ignore[arg-type]
            return self.db.execute(sql, values)  # type: ignore[arg-type]

    with raw(filled) as db:
        comments = Comments(Spy(db))  # type: ignore[arg-type]
        comments.next_wake()
        comments.unread(10)
        comments.thread(5)
        comments.by_author(3)  # type: ignore[arg-type]
        comments.by_remote(1, "cone5")
    tables = [
        step
        for step in plans
        if step.startswith("SCAN") and not step.startswith(("SCAN up", "SCAN top", "SCAN down"))
    ]
    assert [step for step in tables if "comments" in step or step.split()[1] == "c"] in (
        [],
        ["SCAN c USING INDEX comments_unread"],
    )
    for name in ("comments_snoozed", "comments_unread", "comments_parent", "comments_author"):
        assert any(name in step for step in plans), (name, plans)


def test_the_counts_of_the_rail_are_the_lengths_of_the_lists(full: Store) -> None:
    counts = full.read(lambda r: view_counts(r, "ana", START))
    for name in VIEWS:
        assert counts[name] == len(full.read(lambda r, n=name: r.queues.ids(view_filter(n, "ana", START)))), (
            name
        )


# ---------------------------------------------------------------------- search


def ids(store: Store, text: str, **more: object) -> list[int]:
    wanted = QueueFilter((), text=text, **more)  # type: ignore[arg-type]
    return sorted(store.read(lambda r: r.queues.ids(wanted)))


def test_search_folds_accents_and_case_and_takes_beginnings(store: Store, channel: int) -> None:
    one, two, three = take_in(
        store,
        channel,
        comment(1, "Pas encore REMBOURSÉE, c’est long"),
        comment(2, "Œuvre d’art à Besançon"),
        comment(3, "naïve café crème"),
    )
    assert ids(store, "remboursee") == [one]
    assert ids(store, "Rembours") == [one]
    assert ids(store, "long pas") == [one]  # all words, any order
    assert ids(store, "lon encore") == []  # only the last word may be a beginning
    assert ids(store, "besancon") == [two]
    assert ids(store, "creme cafe") == [three]
    assert ids(store, "cafe\u0301") == [three]  # typed with a combining accent
    assert ids(store, "nai\u0308ve") == [three]


def test_search_finds_authors_by_name_and_handle(store: Store, channel: int) -> None:
    (one,) = take_in(store, channel, comment(1, "hello", author="renée"))
    assert ids(store, "renee") == [one]
    assert ids(store, "@renée") == [one]


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', "'", "a\"b", "* ", "word*", "^word", "a AND", "AND", "OR OR", "NOT x", "NEAR(a b)", "text:word",
        "a:b", "(", ")", "{a}", "-word", "+", "a + b", "\\", "%", "_", "a_b", ";", "--", "\x00", "a\x00b", "\ud800",
        "a\udce9", "👩‍👩‍👧", "،", "\u202e", "?", "?1", ":x", "$x", "@@", " ", "", "é" * 5000, "word " * 3000,
        "rank", "comments_fts", "0x1", "1e999", "🙂 word", "\u0301", "a \u0301", "\u0301 word", "١٢",
    ],
)  # fmt: skip
def test_whatever_is_typed_is_only_words(store: Store, channel: int, typed: str) -> None:
    take_in(store, channel, comment(1, "a word of text"))
    for order in ("severity", "newest"):
        assert ids(store, typed, order=order) in ([], [1])


def test_operators_are_searched_for_as_words(store: Store, channel: int) -> None:
    one, _ = take_in(store, channel, comment(1, "this or that, near the end"), comment(2, "neither"))
    assert ids(store, "OR") == [one]
    assert ids(store, "this OR nothing") == []
    assert ids(store, "near(this") == [one]
    assert ids(store, '"that, near"') == [one]


def test_a_text_without_words_finds_nothing_rather_than_everything(store: Store, channel: int) -> None:
    take_in(store, channel, comment(1))
    assert ids(store, "!?…") == []


def test_search_keeps_the_order_and_the_other_conditions(store: Store, channel: int) -> None:
    found = take_in(store, channel, *(comment(number, "same words") for number in range(30)))
    other = add_channel(store, name="other")
    take_in(store, other, comment("x", "same words"))

    def work(tx: Tx) -> None:
        for number, one in enumerate(found):
            body = Proposal("sha256:x", 1, "neutral", number % 6)
            tx.comments.set_proposals([(one, body)], tx.now)  # type: ignore[list-item]

    store.write(work).result()
    wanted = QueueFilter(text="same", channel_id=channel)
    got = list(store.read(lambda r: r.queues.ids(wanted)))
    assert got == sorted(found, key=lambda one: (-((one - found[0]) % 6), one))
