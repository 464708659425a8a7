"""A proposal of several actions: after one of them the others are offered, and none of them loses another."""

from __future__ import annotations

from dataclasses import replace

from console.domain.vocabulary import CommentState, Role
from console.services.remaining import remaining
from tests.support.bench import BO, LEA, Bench

THREAT = "I will find and destroy you"


def test_what_is_left_of_a_proposal_is_answered_in_its_order(bench: Bench) -> None:
    """Threats are hidden, reported and escalated: whichever is taken first, the other two are named."""
    one = bench.comment(THREAT)
    first = bench.decide(one, "hide")
    assert first.remaining == ("report", "escalate")
    second = bench.decide(one, "report")
    assert second.remaining == ("escalate",)
    assert bench.decide(one, "escalate").remaining == ()
    assert bench.holds()


def test_nothing_is_left_of_one_action_or_of_another_answer(bench: Bench) -> None:
    assert bench.decide(bench.comment("win at the casino"), "hide").remaining == ()
    one = bench.comment(THREAT)
    assert bench.decide(one, "keep").remaining == ()
    assert bench.decide(one, "snooze", until=bench.clock.now() + 60).remaining == ()


def test_what_was_undone_is_not_taken(bench: Bench) -> None:
    one = bench.comment(THREAT)
    first = bench.decide(one, "hide")
    bench.decide(one, "report")
    bench.undo(first)
    assert bench.decide(one, "escalate").remaining == ("hide",)


def test_an_edited_text_is_another_proposal(bench: Bench) -> None:
    """What was reported was the old text; what is hidden stays hidden."""
    one = bench.comment(THREAT)
    bench.decide(one, "hide")
    bench.decide(one, "report")
    bench.decide(one, "escalate", shown_revision=one.revision)
    proposal, decisions = bench.store.read(
        lambda r: (r.comments.proposal(one.id), r.decisions.of_comment(one.id))
    )
    assert remaining(proposal, decisions, one) == ()
    edited = replace(one, revision=one.revision + 1, hidden=True)
    assert remaining(proposal, decisions, edited) == ()  # nobody has decided about the new text
    anew = [*decisions[:2], replace(decisions[2], shown_revision=edited.revision)]
    assert remaining(proposal, anew, edited) == ("report",)


def test_what_a_person_may_not_do_is_not_offered(bench: Bench) -> None:
    """What is on its way, or forbidden to the role, is no offer."""
    one = bench.comment(THREAT)
    bench.decide(one, "report", actor=LEA)
    assert bench.decide(one, "hide", actor=BO).remaining == ("escalate",)


def test_hidden_and_escalated_waits_for_the_lead_after_the_hide_arrived(bench: Bench) -> None:
    """The platform's answer to the hide ended the escalation: nobody found the threat any more."""
    for order in (("hide", "escalate"), ("escalate", "hide")):
        one = bench.comment(THREAT + "!" * len(order[0]))
        bench.decide(one, order[0])
        bench.decide(one, order[1], params={"follows": 1})
        bench.dispatch()
        assert bench.state(one) is CommentState.WAITING, order
        assert bench.again(one).hidden
        assert bench.again(one).assignee == "lead"
        bench.decide(one, "keep", actor=LEA)
        assert bench.state(one) is CommentState.DONE


def test_the_answer_of_the_lead_ends_it(bench: Bench) -> None:
    one = bench.comment(THREAT)
    bench.decide(one, "escalate")
    bench.decide(one, "hide", actor=LEA)
    bench.dispatch()
    assert bench.state(one) is CommentState.DONE


def test_undoing_the_hide_leaves_the_escalation(bench: Bench) -> None:
    one = bench.comment(THREAT)
    hidden = bench.decide(one, "hide")
    handed = bench.decide(one, "escalate")
    bench.undo(hidden)
    assert bench.state(one) is CommentState.WAITING
    bench.undo(handed)
    assert bench.state(one) is CommentState.OPEN


def test_an_escalation_goes_to_whom_the_policy_names_if_there_is_one(bench: Bench) -> None:
    """``escalate:legal`` with nobody of that name is the leads' work, not nobody's."""
    one = bench.comment(THREAT)
    proposal = bench.store.read(lambda r: r.comments.proposal(one.id))
    assert proposal is not None
    assert proposal.actions == ("hide", "report", "escalate:legal")
    bench.decide(one, "escalate")
    assert bench.again(one).assignee == "lead"
    bench.store.write(lambda tx: tx.settings.set_member("legal", Role.REVIEWER, tx.now)).result()
    another = bench.comment(THREAT + "!")
    bench.decide(another, "escalate", actor=BO)
    assert bench.again(another).assignee == "legal"
