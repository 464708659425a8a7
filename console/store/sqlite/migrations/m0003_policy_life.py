"""Version 3 of the workspace schema: the life of a policy, its shadow, automatic hides, saved replies, statements."""

from __future__ import annotations

NAME = "m0003_policy_life"

STATEMENTS = (
    "ALTER TABLE policies ADD COLUMN added_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE policies ADD COLUMN shadow_since INTEGER",
    "ALTER TABLE policies ADD COLUMN retired_at INTEGER",
    "ALTER TABLE policies ADD COLUMN retired_by TEXT",
    # What was done to a version, in order: the gate reads it. ``body`` is the report of a test run or a backtest.
    """CREATE TABLE policy_steps (
      id INTEGER PRIMARY KEY, policy_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('check', 'test', 'backtest', 'shadow', 'sign', 'waive', 'activate', 'retire')),
      ok INTEGER NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, created_at INTEGER NOT NULL,
      reason TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '{}')""",
    "CREATE INDEX policy_steps_policy ON policy_steps (policy_id, id)",
    # The text somebody is working on: it may be wrong, so it has no id yet, and it must not be lost.
    """CREATE TABLE policy_drafts (
      actor TEXT PRIMARY KEY, name TEXT NOT NULL, based_on TEXT, source TEXT NOT NULL,
      files TEXT NOT NULL DEFAULT '{}', updated_at INTEGER NOT NULL)""",
    """CREATE TABLE shadow_proposals (
      policy_id TEXT NOT NULL, comment_id INTEGER NOT NULL, revision INTEGER NOT NULL, active_id TEXT NOT NULL,
      category TEXT NOT NULL, severity INTEGER NOT NULL, actions TEXT NOT NULL, rules TEXT NOT NULL,
      protected INTEGER NOT NULL, auto_hide INTEGER NOT NULL, active_category TEXT NOT NULL,
      active_severity INTEGER NOT NULL, active_actions TEXT NOT NULL, active_rules TEXT NOT NULL,
      active_protected INTEGER NOT NULL, active_auto_hide INTEGER NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (policy_id, comment_id)) WITHOUT ROWID""",
    # One row for each hide that no person asked for; ``answer`` is what a person said of it afterwards.
    """CREATE TABLE automatic_hides (
      decision_id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL, rule TEXT NOT NULL, policy_id TEXT NOT NULL,
      created_at INTEGER NOT NULL, answer TEXT CHECK (answer IN ('confirmed', 'overturned')),
      answered_at INTEGER, answered_by TEXT)""",
    "CREATE INDEX automatic_hides_rule ON automatic_hides (rule, created_at)",
    "CREATE INDEX automatic_hides_comment ON automatic_hides (comment_id)",
    "CREATE INDEX automatic_hides_open ON automatic_hides (created_at) WHERE answer IS NULL",
    # A rule whose automatic hides were overturned too often; it stays off until a lead switches it on again.
    """CREATE TABLE breakers (
      rule TEXT PRIMARY KEY, policy_id TEXT NOT NULL, judged INTEGER NOT NULL, overturned INTEGER NOT NULL,
      tripped_at INTEGER NOT NULL, rearmed_at INTEGER, rearmed_by TEXT) WITHOUT ROWID""",
    """CREATE TABLE saved_replies (
      id TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
      categories TEXT NOT NULL DEFAULT '[]', rules TEXT NOT NULL DEFAULT '[]',
      updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL, removed_at INTEGER,
      PRIMARY KEY (id, language)) WITHOUT ROWID""",
    """CREATE TABLE reply_uses (
      decision_id INTEGER PRIMARY KEY, template TEXT NOT NULL, language TEXT NOT NULL, created_at INTEGER NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX reply_uses_template ON reply_uses (template, created_at)",
    # What the brand has said and stands by; ``comment_id`` where it was said under one.
    """CREATE TABLE statements (
      id INTEGER PRIMARY KEY, text TEXT NOT NULL, language TEXT NOT NULL, topic TEXT NOT NULL DEFAULT '',
      said_at INTEGER NOT NULL, place TEXT NOT NULL DEFAULT '', comment_id INTEGER, approved_by TEXT NOT NULL,
      created_at INTEGER NOT NULL, retired_at INTEGER, retired_by TEXT)""",
)
