"""What X has charged this month, as far as can be counted here: reads and writes at X's prices, each thing once a day.

Prices of 2026-08 in ten-thousandths of a dollar. X's own bill counts; where its documents leave it open (a mute, posts
that come along with others), the dearer reading is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from console.connectors.answers import as_text
from console.connectors.spending import Meter, utc_day, utc_month
from console.connectors.x.names import dollars
from console.domain.errors import QuotaExhausted

if TYPE_CHECKING:
    from console.domain.ports import Clock, Ledger

POST_READ: Final = 50
OWNED_READ: Final = 10
USER_READ: Final = 100
POST_WITH_LINK: Final = 2_000
POST_CALLED: Final = 100
HIDE: Final = 50
DELETE: Final = 100
MUTE: Final = 150
UNMUTE: Final = 50

UNIT: Final = "usd_e4"
#: Things paid for today that are remembered; a forgotten one is counted again.
_MAX_PAID: Final = 1_000


class Money:
    """Counts for one account, or for all of its developer app. ``cap`` is what reads may spend in a UTC month, ``owned`` whether own reads are cheap."""

    def __init__(self, clock: Clock, cap: int, *, owned: bool) -> None:
        self.cap, self._clock = cap, clock
        self._owned = OWNED_READ if owned else POST_READ
        # The limit is looked after here: what is left says how many posts may be asked for.
        self._meter = Meter(clock, cap, utc_month, UNIT)
        self._day = ""
        self._paid: dict[str, None] = {}

    def share(self, ledger: Ledger, project: str, channel: str, *, passing: bool) -> None:
        """From now on what ``project`` was charged counts; what was counted so far is ``take``n again."""
        self._meter.share(ledger, project, channel, passing=passing)

    @property
    def left(self) -> int:
        """What pulls may still spend."""
        return max(self.cap - self._meter.used, 0)

    def price(self, *, own: bool) -> int:
        """What one more post costs at most, with the author that comes along."""
        return (self._owned if own else POST_READ) + USER_READ

    def room(self, least: int, most: int, *, own: bool, reserve: float = 0.0) -> int:
        """How many posts (``least`` to ``most``) may be read; ``reserve`` is the share of the cap to leave.

        Raises QuotaExhausted ``x_cap`` when it is not even ``least``.
        """
        fits = int(self.left - self.cap * reserve) // self.price(own=own)
        if fits < least:
            self.refuse()
        return min(fits, most)

    def refuse(self) -> None:
        """Raises QuotaExhausted ``x_cap``, until the next month."""
        ends = utc_month(self._clock.now()).ends_at
        raise QuotaExhausted("x_cap", retry_at=ends, spent=dollars(self._meter.used), cap=dollars(self.cap))

    def spend(self, units: int) -> None:
        """A write was sent."""
        self._meter.spend(units)

    def posts(self, ids: Iterable[str], *, own: bool) -> None:
        """These posts came."""
        self._count("p", ids, self._owned if own else POST_READ)

    def users(self, ids: Iterable[str]) -> None:
        """These accounts came."""
        self._count("u", ids, USER_READ)

    def _count(self, kind: str, ids: Iterable[str], price: int) -> None:
        day = utc_day(self._clock.now()).name
        if day != self._day:
            self._day, self._paid = day, {}
        new = 0
        for one in ids:
            name = f"{crc32((kind + one).encode('utf-8', 'replace')):08x}"
            if name not in self._paid:
                self._paid[name] = None
                new += price
        if new:
            self._meter.spend(new)

    def take(self, stored: Mapping[str, Any]) -> None:
        """Go on where the stored count stands."""
        self._meter.take(stored)
        day, paid = as_text(stored.get("day")), as_text(stored.get("paid"))
        if day == utc_day(self._clock.now()).name:
            if day != self._day:
                self._day, self._paid = day, {}
            self._paid.update(dict.fromkeys(paid[at : at + 8] for at in range(0, len(paid) - 7, 8)))

    def dump(self) -> dict[str, Any]:
        """The stored form."""
        paid = "".join(list(self._paid)[-_MAX_PAID:])
        return {**self._meter.dump(), "day": self._day, "paid": paid}

    def budget(self) -> dict[str, Any]:
        """As a channel's page shows it."""
        said = self._meter.dump()
        return {
            name: said[name] for name in ("unit", "used", "limit", "resets_at", "project") if name in said
        }
