"""Whether a reply says again, or says otherwise, what was said before."""

from __future__ import annotations

from console.policy.said.said import Finding, Said, compare, short

__all__ = ["Finding", "Said", "compare", "short"]
