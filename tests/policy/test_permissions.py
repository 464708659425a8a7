"""`[permissions]`: how it is read, what it changes in the id, and whom it refuses with which words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.domain.decision import Refusal
from console.domain.vocabulary import ActionKind, Role
from console.policy import (
    Policy,
    ReviewNeeded,
    allowed,
    error_dict,
    fills,
    is_reason,
    load_policy,
    may,
    person_key,
    refuse,
    say_reason,
)
from console.policy.propose import propose
from console.policy.sections_permissions import _SAME, ACTIONS, DEFAULTS, KEPT, READING, TASKS
from tests.policy.helpers import NOW, SMALL, facts, history, policy

LEAD = "lead"


def with_permissions(lines: str) -> Policy:
    """The small policy with a section of permissions."""
    return policy(f"{SMALL}\n[permissions]\n{lines}\n")


def faults(lines: str) -> list[dict[str, object]]:
    """What is wrong with such a section."""
    loaded = load_policy(f"{SMALL}\n[permissions]\n{lines}\n")
    assert loaded.policy is None
    return [error_dict(one, "en") for one in loaded.errors]


def ask(made: Policy, action: str, role: str) -> Refusal | ReviewNeeded | None:
    seen = facts()
    return refuse(
        made, action, seen, propose(made, seen, NOW), role=role, actor="mia", capability=None, now=NOW
    )


def test_without_the_section_the_usual_roles_hold() -> None:
    bare = policy(SMALL)
    assert bare.permissions == {}
    for action in ACTIONS:
        assert allowed({}, action) == ("moderator", "reviewer", "spokesperson", "lead")
    assert allowed({}, "review") == ("reviewer", "spokesperson", "lead")
    for task in ("channel", "policy", "classifier", "override", *KEPT):
        assert allowed({}, task) == ("lead",)
    for task in READING:
        assert "auditor" in allowed({}, task)


def test_a_policy_without_it_keeps_its_id_and_one_with_it_has_another() -> None:
    assert policy(SMALL + "\n[permissions]\n").id == policy(SMALL).id
    made = with_permissions('delete = ["reviewer"]')
    assert made.id != policy(SMALL).id
    assert made.id == with_permissions('delete = ["lead", "reviewer"]').id  # the lead is always among them
    assert made.id != with_permissions('delete = ["reviewer", "spokesperson"]').id


def test_what_is_given_is_exact_and_the_lead_always_may() -> None:
    made = with_permissions('delete = ["reviewer"]\nreply = ["spokesperson"]\nblock = []')
    assert made.permissions["block"] == (LEAD,)
    assert [role for role in Role if may(made.permissions, role, "delete")] == [Role.REVIEWER, Role.LEAD]
    assert [role for role in Role if may(made.permissions, role, "reply")] == [Role.SPOKESPERSON, Role.LEAD]
    assert may(made.permissions, "moderator", "hide")


def test_a_compensation_goes_with_its_action() -> None:
    made = with_permissions('mute = ["lead"]\nlike = ["spokesperson"]')
    assert allowed(made.permissions, "unmute") == (LEAD,)
    assert not may(made.permissions, "moderator", "unlike")


def test_a_refusal_names_clause_and_who_may_instead() -> None:
    made = with_permissions('delete = ["reviewer"]')
    answer = ask(made, "delete", "moderator")
    assert isinstance(answer, Refusal)
    assert (answer.code, answer.clause) == ("refuse.role", "permissions.delete")
    assert answer.instead == ("escalate", "ask:reviewer", "ask:lead")
    assert (
        say_reason(answer.why, "en", made)
        == "Delete: the role “moderator” may not. These may: reviewer, lead."
    )
    assert say_reason(answer.why, "fr", made) == (
        "Supprimer\u00a0: le rôle «\u202fmodérateur\u202f» ne le permet pas. Le peuvent\u00a0: relecteur, lead."
    )
    auditor = ask(made, "keep", "auditor")
    assert isinstance(auditor, Refusal)
    assert "escalate" not in auditor.instead


@pytest.mark.parametrize("key", ["keep", "delete", "review", "pull", "policy", "override"])
def test_an_auditor_is_never_given_anything_that_acts(key: str) -> None:
    (fault,) = faults(f'{key} = ["lead", "auditor"]')
    assert fault["code"] == "permissions.auditor"
    assert fault["line"] == len(SMALL.splitlines()) + 3
    assert "moderator" in str(fault["hint"])
    for reading in READING:
        assert "auditor" in with_permissions(f'{reading} = ["auditor"]').permissions[reading]


@pytest.mark.parametrize("key", ["member", "members", "activation", "activate", "erase", "erasure"])
def test_what_is_the_leads_cannot_be_given_away(key: str) -> None:
    (fault,) = faults(f'{key} = ["reviewer"]')
    assert fault["code"] == "permissions.kept"
    assert key in str(fault["message"])


@pytest.mark.parametrize(
    ("lines", "code", "hint"),
    [
        ('delet = ["lead"]', "permissions.unknown", "delete"),
        ('reviews = ["lead"]', "permissions.unknown", "review"),
        ('delete = ["revewer"]', "policy.choice", "reviewer"),
        ('delete = "reviewer"', "policy.type", ""),
        ("delete = [3]", "policy.type", ""),
        ('delete = ["lead", "lead"]', "policy.twice", ""),
    ],
)
def test_faults_say_what_and_what_was_meant(lines: str, code: str, hint: str) -> None:
    (fault,) = faults(lines)
    assert (fault["code"], fault["line"]) == (code, len(SMALL.splitlines()) + 3)
    assert hint in str(fault["hint"])


def test_not_a_table() -> None:
    assert load_policy('permissions = "all"\n' + SMALL).errors[0].code == "policy.type"


def test_reviewer_and_spokesperson_do_not_stand_in_for_each_other() -> None:
    assert [role for role in Role if fills(role, "reviewer")] == [Role.REVIEWER, Role.LEAD]
    assert [role for role in Role if fills(role, "spokesperson")] == [Role.SPOKESPERSON, Role.LEAD]
    assert fills("reviewer", "moderator")
    assert not fills("lead", "nonsense")


def test_the_override_of_the_guard_follows_its_role_or_the_permission() -> None:
    own = 'override = { role = "lead", reason_required = true }'
    assert own in SMALL
    by_reviewer = SMALL.replace(own, 'override = { role = "reviewer", reason_required = true }')
    given = SMALL + '\n[permissions]\noverride = ["spokesperson"]\n'
    seen = facts(history=history(replies_by_us_in_thread=9))

    def stands(text: str, role: str, reason: str = "agreed_with_legal") -> bool:
        made = policy(text)
        answer = refuse(
            made, "reply", seen, propose(made, seen, NOW), role=role, actor="mia", capability=None, now=NOW,
            reason=reason,
        )  # fmt: skip
        return answer is None

    assert [role for role in Role if stands(SMALL, role)] == [Role.LEAD]
    assert [role for role in Role if stands(by_reviewer, role)] == [Role.REVIEWER, Role.LEAD]
    assert [role for role in Role if stands(given, role)] == [Role.SPOKESPERSON, Role.LEAD]
    assert not any(stands(given, role, blank) for role in Role for blank in ("", " ", "\u200b"))


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u00a0\u2003", "...", "\u2060\u200d", "🙂"])
def test_blank_signs_are_no_reason(text: str) -> None:
    assert not is_reason(text)
    assert is_reason(f"{text}raid")


@pytest.mark.parametrize(
    "other", ["Ana", " ana ", "A na", "ＡＮＡ", "ANA\u00a0", "\u0430n\u0430", "\u0391na"]
)
def test_one_person_however_the_name_is_written(other: str) -> None:
    assert person_key(other) == person_key("ana")
    assert person_key("Zoe\u0308") == person_key("ZOË")
    assert person_key("ГОША") == person_key("Гоша") != person_key("Ольга")


@example({"like": [Role.AUDITOR]}, ActionKind.UNLIKE)
@given(
    st.dictionaries(st.sampled_from([*ACTIONS, *TASKS]), st.lists(st.sampled_from([*Role]), unique=True)),
    st.sampled_from([*DEFAULTS, *ActionKind, "escalate:legal", "nonsense", ""]),
)
def test_every_question_has_an_answer_and_the_lead_is_in_it(given: dict[str, list[Role]], what: str) -> None:
    found = {key: tuple(map(str, roles)) for key, roles in given.items() if roles}
    roles = allowed(found, what)
    assert roles
    plain = str(what).partition(":")[0]
    if _SAME.get(plain, plain) not in found:  # an unlike is asked as a like
        assert LEAD in roles
