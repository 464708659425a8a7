"""Claims between people: taken, renewed, given back, taken over, freed when their window was killed; one decision."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_all

import pytest

from console.domain.errors import NotAllowed
from console.domain.events import Changed
from console.domain.vocabulary import ActionKind
from console.services.claiming import Claiming, ended, session_name
from console.services.recording import DecisionAsk
from console.services.undo import Undo
from tests.support.bench import ANA, BO, ZOE, Bench
from tests.support.workspaces import open_store


def claims(bench: Bench) -> Claiming:
    """The claims of the bench's own process."""
    return Claiming(bench.store, bench.clock)


def heard(bench: Bench) -> list[Changed]:
    """What windows on the workspace hear of claims from now on."""
    said: list[Changed] = []
    bench.store.listen(lambda changes: said.extend(one for one in changes if one.what == "claims"))
    return said


def test_a_hold_is_renewed_by_its_holder_and_nobody_else(bench: Bench) -> None:
    one, mine = bench.comment("hello"), claims(bench)
    first = mine.take(int(one.id), ANA).result()
    assert (first.holder, first.expires_at) == ("ana", bench.clock.now() + 600)
    bench.clock.turn(500)
    assert mine.take(int(one.id), BO).result() == first
    assert mine.take(int(one.id), ANA).result().expires_at == bench.clock.now() + 600
    bench.clock.turn(601)
    assert mine.take(int(one.id), BO).result().holder == "bo"
    with pytest.raises(NotAllowed):
        mine.take(int(one.id), ZOE).result()


def test_taking_over_names_who_had_it(bench: Bench) -> None:
    one, mine = bench.comment("hello"), claims(bench)
    said = heard(bench)
    mine.take(int(one.id), ANA).result()
    mine.take(int(one.id), BO, force=True).result()
    bench.clock.turn(601)
    mine.take(int(one.id), ANA, force=True).result()  # it had run out: taken from nobody
    assert [(change.extra["holder"], change.extra.get("taken_from")) for change in said] == [
        ("ana", None),
        ("bo", "ana"),
        ("ana", None),
    ]


def test_writing_is_told_and_ends_with_the_hold(bench: Bench) -> None:
    one, mine = bench.comment("hello"), claims(bench)
    mine.take(int(one.id), ANA).result()
    said = heard(bench)
    mine.writing(int(one.id), BO, True).result()  # not theirs
    assert not bench.again(one).claim_writing
    mine.writing(int(one.id), ANA, True).result()
    mine.writing(int(one.id), ANA, True).result()
    assert bench.again(one).claim_writing
    assert len(said) == 1
    mine.take(int(one.id), ANA).result()  # renewed while writing
    assert bench.again(one).claim_writing
    mine.take(int(one.id), BO, force=True).result()
    assert (bench.again(one).claimed_by, bench.again(one).claim_writing) == ("bo", False)


def test_another_window_of_the_same_person_does_not_give_back_what_this_one_holds(bench: Bench) -> None:
    one, mine = bench.comment("hello"), claims(bench)
    store = open_store(bench.path, bench.clock, session=session_name())
    second = Claiming(store, bench.clock)
    try:
        mine.take(int(one.id), ANA).result()
        second.take(int(one.id), ANA).result()
        mine.give_back(int(one.id), ANA, everywhere=False).result()
        assert bench.again(one).claimed_by == "ana"
        second.give_back(int(one.id), ANA, everywhere=False).result()
        assert bench.again(one).claimed_by is None
    finally:
        store.close()


def killed_session() -> str:
    """The session of a process that was killed."""
    code = "from console.services.claiming import session_name; print(session_name(), flush=True); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    name = process.stdout.readline().strip()
    assert not ended(name)
    process.kill()
    process.communicate()
    return name


def test_what_a_killed_window_held_is_free_at_once(bench: Bench) -> None:
    name = killed_session()
    assert ended(name)
    one, two = bench.comment("hello"), bench.comment("hello again")
    for held in (one, two):
        bench.store.write(
            lambda tx, held=held: tx.shared.claim(int(held.id), "bo", name, tx.now, 600)  # type: ignore[misc]
        ).result()
    mine = claims(bench)
    assert bench.decide(one, "keep").state == "done"  # nobody has to wait for the engine's round
    said = heard(bench)
    assert mine.sweep() == (one.id, two.id)
    assert bench.again(two).claimed_by is None
    assert [change.ids for change in said] == [(one.id, two.id)]
    assert mine.sweep() == ()


def test_what_ran_out_is_freed_and_told(bench: Bench) -> None:
    one, two = bench.comment("hello"), bench.comment("hello again")
    mine = claims(bench)
    mine.take(int(one.id), ANA).result()
    bench.clock.turn(300)
    mine.take(int(two.id), BO).result()
    bench.clock.turn(301)
    assert mine.sweep() == (one.id,)
    assert bench.again(two).claimed_by == "bo"


@pytest.mark.parametrize("name", ["", "one", "ab.1@elsewhere", "ab.x@here", "ab.1"])
def test_a_session_of_elsewhere_is_not_called_dead(name: str) -> None:
    assert not ended(name)
    assert not ended(session_name())


def test_two_people_in_the_same_second_make_one_decision(bench: Bench) -> None:
    """Both saw it undecided; whoever comes second is told who was first, and nothing of theirs is recorded."""
    other = open_store(bench.path, bench.clock, session="two")
    theirs = Undo(other, bench.policies, bench.clock)
    try:
        for number in range(12):
            one = bench.comment(f"hello number {number}", f"stranger{number}")

            def asked(action: str, comment: int = int(one.id)) -> DecisionAsk:
                return DecisionAsk(comment, ActionKind(action), shown_decision=0)

            with ThreadPoolExecutor(2) as pool:
                futures: list[Future[object]] = [
                    pool.submit(bench.moderation.decide, asked("keep"), ANA),
                    pool.submit(theirs.decide, asked("snooze"), BO),
                ]
                wait_all(futures)
            outcomes = [future.result() for future in futures]
            refused = [one for one in outcomes if one.refusal is not None]  # type: ignore[attr-defined]
            assert len(refused) == 1
            assert refused[0].refusal.code == "decided_meanwhile"  # type: ignore[attr-defined]
            first = bench.store.read(lambda r, one=one: r.decisions.of_comment(one.id))  # type: ignore[misc]
            assert len(first) == 1
            assert refused[0].refusal.why.params["by"] == first[0].actor  # type: ignore[attr-defined]
    finally:
        other.close()


def test_what_was_taken_back_meanwhile_stands_in_nobodys_way(bench: Bench) -> None:
    one = bench.comment("hello")
    bench.undo(bench.decide(one, "keep", actor=BO), actor=BO)
    assert bench.decide(one, "keep", shown_decision=0).state == "done"
    refused = bench.decide(one, "snooze", shown_decision=0)
    assert refused.refusal is not None
    newest = bench.store.read(lambda r: r.decisions.of_comment(one.id))[-1].id
    assert (
        bench.decide(one, "snooze", shown_decision=newest).state == "done"
    )  # seen, and decided all the same
