"""Seconds since 1970 as a date, the same on every system."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)


def utc(seconds: float) -> datetime:
    """The moment ``seconds`` after the beginning of 1970, up to the year 9999; OverflowError beyond.

    By arithmetic and not by ``datetime.fromtimestamp``, which asks the system: Windows knows nothing before 1970 and
    nothing after the year 3000, and raises OSError. Platforms send such times.
    """
    return _BEGIN + timedelta(seconds=seconds)
