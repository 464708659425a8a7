"""Schema migrations: frozen steps that import nothing of the program, each applied in one transaction."""
