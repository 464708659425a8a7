"""Changes and answers cross into the window's thread: in order, coalesced, and never onto a destroyed widget."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.errors import DiskFull, VigieError
from console.domain.events import Changed
from ui.bridge import Bridge
from ui.tasks import Tasks


@pytest.fixture
def bridge(qtbot: QtBot) -> Bridge:
    """A bridge with no engine."""
    return Bridge()


def test_many_records_make_few_signals(bridge: Bridge, qtbot: QtBot) -> None:
    """Two thousand records of four threads: all arrive, each thread's in order, in a handful of signals here."""
    got: list[tuple[Changed, ...]] = []
    here: list[bool] = []
    bridge.changed.connect(got.append)
    bridge.changed.connect(lambda _changes: here.append(_is_main()))

    def tell(name: str) -> None:
        for number in range(500):
            bridge.publish((Changed(name, (number,)),))

    threads = [threading.Thread(target=tell, args=(f"t{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: sum(map(len, got)) == 2000, timeout=10_000)
    for thread in threads:
        thread.join()
    every = [change for changes in got for change in changes]
    for name in ("t0", "t1", "t2", "t3"):
        assert [change.ids[0] for change in every if change.what == name] == list(range(500))
    assert len(got) < 60
    assert all(here)


def test_a_closed_bridge_drops_what_comes(bridge: Bridge) -> None:
    """Neither what waited nor what comes later."""
    got: list[Any] = []
    bridge.changed.connect(got.append)
    bridge.publish((Changed("comments"),))
    bridge.close()
    bridge.publish((Changed("comments"),))
    QTest.qWait(120)
    assert got == []


def test_answers_arrive_in_this_thread(bridge: Bridge, qtbot: QtBot) -> None:
    """Success with the result, failure with the error, on the thread that paints."""
    owner = QObject()
    seen: list[Any] = []
    with ThreadPoolExecutor(2) as pool:
        bridge.watch(pool.submit(lambda: 7), owner, lambda n: seen.append((n, _is_main())))
        bridge.watch(pool.submit(_full), owner, None, lambda error: seen.append((error, _is_main())))
        qtbot.waitUntil(lambda: len(seen) == 2, timeout=5000)
    assert (7, True) in seen
    assert any(isinstance(one, DiskFull) and main for one, main in seen)


def test_a_destroyed_owner_is_not_called(bridge: Bridge, qtbot: QtBot) -> None:
    """Its answer is dropped; the next one's still comes."""
    gone, stays = QObject(), QObject()
    called: list[str] = []
    first: Future[int] = Future()
    second: Future[int] = Future()
    bridge.watch(first, gone, lambda _n: called.append("gone"), lambda _e: called.append("gone"))
    bridge.watch(second, stays, lambda _n: called.append("stays"))
    gone.deleteLater()
    QTest.qWait(0)
    first.set_result(1)
    second.set_result(2)
    qtbot.waitUntil(lambda: bool(called), timeout=5000)
    assert called == ["stays"]


def test_an_unasked_known_error_goes_to_the_window(bridge: Bridge, qtbot: QtBot) -> None:
    """Without a failure callback the window hears of it; a cancelled Future is silent."""
    owner = QObject()
    errors: list[VigieError] = []
    bridge.tasks.failed.connect(errors.append)
    failed: Future[int] = Future()
    cancelled: Future[int] = Future()
    cancelled.cancel()
    bridge.watch(cancelled, owner)
    bridge.watch(failed, owner)
    failed.set_exception(DiskFull())
    qtbot.waitUntil(lambda: bool(errors), timeout=5000)
    assert [error.code for error in errors] == ["disk_full"]


def test_a_bug_in_one_answer_keeps_the_others(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reaches the exception hook; the other page gets its answer."""
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: bugs.append(kind))
    owner = QObject()
    called: list[int] = []
    one: Future[int] = Future()
    other: Future[int] = Future()
    bridge.watch(one, owner, lambda n: 1 // n)
    bridge.watch(other, owner, called.append)
    one.set_result(0)
    other.set_result(5)
    qtbot.waitUntil(lambda: called == [5], timeout=5000)
    assert bugs == [ZeroDivisionError]


def _full() -> int:
    raise DiskFull


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_an_answer_is_free_once_it_was_given(qapp: QApplication) -> None:
    """Nothing keeps what a Future brought: without the collector it is gone as soon as nobody uses it."""

    class Answer:
        """Something large."""

    tasks, owner = Tasks(), QObject()
    heard: list[bool] = []
    future: Future[Answer] = Future()
    tasks.watch(future, owner, lambda _answer: heard.append(True))
    gc.disable()
    try:
        answer = Answer()
        known = weakref.ref(answer)
        future.set_result(answer)
        del answer, future
        qapp.processEvents()
        assert heard == [True]
        assert known() is None
    finally:
        gc.enable()
