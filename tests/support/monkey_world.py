"""What goes on around the monkey's window: strangers write, the network misbehaves, exports come in, a second process decides.

``python -m tests.support.monkey_world FILE SEED SECONDS`` is that second process.
"""

from __future__ import annotations

import contextlib
import csv
import http.client
import json
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from console.domain.errors import EnvironmentFailure, VigieError
from console.domain.vocabulary import ActionKind, OutboxState
from console.practice import actions as practice_actions
from console.practice.database import meta, opened
from console.practice.faults import KINDS
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk

WRITTEN: Final = (
    "Vous êtes des ordures, allez crever", "je vais te retrouver", "Quand arrive la nouvelle collection ?",
    "Merci beaucoup, livraison parfaite 👍🏽", "You idiots, never again", "Gagnez 5000 € ici http://exemple.example",
    "La qualité a baissé, la couture lâche après deux lavages", "\u202eneddih sdrow", "שלום, when do you open?",
    "Arrêtez de mentir sur l'ours et le hérisson", "ha" * 400, "x" * 3000, "t.u e.s n.u.l", "👍" * 60, "?",
    "Bonjour, ma commande n'est jamais arrivée et personne ne répond",
)  # fmt: skip
WAVE: Final = "Boycott Lormel, cette marque ment à tout le monde"
HANDLES: Final = tuple(f"stranger{number}" for number in range(9))
VIGIE: Final = "import sys; from ui.entry import main; sys.exit(main())"
ON_AUTHORS: Final = frozenset({"block", "unblock", "mute", "unmute"})
NEVER_LEFT: Final = frozenset({OutboxState.QUEUED, OutboxState.CANCELLED, OutboxState.WAITING_PERSON})


class World(threading.Thread):
    """Acts on the practice network's file and on the workspace from outside, until ``stop``."""

    def __init__(self, workspace: Path, folder: Path, seed: int, longest: float = 25) -> None:
        """``longest`` is how many seconds a second process stays at most."""
        super().__init__(name="world")
        self.draw = random.Random(seed + 1)
        self.workspace, self.folder = workspace, folder
        self.faults: list[str] = []
        self.done: Counter[str] = Counter()
        self._longest = longest
        self._over = threading.Event()
        self._children: list[subprocess.Popen[str]] = []
        self._files = 0

    def run(self) -> None:
        """Something every second or so, half of it strangers' comments."""
        acts = (
            *(self._stranger,) * 10, *(self._wave,) * 2, *(self._fault,) * 5, *(self._heal,) * 2, self._skip,
            self._export, self._second, self._second, self._keys,
        )  # fmt: skip
        while not self._over.wait(self.draw.uniform(0.2, 1.6)):
            act = self.draw.choice(acts)
            try:
                act()
                self.done[act.__name__] += 1
            except (OSError, http.client.HTTPException, EnvironmentFailure, KeyError):
                self.done["away"] += 1  # the window is closed just now, and the network with it
            self._reap()

    def stop(self) -> None:
        """End with everything that was started."""
        self._over.set()
        if self.is_alive():
            self.join()
        deadline = time.monotonic() + 60
        while self._children and time.monotonic() < deadline:
            self._reap()
            time.sleep(0.05)
        for child in self._children:
            child.kill()
            child.communicate()
            self.faults.append(f"a second process did not end: {child.args}")

    # ------------------------------------------------------------------ the network

    def _ask(self, path: str, body: Mapping[str, Any], method: str = "POST") -> None:
        file = _network(self.workspace)
        if file is None:
            raise OSError("not there yet")
        with opened(file) as db:
            port = int(meta(db, "port"))
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request(method, path, json.dumps(body))
            connection.getresponse().read()
        finally:
            connection.close()

    def _stranger(self) -> None:
        self._write(self.draw.choice(WRITTEN))

    def _wave(self) -> None:
        for _ in range(self.draw.randrange(3, 9)):
            self._write(WAVE + self.draw.choice(("", " !", "!!", " honte", " 😡")))

    def _write(self, text: str) -> None:
        self._ask("/_practice/comments", {"handle": self.draw.choice(HANDLES), "text": text})

    def _fault(self) -> None:
        body = {"kind": self.draw.choice(KINDS), "count": self.draw.randrange(1, 4), "seconds": 0.3}
        self._ask("/_practice/faults", body)

    def _heal(self) -> None:
        self._ask("/_practice/faults", {}, "DELETE")

    def _skip(self) -> None:
        self._ask("/_practice/advance", {"minutes": self.draw.randrange(1, 30)})

    def _keys(self) -> None:
        """Most platforms know no keys of the client's: a reply is found again by its words, or is not sent again."""
        self._ask("/_practice/settings", {"idempotent_replies": self.draw.random() < 0.5})

    # ------------------------------------------------------------------ other processes

    def _export(self) -> None:
        self._files += 1
        path = self.folder / f"export{self._files}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(("id", "text", "author", "created_at"))
            for row in range(self.draw.randrange(1, 40)):
                text = f"{self.draw.choice(WRITTEN)} {self.draw.randrange(99)}"
                table.writerow(
                    (f"{self._files}-{row}", text, self.draw.choice(HANDLES), "2026-01-05T10:00:00Z")
                )
        self._start(
            "-c", VIGIE, "--workspace", str(self.workspace), "import", str(path), "--channel", "file:x"
        )

    def _second(self) -> None:
        seconds = self.draw.uniform(0.2, 1) * self._longest
        seed = self.draw.randrange(1_000_000)
        self._start("-m", "tests.support.monkey_world", str(self.workspace), str(seed), str(seconds))

    def _start(self, *arguments: str) -> None:
        if len(self._children) < 2 and self.workspace.exists():
            pipe = subprocess.PIPE
            self._children.append(
                subprocess.Popen([sys.executable, *arguments], stdout=pipe, stderr=pipe, text=True)
            )

    def _reap(self) -> None:
        for child in [one for one in self._children if one.poll() is not None]:
            self._children.remove(child)
            out, err = child.communicate()
            if "Traceback" in err or child.returncode < 0:
                self.faults.append(f"{child.args} ended with {child.returncode}: {out[-500:]}{err[-2000:]}")


def _network(workspace: Path) -> Path | None:
    """The practice network's file, once it has been filled."""
    path = workspace.with_name(workspace.name + ".practice")
    return path if path.exists() and path.stat().st_size else None


def compare(console: Console) -> tuple[int, list[str]]:
    """How many actions the practice network logged, and which of them it carried out more often than they were asked for."""
    path = _network(console.store.path)
    if path is None:
        return 0, []
    with opened(path) as db:
        log = practice_actions.log_entries(db)
    asked: Counter[tuple[str, str]] = Counter()
    erased: Counter[str] = Counter()
    keys: set[str] = set()
    for row in console.store.read(lambda r: r.outbox.newest(1_000_000)):
        if row.state in NEVER_LEFT and not row.tries:
            continue
        request, action = row.request, row.action.value
        keys.add(row.key)
        if not request["target"]:  # its author was erased: it did something, nobody knows any more to what
            erased["reply" if action == "warn" else action] += 1
            continue
        if action in ON_AUTHORS:
            target = request["author_remote_id"]
        else:
            target = (request.get("undo_of") or {}).get("remote_id") or request["target"]
            target = target if action == "delete" else request["target"]
        asked["reply" if action == "warn" else action, target] += 1
    wrong: list[str] = []
    did = Counter((one["action"], one["target"]) for one in log if one["changed"])
    for (action, target), number in did.items():
        more = number - asked[action, target]
        if more > 0 and erased[action] >= more:
            erased[action] -= more
        elif more > 0:
            wrong.append(
                f"{action} of {target}: done {number} times, asked for {asked[action, target]} times"
            )
    replies = Counter(one["client_key"] for one in log if one["changed"] and one["action"] == "reply")
    wrong += [f"reply {key} was sent {number} times" for key, number in replies.items() if number > 1]
    wrong += [f"reply {key} stands in no outbox" for key in replies if key not in keys]
    return len(log), wrong


def second(workspace: Path, seed: int, seconds: float) -> None:
    """Another person's process: claims, decides, undoes and notes in the same workspace."""
    draw = random.Random(seed)
    console = Console.open(workspace, secrets=memory_only())
    end = time.monotonic() + seconds
    try:
        actor = console.actor(None)
        kinds = (
            [ActionKind.KEEP] * 4
            + [ActionKind.HIDE] * 3
            + [ActionKind.LIKE, ActionKind.MUTE, ActionKind.REPLY]
        )
        while time.monotonic() < end:
            ids = console.ids("inbox", actor)[:60]
            comment = draw.choice(ids) if ids else 0
            with contextlib.suppress(VigieError):
                if comment:
                    console.claim(comment, actor).result(30)
                    time.sleep(draw.uniform(0.05, 0.5))
                    kind = draw.choice(kinds)
                    text = "Merci pour votre message" if kind is ActionKind.REPLY else None
                    console.decide(DecisionAsk(comment, kind, text=text, reason="seen"), actor).result(30)
                if draw.random() < 0.2:
                    console.undo(None, actor).result(30)
                if comment and draw.random() < 0.2:
                    console.add_note("seen", actor, comment_id=comment, author_id=None).result(30)
                if comment and draw.random() < 0.1:
                    console.release(comment, actor).result(30)
            time.sleep(draw.uniform(0.1, 1.0))
    finally:
        console.close()


if __name__ == "__main__":
    second(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
