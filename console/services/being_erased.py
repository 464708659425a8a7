"""Which channels are being erased: the state that an erasure keeps in the workspace, so that a crash leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from console.store import Reading

STATE: Final = "erasing.channels"
"""The setting that holds it: a channel's number -> its state."""


def states(reading: Reading) -> dict[str, dict[str, Any]]:
    """Every erasure that is not at its end."""
    found = reading.settings.get(STATE, {})
    return dict(found) if isinstance(found, dict) else {}


def being_erased(reading: Reading, channel_id: int) -> bool:
    """Whether a channel is being erased just now: nothing new is decided about its comments."""
    return str(int(channel_id)) in states(reading)
