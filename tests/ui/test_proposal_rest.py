"""A proposal of several actions by real keys: after one of them the comment stays in front for the others."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt

from console.domain.decision import DecisionOutcome
from console.domain.vocabulary import CommentState
from console.services.recording import DecisionAsk
from console.services.remaining import FOLLOWS
from console.services.roles import Actor
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, shared  # noqa: F401  fixtures
from tests.ui.queue_desk import desk as plain_desk  # noqa: F401  fixture
from ui.models.card_data import CardData
from ui.views import asks

GRAVE = ("hide", "report", "escalate:legal")


@pytest.fixture
def desk(plain_desk: Desk) -> Iterator[Desk]:  # noqa: F811
    """The desk; whatever a test decided is taken back."""
    before = _standing(plain_desk)
    yield plain_desk
    while len(_standing(plain_desk)) > len(before):
        plain_desk.console.undo(None, plain_desk.actor).result(10)


def _standing(desk: Desk) -> list[int]:
    views = ("done", "sending", "mine", "review")
    return [one for view in views for one in desk.console.ids(view, desk.actor.name)]


def _grave(card: CardData) -> bool:
    return card.proposal == GRAVE and card.state == "open"


def _asked(desk: Desk, kind: str) -> None:
    desk.wait(lambda: desk.queue.bar.asking == kind and desk.queue.bar.strip.armed)


def _hidden(desk: Desk) -> CardData:
    """A grave comment, hidden by H: what else is proposed is asked."""
    card = desk.go_to(_grave)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_H)
    _asked(desk, asks.REST)
    return card


def _taken(desk: Desk, comment: int) -> list[str]:
    found = desk.console.store.read(lambda r: r.decisions.of_comment(comment))
    return [one.action.value for one in found if one.undone_by is None and one.undoes is None]


def _state(desk: Desk, comment: int) -> CommentState:
    stored = desk.console.store.read(lambda r: r.comments.get(comment))
    assert stored is not None
    return stored.state


def test_the_whole_proposal_by_its_keys(desk: Desk) -> None:
    card = _hidden(desk)
    queue = desk.queue
    assert queue.model.row_of(card.id) >= 0
    assert desk.current() == card.id
    assert queue.bar.strip.title.text() == "Hidden. Also proposed: report and escalate"
    assert queue.list.toast.isVisible()  # the way back of what was done
    desk.press(Qt.Key.Key_P)
    _asked(desk, "confirm:report")
    desk.press(Qt.Key.Key_Return)
    _asked(desk, asks.REST)
    assert queue.bar.strip.title.text() == "Reported. Also proposed: escalate"
    desk.press(Qt.Key.Key_E)
    desk.wait(lambda: queue.model.row_of(card.id) < 0 and desk.armed())
    assert queue.bar.asking == ""
    assert _taken(desk, card.id) == ["hide", "report", "escalate"]
    first, *others = desk.console.store.read(lambda r: r.decisions.of_comment(card.id))[-3:]
    for one in others:
        params = desk.console.store.read(lambda r, one=one: r.decisions.params(one.id))
        assert params[FOLLOWS] == first.id
    assert _state(desk, card.id) is CommentState.WAITING


def test_enter_goes_on_and_does_nothing_more(desk: Desk) -> None:
    card = _hidden(desk)
    row = desk.queue.model.row_of(card.id)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0 and desk.armed())
    assert desk.current() == desk.queue.model.id_at(row)
    assert _taken(desk, card.id) == ["hide"]
    assert desk.queue.list.table.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_K])
def test_who_walks_on_leaves_it_behind_and_the_next_key_counts(desk: Desk, key: Qt.Key) -> None:
    card = _hidden(desk)
    row = desk.queue.model.row_of(card.id)
    model = desk.queue.model
    beside = model.id_at(row + 1 if key is Qt.Key.Key_J else max(row - 1, 0))
    desk.press(key)
    if beside == card.id:  # nothing above it: it stays in front
        assert desk.queue.bar.asking == asks.REST
        return
    desk.wait(lambda: model.row_of(card.id) < 0 and desk.armed())
    assert desk.current() == beside
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: model.row_of(beside) < 0)
    assert _taken(desk, beside) == ["keep"]
    assert _taken(desk, card.id) == ["hide"]


def test_undo_takes_it_back_and_nothing_is_asked_any_more(desk: Desk) -> None:
    card = _hidden(desk)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: not _taken(desk, card.id) and desk.armed())
    desk.wait(lambda: desk.queue.bar.asking == "" and desk.current() == card.id)
    desk.wait(lambda: (data := desk.queue.armed()) is not None and data.proposed == "hide")
    desk.wait(lambda: _state(desk, card.id) is CommentState.OPEN)


def test_esc_of_a_question_leads_back_to_the_rest(desk: Desk) -> None:
    card = _hidden(desk)
    desk.press(Qt.Key.Key_P)
    _asked(desk, "confirm:report")
    desk.press(Qt.Key.Key_Escape)
    _asked(desk, asks.REST)
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0 and desk.armed())
    assert _taken(desk, card.id) == ["hide"]


def test_another_answer_ends_the_proposal(desk: Desk) -> None:
    """Hidden, then kept after all: nobody is asked to report what a person keeps."""
    card = _hidden(desk)
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0 and desk.armed())
    assert desk.queue.bar.asking == ""


def test_another_view_takes_the_question_with_it(desk: Desk) -> None:
    card = _hidden(desk)
    desk.queue.show_view("praise")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    desk.wait(lambda: not desk.queue.decisions.rest.comment)
    assert desk.queue.bar.asking == ""
    desk.queue.show_view("inbox")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    assert desk.queue.model.row_of(card.id) < 0


def test_what_was_left_is_still_proposed_where_it_is_found_again(desk: Desk) -> None:
    card = _hidden(desk)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0 and desk.armed())
    desk.queue.show_view("sending")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(card.id) >= 0)
    desk.queue.list.make_current(card.id)
    desk.wait(lambda: desk.armed() and desk.current() == card.id)
    data = desk.queue.armed()
    assert data is not None
    assert data.remaining == ("report", "escalate")
    assert data.proposed == "report"
    assert any("Proposed too, and not done: report and escalate" in line.plain for line in data.why)


def test_an_answer_that_comes_late_leaves_the_rest_of_another_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow disk: hidden, walked on, the next one hidden. Each answer finds its own comment, or says it in a line."""
    first = desk.go_to(_grave)
    real, waiting = desk.console.decide, []

    def slow(ask: DecisionAsk, actor: Actor) -> Future[DecisionOutcome]:
        waiting.append((ask, actor, Future[DecisionOutcome]()))
        return waiting[-1][2]

    monkeypatch.setattr(desk.console, "decide", slow)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: waiting)
    second = desk.go_to(lambda card: _grave(card) and card.id != first.id)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: len(waiting) == 2)
    for ask, actor, future in reversed(waiting):
        future.set_result(real(ask, actor).result(10))
        desk.wait(lambda: desk.queue.bar.asking == asks.REST)
    desk.wait(lambda: desk.queue.model.row_of(first.id) < 0)
    assert "Also proposed: report and escalate" in desk.strip()
    assert desk.queue.decisions.rest.comment == second.id == desk.current()
    _asked(desk, asks.REST)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.model.row_of(second.id) < 0 and desk.armed())
