"""Tooltips that show what is written: Qt takes text with a tag in it for rich text, and loads the pictures it names."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """``text`` for a tooltip, whoever wrote it: with a ``<`` in it as rich text that says the same, else as it is."""
    if "<" not in text:
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
