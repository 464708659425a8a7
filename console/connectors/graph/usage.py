"""How much of an account's rate budget is used, as Meta's headers say it: percent, and minutes until it is back. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from console.connectors.answers import as_count, as_map
from console.connectors.budget import LONGEST_WAIT, Bucket

#: The share that pulls leave to decisions: they pause at 80 %.
RESERVE: Final = 0.20
_PERCENTS: Final = ("call_count", "total_cputime", "total_time")
#: A rolling hour: what was used is believed for this long when nothing else is said, in seconds.
_BELIEVED: Final = 300


def read(headers: Mapping[str, str], now: int) -> Bucket | None:
    """The account's bucket in percent; None where an answer says nothing (Meta sends nothing while use is low)."""
    used: int | None = None
    for entry in _entries(headers):
        for name in _PERCENTS:
            count = as_count(entry.get(name))
            if count is not None:
                used = max(used or 0, count)
    if used is None:
        return None
    minutes = regain_minutes(headers)
    wait = min(minutes * 60, LONGEST_WAIT) if minutes else _BELIEVED
    # Minutes to regain access mean that there is none now, whatever the percents round to.
    remaining = 0 if minutes else max(100 - used, 0)
    return Bucket(limit=100, remaining=remaining, reset_at=now + wait)


def regain_minutes(headers: Mapping[str, str]) -> int:
    """``estimated_time_to_regain_access``: minutes until the account may ask again; 0 where it may now."""
    return max(
        (as_count(one.get("estimated_time_to_regain_access")) or 0 for one in _entries(headers)), default=0
    )


def _entries(headers: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    for name in ("x-app-usage", "x-page-usage"):
        if found := as_map(_parsed(headers.get(name))):
            yield found
    for entries in as_map(_parsed(headers.get("x-business-use-case-usage"))).values():
        yield from (as_map(one) for one in entries) if isinstance(entries, list) else ()


def _parsed(raw: str | None) -> object:
    try:
        return json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        return None
