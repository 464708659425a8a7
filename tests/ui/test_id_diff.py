"""What is new in a list of ids: the same answer as with sets, whatever came, went or moved."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from ui.models.id_diff import AHEAD, added

IDS = st.lists(st.integers(0, 300), unique=True)


@given(IDS, IDS)
def test_any_two_lists(old: list[int], new: list[int]) -> None:
    """Two lists that have nothing to do with each other."""
    assert added(array("q", old), array("q", new)) == set(new) - set(old)


@given(
    st.lists(
        st.tuples(st.sampled_from(["come", "go", "move"]), st.integers(0, 999), st.integers(0, 999)),
        max_size=40,
    )
)
def test_lists_that_hardly_differ(changes: list[tuple[str, int, int]]) -> None:
    """A thousand ids after some arrivals, decisions and changes of place."""
    old = list(range(1000))
    new = list(old)
    for number, (what, here, there) in enumerate(changes):
        if what == "come":
            new.insert(min(here, len(new)), 5000 + number)
        elif new:
            one = new.pop(here % len(new))
            if what == "move":
                new.insert(there % (len(new) + 1), one)
    assert added(array("q", old), array("q", new)) == set(new) - set(old)


def test_more_arrivals_in_one_place_than_are_searched() -> None:
    """A block of arrivals longer than the search ahead is found all the same."""
    old = array("q", range(1000))
    block = array("q", range(10_000, 10_000 + 2 * AHEAD[-1]))
    assert added(old, old[:500] + block + old[500:]) == set(block)
    assert added(old[:500] + block + old[500:], old) == set()
