"""Back-off: when a failed attempt is repeated. Pure; the caller brings the clock and the randomness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential with jitter: attempt n (from 1) waits between half and all of ``base * factor**(n-1)`` seconds.

    ``cap`` bounds the wait in seconds. Half stays fixed, so that a first retry is never immediate; the other half is
    drawn, so that several channels that failed together do not come back together.
    """

    base: float = 2.0
    factor: float = 2.0
    cap: float = 900.0

    def delay(self, attempt: int, random: Callable[[], float]) -> float:
        """Seconds to wait after failed attempt ``attempt`` (1 or more); ``random`` yields 0 <= x < 1."""
        if attempt < 1:
            raise ValueError("attempts count from 1")
        full = self.cap
        # The exponent is bounded first: 2.0 ** 5000 is an OverflowError, and attempts have no upper bound.
        if attempt <= 64:
            full = min(self.cap, self.base * self.factor ** (attempt - 1))
        return full / 2 + full / 2 * random()

    def next_at(
        self, attempt: int, now: int, random: Callable[[], float], retry_at: int | None = None
    ) -> int:
        """UTC seconds of the next attempt, always after ``now``.

        A platform's own ``retry_at`` in the future wins in both directions: it knows when its window ends.
        """
        if retry_at is not None and retry_at > now:
            return retry_at
        return now + max(1, round(self.delay(attempt, random)))
