"""What is not as usual, made to happen: the band over the list says it, with a way on, and goes when it is over."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.domain.events import Changed
from console.services.trouble import Trouble
from tests.ui.desk import Desk
from tests.ui.queue_desk import insult
from ui.views.troubles import face_of
from ui.widgets.state_bar import StateBar


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """The desk counts its threads when it closes."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Desk]:
    """A desk whose network can be told to do wrong."""
    before = set(threading.enumerate())
    made = Desk(tmp_path_factory.mktemp("states"), qapp)
    made.start()
    yield made
    made.close()
    made.wait(lambda: not [t.name for t in threading.enumerate() if t not in before and t.is_alive()])


def bar(desk: Desk) -> StateBar:
    """The band."""
    return desk.queue.list.state_bar


def ask(desk: Desk, method: str, path: str, body: Any = None) -> None:
    """Speak to the practice network past the console."""
    network = desk.console.engine.connections._practice
    assert network is not None
    connection = http.client.HTTPConnection(network.url.removeprefix("http://"), timeout=10)
    try:
        connection.request(method, path, None if body is None else json.dumps(body).encode())
        assert connection.getresponse().status < 300
    finally:
        connection.close()


def fault(desk: Desk, kind: str, **more: Any) -> None:
    """From now on every request meets this; the next pull is at once."""
    ask(desk, "POST", "/_practice/faults", {"kind": kind, "count": 1000, **more})
    desk.console.pull_soon(desk.actor)


def well(desk: Desk) -> None:
    """All is well again: the band goes by itself."""
    ask(desk, "DELETE", "/_practice/faults")

    def gone() -> bool:
        desk.console.pull_soon(desk.actor)
        return not bar(desk).isVisible()

    desk.wait(gone)


def test_no_network_says_that_work_goes_on_and_how_much_waits(desk: Desk) -> None:
    fault(desk, "hang_up")
    desk.wait(lambda: bar(desk).isVisible())
    assert bar(desk).title.text() == "No network"
    assert bar(desk).line.text() == "You can go on: what you decide waits here and leaves when it is back."
    card = desk.go_to(insult)
    desk.press(Qt.Key.Key_H)
    desk.wait(
        lambda: bar(desk).line.text() == "You can go on: 1 action waits here and leaves when it is back."
    )
    (now,) = bar(desk).buttons
    assert now.word == "Try now"
    well(desk)
    desk.queue.undoing.undo()
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)


def test_a_limit_says_who_asks_and_until_when(desk: Desk) -> None:
    fault(desk, "rate_limited", seconds=3)
    desk.wait(lambda: bar(desk).isVisible())
    assert bar(desk).title.text() == "Lormel asks us to wait"
    assert bar(desk).line.text().startswith("Goes on at ")
    assert bar(desk).accessibleName().startswith("Lormel asks us to wait. Goes on at ")
    bar(desk).buttons[0].click()
    well(desk)


def test_a_sign_in_that_ended_is_not_calm(desk: Desk) -> None:
    fault(desk, "signed_out")
    desk.wait(lambda: bar(desk).isVisible())
    assert bar(desk).title.text() == "Lormel wants a new sign-in"
    assert "Not the same as calm." in bar(desk).line.text()
    assert bar(desk).buttons[0].word == "Sign in"
    well(desk)


def test_verdicts_that_stay_away_and_come_back(desk: Desk) -> None:
    desk.bridge.publish((Changed("classifier", extra={"state": "away", "why": "exit 9"}),))
    desk.wait(lambda: bar(desk).isVisible())
    assert bar(desk).title.text() == "No verdicts just now"
    desk.preferences.change(language="fr")
    try:
        desk.wait(lambda: bar(desk).title.text() == "Pas de verdicts pour l’instant")
    finally:
        desk.preferences.change(language="en")
    desk.wait(lambda: bar(desk).title.text() == "No verdicts just now")
    desk.bridge.publish((Changed("classifier", extra={"state": "ready"}),))
    desk.wait(lambda: not bar(desk).isVisible())


@pytest.mark.parametrize("code", ["offline", "auth", "limited", "unreached", "error"])
@pytest.mark.parametrize("waiting", [0, 1, 31])
def test_every_trouble_has_its_words_and_a_way_on(
    code: str, waiting: int, languages: Any, tmp_path: Path
) -> None:
    del tmp_path
    for language in ("en", "fr"):
        languages.use(language)
        face = face_of(Trouble(code, "bluesky", "main", waiting, 2, 1_790_000_000, 1_790_000_600, "gone"))
        assert face.title
        assert face.line
        assert face.ways
        assert "…" not in face.title + face.line
        assert (str(waiting) in face.line) == bool(waiting)


def test_nothing_to_do_says_when_was_looked_and_what_was_done(desk: Desk) -> None:
    desk.window.status.read()
    desk.wait(lambda: "Last look at " in desk.window.status.day())
    desk.window.show_place("mentions")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.list.empty.isVisible())
    assert desk.queue.list.empty.title.text() == "All is read"
    assert desk.queue.list.empty.line.text().startswith("Last look at ")
    assert desk.queue.list.empty.line.text().endswith(" decided today.")
    desk.window.show_place("inbox")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("snoozed", "Nothing is put off"),
        ("drafts", "No draft of yours"),
        ("sending", "Nothing waits to be sent"),
        ("done", "Nothing decided yet"),
        ("by_hand", "Nothing to confirm"),
    ],
)
def test_an_empty_view_says_what_comes_there(desk: Desk, view: str, title: str) -> None:
    """Where nothing is waited for, “All is read” would say something untrue."""
    desk.window.show_place(view)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.list.empty.isVisible())
    assert desk.queue.list.empty.title.text() == title
    desk.queue.list.empty.buttons[0].click()
    desk.wait(lambda: desk.queue.feed.view == "inbox" and desk.queue.feed.ready and desk.armed())


def test_reading_that_takes_its_time_shows_plain_rows_and_keeps_the_keys(desk: Desk) -> None:
    """Both reader threads are busy: after a blink plain rows stand there, after two the words; then the cards."""
    desk.window.show_place("inbox")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    desk.queue.focus_list()
    free = threading.Event()
    busy = [desk.console.background(lambda _console: free.wait(20)) for _ in range(2)]
    rows = desk.queue.list.plain_rows
    try:
        desk.window.show_place("praise")
        assert not rows.isVisible()
        desk.wait(rows.isVisible)
        assert rows.size() == desk.queue.list.table.viewport().size()
        desk.wait(lambda: "Reading" in desk.queue.list.header.count.text)
        assert desk.app.focusWidget() is desk.queue.list.table
    finally:
        free.set()
    desk.wait(lambda: desk.queue.feed.ready and not rows.isVisible())
    assert all(one.result(5) for one in busy)
    desk.window.show_place("inbox")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
