"""What one policy says otherwise than another, as codes and in plain words."""

from __future__ import annotations

from console.policy.differences.compare import MAX_CODES, Difference, codes, differences

__all__ = ["Difference", "MAX_CODES", "codes", "differences"]
