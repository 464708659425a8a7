"""Times as platforms write them, as UTC: ISO 8601 with or without colon or zone, epoch seconds, epoch milliseconds. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from console.domain.utc import utc

#: Numbers above this are milliseconds: as seconds it would be the year 5138.
_MS_FROM: Final = 10**11


def utc_ms(value: object) -> int | None:
    """``value`` as UTC milliseconds; None when it is missing, no time, or before 1970.

    Text without a zone is taken as UTC, which is what platforms mean by their ``*_gmt`` fields.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        if not 0 <= value < 10**15:  # also drops nan and inf
            return None
        return int(value) if value >= _MS_FROM else int(value * 1000)
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        found = int(moment.timestamp() * 1000)
    except (OverflowError, ValueError, OSError):
        return None
    return found if found >= 0 else None


def utc_seconds(value: object) -> int | None:
    """``value`` as UTC seconds, as ``utc_ms``."""
    found = utc_ms(value)
    return None if found is None else found // 1000


def rfc3339(seconds: int) -> str:
    """UTC seconds as ``2026-11-20T10:00:00Z``."""
    return utc(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")


def http_date(text: str | None) -> int | None:
    """A date as HTTP writes it (``Sun, 22 Nov 2026 10:00:00 GMT``) as UTC seconds; None when it is missing or no date."""
    from email.utils import parsedate_to_datetime  # here and not above: a spec is read without it

    try:
        return int(parsedate_to_datetime(text or "").timestamp())
    except (TypeError, ValueError, OverflowError):
        return None
