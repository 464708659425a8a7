"""Spelling of replies: what is marked, what never is, suggestions, personal words, and memory given back."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console import paths
from console.domain.errors import NotFound, UsageError
from console.services.replies import Replies
from console.services.spelling import REST_SECONDS, Spelling
from console.services.spelling_words import tokens
from tests.architecture.tree import ROOT
from tests.support.bench import Bench

NEVER_FR = (
    "L’équipe d'Inès vous écrit jusqu’à 70 °C : qu'est-ce que c’est ? Œufs, cœur, sœur ; écrivez-nous, rappelle-t-on ?",
    "Voyez https://lormel.example/xyzzt et www.brrt.fr, écrivez à aaiide@lormel.fr ou @jeannnot, #novvva2 😀 {tiickket}",
    "Bonjour Zbigniew, le SAV de Trifouillis a reçu la commande 48213 le 3e jour à 14h30.",
    "C'EST NOTÉ, MERCI. Aujourd’hui, c'est-à-dire demain, l'après-midi, peut-être celui-ci.",
)
NEVER_EN = (
    "We don’t ship the colour you’ve asked for; our centre's apologising team is sorry.",
    "See https://lormel.example/xyzzt, @jeannnot, #novvva2 😀 {tiickket} and order 48213A.",
)


class Time:
    """A clock that the test turns."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def spelling(bench: Bench, tmp_path: Path, time: Time) -> Spelling:
    replies = Replies(bench.store, bench.policies, bench.clock)
    return Spelling(bench.store, lambda: replies, paths.resources(), tmp_path / "own" / "words.txt", time)


def marked(spelling: Spelling, text: str, language: str, comment: int = 0) -> list[str]:
    return [one.word for one in spelling.check(text, language, comment)]


@pytest.mark.parametrize(
    ("language", "text"), [*(("fr", one) for one in NEVER_FR), *(("en", one) for one in NEVER_EN)]
)
def test_what_is_no_mistake_is_never_marked(spelling: Spelling, language: str, text: str) -> None:
    assert marked(spelling, text, language) == []


def test_mistakes_are_marked_where_they_stand_without_the_elided_article(spelling: Spelling) -> None:
    text = "😀 L’apareil de Paul chaufe-t-il ? Désollé."
    found = spelling.check(text, "fr")
    assert [text[one.start : one.end] for one in found] == ["apareil", "chaufe-t-il", "Désollé"]
    assert [one.word for one in found] == ["apareil", "chaufe-t-il", "Désollé"]
    assert spelling.suggest("apareil", "fr")[0] == "appareil"
    assert spelling.suggest("Désollé", "fr")[0] == "Désolé"
    assert spelling.suggest("proffesionnel", "fr")[0] == "professionnel"  # two slips in one word
    assert marked(spelling, "We recieve your kettel.", "en") == ["recieve", "kettel"]
    assert "receive" in spelling.suggest("recieve", "en")
    assert spelling.suggest("xqzjkvw", "en") == ()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("text", "title") and isinstance(one, str):
                yield one
            else:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_replies_that_come_with_it_hold_no_false_alarm(spelling: Spelling, language: str) -> None:
    """Measured without the names that a saved reply itself lends: the dictionary alone."""
    spelling.names = lambda _comment: frozenset()  # type: ignore[method-assign]
    whole = tomllib.loads((paths.resources() / "replies" / f"{language}.toml").read_text("utf-8"))
    texts = list(_texts(whole))
    assert sum(len(list(tokens(one))) for one in texts) > 300
    assert [word for one in texts for word in marked(spelling, one, language)] == []


def test_names_come_from_the_comment_its_author_and_the_saved_replies(
    bench: Bench, spelling: Spelling
) -> None:
    text = "josettine, voyez avec bergamottier."
    assert marked(spelling, text, "fr") == ["josettine", "bergamottier"]
    one = bench.comment("La Bergamottier de chez vous fuit", "josettine")
    assert marked(spelling, text, "fr", int(one.id)) == []
    assert marked(spelling, "la chez-vouss", "fr", int(one.id)) == ["chez-vouss"]
    assert marked(spelling, text, "fr", 999_999) == ["josettine", "bergamottier"]  # gone: no names, no fault


def test_personal_words_are_kept_in_a_file_and_taken_out_again(spelling: Spelling, tmp_path: Path) -> None:
    assert spelling.words() == ()
    assert spelling.add("Zbrouille") == ("Zbrouille",)
    assert spelling.add("zbrouille") == ("Zbrouille",)  # once
    spelling.add("l'aplomb")
    assert marked(spelling, "zbrouille, la zbrouille", "fr") == []
    assert (tmp_path / "own" / "words.txt").read_text("utf-8") == "l'aplomb\nZbrouille\n"
    assert spelling.remove("ZBROUILLE") == ("l'aplomb",)
    assert marked(spelling, "la zbrouille", "fr") == ["zbrouille"]
    with pytest.raises(NotFound):
        spelling.remove("zbrouille")


@pytest.mark.parametrize("word", ["", "  ", "two words", "a\nb", "x" * 61, "n0pe", "--"])
def test_what_is_no_word_is_not_added(spelling: Spelling, word: str) -> None:
    with pytest.raises(UsageError) as caught:
        spelling.add(word)
    assert caught.value.code == "spelling_word"
    assert spelling.words() == ()


def test_one_dictionary_is_held_and_given_back_when_nobody_asks(spelling: Spelling, time: Time) -> None:
    assert spelling.held == ""
    spelling.check("bonjour", "fr")
    assert spelling.held == "fr"
    spelling.check("hello", "en")
    assert spelling.held == "en"
    time.now = REST_SECONDS - 1
    assert not spelling.rest()
    spelling.suggest("helo", "en")
    time.now += REST_SECONDS
    assert spelling.rest()
    assert spelling.held == ""
    with pytest.raises(UsageError):
        spelling.check("hallo", "de")


def test_the_window_does_not_read_it_before_it_is_needed() -> None:
    """Neither the library nor a list: both cost time and memory that most hours need not."""
    code = "import sys, ui.views.main_window; print('spellchecker' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    assert said.stdout.strip() == "False"
