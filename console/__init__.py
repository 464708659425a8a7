"""The console without a window: rooms, one direction of imports, no Qt."""
