"""Windows on threads: who answers whom, what is cut and counted, and that a long thread costs no more than a short one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.domain.comment import Comment
from console.store import Store, ThreadSize, ThreadWindow
from console.store.sqlite import codec
from tests.support.workspaces import START, add_channel, comment, open_store, take_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty workspace."""
    made = open_store(tmp_path / "t.vigie")
    yield made
    assert made.close()


def grow(store: Store, answers: int) -> dict[str, int]:
    """A root with ``answers`` answers; number 20 has three answers, one of them ours."""
    channel = add_channel(store)
    items = [comment("root", posted_at=START - 9_000)]
    items += [
        comment(f"a{n}", parent_remote_id="croot", posted_at=START - 8_000 + n, author=f"w{n % 50}")
        for n in range(answers)
    ]
    items += [
        comment("x", parent_remote_id="ca20", posted_at=START - 10),
        comment("us", parent_remote_id="ca20", posted_at=START - 9, ours=True, author="brand"),
        comment("y", parent_remote_id="cx", posted_at=START - 8),
        comment("us2", parent_remote_id="ca19", posted_at=START - 7, ours=True, author="brand"),
    ]
    take_in(store, channel, *items)
    return store.read(
        lambda r: {str(one.remote_id): int(one.id) for one in r.comments.rows(list(range(1, answers + 9)))}
    )


def window(store: Store, comment_id: int, size: ThreadSize | None = None) -> ThreadWindow:
    """The window around a comment."""

    def read(reading: object) -> ThreadWindow:
        found = reading.comments.get(comment_id)  # type: ignore[attr-defined]
        return reading.threads.around(found, size)  # type: ignore[attr-defined, no-any-return]

    return store.read(read)


def names(items: tuple[object, ...]) -> list[str]:
    """Remote ids."""
    return [one.remote_id for one in items]  # type: ignore[attr-defined]


def test_the_window_holds_the_family(store: Store) -> None:
    """Parents root first, neighbours in order, answers, our words under each, and how many more there are."""
    ids = grow(store, 60)
    found = window(store, ids["ca20"], ThreadSize(3, 2, 8))
    assert names(found.ancestors) == ["croot"]
    assert names(found.before) == ["ca17", "ca18", "ca19"]
    assert names(found.after) == ["ca21", "ca22"]
    assert names(found.answers) == ["cx", "cus"]
    assert (found.earlier, found.later, found.more) == (17, 37, 0)
    assert names(found.under[ids["ca19"]]) == ["cus2"]
    deep = window(store, ids["cy"])
    assert names(deep.ancestors) == ["croot", "ca20", "cx"]
    assert names(deep.flat)[0] == "croot"


def test_more_of_it_can_be_read(store: Store) -> None:
    """A larger size reaches the ends, and then nothing is left to count."""
    ids = grow(store, 60)
    found = window(store, ids["ca20"], ThreadSize(40, 40, 40))
    assert (found.earlier, found.later) == (0, 0)
    assert names(found.before)[0] == "ca0"
    assert names(found.after)[-1] == "ca59"


def test_a_circle_ends(store: Store) -> None:
    """Two comments that answer each other are read once each."""
    channel = add_channel(store)
    take_in(store, channel, comment(1, parent_remote_id="c2"), comment(2, parent_remote_id="c1"))
    assert names(window(store, 1).ancestors) == ["c2"]


def test_comments_of_a_post_are_neighbours(store: Store) -> None:
    """Without a parent, the neighbours are the other comments of the same post, answers to them left out."""
    channel = add_channel(store)
    items = [comment(n, posted_at=START - 100 + n) for n in range(9)]
    items += [comment("in", parent_remote_id="c3", posted_at=START - 97)]
    items += [comment("else", post="p2", posted_at=START - 96)]
    take_in(store, channel, *items)
    found = window(store, 5, ThreadSize(2, 2, 2))
    assert (names(found.before), names(found.after)) == (["c2", "c3"], ["c5", "c6"])
    assert (found.earlier, found.later) == (2, 2)


def test_five_thousand_answers_are_not_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many rows are read in a thread of 5,000 as in one of 60; the rest is counted in an index."""
    ids = grow(store, 5_000)
    read: list[int] = []
    plain = codec.comment

    def counted(row: tuple[Any, ...]) -> Comment:
        read.append(row[0])
        return plain(row)

    monkeypatch.setattr(codec, "comment", counted)
    found = window(store, ids["ca2500"])
    assert (found.earlier, found.later) == (2_498, 2_497)
    assert len(read) < 40
