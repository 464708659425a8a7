"""One category for a group: each logged by itself, in few transactions, and what is gone is passed over."""

from __future__ import annotations

from typing import Any

import pytest

from console.domain.errors import NotAllowed, UsageError
from console.services.categorising import PART, categorise_all
from tests.support.bench import ANA, ZOE, Bench


def test_each_is_set_and_logged_by_itself_in_a_few_transactions(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [int(bench.comment(f"hello {number}", f"who{number}").id) for number in range(PART + 5)]
    writes: list[int] = []
    write = bench.store.write

    def counted(work: Any, **more: Any) -> Any:
        writes.append(1)
        return write(work, **more)

    monkeypatch.setattr(bench.store, "write", counted)
    assert categorise_all(bench.moderation, [*ids, 999_999], "spam", "", ANA).done == len(ids)
    assert len(writes) == 2
    found = bench.store.read(lambda r: r.comments.rows(ids))
    assert {(one.category, one.category_by) for one in found} == {("spam", "ana")}
    told = [one for one in bench.entries() if one["event"] == "categorised"]
    assert sorted(one["comment"] for one in told) == sorted(ids)
    assert bench.holds()


def test_who_may_not_and_what_is_no_category_change_nothing(bench: Bench) -> None:
    one = bench.comment("hello")
    with pytest.raises(NotAllowed):
        categorise_all(bench.moderation, [int(one.id)], "spam", "", ZOE)
    with pytest.raises(UsageError):
        categorise_all(bench.moderation, [int(one.id)], "nonsense", "", ANA)
    assert bench.again(one).category == one.category
    assert not [entry for entry in bench.entries() if entry["event"] == "categorised"]
