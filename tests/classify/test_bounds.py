"""What bounds the classifier's child: memory, size of a request, texts under way, who goes first, another engine."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace

import pytest

from console.classify import usage
from console.classify.gate import Gate
from console.classify.supervisor import ClassifierState, Engine, Supervisor, Timing
from console.domain.errors import ClassifierAway
from tests.classify.test_supervisor import QUICK, ROGUE, gone, items, run, sizes


def test_a_child_that_grew_is_replaced_between_batches_and_nothing_is_lost() -> None:
    timing = replace(QUICK, request=10.0, memory_mb=90.0, batch=4)
    states: list[tuple[ClassifierState, object]] = []

    async def work(supervisor: Supervisor) -> None:
        await supervisor.start()
        first = supervisor.pid
        assert first is not None
        texts = ["a", "bb", "EAT", "dddd", "eeeee", "ffffff", "ggggggg", "hhhhhhhh"]
        assert sizes(await supervisor.read(items(*texts))) == [1, 2, 3, 4, 5, 6, 7, 8]
        assert supervisor.recycled == 1
        assert supervisor.restarts == 0
        assert supervisor.pid != first
        assert gone(first)
        assert supervisor.usage[0] < 90

    run(work, timing=timing, states=states)  # type: ignore[arg-type]
    assert [state for state, _ in states] == [ClassifierState.AVAILABLE, ClassifierState.CLOSED]  # never away


def test_batches_become_smaller_where_one_is_always_too_much() -> None:
    async def work(supervisor: Supervisor) -> None:
        assert sizes(await supervisor.read(items(*(["EAT", "b", "c", "d"] * 6)))) == [3, 1, 1, 1] * 6
        # Six batches of four would mean six recyclings; after two in a row the batches shrink.
        assert supervisor.recycled >= 2
        assert supervisor._smaller > 1

    run(work, timing=replace(QUICK, request=10.0, memory_mb=90.0, batch=4))


def test_an_engine_larger_than_its_limit_is_not_replaced_for_being_loaded() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.read(items("a"))
        await supervisor.read(items("b"))
        assert supervisor.recycled == 0

    run(work, timing=replace(QUICK, memory_mb=1.0))


def test_an_endless_text_is_cut_before_it_is_sent() -> None:
    async def work(supervisor: Supervisor) -> None:
        verdicts = await supervisor.read(items("é" * 40_000_000, "bb"))
        assert sizes(verdicts)[1] == 2
        assert not verdicts[0].failed
        assert round(verdicts[0].labels["toxicity"] * 100) == 40_000

    run(work, timing=replace(QUICK, request=10.0))


async def begun(supervisor: Supervisor) -> None:
    """Wait until the child holds a text."""
    async with asyncio.timeout(10):
        while supervisor.outstanding == 0:
            await asyncio.sleep(0)


def test_people_go_before_the_background_batch_by_batch() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.start()
        slow = asyncio.create_task(supervisor.read(items(*["SLOW"] * 20), background=True))
        await begun(supervisor)
        assert len(await supervisor.read(items("a"))) == 1
        assert not slow.done()
        assert len(await slow) == 20

    run(work, timing=replace(QUICK, request=5.0, batch=1))


def test_people_wait_for_one_text_of_the_background_and_not_for_its_queue() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.start()
        order: list[str] = []

        async def read(name: str, text: str, background: bool) -> None:
            await supervisor.read(items(text), background=background)
            order.append(name)

        queue = [asyncio.create_task(read("background", "SLOW", True)) for _ in range(8)]
        await begun(supervisor)
        await read("people", "a", False)
        await asyncio.gather(*queue)
        assert order.index("people") <= 1
        assert order.count("background") == 8

    run(work, timing=replace(QUICK, request=5.0, batch=1))


def test_callers_wait_while_too_many_texts_are_under_way() -> None:
    async def work(supervisor: Supervisor) -> None:
        most = 0

        async def watch() -> None:
            nonlocal most
            while True:
                most = max(most, supervisor.outstanding)
                await asyncio.sleep(0)

        watcher = asyncio.create_task(watch())
        answers = await asyncio.gather(*(supervisor.read(items(*["x" * n] * 4)) for n in range(1, 20)))
        watcher.cancel()
        assert [sizes(answer) for answer in answers] == [[n] * 4 for n in range(1, 20)]
        assert 0 < most <= 10
        assert supervisor.outstanding == 0
        # One caller with more than may ever be under way is let in alone.
        assert len(await supervisor.read(items(*["y"] * 30))) == 30

    run(work, timing=replace(QUICK, outstanding=10))


def test_another_engine_takes_over_after_the_batch_that_is_being_read() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.start()
        old = supervisor.pid
        assert old is not None
        reading = asyncio.create_task(supervisor.read(items("SLOW", "DIE")))
        await begun(supervisor)
        other = Engine((*ROGUE, "--engine", "other", "--version", "7"), QUICK)
        await asyncio.gather(reading, supervisor.use(other))
        assert len(reading.result()) == 2
        verdicts = await supervisor.read(items("aaa"))
        assert (verdicts[0].engine, verdicts[0].engine_version) == ("other", "7")
        assert supervisor.engine == ("other", "7")
        assert gone(old)

    run(work, timing=replace(QUICK, request=5.0))


def test_an_engine_that_cannot_start_is_away_and_the_former_one_can_come_back() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.read(items("a"))
        await supervisor.use(Engine((*ROGUE, "--refuse"), replace(QUICK, first_pause=9.0, longest_pause=9.0)))
        with pytest.raises(ClassifierAway):
            await supervisor.read(items("a"))
        assert supervisor.state is ClassifierState.AWAY
        assert supervisor.last_error == "model_damaged"
        await supervisor.use(Engine(tuple(ROGUE), QUICK))
        assert sizes(await supervisor.read(items("bb"))) == [2]  # at once: the pause was the other engine's
        assert supervisor.last_error is None

    run(work)


def test_a_gate_survives_callers_that_give_up() -> None:
    async def main() -> None:
        gate = Gate(3)
        inside: list[int] = []

        async def call(number: int, weight: int, patient: bool = False) -> None:
            async with gate.through(weight, patient=patient):
                inside.append(number)
                await asyncio.sleep(0.02)

        held = asyncio.create_task(call(1, 2))
        await asyncio.sleep(0)
        waits = asyncio.create_task(call(2, 2))
        late = asyncio.create_task(call(3, 1, patient=True))
        await asyncio.sleep(0)
        assert inside == [1]  # the light but patient one does not overtake
        waits.cancel()
        await asyncio.gather(held, late)
        assert inside == [1, 3]
        await call(4, 99)
        assert gate.inside == 0

    asyncio.run(main())


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="Linux says it in /proc")
def test_the_peak_is_this_process_s_own() -> None:
    before = usage.peak_megabytes()
    assert before > 5
    block = bytearray(os.urandom(1)) * 60_000_000
    assert usage.peak_megabytes() >= before
    assert len(block) == 60_000_000
    assert usage.cpu_seconds() > 0


def test_the_defaults_are_bounded() -> None:
    assert Timing().memory_mb == 700
    assert Timing().batch_characters <= 200_000
