"""The window's pages and panes."""
