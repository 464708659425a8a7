"""The policies' room: numbers, states, steps in order, working drafts, and which comments must be proposed for again."""

from __future__ import annotations

from typing import Any

import pytest

from console.domain.comment import ChannelId, CommentId
from console.domain.decision import Proposal
from console.domain.vocabulary import CommentState
from console.store import Store, Tx
from tests.support.workspaces import Clock, comment, take_in


def write(store: Store, work: Any) -> Any:
    """One transaction."""
    return store.write(work).result()


def proposal(policy: str, **more: Any) -> Proposal:
    """A proposal of ``policy``."""
    return Proposal(policy, more.pop("revision", 1), "insult", 3, **more)


def test_versions_get_numbers_and_one_is_active(store: Store, clock: Clock) -> None:
    def work(tx: Tx) -> list[int]:
        numbers = [
            tx.policies.add(one, one, "x", {"l.txt": b"\x00\xff"}, tx.now, "lea") for one in ("a", "b", "a")
        ]
        tx.policies.activate("a", "lea", tx.now)
        return numbers

    assert write(store, work) == [1, 2, 1]
    clock.turn(5)
    write(store, lambda tx: tx.policies.activate("b", "max", tx.now))
    new, old = store.read(lambda r: r.policies.all())
    assert (new.id, new.state, new.activated_by, new.added_by) == ("b", "active", "max", "lea")
    assert (old.state, old.retired_at, old.retired_by) == ("retired", clock.now(), "max")
    assert dict(old.files) == {"l.txt": b"\x00\xff"}
    write(store, lambda tx: tx.policies.activate("a", "lea", tx.now))
    back = store.read(lambda r: r.policies.active())
    assert back is not None
    assert (back.id, back.retired_at, back.retired_by) == ("a", None, None)
    assert store.read(lambda r: r.policies.mark("active")) == ("a", "x")
    assert store.read(lambda r: r.policies.mark("shadow")) is None


def test_a_shadow_goes_back_to_where_it_came_from(store: Store) -> None:
    def work(tx: Tx) -> list[str]:
        states = []
        for name in ("a", "b"):
            tx.policies.add(name, name, "x", {}, tx.now)
        tx.policies.retire("b", "lea", tx.now)
        for name in ("a", "b"):
            tx.policies.start_shadow(name, tx.now)
            tx.policies.end_shadow(name)
            held = tx.policies.get(name)
            assert held is not None
            assert held.shadow_since == tx.now
            states.append(held.state)
        return states

    assert write(store, work) == ["draft", "retired"]


def test_steps_keep_their_order_and_their_body(store: Store) -> None:
    def work(tx: Tx) -> None:
        for kind, ok in (("check", True), ("test", False), ("test", True)):
            tx.policies.add_step(
                "a", kind, "lea", "lead", tx.now, ok=ok, reason="é\ud800", body={"n": [1, "\ud800"]}
            )
        tx.policies.add_step("b", "check", "lea", "lead", tx.now)

    write(store, work)
    steps = store.read(lambda r: r.policies.steps("a"))
    assert [(one.kind, one.ok) for one in steps] == [("check", True), ("test", False), ("test", True)]
    assert steps[0].body == {"n": [1, "\ud800"]}
    assert steps[0].reason.startswith("é")
    with pytest.raises(Exception, match="CHECK constraint"):
        write(store, lambda tx: tx.policies.add_step("a", "nonsense", "lea", "lead", tx.now))


def test_one_working_draft_for_each_person(store: Store) -> None:
    write(store, lambda tx: tx.policies.keep_working("lea", "n", None, "wrong [", {}, tx.now))
    write(store, lambda tx: tx.policies.keep_working("lea", "n", "v", "second", {"f": b"1"}, tx.now))
    kept = store.read(lambda r: r.policies.working("lea"))
    assert kept is not None
    assert (kept.text, kept.based_on, dict(kept.files)) == ("second", "v", {"f": b"1"})
    write(store, lambda tx: tx.policies.drop_working("lea"))
    assert store.read(lambda r: r.policies.working("lea")) is None


def test_what_is_outdated_is_undecided_and_another_policys(store: Store, channel: ChannelId) -> None:
    ids = take_in(store, channel, *(comment(number) for number in range(5)))

    def work(tx: Tx) -> None:
        tx.comments.set_proposals([(CommentId(one), proposal("old")) for one in ids[:4]], tx.now)
        tx.comments.set_proposals([(CommentId(ids[1]), proposal("new"))], tx.now)
        tx.comments.set_flags(ids[2], state=int(CommentState.SNOOZED))
        tx.comments.set_flags(ids[3], state=int(CommentState.DONE))

    write(store, work)
    assert store.read(lambda r: r.policies.outdated("new")) == [ids[0], ids[2]]
    assert store.read(lambda r: r.policies.outdated("new", [ids[2], ids[3]])) == [ids[2]]
    assert store.read(lambda r: r.policies.undecided(ids)) == [ids[0], ids[1], ids[2], ids[4]]
    # What nobody read yet gets its first proposal, and its shadow with it, when it is read.
    assert store.read(lambda r: r.policies.unshadowed("s", "new")) == ids[:3]


def test_a_shadows_row_is_one_for_each_comment_and_for_the_present_revision(
    store: Store, channel: ChannelId
) -> None:
    (one,) = take_in(store, channel, comment(1))
    number = CommentId(one)
    write(store, lambda tx: tx.comments.set_proposals([(number, proposal("a"))], tx.now))

    def see(tx: Tx, **more: Any) -> None:
        shadow = proposal("s", actions=("hide", "report"), rules=("R",), auto_hide=True, **more)
        tx.policies.keep_shadow([(number, shadow, proposal("a"))], tx.now)

    write(store, see)
    write(store, see)
    rows = store.read(lambda r: list(r.policies.shadow_rows("s", 0, "console")))
    assert [(row.actions, row.rules, row.auto_hide, row.active_actions, row.decisions) for row in rows] == [
        (("hide", "report"), ("R",), True, (), ())
    ]
    assert store.read(lambda r: r.policies.unshadowed("s", "a")) == []
    assert store.read(lambda r: r.policies.unshadowed("s", "b")) == [one]  # beside another active policy
    take_in(store, channel, comment(1, "another text"))
    assert store.read(lambda r: r.policies.unshadowed("s", "a")) == [one]


def test_the_span_of_an_empty_workspace_and_of_one_with_comments(
    store: Store, channel: ChannelId, clock: Clock
) -> None:
    assert store.read(lambda r: r.policies.span()) == (None, None)
    take_in(store, channel, comment(1))
    assert store.read(lambda r: r.policies.span()) == (clock.now(), clock.now())
