"""Times as exports write them, to UTC epoch seconds.

Understood: RFC 3339 and ISO 8601 with or without offset (also ``+0000``), epoch seconds, milliseconds and
microseconds, day/month/year and month/day/year with or without a time, year/month/day, English and French month names,
mail dates, and the day numbers of spreadsheets. A time without an offset counts as UTC.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

EARLIEST: Final = 631_152_000  # 1990-01-01
LATEST: Final = 4_102_444_800  # 2100-01-01

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier janv",
            "feb february fevrier fevr fev",
            "mar march mars",
            "apr april avril avr",
            "may mai",
            "jun june juin",
            "jul july juillet juil",
            "aug august aout",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        1,
    )
    for name in names.split()
}
_CLOCK: Final = re.compile(
    r"(?<![\d:])(\d{1,2})(?::|\s?h\s?)(\d{2})?(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?(?![\d:])"
)
_OFFSET: Final = re.compile(
    r"(?:\s|(?<=\d))(?:(?:utc|gmt)\s*)?([+-])(\d{2}):?(\d{2})\b|(?<![a-z])(z|utc|gmt)\b"
)
_NUMERIC: Final = re.compile(r"\b(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})\b")
_NAMED: Final = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s.-]+(\d{4})\b")
_NAMED_FIRST: Final = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})\b")
_NAMED_SPLIT: Final = re.compile(r"\b([a-z]{3})\s+(\d{1,2})\s.*\b(\d{4})$")
_NUMBER: Final = re.compile(r"-?\d{1,17}(?:\.\d+)?")
_SPREADSHEET_ZERO: Final = datetime(1899, 12, 30, tzinfo=UTC)


def parse(raw: str, day_first: bool = True) -> int | None:
    """UTC epoch seconds, or None when ``raw`` is no date or an impossible one (outside 1990..2100 included)."""
    value = raw.strip()
    if len(value) >= 10 and value[4] == "-":
        try:
            when = datetime.fromisoformat(value)
        except ValueError:
            return _slow(value, day_first)
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        try:
            return _plausible(int(when.timestamp() // 1))
        except OverflowError:
            return None
    if _NUMBER.fullmatch(value):
        return _epoch(value)
    return _slow(value, day_first)


def has_clock(raw: str) -> bool:
    """Whether ``raw`` already says what time it was, not only which day."""
    return (
        _NUMBER.fullmatch(raw.strip()) is not None or _CLOCK.search(raw.lower().replace("t", " ")) is not None
    )


def month_first(samples: Iterable[str]) -> bool | None:
    """Whether a column writes the month before the day; None when every sample could be read both ways.

    One value that can only be read one way decides; where values contradict each other the day comes first, and the
    others are refused line by line.
    """
    day = month = False
    for raw in samples:
        found = _NUMERIC.search(raw)
        if found is None or len(found[1]) > 2:
            continue
        first, second = int(found[1]), int(found[3])
        day = day or (first > 12 >= second)
        month = month or (second > 12 >= first)
    if not day and not month:
        return None
    return month and not day


def _plausible(seconds: int) -> int | None:
    return seconds if EARLIEST <= seconds < LATEST else None


def _epoch(value: str) -> int | None:
    number = float(value)
    if 30_000 <= number < 75_000:  # days since 1899-12-30, as spreadsheets store dates
        return _plausible(int((_SPREADSHEET_ZERO + timedelta(days=number)).timestamp()))
    for unit in (1, 1_000, 1_000_000):
        if EARLIEST <= number / unit < LATEST:
            # Whole digits only: a float would lose the last ones of microseconds.
            return int(value.split(".")[0]) // unit
    return None


def _slow(value: str, day_first: bool) -> int | None:
    text = "".join(c for c in unicodedata.normalize("NFKD", value.casefold()) if not unicodedata.combining(c))
    clock = _CLOCK.search(text.replace("t", " ") if "t" in text and re.match(r"\d", text) else text)
    hour, minute, second = 0, 0, 0
    if clock is not None:
        hour, minute, second = int(clock[1]), int(clock[2] or 0), int(clock[3] or 0)
        half = (clock[4] or "")[:1]
        if half:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half == "p" else 0)
        elif clock[2] is None and "h" not in clock[0]:
            return None
    day = _day(text, day_first)
    if day is None:
        return None
    zone: timezone = UTC
    offset = _OFFSET.search(text, clock.end() if clock is not None else len(text))
    if offset is not None and offset[1]:
        minutes = int(offset[2]) * 60 + int(offset[3])
        if minutes >= 24 * 60:
            return None
        zone = timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    try:
        return _plausible(int(datetime(*day, hour, minute, second, tzinfo=zone).timestamp()))
    except (ValueError, OverflowError):
        return None


def _day(text: str, day_first: bool) -> tuple[int, int, int] | None:
    found = _NUMERIC.search(text)
    if found is not None:
        one, two, three = int(found[1]), int(found[3]), int(found[4])
        if len(found[1]) == 4:
            return one, two, three
        if len(found[1]) > 2 or len(found[4]) == 3:
            return None
        year = three + 2000 if len(found[4]) == 2 else three
        return (year, two, one) if day_first else (year, one, two)
    found = _NAMED.search(text)
    if found is not None and found[2] in _MONTHS:
        return int(found[3]), _MONTHS[found[2]], int(found[1])
    for pattern in (_NAMED_FIRST, _NAMED_SPLIT):
        for found in pattern.finditer(text):
            if found[1] in _MONTHS:
                return int(found[3]), _MONTHS[found[1]], int(found[2])
    return None


def has_zone(raw: str) -> bool:
    """Whether the time is absolute: it carries an offset, or counts from an epoch."""
    text = raw.strip().lower()
    if _NUMBER.fullmatch(text):
        return float(text) >= EARLIEST
    clock = _CLOCK.search(text.replace("t", " "))
    return clock is not None and _OFFSET.search(text, clock.end()) is not None
