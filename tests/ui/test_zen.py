"""Zen: one comment at a time, every key but those of the list, and always a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures

CONTROL = Qt.KeyboardModifier.ControlModifier


def _enter(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Z)
    desk.wait(lambda: desk.queue.in_zen and desk.armed())


def test_one_comment_and_how_many_are_left(desk: Desk) -> None:
    """The text is no wider than 42 em, the count is in words, rail and list are away."""
    desk.go_to(insult)
    _enter(desk)
    em = desk.window.look.metrics.em
    assert desk.queue.zen_line.isVisible()
    assert desk.queue.zen_line.left.text == f"{desk.queue.model.rowCount()} left"
    assert desk.queue.detail.thread_column.width() <= 42 * em + 1
    assert not desk.queue.list.isVisible()
    assert not desk.window.rail.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.list.isVisible()
    assert not desk.queue.zen_line.isVisible()


def test_the_next_comes_by_itself(desk: Desk) -> None:
    """G keeps this one; the next is there, one less is left, and the next key works at once."""
    first = desk.go_to(of("praise"))
    _enter(desk)
    left = desk.queue.model.rowCount()
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(first.id) < 0 and desk.armed())
    assert desk.queue.zen_line.left.text == f"{left - 1} left"
    assert desk.queue.in_zen
    second = desk.current()
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(second) < 0 and desk.armed())
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.current() == second and desk.armed())
    desk.press(Qt.Key.Key_Escape)
    assert not desk.queue.in_zen


def test_a_reply_is_written_in_zen(desk: Desk) -> None:
    """R, words, Esc: back in zen with the draft kept; a second Esc leaves."""
    card = desk.go_to(lambda one: of("question")(one) and not one.draft)
    _enter(desk)
    desk.press(Qt.Key.Key_R)
    desk.type("Bonjour")
    assert desk.queue.reply.text() == "Bonjour"
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.in_zen
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "Bonjour")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.queue.in_zen


def test_masked_words_are_revealed_in_zen(desk: Desk) -> None:
    """V works as beside the list."""
    desk.go_to(lambda one: one.masked)
    _enter(desk)
    desk.press(Qt.Key.Key_V)
    desk.wait(lambda: desk.queue.detail_data is not None and not desk.queue.detail_data.card.masked)
    desk.press(Qt.Key.Key_Escape)


def test_going_elsewhere_leaves_it(desk: Desk) -> None:
    """Ctrl+F needs its field, F7 its room: neither is reached with rail and bar hidden."""
    desk.go_to(insult)
    _enter(desk)
    desk.press(Qt.Key.Key_F, CONTROL)
    assert not desk.queue.in_zen
    assert desk.app.focusWidget() is desk.window.top.search
    desk.queue.focus_list()
    _enter(desk)
    desk.window.show_place("praise")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    assert desk.queue.in_zen, "another view is read on in zen"
    desk.press(Qt.Key.Key_Escape)


def test_an_emptied_list_says_so(desk: Desk) -> None:
    """Zen of nothing would be a blank window."""
    desk.window.show_place("mentions" if "mentions" in desk.window.rail.ids() else "snoozed")
    desk.queue.feed.search("zzzqqqxx")
    desk.wait(lambda: not desk.queue.list.showing_list)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_Z)
    assert not desk.queue.in_zen
    assert "Nothing is left" in desk.strip()
