"""TOML in four colours of the theme: tables, strings, numbers, comments; line by line, so that typing stays fluid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QBrush, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.text_offsets import to_utf16

if TYPE_CHECKING:
    from ui.theme.look import Look

PLAIN, BASIC, LITERAL = 0, 1, 2
"""Block states: outside any string that goes over several lines, inside one with ``\"\"\"``, inside one with ``'''``."""

_FENCES: Final = {BASIC: '"""', LITERAL: "'''"}
_TABLE: Final = re.compile(
    r"""\s*\[\[?\s*[\w\-]+(?:\s*\.\s*(?:[\w\-]+|"[^"]*"|'[^']*'))*\s*\]\]?(?=\s*(?:\#|$))"""
)
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#.*)
    |(?P<fence>\"{3}|'{3})
    |(?P<string>"(?:\\.|[^"\\])*"?|'[^']*'?)
    |(?P<number>(?<![\w.\-"'])[+-]?(?:\d{4}-\d{2}-\d{2}[\d:.TtZz+\-]*|\d{2}:\d{2}[\d:.]*|0[xob][\da-fA-F_]+
        |\d[\d_]*(?:\.[\d_]+)?(?:[eE][+-]?\d+)?|inf|nan)(?![\w\-]))
    |(?P<truth>(?<![\w.\-])(?:true|false)(?![\w\-]))""",
    re.VERBOSE,
)
COLORS: Final = {
    "comment": "text-muted",
    "string": "ok",
    "number": "warning",
    "truth": "warning",
    "table": "accent",
}


class TomlHighlighter(QSyntaxHighlighter):
    """Paints one document; colours follow the look."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self._formats: dict[str, QTextCharFormat] = {}
        self._restyle(again=False)
        look.changed.connect(self._restyle)

    def _restyle(self, again: bool = True) -> None:
        for kind, role in COLORS.items():
            style = QTextCharFormat()
            style.setForeground(QBrush(self._look.color(role)))
            if kind == "table":
                style.setFontWeight(QFont.Weight.DemiBold)
            self._formats[kind] = style
        if again:
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        spans, state = tokens(text, max(self.previousBlockState(), PLAIN))
        self.setCurrentBlockState(state)
        if not spans:
            return
        if text.isascii():
            for start, end, kind in spans:
                self.setFormat(start, end - start, self._formats[kind])
            return
        places = to_utf16(text, [place for start, end, _ in spans for place in (start, end)])
        for index, (_, _, kind) in enumerate(spans):
            start, end = places[2 * index], places[2 * index + 1]
            self.setFormat(start, end - start, self._formats[kind])


def tokens(line: str, state: int) -> tuple[list[tuple[int, int, str]], int]:
    """The coloured spans of one line as (start, end, kind) in code points, and the state the next line begins in."""
    spans: list[tuple[int, int, str]] = []
    at = 0
    if state != PLAIN:
        end = _closing(line, 0, state)
        if end < 0:
            return ([(0, len(line), "string")] if line else []), state
        spans.append((0, end, "string"))
        at = end
    else:
        table = _TABLE.match(line)
        if table is not None:
            spans.append((0, table.end(), "table"))
            at = table.end()
    while True:
        found = _TOKEN.search(line, at)
        if found is None:
            return spans, PLAIN
        kind = found.lastgroup or ""
        if kind == "fence":
            state = BASIC if found.group() == '"""' else LITERAL
            end = _closing(line, found.end(), state)
            if end < 0:
                spans.append((found.start(), len(line), "string"))
                return spans, state
            spans.append((found.start(), end, "string"))
            at = end
        else:
            spans.append((found.start(), found.end(), kind))
            at = found.end()


def _closing(line: str, start: int, state: int) -> int:
    """Where a string over several lines ends on this one; -1 when it goes on."""
    fence = _FENCES[state]
    at = line.find(fence, start)
    while at > 0 and state == BASIC and (len(line[:at]) - len(line[:at].rstrip("\\"))) % 2:
        at = line.find(fence, at + 1)
    return -1 if at < 0 else at + 3
