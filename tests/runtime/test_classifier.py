"""The classifier's desk on a real workspace with real child processes: switching, reading again, a second opinion."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from console.classify.supervisor import Engine, Timing
from console.domain.errors import DomainError, NotAllowed, UsageError
from console.domain.verdict import ClassifyItem, Verdict
from console.domain.vocabulary import ActionKind, CommentState, Role
from console.runtime import rereader
from console.runtime.app import Console
from console.runtime.classifier import Progress
from console.runtime.connections import memory_only
from console.runtime.reader import EngineReader
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.store import Opinion
from tests.runtime.conftest import wait_for
from tests.support.workspaces import comment, raw

ROGUE = (sys.executable, str(Path(__file__).parents[1] / "classify" / "rogue.py"))
TIMING = Timing(start=20.0, request=10.0, single=2.0, first_pause=0.02, longest_pause=0.3, batch=8)
KNOWN = {
    "embedded": ("--engine", "embedded", "--version", "1"),
    "other": ("--engine", "other", "--version", "7"),
    "third": ("--engine", "third", "--version", "2"),
}
LEA = Actor("lea", Role.LEAD, "tester")
BO = Actor("bo", Role.MODERATOR, "tester")


def launch(name: str) -> Engine:
    """Our engines here: the rogue worker under several names."""
    if name not in KNOWN:
        raise UsageError("pack_unknown", name=name)
    return Engine((*ROGUE, *KNOWN[name]), TIMING)


Opener = Callable[..., Console]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.vigie"


@pytest.fixture
def desk(path: Path) -> Iterator[Opener]:
    """Open consoles with engines of their own on the one workspace."""
    made: list[Console] = []

    def make(launched: Callable[[str], Engine] = launch) -> Console:
        console = Console.open(path, secrets=memory_only(), reader=EngineReader(launch=launched))
        made.append(console)
        return console

    yield make
    for console in made:
        assert console.close()


def fill(console: Console, count: int, text: str = "comment", first: int = 1) -> list[int]:
    """Comments of a channel that is not pulled."""
    found = console.store.read(lambda r: r.channels.find("file:demo"))
    channel = found[0] if found else console.add_channel("file", "demo", console.actor(), state="ok")
    items = [comment(number, f"{text} {number}") for number in range(first, first + count)]
    return list(console.store.write(lambda tx: _upserted(tx, channel.id, items)).result())


def _upserted(tx, channel_id, items):  # type: ignore[no-untyped-def]
    found = tx.comments.upsert(channel_id, "file", items, tx.now).new_ids
    tx.changed("comments_new", tuple(found))
    return found


def opinions(console: Console, number: int) -> list[Opinion]:
    return console.store.read(lambda r: r.opinions.of_comment(number))


def said(console: Console, number: int) -> list[tuple[str, bool]]:
    """(engine, active) of every verdict on a comment."""
    return [(one.verdict.engine, one.active) for one in opinions(console, number)]


def run_of(console: Console) -> Progress:
    found = console.classifier.status().reclassification
    assert found is not None
    return found


def all_read(console: Console) -> bool:
    return not console.store.read(lambda r: r.comments.unread(1))


def finished(console: Console, engine: str) -> bool:
    found = console.classifier.status().reclassification
    return found is not None and (found.engine, found.state) == (engine, "done")


def test_another_engine_reads_what_is_undecided_again_and_overwrites_nothing(desk: Opener) -> None:
    console = desk()
    ids = fill(console, 150)
    console.engine.start()
    wait_for(lambda: all_read(console))
    decided, proposed = ids[3], ids[4]
    console.decide(DecisionAsk(decided, ActionKind.KEEP), BO).result(10)
    due = console.cards([proposed])[0].comment.due_at
    status = console.classifier.use("other", LEA).result(10)
    assert status.engine == "other"
    wait_for(lambda: finished(console, "other"), 30)
    status = console.classifier.status()
    assert (status.engine, status.reads, status.version, status.state) == ("other", "other", "7", "available")
    assert status.rate_per_second > 0
    run = run_of(console)
    assert (run.done, run.total, run.failed, run.purpose, run.started_by) == (
        150,
        150,
        0,
        "switch",
        "console",
    )
    assert said(console, proposed) == [("other", True), ("embedded", False)]
    # Decided on the embedded engine's word: that stays, and the new one stands beside.
    assert said(console, decided) == [("embedded", True), ("other", False)]
    detail = console.detail(decided)
    assert detail is not None
    assert [one.verdict.engine for one in detail.opinions] == ["embedded", "other"]
    again = console.cards([proposed])[0]
    assert again.proposal is not None
    assert again.comment.due_at <= due
    with raw(console.store.path) as db:
        assert db.execute("SELECT count(*) FROM verdicts").fetchone() == (300,)
        assert db.execute(
            "SELECT count(*) FROM comments WHERE state = 0 AND proposal_id IS NULL"
        ).fetchone() == (0,)
    events = [row.entry for row in console.store.read(lambda r: r.audit.find(_any(), 50))]
    assert sum('"engine_chosen"' in one for one in events) == 1
    assert sum('"reclassification"' in one for one in events) == 2  # started, done
    # What comes now is read by it at once.
    new = fill(console, 1, first=900)
    wait_for(lambda: said(console, new[0]) == [("other", True)])
    # And back: its verdicts are there already, nothing is read or stored a second time.
    console.classifier.use("embedded", LEA).result(10)
    wait_for(lambda: finished(console, "embedded"), 30)
    assert said(console, proposed) == [("embedded", True), ("other", False)]
    with raw(console.store.path) as db:
        assert db.execute("SELECT count(*) FROM verdicts").fetchone() == (302,)


def _any():  # type: ignore[no-untyped-def]
    from console.store import AuditFilter

    return AuditFilter()


def test_only_a_lead_chooses_and_only_what_is_installed(desk: Opener) -> None:
    console = desk()
    with pytest.raises(NotAllowed):
        console.classifier.use("other", BO).result(5)
    with pytest.raises(UsageError) as caught:
        console.classifier.use("oracle", LEA).result(5)
    assert caught.value.code == "pack_unknown"
    with pytest.raises(DomainError) as none:
        console.classifier.pause(LEA).result(5)
    assert none.value.code == "reclassification_none"
    assert console.classifier.chosen() == ("embedded", None)


def test_the_installed_engines_alone_are_accepted_by_default(path: Path) -> None:
    console = Console.open(path, secrets=memory_only(), reader=EngineReader())
    try:
        with pytest.raises(UsageError):
            console.classifier.use("oracle", LEA).result(5)
        with pytest.raises(UsageError) as caught:
            console.classifier.use("detoxify:original", LEA).result(5)
        assert caught.value.code == "pack_not_installed"
    finally:
        assert console.close()


def test_pause_go_on_and_cancel(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereader, "REST", 0.5)
    console = desk()
    ids = fill(console, 400)
    console.engine.start()
    wait_for(lambda: all_read(console))
    console.classifier.use("other", LEA).result(10)
    wait_for(lambda: _moving(console, 64))
    console.classifier.pause(LEA).result(10)
    stopped = run_of(console)
    assert stopped.state == "paused"
    time.sleep(1.2)
    assert run_of(console).done <= stopped.done + 64  # the batch under way, no more
    held = run_of(console).done
    assert 64 <= held < 400
    console.classifier.resume(LEA).result(10)
    wait_for(lambda: _moving(console, held + 1))
    console.classifier.cancel(LEA).result(10)
    wait_for(lambda: run_of(console).state == "cancelled")
    # Called off by a person: it does not start again by itself, and new comments go to the chosen engine.
    time.sleep(1.2)
    assert run_of(console).state == "cancelled"
    assert ("other", True) in said(console, ids[0])
    new = fill(console, 1, first=900)
    wait_for(lambda: said(console, new[0]) == [("other", True)])


def _moving(console: Console, done: int) -> bool:
    found = console.classifier.status().reclassification
    return found is not None and found.engine == "other" and found.done >= done


def test_a_killed_child_costs_no_verdict(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereader, "REST", 0.3)
    console = desk()
    ids = fill(console, 300)
    console.engine.start()
    wait_for(lambda: all_read(console))
    console.classifier.use("other", LEA).result(10)
    reader = console.engine._reader
    assert isinstance(reader, EngineReader)
    for after in (64, 128):
        wait_for(lambda after=after: _moving(console, after))
        wait_for(lambda: reader.pid is not None)
        pid = reader.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
    wait_for(lambda: finished(console, "other"), 30)
    assert run_of(console).failed == 0
    assert all(said(console, number) == [("other", True), ("embedded", False)] for number in ids)


def test_a_poison_text_keeps_the_verdict_it_has(desk: Opener) -> None:
    console = desk(lambda name: launch(name) if name == "other" else Engine((*ROGUE, "--tame"), TIMING))
    ids = fill(console, 20)
    channel = console.store.read(lambda r: r.channels.find("file:demo"))[0]
    (poison,) = console.store.write(lambda tx: _upserted(tx, channel.id, [comment("x", "DIE")])).result()
    console.engine.start()
    wait_for(lambda: all_read(console))
    console.classifier.use("other", LEA).result(10)
    wait_for(lambda: finished(console, "other"), 30)
    assert run_of(console).failed == 1
    found = opinions(console, poison)
    assert [(one.verdict.engine, one.active, one.verdict.failed) for one in found] == [
        ("rogue", True, False),
        ("other", False, True),
    ]
    assert said(console, ids[0])[0] == ("other", True)
    # That one text is no reason to read everything again at every start.
    assert not console.store.read(lambda r: r.opinions.differs("other", "7"))


def test_an_engine_that_is_not_on_this_machine_is_said_and_the_embedded_one_reads(
    desk: Opener, path: Path
) -> None:
    here = desk()
    here.store.write(lambda tx: tx.settings.set("engine", "elsewhere")).result()
    assert here.close()
    console = desk()
    ids = fill(console, 3)
    console.engine.start()
    wait_for(lambda: all_read(console))
    status = console.classifier.status()
    assert (status.engine, status.reads, status.last_error) == ("elsewhere", "embedded", "engine_missing")
    assert said(console, ids[0]) == [("embedded", True)]
    # It reads nothing again: that is for a machine that has the chosen engine, which then also finds these three.
    time.sleep(1.5)
    assert console.classifier.status().reclassification is None
    assert console.close()
    there = desk(lambda name: Engine((*ROGUE, "--engine", name, "--version", "1"), TIMING))
    there.engine.start()
    wait_for(lambda: finished(there, "elsewhere"))
    assert said(there, ids[0]) == [("elsewhere", True), ("embedded", False)]


def test_a_second_opinion_stands_beside_and_decides_nothing(desk: Opener) -> None:
    console = desk()
    ids = fill(console, 80)
    console.engine.start()
    wait_for(lambda: all_read(console))
    reader = console.engine._reader
    assert isinstance(reader, EngineReader)
    assert reader.second_pid is None
    before = console.cards([ids[5]])[0].comment
    console.classifier.second("third", LEA).result(10)
    wait_for(lambda: finished(console, "third"), 30)
    assert said(console, ids[5]) == [("embedded", True), ("third", False)]
    assert console.cards([ids[5]])[0].comment == before
    assert reader.second_pid is not None
    assert reader.second_pid != reader.pid
    new = fill(console, 2, first=500)
    wait_for(lambda: said(console, new[1]) == [("embedded", True), ("third", False)])
    status = console.classifier.status()
    assert (status.second, status.second_version) == ("third", "2")
    # Off again: its process ends, its verdicts stay, and new comments get one opinion.
    pid = reader.second_pid
    console.classifier.second(None, LEA).result(10)
    wait_for(lambda: reader.second_pid is None and _gone(pid))
    later = fill(console, 1, first=600)
    wait_for(lambda: said(console, later[0]) == [("embedded", True)])
    assert len(opinions(console, ids[5])) == 2
    # On again: what came meanwhile gets its second opinion too.
    console.classifier.second("third", LEA).result(10)
    wait_for(lambda: said(console, later[0]) == [("embedded", True), ("third", False)])


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_newer_version_of_the_engine_reads_again_by_itself(desk: Opener) -> None:
    console = desk()
    ids = fill(console, 30)
    console.engine.start()
    wait_for(lambda: all_read(console))
    assert console.classifier.status().reclassification is None
    assert console.close()
    newer = Engine((*ROGUE, "--engine", "embedded", "--version", "2"), TIMING)
    upgraded = desk(lambda _: newer)
    upgraded.engine.start()
    wait_for(lambda: finished(upgraded, "embedded"))
    assert run_of(upgraded).engine_version == "2"
    assert [one.verdict.engine_version for one in opinions(upgraded, ids[0])] == ["2", "1"]


def test_two_processes_one_reads_and_both_know(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereader, "REST", 0.3)
    first = desk()
    fill(first, 300)
    first.engine.start()
    wait_for(lambda: first.engine.leading)
    wait_for(lambda: all_read(first))
    second = desk()
    second.engine.start()
    heard: list[dict[str, object]] = []
    second.subscribe(
        lambda changes: heard.extend(dict(one.extra) for one in changes if one.what == "reclassification")
    )
    # Chosen in the one without the lease; read by the other; seen by both.
    second.classifier.use("other", LEA).result(10)
    wait_for(lambda: _moving(second, 64))
    second.classifier.pause(LEA).result(10)
    wait_for(lambda: run_of(first).state == "paused")
    second.classifier.resume(LEA).result(10)
    wait_for(lambda: finished(second, "other"), 30)
    wait_for(lambda: any(one.get("state") == "done" for one in heard))
    reader = second.engine._reader
    assert isinstance(reader, EngineReader)
    assert reader.pid is None  # it never started a child
    assert reader.wanted == ("other", None)
    with raw(first.store.path) as db:
        assert db.execute("SELECT count(*) FROM verdicts").fetchone() == (600,)


WORKER = """
import sys, time
from pathlib import Path
from tests.runtime import test_classifier as t
from console.runtime import rereader
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.reader import EngineReader
rereader.REST = 2.0
console = Console.open(Path(sys.argv[1]), secrets=memory_only(), reader=EngineReader(launch=t.launch))
console.engine.start()
console.classifier.use("other", t.LEA).result(10)
print("ready", flush=True)
time.sleep(600)
"""


def test_a_killed_console_goes_on_at_the_cursor(desk: Opener, path: Path) -> None:
    console = desk()
    ids = fill(console, 500)
    console.engine.start()
    wait_for(lambda: all_read(console))
    assert console.close()
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        with raw(path) as db:
            wait_for(lambda: _done(db) >= 128, 40)
            process.kill()
            process.wait(10)
            stopped = _done(db)
            (number,) = db.execute("SELECT max(id) FROM reclassifications").fetchone()
            stored = db.execute("SELECT count(*) FROM verdicts WHERE engine = 'other'").fetchone()[0]
            assert stored == stopped < 500
    finally:
        process.kill()
        process.communicate()
    again = desk()
    again.engine.start()
    wait_for(lambda: finished(again, "other"), 30)
    run = run_of(again)
    assert (run.id, run.done, run.total) == (number, 500, 500)  # the same run, and nothing counted twice
    assert all(said(again, one) == [("other", True), ("embedded", False)] for one in ids)
    with raw(path) as db:
        assert db.execute("SELECT count(*) FROM verdicts").fetchone() == (1000,)


def _done(db) -> int:  # type: ignore[no-untyped-def]
    row = db.execute("SELECT done FROM reclassifications ORDER BY id DESC LIMIT 1").fetchone()
    return 0 if row is None else int(row[0])


class Gate:
    """Lets reading again go on for two batches; the third waits at the engine until the gate is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._free = 2
        self._open = threading.Event()
        self.held = threading.Event()
        self._read = EngineReader.read
        gate = self

        async def read(
            reader: EngineReader, items: Sequence[ClassifyItem], *, background: bool = False
        ) -> list[Verdict]:
            if background:
                gate._free -= 1
                while gate._free < 0 and not gate._open.is_set():
                    gate.held.set()
                    await asyncio.sleep(0.01)
            return await gate._read(reader, items, background=background)

        monkeypatch.setattr(EngineReader, "read", read)

    def open(self) -> None:
        """Let it go on to its end."""
        self._open.set()


def test_new_comments_go_first(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes in is read while a batch of what is read again still waits: it waits for none of it."""
    monkeypatch.setattr(rereader, "REST", 0.0)
    gate = Gate(monkeypatch)
    console = desk()
    fill(console, 600)
    console.engine.start()
    wait_for(lambda: all_read(console))
    console.classifier.use("other", LEA).result(10)
    wait_for(gate.held.is_set)
    new = fill(console, 1, first=5000)
    wait_for(lambda: said(console, new[0]) == [("other", True)])
    assert run_of(console).done == 128
    gate.open()
    wait_for(lambda: finished(console, "other"), 30)


def test_a_decision_during_it_never_waits_long_and_keeps_its_basis(
    desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereader, "REST", 0.05)
    gate = Gate(monkeypatch)
    console = desk()
    ids = fill(console, 600)
    console.engine.start()
    wait_for(lambda: all_read(console))
    shown = {number: opinions(console, number)[0].verdict.engine for number in ids[-40:]}
    console.classifier.use("other", LEA).result(10)
    wait_for(lambda: _moving(console, 64))
    for number in ids[-40:-20]:  # while batches are read and stored
        console.decide(DecisionAsk(number, ActionKind.KEEP), BO).result(10)
    wait_for(gate.held.is_set)
    for number in ids[-20:]:  # while one is under way and does not end
        console.decide(DecisionAsk(number, ActionKind.KEEP), BO).result(10)
    assert run_of(console).done == 128
    gate.open()
    wait_for(lambda: finished(console, "other"), 30)
    for number in ids[-40:]:
        assert console.cards([number])[0].comment.state is CommentState.DONE
        active = next(one for one in opinions(console, number) if one.active)
        assert active.verdict.engine == shown[number] or active.at <= _decided_at(console, number)


def _decided_at(console: Console, number: int) -> int:
    return console.store.read(lambda r: r.decisions.of_comment(number))[0].created_at


def _breakable(healthy: Path) -> Callable[[str], Engine]:
    """Engines of which "third" comes up only while the file ``healthy`` is there."""
    wrapper = (
        "import runpy, sys, pathlib; healthy, script = sys.argv[1:3];"
        "sys.argv = [script, *sys.argv[3:], *([] if pathlib.Path(healthy).exists() else ['--refuse'])];"
        "runpy.run_path(script, run_name='__main__')"
    )

    def launched(name: str) -> Engine:
        command = launch(name).command
        return Engine(
            (command[0], "-c", wrapper, str(healthy), *command[1:]) if name == "third" else command, TIMING
        )

    return launched


def test_a_second_engine_that_does_not_come_up_holds_up_nothing(desk: Opener, tmp_path: Path) -> None:
    console = desk(_breakable(tmp_path / "healthy"))
    ids = fill(console, 20)
    console.engine.start()
    wait_for(lambda: all_read(console))
    console.classifier.second("third", LEA).result(10)
    wait_for(lambda: console.classifier.status().second_error)
    console.classifier.use("other", LEA).result(10)
    wait_for(lambda: finished(console, "other"), 30)
    assert said(console, ids[0]) == [("other", True), ("embedded", False)]


def test_a_comment_waits_for_its_second_opinion_while_that_engine_is_away(
    desk: Opener, tmp_path: Path
) -> None:
    healthy = tmp_path / "healthy"
    healthy.touch()
    console = desk(_breakable(healthy))
    fill(console, 3)
    console.engine.start()
    wait_for(lambda: all_read(console))
    console.classifier.second("third", LEA).result(10)
    wait_for(lambda: finished(console, "third"))
    reader = console.engine._reader
    assert isinstance(reader, EngineReader)
    pid = reader.second_pid
    assert pid is not None
    healthy.unlink()
    os.kill(pid, signal.SIGKILL)
    new = fill(console, 1, first=700)
    wait_for(lambda: reader.second_error == "model_damaged")
    healthy.touch()
    wait_for(lambda: said(console, new[0]) == [("embedded", True), ("third", False)])


def test_a_second_engine_installed_later_is_found_when_it_is_chosen_again(desk: Opener) -> None:
    there = False

    def shelf(name: str) -> Engine:
        if name == "third" and not there:
            raise UsageError("pack_not_installed", name=name)
        return launch(name)

    console = desk(shelf)
    ids = fill(console, 3)
    console.store.write(lambda tx: tx.settings.set("second_engine", "third")).result()
    console.classifier.follow()
    console.engine.start()
    wait_for(lambda: all_read(console))
    wait_for(lambda: console.classifier.status().second_error == "engine_missing")
    there = True
    console.classifier.second("third", LEA).result(10)
    wait_for(lambda: said(console, ids[0]) == [("embedded", True), ("third", False)])
    assert console.classifier.status().second_error is None


def test_an_undone_decision_brings_back_what_the_run_left_beside(desk: Opener) -> None:
    console = desk()
    ids = fill(console, 5, text="threat of a kind")
    console.engine.start()
    wait_for(lambda: all_read(console))
    made = console.decide(DecisionAsk(ids[2], ActionKind.KEEP), BO).result(10)
    console.classifier.use("other", LEA).result(10)
    wait_for(lambda: finished(console, "other"))
    assert said(console, ids[2]) == [("embedded", True), ("other", False)]
    console.undo(made.decision_id, BO).result(10)
    wait_for(lambda: said(console, ids[2]) == [("other", True), ("embedded", False)])
    assert console.cards([ids[2]])[0].comment.state is CommentState.OPEN
    # Once more, decided: what was decided on stays what it was.
    console.decide(DecisionAsk(ids[2], ActionKind.KEEP), BO).result(10)
    console.classifier.use("third", LEA).result(10)
    wait_for(lambda: finished(console, "third"))
    assert said(console, ids[2])[0] == ("other", True)
