"""The last reference to a view is never dropped by a worker: what it was given is held until it has let go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.ui.desk import turn
from ui import parking
from ui.tasks import Tasks


class Thing:
    """Says in which thread it died."""

    def __init__(self, died: list[str]) -> None:
        self._died = died

    def __del__(self) -> None:
        self._died.append(threading.current_thread().name)


def test_what_a_worker_drops_dies_in_the_windows_thread(qapp: QApplication) -> None:
    """Asked for, answered, forgotten by everybody here; the worker comes last."""
    parking.clear()
    died: list[str] = []
    answers: list[int] = []
    slow = threading.Event()
    box: list[tuple[Future[int], Callable[[], int]]] = []

    def work() -> None:
        future, asked = box.pop()
        future.set_result(asked())
        slow.wait(20)  # the worker is slow to forget what it was asked

    tasks, owner = Tasks(), QObject()
    one, two = Thing(died), Thing(died)
    asked, told = (lambda one=one: id(one) and 1), (lambda n, two=two: answers.append(n))
    future: Future[int] = Future()
    box.append((future, asked))
    parking.keep(future, asked)
    tasks.watch(future, owner, told)
    del one, two, asked, told, future
    worker = threading.Thread(target=work, name="worker")
    worker.start()
    for _ in range(400):
        if answers:
            break
        turn(5)
    assert answers == [1]
    assert not died
    slow.set()
    worker.join(20)
    assert not died
    assert parking.let_go() == 0
    assert died == [threading.current_thread().name] * 2


def test_nothing_is_held_longer_than_its_future() -> None:
    parking.clear()
    died: list[str] = []
    future: Future[None] = Future()
    parking.keep(future, Thing(died))
    assert parking.let_go() == 1
    assert not died
    del future
    assert parking.let_go() == 0
    assert len(died) == 1
    other: Future[None] = Future()
    parking.keep(other, Thing(died))
    parking.clear()
    assert len(died) == 2


def test_a_future_that_its_own_callback_holds_is_let_go_in_the_end() -> None:
    """Nor what belongs to one that a view keeps: each would keep the other."""
    parking.clear()
    died: list[str] = []
    future: Future[None] = Future()
    now = [100.0]
    parking.keep(future, Thing(died), lambda kept=future: kept)
    assert parking.let_go(lambda: now[0]) == 1
    now[0] += 2 * parking.DONE_FOR
    assert parking.let_go(lambda: now[0]) == 1  # still on its way
    future.set_result(None)
    assert parking.let_go(lambda: now[0]) == 1
    now[0] += parking.DONE_FOR - 1
    assert parking.let_go(lambda: now[0]) == 1
    assert not died
    now[0] += 1
    assert parking.let_go(lambda: now[0]) == 0
    assert len(died) == 1
