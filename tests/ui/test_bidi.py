"""Right-to-left and mixed words: read in their own direction, isolated from ours, with invisible characters in boxes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import BOX, Mark, isolated, make_visible, plain_name
from ui.models.card_data import CardSpan

HEBREW, ARABIC = "שלום", "سلام"
WIDTH = 600.0


def block(text: str) -> TextBlock:
    """The text laid out in one wide line."""
    return TextBlock(make_visible(text), QFont(), WIDTH, 20.0)


def x_of(laid: TextBlock, words: str) -> tuple[float, float]:
    """Where ``words`` begin and end on the screen, left edge first."""
    start = laid.layout.text().index(words)
    rects = laid.rects(Mark("span", start, len(words)))
    return min(one.left() for one in rects), max(one.right() for one in rects)


@pytest.mark.parametrize("word", [HEBREW, ARABIC])
def test_right_to_left_text_stands_right_and_reads_right(qapp: QApplication, word: str) -> None:
    """First word at the right edge, Latin and figures inside in their own order, the rest to the left."""
    del qapp
    laid = block(f"{word} Nova 2024 {word}ו")
    first = x_of(laid, word)
    latin, number = x_of(laid, "Nova"), x_of(laid, "2024")
    assert first[1] == pytest.approx(WIDTH, abs=1.5)
    assert latin[1] <= number[0] + 0.5, "Latin and figures keep their own order"
    assert number[1] <= first[0] + 0.5
    assert x_of(laid, f"{word}ו")[1] <= latin[0] + 0.5


def test_latin_text_with_hebrew_inside(qapp: QApplication) -> None:
    """Left to right, the Hebrew words among themselves from right to left."""
    del qapp
    laid = block("Bonjour שלום עולם merci")
    assert x_of(laid, "Bonjour")[0] == pytest.approx(0, abs=1)
    assert x_of(laid, "עולם")[1] <= x_of(laid, "שלום")[0] + 0.5
    assert x_of(laid, "שלום")[1] <= x_of(laid, "merci")[0] + 0.5


def test_figures_in_arabic_stay_in_order(qapp: QApplication) -> None:
    """A price in Arabic: the digits left to right, the sentence right to left."""
    del qapp
    laid = block("السعر 129 يورو")
    assert x_of(laid, "يورو")[1] <= x_of(laid, "129")[0] + 0.5
    assert x_of(laid, "129")[1] <= x_of(laid, "السعر")[0] + 0.5


def test_an_override_reorders_nothing(qapp: QApplication) -> None:
    """The control is a box with its name: what it would turn stays readable as it is stored."""
    del qapp
    laid = block("abc \u202egpj.exe\u202c def")
    assert x_of(laid, "abc")[1] <= x_of(laid, "RLO")[0] <= x_of(laid, "gpj")[0]
    assert x_of(laid, "gpj")[1] <= x_of(laid, ".exe")[0] + 0.5
    assert x_of(laid, "PDF")[1] <= x_of(laid, "def")[0] + 0.5
    assert [mark.label.strip() for mark in laid.marks if mark.kind == BOX] == ["RLO", "PDF"]


def test_a_box_turns_nothing_beside_it(qapp: QApplication) -> None:
    """The Latin name of a control inside Hebrew is isolated: words and figures keep their places."""
    del qapp
    laid = block(f"{HEBREW}\u200f 129 עולם")
    assert x_of(laid, "עולם")[1] <= x_of(laid, "129")[0] + 0.5
    assert x_of(laid, "129")[1] <= x_of(laid, HEBREW)[0] + 0.5


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("con\u200bnard", ["ZWSP"]),
        ("con\u200dnard", ["ZWJ"]),
        ("con\u200cnard", ["ZWNJ"]),
        ("con\u2060nard\ufeff", ["WJ", "BOM"]),
        ("con\u3164nard", ["HF"]),
        ("\u2066a\u2069", ["LRI", "PDI"]),
        ("👩\u200d🔧 ok", []),
        ("❤\ufe0f\u200d🔥", []),
        ("می\u200cخواهم", []),
        ("क्\u200dष", []),
        ("\u200dabc\u200d", ["ZWJ", "ZWJ"]),
    ],
)
def test_invisible_characters_are_boxed_where_writing_does_not_need_them(text: str, boxes: list[str]) -> None:
    """Joiners stay in emoji, Persian and Hindi; between Latin letters they hide a word from a filter."""
    assert [mark.label.strip() for mark in make_visible(text).marks if mark.kind == BOX] == boxes


def test_spans_stand_where_the_words_are() -> None:
    """Offsets count code points of the original, boxes and isolates aside."""
    text = "a\u200bb idiot \u202e."
    shown = make_visible(text, [CardSpan(4, 9, "insult")])
    marked = [shown.text[m.start : m.start + m.length] for m in shown.marks if m.kind == "span"]
    assert marked == ["idiot"]


def test_names_end_with_themselves() -> None:
    """A name inside a sentence of ours is isolated; its own controls are written out."""
    assert isolated("Nathan") == "Nathan"
    assert isolated(plain_name("דוד\u202e")) == "\u2068דוד[RLO]\u2069"
    assert plain_name("Ann\u200d") == "Ann[ZWJ]"
