"""The team: adding, roles, removal and change of pseudonym, on a real workspace with its log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.audit.verify import verify
from console.domain.errors import DomainError, NotAllowed, NotFound, UsageError
from console.domain.vocabulary import ActionKind, Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.members import answerers
from console.services.recording import DecisionAsk
from console.services.roles import Actor, same_person
from console.store import AuditFilter
from tests.support.workspaces import Clock, add_channel, comment, take_in


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """An open workspace whose chain must hold at the end."""
    made = Console.open(tmp_path / "w.vigie", secrets=memory_only(), clock=Clock())
    yield made
    assert made.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True)).ok
    assert made.close()


@pytest.fixture
def lea(console: Console) -> Actor:
    """The lead: whoever made the workspace, renamed."""
    founder = console.actor()
    console.team.rename(founder.name, "lea", founder)
    return console.actor("lea")


def log(console: Console, *events: str) -> list[dict[str, Any]]:
    """The entries of some events, oldest first."""
    console.store.write(lambda tx: None).result()
    rows = console.store.read(lambda r: r.audit.find(AuditFilter(), None))
    entries = [json.loads(row.entry) for row in reversed(rows)]
    return [one for one in entries if one["event"] in events]


def test_adding_changing_and_removing_is_logged(console: Console, lea: Actor) -> None:
    assert console.team.add("ana", Role.MODERATOR, lea).role is Role.MODERATOR
    assert console.team.set_role("ana", Role.REVIEWER, lea).role is Role.REVIEWER
    assert [(one.name, one.role) for one in console.team.list()] == [
        ("ana", Role.REVIEWER),
        ("lea", Role.LEAD),
    ]
    assert console.team.remove("ana", lea) == ()
    assert [one.name for one in console.team.list()] == ["lea"]
    entries = log(console, "member_added", "member_role", "member_removed")
    assert [(one["event"], one["member"], one["member_role"], one["actor"]) for one in entries] == [
        ("member_added", "ana", "moderator", "lea"),
        ("member_role", "ana", "reviewer", "lea"),
        ("member_removed", "ana", "reviewer", "lea"),
    ]
    assert all(one["os_user"] for one in entries)


def test_the_last_lead_stays_one(console: Console, lea: Actor) -> None:
    console.team.add("ana", Role.MODERATOR, lea)
    for attempt in (
        lambda: console.team.remove("lea", lea),
        lambda: console.team.set_role("lea", Role.AUDITOR, lea),
    ):
        with pytest.raises(DomainError) as caught:
            attempt()
        assert caught.value.code == "last_lead"
    assert [(one["error"], one["member"]) for one in log(console, "refusal")] == [("last_lead", "lea")] * 2
    console.team.add("max", Role.LEAD, lea)
    console.team.remove("lea", lea)
    with pytest.raises(NotAllowed):
        console.team.add("zoe", Role.LEAD, lea)  # the window that is still open acts for nobody any more
    assert console.actor("max").role is Role.LEAD


@pytest.mark.parametrize("name", ["Ana", "ANA", "a na", "Ｌea", "lea "])
def test_no_two_members_differ_in_letter_case_or_spaces_alone(
    console: Console, lea: Actor, name: str
) -> None:
    console.team.add("ana", Role.MODERATOR, lea)
    with pytest.raises(UsageError) as caught:
        console.team.add(name, Role.REVIEWER, lea)
    assert caught.value.code == "member_exists"
    with pytest.raises(NotAllowed):
        console.actor(name if name != "lea " else "LEA")


@pytest.mark.parametrize("name", ["", "  ", "a\tb", "x" * 81, "an\u200ba", "a\u202eb"])
def test_names_are_visible_letters(console: Console, lea: Actor, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        console.team.add(name, Role.REVIEWER, lea)
    assert caught.value.code == "bad_actor_name"


def test_only_a_lead_changes_the_team(console: Console, lea: Actor) -> None:
    for role in Role:
        console.team.add(f"the {role.value}", role, lea)
    before = console.team.list()
    for role in (one for one in Role if one is not Role.LEAD):
        actor = console.actor(f"the {role.value}")
        for attempt in (
            lambda actor=actor: console.team.add("friend", Role.LEAD, actor),
            lambda actor=actor: console.team.set_role(actor.name, Role.LEAD, actor),
            lambda actor=actor: console.team.remove("lea", actor),
            lambda actor=actor: console.team.rename("lea", "old lea", actor),
            lambda actor=actor: console.team.rename(actor.name, "lea", actor),
        ):
            with pytest.raises(NotAllowed) as caught:
                attempt()  # type: ignore[no-untyped-call]
            assert caught.value.params["clause"] == "permissions.member"
    assert console.team.list() == before
    refusals = log(console, "refusal")
    assert len(refusals) == 4 * 5
    assert {(one["asked"], one["clause"], one["error"]) for one in refusals} == {
        ("member", "permissions.member", "refuse.role")
    }


def test_unknown_members(console: Console, lea: Actor) -> None:
    for attempt in (
        lambda: console.team.remove("ghost", lea),
        lambda: console.team.set_role("ghost", Role.LEAD, lea),
        lambda: console.team.rename("ghost", "spook", lea),
    ):
        with pytest.raises(NotFound) as caught:
            attempt()
        assert caught.value.code == "member_not_found"


def test_a_removed_member_gives_back_what_they_hold_and_stays_in_the_past(
    console: Console, lea: Actor
) -> None:
    one, two = take_in(console.store, add_channel(console.store), comment(1), comment(2))
    console.team.add("ana", Role.MODERATOR, lea)
    ana = console.actor("ana")
    console.claim(one, ana).result(10)
    made = console.decide(DecisionAsk(two, ActionKind.KEEP), ana).result(10)
    assert console.team.remove("ana", lea) == (one,)
    held = console.store.read(lambda r: r.comments.get(one))
    assert held is not None
    assert held.claimed_by is None
    decided = console.store.read(lambda r: r.decisions.get(made.decision_id or 0))
    assert decided is not None
    assert decided.actor == "ana"
    assert log(console, "member_removed")[0]["count"] == 1
    refused = console.decide(DecisionAsk(one, ActionKind.KEEP), ana).result(10)  # her window is still open
    assert refused.refusal is not None
    assert (refused.refusal.code, refused.refusal.instead) == ("refuse.unknown_member", ("ask:lead",))
    with pytest.raises(NotAllowed):
        console.claim(one, ana).result(10)
    with pytest.raises(NotAllowed):
        console.actor("ana")  # although only one member is listed now, a removed name acts no more
    console.team.add("ana", Role.AUDITOR, lea)  # she comes back, as what the lead says
    assert console.actor("ana").role is Role.AUDITOR


def test_a_change_of_pseudonym_takes_along_what_is_under_way(console: Console, lea: Actor) -> None:
    one, two = take_in(console.store, add_channel(console.store), comment(1), comment(2))
    console.team.add("ana", Role.REVIEWER, lea)
    ana = console.actor("ana")
    console.claim(one, ana).result(10)
    console.keep_draft(one, "Dear", ana).result(10)
    console.decide(DecisionAsk(two, ActionKind.KEEP), ana).result(10)
    renamed = console.team.rename("ana", "A. Kim", lea)
    assert (renamed.name, renamed.role) == ("A. Kim", Role.REVIEWER)
    held = console.store.read(lambda r: r.comments.get(one))
    assert held is not None
    assert held.claimed_by == "A. Kim"
    assert console.store.read(lambda r: r.shared.draft(one)) == "Dear"
    (entry,) = [e for e in log(console, "member_renamed") if e["member"] != "lea"]
    assert (entry["member"], entry["former"]) == ("A. Kim", "ana")
    assert [e["actor"] for e in log(console, "decision")] == ["ana"]  # the past keeps the old name
    assert console.store.read(lambda r: same_person(r, "a. kim", "Ana"))
    with pytest.raises(NotAllowed):
        console.actor("ana")
    with pytest.raises(UsageError):
        console.team.rename("A. Kim", "lea", lea)
    console.team.add("bo", Role.MODERATOR, lea)
    with pytest.raises(UsageError):
        console.team.rename("bo", "ana", lea)  # nobody takes over a past that is not theirs


def test_nobody_agrees_to_their_own_request_under_a_new_name(console: Console, lea: Actor) -> None:
    (one,) = take_in(console.store, add_channel(console.store), comment(1))
    for name in ("ana", "bo"):
        console.team.add(name, Role.REVIEWER, lea)
    asked = console.decide(DecisionAsk(one, ActionKind.DELETE), console.actor("ana")).result(10)
    assert asked.state == "waiting_review"
    (review,) = console.store.read(lambda r: r.decisions.reviews())
    console.team.rename("ana", "kim", lea)
    console.team.rename("kim", "Kim L", lea)
    with pytest.raises(NotAllowed) as caught:
        console.answer_review(review.id, True, console.actor("Kim L")).result(10)
    assert caught.value.code == "review_same_person"
    assert log(console, "refusal")[-1]["error"] == "review_same_person"
    assert console.answer_review(review.id, True, console.actor("bo")).result(10).state == "queued"


def test_who_can_answer_a_review(console: Console, lea: Actor) -> None:
    (one,) = take_in(console.store, add_channel(console.store), comment(1))
    for name, role in (("ana", Role.MODERATOR), ("bo", Role.REVIEWER), ("sam", Role.SPOKESPERSON)):
        console.team.add(name, role, lea)
    console.decide(DecisionAsk(one, ActionKind.DELETE), console.actor("ana")).result(10)
    (review,) = console.store.read(lambda r: r.decisions.reviews())

    def who() -> tuple[tuple[str, ...], bool]:
        found = console.store.read(lambda r: answerers(r, review, {}))
        return found.names, found.held

    assert who() == (("bo", "lea"), True)  # a spokesperson is no reviewer
    console.team.remove("bo", lea)
    assert who() == (("lea",), False)
    found = console.store.read(lambda r: answerers(r, review, {"review": ("spokesperson", "lead")}))
    assert found.names == ("lea",)
