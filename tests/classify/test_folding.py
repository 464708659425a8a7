"""Folding undoes disguises, leaves honest text alone, and its map always points into the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.classify.folding import MaskedWords, fold

ALPHABET = st.sampled_from(
    list("aàeéiounct0134@$!€*. -_'\u200b\u202e\u0301\n conardАаосеρｆｕ𝖋ﬁß😀🏽\ufe0fİŒ#<>u")
)
TRICKY = st.one_of(st.text(ALPHABET, max_size=60), st.text(st.characters(exclude_categories=()), max_size=40))
MASKED = MaskedWords(["connard", "fuck", "pute"])


@given(TRICKY, st.booleans())
@settings(max_examples=400, deadline=None)
def test_idempotent(text: str, links: bool) -> None:
    once = fold(text, mask_links=links, masked=MASKED).text
    assert fold(once, mask_links=links, masked=MASKED).text == once


@given(TRICKY, st.booleans())
@settings(max_examples=400, deadline=None)
def test_the_map_is_monotone_and_in_range(text: str, links: bool) -> None:
    folded = fold(text, mask_links=links, masked=MASKED)
    assert folded.length == len(text)
    last_start = last_end = 0
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last_start
        assert end >= last_end
        last_start, last_end = start, end
    if folded.text:
        assert folded.span(0, len(folded.text)) == (folded.span(0, 1)[0], last_end)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CONNARD", "connard"),
        ("ｆｕｃｋ 𝖋𝖚𝖈𝖐 ⓕⓤⓒⓚ", "fuck fuck fuck"),
        ("c0nnard m3rde sh!t @sshole a55hole h4t3", "connard merde shit asshole asshole hate"),
        ("c o n n a r d", "connard"),
        ("c.o.n n-u-l", "con nul"),
        ("f d p", "fdp"),
        ("nuuuuuul !!!!!!", "nul !!"),
        ("c\u200bo\u202en\u00adn", "conn"),
        ("соnnаrd", "connard"),  # Cyrillic с, о, а
        ("Tu es dégoûtant, ŒUVRE, Straße", "tu es degoutant, oeuvre, strasse"),
        ("conn*rd, f**k", "connard, fuck"),
        ("ᴄᴏɴ", "con"),
        ("a\n\n  b", "a b"),
    ],
)
def test_disguises_are_undone(written: str, read: str) -> None:
    assert fold(written, masked=MASKED).text == read


@pytest.mark.parametrize(
    "text",
    [
        "il y a t il",
        "20h30min, 3ans, 4g, covid19, mp3, 1er, 2nd, ps5",
        "5€/mois",
        "привет как дела",
        "r2d2",
        "24h/24 7j/7",
        "10k",
        "a * b",
        "***",
        "l'an 2000",
    ],
)
def test_honest_text_is_left_alone(text: str) -> None:
    folded = fold(text, masked=MASKED)
    assert folded.text == text.replace("***", "**")
    assert not folded.disguised


def test_disguise_is_told_from_loose_writing() -> None:
    for honest in ("Trop bieeeeen", "Été à Nîmes 👨‍👩‍👧 ❤️", "GÉNIAL", "ﬁn"):
        assert not fold(honest).disguised, honest
    for hidden in ("c o n n a r d", "c\u200bon", "sаlе con", "𝖈𝖔𝖓", "c0nnard"):
        assert fold(hidden).disguised, hidden


def test_spans_point_at_what_was_written() -> None:
    text = "Oui ! C\u200b o n n a r d, va"
    folded = fold(text)
    at = folded.text.index("connard")
    start, end = folded.span(at, at + 7)
    assert text[start:end] == "C\u200b o n n a r d"
    with pytest.raises(ValueError):
        folded.span(3, 3)


def test_links_and_mentions_become_one_token() -> None:
    folded = fold("@Jean.Dupont regarde https://exemple.fr/a?b=1 et @sshole", mask_links=True)
    assert folded.text == "@u regarde <u> et asshole"


def test_long_input_stays_cheap() -> None:
    assert fold("a b " * 15_000).text.startswith("abab")
    assert len(fold("é" * 50_000).text) == 2
    assert fold("*" * 50_000, masked=MASKED).text == "**"
