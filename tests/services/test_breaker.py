"""The circuit breaker of automatic hiding: when it trips, who switches it on again; and a process killed in between."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console.domain.errors import DomainError, NotAllowed, NotFound
from console.domain.vocabulary import CommentState, OutboxState
from console.services.breaker import MIN_JUDGED, WINDOW, Figures
from tests.support.automatic import House, policy
from tests.support.bench import ANA, BO, LEA

Make = Callable[..., House]


# ---------------------------------------------------------------------- the breaker


@pytest.mark.parametrize(
    ("judged", "overturned", "limit", "stops"),
    [
        (1, 1, 15, False),  # nine confirmations would make it one in ten
        (2, 2, 15, True),  # two in ten at best
        (1, 1, 5, True),
        (9, 1, 10, False),
        (10, 1, 10, False),  # not more than the limit
        (10, 2, 15, True),
        (13, 2, 15, True),
        (14, 2, 15, False),
        (20, 3, 15, False),
        (20, 4, 15, True),
        (5, 5, 100, False),
    ],
)  # fmt: skip
def test_when_a_breaker_trips(judged: int, overturned: int, limit: int, stops: bool) -> None:
    assert MIN_JUDGED == 10
    assert Figures(judged, overturned).exceed(limit) is stops


def test_the_breaker_trips_takes_back_what_is_queued_and_only_a_lead_rearms_it(house: House) -> None:
    bench = house.bench
    wrong = [house.hidden(f"you idiot {number}", f"s{number}") for number in range(2)]
    bench.decide(wrong[0], "keep")
    assert house.rule().state == "on"
    house.next_hour()
    queued = house.hidden("you idiot", "waits", sent=False)
    spam = house.comment("casino", "spammer")
    assert house.run(spam) == 1
    heard: list[Any] = []
    bench.store.listen(heard.extend)
    bench.decide(wrong[1], "keep")
    assert [one.extra.get("state") for one in heard if one.what == "automation"].count("stopped") == 1
    status = house.rule()
    assert (status.state, status.judged, status.overturned, status.stopped_at) == (
        "stopped", 2, 2, bench.clock.now(),
    )  # fmt: skip
    assert house.automation.status().stopped == ("R-INS-01",)
    assert bench.state(queued) is CommentState.OPEN
    assert house.rule("R-SPAM-01").state == "on"
    assert bench.state(spam) is CommentState.PENDING
    (entry,) = [one for one in bench.entries() if one["event"] == "automation_stopped"]
    assert (entry["actor"], entry["role"], entry["rules"]) == ("console", "automation", ["R-INS-01"])
    assert entry["params"] == {"judged": 2, "overturned": 2, "limit": 15}
    house.next_hour()
    assert house.run(house.comment("you idiot", "later")) == 0
    for actor in (ANA, BO):
        with pytest.raises(NotAllowed):
            house.automation.rearm("R-INS-01", actor)
    assert house.rule().state == "stopped"
    house.automation.rearm("R-INS-01", LEA)
    with pytest.raises(DomainError):
        house.automation.rearm("R-INS-01", LEA)
    with pytest.raises(NotFound):
        house.automation.rearm("R-NONE", LEA)
    assert bench.entries()[-1]["event"] == "automation_rearmed"
    assert (house.rule().state, house.rule().judged) == ("on", 0)
    bench.clock.turn(1)
    assert house.run(house.comment("you idiot", "after")) == 1
    # What it hid before it was switched on again no longer counts.
    assert house.rule().judged == 0


def test_a_stricter_policy_trips_at_the_next_hide(house: House) -> None:
    one = house.hidden()
    house.bench.decide(one, "keep")
    assert house.rule().state == "on"
    house.activate(policy(pct=5))
    assert house.run(house.comment("you idiot", "second")) == 0
    assert house.rule().state == "stopped"


def test_old_answers_do_not_count(house: House) -> None:
    house.bench.decide(house.hidden(), "keep")
    assert house.rule().judged == 1
    house.bench.clock.turn(WINDOW)
    assert house.rule().judged == 0


def test_confirmations_keep_a_rule_on(make: Make) -> None:
    house = make(per_hour=100)
    comments = [house.hidden(f"you idiot {number}", f"s{number}") for number in range(14)]
    for one in comments[:12]:
        house.bench.decide(one, "hide")
    for one in comments[12:]:
        house.bench.decide(one, "keep")
    assert (house.rule().judged, house.rule().overturned, house.rule().state) == (14, 2, "on")


# ---------------------------------------------------------------------- crash

KILLED = """
import os, sys
from pathlib import Path
from console.services.automation import Automation
from console.services.policies import Policies
from console.store.sqlite.automation import AutomaticHides
from tests.support.workspaces import Clock, open_store

path, comment, at, when = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
clock = Clock(at)
store = open_store(path, clock, session="killed")
automation = Automation(store, Policies(store), clock, "tester")
if when == "inside":
    AutomaticHides.add = lambda *_: os._exit(9)
automation.run([comment])
os._exit(9)
"""


@pytest.mark.parametrize("when", ["inside", "after"])
def test_a_killed_process_leaves_nothing_half_done(house: House, when: str) -> None:
    one = house.comment()
    arguments = [str(house.bench.path), str(one.id), str(house.bench.clock.now()), when]
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments], cwd=Path(__file__).parents[2], timeout=60, check=False
    )
    assert ran.returncode == 9
    decisions = house.bench.store.read(lambda r: r.decisions.of_comment(one.id))
    rows = house.bench.store.read(lambda r: r.outbox.of_comment(one.id))
    if when == "inside":
        assert (decisions, rows, house.view()) == ([], [], [])
        assert house.bench.state(one) is CommentState.OPEN
        assert house.run(one) == 1
    else:
        assert len(decisions) == len(rows) == len(house.view()) == 1
        assert rows[0].state is OutboxState.QUEUED
        assert house.run(one) == 0
    assert house.bench.dispatch() == 1
    assert len(house.bench.log("hide")) == 1
