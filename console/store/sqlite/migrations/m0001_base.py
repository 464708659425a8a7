"""Version 1 of the workspace schema. Frozen: a released migration is never edited, the next one is added."""

from __future__ import annotations

NAME = "m0001_base"

# qkey puts severity (descending) and due time (ascending) into one ascending integer, so that every queue index runs
# in one direction and a page is one index range. 2^40 is above every due time, 2^40-1 meaning "no deadline".
COMMENTS = """
CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  channel_id INTEGER NOT NULL REFERENCES channels(id),
  remote_id TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES authors(id),
  post_id INTEGER REFERENCES posts(id),
  parent_remote_id TEXT,
  parent_id INTEGER,
  text TEXT NOT NULL,
  text_bytes BLOB,
  language TEXT,
  posted_at INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  edited_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  relation TEXT NOT NULL DEFAULT 'comment',
  likes INTEGER,
  replies INTEGER,
  permalink TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL DEFAULT '{}',
  imported INTEGER NOT NULL DEFAULT 0,
  state INTEGER NOT NULL DEFAULT 0,
  category TEXT NOT NULL DEFAULT '',
  category_by TEXT,
  severity INTEGER NOT NULL DEFAULT 0 CHECK (severity BETWEEN 0 AND 5),
  flagged INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL DEFAULT 1099511627775 CHECK (due_at BETWEEN 0 AND 1099511627775),
  hidden INTEGER NOT NULL DEFAULT 0,
  assignee TEXT,
  snoozed_until INTEGER,
  verdict_id INTEGER,
  proposal_id INTEGER,
  qkey INTEGER GENERATED ALWAYS AS ((5 - severity) * 1099511627776 + due_at) VIRTUAL,
  UNIQUE (channel_id, remote_id)
)
"""

# No second UNIQUE on this table: with one, INSERT OR REPLACE would delete past the guards.
AUDIT = """
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  entry TEXT NOT NULL,
  at INTEGER GENERATED ALWAYS AS (json_extract(entry, '$.at')) VIRTUAL,
  event TEXT GENERATED ALWAYS AS (json_extract(entry, '$.event')) VIRTUAL,
  actor TEXT GENERATED ALWAYS AS (json_extract(entry, '$.actor')) VIRTUAL,
  comment INTEGER GENERATED ALWAYS AS (json_extract(entry, '$.comment')) VIRTUAL,
  channel TEXT GENERATED ALWAYS AS (json_extract(entry, '$.channel')) VIRTUAL,
  category TEXT GENERATED ALWAYS AS (json_extract(entry, '$.category')) VIRTUAL,
  action TEXT GENERATED ALWAYS AS (json_extract(entry, '$.action')) VIRTUAL,
  outcome TEXT GENERATED ALWAYS AS (json_extract(entry, '$.outcome')) VIRTUAL
)
"""

STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE channels (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, server TEXT NOT NULL DEFAULT '',
      handle TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '', language TEXT,
      state TEXT NOT NULL DEFAULT 'new', state_code TEXT, state_params TEXT NOT NULL DEFAULT '{}',
      paused INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0, cursor TEXT,
      last_pull_at INTEGER, next_pull_at INTEGER, newest_at INTEGER,
      created_at INTEGER NOT NULL, options TEXT NOT NULL DEFAULT '{}', UNIQUE (kind, name))""",
    """CREATE TABLE authors (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, remote_id TEXT NOT NULL, handle TEXT NOT NULL DEFAULT '',
      name TEXT NOT NULL DEFAULT '', created_at INTEGER, followers INTEGER, first_seen_at INTEGER NOT NULL,
      blocked INTEGER NOT NULL DEFAULT 0, muted INTEGER NOT NULL DEFAULT 0,
      ours INTEGER NOT NULL DEFAULT 0, UNIQUE (kind, remote_id))""",
    """CREATE TABLE posts (
      id INTEGER PRIMARY KEY, channel_id INTEGER NOT NULL REFERENCES channels(id), remote_id TEXT NOT NULL,
      title TEXT NOT NULL DEFAULT '', permalink TEXT NOT NULL DEFAULT '', posted_at INTEGER,
      UNIQUE (channel_id, remote_id))""",
    COMMENTS,
    "CREATE INDEX comments_queue ON comments (state, qkey)",
    "CREATE INDEX comments_queue_channel ON comments (state, channel_id, qkey)",
    "CREATE INDEX comments_queue_category ON comments (state, category, qkey)",
    "CREATE INDEX comments_assignee ON comments (assignee, state, qkey) WHERE assignee IS NOT NULL",
    "CREATE INDEX comments_author ON comments (author_id, posted_at)",
    "CREATE INDEX comments_post ON comments (post_id, posted_at)",
    "CREATE INDEX comments_parent ON comments (parent_id) WHERE parent_id IS NOT NULL",
    """CREATE INDEX comments_orphans ON comments (channel_id, parent_remote_id)
       WHERE parent_id IS NULL AND parent_remote_id IS NOT NULL""",
    "CREATE INDEX comments_unread ON comments (id) WHERE verdict_id IS NULL AND state = 0",
    "CREATE INDEX comments_mentions ON comments (state, qkey) WHERE relation <> 'comment'",
    "CREATE INDEX comments_snoozed ON comments (snoozed_until) WHERE snoozed_until IS NOT NULL",
    "CREATE INDEX comments_due ON comments (due_at) WHERE state = 0 AND due_at < 1099511627775",
    """CREATE TABLE revisions (
      comment_id INTEGER NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL, text_bytes BLOB,
      seen_at INTEGER NOT NULL, PRIMARY KEY (comment_id, revision)) WITHOUT ROWID""",
    """CREATE TABLE verdicts (
      id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL, revision INTEGER NOT NULL, engine TEXT NOT NULL,
      engine_version TEXT NOT NULL, language TEXT NOT NULL, labels TEXT NOT NULL, categories TEXT NOT NULL,
      signals TEXT NOT NULL, severity INTEGER NOT NULL, flagged INTEGER NOT NULL, spans TEXT NOT NULL,
      auto_ok TEXT NOT NULL, thresholds TEXT NOT NULL, outside_training INTEGER NOT NULL, failed INTEGER NOT NULL,
      read_as TEXT, created_at INTEGER NOT NULL)""",
    "CREATE INDEX verdicts_comment ON verdicts (comment_id, id)",
    """CREATE TABLE proposals (
      id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL, revision INTEGER NOT NULL, policy_id TEXT NOT NULL,
      body TEXT NOT NULL, created_at INTEGER NOT NULL)""",
    "CREATE INDEX proposals_comment ON proposals (comment_id, id)",
    """CREATE TABLE policies (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, number INTEGER NOT NULL, source TEXT NOT NULL, state TEXT NOT NULL,
      files TEXT NOT NULL DEFAULT '{}', added_at INTEGER NOT NULL, activated_at INTEGER, activated_by TEXT)""",
    """CREATE TABLE decisions (
      id INTEGER PRIMARY KEY, comment_id INTEGER NOT NULL, author_id INTEGER NOT NULL, action TEXT NOT NULL,
      actor TEXT NOT NULL, os_user TEXT NOT NULL, role TEXT NOT NULL, created_at INTEGER NOT NULL,
      category TEXT NOT NULL, severity INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '',
      policy_id TEXT NOT NULL DEFAULT '', rules TEXT NOT NULL DEFAULT '[]', shown_revision INTEGER NOT NULL,
      state TEXT NOT NULL, outbox_id INTEGER, audit_sequence INTEGER NOT NULL, undoes INTEGER, undone_by INTEGER,
      batch TEXT, text TEXT, params TEXT NOT NULL DEFAULT '{}', before TEXT NOT NULL DEFAULT '{}')""",
    "CREATE INDEX decisions_comment ON decisions (comment_id, id)",
    "CREATE INDEX decisions_author ON decisions (author_id, action, created_at)",
    "CREATE INDEX decisions_actor ON decisions (actor, id)",
    "CREATE INDEX decisions_time ON decisions (created_at)",
    """CREATE TABLE outbox (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, decision_id INTEGER NOT NULL, comment_id INTEGER NOT NULL,
      author_id INTEGER NOT NULL, channel_id INTEGER NOT NULL, action TEXT NOT NULL, state TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL, created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL, request TEXT NOT NULL, error TEXT, result TEXT, undoes INTEGER)""",
    "CREATE INDEX outbox_ready ON outbox (state, not_before)",
    "CREATE INDEX outbox_comment ON outbox (comment_id, id)",
    "CREATE INDEX outbox_author ON outbox (author_id, action, state)",
    """CREATE TABLE strikes (
      id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL, comment_id INTEGER NOT NULL, decision_id INTEGER NOT NULL,
      category TEXT NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER)""",
    "CREATE INDEX strikes_author ON strikes (author_id, created_at)",
    "CREATE INDEX strikes_decision ON strikes (decision_id)",
    """CREATE TABLE reviews (
      id INTEGER PRIMARY KEY, decision_id INTEGER NOT NULL, comment_id INTEGER NOT NULL, asked_by TEXT NOT NULL,
      role TEXT NOT NULL, clause TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
      state TEXT NOT NULL, answered_by TEXT, answered_at INTEGER)""",
    "CREATE INDEX reviews_state ON reviews (state, expires_at)",
    """CREATE TABLE notes (
      id INTEGER PRIMARY KEY, comment_id INTEGER, author_id INTEGER, actor TEXT NOT NULL, text TEXT NOT NULL,
      created_at INTEGER NOT NULL)""",
    "CREATE INDEX notes_author ON notes (author_id)",
    "CREATE INDEX notes_comment ON notes (comment_id)",
    """CREATE TABLE drafts (
      comment_id INTEGER PRIMARY KEY, actor TEXT NOT NULL, text TEXT NOT NULL, updated_at INTEGER NOT NULL)""",
    """CREATE TABLE claims (
      comment_id INTEGER PRIMARY KEY, holder TEXT NOT NULL, session TEXT NOT NULL, expires_at INTEGER NOT NULL)""",
    """CREATE TABLE engine_lease (
      id INTEGER PRIMARY KEY CHECK (id = 1), holder TEXT NOT NULL, session TEXT NOT NULL, pid INTEGER NOT NULL,
      acquired_at INTEGER NOT NULL, expires_at INTEGER NOT NULL)""",
    """CREATE TABLE members (
      name TEXT PRIMARY KEY, role TEXT NOT NULL, added_at INTEGER NOT NULL, removed_at INTEGER)""",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT, session TEXT NOT NULL, what TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE TABLE counters (
      channel_id INTEGER NOT NULL, state INTEGER NOT NULL, category TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (channel_id, state, category)) WITHOUT ROWID""",
    # Rows are inserted by the batch upsert alone, which counts a batch in one statement: a trigger a row halves intake.
    """CREATE TRIGGER counters_update AFTER UPDATE OF channel_id, state, category ON comments
      WHEN old.state <> new.state OR old.category <> new.category OR old.channel_id <> new.channel_id BEGIN
      UPDATE counters SET n = n - 1
        WHERE channel_id = old.channel_id AND state = old.state AND category = old.category;
      INSERT INTO counters VALUES (new.channel_id, new.state, new.category, 1)
      ON CONFLICT DO UPDATE SET n = n + 1; END""",
    """CREATE TRIGGER counters_delete AFTER DELETE ON comments BEGIN
      UPDATE counters SET n = n - 1
        WHERE channel_id = old.channel_id AND state = old.state AND category = old.category; END""",
    """CREATE VIRTUAL TABLE comments_fts USING fts5 (
      text, content='comments', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    # Comments and authors are indexed once per batch; only changes of authors go through triggers.
    """CREATE VIRTUAL TABLE authors_fts USING fts5 (
      name, handle, content='authors', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER authors_fts_update AFTER UPDATE OF name, handle ON authors
      WHEN old.name <> new.name OR old.handle <> new.handle BEGIN
      INSERT INTO authors_fts (authors_fts, rowid, name, handle) VALUES ('delete', old.id, old.name, old.handle);
      INSERT INTO authors_fts (rowid, name, handle) VALUES (new.id, new.name, new.handle); END""",
    """CREATE TRIGGER authors_fts_delete AFTER DELETE ON authors BEGIN
      INSERT INTO authors_fts (authors_fts, rowid, name, handle)
      VALUES ('delete', old.id, old.name, old.handle); END""",
    AUDIT,
    "CREATE INDEX audit_comment ON audit (comment) WHERE comment IS NOT NULL",
    "CREATE INDEX audit_at ON audit (at)",
    "CREATE INDEX audit_actor ON audit (actor)",
    "CREATE INDEX audit_event ON audit (event)",
    """CREATE TABLE audit_private (
      sequence INTEGER NOT NULL, field TEXT NOT NULL, salt BLOB NOT NULL, value TEXT NOT NULL,
      comment_id INTEGER, author_id INTEGER, PRIMARY KEY (sequence, field)) WITHOUT ROWID""",
    "CREATE INDEX audit_private_author ON audit_private (author_id) WHERE author_id IS NOT NULL",
    """CREATE TABLE audit_segments (
      segment INTEGER PRIMARY KEY, first_sequence INTEGER NOT NULL, first_previous TEXT NOT NULL,
      last_sequence INTEGER, head TEXT, sealed_at INTEGER, dropped_at INTEGER, signature TEXT)""",
    """CREATE TABLE audit_head (
      id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL)""",
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
      SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
      SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER audit_only_next BEFORE INSERT ON audit
      WHEN new.sequence IS NOT 1 + coalesce(
        (SELECT max(sequence) FROM audit), (SELECT sequence FROM audit_head WHERE id = 1)) BEGIN
      SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    "INSERT INTO audit_segments (segment, first_sequence, first_previous) VALUES (1, 1, printf('%064d', 0))",
    "INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, printf('%064d', 0))",
    "INSERT INTO meta (key, value) VALUES ('fts_done', '0')",
)
