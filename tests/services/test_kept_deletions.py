"""What a platform keeps can be taken back: a deletion into a trash, a report that put the comment out of sight."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import paths
from console.connectors.registry import MemorySessionStore, connect
from console.domain.comment import Channel, Comment
from console.domain.decision import DecisionOutcome
from console.domain.ports import Connector
from console.domain.vocabulary import ActionKind, CommentState, Role
from console.services.dispatch import Dispatcher
from console.services.policies import Policies
from console.services.pulling import Puller
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.services.triage import Triage
from console.services.undo import Undo
from tests.support.bench import read_texts
from tests.support.faultserver import TestClock
from tests.support.wordpress_server import ME, PASSWORD, USER, FakeWordPress, fake_wordpress
from tests.support.workspaces import open_store

LEA = Actor("lea", Role.LEAD, "tester")


class Blog:
    """A workspace with one channel of a site that keeps a trash."""

    def __init__(self, folder: Path, fake: FakeWordPress) -> None:
        self.clock = TestClock()
        self.store = open_store(folder / "w.vigie", self.clock)  # type: ignore[arg-type]
        policies = Policies(self.store)
        policies.ensure(paths.resources() / "policies" / "default.en.toml", LEA)
        self.triage = Triage(self.store, policies)
        self.moderation = Undo(self.store, policies, self.clock)
        self._sessions = MemorySessionStore()
        self.channel_id = self.store.write(
            lambda tx: tx.channels.add(
                "wordpress", "b", tx.now, state="ok", server=fake.server.url, handle=USER, remote_id=str(ME)
            )
        ).result()
        self._made: list[Connector] = []

    async def get(self, channel: Channel) -> Connector:
        """Connectors port."""
        self._made.append(connect(channel, PASSWORD, self._sessions, self.clock))
        return self._made[-1]

    async def forget(self, channel_id: int) -> None:
        """Connectors port."""

    def round(self, *, pull: bool = True) -> None:
        """Send what is due, then pull and read what is new."""

        async def whole() -> None:
            channel = self.store.read(lambda r: r.channels.get(self.channel_id))
            assert channel is not None
            await Dispatcher(self.store, self, self.clock, "tester", lambda tries: 1).run_due()
            if pull:
                assert (
                    await Puller(self.store, self, self.clock, lambda tries: 1).pull(channel, 10)
                ).error is None
            while self._made:
                await self._made.pop().close()

        self.clock.ahead += 25
        asyncio.run(whole())
        self.triage.run(read_texts)

    def comment(self, remote_id: str) -> Comment:
        """A comment as it is stored now."""
        found = self.store.read(lambda r: r.comments.by_remote(self.channel_id, remote_id))
        assert found is not None
        return found

    def decide(self, remote_id: str, action: ActionKind) -> DecisionOutcome:
        """Decide about a comment."""
        ask = DecisionAsk(self.comment(remote_id).id, action, category="insult")
        return self.moderation.decide(ask, LEA)


@pytest.fixture
def fake() -> Iterator[FakeWordPress]:
    with fake_wordpress() as running:
        yield running


@pytest.fixture
def blog(tmp_path: Path, fake: FakeWordPress) -> Iterator[Blog]:
    made = Blog(tmp_path, fake)
    yield made
    assert made.store.close()


@pytest.mark.parametrize("pull", [True, False])
@pytest.mark.parametrize(
    ("action", "there", "here"),
    [
        (ActionKind.DELETE, "trash", CommentState.GONE),
        (ActionKind.REPORT, "spam", CommentState.DONE),
        (ActionKind.HIDE, "hold", CommentState.DONE),
    ],
)
def test_what_was_put_away_comes_back_to_work(
    blog: Blog, fake: FakeWordPress, action: ActionKind, there: str, here: CommentState, pull: bool
) -> None:
    number = fake.comment("you idiot")
    blog.round()
    made = blog.decide(number, action)
    assert made.state == "queued", made.refusal
    blog.round(pull=pull)
    assert (fake.status(number), blog.comment(number).state) == (there, here)
    undone = blog.moderation.undo(made.decision_id, LEA)
    assert (undone.state, undone.action) == ("queued", "unhide")
    blog.round(pull=pull)
    assert (fake.status(number), blog.comment(number).state) == ("approved", CommentState.OPEN)
    blog.round()
    after = blog.comment(number)
    assert (after.state, after.hidden) == (CommentState.OPEN, False)
    assert blog.moderation.undo(blog.decide(number, ActionKind.KEEP).decision_id, LEA).state == "done"
