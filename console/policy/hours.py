"""Opening hours, holidays and quiet hours: pure arithmetic on UTC seconds in the policy's time zone.

Daylight saving is real time: an opening hour that the clocks skip or repeat counts as long as it lasts on a watch.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from console.domain.utc import utc
from console.domain.vocabulary import NO_DUE

if TYPE_CHECKING:
    from console.policy.model import Hours

CALENDARS: Final = ("FR",)
LOOK_AHEAD_DAYS: Final = 800
_EARLIEST: Final = 0
_LATEST: Final = 2**35  # the year 3058; beyond it, calendars mean nothing
_DAY: Final = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    quarter, spare = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - quarter - correction + 15) % 30
    leap, years = divmod(rest, 4)
    weekday = (32 + 2 * spare + 2 * leap - epact - years) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def french_holidays(year: int) -> frozenset[date]:
    """The eleven public holidays of Code du travail L3133-1."""
    sunday = easter(year)
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (sunday + timedelta(days=shift) for shift in (1, 39, 50))
    return frozenset((*(date(year, month, day) for month, day in fixed), *moving))


class Clockwork:
    """One policy's hours, with the intervals of each day worked out once."""

    def __init__(self, hours: Hours) -> None:
        self.hours = hours
        self.zone = ZoneInfo(hours.timezone)
        self.any_open = any(hours.open)
        self._days: dict[date, tuple[tuple[int, int], ...]] = {}
        self._holidays: dict[int, frozenset[date]] = {}

    def local_day(self, at: int) -> date:
        """The local date at a UTC second."""
        return utc(min(max(at, _EARLIEST), _LATEST)).astimezone(self.zone).date()

    def is_holiday(self, day: date) -> bool:
        """Whether the brand is closed that day by calendar or by name."""
        if day in self.hours.closed:
            return True
        if "FR" not in self.hours.calendars:
            return False
        known = self._holidays.get(day.year)
        if known is None:
            known = self._holidays[day.year] = french_holidays(day.year)
        return day in known

    def _second(self, day: date, minute: int) -> int:
        """The UTC second of a local wall-clock minute; 24:00 is the next day's midnight."""
        if minute >= 1440:
            day, minute = day + _DAY, minute - 1440
        wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=self.zone)
        return int(wall.astimezone(UTC).timestamp())

    def open_on(self, day: date) -> tuple[tuple[int, int], ...]:
        """The opening intervals of a local day as UTC seconds [start, end), ascending."""
        known = self._days.get(day)
        if known is None:
            if len(self._days) > 5_000:
                self._days.clear()
            ranges = () if self.is_holiday(day) else self.hours.open[day.weekday()]
            spans = ((self._second(day, start), self._second(day, end)) for start, end in ranges)
            known = self._days[day] = tuple((start, end) for start, end in spans if end > start)
        return known

    def is_open(self, at: int) -> bool:
        """Whether ``at`` lies in opening hours."""
        return any(start <= at < end for start, end in self.open_on(self.local_day(at)))

    def due(self, start: int, seconds: int, clock: str) -> int:
        """When ``seconds`` have run since ``start`` by the clock named; NO_DUE when the doors never open again."""
        start = min(max(start, _EARLIEST), _LATEST)
        if clock == "always":
            return start + seconds
        if not self.any_open:
            return NO_DUE
        left = seconds
        day = self.local_day(start)
        for _ in range(LOOK_AHEAD_DAYS):
            for opens, closes in self.open_on(day):
                opens = max(opens, start)
                if closes <= opens:
                    continue
                if left <= closes - opens:
                    return opens + left
                left -= closes - opens
            day += _DAY
        return NO_DUE

    def quiet_until(self, at: int) -> int:
        """The end of the quiet hours that hold at ``at``; ``at`` itself when none do. Adjoining ranges are joined."""
        at = min(max(at, _EARLIEST), _LATEST)
        moment = at
        for _ in range(4):
            end = self._quiet_end(moment)
            if end is None or end <= moment or end - at >= 2 * 86_400:
                return moment
            moment = end
        return moment

    def _quiet_end(self, at: int) -> int | None:
        today = self.local_day(at)
        for day in (today - _DAY, today):
            for start, end in self.hours.quiet:
                begins = self._second(day, start)
                ends = self._second(day, end) if end > start else self._second(day + _DAY, end)
                if begins <= at < ends:
                    return ends
        return None
