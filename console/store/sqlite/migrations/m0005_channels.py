"""Version 5 of the workspace schema: what a channel knows of its account, its budget and its re-reading."""

from __future__ import annotations

NAME = "m0005_channels"

STATEMENTS = (
    # JSON: unit, used, limit, resets_at of the account's rate budget; empty where unknown.
    "ALTER TABLE channels ADD COLUMN budget TEXT NOT NULL DEFAULT '{}'",
    # JSON: what signing in told of the account: expires_at, lacking (action -> permission), warnings.
    "ALTER TABLE channels ADD COLUMN account TEXT NOT NULL DEFAULT '{}'",
    # The slow re-reading of what is kept, for edits and deletions no platform reports: the last comment looked at in
    # this round, and when the round began (UTC seconds).
    "ALTER TABLE channels ADD COLUMN rechecked_to INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE channels ADD COLUMN recheck_round_at INTEGER",
)
