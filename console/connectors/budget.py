"""The rate budget of one account: what the platform's own headers say is left, and until when to wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from console.connectors.times import http_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.domain.ports import Clock

#: Used when a platform says "too many" without saying until when, in seconds.
DEFAULT_WAIT: Final = 60
#: No header is believed beyond this, in seconds: a broken clock over there must not stop us for a year.
LONGEST_WAIT: Final = 2 * 86_400
#: Header values above this are epoch seconds, below it seconds from now.
_EPOCH_FROM: Final = 10**9


@dataclass(frozen=True, slots=True)
class Bucket:
    """The last thing a platform said about one bucket: requests ``remaining`` of ``limit`` until ``reset_at``."""

    limit: int
    remaining: int
    reset_at: int  # UTC seconds


class RateBudget:
    """Counts nothing itself: it believes the platform's headers, per bucket (an endpoint unless told otherwise).

    ``reserve`` is the share of a bucket (0..1) that reads leave untouched, so that a moderator's decision still gets
    through while a pull is eating the budget. One budget belongs to one account and one engine thread. ``read`` is for
    platforms that say it in headers of their own (Meta: percent used): headers and UTC seconds to a Bucket, or None
    where they say nothing; without it the usual ``ratelimit`` headers are read.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        reserve: float = 0.05,
        read: Callable[[Mapping[str, str], int], Bucket | None] | None = None,
    ) -> None:
        self._clock = clock
        self._reserve = reserve
        self._read = read
        self._buckets: dict[str, Bucket] = {}

    def wait_until(self, bucket: str, *, write: bool) -> int | None:
        """UTC seconds before which a request in ``bucket`` would be refused; None when it may go now."""
        held = self._buckets.get(bucket)
        if held is None:
            return None
        if held.reset_at <= self._clock.now():
            del self._buckets[bucket]
            return None
        floor = 0 if write else int(held.limit * self._reserve)
        return held.reset_at if held.remaining <= floor else None

    def observe(self, bucket: str, headers: Mapping[str, str]) -> None:
        """Take over what an answer's headers say; answers without such headers change nothing."""
        if self._read is not None:
            said = self._read(headers, self._clock.now())
            if said is not None:
                self._buckets[bucket] = said
            return
        remaining = _number(headers, "ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining")
        reset_at = reset_time(headers, self._clock.now())
        if remaining is None or reset_at is None:
            return
        limit = _number(headers, "ratelimit-limit", "x-ratelimit-limit", "x-rate-limit-limit")
        self._buckets[bucket] = Bucket(limit if limit is not None else remaining, remaining, reset_at)

    def refused(self, bucket: str, retry_at: int) -> None:
        """The platform answered 429: nothing goes out in ``bucket`` before ``retry_at`` (UTC seconds)."""
        self._buckets[bucket] = Bucket(limit=1, remaining=0, reset_at=retry_at)

    def bucket(self, bucket: str) -> Bucket | None:
        """What is known about ``bucket``, for the channel's state line."""
        return self._buckets.get(bucket)


def retry_time(headers: Mapping[str, str], now: int) -> int:
    """When a refused request may be repeated (UTC seconds), from ``Retry-After`` or a reset header; never the past."""
    raw = headers.get("retry-after", "").strip()
    found: int | None = None
    if raw.isascii() and raw.isdigit():
        found = now + int(raw[:10])
    elif raw:
        found = http_date(raw)
    if found is None:
        found = reset_time(headers, now)
    if found is None:
        found = now + DEFAULT_WAIT
    return min(max(found, now + 1), now + LONGEST_WAIT)


def reset_time(headers: Mapping[str, str], now: int) -> int | None:
    """The reset header as UTC seconds: epoch seconds, seconds from now and RFC 3339 are all in use."""
    for name in ("ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"):
        raw = headers.get(name, "").strip()
        if not raw:
            continue
        try:
            number = float(raw)
        except ValueError:
            try:
                number = datetime.fromisoformat(raw).astimezone(UTC).timestamp()
            except ValueError:
                continue
        if not 0 <= number < 10**11:  # also drops nan and inf
            continue
        at = int(number) if number > _EPOCH_FROM else now + int(number)
        return min(at, now + LONGEST_WAIT)
    return None


def _number(headers: Mapping[str, str], *names: str) -> int | None:
    for name in names:
        raw = headers.get(name, "").strip()
        if raw.isascii() and raw.isdigit():
            return int(raw[:15])
    return None
