"""One bulk decision at work: where it stands, and the thread that goes from chunk to chunk until it is told otherwise."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.services.bulk_run import Bulk
    from console.services.roles import Actor

FEWEST: Final = 10
MOST: Final = 200
HELD_SECONDS: Final = 0.045
"""How long one chunk should hold the writer; its size follows what the last one took."""
BREATH_SECONDS: Final = 0.004
"""Between two chunks: whoever waits for the writer or the interpreter comes first."""


def fitting(size: int, seconds: float) -> int:
    """The size of the next chunk after one of ``size`` that held the writer for ``seconds``."""
    wanted = round(size * HELD_SECONDS / max(seconds, 0.001))
    return min(max(wanted, FEWEST, size // 2), size * 2, MOST)


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """Where a batch stands. ``refused`` and ``kept`` are code -> comments: not decided, not undone.

    ``state`` is running, paused, stopped, done or undone; ``interrupted``: nobody works on it, and it is not at its end.
    """

    batch: str
    actor: str
    action: str
    state: str
    total: int
    done: int
    review: int
    undone: int
    left: int
    created_at: int
    refused: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    interrupted: bool = False

    @property
    def worked(self) -> int:
        """How many have had their turn."""
        return self.total - self.left

    def to_json(self) -> dict[str, Any]:
        """The progress as JSON values."""
        return {
            "batch": self.batch, "actor": self.actor, "action": self.action, "state": self.state,
            "interrupted": self.interrupted, "total": self.total, "done": self.done, "review": self.review,
            "undone": self.undone, "left": self.left, "created_at": self.created_at,
            "refused": dict(self.refused), "kept": dict(self.kept),
        }  # fmt: skip


class BulkRun:
    """One batch being worked off. ``work`` blocks to its end; the others may be called from any thread, and return at once.

    After ``halt`` (the program closes) the batch stays paused, and goes on when somebody says so.
    """

    def __init__(self, bulk: Bulk, batch: str, actor: Actor, session: str) -> None:
        self._bulk, self.batch, self._actor, self._session = bulk, batch, actor, session
        self._turn = threading.Condition()
        self._wish = ""  # "", pause, stop or halt
        self.ended = threading.Event()
        self.error: Exception | None = None
        self.longest = 0.0  # seconds that the writer was held at most
        self.held = 0.0  # seconds in all

    @property
    def progress(self) -> BulkProgress:
        """Where it stands; reads the workspace, so not on the GUI thread."""
        return self._bulk.progress(self.batch)

    @property
    def paused(self) -> bool:
        """Whether it was told to wait."""
        return self._wish == "pause"

    def pause(self) -> None:
        """Stop after the present chunk, until ``go_on``."""
        self._tell("pause", unless=("stop", "halt"))

    def go_on(self) -> None:
        """Go on after a pause."""
        self._tell("", unless=("stop", "halt"))

    def stop(self) -> None:
        """Stop after the present chunk, for good: what is left stays as it is."""
        self._tell("stop", unless=("halt",))

    def halt(self) -> None:
        """The program ends: leave the batch as it stands."""
        self._tell("halt")

    def _tell(self, wish: str, unless: Sequence[str] = ()) -> None:
        with self._turn:
            if self._wish not in unless:
                self._wish = wish
                self._turn.notify_all()

    def work(self) -> None:
        """Work it off on this thread. What a chunk raises ends the run; nothing of that chunk was kept."""
        size = 50
        try:
            while True:
                with self._turn:
                    wish = self._wish
                if wish == "pause":
                    if not self._bulk._mark(self.batch, self._session, "paused"):
                        return
                    with self._turn:
                        self._turn.wait_for(lambda: self._wish != "pause")
                        wish = self._wish
                    if wish == "" and not self._bulk._mark(self.batch, self._session, "running"):
                        return
                if wish == "stop":
                    self._bulk._stop(self.batch, self._session, self._actor)
                    return
                if wish == "halt":
                    self._bulk._mark(self.batch, self._session, "paused")
                    return
                more, seconds, tried = self._bulk._chunk(self.batch, self._session, self._actor, size)
                self.held += seconds
                self.longest = max(self.longest, seconds)
                if not more:
                    return
                if tried:
                    size = fitting(size, seconds)
                time.sleep(BREATH_SECONDS)
        except Exception as error:
            self.error = error
            raise
        finally:
            self.ended.set()
