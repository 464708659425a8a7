"""Ways round the armed comment, tried with real keys: nothing is done to another comment than the one meant."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from console.domain.decision import DecisionOutcome, Reason, Refusal
from console.domain.errors import EnvironmentFailure
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.services.recording import DecisionAsk
from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, insult, of, shared  # noqa: F401  fixtures
from tests.ui.queue_desk import desk as plain_desk  # noqa: F401  fixture
from ui.keymap import Keymap

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Held:
    """Stands before ``console.decide``: hands out futures that the test settles when it wants to."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.real = desk.console.decide
        self.asks: list[tuple[DecisionAsk, Any, Future[DecisionOutcome]]] = []

    def __call__(self, ask: DecisionAsk, actor: Any) -> Future[DecisionOutcome]:
        future: Future[DecisionOutcome] = Future()
        self.asks.append((ask, actor, future))
        return future

    def let_go(self) -> list[int]:
        """Carry out what was asked, in order; returns the comments."""
        waiting, self.asks = self.asks, []
        for ask, actor, future in waiting:
            future.set_result(self.real(ask, actor).result(10))
        return [int(ask.comment_id) for ask, _, _ in waiting]


@pytest.fixture
def desk(plain_desk: Desk) -> Iterator[Desk]:  # noqa: F811
    """The desk; whatever a test decided is taken back."""
    before = _decided(plain_desk)
    yield plain_desk
    while _decided(plain_desk) - before:
        plain_desk.console.undo(None, plain_desk.actor).result(10)


@pytest.fixture
def held(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """A slow disk."""
    made = Held(desk)
    monkeypatch.setattr(desk.console, "decide", made)
    yield made
    made.let_go()
    desk.wait(lambda: not desk.queue.decisions._busy)


def _state(desk: Desk, comment: int) -> CommentState:
    stored = desk.console.store.read(lambda r: r.comments.get(comment))
    assert stored is not None
    return stored.state


def _decided(desk: Desk) -> set[int]:
    return {one for view in ("done", "sending", "snoozed") for one in desk.console.ids(view, desk.actor.name)}


def _insults(desk: Desk) -> tuple[int, int]:
    """The current comment, an insult, and the one after it."""
    first = desk.go_to(insult).id
    second = desk.queue.model.id_at(desk.queue.model.row_of(first) + 1)
    return first, second


def _gone(desk: Desk, comment: int) -> None:
    desk.wait(lambda: desk.queue.model.row_of(comment) < 0)


def test_who_has_gone_on_is_not_pulled_back(desk: Desk, held: Held) -> None:
    """H, three J, and only then the disk answers: the comment leaves the list, the one being read stays."""
    first, _ = _insults(desk)
    desk.press(Qt.Key.Key_H)
    for _ in range(3):
        desk.press(Qt.Key.Key_J)
    desk.wait(desk.armed)
    reading = desk.current()
    assert held.let_go() == [first]
    _gone(desk, first)
    assert desk.current() == reading
    assert desk.armed()


def test_search_keeps_the_letters_typed_into_it(desk: Desk, held: Held) -> None:
    """H, Ctrl+F, words, and the answer in between: the words stay words, one comment is decided."""
    first, second = _insults(desk)
    before = _decided(desk)
    desk.press(Qt.Key.Key_H)
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.type("gh")
    held.let_go()
    _gone(desk, first)
    desk.type("gs")
    assert desk.app.focusWidget() is desk.window.top.search
    assert desk.window.top.search.text() == "ghgs"
    turn(50)
    held.let_go()
    assert _decided(desk) - before == {first}
    assert _state(desk, second) is CommentState.OPEN
    desk.press(Qt.Key.Key_Escape)


def test_the_palette_acts_on_the_comment_it_named(desk: Desk, held: Held) -> None:
    """Ctrl+K over one comment, another comes to the front meanwhile: Hide is done to neither."""
    first, second = _insults(desk)
    desk.press(Qt.Key.Key_G)
    desk.press(Qt.Key.Key_K, CONTROL)
    desk.type("hid")
    palette = desk.window.palette_box
    assert palette.rows.found[0].id == "decide.hide"
    assert palette.rows.found[0].about
    held.let_go()
    _gone(desk, first)
    desk.wait(desk.armed)
    assert palette.isVisible(), "an answer from the disk takes no focus from who types"
    assert desk.current() == second
    desk.press(Qt.Key.Key_Return)
    assert held.asks == []
    assert "Nothing was done" in desk.strip()
    assert _state(desk, second) is CommentState.OPEN


def test_a_button_pressed_on_one_comment_and_let_go_on_another(desk: Desk, held: Held) -> None:
    """The mouse goes down over Keep, the next comment is painted, the mouse comes up: nothing."""
    _insults(desk)
    button = desk.queue.bar.buttons.by_action["hide"]
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    desk.queue.list.step(1)
    desk.wait(desk.armed)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert held.asks == []
    assert "Nothing was done" in desk.strip()


def test_enter_on_a_button_is_one_decision(desk: Desk, held: Held) -> None:
    """Pressed again before the answer: still one."""
    _insults(desk)
    button = desk.queue.bar.buttons.by_action["keep"]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyPress(button, Qt.Key.Key_Enter)
    assert [int(ask.comment_id) for ask, _, _ in held.asks] == [desk.current()]
    QTest.keyPress(button, Qt.Key.Key_Enter)
    assert len(held.asks) == 1


def test_a_click_while_the_next_is_loading(desk: Desk, held: Held) -> None:
    """J and at once a click on Hide: the buttons still speak of the comment before."""
    _insults(desk)
    desk.press(Qt.Key.Key_J)
    QTest.mouseClick(desk.queue.bar.buttons.by_action["hide"], Qt.MouseButton.LeftButton)
    assert held.asks == []
    assert "Nothing was done" in desk.strip()
    desk.wait(desk.armed)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_menu_opened_on_another_comment(desk: Desk, held: Held) -> None:
    """The right button's menu belongs to the comment it was opened on."""
    _insults(desk)
    desk.queue.list.table.customContextMenuRequested.emit(desk.queue.list.table.rect().center())
    menu = next(one for one in desk.queue.findChildren(QMenu) if one.isVisible())
    hide = next(one for one in menu.actions() if one.text().startswith("Hide"))
    desk.queue.list.step(1)
    desk.wait(desk.armed)
    hide.trigger()
    assert held.asks == []
    assert "Nothing was done" in desk.strip()
    menu.close()


def test_the_notice_undoes_what_it_speaks_of(desk: Desk) -> None:
    """A click on the notice of one decision, while another window has decided something else since."""
    first, second = _insults(desk)
    desk.press(Qt.Key.Key_H)
    _gone(desk, first)
    desk.wait(desk.armed)
    detail = desk.console.detail(second)
    assert detail is not None
    ask = DecisionAsk(second, ActionKind.KEEP, shown_revision=detail.comment.revision)  # type: ignore[arg-type]
    desk.console.decide(ask, desk.actor).result(10)
    desk.queue.list.toast.click()
    desk.wait(lambda: _state(desk, first) is CommentState.OPEN)
    assert _state(desk, second) is not CommentState.OPEN
    assert desk.outbox(first)[-1].state is OutboxState.CANCELLED


def test_a_refusal_that_comes_late(desk: Desk, held: Held) -> None:
    """The console refuses a decision when another comment is in front: it is said, not asked over the wrong one."""
    first, second = _insults(desk)
    desk.press(Qt.Key.Key_G)
    desk.press(Qt.Key.Key_J)
    desk.wait(lambda: desk.armed() and desk.current() == second)
    ask, _, future = held.asks.pop()
    assert int(ask.comment_id) == first
    refusal = Refusal("protected", "", Reason("refuse.protected", {}), ("reply",))
    future.set_result(DecisionOutcome(None, ask.comment_id, ActionKind.KEEP, "refused", refusal=refusal))
    desk.wait(lambda: "protected" in desk.strip())
    assert desk.queue.bar.asking == ""
    assert desk.current() == second


def test_keys_in_quick_succession_decide_once_each(desk: Desk, held: Held) -> None:
    """G G G before anything was painted: one ask; the same letter later is a new one."""
    first, second = _insults(desk)
    for _ in range(3):
        desk.press(Qt.Key.Key_G)
    assert [int(ask.comment_id) for ask, _, _ in held.asks] == [first]
    held.let_go()
    _gone(desk, first)
    assert held.asks == []
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_G)
    assert [int(ask.comment_id) for ask, _, _ in held.asks] == [second]
    held.let_go()
    _gone(desk, second)


def test_an_answer_to_a_question_that_went_away(desk: Desk, held: Held) -> None:
    """C, and before its letter comes the comment is replaced: H for hate must not hide the next one."""
    first, second = _insults(desk)
    desk.press(Qt.Key.Key_C)
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.queue.list.make_current(second)
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_H)
    assert held.asks == []
    assert "Nothing was done" in desk.strip()
    turn(900)
    desk.press(Qt.Key.Key_H)
    assert [int(ask.comment_id) for ask, _, _ in held.asks] == [second]
    held.let_go()
    assert _state(desk, first) is CommentState.OPEN


def test_a_second_key_before_the_question_is_seen(desk: Desk, held: Held) -> None:
    """P and Enter in one breath: Enter counts only once the strip was painted."""
    desk.go_to(lambda one: insult(one) and not desk.outbox(one.id))
    desk.press(Qt.Key.Key_P)
    desk.queue.bar.strip._painted = False
    desk.press(Qt.Key.Key_Return)
    assert held.asks == []
    desk.press(Qt.Key.Key_Escape)


def test_decision_keys_with_ctrl_do_nothing_in_a_field(desk: Desk, held: Held) -> None:
    """Hide on Ctrl+H: not while a note is written, not in the reply, not in the search."""
    desk.preferences.change_keys(Keymap().give("decide.hide", ("Ctrl+H",)))
    try:
        turn(20)
        card = desk.go_to(of("question"))
        desk.press(Qt.Key.Key_N)
        desk.type("word")
        desk.press(Qt.Key.Key_H, CONTROL)
        desk.press(Qt.Key.Key_Escape)
        desk.press(Qt.Key.Key_R)
        desk.type("word")
        desk.press(Qt.Key.Key_H, CONTROL)
        assert desk.queue.reply.isVisible()
        desk.press(Qt.Key.Key_Escape)
        desk.press(Qt.Key.Key_F, CONTROL)
        desk.press(Qt.Key.Key_H, CONTROL)
        assert held.asks == []
        assert desk.current() == card.id
        desk.press(Qt.Key.Key_Escape)
        desk.queue.focus_list()
        desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "word")
        desk.console.keep_draft(card.id, "", desk.actor).result(10)
    finally:
        desk.preferences.change_keys(Keymap())
        turn(20)


def test_letters_beside_a_question_with_a_field(desk: Desk, held: Held) -> None:
    """A note is being written and Tab went to its button: G is no decision there."""
    desk.go_to(insult)
    desk.press(Qt.Key.Key_N)
    desk.type("word")
    desk.press(Qt.Key.Key_Tab)
    assert not isinstance(desk.app.focusWidget(), type(desk.queue.bar.strip.field))
    desk.press(Qt.Key.Key_G)
    assert held.asks == []
    assert desk.queue.bar.asking == "note"
    desk.press(Qt.Key.Key_Escape)


def test_caps_lock_is_not_shift(desk: Desk, held: Held) -> None:
    """With Caps Lock the letter comes as a capital without Shift: H hides, it asks for no reason."""
    first, _ = _insults(desk)
    target = desk.app.focusWidget()
    assert target is not None
    QTest.keyClick(target, "H", Qt.KeyboardModifier.NoModifier)
    assert [int(ask.comment_id) for ask, _, _ in held.asks] == [first]
    assert desk.queue.bar.asking == ""
    held.let_go()
    _gone(desk, first)


def test_undo_twice_in_one_breath_takes_back_one(desk: Desk) -> None:
    """Two decisions, U U: the second press waits for the first to have its answer."""
    first, second = _insults(desk)
    desk.press(Qt.Key.Key_G)
    _gone(desk, first)
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_G)
    _gone(desk, second)
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.queue.model.row_of(second) >= 0 and desk.armed())
    assert _state(desk, first) is not CommentState.OPEN
    assert _state(desk, second) is CommentState.OPEN


def test_a_decision_while_an_undo_is_read(desk: Desk) -> None:
    """U and at once G on the comment in front: the undo is of what was last when U was pressed, never of that G."""
    first, second = _insults(desk)
    desk.press(Qt.Key.Key_G)
    _gone(desk, first)
    desk.wait(lambda: desk.armed() and desk.current() == second)
    desk.press(Qt.Key.Key_U)
    desk.press(Qt.Key.Key_G)
    assert "An undo is on its way" in desk.strip()
    desk.wait(lambda: _state(desk, first) is CommentState.OPEN)
    desk.wait(lambda: desk.current() == first and desk.armed())
    assert _state(desk, second) is CommentState.OPEN
    turn(100)
    desk.press(Qt.Key.Key_G)
    _gone(desk, first)
    assert _state(desk, second) is CommentState.OPEN


@pytest.mark.parametrize("action", ["keep", "escalate", "snooze"])
def test_after_every_decision_comes_the_next(desk: Desk, action: str) -> None:
    """Also after Later and Escalate: the next is in front, in the list, and the next key works."""
    first, second = _insults(desk)
    desk.press({"keep": Qt.Key.Key_G, "escalate": Qt.Key.Key_E, "snooze": Qt.Key.Key_S}[action])
    if action == "snooze":
        desk.wait(lambda: desk.queue.bar.asking == "later" and desk.queue.bar.strip.armed)
        desk.press(Qt.Key.Key_H)
    _gone(desk, first)
    desk.wait(desk.armed)
    assert desk.current() == second
    assert desk.app.focusWidget() is desk.queue.list.table


def test_the_last_of_the_list(desk: Desk) -> None:
    """Decided at the end: the one before it comes, and the focus is not lost."""
    desk.press(Qt.Key.Key_End)
    desk.wait(desk.armed)
    last = desk.current()
    before = desk.queue.model.id_at(desk.queue.model.rowCount() - 2)
    desk.press(Qt.Key.Key_G)
    _gone(desk, last)
    desk.wait(desk.armed)
    assert desk.current() == before
    assert desk.app.focusWidget() is desk.queue.list.table


def test_the_focus_is_never_lost_when_a_list_empties(desk: Desk) -> None:
    """The last comment of a search is decided: the focus is on what stands in its place, and J does no harm."""
    desk.queue.feed.search("zzzqqqxx")
    desk.wait(lambda: not desk.queue.list.showing_list)
    focused: QWidget | None = desk.app.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_G)
    desk.queue.feed.search("")
    desk.wait(lambda: desk.queue.list.showing_list and desk.armed())


def test_a_read_that_fails_does_not_keep_the_next_comment_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two steps at once: the first comment cannot be read, the second is shown all the same."""
    away = desk.queue.model.id_at(1)
    real = desk.console.detail

    def detail(comment: int, size: Any = None) -> Any:
        if comment == away:
            raise EnvironmentFailure("unexpected")
        return real(comment, size)

    desk.queue.list.make_current(desk.queue.model.id_at(0))
    desk.wait(desk.armed)
    monkeypatch.setattr(desk.console, "detail", detail)
    desk.queue.list.step(1)
    desk.queue.list.step(1)
    desk.wait(lambda: desk.armed() and desk.queue.armed().card.id == desk.queue.model.id_at(2))  # type: ignore[union-attr]
