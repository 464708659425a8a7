"""The life of a policy: what each step asks for, who may take it, what is logged, and what survives a cut."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from console.domain.errors import (
    ClassifierAway,
    DomainError,
    EnvironmentFailure,
    NotAllowed,
    NotFound,
    Stale,
    UsageError,
    VigieError,
)
from console.domain.vocabulary import Role
from console.policy import load_policy
from console.services.gate import GateNotMet
from console.services.lifecycle import Lifecycle
from console.services.policies import Policies
from console.services.roles import Actor
from console.services.triage import Triage
from tests.support.policy_life import ANA, BO, LEA, MAX, POLICY, SIGNED, ZOE, Life, lenient, severer
from tests.support.workspaces import open_store, raw


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """A workspace whose gate asks for rule tests only; its chain must hold at the end."""
    made = Life(tmp_path)
    try:
        yield made
        assert made.holds()
    finally:
        made.close()


def gated(text: str, gate: str) -> str:
    """The policy with a gate."""
    return f"{text}\n[gate]\n{gate}\n"


def report(life: Life, version: str, **figures: Any) -> dict[str, Any]:
    """A backtest's report as its process would write it, with these figures."""
    active = life.life.active().id
    return {
        "policy": version, "baseline": active, "from": None, "to": None, "comments": 0, "decisions": 0,
        "automatic_hides_per_day": 0.0, "baseline_automatic_hides_per_day": 0.0, "more_hidden": 0,
        "no_longer_hidden": 0, "protected_hit": 0, "rules": [], "disagreements": [], "protected_items": [],
    } | figures  # fmt: skip


def unmet(error: pytest.ExceptionInfo[GateNotMet]) -> list[str]:
    """The codes of the points that a refusal names."""
    return [one.code for one in error.value.report.unmet]


# ---------------------------------------------------------------------- texts


def test_a_text_becomes_a_version_once_and_is_found_by_each_of_its_names(life: Life) -> None:
    first = life.submit(severer())
    assert (first.number, first.state, first.added_by, first.name) == (2, "draft", "lea", "Small")
    assert life.submit(severer()) == first
    assert [one.number for one in life.life.versions()] == [2, 1]
    for ref in ("v2", "2", "V2", first.id, first.id[:14], first.id[7:20]):
        assert life.life.version(ref).id == first.id
    for ref in ("v9", "", "sha256:", "sha256:zz", "nothing", "v-1", "99999999999999999999"):
        with pytest.raises(NotFound, match="policy_not_found"):
            life.life.version(ref)
    assert [one["outcome"] for one in life.entries("policy_submitted")] == ["new"]
    assert life.entries("policy_submitted")[0]["changes"] == [
        "category.severity_up:insult:3:4",
        "category.sla_decision:insult:14400:7200",
    ]


def test_the_same_meaning_in_other_words_replaces_the_text_and_outdates_tests_and_signatures(
    life: Life,
) -> None:
    version = life.submit(severer())
    life.life.test(version.id, LEA)
    life.life.sign(version.id, MAX)
    assert life.life.gate(version.id).point("rule_tests").ok is True  # type: ignore[union-attr]
    other = severer().replace('name = "Small"', 'name = "Other"  # a remark')
    again = life.submit(other, MAX)
    assert (again.id, again.number, again.name, again.source) == (version.id, 2, "Other", other)
    assert life.life.gate(version.id).point("rule_tests").ok is False  # type: ignore[union-attr]
    assert [one["outcome"] for one in life.entries("policy_submitted")] == ["new", "text_replaced"]
    with pytest.raises(DomainError, match="policy_same_person"):
        life.life.sign(version.id, MAX)  # whoever brought the present text cannot sign it


def test_results_of_another_text_are_not_noted(life: Life) -> None:
    version = life.submit(severer())
    results = life.life.try_tests(life.life.policy(version))
    assert not life.life.record_tests(version.id, results, LEA, severer() + "\n# other\n")
    assert life.life.version(version.id).step("test") is None
    assert life.life.record_tests(version.id, results, LEA, severer())
    assert life.entries("policy_tested")[-1]["counts"] == {"passed": 3, "failed": 0}


def test_a_text_that_is_no_policy_is_refused_and_nothing_is_kept(life: Life) -> None:
    with pytest.raises(UsageError, match="policy_invalid") as refused:
        life.submit("schema = 1\nnonsense = 2\n")
    assert refused.value.params["errors"][0].startswith("policy.toml:1: ")
    assert len(life.life.versions()) == 1


def test_only_who_may_change_policies_submits_and_an_auditor_records_nothing(life: Life) -> None:
    for actor in (ANA, BO, ZOE):
        with pytest.raises(NotAllowed):
            life.submit(severer(), actor)
    version = life.submit(severer())
    with pytest.raises(NotAllowed):
        life.life.record_tests(version.id, (), ZOE)
    with pytest.raises(NotAllowed):
        life.life.record_backtest(version.id, report(life, version.id), ZOE)
    refusals = [(one["actor"], one["action"], one["error"]) for one in life.entries("refusal")]
    assert refusals == [
        ("ana", "policy_submit", "refuse.role"),
        ("bo", "policy_submit", "refuse.role"),
        ("zoe", "policy_submit", "refuse.role"),
        ("zoe", "policy_test", "refuse.role"),
        ("zoe", "policy_backtest", "refuse.role"),
    ]


def test_a_policy_may_let_others_write_but_never_activate(tmp_path: Path) -> None:
    life = Life(tmp_path, POLICY + '\n[permissions]\npolicy = ["reviewer"]\n')
    try:
        version = life.submit(severer(), BO)
        with pytest.raises(NotAllowed):
            life.life.activate(version.id, BO)
        assert life.life.active().number == 1
    finally:
        life.close()


def test_a_recorded_backtest_holds_nobodys_words(life: Life) -> None:
    version = life.submit(severer())
    item = {"comment_id": 7, "text": "you idiot", "author": "Anna", "rule": "R-INS"}
    life.life.record_backtest(
        version.id, report(life, version.id, disagreements=[item], protected_items=[item], comments=3), ANA
    )
    with raw(life.path) as db:
        body = db.execute("SELECT body FROM policy_steps WHERE kind = 'backtest'").fetchone()[0]
    assert "Anna" not in body
    assert "idiot" not in body
    assert '"comment_id":7' in body
    with pytest.raises(UsageError, match="backtest_other_policy"):
        life.life.record_backtest(version.id, report(life, life.life.active().id), ANA)
    assert life.entries("policy_backtested")[0]["counts"]["comments"] == 3


def test_a_working_draft_is_kept_for_each_person_right_or_wrong(life: Life) -> None:
    assert life.life.working(LEA) is None
    life.life.keep_working("schema = [", {"l.txt": b"\xff"}, life.life.active().id, LEA)
    life.life.keep_working("other", {}, None, ANA)
    kept = life.life.working(LEA)
    assert kept is not None
    assert (kept.text, dict(kept.files), kept.based_on) == (
        "schema = [",
        {"l.txt": b"\xff"},
        life.life.active().id,
    )
    life.life.drop_working(LEA)
    assert life.life.working(LEA) is None
    assert life.life.working(ANA) is not None


# ---------------------------------------------------------------------- activating


def test_activating_proposes_again_for_open_comments_only_and_due_times_only_get_earlier(life: Life) -> None:
    open_one, decided, snoozed = life.comments("you idiot", "idiot too", "idiot three")
    life.decide(decided, "keep")
    life.decide(snoozed, "snooze")
    first = life.life.active()
    version = life.life.activate(life.submit(severer(2)).id, LEA)
    assert (version.state, version.activated_by) == ("active", "lea")
    assert life.life.version("v1").state == "retired"
    assert life.life.settle() == 2
    assert life.life.settle() == 0
    assert life.proposed_by(open_one) == life.proposed_by(snoozed) == version.id
    assert life.proposed_by(decided) == first.id
    assert life.again(open_one).severity == 4
    earlier = life.again(open_one).due_at
    assert earlier < open_one.due_at
    life.life.activate(life.submit(severer(9)).id, LEA)
    assert life.life.settle() == 2
    assert life.again(open_one).due_at == earlier
    life.life.activate("v1", LEA, later_due=True)  # back to an older version, with its own times
    life.life.settle()
    assert life.again(open_one).due_at == open_one.due_at
    assert life.life.active().number == 1
    assert [one.kind for one in life.life.version("v1").steps] == [
        "check", "activate", "retire", "test", "activate",
    ]  # fmt: skip


def test_an_activation_is_one_entry_with_its_changes_and_one_for_what_it_replaced(life: Life) -> None:
    first = life.life.active()
    version = life.life.activate(life.submit(severer()).id, LEA)
    entry = life.entries("policy_activated")[-1]
    assert (entry["policy"], entry["policy_number"], entry["before"], entry["actor"], entry["outcome"]) == (
        version.id, 2, first.id, "lea", "met",
    )  # fmt: skip
    assert "category.severity_up:insult:3:4" in entry["changes"]
    retired = life.entries("policy_retired")[-1]
    assert (retired["policy"], retired["outcome"]) == (first.id, "replaced")


def test_activating_the_active_version_changes_nothing(life: Life) -> None:
    before = len(life.entries())
    assert life.life.activate("v1", LEA).number == 1
    assert len(life.entries()) == before


def test_a_moderator_a_reviewer_and_an_auditor_are_refused_and_the_log_says_who(life: Life) -> None:
    version = life.submit(severer())
    for actor in (ANA, BO, ZOE):
        with pytest.raises(NotAllowed):
            life.life.activate(version.id, actor, "because I say so")
        with pytest.raises(NotAllowed):
            life.life.retire(version.id, actor)
        with pytest.raises(NotAllowed):
            life.life.start_shadow(version.id, actor)
    assert life.life.active().number == 1
    assert life.life.version("v2").state == "draft"
    logged = {(one["actor"], one["action"], one["policy_number"]) for one in life.entries("refusal")}
    assert logged == {
        (name, f"policy_{what}", 2)
        for name in ("ana", "bo", "zoe")
        for what in ("activate", "retire", "shadow")
    }


def test_a_failing_rule_test_stops_it_and_cannot_be_waived(life: Life) -> None:
    version = life.submit(severer().replace('text = "good day"', 'text = "idiot again"'))
    for waive in ("", "we need it today"):
        with pytest.raises(GateNotMet) as refused:
            life.life.activate(version.id, LEA, waive)
        assert unmet(refused) == ["rule_tests"]
    step = life.life.version(version.id).step("test")
    assert step is not None
    assert not step.ok
    assert step.body["failed"] == 1
    assert step.body["tests"][0]["rule"] == "R-INS"
    assert life.entries("refusal")[-1]["reasons"] == ["rule_tests"]
    assert life.life.active().number == 1


def test_without_a_classifier_the_recorded_tests_of_this_text_count(life: Life) -> None:
    blind = Lifecycle(life.store, life.policies, life.triage, life.clock)
    version = life.submit(severer())
    with pytest.raises(GateNotMet) as refused:
        blind.activate(version.id, LEA)
    assert unmet(refused) == ["rule_tests"]
    with pytest.raises(ClassifierAway):
        blind.test(version.id, LEA)
    life.life.test(version.id, LEA)
    assert blind.activate(version.id, LEA).state == "active"


def test_the_gate_is_the_stricter_of_the_active_and_the_new_one(tmp_path: Path) -> None:
    life = Life(tmp_path, gated(POLICY, "min_human_decisions = 5\nmin_rule_precision = 0.5"))
    try:
        version = life.submit(
            gated(severer(), "min_human_decisions = 2\nmin_rule_precision = 0.9\nmax_protected_hidden = 1")
        )
        with pytest.raises(GateNotMet) as refused:
            life.life.activate(version.id, LEA)
        assert unmet(refused) == ["backtest"]  # what would come from it is open, not failed
        rules = [
            {"rule": "R-INS", "judged": 40, "agreed": 32},
            {"rule": "R-THR", "judged": 29, "agreed": 0},
            {"rule": "R-NEVER", "judged": 0, "agreed": 0},
        ]
        life.life.record_backtest(
            version.id, report(life, version.id, decisions=4, protected_hit=2, rules=rules), LEA
        )
        points = {(one.code, one.rule): one for one in life.life.gate(version.id).points}
        assert points["min_human_decisions", ""].ok is False
        assert (points["min_human_decisions", ""].value, points["min_human_decisions", ""].wanted) == (4, 5)
        assert points["max_protected_hidden", ""].ok is False
        assert (points["min_rule_precision", "R-INS"].ok, points["min_rule_precision", "R-INS"].wanted) == (
            False,
            0.9,
        )
        assert points["min_rule_precision", "R-THR"].ok is None  # under 30 nothing is claimed
        assert ("min_rule_precision", "R-NEVER") not in points
        with pytest.raises(GateNotMet) as refused:
            life.life.activate(version.id, LEA)
        assert sorted(unmet(refused)) == ["max_protected_hidden", "min_human_decisions", "min_rule_precision"]
        life.life.record_backtest(
            version.id,
            report(
                life,
                version.id,
                decisions=5,
                protected_hit=1,
                rules=[{"rule": "R-INS", "judged": 40, "agreed": 36}],
            ),
            LEA,
        )
        assert life.life.activate(version.id, LEA).state == "active"
    finally:
        life.close()


@pytest.mark.parametrize(
    ("old", "new", "holds"), [(0.0, 0.0, True), (0.0, 1.0, False), (10.0, 15.0, True), (10.0, 15.1, False), (10.0, 4.9, False)]
)  # fmt: skip
def test_the_volume_of_automatic_hides_may_change_so_much(
    tmp_path: Path, old: float, new: float, holds: bool
) -> None:
    life = Life(tmp_path)
    try:
        version = life.submit(gated(severer(), "max_auto_volume_change = 0.50"))
        life.life.record_backtest(
            version.id,
            report(life, version.id, automatic_hides_per_day=new, baseline_automatic_hides_per_day=old),
            LEA,
        )
        point = life.life.gate(version.id).point("max_auto_volume_change")
        assert point is not None
        assert point.ok is holds
    finally:
        life.close()


def test_a_backtest_counts_for_a_day_against_the_present_policy_and_over_the_window(life: Life) -> None:
    text = gated(severer(), 'backtest_window = "90d"\nmax_protected_hidden = 0')
    version = life.submit(text)

    def why() -> str | None:
        point = life.life.gate(version.id).point("backtest")
        assert point is not None
        assert point.ok is (point.value["why"] is None)
        found: str | None = point.value["why"]
        return found

    assert why() == "missing"
    life.life.record_backtest(version.id, report(life, version.id), LEA)
    assert why() is None
    life.clock.turn(10)
    life.comments("hello")  # the one recorded was over nothing
    assert why() == "old"
    near = {"from": "2026-09-21T00:00:00Z", "to": "2026-09-21T10:00:00Z", "comments": 1}
    life.life.record_backtest(version.id, report(life, version.id, **near), LEA)
    assert why() is None  # a young workspace has nothing earlier
    life.clock.turn(86_401)
    assert why() == "old"
    life.life.record_backtest(version.id, report(life, version.id, **near, baseline=version.id), LEA)
    assert why() == "baseline"
    late = {"from": "2026-11-21T00:00:00Z", "to": "2026-11-21T10:00:00Z", "comments": 1}
    life.life.record_backtest(version.id, report(life, version.id, **late), LEA)
    assert why() == "window"


def test_activation_runs_the_backtest_that_the_gate_needs(life: Life) -> None:
    comments = life.comments(*["you idiot"] * 3, "thank you, only late")
    life.decide(comments[0], "keep")
    version = life.submit(
        gated(severer(), "max_protected_hidden = 0\nmin_rule_precision = 0.80\nmin_human_decisions = 1")
    )
    active = life.trying().activate(version.id, LEA)
    assert active.state == "active"
    step = active.step("backtest")
    assert step is not None
    assert (step.body["comments"], step.body["decisions"]) == (4, 1)
    assert [one["event"] for one in life.entries()][-5:] == [
        "policy_submitted", "policy_tested", "policy_backtested", "policy_activated", "policy_retired",
    ]  # fmt: skip


def test_a_lead_waives_with_a_reason_that_stays_out_of_the_chain(life: Life) -> None:
    version = life.submit(gated(severer(), "min_human_decisions = 300"))
    for blank in (" ", "\u200b", "...", "x" * 2_001):
        with pytest.raises(UsageError, match="waive_reason"):
            life.life.activate(version.id, LEA, blank)
    active = life.life.activate(version.id, LEA, "the raid cannot wait for Monday")
    waived = active.step("waive")
    assert waived is not None
    assert (waived.reason, waived.body["points"]) == ("the raid cannot wait for Monday", ["backtest"])
    entry = life.entries("policy_activated")[-1]
    assert (entry["outcome"], entry["reason"], entry["reasons"]) == ("waived", "given", ["backtest"])
    assert "raid" not in str(life.entries())


def test_a_lead_gets_out_of_an_active_policy_that_cannot_be_read_any_more(life: Life) -> None:
    comments = life.comments("you idiot")
    with raw(life.path) as db:  # as after an update of the program whose check is stricter
        db.execute("UPDATE policies SET source = 'schema = 1' WHERE state = 'active'")
    gate = "max_protected_hidden = 0"
    version = life.life.submit(gated(severer(), gate), {}, LEA)
    trying = life.trying()
    with pytest.raises(NotAllowed):
        trying.activate(version.id, ANA, "let me")
    with pytest.raises(EnvironmentFailure, match="policy_unreadable"):
        trying.activate(version.id, LEA)
    assert trying.activate(version.id, LEA, "nothing to compare with").state == "active"
    assert life.life.settle() == 1
    assert life.proposed_by(comments[0]) == version.id
    assert life.entries("policy_activated")[-1]["reasons"] == ["backtest"]


def test_a_check_that_grew_leaves_the_policy_in_force_and_refuses_it_later(life: Life) -> None:
    again = '\n[[rule]]\nid = "R-AGAIN"\ncategory = "insult"\nwhen.any = [{ flagged = true }, { list = "none" }]\npropose = ["hide"]\n'
    contradicting = (
        again
        + again.replace("R-AGAIN", "R-OTHER").replace('"hide"', '"report"')
        + '\n[list.none]\nwords = ["zzz"]\n'
    )
    assert [one.code for one in load_policy(POLICY + contradicting).errors] == ["rule.contradicts"]
    with raw(life.path) as db:
        db.execute("UPDATE policies SET source = source || ? WHERE state = 'active'", (contradicting,))
    trying = life.trying()
    (one,) = life.comments("you idiot")
    assert life.again(one).category == "insult"
    assert trying.active().number == 1
    trying.activate(life.submit(severer()).id, LEA)
    with pytest.raises(UsageError) as caught:
        trying.activate("v1", LEA)
    assert caught.value.code == "policy_invalid"
    assert trying.active().number == 2


def test_a_reason_where_nothing_is_unmet_waives_nothing(life: Life) -> None:
    active = life.life.activate(life.submit(severer()).id, LEA, "just in case")
    assert active.step("waive") is None
    assert life.entries("policy_activated")[-1]["outcome"] == "met"


# ---------------------------------------------------------------------- second signature


def test_a_second_person_signs_first_neither_who_wrote_nor_who_activates(life: Life) -> None:
    version = life.submit(SIGNED)
    with pytest.raises(GateNotMet) as refused:
        life.life.activate(version.id, MAX, "no time to ask anybody")
    assert unmet(refused) == ["second_signature"]
    for own in ("lea", "LEA", " Lea ", "ｌｅａ"):
        with pytest.raises(DomainError, match="policy_same_person"):
            life.life.sign(version.id, Actor(own, Role.LEAD, "tester"))
    with pytest.raises(NotAllowed):
        life.life.sign(version.id, ANA)
    with pytest.raises(NotAllowed):
        life.life.sign(version.id, Actor("sam", Role.SPOKESPERSON, "tester"))
    life.life.sign(version.id, MAX)
    with pytest.raises(GateNotMet) as refused:
        life.life.activate(version.id, Actor("MAX", Role.LEAD, "tester"))  # not with one's own signature
    assert unmet(refused) == ["second_signature"]
    with pytest.raises(DomainError, match="policy_signed_already"):
        life.life.sign(version.id, MAX)
    life.life.sign(version.id, BO)
    assert life.life.activate(version.id, MAX).state == "active"
    assert life.entries("policy_activated")[-1]["second"] == "bo"
    assert [one["actor"] for one in life.entries("policy_signed")] == ["max", "bo"]


def test_the_active_policys_wish_for_a_signature_binds_the_next_one_and_each_activation(
    tmp_path: Path,
) -> None:
    life = Life(tmp_path, SIGNED)
    try:
        version = life.submit(severer())
        with pytest.raises(GateNotMet):
            life.life.activate(version.id, LEA)
        life.life.sign(version.id, BO)
        life.life.activate(version.id, LEA)  # from here on nobody asks for one, but v1 does for itself
        with pytest.raises(GateNotMet):
            life.life.activate("v1", MAX)
        life.life.sign("v1", BO)
        life.life.activate("v1", MAX)
        with pytest.raises(GateNotMet) as refused:  # v2's signature was for the first time
            life.life.activate(version.id, LEA)
        assert unmet(refused) == ["second_signature"]
        with pytest.raises(DomainError, match="policy_is_active"):
            life.life.sign("v1", MAX)
    finally:
        life.close()


# ---------------------------------------------------------------------- races and cuts


def test_of_two_leads_at_once_one_wins_and_the_other_hears_of_it(life: Life) -> None:
    second, third = life.submit(severer(2)), life.submit(severer(3))
    other_store = open_store(life.path, life.clock, session="two")
    here = threading.Barrier(2, timeout=30)

    def waiting(store: Any) -> Lifecycle:
        policies = Policies(store)

        def classify(items: Any) -> Any:
            from tests.support.bench import read_texts

            here.wait()  # both have seen v1 active before either goes on
            return read_texts(items)

        return Lifecycle(store, policies, Triage(store, policies), life.clock, classify)

    def attempt(one: Lifecycle, version: str, actor: Actor) -> str:
        try:
            return one.activate(version, actor).state
        except VigieError as error:
            return error.code

    try:
        with ThreadPoolExecutor(2) as pool:
            tries = [
                pool.submit(attempt, waiting(life.store), second.id, LEA),
                pool.submit(attempt, waiting(other_store), third.id, MAX),
            ]
            assert sorted(one.result(timeout=60) for one in tries) == ["active", "policy_stale"]
    finally:
        assert other_store.close()
    states = [one.state for one in life.life.versions()]
    assert sorted(states) == ["active", "draft", "retired"]
    assert life.entries("refusal")[-1]["error"] == "policy_stale"


def test_a_text_replaced_while_its_tests_ran_is_not_activated(life: Life) -> None:
    version = life.submit(severer())

    def classify(items: Any) -> Any:
        from tests.support.bench import read_texts

        if life.life.version(version.id).source == severer():
            life.submit(severer() + "\n# the tests of this text did not run\n", MAX)
        return read_texts(items)

    with pytest.raises(Stale, match="policy_text_stale"):
        life.life.activate(version.id, LEA, classify=classify)
    assert life.life.active().number == 1


# ---------------------------------------------------------------------- retiring


def test_the_active_version_cannot_be_retired_others_can_and_can_come_back(life: Life) -> None:
    with pytest.raises(DomainError, match="policy_in_force"):
        life.life.retire("v1", LEA)
    version = life.submit(severer())
    assert life.life.retire(version.id, LEA).state == "retired"
    with pytest.raises(DomainError, match="policy_is_retired"):
        life.life.retire(version.id, LEA)
    assert life.life.activate(version.id, LEA).state == "active"
    assert life.life.version(version.id).retired_at is None
    assert [(one["policy_number"], one["outcome"]) for one in life.entries("policy_retired")] == [
        (2, "done"),
        (1, "replaced"),
    ]


def test_all_texts_stay(life: Life) -> None:
    life.life.activate(life.submit(severer()).id, LEA)
    life.life.activate(life.submit(lenient()).id, LEA)
    assert [one.source for one in life.life.versions()] == [lenient(), severer(), POLICY]


def test_no_transaction_reads_a_policy_text(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a text takes a while, and everybody waits for the one writer: it is done before, wherever it is new."""
    import console.policy

    readers: set[str] = set()

    def noted(*given: Any, **more: Any) -> Any:
        readers.add(threading.current_thread().name)
        return load_policy(*given, **more)

    monkeypatch.setattr(console.policy, "load_policy", noted)
    one, two = life.comments("you idiot", "you idiot")
    for version, other in ((severer(), False), (severer(3), True)):
        desk = life.another(life.store)  # what another process activates is new to this one
        made = desk.submit(version, {}, LEA)
        desk = life.another(life.store)
        desk.start_shadow(made.id, LEA)
        life.comments("hello")
        life.another(life.store).settle()
        life.another(life.store).activate(made.id, LEA)
        life.decide(two if other else one, "hide")
        life.another(life.store).settle()
    assert readers
    assert "db-writer" not in readers
