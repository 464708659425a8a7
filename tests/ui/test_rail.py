"""The rail: built anew it keeps its counts, and in a low window every line is in sight or behind one more."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.look import Look
from ui.widgets.rail import Rail, RailButton, RailItem
from ui.widgets.rail_fold import Fold, Sizes, fold

SIZES = Sizes(line=28, least=24, head=26, gap=12)
QUEUE = [
    RailItem("inbox", "tray", "Inbox", 7, keep=3),
    RailItem("illegal", "gavel", "Illegal", 2, urgent=True, keep=3),
    RailItem("mine", "user", "Mine", keep=3),
    RailItem("done", "check-square", "Done", 31, keep=1),
]
TEAM = [RailItem("audit", "scroll", "Audit log"), RailItem("channels", "plugs-connected", "Channels")]


@pytest.fixture
def rail(look: Look, qtbot: QtBot) -> Rail:
    made = Rail(look)
    qtbot.addWidget(made)
    made.set_sections([("Queue", QUEUE), ("Team", TEAM)])
    made.set_folded(True)
    made.resize(made.width(), 600)
    made.show()
    return made


def in_sight(rail: Rail) -> list[str]:
    """The lines that a person sees whole, top to bottom; none lies over another."""
    seen = [key for key in rail.ids() if rail.button(key).isVisible()]
    lines: list[QWidget] = [rail.button(key) for key in seen]
    if rail.more.isVisible():
        lines.append(rail.more)
    for line in lines:
        assert line.height() >= 24
        assert rail._lines.rect().contains(line.geometry())
    for above, below in pairwise(lines):
        assert below.y() > above.y() + above.height() - 1
    return seen


def test_a_rail_built_anew_keeps_its_counts_and_leaves_nothing_behind(rail: Rail, qtbot: QtBot) -> None:
    rail.set_counts({"mine": 4})
    for _ in range(3):
        rail.set_sections([("Queue", QUEUE), ("Team", TEAM)])
    assert (rail.button("mine").item.count, rail.button("audit").item.count) == (4, None)
    qtbot.waitUntil(lambda: len(rail.findChildren(RailButton)) == len(QUEUE) + len(TEAM) + 1)
    assert in_sight(rail) == rail.ids()


def test_a_low_rail_stands_closer_then_folds_what_is_used_least(rail: Rail) -> None:
    assert in_sight(rail) == rail.ids()
    high = rail.button("inbox").height()
    edges = rail.height() - rail._lines.height()
    rail.resize(rail.width(), edges + 6 * 24 + 12)
    assert in_sight(rail) == rail.ids()
    assert rail.button("inbox").height() == 24 < high
    rail.resize(rail.width(), edges + 4 * 24)
    assert in_sight(rail) == ["inbox", "illegal", "mine"]
    assert rail.behind() == ["done", "audit", "channels"]
    assert rail.more.accessibleName() == "More: Done, Audit log, Channels"
    assert not rail.findChildren(QAbstractScrollArea)


def test_what_is_current_stands_in_the_rail_and_the_rest_is_reached_from_its_menu(rail: Rail) -> None:
    rail.resize(rail.width(), rail.height() - rail._lines.height() + 4 * 24 + 12)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    menu = rail.more_menu()
    assert [one.text() for one in menu.actions()] == ["Done\t31", "Audit log", "Channels"]
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert chosen == ["audit"]
    rail.set_current("audit")
    assert in_sight(rail) == ["inbox", "illegal", "audit"]
    rail.set_current("inbox")
    assert in_sight(rail) == ["inbox", "illegal", "mine"]
    rail.set_current("")
    assert in_sight(rail) == ["inbox", "illegal", "mine"]


def test_the_arrows_walk_what_is_seen_and_the_focus_does_not_get_lost(rail: Rail) -> None:
    rail.button("channels").setFocus(Qt.FocusReason.TabFocusReason)
    rail.activateWindow()
    rail.resize(rail.width(), rail.height() - rail._lines.height() + 4 * 24)
    window = rail.window()
    assert window.focusWidget() is rail.more
    QTest.keyClick(rail.more, Qt.Key.Key_Down)
    assert window.focusWidget() is rail.button("inbox")
    QTest.keyClick(rail.button("inbox"), Qt.Key.Key_Up)
    assert window.focusWidget() is rail.more


def test_a_line_for_more_that_goes_hands_its_focus_to_the_current_view(rail: Rail) -> None:
    """The window grows while the focus is on the line for more: the arrows walk on."""
    rail.set_current("done")
    rail.resize(rail.width(), rail.height() - rail._lines.height() + 4 * 24)
    rail.activateWindow()
    rail.more.setFocus(Qt.FocusReason.TabFocusReason)
    rail.resize(rail.width(), 600)
    assert rail.more.isHidden()
    assert rail.window().focusWidget() is rail.button("done")


def test_a_section_without_lines_has_no_head(rail: Rail) -> None:
    rail.set_folded(False)
    assert [one.isVisible() for one in rail._heads] == [True, True]
    rail.resize(rail.width(), rail.height() - rail._lines.height() + 26 + 5 * 24)
    assert in_sight(rail)
    assert [one.isVisible() for one in rail._heads] == [True, False]


@given(
    keeps=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=40),
    room=st.integers(0, 1200),
)
def test_lines_fit_their_room_and_no_more_go_than_must(keeps: list[tuple[int, int]], room: int) -> None:
    stays, sections = [one for one, _ in keeps], sorted(section for _, section in keeps)

    def high(found: Fold, line: int) -> int:
        heads = len({sections[at] for at in found.shown})
        lines = len(found.shown) + (len(found.shown) < len(stays))
        return heads * SIZES.head + (heads - 1) * SIZES.gap + lines * line

    found = fold(stays, sections, room, SIZES)
    gone = set(range(len(stays))) - set(found.shown)
    assert SIZES.least <= found.line <= SIZES.line
    assert len(found.shown) == 1 or high(found, found.line) <= room
    assert all((stays[out], -out) < (stays[at], -at) for out in gone for at in found.shown)
    if gone:
        assert high(Fold(tuple(range(len(stays))), 0), SIZES.least) > room
