"""What the desktop is told: capped, bundled, quiet at quiet hours, everything told once, never a word of a comment."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.notice_words import notice_words
from ui.notifications import AN_HOUR, CAP, ORDINARY, URGENT, Event, Kind, Notice, Outlet, QuietHours, minutes
from ui.settings_file import Settings, _checked

START = 1_795_000_000
ALL_DAY = QuietHours(until=START + 40 * AN_HOUR)


@pytest.fixture(scope="module", autouse=True)
def _paris() -> Iterator[None]:
    """Quiet hours are local times: a zone with summer time."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> int:
    """A local time of the zone as epoch seconds."""
    return int(datetime(year, month, day, hour, minute).astimezone().timestamp())


moves = st.lists(
    st.tuples(
        st.integers(0, 2000),  # seconds until the next
        st.one_of(
            st.tuples(st.just("offer"), st.sampled_from(list(Kind)), st.integers(1, 12)),
            st.tuples(st.just("settle"), st.sampled_from(list(Kind)), st.integers(1, 12)),
            st.tuples(st.just("quiet"), st.just(Kind.REVIEW), st.integers(0, 5000)),
            st.tuples(st.just("look"), st.just(Kind.REVIEW), st.just(0)),
        ),
    ),
    max_size=60,
)


@given(moves)
def test_never_more_than_three_an_hour_nothing_twice_and_quiet_is_quiet(
    steps: list[tuple[int, tuple[str, Kind, int]]],
) -> None:
    """Whatever comes in whatever order."""
    outlet, now = Outlet(), START
    shown: list[tuple[int, Notice]] = []
    open_: dict[tuple[Kind, int], bool] = {}  # offered and not settled -> told
    for wait, (move, kind, number) in steps:
        now += wait
        if move == "offer":
            outlet.offer(Event(kind, number))
            open_.setdefault((kind, number), False)
        elif move == "settle":
            outlet.withdraw(kind, number)
            open_.pop((kind, number), None)
        elif move == "quiet":
            outlet.hours = QuietHours(until=now + number)
        notice = outlet.due(now)
        if notice is None:
            continue
        shown.append((now, notice))
        assert notice.events
        for event in notice.events:
            assert open_[event.kind, event.id] is False, "told twice, or after it was settled"
            open_[event.kind, event.id] = True
            assert event.kind in URGENT or not outlet.hours.quiet(now)
        recent = [one for when, one in shown if when > now - AN_HOUR]
        assert len(recent) <= CAP
        ordinary = [one for one in recent if not any(event.kind in URGENT for event in one.events)]
        assert len(ordinary) <= ORDINARY
    outlet.hours = QuietHours()
    for _ in range(2):  # and at last everything that still stands is told, all at once
        now += AN_HOUR
        last = outlet.due(now)
        for event in last.events if last is not None else ():
            assert not open_[event.kind, event.id]
            open_[event.kind, event.id] = True
    assert all(open_.values())
    assert outlet.waiting == 0


def test_what_comes_together_is_one_and_the_fourth_waits_for_its_hour() -> None:
    """Three notifications, then a bundle an hour after the first."""
    outlet = Outlet()
    for number in range(3):
        outlet.offer(Event(Kind.ILLEGAL, number))
        assert outlet.due(START + number) is not None
    for number in range(3, 20):
        outlet.offer(Event(Kind.ILLEGAL, number))
        assert outlet.due(START + number) is None
    assert outlet.due(START + AN_HOUR - 1) is None
    bundle = outlet.due(START + AN_HOUR)
    assert bundle is not None
    assert [one.id for one in bundle.events] == list(range(3, 20))


def test_requests_cannot_use_up_what_the_illegal_lane_needs() -> None:
    """Two ordinary ones in an hour at most; the third place is kept."""
    outlet = Outlet()
    for number in range(4):
        outlet.offer(Event(Kind.REVIEW, number))
        shown = outlet.due(START + number)
        assert (shown is not None) is (number < ORDINARY)
    outlet.offer(Event(Kind.ILLEGAL, 9))
    urgent = outlet.due(START + 10)
    assert urgent is not None
    assert [one.kind for one in urgent.events] == [Kind.ILLEGAL, Kind.REVIEW, Kind.REVIEW]
    assert urgent.first == Event(Kind.ILLEGAL, 9)


def test_quiet_lets_the_illegal_lane_and_incidents_through_and_the_rest_waits() -> None:
    """What waits is told when the night is over."""
    outlet = Outlet(ALL_DAY)
    for number, kind in enumerate(Kind):
        outlet.offer(Event(kind, number))
    first = outlet.due(START)
    assert first is not None
    assert {one.kind for one in first.events} == {Kind.ILLEGAL, Kind.INCIDENT}
    assert outlet.due(START + 2 * AN_HOUR) is None
    morning = outlet.due(ALL_DAY.until)
    assert morning is not None
    assert {one.kind for one in morning.events} == {Kind.REVIEW, Kind.SIGN_IN}


def test_off_is_silent_and_turning_on_tells_no_old_news() -> None:
    """Nothing is saved up against a person's will."""
    outlet = Outlet(on=False)
    outlet.offer(Event(Kind.ILLEGAL, 1))
    assert outlet.due(START) is None
    outlet.on = True
    outlet.offer(Event(Kind.ILLEGAL, 1))
    assert outlet.due(START) is None
    outlet.offer(Event(Kind.ILLEGAL, 2))
    assert outlet.due(START) is not None


@pytest.mark.parametrize(
    ("begin", "end", "days", "when", "quiet"),
    [
        ("19:00", "08:30", "1234567", (2026, 11, 23, 18, 59), False),
        ("19:00", "08:30", "1234567", (2026, 11, 23, 19, 0), True),
        ("19:00", "08:30", "1234567", (2026, 11, 24, 8, 29), True),
        ("19:00", "08:30", "1234567", (2026, 11, 24, 8, 30), False),
        ("19:00", "08:30", "5", (2026, 11, 28, 3, 0), True),  # the night that began on Friday
        ("19:00", "08:30", "5", (2026, 11, 27, 3, 0), False),  # not the one before it
        ("19:00", "08:30", "7", (2026, 11, 23, 3, 0), True),  # Sunday's night reaches into Monday
        ("12:00", "14:00", "1", (2026, 11, 23, 13, 0), True),
        ("12:00", "14:00", "1", (2026, 11, 24, 13, 0), False),
        ("12:00", "12:00", "1234567", (2026, 11, 23, 12, 0), False),
    ],
)
def test_quiet_hours(begin: str, end: str, days: str, when: tuple[int, ...], quiet: bool) -> None:
    """Over midnight, by the day on which they begin."""
    hours = QuietHours(True, minutes(begin), minutes(end), days)
    assert hours.quiet(at(*when)) is quiet


def test_until_the_morning_is_the_same_time_of_day_also_when_the_clocks_change() -> None:
    """The night to 25 October 2026 has an hour more."""
    hours = QuietHours()
    until = hours.next_end(at(2026, 10, 24, 22))
    assert datetime.fromtimestamp(until, UTC).astimezone().strftime("%d %H:%M") == "25 08:30"
    assert until - at(2026, 10, 24, 22) == 11 * AN_HOUR + 1800


@given(st.text(max_size=12))
def test_settings_take_only_times_of_day(text: str) -> None:
    """A hand-edited file cannot stop the window."""
    found = _checked({"quiet_from": text, "quiet_to": text, "quiet_days": text, "exposure_limit": 10**9})
    assert 0 <= minutes(found.quiet_from) < 1440
    assert 0 <= minutes(found.quiet_to) < 1440
    assert set(found.quiet_days) <= set("1234567")
    assert found.exposure_limit == 500
    assert Settings() == _checked({})


def test_the_words_say_what_where_and_how_long() -> None:
    """The sentence of the contract, one line per kind where several come together."""
    one = Notice((Event(Kind.ILLEGAL, 7, "youtube", START + 1800),))
    assert " ".join(notice_words(one, START)).startswith("1 comment(s), manifestly illegal YouTube. 30")
    late = Notice((Event(Kind.ILLEGAL, 7, "youtube", START - 720),))
    assert "late" in notice_words(late, START)[1]
    many = Notice(
        (
            Event(Kind.ILLEGAL, 7, "youtube", START + 1800),
            Event(Kind.ILLEGAL, 8, "facebook", START + 600),
            Event(Kind.REVIEW, 9, "facebook"),
        )
    )
    title, body = notice_words(many, START)
    assert "2" in title
    first, second = body.split("\n")
    assert "YouTube" in first
    assert "Facebook" in first
    assert "Facebook" in second


def test_no_event_can_carry_a_text() -> None:
    """A kind, numbers and a platform's code: a new field must be argued for here."""
    fields = {one.name: one.type for one in dataclasses.fields(Event)}
    assert fields == {"kind": "Kind", "id": "int", "platform": "str", "due_at": "int | None"}
