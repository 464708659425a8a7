"""Many comments at once: marks by key and mouse, the preview, the run beside the work, and one undo for all."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.domain.vocabulary import OutboxState
from console.services.alike_views import Group
from console.services.bulk_worker import BulkProgress
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _nothing_marked(desk: Desk) -> Iterator[None]:  # noqa: F811
    """Each test starts and ends with nothing marked and the comment in front."""
    yield
    desk.queue.uncover()
    desk.queue.selection.clear()


def marked(desk: Desk) -> list[int]:  # noqa: F811
    """The marked comments."""
    return list(desk.queue.selection.ids())


def rows(desk: Desk, first: int, last: int) -> list[int]:  # noqa: F811
    """Comments by their rows."""
    return [desk.queue.model.id_at(row) for row in range(first, last + 1)]


def hide_marked(desk: Desk) -> None:  # noqa: F811
    """H, and wait for the preview to be painted."""
    desk.press(Qt.Key.Key_H)
    page = desk.queue.bulk.page
    desk.wait(lambda: page.preview is not None and page._painted)


def test_marks_by_key_survive_a_reload_and_leave_with_escape(desk: Desk) -> None:  # noqa: F811
    """X marks and stays, Shift+J and K go on and come back, Esc clears."""
    first = desk.current()
    desk.press(Qt.Key.Key_X)
    assert (marked(desk), desk.current()) == ([first], first)
    desk.press(Qt.Key.Key_J, SHIFT)
    desk.press(Qt.Key.Key_J, SHIFT)
    assert marked(desk) == rows(desk, 0, 2)
    desk.press(Qt.Key.Key_K, SHIFT)
    assert marked(desk) == rows(desk, 0, 1)
    loads: list[int] = []
    desk.queue.feed.loaded.connect(lambda keep, _row: loads.append(keep))
    desk.queue.feed.reload()
    desk.wait(lambda: loads)
    assert marked(desk) == rows(desk, 0, 1)
    assert "2 marked" in desk.queue.marking.link.accessibleName()
    said = desk.queue.model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Marked.")
    desk.press(Qt.Key.Key_Escape)
    assert not marked(desk)
    assert desk.queue.marking.link.isHidden()


def test_marks_by_mouse_and_all_of_the_view(desk: Desk) -> None:  # noqa: F811
    """Ctrl and Shift with a click; Ctrl+A takes the whole view; another view has no marks."""
    table = desk.queue.list.table
    height = desk.queue.list.delegate.row_height()
    middle = table.viewport().rect().center()
    middle.setY(height * 2 + height // 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CTRL, middle)
    assert marked(desk) == rows(desk, 2, 2)
    assert desk.current() == rows(desk, 0, 0)[0]
    middle.setY(height // 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, SHIFT, middle)
    assert sorted(marked(desk)) == sorted(rows(desk, 0, 2))
    desk.press(Qt.Key.Key_A, CTRL)
    assert len(marked(desk)) == desk.queue.model.rowCount()
    desk.queue.show_view("spam")
    assert not marked(desk)


def test_a_preview_does_nothing_until_it_is_told(desk: Desk) -> None:  # noqa: F811
    """H with marks opens the page; Space, H and J do nothing dangerous; X takes one out; Esc goes back with the marks."""
    for _ in range(3):
        desk.press(Qt.Key.Key_J, SHIFT)
    before = marked(desk)
    sent = [len(desk.outbox(one)) for one in before]
    hide_marked(desk)
    page = desk.queue.bulk.page
    preview = page.preview
    assert preview is not None
    assert preview.asked == len(before) == 4
    assert desk.queue.covered
    assert desk.queue.list.isHidden()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_H, Qt.Key.Key_G, Qt.Key.Key_J):
        desk.press(key)
    item = page.samples.current()
    assert item is not None
    desk.press(Qt.Key.Key_X)
    fewer = page.preview
    assert fewer is not None
    assert item.key not in fewer.ids
    assert fewer.go == preview.go - 1
    assert str(fewer.go) in page.go_button.word
    desk.press(Qt.Key.Key_Escape)
    assert not desk.queue.covered
    assert desk.queue.list.isVisible()
    assert item.key not in marked(desk)
    assert [len(desk.outbox(one)) for one in before] == sent


def test_a_batch_goes_with_one_key_and_comes_back_with_one(
    desk: Desk,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl+Enter hides what was previewed and nothing else; U takes all of it back."""
    for _ in range(11):
        desk.press(Qt.Key.Key_J, SHIFT)
    chosen = marked(desk)
    hide_marked(desk)
    preview = desk.queue.bulk.page.preview
    assert preview is not None
    going = list(preview.ids)
    staying = [one for one in chosen if one not in going]
    assert going
    sent = {one: len(desk.outbox(one)) for one in chosen}
    run_page = desk.queue.bulk.run_page
    earlier = run_page.progress.batch if run_page.progress is not None else ""
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.wait(
        lambda: (
            run_page.progress is not None
            and run_page.progress.batch != earlier
            and run_page.progress.state == "done"
        )
    )
    for one in going:
        assert [row.action.value for row in desk.outbox(one)[sent[one] :]] == ["hide"]
    assert all(len(desk.outbox(one)) == sent[one] for one in staying)
    desk.wait(lambda: desk.queue.list.toast.batch)
    desk.wait(run_page.undo.isVisible)
    # Decided, not "hidden": what it counts may still wait to leave or for a hand on the site.
    assert run_page.title.text() == f"Hide: {len(going)} comments decided"
    told: list[str] = []
    show = run_page.show_progress

    def shown(progress: BulkProgress) -> None:
        show(progress)
        told.append(run_page.title.text())

    monkeypatch.setattr(run_page, "show_progress", shown)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: run_page.progress.state == "undone")
    assert f"Taking back: {len(going)} of {len(going)}" in told
    for one in going:
        assert desk.outbox(one)[sent[one]].state in (
            OutboxState.CANCELLED,
            OutboxState.DONE,
            OutboxState.SENDING,
        )
    assert run_page.progress.undone == len(going)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.queue.covered


def test_what_is_final_asks_twice_with_its_number(desk: Desk) -> None:  # noqa: F811
    """D: the first Ctrl+Enter only asks; Esc takes it back; Enter on the button that names the number does it."""
    for _ in range(2):
        desk.press(Qt.Key.Key_J, SHIFT)
    desk.press(Qt.Key.Key_P)
    page = desk.queue.bulk.page
    desk.wait(lambda: page.preview is not None and page._painted)
    going = list(page.preview.ids) if page.preview is not None else []
    assert going
    sent = [len(desk.outbox(one)) for one in going]
    desk.press(Qt.Key.Key_Return, CTRL)
    assert [len(desk.outbox(one)) for one in going] == sent
    assert page.go_button.hasFocus()
    assert str(len(going)) in page.go_button.word
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.covered
    assert [len(desk.outbox(one)) for one in going] == sent
    desk.press(Qt.Key.Key_Escape)
    assert not desk.queue.covered


def test_an_answer_is_never_given_to_many(desk: Desk) -> None:  # noqa: F811
    """R with marks says why not; one mark on the comment in front is no batch."""
    desk.press(Qt.Key.Key_J, SHIFT)
    desk.press(Qt.Key.Key_R)
    assert not desk.queue.covered
    assert not desk.queue.replying.open
    assert "one" in desk.strip()


def test_a_few_at_once_have_one_notice_and_one_undo(desk: Desk) -> None:  # noqa: F811
    """``at_once`` decides without a preview; a click on the notice takes all back."""
    chosen = rows(desk, 3, 6)
    desk.queue.bulk.at_once("keep", chosen)
    toast = desk.queue.list.toast
    desk.wait(lambda: toast.isVisible() and toast.batch)
    batch = toast.batch
    desk.wait(lambda: not set(chosen) & set(desk.queue.model.ids()))
    desk.queue.bulk.undo_told()
    desk.wait(lambda: desk.console.bulk.progress(batch).state == "undone")
    desk.wait(lambda: set(chosen) <= set(desk.queue.model.ids()))


def test_a_marked_group_means_all_of_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """A group's card stands for its comments: the head counts them, the preview asks about each."""
    feed = desk.queue.feed
    monkeypatch.setattr(
        feed, "look_again", lambda: None
    )  # a look would put the groups there are in place of ours
    desk.wait(lambda: not feed._asked and not feed._timer.isActive())
    first, second, third = rows(desk, 0, 2)
    feed.groups = {first: Group(first, "insult", array("q", (first, second, third)), 3, 1)}
    desk.queue.list.make_current(second)
    desk.wait(desk.armed)
    desk.queue.selection.toggle(first)
    assert "3 marked" in desk.queue.marking.link.accessibleName()
    hide_marked(desk)
    assert desk.queue.bulk.page.preview is not None
    assert desk.queue.bulk.page.preview.asked == 3
    desk.press(Qt.Key.Key_Escape)
    feed.groups = {}


def test_texts_that_come_under_the_preview_bring_their_buttons(desk: Desk) -> None:  # noqa: F811
    """A window made narrower, with room for all: nothing scrolls, so nothing but the move itself can tell."""
    desk.preferences.change(text_size=150)
    try:
        desk.press(Qt.Key.Key_J, SHIFT)
        hide_marked(desk)
        page = desk.queue.bulk.page
        desk.wait(lambda: not page.placing.under and page.samples.isVisible())
        desk.window.resize(700, 2500)
        desk.wait(lambda: page.placing.under and page.samples.out_button.isVisible())
        assert page.area.verticalScrollBar().maximum() == 0
    finally:
        desk.preferences.change(text_size=100)


def test_an_interrupted_batch_is_offered_again(desk: Desk) -> None:  # noqa: F811
    """What another process left in the middle: the list says how far it came, one button goes on."""
    ids = rows(desk, 0, 11)
    bulk = desk.console.bulk
    run = bulk.begin(bulk.preview(ids, "keep", desk.actor), desk.actor)
    bulk._chunk(run.batch, run._session, desk.actor, 10)
    desk.clock.offset += 60
    desk.queue.bulk._look_for_interrupted()
    notice = desk.queue.bulk.notice
    desk.wait(notice.isVisible)
    assert "10 of 12" in notice.title.text()
    notice.buttons[0].click()
    desk.wait(lambda: bulk.progress(run.batch).state == "done")
    assert bulk.progress(run.batch).done == 12
    assert notice.isHidden()
    run_page = desk.queue.bulk.run_page
    desk.wait(
        lambda: run_page.progress is not None and run_page.progress.batch == run.batch and run_page.ended
    )
    bulk.undo(run.batch, desk.actor)


def test_a_page_over_the_list_ends_with_another_view(desk: Desk) -> None:  # noqa: F811
    """Another view, a search or a narrow window: the list is never left hidden, nor shown beside the page."""
    desk.press(Qt.Key.Key_J, SHIFT)
    hide_marked(desk)
    desk.window.resize(960, 600)
    desk.wait(lambda: desk.queue.bulk.page.isVisible() and desk.queue.list.isHidden())
    desk.window.resize(1440, 900)
    desk.wait(lambda: desk.queue.bulk.page.isVisible() and desk.queue.list.isHidden())
    desk.queue.show_view("spam")
    assert not desk.queue.covered
    assert desk.queue.list.isVisible()
    desk.wait(lambda: desk.queue.feed.ready)


def test_back_from_the_page_the_comment_is_in_sight_and_takes_keys(desk: Desk) -> None:  # noqa: F811
    """Scrolled down to what each action does, then a preview and Esc: no key worked until somebody scrolled up."""
    queue = desk.queue
    desk.wait(desk.armed)
    queue.detail.area.setFixedHeight(180)
    try:
        queue.focus_list()
        desk.press(Qt.Key.Key_Q)
        thread = queue.detail.thread_column
        desk.wait(lambda: thread.visibleRegion().isEmpty())
        queue.bulk.open("hide", rows(desk, 0, 3))
        desk.wait(lambda: queue.bulk.page.preview is not None)
        assert not desk.armed()
        desk.press(Qt.Key.Key_Escape)
        desk.wait(lambda: not queue.covered and desk.armed())
        assert not thread.visibleRegion().isEmpty()
    finally:
        queue.detail.area.setMinimumHeight(0)
        queue.detail.area.setMaximumHeight(16_777_215)
        queue.detail.toggle_effects()


def test_words_typed_beside_the_field_are_the_reason(desk: Desk) -> None:  # noqa: F811
    """Typed with the focus on a button, the space between two words sent thirty decisions without a reason."""
    for _ in range(2):
        desk.press(Qt.Key.Key_J, SHIFT)
    hide_marked(desk)
    page = desk.queue.bulk.page
    page.go_button.setFocus(Qt.FocusReason.TabFocusReason)
    for key in "Hors sujet":  # each where the focus is by then
        desk.type(key)
    assert page.reason.text() == "Hors sujet"
    assert page.reason.hasFocus()
    assert desk.queue.covered
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)


def test_a_decision_that_sends_nothing_says_so(desk: Desk) -> None:  # noqa: F811
    for _ in range(2):
        desk.press(Qt.Key.Key_J, SHIFT)
    page = desk.queue.bulk.page
    desk.press(Qt.Key.Key_G, SHIFT)  # with a reason even a few are shown first
    desk.wait(lambda: page.isVisible() and page.preview is not None and page.preview.action == "keep")
    assert page.goes_title.text() == "What is decided"
    assert page.figures.boxes[0].words.text() == "decided here, on 1 channel"
    desk.press(Qt.Key.Key_Escape)
    hide_marked(desk)
    desk.wait(lambda: page.preview is not None and page.preview.action == "hide")
    assert page.goes_title.text() == "What goes"
    assert page.figures.boxes[0].words.text() == "go, on 1 channel"
    desk.press(Qt.Key.Key_Escape)
