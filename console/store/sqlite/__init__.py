"""Everything SQLite: schema, migrations, writer, readers, queries."""
