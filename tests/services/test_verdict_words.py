"""The line that says why: label, words, target, engine, in both languages; and what a second engine says beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain.verdict import Span, Verdict
from console.services.verdict_words import quotations, second_lines, verdict_line
from console.store import Opinion

TEXT = "Sonia est une abruti finie."
INSULT = Verdict(
    "embedded",
    "2026.12.1",
    "fr",
    {"toxicity": 0.97, "insult": 0.94},
    ("insult",),
    severity=3,
    flagged=True,
    spans=(Span(14, 20, "insult"),),
    sentiment="negative",
    target="person",
)


def opinion(verdict: Verdict, *, active: bool = False) -> Opinion:
    """A stored verdict."""
    return Opinion(verdict, active, True, 0)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Insulte 94\u00a0%\u00a0: «\u202fabruti\u202f»\u202f; vise une personne. embedded 2026.12.1"),
        ("en", "Insult 94\u00a0%: “abruti”; aimed at a person. embedded 2026.12.1"),
    ],
)
def test_one_line_says_why(language: str, line: str) -> None:
    """Label with its percentage, the words that weigh, whom they aim at, engine and version."""
    assert verdict_line(INSULT, TEXT, language).text == line


def test_a_masked_comment_is_not_quoted() -> None:
    """What is masked stays masked in the reasons."""
    line = verdict_line(INSULT, TEXT, "en", quote=False).text
    assert "abruti" not in line
    assert line.startswith("Insult 94")


def test_the_threshold_is_named_where_the_engine_has_one() -> None:
    """So that a lead sees how near it was."""
    line = verdict_line(replace(INSULT, thresholds={"insult": 0.86}), TEXT, "fr")
    assert line.aside == "embedded 2026.12.1 · seuil 86\u00a0%"


def test_toxicity_that_carries_an_insult_says_so() -> None:
    """The percentage is the one of the label that reached its threshold."""
    held = replace(
        INSULT, labels={"toxicity": 0.81, "insult": 0.3}, thresholds={"toxicity": 0.6, "insult": 0.7}
    )
    assert verdict_line(held, TEXT, "en").head == "Insult (toxicity 81\u00a0%):"


def test_a_text_without_abuse() -> None:
    """The strongest label that could have flagged it, and the tone, which here is news."""
    clean = Verdict(
        "embedded",
        "1",
        "en",
        {"toxicity": 0.03, "spam": 0.12, "positive": 0.9},
        ("neutral",),
        sentiment="positive",
        target="nobody",
    )
    assert (
        verdict_line(clean, "Hello", "en").text
        == "Neutral (spam 12\u00a0%): aimed at nobody; positive tone. embedded 1"
    )
    praise = Verdict("embedded", "1", "en", {"praise": 0.9}, ("praise",))
    assert verdict_line(praise, "Lovely", "fr").text == "Compliment 90\u00a0%. embedded 1"


def test_outside_the_training_is_said() -> None:
    """A score in a language that the model has not learned is worth less."""
    line = verdict_line(replace(INSULT, outside_training=True), TEXT, "fr").text
    assert "vise une personne. Hors de ce que le modèle a appris. embedded" in line
    bare = Verdict("embedded", "1", "de", {}, (), outside_training=True)
    assert verdict_line(bare, "", "en").text == "Neutral. Outside what the model was trained on. embedded 1"


def test_signals_are_called_signals() -> None:
    """They are never a verdict."""
    line = verdict_line(replace(INSULT, signals=("factual_accusation",)), TEXT, "en").text
    assert "signals, not a verdict: a factual accusation" in line


def test_a_text_that_no_engine_could_read() -> None:
    """Says that, and nothing else."""
    line = verdict_line(replace(INSULT, failed=True), TEXT, "en").text
    assert line == "The classifier could not read this. embedded 2026.12.1"


def test_the_policys_own_names() -> None:
    """A policy may call a category otherwise."""
    assert verdict_line(INSULT, TEXT, "fr", lambda _code: "Manque de respect").head.startswith(
        "Manque de respect 94"
    )


def test_quotations() -> None:
    """Neighbours are one quotation, repeats are said once, foreign control characters are shown as such."""
    text = "gros con, gros con \u202emal\u202c, idiot, nul, bête"
    one = [Span(0, 4, "insult"), Span(5, 8, "insult"), Span(10, 18, "insult"), Span(19, 24, "insult")]
    assert quotations(one, text) == ["gros con", "gros con \ufffdmal\ufffd"]
    many = [Span(0, 8, "insult"), Span(26, 31, "insult"), Span(33, 36, "insult"), Span(38, 42, "hate")]
    assert quotations(many, text) == ["gros con", "idiot", "nul"]
    assert quotations(many, text, ("hate",)) == ["bête"]
    assert quotations([Span(40, 99, "insult")], text) == []


def test_a_second_opinion_that_agrees() -> None:
    """Engine, version and its strongest label."""
    other = Verdict("detoxify:multilingual", "2.1", "fr", {"insult": 0.88}, ("insult",), flagged=True)
    (line,) = second_lines(INSULT, [opinion(INSULT, active=True), opinion(other)], "en")
    assert line.text == "Second opinion: detoxify:multilingual 2.1: insult 88\u00a0%. They agree."
    assert not line.disagrees


@pytest.mark.parametrize(
    ("verdict", "stand", "words"),
    [
        (Verdict("d", "1", "fr", {"toxicity": 0.2}, ("neutral",)), "clears", "ne le relèverait pas"),
        (
            Verdict("d", "1", "fr", {"hate": 0.8}, ("hate",), flagged=True),
            "category",
            "Désaccord sur la catégorie",
        ),
        (Verdict("d", "1", "fr", {}, failed=True), "failed", "n’a pas pu lire"),
    ],
)
def test_disagreement_is_plain(verdict: Verdict, stand: str, words: str) -> None:
    """Whether it would be flagged at all, or as something else; an engine that failed disagrees with nobody."""
    (line,) = second_lines(INSULT, [opinion(INSULT, active=True), opinion(verdict)], "fr")
    assert line.stand == stand
    assert words in line.text
    assert line.disagrees == (stand != "failed")


def test_the_other_flags_what_ours_does_not() -> None:
    """The other way round."""
    clean = Verdict("embedded", "1", "fr", {"toxicity": 0.1}, ("neutral",))
    other = replace(INSULT, engine="d")
    (line,) = second_lines(clean, [opinion(other)], "en")
    assert line.stand == "flags"


def test_older_versions_of_the_same_engine_are_no_second_opinion() -> None:
    """Nor is what a calibration layer made of it; of each other engine the newest counts."""
    other = Verdict("d", "2", "fr", {"insult": 0.5}, ("insult",), flagged=True)
    held = [
        opinion(replace(INSULT, engine_version="1")),
        opinion(other),
        opinion(replace(other, engine_version="1")),
    ]
    lines = second_lines(INSULT, held, "en")
    assert [line.said for line in lines] == ["Second opinion: d 2: insult 50\u00a0%."]
    assert second_lines(None, held, "en") == ()


def test_no_model_is_certain() -> None:
    """A score of one is shown as 99 %; a threshold that did not flag explains nothing and is left out."""
    assert verdict_line(replace(INSULT, labels={"insult": 1.0}), TEXT, "en").head == "Insult 99\u00a0%:"
    foreign = Verdict(
        "embedded",
        "1",
        "de",
        {"toxicity": 0.94},
        ("neutral",),
        thresholds={"toxicity": 0.47},
        outside_training=True,
    )
    assert verdict_line(foreign, "", "en").aside == "embedded 1"
    near = replace(foreign, labels={"toxicity": 0.4}, outside_training=False)
    assert verdict_line(near, "", "en").aside == "embedded 1 · threshold 47\u00a0%"


def test_the_chosen_category_leads() -> None:
    """Several labels fired: the comment's own category is named first, the others follow with their scores."""
    both = replace(
        INSULT,
        labels={**INSULT.labels, "insult": 0.91, "hate": 0.62},
        categories=("insult", "hate"),
        thresholds={"insult": 0.5, "hate": 0.4},
        flagged=True,
    )
    assert verdict_line(both, TEXT, "en").head.startswith("Insult 91")
    line = verdict_line(both, TEXT, "en", chosen="hate")
    assert (line.category, line.head) == ("hate", "Hate 62\u00a0%:")
    assert "also insult 91\u00a0%" in line.said
    assert "threshold 40\u00a0%" in line.aside
    assert "aussi insulte 91\u00a0%" in verdict_line(both, TEXT, "fr", chosen="hate").said
    assert verdict_line(both, TEXT, "en", chosen="question").head.startswith("Insult")
