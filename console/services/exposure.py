"""Reading what hurts: which comments are harsh, and the team's own total of a day, without a name in it.

How much one person has read is nobody's business but theirs: it is kept outside the workspace, by the window. What
enters the workspace is a sum of days and categories, and it is given out only where enough people work on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from console.domain.errors import UsageError
from console.domain.vocabulary import Category

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.services.roles import Actor
    from console.store import Reading, Store, Tx

HARSH_FROM: Final = 2
"""Severity (0 to 5) from which a comment of a harmful category counts as harsh."""
MASK_FROM: Final = 4
"""Severity from which words are masked until a person asks for them, whatever they chose for less harsh ones."""
CALM: Final = frozenset(
    {
        Category.SPAM,
        Category.TROLL,
        Category.CRITICISM,
        Category.QUESTION,
        Category.PRAISE,
        Category.NEUTRAL,
    }
)
"""Categories that are work, not harm, at any severity."""
ENOUGH_PEOPLE: Final = 3
"""Below this many members a total would say what one person has read."""
KEPT_DAYS: Final = 62
"""Days after which a total is dropped."""
CONTACT: Final = "wellbeing.contact"
"""The workspace setting with the company's own contact: free text, outside the audit chain."""
LONGEST_CONTACT: Final = 600
"""Letters of that contact."""


def harsh(category: str, severity: int) -> bool:
    """Whether reading such a comment counts; categories that a policy added count as harmful."""
    return severity >= HARSH_FROM and category not in CALM


def day_number(now: int) -> int:
    """The local calendar day of ``now`` (UTC epoch seconds) as a proleptic Gregorian ordinal."""
    return datetime.fromtimestamp(now, UTC).astimezone().toordinal()


@dataclass(frozen=True, slots=True)
class TeamExposure:
    """What leads see. ``known`` is False where too few people work here; ``by_category`` is empty then."""

    known: bool
    people: int
    by_category: Mapping[str, int]

    @property
    def total(self) -> int:
        """All harsh texts of the day; 0 where it is not known."""
        return sum(self.by_category.values())


class ExposureDesk:
    """The team's total and the company's own contact. Its methods block: ``background(lambda c: c.exposure.today())``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, counts: Mapping[str, int], now: int) -> None:
        """Add harsh texts read (category to number) to the total of the day of ``now``.

        No change is published and no entry is logged: the moment of either would tell who read what.
        """
        wanted = {category: n for category, n in counts.items() if n > 0}
        if not wanted:
            return
        day = day_number(now)

        def work(tx: Tx) -> None:
            tx.exposure.add(day, wanted)
            tx.exposure.forget_before(day - KEPT_DAYS)

        self._store.write(work, durable=False).result()

    def team(self, actor: Actor, now: int) -> TeamExposure:
        """The total of the day of ``now``, for a lead. NotAllowed (logged) for everybody else."""
        actor.need("activation")

        def look(reading: Reading) -> TeamExposure:
            people = len(reading.settings.members())
            if people < ENOUGH_PEOPLE:
                return TeamExposure(False, people, {})
            return TeamExposure(True, people, reading.exposure.of_day(day_number(now)))

        return self._store.snapshot(look)

    def contact(self) -> str:
        """The company's own contact as a lead wrote it; empty where there is none."""
        return str(self._store.read(lambda reading: reading.settings.get(CONTACT, "")))

    def set_contact(self, text: str, actor: Actor) -> str:
        """Keep the company's own contact (plain text, at most 600 letters); returns what was kept.

        Raises NotAllowed (logged) for who is no lead, UsageError ``contact_too_long``.
        """
        kept = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        if len(kept) > LONGEST_CONTACT:
            raise UsageError("contact_too_long", length=len(kept), limit=LONGEST_CONTACT)

        def work(tx: Tx) -> str:
            actor.need("activation", tx)
            tx.settings.set(CONTACT, kept)
            tx.changed("settings")
            return kept

        return self._store.write(work).result()
