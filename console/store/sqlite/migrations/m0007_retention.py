"""Version 7 of the workspace schema: what is kept for how long - counts of what went, holds, when an author was emptied."""

from __future__ import annotations

NAME = "m0007_retention"

STATEMENTS = (
    # What stays of comments whose time had come: how many were written on a day (UTC days since 1970), no more.
    # ``class`` is untouched or decided.
    """CREATE TABLE kept_counts (
      day INTEGER NOT NULL, channel_id INTEGER NOT NULL, category TEXT NOT NULL, class TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (day, channel_id, category, class)) WITHOUT ROWID""",
    # Kept by hand, as evidence: one comment, or everything of an author. The reason is free text, so it stands here and
    # never in the audit log; it goes with the hold.
    """CREATE TABLE holds (
      id INTEGER PRIMARY KEY, comment_id INTEGER UNIQUE, author_id INTEGER UNIQUE, reason TEXT NOT NULL, actor TEXT NOT NULL,
      set_at INTEGER NOT NULL, CHECK ((comment_id IS NULL) <> (author_id IS NULL)))""",
    # When the last comment of an author went: their own term runs from there.
    "CREATE TABLE authors_left (author_id INTEGER PRIMARY KEY, left_at INTEGER NOT NULL)",
)
