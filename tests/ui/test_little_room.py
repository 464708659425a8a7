"""A small window and large text: what is said stays in sight, whole, and nothing moves under the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, desk, insult, shared  # noqa: F401  fixtures
from ui.widgets.cells import Cell, CellTable
from ui.widgets.empty import EmptyState
from ui.widgets.result_table import ResultTable


@pytest.fixture
def large(desk: Desk) -> Iterator[Desk]:  # noqa: F811  the fixture
    """The desk at 200 % text: one pane at a time."""
    desk.preferences.change(text_size=200)
    yield desk
    desk.queue.back()
    desk.preferences.change(text_size=100)


def _inside(one: QWidget, other: QWidget) -> bool:
    return other.rect().contains(one.rect().translated(one.mapTo(other, QPoint(0, 0))))


def test_the_undo_notice_is_seen_where_the_list_is_not(large: Desk) -> None:
    """In a window of one pane it stands over the comment, and goes back to the list with the person."""
    queue = large.queue
    queue.into_detail()
    large.go_to(insult)
    assert not queue.list.isVisible()
    queue.run_action("decide.hide")
    large.wait(queue.list.toast.isVisible)
    assert _inside(queue.list.toast, queue.detail)
    queue.back()
    large.wait(queue.list.isVisible)
    large.wait(lambda: queue.list.toast.isVisible() and _inside(queue.list.toast, queue.list))
    queue.undoing.undo()
    large.wait(lambda: not queue.undoing.busy)
    large.wait(lambda: queue.feed.ready and bool(queue.list.current()))


def test_a_reply_is_written_in_the_smallest_window(large: Desk) -> None:
    """At 960x600 and 200 % the buttons stand whole under the words."""
    large.window.resize(960, 600)
    queue = large.queue
    queue.into_detail()
    large.go_to(insult)
    queue.run_action("decide.reply")
    box = queue.reply
    large.wait(box.isVisible)
    large.settle()
    large.wait(lambda: box.send_button.height() >= box.send_button.sizeHint().height())
    assert box.editor.height() >= box.editor.fontMetrics().lineSpacing() * 2
    for one in (box.editor, box.count, box.send_button, box.close_button):
        assert _inside(one, box), one
    shown = [(one.y(), one.y() + one.height()) for one in (box.editor, box.send_button)]
    assert shown[0][1] <= shown[1][0]
    box.leave()


def test_the_focus_goes_along_into_the_comment(large: Desk) -> None:
    queue = large.queue
    queue.focus_list()
    assert large.window.focusWidget() is queue.list.table
    queue.bring_up()
    assert large.window.focusWidget() is queue.detail.area


def test_where_nothing_is_listed_enter_leaves_what_is_said_of_it(large: Desk) -> None:
    """A search that found nothing, and Enter once more: the pane of a comment would be empty."""
    queue, window = large.queue, large.window
    window.run("app.search")
    QTest.keyClicks(window.top.search, "xyzzyqq")
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    large.wait(lambda: queue.feed.ready and not queue.list.showing_list)
    QTest.keyClick(queue.list.empty, Qt.Key.Key_Return)
    try:
        assert queue.list.isVisible()
        assert window.focusWidget() is queue.list.empty
    finally:
        queue.back()
        window.top.search.clear()
        queue.search("")
        large.wait(lambda: queue.feed.ready and queue.list.showing_list)
        queue.focus_list()


def test_the_undo_notice_is_seen_in_zen(desk: Desk) -> None:  # noqa: F811
    queue = desk.queue
    desk.go_to(insult)
    queue.toggle_zen()
    try:
        desk.wait(desk.armed)
        queue.run_action("decide.hide")
        desk.wait(queue.list.toast.isVisible)
        assert _inside(queue.list.toast, desk.window)
    finally:
        queue.leave_zen()
    queue.undoing.undo()
    desk.wait(lambda: not queue.undoing.busy and queue.feed.ready)


def test_the_head_may_grow_over_the_comment_that_is_read(desk: Desk) -> None:  # noqa: F811
    """A claim that comes in takes a line of the head; the words below it stay where the eye is."""
    desk.window.resize(960, 600)
    desk.go_to(insult)
    detail = desk.queue.detail
    desk.wait(lambda: detail.area.verticalScrollBar().value() > 0 and detail.data is not None)

    def top() -> int:
        column = detail.thread_column
        return column.mapTo(desk.window, QPoint(0, column.focus_top())).y()

    data = detail.data
    assert data is not None
    detail.show_detail(data)  # read anew, as after any change
    desk.settle()
    desk.wait(lambda: bool(detail.head.claim.text))
    desk.settle()
    before, high = top(), detail.head.height()
    detail.head.show_states([*data.states, ("user", "Salomé is writing. " * 4)])
    desk.wait(lambda: detail.head.height() > high)
    desk.settle()
    sight = detail.area.viewport()
    assert top() == max(before, sight.mapTo(desk.window, QPoint(0, 0)).y())  # moved only from under the head


def test_words_of_the_strip_are_whole_or_left_out(desk: Desk) -> None:  # noqa: F811
    strip = desk.window.status.strip
    desk.window.status.set_log("Verified up to 12:27, 1,208 entries")
    for width in (1440, 960):
        desk.window.resize(width, 700)
        desk.settle()
        shown: list[Any] = [one for one in strip._widgets if one.isVisible()]
        assert shown
        assert all(one.width() >= one.sizeHint().width() for one in shown), (width, strip.words())


def _preview(desk: Desk, count: int = 12) -> Any:  # noqa: F811
    """The preview of a bulk decision, painted, in the window as it is first."""
    desk.window.resize(1440, 900)
    desk.window.activateWindow()
    desk.wait(lambda: desk.app.activeWindow() is desk.window)
    desk.queue.bulk.open("hide", [desk.queue.model.id_at(row) for row in range(count)])
    page = desk.queue.bulk.page
    desk.wait(lambda: page.preview is not None and page._painted)
    turn(60)
    return page


def _press(desk: Desk, key: Qt.Key) -> None:  # noqa: F811
    QTest.keyClick(desk.window.focusWidget() or desk.window, key)


def test_a_preview_at_200_per_cent_scrolls_as_one(large: Desk) -> None:
    """What is decided and the two buttons stay in sight; nothing scrolls inside what scrolls."""
    page = _preview(large)
    bar = page.area.verticalScrollBar()
    inner = [
        one for one in page.findChildren(QAbstractScrollArea) if one.isVisible() and one is not page.area
    ]
    assert bar.maximum() > 0
    assert [one for one in inner if one.verticalScrollBar().maximum() > 0] == []
    for at in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(at)
        turn(60)
        for one in (page.title, page.go_button, page.back_button):
            assert _inside(one, page), at
    assert _inside(page.samples.out_button, page)  # its buttons come with the texts
    large.queue.uncover()


def test_a_key_means_no_text_that_is_not_seen(large: Desk) -> None:
    """Under the rest the first J or X shows the text; the next one acts. What is left out makes place for the next."""
    page = _preview(large)
    out: list[int] = []
    page.out.connect(out.append)
    items = page.samples.list.entries.items
    for first in (Qt.Key.Key_X, Qt.Key.Key_J):
        page.area.setFocus()
        page.area.verticalScrollBar().setValue(0)
        turn(60)
        _press(large, first)
        turn(60)
        assert (out, page.samples.row()) == ([], 0)
        assert page.samples.list.visualRect(page.samples.list.currentIndex()).height()
        assert not page.samples.list.visibleRegion().isEmpty()
    _press(large, Qt.Key.Key_J)
    _press(large, Qt.Key.Key_J)
    turn(60)
    assert page.samples.row() == 2
    index = page.samples.list.currentIndex()
    assert page.samples.list.viewport().visibleRegion().contains(page.samples.list.visualRect(index).center())
    _press(large, Qt.Key.Key_X)
    assert out == [items[2].key]
    turn(60)
    assert (page.samples.row(), page.samples.current()) == (2, items[3])
    assert page.samples.at_it
    large.queue.uncover()


def test_the_texts_go_beside_the_preview_and_back(desk: Desk) -> None:  # noqa: F811
    """With the text size, also while they are read: the focus stays, and each scrolls alone where both are whole."""
    page = _preview(desk)
    desk.wait(lambda: page.samples.at_it)
    assert page.head.isVisible()
    desk.preferences.change(text_size=200)
    try:
        turn(60)
        assert page.placing.under
        assert page.area.isAncestorOf(page.samples)
        assert page.samples.at_it
        assert not page.head.isVisible()
    finally:
        desk.preferences.change(text_size=100)
    turn(60)
    assert not page.area.isAncestorOf(page.samples)
    assert page.samples.isAncestorOf(page.samples.foot)
    assert page.minimumSizeHint().width() < 380  # or, hidden, it would push the list together
    assert page.samples.at_it
    assert page.head.isVisible()
    desk.queue.uncover()


def test_the_palette_stays_inside_the_window(large: Desk) -> None:
    large.window.run("app.palette")
    box = large.window.palette_box
    large.wait(box.isVisible)
    assert _inside(box, large.window)
    for _ in range(len(box.rows.found)):
        box.rows.step(1)
    assert box.rows._top + box.rows._most > box.rows.current
    box.leave()


def test_a_column_gives_way_before_the_names_are_cut(desk: Desk) -> None:  # noqa: F811
    """First it is shortened, then it goes; of figures none is shortened."""
    look = desk.window.look
    heads, row = (
        ("Title", "Made for", "State"),
        ("A title of some length", "Many categories and more", "ours"),
    )
    for make, least in ((CellTable, 1), (lambda *a, **k: ResultTable(*a, (2,), **k), 0)):
        table = make(look, (3, 3, 1), yields=(1,))
        try:
            table.set_rows(heads, [[Cell(words) for words in row]])
            needed = [table._needed(column) for column in range(3)]
            for room, shown in (
                (sum(needed) + 40, 1),
                (sum(needed) - 20, least),
                (needed[0] + needed[2] + 20, 0),
            ):
                table.resize(room + 2 * table.frameWidth(), 120)
                table.show()
                desk.settle()
                assert table.isColumnHidden(1) is not bool(shown), (make, room)
                assert table.columnWidth(0) >= needed[0], (make, room)
        finally:
            table.deleteLater()


def test_an_empty_state_gives_up_its_icon_before_its_words(desk: Desk) -> None:  # noqa: F811
    state = EmptyState(desk.window.look)
    try:
        state.resize(300, 400)
        state.show_state("lighthouse", "All is read", "Words " * 30)
        state.show()
        desk.settle()
        assert not state._glyph.isHidden()
        state.resize(300, 210)
        desk.settle()
        assert state._glyph.isHidden()
        assert state.line.height() >= state.line.heightForWidth(state.line.width())
    finally:
        state.deleteLater()
