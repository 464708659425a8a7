"""Roles as services see them: today's role, the active policy's permissions, and a log of every refusal."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from console.domain.decision import DecisionOutcome
from console.domain.errors import NotAllowed
from console.domain.vocabulary import ActionKind, OutboxState, Role
from console.runtime.app import Console
from console.services import audit_desk, channel_desk
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from tests.services.test_members import console, lea, log  # noqa: F401
from tests.support.workspaces import add_channel, comment, take_in

NUMBERS = itertools.count(1)
SECTION = """
[permissions]
delete = ["reviewer"]
reply = ["spokesperson"]
undo = ["reviewer"]
pull = ["lead"]
import = ["reviewer"]
review = ["reviewer"]
"""


def activate(console: Console, extra: str) -> None:  # noqa: F811
    """Put a policy on that is the shipped one with ``extra`` at its end, past every gate."""
    from console.policy import load_policy

    stored = console.store.read(lambda r: r.policies.active())
    assert stored is not None
    text = stored.source + extra
    loaded = load_policy(text, files=stored.files)
    assert loaded.policy is not None, loaded.errors
    made = loaded.policy

    def work(tx: Any) -> None:
        tx.policies.add(made.id, made.name, text, loaded.files, tx.now, "lea")
        tx.policies.activate(made.id, "lea", tx.now)
        tx.changed("policy")

    console.store.write(work).result()


@pytest.fixture
def team(console: Console, lea: Actor) -> dict[str, Actor]:  # noqa: F811
    """One member for each role, by the role's name."""
    for role in Role:
        if role is not Role.LEAD:
            console.team.add(f"{role.value} one", role, lea)
    return {role.value: console.actor(f"{role.value} one") for role in Role if role is not Role.LEAD} | {
        "lead": lea
    }


def one_comment(console: Console) -> int:  # noqa: F811
    """A new comment on a practice channel."""
    found = console.store.read(lambda r: r.channels.all())
    channel = found[0].id if found else add_channel(console.store)
    return take_in(console.store, channel, comment(next(NUMBERS)))[0]


def decide(console: Console, action: str, actor: Actor, **more: Any) -> DecisionOutcome:  # noqa: F811
    """Decide about a fresh comment."""
    ask = DecisionAsk(one_comment(console), ActionKind(action), reason="because", **more)
    return console.decide(ask, actor).result(10)


def test_the_policys_permissions_hold_for_decisions(console: Console, team: dict[str, Actor]) -> None:  # noqa: F811
    activate(console, SECTION)
    for role, actor in team.items():
        found = decide(console, "delete", actor)
        assert (found.refusal is None) is (role in ("reviewer", "lead")), role
        said = decide(console, "reply", actor, text="Good day")
        assert (said.refusal is None) is (role in ("spokesperson", "lead")), role
        kept = decide(console, "keep", actor)
        assert (kept.refusal is None) is (role != "auditor")
    refusals = log(console, "refusal")
    assert {(one["action"], one["clause"]) for one in refusals} == {
        ("delete", "permissions.delete"),
        ("reply", "permissions.reply"),
        ("keep", "permissions.keep"),
    }
    assert all(one["comment"] and one["error"] == "refuse.role" for one in refusals)


def test_and_for_tasks(console: Console, team: dict[str, Actor]) -> None:  # noqa: F811
    activate(console, SECTION)
    hidden = decide(console, "hide", team["moderator"])
    with pytest.raises(NotAllowed) as caught:
        console.undo(hidden.decision_id, team["moderator"]).result(
            10
        )  # not even their own: the policy says so
    assert caught.value.params["clause"] == "permissions.undo"
    assert caught.value.params["who"] == ("reviewer", "lead")
    assert console.undo(hidden.decision_id, team["reviewer"]).result(10).state == "done"
    with pytest.raises(NotAllowed):
        console.pull_soon(team["moderator"])
    with pytest.raises(NotAllowed):
        console.add_channel("file", "more", team["moderator"])
    assert console.add_channel("file", "more", team["reviewer"]).key == "file:more"


def test_buttons_know_the_permissions_without_a_look_into_the_database(
    console: Console,  # noqa: F811
    team: dict[str, Actor],
) -> None:
    assert team["moderator"].may("delete")
    activate(console, SECTION)
    assert not console.actor("moderator one").may("delete")
    assert not team["moderator"].may("delete")  # an actor made before the change knows it too
    assert team["reviewer"].may("delete")


def test_an_auditor_reads_and_exports_and_changes_nothing(
    console: Console,  # noqa: F811
    team: dict[str, Actor],
    tmp_path: Path,
) -> None:
    number = one_comment(console)
    auditor = team["auditor"]
    channel = console.store.read(lambda r: r.channels.all())[0]
    hidden = decide(console, "hide", team["moderator"])
    assert hidden.outbox_id is not None
    before = console.store.read(lambda r: r.comments.get(number))
    valid = 'schema = 1\nname = "Mine"\n[category.spam]\nseverity = 1\n'
    attempts = {
        "claim": lambda: console.claim(number, auditor).result(10),
        "draft": lambda: console.keep_draft(number, "Dear", auditor).result(10),
        "note": lambda: console.add_note("hm", auditor, comment_id=number, author_id=None).result(10),
        "categorise": lambda: console.categorise(number, "spam", "seen", auditor).result(10),
        "undo": lambda: console.undo(hidden.decision_id, auditor).result(10),
        "confirm": lambda: console.confirm(hidden.outbox_id or 0, True, auditor).result(10),
        "retry": lambda: console.retry(hidden.outbox_id or 0, auditor).result(10),
        "send now": lambda: console.send_now(auditor).result(10),
        "pull": lambda: console.pull_soon(auditor),
        "channel": lambda: console.add_channel("file", "x", auditor),
        "pause": lambda: console.set_channel(channel, auditor, "channel_paused", paused=True).result(10),
        "import": lambda: channel_desk.run_import(
            console.store, channel, None, auditor, progress=lambda _: None, stop=lambda: False  # type: ignore[arg-type]
        ),
        "engine": lambda: console.classifier.use("embedded", auditor).result(10),
        "second": lambda: console.classifier.second("embedded", auditor).result(10),
        "reread": lambda: console.classifier.reclassify(auditor).result(10),
        "pause reading": lambda: console.classifier.pause(auditor).result(10),
        "calibrate": lambda: console.feedback.propose(auditor),
        "layer on": lambda: console.feedback.activate(1, auditor),
        "layer off": lambda: console.feedback.revert(auditor),
        "policy text": lambda: console.lifecycle.keep_working("x", {}, None, auditor),
        "policy": lambda: console.lifecycle.submit(valid, {}, auditor),
        "shadow": lambda: console.lifecycle.stop_shadow(auditor),
        "saved reply": lambda: console.replies.remove("thanks.praise", auditor),
        "rearm": lambda: console.automation.rearm("R-INS", auditor),
        "member": lambda: console.team.add("friend", Role.LEAD, auditor),
    }  # fmt: skip
    for name, attempt in attempts.items():
        seen = len(log(console, "refusal"))
        with pytest.raises(NotAllowed) as caught:
            attempt()  # type: ignore[no-untyped-call]
        assert caught.value.params["clause"], name
        assert caught.value.params["instead"], name
        refusals = log(console, "refusal")
        assert len(refusals) == seen + 1, name
        assert (refusals[-1]["actor"], refusals[-1]["role"]) == (auditor.name, "auditor"), name
    assert console.store.read(lambda r: r.comments.get(number)) == before
    row = console.store.read(lambda r: r.outbox.get(hidden.outbox_id or 0))
    assert row is not None
    assert row.state is OutboxState.QUEUED
    assert console.store.read(lambda r: r.shared.draft(number)) is None
    assert console.counts(auditor.name)
    assert console.detail(number) is not None
    audit_desk.verify_log(console.store, console.clock.now)
    assert audit_desk.export_log(console.store, auditor, tmp_path / "log.jsonl", "jsonl") > 0


def test_a_role_taken_away_counts_at_once_in_a_window_that_is_open(
    console: Console,  # noqa: F811
    team: dict[str, Actor],
) -> None:
    moderator = team["moderator"]
    console.team.set_role(moderator.name, Role.AUDITOR, team["lead"])
    refused = decide(console, "keep", moderator)
    assert refused.refusal is not None
    assert refused.refusal.why.params["role"] == "auditor"
    assert log(console, "refusal")[-1]["role"] == "auditor"
    with pytest.raises(NotAllowed):
        console.claim(1, moderator).result(10)
    console.team.set_role(moderator.name, Role.LEAD, team["lead"])
    assert console.team.add("new", Role.MODERATOR, moderator).name == "new"


def test_colleagues_mend_each_others_slips(
    console: Console,  # noqa: F811
    team: dict[str, Actor],
) -> None:
    console.team.add("moderator two", Role.MODERATOR, team["lead"])
    made = decide(console, "hide", team["moderator"])
    assert console.undo(made.decision_id, console.actor("moderator two")).result(10).state == "done"


def test_a_reviewers_decision_is_undone_by_who_may_judge_it(
    console: Console,  # noqa: F811
    team: dict[str, Actor],
) -> None:
    console.team.add("moderator two", Role.MODERATOR, team["lead"])
    made = decide(console, "hide", team["lead"])
    refused = console.undo(made.decision_id, console.actor("moderator two")).result(10)
    assert refused.refusal is not None
    assert (refused.refusal.code, refused.refusal.clause) == ("refuse.undo_other", "permissions.review")
    assert refused.refusal.instead == ("ask:reviewer", "ask:spokesperson", "ask:lead")
    entry = log(console, "refusal")[-1]
    assert (entry["error"], entry["undoes"], entry["clause"]) == (
        "refuse.undo_other",
        made.decision_id,
        "permissions.review",
    )
    assert console.undo(made.decision_id, team["reviewer"]).result(10).state == "done"


def test_a_stranger_is_logged_where_the_door_is(console: Console, team: dict[str, Actor]) -> None:  # noqa: F811
    assert team
    with pytest.raises(NotAllowed) as caught:
        console.actor("nobody")
    assert caught.value.params["instead"] == ("ask:lead",)
    entry = log(console, "refusal")[-1]
    assert (entry["actor"], entry["role"], entry["error"], entry["clause"]) == (
        "nobody", "none", "refuse.unknown_member", "members",
    )  # fmt: skip


@pytest.mark.parametrize(("role", "agrees"), [("reviewer", True), ("spokesperson", False), ("lead", True)])
def test_a_spokesperson_is_no_reviewer(
    console: Console,  # noqa: F811
    team: dict[str, Actor],
    role: str,
    agrees: bool,
) -> None:
    asked = decide(console, "delete", team["moderator"])
    assert asked.state == "waiting_review"
    (review,) = console.store.read(lambda r: r.decisions.reviews())
    if agrees:
        assert console.answer_review(review.id, True, team[role]).result(10).state == "queued"
        return
    with pytest.raises(NotAllowed) as caught:
        console.answer_review(review.id, True, team[role]).result(10)
    assert caught.value.code == "refuse.review_role"
    assert caught.value.params["clause"] == "approval.irreversible"
    entry = log(console, "refusal")[-1]
    assert (entry["error"], entry["action"], entry["decision"]) == (
        "refuse.review_role", "delete", asked.decision_id,
    )  # fmt: skip
    (still,) = console.store.read(lambda r: r.decisions.reviews())
    assert still == review
