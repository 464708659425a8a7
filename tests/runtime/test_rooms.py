"""Rooms of a console: one each, whoever asks first; what was never asked for is neither built nor missed."""

from __future__ import annotations

import sys
import threading

from console.runtime.app import Console
from tests.runtime.conftest import Opener, wait_for
from tests.support.bench import read_texts
from tests.support.policy_life import severer

ROOMS = ("bulk", "claims", "engine", "exposure", "lifecycle", "past", "saved", "spelling", "tags", "triage")


def test_threads_that_ask_first_at_once_get_the_same_rooms(opened: Opener) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(3):
            console = opened()
            start = threading.Barrier(8)
            found: list[tuple[int, ...]] = []

            def ask(console: Console = console, start: threading.Barrier = start) -> None:
                start.wait(10)
                found.append(tuple(id(getattr(console, room)) for room in ROOMS))  # noqa: B023

            threads = [threading.Thread(target=ask) for _ in range(8)]
            for one in threads:
                one.start()
            for one in threads:
                one.join(30)
            assert len(found) == 8
            assert len(set(found)) == 1
            assert console.close()
    finally:
        sys.setswitchinterval(before)


def test_a_console_that_only_reads_builds_nothing_and_closes(opened: Opener) -> None:
    console = opened()
    assert list(console.ids("inbox", console.actor())) == []
    assert not [room for room in ROOMS if console.built(room)]
    assert console.close()


def test_who_leads_follows_a_policy_without_ever_having_opened_a_page_of_it(opened: Opener) -> None:
    leader, other = opened(), opened()
    leader.engine.start()
    wait_for(lambda: leader.engine.leading)
    actor = other.actor()
    version = other.lifecycle.submit(severer(), {}, actor)
    other.lifecycle.activate(version.id, actor, classify=read_texts)
    wait_for(lambda: leader.policies.active().id == version.id)
    wait_for(lambda: leader.built("lifecycle"))
