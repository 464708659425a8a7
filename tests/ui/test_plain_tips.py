"""What somebody else wrote stays text in a tooltip: Qt would take it for rich text and load what it names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from ui.theme.look import Look
from ui.views.queue_filter_bar import Chip
from ui.widgets.buttons import ActionButton, BarLink
from ui.widgets.cells import Cell, CellModel
from ui.widgets.line_table import LineModel
from ui.widgets.rail import RailButton, RailItem
from ui.widgets.tips import plain_tip

HOSTILE = 'Nathan <img src="//share.example/x.png"><b>R.</b> &amp; co'
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where rich text has a picture."""


def _shown(tip: str) -> str:
    """The words of a tooltip as Qt's label reads it."""
    document = QTextDocument()
    if Rich.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


def test_qt_would_load_it(qapp: QApplication) -> None:
    """Why this is needed at all."""
    del qapp
    assert OBJECT in _shown(HOSTILE)


def test_text_stays_text(qapp: QApplication) -> None:
    """Tags, entities and lines as written; ordinary words are not touched."""
    del qapp
    for text in (HOSTILE, f"one\n{HOSTILE}", "<script>alert(1)</script>", "a < b > c", "<", "&lt;b&gt; <i>"):
        assert _shown(plain_tip(text)) == text
    assert plain_tip("AT&T & 3 lines\nof it") == "AT&T & 3 lines\nof it"


def test_tables_links_buttons_chips_and_views(look: Look) -> None:
    """Names of authors, posts and views, words of comments and refusals come into these."""
    model = CellModel()
    model.set_rows(("a",), [(Cell(HOSTILE),)])
    lines = LineModel(lambda ids: {one: (Cell(HOSTILE),) for one in ids}, model)
    lines.show_ids(("a",), [1])
    for one in (model, lines):
        assert _shown(one.data(one.index(0, 0), Qt.ItemDataRole.ToolTipRole)) == HOSTILE
        assert one.data(one.index(0, 0)) == HOSTILE
    chip = Chip(look, HOSTILE)
    assert _shown(chip.toolTip()) == chip.accessibleName()
    button = ActionButton(look, "x", "Hide")
    button.set_inert(HOSTILE)
    assert _shown(button.toolTip()) == HOSTILE
    link = BarLink(look, "tag", HOSTILE)
    link.show_word(False)
    assert _shown(link.toolTip()) == link.accessibleName()
    rail = RailButton(look, RailItem("own", "tray", HOSTILE))
    rail.set_folded(True)
    assert _shown(rail.toolTip()) == rail.accessibleName()
