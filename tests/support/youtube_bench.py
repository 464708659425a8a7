"""The bench with a YouTube channel: a stand-in that counts units, comments that came in by a pull, decisions, dispatch."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console import paths
from console.connectors.youtube import connect
from console.domain.comment import Channel, Comment
from console.domain.decision import DecisionOutcome
from console.domain.ports import Connector
from console.store import Reading, Tx
from tests.support.bench import LEA, Bench, read_texts
from tests.support.faultserver import Answer, Seen
from tests.support.youtube_server import ME, TROLL, FakeYoutube

STATUS = "/youtube/v3/comments/setModerationStatus"
COMMENTS = "/youtube/v3/comments"


class YoutubeBench(Bench):
    """``fake`` is the platform; ``get`` gives a fresh connector each time, as after a restart."""

    def __init__(self, folder: Path, fake: FakeYoutube) -> None:
        shutil.copytree(paths.resources() / "policies" / "lists", folder / "lists")
        super().__init__(folder, policy=_lenient())
        self.fake = fake

        def add(tx: Tx) -> int:
            return tx.channels.add("youtube", "y", tx.now, state="ok", server=fake.server.url, handle=ME)

        self.channel_id = self.store.write(add).result()  # type: ignore[assignment]
        self.options: dict[str, Any] = {}

    async def get(self, channel: Channel) -> Connector:
        """Connectors port."""
        made = connect(channel, self.fake.access, self.sessions, self.clock)
        self._made.append(made)
        return made

    def comments_of(self, count: int, *, author: str = TROLL, text: str = "you idiot") -> list[Comment]:
        """``count`` comments, written there and pulled; each by an author of its own unless ``author`` is ours."""
        now = self.clock.at
        names = [
            self.fake.comment(
                f"{text} {number}",
                author=author if author == ME else f"{author}{number}",
                when=now - 900 + number,
            )
            for number in range(count)
        ]
        assert self.pull().error is None
        self.triage.run(read_texts)
        self.clock.turn(1)

        def read(reading: Reading) -> list[Comment | None]:
            return [reading.comments.by_remote(self.channel_id, one) for one in names]

        found = self.store.read(read)
        return [one for one in found if one is not None]

    def all(self, comments: list[Comment], action: str, **more: Any) -> list[DecisionOutcome]:
        """The same decision about each."""
        return [self.decide(one, action, actor=LEA, reason="x", **more) for one in comments]

    def calls(self) -> list[list[str]]:
        """The ids of each change of status that reached the platform."""
        return [seen.query["id"][0].split(",") for seen in self.fake.server.requests(STATUS)]

    def at_the_first(self, what: Callable[[Seen], Answer | None]) -> None:
        """``what`` sees the first change of status before the platform does, and may answer in its place."""
        real, left = self.fake.server.handle, [1]

        def handle(seen: Seen) -> Answer:
            if seen.path == STATUS and left:
                left.pop()
                answer = what(seen)
                if answer is not None:
                    return answer
            return real(seen)

        self.fake.server.handle = handle


def _lenient() -> str:
    """The default policy, but one person may delete, and block who was hidden before."""
    text = (paths.resources() / "policies" / "default.en.toml").read_text(encoding="utf-8")
    steps = re.search(r"^step = \[.*?^\]$", text, re.S | re.M)
    assert steps is not None
    text = text.replace(steps[0], 'step = [{ at = 1, action = "hide" }, { at = 2, action = "block" }]')
    text = re.sub(r"^skip_to = \[.*?^\]$", "", text, flags=re.S | re.M)
    return text.replace('irreversible    = ["block", "delete"]', "irreversible    = []")
