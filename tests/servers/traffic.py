"""An hour of mixed traffic on a real server: ``python -m tests.servers.traffic wordpress|bluesky --minutes 60 --seed 7``.

Strangers write, others moderate, the line is bad, servers and console die; at quiet points everything is compared.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from console import paths
from console.domain.decision import OutboxRow
from console.domain.vocabulary import OutboxState
from tests.servers.traffic_child import Child
from tests.servers.traffic_compare import Kept, audit, count_done, read_kept, read_rows
from tests.servers.traffic_line import BadLine, Write
from tests.support.faultserver import FaultServer

#: The console's clock at the next quiet point is this much ahead (s): a round of looking again is due then.
_LEAP: Final = 6 * 3600 + 60
#: How long a quiet point may take, in seconds.
_QUIET: Final = 900.0


class World(Protocol):
    """A real server and everybody on it but the console."""

    kind: str
    blockable: Sequence[str]
    can_be_killed: bool
    done: Counter[str]

    @property
    def server(self) -> str: ...
    @property
    def handle(self) -> str: ...
    @property
    def secret(self) -> str: ...
    @property
    def remote_id(self) -> str: ...
    def act(self) -> None: ...
    def kill(self) -> None: ...
    def revive(self) -> None: ...
    def quiet(self) -> None: ...
    def stop(self) -> None: ...
    def pulls(self, kept: int) -> int: ...
    def answers(self, waiting: Sequence[OutboxRow], rows: Sequence[OutboxRow]) -> dict[str, bool]: ...
    def compare(
        self, kept: Mapping[str, Kept], rows: Sequence[OutboxRow], writes: Sequence[Write]
    ) -> list[str]: ...


class Traffic:
    """A run. ``problems`` holds everything that did not agree."""

    def __init__(self, world: World, seed: int, *, pace: float = 1.0, kills: float = 25.0) -> None:
        """``pace`` stretches all pauses; ``kills`` are the seconds between two deaths of the console, on the average."""
        self.world, self.seed, self._pace, self._kills = world, seed, pace, kills
        self.folder = Path(tempfile.mkdtemp(prefix="vigie-traffic-"))
        self.draw = random.Random(seed)
        self.line = BadLine(world.server, seed + 1, tokens=world.kind == "bluesky")
        self.line.kill = self._kill
        self.gate = FaultServer(self.line.handle)
        self.gate.start()
        self.line.url = self.gate.url
        self.steps: deque[str] = deque(maxlen=400)
        self.problems: list[str] = []
        self.quiet = _QUIET
        self.did: Counter[str] = Counter()
        self.audited = 0
        self._ahead = 0
        self._lives = 0
        self._next_kill = 0.0
        self._acting = threading.Event()
        self._over = threading.Event()
        self._child: Child | None = None
        self._policy()
        self._people = threading.Thread(target=self._live, name="people")
        self._people.start()

    def _policy(self) -> None:
        """The policy that comes with Vigie, with a short time to undo; deleting needs no second person, blocking does."""
        target = self.folder / "policies"
        shutil.copytree(paths.resources() / "policies", target)
        for file in target.glob("default.*.toml"):
            text = file.read_text()
            for old, new in (
                ('undo_window     = "20s"', 'undo_window     = "3s"'),
                ('["block", "delete"]', '["block"]'),
            ):
                assert old in text, old
                text = text.replace(old, new)
            file.write_text(text)

    # ------------------------------------------------------------------ the other side

    def _live(self) -> None:
        while not self._over.is_set():
            if not self._acting.wait(0.2):
                continue
            try:
                self.world.act()
            except Exception as error:  # a thread's end would look like peace
                self.problems.append(f"the world stumbled: {type(error).__name__}: {error}")
            self._over.wait(self.draw.uniform(0.1, 1.1) * self._pace)

    # ------------------------------------------------------------------ the console

    def _start(self) -> None:
        self._lives += 1
        setup = {
            "folder": str(self.folder), "seed": self.seed * 1000 + self._lives, "pace": self._pace,
            "ahead": self._ahead, "kind": self.world.kind, "server": self.gate.url, "handle": self.world.handle,
            "remote_id": self.world.remote_id, "secret": self.world.secret, "blockable": self.world.blockable,
        }  # fmt: skip
        file = self.folder / "setup.json"
        file.write_text(json.dumps(setup))
        self._next_kill = float("inf")
        self._child = Child(file, self.steps, self.folder / "console.log")
        self._child.wait("open", seconds=60)
        self._next_kill = time.monotonic() + self._kills * self.draw.uniform(0.5, 1.5)

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        killed = not child.alive
        code = child.end()
        self.did += child.did
        if code and not killed:
            self.problems.append(f"the console ended with {code}")

    def _kill(self, when: str) -> bool:
        child = self._child
        if child is None or time.monotonic() < self._next_kill:
            return False
        self._next_kill = time.monotonic() + self._kills
        child.kill()
        self.did[f"console killed {when}"] += 1
        self.steps.append(f"{time.strftime('%H:%M:%S')} console killed {when}")
        return True

    # ------------------------------------------------------------------ the run

    def rush(self, seconds: float, *, least: int = 0) -> None:
        """Everybody acts on a bad line; servers and console die.

        It goes on until ``least`` actions are done, a minute longer at most: a slow machine does little in seconds.
        """
        longest = time.monotonic() + seconds + 60
        for _ in range(0 if self._lives else 12):
            self.world.act()
        end = time.monotonic() + seconds
        outage = time.monotonic() + min(seconds / 2, self.draw.uniform(20, 90))
        self.line.bad = True
        self._acting.set()
        while (left := end - time.monotonic()) > 0 or (
            least and time.monotonic() < longest and count_done(self.workspace) < least
        ):
            left = max(left, 1.0)
            if self._child is None or not self._child.alive:
                self._end()
                if self.draw.random() < 0.1:
                    self._ahead += _LEAP  # the machine stood still for a morning
                self._start()
                assert self._child is not None
                self._child.tell(do="work")
            if time.monotonic() > outage:
                self._outage(min(self.draw.uniform(1, 10), seconds / 6))
                outage = time.monotonic() + self.draw.uniform(60, 180)
            if time.monotonic() > self._next_kill + self._kills:
                self._kill("at some moment")
            if self.draw.random() < 0.01:
                self._pause(min(self.draw.uniform(1, 8), left))
            time.sleep(0.1)
        self._acting.clear()
        self.line.bad = False

    def _outage(self, seconds: float) -> None:
        if self.world.can_be_killed or self.draw.random() < 0.5:
            self.did["server killed" if self.world.can_be_killed else "server frozen"] += 1
            self.world.kill()
            time.sleep(seconds)
            self.world.revive()
        else:
            self.did["line dead"] += 1
            self.line.away = True
            time.sleep(seconds)
            self.line.away = False

    def _pause(self, seconds: float) -> None:
        """Nobody does anything but the console."""
        self.did["pause"] += 1
        self._acting.clear()
        time.sleep(seconds)
        self._acting.set()

    def compare(self) -> list[str]:
        """A quiet point: what is found wrong there, also added to ``problems``."""
        time.sleep(1)
        self._end()
        self.world.quiet()
        self._ahead += _LEAP
        self._start()
        self._next_kill = float("inf")
        assert self._child is not None
        pulls = self.world.pulls(len(read_kept(self.workspace)))
        everything, wrong = True, list[str]()
        for turn in range(4):
            self._child.tell(do="settle", pulls=pulls, everything=everything, seconds=self.quiet)
            told = self._child.wait("settle", "not settled", seconds=self.quiet + 60)
            if told["did"] != "settle":
                wrong.append(f"it does not come to rest: {told}")
            rows = read_rows(self.workspace)
            waiting = [row for row in rows if row.state is OutboxState.WAITING_PERSON]
            if turn and not waiting:
                break
            self._child.tell(do="confirm", answers=self.world.answers(waiting, rows))
            self._child.wait("confirm", seconds=120)
            self.world.quiet()  # what was sent last is indexed, and may be pulled now
            pulls, everything = 3, False
        self._end()
        kept, rows = read_kept(self.workspace), read_rows(self.workspace)
        wrong += self.world.compare(kept, rows, tuple(self.line.writes))
        self.audited, faults = audit(self.workspace)
        wrong += faults + self._tracebacks()
        self.problems += wrong
        if wrong:
            shutil.copyfile(self.workspace, self.folder / f"w.{time.strftime('%H%M%S')}.vigie")
        states = Counter(row.state.value for row in rows)
        codes = Counter((row.error or {}).get("code") for row in rows if row.state is OutboxState.FAILED)
        print(
            f"{time.strftime('%H:%M:%S')} {len(kept)} comments, {len(rows)} actions {dict(states)}, failed for"
            f" {dict(codes)}, {self.audited} entries, {len(wrong)} problems",
            flush=True,
        )
        self.gate.seen.clear()
        return wrong

    @property
    def workspace(self) -> Path:
        """The console's file."""
        return self.folder / "w.vigie"

    def _tracebacks(self) -> list[str]:
        """What the console's processes printed of errors of their own."""
        log = self.folder / "console.log"
        text = log.read_text(errors="replace") if log.exists() else ""
        log.write_text("")
        return [f"the console printed: {text[-3000:]}"] if "Traceback" in text else []

    @property
    def done(self) -> Counter[str]:
        """How many actions of each kind are done."""
        return Counter(row.action.value for row in read_rows(self.workspace) if row.state is OutboxState.DONE)

    def report(self) -> str:
        """Counts, and the problems with the last steps."""
        kept, rows = read_kept(self.workspace), read_rows(self.workspace)
        lines = [
            f"seed {self.seed}: {len(kept)} comments, {len(rows)} actions, {self.audited} log entries, {self._lives} lives",
            f"states of the comments: {dict(Counter(one.state.word for one in kept.values()))}",
            f"states of the actions: {dict(Counter(row.state.value for row in rows))}",
            f"done: {dict(self.done)}",
            f"others: {dict(self.world.done)}",
            f"line: {dict(self.line.counts)}, writes that reached the server: {len(self.line.writes)}",
            f"console: {dict(self.did.most_common())}",
        ]
        if self.problems:
            lines.append(f"the workspace: {self.folder}")
            lines += [
                "last steps:",
                *list(self.steps)[-80:],
                f"{len(self.problems)} PROBLEMS",
                *self.problems,
            ]
        return "\n".join(lines)

    def close(self) -> None:
        """End everything that this run started, but for the world."""
        self._over.set()
        self._people.join(60)
        self.line.bad = False
        self._end()
        self.gate.stop()
        self.line.close()
        if not self.problems:
            shutil.rmtree(self.folder, ignore_errors=True)


def world_of(kind: str, seed: int) -> World:
    """A real server with its people."""
    if kind == "bluesky":
        from tests.servers.traffic_bluesky import BlueskyWorld

        return BlueskyWorld(seed)
    from tests.servers.traffic_wordpress import WordPressWorld

    return WordPressWorld(seed)


def main() -> int:
    """Run, print, exit 0 when everything agreed."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers.traffic", description=__doc__)
    parser.add_argument("kind", choices=("wordpress", "bluesky"))
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--pace", type=float, default=1.0, help="stretches all pauses")
    parser.add_argument("--kills", type=float, default=45.0, help="seconds between two deaths of the console")
    options = parser.parse_args()
    seed = random.randrange(10**6) if options.seed is None else options.seed
    for one in (signal.SIGTERM, signal.SIGINT):  # a shell's background jobs are started deaf to the second
        signal.signal(one, signal.default_int_handler)
    print(f"seed {seed}", flush=True)
    world = world_of(options.kind, seed)
    try:
        traffic = Traffic(world, seed, pace=options.pace, kills=options.kills)
        try:
            end = time.monotonic() + options.minutes * 60
            while (left := end - time.monotonic()) > 5:
                traffic.rush(min(left, traffic.draw.uniform(120, 240)))
                if wrong := traffic.compare():
                    print(
                        "\n".join([*list(traffic.steps)[-60:], *(f"PROBLEM {one}" for one in wrong)]),
                        flush=True,
                    )
            print(traffic.report(), flush=True)
            return int(bool(traffic.problems))
        finally:
            traffic.close()
    finally:
        world.stop()


if __name__ == "__main__":
    raise SystemExit(main())
