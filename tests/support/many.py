"""A workspace with many comments of every kind, for decisions about many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from console.audit.verify import verify
from console.domain.comment import IncomingAuthor, IncomingComment
from console.domain.events import Changed
from console.domain.vocabulary import ActionKind
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from tests.support.bench import read_texts
from tests.support.workspaces import Clock

TEXTS = (
    "you idiot number {n}",
    "win at the casino {n}",
    "my parcel {n} is late",
    "where is number {n}?",
    "hello {n}",
)


def incoming(number: int, authors: int) -> IncomingComment:
    """Comment number ``number``: insult, spam, criticism, question and small talk in turn."""
    return IncomingComment(
        remote_id=f"r{number}",
        author=IncomingAuthor(remote_id=f"a{number % authors}", handle=f"h{number % authors}", name=""),
        text=TEXTS[number % len(TEXTS)].format(n=number),
        posted_at=1_770_000_000 + number,
        language="en",
    )


class Many:
    """``console`` with ``count`` comments, ids 1 to ``count``, read and proposed for."""

    def __init__(self, folder: Path, count: int = 60, authors: int = 25) -> None:
        self.clock = Clock()
        self.path = folder / "w.vigie"
        self.console = Console.open(self.path, secrets=memory_only(), clock=self.clock)
        self.lead: Actor = self.console.actor()
        self.authors = authors
        self.channel = self.console.add_channel("practice", "demo", self.lead, state="ok")
        items = [incoming(number, authors) for number in range(count)]
        for start in range(0, count, 5000):
            part = items[start : start + 5000]
            self.take_in(part)
        self.console.triage.run(read_texts)
        self.ids = list(range(1, count + 1))
        self.changes: list[Changed] = []

    def take_in(self, items: Sequence[IncomingComment]) -> None:
        """Store what a pull brought."""
        self.console.store.write(
            lambda tx: tx.comments.upsert(self.channel.id, "practice", items, tx.now), durable=False
        ).result()

    def edit(self, number: int) -> None:
        """The author of comment id ``number`` writes something else."""
        one = incoming(number - 1, self.authors)
        self.take_in([replace(one, text=f"{one.text}, edited", edited_at=self.clock.now())])

    def decide(self, number: int, action: str, actor: Actor | None = None, **more: object) -> object:
        """One decision, the usual way."""
        ask = DecisionAsk(number, ActionKind(action), **more)  # type: ignore[arg-type]
        return self.console.decide(ask, actor or self.lead).result()

    def events(self, event: str) -> list[dict[str, object]]:
        """The log's entries of one kind, oldest first."""
        import json

        from console.store import AuditFilter

        rows = self.console.store.read(lambda r: r.audit.find(AuditFilter(event=event), None))
        return [json.loads(row.entry) for row in reversed(rows)]

    def holds(self) -> bool:
        """Whether the chain verifies."""
        return self.console.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head())).ok

    def close(self) -> None:
        """The chain holds, and everything ends in time."""
        assert self.holds()
        assert self.console.close()
