"""Where one was: a look into another room and back, and the way out of a search, cost nobody their place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QWidget

from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures


def test_back_from_a_room_the_same_comment_is_open(desk: Desk) -> None:
    """A room, F2: the comment and what is marked are as they were."""
    desk.window.add_room("elsewhere", QWidget, in_rail=False)
    card = desk.go_to(of("question"))
    desk.press(Qt.Key.Key_X)
    assert desk.queue.selection.count == 1
    desk.window.show_place("elsewhere")
    assert desk.window.pages.currentWidget() is not desk.queue
    desk.press(Qt.Key.Key_F2)
    assert desk.window.pages.currentWidget() is desk.queue
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    assert desk.current() == card.id
    assert desk.queue.selection.count == 1
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.selection.count == 0


def test_escape_in_the_list_leaves_the_search(desk: Desk) -> None:
    """The words go from the field too, and the view is whole again."""
    whole = desk.queue.model.rowCount()
    desk.window.top.search.setText("nova")
    desk.window.top.searched.emit("nova")
    desk.wait(lambda: desk.queue.feed.ready and 0 < desk.queue.model.rowCount() < whole)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.top.search.text() == ""
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == whole)


def test_the_first_window_fits_on_the_screen(desk: Desk) -> None:
    """With the title bar that a window manager puts around it, down to the smallest size."""
    desk.window.restore_layout(QByteArray(), QByteArray())
    room = desk.window.screen().availableGeometry()
    least = desk.window.minimumSize()
    assert desk.window.width() <= max(room.width(), least.width())
    assert desk.window.height() < max(room.height(), least.height() + 1)
