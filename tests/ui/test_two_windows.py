"""Two windows on one workspace, two processes: who holds what is seen at once, taken over, and free after a crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from console.domain.comment import Comment
from tests.ui.desk import DEADLINE, Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui.views.claims import CLAIM_AFTER_MS

ROOT = Path(__file__).resolve().parents[2]


class Other:
    """Salomé's window."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.second_window", str(desk.console.store.path), "Salomé"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        assert self._line() == "ready"
        self.until(lambda state: state["armed"])

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line, "the second window has ended"
        return line

    def say(self, words: str) -> dict[str, Any]:
        """Give an order; what the window shows then."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        found: dict[str, Any] = json.loads(self._line())
        return found

    def until(self, condition: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Look until ``condition`` holds; this window's loop runs meanwhile."""
        end = time.monotonic() + DEADLINE
        while not condition(state := self.say("look")):
            assert time.monotonic() < end, state
            self.desk.wait(lambda: True)
        return state

    def hold(self, comment: int) -> None:
        """Open a comment until it is held."""
        self.say(f"open {comment}")
        self.until(lambda state: state["held"] == comment)

    def end(self) -> None:
        """Close the window as a person does, if it still runs."""
        if self.process.poll() is None:
            self.process.communicate("leave\n", timeout=DEADLINE)


@pytest.fixture
def other(desk: Desk) -> Iterator[Other]:
    """A second window, closed afterwards."""
    made = Other(desk)
    yield made
    made.end()


def stored(desk: Desk, comment: int) -> Comment:
    """The comment as it stands."""
    found = desk.console.store.read(lambda r: r.comments.get(comment))
    assert found is not None
    return found


def claim_shown(desk: Desk) -> str:
    """What the head of the detail says of the hold."""
    data = desk.queue.detail_data
    return "" if data is None else data.claim


def test_what_one_window_holds_the_other_shows_and_takes_over(desk: Desk, other: Other) -> None:
    """Opened there, muted here; writing is said; decisions answer with it; A takes it, and the other is told."""
    card = desk.go_to(of("praise"))
    away = desk.go_to(of("question"))
    other.hold(card.id)
    desk.wait(lambda: desk.queue.model.card_at(desk.queue.model.row_of(card.id)).claimed_by == "Salomé")  # type: ignore[union-attr]
    assert desk.current() == away.id
    desk.queue.list.make_current(card.id)
    desk.wait(desk.armed)
    desk.wait(lambda: claim_shown(desk) == "Salomé has it, for 10 more min.")
    desk.press(Qt.Key.Key_G)
    assert "Salomé has it" in desk.strip()
    other.say("key r")
    other.say("type Thank you")
    desk.wait(lambda: claim_shown(desk).startswith("Salomé is writing."))
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_A)
    desk.wait(lambda: desk.armed() and desk.queue.detail_data.mine)  # type: ignore[union-attr]
    told = other.until(lambda state: "took it over" in str(state["strip"]))
    assert f"{desk.actor.name} took it over. What you wrote stays here." in told["strip"]
    assert (told["held"], told["replying"], told["text"]) == (0, True, "Thank you")
    assert stored(desk, card.id).claimed_by == desk.actor.name
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)


def test_a_killed_windows_hold_is_free_at_once(desk: Desk, other: Other) -> None:
    card = desk.go_to(of("praise"))
    desk.go_to(of("question"))
    other.hold(card.id)
    desk.wait(lambda: stored(desk, card.id).claimed_by == "Salomé")
    other.process.kill()
    other.process.communicate()
    desk.wait(lambda: stored(desk, card.id).claimed_by is None)
    desk.wait(lambda: not desk.queue.model.card_at(desk.queue.model.row_of(card.id)).claimed_by)  # type: ignore[union-attr]


def test_a_window_that_leaves_gives_back(desk: Desk, other: Other) -> None:
    card = desk.go_to(of("praise"))
    desk.go_to(of("question"))
    other.hold(card.id)
    other.end()
    desk.wait(lambda: stored(desk, card.id).claimed_by is None)


def test_flicking_through_holds_nothing_and_staying_does(desk: Desk) -> None:
    heard: list[int] = []
    desk.bridge.changed.connect(
        lambda changes: heard.extend(one for c in changes if c.what == "claims" for one in c.ids)
    )
    desk.queue.list.make_current(0, 0)
    desk.wait(desk.armed)
    passed = []
    for _ in range(5):
        desk.press(Qt.Key.Key_J)
        desk.wait(desk.armed)
        passed.append(desk.current())
    last = passed.pop()
    desk.wait(lambda: desk.queue.claims.held == last and stored(desk, last).claimed_by == desk.actor.name)
    assert len(set(passed)) == 4
    assert set(heard).isdisjoint(passed)
    assert CLAIM_AFTER_MS == 700


def test_a_hold_is_renewed_by_keys_and_ends_aloud_without(desk: Desk) -> None:
    card = desk.go_to(of("question"))
    desk.wait(lambda: desk.queue.claims.held == card.id and stored(desk, card.id).claim_expires_at)
    first = stored(desk, card.id).claim_expires_at or 0
    try:
        desk.clock.offset += 300
        desk.press(Qt.Key.Key_Space)  # reading on
        desk.wait(lambda: desk.queue.claims._until >= first + 299)
        assert (stored(desk, card.id).claim_expires_at or 0) >= first + 299
        desk.clock.offset += 590
        desk.queue.tick()
        assert desk.queue.claims.held == card.id
        desk.clock.offset += 20
        desk.queue.tick()
        assert desk.queue.claims.held == 0
        assert "Your hold ended: ten minutes without a key." in desk.strip()
        desk.wait(desk.armed)
        desk.press(Qt.Key.Key_Space)
        desk.wait(lambda: desk.queue.claims.held == card.id)
    finally:
        desk.clock.offset = 0
        desk.queue.claims.release()


def test_who_decided_first_is_said_and_the_next_one_comes(desk: Desk) -> None:
    """The other's decision is in the workspace before this window has heard of it."""
    from console.domain.vocabulary import ActionKind, Role
    from console.services.recording import DecisionAsk
    from console.services.roles import Actor

    card = desk.go_to(of("question"))
    other = Actor("Salomé", Role.MODERATOR, "salome")
    desk.queue.claims.release()
    desk.console.claims.take(card.id, other, force=True).result(5)
    desk.console.claims.give_back(card.id, other).result(5)
    desk.console.moderation.decide(DecisionAsk(card.id, ActionKind.KEEP), other)
    desk.press(Qt.Key.Key_H)  # no turn of the loop between: this window still shows it open
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0 and desk.armed())
    assert "Salomé was first here: keep. Nothing of yours was added." in desk.strip()
    decided = desk.console.store.read(lambda r: r.decisions.of_comment(card.id))
    assert [one.actor for one in decided] == ["Salomé"]
    assert desk.current() != card.id
