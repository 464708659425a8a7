"""When the desktop may be told of something, and of what: capped, bundled, quiet at quiet hours. Knows neither Qt nor text.

An event carries a kind, a number to open it by, a platform and a deadline; there is no field that could hold a word of a
comment. Whoever shows it makes the sentence from these.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

AN_HOUR: Final = 3600
CAP: Final = 3
"""Notifications in any hour."""
ORDINARY: Final = 2
"""Of these, the most that kinds other than the urgent ones may use: the last one is kept for what cannot wait."""


class Kind(StrEnum):
    """The only things the desktop is told of."""

    ILLEGAL = "illegal"
    INCIDENT = "incident"
    REVIEW = "review"
    SIGN_IN = "sign_in"


URGENT: Final = frozenset({Kind.ILLEGAL, Kind.INCIDENT})
"""Told in quiet hours too."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to tell. ``id`` opens it: a comment, an incident, a review's comment, a channel."""

    kind: Kind
    id: int
    platform: str = ""  # a code, as on a card
    due_at: int | None = None  # UTC epoch seconds


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification: every event it bundles, in the order of their kinds, then as they came."""

    events: tuple[Event, ...]

    @property
    def first(self) -> Event:
        """What a click opens."""
        return self.events[0]

    def of(self, kind: Kind) -> tuple[Event, ...]:
        """The events of one kind."""
        return tuple(one for one in self.events if one.kind is kind)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local times of day in minutes; ``days`` are the weekdays (Monday is 1) on which they begin.

    ``until`` (UTC epoch seconds) is a quiet of once, asked for now. Equal times mean none.
    """

    on: bool = False
    begin: int = 19 * 60
    end: int = 8 * 60 + 30
    days: str = "1234567"
    until: int = 0

    def quiet(self, now: int) -> bool:
        """Whether it is quiet at ``now`` (UTC epoch seconds)."""
        if now < self.until:
            return True
        if not self.on or self.begin == self.end:
            return False
        local = datetime.fromtimestamp(now, UTC).astimezone()
        minute, today = local.hour * 60 + local.minute, local.isoweekday()
        if self.begin < self.end:
            return self.begin <= minute < self.end and str(today) in self.days
        yesterday = today - 1 or 7
        return (minute >= self.begin and str(today) in self.days) or (
            minute < self.end and str(yesterday) in self.days
        )

    def next_end(self, now: int) -> int:
        """When the present or next quiet night ends, by the clock: UTC epoch seconds after ``now``."""
        local = datetime.fromtimestamp(now, UTC).astimezone()
        found = local.replace(hour=self.end // 60, minute=self.end % 60, second=0, microsecond=0)
        if found <= local:
            # By the calendar, so that a night in which the clocks change ends at the same time of day.
            found = (found.replace(tzinfo=None) + timedelta(days=1)).astimezone()
        return int(found.timestamp())


def minutes(text: str) -> int:
    """``08:30`` as minutes of the day. Raises ValueError for anything else."""
    hour, minute = text.split(":")
    if not (0 <= int(hour) < 24 and 0 <= int(minute) < 60):
        raise ValueError(text)
    return int(hour) * 60 + int(minute)


class Outlet:
    """Takes events, gives out notices: at most three in any hour, everything that waits in one."""

    def __init__(self, hours: QuietHours | None = None, on: bool = True) -> None:
        self.hours = hours or QuietHours()
        self.on = on
        """Off: what comes is forgotten, nothing is told later."""
        self._waiting: dict[tuple[Kind, int], Event] = {}
        self._told: set[tuple[Kind, int]] = set()
        self._shown: deque[int] = deque()

    def offer(self, event: Event) -> None:
        """Something to tell, once: the same event offered again changes nothing."""
        key = (event.kind, event.id)
        if not self.on:
            self._told.add(key)
        elif key not in self._told:
            self._waiting[key] = event

    def known(self, event: Event) -> None:
        """Not to be told: the person has it before their eyes, or it was there when the window opened."""
        key = (event.kind, event.id)
        self._waiting.pop(key, None)
        self._told.add(key)

    def withdraw(self, kind: Kind, event_id: int) -> None:
        """It is settled. Should it come again it is told again."""
        self._waiting.pop((kind, event_id), None)
        self._told.discard((kind, event_id))

    def keep_only(self, kind: Kind, ids: frozenset[int]) -> None:
        """Everything else of ``kind`` is settled."""
        for held in [*self._waiting, *self._told]:
            if held[0] is kind and held[1] not in ids:
                self.withdraw(*held)

    @property
    def waiting(self) -> int:
        """How many events have not been told yet."""
        return len(self._waiting)

    def due(self, now: int) -> Notice | None:
        """The notice to show at ``now`` (UTC epoch seconds), which is counted as shown; None for none."""
        while self._shown and self._shown[0] <= now - AN_HOUR:
            self._shown.popleft()
        quiet = self.hours.quiet(now)
        ready = [one for one in self._waiting.values() if one.kind in URGENT or not quiet]
        room = CAP if any(one.kind in URGENT for one in ready) else ORDINARY
        if not ready or not self.on or len(self._shown) >= room:
            return None
        order = list(Kind)
        ready.sort(key=lambda one: order.index(one.kind))
        for one in ready:
            self.known(one)
        self._shown.append(now)
        return Notice(tuple(ready))
