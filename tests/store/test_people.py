"""Authors by a part of their name: accents folded, beginnings first, our own accounts never."""

from __future__ import annotations

import pytest

from console.store import Store
from tests.support.workspaces import comment, take_in


def _named(store: Store, text: str) -> list[str]:
    return [person.handle.lstrip("@") for person in store.read(lambda r: r.people.named(text))]


def test_found_by_a_part_of_the_name(store: Store, channel: int) -> None:
    """A part is enough, in any case and without accents; a beginning comes first, then who wrote most."""
    take_in(
        store,
        channel,
        comment(1, "one", author="renée"),
        comment(2, "two", author="renée"),
        comment(3, "three", author="renegade"),
        comment(4, "four", author="serene"),
        comment(5, "five", author="rene_us", ours=True),
    )
    assert _named(store, "RENE") == ["renée", "renegade", "serene"]
    assert _named(store, "@renée") == ["renée"]
    person = store.read(lambda r: r.people.named("renée"))[0]
    assert (person.comments, person.strikes) == (2, 0)


@pytest.mark.parametrize("typed", ["", "r", "%", "__", "\\", "zz", "'", "%%%"])
def test_signs_are_only_signs(store: Store, channel: int, typed: str) -> None:
    """One letter asks for nothing; signs of the query language match themselves."""
    take_in(store, channel, comment(1, "one", author="ab"))
    assert _named(store, typed) == []
