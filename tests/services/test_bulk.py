"""One decision about many: what the preview says is what happens, one by one, once each, and back again as one."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path

import pytest

from console.domain.errors import DomainError, EnvironmentFailure, NotAllowed, NotFound, UsageError
from console.domain.vocabulary import ActionKind, CommentState, OutboxState, Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from tests.support.many import Many


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Many]:
    made = Many(tmp_path)
    yield made
    made.close()


def codes(found: object) -> dict[str, int]:
    """Why comments stay, with how many."""
    told: dict[str, int] = {}
    for stay in found.stays:  # type: ignore[attr-defined]
        told[stay.code] = told.get(stay.code, 0) + stay.count
    return told


def tables(many: Many) -> tuple[int, ...]:
    """How many rows the tables that a decision writes to hold."""

    def count(reading: object) -> tuple[int, ...]:
        db = reading._db  # type: ignore[attr-defined]
        names = ("decisions", "outbox", "strikes", "audit", "batches", "batch_items", "reviews", "changes")
        return tuple(db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names)

    return many.console.store.read(count)


def test_a_preview_names_every_consequence_and_changes_nothing(many: Many) -> None:
    """Protected, held, decided, gone, missing and ours stay, each with its reason; the rest goes."""
    held, kept, gone = 1, 6, 11
    many.console.claim(held, Actor("sam", Role.MODERATOR, "tester")).result()
    many.decide(kept, "keep")
    many.console.store.write(lambda tx: tx.comments.set_flags(gone, state=int(CommentState.GONE))).result()
    before = tables(many)
    found = many.console.bulk.preview([*many.ids, 1, 999], "hide", many.lead)
    again = many.console.bulk.preview([*many.ids, 1, 999], "hide", many.lead)
    assert found == again
    assert tables(many) == before
    assert found.asked == 61
    assert codes(found) == {
        "refuse.protected": 12,
        "claimed": 1,
        "already_decided": 1,
        "gone": 1,
        "comment_not_found": 1,
    }
    assert found.go == 61 - 16
    assert {stay.clause for stay in found.stays if stay.code == "refuse.protected"} == {
        "category.constructive_criticism.protected"
    }
    assert not set(found.ids) & {held, kept, gone, 999}
    assert [share.count for share in found.shares] == [found.go]
    assert (found.final, found.by_hand, found.review) == (0, 0, 0)
    # 9 insults and 12 pieces of spam are left, at most one strike a comment; the rest breaks no rule.
    assert (found.strikes, found.authors) == (
        21,
        len({(one - 1) % 25 for one in found.ids if (one - 1) % 5 < 2}),
    )
    assert len(found.samples) == 8
    assert [score for _, score in found.samples] == sorted(score for _, score in found.samples)


@pytest.mark.parametrize("action", ["hide", "keep", "report", "block", "delete", "mute", "escalate", "watch"])
def test_what_the_preview_says_is_what_happens(tmp_path: Path, action: str) -> None:
    """On a workspace with a past of its own: as many go, wait, are struck and stay as was said, and the same ones."""
    many = Many(tmp_path, 120, 30)
    chance = random.Random(5)
    for number in chance.sample(many.ids, 50):
        past = chance.choice(["keep", "hide", "mute", "report"])
        many.decide(number, past, reason="so")
    chosen = chance.sample(many.ids, 90)
    bulk = many.console.bulk
    found = bulk.preview(chosen, action, many.lead, reason="a reason")
    strikes = tables(many)[2]
    if not found.go:
        with pytest.raises(UsageError) as caught:
            bulk.start(found, many.lead, work=False, confirmed=found.go)
        assert caught.value.code == "bulk_nothing"
    else:
        run = bulk.start(found, many.lead, work=False, confirmed=found.go)
        run.work()
        done = run.progress
        assert (done.state, done.left, done.refused) == ("done", 0, {})
        assert (done.done, done.review) == (found.go - found.review, found.review)
        assert tables(many)[2] - strikes == found.strikes
        decided = {
            one
            for one in many.ids
            for decision in many.console.store.read(lambda r, one=one: r.decisions.of_comment(one))  # type: ignore[misc]
            if many.console.store.read(lambda r, d=decision.id: r.batches.of_decision(d)) == run.batch  # type: ignore[misc]
        }
        assert decided == set(found.ids)
    many.close()


def test_each_decision_is_its_own_in_table_outbox_and_log(many: Many) -> None:
    """A batch is begun and ended in the log; between stand as many decisions as comments, none with free text."""
    bulk = many.console.bulk
    found = bulk.preview(many.ids, "hide", many.lead, reason="A long story about a raid")
    run = bulk.start(found, many.lead)
    assert run.ended.wait(20)
    begun, ended = many.events("bulk_started"), many.events("bulk_done")
    assert [(one["batch"], one["count"], one["reason"]) for one in begun] == [(run.batch, found.go, "given")]
    assert begun[0]["counts"]["stay_policy"] == 12  # type: ignore[index]
    assert [one["count"] for one in ended] == [found.go]
    made = [one for one in many.events("decision") if one.get("batch") == run.batch]
    assert [one["comment"] for one in made] == list(found.ids)
    for one in found.ids:
        rows = many.console.store.read(lambda r, one=one: r.outbox.of_comment(one))  # type: ignore[misc]
        assert [(row.action, row.state) for row in rows] == [(ActionKind.HIDE, OutboxState.QUEUED)]
        kept = many.console.store.read(lambda r, one=one: r.decisions.of_comment(one))  # type: ignore[misc]
        assert [(d.reason, d.shown_revision) for d in kept] == [("A long story about a raid", 1)]


def test_what_changed_since_the_preview_is_refused_and_told(many: Many) -> None:
    """An edited text, a colleague's decision and claim: none of them is acted on, all are listed."""
    bulk = many.console.bulk
    found = bulk.preview(many.ids, "hide", many.lead)
    edited, decided, claimed = found.ids[0], found.ids[3], found.ids[7]
    many.edit(edited)
    many.decide(decided, "keep")
    many.console.claim(claimed, Actor("sam", Role.MODERATOR, "tester")).result()
    run = bulk.start(found, many.lead, work=False)
    run.work()
    assert run.progress.refused == {"stale_revision": 1, "already_decided": 1, "claimed": 1}
    assert {one.comment_id: one.code for one in bulk.refused(run.batch)} == {
        edited: "stale_revision", decided: "already_decided", claimed: "claimed",
    }  # fmt: skip
    assert run.progress.done == found.go - 3
    assert not many.console.store.read(lambda r: r.outbox.of_comment(edited))


def test_pause_go_on_and_stop(many: Many) -> None:
    """A paused run waits with its batch; stopped it leaves the rest as it is, and cannot be taken up again."""
    bulk = many.console.bulk
    found = bulk.preview(many.ids, "keep", many.lead)
    run = bulk.start(found, many.lead, work=False)
    run.pause()
    worker = threading.Thread(target=run.work)
    worker.start()
    for _ in range(2000):
        if run.progress.state == "paused":
            break
        run.ended.wait(0.005)
    assert (run.progress.state, run.progress.left) == ("paused", found.go)
    assert not run.progress.interrupted
    run.stop()
    worker.join(20)
    assert (run.progress.state, run.progress.left) == ("stopped", found.go)
    with pytest.raises(DomainError) as caught:
        bulk.resume(run.batch, many.lead)
    assert caught.value.code == "batch_ended"
    assert len(many.events("bulk_stopped")) == 1
    assert all(
        many.console.store.read(lambda r, one=one: r.comments.get(one)).state is CommentState.OPEN  # type: ignore[misc]
        for one in many.ids
    )


def test_what_is_paused_keeps_nobody_else_from_working(many: Many) -> None:
    """Six paused runs hold six threads; a seventh runs, and one of the six is taken back."""
    bulk = many.console.bulk
    paused = []
    for number in many.ids[:6]:
        run = bulk.start([number], many.lead, action="keep", work=False)
        run.pause()
        bulk._thread.submit(run.work)
        paused.append(run)
    last = bulk.start([many.ids[7]], many.lead, action="keep")
    assert last.ended.wait(20)
    assert last.progress.done == 1
    assert bulk.undo_behind(paused[0].batch, many.lead).result(20).state == "undone"
    assert paused[0].ended.is_set()


def test_another_process_takes_a_batch_over(many: Many) -> None:
    """Two consoles on one workspace: whoever takes it up goes on, the first one stops, each comment once."""
    bulk = many.console.bulk
    found = bulk.preview(many.ids, "keep", many.lead)
    run = bulk.start(found, many.lead, work=False)
    more, _, tried = bulk._chunk(run.batch, run._session, many.lead, 10)
    assert (more, tried) == (True, 10)
    other = Console.open(many.path, secrets=memory_only(), clock=many.clock)
    assert not other.bulk.interrupted()  # it moved just now
    many.clock.at += 60
    assert [one.worked for one in other.bulk.interrupted()] == [10]
    second = other.bulk.resume(run.batch, many.lead, work=False)
    run.work()  # finds that it is no longer its own
    assert run.progress.left == found.go - 10
    second.work()
    assert other.close()
    assert (run.progress.state, run.progress.done) == ("done", found.go)
    made = [one["comment"] for one in many.events("decision") if one.get("batch") == run.batch]
    assert sorted(made) == sorted(found.ids)  # type: ignore[type-var]


def test_a_batch_is_taken_back_as_one(many: Many) -> None:
    """Queued ones are cancelled, sent ones compensated, one in flight stays and is told; a second undo takes it too."""
    bulk, store = many.console.bulk, many.console.store
    found = bulk.preview(many.ids, "hide", many.lead)
    run = bulk.start(found, many.lead, work=False)
    run.work()
    sent, flying = found.ids[0], found.ids[1]

    def send(tx: object) -> None:
        for one, end in ((sent, True), (flying, False)):
            row = tx.outbox.of_comment(one)[0]  # type: ignore[attr-defined]
            tx.outbox.move(row.id, OutboxState.SENDING, many.clock.now())  # type: ignore[attr-defined]
            if end:
                tx.outbox.move(row.id, OutboxState.DONE, many.clock.now(), result={})  # type: ignore[attr-defined]

    store.write(send).result()
    heard: list[tuple[int, int]] = []
    back = bulk.undo(run.batch, many.lead, lambda done, total: heard.append((done, total)))
    assert (back.state, back.undone, back.kept) == ("undone", found.go - 1, {"undo_in_flight": 1})
    assert heard[-1] == (found.go, found.go)
    assert [row.action for row in store.read(lambda r: r.outbox.of_comment(sent))] == ["hide", "unhide"]
    assert store.read(lambda r: r.outbox.of_comment(found.ids[2]))[0].state is OutboxState.CANCELLED
    assert not any(store.read(lambda r, a=a: r.decisions.strikes(a)) for a in range(1, 26) if a != 2)  # type: ignore[misc]
    store.write(
        lambda tx: tx.outbox.move(tx.outbox.of_comment(flying)[0].id, OutboxState.QUEUED, many.clock.now())
    ).result()
    assert bulk.undo(run.batch, many.lead).kept == {}
    assert [one["counts"] for one in many.events("bulk_undone")][-1] == {"undone": found.go, "kept": 0}


def test_undo_knows_the_batch_of_the_last_decision(many: Many) -> None:
    """U after a batch means the batch; after it was taken back, it does not."""
    bulk = many.console.bulk
    many.decide(60, "keep")
    assert bulk.newest(many.lead.name) == ""
    done = bulk.decide_few([1, 2, 3, 6], "hide", many.lead)
    assert (done.done, done.refused) == (3, {"refuse.protected": 1})
    assert bulk.newest(many.lead.name) == done.batch
    bulk.undo(done.batch, many.lead)
    assert bulk.newest(many.lead.name) == ""


def test_undo_waits_for_the_decision_that_was_pressed_before_it(many: Many) -> None:
    """A key and then U, while somebody else holds the writer: U means that key, not the batch before it."""
    console = many.console
    done = console.bulk.decide_few([1, 2, 3], "hide", many.lead)
    assert console.bulk.newest(many.lead.name) == done.batch
    held, free = threading.Event(), threading.Event()

    def hold(_tx: object) -> None:
        held.set()
        assert free.wait(20)

    holding = console.store.write(hold)
    assert held.wait(20)
    pressed = console.decide(DecisionAsk(60, ActionKind.KEEP), many.lead)
    undo = console.background(lambda c: c.bulk.newest(many.lead.name))
    with pytest.raises(FutureTimeout):
        undo.result(0.2)
    free.set()
    holding.result(20)
    assert pressed.result(20).state == "done"
    assert undo.result(20) == ""


def test_what_is_asked_for_wrongly(many: Many) -> None:
    """Words for many, a number not said back, too many at once, a batch that is not there."""
    bulk = many.console.bulk
    for action in ("reply", "warn", "like"):
        with pytest.raises(UsageError, match="bulk_words"):
            bulk.preview([1], action, many.lead)
    with pytest.raises(UsageError, match="bulk_time"):
        bulk.preview([1], "hide", many.lead, until=many.clock.now() + 60)
    found = bulk.preview([1, 2], "report", many.lead)
    assert (found.go, found.final) == (2, 2)
    for said in (None, 3):
        with pytest.raises(UsageError, match="bulk_confirm"):
            bulk.start(found, many.lead, confirmed=said)
    with pytest.raises(UsageError, match="bulk_many"):
        bulk.decide_few(many.ids, "hide", many.lead)
    with pytest.raises(UsageError, match="bulk_confirm"):
        bulk.decide_few([1], "report", many.lead)
    with pytest.raises(NotFound, match="batch_not_found"):
        bulk.progress("nothing")
    assert tables(many)[4:6] == (0, 0)


def test_a_block_in_bulk_obeys_the_ladder_and_its_reason(many: Many) -> None:
    """Most are refused for their missing steps; a role that may not is told so for all."""
    found = many.console.bulk.preview(many.ids[:5], "block", many.lead, reason="raid")
    assert found.go == 0
    assert codes(found)["refuse.block"] >= 2
    auditor = Actor("zoe", Role.AUDITOR, "tester")
    none = many.console.bulk.preview(many.ids, "hide", auditor)
    assert none.go == 0
    for attempt in (  # to try it is refused, whatever is left to decide or to take back
        lambda: many.console.bulk.start(none, auditor),
        lambda: many.console.bulk.decide_few([1], "hide", auditor),
        lambda: many.console.bulk.undo("any", auditor),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_one_taken_out_of_a_preview_changes_every_figure(many: Many) -> None:
    """``without`` gives what a preview without that comment would have given, the samples' likeness aside."""
    bulk = many.console.bulk
    found = bulk.preview(many.ids, "hide", many.lead)
    fewer = found.without(found.ids[0])
    fresh = bulk.preview([one for one in many.ids if one != found.ids[0]], "hide", many.lead)
    for name in (
        "asked",
        "go",
        "stay",
        "strikes",
        "authors",
        "final",
        "review",
        "by_hand",
        "shares",
        "ids",
        "stays",
    ):
        assert getattr(fewer, name) == getattr(fresh, name), name


def test_other_commands_come_between_the_chunks(tmp_path: Path) -> None:
    """While a thousand are decided, a single decision does not wait for the last of them."""
    many = Many(tmp_path, 1200, 300)
    bulk = many.console.bulk
    found = bulk.preview(many.ids[:-1], "keep", many.lead)
    run = bulk.start(found, many.lead)
    many.decide(1200, "keep")
    assert not run.ended.is_set()
    assert run.ended.wait(60)
    assert run.progress.done == found.go
    many.close()


def test_one_category_for_all_is_weighed_as_it_is_decided(many: Many) -> None:
    """Criticism that is insult after all: with a reason it goes, without one the preview says what is missing."""
    bulk, criticism = many.console.bulk, many.ids[2::5]
    unsaid = bulk.preview(criticism, "hide", many.lead, category="insult")
    assert (unsaid.go, unsaid.reason_needed) == (0, 12)
    found = bulk.preview(criticism, "hide", many.lead, category="insult", reason="raid")
    assert (found.go, found.strikes) == (12, 12)
    run = bulk.start(found, many.lead, work=False)
    run.work()
    assert (run.progress.done, run.progress.refused) == (12, {})
    one = many.console.store.read(lambda r: r.comments.get(criticism[0]))
    assert one is not None
    assert (one.category, one.category_by, one.severity) == ("insult", many.lead.name, 3)
    assert tables(many)[2] == 12


def test_closing_does_not_wait_for_a_preview(tmp_path: Path) -> None:
    """A preview of many ends with the part it looks at; nobody is left reading."""
    many = Many(tmp_path, 900, 300)
    seen = threading.Event()
    told: list[int] = []

    def hear(looked_at: int, _of: int) -> None:
        told.append(looked_at)
        seen.set()
        assert many.console.bulk.closing.wait(20)

    looking = many.console.background(lambda c: c.bulk.preview(many.ids, "keep", many.lead, progress=hear))
    assert seen.wait(20)
    many.close()
    with pytest.raises(EnvironmentFailure):
        looking.result(20)
    assert len(told) == 1


def test_closing_leaves_what_runs_to_be_gone_on_with(tmp_path: Path) -> None:
    """A window closed in the middle of a run, and of an undo: nothing is lost, and both go on afterwards."""
    many = Many(tmp_path, 900, 300)
    bulk = many.console.bulk
    found = bulk.preview(many.ids, "keep", many.lead)
    run = bulk.start(found, many.lead)
    many.close()
    assert run.ended.is_set()
    again = Console.open(many.path, secrets=memory_only(), clock=many.clock)
    waiting = again.bulk.interrupted()
    assert [(one.batch, one.state) for one in waiting] == [(run.batch, "paused")]
    assert waiting[0].left > 0
    again.bulk.resume(run.batch, many.lead, work=False).work()
    assert again.bulk.progress(run.batch).done == 900
    going = again.bulk.undo_behind(run.batch, many.lead)
    assert again.close()
    assert going.result().undone < 900
    last = Console.open(many.path, secrets=memory_only(), clock=many.clock)
    assert last.bulk.undo(run.batch, many.lead).undone == 900
    assert last.close()
