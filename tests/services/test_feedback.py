"""What a decision says of a verdict: kept with the decision, gone with its undo, once for each comment."""

from __future__ import annotations

from typing import Any

import pytest

from console.domain.verdict import Verdict
from console.domain.vocabulary import LABELS
from console.services.feedback import Said, contradiction, said
from console.services.learning import FeedbackDesk
from console.store import FeedbackRow
from tests.support.bench import ANA, BO, Bench


def rows(bench: Bench, comment: Any) -> list[FeedbackRow]:
    return bench.store.read(lambda r: r.feedback.of_comment(comment.id))


def desk(bench: Bench) -> FeedbackDesk:
    return FeedbackDesk(bench.store, bench.triage)


@pytest.mark.parametrize(
    ("action", "category", "person", "proposed", "expected"),
    [
        ("keep", "insult", None, False, Said(False, "")),  # left standing although it was called an insult
        ("keep", "insult", None, True, None),  # as the policy itself proposed
        ("keep", "insult", "insult", False, Said(True, "insult")),  # an insult, and yet kept
        ("keep", "praise", None, True, Said(False, "praise")),
        ("reply", "insult", "constructive_criticism", False, Said(False, "constructive_criticism")),
        ("like", "spam", None, False, Said(False, "")),
        ("hide", "insult", None, False, Said(True, "insult")),
        ("delete", "spam", "spam", False, Said(True, "spam")),
        ("hide", "neutral", None, False, None),  # off topic, perhaps
        ("hide", "neutral", "neutral", False, Said(False, "neutral")),
        ("block", "threat", None, False, Said(True, "threat")),
        ("snooze", "insult", None, False, None),
        ("unblock", "insult", None, False, None),
    ],
)
def test_what_a_decision_says(
    action: str, category: str, person: str | None, proposed: bool, expected: Said | None
) -> None:
    assert said(action, category, person, proposed) == expected


@pytest.mark.parametrize(
    ("categories", "flagged", "told", "kind"),
    [
        (("insult",), True, Said(False, ""), "false_alarm"),
        (("neutral",), False, Said(True, "hate"), "missed"),
        (("insult",), True, Said(True, "threat"), "other_category"),
        (("insult", "hate"), True, Said(True, "hate"), None),
        (("spam",), True, Said(True, "insult"), "other_category"),
        (("hate",), True, Said(True, "manifestly_illegal"), None),
        (("spam",), True, Said(True, "manifestly_illegal"), "other_category"),
        (("praise",), False, Said(False, "question"), None),  # nobody was called abusive
    ],
)
def test_what_contradicts(categories: tuple[str, ...], flagged: bool, told: Said, kind: str | None) -> None:
    verdict = Verdict("e", "1", "en", dict.fromkeys(LABELS, 0.1), categories, flagged=flagged)
    assert contradiction(verdict, told) == kind


def test_a_false_alarm_is_kept_as_it_was(bench: Bench) -> None:
    comment = bench.comment("you idiot")
    outcome = bench.decide(comment, "keep", category="neutral")
    (row,) = rows(bench, comment)
    assert (row.decision_id, row.kind, row.abusive, row.category) == (
        outcome.decision_id, "false_alarm", False, "neutral",
    )  # fmt: skip
    assert (row.engine, row.engine_version, row.categories, row.flagged) == ("test", "1", ("insult",), True)
    assert row.labels["insult"] == 0.95
    assert (row.practice, row.undone, row.revision) == (True, False, 1)


def test_agreement_is_not_kept_but_counted(bench: Bench) -> None:
    insult, plain = bench.comment("you idiot"), bench.comment("hello")
    bench.decide(insult, "hide")
    bench.decide(plain, "keep")
    assert rows(bench, insult) == rows(bench, plain) == []
    report = desk(bench).report()
    assert (report.flagged.decisions, report.contradictions, report.practice) == (2, 0, True)
    assert (report.flagged.precision.hits, report.flagged.precision.n) == (1, 1)
    assert report.flagged.precision.value is None  # too few for a percentage


def test_what_the_engine_missed(bench: Bench) -> None:
    comment = bench.comment("a veiled menace")
    bench.decide(comment, "hide", category="threat")
    assert [(one.kind, one.category) for one in rows(bench, comment)] == [("missed", "threat")]


def test_an_undone_decision_teaches_nothing(bench: Bench) -> None:
    comment = bench.comment("you idiot")
    outcome = bench.decide(comment, "keep", category="neutral")
    assert desk(bench).report().contradictions == 1
    bench.undo(outcome)
    assert [one.undone for one in rows(bench, comment)] == [True]
    assert bench.store.read(lambda r: r.feedback.recent()) == []
    report = desk(bench).report()
    assert (report.flagged.decisions, report.contradictions) == (0, 0)
    # Decided again the other way, the comment counts once, and as decided now.
    bench.decide(comment, "hide", category="insult")
    report = desk(bench).report()
    assert (report.flagged.decisions, report.flagged.precision.hits, report.contradictions) == (1, 1, 0)


def test_a_refused_decision_teaches_nothing(bench: Bench) -> None:
    comment = bench.comment("you idiot")
    outcome = bench.decide(comment, "block", category="neutral")
    assert outcome.state == "refused"
    assert rows(bench, comment) == []
    assert desk(bench).report().flagged.decisions == 0


def test_a_decision_that_waits_for_a_second_person_counts_once_it_stands(bench: Bench) -> None:
    comment = bench.comment("buy my watches")
    outcome = bench.decide(comment, "delete", category="spam", reason="advert")
    assert outcome.state == "waiting_review"
    assert rows(bench, comment) == []
    review = bench.store.read(lambda r: r.decisions.reviews())[0]
    bench.moderation.answer_review(review.id, True, BO)
    assert [(one.kind, one.decision_id) for one in rows(bench, comment)] == [("missed", outcome.decision_id)]


def test_a_changed_category_alone_is_kept_and_the_next_one_takes_its_place(bench: Bench) -> None:
    comment = bench.comment("you idiot")
    bench.moderation.categorise(int(comment.id), "neutral", "irony", ANA)
    bench.moderation.categorise(int(comment.id), "threat", "seen_again", ANA)
    found = [(one.kind, one.category, one.undone, one.decision_id) for one in rows(bench, comment)]
    assert found == [("false_alarm", "neutral", True, None), ("other_category", "threat", False, None)]
    report = desk(bench).report()
    assert (report.flagged.decisions, report.contradictions) == (1, 1)
    bench.moderation.categorise(int(comment.id), "insult", "after_all", ANA)
    assert desk(bench).report().contradictions == 0


def test_erasing_a_comment_takes_its_feedback(bench: Bench) -> None:
    comment, other = bench.comment("you idiot"), bench.comment("idiot again")
    for one in (comment, other):
        bench.decide(one, "keep", category="neutral")
    assert bench.store.write(lambda tx: tx.feedback.erase([int(comment.id)])).result() == 1
    assert rows(bench, comment) == []
    assert len(rows(bench, other)) == 1
