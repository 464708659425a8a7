"""Tab goes through the window as it is read: pages made later, rows added later, and round its ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from console.runtime.connections import memory_only
from tests.support.policy_room import RoomDesk
from ui.views.policy.left import FORM
from ui.widgets import tab_order


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[RoomDesk]:
    """The policy room, whose form is made when it is first asked for."""
    made = RoomDesk(tmp_path, qapp, memory_only())
    yield made
    made.close()


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_from_the_form_button_tab_enters_the_form(desk: RoomDesk) -> None:
    room = desk.room()
    room.left.show_mode(FORM)
    form = room.left.form
    assert form is not None
    desk.wait(form.isVisible)
    button = next(one for one in room.left.mode.findChildren(QWidget) if getattr(one, "key", "") == FORM)
    button.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert form.isAncestorOf(focused())

    seen: list[QWidget] = []
    while form.isAncestorOf(focused()) and focused() not in seen:
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert room.live.isAncestorOf(focused()), (focused(), seen[-1])
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is seen[-1]


def test_tab_goes_round_the_window(desk: RoomDesk) -> None:
    room = desk.room()
    stops = list(tab_order.tab_stops(desk.window))
    assert len(stops) > 10
    stops[-1].setFocus()
    desk.window.focusNextPrevChild(True)
    assert focused() is stops[0]
    desk.window.focusNextPrevChild(False)
    assert focused() is stops[-1]
    assert any(room.isAncestorOf(stop) for stop in stops)


def test_a_row_added_later_stands_where_it_is_seen_and_is_scrolled_to(qapp: QApplication) -> None:
    window = QWidget()
    area, inner = QScrollArea(), QWidget()
    rows, column = QVBoxLayout(inner), QHBoxLayout(window)
    first, last, after = QLineEdit(), QLineEdit(), QPushButton("After")
    rows.addWidget(first)
    rows.addSpacing(2000)
    rows.addWidget(last)
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(area)
    column.addWidget(after)
    late = QLineEdit()
    rows.insertWidget(1, late)
    hidden = QLineEdit()
    rows.insertWidget(1, hidden)
    hidden.hide()
    inert = QPushButton()
    rows.insertWidget(1, inert)
    inert.setEnabled(False)
    window.resize(300, 200)
    window.show()
    QTest.qWaitForWindowExposed(window)
    assert list(tab_order.tab_stops(window)) == [first, late, last, after]
    window.activateWindow()
    late.setFocus()
    assert tab_order.step(window, late, True)
    assert area.verticalScrollBar().value() > 0
    assert not tab_order.step(QWidget(), None, True)
    late.hide()
    assert tab_order.step(window, late, True)
    assert last.hasFocus()
    after.hide()
    assert tab_order.step(window, after, True)
    assert last.hasFocus(), "what is hidden gives the focus to its neighbour, not to the other end"
    window.close()


def test_after_activating_the_focus_stays_in_the_room(desk: RoomDesk) -> None:
    room = desk.room()
    room.text.files.setCurrentIndex(1)
    desk.write(room, "puddinghead", "puddinghead\nblatherskite")
    desk.settled(room)
    room.foot.submit.click()
    desk.wait(lambda: room.desk.stored and room.desk.gate is not None and not room.desk.busy)
    desk.settled(room)
    assert room.foot.activate.reason == ""
    room.foot.activate.click()
    desk.wait(room.moves.activation.isVisible)
    room.moves.activation.go.setFocus()
    QTest.keyClick(room.moves.activation.go, Qt.Key.Key_Return)
    assert focused() is room.foot.activate
    desk.settled(room)
    assert room.isAncestorOf(focused())


def test_a_low_window_has_each_line_of_its_rail_in_sight_or_behind_one_more(desk: RoomDesk) -> None:
    desk.preferences.change(text_size=150)
    desk.window.resize(960, 600)
    rail = desk.window.rail
    ids = rail.ids()
    desk.wait(rail.more.isVisible)
    assert not rail.button(ids[-1]).isVisible()
    assert rail.button("illegal").isVisible()
    desk.window.show_place(ids[-1])
    last = rail.button(ids[-1])
    assert last.visibleRegion().boundingRect() == last.rect()
    for key in ids:
        assert (key in rail.behind()) is not rail.button(key).isVisible()
