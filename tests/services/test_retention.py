"""What was kept for its term goes, and nothing else: neither what is younger, nor what is held, nor what is under way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console import managed
from console.domain.comment import Comment
from console.domain.errors import DomainError, NotAllowed, UsageError
from console.domain.keeping import Terms
from console.domain.vocabulary import CommentState, OutboxState
from console.services import retention, slices
from console.services.erasing import Erasing
from console.services.erasing_channel import ErasingChannel
from console.services.holds import Holds
from console.services.keeping import DAY, TERMS
from console.services.notes import Notes
from console.services.retention import LAST, RUN, Retention
from console.store import QueueFilter
from tests.services.test_erasing_channel import SECRETS, counted, everywhere, lived
from tests.support.bench import ANA, LEA, Bench
from tests.support.workspaces import comment, open_store, raw, take_in


def terms(bench: Bench, **days: int | None) -> None:
    Retention(bench.store).set_terms(days, LEA)


def run(bench: Bench) -> dict[str, int]:
    """A whole run that a lead asked for; its counts."""
    keeping = Retention(bench.store)
    keeping.begin(LEA)
    done = keeping.sweep()
    assert done is not None
    assert done.done
    assert counted(bench.store)
    return dict(done.counts)


def later(bench: Bench, days: float) -> None:
    bench.clock.turn(round(days * DAY))


def is_there(bench: Bench, one: Comment) -> bool:
    found = bench.store.read(lambda r: r.comments.get(one.id))
    return found is not None and found.remote_id == one.remote_id


# ------------------------------------------------------------------ terms


def test_nothing_goes_until_somebody_says_so(bench: Bench) -> None:
    one = bench.comment("hello", "only1")
    later(bench, 5000)
    keeping = Retention(bench.store)
    assert keeping.kept().terms == Terms()
    assert keeping.preview().counts["untouched"] == 0
    with pytest.raises(UsageError, match="retention_off"):
        keeping.begin(LEA)
    keeping.tick(busy=False, stop=lambda: False)
    assert is_there(bench, one)


def test_a_lead_sets_terms_and_the_log_has_them_in_numbers(bench: Bench) -> None:
    terms(bench, untouched=90, decided=365)
    terms(bench, authors=30)
    assert Retention(bench.store).kept().terms == Terms(90, 365, 30)
    terms(bench, untouched=None)
    assert Retention(bench.store).kept().terms == Terms(None, 365, 30)
    assert [one["params"] for one in bench.entries() if one["event"] == "retention_set"] == [
        {"untouched": 90, "decided": 365},
        {"untouched": 90, "decided": 365, "authors": 30},
        {"decided": 365, "authors": 30},
    ]
    with pytest.raises(NotAllowed):
        Retention(bench.store).set_terms({"untouched": 1}, ANA)
    for wrong in ({"untouched": 0}, {"untouched": True}, {"decided": 30, "untouched": 90}, {"log": 3}):
        with pytest.raises(UsageError, match="terms_"):
            Retention(bench.store).set_terms(wrong, LEA)
    assert Retention(bench.store).kept().terms == Terms(None, 365, 30)


def test_the_companys_terms_count_and_nobody_changes_them(bench: Bench, tmp_path: Path) -> None:
    terms(bench, untouched=1)
    file = tmp_path / "vigie.toml"
    file.write_text("[retention]\nuntouched = 90\n")
    managed.use(file)
    one = bench.comment("hello", "only1")
    keeping = Retention(bench.store)
    assert (keeping.kept().terms, keeping.kept().source) == (Terms(untouched=90), "company")
    with pytest.raises(NotAllowed, match="company_set"):
        terms(bench, untouched=5)
    later(bench, 89)
    assert run(bench)["untouched"] == 0
    later(bench, 2)
    assert run(bench)["untouched"] == 1
    assert not is_there(bench, one)
    assert bench.entries()[-1]["outcome"] == "company"


# ------------------------------------------------------------------ what goes


def test_all_of_a_comment_goes_from_the_file_too_and_counts_stay(bench: Bench) -> None:
    lived(bench)
    terms(bench, untouched=90, decided=365, authors=30)
    entries = bench.entries()
    category = bench.store.read(
        lambda r: r._db.execute("SELECT posted_at, category FROM comments").fetchall()
    )
    later(bench, 366)
    seen = Retention(bench.store).preview()
    went = run(bench)
    assert {name: seen.counts[name] for name in ("untouched", "decided")} == {
        name: went[name] for name in ("untouched", "decided")
    }
    assert (went["untouched"], went["decided"], went["authors"]) == (1, 3, 0)
    assert (went["notes"], went["drafts"], went["earlier_versions"]) == (1, 1, 1)
    kept = Retention(bench.store).counts()
    assert sum(number for *_, number in kept) == 4
    assert {day for day, *_ in kept} <= {at // DAY for at, _ in category}
    # The authors' own term begins when the last of theirs went.
    assert everywhere(bench.path) >= {"axolotlaxolotl"}
    later(bench, 31)
    assert run(bench)["authors"] == 2
    bench.store.compact().result()
    assert everywhere(bench.path) <= {
        "wombatwombat",
        "okapiokapi",
    }  # what the brand itself wrote on the platform
    with raw(bench.path) as db:
        for query in ("text FROM decisions", "request FROM outbox", "value FROM audit_private"):
            assert not [row for row in db.execute(f"SELECT {query}") if "okapi" in str(row[0])], query
    assert bench.entries()[: len(entries)] == entries
    assert bench.holds()
    with raw(bench.path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for name in ("comments_fts", "authors_fts", "notes_fts"):
            db.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
    everything = bench.store.read(
        lambda r: r.queues.ids(QueueFilter(states=tuple(CommentState), text="zebraquagga"))
    )
    assert list(everything) == []
    assert set(SECRETS)


def test_one_entry_a_run_with_counts_and_no_word(bench: Bench) -> None:
    bench.comment("hello", "only1")
    terms(bench, untouched=10)
    later(bench, 11)
    run(bench)
    (entry,) = [one for one in bench.entries() if one["event"] == "retention_run"]
    assert (entry["actor"], entry["counts"]["untouched"], entry["counts"]["comments"]) == ("lea", 1, 1)
    assert (entry["params"], entry["outcome"], entry["reason"]) == ({"untouched": 10}, "team", "asked")


def test_an_answer_to_what_went_stands_by_itself(bench: Bench) -> None:
    first = bench.comment("hello", "only1")
    terms(bench, untouched=10)
    later(bench, 9)
    answer = bench.write("an answer", "only2", first.remote_id)
    assert bench.pull().error is None
    second = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, answer))
    assert second is not None
    assert second.parent_id == first.id
    later(bench, 2)
    assert run(bench)["untouched"] == 1
    left = bench.again(second)
    assert (left.parent_id, left.text) == (None, "an answer")
    assert first.remote_id not in (left.parent_remote_id or "")
    assert bench.store.read(lambda r: r.threads.around(left)).ancestors == ()


def test_what_went_does_not_come_back_as_new_work(bench: Bench) -> None:
    """The platform still shows it: a pull from its beginning leaves it out, and takes in what is younger."""
    old = bench.comment("hello", "only1")
    terms(bench, untouched=10)
    later(bench, 11)
    run(bench)
    young = bench.comment("hello again", "only1")
    bench.store.write(lambda tx: tx.channels.set(bench.channel_id, cursor=None)).result()
    assert bench.pull().error is None
    assert bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, old.remote_id)) is None
    assert is_there(bench, young)


def test_what_is_old_and_known_is_still_updated_by_a_pull(bench: Bench) -> None:
    terms(bench, untouched=10, decided=100)
    item = comment("e1", "before", author="someone")
    take_in(bench.store, bench.channel_id, item)
    one = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, "ce1"))
    assert one is not None
    bench.decide(one, "keep")
    later(bench, 50)
    take_in(bench.store, bench.channel_id, comment("e1", "after", author="someone"))
    assert bench.again(one).text == "after"


# ------------------------------------------------------------------ what stays


def test_what_was_decided_is_kept_for_its_own_term_from_the_last_thing_done(bench: Bench) -> None:
    one, two, three = (bench.comment(f"you idiot {n}", f"w{n}") for n in range(3))
    bench.decide(one, "hide")
    bench.dispatch()
    Notes(bench.store).add("seen", ANA, comment_id=int(two.id), author_id=None)
    terms(bench, untouched=90, decided=365)
    later(bench, 91)
    assert run(bench)["untouched"] == 1
    assert (is_there(bench, one), is_there(bench, two), is_there(bench, three)) == (True, True, False)
    later(bench, 300)
    assert run(bench)["decided"] == 2


def test_what_is_due_waits_for_its_deadline_and_the_term_after_it(bench: Bench) -> None:
    one = bench.comment("hello", "only1")
    due = bench.clock.now() + 50 * DAY
    bench.store.write(
        lambda tx: tx._db.execute("UPDATE comments SET due_at = ? WHERE id = ?", (due, int(one.id)))
    ).result()
    terms(bench, untouched=10)
    later(bench, 49)
    assert run(bench)["untouched"] == 0
    later(bench, 10)
    assert run(bench)["untouched"] == 0
    later(bench, 2)
    assert run(bench)["untouched"] == 1


def test_what_waits_for_the_outbox_or_a_second_person_stays(bench: Bench) -> None:
    queued, held, sleeping = (bench.comment(f"you idiot {n}", f"w{n}") for n in range(3))
    bench.decide(queued, "hide")
    bench.decide(sleeping, "snooze", until=bench.clock.now() + 4000 * DAY)
    kept = bench.decide(held, "keep")
    bench.store.write(
        lambda tx: tx._db.execute(
            """INSERT INTO reviews (decision_id, comment_id, asked_by, role, clause, created_at, expires_at, state)
               VALUES (?, ?, 'ana', 'reviewer', '', ?, ?, 'waiting')""",
            (kept.decision_id, int(held.id), tx.now, tx.now + 9000 * DAY),
        )
    ).result()
    terms(bench, untouched=1, decided=1)
    later(bench, 1000)
    looked = Retention(bench.store).preview()
    assert looked.counts["pending"] == 3
    went = run(bench)
    assert (went["untouched"], went["decided"]) == (0, 0)


def test_a_block_in_force_keeps_its_comment_and_its_author(bench: Bench) -> None:
    one, other = bench.comment("you idiot", "w1"), bench.comment("you idiot too", "w1")
    mute = bench.decide(one, "mute")
    bench.dispatch()
    assert bench.outbox(mute) is OutboxState.DONE
    author = bench.store.read(lambda r: r.comments.author(one.author_id))
    assert author is not None
    assert author.muted
    terms(bench, untouched=1, decided=1, authors=1)
    later(bench, 500)
    assert run(bench)["untouched"] == 1
    assert (is_there(bench, one), is_there(bench, other)) == (True, False)
    # The block is lifted: from now on it has its term.
    bench.store.write(lambda tx: tx._db.execute("UPDATE authors SET muted = 0")).result()
    assert run(bench)["decided"] == 1
    assert not is_there(bench, one)


# ------------------------------------------------------------------ holds


def test_a_hold_keeps_one_comment_or_all_of_an_author(bench: Bench) -> None:
    one, theirs, again, free = (
        bench.comment("one", "w1"),
        bench.comment("theirs", "w2"),
        bench.comment("theirs too", "w2"),
        bench.comment("free", "w3"),
    )
    holds = Holds(bench.store)
    holds.put(ANA, "the police asked, file Zorille", comment_id=int(one.id))
    holds.put(ANA, "a threat", author_id=int(theirs.author_id))
    assert [(hold.comment_id, hold.author_id) for hold in holds.all(ANA)] == [
        (None, int(theirs.author_id)),
        (int(one.id), None),
    ]
    terms(bench, untouched=1, authors=1)
    later(bench, 100)
    assert Retention(bench.store).preview().counts["held"] == 3
    run(bench)
    assert [is_there(bench, it) for it in (one, theirs, again, free)] == [True, True, True, False]
    with pytest.raises(NotAllowed):
        holds.lift(ANA, comment_id=int(one.id))
    holds.lift(LEA, comment_id=int(one.id))
    run(bench)
    assert [is_there(bench, it) for it in (one, theirs, again)] == [False, True, True]
    events = [entry for entry in bench.entries() if entry["event"].startswith("hold_")]
    assert [entry["event"] for entry in events] == ["hold_set", "hold_set", "hold_lifted"]
    assert "Zorille" not in str(events)
    with raw(bench.path) as db:
        assert not [row for row in db.execute("SELECT entry FROM audit") if "Zorille" in row[0]]


def test_nobody_erases_by_hand_what_is_held(bench: Bench) -> None:
    one = bench.comment("one", "w1")
    Holds(bench.store).put(ANA, "a threat", comment_id=int(one.id))
    with pytest.raises(DomainError, match="erase_held"):
        Erasing(bench.store).erase(int(one.author_id), LEA)
    with pytest.raises(DomainError, match="erase_channel_held"):
        ErasingChannel(bench.store).begin(int(bench.channel_id), LEA)
    Holds(bench.store).lift(LEA, comment_id=int(one.id))
    Erasing(bench.store).erase(int(one.author_id), LEA)


def test_a_hold_has_a_reason_and_something_to_hold(bench: Bench) -> None:
    one = bench.comment("one", "w1")
    with pytest.raises(UsageError, match="hold_reason"):
        Holds(bench.store).put(ANA, "  ", comment_id=int(one.id))
    with pytest.raises(DomainError, match="comment_not_found"):
        Holds(bench.store).put(ANA, "why", comment_id=9999)
    with pytest.raises(DomainError, match="author_not_found"):
        Holds(bench.store).put(ANA, "why", author_id=9999)
    with pytest.raises(DomainError, match="hold_not_found"):
        Holds(bench.store).lift(LEA, comment_id=int(one.id))


# ------------------------------------------------------------------ by the clock


def test_a_run_by_the_clock_waits_for_a_quiet_moment_but_not_for_ever(bench: Bench) -> None:
    bench.comment("hello", "only1")
    terms(bench, untouched=10)
    later(bench, 11)
    keeping = Retention(bench.store)
    keeping.tick(busy=True, stop=lambda: False)
    assert keeping.kept().last is None
    later(bench, 0.5)
    bench.store.write(lambda tx: tx.shared.claim(1, "ana", "here", tx.now, 600)).result()
    keeping.tick(busy=False, stop=lambda: False)
    assert keeping.kept().last is None
    later(bench, 0.6)
    keeping.tick(busy=True, stop=lambda: False)
    last = keeping.kept().last
    assert last is not None
    assert last.counts["untouched"] == 1
    (entry,) = [one for one in bench.entries() if one["event"] == "retention_run"]
    assert (entry["actor"], entry["role"], entry["reason"]) == ("console", "automation", "daily")


def test_at_most_once_a_day(bench: Bench) -> None:
    terms(bench, untouched=10)
    keeping = Retention(bench.store)
    for hours in (0, 1, 10, 12):
        later(bench, hours / 24)
        keeping.tick(busy=False, stop=lambda: False)
    assert len([one for one in bench.entries() if one["event"] == "retention_run"]) == 1
    later(bench, 0.1)
    keeping.tick(busy=False, stop=lambda: False)
    assert len([one for one in bench.entries() if one["event"] == "retention_run"]) == 2


def test_a_lead_asks_and_the_engine_does_it_at_once(bench: Bench) -> None:
    bench.comment("hello", "only1")
    terms(bench, untouched=10)
    later(bench, 11)
    keeping = Retention(bench.store)
    keeping.begin(LEA)
    keeping.tick(busy=True, stop=lambda: False)
    last = keeping.kept().last
    assert last is not None
    assert last.done


# ------------------------------------------------------------------ interrupted


CHILD = """
import sys
from pathlib import Path
from console.services import retention, slices
from tests.support.workspaces import Clock, open_store
slices.SLICE = slices.MOST = 20
clock = Clock(int(sys.argv[2]))
store = open_store(Path(sys.argv[1]), clock, session="child")
def told(now):
    print(now.stage, now.counts["untouched"], flush=True)
retention.Retention(store).sweep(progress=told)
"""


def test_a_killed_run_is_taken_up_where_it_was(bench: Bench) -> None:
    texts = (
        "zebraquagga number {n}",
        "Congratulations, your free camera is waiting for you, claim it",
        "idiot {n}",
    )
    for start in range(0, 600, 200):
        items = [
            comment(f"m{n}", texts[n % 3].format(n=n), author=f"m{n % 150}")
            for n in range(start, start + 200)
        ]
        take_in(bench.store, bench.channel_id, *items)
    from tests.support.bench import read_texts

    bench.triage.run(read_texts)
    terms(bench, untouched=10)
    later(bench, 40)
    young = bench.comment("zebraquagga is young", "young")
    seen = Retention(bench.store).preview()
    assert seen.counts["untouched"] == 600
    Retention(bench.store).begin(LEA)
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(bench.path), str(bench.clock.now())],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    with child:
        for line in child.stdout:
            stage, number = line.split()
            if stage == "comments" and int(number) >= 100:
                child.kill()
                break
    now = Retention(bench.store).kept().running
    assert now is not None
    assert now.stage == "comments"
    assert 100 <= now.counts["untouched"] < 600
    assert counted(bench.store)
    left = bench.store.read(
        lambda r: r._db.execute("SELECT count(*) FROM comments WHERE remote_id GLOB 'cm*'").fetchone()[0]
    )
    assert left == 600 - now.counts["untouched"]
    assert sum(number for *_, number in Retention(bench.store).counts()) == now.counts["untouched"]
    again = open_store(bench.path, bench.clock, session="two")  # another process, later
    try:
        done = Retention(again).sweep()
    finally:
        again.close()
    assert done is not None
    assert done.counts["untouched"] == 600
    assert sum(number for *_, number in Retention(bench.store).counts()) == 600
    assert is_there(bench, young)
    assert [one["event"] for one in bench.entries()].count("retention_run") == 1
    assert counted(bench.store)


def test_terms_that_grow_during_a_run_count_at_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 5)
    monkeypatch.setattr(slices, "MOST", 5)
    take_in(
        bench.store, bench.channel_id, *(comment(f"m{n}", f"number {n}", author=f"m{n}") for n in range(30))
    )
    terms(bench, untouched=10)
    later(bench, 40)
    keeping = Retention(bench.store)
    keeping.begin(LEA)

    def longer(now: retention.Sweep) -> None:
        if now.counts["untouched"] >= 10:
            terms(bench, untouched=300)

    done = keeping.sweep(progress=longer)
    assert done is not None
    assert 10 <= done.counts["untouched"] <= 15


def test_what_happens_between_the_look_and_the_slice_counts(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench.comment("hello", "only1")
    terms(bench, untouched=10)
    later(bench, 11)
    keeping = Retention(bench.store)
    keeping.begin(LEA)
    real = retention._Run._ripe

    def late(run: Any) -> list[int]:
        found = real(run)
        if found:
            Holds(bench.store).put(ANA, "just in time", comment_id=int(one.id))
        return found

    monkeypatch.setattr(retention._Run, "_ripe", late)
    done = keeping.sweep()
    assert done is not None
    assert (done.counts["untouched"], is_there(bench, one)) == (0, True)


def test_the_state_is_gone_at_the_end(bench: Bench) -> None:
    terms(bench, untouched=10)
    run(bench)
    held = bench.store.read(lambda r: [r.settings.get(one) for one in (RUN, LAST, TERMS)])
    assert held[0] is None
    assert held[1]["counts"] == {}
    assert held[2] == {"untouched": 10}
