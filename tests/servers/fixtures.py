"""Fixtures for the real servers; each starts on demand, once per run."""

from __future__ import annotations
