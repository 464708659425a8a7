"""Two hundred comments without a mouse and without one wrong action: what was meant is what the store holds."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from console.audit.verify import verify
from console.domain.decision import Decision
from tests.ui.desk import Desk
from tests.ui.keyboard_person import Meant, Person

COMMENTS = 200


class NoMouse(QObject):
    """Counts presses of a mouse while it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never stops anything."""
        del watched
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self.presses += 1
        return False


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """The desk is counted as a whole when it closes."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Desk]:
    """A console and window of this module's own: nothing else decides in it."""
    before = set(threading.enumerate())
    made = Desk(tmp_path_factory.mktemp("session"), qapp)
    made.start()
    yield made
    made.close()
    made.wait(lambda: not [one for one in threading.enumerate() if one not in before and one.is_alive()])


def _standing(desk: Desk, comment: int) -> list[Decision]:
    """The decisions a person made about a comment, oldest first; those that undo another are not among them."""
    found: list[Decision] = desk.console.store.read(lambda r: r.decisions.of_comment(comment))
    return sorted(
        (
            one
            for one in found
            if one.actor == desk.actor.name and one.undoes is None and one.state != "refused"
        ),
        key=lambda one: one.id,
    )


def _as_meant(decision: Decision) -> Meant:
    return Meant(
        int(decision.comment_id),
        decision.action.value,
        decision.text or "",
        undone=decision.state == "undone" or decision.undone_by is not None,
    )


@pytest.mark.timeout(110)
def test_two_hundred_comments_by_keyboard_alone(desk: Desk) -> None:
    """Each decision stands on exactly the comment it was meant for: none missing, none twice; the log verifies."""
    mouse = NoMouse()
    desk.app.installEventFilter(mouse)
    person = Person(desk)
    open_before = set(desk.console.ids("inbox", desk.actor.name))
    done: set[int] = set()
    turn = 0
    views = iter(("questions", "praise", "inbox"))
    while len(done) < COMMENTS:
        if turn in (60, 110, 150):  # Ctrl+PgDn and F2 would do as well: the palette is the third way
            name = next(views)
            desk.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            desk.type(name)
            desk.press(Qt.Key.Key_Return)
            desk.wait(lambda wanted=name: desk.queue.feed.view == wanted and desk.queue.feed.ready)
        if not desk.queue.model.rowCount():
            desk.press(Qt.Key.Key_F2)
            desk.window.run("view.inbox")
            desk.wait(lambda: desk.queue.model.rowCount() > 0)
        person.triage(turn)
        done.add(person.ledger[-1].comment)
        alone = sum(one.comment == person.ledger[-1].comment for one in person.ledger) == 1
        if turn % 23 == 11 and alone and person.ledger[-1].action in ("keep", "hide", "snooze"):
            person.take_back()
            done.discard(person.ledger[-1].comment)
        turn += 1
        assert turn < 2 * COMMENTS
    desk.wait(desk.armed)
    desk.app.removeEventFilter(mouse)

    assert mouse.presses == 0
    meant: dict[int, list[Meant]] = {}
    for one in person.ledger:
        meant.setdefault(one.comment, []).append(one)
    assert len(meant) >= COMMENTS
    for comment, wanted in meant.items():
        assert [_as_meant(one) for one in _standing(desk, comment)] == wanted, comment
    others = open_before - set(meant)
    assert [one for one in others if _standing(desk, one)] == [], "nobody else was touched"
    corrected = {
        comment: desk.console.cards([comment])[0].proposal.category  # type: ignore[union-attr]
        for comment in person.categories
    }
    assert corrected == person.categories

    kinds = Counter(one.action for one in person.ledger)
    assert {"keep", "hide", "reply", "snooze", "report"} <= set(kinds), kinds
    assert sum(one.undone for one in person.ledger) >= 2
    assert person.refused["block"] >= 2
    report = desk.console.store.read(lambda r: verify(r.audit.rows(), r.audit.head()))
    assert report.ok, report
