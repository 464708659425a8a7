"""What the console hid, in the window: its view, its words, H lets it stand, G shows it again, the strip says it stopped."""

from __future__ import annotations

import http.client
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from console import paths
from console.practice import PracticeNetwork
from console.services.policies import Policies
from tests.support.automatic import policy
from tests.support.bench import LEA
from tests.support.workspaces import Clock, open_store
from tests.ui.desk import Desk
from tests.ui.queue_desk import gone
from ui.delegates.card_words import accessible_sentence, card_words


class AloneDesk(Desk):
    """A desk whose policy hides alone, on a network where nobody has written yet."""

    def __init__(self, folder: Path, app: QApplication) -> None:
        own = folder / "policy.toml"
        own.write_text(policy(more='[approval]\nundo_window = "1s"\n'), encoding="utf-8")
        path = folder / "lormel.vigie"
        store = open_store(path, Clock())
        Policies(store).ensure(own, LEA)
        assert store.close()
        content = folder / "content"
        content.mkdir()
        for name in ("posts.jsonl", "authors.jsonl"):
            shutil.copy(paths.resources() / "practice" / name, content / name)
        (content / "comments.jsonl").touch()
        self.network = PracticeNetwork(folder / "lormel.vigie.practice", content=content, speed=0.0)
        self.network.start()
        super().__init__(folder, app)

    def start(self) -> None:
        """Show the window and start the engine; the network is this test's own and is attached to."""
        self.window.show()
        self.window.activateWindow()
        self.console.background(lambda console: console.engine.start()).result(20)

    def write(self, *texts: str) -> None:
        """Strangers write, and the engine fetches it."""
        for number, text in enumerate(texts):
            connection = http.client.HTTPConnection(self.network.url.removeprefix("http://"), timeout=10)
            body = json.dumps({"handle": f"stranger{number}", "text": text})
            connection.request("POST", "/_practice/comments", body)
            assert connection.getresponse().status < 300
            connection.close()
        self.console.engine.pull_soon()

    def rail(self, view: str) -> int:
        """The count beside a view."""
        return self.window.rail.button(view).item.count or 0

    def answer(self, comment: int) -> str | None:
        """What people said of an automatic hide."""
        (row,) = self.console.store.read(
            lambda r: [r.automation.get(one.id) for one in r.decisions.of_comment(comment)][:1]
        )
        assert row is not None
        return row.answer

    def close(self) -> None:
        """End the window and the console, then the network."""
        super().close()
        self.network.stop()


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """Counted when the desk closes: connections are opened as they are needed."""


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[AloneDesk]:
    """A desk of its own."""
    before = set(threading.enumerate())
    made = AloneDesk(tmp_path, qapp)
    made.start()
    yield made
    made.close()
    made.wait(lambda: not [t.name for t in threading.enumerate() if t not in before and t.is_alive()])


def test_what_the_console_hid_is_looked_at_and_answered_for(desk: AloneDesk) -> None:
    """Four comments are hidden; one stays so, two are shown again, and the rule stops by itself."""
    desk.window.show_place("automatic")  # in the inbox the person would claim the first one that comes
    desk.wait(lambda: desk.queue.feed.ready)
    desk.write("you idiot one", "you idiot two", "you idiot three", "casino", "what a day")
    desk.wait(lambda: desk.rail("automatic") == 4)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == 4 and desk.armed())
    ids = list(desk.queue.model.ids())
    store = desk.console.store
    desk.wait(lambda: all(one.hidden for one in store.read(lambda r: r.comments.rows(ids))))
    desk.wait(lambda: all((card := desk.card(row)) and card.state == "hidden" for row in range(4)))

    card = desk.go_to(lambda one: one.automatic == "R-INS-01")
    words = card_words(card, desk.clock.now())
    assert (words.right, words.right_icon) == ("Hidden by the console, R-INS-01", "robot")
    assert "Hidden by the console, R-INS-01" in accessible_sentence(card, desk.clock.now())

    def said() -> bool:  # the detail is read again in the background once the platform has answered
        shown = desk.queue.armed()
        return shown is not None and (shown.why[0].icon, shown.why[0].strong) == (
            "robot",
            "Hidden by the console, R-INS-01",
        )

    desk.wait(said)
    data = desk.queue.armed()
    assert data is not None
    assert [one.icon for one in data.timeline if one.words == "Hidden by the console, R-INS-01"] == ["robot"]
    buttons = desk.queue.bar.buttons.by_action
    assert (buttons["hide"].text(), buttons["keep"].text()) == ("Leave hidden", "Show again")
    bar = desk.queue.bar
    desk.wait(  # longer words may need one more row: no button may be left outside
        lambda: all(
            bar.rect().contains(one.rect().translated(one.mapTo(bar, one.rect().topLeft())))
            for one in buttons.values()
        )
    )

    desk.press(Qt.Key.Key_H)
    gone(desk, card.id)
    assert desk.answer(card.id) == "confirmed"
    assert len(desk.outbox(card.id)) == 1
    desk.wait(lambda: "Left hidden" in desk.queue.list.toast.accessibleName())
    desk.wait(lambda: desk.rail("automatic") == 3)
    # U: the answer is taken back, it waits again.
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.rail("automatic") == 4)
    assert desk.answer(card.id) is None
    desk.wait(lambda: "waits for an answer again" in desk.strip())
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)

    wrong = [number for number in ids if number != card.id]
    for number in wrong:
        again = desk.go_to(lambda one, number=number: one.id == number)  # type: ignore[misc]
        if again.automatic != "R-INS-01":
            continue
        desk.press(Qt.Key.Key_G)
        desk.wait(lambda number=number: desk.queue.model.row_of(number) < 0)  # type: ignore[misc]
        assert desk.answer(number) == "overturned"
        desk.wait(lambda: "Shown again" in desk.queue.list.toast.accessibleName())
        desk.wait(lambda number=number: len(desk.outbox(number)) == 2)  # type: ignore[misc]
    desk.wait(lambda: "Automation off: R-INS-01" in desk.strip())
    desk.wait(
        lambda: sum(one.hidden for one in store.read(lambda r: r.comments.rows(ids))) == 2
    )  # shown again on the network
    desk.preferences.change(language="fr")
    desk.wait(lambda: "Automatisation arrêtée\u00a0: R-INS-01" in desk.strip())
    assert desk.window.rail.button("automatic").text() == "Masqués d’office"
    assert buttons["hide"].text() == "Laisser masqué"
    desk.preferences.change(language="en")
    # A lead switches it on again from the palette.
    (again_on,) = [one for one in desk.window.commands() if one.id.startswith("rearm.")]
    assert (again_on.word, again_on.refusal) == ("Let R-INS-01 hide by itself again", "")
    desk.window.run(again_on.id)
    desk.wait(lambda: desk.strip().startswith("R-INS-01 hides by itself again"))
    desk.wait(lambda: not desk.window.status.stopped)
    desk.window.status.say("")
    assert "Automation off" not in desk.strip()


def test_the_empty_view_says_what_comes_here(desk: AloneDesk) -> None:
    desk.window.show_place("automatic")
    desk.wait(lambda: desk.queue.feed.ready and not desk.queue.model.rowCount())
    assert desk.queue.list.empty.isVisible()
    words = " ".join(label.text() for label in desk.queue.list.empty.findChildren(QLabel))
    assert "Nothing hidden by the console" in words
    assert "from now on" in words, "a rule of this policy hides by itself"
    assert "Automation off" not in desk.strip()
