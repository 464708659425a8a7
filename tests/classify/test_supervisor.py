"""The supervisor with real child processes that hang, die, print garbage, or never come up."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import pytest

from console.classify.client import Client
from console.classify.supervisor import ClassifierState, Supervisor, Timing
from console.domain.errors import ClassifierAway
from console.domain.verdict import ClassifyItem, Verdict

ROGUE = [sys.executable, str(Path(__file__).with_name("rogue.py"))]
QUICK = Timing(
    start=15.0, request=0.7, single=0.7, first_pause=0.02, longest_pause=0.5, patience=2.0, batch=8
)


def items(*texts: str) -> list[ClassifyItem]:
    return [ClassifyItem(str(number), text, "fr") for number, text in enumerate(texts)]


def run(
    work: Callable[[Supervisor], Awaitable[object]],
    *arguments: str,
    timing: Timing = QUICK,
    states: list[tuple[ClassifierState, Mapping[str, str]]] | None = None,
) -> None:
    async def main() -> None:
        listener = None if states is None else lambda state, detail: states.append((state, detail))
        supervisor = Supervisor([*ROGUE, *arguments], timing=timing, on_state=listener)
        try:
            await work(supervisor)
        finally:
            await supervisor.close()

    asyncio.run(main())


def sizes(verdicts: list[Verdict]) -> list[int | None]:
    return [None if verdict.failed else round(verdict.labels["toxicity"] * 100) for verdict in verdicts]


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_answers_in_order_and_in_batches() -> None:
    async def work(supervisor: Supervisor) -> None:
        texts = ["x" * n for n in range(1, 40)]
        assert sizes(await supervisor.read(items(*texts))) == list(range(1, 40))
        assert await supervisor.read([]) == []
        assert supervisor.restarts == 0

    run(work)


def test_two_callers_take_turns() -> None:
    async def work(supervisor: Supervisor) -> None:
        answers = await asyncio.gather(*(supervisor.read(items("x" * n)) for n in range(1, 15)))
        assert [sizes(answer) for answer in answers] == [[n] for n in range(1, 15)]

    run(work)


@pytest.mark.parametrize("poison", ["HANG", "DIE", "GARBAGE", "SHORT"])
def test_a_poison_text_is_isolated_and_the_others_get_their_verdict(poison: str) -> None:
    states: list[tuple[ClassifierState, Mapping[str, str]]] = []

    async def work(supervisor: Supervisor) -> None:
        verdicts = await supervisor.read(items("a", "bb", poison, "cccc", "ddddd"))
        assert sizes(verdicts) == [1, 2, None, 4, 5]
        assert verdicts[2].engine == "rogue"
        assert not verdicts[2].flagged
        deaths = supervisor.restarts
        assert deaths == 3  # once in the batch, twice alone
        # It is known from now on: no further death.
        assert sizes(await supervisor.read(items(poison, "zz"))) == [None, 2]
        assert supervisor.restarts == deaths

    run(work, states=states)
    seen = [state for state, _ in states]
    assert seen[0] == ClassifierState.AVAILABLE
    assert ClassifierState.AWAY in seen
    assert seen[-2:] == [ClassifierState.AVAILABLE, ClassifierState.CLOSED]


def test_a_death_that_is_no_text_s_fault_costs_nothing(tmp_path: Path) -> None:
    async def work(supervisor: Supervisor) -> None:
        assert sizes(await supervisor.read(items("a", "bb"))) == [1, 2]
        assert supervisor.restarts == 1

    run(work, "--flaky", str(tmp_path / "mark"))


def test_a_child_killed_between_requests_is_started_again() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.read(items("a"))
        first = supervisor.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert sizes(await supervisor.read(items("bb"))) == [2]
        assert supervisor.pid != first

    run(work)


def test_a_broken_child_is_away_and_no_text_is_blamed() -> None:
    async def work(supervisor: Supervisor) -> None:
        with pytest.raises(ClassifierAway) as caught:
            await supervisor.read(items("a", "bb"))
        assert caught.value.params["why"] in {"broken", "pause"}
        assert supervisor.state == ClassifierState.AWAY

    run(work, "--broken")


@pytest.mark.parametrize(
    ("argument", "why"), [("--mute", "not_ready"), ("--noise", "not_ready"), ("--refuse", "model_damaged")]
)
def test_a_child_that_does_not_come_up(argument: str, why: str) -> None:
    timing = Timing(start=1.0, first_pause=5.0, longest_pause=5.0, patience=0.1)

    async def work(supervisor: Supervisor) -> None:
        with pytest.raises(ClassifierAway) as caught:
            await supervisor.read(items("a"))
        assert caught.value.params["why"] == why
        # The pause is longer than our patience: refused at once, without another start.
        with pytest.raises(ClassifierAway) as again:
            await supervisor.read(items("a"))
        assert again.value.params["why"] == "pause"

    run(work, argument, timing=timing)


def test_a_command_that_does_not_exist() -> None:
    async def main() -> None:
        supervisor = Supervisor(["/nonexistent/vigie"], timing=QUICK)
        with pytest.raises(ClassifierAway):
            await supervisor.start()
        await supervisor.close()

    asyncio.run(main())


def test_close_is_bounded_even_while_the_child_hangs() -> None:
    async def main() -> None:
        supervisor = Supervisor(ROGUE, timing=Timing(request=60.0))
        await supervisor.start()
        pid = supervisor.pid
        assert pid is not None
        reading = asyncio.create_task(supervisor.read(items("HANG")))
        await asyncio.sleep(0)
        async with asyncio.timeout(30):  # half of what the answer is given: it is not waited for
            await supervisor.close()
        with pytest.raises(ClassifierAway):
            await reading
        assert gone(pid)
        with pytest.raises(ClassifierAway):
            await supervisor.read(items("a"))

    asyncio.run(main())


def test_a_cancelled_read_does_not_mix_up_the_next_one() -> None:
    async def work(supervisor: Supervisor) -> None:
        await supervisor.start()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await supervisor.read(items("HANG"))
        assert sizes(await supervisor.read(items("four"))) == [4]

    run(work)


def test_the_synchronous_client() -> None:
    with Client(ROGUE, timing=QUICK) as client:
        assert sizes(client(items("a", "DIE", "ccc"))) == [1, None, 3]
        assert sizes(client(items("bb"))) == [2]


def test_the_window_s_process_never_imports_numpy() -> None:
    code = (
        "import sys, console.classify.supervisor, console.classify.client, console.classify.codec\n"
        "bad = {'numpy', 'onnxruntime', 'torch'} & set(sys.modules)\n"
        "sys.exit(f'imported {bad}' if bad else 0)"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_restart_ends_the_pause_and_says_when_it_does_not_come_up(tmp_path: Path) -> None:
    """What stood in the way is put right: nobody waits out a pause of a minute."""
    there = tmp_path / "there"
    script = f"import os, runpy, sys\nif not os.path.exists({str(there)!r}): sys.exit(3)\nsys.argv = ['rogue']\nrunpy.run_path({ROGUE[1]!r}, run_name='__main__')"
    timing = Timing(start=15.0, first_pause=60.0, longest_pause=60.0, patience=0.1)

    async def main() -> None:
        supervisor = Supervisor([sys.executable, "-c", script], timing=timing)
        with pytest.raises(ClassifierAway):
            await supervisor.read(items("a"))
        assert supervisor.state is ClassifierState.AWAY
        with pytest.raises(ClassifierAway):
            await supervisor.restart()
        assert supervisor.state is ClassifierState.AWAY
        there.touch()
        await supervisor.restart()
        assert (supervisor.state, supervisor.last_error) == (ClassifierState.AVAILABLE, None)
        before = supervisor.pid
        assert sizes(await supervisor.read(items("bb"))) == [2]
        await supervisor.restart()  # one that runs is replaced
        assert supervisor.pid != before
        await supervisor.close()

    asyncio.run(main())
