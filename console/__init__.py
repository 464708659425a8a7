"""The console without a window: rooms, one direction of imports, no Qt."""

from __future__ import annotations

__version__ = "0.1.0"
