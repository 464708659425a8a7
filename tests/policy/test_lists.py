"""Word lists find whole words through disguises, never substrings; expressions cannot run away."""

from __future__ import annotations

import contextlib
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.policy.folding import STAGES, fold
from console.policy.lists import CompiledList, phrase_mask
from console.policy.model import WordList
from console.policy.patterns import BadPattern, vet

EVERY = frozenset(STAGES)


def found(text: str, *words: str, match: str = "word", fold_by: tuple[str, ...] = STAGES) -> tuple[str, ...]:
    compiled = CompiledList(WordList("l", match, fold_by, words))
    return compiled.find(fold(text, compiled.stages))


@pytest.mark.parametrize(
    "text",
    [
        "connard", "CONNARD !", "c0nn4rd", "connaaaaard", "c.o.n.n.a.r.d", "c o n n a r d", "ｃｏｎｎａｒｄ", "соnnаrd",
        "con\u200bnard", "«connard»", "t'es un connard,va", "@connard", "connard·e", "l'connard", "coñnard",
    ],
)  # fmt: skip
def test_disguises_are_undone(text: str) -> None:
    assert found(text, "connard") == ("connard",)


@pytest.mark.parametrize(
    "text", ["connardise", "déconnard2000x", "le Connemara", "canard", "con nard", "", "🤡", "c-n"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert found(text, "connard") == ()


def test_a_bare_substring_never_hits() -> None:
    assert found("Scunthorpe this Essex classic", "cunt", "hi", "sex", "ass") == ()


def test_stages_are_only_applied_when_asked_for() -> None:
    assert found("COTE", "cote", fold_by=()) == ()
    assert found("côte", "cote", fold_by=("case",)) == ()
    assert found("co\u0302te", "côte", fold_by=("case",)) == ("côte",)
    assert found("côte", "cote", fold_by=("accents",)) == ("cote",)
    assert found("c0te", "cote", fold_by=("case", "accents")) == ()
    assert found("coooote", "cote", fold_by=("case",)) == ()
    assert found("c o t e", "cote", fold_by=("leet",)) == ()


def test_phrases_are_words_in_order() -> None:
    assert found("espèce de sale   CON !", "sale con", match="phrase") == ("sale con",)
    assert found("sale, con", "sale con") == ("sale con",)
    assert found("con sale", "sale con") == ()
    assert found("sale petit con", "sale con") == ()
    assert found("je vais vous tuer, je vais te tuer", "je vais te tuer", match="phrase") == (
        "je vais te tuer",
    )
    assert found("un deux un deux trois", "un deux trois", match="phrase") == ("un deux trois",)
    assert found("je sais où tu habites", "je sais où tu habites", "on sait où", match="phrase") == (
        "je sais où tu habites",
    )


def test_prefixes_are_the_start_of_a_word() -> None:
    assert found("enculeur", "encul", match="prefix") == ("encul",)
    assert found("désencul", "encul", match="prefix") == ()


def test_expressions() -> None:
    assert found("ÇA VAUT 0 ÉTOILE", r"\b[0o] etoiles?\b", match="regex") == (r"\b[0o] etoiles?\b",)
    assert found("dix étoiles", r"\b[0o] etoiles?\b", match="regex") == ()


def test_links_are_left_to_expressions() -> None:
    assert found("voir https://site.test/tg/connard?x=fdp et www.fdp.test", "tg", "connard", "fdp") == ()
    assert found("voir https://bit.test/x", r"\bbit\.test/", match="regex") == (r"\bbit\.test/",)


def test_found_words_come_in_the_order_of_the_list() -> None:
    assert found("crétin et abruti", "abruti", "crétin") == ("abruti", "crétin")


def test_allowed_phrases_cancel_the_hit_inside_them_only() -> None:
    compiled = CompiledList(WordList("l", "word", ("case", "accents"), ("bâtard",)))
    mask = phrase_mask(("pain bâtard", "bâtard de Normandie"), compiled.stages)
    assert compiled.find(fold("Un PAIN BATARD svp", compiled.stages, mask)) == ()
    assert compiled.find(fold("un pain bâtard, bâtard !", compiled.stages, mask)) == ("bâtard",)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        (r"(a+)+", "regex.nested"), (r"(\w+\s?)*", "regex.nested"), (r"((a{1,9}){1,9})b", "regex.nested"),
        (r"(x+x+)+y", "regex.nested"), (r"(a|a)*b", "regex.ambiguous"), (r"(a|ab)+", "regex.ambiguous"),
        (r"a*a*a*b", "regex.heavy"), (r"a{0,900}b{0,900}", "regex.heavy"), (r"(?=a)b", "regex.group"),
        (r"(?i)a", "regex.group"), (r"(a)\1", "regex.escape"), (r"a**", "regex.nested"), (r"a++", "regex.nested"),
        (r"(", "regex.form"), (r")", "regex.form"), (r"[a", "regex.form"), (r"*a", "regex.form"), (r"a{2", "regex.form"),
        (r"a?", "regex.empty"), (r"", "regex.empty"), (r"a|", "regex.empty"), ("(" * 20 + "a" + ")" * 20, "regex.deep"),
        ("a" * 500, "regex.long"), ("\\", "regex.escape"),
    ],
)  # fmt: skip
def test_dangerous_expressions_are_refused(pattern: str, code: str) -> None:
    with pytest.raises(BadPattern) as caught:
        vet(pattern)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "pattern", [r"nul(?:le)?s?", r"\bfoo\d{2,}bar\b", r"(ha|ho|hi)!", r"[a-z]+@[a-z]+", r"(?:x|yz)+w"]
)
def test_ordinary_expressions_are_let_in(pattern: str) -> None:
    assert vet(pattern)


def test_the_worst_expression_let_in_stays_bounded_on_a_long_text() -> None:
    start = time.process_time()
    found("a" * 50_000, r"[a-z]+[a-z]+!", match="regex")
    assert time.process_time() - start < 3.0


@given(st.text(alphabet=r"ab()[]{}|*+?.\^$,12-", max_size=14))
def test_any_pattern_is_let_in_or_refused(pattern: str) -> None:
    with contextlib.suppress(BadPattern):
        re.compile(vet(pattern))


@given(st.text(max_size=80), st.sets(st.sampled_from(STAGES)))
def test_folding_never_fails_and_is_deterministic(text: str, stages: set[str]) -> None:
    wanted = frozenset(stages)
    assert fold(text, wanted) == fold(text, wanted)


@given(st.text(alphabet="ab ", max_size=30), st.text(alphabet="ab", min_size=1, max_size=3))
def test_a_plain_word_hits_exactly_when_it_stands_alone(text: str, word: str) -> None:
    assert bool(found(text, word, fold_by=("case",))) == (word in text.split())


def test_a_flood_of_one_word_stays_linear() -> None:
    start = time.process_time()
    found("sale " * 10_000, "sale sale sale con", "con sale", match="phrase")
    assert time.process_time() - start < 2.0
