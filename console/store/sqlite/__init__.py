"""Everything SQLite: schema, pragmas, indexes, full text, the writer and the readers."""
