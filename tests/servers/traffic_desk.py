"""The console's side of the traffic, a process of its own: the whole console, and people who decide at random.

``python -m tests.servers.traffic_desk SETUP.json`` reads commands from its input, a JSON object a line, and prints a
line for each thing it did. It is killed at any point, and the next one goes on with the same workspace.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import random
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from console import paths
from console.connectors import registry
from console.domain.comment import Channel, Comment
from console.domain.errors import VigieError
from console.domain.vocabulary import (
    AUTHOR_ACTIONS,
    LOCAL_ACTIONS,
    ActionKind,
    CommentState,
    OutboxState,
    Role,
)
from console.runtime.app import Console
from console.runtime.clock import SystemClock
from console.secrets import ChainedSecrets, MemorySecrets
from console.services.policies import Policies
from console.services.pulling import PullReport
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.store import QueueFilter
from tests.support.word_reader import WordReader
from tests.support.workspaces import open_store

UNSETTLED: Final = (OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNKNOWN)
#: How often each action is asked for, where the platform has it.
_WISHES: Final = {
    "hide": 8, "unhide": 4, "reply": 6, "warn": 1, "delete": 4, "report": 2, "block": 2, "unblock": 2, "mute": 2,
    "unmute": 2, "like": 3, "unlike": 2, "keep": 3, "snooze": 1, "escalate": 1,
}  # fmt: skip
_TONES: Final = (
    "Bonjour, nous regardons cela", "Thank you & sorry <really>", "C'est noté 👍🏽", "  Merci \"à vous\"  ",
    "Look at https://kettle.example/a?b=1&c=2 please", "Une ligne\n\nEt une autre", "50 % < 100 % &amp; plus",
)  # fmt: skip


class Ahead(SystemClock):
    """The real time, ``seconds`` ahead: between two processes hours may go by."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self._seconds = seconds

    def now(self) -> int:
        """UTC epoch seconds."""
        return super().now() + self._seconds

    def now_us(self) -> int:
        """UTC epoch microseconds, strictly increasing."""
        return super().now_us() + self._seconds * 1_000_000


class FileSecrets:
    """Secrets in a file: what a keyring is to the console, for processes that are killed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def get(self, channel_key: str, workspace_id: str) -> str | None:
        """The secret, or None."""
        return self._all().get(f"{workspace_id}/{channel_key}")

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Keep it."""
        with self._lock:
            self._write({**self._all(), f"{workspace_id}/{channel_key}": secret})

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Forget it."""
        with self._lock:
            self._write({k: v for k, v in self._all().items() if k != f"{workspace_id}/{channel_key}"})

    def _all(self) -> dict[str, str]:
        return dict(json.loads(self._path.read_text())) if self._path.exists() else {}

    def _write(self, values: Mapping[str, str]) -> None:
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps(values))
        part.replace(self._path)


class Desk:
    """People at one workspace: the system's own user, a lead, and Bo, a reviewer."""

    def __init__(self, setup: Mapping[str, Any]) -> None:
        folder = Path(setup["folder"])
        self.draw = random.Random(setup["seed"])
        self.pace = float(setup["pace"])
        _own_policy(folder)
        # An application password, made for this site alone; it goes when the traffic ends.
        secrets = ChainedSecrets(MemorySecrets(), FileSecrets(folder / "secrets.json"))
        self.console = Console.open(
            folder / "w.vigie", secrets=secrets, reader=WordReader(), clock=Ahead(setup["ahead"])
        )
        self.lead = self.console.actor(None)
        found = self.console.store.read(lambda r: r.channels.all())
        if not found:
            self.console.team.add("bo", Role.REVIEWER, self.lead)
            fields = {k: setup[k] for k in ("server", "handle", "remote_id")}
            made = self.console.add_channel(
                setup["kind"], "brand", self.lead, state="ok", options={"interval": 2}, **fields
            )
            secrets.set(made.key, self.console.workspace_id, setup["secret"])
            found = [made]
        self.bo = self.console.actor("bo")
        self.number = int(found[0].id)
        self.spec = registry.spec(setup["kind"])
        self.blockable = tuple(setup["blockable"])
        self.working = False
        self._began = self.console.clock.now()
        able = {one.action for one in self.spec.capabilities if one.mode != "none"}
        self._wishes = {
            name: share
            for name, share in _WISHES.items()
            if name in able or ActionKind(name) in LOCAL_ACTIONS
        }
        self.console.engine.start()

    @property
    def channel(self) -> Channel:
        """The channel as it stands."""
        found = self.console.store.read(lambda r: r.channels.get(self.number))
        assert found is not None
        return found

    # ------------------------------------------------------------------ work

    def act(self) -> dict[str, Any]:
        """One thing that a person does; what came of it."""
        roll = self.draw.random()
        try:
            if roll < 0.10:
                self.console.pull_soon(self.lead, self.number)
                return {"did": "pull"}
            if roll < 0.20:
                return self._undo()
            if roll < 0.24:
                return self._bulk()
            if roll < 0.28:
                return self._retry()
            if roll < 0.33:
                return self._review()
            if roll < 0.36:
                return {"did": "send now", "rows": self.console.send_now(self.lead).result(60)}
            return self._decide()
        except VigieError as error:
            return {"did": "refused", "code": error.code}

    def _decide(self) -> dict[str, Any]:
        wish = self.draw.choices(tuple(self._wishes), tuple(self._wishes.values()))[0]
        states: tuple[CommentState, ...] = (CommentState.OPEN, CommentState.DONE, CommentState.PENDING)
        if wish == "delete" and self.draw.random() < 0.3:
            states = (CommentState.OURS,)
        comment = self._any(states)
        if comment is None:
            return {"did": "nothing"}
        action = ActionKind(wish)
        if action in AUTHOR_ACTIONS and not self._may_shun(comment):
            action = ActionKind.HIDE
        text = None
        if action in (ActionKind.REPLY, ActionKind.WARN):
            text = f"{self.draw.choice(_TONES)} (n° {os.urandom(5).hex()})"
        ask = DecisionAsk(
            comment.id, action, text=text, reason="traffic", category="insult" if comment.category else None,
            shown_revision=comment.revision if self.draw.random() < 0.5 else None,
            at_once=self.draw.random() < 0.5,
        )  # fmt: skip
        outcome = self.console.decide(ask, self.lead).result(60)
        told = outcome.refusal.code if outcome.refusal else outcome.state
        return {"did": wish, "of": comment.remote_id, "came": told, "decision": outcome.decision_id}

    def _may_shun(self, comment: Comment) -> bool:
        return comment.author_handle.startswith(self.blockable)

    def _any(self, states: tuple[CommentState, ...]) -> Comment | None:
        wanted = QueueFilter(states=states, order="newest")
        ids = self.console.store.read(lambda r: list(r.queues.ids(wanted, 400)))
        if not ids:
            return None
        one = self.draw.choice(ids[:40] if self.draw.random() < 0.6 else ids)
        return self.console.store.read(lambda r: r.comments.get(one))

    def _undo(self) -> dict[str, Any]:
        if self.draw.random() < 0.4:
            return {"did": "undo last", "came": self.console.undo(None, self.lead).result(60).state}
        recent = self.console.store.read(lambda r: r.decisions.recent(30))
        if not recent:
            return {"did": "nothing"}
        one = self.draw.choice(recent)
        outcome = self.console.undo(one.id, self.lead).result(60)
        return {
            "did": "undo",
            "decision": one.id,
            "came": outcome.refusal.code if outcome.refusal else outcome.state,
        }

    def _bulk(self) -> dict[str, Any]:
        wanted = QueueFilter(states=(CommentState.OPEN,), order="newest")
        ids = self.console.store.read(lambda r: list(r.queues.ids(wanted, 100)))
        if len(ids) < 4:
            return {"did": "nothing"}
        some = self.draw.sample(ids, min(len(ids), self.draw.randrange(3, 13)))
        action = self.draw.choice(("hide", "hide", "keep", "report", "unhide"))
        preview = self.console.bulk.preview(some, action, self.lead, reason="traffic")
        run = self.console.bulk.start(preview, self.lead, reason="traffic", confirmed=preview.go)
        if not run.ended.wait(60):
            raise AssertionError("a decision about many does not end")
        if self.draw.random() < 0.4:
            time.sleep(self.draw.uniform(0, 3))
            self.console.bulk.undo(run.batch, self.lead)
        return {"did": f"bulk {action}", "batch": run.batch, "of": len(some), "go": preview.go}

    def _retry(self) -> dict[str, Any]:
        failed = self.console.store.read(lambda r: r.outbox.in_states(OutboxState.FAILED))
        if not failed:
            return {"did": "nothing"}
        one = self.draw.choice(failed[-20:])
        outcome = self.console.retry(one.id, self.lead).result(60)
        return {
            "did": "retry",
            "outbox": one.id,
            "came": outcome.refusal.code if outcome.refusal else outcome.state,
        }

    def _review(self) -> dict[str, Any]:
        waiting = self.console.store.read(lambda r: r.decisions.reviews())
        if not waiting:
            return {"did": "nothing"}
        one, agree = self.draw.choice(waiting), self.draw.random() < 0.8
        outcome = self.console.answer_review(one.id, agree, self.bo).result(60)
        return {"did": "review", "decision": one.decision_id, "agree": agree, "came": outcome.state}

    # ------------------------------------------------------------------ a quiet point

    def confirm(self, answers: Mapping[str, bool]) -> dict[str, Any]:
        """What waits for a person's word gets it; ``answers`` by outbox number."""
        for number, done in answers.items():
            with contextlib.suppress(VigieError):
                self.console.confirm(int(number), done, self.lead).result(60)
        return {"did": "confirm", "rows": len(answers)}

    def settle(self, pulls: int, *, everything: bool, seconds: float) -> dict[str, Any]:
        """Send what is to be sent, and pull until nothing new comes; the line is good now.

        ``pulls`` are made at least; ``everything`` also waits for a round of looking again.
        """
        end = time.monotonic() + seconds
        engine = self.console.engine
        while not engine.leading and time.monotonic() < end:
            time.sleep(0.05)
        for one in self.console.store.read(lambda r: r.decisions.reviews()):
            with contextlib.suppress(VigieError):
                self.console.answer_review(one.id, True, self.bo).result(60)
        began = self._began
        made, silent = 0, 0
        errors: list[str] = []
        while time.monotonic() < end:
            self.console.send_now(self.lead).result(60)
            engine.submit(engine.dispatcher.hurry).result(60)
            report = self._pull()
            if report.error is not None:
                errors.append(report.error.code)
                time.sleep(0.5)
                continue
            made += 1
            silent = 0 if report.new or report.updated or self._unsettled() else silent + 1
            channel = self.channel
            round_over = channel.rechecked_to == 0 and (channel.recheck_round_at or 0) >= began
            if (
                made >= pulls and silent >= 2 and self._unsettled() == 0 and self._unread() == 0
                and (round_over or not everything)
            ):  # fmt: skip
                return {
                    "did": "settle",
                    "pulls": made,
                    "errors": errors,
                    "seconds": round(seconds - (end - time.monotonic())),
                }
        rows = self.console.store.read(lambda r: r.outbox.in_states(*UNSETTLED))
        begun = self.channel.recheck_round_at
        left = [f"{row.id} {row.action} {row.state} {row.error}" for row in rows[:20]]
        return {
            "did": "not settled",
            "pulls": made,
            "silent": silent,
            "errors": errors[-5:],
            "rows": left,
            "unread": self._unread(),
            "rechecked": (self.channel.rechecked_to, begun, began),
        }

    def _pull(self) -> PullReport:
        engine, channel = self.console.engine, self.channel
        return engine.submit(lambda: engine.puller.pull(channel, 2)).result(300)

    def _unsettled(self) -> int:
        return len(self.console.store.read(lambda r: r.outbox.in_states(*UNSETTLED)))

    def _unread(self) -> int:
        return len(self.console.store.read(lambda r: r.comments.unread(5)))


def _own_policy(folder: Path) -> None:
    """A new workspace begins with the traffic's policy, not with the one that comes with the program."""
    store = open_store(folder / "w.vigie", SystemClock())  # type: ignore[arg-type]
    me = Actor(paths.os_user(), Role.LEAD, paths.os_user())
    Policies(store).ensure(folder / "policies" / "default.en.toml", me)
    store.close()


def main(arguments: Sequence[str]) -> int:
    """Work until told to end."""
    setup = json.loads(Path(arguments[0]).read_text())
    given: queue.Queue[dict[str, Any]] = queue.Queue()

    def listen() -> None:
        for line in sys.stdin:
            given.put(json.loads(line))
        given.put({"do": "end"})  # whoever started us is gone

    threading.Thread(target=listen, daemon=True).start()
    desk = Desk(setup)
    say({"did": "open", "user": paths.os_user()})
    try:
        while True:
            wait = desk.draw.uniform(0.3, 1.7) * desk.pace if desk.working else None
            try:
                asked = given.get(timeout=wait)
            except queue.Empty:
                say(desk.act())
                continue
            match asked["do"]:
                case "work":
                    desk.working = True
                case "confirm":
                    say(desk.confirm(asked["answers"]))
                case "settle":
                    desk.working = False
                    say(desk.settle(asked["pulls"], everything=asked["everything"], seconds=asked["seconds"]))
                case "end":
                    return 0
    finally:
        if not desk.console.close():
            say({"did": "did not end in time"})


def say(what: Mapping[str, Any]) -> None:
    """One line for whoever started us."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
