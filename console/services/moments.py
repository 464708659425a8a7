"""A moment to come as a person types it: epoch seconds, a time of day, a span, or an RFC 3339 time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

LATEST: Final = 253_402_300_799
"""The last second of the year 9999: what a store keeps and a calendar can say."""
_SPAN: Final = re.compile(r"(\d{1,6})\s*(min|[mhdj])")
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[:h]([0-5]\d)")
_TOMORROW: Final = re.compile(r"(?:demain|tomorrow)\s+(?:à\s+|at\s+)?([01]?\d|2[0-3])[:h]([0-5]\d)?")
_SECONDS: Final = {"m": 60, "min": 60, "h": 3600, "d": 86_400, "j": 86_400}


def moment_of(text: str, now: int) -> int | None:
    """UTC seconds of ``text``, seen from ``now`` (UTC seconds); None where it is no moment.

    ``15:00`` and ``15h00`` are this machine's next 15:00; ``90m``, ``2h``, ``1d`` and ``1j`` count from now; ``demain 9h`` and
    ``tomorrow 9:00`` say the day.
    """
    given = text.strip().lower()
    if given.isascii() and given.isdigit():
        return int(given) if len(given) <= 12 and int(given) <= LATEST else None
    span, clock = _SPAN.fullmatch(given), _CLOCK.fullmatch(given)
    tomorrow = _TOMORROW.fullmatch(given)
    if span:
        return now + int(span[1]) * _SECONDS[span[2]]
    here = datetime.fromtimestamp(now, UTC).astimezone().replace(tzinfo=None)
    if tomorrow:
        at = here.replace(hour=int(tomorrow[1]), minute=int(tomorrow[2] or 0), second=0, microsecond=0)
        return int((at + timedelta(days=1)).timestamp())
    if clock:
        at = here.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
        return int((at if at > here else at + timedelta(days=1)).timestamp())
    try:
        found = int(datetime.fromisoformat(text.strip()).timestamp())
    except (ValueError, OverflowError, OSError):  # Windows: local times before 1970 or after 3000
        return None
    return found if 0 <= found <= LATEST else None
