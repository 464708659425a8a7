"""The use cases over the rooms."""
