"""Narrowing a view: what two conditions mean together, what is stored and read back, local days, whose work is whose."""

from __future__ import annotations

import time
from typing import Any

import pytest

from console.domain.errors import UsageError
from console.domain.vocabulary import Role
from console.services.narrowing import NOTHING, Narrowing, day_start, narrowed, read_narrowing
from console.services.roles import Actor
from console.services.views import view_filter
from console.store import QueueFilter

NOW = 1_790_000_000


def test_a_view_keeps_what_it_asks_for_itself() -> None:
    toxic = view_filter("toxic", "ana", NOW)
    assert narrowed(toxic, Narrowing(categories=("hate", "spam")), NOW).categories == ("hate",)
    assert narrowed(toxic, Narrowing(categories=("spam",)), NOW).categories == (NOTHING,)
    assert narrowed(toxic, Narrowing(), NOW) == toxic


def test_narrowing_twice_only_narrows() -> None:
    first = narrowed(
        QueueFilter(),
        Narrowing(severity_min=2, severity_max=4, since=10, until=90, followers_min=5, text="a"),
        NOW,
    )
    again = narrowed(
        first, Narrowing(severity_min=1, severity_max=3, since=50, until=95, followers_min=9, text="b"), NOW
    )
    assert (again.severity_min, again.severity_max) == (2, 3)
    assert (again.since, again.until, again.followers_min) == (50, 90, 9)
    assert again.text == "a b"


def test_mine_is_the_person_and_the_role() -> None:
    lead = Actor("Claire", Role.LEAD, "os")
    mine = view_filter("mine", lead, NOW)
    assert mine.assignee == ("Claire", "lead")
    assert narrowed(mine, Narrowing(assignee="lead"), NOW).assignee == "lead"
    assert narrowed(mine, Narrowing(assignee="max"), NOW).assignee == NOTHING


def test_an_opt_out_leaves_work_but_not_what_is_opened_on_purpose() -> None:
    without = ("threat", "manifestly_illegal", "spam")
    assert view_filter("inbox", "ana", NOW, without).without == without
    assert view_filter("toxic", "ana", NOW, without).without == ("manifestly_illegal", "spam")
    for kept in ("illegal", "mine", "done", "all"):
        assert view_filter(kept, "ana", NOW, without).without == ()
    asked = narrowed(view_filter("inbox", "ana", NOW, without), Narrowing(categories=("threat",)), NOW)
    assert "threat" not in asked.without


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York", "UTC"])
def test_today_begins_at_local_midnight_also_when_the_clocks_change(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for day in ((2026, 3, 29), (2026, 10, 25), (2026, 11, 22)):
            noon = int(time.mktime((*day, 12, 0, 0, 0, 0, -1)))
            for back in range(3):
                begin = time.localtime(day_start(noon, back))
                assert (begin.tm_hour, begin.tm_min, begin.tm_sec) == (0, 0, 0)
            assert narrowed(QueueFilter(), Narrowing(days=1), noon).since == day_start(noon)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_is_stored_is_read_back() -> None:
    by = Narrowing(
        channel=3, categories=("hate",), severity_min=2, languages=("fr", "de"), tags=("vip",), post=9, days=7,
        assignee="", text="mot", order="reach",
    )  # fmt: skip
    assert read_narrowing(by.as_dict()) == by
    assert by.facets == (
        "channel",
        "categories",
        "severity_min",
        "languages",
        "tags",
        "post",
        "days",
        "assignee",
    )
    for facet in by.facets:
        assert facet not in by.dropping(facet).facets


@pytest.mark.parametrize(
    "body",
    [
        {"severity_min": 6}, {"severity_min": True}, {"severity_min": 4, "severity_max": 1}, {"categories": "hate"},
        {"categories": [1]}, {"languages": [""]}, {"order": "random"}, {"nonsense": 1}, {"channel": 0},
        {"days": 0}, {"since": -1}, {"text": 4}, {"assignee": "x" * 300}, {"tags": ["t"] * 101},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as refused:
        read_narrowing(body)
    assert refused.value.code == "bad_filter"
