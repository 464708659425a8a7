"""Keys that a person changed work where a widget sees its keys itself, and stand in every sentence that names one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from console.domain.decision import Reason
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui import actions
from ui.i18n.history_counted import history
from ui.i18n.messages import error_text
from ui.keymap import Keymap
from ui.models.wording import reason_words

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _table_again(desk: Desk) -> Iterator[None]:  # noqa: F811
    yield
    desk.preferences.change_keys(Keymap())


def test_the_reply_editor_answers_to_the_keys_in_force(desk: Desk) -> None:  # noqa: F811
    """Ctrl+D sends and Alt+Q closes once they were given so; the old keys do neither."""
    mine = Keymap().give("reply.send", ("Ctrl+D",)).give("reply.close", ("Alt+Q",))
    desk.preferences.change_keys(mine)
    card = desk.go_to(lambda one: of("question")(one) and not one.draft and not desk.outbox(one.id))
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    desk.wait(box.isVisible)
    box.editor.setFocus()
    desk.type("It is in the box.")
    assert box.send_button.reason == ""
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert box.isVisible()
    assert desk.outbox(card.id) == []
    desk.press(Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    desk.wait(box.isHidden)
    desk.wait(lambda: (data := desk.queue.armed()) is not None and bool(data.draft))
    desk.press(Qt.Key.Key_R)
    desk.wait(box.isVisible)
    box.editor.setFocus()
    desk.press(Qt.Key.Key_D, CONTROL)
    desk.wait(lambda: bool(desk.outbox(card.id)))
    assert desk.outbox(card.id)[0].request["text"] == "It is in the box."
    desk.wait(box.isHidden)


def test_sentences_name_the_key_in_force(desk: Desk) -> None:  # noqa: F811
    """The way out of a protected criticism is C, or whatever key the category has now."""
    refusal = Reason("refuse.protected", {"category": "constructive_criticism"})
    assert "(C)" in reason_words(refusal)
    desk.preferences.change_keys(Keymap().give("look.category", ("X",)))
    assert "(X)" in reason_words(refusal)
    desk.preferences.change(language="fr")
    assert "(X)" in reason_words(refusal)
    assert actions.keycaps("look.category") == ("X",)


def test_errors_and_counted_phrases_name_the_key_in_force(desk: Desk) -> None:  # noqa: F811
    """A replay is run again, a batch taken back, by whatever key does it now."""
    assert "(F5)" in error_text("backtest_failed").step
    assert history.undoing(2).startswith("U ")
    desk.preferences.change_keys(Keymap().give("app.refresh", ("F4",)).give("history.undo", ("X",)))
    assert "(F4)" in error_text("backtest_failed").step
    assert history.undoing(2).startswith("X ")
