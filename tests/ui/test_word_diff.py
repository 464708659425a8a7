"""Word by word: what went and what came, in reading order, said and not only drawn."""

from __future__ import annotations

import random

import pytest

from ui.delegates.visible_text import ADDED, REMOVED
from ui.models.word_diff import MOST_WORDS, WordDiff, word_diff


def both(found: WordDiff) -> tuple[str, str]:
    """What the comparison says that the older and the newer text are."""
    old = new = ""
    at = 0
    for span in found.spans:
        same, words = found.text[at : span.start], found.text[span.start : span.end]
        old, new = old + same, new + same
        old, new = (old + words, new) if span.label == REMOVED else (old, new + words)
        at = span.end
    return old + found.text[at:], new + found.text[at:]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Bravo, quel idiot ce vendeur",
            "Bravo, quel homme ce vendeur",
            "Bravo, quel [-idiot] [+homme] ce vendeur",
        ),
        ("a b c", "a c", "a [-b] c"),
        ("a c", "a b c", "a [+b] c"),
        ("same", "same", "same"),
        ("", "new words", "[+new words]"),
        ("rendez l’argent", "je veux un remboursement", "[-rendez l’argent] [+je veux un remboursement]"),
    ],
)
def test_changes_are_said(old: str, new: str, said: str) -> None:
    """One sentence with both, for a screen reader."""
    assert word_diff(old, new).spoken("[-{words}]", "[+{words}]") == said


def test_nothing_is_lost() -> None:
    """Both texts can be read back from the comparison, spaces aside."""
    made = random.Random(7)
    words = ["un", "deux", "trois,", "🙂", "שלום", "\n", "mot-clé", "!"]
    for _ in range(300):
        old = " ".join(made.choices(words, k=made.randrange(12)))
        new = " ".join(made.choices(words, k=made.randrange(12)))
        back = both(word_diff(old, new))
        assert [side.split() for side in back] == [old.split(), new.split()] or [
            "".join(side.split()) for side in back
        ] == ["".join(old.split()), "".join(new.split())]


def test_very_long_texts_are_shown_whole() -> None:
    """No quadratic wait: the older text, then the newer one."""
    old, new = "a " * (2 * MOST_WORDS), "b " * (2 * MOST_WORDS)
    assert [span.label for span in word_diff(old, new).spans] == [REMOVED, ADDED]
