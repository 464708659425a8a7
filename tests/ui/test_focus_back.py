"""The keyboard comes back to where it was when a box over the window goes, even when that place is gone by then."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.look import Look
from ui.views.palette import Palette
from ui.views.palette_find import Command


def test_a_row_that_went_while_the_palette_was_open(look: Look, qtbot: QtBot) -> None:
    """The thread was read anew meanwhile: its list has the keyboard, and choosing works."""
    window = QWidget()
    qtbot.addWidget(window)
    area, inside, row = QScrollArea(), QWidget(), QPushButton("a part of the thread")
    QVBoxLayout(inside).addWidget(row)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(window).addWidget(area)
    palette = Palette(look, window)
    picked: list[str] = []
    palette.picked.connect(lambda action, _about: picked.append(action))
    window.resize(900, 700)
    with qtbot.waitActive(window):
        window.show()
    row.setFocus()
    for gone in (False, True):
        palette.open_with([Command("app.help", "", "question", "Help")])
        assert palette.field.hasFocus()
        if gone:
            shiboken6.delete(row)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert not palette.isVisible()
        assert (area if gone else row).hasFocus()
    assert picked == ["app.help", "app.help"]
