"""The policies, lists, replies and sentences that ship: sound, tested, alike in both languages."""

from __future__ import annotations

import ast
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.decision import AuthorHistory
from console.domain.vocabulary import Category
from console.policy import Policy, fill, load_policy, load_replies, run_tests, say
from console.policy.conditions import COUNTS, FLAGS, SETS
from console.policy.phrases import PHRASES, WORDS
from console.policy.phrases_check import ERRORS
from console.policy.propose import propose
from console.policy.replies import book, pick, rank
from tests.policy.helpers import AUTHOR, NOW, POLICIES, REPLIES, ROOT, facts, verdict

LANGUAGES = ("en", "fr")
TEMPLATES = {language: load_replies(REPLIES / f"{language}.toml") for language in LANGUAGES}
IDS = {template.id for template in TEMPLATES["en"].templates}


def default(language: str) -> Policy:
    load = load_policy(POLICIES / f"default.{language}.toml", templates=IDS)
    assert load.errors == ()
    assert load.policy is not None
    return load.policy


@pytest.mark.parametrize("language", LANGUAGES)
def test_default_policies_are_sound_and_their_tests_pass(language: str) -> None:
    rules = default(language)
    assert {str(category) for category in Category} <= set(rules.categories)
    results = run_tests(rules, lambda text, spoken: verdict("neutral", language=spoken or language))
    assert [result for result in results if not result.ok] == []
    for rule in rules.rules:
        outcomes = {result.expect for result in results if result.rule == rule.id}
        assert outcomes == {"match", "no_match"}, rule.id


def test_a_failing_rule_test_is_reported_with_its_line() -> None:
    text = (
        (POLICIES / "default.en.toml").read_text("utf-8").replace("another f4gg0t at the till", "a fine day")
    )
    files = {"lists/" + file.name: file.read_bytes() for file in (POLICIES / "lists").iterdir()}
    rules = load_policy(text, files=files).policy
    assert rules is not None
    failed = [result for result in run_tests(rules, lambda text, spoken: verdict("neutral")) if not result.ok]
    assert [(result.rule, result.expect, result.got) for result in failed] == [
        ("R-HAT-01", "match", "no_match")
    ]
    assert "[[rule.test]]" in text.splitlines()[failed[0].line - 1]


def test_both_languages_mean_the_same() -> None:
    english, french = default("en"), default("fr")
    for name, known in english.categories.items():
        other = french.categories[name]
        assert replace(known, label=other.label, clause=other.clause, legal_basis=other.legal_basis) == other
    strip = lambda rules: [replace(rule, note="", tests=()) for rule in rules]  # noqa: E731
    assert strip(english.rules) == strip(french.rules)
    for field in (
        "hours",
        "lists",
        "ladder",
        "approval",
        "replies",
        "retention",
        "gate",
        "crisis",
        "allow_phrases",
    ):
        assert getattr(english, field) == getattr(french, field), field


def test_ordinary_words_of_either_language_hit_no_list() -> None:
    rules = default("fr")
    texts = [
        "Votre livraison est en retard de trois semaines, c'est vraiment nul, service de merde",
        "C'est con, la pub est idiote mais le produit est top",
        "Un bâtard de Normandie à adopter, et un pain bâtard bien cuit",
        "This shit broke after a week, damn useless, what a joke of a delivery",
        "Le raton laveur et le macaque du zoo, deux pédales de vélo, un gros tas de feuilles",
        "Nicolas Gogol, spic and span, prick your finger, coon cat, a chink in the armour, smoke a fag",
        "The plant will go and die, la plante va crever, this box is a waste of space",
    ]
    for text in texts:
        proposal = propose(rules, facts(text, verdict=verdict("neutral")), NOW)
        assert proposal.rules == (), (text, proposal.reasons)


def test_list_files_hold_no_entry_twice() -> None:
    for file in (POLICIES / "lists").iterdir():
        entries = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        assert len(entries) == len(set(entries)), file.name
        assert len(entries) > 20


# ------------------------------------------------------------------ replies


def test_saved_replies_are_sound_and_paired() -> None:
    for language in LANGUAGES:
        assert TEMPLATES[language].errors == ()
        assert len(TEMPLATES[language].templates) >= 12
    for english, french in zip(TEMPLATES["en"].templates, TEMPLATES["fr"].templates, strict=True):
        assert (english.id, english.categories, english.purpose, english.scope) == (
            french.id,
            french.categories,
            french.purpose,
            french.scope,
        )
        assert set(english.placeholders) == set(french.placeholders), english.id
        assert set(english.categories) <= set(default("en").categories)
        assert len(english.text) <= 290  # fits the shortest of the common platforms once filled
        assert len(french.text) <= 290


def test_replies_are_chosen_by_category_and_language_and_never_leave_unfilled() -> None:
    everything = [template for load in TEMPLATES.values() for template in load.templates]
    (best, fits), *others = rank(book(everything, ()).values(), "question", ())
    assert fits == 1
    assert "question" in best.categories
    assert [fits for _, fits in others] == sorted(fits for _, fits in others)
    assert pick(best, (("verdict", "de"), ("channel", "en")))[1] == "channel"
    first, why = pick(best, (("verdict", "fr-CA"),))
    assert first is not None
    assert (first.language, why) == ("fr", "verdict")
    text, opened = fill(first, {"author": "Anna"})
    assert "Anna" in text
    assert [reason.code for reason in opened] == ["reply.open_field"] * len(opened)
    values = dict.fromkeys(first.placeholders, "x")
    text, opened = fill(first, values)
    assert opened == ()
    assert "{" not in text


def test_faulty_templates_are_reported_with_their_line() -> None:
    text = 'language = "en"\n[[reply]]\nid = "a.b"\ntitle = "x"\ntext = "hi {auhtor}"\n[[reply]]\nid = "a.b"\ntitle = "x"\ntext = "y"\n'
    assert [(error.line, error.code) for error in load_replies(text).errors] == [
        (5, "replies.placeholder"),
        (7, "replies.twice"),
    ]
    assert load_replies("= 1").errors[0].code == "policy.toml"


# ------------------------------------------------------------------ sentences

FAMILIES = (
    "policy|hours|category|list|regex|rule|ladder|approval|replies|channel|condition|allow|refuse|guard|review|hint"
    "|fact|verdict|protected|reply"
)
CODE = re.compile(rf"(?:{FAMILIES})\.[a-z_]+(?:\.[a-z_]+)?")
CLAUSES = {
    "replies.contradictions",
    "approval.irreversible",
    "approval.replies.always",
    "replies.forbid_when",
    "replies.max_public_exchanges_per_author_per_day",
}


def test_every_code_of_the_room_has_a_sentence() -> None:
    found: set[str] = set()
    for file in Path(ROOT / "console" / "policy").rglob("*.py"):
        if file.parent.name == "differences":
            continue  # codes of differences have sentences of their own: test_differences
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.add(node.value)
    found |= {f"fact.{kind}" for kind in (*COUNTS, *FLAGS, *SETS)}
    found |= {f"policy.duration.{code}" for code in ("bare_m", "unit", "form", "long")}
    assert {code for code in found if not code.endswith(".toml")} - CLAUSES - set(WORDS) - set(
        PHRASES
    ) == set()


def test_french_signs_carry_their_narrow_spaces() -> None:
    texts = [words["fr"] for words in PHRASES.values()]
    texts += [template.text for template in TEMPLATES["fr"].templates]
    for text in texts:
        assert not re.search(r"[^\u202f\W][?!;»]|«[^\u202f]| [?!;»:]", text), text
        assert not re.search(r"\w'\w", text), text
    for words in (*PHRASES.values(), *WORDS.values()):
        assert set(words) == {"en", "fr"}
        assert set(re.findall(r"\{(\w+)\}", words["en"])) == set(re.findall(r"\{(\w+)\}", words["fr"]))


def test_sentences_fill_and_speak_the_policys_own_words() -> None:
    rules = default("fr")
    params = {"missing": ("warn", "hide")}
    assert say("refuse.block", params, "en") == "Block is not a first step. Warn, Hide must come first."
    assert say("refuse.block", params, "fr").startswith(
        "Bloquer n’est pas un premier pas. Il faut d’abord\u00a0: Avertir, Masquer"
    )
    assert say("guard.cap", {"count": 2}, "en").startswith("We have answered twice here.")
    assert say("guard.cap", {"count": 5}, "fr").startswith("Nous avons déjà répondu 5 fois.")
    assert say("rule.matched", {"rule": "R", "category": "accusation"}, "fr", rules).endswith(
        "Accusation à vérifier"
    )
    assert say("review.needed", {"role": "lead", "within": 86_400}, "fr").endswith("sous 24 h.")
    assert say("no.such.code", {}) == "no.such.code"
    assert ERRORS.keys() <= PHRASES.keys()


@pytest.mark.perf
def test_ten_thousand_proposals_a_second() -> None:
    rules = default("fr")
    texts = (
        "Bonjour, j'attends mon colis depuis 3 semaines, aucune réponse du service client, c'est vraiment nul 😡",
        "Vous livrez en Belgique ?",
        "t'es vraiment un gros c0nnard, je sais où tu habites",
        "Your product broke after two days and support does not answer my mails, I want my money back",
    )
    past = AuthorHistory(AUTHOR, NOW - 10**7, 50, 3, (("insult", NOW - 10**6),), (("warn", NOW - 10**6),))
    seen = [
        facts(
            f"{texts[index % 4]} {index}", posted_at=NOW + index * 37, verdict=verdict("insult"), history=past
        )
        for index in range(8_000)
    ]
    propose(rules, seen[0], NOW)
    start = time.process_time()
    for each in seen:
        propose(rules, each, NOW)
    rate = len(seen) / (time.process_time() - start)
    print(f"propose: {rate:,.0f} a second on one core")
    assert rate >= 10_000
