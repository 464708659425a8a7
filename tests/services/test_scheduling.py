"""When a channel is pulled next: as people want it, closer in a crisis, and so that the day's budget lasts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.services.scheduling import WIDEST, affordable_interval, wanted_interval

NOW = 1_795_000_000


@pytest.mark.parametrize(
    ("options", "seconds"),
    [
        ({}, 60),
        ({"interval": 300}, 300),
        ({"interval": "soon"}, 60),
        ({"interval": 0}, 60),
        ({"interval": 400, "closely_until": NOW + 1}, 100),
        ({"interval": 400, "closely_until": NOW}, 400),
        ({"closely_until": NOW + 60}, 20),  # never closer than twenty seconds
        ({"interval": 10, "closely_until": NOW + 60}, 10),  # unless it was closer before
    ],
)
def test_the_interval_people_want(options: dict[str, Any], seconds: int) -> None:
    assert wanted_interval(options, 60, NOW) == seconds


def budget(used: int, *, limit: int = 1000, rest: int = 3600, period: str = "d") -> dict[str, Any]:
    return {"unit": "units", "period": period, "used": used, "limit": limit, "resets_at": NOW + rest}


def test_a_budget_is_spread_over_what_is_left_of_its_day() -> None:
    assert affordable_interval(60, budget(0), budget(10), NOW) == 60  # 89 pulls would do; 60 are wanted
    assert affordable_interval(60, budget(400), budget(500), NOW) == 900  # four pulls of 100 in an hour
    assert affordable_interval(60, budget(800), budget(880), NOW) == 3600  # what is left is for decisions
    assert affordable_interval(60, budget(800), budget(880, rest=10**6), NOW) == WIDEST
    day = 86_400  # who wants it seldom is not pulled more often because the budget is spent
    assert affordable_interval(day, budget(800), budget(880, rest=3600), NOW) == day
    assert affordable_interval(day, budget(800), budget(880, rest=10**6), NOW) == day


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, budget(10)),
        (budget(10), None),
        (budget(10), budget(10)),
        (budget(10, period="yesterday"), budget(90)),
        (budget(10), budget(90, limit=0)),
        (budget(10), budget(90, rest=-5)),
    ],
)
def test_what_says_nothing_changes_nothing(before: dict[str, Any], after: dict[str, Any] | None) -> None:
    assert affordable_interval(60, before, after, NOW) == 60


@given(st.integers(1, 5000), st.integers(0, 900), st.integers(1, 100), st.integers(1, 86_400))
def test_the_budget_is_never_spent_before_it_is_renewed(wanted: int, used: int, cost: int, rest: int) -> None:
    interval = affordable_interval(wanted, budget(used), budget(used + cost, rest=rest), NOW)
    assert wanted <= interval <= max(wanted, WIDEST)
    if interval < WIDEST:
        pulls = rest // interval  # before the renewal
        assert used + cost + pulls * cost <= 900 + cost or pulls <= 1
