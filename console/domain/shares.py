"""A counted share and how sure it is: Wilson's interval, and no percentage where there is too little to count."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

FEW: Final = 30
"""Below this many cases no percentage is given: the interval would be wider than what it says."""
_Z: Final = 1.959964  # 95 %, two-sided


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), as probabilities; (0, 1) for n = 0."""
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    middle = share + _Z * _Z / (2 * n)
    spread = _Z * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    scale = 1 + _Z * _Z / n
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``n``. ``value``, ``low`` and ``high`` (0..1, 95 % Wilson interval) are None where n is below FEW."""

    hits: int
    n: int

    @property
    def few(self) -> bool:
        """Whether there are too few cases for a percentage."""
        return self.n < FEW

    @property
    def value(self) -> float | None:
        """The share, 0..1."""
        return None if self.few else self.hits / self.n

    @property
    def low(self) -> float | None:
        """The lower end of the interval."""
        return None if self.few else wilson(self.hits, self.n)[0]

    @property
    def high(self) -> float | None:
        """The upper end of the interval."""
        return None if self.few else wilson(self.hits, self.n)[1]

    def to_json(self) -> dict[str, Any]:
        """The share with its interval, rounded to four decimals; ``few`` instead where n is too small."""
        if self.few:
            return {"hits": self.hits, "n": self.n, "few": True}
        low, high = wilson(self.hits, self.n)
        return {
            "hits": self.hits,
            "n": self.n,
            "value": round(self.hits / self.n, 4),
            "low": round(low, 4),
            "high": round(high, 4),
        }
