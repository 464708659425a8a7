"""The team's total of harsh texts: a sum without names, for leads, where enough people work; and the company's contact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.errors import NotAllowed, UsageError
from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.exposure import (
    KEPT_DAYS,
    LONGEST_CONTACT,
    TeamExposure,
    day_number,
    harsh,
)
from console.services.roles import Actor
from tests.support.workspaces import Clock, raw

DAY = 86_400


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    made = Console.open(tmp_path / "one.vigie", secrets=memory_only(), clock=Clock(), language="en")
    yield made
    assert made.close()


def _team(console: Console, *names: str) -> Actor:
    lead = console.actor()
    for name in names:
        console.team.add(name, Role.MODERATOR, lead)
    return lead


def test_what_counts_as_harsh() -> None:
    assert harsh("insult", 2)
    assert not harsh("insult", 1)
    assert not harsh("spam", 5)
    assert not harsh("constructive_criticism", 5)
    assert harsh("doxxing", 3)  # a category that a policy added


def test_two_people_make_no_total_and_three_do(console: Console) -> None:
    lead = _team(console, "Salomé")
    now = console.clock.now()
    console.exposure.add({"insult": 3, "threat": 1, "hate": 0}, now)
    assert console.exposure.team(lead, now) == TeamExposure(False, 2, {})
    _team(console, "Marc")
    found = console.exposure.team(lead, now)
    assert found == TeamExposure(True, 3, {"insult": 3, "threat": 1})
    assert found.total == 4
    console.exposure.add({"insult": 2}, now)
    assert console.exposure.team(lead, now).total == 6
    assert console.exposure.team(lead, now + DAY).total == 0


def test_it_is_for_leads(console: Console) -> None:
    _team(console, "Salomé", "Marc")
    with pytest.raises(NotAllowed):
        console.exposure.team(console.actor("Salomé"), console.clock.now())


def test_the_workspace_holds_days_categories_and_numbers_and_tells_nobody_when(
    console: Console, tmp_path: Path
) -> None:
    """No name, no comment, no moment: neither in the table nor in the change records nor in the log."""
    lead = _team(console, "Salomé", "Marc")
    heard: list[object] = []
    console.subscribe(heard.extend)
    del lead
    now = console.clock.now()
    with raw(tmp_path / "one.vigie") as database:
        entries = database.execute("SELECT count(*) FROM audit").fetchone()
        changes = database.execute("SELECT count(*) FROM changes").fetchone()
        console.exposure.add({"insult": 3}, now)
        assert database.execute("SELECT * FROM exposure_totals").fetchall() == [
            (day_number(now), "insult", 3)
        ]
        assert database.execute("SELECT count(*) FROM audit").fetchone() == entries
        assert database.execute("SELECT count(*) FROM changes").fetchone() == changes
    assert heard == []


def test_old_days_are_dropped(console: Console, tmp_path: Path) -> None:
    now = console.clock.now()
    console.exposure.add({"insult": 1}, now)
    console.exposure.add({"insult": 1}, now + (KEPT_DAYS + 1) * DAY)
    with raw(tmp_path / "one.vigie") as database:
        assert database.execute("SELECT count(*) FROM exposure_totals").fetchone() == (1,)


def test_a_lead_writes_the_contact_and_no_word_of_it_enters_the_log(console: Console) -> None:
    lead = _team(console, "Salomé")
    assert console.exposure.contact() == ""
    kept = console.exposure.set_contact("  Dr  Martin, 01 23 45\n\n Tuesdays ", lead)
    assert kept == console.exposure.contact() == "Dr Martin, 01 23 45\n\nTuesdays"
    with pytest.raises(NotAllowed):
        console.exposure.set_contact("mine", console.actor("Salomé"))
    with pytest.raises(UsageError) as caught:
        console.exposure.set_contact("x" * (LONGEST_CONTACT + 1), lead)
    assert caught.value.code == "contact_too_long"
    assert console.exposure.contact() == kept
