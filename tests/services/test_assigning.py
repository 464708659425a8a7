"""Assigning and the index of parts as services: who keeps what when a member changes, and how indexing ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.errors import NotAllowed, UsageError
from console.domain.vocabulary import CommentState, Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services import indexing
from console.services.indexing import PartIndex
from console.services.narrowing import Narrowing
from console.store import QueueFilter
from tests.support.workspaces import comment, take_in


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    made = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    yield made
    assert made.close()


def filled(console: Console) -> list[int]:
    channel = console.add_channel("file", "one", console.actor(), state="ok")
    return list(
        take_in(
            console.store, channel.id, *(comment(number, f"numéro {number} abcdef") for number in range(7))
        )
    )


def test_what_was_a_members_goes_with_the_name_or_back_to_nobody(console: Console) -> None:
    first, second, *_ = filled(console)
    lead = console.actor()
    console.team.add("max", Role.MODERATOR, lead)
    console.assigning.assign(first, "max", lead)
    kept = console.saved.save("Mine", "inbox", Narrowing(languages=("fr",)), console.actor("max"))
    console.team.rename("max", "maxim", lead)
    assert list(console.ids("mine", console.actor("maxim"))) == [first]
    assert [one.id for one in console.saved.list(console.actor("maxim"))] == [kept.id]
    console.team.remove("maxim", lead)
    held = console.store.read(lambda r: r.comments.get(first))  # type: ignore[arg-type]
    assert held is not None
    assert held.assignee is None
    assert console.store.read(lambda r: r.saved_views.get(kept.id)) is None
    assert second in console.ids("inbox", lead)


def test_what_is_decided_or_nobodys_to_give_is_refused(console: Console) -> None:
    first, *_ = filled(console)
    lead = console.actor()
    console.team.add("zoe", Role.AUDITOR, lead)
    assert "zoe" not in console.assigning.whom(lead)
    with pytest.raises(UsageError):
        console.assigning.assign(first, "zoe", lead)
    with pytest.raises(NotAllowed):
        console.assigning.assign(first, "lead", console.actor("zoe"))
    console.store.write(lambda tx: tx.comments.set_flags(first, state=int(CommentState.DONE))).result()  # type: ignore[arg-type]
    with pytest.raises(UsageError) as closed:
        console.assigning.assign(first, "lead", lead)
    assert closed.value.code == "assign_closed"


def test_the_index_of_parts_is_filled_in_batches_and_ends(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = filled(console)
    monkeypatch.setattr(indexing, "BATCH", 3)
    parts = PartIndex(console.store)
    assert [parts.step() for _ in range(4)] == [3, 3, 1, 0]
    found = console.store.read(lambda r: r.queues.search(QueueFilter(text="bcde")))
    assert sorted(found.ids) == sorted(ids)
    assert parts.catch_up(5)
    assert not parts.catch_up(0)  # no time: nothing is promised
