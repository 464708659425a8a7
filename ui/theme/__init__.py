"""Colour tokens, type, palette, style sheet and icons: the only room that knows what the window looks like."""
