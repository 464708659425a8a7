"""One figure of a bench, beside the figure of a peer that was measured in the same run or is said to be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ``ratio`` is ours / peer for rates and peer / ours for times, so that more is always better."""

    figure: str
    value: float
    unit: str
    peer: str
    peer_value: float
    goal: str
    ok: bool
    rate: bool = True

    def as_dict(self) -> dict[str, Any]:
        """The JSON row."""
        top, bottom = (self.value, self.peer_value) if self.rate else (self.peer_value, self.value)
        return {
            "figure": self.figure,
            "value": self.value,
            "unit": self.unit,
            "peer": self.peer,
            "peer_value": self.peer_value,
            "ratio": top / bottom if bottom else 0.0,
            "goal": self.goal,
            "ok": self.ok,
        }
