"""One person's own count: in a file of their own, each reading once, offers at the limit and after each half of it."""

from __future__ import annotations

import json
import stat
import sys
import threading
from functools import partial
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ui.models.exposure import Counter, Ledger, Own, offered_now, one_more

DAY = 86_400
START = 1_795_000_000


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = float(START)

    def __call__(self) -> float:
        return self.now


def test_each_comment_counts_once_a_day_in_each_revision() -> None:
    """Going back and forth is no second reading; an edit is, and so is another day."""
    clock = Clock()
    counter = Counter(clock)
    assert counter.take(7, 1, "insult")
    assert not counter.take(7, 1, "insult")
    assert counter.take(7, 2, "insult")
    assert counter.take(8, 1, "threat")
    assert counter.state.total == 3
    assert dict(counter.state.read) == {"insult": 2, "threat": 1}
    clock.now += DAY
    assert counter.state.total == 0
    assert counter.take(7, 1, "insult")
    assert counter.state.total == 1


@given(st.integers(0, 40), st.integers(1, 120))
def test_offers_come_at_the_limit_and_then_after_each_half(limit: int, readings: int) -> None:
    """Never before, never twice for the same number, never without a limit."""
    counter = Counter(Clock())
    asked = []
    for number in range(readings):
        counter.take(number, 1, "insult")
        if counter.offers(limit):
            asked.append(counter.state.total)
            counter.offered()
            assert not counter.offers(limit)
    half = max(limit // 2, 1)
    assert asked == (list(range(limit, readings + 1, half)) if limit else [])


def test_the_file_keeps_today_alone_and_people_apart(tmp_path: Path) -> None:
    """No text, no id, no yesterday; the file is the person's own."""
    ledger = Ledger(tmp_path / "wellbeing.json")
    assert ledger.load("Ana") == Own()
    ledger.change("Ana", partial(one_more, day=10, category="insult"))
    ledger.change("Ana", partial(one_more, day=10, category="insult"))
    ledger.change("Ana", partial(offered_now, day=10))
    ledger.change("Ben", partial(one_more, day=10, category="hate"))
    assert ledger.load("Ana") == Own(10, {"insult": 2}, 2)
    assert ledger.load("Ben") == Own(10, {"hate": 1})
    assert ledger.change("Ana", partial(one_more, day=11, category="threat")) == Own(11, {"threat": 1})
    held = json.loads(ledger.path.read_text("utf-8"))
    assert held["people"]["Ana"] == {"day": 11, "read": {"threat": 1}, "offered": 0, "without": []}
    if sys.platform != "win32":
        assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600


def test_opted_out_categories_outlive_the_day(tmp_path: Path) -> None:
    """A choice is no count."""
    own = Own(10, {"insult": 4}, 4, ("threat",))
    assert own.today(11) == Own(11, without=("threat",))


def test_a_damaged_file_counts_as_empty(tmp_path: Path) -> None:
    """And is written anew."""
    ledger = Ledger(tmp_path / "wellbeing.json")
    for text in ("", "{", "[]", '{"people": 3}', '{"people": {"Ana": {"day": "x", "read": {"insult": -1}}}}'):
        ledger.path.write_text(text, "utf-8")
        assert ledger.load("Ana") == Own()
    assert ledger.change("Ana", partial(one_more, day=3, category="insult")).total == 1


def test_two_windows_count_into_one_file(tmp_path: Path) -> None:
    """Nothing is lost between two writers."""
    path = tmp_path / "wellbeing.json"

    def count() -> None:
        ledger = Ledger(path)
        for _ in range(20):
            ledger.change("Ana", partial(one_more, day=3, category="insult"))

    threads = [threading.Thread(target=count) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert Ledger(path).load("Ana").total == 60
