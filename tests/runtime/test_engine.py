"""The engine: one of several works, a killed one is replaced, bugs stay where they are, and it ends in its time."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from console.domain.errors import EnvironmentFailure, LeaseHeld
from console.domain.events import Changed
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from console.practice.faults import Fault, Faults
from console.runtime import engine as engine_module
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from console.store import QueueFilter
from tests.runtime.conftest import Opener, wait_for

ROOT = Path(__file__).parents[2]


def practice(console: Console) -> None:
    """A practice channel; the engine pulls it at once."""
    console.ensure_practice(console.actor())


def ask(console: Console, path: str, body: dict[str, Any] | None = None) -> Any:
    """Ask the practice network of a console itself."""
    network = console.engine.connections._practice
    assert network is not None
    connection = http.client.HTTPConnection(network.url.removeprefix("http://"), timeout=10)
    try:
        connection.request(
            "GET" if body is None else "POST", path, None if body is None else json.dumps(body)
        )
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def pulled(console: Console) -> bool:
    return bool(console.ids("all", "x"))


def proposed(console: Console) -> bool:
    return pulled(console) and not console.store.read(lambda r: r.comments.unread(1))


def test_the_whole_way_without_a_hand_on_it(opened: Opener) -> None:
    console = opened()
    heard: list[Changed] = []
    console.subscribe(heard.extend)
    practice(console)
    console.engine.start()
    wait_for(lambda: proposed(console))
    assert console.engine.leading
    actor = console.actor("ana")
    number = next(
        one for one in console.ids("inbox", "ana") if console.cards([one])[0].comment.category == "neutral"
    )
    done = console.decide(DecisionAsk(number, ActionKind.LIKE, at_once=True), actor).result(10)
    wait_for(lambda: row(console, done.outbox_id).state is OutboxState.DONE)
    assert [entry["action"] for entry in ask(console, "/_practice/log")["entries"]] == ["like"]
    assert {"comments_new", "proposals", "decisions", "outbox", "channels", "lease"} <= {
        one.what for one in heard
    }


def row(console: Console, outbox_id: int | None) -> Any:
    return console.store.read(lambda r: r.outbox.get(outbox_id or 0))


def test_two_engines_one_works_and_hands_over(opened: Opener) -> None:
    first, second = opened(), opened()
    first.engine.start()
    wait_for(lambda: first.engine.leading)
    second.engine.start()
    heard: list[Changed] = []
    second.subscribe(heard.extend)
    time.sleep(1.2)  # two rounds in which it must not happen
    assert not second.engine.leading
    assert second.engine.lease is not None
    assert second.engine.lease.pid == os.getpid()
    practice(first)
    wait_for(lambda: proposed(first))
    # The one that waits hears of it and reads the same.
    wait_for(lambda: {"comments_new", "proposals", "channels"} <= {one.what for one in heard})
    assert len(second.ids("inbox", "x")) == len(first.ids("inbox", "x"))
    # A decision made there is sent here.
    number = second.ids("inbox", "ana")[0]
    result = second.decide(DecisionAsk(number, ActionKind.LIKE, at_once=True), second.actor("ana")).result(10)
    wait_for(lambda: row(second, result.outbox_id).state is OutboxState.DONE)
    first.close()
    wait_for(lambda: second.engine.leading)


HOLDER = """
import sys, time
from pathlib import Path
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.connections import memory_only
console = Console.open(Path(sys.argv[1]), secrets=memory_only())
console.engine.start()
while not console.engine.leading:
    time.sleep(0.02)
console.store.write(lambda tx: tx.outbox.claim_ready(tx.now, [1])).result()
print("leading", flush=True)
time.sleep(600)
"""


def test_a_killed_holder_is_replaced_and_what_it_was_sending_is_read_back(opened: Opener, path: Path) -> None:
    console = opened()
    practice(console)
    console.engine.start()
    wait_for(lambda: proposed(console))
    number = console.ids("inbox", "ana")[0]
    console.close()
    console = opened()
    result = console.decide(DecisionAsk(number, ActionKind.LIKE, at_once=True), console.actor("ana")).result(
        10
    )
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "leading\n"
        console.engine.start(work=False)
        with pytest.raises(LeaseHeld):
            console.engine.submit(lambda: console.engine.lead(0.5)).result(10)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()
    # Nobody waits for the lease of a process that no longer runs: the first try has it.
    console.engine.submit(lambda: console.engine.lead(0.0)).result(10)
    console.engine.submit(console.engine.dispatcher.run_due).result(20)
    assert row(console, result.outbox_id).state is OutboxState.DONE
    assert [entry["action"] for entry in ask(console, "/_practice/log")["entries"]] == ["like"]


def test_the_lease_of_another_machine_runs_out_by_itself(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "LEASE_SECONDS", 1)
    console = opened()
    console.store.write(
        lambda tx: tx.shared.take_lease("ana@elsewhere (1)", "far", 999_999, tx.now, 2)
    ).result()
    console.engine.start(work=False)
    with pytest.raises(LeaseHeld) as caught:
        console.engine.submit(lambda: console.engine.lead(0.3)).result(10)
    assert caught.value.params["holder"] == "ana@elsewhere (1)"
    console.engine.submit(lambda: console.engine.lead(6.0)).result(10)
    assert console.engine.leading


def test_closing_while_a_pull_hangs_takes_its_bounded_time(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``close`` says False where the engine's thread has not ended in ``STOP_SECONDS``; the answer takes a minute."""
    struck = threading.Event()
    plain = Faults.take

    def take(faults: Faults, method: str, path: str) -> Fault | None:
        found = plain(faults, method, path)
        if found is not None:
            struck.set()
        return found

    monkeypatch.setattr(Faults, "take", take)
    before = set(threading.enumerate())
    console = opened()
    practice(console)
    console.engine.start()
    wait_for(lambda: proposed(console))
    ask(console, "/_practice/faults", {"kind": "slow", "seconds": 60, "count": 50})
    console.engine.pull_soon()
    wait_for(struck.is_set)  # the request is out
    assert engine_module.STOP_SECONDS < 60
    assert console.close()
    left = set(threading.enumerate()) - before
    assert not [one for one in left if one.name in ("engine", "db-writer")]


def test_closing_twice_and_using_afterwards(opened: Opener) -> None:
    console = opened()
    console.engine.start()
    assert console.close()
    assert console.close()
    with pytest.raises(EnvironmentFailure):
        console.engine.submit(console.engine.take_lease)
    with pytest.raises(EnvironmentFailure):
        console.ids("inbox", "x")
    with pytest.raises((EnvironmentFailure, RuntimeError)):
        console.decide(DecisionAsk(1, ActionKind.KEEP), console.moderation and _actor()).result(5)


def _actor() -> Any:
    from tests.support.bench import ANA

    return ANA


def test_a_bug_in_one_standing_task_leaves_the_others_running(opened: Opener) -> None:
    console = opened()
    reader: Any = console.engine._reader
    reader.broken = 2
    practice(console)
    console.engine.start()
    wait_for(lambda: pulled(console))
    wait_for(lambda: proposed(console), 20)
    assert reader.broken == 0


def test_a_bug_in_one_channel_s_pull_is_shown_there_and_the_others_go_on(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = opened()
    bad = console.add_channel("practice", "bad", console.actor(), handle="lormel")
    practice(console)
    console.engine.start()
    real = console.engine.connections.get

    async def get(channel: Any) -> Any:
        if channel.name == "bad":
            raise ZeroDivisionError("a bug in the connector")
        return await real(channel)

    monkeypatch.setattr(console.engine.connections, "get", get)
    console.engine.pull_soon()
    wait_for(lambda: console.store.read(lambda r: r.channels.get(bad.id)).state_code == "internal_error")  # type: ignore[union-attr]
    wait_for(lambda: pulled(console))


def test_a_channel_that_hangs_does_not_hold_up_another(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    console = opened()
    console.add_channel("practice", "slow", console.actor(), handle="lormel")
    console.engine.start()
    real = console.engine.connections.get

    async def get(channel: Any) -> Any:
        if channel.name == "slow":
            await asyncio.sleep(60)
        return await real(channel)

    monkeypatch.setattr(console.engine.connections, "get", get)
    console.engine.pull_soon()
    time.sleep(0.7)
    practice(console)
    wait_for(lambda: pulled(console), 6)


def test_sending_on_one_channel_does_not_wait_for_another(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    console = opened()
    slow = console.add_channel("practice", "slow", console.actor(), handle="lormel")
    practice(console)
    console.engine.start()
    wait_for(lambda: len(console.store.read(lambda r: r.facets.channel_counts(tuple(CommentState)))) == 2)
    real = console.engine.connections.get

    async def get(channel: Any) -> Any:
        if channel.name == "slow":
            await asyncio.sleep(60)
        return await real(channel)

    monkeypatch.setattr(console.engine.connections, "get", get)
    fast = console.store.read(lambda r: r.channels.find("lormel"))[0]
    results = []
    for channel in (slow, fast):
        here = QueueFilter(channel_id=int(channel.id))
        number = console.store.read(lambda r, here=here: r.queues.ids(here))[0]  # type: ignore[misc]
        ask_for = DecisionAsk(number, ActionKind.LIKE, at_once=True)
        results.append(console.decide(ask_for, console.actor("ana")).result(10))
    wait_for(lambda: row(console, results[1].outbox_id).state is OutboxState.DONE, 6)
    assert row(console, results[0].outbox_id).state is OutboxState.SENDING
    assert console.close()
    again = opened()
    assert row(again, results[0].outbox_id).state is OutboxState.UNKNOWN  # to be read back, not forgotten


def test_snoozes_end_and_reviews_expire_without_a_window(opened: Opener) -> None:
    console = opened()
    practice(console)
    console.engine.start()
    wait_for(lambda: proposed(console))
    actor = console.actor("ana")
    first = console.ids("inbox", "ana")[0]
    until = console.clock.now() + 1
    console.decide(DecisionAsk(first, ActionKind.SNOOZE, until=until), actor).result(10)
    wait_for(lambda: state(console, first) is CommentState.OPEN)
    second = console.ids("inbox", "ana")[-1]
    console.close()
    again = opened()
    again.decide(DecisionAsk(second, ActionKind.SNOOZE, until=again.clock.now()), again.actor("ana")).result(
        10
    )
    again.engine.start(work=False)
    again.engine.submit(lambda: again.engine.lead(5.0)).result(10)
    assert state(again, second) is CommentState.OPEN


def state(console: Console, number: int) -> CommentState:
    found = console.store.read(lambda r: r.comments.get(number))
    assert found is not None
    return found.state


def test_commands_take_effect_in_the_order_of_the_keys(opened: Opener) -> None:
    console = opened()
    practice(console)
    console.engine.start()
    wait_for(lambda: proposed(console))
    actor = console.actor("ana")
    numbers = list(console.ids("inbox", "ana"))[:40]
    futures: list[Future[Any]] = []
    for number in numbers:
        futures.append(console.decide(DecisionAsk(number, ActionKind.KEEP), actor))
        futures.append(console.undo(None, actor))
    assert [one.result(20).comment_id for one in futures] == [
        number for one in numbers for number in (one, one)
    ]
    assert {state(console, number) for number in numbers} == {CommentState.OPEN}


def test_undo_races_with_the_sending_and_both_agree(opened: Opener) -> None:
    console = opened()
    practice(console)
    console.engine.start()
    wait_for(lambda: proposed(console))
    actor = console.actor("ana")
    made = []
    for number in list(console.ids("inbox", "ana"))[:30]:
        result = console.decide(DecisionAsk(number, ActionKind.LIKE, at_once=True), actor).result(10)
        if number % 3:
            time.sleep(0.002 * (number % 7))
        made.append((result, console.undo(result.decision_id, actor)))
    undone = [(result, answer.result(10)) for result, answer in made]

    def settled() -> bool:
        counts = console.store.read(lambda r: r.outbox.counts())
        return not counts.get("queued") and not counts.get("sending") and not counts.get("unknown")

    wait_for(settled)
    did = [(entry["action"], entry["target"]) for entry in ask(console, "/_practice/log")["entries"]]
    for result, answer in undone:
        target = console.cards([result.comment_id])[0].comment.remote_id
        sent = [action for action, where in did if where == target]
        if row(console, result.outbox_id).state is OutboxState.CANCELLED:
            assert (answer.state, sent) == ("done", [])
        elif answer.state == "refused":  # it was on its way at that very moment
            assert sent == ["like"]
        else:
            assert sent == ["like", "unlike"]
        wanted = CommentState.DONE if answer.state == "refused" else CommentState.OPEN
        assert state(console, int(result.comment_id)) is wanted


def test_two_processes_found_one_workspace(path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from console.runtime.app import Console; from console.runtime.connections import memory_only\n"
        "import sqlite_utils.migrations\n"
        "time.sleep(max(0, float(sys.argv[2]) - time.time()))\n"
        "c = Console.open(Path(sys.argv[1]), secrets=memory_only()); assert c.close()\n"
    )
    at = time.time() + 1.5
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), str(at)], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    told = [one.communicate(timeout=60)[1] for one in running]
    assert [one.returncode for one in running] == [0] * 4, told
    console = Console.open(path, secrets=memory_only())
    try:
        from console.store import AuditFilter

        rows = console.store.read(lambda r: r.audit.find(AuditFilter(), None))
        events = [json.loads(one.entry)["event"] for one in rows]
        assert sorted(events) == ["policy_activated", "workspace_created"]
    finally:
        assert console.close()


def test_a_failing_open_leaves_no_thread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from console import paths

    monkeypatch.setattr(paths, "resources", lambda: path.parent / "nowhere")
    before = threading.active_count()
    with pytest.raises(Exception):  # noqa: B017
        Console.open(path, secrets=memory_only())
    wait_for(lambda: threading.active_count() <= before)


def test_what_a_call_needs_for_its_own_end_is_not_cut_off(opened: Opener) -> None:
    """asyncio has tasks of its own, as the one that connects a new process's pipes: cancelled, the start of that process
    waits for ever, and closing took eight seconds.
    """
    console = opened()
    engine = console.engine
    engine.start()
    told: list[str] = []
    begun = threading.Event()

    async def helper(wanted: asyncio.Event) -> None:
        await wanted.wait()
        told.append("helped")

    async def call() -> None:
        wanted = asyncio.Event()
        helping = asyncio.create_task(helper(wanted))
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            wanted.set()
            await helping
            told.append("ended")

    going = engine.submit(call)
    assert begun.wait(15)
    assert engine.stop()
    assert going.cancelled()
    assert told == ["helped", "ended"]
