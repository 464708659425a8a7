"""Fixtures of the queue page's tests: one real console and window a module, put back to its inbox for each test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from ui.models.card_data import CardData


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """The module's one desk opens connections when it needs them: threads are counted once, when it closes."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Desk]:
    """One console and window for the module: its 460 comments are enough for every test."""
    before = set(threading.enumerate())
    made = Desk(tmp_path_factory.mktemp("desk"), qapp)
    made.start()
    yield made
    made.close()
    made.wait(lambda: not [t.name for t in threading.enumerate() if t not in before and t.is_alive()])


@pytest.fixture
def desk(shared: Desk) -> Iterator[Desk]:
    """The shared desk, put back to its inbox."""
    shared.window.resize(1440, 900)
    shared.preferences.change(language="en", theme="light", text_size=100, density="normal")
    shared.window.top.search.clear()
    shared.window.show_place("inbox")
    shared.queue.show_view("inbox")
    shared.wait(lambda: shared.queue.feed.ready and shared.armed())
    shared.queue.focus_list()
    yield shared
    if not shared.queue.reply.isHidden():
        shared.queue.reply.leave()
    shared.queue.decisions.stay()
    shared.window.palette_box.hide()
    shared.window.cheat_sheet.hide()
    shared.window.status.say("")


def insult(card: CardData) -> bool:
    """An open insult."""
    return card.category == "insult" and card.state == "open"


def of(category: str) -> Any:
    """An open comment of a category."""
    return lambda card: card.category == category and card.state == "open"


def gone(desk: Desk, comment: int) -> None:
    """Wait until a decided comment has left the list; Enter goes on where the policy proposes more, as a ladder may."""
    bar, model = desk.queue.bar, desk.queue.model
    desk.wait(lambda: model.row_of(comment) < 0 or (bar.asking == "rest" and bar.strip.armed))
    if model.row_of(comment) >= 0:
        desk.press(Qt.Key.Key_Return)
        desk.wait(lambda: model.row_of(comment) < 0)
