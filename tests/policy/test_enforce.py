"""What the policy refuses, to whom, by which clause, and what it asks a second person for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.decision import Capability, Refusal
from console.domain.vocabulary import ActionKind, Role
from console.policy import (
    Facts,
    ReviewNeeded,
    ThreadFacts,
    ladder_view,
    refuse,
    say_reason,
)
from console.policy.ladder import strike_points
from console.policy.propose import propose
from tests.policy.helpers import DAY, NOW, SMALL, add, cap, facts, history, policy, verdict

P = policy()
INSULT = verdict("insult", labels={"insult": 0.9})
STEPS = ("warn", "hide", "report")


def done(*actions: str, ago: int = DAY) -> tuple[tuple[str, int], ...]:
    return tuple((action, NOW - ago) for action in actions)


def ask(action: str, seen: Facts | None = None, **changes: Any) -> Refusal | ReviewNeeded | None:
    seen = seen or facts(verdict=INSULT)
    rules = changes.pop("policy", P)
    options: dict[str, Any] = {"role": "moderator", "actor": "mia", "capability": cap(action), "now": NOW}
    return refuse(rules, action, seen, propose(rules, seen, NOW), **(options | changes))


def refusal(answer: Refusal | ReviewNeeded | None) -> Refusal:
    assert isinstance(answer, Refusal)
    return answer


def review(answer: Refusal | ReviewNeeded | None) -> ReviewNeeded:
    assert isinstance(answer, ReviewNeeded)
    return answer


# ------------------------------------------------------------------ ladder


@pytest.mark.parametrize("before", [(), ("warn",), ("warn", "hide"), ("hide", "report"), ("report", "warn")])
def test_a_block_names_the_steps_that_are_missing(before: tuple[str, ...]) -> None:
    answer = refusal(
        ask("block", facts(verdict=INSULT, history=history(actions_done=done(*before))), reason="r")
    )
    missing = tuple(step for step in STEPS if step not in before)
    assert (answer.code, answer.clause) == ("refuse.block", "ladder.default")
    assert answer.why.params["missing"] == missing
    assert answer.instead == missing


def test_a_block_after_all_steps_waits_for_a_second_reviewer() -> None:
    seen = facts(verdict=INSULT, history=history(actions_done=done(*STEPS)))
    answer = review(ask("block", seen, reason="three warnings"))
    assert (answer.from_role, answer.within_s, answer.clause) == ("reviewer", 86_400, "ladder.default")
    assert answer.not_same_person
    assert answer.otherwise == "cancel"
    assert refusal(ask("block", seen)).why.code == "refuse.block_reason"


def test_a_later_block_asks_for_a_lead() -> None:
    strikes = tuple(("insult", NOW - day * DAY) for day in range(1, 6))
    seen = facts(verdict=INSULT, history=history(strikes=strikes, actions_done=done(*STEPS)))
    assert review(ask("block", seen, reason="r")).from_role == "lead"


def test_steps_outside_the_window_or_in_the_future_do_not_count() -> None:
    old = facts(verdict=INSULT, history=history(actions_done=done(*STEPS, ago=91 * DAY)))
    assert refusal(ask("block", old, reason="r")).why.params["missing"] == STEPS
    ahead = facts(verdict=INSULT, history=history(actions_done=done(*STEPS, ago=-DAY)))
    assert refusal(ask("block", ahead, reason="r")).why.params["missing"] == STEPS
    assert (
        refusal(ask("block", facts(verdict=INSULT, history=None), reason="r")).why.params["missing"] == STEPS
    )


def test_a_grave_category_starts_higher_but_never_at_the_block() -> None:
    threat = verdict("threat", labels={"threat": 0.9})
    first = refusal(ask("block", facts(verdict=threat), reason="r"))
    assert first.why.params["missing"] == ("warn", "report")  # this block requires warned_before
    loose = policy(
        SMALL.replace('"second_reviewer", "warned_before", "reason"', '"second_reviewer", "reason"')
    )
    assert refusal(ask("block", facts(verdict=threat), reason="r", policy=loose)).why.params["missing"] == (
        "report",
    )


def test_a_ladder_without_a_block_never_blocks() -> None:
    text = SMALL.replace('  { at = 4, action = "block"', '# { at = 4, action = "block"').replace(
        "  { at = 6", "# { at = 6"
    )
    answer = refusal(ask("block", reason="r", policy=policy(text)))
    assert (answer.code, answer.why.code) == ("refuse.block", "refuse.block_never")


def test_points_weigh_expire_and_halve() -> None:
    ladder = P.ladder
    assert ladder is not None
    strikes = (("threat", NOW - DAY), ("insult", NOW - 60 * DAY), ("praise", NOW), ("insult", NOW - 90 * DAY))
    assert strike_points(ladder, strikes, NOW) == 30_000
    halving = policy(SMALL.replace('window = "90d"', 'window = "90d"\ndecay = "half_every=30d"')).ladder
    assert halving is not None
    assert strike_points(halving, strikes, NOW) == 20_000 + 2_500


def test_a_month_of_decisions_climbs_step_by_step() -> None:
    strikes: list[tuple[str, int]] = []
    acts: list[tuple[str, int]] = []
    seen_steps = []
    for day in range(5):
        now = NOW + day * 5 * DAY
        past = history(strikes=tuple(strikes), actions_done=tuple(acts))
        view = ladder_view(P, "insult", past, now)
        assert view is not None
        assert view.step is not None
        seen_steps.append((view.with_this // 10_000, view.step.action, view.missing))
        strikes.append(("insult", now))
        acts.append((view.step.action, now))
    assert seen_steps == [
        (1, "warn", STEPS),
        (2, "hide", ("hide", "report")),
        (3, "report", ("report",)),
        (4, "block", ()),
        (5, "block", ()),
    ]


# ------------------------------------------------------------------ protection


@pytest.mark.parametrize("action", ["hide", "delete", "block"])
def test_criticism_is_protected(action: str) -> None:
    seen = facts(verdict=verdict("constructive_criticism"))
    answer = refusal(ask(action, seen, role="lead", reason="because"))
    assert answer.code == "refuse.protected"
    assert answer.clause == "category.constructive_criticism.protected"
    assert "reply" in answer.instead
    for language in ("en", "fr"):  # the window names its key; in a terminal there is none
        assert "(" not in say_reason(answer.why, language)


def test_a_mute_for_all_of_a_site_is_guarded_like_hiding_and_its_way_back_is_not() -> None:
    seen = facts(verdict=verdict("constructive_criticism"))
    wide = Capability("mute", "api", reversible=True, scope="everybody")
    assert ask("mute", seen) is None  # what only the brand no longer sees
    assert refusal(ask("mute", seen, capability=wide)).code == "refuse.protected"
    assert ask("mute", capability=wide) is None
    assert ask("unmute", seen, capability=cap("unmute")) is None


def test_protection_ends_where_a_person_says_that_it_is_something_else() -> None:
    seen = facts(verdict=verdict("constructive_criticism"))
    assert refusal(ask("hide", seen)).code == "refuse.protected"
    assert ask("hide", facts(verdict=seen.verdict, person_category="insult")) is None
    assert ask("reply", seen) is None
    assert ask("keep", seen, capability=None) is None


# ------------------------------------------------------------------ reply guard


def test_trolls_get_no_answer_unless_a_lead_says_why() -> None:
    seen = facts(verdict=verdict("troll"))
    answer = refusal(ask("reply", seen))
    assert (answer.code, answer.clause) == ("guard.troll", "replies.forbid_when")
    assert refusal(ask("warn", seen)).code == "guard.troll"
    assert refusal(ask("reply", seen, role="spokesperson", reason="r")).code == "guard.troll"
    assert refusal(ask("reply", seen, role="lead")).code == "guard.troll"
    assert ask("reply", seen, role="lead", reason="press asked") is None
    assert ask("hide", seen) is None


def test_the_watch_list_gets_no_answer_but_may_be_warned() -> None:
    seen = facts(verdict=INSULT, author_key="practice:raider")
    assert refusal(ask("reply", seen)).code == "guard.watch"
    assert ask("warn", seen) is None


@pytest.mark.parametrize(("count", "refused"), [(0, False), (1, False), (2, True), (7, True)])
def test_the_third_exchange_in_a_thread_is_refused(count: int, refused: bool) -> None:
    by_history = facts(history=history(replies_by_us_in_thread=count))
    by_thread = facts(thread=ThreadFacts(replies_by_us=count))
    for seen in (by_history, by_thread):
        answer = ask("reply", seen)
        assert (answer is not None) is refused
        if refused:
            assert refusal(answer).code == "guard.cap"


def test_two_public_answers_a_day_to_one_author() -> None:
    said = (("reply", NOW - 3600), ("reply", NOW - 60))
    assert refusal(ask("reply", facts(history=history(actions_done=said)))).code == "guard.cap"
    yesterday = (("reply", NOW - 13 * 3600), ("reply", NOW - 60))
    assert ask("reply", facts(history=history(actions_done=yesterday))) is None


# ------------------------------------------------------------------ roles, platforms, second person


def test_an_auditor_and_a_stranger_decide_nothing() -> None:
    for role in ("auditor", "janitor", ""):
        for action in ("keep", "hide", "escalate"):
            assert refusal(ask(action, role=role)).code == "refuse.role"


def test_what_a_platform_lacks_is_refused_with_what_it_has() -> None:
    answer = refusal(ask("delete", capability=cap("delete", "none")))
    assert (answer.code, answer.clause) == ("refuse.unsupported", "channel.practice:demo")
    assert answer.instead[0] == "hide"
    assert refusal(ask("delete", capability=cap("delete", "own_only"))).code == "refuse.own_only"
    ours = facts(verdict=INSULT, ours=True)
    assert ask("delete", ours, capability=cap("delete", "own_only")) is None
    assert ask("hide", capability=cap("hide", "link")) is None


def test_what_cannot_be_undone_there_needs_a_second_person() -> None:
    final = review(ask("delete", capability=cap("delete", reversible=False)))
    assert (final.code, final.clause, final.from_role) == (
        "review.needed",
        "approval.irreversible",
        "reviewer",
    )
    assert ask("delete", capability=cap("delete", reversible=True)) is None
    assert isinstance(ask("hide", capability=cap("hide", reversible=False)), ReviewNeeded)
    assert ask("report", capability=cap("report", reversible=False)) is None


def test_the_proposal_says_beforehand_what_is_forbidden() -> None:
    proposal = propose(P, facts(verdict=verdict("troll")), NOW)
    assert {(item.action, item.why.code) for item in proposal.forbidden} == {
        ("block", "refuse.block"),
        ("reply", "guard.troll"),
    }
    free = propose(P, facts(verdict=INSULT, history=history(actions_done=done(*STEPS))), NOW)
    assert free.forbidden == ()


@given(
    st.sampled_from([*ActionKind, "escalate:legal", "nonsense"]),
    st.sampled_from([*Role, "x"]),
    st.sampled_from(["insult", "troll", "constructive_criticism", "neutral", "martian"]),
    st.sampled_from([None, "api", "link", "none", "own_only"]),
    st.booleans(),
    st.text(max_size=3),
)
def test_every_question_gets_an_answer_with_words(
    action: str, role: str, category: str, mode: str | None, reversible: bool, reason: str
) -> None:
    seen = facts(verdict=verdict(category))
    capability = None if mode is None else Capability(str(action), mode, reversible)
    answer = ask(action, seen, role=role, capability=capability, reason=reason)
    assert answer == ask(action, seen, role=role, capability=capability, reason=reason)
    if answer is not None:
        assert answer.clause
        for language in ("en", "fr"):
            assert say_reason(answer.why, language, P) not in {"", answer.why.code}


def test_without_ladder_or_guard_only_the_second_person_remains() -> None:
    bare = policy(SMALL.partition("[ladder.default]")[0])
    assert isinstance(ask("block", policy=bare, capability=cap("block", reversible=False)), ReviewNeeded)
    assert ask("reply", facts(history=history(replies_by_us_in_thread=9)), policy=bare) is None
    assert add("").ladder is not None
