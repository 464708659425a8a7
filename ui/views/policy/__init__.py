"""The policy room: text and form, trial, tests, backtest, differences, shadow, versions."""

from __future__ import annotations
