"""Saved replies beside the editor, and what was said before while one writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from console.domain.decision import Reason, Refusal
from console.domain.vocabulary import ActionKind, OutboxState, Role
from console.services.replies import Looked
from console.services.roles import Actor
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures
from ui.models.card_data import CardData

CONTROL = Qt.KeyboardModifier.ControlModifier


def _write(desk: Desk, wanted: Callable[[CardData], bool]) -> CardData:
    """Open the editor on a comment and wait for its saved replies."""
    card = desk.go_to(lambda one: wanted(one) and not one.draft and not desk.outbox(one.id))
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: desk.queue.templates.offer is not None)
    return card


def _groups(desk: Desk) -> list[str]:
    return list(dict.fromkeys(one.group for one in desk.queue.templates.list.items()))


def test_a_template_is_searched_picked_filled_and_sent_by_keys(desk: Desk) -> None:
    card = _write(desk, of("question"))
    box, panel = desk.queue.reply, desk.queue.templates
    assert _groups(desk)[0] == "allowed"
    desk.press(Qt.Key.Key_T, CONTROL)
    assert desk.app.focusWidget() is panel.search
    desk.type("answer")
    assert {one.reply.id for one in panel.list.items()} >= {"question.answer"}
    desk.wait(lambda: panel.list.items()[0].reply.id == "question.answer")
    desk.press(Qt.Key.Key_Return)
    assert desk.app.focusWidget() is box.editor
    assert card.author in box.text()
    assert box.send_button.reason == "An open field is left."
    assert box.editor.textCursor().selectedText() == "{link}"
    desk.type("https://lormel.example/a")
    assert box.send_button.reason == ""
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.wait(lambda: bool(desk.outbox(card.id)))
    assert "https://lormel.example/a" in desk.outbox(card.id)[0].request["text"]
    assert desk.console.replies.get("question.answer").uses == 1
    desk.wait(box.isHidden)  # until then the editor has the keys
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.outbox(card.id)[-1].state is OutboxState.CANCELLED)
    assert desk.console.replies.get("question.answer").uses == 0


def test_a_warning_is_sent_as_one_also_from_its_kept_draft(desk: Desk) -> None:
    card = _write(desk, insult)
    box, panel = desk.queue.reply, desk.queue.templates
    first = panel.list.items()[0]
    assert (first.group, first.filled.purpose) == ("ladder", "warn")
    panel.list.pick_current()
    assert box.title.text() == "Your warning on the practice network"
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: (data := desk.queue.armed()) is not None and bool(data.draft))
    desk.press(Qt.Key.Key_R)
    assert box.title.text() == "Your warning on the practice network"
    assert box.written.template == first.filled.id
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.wait(lambda: bool(desk.outbox(card.id)))
    assert desk.outbox(card.id)[0].action is ActionKind.WARN
    desk.wait(box.isHidden)
    desk.console.undo(None, desk.actor).result(20)


def test_words_of_ones_own_are_no_use_of_the_template(desk: Desk) -> None:
    _write(desk, of("question"))
    box = desk.queue.reply
    desk.queue.templates.list.pick_current()
    assert box.written.template
    box.editor.setPlainText("Something else altogether, by hand.")
    assert box.written.template == ""
    box.editor.clear()


def test_letters_in_the_list_search_and_decide_nothing(desk: Desk) -> None:
    card = _write(desk, of("question"))
    panel = desk.queue.templates
    panel.list.setFocus()
    desk.press(Qt.Key.Key_H)
    assert panel.search.text() == "h"
    assert desk.outbox(card.id) == []
    desk.press(Qt.Key.Key_Escape)
    assert desk.app.focusWidget() is desk.queue.reply.editor
    assert not desk.queue.reply.isHidden()


def test_the_other_language_is_offered_and_nothing_typed_is_lost(desk: Desk) -> None:
    _write(desk, of("question"))
    box, panel = desk.queue.reply, desk.queue.templates
    first = panel.list.items()[0].filled
    assert first.because == "verdict"
    other = "fr" if first.language == "en" else "en"
    panel.languages.chosen.emit(other)
    desk.wait(lambda: panel.list.items()[0].filled.language == other)
    assert panel.languages.current() == other
    box.editor.setPlainText("Mine. ")
    box.editor.moveCursor(box.editor.textCursor().MoveOperation.End)
    panel.list.pick_current()
    assert box.text().startswith("Mine. ")
    assert len(box.text()) > 30
    box.editor.undo()
    assert box.text() == "Mine. "
    box.editor.clear()


def test_the_guard_locks_and_a_lead_answers_with_a_reason(desk: Desk) -> None:
    card = desk.go_to(lambda one: of("neutral")(one) and not desk.outbox(one.id))
    desk.console.categorise(card.id, "troll", "", desk.actor).result(20)
    desk.wait(lambda: (data := desk.queue.armed()) is not None and data.card.category == "troll")
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: desk.queue.templates.offer is not None)
    box = desk.queue.reply
    assert _groups(desk)[0] == "override"
    box.editor.setPlainText("A word from us.")
    assert box.send_button.reason == "The guard above stands against it."
    desk.wait(box.why.isVisible)
    box.why.setText("--")
    assert box.send_button.reason != ""
    box.why.setText("the press asks")
    assert box.send_button.reason == ""
    box.send_button.click()
    desk.wait(lambda: bool(desk.outbox(card.id)))
    desk.wait(box.isHidden)
    desk.console.undo(None, desk.actor).result(20)


@pytest.mark.parametrize(("size", "text"), [((1440, 900), 100), ((960, 600), 100), ((1440, 900), 200)])
def test_the_guard_is_read_whole_and_gives_the_editor_room_again(
    desk: Desk, size: tuple[int, int], text: int
) -> None:
    """Its ways on are in sight with the focus on them, in a small window too; Tab into the editor makes that one high."""
    card = desk.go_to(lambda one: of("neutral")(one) and not desk.outbox(one.id))
    desk.console.categorise(card.id, "troll", "", desk.actor).result(20)
    desk.wait(lambda: (data := desk.queue.armed()) is not None and data.card.category == "troll")
    desk.window.resize(*size)
    desk.preferences.change(text_size=text)
    desk.queue.into_detail()
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    desk.wait(lambda: desk.queue.replying.open and desk.app.focusWidget() is box.guard.buttons[0])

    def whole(one: QWidget) -> bool:
        sight = box.notices.viewport().rect()
        return sight.contains(one.rect().translated(one.mapTo(box.notices.viewport(), QPoint(0, 0))))

    desk.wait(lambda: all(whole(button) for button in box.guard.buttons))
    assert whole(box.guard.title)
    box.editor.setFocus()
    desk.wait(lambda: box.editor.height() >= desk.window.look.px(64) and box.title.isVisible())
    desk.queue.replying.leave()


def test_a_moderator_sees_what_the_guard_locks_and_why(desk: Desk) -> None:
    card = desk.go_to(lambda one: of("neutral")(one) and not desk.outbox(one.id))
    desk.console.categorise(card.id, "troll", "", desk.actor).result(20)
    kim = Actor("Kim", Role.MODERATOR, "tester")
    panel = desk.queue.templates
    said: list[str] = []
    panel.said.connect(said.append)
    before, panel._actor = panel._actor, kim
    try:
        panel.load(card.id)
        desk.wait(lambda: panel.offer is not None)
        assert all(one.locked for one in panel.list.items())
        panel.list.pick_current()
        assert said == ["We do not answer provocation."]
    finally:
        panel._actor = before
        panel.load(0)


def test_what_was_said_before_is_told_while_one_writes(desk: Desk) -> None:
    kept = desk.console.replies.add_statement(
        "The warranty is 2 years.", desk.actor, language="en", place="letter"
    )
    try:
        _write(desk, of("question"))
        box = desk.queue.reply
        box.editor.setPlainText("Hello, the warranty is 3 years.")
        desk.wait(box.said.isVisible)
        assert "we said something else: “The warranty is 2 years”" in box.said.title.text()
        assert box.said.line.text() == "Another span of time: 2 years then, 3 years now."
        assert box.said.aside.text() == "in the register of statements, letter"
        assert box.send_button.reason == ""  # the policy of this workspace warns
        box.editor.setPlainText("Hello, the warranty is 24 months.")
        desk.wait(lambda: box.said.isVisible() and box.said.title.text().startswith("We have said this"))
        box.editor.setPlainText("Hello.")
        desk.wait(lambda: not box.said.isVisible())
        box.editor.clear()
    finally:
        desk.console.replies.retire_statement(kept.id, desk.actor)


def test_a_narrow_editor_shows_one_at_a_time(desk: Desk) -> None:
    desk.window.resize(960, 600)
    _write(desk, of("question"))
    box, panel = desk.queue.reply, desk.queue.templates
    desk.wait(lambda: not panel.isVisible() and box.editor.isVisible())
    desk.press(Qt.Key.Key_T, CONTROL)
    assert panel.isVisible()
    assert not box.editor.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert box.editor.isVisible()
    assert desk.app.focusWidget() is box.editor


def test_the_page_is_reached_from_the_editor_and_the_palette(desk: Desk) -> None:
    asked: list[bool] = []
    desk.queue.wants_book.connect(lambda: asked.append(True))
    desk.queue.templates.book.click()
    assert asked == [True]


def test_where_the_policy_refuses_contradictions_send_waits_for_a_reason_or_a_spokesperson(
    desk: Desk,
) -> None:
    kept = desk.console.replies.add_statement("The warranty is 2 years.", desk.actor, language="en")
    try:
        card = _write(desk, of("question"))
        box, text = desk.queue.reply, "The warranty is 3 years."
        box.editor.setPlainText(text)
        desk.wait(box.said.isVisible)
        (found,) = desk.console.replies.check(card.id, text)
        stop = Refusal("guard.contradiction", "replies.contradictions", Reason("guard.contradiction"))
        box.show_looked(Looked(card.id, text, (found,), stop))
        assert box.send_button.reason.startswith("We have said something else: change it, or ask")
        box.show_looked(Looked(card.id, text, (found,), stop, leave=True))
        assert box.send_button.reason == "We have said something else: change it, or say why."
        box.why.setText("new terms since today")
        assert box.send_button.reason == ""
        assert box.written.reason == "new terms since today"
        box.show_looked(Looked(card.id, "an older text", (found,), stop))  # too late: passed over
        assert box.send_button.reason == ""
        box.editor.clear()
    finally:
        desk.console.replies.retire_statement(kept.id, desk.actor)
