"""The use cases on a real workspace and a real practice network, on a clock that the test turns."""

from __future__ import annotations

import asyncio
import http.client
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from console import paths
from console.audit.verify import verify
from console.connectors.practice import connect
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, Comment
from console.domain.decision import Decision, DecisionOutcome, OutboxRow
from console.domain.ports import Connector
from console.domain.verdict import ClassifyItem, Verdict
from console.domain.vocabulary import ActionKind, CommentState, OutboxState, Role
from console.practice import PracticeNetwork
from console.services.dispatch import Dispatcher
from console.services.lifecycle import Lifecycle
from console.services.policies import Policies
from console.services.pulling import Puller, PullReport
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.services.triage import Triage
from console.services.undo import Undo
from console.store import AuditFilter, Store
from tests.support.workspaces import Clock, add_channel, open_store

ANA = Actor("ana", Role.MODERATOR, "tester")
BO = Actor("bo", Role.REVIEWER, "tester")
LEA = Actor("lea", Role.LEAD, "tester")
ZOE = Actor("zoe", Role.AUDITOR, "tester")

WORDS = {
    "idiot": ("insult", 0.95),
    "destroy you": ("threat", 0.95),
    "vermin": ("hate", 0.8),
    "filth": ("obscene", 0.95),
    "casino": ("spam", 0.95),
}


def read_text(item: ClassifyItem) -> Verdict:
    """A classifier simple enough to predict: a few words, a question mark, a complaint."""
    labels = dict.fromkeys(("toxicity", "hate", "threat", "insult", "obscene", "spam"), 0.01)
    found = []
    for word, (label, score) in WORDS.items():
        if word in item.text:
            labels[label] = score
            found.append(label)
    if not found:
        found = [
            "constructive_criticism" if "late" in item.text else "question" if "?" in item.text else "neutral"
        ]
    flagged = found[0] in labels
    return Verdict("test", "1", "en", labels, tuple(found), severity=3 if flagged else 0, flagged=flagged)


def read_texts(items: Sequence[ClassifyItem]) -> list[Verdict]:
    """One verdict per item."""
    return [read_text(item) for item in items]


class Bench:
    """One workspace, its policy, one practice channel and the network behind it."""

    def __init__(self, folder: Path, *, policy: str | None = None) -> None:
        self.clock = Clock()
        self.path = folder / "w.vigie"
        self.store: Store = open_store(self.path, self.clock)
        self.policies = Policies(self.store)
        source = paths.resources() / "policies" / "default.en.toml"
        if policy is not None:
            own = folder / "policy.toml"
            own.write_text(policy, encoding="utf-8")
            source = own
        self.policies.ensure(source, LEA)
        self.triage = Triage(self.store, self.policies)
        self.lifecycle = Lifecycle(self.store, self.policies, self.triage, self.clock, read_texts)
        self.moderation = Undo(self.store, self.policies, self.clock)
        # The brand's posts, and nobody has written under them yet: the tests say who writes what.
        content = folder / "content"
        content.mkdir()
        for name in ("posts.jsonl", "authors.jsonl"):
            shutil.copy(paths.resources() / "practice" / name, content / name)
        (content / "comments.jsonl").touch()
        self.network = PracticeNetwork(
            folder / "w.vigie.practice", content=content, clock=self.clock, speed=0.0
        )
        self.network.start()
        self.channel_id = add_channel(self.store, "practice", "demo")
        self.sessions = MemorySessionStore()
        self.forgotten: list[int] = []

    def close(self) -> None:
        """Stop the network and close the workspace."""
        self.network.stop()
        assert self.store.close()

    # ------------------------------------------------------------------ the network, asked directly

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the network itself, past every connector."""
        connection = http.client.HTTPConnection(self.network.url.removeprefix("http://"), timeout=10)
        try:
            connection.request(method, path, None if body is None else json.dumps(body).encode())
            answer = connection.getresponse()
            content = answer.read()
            assert answer.status < 300, (answer.status, content)
            return json.loads(content)
        finally:
            connection.close()

    def write(self, text: str, handle: str = "stranger", parent: str | None = None) -> str:
        """A stranger writes on the network; the comment's remote id."""
        body = {"handle": handle, "text": text} | ({} if parent is None else {"parent_id": parent})
        return str(self.ask("POST", "/_practice/comments", body)["id"])

    def fault(self, kind: str, **more: Any) -> None:
        """Order a fault for the next request."""
        self.ask("POST", "/_practice/faults", {"kind": kind, **more})

    def log(self, action: str | None = None, target: str | None = None) -> list[dict[str, Any]]:
        """What the network carried out, with those that changed nothing left out."""
        return [
            one
            for one in self.ask("GET", "/_practice/log")["entries"]
            if action in (None, one["action"]) and target in (None, one["target"]) and one["changed"]
        ]

    # ------------------------------------------------------------------ the console

    @property
    def channel(self) -> Channel:
        """The channel as stored."""
        found = self.store.read(lambda r: r.channels.get(self.channel_id))
        assert found is not None
        return found

    async def get(self, channel: Channel) -> Connector:
        """Connectors port: a fresh connector each time, as after a restart."""
        made = connect(replace(channel, server=self.network.url), None, self.sessions, self.clock)
        self._made.append(made)
        return made

    async def forget(self, channel_id: int) -> None:
        """Connectors port: remembered, for the tests to look at."""
        self.forgotten.append(channel_id)

    _made: list[Any]

    def run(self, work: Any) -> Any:
        """Run ``work(dispatcher)`` on a loop of its own."""

        async def whole() -> Any:
            self._made = []
            dispatcher = Dispatcher(self.store, self, self.clock, "tester", lambda tries: min(60, 2**tries))
            try:
                return await work(dispatcher)
            finally:
                for one in self._made:
                    await one.close()

        return asyncio.run(whole())

    def dispatch(self, *, wait: bool = True) -> int:
        """Run the outbox, after the undo window by default."""
        if wait:
            self.clock.turn(21)
        return int(self.run(lambda d: d.run_due()))

    def recover(self) -> int:
        """What a process that takes the lease does first."""
        return int(self.run(lambda d: d.recover()))

    def pull(self) -> PullReport:
        """Pull and read everything new."""

        async def whole() -> PullReport:
            self._made = []
            puller = Puller(self.store, self, self.clock, lambda tries: 2**tries)
            try:
                return await puller.pull(self.channel, 10)
            finally:
                for one in self._made:
                    await one.close()

        report = asyncio.run(whole())
        self.triage.run(read_texts)
        return report

    def comment(self, text: str, handle: str = "stranger") -> Comment:
        """A stranger writes, we pull: the stored comment with its verdict and proposal."""
        remote_id = self.write(text, handle)
        assert self.pull().error is None
        found = self.store.read(lambda r: r.comments.by_remote(self.channel_id, remote_id))
        assert found is not None
        return found

    def again(self, comment: Comment) -> Comment:
        """The comment as it is stored now."""
        found = self.store.read(lambda r: r.comments.get(comment.id))
        assert found is not None
        return found

    def state(self, comment: Comment) -> CommentState:
        """Where the comment stands now."""
        return self.again(comment).state

    def decide(
        self, comment: Comment, action: str, text: str | None = None, actor: Actor = ANA, **more: Any
    ) -> DecisionOutcome:
        """Decide about a comment."""
        return self.moderation.decide(DecisionAsk(comment.id, ActionKind(action), text=text, **more), actor)

    def undo(self, outcome: DecisionOutcome | int | None, actor: Actor = ANA) -> DecisionOutcome:
        """Undo a decision."""
        which = outcome.decision_id if isinstance(outcome, DecisionOutcome) else outcome
        return self.moderation.undo(which, actor)

    def row(self, outcome: DecisionOutcome) -> OutboxRow:
        """The outbox row of a decision."""
        assert outcome.outbox_id is not None
        found = self.store.read(lambda r: r.outbox.get(outcome.outbox_id or 0))
        assert found is not None
        return found

    def outbox(self, outcome: DecisionOutcome) -> OutboxState:
        """The state of a decision's outbox row."""
        return self.row(outcome).state

    def decision(self, outcome: DecisionOutcome) -> Decision:
        """The decision as stored."""
        found = self.store.read(lambda r: r.decisions.get(outcome.decision_id or 0))
        assert found is not None
        return found

    def strikes(self, comment: Comment) -> list[str]:
        """The categories of the author's strikes."""
        return [one[0] for one in self.store.read(lambda r: r.decisions.strikes(comment.author_id))]

    def entries(self, comment: Comment | None = None) -> list[dict[str, Any]]:
        """Audit entries, oldest first."""
        wanted = AuditFilter(comment_id=None if comment is None else int(comment.id))
        rows = self.store.read(lambda r: r.audit.find(wanted, None))
        return [json.loads(row.entry) for row in reversed(rows)]

    def outcomes(self, comment: Comment) -> list[tuple[str, str | None, str | None]]:
        """(event, action, outcome) of a comment's entries, oldest first."""
        return [(one["event"], one.get("action"), one.get("outcome")) for one in self.entries(comment)]

    def holds(self) -> bool:
        """Whether the whole chain verifies."""
        return self.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True)).ok
