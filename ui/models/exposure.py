"""How much harsh text one person has read today: counted here, kept in a file of their own, never in the workspace.

What is kept is a number per category for the present day, the number at which another queue was offered last, and the
categories the person opted out of. No text, no id, no author, no earlier day: tomorrow's first write drops today.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.files import put
from console.services.exposure import day_number
from ui.models.file_lock import held

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

log = logging.getLogger(__name__)

FILE: Final = "wellbeing.json"
"""In the person's own data folder, beside the settings."""
_WAIT_SECONDS: Final = 2.0  # for another window of the same person to finish its write


@dataclass(frozen=True, slots=True)
class Own:
    """One person's day. ``offered`` is the total at which another queue was last offered, 0 before that."""

    day: int = 0
    read: Mapping[str, int] = field(default_factory=dict)
    offered: int = 0
    without: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Harsh texts read, of all categories."""
        return sum(self.read.values())

    def today(self, day: int) -> Own:
        """The same on ``day``: another day begins at nothing, the opted-out categories stay."""
        return self if self.day == day else Own(day, without=self.without)


class Ledger:
    """The file. Every method blocks for a small file: ``console.background(lambda c: ledger.change(...))``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mutex = threading.Lock()

    def load(self, name: str) -> Own:
        """What the file says of ``name``; nothing read where there is no such file or it makes no sense."""
        return _own(self._people().get(name))

    def change(self, name: str, work: Callable[[Own], Own]) -> Own:
        """Read, change and write under a lock that other windows respect. Raises OSError when it cannot be written."""
        with self._mutex:
            # Where another window keeps the lock too long, a count that may be lost beats a window that waits.
            with held(self.path.with_name(f"{self.path.name}.lock"), _WAIT_SECONDS):
                people = self._people()
                now = work(_own(people.get(name)))
                people[name] = {
                    "day": now.day,
                    "read": dict(now.read),
                    "offered": now.offered,
                    "without": list(now.without),
                }
                partial = self.path.with_name(f"{self.path.name}.part")
                descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    json.dump({"people": people}, file, ensure_ascii=False, indent=1)
                put(partial, self.path)
                return now

    def _people(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            log.warning("own counter not read: %s", type(error).__name__)
            return {}
        people = found.get("people") if isinstance(found, dict) else None
        return people if isinstance(people, dict) else {}


def _own(found: object) -> Own:
    """Take over what has the right form."""
    if not isinstance(found, dict):
        return Own()
    read, without = found.get("read"), found.get("without")
    numbers = read if isinstance(read, dict) else {}
    return Own(
        _number(found.get("day")),
        {str(name): _number(n) for name, n in numbers.items() if _number(n)},
        _number(found.get("offered")),
        tuple(str(one) for one in without) if isinstance(without, list) else (),
    )


def _number(value: object) -> int:
    return value if type(value) is int and value > 0 else 0


class Counter:
    """One person's count in one window: each comment once a day in each revision, and when to offer another queue.

    Holds no file: ``take`` says whether a reading counts, ``state`` is replaced by what the ledger answered.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock`` gives UTC epoch seconds."""
        self._clock = clock
        self._state = Own()
        self._seen: set[tuple[int, int]] = set()

    @property
    def day(self) -> int:
        """The local day it is."""
        return day_number(int(self._clock()))

    @property
    def state(self) -> Own:
        """The person's day as known here."""
        return self._state.today(self.day)

    @state.setter
    def state(self, own: Own) -> None:
        self._state = own

    def take(self, comment: int, revision: int, category: str) -> bool:
        """A harsh comment was in front of the person: count it, unless it was counted today. True when it counts."""
        if self._state.day != self.day:
            self._seen.clear()
            self._state = self.state
        if (comment, revision) in self._seen:
            return False
        self._seen.add((comment, revision))
        self._state = one_more(self._state, self.day, category)
        return True

    def offers(self, limit: int) -> bool:
        """Whether it is time to offer another queue: at ``limit``, then after each further half of it; 0: never."""
        own = self.state
        if limit <= 0 or own.total < limit:
            return False
        return own.offered == 0 or own.total >= own.offered + max(limit // 2, 1)

    def offered(self) -> None:
        """It was offered now."""
        self._state = offered_now(self._state, self.day)


def one_more(own: Own, day: int, category: str) -> Own:
    """``own`` with one more harsh text of ``category`` on ``day``."""
    held = own.today(day)
    return replace(held, read={**held.read, category: held.read.get(category, 0) + 1})


def offered_now(own: Own, day: int) -> Own:
    """``own`` after another queue was offered."""
    held = own.today(day)
    return replace(held, offered=held.total)
