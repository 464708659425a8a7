"""Version 2 of the workspace schema: what decisions teach (feedback, layers) and reading a workspace again."""

from __future__ import annotations

NAME = "m0002_learning"

STATEMENTS = (
    "ALTER TABLE verdicts ADD COLUMN sentiment TEXT",
    "ALTER TABLE verdicts ADD COLUMN target TEXT",
    # A verdict that a calibration layer changed points at the engine's own, which stays: revert is one update.
    "ALTER TABLE verdicts ADD COLUMN base_id INTEGER",
    # decision_id is NULL where a person only changed the category. ``abusive`` is what the person said.
    """CREATE TABLE feedback (
      id INTEGER PRIMARY KEY, decision_id INTEGER UNIQUE, comment_id INTEGER NOT NULL, revision INTEGER NOT NULL,
      verdict_id INTEGER NOT NULL, engine TEXT NOT NULL, engine_version TEXT NOT NULL, language TEXT NOT NULL,
      categories TEXT NOT NULL, flagged INTEGER NOT NULL, labels TEXT NOT NULL,
      category TEXT NOT NULL, abusive INTEGER NOT NULL, kind TEXT NOT NULL, practice INTEGER NOT NULL,
      created_at INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX feedback_comment ON feedback (comment_id)",
    """CREATE TABLE calibrations (
      id INTEGER PRIMARY KEY, engine TEXT NOT NULL, engine_version TEXT NOT NULL, body TEXT NOT NULL,
      figures TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('proposed', 'active', 'reverted')),
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, activated_at INTEGER, activated_by TEXT,
      reverted_at INTEGER, reverted_by TEXT)""",
    "CREATE UNIQUE INDEX calibrations_active ON calibrations (engine) WHERE state = 'active'",
    """CREATE TABLE reclassifications (
      id INTEGER PRIMARY KEY, engine TEXT NOT NULL, engine_version TEXT NOT NULL,
      purpose TEXT NOT NULL CHECK (purpose IN ('switch', 'second_opinion', 'calibration')),
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done')),
      after_id INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0, started_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
      started_by TEXT NOT NULL)""",
    # Two processes that start one at the same moment must not both succeed.
    """CREATE UNIQUE INDEX reclassifications_current ON reclassifications ((1))
      WHERE state IN ('running', 'paused')""",
)
