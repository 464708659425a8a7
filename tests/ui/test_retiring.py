"""A widget on its way out keeps its Python side, and that of its layout, until Qt has destroyed it."""

from __future__ import annotations

import weakref

import shiboken6
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tests.ui.desk import turn
from ui.retiring import bury, empty, retire


class Row(QWidget):
    """A widget of ours: its Python side can be watched."""


def test_the_python_side_lives_until_qt_has_destroyed_the_widget(qapp: QApplication) -> None:
    parent = QWidget()
    row = Row(parent)
    layout = QHBoxLayout(row)
    layout.addWidget(QLabel("one"))
    watched = weakref.ref(row)
    retire(row)
    del row, layout
    kept = watched()
    assert kept is not None
    assert shiboken6.isValid(kept)
    for _ in range(100):
        if not shiboken6.isValid(kept):
            break
        turn(2)
    assert not shiboken6.isValid(kept)
    del kept
    assert watched() is not None  # destroyed, and held here still
    bury()
    assert watched() is None
    del parent


def test_a_layout_is_emptied_but_for_what_stands_by(qapp: QApplication) -> None:
    parent = QWidget()
    column = QVBoxLayout(parent)
    rows = [Row() for _ in range(3)]
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    parent.show()
    empty(column, rows[1], leave=1)
    assert column.count() == 1
    assert [row.isVisible() for row in rows] == [False, True, False]
    turn(5)
    assert [shiboken6.isValid(row) for row in rows] == [False, True, False]
