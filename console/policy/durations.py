"""Durations and times of day as policies write them: ``90d``, ``1h 30min``, ``08:30-12:30``."""

from __future__ import annotations

import re
from typing import Final

# A month is a twelfth of 365 days, so that 12mo and 1y are the same length.
UNITS: Final = {"s": 1, "min": 60, "h": 3600, "d": 86_400, "mo": 2_628_000, "y": 31_536_000}
MAX_SECONDS: Final = 100 * UNITS["y"]
DAY_MINUTES: Final = 1440

_PARTS: Final = re.compile(r"\s*(\d{1,9})\s*([a-zA-Z]+)\s*")
_RANGE: Final = re.compile(r"\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*")


def parse_duration(text: str) -> int:
    """Seconds in ``text``: whole numbers of s, min, h, d, mo, y, largest first, each unit once.

    Raises ValueError with a message code: ``duration.bare_m`` for the ambiguous ``m``, ``duration.unit`` for another
    unit, ``duration.form`` for anything else, ``duration.long`` above a hundred years.
    """
    total, at, last = 0, 0, MAX_SECONDS + 1
    while at < len(text):
        found = _PARTS.match(text, at)
        if found is None:
            raise ValueError("duration.form")
        unit = found.group(2)
        if unit in {"m", "M"}:
            raise ValueError("duration.bare_m")
        if unit not in UNITS:
            raise ValueError("duration.unit")
        if UNITS[unit] >= last:
            raise ValueError("duration.form")
        last = UNITS[unit]
        total += int(found.group(1)) * last
        at = found.end()
    if not text.strip():
        raise ValueError("duration.form")
    if total > MAX_SECONDS:
        raise ValueError("duration.long")
    return total


def parse_range(text: str) -> tuple[int, int]:
    """``08:30-12:30`` as minutes of the day; ``24:00`` may end it, and an end before the start crosses midnight.

    Raises ValueError for anything else, an empty range included.
    """
    found = _RANGE.fullmatch(text)
    if found is None:
        raise ValueError("time.form")
    hour1, minute1, hour2, minute2 = map(int, found.groups())
    start, end = hour1 * 60 + minute1, hour2 * 60 + minute2
    if minute1 > 59 or minute2 > 59 or start >= DAY_MINUTES or end > DAY_MINUTES or start == end:
        raise ValueError("time.form")
    return start, end


def words(seconds: int, language: str = "en") -> str:
    """A span in words that both languages share: ``1 h 40``, ``30 min``, ``90 d`` (French ``90 j``)."""
    day = "j" if language == "fr" else "d"
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min"
    if seconds < 2 * 86_400:
        hours, minutes = divmod(seconds // 60, 60)
        return f"{hours} h {minutes:02d}" if minutes else f"{hours} h"
    return f"{seconds // 86_400} {day}"
