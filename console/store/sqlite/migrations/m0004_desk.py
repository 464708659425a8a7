"""Version 4 of the workspace schema: the triage desk (views, tags, likeness, search, bulk decisions, presence)."""

from __future__ import annotations

NAME = "m0004_desk"

_WORDS = "tokenize='unicode61 remove_diacritics 2'"

STATEMENTS = (
    # Somebody who holds a comment may be writing under it: shown to the others.
    "ALTER TABLE claims ADD COLUMN writing INTEGER NOT NULL DEFAULT 0",
    # The id of the comment that founded a group of near-duplicates; NULL for what stands alone.
    "ALTER TABLE comments ADD COLUMN alike_id INTEGER",
    # All that folding a view's groups and counting their authors and posts asks for.
    """CREATE INDEX comments_alike ON comments (alike_id, state, category, author_id, post_id)
      WHERE alike_id IS NOT NULL""",
    # The neighbours of a comment in a long thread are one range of an index, and are counted in it.
    "DROP INDEX comments_post",
    "CREATE INDEX comments_post ON comments (post_id, posted_at, parent_id)",
    "DROP INDEX comments_parent",
    "CREATE INDEX comments_parent ON comments (parent_id, posted_at) WHERE parent_id IS NOT NULL",
    # Every facet a person filters by stands in the queue's own index: no filter has to look a million rows up.
    "DROP INDEX comments_queue",
    """CREATE INDEX comments_queue ON comments
      (state, qkey, id, category, channel_id, language, posted_at, author_id, assignee)""",
    "DROP INDEX comments_due",
    """CREATE INDEX comments_due ON comments (due_at, state, qkey, id)
      WHERE state = 0 AND due_at < 1099511627775""",
    # A draft belongs to who writes it: two people under one comment keep two.
    "ALTER TABLE drafts RENAME TO drafts_once",
    """CREATE TABLE drafts (
      comment_id INTEGER NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL, updated_at INTEGER NOT NULL,
      PRIMARY KEY (comment_id, actor)) WITHOUT ROWID""",
    "INSERT INTO drafts (comment_id, actor, text, updated_at) SELECT comment_id, actor, text, updated_at FROM drafts_once",
    "DROP TABLE drafts_once",
    "CREATE INDEX drafts_actor ON drafts (actor, updated_at)",
    """CREATE TABLE likeness (
      comment_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, exact INTEGER NOT NULL, sketch BLOB NOT NULL)""",
    "CREATE INDEX likeness_exact ON likeness (exact)",
    """CREATE TABLE likeness_bands (
      band INTEGER NOT NULL, value INTEGER NOT NULL, comment_id INTEGER NOT NULL,
      PRIMARY KEY (band, value, comment_id)) WITHOUT ROWID""",
    "CREATE INDEX authors_followers ON authors (followers) WHERE followers IS NOT NULL",
    # owner is empty for a view of the whole team; ``filter`` is JSON of names and numbers.
    """CREATE TABLE saved_views (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', filter TEXT NOT NULL,
      position INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, created_by TEXT NOT NULL)""",
    """CREATE TABLE author_tags (
      author_id INTEGER NOT NULL, tag TEXT NOT NULL, added_by TEXT NOT NULL, added_at INTEGER NOT NULL,
      PRIMARY KEY (author_id, tag)) WITHOUT ROWID""",
    "CREATE INDEX author_tags_tag ON author_tags (tag, author_id)",
    # One decision about many: what was asked, and item by item what became of it, so that a killed run can go on.
    """CREATE TABLE batches (
      id TEXT PRIMARY KEY, actor TEXT NOT NULL, role TEXT NOT NULL, action TEXT NOT NULL, request TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'stopped', 'done', 'undone')),
      total INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE batch_items (
      batch TEXT NOT NULL, position INTEGER NOT NULL, comment_id INTEGER NOT NULL, revision INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'open', code TEXT NOT NULL DEFAULT '', decision_id INTEGER,
      PRIMARY KEY (batch, position)) WITHOUT ROWID""",
    "CREATE INDEX decisions_batch ON decisions (batch) WHERE batch IS NOT NULL",
    # How many harsh texts the whole team read on a day: no name, no comment.
    """CREATE TABLE exposure_totals (
      day INTEGER NOT NULL, category TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, category)) WITHOUT ROWID""",
    f"CREATE VIRTUAL TABLE notes_fts USING fts5 (text, content='notes', content_rowid='id', {_WORDS})",
    "INSERT INTO notes_fts (rowid, text) SELECT id, text FROM notes",
    """CREATE TRIGGER notes_fts_insert AFTER INSERT ON notes BEGIN
      INSERT INTO notes_fts (rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER notes_fts_delete AFTER DELETE ON notes BEGIN
      INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.id, old.text); END""",
    f"CREATE VIRTUAL TABLE decisions_fts USING fts5 (text, content='decisions', content_rowid='id', {_WORDS})",
    "INSERT INTO decisions_fts (rowid, text) SELECT id, text FROM decisions WHERE text IS NOT NULL",
    """CREATE TRIGGER decisions_fts_insert AFTER INSERT ON decisions WHEN new.text IS NOT NULL BEGIN
      INSERT INTO decisions_fts (rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER decisions_fts_update AFTER UPDATE OF text ON decisions WHEN old.text IS NOT new.text BEGIN
      INSERT INTO decisions_fts (decisions_fts, rowid, text) SELECT 'delete', old.id, old.text WHERE old.text IS NOT NULL;
      INSERT INTO decisions_fts (rowid, text) SELECT new.id, new.text WHERE new.text IS NOT NULL; END""",
    """CREATE TRIGGER decisions_fts_delete AFTER DELETE ON decisions WHEN old.text IS NOT NULL BEGIN
      INSERT INTO decisions_fts (decisions_fts, rowid, text) VALUES ('delete', old.id, old.text); END""",
    # Parts of words, over folded text; filled behind the intake, up to meta.part_done, because it costs four times it.
    "CREATE VIRTUAL TABLE comments_part_fts USING fts5 (text, content='', tokenize='trigram', detail=none)",
    "INSERT INTO meta (key, value) VALUES ('part_done', '0')",
)
