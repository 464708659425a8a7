"""Marks as ids: ranges that come back, all of a million, and what stays when the list changes."""

from __future__ import annotations

from array import array

from ui.models.selection import Selection


def test_a_range_comes_back_and_leaves_what_was_marked_before() -> None:
    """Only what the range itself had marked goes when it shrinks."""
    ids = array("q", (10, 20, 30, 40, 50))
    marks = Selection()
    marks.toggle(40)
    marks.toggle(20)
    marks.extend(ids, 1, 2)
    marks.extend(ids, 2, 4)
    assert list(marks.ids()) == [40, 20, 30, 50]
    marks.extend(ids, 4, 1)
    assert sorted(marks.ids()) == [20, 40]
    marks.extend(ids, 1, 0)
    assert sorted(marks.ids()) == [10, 20, 40]


def test_the_range_follows_its_comment_not_its_row() -> None:
    """New rows above: the range still begins at the comment it began at."""
    marks = Selection()
    marks.toggle(20)
    marks.extend(array("q", (1, 2, 3, 10, 20, 30)), 4, 5)
    assert sorted(marks.ids()) == [20, 30]


def test_a_million_are_marked_and_cleared() -> None:
    """All of a view, one less, and none; marked again they are listed once."""
    ids = array("q", range(1, 1_000_001))
    heard: list[int] = []
    marks = Selection()
    marks.changed.connect(lambda: heard.append(marks.count))
    marks.take_all(ids)
    marks.toggle(500)
    marks.toggle(500)
    marks.drop([7, 8])
    assert heard == [1_000_000, 999_999, 1_000_000, 999_998]
    assert len(marks.ids()) == 999_998
    assert (marks.has(7), marks.has(500), marks.has(2_000_000), marks.only()) == (False, True, False, 0)
    marks.clear()
    assert (marks.count, len(marks.ids()), marks.has(500)) == (0, 0, False)
