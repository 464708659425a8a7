"""Deadlines in opening hours: weekends, holidays, daylight saving; and quiet hours."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.vocabulary import NO_DUE
from console.policy import durations, not_before
from console.policy.hours import Clockwork, easter, french_holidays
from console.policy.model import Hours
from tests.policy.helpers import policy

PARIS = ZoneInfo("Europe/Paris")
H = 3600
WEEK = (((540, 720), (840, 1080)),) * 5 + (((600, 960),), ())
CLOCK = Clockwork(Hours("Europe/Paris", WEEK, ((1320, 420),), ("FR",), (date(2026, 12, 24),)))
ALWAYS = Clockwork(Hours("Europe/Paris", (((0, 1440),),) * 7, (), (), ()))


def at(text: str) -> int:
    """Paris wall clock to UTC seconds."""
    return int(datetime.fromisoformat(text).replace(tzinfo=PARIS).timestamp())


def paris(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, PARIS).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-11-30 10:00", 1, "2026-11-30 11:00"),
        ("2026-11-30 11:00", 2, "2026-11-30 15:00"),  # over lunch
        ("2026-11-30 03:00", 1, "2026-11-30 10:00"),  # before opening
        ("2026-11-30 17:00", 4, "2026-12-01 12:00"),  # over night, ends when the doors close
        ("2026-12-04 17:30", 4, "2026-12-05 13:30"),  # Friday evening into Saturday
        ("2026-12-05 15:00", 4, "2026-12-07 12:00"),  # Saturday over Sunday
        ("2026-12-23 17:30", 1, "2026-12-26 10:30"),  # a closed day and Christmas
        ("2026-05-13 17:30", 1, "2026-05-15 09:30"),  # Ascension
        ("2026-11-10 17:30", 1, "2026-11-12 09:30"),  # Armistice
        ("2026-12-31 17:30", 1, "2027-01-02 10:30"),  # New Year
    ],
)
def test_the_clock_runs_only_while_the_doors_are_open(start: str, hours: int, due: str) -> None:
    assert paris(CLOCK.due(at(start), hours * H, "hours")) == due


def test_always_means_always() -> None:
    assert CLOCK.due(at("2026-12-24 23:00"), 2 * H, "always") == at("2026-12-25 01:00")


def test_daylight_saving_days_last_23_and_25_hours() -> None:
    spring, autumn = at("2026-03-29 00:00"), at("2026-10-25 00:00")
    assert sum(b - a for a, b in ALWAYS.open_on(date(2026, 3, 29))) == 23 * H
    assert sum(b - a for a, b in ALWAYS.open_on(date(2026, 10, 25))) == 25 * H
    assert paris(ALWAYS.due(spring, 4 * H, "hours")) == "2026-03-29 05:00"
    assert paris(ALWAYS.due(autumn, 4 * H, "hours")) == "2026-10-25 03:00"
    # An opening hour that the clocks skip does not exist.
    night = Clockwork(Hours("Europe/Paris", (((120, 180),),) * 7, (), (), ()))
    assert night.open_on(date(2026, 3, 29)) == ()


def test_a_shop_that_never_opens_promises_nothing() -> None:
    assert Clockwork(Hours("Europe/Paris")).due(at("2026-11-30 10:00"), H, "hours") == NO_DUE


def test_french_holidays() -> None:
    assert [easter(year) for year in (2024, 2025, 2026, 2027, 2038)] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25),
    ]  # fmt: skip
    assert len(french_holidays(2026)) == 11
    assert {date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25), date(2026, 7, 14)} <= french_holidays(
        2026
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(at("2026-01-01 00:00"), at("2027-12-31 00:00")), st.integers(1, 40))
def test_the_due_time_is_what_counting_quarter_hours_gives(start: int, quarters: int) -> None:
    start -= start % 900
    moment, left = start, quarters
    while left:
        left -= CLOCK.is_open(moment)
        moment += 900
    assert CLOCK.due(start, quarters * 900, "hours") == moment


@given(st.integers(-(2**60), 2**60), st.integers(0, 10**9), st.sampled_from(["always", "hours"]))
def test_no_time_is_too_odd(start: int, seconds: int, clock: str) -> None:
    assert isinstance(CLOCK.due(start, seconds, clock), int)
    assert isinstance(CLOCK.quiet_until(start), int)


def test_quiet_hours_hold_replies_and_nothing_else() -> None:
    rules = policy()
    evening = at("2026-11-30 23:15")
    assert not_before(rules, "reply", evening) == at("2026-12-01 07:00")
    assert not_before(rules, "warn", at("2026-12-01 03:00")) == at("2026-12-01 07:00")
    assert not_before(rules, "hide", evening) == evening
    assert not_before(rules, "reply", at("2026-12-01 07:00")) == at("2026-12-01 07:00")
    assert not_before(rules, "reply", at("2026-11-30 21:59")) == at("2026-11-30 21:59")
    assert paris(not_before(rules, "reply", at("2026-03-28 23:00"))) == "2026-03-29 07:00"


def test_adjoining_quiet_ranges_are_one() -> None:
    clock = Clockwork(Hours("UTC", quiet=((0, 420), (1320, 1440))))
    night = int(datetime(2026, 11, 30, 23, tzinfo=UTC).timestamp())
    assert clock.quiet_until(night) == night + 8 * H


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30s", 30),
        ("5min", 300),
        ("1h 30min", 5400),
        ("90d", 7_776_000),
        ("12mo", 31_536_000),
        ("1y", 31_536_000),
    ],
)
def test_durations(text: str, seconds: int) -> None:
    assert durations.parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "code"),
    [("5m", "bare_m"), ("5", "form"), ("", "form"), ("h", "form"), ("5w", "unit"), ("1min 1h", "form"), ("1h 1h", "form"),
     ("-1h", "form"), ("1.5h", "form"), ("200y", "long")],
)  # fmt: skip
def test_bad_durations(text: str, code: str) -> None:
    with pytest.raises(ValueError) as caught:
        durations.parse_duration(text)
    assert caught.value.args[0] == f"duration.{code}"
