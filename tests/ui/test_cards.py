"""Foreign words on cards: offsets, masks, controls, both directions, clocks, and the sentence a screen reader hears."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from tests.support.painted import words_of
from tests.ui.invented import NOW, cards
from ui.delegates.card_words import accessible_sentence, card_words
from ui.delegates.comment_card import CARD_ROLE, CommentCardDelegate
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import BOX, MASK, SPAN, make_visible, plain_name
from ui.i18n.loader import Languages
from ui.models.card_data import NO_DUE, CardData, CardSpan
from ui.models.id_window import IdWindow
from ui.text_offsets import to_utf16, utf16_length
from ui.theme.look import Look

INDEX = QModelIndex | QPersistentModelIndex


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.integers(-2, 60), max_size=6))
def test_offsets_agree_with_the_encoder(text: str, offsets: list[int]) -> None:
    """The one function that maps offsets says what UTF-16 says."""
    expected = [len(text[: min(max(o, 0), len(text))].encode("utf-16-le")) // 2 for o in offsets]
    assert to_utf16(text, offsets) == expected


def test_astral_letters_count_twice() -> None:
    """An emoji before a span moves it by two units."""
    assert to_utf16("🍿ab", [0, 1, 3]) == [0, 2, 4]
    assert utf16_length("🍿") == 2


def test_spans_reach_the_shown_text() -> None:
    """A span in code points marks the same words after emoji and named controls."""
    text = "🎁 hi \u202etoto here"
    shown = make_visible(text, [CardSpan(text.index("toto"), text.index("toto") + 4, "insult")])
    raw = shown.text.encode("utf-16-le")
    marked = {m.kind: raw[2 * m.start : 2 * (m.start + m.length)].decode("utf-16-le") for m in shown.marks}
    assert marked == {BOX: "\u2005RLO\u2005", SPAN: "toto"}
    assert "\u202e" not in shown.text


def test_masked_words_give_nothing_away() -> None:
    """Blocks have three widths; the word itself is not in the text that is laid out, nor its length."""
    text = "you are an unbelievable fool today"
    spans = [CardSpan(11, 28, "insult")]
    shown = make_visible(text, spans, masked=True)
    assert "unbelievable" not in shown.text
    assert "fool" not in shown.text
    assert [m.kind for m in shown.marks] == [MASK, MASK]
    assert {m.length for m in shown.marks} <= {11, 17, 22}
    assert make_visible("abcd", masked=True).text.strip("\u00a0") == ""
    lengths = {make_visible("x" * n, masked=True).marks[0].length for n in range(1, 40)}
    assert lengths == {11, 17, 22}


def test_controls_of_every_sort_are_visible() -> None:
    """Control characters are shown, joiners of emoji are kept, lone surrogates do no harm."""
    assert make_visible("a\x00b\x7fc").text == "a\u2400b\u2421c"
    assert make_visible("👩\u200d🔧").text == "👩\u200d🔧"
    assert make_visible("a\ud800b").text == "a\ufffdb"
    assert make_visible("a\nb", one_line=True).text == "a b"
    assert make_visible("a\nb").text == "a\u2028b"
    assert plain_name("ad\u202emin\n") == "ad[RLO]min"


def test_long_text_is_cut_with_an_ellipsis(look: Look) -> None:
    """Two lines at most on a card, the last one ends in an ellipsis and fits."""
    block = TextBlock(
        make_visible("many words in a row " * 200, one_line=True), look.font("body"), 300, 19, 2
    )
    assert (block.lines, block.elided) == (2, True)
    assert block.layout.text().endswith("…")
    assert block.layout.lineAt(1).naturalTextWidth() <= 300.5
    assert len(block.layout.text()) < 200


def test_right_to_left_starts_at_the_right(look: Look) -> None:
    """Direction follows the text, and a highlight covers its words."""
    text = "مرحبا بالعالم"
    block = TextBlock(make_visible(text, [CardSpan(0, 5, "hate")]), look.font("body"), 400, 19)
    rect = block.rects(block.marks[0])[0]
    assert rect.right() > 395
    assert 10 < rect.width() < 80


def _paint(look: Look, card: CardData, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> QImage:
    delegate = CommentCardDelegate(look, lambda: NOW)
    image = QImage(456, delegate.row_height(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = image.rect()  # type: ignore[attr-defined]
    option.state = state  # type: ignore[attr-defined]
    model = Model([card])
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


class Model(QAbstractTableModel):
    """Cards for a table of one column."""

    def __init__(self, rows: list[CardData]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: INDEX = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as given."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: INDEX = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: INDEX, role: int = 0) -> object:
        """The card."""
        return self._rows[index.row()] if role == CARD_ROLE else None


@pytest.mark.parametrize("density", ["roomy", "normal", "compact"])
@pytest.mark.parametrize("number", range(8))
def test_every_card_paints(look: Look, languages: Languages, density: str, number: int) -> None:
    """Each card of the pictures paints at every density, with its bar in the category's colour or without."""
    look.set_density(density)
    card = cards("en")[number]
    image = _paint(look, card)
    edge = image.pixelColor(1, 30).name().upper()
    bars = {1: "threat", 2: "insult", 3: "spam"}
    assert edge == look.hex(bars.get(card.id, "surface"))


def test_card_heights(look: Look) -> None:
    """97 normal, 116 roomy, 62 compact, at 100 %."""
    delegate = CommentCardDelegate(look)
    heights = []
    for density in ("normal", "roomy", "compact"):
        look.set_density(density)
        heights.append(delegate.row_height())
    assert heights == [97, 116, 62] or look.metrics.base != 13


def test_ring_and_bar(look: Look, languages: Languages) -> None:
    """Selection with focus has the ring; without it a fill and a bar."""
    selected, focus = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
    card = cards("en")[5]
    ringed = _paint(look, card, selected | focus)
    plain = _paint(look, card, selected)
    ring = look.hex("focus")
    assert ring in {ringed.pixelColor(x, 50).name().upper() for x in range(12)}
    assert ring not in {plain.pixelColor(x, 50).name().upper() for x in range(12)}
    assert plain.pixelColor(1, 50).name().upper() == look.hex("accent")
    assert plain.pixelColor(200, 2).name().upper() == look.hex("selected")


def test_clock_states() -> None:
    """ok, soon in the last quarter or 30 min, late, paused outside opening hours, none without a deadline."""
    card = CardData(1, 1, "practice", "A", "t", 0, due_at=10_000, clock_from=400)
    assert [card.clock(n) for n in (500, 7_700, 9_000, 10_001)] == ["ok", "soon", "soon", "late"]
    assert dataclasses.replace(card, due_at=NO_DUE).clock(5) == "none"
    assert dataclasses.replace(card, resumes_at=20_000).clock(10_001) == "paused"
    assert dataclasses.replace(card, state="done").clock(10_001) == "none"


def test_screen_reader_sentence(languages: Languages) -> None:
    """The order of the design page: category, severity, clock, author, platform, text, proposal."""
    spoken = accessible_sentence(cards("en")[1], NOW).replace("\u00a0", " ")
    assert spoken.startswith(
        "Insult, severity 3 of 5, due in 1 h 40, Nathan R. on Facebook: Sonia on the phone"
    )
    assert spoken.endswith("Proposed: hide.")
    masked = accessible_sentence(cards("en")[0], NOW)
    assert "watch yourself" not in masked
    assert "Salomé" in masked


def test_card_words_in_french(languages: Languages) -> None:
    """The words of the picture."""
    languages.use("fr")
    words = [card_words(card, NOW) for card in cards("fr")]
    assert words[1].context == "sous «\u202fLe SAV déménage\u202f»"
    assert words[1].notes == (("", "Proposé\u00a0: masquer"),)
    assert words[2].right == "37 semblables, 31 auteurs"
    assert words[3].category == "Provocation\u202f?"
    assert words[3].notes == (("", "Proposé\u00a0: garder, sans répondre"),)
    assert words[4].clock.replace("\u00a0", " ") == "en retard 12 min"
    assert [note for _, note in words[4].notes] == ["protégée", "Réponse attendue"]


def test_layouts_are_kept_by_revision(look: Look) -> None:
    """The same revision is laid out once; a new one, or unmasking, anew."""
    delegate = CommentCardDelegate(look)
    card = cards("en")[0]
    first = delegate.block_for(card, 400)
    assert delegate.block_for(card, 400) is first
    assert delegate.block_for(dataclasses.replace(card, masked=False), 400) is not first
    assert delegate.block_for(dataclasses.replace(card, revision=2), 400) is not first


def test_table_of_cards(qtbot: QtBot, look: Look, languages: Languages) -> None:
    """The delegate works in a real table, placeholders included."""
    view = QTableView()
    qtbot.addWidget(view)
    rows: list[CardData] = cards("en")
    model = Model(rows)
    view.setModel(model)
    delegate = CommentCardDelegate(look, lambda: NOW, view)
    view.setItemDelegate(delegate)
    view.verticalHeader().setDefaultSectionSize(delegate.row_height())
    view.resize(460, 800)
    view.show()
    qtbot.waitExposed(view)
    rows[2] = None  # type: ignore[call-overload]
    view.viewport().update()
    assert view.grab().toImage().pixelColor(QPoint(300, 300)).isValid()
    assert view.indexAt(QPoint(20, delegate.row_height() + 5)).row() in (0, 1)
    assert Qt.ItemDataRole.UserRole < CARD_ROLE


def test_a_narrow_card_says_the_state_without_its_key(qtbot: QtBot, look: Look, languages: Languages) -> None:
    """“masked · V to …” told nobody which key reads it; at every width the word is whole, or nothing stands there."""
    languages.use("en")
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(Model([dataclasses.replace(cards("en")[0], masked=True)]))
    delegate = CommentCardDelegate(look, lambda: NOW, view)
    view.setItemDelegate(delegate)
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(delegate.row_height())
    view.show()
    qtbot.waitExposed(view)
    said = set()
    for width in range(300, 900, 20):
        view.resize(width, 300)
        view.setColumnWidth(0, width - 8)
        said |= {line.text for line in words_of(view.viewport()) if line.text.startswith("masked")}
    assert said == {"masked", "masked · V to read"}


def test_id_window_reads_by_page() -> None:
    """Rows come by page, once; a forgotten page is read again; gone rows are None."""
    asked: list[list[int]] = []

    def fetch(ids: object) -> dict[int, str]:
        wanted = list(ids)  # type: ignore[call-overload]
        asked.append(wanted)
        return {i: f"row {i}" for i in wanted if i != 13}

    window: IdWindow[str] = IdWindow(fetch, page=10, keep=2)
    window.swap(range(100))
    assert (len(window), window.row(3), window.row(9), window.row(13)) == (100, "row 3", "row 9", None)
    assert [ids[0] for ids in asked] == [0, 10]
    assert window.has(5)
    window.row(55)
    assert not window.has(5)
    assert window.forget([13, 999]) == [13]
    window.row(14)
    assert asked[-1][0] == 50
    window.row(13)
    assert asked[-1] == [13]
    assert window.index_of(42) == 42
    assert window.remove(42) == 42
    assert (window.index_of(42), window.index_of(43), window.row(42)) == (-1, 42, "row 43")
    before = len(asked)
    assert [window.row(at) for at in (43, 44, 48)] == ["row 44", "row 45", "row 49"]
    assert len(asked) == before  # what moved up is not read again
    window.insert(42, 42)
    assert window.id_at(42) == 42
    window.forget_all()
    assert not window.has(42)


@given(
    st.lists(
        st.tuples(st.sampled_from(["row", "take", "put", "forget", "find"]), st.integers(0, 60)), max_size=60
    )
)
def test_id_window_finds_what_a_list_finds(steps: list[tuple[str, int]]) -> None:
    """Whatever was read, taken out, put back or forgotten: the window and a plain list agree on every place."""
    window: IdWindow[int] = IdWindow(lambda ids: {i: i * 2 for i in ids}, page=4, keep=3)
    plain = list(range(40))
    window.swap(plain)
    for step, number in steps:
        if step == "row" and number < len(plain):
            assert window.row(number) == plain[number] * 2
        elif step == "take" and number < len(plain):
            assert window.remove(number) == plain.pop(number)
        elif step == "put" and number not in plain:
            window.insert(min(number, len(plain)), number)
            plain.insert(min(number, len(plain)), number)
        elif step == "forget":
            known = [plain[one] for one in window.forget([number, number + 1])]
            assert set(known) <= {number, number + 1}
        else:
            assert window.index_of(number) == (plain.index(number) if number in plain else -1)
    assert list(window.ids) == plain


def test_id_window_over_a_million() -> None:
    """A million ids cost 8 MB; any one is found without a map of them."""
    window: IdWindow[int] = IdWindow(lambda ids: {i: i for i in ids})
    window.swap(range(1_000_000))
    assert window.row(999_999) == 999_999
    assert (window.index_of(500_000), window.index_of(-5)) == (500_000, -1)
    with pytest.raises(ValueError, match="201"):
        IdWindow(lambda ids: {i: i for i in ids}, page=201)
