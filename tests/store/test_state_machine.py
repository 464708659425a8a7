"""Any sequence of intake, edits, verdicts, proposals and decisions keeps counters, order and search right."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from console.domain.decision import Proposal
from console.domain.verdict import Verdict
from console.domain.vocabulary import NO_DUE, CommentState
from console.store import QueueFilter, Tx
from tests.support.workspaces import START, Clock, add_channel, comment, open_store, raw

WORDS = st.sampled_from(["alpha", "béta", "gamma", "", "delta alpha", "\ud800", "alpha\x00"])
NUMBERS = st.integers(0, 12)
CATEGORIES = st.sampled_from(["", "insult", "spam", "praise"])


class Workspace(RuleBasedStateMachine):
    """The store beside a plain dictionary that says what it should hold."""

    comments = Bundle("comments")

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.path = Path(self.folder.name) / "w.vigie"
        self.store = open_store(self.path, self.clock)
        self.channels = [add_channel(self.store, name=name) for name in ("one", "two")]
        self.texts: dict[tuple[int, str], str] = {}
        self.texts_before: dict[tuple[int, str], list[str]] = {}

    @rule(
        target=comments,
        which=st.integers(0, 1),
        batch=st.lists(st.tuples(NUMBERS, WORDS, st.booleans(), st.none() | NUMBERS), min_size=1, max_size=6),
    )
    def take_in(self, which: int, batch: list[tuple[int, str, bool, int | None]]) -> object:
        channel = self.channels[which]
        items = [
            comment(
                number,
                text,
                author=f"a{number % 3}",
                ours=number == 12,
                gone=gone and number != 12,
                parent_remote_id=None if parent is None else f"c{parent}",
            )
            for number, text, gone, parent in batch
        ]
        known = {key[1] for key in self.texts if key[0] == channel}
        latest = {item.remote_id: item for item in items}
        # What is gone and says nothing, and was never here, leaves no row.
        never = {one for one, item in latest.items() if item.gone and not item.text and one not in known}
        result = self.store.write(lambda tx: tx.comments.upsert(channel, "practice", items, tx.now)).result()
        assert result.new == len(set(latest) - known - never)
        assert result.new + result.updated + result.unchanged == len(items)
        for item in latest.values():
            key = (channel, item.remote_id)
            if item.remote_id in never:
                continue
            before = self.texts.get(key)
            if before is None:
                self.texts[key] = item.text
                self.texts_before[key] = []
            elif not item.gone and before != item.text:
                self.texts_before[key].append(before)
                self.texts[key] = item.text
        again = [item for item in items if latest[item.remote_id] is item]
        second = self.store.write(lambda tx: tx.comments.upsert(channel, "practice", again, tx.now)).result()
        assert (second.new, second.updated) == (0, 0)
        self.clock.turn(1)
        return multiple(*((channel, one) for one in latest if one not in never))

    @rule(
        one=comments,
        category=CATEGORIES,
        severity=st.integers(0, 5),
        due=st.just(NO_DUE) | st.integers(START, START + 50),
    )
    def propose(self, one: tuple[int, str], category: str, severity: int, due: int) -> None:
        def work(tx: Tx) -> None:
            item = tx.comments.by_remote(*one)
            assert item is not None
            verdict = Verdict("e", "1", "en", {"insult": 0.5})
            tx.comments.set_verdicts([(item.id, item.revision, verdict)], tx.now)
            body = Proposal("sha256:x", item.revision, category, severity, due)
            tx.comments.set_proposals([(item.id, body)], tx.now)

        self.store.write(work).result()

    @rule(one=comments, state=st.sampled_from(list(CommentState)), category=st.none() | CATEGORIES)
    def decide(self, one: tuple[int, str], state: CommentState, category: str | None) -> None:
        def work(tx: Tx) -> None:
            item = tx.comments.by_remote(*one)
            assert item is not None
            if item.state is CommentState.OURS or state is CommentState.OURS:
                return
            tx.comments.set_flags(item.id, state=int(state))
            if category is not None:
                tx.comments.set_flags(item.id, category=category, category_by="ana")

        self.store.write(work).result()

    @rule(one=comments)
    def fail_in_the_middle(self, one: tuple[int, str]) -> None:
        def work(tx: Tx) -> None:
            item = tx.comments.by_remote(*one)
            assert item is not None
            tx.comments.set_flags(item.id, state=int(CommentState.GONE))
            tx.comments.upsert(one[0], "practice", [comment("lost", "never")], tx.now)
            raise ZeroDivisionError

        error = self.store.write(work).exception()
        assert isinstance(error, ZeroDivisionError)

    @invariant()
    def counters_equal_the_rows(self) -> None:
        with raw(self.path) as db:
            right = db.execute(
                "SELECT channel_id, state, category, count(*) FROM comments GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
            ).fetchall()
            kept = db.execute("SELECT * FROM counters WHERE n <> 0 ORDER BY 1, 2, 3").fetchall()
        assert kept == right

    @invariant()
    def order_is_severity_due_id(self) -> None:
        wanted = QueueFilter()
        with raw(self.path) as db:
            right = [
                row[0]
                for row in db.execute(
                    "SELECT id FROM comments WHERE state = 0 ORDER BY severity DESC, due_at ASC, id ASC"
                )
            ]
        assert list(self.store.read(lambda r: r.queues.ids(wanted))) == right

    @invariant()
    def texts_and_revisions_are_all_there(self) -> None:
        for (channel, remote_id), text in self.texts.items():
            item = self.store.read(lambda r, c=channel, i=remote_id: r.comments.by_remote(c, i))
            assert item is not None
            assert item.text == text
            older = self.store.read(lambda r, one=item.id: r.comments.revisions(one))
            assert [words for _, words, _ in older] == self.texts_before[channel, remote_id]
            assert item.revision == len(older) + 1
            if item.parent_remote_id is not None:
                parent = self.store.read(
                    lambda r, c=channel, i=item.parent_remote_id: r.comments.by_remote(c, i)
                )
                assert item.parent_id == (None if parent is None else parent.id)

    @invariant()
    def search_finds_what_the_texts_say(self) -> None:
        everything = QueueFilter((), text="alpha")
        found = set(self.store.read(lambda r: r.queues.ids(everything)))
        right = set()
        for (channel, remote_id), text in self.texts.items():
            if "alpha" in text.replace("\x00", " ").split():
                item = self.store.read(lambda r, c=channel, i=remote_id: r.comments.by_remote(c, i))
                assert item is not None
                right.add(int(item.id))
        assert found == right

    def teardown(self) -> None:
        if hasattr(self, "store"):
            with raw(self.path) as db:
                for table in ("comments_fts", "authors_fts"):
                    db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
                assert db.execute("PRAGMA foreign_key_check").fetchall() == []
            assert self.store.close()
            self.folder.cleanup()


Workspace.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestWorkspace = Workspace.TestCase
