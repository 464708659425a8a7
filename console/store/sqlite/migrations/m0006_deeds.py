"""Version 6 of the workspace schema: what people did beside decisions, with what stood before, so that it comes back."""

from __future__ import annotations

NAME = "m0006_deeds"

STATEMENTS = (
    # One category, assignment, tag or note of a person. ``before`` and ``after`` are JSON; ``sequence`` is its audit
    # entry, by which deeds and decisions stand in one order. ``decision_id`` where a decision brought it along: it
    # goes back with that one (0 until the decision has its number).
    """CREATE TABLE deeds (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, created_at INTEGER NOT NULL,
      sequence INTEGER NOT NULL, comment_id INTEGER, author_id INTEGER NOT NULL, batch TEXT, decision_id INTEGER,
      before TEXT NOT NULL DEFAULT '{}', after TEXT NOT NULL DEFAULT '{}', undone_by TEXT, undone_at INTEGER)""",
    "CREATE INDEX deeds_actor ON deeds (actor, sequence)",
    "CREATE INDEX deeds_created ON deeds (created_at)",
    "CREATE INDEX deeds_comment ON deeds (comment_id, kind) WHERE comment_id IS NOT NULL",
    "CREATE INDEX deeds_author ON deeds (author_id, kind)",
    "CREATE INDEX deeds_batch ON deeds (batch) WHERE batch IS NOT NULL",
    "CREATE INDEX deeds_decision ON deeds (decision_id) WHERE decision_id IS NOT NULL",
)
