"""The practice network: a bundled, simulated platform with an invented brand, served over loopback HTTP."""

from __future__ import annotations

from console.practice.network import PracticeNetwork

__all__ = ["PracticeNetwork"]
