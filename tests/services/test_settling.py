"""After an activation open comments follow, in batches, whoever is cut short or comes in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.policy_life import LEA, Life, severer
from tests.support.workspaces import open_store


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """A workspace whose gate asks for rule tests only; its chain must hold at the end."""
    made = Life(tmp_path)
    try:
        yield made
        assert made.holds()
    finally:
        made.close()


def test_settling_that_was_cut_short_is_completed_by_another_process(life: Life) -> None:
    comments = life.comments(*[f"idiot number {number}" for number in range(300)])
    version = life.life.activate(life.submit(severer(9)).id, LEA, later_due=True)
    asked = iter([False, True])
    assert life.life.settle(stop=lambda: next(asked)) == 128
    store = open_store(life.path, life.clock, session="two")
    try:
        assert life.another(store).settle() == 172
    finally:
        assert store.close()
    assert {life.proposed_by(one) for one in comments} == {version.id}
    assert {life.again(one).due_at > one.due_at for one in comments} == {
        True
    }  # --later-due outlives the process
    assert life.life.settle() == 0


def test_going_back_before_all_was_settled_leaves_nothing_behind(life: Life) -> None:
    comments = life.comments(*[f"idiot number {number}" for number in range(200)])
    first = life.life.active()
    life.life.settle()
    life.life.activate(life.submit(severer()).id, LEA)
    asked = iter([False, True])
    life.life.settle(stop=lambda: next(asked))
    life.life.activate("v1", LEA)
    assert life.life.settle() == 128
    assert {life.proposed_by(one) for one in comments} == {first.id}


def test_what_is_decided_while_settling_keeps_its_proposal(life: Life) -> None:
    comments = life.comments(*[f"idiot number {number}" for number in range(200)])
    first = life.life.active()
    version = life.life.activate(life.submit(severer()).id, LEA)
    last = comments[-1]

    def progress(done: int, total: int) -> None:
        if done < total:
            life.decide(last, "keep")

    assert life.life.settle(progress) == 199
    assert life.proposed_by(last) == first.id
    assert life.proposed_by(comments[0]) == version.id


def test_what_another_process_activated_is_followed_at_once(life: Life) -> None:
    store = open_store(life.path, life.clock, session="two")
    try:
        other = life.another(store)
        assert life.policies.active().id == life.life.active().id
        other.activate(life.submit(severer()).id, LEA)
        (one,) = life.comments("you idiot")
        assert life.proposed_by(one) == other.active().id
        assert life.policies.number == 2
        assert "policy" in {change.what for change in life.store.foreign_changes()}
    finally:
        assert store.close()
