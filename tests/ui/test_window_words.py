"""What the strip and the undo notice say: of which comment, until when, and why a key did nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from console.domain.vocabulary import Role
from console.services.roles import Actor
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures
from ui.delegates.visible_text import plain_name

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def back(desk: Desk) -> Iterator[Desk]:
    """The desk; what was decided last is taken back at the end."""
    yield desk
    desk.queue.undoing.undo()
    desk.wait(lambda: not desk.queue.undoing.busy and desk.queue.feed.ready)


def notice(desk: Desk, begins: str) -> str:
    """The undo notice that begins so."""
    toast = desk.queue.list.toast
    desk.wait(lambda: toast.isVisible() and toast.accessibleName().startswith(begins))
    return toast.accessibleName()


def test_the_notice_of_a_masked_comment_names_its_author(back: Desk) -> None:
    """Its words stay covered; without a name nobody knows what U takes back."""
    back.preferences.change(mask_all=True)
    try:
        card = back.go_to(insult)
        back.wait(lambda: back.queue.detail_data is not None and back.queue.detail_data.card.masked)
        back.press(Qt.Key.Key_H)
        assert f"Hidden: {plain_name(card.author)} ·" in notice(back, "Hidden")
    finally:
        back.preferences.change(mask_all=False)


def test_later_says_until_when(back: Desk) -> None:
    back.go_to(of("praise"))
    back.press(Qt.Key.Key_S)
    back.wait(lambda: back.queue.bar.strip.armed)
    back.press(Qt.Key.Key_H)
    assert re.match(r"Put off until (tomorrow )?\d\d:\d\d: “", notice(back, "Put off"))


def test_what_the_policy_refuses_asks_for_no_reason_first(desk: Desk) -> None:
    """A reason would be written for nothing."""
    desk.go_to(of("constructive_criticism"))
    desk.press(Qt.Key.Key_H, SHIFT)
    assert desk.queue.bar.asking == "refused:hide"


def test_what_somebody_holds_asks_for_no_reason_first(desk: Desk) -> None:
    """Neither G nor Shift+G; once taken over the strip says so, and no longer that somebody else has it."""
    card = desk.go_to(of("praise"))
    desk.console.claim(card.id, Actor("Salomé", Role.MODERATOR, "salome"), force=True).result(5)
    desk.wait(lambda: desk.queue.armed() is not None and not desk.queue.detail_data.mine)  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_G, SHIFT)
    assert not desk.queue.bar.asking
    assert "Salomé has it" in desk.strip()
    desk.press(Qt.Key.Key_A)
    desk.wait(lambda: "Yours now" in desk.strip())


def test_a_key_where_nothing_is_listed_says_so(desk: Desk) -> None:
    """No comment is on its way there."""
    desk.queue.show_view("mentions")
    desk.wait(lambda: desk.queue.feed.ready and not desk.queue.list.showing_list)
    desk.queue.run_action("decide.hide")
    assert desk.strip().startswith("No comment is open")


def test_a_key_over_the_list_of_one_pane_says_how_to_go_on(desk: Desk) -> None:
    """Of a comment only its card is seen: Enter opens it, and the key works there."""
    desk.preferences.change(text_size=200)
    try:
        desk.queue.focus_list()
        desk.wait(lambda: desk.queue.list.isVisible() and not desk.queue.right.isVisible())
        desk.press(Qt.Key.Key_J)
        desk.queue.run_action("decide.hide")
        assert desk.strip().startswith("Open the comment first: ⏎")
    finally:
        desk.preferences.change(text_size=100)


def test_enter_after_a_refused_two_key_action_does_nothing_else(desk: Desk) -> None:
    """B and Enter are one habit: where B is refused, the Enter that follows must not take the way that is offered."""
    card = desk.go_to(lambda one: insult(one) and not desk.outbox(one.id))
    desk.press(Qt.Key.Key_B)
    desk.wait(lambda: desk.queue.bar.asking == "refused:block" and desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_Return)
    assert desk.queue.bar.asking == ""
    assert desk.outbox(card.id) == []
    assert desk.queue.list.current() == card.id
