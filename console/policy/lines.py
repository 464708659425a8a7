"""Where each key of a TOML text stands: a scanner for texts that tomllib has already accepted.

The standard parser and tomlkit give no positions, and of the permissive parsers that do none is both small and pure
Python; since the syntax is known to be right, finding keys needs only strings, brackets and comments.
"""

from __future__ import annotations

import re
import tomllib
from typing import Final

Path = tuple[str | int, ...]

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR: Final = re.compile(r"[^,\]}#\r\n]+")
_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)+")
_SPACES: Final = re.compile(r"[ \t]*")


class LineMap:
    """Line numbers, from 1, by key path; a path that is not in the text falls back to its nearest parent."""

    def __init__(self, lines: dict[Path, int]) -> None:
        self._lines = lines

    def line(self, path: Path) -> int:
        """The line of ``path`` or of the nearest part of it that is written in the text."""
        for end in range(len(path), 0, -1):
            found = self._lines.get(path[:end])
            if found is not None:
                return found
        return 1

    def __contains__(self, path: Path) -> bool:
        return path in self._lines

    def paths(self) -> frozenset[Path]:
        """All paths that have a line."""
        return frozenset(self._lines)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.at = 0
        self.seen = 0
        self.row = 1
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def line(self) -> int:
        """The line of the present position; counted forward only, so a whole scan stays linear."""
        self.row += self.text.count("\n", self.seen, self.at)
        self.seen = self.at
        return self.row

    def blank(self) -> None:
        found = _BLANK.match(self.text, self.at)
        if found:
            self.at = found.end()

    def spaces(self) -> None:
        found = _SPACES.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def string(self) -> str:
        """Skip a string of any of the four kinds and return its raw text with quotes."""
        start = self.at
        quote = self.text[start]
        mark = quote * 3 if self.text.startswith(quote * 3, start) else quote
        self.at += len(mark)
        while self.at < len(self.text) and not self.text.startswith(mark, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(mark)
        while len(mark) == 3 and self.peek() == quote:  # up to two quotes may stand before the closing three
            self.at += 1
        return self.text[start : self.at]

    def key(self) -> list[str]:
        """Read a dotted key."""
        parts: list[str] = []
        while True:
            self.spaces()
            if self.peek() in {'"', "'"}:
                parts.append(str(tomllib.loads("k = " + self.string())["k"]))
            else:
                found = _BARE.match(self.text, self.at)
                if found is None:
                    raise ValueError(f"no key at offset {self.at}")
                parts.append(found.group())
                self.at = found.end()
            self.spaces()
            if self.peek() != ".":
                return parts
            self.at += 1

    def resolve(self, parts: list[str], base: Path = ()) -> Path:
        """The path of a header or key: the name of an array of tables means its newest element."""
        path = base
        for part in parts:
            path = (*path, part)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def mark(self, path: Path, row: int) -> None:
        for end in range(1, len(path) + 1):
            self.lines.setdefault(path[:end], row)

    def pair(self, base: Path) -> None:
        row = self.line()
        path = self.resolve(self.key(), base)
        self.mark(path, row)
        self.at += 1  # the equals sign
        self.spaces()
        self.value(path)

    def value(self, path: Path) -> None:
        first = self.peek()
        if first in {'"', "'"}:
            self.string()
        elif first == "[":
            self.at += 1
            index = 0
            self.blank()
            while self.peek() not in {"]", ""}:
                self.mark((*path, index), self.line())
                self.value((*path, index))
                index += 1
                self.separator()
            self.at += 1
        elif first == "{":
            self.at += 1
            self.blank()
            while self.peek() not in {"}", ""}:
                self.pair(path)
                self.separator()
            self.at += 1
        else:
            found = _SCALAR.match(self.text, self.at)
            self.at = found.end() if found else self.at + 1

    def separator(self) -> None:
        self.blank()
        if self.peek() == ",":
            self.at += 1
            self.blank()

    def document(self) -> None:
        base: Path = ()
        self.blank()
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                row = self.line()
                self.at += 2
                parts = self.key()
                self.at += 2
                parent = self.resolve(parts[:-1])
                array = (*parent, parts[-1])
                self.mark(array, row)
                self.counts[array] = self.counts.get(array, 0) + 1
                base = (*array, self.counts[array] - 1)
                self.lines[base] = row
            elif self.peek() == "[":
                row = self.line()
                self.at += 1
                base = self.resolve(self.key())
                self.at += 1
                self.mark(base, row)
                self.lines[base] = row
            else:
                self.pair(base)
            self.blank()


def line_map(text: str) -> LineMap:
    """Map every key path of a valid TOML text to its line; raises ValueError or RecursionError on anything else."""
    scanner = _Scanner(text)
    scanner.document()
    return LineMap(scanner.lines)
