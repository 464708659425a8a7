"""Rows that are kept: walking from comment to comment gives them other words, and destroys none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui.theme.look import Look
from ui.views.thread_parts import PartHandle
from ui.widgets.buttons import BarLink
from ui.widgets.kept_rows import KeptRows
from ui.widgets.runs import Run, RunText


def test_rows_stand_by_and_come_again_in_their_order(look: Look, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    kept = KeptRows(layout, lambda: RunText(look))
    box.show()
    for words in (["a", "b", "c"], ["d"], [], ["e", "f", "g", "h"]):
        for row, word in zip(kept.take(len(words)), words, strict=True):
            row.set_runs([Run(word)])
        rows = [layout.itemAt(at).widget() for at in range(layout.count())]  # type: ignore[union-attr]
        assert [row.accessibleName() for row in rows if row is not None] == words
        assert [one.text for one in box.findChildren(RunText) if one.isVisible()] == words
    assert len(box.findChildren(RunText)) == 4


def test_an_icon_that_comes_or_goes_moves_the_text(look: Look, qtbot: QtBot) -> None:
    row, long = RunText(look), [Run("words " * 12)]
    qtbot.addWidget(row)
    row.set_runs(long)
    # Whether one width needs a line more for it depends on the machine's font: among forty some do, and none needs one less.
    widths = [row.look.px(at) for at in range(100, 140)]
    without = [row.heightForWidth(one) for one in widths]
    row.set_runs(long, "tag", "danger", "fill")
    beside = [row.heightForWidth(one) for one in widths]
    assert sum(beside) > sum(without)
    assert all(one >= plain for one, plain in zip(beside, without, strict=True))
    row.set_runs(long, "")
    assert [row.heightForWidth(one) for one in widths] == without
    assert row._icon_weight is None


@pytest.fixture(autouse=True)
def _in_front(request: pytest.FixtureRequest) -> None:
    """Another test of this module showed a window of its own: keys go to the desk's again."""
    if "desk" in request.fixturenames:
        desk: Desk = request.getfixturevalue("desk")
        desk.window.activateWindow()
        desk.wait(lambda: desk.app.activeWindow() is desk.window)
        desk.queue.focus_list()


def walk(desk: Desk, steps: int, key: Qt.Key) -> None:  # noqa: F811
    """From comment to comment, each painted before the next."""
    for _ in range(steps):
        before = desk.current()
        desk.press(key)
        desk.wait(lambda at=before: desk.armed() and desk.current() != at)


@pytest.mark.parametrize("kind", [RunText, PartHandle, BarLink])
def test_walking_through_comments_builds_and_destroys_no_row(desk: Desk, kind: type[QWidget]) -> None:  # noqa: F811
    """Once some were read, the parts of the thread, the pictures, the reasons, the timeline, the author's lines and tags
    of the next comment take the rows there are.
    """
    queue = desk.queue

    def rows() -> list[QWidget]:
        return [*queue.detail.findChildren(kind), *queue.author.findChildren(kind)]

    walk(desk, 12, Qt.Key.Key_Down)
    gone: list[object] = []
    before = rows()
    for row in before:
        row.destroyed.connect(lambda: gone.append(1))
    walk(desk, 12, Qt.Key.Key_Up)
    desk.wait(desk.armed)
    assert gone == []
    assert len(rows()) == len(before)


def test_a_part_that_had_the_keys_does_not_keep_them_for_another_comment(desk: Desk) -> None:  # noqa: F811
    """Its button is used again: a press is about what it lies over now."""
    column = desk.queue.detail.thread_column
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Up)
    held = next(one for one in column.handles() if one.hasFocus())
    walk(desk, 1, Qt.Key.Key_J)
    assert not any(one.hasFocus() for one in column.handles())
    assert [one.part for one in column.handles()] == list(column.parts())
    assert held in column.findChildren(PartHandle)
