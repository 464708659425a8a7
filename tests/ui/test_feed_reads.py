"""Lists read while somebody decides: what was decided meanwhile stays away, what is new is counted off the window's thread."""

from __future__ import annotations

import threading
from array import array

import pytest
from PySide6.QtCore import Qt

from console.domain.errors import EnvironmentFailure
from console.services.alike_views import Group
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui.models import id_diff
from ui.models.id_window import IdWindow
from ui.views import queue_reading
from ui.views.queue_reading import Before, Question, Read, read_list, without


def test_a_list_that_was_lent_never_changes() -> None:
    window: IdWindow[str] = IdWindow(lambda _ids: {})
    window.swap(array("q", (1, 2, 3)))
    lent = window.lend()
    window.remove(1)
    window.insert(0, 9)
    assert list(lent) == [1, 2, 3]
    assert list(window.ids) == [9, 1, 3]
    kept = window.ids
    window.remove(0)
    assert window.ids is kept  # copied once for a loan, not for every change


def test_what_was_decided_after_a_read_began_is_left_out() -> None:
    """Another of its group takes its place; one decided before the read began is trusted to be back."""
    group = Group(7, "insult", array("q", (2, 5, 6)), 3, 1)
    read = Read(Question(), 4, array("q", (1, 2, 3, 4)), groups={2: group})
    ids, groups = without(read, {2: 4, 3: 3, 4: 9, 5: 4})
    assert list(ids) == [1, 6, 3]
    assert groups == {}
    ids, groups = without(read, {2: 4})
    assert list(ids) == [1, 5, 3, 4]
    assert list(groups[5].members) == [5, 6]
    assert without(read, {1: 3})[0] is read.ids


def test_a_slow_read_does_not_bring_a_decided_comment_back(desk: Desk) -> None:  # noqa: F811
    """The list was read before G and arrives after it; a later read may show the comment again, as after an undo."""
    feed, queue = desk.queue.feed, desk.queue
    card = desk.go_to(of("praise"))
    slow = read_list(desk.console, desk.actor, feed._question(), feed._begin())
    assert card.id in slow.ids
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: queue.model.row_of(card.id) < 0 and desk.armed())
    feed._show(slow, 0)
    assert queue.model.row_of(card.id) < 0
    desk.wait(desk.armed)
    queue.focus_list()
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: queue.model.row_of(card.id) >= 0 and desk.armed())


def test_what_is_new_is_found_by_the_reader(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """The bar counts the ids that were not there; the comparison runs on another thread than the window's."""
    feed, queue = desk.queue.feed, desk.queue
    threads: list[threading.Thread] = []

    def noted(old: array[int], new: array[int]) -> set[int]:
        threads.append(threading.current_thread())
        return id_diff.added(old, new)

    monkeypatch.setattr(queue_reading, "added", noted)
    away = [queue.model.id_at(row) for row in (5, 6, 7)]
    feed._settled = True
    for one in away:
        queue.model.take(one)
    feed.look_again()
    desk.wait(queue.list.new_bar.isVisible)
    assert feed._fresh is not None
    assert feed._fresh.came == set(away)
    assert threads
    assert threading.main_thread() not in threads
    feed.show_new()
    desk.wait(lambda: all(queue.model.row_of(one) >= 0 for one in away))


def test_an_answer_about_a_list_that_is_gone_is_asked_anew(desk: Desk) -> None:  # noqa: F811
    """Another list was put in place while the reader compared: nothing of the comparison is shown."""
    feed = desk.queue.feed
    before = Before(feed._shown - 1, array("q"), {})
    old = read_list(desk.console, desk.actor, feed._question(), feed._begin(), before)
    feed._settled = True
    feed._compare(old)
    assert feed._fresh is None
    assert feed._timer.isActive()


def test_a_comment_that_could_not_be_read_is_asked_for_again(
    desk: Desk,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A read that failed once left the comment in front that no key could decide, until somebody went to another."""
    queue = desk.queue
    desk.go_to(of("question"))
    real, asked = desk.console.detail, []

    def fail(*args: object) -> object:
        asked.append(args)
        raise EnvironmentFailure("workspace_locked")

    for again in (queue.feed.reload, queue.tick):
        asked.clear()
        monkeypatch.setattr(desk.console, "detail", fail)
        desk.press(Qt.Key.Key_K)
        desk.wait(lambda: asked and not queue.opening._loading)
        assert not desk.armed()
        here = desk.current()
        monkeypatch.setattr(desk.console, "detail", real)
        again()
        desk.wait(desk.armed)
        assert desk.current() == here == queue.opening.wanted


def test_a_list_that_could_not_be_read_is_asked_for_again(
    desk: Desk,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Within the minute, for who does nothing meanwhile."""
    feed = desk.queue.feed
    asked = []

    def fail(*_args: object) -> Read:
        asked.append(1)
        raise EnvironmentFailure("workspace_locked")

    monkeypatch.setattr("ui.views.queue_feed.read_list", fail)
    feed.show_view("praise")
    desk.wait(lambda: asked and feed._missed)
    assert not feed.ready
    monkeypatch.undo()
    desk.queue.tick()
    desk.wait(lambda: feed.ready and desk.armed())
    assert desk.card(0).category == "praise"  # type: ignore[union-attr]
    desk.queue.show_view("inbox")
    desk.wait(lambda: feed.ready and desk.armed())
