"""Policies in running consoles: who leads settles what another process activated, and takes up what was cut short."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from console.domain.errors import EnvironmentFailure
from console.domain.events import Changed
from console.runtime.app import Console
from tests.runtime.conftest import Opener, wait_for
from tests.support.bench import read_texts
from tests.support.policy_life import lenient, severer
from tests.support.workspaces import comment, take_in


def filled(console: Console, number: int) -> list[int]:
    """So many open comments, read by the console's engine."""
    channel = console.add_channel("file", "export", console.actor())
    ids = take_in(
        console.store, channel.id, *(comment(one, f"idiot {one}") for one in range(number)), kind="file"
    )
    console.engine.start()
    wait_for(lambda: not console.store.read(lambda r: r.comments.unread(1)))
    return ids


def proposed(console: Console, ids: list[int]) -> set[str]:
    """The ids of the policies that the comments' proposals are of."""
    found = console.store.read(lambda r: r.comments.proposals(ids))
    return {one.policy_id for one in found.values()}


def test_who_leads_settles_what_another_process_activates_and_its_shadow(opened: Opener) -> None:
    leader, other = opened(), opened()
    ids = filled(leader, 150)
    heard: list[Changed] = []
    leader.subscribe(heard.extend)
    first = other.policies.active().id
    other.engine.start(work=False)
    actor = other.actor()
    version = other.lifecycle.submit(severer(), {}, actor)
    done: Future[object] = other.background(lambda c: c.lifecycle.activate(version.id, actor))
    done.result(timeout=60)
    wait_for(lambda: proposed(leader, ids) == {version.id})
    assert leader.policies.active().id == version.id != first
    assert any(one.what == "policy" for one in heard)
    shadow = other.lifecycle.submit(lenient(), {}, actor)
    other.lifecycle.start_shadow(shadow.id, actor)
    wait_for(lambda: other.lifecycle.shadow_report(shadow.id)["compared"] == 150)


def test_a_leader_that_comes_later_completes_what_was_cut_short(opened: Opener) -> None:
    first = opened()
    ids = filled(first, 150)
    actor = first.actor()
    version = first.lifecycle.submit(severer(), {}, actor)
    wait_for(lambda: first.engine.leading)
    assert first.engine.stop()
    first.lifecycle.activate(version.id, actor, classify=read_texts)
    assert proposed(first, ids) != {version.id}
    second = opened()
    second.engine.start()
    wait_for(lambda: proposed(second, ids) == {version.id})


def test_closing_ends_a_settling_and_asks_nothing_of_a_closed_workspace(opened: Opener, path: Path) -> None:
    console = opened()
    filled(console, 300)
    actor = console.actor()
    console.lifecycle.activate(console.lifecycle.submit(severer(), {}, actor).id, actor)
    assert console.close()
    with pytest.raises(EnvironmentFailure):
        console.lifecycle.versions()
