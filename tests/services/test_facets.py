"""What a view can be narrowed by: each count is what choosing it shows, or none is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.vocabulary import Role
from console.services.facets import Facets, facets
from console.services.narrowing import Narrowing, narrowed
from console.services.roles import Actor
from console.services.views import view_filter
from console.store import Store
from tests.support.workspaces import START, add_channel, comment, open_store, take_in

LEA = Actor("Lea", Role.LEAD, "lea")
TEXTS = (
    ("spam", 2, "fr"),
    ("spam", 1, "en"),
    ("insult", 3, "fr"),
    ("question", 0, "fr"),
    ("question", 0, "en"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Five open comments of three categories in two languages."""
    made = open_store(tmp_path / "t.vigie")
    channel = add_channel(made)
    take_in(made, channel, *[comment(n, language=one[2]) for n, one in enumerate(TEXTS)])

    def sort(tx: object) -> None:
        for number, (category, severity, _language) in enumerate(TEXTS, start=1):
            tx.comments.set_flags(number, category=category, severity=severity)  # type: ignore[attr-defined]

    made.write(sort).result()
    yield made
    assert made.close()


def found(store: Store, view: str) -> Facets:
    """The facets of a view for Lea."""
    return store.read(lambda r: facets(r, view_filter(view, LEA, START), LEA))


def shows(store: Store, view: str, by: Narrowing) -> int:
    """How many comments the list holds with this filter."""
    wanted = narrowed(view_filter(view, LEA, START), by, START)
    return len(store.read(lambda r: r.queues.ids(wanted)))


@pytest.mark.parametrize("view", ["inbox", "spam", "toxic", "questions", "all"])
def test_a_count_is_what_choosing_it_shows(store: Store, view: str) -> None:
    """In a view of some categories too: not what the whole workspace holds."""
    given = found(store, view)
    for language, number in given.languages:
        assert number == shows(store, view, Narrowing(languages=(language,))), language
    for severity, number in given.severities:
        assert number == shows(store, view, Narrowing(severity_min=severity)), severity
    for category, number in given.categories:
        assert number == shows(store, view, Narrowing(categories=(category,))), category
    for channel, _name, _kind, number in given.channels:
        assert number == shows(store, view, Narrowing(channel=channel))
    assert given.languages


@pytest.mark.parametrize("view", ["mentions", "mine", "drafts", "by_hand", "automatic", "due_soon"])
def test_a_view_that_no_count_is_kept_of_says_none(store: Store, view: str) -> None:
    given = found(store, view)
    counts = [one[-1] for one in (*given.languages, *given.severities, *given.categories, *given.channels)]
    assert counts
    assert set(counts) == {None}
