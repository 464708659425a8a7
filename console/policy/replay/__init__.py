"""A workspace's history played again through a policy."""

from __future__ import annotations

from console.policy.replay.replay import SHOWN, Past, Replay, Tally

__all__ = ["Past", "Replay", "SHOWN", "Tally"]
