"""Shadow: a second policy proposes beside the active one, nobody sees it, and a report compares both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.domain.errors import DomainError, NotFound
from console.domain.vocabulary import CommentState
from console.services.rereading import Rereading
from tests.support.bench import read_texts
from tests.support.policy_life import ANA, LEA, POLICY, Life, lenient, severer
from tests.support.workspaces import open_store, raw


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """A workspace; its chain must hold at the end."""
    made = Life(tmp_path)
    try:
        yield made
        assert made.holds()
    finally:
        made.close()


def rows(life: Life) -> list[tuple[Any, ...]]:
    """What the shadow recorded: (comment, category, actions, the active one's actions)."""
    with raw(life.path) as db:
        return db.execute(
            "SELECT comment_id, category, actions, active_actions FROM shadow_proposals ORDER BY comment_id"
        ).fetchall()


def test_a_shadow_begins_with_the_open_comments_and_goes_on_with_what_comes_in(life: Life) -> None:
    insult, decided = life.comments("you idiot", "idiot too")
    life.decide(decided, "keep")
    version = life.submit(lenient())
    assert life.life.start_shadow(version.id, LEA).state == "shadow"
    life.life.settle()
    assert rows(life) == [(insult.id, "insult", '["keep"]', '["hide"]')]
    (fresh,) = life.comments("another idiot")
    assert rows(life)[1:] == [(fresh.id, "insult", '["keep"]', '["hide"]')]
    for one in (insult, fresh):  # the queue shows the active policy's proposal only
        assert life.proposed_by(one) == life.life.active().id


def test_the_report_counts_what_would_be_otherwise(life: Life) -> None:
    life.comments("you idiot", "idiot again", "good day", "I will destroy you", "thank you")
    text = lenient().replace("at_least = 0.6", "at_least = 0.99")
    text += '\n[[rule]]\nid = "R-NEW"\ncategory = "threat"\nwhen.all = [{ category = "neutral" }]\npropose = ["hide"]\n'
    version = life.submit(text)
    life.life.start_shadow(version.id, LEA)
    life.life.settle()
    found = life.life.shadow_report(version.id)
    assert (found["compared"], found["same"], found["differ"]) == (5, 0, 5)
    assert (found["more_hidden"], found["no_longer_hidden"]) == (2, 3)
    assert found["hidden"] == {"active": 3, "shadow": 2}
    assert found["categories"] == [{"from": "neutral", "to": "threat", "comments": 2}]
    assert found["rules"] == [
        {"rule": "R-INS", "hits": 2, "active_hits": 2},
        {"rule": "R-NEW", "hits": 2, "active_hits": 0},
        {"rule": "R-THR", "hits": 0, "active_hits": 1},
    ]
    assert found["running"] is True
    assert found["until"] is None
    assert len(found["disagreements"]) == 5
    assert found["disagreements"][0]["shadow"].keys() == {"category", "severity", "actions", "rules"}
    assert life.life.shadow_report(version.id) == found


def test_agreement_with_people_is_counted_since_the_shadow_began_and_says_nothing_under_thirty(
    life: Life,
) -> None:
    early, *others = life.comments(*[f"idiot number {number}" for number in range(31)])
    life.decide(early, "hide")
    life.clock.turn(60)
    version = life.submit(lenient())
    life.life.start_shadow(version.id, LEA)
    life.life.settle()
    for one in others[:29]:
        life.decide(one, "keep")
    found = life.life.shadow_report(version.id)
    assert (found["compared"], found["decisions"]) == (30, 29)
    assert found["agreement"] == {
        "active": {"hits": 0, "n": 29, "few": True},
        "shadow": {"hits": 29, "n": 29, "few": True},
    }
    life.decide(others[29], "hide")
    found = life.life.shadow_report(version.id)
    assert found["agreement"]["shadow"]["value"] == round(29 / 30, 4)
    assert found["agreement"]["active"]["value"] == round(1 / 30, 4)
    assert len(found["disagreements"]) == 20
    assert {one["decided"] for one in found["disagreements"]} <= {"keep", "hide"}
    outcome = life.store.read(lambda r: r.decisions.last_undoable("ana"))
    assert outcome is not None
    life.moderation.undo(outcome.id, ANA)
    assert life.life.shadow_report(version.id)["decisions"] == 29  # an undone decision never counts


def test_what_people_said_is_read_as_a_backtest_reads_it(life: Life) -> None:
    one, other, edited = life.comments("you idiot", "idiot again", "idiot, third")
    version = life.submit(lenient())
    life.life.start_shadow(version.id, LEA)
    life.life.settle()
    for action in ("hide", "like"):  # what is said beside a hidden comment does not bring it back
        life.decide(one, action)
    for action in ("keep", "snooze"):  # and to put it off takes nothing back
        life.decide(other, action)
    life.decide(edited, "keep")
    life.rewrite(edited, "idiot and more")  # nobody has said anything of this text yet
    found = life.life.shadow_report(version.id)
    assert (found["compared"], found["decisions"]) == (3, 2)
    assert found["agreement"]["active"] == {"hits": 1, "n": 2, "few": True}
    assert found["agreement"]["shadow"] == {"hits": 1, "n": 2, "few": True}
    assert {one["comment_id"]: one["decided"] for one in found["disagreements"]} == {
        str(one.id): "hide", str(other.id): "keep", str(edited.id): None,
    }  # fmt: skip


def test_what_a_protected_category_shelters_shows_when_the_shadow_would_hide_it(life: Life) -> None:
    life.comments("my parcel came late", "late again")
    bad = POLICY.replace(
        "[category.constructive_criticism]\nseverity = 0\nprotected = true",
        "[category.constructive_criticism]\nseverity = 1",
    )
    bad += '\n[[rule]]\nid = "R-LATE"\ncategory = "insult"\nwhen.all = [{ category = "constructive_criticism" }]\npropose = ["hide"]\n'  # fmt: skip
    version = life.submit(bad)
    life.life.start_shadow(version.id, LEA)
    life.life.settle()
    assert life.life.shadow_report(version.id)["protected_hit"] == {"active": 0, "shadow": 2}


def test_one_shadow_at_a_time_and_never_the_active_version(life: Life) -> None:
    one, other = life.submit(severer(2)), life.submit(severer(3))
    with pytest.raises(DomainError, match="policy_is_active"):
        life.life.start_shadow("v1", LEA)
    with pytest.raises(DomainError, match="shadow_none"):
        life.life.stop_shadow(LEA)
    with pytest.raises(NotFound):
        life.life.start_shadow("v9", LEA)
    life.life.start_shadow(one.id, LEA)
    with pytest.raises(DomainError, match="shadow_running"):
        life.life.start_shadow(one.id, LEA)
    with pytest.raises(DomainError, match="shadow_taken"):
        life.life.start_shadow(other.id, LEA)
    assert life.life.stop_shadow(LEA).state == "draft"
    life.life.start_shadow(other.id, LEA)
    assert [(one["policy_number"], one["outcome"]) for one in life.entries("policy_shadowed")] == [
        (2, "started"), (2, "stopped"), (3, "started"),
    ]  # fmt: skip


def test_what_a_shadow_found_is_kept_when_it_ends_and_goes_when_it_starts_again(life: Life) -> None:
    life.comments("you idiot")
    version = life.submit(lenient())
    life.life.start_shadow(version.id, LEA)
    life.life.settle()
    life.clock.turn(60)
    life.life.stop_shadow(LEA)
    life.comments("idiot after the end")
    found = life.life.shadow_report(version.id)
    assert (found["running"], found["compared"], found["until"]) == (False, 1, "2026-09-21T14:21:00Z")
    life.life.start_shadow(version.id, LEA)
    assert rows(life) == []
    life.life.settle()
    assert life.life.shadow_report(version.id)["compared"] == 2


def test_activating_the_shadow_ends_it_and_activating_another_sets_its_comparisons_aside(life: Life) -> None:
    (decided,) = life.comments("you idiot")
    shadow = life.submit(lenient())
    life.life.start_shadow(shadow.id, LEA)
    life.life.settle()
    life.decide(decided, "hide")
    life.comments("idiot too")
    other = life.life.activate(life.submit(severer()).id, LEA)
    life.life.settle()
    found = life.life.shadow_report(shadow.id)
    assert (found["active"], found["compared"], found["set_aside"]) == (other.id, 1, 1)
    assert life.life.version(shadow.id).state == "shadow"
    active = life.life.activate(shadow.id, LEA)
    assert active.state == "active"
    assert life.entries("policy_shadowed")[-1]["outcome"] == "activated"
    assert life.store.read(lambda r: r.policies.shadow()) is None
    life.comments("idiot three")
    assert len(rows(life)) == 2


def test_retiring_the_shadow_ends_it_and_a_retired_version_in_shadow_is_retired_again_afterwards(
    life: Life,
) -> None:
    version = life.submit(lenient())
    life.life.start_shadow(version.id, LEA)
    assert life.life.retire(version.id, LEA).state == "retired"
    life.life.start_shadow(version.id, LEA)
    assert life.life.stop_shadow(LEA).state == "retired"


def test_a_start_cut_short_is_completed_by_another_process(life: Life) -> None:
    life.comments(*[f"idiot number {number}" for number in range(200)])
    version = life.submit(lenient())
    life.life.start_shadow(version.id, LEA)
    asked = iter([False, True])
    life.life.settle(stop=lambda: next(asked))
    assert len(rows(life)) == 128
    store = open_store(life.path, life.clock, session="two")
    try:
        life.another(store).settle()
    finally:
        assert store.close()
    assert len(rows(life)) == 200


def test_a_comment_read_again_is_compared_again(life: Life) -> None:
    (one,) = life.comments("good day")
    version = life.submit(lenient())
    life.life.start_shadow(version.id, LEA)
    life.life.settle()
    rereading = Rereading(life.store, life.triage)
    run = rereading.begin("test", "2", "switch", LEA)
    batch = rereading.next_batch(run)
    from dataclasses import replace

    from console.domain.verdict import ClassifyItem

    verdict = replace(read_texts([ClassifyItem("1", "idiot")])[0], engine_version="2")
    rereading.store(batch, [verdict])
    assert life.again(one).state is CommentState.OPEN
    assert rows(life) == [(one.id, "insult", '["keep"]', '["hide"]')]
