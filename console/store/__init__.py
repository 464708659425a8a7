"""The workspace behind the Store port."""
